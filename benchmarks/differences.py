"""Where tellings differ, on farm truth: of the disagreements that are real, how many are found; of those that
are shown, how many are real.

    python -m benchmarks.differences [--articles 120] [--seed 1] [--swap 0.2] [--library DIR] [--errors 20]

The farm's own pages differ in figures alone: in those of one thing and day that exclude each other, and in
those that it damaged. So pages are added that contradict them: sentences of the wires, with words swapped or
said again in other words (`benchmarks/own/reworded.toml`, development), each with another figure, another
day, a `not` more or less (`benchmarks/altered.py`), or somebody else as who did it. A contradiction is
*found* if a row that is, or may be, a disagreement has it on one side and the sentence that was altered on
the other. A row is *real* if it is one of these, if the truth has its two figures as of one day or one of
them as damaged, or if the truth has what is told to be done on one side as denied on the other. Rows of which
the truth knows less than both sides are not judged. Pages have their dates.
"""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from benchmarks import altered, checks
from benchmarks.farm.library import load_library
from benchmarks.happened import mentions
from benchmarks.pages import table
from benchmarks.pile import (
    ARTICLES,
    CHAIN,
    HELD_OUT,
    LIBRARIES,
    SECOND,
    SEED,
    Page,
    Pile,
    farm_options,
    made_pile,
    piles,
)
from benchmarks.tolls import known_figures, percent

SHOWN = ("conflicting", "different with order unknown")
KINDS = ("figure", "date", "status", "actor")
# A deed that somebody denies to have done is told under who did it.
_SLOTS = {"status": {"status", "actor"}}
MOST = 5  # contradictions of one kind on a page
SWAP = 0.2
_NO = re.compile(r"\b(?:not|denied)\b")
_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")

Row = dict[str, Any]


class Planted(NamedTuple):
    """A contradiction: what was altered, in which sentence of which wire, and what stands on the page."""

    kind: str
    form: str
    wire: str
    sentence: int
    text: str


class Place(NamedTuple):
    """Characters of a page."""

    path: str
    start: int
    end: int


class Side(NamedTuple):
    """What the truth knows of a side of a row: contradictions that it holds, sentences of wires, figures,
    and deeds with their statuses."""

    planted: frozenset[Planted]
    sentences: frozenset[tuple[str, int]]
    figures: tuple[tuple[str, str, bool], ...]
    deeds: tuple[tuple[str, str], ...]


def main() -> None:
    """Prints the measures of the piles that the command line asks for."""
    for swap, errors, pile in piles(__doc__, dated=True, added=contradicting):
        print(f"swap {swap:g}: {measured(pile, errors)}")


def differences_table() -> str:
    """All libraries: contradictions found, by what was altered, and rows that are real, by their slot."""
    head = ("library", "slot", "contradictions", "found, %", "words swapped", "said again", "rows shown",
            "judged", "real, %")  # fmt: skip
    rows: list[Sequence[object]] = []
    for name, library in (LIBRARIES[0], ("second", SECOND), *LIBRARIES[1:]):
        options = farm_options(CHAIN, library)
        with made_pile(ARTICLES, SEED, SWAP, options, dated=True, added=contradicting) as pile:
            found = measured(pile)
        rows += [[name, slot, *(found[slot].get(key, "–") for key in _COLUMNS)] for slot in found]
    return table(head, rows)


_COLUMNS = ("contradictions", "found", "swapped", "reworded", "shown", "judged", "real")

# -- pages that contradict -------------------------------------------------------------------------


def contradicting(truth: Mapping[str, Any], library: Path | None) -> list[Page]:
    """Pages of the contradictions of one happening, kind and form, some on each."""
    by_page: dict[tuple[str, str, str], list[Planted]] = defaultdict(list)
    for one in planted(truth, library):
        by_page[one.wire.split("-")[0], one.kind, one.form].append(one)
    days = {wire["event"]: wire["date"] for wire in truth["wires"]}
    return [
        Page(
            f"other-{'-'.join(name)}-{at}.txt",
            "\n\n".join(["Another account", *(one.text for one in held[at : at + MOST])]),
            days.get(name[0]) or "",
        )
        for name, held in sorted(by_page.items())
        for at in range(0, len(held), MOST)
    ]


