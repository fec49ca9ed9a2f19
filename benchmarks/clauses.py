"""The main clause of each sentence of a pile as the reader reads it, for a person to judge.

    python -m benchmarks.clauses --pile ../shared/seeds [--weights DIR] [--new]    shows the readings
    python -m benchmarks.clauses --pile ../shared/seeds --update                   and keeps them to judge

`--update` writes the readings of the shipped weights into `benchmarks/judged/seeds.tsv`. What was judged
before keeps its verdict, by whatever weights it was read; the rest is `?`, which a person replaces by

- `right`: the root, its subject and its object are those of the main clause, or are rightly none;
- `partly`: the root is right, and its subject or its object is another word, or is not found;
- `wrong`: the root is another word.

Then `--update` once more dates the verdicts, and `python -m benchmarks.tables --only clauses --write` counts
them. A row whose weights are `-` is a reading that was judged and that no weights gave yet. The file holds
numbers of words and hashes of sentences, and no word of an article.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.pages import table
from stemma.clean import clean
from stemma.read import Read, Source, read_source, sources
from stemma.reader.model import OnnxReader, shipped_version
from stemma.readings import KINDS

JUDGED = Path(__file__).parent / "judged" / "seeds.tsv"
PILE = Path("../shared/seeds")
VERDICTS = ("right", "partly", "wrong")
OPEN, NONE = "?", "-"


class Clause(NamedTuple):
    """Numbers of words, from 1; 0 where there is none. The object may be a clause (`that …`, `to …`)."""

    root: int
    subject: int
    object: int


class Row(NamedTuple):
    """A reading of a sentence, and what was thought of it. `weights`: the version that last read so."""

    page: str
    sentence: int
    kind: str
    hash: str
    clause: Clause
    verdict: str
    judged: str
    weights: str


class Found(NamedTuple):
    """A sentence as it is read now."""

    page: str
    sentence: int
    kind: str
    text: str
    words: list[str]
    clause: Clause

    @property
    def hash(self) -> str:
        """Of its words: another cut into words gives other numbers."""
        return sha256("\x1f".join(self.words).encode()).hexdigest()[:16]


def main(arguments: Sequence[str] | None = None) -> int:
    """Shows readings with their verdicts, or updates the file; 1 if some are left to judge."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pile", type=Path, default=PILE)
    parser.add_argument("--judged", type=Path, default=JUDGED)
    parser.add_argument("--weights", type=Path, help="others than those that are shipped")
    parser.add_argument("--new", action="store_true", help="show only what was not judged")
    parser.add_argument("--update", action="store_true", help="write the file")
    given = parser.parse_args(arguments)
    if given.update and given.weights:
        parser.error("only readings of the shipped weights are kept.")
    found = list(read_pile(given.pile, OnnxReader(given.weights)))
    known = verdicts(load(given.judged))
    for one in found:
        verdict = known.get((one.hash, one.clause), (OPEN, ""))[0]
        if not given.new or verdict == OPEN:
            print(shown(one, verdict))
    if given.update:
        save(updated(load(given.judged), found, shipped_version()), given.judged)
    left = sum((one.hash, one.clause) not in known for one in found)
    print(f"clauses: {len(found)} sentences, {left} to judge.", file=sys.stderr)
    return int(left > 0)


# -- readings -------------------------------------------------------------------------------------


def read_pile(pile: Path, reader: OnnxReader) -> Iterator[Found]:
    """The sentences of each page that the step `reader` reads, numbered from 1."""
    for source in sources([str(pile)]):
        if not isinstance(source, Source):
            raise source
        for read in read_source(source):
            if not isinstance(read, Read):
                continue
            parts = clean(read.article, read.layout)
            kinds = {block.id: block.kind for block in parts.blocks}
            kept = [s for s in parts.sentences if kinds[s.block_id] in KINDS]
            rows = reader.read([s.text for s in kept]).iter_rows(named=True)
            for number, (sentence, row) in enumerate(zip(kept, rows, strict=True), 1):
                yield Found(
                    Path(read.article.path).stem, number, kinds[sentence.block_id], sentence.text,
                    row["words"], clause_of(row),
                )  # fmt: skip


def clause_of(row: dict[str, Any]) -> Clause:
    """Root, subject and object of a reading; where there is no object, the clause in its place."""
    if not row["heads"]:
        return Clause(0, 0, 0)
    root = row["heads"].index(0) + 1
    below = [
        (rel.split(":")[0], number)
        for number, (head, rel) in enumerate(zip(row["heads"], row["rels"], strict=True), 1)
        if head == root
    ]

    def first(*rels: str) -> int:
        return next((number for rel in rels for own, number in below if own == rel), 0)

    return Clause(root, first("nsubj", "csubj"), first("obj", "ccomp", "xcomp"))


