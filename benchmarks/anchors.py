"""How often the day of a relative expression of time is stated on the farm, and rightly.

    python -m benchmarks.anchors [--articles 120] [--seed 1] [--swap 0 0.2 0.4] [--library DIR] [--errors 20]

Truth: what the expression means in the report that its sentence comes from, said on the report's own day; a
weekday, or a day without its year, is that of an event in the same sentence where exactly one falls on it.
Counted are expressions that say no certain day by themselves, in passages whose words at that place are the
report's. Each pile is built twice: with the dates of its pages given, and without any.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.pages import table
from benchmarks.pile import ARTICLES, CHAIN, LIBRARIES, SEED, SWAPS, Pile, farm_options, made_pile
from benchmarks.spoken import Passage, passages
from stemma.times import Anchor, Timex, tag_times

WEEK = 7  # days of a range that is narrow enough
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T.*)?")
_DAY = re.compile(r"XXXX-(\d\d-\d\d)(?:T.*)?")
_BESIDE = re.compile(r"^the date |says the day in full$")
_DATE = re.compile(r"\b[A-Z][a-z]{2,8}\.? \d{1,2}\b")
_SHOWN = ("text", "value", "first", "last", "anchor", "anchor_how", "reason")

Row = dict[str, Any]


def main() -> None:
    """Prints the measures of the piles that the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--swap", type=float, nargs="*", default=list(SWAPS))
    parser.add_argument("--library", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="print so many of what is wrong")
    given = parser.parse_args()
    for swap in given.swap:
        for dated in (True, False):
            found = measured(given.articles, given.seed, swap, given.library, dated, given.errors)
            print(f"swap {swap:g}, {'dated' if dated else 'undated'}: {found}")


def measured(
    articles: int, seed: int, swap: float, library: Path | None, dated: bool, errors: int = 0
) -> dict[str, int]:
    """Counts on one pile: `all`, and of them `right`, `wrong` and `unknown`; of the unknown ones `near`, a
    range of a week at most that holds what is meant, `bounded`, and `broken`, whose bounds do not hold.
    Of the days on which they were said: `sayings`, `said` (the right day), `off` (a wrong one), `around` (a
    range of a week at most that holds it); `in pile`, those whose sentence stands in the pile with its day,
    and `found`, of these the ones that were said on the right day or in such a range."""
    options = farm_options(CHAIN, library)
    with made_pile(articles, seed, swap, options, until="times", dated=dated) as pile:
        counts: Counter[str] = Counter()
        known = with_day(pile, dated)
        for row, meant, passage, day in told(pile):
            verdict = judged(row, meant)
            stands = (passage.wire, passage.sentence) in known
            counts.update(["all", *verdict, *said(row, day, stands)])
            if errors and {"wrong", "broken"} & set(verdict):
                errors -= 1
                shown = {name: row[name] for name in _SHOWN}
                print(f"  {meant.value} is meant: {shown}")
        return dict(counts)


def judged(row: Row, meant: Timex) -> list[str]:
    """What a row is, beside what is meant."""
    if row["how"] != "unknown":
        return ["right" if row["value"] == meant.value else "wrong"]
    first, last = row["first"], row["last"]
    if first is None and last is None:
        return ["unknown"]
    holds = (first or "0") <= str(meant.last) and str(meant.first) <= (last or "9")
    near = ["near"] if holds and _week(first, last) else []
    return ["unknown", "bounded", *near, *([] if holds else ["broken"])]


def _week(first: str | None, last: str | None) -> bool:
    if not first or not last:
        return False
    return (date.fromisoformat(last) - date.fromisoformat(first)).days < WEEK


def said(row: Row, day: str, known: bool) -> list[str]:
    """What is stated of the day on which the passage of a row was said."""
    first, _, last = ("" if _counts(row) else row["anchor"] or "").partition("/")
    last = last or first
    if first and first == last:
        verdict = ["said" if first == day else "off"]
    else:
        verdict = (
            ["around"] if first != ".." and _week(first, last) and first <= day <= last else []
        )
    return [
        "sayings",
        *verdict,
        *(["in pile"] if known else []),
        *(["found"] if known and verdict in (["said"], ["around"]) else []),
    ]


def _counts(row: Row) -> bool:
    """Whether the anchor of a row is a date in its sentence, not the day on which that was said."""
    return bool(_BESIDE.search(row["anchor_how"] or ""))


