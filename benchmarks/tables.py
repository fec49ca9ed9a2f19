"""The numbers in `docs/`: measured here and written there, never typed.

    python -m benchmarks.tables [--gold ../shared/gold] [--seeds ../shared/seeds] [--articles 2000]
                                [--only adding] [--write | --check | --raise-floor stories=88.5]

Without an option the tables are printed. `--write` puts them into `docs/accuracy.md` and
`docs/speed.md`, between their marks, unless a score is below its floor; what can't be measured here
keeps its old table. `--only` makes one table. `--check` only holds the scores against
`docs/floors.json`. A floor is never lowered, and holds for one corpus, known by its hash.
"""

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.adding import measure as measure_adding
from benchmarks.again import again_table
from benchmarks.anchors import anchors_table
from benchmarks.checks import check_table, page_table
from benchmarks.clauses import clauses_table
from benchmarks.denials import measure as measure_denials
from benchmarks.events import coreference_table, status_table, types_table
from benchmarks.figures import measures as measure_figures
from benchmarks.firsts import firsts_table
from benchmarks.happened import happened_table
from benchmarks.invariance import measure as measure_invariance
from benchmarks.lineage import measure as measure_lineage
from benchmarks.pile import farm_options, made_pile
from benchmarks.quotes import measure as measure_quotes
from benchmarks.reader import OWN
from benchmarks.reader import measures as measure_reader
from benchmarks.sayings import measure as measure_sayings
from benchmarks.speakers import speakers_table
from benchmarks.timelines import timelines_table
from stemma.measure import measure
from stemma.measure.actors import measure_actors

DOCS = Path(__file__).parents[1] / "docs"
GOLD = Path("../shared/gold")
SEEDS = Path("../shared/seeds")
ECB = "tune/ecbplus"
MEANTIME = "tune/meantime"
POLNEAR = "tune/polnear_dev"
GUM = "train/gum_open"
NAMES = (
    "stories", "check", "lineage", "invariance", "reader", "times", "anchors", "actors", "clauses",
    "speakers", "figures", "attributions", "quotes", "denials", "types", "status", "coreference",
    "timeline", "happened", "again", "firsts", "speed", "page", "adding",
)  # fmt: skip
# Genres of GUM, as shown, with the target; the errors of the later ones were read by nobody.
ACTORS = (("news", "news", "80"), ("interview", "interviews", "–"), ("bio", "biographies", "–"))
TRIALS = 500  # of copy-invariance
FARM_ARTICLES = 120
FARM_SEED = 1
FARM_CHAIN = 0.3  # of passages are copied from other pages
HELD_OUT = Path(__file__).parent / "farm" / "held_out"  # not looked at while thresholds were chosen
FARM_SWAPS = (0.0, 0.2, 0.4)

Floors = dict[str, dict[str, Any]]


class BelowFloor(Exception):
    """A score is below its floor, was measured on another corpus, or a floor would be lowered."""


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
    parser.add_argument("--only", choices=NAMES)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--write", action="store_true")
    what.add_argument("--check", action="store_true")
    what.add_argument("--raise-floor", metavar="NAME=VALUE")
    return parser.parse_args(arguments)


def _tables(given: argparse.Namespace) -> None:
    if given.write and given.only in (None, "stories"):
        check(given.gold)
    makers: list[tuple[str, str, Callable[[], str | None]]] = [
        ("accuracy.md", "stories", lambda: stories_table(given.gold)),
        ("accuracy.md", "check", check_table),
        ("accuracy.md", "lineage", lineage_table),
        ("accuracy.md", "invariance", invariance_table),
        ("accuracy.md", "reader", lambda: reader_table(given.gold)),
        ("accuracy.md", "times", lambda: times_table(given.gold)),
        ("accuracy.md", "anchors", anchors_table),
        ("accuracy.md", "actors", lambda: actors_table(given.gold)),
        ("accuracy.md", "clauses", clauses_table),
        ("accuracy.md", "speakers", speakers_table),
        ("accuracy.md", "figures", figures_table),
        ("accuracy.md", "attributions", lambda: attributions_table(given.gold)),
        ("accuracy.md", "quotes", quotes_table),
        ("accuracy.md", "denials", denials_table),
        ("accuracy.md", "types", lambda: types_table(given.gold)),
        ("accuracy.md", "status", lambda: status_table(given.gold)),
        ("accuracy.md", "timeline", lambda: timelines_table(given.gold)),
        ("accuracy.md", "coreference", lambda: coreference_table(given.gold)),
        ("accuracy.md", "happened", happened_table),
        ("accuracy.md", "again", again_table),
        ("accuracy.md", "firsts", firsts_table),
        ("speed.md", "speed", lambda: speed_table(given.seeds, given.articles)),
        ("speed.md", "page", page_table),
        ("speed.md", "adding", lambda: adding_table(given.articles)),
    ]
    for page, name, make in makers:
        if given.only not in (None, name):
            continue
        table = make()
        if table is None:
            print(f"tables: {name} can't be measured here and is left as it is.", file=sys.stderr)
        elif given.write:
            path = DOCS / page
            path.write_text(with_table(path.read_text(encoding="utf-8"), name, table), "utf-8")
        else:
            print(f"{name}\n\n{table}")


