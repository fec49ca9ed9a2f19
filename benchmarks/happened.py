"""The account against the farm's truth: events, their dates and statuses, and differing figures.

    python -m benchmarks.happened [--articles 120] [--seed 1] [--swap 0 0.2 0.4] [--library DIR] [--errors 20]

Pages are given their dates, as sites do. A *report* is a place in a wire's sentence that pages carry; all its
copies are one event (`rows per report`; `in one story` leaves out what is parted because its stories are). A
*true event* is one that the wires' authors named, with its day; a mention is of it where its words are akin
to the name. Counted are true events that several sentences name in this way, so that `rows per event` is 1 if
the wires' own words for it are joined; a row is `mixed` if it holds mentions of two true events. Day and
status are those of rows that hold mentions of one true event alone: a day is right if it is stated as such,
or as a range of at most a week around it; what is not stated is unknown.

Two figures differ *really* if the truth has them for one thing as of one day, or if the farm damaged one of
them; as of two days the later one is an update, and figures of two things are not comparable. Counted are
conflicts of figures whose sides are figures of the truth.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.pile import Pile, farm_options, made_pile, piles
from benchmarks.spoken import Passage, passages
from stemma.text.deeds import akin

ARTICLES, SEED, CHAIN = 120, 1, 0.3
SWAPS = (0.0, 0.2, 0.4)
HELD_OUT = Path(__file__).parent / "farm" / "held_out"
WEEK = 7
# Statuses of the farm -> those of a row that say the same.
_SAME = {
    "done": {"done", "going on"},
    "denied": {"not done", "disputed"},
    "refused": {"not done", "asked for", "possible", "planned"},
    "planned": {"planned"},
    "wished": {"asked for", "planned", "possible"},
    "possible": {"possible", "planned"},
}
_DECIDED = {"conflicting": True, "updated": False, "other scope": False, "compatible": False}

Row = dict[str, Any]


class Told(NamedTuple):
    """A mention on a page: its report in the wire, its event, and the true event that it is of, if known."""

    report: tuple[str, int, int]
    event: str
    truth: str | None
    status: str | None
    day: str | None


def main() -> None:
    """Prints the measures of the piles that the command line asks for."""
    for swap, errors, pile in piles(__doc__, dated=True):
        print(f"swap {swap:g}: {measured(pile, errors)}")


def measure(articles: int, seed: int, swap: float, chain: float, library: Path | None) -> Row:
    """The measures of one pile whose pages have their dates."""
    with made_pile(articles, seed, swap, farm_options(chain, library), dated=True) as pile:
        return measured(pile)


def happened_table() -> str:
    """Both libraries, with the dates of their pages."""
    head = (
        "library", "words swapped", "reports on several pages", "event rows for each", "in one story",
        "target", "events in several sentences", "event rows for each", "rows of two events, %",
        "rows of one event", "day right, %", "day wrong, %", "status right, %", "figures that differ",
        "decided, %", "rightly, %", "target",
    )  # fmt: skip
    rows = [
        [name, f"{swap:.0%}", *_cells(measure(ARTICLES, SEED, swap, CHAIN, library))]
        for name, library in (("development", None), ("held out", HELD_OUT))
        for swap in SWAPS
    ]
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


def _cells(found: Row) -> list[object]:
    return [
        found["reports"], found["rows per report"], found["in one story"], "1.00 ± .05", found["events"],
        found["rows per event"], found["mixed"], found["rows"], found["day right"], found["day wrong"],
        found["status right"], found["figures that differ"], found["decided"], found["rightly"], "≥ 90",
    ]  # fmt: skip


def measured(pile: Pile, errors: int = 0) -> Row:
    """All measures; prints so many errors."""
    told = list(mentions(pile))
    rows = {row["id"]: row for row in pile.rows("events")}
    if errors:
        _scattered(pile, told, errors)
    stories = {name: row["story_id"] for name, row in rows.items()}
    return {**_copies(told, stories), **_events(told, rows, errors), **_figures(pile, errors)}


def mentions(pile: Pile) -> Iterator[Told]:
    """The mentions of events that stand in sentences of wires."""
    held: dict[str, list[Row]] = defaultdict(list)
    for row in pile.rows("mentions"):
        if row["event_id"]:
            held[pile.paths[row["article_id"]]].append(row)
    labels = {
        (wire["id"], number): sentence.get("events", ())
        for wire in pile.truth["wires"]
        for number, sentence in enumerate(wire["sentences"])
    }
    for passage in passages(pile.truth):
        for row in held[passage.path]:
            at = _source(passage, row["start"])
            if at is None:
                continue
            known = _label(row["predicate"], labels[passage.wire, passage.sentence])
            happening = passage.wire.split("-")[0]
            yield Told(
                (passage.wire, passage.sentence, at), row["event_id"],
                f"{happening} {known['type']} {known['date']}" if known else None,
                known["status"] if known else None, known["date"] if known else None,
            )  # fmt: skip


def _source(passage: Passage, start: int) -> int | None:
    """Which character of the wire's sentence a character of the page is."""
    at = start - passage.start
    return passage.origin[at] if 0 <= at < len(passage.origin) else None


def _label(predicate: str, labels: Iterable[Mapping[str, str]]) -> Mapping[str, str] | None:
    """The only event of a sentence whose name has a word akin to one of these."""
    fitting = [
        label
        for label in labels
        if any(akin(a, b) for a in predicate.split() for b in label["type"].split() if len(b) > 3)
    ]
    return fitting[0] if len(fitting) == 1 else None


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


