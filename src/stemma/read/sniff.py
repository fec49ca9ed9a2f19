"""What the first bytes of a text tell of its format."""

import re

from stemma.read.decode import utf_16_of

_XML_START = rb"^\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<\?[^>]*\?>\s*)*(?:<!--.*?-->\s*)*"
_DOCTYPE = rb"(?:<!doctype\s+(?:rss|rdf:RDF|feed)\b[^>\[]*(?:\[.*?\]\s*)?>\s*)?(?:<!--.*?-->\s*)*"
_IS_HTML = re.compile(_XML_START + rb"<(?:!doctype html|html|head|body)\b", re.I | re.S)
_IS_FEED = re.compile(_XML_START + _DOCTYPE + rb"<(?:rss|rdf:RDF|(?:\w+:)?feed)\b", re.I | re.S)
_IS_JSON_FEED = re.compile(rb"\"version\"\s*:\s*\"https?:\\?/\\?/jsonfeed\.org", re.I)
_MAIL_FIELD = re.compile(
    rb"^(?:return-path|received|from|to|subject|date|message-id|mime-version|content-type|reply-to|"
    rb"delivered-to|dkim-signature|snapshot-content-location)[ \t]*:",
    re.I | re.M,
)


# What a mail has that was sent, and a page that was saved has not.
_SENT = re.compile(
    rb"^(?:to|cc|received|delivered-to|return-path|message-id|reply-to)[ \t]*:|^from[ \t]*:.*@",
    re.I | re.M,
)


def _in_utf_8(head: bytes) -> bytes:
    """The head of a text in UTF-16 as if it were one in UTF-8; any other as it is."""
    codec = utf_16_of(head)
    return head.decode(codec, "replace").lstrip("\ufeff").encode() if codec else head


def is_html(head: bytes) -> bool:
    """Whether a file begins as a page does."""
    return _IS_HTML.match(_in_utf_8(head)) is not None


def is_feed(head: bytes) -> bool:
    """Whether a file begins as RSS, Atom or JSON Feed do."""
    head = _in_utf_8(head)
    if _IS_FEED.match(head):
        return True
    return head.lstrip()[:1] == b"{" and _IS_JSON_FEED.search(head) is not None


def is_mail(head: bytes) -> bool:
    """Whether a file begins with a mail's header, of three known fields at the least."""
    header = _header(head)
    if not _MAIL_FIELD.match(header):
        return False
    return len({name.lower() for name in _MAIL_FIELD.findall(header)}) >= 3


def is_mbox(head: bytes) -> bool:
    """Whether a file begins with the line that parts the mails of a mailbox, and a mail."""
    first, _, rest = head.partition(b"\n")
    return first.startswith(b"From ") and is_mail(rest)


def is_mhtml(head: bytes) -> bool:
    """Whether a mail is none that was sent, but a page that a browser saved in this form."""
    header = _header(head)
    saved = re.search(rb"^snapshot-content-location:|saved by", header, re.I | re.M) is not None
    related = b"multipart/related" in header.lower() and not _SENT.search(header)
    return is_mail(head) and (saved or related)


def _header(head: bytes) -> bytes:
    return re.split(rb"\r?\n\r?\n", head.removeprefix(b"\xef\xbb\xbf"), maxsplit=1)[0]