# -- tables ---------------------------------------------------------------------------------------


def stories_table(gold: Path) -> str | None:
    """Story clustering on ECB+, or None without it."""
    if not (gold / ECB).is_dir():
        return None
    found = measure("stories", gold / ECB)
    head = ("articles", "stories", "found", "B³ precision", "B³ recall", "B³ F1", "floor of F1")
    keys = ("articles", "stories", "found", "b3_precision", "b3_recall", "b3_f1")
    return _table(head, [[*(found[key] for key in keys), floors()["stories"]["floor"]]])


def lineage_table() -> str:
    """Families, edges, swaps and reporters on piles of the farm, for both libraries."""
    head = (
        "library", "words swapped", "pairs", "precision", "recall", "F1", "wrongly joined", "edges",
        "older words right", "wording right too", "undecided",
        "swaps: precision", "recall of swaps", "reporters within", "one value",
    )  # fmt: skip
    rows = [
        [name, f"{swap:.0%}", *_lineage_row(library, swap)]
        for name, library in (("development", None), ("held out", HELD_OUT))
        for swap in FARM_SWAPS
    ]
    return _table(head, rows)


def invariance_table() -> str:
    """Copy-invariance and sensitivity over random piles."""
    found = measure_invariance(TRIALS, FARM_SEED)
    head = ("measure", "trials", "of them right, %", "statements changed", "of")
    return _table(head, [
        [
            "copy-invariance", found["copies"], f"{100 * found['copies_that_change_nothing']:.1f}",
            found["statements_changed"], found["of_statements"],
        ],
        [
            "sensitivity", found["with_a_clause_of_their_own"],
            f"{100 * found['sensitivity']:.1f}", "–", "–",
        ],
    ])  # fmt: skip


def _lineage_row(library: Path | None, swap: float) -> list[object]:
    with made_pile(FARM_ARTICLES, FARM_SEED, swap, farm_options(FARM_CHAIN, library)) as pile:
        found = measure_lineage(pile)

    def share(key: str) -> str:
        return f"{100 * found[key]:.1f}"

    return [
        found["pairs"], *map(share, ("precision", "recall", "f1", "wrongly_joined")), found["edges"],
        *map(share, ("older_right", "decided_right", "undecided")),
        # Where no word was swapped, no swap can be learnt.
        *(map(share, ("swaps_precision", "swaps_recall")) if swap else ("–", "–")),
        *map(share, ("within", "one_value")),
    ]  # fmt: skip


def reader_table(gold: Path) -> str | None:
    """What the reader reaches, or None without the treebanks."""
    if not (gold / "train").is_dir():
        return None
    made = measure_reader(gold, OWN)
    head = ("measure", "reached", "target", "met")
    said = {True: "yes", False: "no", None: "–"}
    return _table(
        head,
        [
            [
                one["measure"],
                f"{one['value']:,}",
                f"{one['target']:,}" if one["target"] else "–",
                said[one["met"]],
            ]
            for one in made
        ],
    )


def times_table(gold: Path) -> str | None:
    """Times on MEANTIME, or None without it."""
    if not (gold / MEANTIME).is_dir():
        return None
    found = measure("times", gold / MEANTIME)
    head = ("articles", "times", "found", "strict", "relaxed", "type", "value",
            "value, with the line")  # fmt: skip
    keys = (
        "articles", "times", "found", "strict_f1", "relaxed_f1", "type_f1", "value_f1",
        "value_f1_with_date_line",
    )  # fmt: skip
    return _table(head, [[found[key] for key in keys]])


def figures_table() -> str:
    """Slots of figures on our own sentences, tuned on and held back."""
    slots = ("what", "low", "high", "qualifier", "predicate")
    head = ("part", "sentences", "quantities", "all slots right", "of those found", *slots, "kind", "unit",
            "others", "told apart")  # fmt: skip
    keys = ("part", "sentences", "quantities", "exact", "precise", *slots, "kind", "unit", "others",
            "told_apart")  # fmt: skip
    return _table(head, [[found[key] for key in keys] for found in measure_figures()])


