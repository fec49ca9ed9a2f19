"""Each stretch in quotation marks of a pile, with whom it is given to, for a person to judge.

    python -m benchmarks.speakers --pile ../shared/seeds [--new]     shows them
    python -m benchmarks.speakers --pile ../shared/seeds --update    and keeps them to judge

`--update` writes what is found into `benchmarks/judged/speakers.tsv`. What was judged before keeps its
verdict; the rest is `?`, which a person replaces by

- `right`: it is given to who said it, or rightly to nobody (no speaker in its passage; no speech);
- `lost`: its passage says who said it, and it is given to nobody;
- `wrong`: it is given to somebody else.

`python -m benchmarks.tables --only speakers --write` counts the verdicts. The file holds offsets and hashes,
and no word of an article.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.pages import table
from benchmarks.verdicts import OPEN, load_verdicts, save_verdicts
from stemma.case import Case
from stemma.flow import build
from stemma.quotes.speech import speeches

JUDGED = Path(__file__).parent / "judged" / "speakers.tsv"
PILE = Path("../shared/seeds")
VERDICTS = ("right", "lost", "wrong")
_HEAD = ("page", "start", "end", "status", "hash", "verdict")


class Found(NamedTuple):
    """Words in quotation marks, the quote that has them, and a hash of these and of the speaker."""

    page: str
    start: int
    end: int
    status: str
    hash: str
    shown: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Shows what is found with its verdicts, or updates the file; 1 if some are left to judge."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pile", type=Path, default=PILE)
    parser.add_argument("--judged", type=Path, default=JUDGED)
    parser.add_argument("--new", action="store_true", help="show only what was not judged")
    parser.add_argument("--update", action="store_true", help="write the file")
    given = parser.parse_args(arguments)
    found, known = read_pile(given.pile), load(given.judged)
    for one in found:
        verdict = known.get(one.hash, OPEN)
        if not given.new or verdict == OPEN:
            print(f"{one.page} {one.start}-{one.end} [{verdict}] {one.status}\n  {one.shown}")
    if given.update:
        save(found, known, given.judged)
    left = sum(one.hash not in known for one in found)
    print(f"speakers: {len(found)} quotations, {left} to judge.", file=sys.stderr)
    return int(left > 0)


def read_pile(pile: Path) -> list[Found]:
    """What stands in quotation marks on each page, in order, furniture left out."""
    with tempfile.TemporaryDirectory() as folder:
        case = build([str(pile)], Path(folder, "case"), until="quotes", workers=1)
        return list(_of_case(case))


def _of_case(case: Case) -> Iterator[Found]:
    kinds = ("headline", "paragraph", "caption", "insert")
    blocks = list(case.table("blocks").iter_rows(named=True))
    quotes = list(case.table("quotes").iter_rows(named=True))
    for article in case.table("articles").sort("path").iter_rows(named=True):
        own = [q for q in quotes if q["article_id"] == article["id"]]
        for block in (b for b in blocks if b["article_id"] == article["id"] and b["kind"] in kinds):
            for one in speeches(block["text"]):
                place = block["start"] + one.start, block["start"] + one.end
                yield _found(article, place, own)


def _found(
    article: dict[str, Any], place: tuple[int, int], quotes: Sequence[dict[str, Any]]
) -> Found:
    holding = [q for q in quotes if any(_holds(piece, place) for piece in q["pieces"])]
    best = min(
        holding, key=lambda q: (q["within_id"] is not None, q["end"] - q["start"]), default=None
    )
    status = best["status"] if best else "no speech"
    speaker = str(best["speaker"]) if best else "-"
    words = article["text"][slice(*place)]
    page = Path(article["path"]).stem.partition("_")[0]
    digest = sha256("\x1f".join((page, words, status, speaker)).encode()).hexdigest()[:16]
    around = article["text"][max(place[0] - 80, 0) : place[1] + 60].replace("\n", " ")
    return Found(page, *place, status, digest, f"«{speaker}»: … {around} …")


def _holds(piece: str, place: tuple[int, int]) -> bool:
    start, end = map(int, piece.split("-"))
    return start <= place[0] + 2 and place[1] - 2 <= end  # marks aside


def load(path: Path = JUDGED) -> dict[str, str]:
    """Hash -> verdict, of all that was judged. Raises ValueError for a verdict that is none."""
    return load_verdicts(path, VERDICTS.__contains__)


def save(found: Sequence[Found], known: dict[str, str], path: Path) -> None:
    """Writes what is found now, with the verdicts that are known."""
    save_verdicts(path, _HEAD, [one[:5] for one in found], known)


def speakers_table(path: Path = JUDGED) -> str | None:
    """Verdicts by page; None if some are left to judge. What is kept is what the code found last."""
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    if not lines or any(line[-1] == OPEN for line in lines):
        return None
    head = ("page", "quotations", *VERDICTS, "given to somebody", "restored", "to nobody")
    rows: list[Sequence[object]] = []
    pages = dict.fromkeys(line[0] for line in lines)
    for page in [*pages, "all"]:
        inside = [line for line in lines if page in ("all", line[0])]
        verdicts = Counter(line[-1] for line in inside)
        status = Counter(line[3] for line in inside)
        rows.append(
            [
                page, len(inside), *(verdicts[v] for v in VERDICTS), status["attributed"],
                status["restored"], len(inside) - status["attributed"] - status["restored"],
            ]
        )  # fmt: skip
    return table(head, rows)


if __name__ == "__main__":
    sys.exit(main())
