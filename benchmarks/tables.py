"""The numbers in `docs/`: measured here and written there, never typed.

    python -m benchmarks.tables [--gold ../shared/gold] [--seeds ../shared/seeds] [--articles 2000]
                                [--only NAME] [--write | --check | --raise-floor stories=88.5]

Without an option the tables are printed. `--write` puts them into `docs/accuracy.md` and
`docs/speed.md`, between their marks, unless a score is below its floor; what can't be measured here
keeps its old table. `--only` makes one table. `--check` only holds the scores against
`docs/floors.json`. A floor is never lowered, and holds for one corpus, known by its hash.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.adding import adding_table
from benchmarks.again import again_table
from benchmarks.agreed import agreed_table
from benchmarks.anchors import anchors_table
from benchmarks.checks import check_table, page_table
from benchmarks.clauses import clauses_table
from benchmarks.denials import denials_table
from benchmarks.differences import differences_table
from benchmarks.events import coreference_table, status_table, types_table
from benchmarks.figures import figures_table
from benchmarks.firsts import firsts_table
from benchmarks.floors import BelowFloor, check, floors, raised, save_floors, score
from benchmarks.golds import actors_table, attributions_table, stories_table, times_table
from benchmarks.happened import happened_table
from benchmarks.invariance import invariance_table
from benchmarks.layers import layers_table
from benchmarks.lineage import lineage_table
from benchmarks.pages import DOCS, with_table
from benchmarks.reader import reader_table
from benchmarks.sayings import quotes_table
from benchmarks.serving import serving_table
from benchmarks.speakers import speakers_table
from benchmarks.speed import speed_table
from benchmarks.timelines import timelines_table

GOLD = Path("../shared/gold")
SEEDS = Path("../shared/seeds")


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints, writes or checks; 1 if a floor stands in the way."""
    given = _options(arguments)
    try:
        if given.raise_floor:
            name, _, value = given.raise_floor.partition("=")
            save_floors(raised(floors(), name, float(value), score(name, given.gold)))
        elif given.check:
            check(given.gold)
        else:
            _tables(given)
    except BelowFloor as error:
        print(f"tables: {error}", file=sys.stderr)
        return 1
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--seeds", type=Path, default=SEEDS)
    parser.add_argument("--articles", type=int, default=2000, help="generated, for speed")
    parser.add_argument("--only", choices=tuple(TABLES))
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--write", action="store_true")
    what.add_argument("--check", action="store_true")
    what.add_argument("--raise-floor", metavar="NAME=VALUE")
    return parser.parse_args(arguments)


def _tables(given: argparse.Namespace) -> None:
    if given.write and given.only in (None, "stories"):
        check(given.gold)
    for name, (page, make) in TABLES.items():
        if given.only not in (None, name):
            continue
        made = make(given)
        if made is None:
            print(f"tables: {name} can't be measured here and is left as it is.", file=sys.stderr)
        elif given.write:
            path = DOCS / page
            path.write_text(with_table(path.read_text(encoding="utf-8"), name, made), "utf-8")
        else:
            print(f"{name}\n\n{made}")


# Name -> the page that it stands on, and what makes it of the options; None if it can't be made here.
TABLES: dict[str, tuple[str, Callable[[argparse.Namespace], str | None]]] = {
    "stories": ("accuracy.md", lambda given: stories_table(given.gold)),
    "check": ("accuracy.md", lambda _: check_table()),
    "lineage": ("accuracy.md", lambda _: lineage_table()),
    "invariance": ("accuracy.md", lambda _: invariance_table()),
    "reader": ("accuracy.md", lambda given: reader_table(given.gold)),
    "times": ("accuracy.md", lambda given: times_table(given.gold)),
    "anchors": ("accuracy.md", lambda _: anchors_table()),
    "actors": ("accuracy.md", lambda given: actors_table(given.gold)),
    "clauses": ("accuracy.md", lambda _: clauses_table()),
    "speakers": ("accuracy.md", lambda _: speakers_table()),
    "figures": ("accuracy.md", lambda _: figures_table()),
    "attributions": ("accuracy.md", lambda given: attributions_table(given.gold)),
    "quotes": ("accuracy.md", lambda _: quotes_table()),
    "denials": ("accuracy.md", lambda _: denials_table()),
    "types": ("accuracy.md", lambda given: types_table(given.gold)),
    "status": ("accuracy.md", lambda given: status_table(given.gold)),
    "timeline": ("accuracy.md", lambda given: timelines_table(given.gold)),
    "coreference": ("accuracy.md", lambda given: coreference_table(given.gold)),
    "happened": ("accuracy.md", lambda _: happened_table()),
    "agreed": ("accuracy.md", lambda _: agreed_table()),
    "differences": ("accuracy.md", lambda _: differences_table()),
    "again": ("accuracy.md", lambda _: again_table()),
    "firsts": ("accuracy.md", lambda _: firsts_table()),
    "speed": ("speed.md", lambda given: speed_table(given.seeds, given.articles)),
    "layers": ("speed.md", lambda _: layers_table()),
    "page": ("speed.md", lambda _: page_table()),
    "adding": ("speed.md", lambda given: adding_table(given.articles)),
    "serving": ("speed.md", lambda given: serving_table(given.articles)),
}


if __name__ == "__main__":
    sys.exit(main())
