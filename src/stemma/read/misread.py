"""Letters of UTF-8 that a program before us read as Windows-1252 and kept so: `donâ€™t`, `CafÃ©`."""

import re

# How Windows-1252 shows a byte from 0x80 on; programs show the five that it leaves free as they like, as a
# control character, as the mark of damage, or as nothing.
_SHOWN = {n: bytes([n]).decode("cp1252", "ignore") or chr(n) for n in range(0x80, 0x100)}
_BYTE = {shown: n for n, shown in _SHOWN.items()}


def _any_of(first: int, last: int) -> str:
    return "".join(re.escape(_SHOWN[n]) for n in range(first, last))


_TAIL = f"[{_any_of(0x80, 0xC0)}]"
# Two, three or four bytes that are one letter in UTF-8.
_LETTER = re.compile(
    f"[{_any_of(0xC2, 0xE0)}]{_TAIL}|[{_any_of(0xE0, 0xF0)}]{_TAIL}{{2}}|[{_any_of(0xF0, 0xF5)}]{_TAIL}{{3}}"
)
# The closing quotation mark, whose last byte Windows-1252 leaves free.
_LOST = re.compile("â€(?:\ufffd|(?![\u0080-\uffff]))")
# `Ã©` once may be meant; what marks and dashes become never is.
_FEWEST, _CERTAIN = 2, "â€"


def put_right(text: str) -> tuple[str, int]:
    """A text with such letters as they were meant, and at how many places. A text that has one alone, but
    for marks and dashes, stays as it is."""
    if _CERTAIN not in text and len(_LETTER.findall(text)) < _FEWEST:
        return text, 0
    text, closing = _LOST.subn("”", text)
    places = 0

    def meant(found: re.Match[str]) -> str:
        nonlocal places
        try:
            letter = bytes(_BYTE[one] for one in found[0]).decode("utf-8")
        except UnicodeDecodeError:
            return found[0]
        places += 1
        return letter

    return _LETTER.sub(meant, text), places + closing
