"""An attribution as the reader sees it in a sentence, and the form in which a reading keeps it."""

from typing import Any, NamedTuple


class Told(NamedTuple):
    """An attribution: words as (first, behind the last). `source` is None where the sentence names none;
    `content`: in pieces where the cue stands inside of it; `sure`: the probability of its being a cue."""

    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    sure: float


def row_of_told(one: Told, shift: int = 0) -> dict[str, Any]:
    """As it is kept: places count from the sentence's first word; an empty `source` is none."""
    return {
        "cue": [one.cue[0] + shift, one.cue[1] + shift],
        "source": [n + shift for n in one.source or ()],
        "content": [n + shift for run in one.content for n in run],
        "sure": one.sure,
    }


def told_from(row: dict[str, Any]) -> Told:
    """The same from what is kept."""
    content = row["content"]
    return Told(
        (row["cue"][0], row["cue"][1]),
        (row["source"][0], row["source"][1]) if row["source"] else None,
        tuple(zip(content[::2], content[1::2], strict=True)),
        row["sure"],
    )