def attributions_table(gold: Path) -> str | None:
    """Attributions on PolNeAR's development part, or None without it."""
    if not (gold / POLNEAR).is_dir():
        return None
    found = measure("quotes", gold / POLNEAR)
    keys = ("contents", "overlapped", "half", "speaker_given", "speaker_right")
    head = ("kind", "contents", "overlapped", "the same half", "given a speaker", "the right one")
    rows = [[kind, *(found[kind][key] for key in keys)] for kind in ("direct", "mixed", "indirect")]
    parts = [[part, found[f"{part}_precision"], found[f"{part}_f1"]] for part in _PARTS]
    return f"{_table(head, rows)}\n{_table(('exact span', 'precision', 'F1'), parts)}"


_PARTS = ("source", "cue", "content")


def quotes_table() -> str:
    """Speakers and changed words on piles of the farm, for both libraries."""
    head = (
        "library", "words swapped", "settled", "found", "given a speaker", "wrong", "another name for a "
        "pronoun", "orphans with a witness", "restored", "to a wrong one", "disputed", "without a witness",
        "given one", "lost marks", "given one", "words changed", "told", "differences told", "right",
        "pairs of one saying", "folded: right", "of the pairs folded",
    )  # fmt: skip
    rows = [
        [name, f"{swap:.0%}", *_quotes_row(library, swap)]
        for name, library in (("development", None), ("held out", HELD_OUT))
        for swap in FARM_SWAPS
    ]
    return _table(head, rows)


def _quotes_row(library: Path | None, swap: float) -> list[object]:
    farm = farm_options(FARM_CHAIN, library)
    with made_pile(FARM_ARTICLES, FARM_SEED, swap, farm, "rewordings") as pile:
        found, sayings = measure_quotes(pile), measure_sayings(pile)
    settled, orphans, words = found["settled"]["all"], found["orphans"], found["quote_words"]

    def share(of: dict[str, Any], key: str, count: str) -> str:
        return f"{100 * of[key]:.1f}" if of[count] else "–"

    return [
        settled["asked"], *(share(settled, key, "asked") for key in ("found", "given", "wrong")),
        found["pronoun"]["another_name"] + found["described"]["another_name"],
        orphans["with_naming_witness"],
        *(share(orphans, key, "with_naming_witness") for key in ("restored", "restored_wrong", "disputed")),
        *(orphans[k] for k in ("without_witness", "given_all_the_same", "unmarked", "unmarked_given")),
        words["asked"], share(words, "recall", "asked"),
        words["variants"], share(words, "precision", "variants"),
        sayings["pairs"], share(sayings, "precision", "folded"), share(sayings, "recall", "pairs"),
    ]  # fmt: skip


def denials_table() -> str:
    """Who denies what, on both parts of our own pairs."""
    rows = []
    for part, name in (("dev", "read while the rules were made"), ("held", "held back")):
        found = measure_denials(part)
        shares = [f"{100 * found[key]:.0f}" for key in ("precision", "recall")]
        rows.append([name, found["pairs"], found["asked"], found["found"], *shares])
    return _table(("part", "pairs", "denials", "found", "right", "of the denials"), rows)


def actors_table(gold: Path) -> str | None:
    """Coreference of actors on GUM's news, or None without it."""
    if not (gold / GUM).is_dir():
        return None
    head = (
        "documents", "mentions", "number", "B³ precision", "B³ recall", "B³ F1", "target",
        "F1 of equal head words", "resolved", "of them right, %",
    )  # fmt: skip
    return _table(head, [row for genre in ACTORS for row in _actors_rows(gold, *genre)])


def _actors_rows(gold: Path, genre: str, shown: str, target: str) -> Iterator[list[object]]:
    found = measure_actors(gold / GUM, genre)
    every, pronouns = found["mentions"], found["pronouns"]
    for what, number, key, wanted in (
        ("without pronouns", every - pronouns, "b3", target),
        ("with pronouns", every, "b3_with_pronouns", "–"),
    ):
        scores = [found[f"{key}_{part}"] for part in ("precision", "recall", "f1")]
        resolved = (
            [found["pronouns_resolved"], found["pronouns_right"]] if key != "b3" else ["–", "–"]
        )
        yield [shown, what, number, *scores, wanted, found[f"same_head_{key}_f1"], *resolved]


def speed_table(seeds: Path, articles: int) -> str | None:
    """Time and memory on this machine, or None without the seeds."""
    if not seeds.is_dir():
        return None
    head = ("what", "runs", "seconds (median)", "target", "peak MB", "target MB")
    rows = [_cost(one) for one in _speeds(seeds, articles)]
    return f"On {os.cpu_count()} cores:\n\n" + _table(head, rows)


