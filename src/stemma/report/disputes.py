"""The conflicts of a story -> where the tellings disagree, and where they only look as if they did."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from stemma.model import OTHER_EVENT, Conflict, span_id
from stemma.remarks import count
from stemma.report.days import day_of, days
from stemma.report.plain import one_line
from stemma.report.shown import SPAN, Shown, cut
from stemma.report.sizes import laid
from stemma.report.tale import Dispute, Value
from stemma.report.where import Cut, Place
from stemma.report.words import listed, reporters

MOST_DISPUTES = 40
_MOST_VALUES, _MOST_PLACES = 12, 8
_MOST_NAMES = 3
# The verdicts, the gravest first; the first two are, or may be, disagreements.
_VERDICTS = (
    "conflicting", "different with order unknown", "updated", "other scope", "compatible",
)  # fmt: skip
_REAL = _VERDICTS[:2]
# What a slot asks; whether it happened comes first.
SLOTS = {
    "status": "did it happen?", "date": "when", "actor": "who", "recipient": "to whom", "place": "where",
    "figure": "figure", "words": "words",
}  # fmt: skip
_ORDER = tuple(SLOTS)


class Found(NamedTuple):
    """Figures that differ; other slots that really do; those that only seem so; and what is left out."""

    figures: tuple[Dispute, ...]
    real: tuple[Dispute, ...]
    apparent: tuple[Dispute, ...]
    cut: Cut


def disputes(shown: Shown, story: str, most: int | None = None) -> Found:
    """The slots on which the tellings of a story differ, so many of each kind."""
    most = most or MOST_DISPUTES
    made = grouped(shown.rows.conflicts.get(story, ()))
    ranked = sorted(made, key=_standing)
    figures = sorted((held for held in ranked if held[0].slot == "figure"), key=_weight)
    real = [held for held in ranked if is_real(held) and held not in figures]
    apparent = [held for held in ranked if not is_real(held) and held not in figures]
    command = f"stemma show {shown.rows.path} conflicts --story {story}"
    every = len(figures) + len(real)
    kept = len(figures[:most]) + len(real[:most])
    return Found(
        tuple(dispute(shown, held) for held in figures[:most]),
        tuple(dispute(shown, held) for held in real[:most]),
        tuple(dispute(shown, held) for held in apparent[:most]),
        cut(kept, every, "slots on which tellings differ", command),
    )


def grouped(rows: Sequence[Conflict]) -> list[list[Conflict]]:
    """The rows of one slot of one thing together."""
    groups: dict[tuple[str, str, str], list[Conflict]] = defaultdict(list)
    for row in rows:
        # What a figure is of may be told by several events; it is one thing.
        groups[row.slot, row.about, "" if row.slot == "figure" else row.event_id or ""].append(row)
    return [part for held in groups.values() for part in _of_one_thing(held)]


def _of_one_thing(held: list[Conflict]) -> list[list[Conflict]]:
    """Figures of different events (the dead of now, those of a flood of long ago) apart, if there is a
    disagreement on either; and behind them the rows that tell why they are of different events."""
    other = [row for row in held if row.how.startswith(OTHER_EVENT)]
    if held[0].slot != "figure" or not other or not is_real(held):
        return [held]
    parts: list[tuple[set[str], list[Conflict]]] = []
    for row in held:
        if row in other:
            continue
        values = {row.value, row.other_value}
        joined = [part for part in parts if part[0] & values]
        parts = [part for part in parts if part not in joined]
        parts.append(
            (
                values.union(*(part[0] for part in joined)),
                [*(one for part in joined for one in part[1]), row],
            )
        )
    return [*(rows for _, rows in parts), other]


def is_real(held: Sequence[Conflict]) -> bool:
    """Whether it is, or may be, a disagreement."""
    return _worst(held) in _REAL


def _standing(held: Sequence[Conflict]) -> tuple[int, int, int, str]:
    pages = max(row.carriers + row.other_carriers for row in held)
    slot = _ORDER.index(held[0].slot) if held[0].slot in SLOTS else len(_ORDER)
    return _VERDICTS.index(_worst(held)), -pages, slot, held[0].id


def _weight(held: Sequence[Conflict]) -> tuple[bool, int]:
    """What differs for certain first; of these what most pages give figures for."""
    pages = {row.value: row.carriers for row in held}
    pages |= {row.other_value: row.other_carriers for row in held}
    return not is_real(held), -sum(pages.values())


def _worst(held: Sequence[Conflict]) -> str:
    return min((row.verdict for row in held), key=_VERDICTS.index)


def dispute(shown: Shown, held: Sequence[Conflict]) -> Dispute:
    """One slot of one thing, with all its values."""
    held = sorted(held, key=lambda row: _VERDICTS.index(row.verdict))
    first = held[0]
    is_figure = first.slot == "figure"
    # What a figure is of: what is counted, and what is said of it where that is no outcome for people.
    about, _, told = first.about.partition(", ") if is_figure else (first.about, "", "")
    values = _values(shown, sorted(held, key=lambda row: row.id))
    made = laid(shown, values) if is_figure else None
    return Dispute(
        anchor=first.id,
        about=one_line(about),
        told=one_line(f"told with “{told}”") if told else "",
        slot=SLOTS.get(first.slot, first.slot),
        verdict=_worst(held),
        real=is_real(held),
        why=tuple(dict.fromkeys(f"{row.verdict}: {shown.reason(row.how)}" for row in held))[:3],
        values=(made.values if made else tuple(value for value, _ in values))[:_MOST_VALUES],
        command=f"stemma explain {shown.rows.path} {first.id}",
        event=first.event_id or "",
        ticks=made.ticks if made else (),
    )


def _values(shown: Shown, held: Sequence[Conflict]) -> list[tuple[Value, tuple[str, ...]]]:
    """Both sides of all rows, each value once, with the rows that say so; figures in the order of their
    size, as the rows have them."""
    found: dict[str, tuple[Value, tuple[str, ...]]] = {}
    for row in held:
        for side in _sides(row):
            if side.value not in found:
                found[side.value] = (_value(shown, row.slot, side), side.row_ids)
    return list(found.values())


class _Side(NamedTuple):
    """One side of a row."""

    value: str
    row_ids: tuple[str, ...]
    article: str
    start: int
    end: int
    text: str
    footing: str


def _sides(row: Conflict) -> tuple[_Side, _Side]:
    return (
        _Side(
            row.value, row.row_ids, row.article_id, row.start, row.end, row.text,
            _footing(row.carriers, row.reporters_min, row.reporters_max, row.bases),
        ),
        _Side(
            row.other_value, row.other_row_ids, row.other_article_id, row.other_start,
            row.other_end, row.other_text,
            _footing(
                row.other_carriers, row.other_reporters_min, row.other_reporters_max,
                row.other_bases,
            ),
        ),
    )  # fmt: skip


def _value(shown: Shown, slot: str, side: _Side) -> Value:
    anchor = span_id("sentence", side.article, side.start, side.end)
    place = shown.spot(side.article, anchor, side.start, side.end)
    others = _places(shown, side)
    return Value(
        text=_said(slot, side.value),
        place=place,
        places=(place, *others[: _MOST_PLACES - 1]),
        more=max(len(others) - _MOST_PLACES + 1, 0),
        footing=side.footing,
        line=one_line(side.text),
    )


def _places(shown: Shown, side: _Side) -> list[Place]:
    """The sentences with it on the other pages, the first on each."""
    found: dict[str, Place] = {}
    for name in side.row_ids:
        span = SPAN.fullmatch(name)
        if span is None or span[1] == side.article or span[1] in found:
            continue
        at = int(span[2])
        some = shown.rows.sentences.get(span[1], ())
        sentence = next((one for one in some if one.start <= at < one.end), None)
        if sentence is not None:
            found[span[1]] = shown.spot(span[1], sentence.id, sentence.start, sentence.end)
    return sorted(found.values(), key=lambda place: place.path)


def _said(slot: str, value: str) -> str:
    """A value in words; a day or days `first/last` in full."""
    first, _, last = value.partition("/")
    return days(first, last or first) if slot == "date" and day_of(first) else one_line(value)


def _footing(carriers: int, least: int, most: int, bases: Sequence[str]) -> str:
    relies = f"relies on: {listed(bases, _MOST_NAMES)}" if bases else "relies on: not stated"
    return " · ".join([count(carriers, "page"), reporters(least, most), relies])