def planted(truth: Mapping[str, Any], library: Path | None) -> list[Planted]:
    """All contradictions, each sentence of a wire with at most one in each form."""
    rng = Random(SEED)
    wires = {wire["id"]: wire for wire in truth["wires"]}
    own = load_library(library or checks.FARM)
    reworded = tomllib.loads(checks.REWORDED.read_text("utf-8"))
    again = {None: reworded["development"], HELD_OUT: reworded["held_out"]}.get(library, {})
    whole = sorted(checks.whole_sentences(truth))
    rng.shuffle(whole)
    found: list[Planted] = []
    for number, (wire, at) in enumerate(whole):
        sentence = wires[wire]["sentences"][at]
        forms = {"swapped": checks.swapped(sentence["text"], own.swaps, rng)}
        forms |= {"reworded": again[f"{wire} {at}"]} if f"{wire} {at}" in again else {}
        for form, text in forms.items():
            made = dict(_altered(text, wires[wire], sentence, wires, rng))
            kinds = [kind for kind in KINDS if kind in made]
            if kinds:
                # In turn, so that each sentence is altered once and each kind comes about as often.
                kind = min(kinds, key=lambda k: (Counter(f.kind for f in found)[k], (number, k)))
                found.append(Planted(kind, form, wire, at, made[kind]))
    return found


def _altered(
    text: str, wire: Row, sentence: Row, wires: Mapping[str, Row], rng: Random
) -> Iterator[tuple[str, str]]:
    same = [w for w in wires.values() if w["event"] == wire["event"]]
    taken = {f["low"] for w in same for s in w["sentences"] for f in s["figures"]}
    # `Will be` for `was` is another time, and no contradiction.
    told = altered.status(text, rng)
    made = {
        "figure": altered.figure(text, sentence, taken, rng),
        "date": altered.date(text, rng),
        "status": told if told and len(_NO.findall(told)) != len(_NO.findall(text)) else None,
        "actor": _by_another(text, sentence, same),
    }
    yield from ((kind, said) for kind, said in made.items() if said)


def _by_another(text: str, sentence: Row, same: Sequence[Row]) -> str | None:
    """With another name of the happening in the place of who did what the sentence tells."""
    others = sorted(
        {
            name
            for wire in same for told in wire["sentences"] for event in told["events"]
            for name in event["actor"][:1] if _NAME.fullmatch(name) and name.split()[-1] not in text
        }
    )  # fmt: skip
    for event in sentence["events"]:
        for name in event["actor"][:1]:
            # A person for a person, and a country for a country, as far as their words tell that.
            alike = [other for other in others if _shape(other) == _shape(name)]
            if event["status"] == "done" and alike and _NAME.fullmatch(name) and name in text:
                return text.replace(name, alike[0], 1)
    return None


def _shape(name: str) -> tuple[int, bool]:
    words = name.split()
    return len(words), not altered.BODIES.isdisjoint(words)


# -- rows ------------------------------------------------------------------------------------------


def measured(pile: Pile, errors: int = 0) -> dict[str, Row]:
    """Slot -> its measures; prints so many contradictions that are not found, and rows that are not real."""
    known = _Known(pile)
    rows = [row for row in pile.rows("conflicts") if row["verdict"] in SHOWN]
    found: set[Planted] = set()
    shown: Counter[str] = Counter(row["slot"] for row in rows)
    judged: Counter[tuple[str, bool]] = Counter()
    for row in rows:
        sides = known.side(row, "row_ids", ""), known.side(row, "other_row_ids", "other_")
        met = set(_met(row["slot"], *sides)) | set(_met(row["slot"], *reversed(sides)))
        found |= met
        real = True if met else _is_real(row["slot"], *sides)
        if real is not None:
            judged[row["slot"], real] += 1
        if real is False and judged[row["slot"], real] <= errors:
            print(
                f"FALSE {row['slot']} {row['verdict']}: {row['about']}: {row['value']} / {row['other_value']}"
            )
            print(f"    {row['text'][:200]}\n    {row['other_text'][:200]}\n    {row['how']}")
    missed = [one for one in known.planted if one not in found]
    for one in [m for kind in KINDS for m in [m for m in missed if m.kind == kind][:errors]]:
        print(f"MISSED {one.kind} {one.form} {one.wire} {one.sentence}: {one.text}")
        print(f"    {known.sources[one.wire, one.sentence]}")
    return {
        slot: _measures(slot, known.planted, found, shown, judged) for slot in (*KINDS, "words")
    }


