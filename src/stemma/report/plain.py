"""Text of strangers, made safe to stand inside a page: no control may reach beyond its piece."""

import re

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_EMBEDDINGS, _POP_EMBEDDING = "\u202a\u202b\u202d\u202e", "\u202c"
_ISOLATES, _POP_ISOLATE = "\u2066\u2067\u2068", "\u2069"
_BIDI = re.compile(f"[{_EMBEDDINGS}{_POP_EMBEDDING}{_ISOLATES}{_POP_ISOLATE}]")
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&@$^]")
_AT_START = re.compile(r"^(\d+)([.)])|^([-+=])")
_ADDRESS = re.compile(r"(?i)(://|www\.)")


def contained(text: str) -> str:
    """The text with control characters replaced, and directional ones balanced: what it opens it
    closes, and it closes nothing that was opened around it."""
    text = _UNPRINTABLE.sub("\ufffd", text)
    if not _BIDI.search(text):
        return text
    pending: list[str] = []

    def balance(found: re.Match[str]) -> str:
        control = found.group()
        if control in _EMBEDDINGS + _ISOLATES:
            pending.append(_POP_EMBEDDING if control in _EMBEDDINGS else _POP_ISOLATE)
            return control
        if pending and pending[-1] == control:
            return pending.pop()
        return ""

    return _BIDI.sub(balance, text) + "".join(reversed(pending))


def one_line(text: str) -> str:
    """The contained text with every run of white space as one space."""
    return " ".join(contained(text).split())


def escaped(text: str) -> str:
    """One line of text in which no character can start Markdown or HTML markup."""
    text = _MARKUP.sub(r"\\\g<0>", one_line(text))
    text = _AT_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", text)
    return _ADDRESS.sub(lambda m: m[1][:-1] + "\\." if m[1][-1] == "." else "\\" + m[1], text)
