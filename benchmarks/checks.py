"""`stemma check` on farm truth: drafts made of true sentences and of ones that a script altered.

    python -m benchmarks.checks [--articles 120] [--seed 1] [--swap 0.2] [--library benchmarks/farm/held_out]
                                [--errors 20] [--time 1000]

True are sentences of wires that some page of the pile has whole: as they stand, with words swapped as the
farm does it, and said again in other words (`benchmarks/own/reworded.toml`, ours). Each is also altered:
another figure, speaker, date or status; and sentences are invented about the pile's people. A verdict is
right if it is the one for what was done; of a true sentence any that says that it holds, or that it is
disputed where some page has its figure, or its quoted words, changed. `--time` checks
one page against so many articles."""

import argparse
import json
import re
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from statistics import median
from typing import Any, NamedTuple

from benchmarks import altered
from benchmarks.farm.library import load_library
from benchmarks.farm.passage import Passage
from benchmarks.farm.swaps import SwapList
from benchmarks.pages import table
from benchmarks.pile import HELD_OUT, LIBRARIES, Pile, farm_options, made_pile
from stemma.case import Case
from stemma.check import verdicts as v
from stemma.checking import Checker, check_draft
from stemma.drafts import read_texts
from stemma.read import stdin_source
from stemma.reader import load
from stemma.times import UNKNOWN

REWORDED = Path(__file__).parent / "own" / "reworded.toml"
FARM = Path(__file__).parent / "farm"
RIGHT = {
    "figure": v.FIGURE, "speaker": v.OTHER_SPEAKER, "date": v.DATE, "status": v.STATUS,
    "invented": v.NOT_FOUND,
}  # fmt: skip
KINDS = ("true", *RIGHT)
ARTICLES = 120
MOST = 60  # sentences of one kind and form
PAGE = 15  # sentences of one draft
# What becomes of a passage that a page does not have as the wire has it.
_CHANGED = {"cut", "orphan", "unquote", "question_lost", "figure"}


class Line(NamedTuple):
    """A sentence of a draft: how it was made (`form`: verbatim, swapped, reworded or invented), what was
    done to it, and where it comes from; `changed`: whether a page has other numbers or quoted words in it."""

    kind: str
    form: str
    event: str
    source: str
    text: str
    changed: bool = False


def lines(pile: Pile, held_out: bool, seed: int) -> list[Line]:
    """All sentences of the drafts, in order."""
    rng = Random(seed)
    wires = {wire["id"]: wire for wire in pile.truth["wires"]}
    again = tomllib.loads(REWORDED.read_text("utf-8"))["held_out" if held_out else "development"]
    swaps = load_library(HELD_OUT if held_out else FARM).swaps
    found: list[Line] = []
    whole, changed = sorted(whole_sentences(pile.truth)), _changed(pile, wires)
    rng.shuffle(whole)
    for wire_id, number in whole:
        sentence = wires[wire_id]["sentences"][number]
        name = f"{wire_id} {number}"
        forms = {"verbatim": sentence["text"], "swapped": swapped(sentence["text"], swaps, rng)}
        if name in again:
            forms["reworded"] = again[name]
        for form, text in forms.items():
            told = [("true", text), *_altered(text, sentence, wires, wire_id, rng)]
            found += [
                Line(kind, form, wires[wire_id]["event"], name, said, name in changed)
                for kind, said in told
                if said
            ]
    found += list(_invented(wires, rng))
    return _some(found)


def whole_sentences(truth: Mapping[str, Any]) -> set[tuple[str, int]]:
    """The sentences that some page has whole, with nothing taken away and no figure changed."""
    return {
        (passage["wire"], passage["sentence"])
        for article in truth["articles"]
        for passage in article["passages"]
        if passage["role"] == "body" and passage["part"] == "whole" and passage["sentence"] is not None
        and not {op["op"] for op in passage["ops"]} & _CHANGED
    }  # fmt: skip


def _changed(pile: Pile, wires: dict[str, Any]) -> set[str]:
    """The sentences of which some page has another figure, or other words inside quotation marks."""
    found = set()
    for passage in (p for a in pile.truth["articles"] for p in a["passages"]):
        if passage["sentence"] is None:
            continue
        text = wires[passage["wire"]]["sentences"][passage["sentence"]]["text"]
        marked = text.split('"')[1::2]
        if any(
            op["op"] == "figure"
            or (op["op"] == "swap" and any(op["from"] in said for said in marked))
            for op in passage["ops"]
        ):
            found.add(f"{passage['wire']} {passage['sentence']}")
    return found


