"""What happened in a story and where its tellings disagree, as plain values."""

from dataclasses import dataclass

from stemma.report.where import Cut, Place


@dataclass(frozen=True, slots=True)
class Given:
    """A figure that is given for an event, in the words of a passage."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Happening:
    """An event by the sentence that tells it best. `when`: in words; `dated`: whether a day is known, or a
    range of days; `kind`: what it is and of which type; `doubt`: that it is not, or not yet, done, and by
    whom it is said or denied; `also`: what else this sentence tells of."""

    anchor: str
    when: str
    why: str
    dated: bool
    text: str
    place: Place
    places: tuple[Place, ...]
    more: int
    kind: str
    doubt: str
    footing: str
    figures: tuple[Given, ...]
    also: tuple[str, ...]
    command: str


@dataclass(frozen=True, slots=True)
class Value:
    """What some pages say on a slot."""

    text: str
    place: Place
    footing: str
    line: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """A slot on which tellings differ. `real`: whether that is, or may be, a disagreement."""

    anchor: str
    about: str
    slot: str
    verdict: str
    real: bool
    why: tuple[str, ...]
    values: tuple[Value, ...]
    command: str


@dataclass(frozen=True, slots=True)
class Tale:
    """`summary`: some of the sentences below, in the order of events; `first`: what most pages and
    reporters have, `rest`: a click away; `real` disputes, and those that are `apparent`."""

    counts: str
    summary: tuple[Happening, ...]
    first: tuple[Happening, ...]
    rest: tuple[Happening, ...]
    cut: Cut
    real: tuple[Dispute, ...]
    apparent: tuple[Dispute, ...]
    disputes_cut: Cut
    nothing: str
    agreed: str
