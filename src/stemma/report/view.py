"""What the report shows, as plain values: no table, no markup, nothing decided."""

from dataclasses import dataclass, field

from stemma.report.heard import Voices
from stemma.report.tale import Tale
from stemma.report.where import WHOLE as WHOLE
from stemma.report.where import Cut as Cut
from stemma.report.where import Place as Place
from stemma.report.where import Reading as Reading
from stemma.report.where import Ref as Ref


@dataclass(frozen=True, slots=True)
class Held:
    """What some wordings of a family have in a box, with the letters of their pages. `kind`: of their
    difference from the base's."""

    wordings: tuple[int, ...]
    text: str
    kind: str
    age: str
    letters: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the base: shared by all (no readings), or a box with the other readings.

    `folded`: every reading is a swap or a spelling; `kind`: the weightiest kind among them; `age`: of
    the base's words; `cut`: the wordings that have nothing here; `held`: all that stands in the box.
    """

    text: str
    readings: tuple[Reading, ...] = ()
    folded: bool = False
    kind: str = ""
    age: str = ""
    cut: tuple[int, ...] = ()
    held: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """A wording that can be chosen as the base, by the letters of its pages."""

    number: int
    letters: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of a likely original. `mark`: `other` than shown, `restored`, `lost`, or nothing."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Original:
    """The likely original of a family. `stretches`: empty if it is the version shown; `pages`: which
    have it, or, of a conjecture, the page that is nearest to it."""

    said: str
    stretches: tuple[Stretch, ...]
    conjecture: bool
    pages: tuple[Place, ...]
    more: int
    how: str
    restored: tuple[str, ...]
    lost: str


@dataclass(frozen=True, slots=True)
class Kin:
    """A wording in the tree, in words: its pages, what it was copied from, what it has otherwise, why,
    and the wordings that were copied from it."""

    pages: tuple[Place, ...]
    more: int
    said: str
    changes: tuple[str, ...]
    reasons: tuple[str, ...]
    below: tuple["Kin", ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A node of a drawn tree. `kind`: conjecture, original or wording; offsets in pixels."""

    kind: str
    x: int
    y: int
    width: int
    height: int
    lines: tuple[str, ...]
    said: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of a drawn tree, from what was copied down to its copy, through its points (x, y)."""

    points: tuple[tuple[int, int], ...]
    decided: bool
    said: str


@dataclass(frozen=True, slots=True)
class Tree:
    """The family tree of a statement: drawn, and the same in words."""

    width: int
    height: int
    spots: tuple[Spot, ...]
    strokes: tuple[Stroke, ...]
    top: Kin
    said: str
    left_out: int


@dataclass(frozen=True, slots=True)
class Tile:
    """Some passages of a mosaic, from `x`, by where they come from: `kind` of part, `letter` of the page."""

    x: float
    width: float
    kind: str
    letter: str
    said: str


@dataclass(frozen=True, slots=True)
class Mosaic:
    """An article as a bar of tiles."""

    width: int
    said: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Debt:
    """What some of a page's passages have in common, and the statements that they belong to."""

    number: int
    said: str
    refs: tuple[Ref, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Stitched:
    """What a page has from whom, in sentences."""

    siglum: str
    anchor: str | None
    title: str
    path: str
    company: str
    debts: tuple[Debt, ...]
    mosaic: Mosaic | None = None


@dataclass(frozen=True, slots=True)
class Notable:
    """A place with other numbers, names or quoted words, and the words around it."""

    number: int
    anchor: str
    before: str
    base: str
    after: str
    readings: tuple[Reading, ...]
    age: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A tag that names a reporter, and the anchor of its words."""

    name: str
    text: str
    how: str
    place: Place


@dataclass(frozen=True, slots=True)
class Rest:
    """What versions rest on, and which do."""

    how: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A statement: its wording with the differences, its footing, its versions."""

    number: int
    anchor: str
    family: str
    quotation: bool
    pieces: tuple[Piece, ...]
    footing: tuple[str, ...]
    reasons: tuple[str, ...]
    named: tuple[Named, ...]
    places: tuple[Place, ...]
    more: int
    rests: tuple[Rest, ...]
    folded: int
    open: int
    notable: tuple[Notable, ...]
    summary: str
    command: str
    versions: tuple[Version, ...] = ()
    original: Original | None = None
    tree: Tree | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A part of an article by what it consists of, in percent of its characters."""

    kind: str
    label: str
    percent: int
    said: str


@dataclass(frozen=True, slots=True)
class Company:
    """Another page that has prose in common with an article."""

    siglum: str
    path: str
    anchor: str | None
    percent: int
    passages: int


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of an article's text: plain (`kind` is text), or a marked span with pieces inside."""

    kind: str
    text: str = ""
    anchor: str | None = None
    inside: tuple["Node", ...] = ()
    number: int = 0
    target: str | None = None
    said: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A block of an article; `note` says what kind it is unless it is a paragraph."""

    anchor: str
    kind: str
    note: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """An article: what is known of it, what it consists of, and its whole text if it is shown."""

    siglum: str
    anchor: str
    shown: bool
    title: str
    path: str
    known: tuple[str, ...]
    story: str
    story_anchor: str | None
    shares: tuple[Share, ...] = ()
    names: tuple[str, ...] = ()
    company: tuple[Company, ...] = ()
    alone: str = ""
    debts: tuple[Debt, ...] = ()
    parts: tuple[Part, ...] = ()
    mosaic: Mosaic | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """A story with its pages and statements; without `title`, statements that are in no story."""

    anchor: str
    title: str
    words: tuple[str, ...]
    how: str
    counts: str
    pages: tuple[Page, ...]
    pages_cut: Cut
    notable: tuple[Notable, ...]
    notable_cut: Cut
    cards: tuple[Card, ...]
    cards_cut: Cut
    nothing: str
    repeated: tuple[Card, ...] = ()
    descent: str = ""
    stitched: tuple[Stitched, ...] = ()
    voices: Voices | None = None
    tale: Tale | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of one of the tables at the end."""

    cells: tuple[str, ...]
    place: Place | None = None
    anchor: str = ""
    refs: tuple[Ref, ...] | None = None
    more: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """A table at the end: what it holds, its heads, its rows, and a sentence if it has none."""

    anchor: str
    title: str
    about: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    cut: Cut
    nothing: str


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report."""

    name: str
    title: str
    counts: str
    remarks: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    pages: tuple[Page, ...]
    pages_cut: Cut
    listings: tuple[Listing, ...]
    version: str
    glossary: tuple[tuple[str, str], ...] = field(default=())
