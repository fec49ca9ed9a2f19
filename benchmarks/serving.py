"""How fast the app answers, and whether many readers at once lose anything.

    python -m benchmarks.serving [--articles 300] [--readers 50] [--case CASE]

Builds a farm's pile into a case (or takes one that is built), serves it in a process of its own, waits
until it is warm, and prints one JSON object: for each kind of page the milliseconds until the whole
answer is there, one request at a time, at the middle and at the 95th percentile, and those that the app
itself worked on it (what a machine with nothing else to do would take; Linux tells it), with the bytes of
the largest; then the same pages asked for by many readers at once, with how many answers were lost.
`benchmarks.tables --only serving` makes a table of it.
"""

import argparse
import json
import random
import time
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from benchmarks.pages import table
from benchmarks.pictures import served
from benchmarks.pile import farm_options, made_pile
from stemma.case import Case

TARGET_MS, TARGET_BYTES = 200, 2**20
SEED, SWAP, CHAIN = 3, 0.2, 0.3
READERS, REQUESTS = 50, 10
_EACH = 40  # addresses of a kind
_IDLE_MS = 20  # of work in a second, at most, of an app that waits
_WARM = 900.0  # seconds until the first pages have to be ready


def main() -> None:
    """Prints the measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--readers", type=int, default=READERS)
    parser.add_argument("--requests", type=int, default=REQUESTS, help="of each reader")
    parser.add_argument("--case", type=Path, help="a case that is built, instead of a new one")
    given = parser.parse_args()
    if given.case:
        found = measure(Case(given.case), given.readers, given.requests)
    else:
        with made_pile(given.articles, given.seed, SWAP, farm_options(CHAIN)) as pile:
            found = measure(pile.case, given.readers, given.requests)
    print(json.dumps(found, indent=1))


def measure(case: Case, readers: int, requests: int) -> dict[str, Any]:
    """The measure as values for JSON."""
    pages = _addresses(case)
    with served(case.path) as (base, process):
        begun = time.monotonic()
        _warm(base, pages["story"], process)
        warm = time.monotonic() - begun
        alone = {kind: _alone(base, some, process) for kind, some in pages.items()}
        memory = _memory(process)
        together = _together(base, pages, readers, requests)
    return {
        "articles": len(case.table("articles")),
        "stories": len(case.table("stories")),
        "seconds_until_warm": round(warm, 1),
        "memory_mb": memory,
        "alone": alone,
        "together": together,
        "target": {"p95_ms": TARGET_MS, "story_bytes": TARGET_BYTES},
    }


def serving_table(articles: int) -> str:
    """How fast the app answers about a pile of so many articles."""
    with made_pile(articles, SEED, SWAP, farm_options(CHAIN)) as pile:
        return shown(measure(pile.case, READERS, REQUESTS))


def shown(found: dict[str, Any]) -> str:
    """The measure in Markdown."""
    together = found["together"]
    head = (
        "page", "ms of work, the middle", "95 % within", "asked again, 95 % within", "target",
        "largest, KB", "target",
    )  # fmt: skip
    rows = [
        [
            kind, f"{one['worked_first_p50_ms']:.0f}", f"{one['worked_first_p95_ms']:.0f}",
            f"{one['worked_again_p95_ms']:.0f}", f"≤ {TARGET_MS}", f"{one['largest_bytes'] / 1024:,.0f}",
            f"≤ {TARGET_BYTES // 1024:,}" if kind.startswith("story") else "–",
        ]
        for kind, one in found["alone"].items()
    ]  # fmt: skip
    return (
        f"{found['articles']:,} generated articles, {found['stories']:,} stories; ready after "
        f"{found['seconds_until_warm']:.0f} s, {found['memory_mb']:,} MB. {together['readers']} readers at "
        f"once, {together['requests']:,} requests: {together['lost']} answers lost, the middle one after "
        f"{together['p50_ms']:.0f} ms, 95 % within {together['p95_ms']:.0f} ms.\n\n"
        + table(head, rows)
    )


def _addresses(case: Case) -> dict[str, list[str]]:
    """Kind -> addresses of pages, the same ones each time."""
    chance = random.Random(1)

    def some(table: str, form: str) -> list[str]:
        names = sorted(case.table(table)["id"].to_list())
        return [form.format(name) for name in chance.sample(names, min(_EACH, len(names)))]

    words = ("said", '"the governor"', "dead", "water board", "minister")
    return {
        "case": ["/"],
        "story": some("stories", "/story/{}"),
        "story, further pages": some("stories", "/story/{}?page=2"),
        "family": some("families", "/family/{}"),
        "article": some("articles", "/article/{}?at=100-200"),
        "actor": some("actors", "/actor/{}"),
        "saying": some("sayings", "/saying/{}"),
        "event": [f"/event/{name}" for name in _most_told(case)] + some("events", "/event/{}"),
        "row": some("quotes", "/row/quotes/{}") + some("families", "/row/families/{}"),
        "table": ["/table/quotes", "/table/witnesses?page=9", "/table/articles"],
        "search": [f"/search?q={word.replace(' ', '+')}" for word in words],
        "api": [
            "/api/quotes?limit=100",
            "/api/articles?limit=100",
            *some("quotes", "/api/explain/{}"),
        ],
    }


def _most_told(case: Case) -> list[str]:
    """The events with most reports: theirs are the largest pages."""
    order = ["mentions", "id"]
    return case.table("events").sort(order, descending=[True, False])["id"].head(5).to_list()


def _warm(base: str, stories: Sequence[str], process: int) -> None:
    """Until every story was asked for once, and the app makes nothing beforehand any more."""
    for story in stories:
        with urlopen(base + story, timeout=_WARM) as answer:
            answer.read()
    before = -1.0
    while _worked(process) - before > _IDLE_MS:
        before = _worked(process)
        time.sleep(1)


def _worked(process: int) -> float:
    """Milliseconds that the threads of a process were at work so far."""
    found = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(one.read_text().split()[0]) for one in found) / 1e6


def _memory(process: int) -> int:
    """The most that a process held, in MB."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


