"""The account against the farm's truth: events, their dates and statuses, and differing figures.

    python -m benchmarks.happened [--articles 120] [--seed 1] [--swap 0 0.2 0.4] [--library DIR] [--errors 20]

Pages are given their dates, as sites do. A *report* is a place in a wire's sentence that pages carry; all its
copies are one event (`rows per report`; `in one story` leaves out what is parted because its stories are). A
*true event* is one that the wires' authors named, with its day and the words that carry it in each sentence;
a mention at these words is of it. `rows per event`: over all true events of which there is a mention, and
over those of `several` sentences, where it is 1 if reports in quite other words are joined too; both again
`in one story`. `events on pages`: true events of which a page still has words that carry them; of the typed
ones, those that PLOVER has a type for whatever its manual leaves open, so many per cent are found by a
mention of an event at their words. A row is `mixed` if it holds mentions of two true events. Rows that hold
mentions of one alone are compared with it slot by slot (`benchmarks/slots.py`). Sentences of which nobody has
said what they report are not counted.
Figures that differ: `benchmarks/tolls.py`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.pages import table
from benchmarks.pile import (
    ARTICLES,
    CHAIN,
    FOURTH,
    LIBRARIES,
    SECOND,
    SEED,
    SWAPS,
    THIRD,
    Pile,
    farm_options,
    made_pile,
    piles,
)
from benchmarks.slots import SLOTS, Report, all_names, misses, verdicts
from benchmarks.spoken import Passage, passages
from benchmarks.tolls import figures_told_apart, percent

Row = dict[str, Any]


_OTHERS = (("second", SECOND), ("third", THIRD), ("fourth", FOURTH))


class Told(NamedTuple):
    """A mention on a page: its report in the wire, its event, and the true event that it is of, if known,
    with what the truth says of that, the sentence as it stands on the page, and all days told of in it."""

    report: tuple[str, int, int]
    event: str
    truth: str | None
    label: Row
    text: str
    days: frozenset[str]
    predicate: str
    mention: str


def main() -> None:
    """Prints the measures of the piles that the command line asks for."""
    for swap, errors, pile in piles(__doc__, dated=True):
        print(f"swap {swap:g}: {measured(pile, errors)}")


def measure(articles: int, seed: int, swap: float, chain: float, library: Path | None) -> Row:
    """The measures of one pile whose pages have their dates."""
    with made_pile(articles, seed, swap, farm_options(chain, library), dated=True) as pile:
        return measured(pile)


def happened_table() -> str:
    """All libraries, with the dates of their pages: rows for events, and their slots."""
    made = [
        ([name, f"{swap:.0%}"], measure(ARTICLES, SEED, swap, CHAIN, library))
        for name, library in (LIBRARIES[0], *_OTHERS, *LIBRARIES[1:])
        for swap in SWAPS
    ]
    return f"{_table(_ROWS, made)}\n{_table(_SLOTS, made)}"


# Heading -> what of the measures stands under it; a target stands under its own.
_ROWS = {
    "reports on several pages": "reports",
    "event rows for each": "rows per report",
    "for each, in one story": "in one story",
    "true events on the pages": "events on pages",
    "of those that PLOVER has a type for, found, %": "typed found",
    "true events": "events",
    "event rows for each true event": "rows per event",
    "for each true event, in one story": "rows per event in one story",
    "target": "1.00 ± .05",
    "told in several sentences": "several",
    "event rows for each of these": "rows per event of several",
    "rows of two events, %": "mixed",
    "figures that differ": "figures that differ",
    "decided, %": "decided",
    "rightly, %": "rightly",
    "target for figures": "≥ 90",
}
_SLOTS = {
    "rows of one event": "rows",
    "who right, %": "actor right",
    "who wrong, %": "actor wrong",
    "whom right, %": "recipient right",
    "whom wrong, %": "recipient wrong",
    "type right, %": "type right",
    "type wrong, %": "type wrong",
    "day right, %": "day right",
    "day wrong, %": "day wrong",
    "status right, %": "status right",
    "all right, %": "all right",
    "target": "≥ 80",
}


def _table(columns: Mapping[str, str], made: Sequence[tuple[list[str], Row]]) -> str:
    head = ["library", "words swapped", *columns]
    rows = [[*first, *(found.get(key, key) for key in columns.values())] for first, found in made]
    return table(head, rows)


def measured(pile: Pile, errors: int = 0) -> Row:
    """All measures; prints so many errors."""
    told = list(mentions(pile))
    rows = {row["id"]: row for row in pile.rows("events")}
    if errors:
        _scattered(pile, told, errors)
    stories = {name: row["story_id"] for name, row in rows.items()}
    return {
        **_copies(told, stories),
        **found_of(told_events(pile), {one.truth for one in told if one.truth}),
        **_events(pile, told, rows, errors),
        **figures_told_apart(pile, errors),
    }


def mentions(pile: Pile) -> Iterator[Told]:
    """The mentions of events that stand in sentences of wires."""
    held: dict[str, list[Row]] = defaultdict(list)
    for row in pile.rows("mentions"):
        if row["event_id"]:
            held[pile.paths[row["article_id"]]].append(row)
    labels = _labels(pile.truth)
    for passage in passages(pile.truth):
        end = passage.start + len(passage.origin)
        known = labels[passage.wire, passage.sentence]
        for row in held[passage.path]:
            at = passage.source_at(row["start"])
            if at is None:
                continue
            label = _label(range(row["start"], row["end"]), passage, known)
            yield Told(
                (passage.wire, passage.sentence, at), row["event_id"],
                event_name(passage.wire.split("-")[0], label) if label else None, label or {},
                pile.texts[passage.path][passage.start : end],
                frozenset(other["date"] for other in known), row["predicate"], row["id"],
            )  # fmt: skip


def _labels(truth: Row) -> dict[tuple[str, int], Sequence[Row]]:
    """Wire and number of a sentence -> the events that it reports."""
    return {
        (wire["id"], number): sentence.get("events", ())
        for wire in truth["wires"]
        for number, sentence in enumerate(wire["sentences"])
    }


def told_events(pile: Pile) -> dict[str, Row]:
    """Name of each true event of which a page has words that carry it -> what the truth says of it."""
    labels = _labels(pile.truth)
    found: dict[str, Row] = {}
    for passage in passages(pile.truth):
        left = set(passage.origin)
        for label in labels[passage.wire, passage.sentence]:
            if left & set(label_places(passage.source, label)):
                found[event_name(passage.wire.split("-")[0], label)] = label
    return found


def found_of(held: Mapping[str, Row], found: Collection[str]) -> Row:
    """How many true events pages tell, and what share of those that PLOVER has a type for is `found`. No type
    among those that are right for an event (an empty one): it need not be coded."""
    typed = [name for name, label in held.items() if label["plover"] and "" not in label["plover"]]
    return {
        "events on pages": len(held),
        "typed found": percent(sum(name in found for name in typed), len(typed)),
    }


def event_name(happening: str, label: Row) -> str:
    """One name for a true event; two parties may each have done such a thing on one day."""
    return f"{happening} {label['type']} {label['date']} {'/'.join(label['actor'][:1])}".rstrip()


def _label(span: range, passage: Passage, labels: Sequence[Row]) -> Row | None:
    """The event of a sentence whose words most of a mention stands in; `span`: its characters on the page."""
    held = {at for at in (passage.source_at(n) for n in span) if at is not None}
    shares = [(len(held & set(label_places(passage.source, label))), label) for label in labels]
    best = max((share for share, _ in shares), default=0)
    fitting = [label for share, label in shares if share == best]
    return fitting[0] if best and len(fitting) == 1 else None


def label_places(text: str, label: Row) -> Iterator[int]:
    """The characters of a sentence that carry an event."""
    for words in label["words"]:
        found = re.search(rf"\b{re.escape(words)}\b", text)
        yield from range(*found.span()) if found else ()


def _copies(told: Sequence[Told], stories: Mapping[str, str]) -> Row:
    events: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    count: Counter[tuple[str, int, int]] = Counter()
    for one in told:
        events[one.report].add(one.event)
        count[one.report] += 1
    copied = [report for report in events if count[report] > 1]
    rows = sum(len(events[report]) for report in copied)
    # An event belongs to one story: what the stories part is parted here too.
    inside = sum(
        len(events[report]) - len({stories[e] for e in events[report]}) for report in copied
    )
    return {
        "reports": len(copied),
        "rows per report": round(rows / max(len(copied), 1), 3),
        "in one story": round(1 + inside / max(len(copied), 1), 3),
    }


def _scattered(pile: Pile, told: Sequence[Told], errors: int) -> None:
    """Prints reports whose copies are of several events."""
    events: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    for one in told:
        events[one.report].add(one.event)
    rows = {row["id"]: row for row in pile.rows("events")}
    many = [(report, names) for report, names in sorted(events.items()) if len(names) > 1]
    for report, names in many[:errors]:
        print(report)
        for name in sorted(names):
            print(
                "   ",
                rows[name]["story_id"][-6:],
                rows[name]["predicate"],
                "|",
                rows[name]["text"][:200],
            )


def _events(pile: Pile, told: Sequence[Told], rows: Mapping[str, Row], errors: int) -> Row:
    by_truth: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.truth:
            by_truth[one.truth].append(one)
    several = [held for held in by_truth.values() if len({one.report[:2] for one in held}) > 1]
    by_row = by_rows(told)
    alone = {name: held for name, held in by_row.items() if is_alone(held)}
    slots = _slots(pile, rows, alone, errors)
    return {
        "events": len(by_truth),
        "rows per event": _rows_each(by_truth.values(), rows)[0],
        "rows per event in one story": _rows_each(by_truth.values(), rows)[1],
        "several": len(several),
        "rows per event of several": _rows_each(several, rows)[0],
        "rows per event of several in one story": _rows_each(several, rows)[1],
        "mixed": percent(len(by_row) - len(alone), len(by_row)),
        "rows": len(alone),
        **{f"{slot} right": percent(slots[slot, "right"], len(alone)) for slot in SLOTS},
        **{f"{slot} wrong": percent(slots[slot, "wrong"], len(alone)) for slot in SLOTS},
        "all right": percent(slots["all", "right"], len(alone)),
    }


def by_rows(told: Sequence[Told]) -> dict[str, list[Told]]:
    """Row -> its mentions whose true event is known."""
    found: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.truth:
            found[one.event].append(one)
    return found


def is_alone(held: Sequence[Told]) -> bool:
    """Whether the mentions of a row are of one true event."""
    return len({one.truth for one in held}) == 1


def _rows_each(events: Collection[Sequence[Told]], rows: Mapping[str, Row]) -> tuple[float, float]:
    """Rows for each event, and without those that are parted because their stories are."""
    held = [{one.event for one in told} for told in events]
    count = sum(map(len, held))
    parted = sum(len({rows[name]["story_id"] for name in names}) - 1 for names in held)
    several = max(len(held), 1)
    return round(count / several, 3), round((count - parted) / several, 3)


def _slots(
    pile: Pile, rows: Mapping[str, Row], alone: Mapping[str, Sequence[Told]], errors: int
) -> Counter[tuple[str, str]]:
    """Slot, or `all`, and verdict -> rows."""
    names = all_names(pile.rows("actors"))
    counts: Counter[tuple[str, str]] = Counter()
    for name, held in sorted(alone.items()):
        row = rows[name]
        reports = [Report(one.label, one.text, one.days) for one in held]
        verdict = verdicts(row, reports, names.get(row["story_id"], {}))
        counts.update(verdict.items())
        missed = list(misses(verdict))
        counts["all", "wrong" if missed else "right"] += 1
        if missed and errors > 0:
            errors -= 1
            _print_slots(row, held[0], verdict)
    return counts


def _print_slots(row: Row, told: Told, verdict: Mapping[str, str]) -> None:
    """Prints a row with the slots that are not right, and what the truth says."""
    label = told.label
    said = {
        "actor": (row["actors"], label["actor"]),
        "recipient": (row["recipients"], "each other" if label["mutual"] else label["recipient"]),
        "type": (row["type"], label["plover"]),
        "day": (row["date"] or f"{row['first']}..{row['last']}", label["date"]),
        "status": (row["status"], label["status"]),
    }
    print(f"{told.truth} | {told.predicate} | {told.text}")
    for slot in misses(verdict):
        print(f"    {slot} {verdict[slot]}: row {said[slot][0]}, truth {said[slot][1]}")


if __name__ == "__main__":
    main()
