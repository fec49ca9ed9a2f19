"""Mails (RFC 5322, MIME) and pages saved as one file by a browser (MHTML, RFC 2557)."""

import io
import re
from collections.abc import Iterator
from email import message_from_binary_file, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr
from typing import cast

from stemma.errors import Unreadable
from stemma.read.decode import decode
from stemma.read.file import File
from stemma.read.found import Found, Given
from stemma.read.fragment import fragment
from stemma.read.html import read_html

_ATTACHED = ("text/", "application/pdf", "message/rfc822", "application/zip", "application/json")


def read_eml(file: File) -> Iterator[Found | Unreadable | File]:
    """A mail's body is an article, and so is each text that is attached to it."""
    message = _message(file)
    body = message.get_body(("plain", "html"))
    attached = list(message.iter_attachments()) if message.is_multipart() else []
    given = Given(
        title=_header(message, "subject"),
        byline=_sender(message),
        published=_header(message, "date"),
        language=_header(message, "content-language"),
    )
    if body is not None:
        text = _text(file, body)
        html = body.get_content_type() == "text/html"
        shown, hints = fragment(text) if html else (_unflowed(body, text), ())
        if shown.strip() or not attached:
            yield Found(shown, given, hints=hints)
    elif not attached:
        raise Unreadable(
            f"'{file.locator}' has no text.", "None of its parts is a text.", "Leave it out.",
            file.locator,
        )  # fmt: skip
    for number, part in enumerate(attached, 1):
        yield from _attached(file, number, part)


def _attached(file: File, number: int, part: MIMEPart) -> Iterator[File]:
    if not part.get_content_type().startswith(_ATTACHED):
        return
    name = re.sub(r"[/\\]", "_", part.get_filename() or f"part-{number}")
    inner = part.get_payload(decode=True)
    if part.get_content_type() == "message/rfc822":
        inner = cast("list[EmailMessage]", part.get_payload())[0].as_bytes()
        name = name if "." in name else f"{name}.eml"
    data = inner if isinstance(inner, bytes) else b""
    yield file.inside(f"{file.locator}/{name}", lambda: io.BytesIO(data), size=len(data))


def read_mhtml(file: File) -> Iterator[Found | Unreadable]:
    """The page that a browser saved with its pictures in one file; frames inside it are left out."""
    message = _message(file)
    pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
    if not pages:
        raise Unreadable(
            f"'{file.locator}' holds no page.", "None of its parts is HTML.", "Save the page again.",
            file.locator,
        )  # fmt: skip
    page = pages[0]
    url = _header(message, "snapshot-content-location") or _header(page, "content-location")
    saved = _header(message, "date")
    for found in read_html(_text(file, page), url):
        if isinstance(found, Found):
            known = found.given.over(Given(title=_header(message, "subject"), url=url))
            yield (
                found._replace(given=known)
                if known.published
                else found._replace(given=known._replace(published=saved), published_how="fetched")
            )
        else:
            yield found


def _message(file: File) -> EmailMessage:
    return message_from_binary_file(io.BytesIO(file.data()), policy=policy.default)


def _text(file: File, part: MIMEPart) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return ""
    return file.told(decode(data, part.get_content_charset()))


def _unflowed(part: MIMEPart, text: str) -> str:
    """Lines that a mail program broke for their width joined again (RFC 3676, format=flowed)."""
    if part.get_param("format") != "flowed":
        return text
    return re.sub(r"(?<!^--) \r?\n(?=\S)", " ", text, flags=re.M)


def _header(message: MIMEPart, name: str) -> str | None:
    try:
        value = message[name]
    except (ValueError, IndexError, AttributeError):
        # The library stumbles over some headers that no rule allows.
        return None
    return " ".join(str(value).split()) or None if value is not None else None


def _sender(message: EmailMessage) -> str | None:
    name, address = parseaddr(_header(message, "from") or "")
    return name or address or None