def _asked(address: str) -> tuple[float, int]:
    begun = time.perf_counter()
    with urlopen(address, timeout=60) as answer:
        size = len(answer.read())
    return 1000 * (time.perf_counter() - begun), size


def _alone(base: str, pages: Sequence[str], process: int) -> dict[str, float]:
    """One request at a time, each address for the first time and once more."""
    waited, worked, sizes = [], [], []
    for page in (*pages, *pages):
        before = _worked(process)
        milliseconds, size = _asked(base + page)
        waited.append(milliseconds)
        worked.append(_worked(process) - before)
        sizes.append(size)
    first, again = slice(len(pages)), slice(len(pages), None)
    return {
        "first_p50_ms": _at(waited[first], 0.5),
        "first_p95_ms": _at(waited[first], 0.95),
        "again_p95_ms": _at(waited[again], 0.95),
        "worked_first_p50_ms": _at(worked[first], 0.5),
        "worked_first_p95_ms": _at(worked[first], 0.95),
        "worked_again_p95_ms": _at(worked[again], 0.95),
        "largest_bytes": max(sizes),
    }


def _together(
    base: str, pages: dict[str, list[str]], readers: int, requests: int
) -> dict[str, Any]:
    """Many readers at once, each with other pages."""
    every = [page for some in pages.values() for page in some]
    lost: dict[str, int] = defaultdict(int)

    def reader(number: int) -> list[float]:
        chance = random.Random(number)
        taken = []
        for page in chance.choices(every, k=requests):
            try:
                taken.append(_asked(base + page)[0])
            except OSError as error:
                lost[type(error).__name__] += 1
        return taken

    with ThreadPoolExecutor(readers) as pool:
        found = [ms for taken in pool.map(reader, range(readers)) for ms in taken]
    return {
        "readers": readers,
        "requests": readers * requests,
        "lost": sum(lost.values()),
        "p50_ms": _at(found, 0.5),
        "p95_ms": _at(found, 0.95),
    }


def _at(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return round(ordered[min(int(len(ordered) * share), len(ordered) - 1)], 1) if ordered else 0.0


if __name__ == "__main__":
    main()
