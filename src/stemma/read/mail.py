"""Mails (RFC 5322, MIME), mailboxes (RFC 4155) and pages saved as one file by a browser (MHTML, RFC 2557)."""

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from email import message_from_binary_file, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr
from functools import partial
from typing import cast

from stemma.errors import Unreadable
from stemma.read.decode import decode
from stemma.read.file import File
from stemma.read.found import Found, Given
from stemma.read.fragment import fragment
from stemma.read.html import read_html
from stemma.read.sniff import is_mbox

# What is attached and is no article: pictures and such, appointments, cards, signatures.
_NO_TEXTS = (
    "image/", "audio/", "video/", "font/", "text/calendar", "text/vcard", "text/x-vcard",
    "application/pgp-", "application/pkcs7-", "application/x-pkcs7-",
)  # fmt: skip
# A plain part so many times shorter than the page beside it only says to look at that.
_STUB = 4
_LINE = 1024 * 1024  # bytes of a mailbox that are read at a time, if it has no line ends
# Headers are written again as they came, for a mail inside a mail.
_POLICY = policy.default.clone(refold_source="none")


def read_eml(file: File) -> Iterator[Found | Unreadable | File]:
    """A mail's body is an article, and so is each text that is attached to it. A mailbox gives each of
    its mails."""
    if is_mbox(file.head):
        yield from _mailbox(file)
        return
    message = _message(file)
    parts: Iterable[MIMEPart] = message.iter_attachments() if message.is_multipart() else ()
    attached = [part for part in parts if not _is_shown_inside(part)]
    given = Given(
        title=_header(message, "subject"),
        byline=_sender(message),
        published=_header(message, "date"),
        language=_header(message, "content-language"),
    )
    body = _body(file, message)
    if body is not None and (body.text.strip() or not attached):
        yield body._replace(given=given)
    elif not any(map(_is_text, attached)):
        raise Unreadable(
            f"'{file.locator}' has no text.",
            f"{_counted(attached) or 'None of its parts is a text'}.", "Leave it out.", file.locator,
        )  # fmt: skip
    for number, part in enumerate(attached, 1):
        if _is_text(part):
            yield _attached(file, number, part)
    if left := [part for part in attached if not _is_text(part)]:
        file.say(
            f"'{file.locator}' has attachments that were not read.", f"{_counted(left)}.",
            "If one of them shows a text, save that as a file and add it.",
        )  # fmt: skip


def _body(file: File, message: EmailMessage) -> Found | None:
    """The plain text, or the page where there is none or the text only says to look at the page."""
    plain, page = message.get_body(("plain",)), message.get_body(("html",))
    text = _unflowed(plain, _text(file, plain)) if plain is not None else ""
    if page is None:
        return None if plain is None else Found(text)
    shown, hints = fragment(_text(file, page))
    said = re.sub(r"https?://\S+", "", text).strip()
    if len(said) * _STUB < len(shown) or not said:
        return Found(shown, hints=hints)
    return Found(text)


def _is_shown_inside(part: MIMEPart) -> bool:
    """Whether a part is a picture that the page shows, rather than attached."""
    picture = part.get_content_maintype() == "image"
    return picture and "content-id" in part and not part.is_attachment()


def _is_text(part: MIMEPart) -> bool:
    return not part.get_content_type().startswith(_NO_TEXTS)


def _counted(parts: list[MIMEPart]) -> str:
    kinds = Counter(part.get_content_type() for part in parts)
    return ", ".join(f"{kind}: {count}" for kind, count in sorted(kinds.items()))


def _attached(file: File, number: int, part: MIMEPart) -> File:
    name = re.sub(r"[/\\]", "_", part.get_filename() or f"part-{number}")
    inner = part.get_payload(decode=True)
    if part.is_multipart():
        mail = cast("list[EmailMessage]", part.get_payload())[0]
        inner = (mail if part.get_content_type() == "message/rfc822" else part).as_bytes()
        name = name if "." in name else f"{name}.eml"
    data = inner if isinstance(inner, bytes) else b""
    return file.inside(f"{file.locator}/{name}", lambda: io.BytesIO(data), size=len(data))


def _mailbox(file: File) -> Iterator[File]:
    """The mails in a mailbox, each a file of its own with its number."""
    for number, data in enumerate(_mails(file), 1):
        yield file.inside(
            f"{file.locator}#{number}", partial(io.BytesIO, data), size=len(data), form="eml"
        )


def _mails(file: File) -> Iterator[bytes]:
    """The bytes of each mail, as far as is needed to see that it is too large."""
    most = file.options.limits.file
    lines: list[bytes] = []
    size, blank, any_yet = 0, True, False
    with file.open() as stream:
        while line := stream.readline(_LINE):
            if blank and line.startswith(b"From "):
                if any_yet:
                    yield b"".join(lines)
                lines, size, any_yet = [], 0, True
            elif size <= most:
                # A line of a text that begins so was marked when the mailbox was written.
                lines.append(re.sub(rb"^>(>*From )", rb"\1", line))
                size += len(line)
            blank = not line.strip()
    if any_yet:
        yield b"".join(lines)


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
    return message_from_binary_file(io.BytesIO(file.data()), policy=_POLICY)


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