def shown(one: Found, verdict: str) -> str:
    """A sentence with its reading, to judge."""
    words = [f"{one.words[n - 1]}/{n}" if n else "–" for n in one.clause]
    read = "  ".join(f"{n} {word}" for n, word in zip(Clause._fields, words, strict=True))
    return f"{one.page} {one.sentence} {one.kind} [{verdict}]\n  {one.text}\n  {read}\n"


# -- the file -------------------------------------------------------------------------------------

_HEAD = "page sentence kind hash root subject object verdict judged weights".split()


def load(path: Path = JUDGED) -> list[Row]:
    """The rows of the file; none if there is no file. Raises ValueError for a verdict that is none."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:] if path.exists() else []
    rows = []
    for line in lines:
        page, sentence, kind, digest, root, subject, obj, verdict, *last = line.split("\t")
        if verdict not in (*VERDICTS, OPEN):
            raise ValueError(f"'{verdict}' is no verdict: {page} {sentence}")
        clause = Clause(int(root), int(subject), int(obj))
        rows.append(Row(page, int(sentence), kind, digest, clause, verdict, *last))
    return rows


def save(rows: Iterable[Row], path: Path) -> None:
    """Writes the file, in order of page and sentence, what is read now first."""
    kept = sorted(rows, key=lambda row: (row.page, row.sentence))
    lines: list[Sequence[object]] = [_HEAD, *([*r[:4], *r.clause, *r[5:]] for r in kept)]
    text = "".join("\t".join(map(str, line)) + "\n" for line in lines)
    path.write_text(text, encoding="utf-8")


def verdicts(rows: Iterable[Row]) -> dict[tuple[str, Clause], tuple[str, str]]:
    """Sentence and reading -> verdict and date, of all that was judged."""
    return {(r.hash, r.clause): (r.verdict, r.judged) for r in rows if r.verdict != OPEN}


def updated(
    rows: Sequence[Row], found: Sequence[Found], version: str, today: str | None = None
) -> list[Row]:
    """The rows with the readings of now, and what was judged of other readings of the same sentences."""
    now = today or date.today().isoformat()
    known = {
        key: (verdict, at if at != NONE else now) for key, (verdict, at) in verdicts(rows).items()
    }
    made: list[Row] = []
    for one in found:
        verdict, judged = known.get((one.hash, one.clause), (OPEN, NONE))
        key = (one.page, one.sentence, one.kind, one.hash)
        made.append(Row(*key, one.clause, verdict, judged, version))
        others = {r.clause: r for r in rows if r.hash == one.hash and r.verdict != OPEN}
        for clause, old in sorted(others.items()):
            if clause != one.clause:
                weights = NONE if old.weights == version else old.weights
                made.append(Row(*key, clause, *known[one.hash, clause], weights))
    return made


# -- the table ------------------------------------------------------------------------------------


def clauses_table(path: Path = JUDGED, version: str | None = None) -> str | None:
    """Verdicts by page, of one version of the weights; None if its readings are not all judged."""
    own = version or shipped_version()
    rows = [row for row in load(path) if row.weights == own]
    if not rows or any(row.verdict == OPEN for row in rows):
        return None
    head = ("page", "sentences", *VERDICTS, "which partly", "which wrong", "headline's main verb")
    lines: list[Sequence[object]] = []
    for page in dict.fromkeys(row.page for row in rows):
        inside = [row for row in rows if row.page == page]
        lists = [_numbers(inside, verdict) for verdict in VERDICTS[1:]]
        lines.append([page.partition("_")[0], *_counts(inside), *lists, _headline(inside)])
    headlines = [row[-1] for row in lines]
    told = f"{headlines.count('found')} of {len(headlines)} found"
    lines.append(["all", *_counts(rows), "", "", told])
    judged = sorted({row.judged for row in rows})
    return f"Weights of version {own}, judged {' and '.join(judged)}:\n\n{table(head, lines)}"


def _counts(rows: Sequence[Row]) -> list[int]:
    counts = Counter(row.verdict for row in rows)
    return [len(rows), *(counts[verdict] for verdict in VERDICTS)]


def _numbers(rows: Sequence[Row], verdict: str) -> str:
    return ", ".join(str(row.sentence) for row in rows if row.verdict == verdict) or "–"


def _headline(rows: Sequence[Row]) -> str:
    first = next((row for row in rows if row.kind == "headline"), None)
    if first is None:
        return "–"
    return "not found" if first.verdict == "wrong" else "found"


if __name__ == "__main__":
    sys.exit(main())