def swapped(text: str, swaps: SwapList, rng: Random) -> str:
    """With a third of the words that the farm can swap swapped, outside of quotation marks."""
    parts = [Passage(part) for part in text.split('"')]
    for part in parts[::2]:
        swaps.apply(part, 0.34, rng)
    return '"'.join(part.text for part in parts)


def _altered(
    text: str, sentence: dict[str, Any], wires: dict[str, Any], wire_id: str, rng: Random
) -> Iterator[tuple[str, str | None]]:
    same = [w for w in wires.values() if w["event"] == wires[wire_id]["event"]]
    speakers = {q["speaker"] for w in same for s in w["sentences"] for q in s["quotes"]}
    texts = " ".join(s["text"] for w in same for s in w["sentences"])
    taken = {int(n.replace(",", "")) for n in re.findall(r"\b\d[\d,]*\b", texts) if n.strip(",")}
    taken |= {f["low"] for w in same for s in w["sentences"] for f in s["figures"]}
    yield "figure", altered.figure(text, sentence, taken, rng)
    yield "speaker", altered.speaker(text, sentence, sorted(speakers), rng)
    yield "date", altered.date(text, rng)
    yield "status", altered.status(text, rng)


def _invented(wires: dict[str, Any], rng: Random) -> Iterator[Line]:
    events: dict[str, set[str]] = defaultdict(set)
    places: dict[str, set[str]] = defaultdict(set)
    for wire in wires.values():
        speakers = {q["speaker"] for s in wire["sentences"] for q in s["quotes"]}
        events[wire["event"]] |= {s for s in speakers if re.fullmatch(r"[A-Z]\w+ [A-Z]\w+", s)}
        places[wire["event"]].add(wire["dateline"].split("(")[0].split(",")[0].strip().title())
    for event in sorted(events):
        if len(events[event]) > 1:
            for template in altered.INVENTED:
                text = altered.invented(sorted(events[event]), sorted(places[event]), rng, template)
                yield Line("invented", "invented", event, "", text)


def _some(found: Sequence[Line]) -> list[Line]:
    """At most so many of each kind and form."""
    counts: Counter[tuple[str, str]] = Counter()
    kept = []
    for line in found:
        limit = 3 * MOST if line.form == "invented" else MOST
        counts[line.kind, line.form] += 1
        if counts[line.kind, line.form] <= limit:
            kept.append(line)
    return kept


class Judged(NamedTuple):
    """A line with its verdict, and what was found."""

    line: Line
    verdict: str
    said: tuple[str, ...]


def judge(pile: Pile, found: Sequence[Line]) -> list[Judged]:
    """The verdict on each line, in drafts of some sentences of one event, a paragraph each."""
    checker, reader = Checker(pile.case), load()
    by_event: dict[str, list[Line]] = defaultdict(list)
    for line in found:
        by_event[line.event].append(line)
    judged = []
    for inside in by_event.values():
        for at in range(0, len(inside), PAGE):
            page = inside[at : at + PAGE]
            draft = "\n\n".join(line.text for line in page)
            text = next(read_texts(stdin_source(draft.encode()), reader, UNKNOWN))
            rows = checker.check("draft", text).sentences
            start = 0
            for line in page:
                own = [r for r in rows if start <= r.start < start + len(line.text)]
                verdict = v.worst([r.verdict for r in own]) if own else v.NOT_CHECKED
                said = tuple(f"{f.verdict}: {f.said}" for r in own for f in r.findings)
                judged.append(Judged(line, verdict, said))
                start += len(line.text) + 2
    return judged


def is_right(one: Judged) -> bool:
    """Whether a verdict is the one for what was done."""
    if one.line.kind == "true":
        return one.verdict in v.HOLDS or (one.line.changed and one.verdict == v.DISPUTED)
    return one.verdict == RIGHT[one.line.kind]


