"""How far a reader agrees with the truth of the farm's events, asked what the rows of events are asked.

    python -m benchmarks.agreed [--library benchmarks/farm/held_out] --ask FILE     writes the questions
    python -m benchmarks.agreed [--library benchmarks/farm/held_out]                 scores the answers

A sample of the true events of a pile (`happened.mentions` says what these are; 120 articles, a fifth of the
words swapped). Of each the reader sees at most four sentences that tell it, one page's version of each, with
the words that carry it marked, what stands before them and the date of the page, and says who, whom, of which
type, when and with what status. The answers are scored as rows are (`benchmarks/slots.py`), so that they show
what those rules leave to a reader who understands the pages: nobody's answers agree wholly with another's.
Beside them stand stemma's rows of the very same events.

The answers stand in `benchmarks/judged/agreed.tsv`: library, hash of the question, reader, who, whom (parties
with `;` between them), type (none, or one of PLOVER's), first and last day, status. They were given by
readers who had seen neither the truth nor what stemma found.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from benchmarks.happened import by_rows, event_name, is_alone, label_places, mentions
from benchmarks.pages import table
from benchmarks.pile import (
    ARTICLES,
    CHAIN,
    FOURTH,
    HELD_OUT,
    SEED,
    THIRD,
    Pile,
    farm_options,
    made_pile,
)
from benchmarks.slots import SLOTS, Report, all_names, misses, verdicts
from benchmarks.spoken import Passage, passages

ANSWERS = Path(__file__).parent / "judged" / "agreed.tsv"
SWAP, SAMPLE, SENTENCES, BEFORE = 0.2, 60, 4, 320
LIBRARIES = (("development", None), ("third", THIRD), ("fourth", FOURTH), ("held out", HELD_OUT))
HEAD = ("library", "question", "reader", "who", "whom", "type", "first", "last", "status")

Row = dict[str, Any]


class Told(NamedTuple):
    """A sentence that tells the event, on a page: its text with the words marked, what stands before it."""

    report: Report
    marked: str
    before: str
    page_date: str


class Question(NamedTuple):
    """A true event: a hash of what is shown of it, its story's name in the library, and its sentences."""

    hash: str
    event: str
    told: tuple[Told, ...]


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes the questions of a library, or prints its scores."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--library", type=Path, help="folder of other wires, events and swaps")
    parser.add_argument("--ask", type=Path, help="file to write the questions to")
    given = parser.parse_args(arguments)
    until = "read" if given.ask else "account"
    with made_pile(
        ARTICLES, SEED, SWAP, farm_options(CHAIN, given.library), until, dated=True
    ) as pile:
        asked = questions(pile)
        if given.ask:
            given.ask.write_text("\n".join(map(_shown, asked)), encoding="utf-8")
        else:
            for reader, found in scores(pile, asked, load(ANSWERS)).items():
                print(reader, found)


def agreed_table() -> str:
    """Each library's readers, and stemma on the same events."""
    answers = load(ANSWERS)
    rows = []
    for name, library in LIBRARIES:
        with made_pile(ARTICLES, SEED, SWAP, farm_options(CHAIN, library), dated=True) as pile:
            for reader, found in scores(pile, questions(pile), answers).items():
                rows.append([name, reader, *found.values()])
    head = ["library", "whose answers", "events or rows", *(f"{_WORDS[s]} right, %" for s in SLOTS)]
    return table([*head, "all right, %"], rows)


_WORDS = {"actor": "who", "recipient": "whom", "type": "type", "day": "day", "status": "status"}


# -- questions -------------------------------------------------------------------------------------


