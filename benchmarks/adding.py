"""What adding a few articles to a case costs, beside the build of the whole.

    python -m benchmarks.adding [--articles 2000] [--more 20]

Builds a farm's pile less `--more` of its articles, then adds these, and builds all in one go to
compare the tables. Prints one JSON object: for both builds, the articles whose text each stage worked
on (`processed`), those that it went over in kept tables (`swept`), and seconds; the ratio of the sums
of `processed`; and how many alignments were made, with what one takes beside keeping it in a table.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from timeit import repeat
from typing import Any
from unittest.mock import patch

import polars as pl
from rapidfuzz.distance import Indel

from benchmarks.pages import table
from stemma.flow import build
from stemma.lineage import align

TARGET = 0.05  # of the full build's work
ARTICLES, MORE = 2000, 20
RUNS = 5  # of what takes milliseconds

Pairs = list[tuple[Sequence[str], Sequence[str]]]


def main() -> None:
    """Prints the measure."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--articles", type=int, default=ARTICLES)
    given.add_argument("--more", type=int, default=MORE)
    options = given.parse_args()
    print(json.dumps(measure(options.articles, options.more), ensure_ascii=False, indent=1))


def measure(articles: int, more: int) -> dict[str, Any]:
    """The measure as values for JSON."""
    with tempfile.TemporaryDirectory() as folder:
        files = _farmed(articles + more, Path(folder, "pile"))
        step = len(files) // more
        added = files[step // 2 :: step][:more]
        first = [file for file in files if file not in set(added)]
        full, pairs = _built(first, Path(folder, "case"))
        extended, _ = _built(added, Path(folder, "case"))
        _built(files, Path(folder, "whole"))
        same = _tables(Path(folder, "case")) == _tables(Path(folder, "whole"))
        each = _microseconds(pairs, Path(folder))
    ratio = extended["sum"] / full["sum"]
    return {
        "articles": articles,
        "more": more,
        "full": full,
        "added": extended,
        "ratio": round(ratio, 4),
        "target": TARGET,
        "met": ratio <= TARGET and same,
        "same_tables": same,
        **each,
    }


def _farmed(articles: int, pile: Path) -> list[str]:
    farm = [sys.executable, "-m", "benchmarks.farm", "--articles", str(articles)]
    options = ["--seed", "1", "--size-kb", "4", "--out", str(pile)]
    subprocess.run([*farm, *options], check=True, stdout=subprocess.DEVNULL)
    return sorted(map(str, (pile / "articles").iterdir()))


def _built(files: Sequence[str], out: Path) -> tuple[dict[str, Any], Pairs]:
    with _alignments() as pairs:
        run = build(files, out).run() or {}
    processed = {one["stage"]: _articles(one["processed"]) for one in run["stages"]}
    found = {
        "processed": processed,
        "sum": sum(processed.values()),
        "swept": {one["stage"]: one["swept"].get("articles", 0) for one in run["stages"]},
        "indexed_sentences": run["index"]["added"],
        "alignments": {"made": len(pairs), "kept": 0},
        "seconds": run["seconds"],
        "stage_seconds": {one["stage"]: one["seconds"] for one in run["stages"]},
    }
    return found, pairs


def _articles(processed: dict[str, int]) -> int:
    # The farm writes one article to a file.
    return processed.get("articles", processed.get("files", 0))


@contextmanager
def _alignments() -> Iterator[Pairs]:
    """Collects the pairs of wordings that are aligned inside the block."""
    pairs: Pairs = []

    class Noted:
        @staticmethod
        def opcodes(a: Sequence[str], b: Sequence[str]) -> Any:
            pairs.append((a, b))
            return Indel.opcodes(a, b)

    with patch.object(align, "Indel", Noted):
        yield pairs


def _microseconds(pairs: Pairs, folder: Path) -> dict[str, float]:
    """What an alignment takes, and what it would take to keep it; of several runs the best."""
    place = folder / "alignments.parquet"
    keys = [_digest(a) + _digest(b) for a, b in pairs]
    made = [align.equal_runs(a, b) for a, b in pairs]
    pl.DataFrame({"key": keys, "runs": made}).unique("key").write_parquet(place)
    each = 1e6 / max(len(pairs), 1)
    aligned = min(repeat(lambda: _aligned(pairs), number=1, repeat=RUNS))
    kept = min(repeat(lambda: _looked_up(pairs, place), number=1, repeat=RUNS))
    return {
        "alignment_us": round(aligned * each, 2),
        "kept_alignment_us": round(kept * each, 2),
    }


def _aligned(pairs: Pairs) -> None:
    for a, b in pairs:
        align.equal_runs(a, b)


def _looked_up(pairs: Pairs, place: Path) -> None:
    """Finds each alignment by the digests of its sides, each made once, in a table that is read before
    and written again behind."""
    table = pl.read_parquet(place)
    kept = dict(zip(table["key"].to_list(), table["runs"].to_list(), strict=True))
    digests: dict[Sequence[str], bytes] = {}
    for a, b in pairs:
        for side in (a, b):
            if side not in digests:
                digests[side] = _digest(side)
        kept[digests[a] + digests[b]]
    table.sort("key").write_parquet(place)


def _digest(items: Sequence[str]) -> bytes:
    return blake2b("\x1f".join(items).encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _tables(case: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((case / "tables").iterdir())}


def adding_table(articles: int, more: int | None = None) -> str:
    """What adding a hundredth to a case costs beside its build."""
    found = measure(articles, more or max(articles // 100, 1))
    full, added = found["full"], found["added"]
    head = ("stage", "articles", "of the added build", "gone over", "seconds", "of the added build")
    rows = [
        [stage, *(f"{one:,}" for one in (count, added["processed"][stage], added["swept"][stage])),
         f"{full['stage_seconds'][stage]:.2f}", f"{added['stage_seconds'][stage]:.2f}"]
        for stage, count in full["processed"].items()
    ]  # fmt: skip
    rows.append(
        [
            "all",
            f"{full['sum']:,}",
            f"{added['sum']:,}",
            "",
            f"{full['seconds']:.2f}",
            f"{added['seconds']:.2f}",
        ]
    )
    return (
        f"{found['articles']:,} articles, then {found['more']} more, on {os.cpu_count()} cores. The added "
        f"build works on {found['ratio']:.1%} of the articles of the full one (target ≤ "
        f"{found['target']:.0%}); its tables {'are' if found['same_tables'] else 'ARE NOT'} those of all "
        f"{found['articles'] + found['more']:,} built in one go. Lineage aligns again: "
        f"{full['alignments']['made']:,} pairs of wordings, then {added['alignments']['made']:,}, at "
        f"{found['alignment_us']:.1f} µs each; kept in a table, one would take "
        f"{found['kept_alignment_us']:.1f} µs.\n\n" + table(head, rows)
    )


if __name__ == "__main__":
    main()
