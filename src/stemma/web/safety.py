"""What keeps strangers out: whose name the browser calls, the token, where a change comes from, and what
a page may load."""

import hashlib
import hmac
import ipaddress
import secrets
import socket
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from stemma.errors import UsageError

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
}
_COOKIE = "stemma-token"
_SHORTEST = 12  # characters of a token
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
CHANGE = "x-stemma-change"  # header, or field `change` of a form: what only our own pages know


class Door(NamedTuple):
    """Where the app listens, and the token that every request needs, if any. `change`: the secret of this
    process that a request needs which changes something."""

    host: str
    port: int
    token: str | None
    change: str

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach it."""
        return _is_loopback(self.host)


def door(host: str, port: int, token: str | None) -> Door:
    """Raises UsageError for an address that needs a token and has none, or a token that is too short."""
    if token is None and not _is_loopback(host):
        raise UsageError(
            f"'{host}' can be reached from other machines.",
            "Whoever reaches it could read and change the case.",
            "Give --token WORDS too, or leave --host out.",
        )
    if token is not None and len(token) < _SHORTEST:
        raise UsageError(
            "The token is too short.", f"It needs {_SHORTEST} characters.", "Give a longer one."
        )
    return Door(host, port, token, secrets.token_urlsafe(24))


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


class Guard:
    """Asks every request for its right to be answered, before anything else sees it."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self.app, self.door = app, door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refused = self._refused(scope, Headers(scope=scope))
        answer = refused or self.app

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-cache")
            await send(message)

        await answer(scope, receive, with_headers)

    def _refused(self, scope: Scope, headers: Headers) -> Response | None:
        host = headers.get("host", "")
        if not self._ours(host):
            return _no("This address is not one of this app's.", 421)
        if headers.get("sec-fetch-site") == "cross-site" and not _opened(scope, headers):
            return _no("Other sites may link to this app, and no more.", 403)
        if scope["method"] not in ("GET", "HEAD") and not _from_here(headers, host):
            return _no("A change has to come from a page of this app.", 403)
        return self._without_token(scope, headers) if self.door.token else None

    def _ours(self, host: str) -> bool:
        """Whether the browser asked for a name that is ours. A page elsewhere may have its own name
        resolve to this machine (DNS rebinding); a number, it can't."""
        try:
            split = urlsplit(f"//{host}")
            name, port = split.hostname or "", split.port or 80
        except ValueError:
            return False
        if self.door.loopback:
            return port == self.door.port and name in (*_LOOPBACK, self.door.host.strip("[]"))
        return _is_number(name) or name in (*_LOOPBACK, self.door.host, socket.gethostname())

    def _without_token(self, scope: Scope, headers: Headers) -> Response | None:
        """None if the request brings the token; else what it gets instead."""
        assert self.door.token is not None
        mine = _known(self.door.token)
        asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = next((value for name, value in asked if name == "token"), None)
        if given is not None and hmac.compare_digest(_known(given), mine):
            return _remembered(scope["path"], [pair for pair in asked if pair[0] != "token"], mine)
        cookie = cookie_parser(headers.get("cookie", "")).get(_COOKIE, "")
        bearer = headers.get("authorization", "").removeprefix("Bearer ")
        if hmac.compare_digest(cookie.encode(), mine.encode()):
            return None
        if bearer and hmac.compare_digest(_known(bearer), mine):
            return None
        return _no("This app needs its token: open the address that ends in ?token=….", 401)


def may_change(door: Door, given: str | None) -> bool:
    """Whether a request knows what only the pages of this process know."""
    return given is not None and hmac.compare_digest(given.encode(), door.change.encode())


def _known(token: str) -> str:
    # What the browser keeps is not the token itself.
    return hashlib.sha256(f"stemma {token}".encode("utf-8", "surrogatepass")).hexdigest()


def _remembered(path: str, rest: Iterable[tuple[str, str]], known: str) -> Response:
    query = urlencode(list(rest))
    there = "/" + path.lstrip("/\\")  # never another host
    answer = RedirectResponse(f"{there}?{query}" if query else there, status_code=303)
    answer.set_cookie(_COOKIE, known, httponly=True, samesite="lax", path="/")
    return answer


def _opened(scope: Scope, headers: Headers) -> bool:
    """Whether somebody opens a page, rather than another page's picture, script or form asking for it."""
    page = (
        headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
    )
    return page and scope["method"] in ("GET", "HEAD")


def _from_here(headers: Headers, host: str) -> bool:
    site = headers.get("sec-fetch-site")
    origin = headers.get("origin")
    if site is not None and site not in ("same-origin", "none"):
        return False
    return origin is None or urlsplit(origin).netloc == host


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _no(said: str, status: int) -> Response:
    return PlainTextResponse(said + "\n", status_code=status)
