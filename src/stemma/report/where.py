"""Where things stand: what the plain values of the report have in common."""

from dataclasses import dataclass

# What a version has of the passage shown. Its sentence may go on otherwise.
WHOLE = "the whole passage"


@dataclass(frozen=True, slots=True)
class Cut:
    """A sentence for what a long list leaves out, and the command that shows it; empty if none."""

    said: str = ""
    command: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One version of a family: a page, its letter, and the anchor of its words if they are shown.
    `article`: the page's id."""

    siglum: str
    path: str
    anchor: str | None
    start: int
    end: int
    extent: str = WHOLE
    how: str = ""
    is_base: bool = False
    wording: int = 0
    article: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What some pages have in place of the base's words."""

    kind: str
    label: str
    sign: str
    folded: bool
    base: str
    text: str
    pages: tuple[Place, ...]
    more: int
    how: str
    age: str = ""  # older or later than the base's, where a decided copy shows it


@dataclass(frozen=True, slots=True)
class Ref:
    """A statement that is shown, by its number."""

    number: int
    anchor: str