def with_day(pile: Pile, dated: bool) -> set[tuple[str, int]]:
    """Sentences of reports whose day stands in the pile: those behind a dateline with a date, and those on
    a page of one report whose date is given."""
    found = set()
    for article in pile.truth["articles"]:
        whole = dated and article["kind"] != "mosaic" and article["date"]
        text = pile.texts[article["path"].removeprefix("articles/")]
        for passage in article["passages"]:
            shown = passage["role"] == "dateline" and _DATE.search(
                text[passage["start"] : passage["end"]]
            )
            if passage["wire"] and (shown or whole) and passage["sentence"] is not None:
                found.add((passage["wire"], passage["sentence"]))
    return found


def told(pile: Pile) -> Iterator[tuple[Row, Timex, Passage, str]]:
    """Each relative expression of the pages whose meaning is known, with what it means, its passage and the
    day of that passage's report."""
    rows: dict[str, list[Row]] = {}
    for row in pile.rows("timexes"):
        rows.setdefault(pile.paths[row["article_id"]], []).append(row)
    wires = {wire["id"]: wire for wire in pile.truth["wires"]}
    for passage in passages(pile.truth):
        wire = wires[passage.wire]
        meant = _meant(passage.source, wire["date"], _days(wire["sentences"][passage.sentence]))
        for row in rows.get(passage.path, ()):
            one = _source_of(passage, row, meant)
            if one is not None:
                yield row, one, passage, wire["date"]


def _days(sentence: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(sorted({event["date"] for event in sentence["events"] if event["date"]}))


@cache
def _meant(text: str, day: str, events: tuple[str, ...]) -> tuple[Timex, ...]:
    """The relative expressions of a sentence of a report, as meant."""
    bare = {(one.start, one.end): one for one in tag_times(text)}
    return tuple(
        _by_event(one, bare[one.start, one.end], events)
        for one in tag_times(text, Anchor.on(date.fromisoformat(day)))
        if (one.start, one.end) in bare
        and bare[one.start, one.end].how == "unknown"
        and one.how == "relative"
    )


def _by_event(one: Timex, bare: Timex, events: Sequence[str]) -> Timex:
    weekday, day = _WEEKDAY.fullmatch(bare.value), _DAY.fullmatch(bare.value)
    fitting = [
        event
        for event in events
        if (weekday and date.fromisoformat(event).isoweekday() == int(weekday[1]))
        or (day and event[5:] == day[1])
    ]
    if len(fitting) != 1:
        return one
    clock = one.value[10:]
    on = date.fromisoformat(fitting[0])
    return Timex(
        one.start, one.end, one.text, one.type, fitting[0] + clock, one.mod, one.how, one.reason, on, on
    )  # fmt: skip


def _source_of(passage: Passage, row: Row, meant: Sequence[Timex]) -> Timex | None:
    """The expression of the report that a row of the page is."""
    at = row["start"] - passage.start
    inside = passage.origin[max(at, 0) : row["end"] - passage.start]
    if at < 0 or row["end"] - passage.start > len(passage.origin) or not inside or None in inside:
        return None
    span = inside[0], inside[-1] + 1  # type: ignore[operator]
    for one in meant:
        if (one.start, one.end) == span and one.text.casefold() == row["text"].casefold():
            return one
    return None


# -- the table ------------------------------------------------------------------------------------


def anchors_table() -> str:
    """Both libraries, with the dates of pages and without."""
    head = (
        "library", "words swapped", "dates of pages", "relative expressions", "stated and right, %",
        "stated and wrong, %", "target", "right, or a week that holds it, %", "target",
        "bounds that do not hold", "day of saying stated and wrong, %",
        "right, or a week that holds it, %", "the same, where the day stands in the pile, %", "target",
    )  # fmt: skip
    rows = [
        [
            name, f"{swap:.0%}", "given" if dated else "none",
            *_cells(measured(ARTICLES, SEED, swap, library, dated)),
        ]
        for name, library in LIBRARIES
        for swap in SWAPS
        for dated in (True, False)
    ]  # fmt: skip
    return table(head, rows)


def _cells(found: Mapping[str, int]) -> list[object]:
    every = found.get("all", 0)

    def share(of: int, *keys: str) -> str:
        return f"{100 * sum(found.get(key, 0) for key in keys) / of:.1f}" if of else "–"

    return [
        every, share(every, "right"), share(every, "wrong"), "≤ 2", share(every, "right", "near"), "≥ 70",
        found.get("broken", 0), share(every, "off"), share(every, "said", "around"),
        share(found.get("in pile", 0), "found"), "≥ 90",
    ]  # fmt: skip


if __name__ == "__main__":
    main()
