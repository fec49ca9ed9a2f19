"""Five drafts about the seeds' story, ours, with planted errors, checked against a case of the seeds.

    python -m benchmarks.drafts --pile ../shared/seeds [--new]      shows each sentence with its outcome
    python -m benchmarks.drafts --pile ../shared/seeds --update     and keeps the outcomes to judge
    python -m benchmarks.drafts --write                             puts the table into docs/check.md

`docs/drafts/N-….txt` are the drafts, `benchmarks/judged/drafts.tsv` says what was planted in which sentence
and keeps the verdict on each outcome. What was judged before keeps it; the rest is `?`, which a person
replaces by

- `right`: the outcome is what a careful editor would say of this sentence, given these five pages;
- `near`: it is stopped, or passed, rightly, but for another reason than the right one;
- `wrong`: an error passes, or what holds is stopped.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from benchmarks.pages import DOCS, with_table
from benchmarks.verdicts import OPEN, load_verdicts, save_verdicts
from stemma.checking import Checker
from stemma.drafts import read_texts
from stemma.flow import build
from stemma.model import Check
from stemma.read import Source
from stemma.reader import load
from stemma.times import UNKNOWN

DRAFTS = DOCS / "drafts"
JUDGED = Path(__file__).parent / "judged" / "drafts.tsv"
PILE = Path("../shared/seeds")
VERDICTS = ("right", "near", "wrong")
NOTHING = "-"
_HEAD = ("draft", "sentence", "planted", "verdict", "hash", "judged")


class Outcome(NamedTuple):
    """A sentence of a draft, what was planted in it, what the check says, and a hash of both."""

    draft: str
    sentence: int
    planted: str
    verdict: str
    hash: str
    text: str = ""
    said: str = ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Shows the outcomes, updates the file, or writes the table; 1 if some are left to judge."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pile", type=Path, default=PILE)
    parser.add_argument("--new", action="store_true", help="show only what was not judged")
    parser.add_argument("--update", action="store_true", help="write the file")
    parser.add_argument("--write", action="store_true", help="write the table")
    given = parser.parse_args(arguments)
    if given.write:
        return _write()
    found = outcomes(given.pile)
    judged = load_verdicts(JUDGED, VERDICTS.__contains__)
    for one in found:
        verdict = judged.get(one.hash, OPEN)
        if not given.new or verdict == OPEN:
            print(f"{one.draft} {one.sentence} [{verdict}] planted: {one.planted}; {one.verdict}")
            print(f"  {one.text}\n  {one.said}")
    if given.update:
        save_verdicts(JUDGED, _HEAD, [one[:5] for one in found], judged)
    left = sum(one.hash not in judged for one in found)
    print(f"drafts: {len(found)} sentences, {left} to judge.", file=sys.stderr)
    return int(left > 0)


def outcomes(pile: Path) -> list[Outcome]:
    """The outcome for each sentence of each draft, in order."""
    planted = {(row[0], int(row[1])): row[2] for row in _kept()}
    with tempfile.TemporaryDirectory() as folder:
        checker, reader = Checker(build([str(pile)], Path(folder, "case"), workers=1)), load()
        found = []
        for path in sorted(DRAFTS.glob("*.txt")):
            text = next(read_texts(Source(path.name, str(path)), reader, UNKNOWN))
            found += list(_of(path.stem, checker.check(path.name, text), planted))
        return found


def _of(draft: str, check: Check, planted: dict[tuple[str, int], str]) -> Iterator[Outcome]:
    for number, one in enumerate(check.sentences):
        said = "; ".join(f"{f.verdict}: {f.said}" for f in one.findings)
        digest = sha256("\x1f".join((draft, one.text, said)).encode()).hexdigest()[:16]
        what = planted.get((draft, number), NOTHING)
        yield Outcome(draft, number, what, one.verdict, digest, one.text, said)


def _kept() -> list[list[str]]:
    lines = JUDGED.read_text(encoding="utf-8").splitlines()[1:] if JUDGED.exists() else []
    return [line.split("\t") for line in lines]


def drafts_table() -> str | None:
    """What was planted, and what the check says of it; None if some are left to judge."""
    rows = _kept()
    if not rows or any(row[5] == OPEN for row in rows):
        return None
    texts = {path.stem: _sentences(path) for path in sorted(DRAFTS.glob("*.txt"))}
    found = ["| draft | sentence | planted | verdict | by eye |", "| --- | --- | --- | --- | --- |"]
    found += [
        f"| {row[0][0]} | {texts[row[0]][int(row[1])]} | {row[2]} | {row[3]} | {row[5]} |"
        for row in rows
    ]
    return "\n".join([*_counts(rows), "", *found]) + "\n"


def _sentences(path: Path) -> list[str]:
    """The sentences of a draft, a paragraph each."""
    return [
        line.replace("|", r"\|") for line in path.read_text("utf-8").splitlines() if line.strip()
    ]


def _counts(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield "| | sentences | right | near | wrong |"
    yield "| --- | --- | --- | --- | --- |"
    for name, inside in (
        ("with a planted error", [row for row in rows if row[2] != NOTHING]),
        ("without", [row for row in rows if row[2] == NOTHING]),
    ):
        counts = Counter(row[5] for row in inside)
        yield f"| {name} | {len(inside)} | {' | '.join(str(counts[v]) for v in VERDICTS)} |"


def _write() -> int:
    table = drafts_table()
    if table is None:
        print("drafts: some outcomes are left to judge.", file=sys.stderr)
        return 1
    path = DOCS / "check.md"
    path.write_text(with_table(path.read_text(encoding="utf-8"), "drafts", table), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