def _events(told: Sequence[Told], rows: Mapping[str, Row], errors: int) -> Row:
    by_truth: dict[str, list[Told]] = defaultdict(list)
    by_row: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.truth:
            by_truth[one.truth].append(one)
            by_row[one.event].append(one)
    several = [held for held in by_truth.values() if len({one.report[:2] for one in held}) > 1]
    scattered = sum(len({one.event for one in held}) for held in several)
    mixed = [name for name, held in by_row.items() if len({one.truth for one in held}) > 1]
    alone = [(rows[name], held) for name, held in by_row.items() if name not in mixed]
    days = Counter(_day(row, held[0].day or "") for row, held in alone)
    right = [_status(row, held) for row, held in alone]
    for row, held in alone[: errors * 4]:
        if _day(row, held[0].day or "") == "wrong" or not _status(row, held):
            print(
                held[0].truth,
                held[0].status,
                "|",
                row["date"],
                row["status"],
                "|",
                row["text"][:160],
            )
    return {
        "events": len(several),
        "rows per event": round(scattered / max(len(several), 1), 3),
        "mixed": _percent(len(mixed), len(by_row)),
        "rows": len(alone),
        "day right": _percent(days["right"], len(alone)),
        "day wrong": _percent(days["wrong"], len(alone)),
        "status right": _percent(sum(right), len(alone)),
        "both right": _percent(
            sum(
                _day(row, held[0].day or "") == "right" and _status(row, held)
                for row, held in alone
            ),
            len(alone),
        ),
    }


def _day(row: Row, day: str) -> str:
    if not row["first"] or not row["last"]:
        return "unknown"
    first, last = (date.fromisoformat(row[name]) for name in ("first", "last"))
    if (last - first).days >= WEEK:
        return "unknown"
    return "right" if first <= date.fromisoformat(day) <= last else "wrong"


def _status(row: Row, held: Sequence[Told]) -> bool:
    meant = {name for one in held for name in _SAME.get(one.status or "", ())}
    return row["status"] in meant or (
        row["status"] == "disputed" and len({one.status for one in held}) > 1
    )


# -- figures ---------------------------------------------------------------------------------------


def _figures(pile: Pile, errors: int) -> Row:
    known = _known_figures(pile)
    counts: Counter[str] = Counter()
    for row in pile.rows("conflicts"):
        if row["slot"] != "figure":
            continue
        sides = [
            {known[name] for name in row[ids] if name in known}
            for ids in ("row_ids", "other_row_ids")
        ]
        if not all(sides):
            continue
        real = _is_real(*sides)
        said = _DECIDED.get(row["verdict"])
        counts["pairs"] += 1
        counts["open"] += said is None
        counts["right"] += said is real
        counts["wrong"] += said is not None and said is not real
        if errors and said is not None and said is not real:
            print(
                row["verdict"],
                "|",
                row["about"],
                row["value"],
                row["other_value"],
                "|",
                sides,
                row["how"],
            )
    decided = counts["right"] + counts["wrong"]
    return {
        "figures that differ": counts["pairs"],
        "decided": _percent(decided, counts["pairs"]),
        "rightly": _percent(counts["right"], decided),
    }


Known = tuple[str, str, bool]  # what it is of, as of when, whether the farm damaged it


def _is_real(one: set[Known], other: set[Known]) -> bool:
    """Whether two sides disagree about one thing at one time."""
    if any(damaged for _, _, damaged in one | other):
        return True
    return any(a[:2] == b[:2] for a in one for b in other)


def _known_figures(pile: Pile) -> dict[str, Known]:
    """Figure -> what the truth says of it, where it is one of a wire's sentence."""
    held: dict[str, list[Row]] = defaultdict(list)
    for row in pile.rows("figures"):
        held[pile.paths[row["article_id"]]].append(row)
    labels = {
        (wire["id"], number): sentence.get("figures", ())
        for wire in pile.truth["wires"]
        for number, sentence in enumerate(wire["sentences"])
    }
    ops = _damages(pile)
    found: dict[str, Known] = {}
    for passage in passages(pile.truth):
        happening = passage.wire.split("-")[0]
        for row in held[passage.path]:
            at = _source(passage, row["start"])
            if at is None:
                continue
            damaged = ops.get((passage.path, passage.number), set())
            changed = any(text in row["text"] for text in damaged)
            fitting = [
                label
                for label in labels[passage.wire, passage.sentence]
                if changed
                or (row["low"] in (label["low"], None) and row["high"] in (label["high"], None))
            ]
            if len(fitting) == 1:
                label = fitting[0]
                found[row["id"]] = (f"{happening} {label['what']}", label["as_of"], changed)
    return found


def _damages(pile: Pile) -> dict[tuple[str, int], set[str]]:
    """Passage -> the numbers that the farm put there, but for those of another wire's later count."""
    found: dict[tuple[str, int], set[str]] = defaultdict(set)
    for article in pile.truth["articles"]:
        path = article["path"].removeprefix("articles/")
        for number, row in enumerate(article["passages"]):
            for op in row["ops"]:
                if op["op"] == "figure" and op.get("note") != "updated":
                    found[path, number].add(op["to"])
    return found


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


if __name__ == "__main__":
    main()
