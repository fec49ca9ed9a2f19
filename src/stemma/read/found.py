"""What a reader finds in a file."""

from typing import NamedTuple


class Hint(NamedTuple):
    """What the markup says of a part of the text: its `kind` of block, and the rule (`how`)."""

    start: int
    end: int
    kind: str
    how: str


class Given(NamedTuple):
    """What a file says of its text."""

    title: str | None = None
    site: str | None = None
    url: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None

    def over(self, other: "Given") -> "Given":
        """This, with what it lacks from `other`."""
        return Given(*(mine or theirs for mine, theirs in zip(self, other, strict=True)))


class Found(NamedTuple):
    """One text and what the file says of it. `record`: its number or name in a file of several;
    `published_how`: given (a field or front matter), declared (a page's markup says it), extracted
    (guessed from a page) or fetched (the day it was saved, so that it was published no later)."""

    text: str
    given: Given = Given()
    published_how: str = "given"
    record: int | str | None = None
    hints: tuple[Hint, ...] = ()