def _speeds(seeds: Path, articles: int) -> Iterator[dict[str, Any]]:
    # In a process of its own: a child's peak memory can't be below its parent's.
    command = [sys.executable, "-m", "benchmarks.speed", "--seeds", str(seeds)]
    command += ["--articles", str(articles)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    yield from map(json.loads, done.stdout.splitlines())


def _cost(one: dict[str, Any]) -> list[object]:
    limits = ("target_seconds", "target_memory_mb")
    seconds, memory = ("–" if one[limit] is None else f"≤ {one[limit]:g}" for limit in limits)
    return [one["measure"], one["runs"], f"{one['seconds']:.2f}", seconds, one["memory_mb"], memory]


def adding_table(articles: int, more: int | None = None) -> str:
    """What adding a hundredth to a case costs beside its build."""
    found = measure_adding(articles, more or max(articles // 100, 1))
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
        f"{found['kept_alignment_us']:.1f} µs.\n\n" + _table(head, rows)
    )


def _table(head: Sequence[object], rows: Sequence[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


def with_table(page: str, name: str, table: str) -> str:
    """A page with a table put between the marks of that name. Raises ValueError without them."""
    begin, end = (
        f"<!-- {name}: made by python -m benchmarks.tables --write -->",
        f"<!-- end {name} -->",
    )
    marks = re.compile(rf"(?<={re.escape(begin)}\n).*?(?={re.escape(end)})", re.S)
    if marks.search(page) is None:
        raise ValueError(f"The page has no marks for '{name}': {begin} … {end}")
    return marks.sub(lambda _: f"\n{table}\n", page, count=1)


# -- floors ---------------------------------------------------------------------------------------


def stories_score(gold: Path) -> tuple[float, str] | None:
    """B³ F1 and the hash of the corpus, or None without it."""
    if not (gold / ECB).is_dir():
        return None
    return measure("stories", gold / ECB)["b3_f1"], corpus_hash(gold / ECB)


SCORES: dict[str, Callable[[Path], tuple[float, str] | None]] = {"stories": stories_score}


def score(name: str, gold: Path) -> tuple[float, str]:
    """A measure's score and corpus. Raises BelowFloor if it can't be measured."""
    found = SCORES[name](gold) if name in SCORES else None
    if found is None:
        raise BelowFloor(f"'{name}' can't be measured on '{gold}'.")
    return found


def corpus_hash(folder: Path) -> str:
    """SHA-256 over names and bytes of the token files of a folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*_corpus.txt")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def floors(path: Path = DOCS / "floors.json") -> Floors:
    """Name of a measure -> its floor and the hash of the corpus that it holds for."""
    found: Floors = json.loads(path.read_text(encoding="utf-8"))
    return found


def save_floors(kept: Floors, path: Path = DOCS / "floors.json") -> None:
    """Writes the floors; raises BelowFloor if one of them would be lowered or lost."""
    for name, old in (floors(path) if path.exists() else {}).items():
        new = kept.get(name, {"floor": float("-inf")})["floor"]
        if new < old["floor"]:
            raise BelowFloor(
                f"The floor of '{name}' is {old['floor']}; it is not lowered to {new}."
            )
    path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def raised(kept: Floors, name: str, value: float, measured: tuple[float, str]) -> Floors:
    """The floors, one of them set to `value`, which must be reached now."""
    if measured[0] < value:
        raise BelowFloor(f"'{name}' reaches {measured[0]}, which is below {value}.")
    return {**kept, name: {"measure": "b3_f1", "floor": value, "corpus_sha256": measured[1]}}


def check(gold: Path) -> None:
    """Holds every score against its floor. Raises BelowFloor; says what is left out."""
    for name, floor in floors().items():
        measured = SCORES[name](gold)
        if measured is None:
            print(f"tables: no gold for '{name}' at '{gold}'; not checked.", file=sys.stderr)
        else:
            judge(name, floor, measured)


def judge(name: str, floor: dict[str, Any], measured: tuple[float, str]) -> None:
    """Raises BelowFloor if a score misses its floor or was made on another corpus."""
    value, corpus = measured
    if corpus != floor["corpus_sha256"]:
        raise BelowFloor(f"The floor of '{name}' holds for another corpus than this one.")
    if value < floor["floor"]:
        raise BelowFloor(f"'{name}' reaches {value}, which is below its floor of {floor['floor']}.")


if __name__ == "__main__":
    sys.exit(main())
