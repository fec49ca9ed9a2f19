"""A farm pile, built into a case, with its truth: what the measures of lineage start from."""

import argparse
import contextlib
import io
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.farm.cli import main as farm
from stemma.case import Case
from stemma.flow import build

# The piles that tables are made of: so many articles, with chains of copies, of each library and share of
# words swapped. The errors of the held-out library are read by nobody, those of the second one since it was
# first measured.
ARTICLES, SEED, CHAIN = 120, 1, 0.3
SWAPS = (0.0, 0.2, 0.4)
HELD_OUT = Path(__file__).parent / "farm" / "held_out"
SECOND = Path(__file__).parent / "farm" / "second"
THIRD = Path(__file__).parent / "farm" / "third"
FOURTH = Path(__file__).parent / "farm" / "fourth"
LIBRARIES = (("development", None), ("held out", HELD_OUT))


def rows_of(row: Callable[[Path | None, float], Sequence[object]]) -> list[list[object]]:
    """The rows of a table: each library by its name, each share of words swapped, and what `row` makes of
    both."""
    return [
        [name, f"{swap:.0%}", *row(library, swap)] for name, library in LIBRARIES for swap in SWAPS
    ]


class Page(NamedTuple):
    """A page that the farm did not make: its path, text and day."""

    path: str
    text: str
    day: str


Added = Callable[[Mapping[str, Any], Path | None], Sequence[Page]]


@dataclass(frozen=True)
class Pile:
    """`texts`: path -> text; `paths`: article -> path; `truth`: what the farm wrote down; `library`: of its
    wires, if not that of development."""

    case: Case
    truth: dict[str, Any]
    texts: dict[str, str]
    paths: dict[str, str]
    library: Path | None = None

    def rows(self, table: str) -> list[dict[str, Any]]:
        """The rows of a table."""
        return list(self.case.table(table).iter_rows(named=True))


def piles(
    about: str | None, until: str = "account", dated: bool = False, added: Added | None = None
) -> Iterator[tuple[float, int, Pile]]:
    """The piles that the command line asks for: the share of words swapped, how many errors are to be
    printed, and the pile. `about`: what the command says of itself; `dated`: whether pages have dates;
    `added`: what makes further pages of the truth and the library."""
    parser = argparse.ArgumentParser(
        description=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--swap", type=float, nargs="*", default=[0.0, 0.2, 0.4])
    parser.add_argument(
        "--chain", type=float, default=0.3, help="share of passages taken from pages"
    )
    parser.add_argument("--library", type=Path, help="folder of other wires, events and swaps")
    parser.add_argument("--errors", type=int, default=0, help="print so many of what is wrong")
    given = parser.parse_args()
    for swap in given.swap:
        farm = farm_options(given.chain, given.library)
        with made_pile(given.articles, given.seed, swap, farm, until, dated, added) as pile:
            yield swap, given.errors, pile


def farm_options(chain: float, library: Path | None = None) -> list[str]:
    """Further options of the farm."""
    return ["--chain", str(chain), *(["--library", str(library)] if library else [])]


@contextmanager
def made_pile(
    articles: int,
    seed: int,
    swap: float,
    more: Sequence[str] = (),
    until: str = "account",
    dated: bool = False,
    added: Added | None = None,
) -> Iterator[Pile]:
    """A pile in a temporary folder. `more`: further options of the farm; `dated`: whether a table beside
    the pile gives the dates of its pages; `added`: what makes further pages."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "pile")
        options = {"--articles": articles, "--seed": seed, "--swap": swap, "--out": out}
        with contextlib.redirect_stdout(io.StringIO()):  # the farm says what it wrote
            failed = farm([*(str(part) for item in options.items() for part in item), *more])
        if failed:
            raise SystemExit("the farm made no pile")
        truth = json.loads((out / "truth.json").read_text(encoding="utf-8"))
        library = Path(more[more.index("--library") + 1]) if "--library" in more else None
        pages = added(truth, library) if added else ()
        for page in pages:
            (out / "articles" / page.path).write_text(page.text, encoding="utf-8")
        meta = _dates(truth, pages, Path(folder, "dates.csv")) if dated else None
        case = build(
            [str(out / "articles")], Path(folder, "case"), until=until, workers=1, meta=meta
        )
        table = case.table("articles")
        yield Pile(
            case,
            truth,
            dict(table.select("path", "text").iter_rows()),
            dict(table.select("id", "path").iter_rows()),
            library,
        )


def _dates(truth: Mapping[str, Any], pages: Sequence[Page], path: Path) -> Path:
    """A table of the dates that pages give, of those that give one."""
    rows = [(Path(one["path"]).name, one["date"]) for one in truth["articles"] if one["date"]]
    rows += [(page.path, page.day) for page in pages if page.day]
    lines = ["path,published", *(",".join(row) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
