"""The app: which address is answered by what."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from stemma.errors import UnknownRow, UsageError
from stemma.summary import why_empty
from stemma.web import api, looks
from stemma.web.changes import Changes
from stemma.web.checking import Check
from stemma.web.checking import routes as check_routes
from stemma.web.eventpages import event_page
from stemma.web.eventrows import event_rows
from stemma.web.exports import routes as export_routes
from stemma.web.finding import ON_A_PAGE, Finding, find
from stemma.web.held import Held, Library, stat_of
from stemma.web.hub import Hub, failed
from stemma.web.inbox import routes as inbox_routes
from stemma.web.links import address
from stemma.web.notes import notes_on
from stemma.web.people import person, said
from stemma.web.rowpages import ON_A_PAGE as ROWS
from stemma.web.rowpages import row_page, sorted_tables, table_page
from stemma.web.safety import Door, Guard

_AT = re.compile(r"(\d{1,9})-(\d{1,9})")
_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M16 4v10M16 14L7 27M16 14l9 13" '
    'fill="none" stroke="#1d4f7c" stroke-width="4"/></svg>'
)


def app(
    path: Path, door: Door, workers: int | None = None, check: Check | None = None
) -> Starlette:
    """The app of one case, as an ASGI application. `check`: what checks a draft, if anything does."""
    hub = Hub(Library(path), door, Changes(path, workers), checks=check is not None)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        looks.ready()
        yield
        hub.changes.stop()

    made = Starlette(
        routes=[
            *_pages(hub), *_json(hub), *_files(), *inbox_routes(hub), *export_routes(hub),
            *check_routes(hub, check),
        ],
        middleware=[Middleware(Guard, door=door)],
        exception_handlers={404: _missing(hub), 405: _missing(hub)},
        lifespan=lifespan,
    )  # fmt: skip
    made.state.hub = hub
    return made


def _pages(hub: Hub) -> list[Route]:
    shown: dict[str, Callable[[Request, Held], Response]] = {
        "/": lambda request, held: hub.kept(
            held,
            ("case", stat_of(held.path / "run.json"), page := _page(request)),
            lambda: looks.case_page(held, hub.shell, page),
        ),
        "/story/{id}": lambda request, held: _story(hub, request, held),
        "/family/{id}": lambda request, held: _family(hub, request, held),
        "/statement/{id}": lambda request, held: _statement(request, held),
        "/article/{id}": lambda request, held: _article(hub, request, held),
        "/actor/{id}": lambda request, held: hub.html(
            "actor", held, a=person(held, request.path_params["id"])
        ),
        "/saying/{id}": lambda request, held: hub.html(
            "saying", held, s=said(held, request.path_params["id"])
        ),
        "/event/{id}": lambda request, held: hub.html(
            "event", held, e=event_page(held, request.path_params["id"])
        ),
        "/row/{table}/{id:path}": lambda request, held: _row(hub, request, held),
        "/table/{table}": lambda request, held: _table(hub, request, held),
        "/tables": lambda request, held: hub.html("tables", held, listed=list(sorted_tables(held))),
        "/listing/{number:int}": lambda request, held: _listing(hub, request, held),
        "/run": lambda request, held: hub.html("run", held, run=held.run()),
        "/search": lambda request, held: _search(hub, request, held),
    }
    return [Route(path, hub.endpoint(answer)) for path, answer in shown.items()]


def _story(hub: Hub, request: Request, held: Held) -> Response:
    name = request.path_params["id"]
    number, articles = _page(request), _page(request, "articles")
    if name not in ("other-language", "across") and name not in held.rows.stories:
        return _moved(held, "stories", name)
    was = _was(request, name)
    return hub.kept(
        held,
        ("story", name, number, articles, was),
        lambda: looks.story_page(held, hub.shell, name, number, articles, was),
    )


def _family(hub: Hub, request: Request, held: Held) -> Response:
    name = request.path_params["id"]
    if name not in held.rows.families:
        return _moved(held, "families", name)
    was = _was(request, name)
    return hub.kept(
        held, ("family", name, was), lambda: looks.family_page(held, hub.shell, name, was)
    )


def _statement(request: Request, held: Held) -> Response:
    name, _ = looks.group(held, "statements", request.path_params["id"])
    family = next(s.family_id for s in held.rows.statements.values() if s.id == name)
    was = _was_of(request.path_params["id"], name)
    return RedirectResponse(address("families", family) + was)


def _article(hub: Hub, request: Request, held: Held) -> Response:
    name = request.path_params["id"]
    if name not in held.rows.articles:
        return _moved(held, "articles", name)
    text = held.rows.articles[name].text
    at = _AT.fullmatch(request.query_params.get("at", ""))
    span = (int(at[1]), int(at[2])) if at else None
    if span is not None and not span[0] < span[1] <= len(text):
        span = None
    notes = notes_on(held, name, text)
    return hub.kept(
        held,
        ("article", name, span, tuple(notes)),
        lambda: looks.article_page(held, hub.shell, name, span, notes),
    )


def _moved(held: Held, table: str, name: str) -> Response:
    """To the group that holds the member from which the id is formed."""
    now, _ = looks.group(held, table, name)
    return RedirectResponse(address(table, now) + _was_of(name, now))


def _was_of(asked: str, now: str) -> str:
    return "" if asked == now else f"?was={quote(asked)}"


def _was(request: Request, now: str) -> str:
    """What to say of an id that is now part of another group."""
    old = request.query_params.get("was", "")
    return f"'{old}' is now part of '{now}'." if re.fullmatch(r"[a-z]+-[\w-]{12,60}", old) else ""


def _row(hub: Hub, request: Request, held: Held) -> Response:
    name = request.path_params["id"]
    found = row_page(held, name)
    if found.table != request.path_params["table"]:
        raise UnknownRow(
            f"'{name}' is no row of '{request.path_params['table']}'.",
            remedy=f"It is one of {found.table}.",
        )
    return hub.html("row", held, r=found)


def _table(hub: Hub, request: Request, held: Held) -> Response:
    table, story = request.path_params["table"], request.query_params.get("story") or None
    number = _page(request)
    found = table_page(held, table, story, (number - 1) * ROWS)
    others = f"&{urlencode({'story': story})}" if story else ""
    nothing = "" if found.lines else why_empty(held, table, story)
    return hub.html(
        "table", held, t=found, story=story, others=others, nothing=nothing,
        pager=looks.pager(number, found.total, ROWS),
    )  # fmt: skip


def _listing(hub: Hub, request: Request, held: Held) -> Response:
    found = held.listings
    number = request.path_params["number"]
    if not 1 <= number <= len(found):
        raise UnknownRow("There is no such list.", remedy="Start from the case's first page.")
    return hub.html("listing", held, l=found[number - 1])


def _search(hub: Hub, request: Request, held: Held) -> Response:
    asked = request.query_params
    query, kind, article = (asked.get(name, "").strip() for name in ("q", "kind", "article"))
    number, told = _page(request), ""
    try:
        found = find(held, query, kind, article, (number - 1) * ON_A_PAGE) if query else None
    except UsageError as error:
        found, told = None, str(error)
    found = found or Finding(query, kind, article, (), (), 0, 0)
    others = f"&{urlencode({'q': query, 'kind': kind, 'article': article})}"
    return hub.html(
        "search", held, f=found, said=told, others=others,
        pager=looks.pager(number, found.total, ON_A_PAGE),
    )  # fmt: skip


def _json(hub: Hub) -> list[Route]:
    def rows(request: Request, held: Held) -> Response:
        table, asked = request.path_params["table"], request.query_params
        if asked.get("format") == "jsonl":
            lines = api.table_lines(held, table, asked).encode("utf-8", "replace")
            return Response(lines, media_type="application/x-ndjson")
        return _as_json(api.table_rows(held, table, asked))

    def explained(request: Request, held: Held) -> Response:
        return _as_json(api.explained(held, request.path_params["id"]))

    def event(request: Request, held: Held) -> Response:
        return _as_json(event_rows(held, request.path_params["id"]))

    def found(request: Request, held: Held) -> Response:
        return _as_json(api.found(held, request.query_params))

    def described(request: Request, held: Held) -> Response:
        return _as_json(api.described())

    def state(request: Request) -> Response:
        return _as_json(hub.changes.state.told())

    return [
        Route("/api/openapi.json", hub.endpoint(described)),
        Route("/api/change", state),
        Route("/api/search", hub.endpoint(found)),
        Route("/api/explain/{id:path}", hub.endpoint(explained)),
        Route("/api/event/{id}", hub.endpoint(event)),
        Route("/api/{table}", hub.endpoint(rows)),
    ]


def _files() -> list[Route]:
    def icon(request: Request) -> Response:
        return Response(_ICON, media_type="image/svg+xml")

    named = [Route(f"/{name}", _asset(name)) for name in looks.assets()]
    return [*named, Route("/icon.svg", icon)]


def _asset(name: str) -> Callable[[Request], Response]:
    """Answers with one of our own files; for ever, if its version is asked for."""

    def answer(request: Request) -> Response:
        found = looks.assets()[name]
        fresh = request.query_params.get("v") == found.version
        headers = {"cache-control": "max-age=31536000, immutable"} if fresh else {}
        return Response(found.text, media_type=found.kind, headers=headers)

    return answer


def _as_json(value: Any) -> Response:
    return Response(api.as_json(value), media_type="application/json")


def _page(request: Request, name: str = "page") -> int:
    return api.number(request.query_params, name, 1, 1)


def _missing(hub: Hub) -> Callable[[Request, Exception], Response]:
    def answer(request: Request, error: Exception) -> Response:
        unknown = UnknownRow("There is no such page.", remedy="Start from the case's first page.")
        return failed(hub, request, unknown, int(getattr(error, "status_code", 404)))

    return answer