def measure(pile: Pile, held_out: bool, seed: int, errors: int = 0) -> dict[str, Any]:
    """Shares of right verdicts by kind and by form, and of altered sentences that are said to hold."""
    judged = judge(pile, lines(pile, held_out, seed))
    for one in [j for j in judged if not is_right(j)][:errors]:
        print(
            f"[{one.line.kind}/{one.line.form}] {one.verdict}: {one.line.text}\n    {' | '.join(one.said)}"
        )
    rows = {}
    for kind in KINDS:
        for form in ("verbatim", "swapped", "reworded", "invented", "all"):
            inside = [j for j in judged if j.line.kind == kind and form in ("all", j.line.form)]
            if inside:
                rows[f"{kind}/{form}"] = {
                    "sentences": len(inside),
                    "right": round(sum(map(is_right, inside)) / len(inside), 3),
                    "holds": round(sum(j.verdict in v.HOLDS for j in inside) / len(inside), 3),
                }
    changed = [j for j in judged if j.line.kind != "true"]
    return {
        "sentences": len(judged),
        "right": round(sum(map(is_right, judged)) / len(judged), 4),
        # Each kind weighs the same.
        "right_by_kind": round(sum(rows[f"{kind}/all"]["right"] for kind in KINDS) / len(KINDS), 4),
        "altered": len(changed),
        "altered_held": round(sum(j.verdict in v.HOLDS for j in changed) / len(changed), 4),
        "kinds": rows,
    }


def seconds(articles: int, seed: int = 1) -> dict[str, Any]:
    """What one page about one event costs against so many articles, median of five, all but the start of
    Python and its imports; the processor's time beside it, for a machine that has other work."""
    with made_pile(articles, seed, 0.2, farm_options(0.3)) as pile:
        some = lines(pile, False, seed)
        event = Counter(line.event for line in some).most_common(1)[0][0]
        own = [line.text for line in some if line.event == event][:PAGE]
        source, taken, worked = stdin_source("\n\n".join(own).encode()), [], []
        for _ in range(5):
            start, begun = time.perf_counter(), time.process_time()
            made = check_draft(Case(pile.case.path), source)
            taken.append(time.perf_counter() - start)
            worked.append(time.process_time() - begun)
    return {
        "articles": articles,
        "sentences": len(made.sentences),
        "seconds": round(median(taken), 2),
        "processor": round(median(worked), 2),
    }


def check_table(articles: int = ARTICLES) -> str:
    """Verdicts on both libraries, kind by kind."""
    head = ("library", "what was done", "sentences", "right, %", "held, %", "right as they stand", "swapped",
            "said again")  # fmt: skip
    rows: list[Sequence[object]] = []
    for name, library in LIBRARIES:
        with made_pile(articles, 1, 0.2, farm_options(0.3, library)) as pile:
            found = measure(pile, library is not None, 1)
        rows += [[name, kind, *_shares(found["kinds"], kind)] for kind in KINDS]
        rows.append([name, "all, each kind alike", found["sentences"], _percent(found["right_by_kind"]),
                     f"{_percent(found['altered_held'])} of the altered", "", "", ""])  # fmt: skip
    return table(head, rows)


def page_table(articles: int = 1000) -> str:
    """What one page costs."""
    cost = seconds(articles)
    head = ("articles", "sentences of the page", "seconds (median)", "of the processor", "target")
    row = (f"{articles:,}", cost["sentences"], cost["seconds"], cost["processor"], "≤ 2")
    return table(head, [row])


def _shares(kinds: dict[str, Any], kind: str) -> list[object]:
    whole = kinds[f"{kind}/all"]
    forms = [kinds.get(f"{kind}/{form}") for form in ("verbatim", "swapped", "reworded")]
    return [whole["sentences"], _percent(whole["right"]), _percent(whole["holds"]),
            *(_percent(form["right"]) if form else "–" for form in forms)]  # fmt: skip


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


def main() -> None:
    """Prints one JSON object."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--swap", type=float, default=0.2)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="print so many of what is wrong")
    parser.add_argument(
        "--time", type=int, metavar="N", help="what one page costs against N articles"
    )
    given = parser.parse_args()
    if given.time:
        print(json.dumps(seconds(given.time, given.seed)))
        return
    options = farm_options(0.3, given.library)
    with made_pile(given.articles, given.seed, given.swap, options) as pile:
        print(json.dumps(measure(pile, given.library is not None, given.seed, given.errors)))


if __name__ == "__main__":
    main()
