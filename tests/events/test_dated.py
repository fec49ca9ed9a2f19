"""Which expression of time of a sentence dates a deed in it."""

from dataclasses import replace
from typing import Any

from stemma.events.dated import dating
from stemma.model import Timex

TEXT = 'The council pledged new houses by next autumn and met on Friday, shouting "not on Sunday".'


def time(words: str, first: str, value: str | None = None) -> Timex:
    start = TEXT.index(words)
    return Timex(
        f"timex-{start}", "A", "sentence-A", start, start + len(words), "DATE", value or first, None, first,
        first, "2021-05-12", None, "relative", "by hand", words,
    )  # fmt: skip


AUTUMN = time("next autumn", "2021-09-01")
FRIDAY = time("Friday", "2021-05-07")
SUNDAY = time("Sunday", "2021-05-09")


def dated(
    word: str, *times: Timex, ahead: bool = False, marks: tuple[int, int] | None = None
) -> str | None:
    """The words that date the deed of a word, if every time hangs on it."""
    told = {"start": TEXT.index(word), "time": "future" if ahead else "past"}
    seen: dict[str, Any] = {"mention": told, "when": [(0, len(TEXT))]}
    found, _ = dating(TEXT, seen, 0, times, [marks] if marks else [])
    return found.text if found else None


def test_what_is_past_has_no_day_to_come() -> None:
    assert dated("pledged", AUTUMN) is None
    assert dated("pledged", AUTUMN, ahead=True) == "next autumn"
    assert dated("met", AUTUMN, FRIDAY) == "Friday"
    assert dated("pledged", replace(AUTUMN, anchor=None)) == "next autumn"


def test_a_day_in_words_of_somebody_is_that_of_what_he_says() -> None:
    marks = (TEXT.index("not on"), TEXT.index('".'))
    assert dated("met", SUNDAY) == "Sunday"
    assert dated("met", SUNDAY, marks=marks) is None
    assert dated("not on", SUNDAY, marks=marks) == "Sunday"
