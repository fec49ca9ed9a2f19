"""What happened in a story and where its tellings disagree, as plain values."""

from dataclasses import dataclass

from stemma.report.where import Cut, Place


@dataclass(frozen=True, slots=True)
class Given:
    """A figure that is given for an event, in the words of a passage."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a sentence; `own`: the words that carry the event."""

    text: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Also:
    """Something else that a sentence tells of, by its event."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Happening:
    """An event by the sentence that tells it best. `when`: in words, `day`: in short ones; `dated`: whether
    a day is known, or a range of days; `kind`: what it is and of which type; `sides`: who does it to whom, if
    that says something; `status`: unless it is done; `voices`: who says so and who denies it; `also`: what
    else this sentence tells of."""

    anchor: str
    when: str
    day: str
    why: str
    dated: bool
    text: str
    words: tuple[Words, ...]
    place: Place
    places: tuple[Place, ...]
    more: int
    kind: str
    sides: str
    status: str
    voices: tuple[str, ...]
    footing: tuple[str, ...]
    figures: tuple[Given, ...]
    also: tuple[Also, ...]
    command: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis, in percent of its width, with up to two lines of words."""

    at: float
    label: str
    below: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a drawn line, in percent of its width; `point`: it is a single value, not a range;
    `sure`: it is told as done, or counted exactly; `size`: of the dot, in pixels."""

    start: float
    end: float
    open_start: bool
    open_end: bool
    point: bool
    sure: bool
    size: float


@dataclass(frozen=True, slots=True)
class Bar:
    """An event in the picture: the first of its day or not, some of its words, and where it lies."""

    anchor: str
    day: str
    words: tuple[Words, ...]
    status: str
    figures: tuple[str, ...]
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Picture:
    """The dated events on an axis of time. `cuts`: where days are left out, as (start, end)."""

    said: str
    ticks: tuple[Tick, ...]
    cuts: tuple[tuple[float, float], ...]
    bars: tuple[Bar, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Value:
    """What some pages say on a slot: `place` has the fullest passage, `places` are the sentences of the
    first pages, `more` how many pages there are besides. `as_of`: the day of which a figure is, as far as
    that is known; `span`: where it lies beside the others."""

    text: str
    place: Place
    places: tuple[Place, ...]
    more: int
    footing: str
    line: str
    as_of: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Dispute:
    """A slot on which tellings differ. `told`: the words that it is told with; `event`: the id of the event
    that it is of; `real`: whether that is, or may be, a disagreement; `ticks`: of the scale on which its
    figures lie."""

    anchor: str
    about: str
    told: str
    slot: str
    verdict: str
    real: bool
    why: tuple[str, ...]
    values: tuple[Value, ...]
    command: str
    event: str = ""
    ticks: tuple[Tick, ...] = ()


@dataclass(frozen=True, slots=True)
class Tale:
    """`summary`: some of the sentences below, in the order of events; `first`: what most pages and
    reporters have, `rest`: a click away; `figures`: those that differ, whether that is a disagreement or
    not; `real` disputes of other slots, and those that are `apparent`."""

    counts: str
    picture: Picture | None
    summary: tuple[Happening, ...]
    first: tuple[Happening, ...]
    rest: tuple[Happening, ...]
    cut: Cut
    figures: tuple[Dispute, ...]
    real: tuple[Dispute, ...]
    apparent: tuple[Dispute, ...]
    disputes_cut: Cut
    nothing: str
    agreed: str