def questions(pile: Pile) -> list[Question]:
    """The sample of a pile, in an order that says nothing."""
    held: dict[str, dict[tuple[str, int], Told]] = defaultdict(dict)
    dates = {one["path"].removeprefix("articles/"): one["date"] for one in pile.truth["articles"]}
    wires = {wire["id"]: wire["sentences"] for wire in pile.truth["wires"]}
    for passage in sorted(passages(pile.truth), key=lambda one: (one.path, one.start)):
        known = wires[passage.wire][passage.sentence].get("events", ())
        for label in known:
            told = _told(passage, label, known, pile.texts[passage.path], dates[passage.path])
            if told:
                event = event_name(passage.wire.split("-")[0], label)
                held[event].setdefault((passage.wire, passage.sentence), told)
    names = Random(SEED).sample(sorted(held), min(SAMPLE, len(held)))
    return [_question(name, list(held[name].values())[:SENTENCES]) for name in names]


def _told(
    passage: Passage, label: Row, known: Sequence[Row], text: str, date: str | None
) -> Told | None:
    """A sentence on a page with the words of an event marked; None if these are not left."""
    words = set(label_places(passage.source, label))
    here = [n for n, at in enumerate(passage.origin) if at in words]
    if not here:
        return None
    end = passage.start + len(passage.origin)
    own = text[passage.start : end]
    first, last = here[0], here[-1] + 1
    marked = f"{own[:first]}«{own[first:last]}»{own[last:]}"
    days = frozenset(other["date"] for other in known)
    return Told(
        Report(label, own, days), marked, text[max(passage.start - BEFORE, 0) : passage.start], date or ""
    )  # fmt: skip


def _question(event: str, told: Sequence[Told]) -> Question:
    shown = "\x1f".join(part for one in told for part in (one.marked, one.before, one.page_date))
    return Question(sha256(shown.encode()).hexdigest()[:16], event, tuple(told))


def _shown(question: Question) -> str:
    parts = [f"## {question.hash}\n"]
    for one in question.told:
        before = " ".join(one.before.split())
        parts.append(
            f"page of {one.page_date or 'unknown date'}: … {before} >>> {one.marked} <<<\n"
        )
    return "\n".join(parts)


# -- answers ---------------------------------------------------------------------------------------


def load(path: Path) -> dict[str, dict[str, Row]]:
    """Reader -> hash of a question -> the answer, as a row of events has it."""
    found: dict[str, dict[str, Row]] = defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        _, question, reader, who, whom, kind, first, last, status = line.split("\t")
        found[reader][question] = {
            "actors": _parties(who), "recipients": _parties(whom), "type": kind, "status": status,
            "first": first or None, "last": last or first or None, "said_by": [],
        }  # fmt: skip
    return found


def _parties(text: str) -> list[str]:
    return [name.strip() for name in text.split(";") if name.strip()]


def scores(
    pile: Pile, asked: Sequence[Question], answers: Mapping[str, Mapping[str, Row]]
) -> dict[str, Row]:
    """Reader -> how many questions were answered, and the shares of right slots; stemma's rows last."""
    found = {}
    for reader, given in answers.items():
        verdict = [
            verdicts(given[one.hash], [told.report for told in one.told], {})
            for one in asked
            if one.hash in given
        ]
        if verdict:
            found[reader] = _shares(verdict)
    return {**found, "stemma": _shares(list(_own(pile, {one.event for one in asked})))}


def _own(pile: Pile, events: set[str]) -> Iterator[Mapping[str, str]]:
    """The verdicts on stemma's rows that hold mentions of one of these events, and of no other."""
    names = all_names(pile.rows("actors"))
    rows = {row["id"]: row for row in pile.rows("events")}
    for name, held in by_rows(list(mentions(pile))).items():
        if is_alone(held) and held[0].truth in events:
            row = rows[name]
            reports = [Report(one.label, one.text, one.days) for one in held]
            yield verdicts(row, reports, names.get(row["story_id"], {}))


def _shares(verdict: Sequence[Mapping[str, str]]) -> Row:
    count = Counter(slot for one in verdict for slot in SLOTS if one[slot] == "right")
    whole = sum(not list(misses(one)) for one in verdict)
    shares = {slot: round(100 * count[slot] / len(verdict), 1) for slot in SLOTS}
    return {"asked": len(verdict), **shares, "all right": round(100 * whole / len(verdict), 1)}


if __name__ == "__main__":
    main()