def _measures(
    slot: str, every: Sequence[Planted], found: Collection[Planted], shown: Mapping[str, int],
    judged: Mapping[tuple[str, bool], int],
) -> Row:  # fmt: skip
    own = [one for one in every if one.kind == slot]
    real, false = judged.get((slot, True), 0), judged.get((slot, False), 0)
    made: Row = {
        "shown": shown.get(slot, 0),
        "judged": real + false,
        "real": percent(real, real + false),
    }
    if own:
        made |= {"contradictions": len(own), "found": _share(own, found)}
        for form in ("swapped", "reworded"):
            held = [one for one in own if one.form == form]
            made |= {form: _share(held, found)} if held else {}
    return made


def _share(own: Sequence[Planted], found: Collection[Planted]) -> float:
    return percent(sum(one in found for one in own), len(own))


def _met(slot: str, ours: Side, theirs: Side) -> Iterator[Planted]:
    """The contradictions that a row shows: one side has it, the other what it was made of."""
    for one in ours.planted:
        if (
            slot in _SLOTS.get(one.kind, {one.kind})
            and (one.wire, one.sentence) in theirs.sentences
        ):
            yield one


def _is_real(slot: str, ours: Side, theirs: Side) -> bool | None:
    """Whether the truth has the two sides of a row as a disagreement; None if it knows too little of it."""
    if ours.planted or theirs.planted:
        return None  # another wire's sentence may tell the same
    if slot == "figure":
        pairs = [(a, b) for a in ours.figures for b in theirs.figures]
        if not pairs:
            return None
        return any(a[0] == b[0] and (a[1] == b[1] or a[2] or b[2]) for a, b in pairs)
    if ours.sentences & theirs.sentences:
        return False  # the farm changes nothing in a sentence but words and figures
    pairs_of_deeds = [(a, b) for a in ours.deeds for b in theirs.deeds]
    if not pairs_of_deeds:
        return None
    return slot in ("status", "actor") and any(
        a[0] == b[0] and (a[1] == "denied") != (b[1] == "denied") for a, b in pairs_of_deeds
    )


class _Known:
    """What the truth knows of the places of a pile's pages."""

    def __init__(self, pile: Pile) -> None:
        self._pile = pile
        self.planted = planted(pile.truth, pile.library)
        self.sources = {
            (wire["id"], n): sentence["text"]
            for wire in pile.truth["wires"] for n, sentence in enumerate(wire["sentences"])
        }  # fmt: skip
        self._on: dict[str, list[tuple[Place, Planted]]] = defaultdict(list)
        for path, text in pile.texts.items():
            for one in self.planted:
                at = text.find(one.text) if path.startswith("other-") else -1
                if at >= 0:
                    self._on[path].append((Place(path, at, at + len(one.text)), one))
        self._wires: dict[str, list[tuple[Place, tuple[str, int]]]] = defaultdict(list)
        for article in pile.truth["articles"]:
            path = article["path"].removeprefix("articles/")
            for passage in article["passages"]:
                if passage["sentence"] is not None:
                    place = Place(path, passage["start"], passage["end"])
                    self._wires[path].append((place, (passage["wire"], passage["sentence"])))
        self._figures = known_figures(pile)
        self._deeds = {
            one.mention: (one.truth, one.label["status"]) for one in mentions(pile) if one.truth
        }
        self._rows = {
            row["id"]: Place(pile.paths[row["article_id"]], row["start"], row["end"])
            for name in ("figures", "mentions", "sayings", "timexes", "sentences") for row in pile.rows(name)
        }  # fmt: skip

    def side(self, row: Row, ids: str, other: str) -> Side:
        """What is known of one side."""
        names = row[ids]
        places = [self._rows[name] for name in names if name in self._rows]
        return Side(
            frozenset(one for place in places for one in _at(place, self._on)),
            frozenset(one for place in places for one in _at(place, self._wires)),
            tuple(self._figures[name] for name in names if name in self._figures),
            tuple(self._deeds[name] for name in names if name in self._deeds),
        )


def _at(place: Place, held: Mapping[str, Sequence[tuple[Place, Any]]]) -> Iterator[Any]:
    for other, one in held.get(place.path, ()):
        if other.start <= place.start < other.end:
            yield one


if __name__ == "__main__":
    main()
