"""How long stemma takes, and how much memory, each command in a process of its own.

    python -m benchmarks.speed [--seeds ../shared/seeds] [--articles 2000]

Prints one JSON object a measure, with its target. Memory is the peak of the largest process. This
module imports nothing heavy: a child's peak can't be below what its parent held when it was made.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

from benchmarks.pages import table

_STEMMA = (sys.executable, "-m", "stemma.cli")
_UNIT = 1024 if sys.platform == "darwin" else 1  # ru_maxrss is in bytes there, else in kilobytes
SHORT_RUNS = 7  # of a command that takes a second or less
LONG_SECONDS, LONG_ARTICLES = 60.0, 2000


class Target(NamedTuple):
    """The most that a measure may take; None: not set."""

    seconds: float | None
    memory_mb: float | None = None


class Cost(NamedTuple):
    """What one run took."""

    seconds: float
    memory_mb: float


def main() -> None:
    """Prints each measure as it is made."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--seeds", type=Path, default=Path("../shared/seeds"))
    given.add_argument("--articles", type=int, default=LONG_ARTICLES)
    options = given.parse_args()
    for measure in measures(options.seeds, options.articles):
        print(json.dumps(measure, ensure_ascii=False), flush=True)


def measures(seeds: Path, articles: int) -> Iterator[dict[str, Any]]:
    """Each measure as values for JSON. Without the seeds, theirs is left out and that is said."""
    yield row("stemma --help", [cost("--help") for _ in range(SHORT_RUNS)], Target(0.3))
    if seeds.is_dir():
        costs = [_build(seeds) for _ in range(SHORT_RUNS)]
        yield row("build of the seeds", costs, Target(3.0, 300.0))
    else:
        print(f"speed: there are no seeds at '{seeds}'; their build is left out.", file=sys.stderr)
    if articles:
        target = Target(LONG_SECONDS if articles == LONG_ARTICLES else None)
        yield row(f"build of {articles:,} generated articles", [_farmed(articles)], target)


def row(name: str, costs: list[Cost], target: Target) -> dict[str, Any]:
    """The median run of a measure beside its target."""
    seconds = round(median(one.seconds for one in costs), 2)
    memory = round(median(one.memory_mb for one in costs))
    return {
        "measure": name,
        "runs": len(costs),
        "seconds": seconds,
        "target_seconds": target.seconds,
        "memory_mb": memory,
        "target_memory_mb": target.memory_mb,
        "met": (target.seconds is None or seconds <= target.seconds)
        and (target.memory_mb is None or memory <= target.memory_mb),
    }


def cost(*arguments: str) -> Cost:
    """Runs a stemma command to its end. Raises CalledProcessError if it fails."""
    command = [*_STEMMA, *arguments]
    begun = perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = perf_counter() - begun
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return Cost(seconds, usage.ru_maxrss / _UNIT / 1024)


def _build(pile: Path) -> Cost:
    with tempfile.TemporaryDirectory() as folder:
        return cost("build", str(pile), "--out", f"{folder}/case")


def _farmed(articles: int) -> Cost:
    with tempfile.TemporaryDirectory() as folder:
        pile = f"{folder}/pile"
        farm = [sys.executable, "-m", "benchmarks.farm"]
        options = ["--articles", str(articles), "--seed", "1", "--size-kb", "4", "--out", pile]
        subprocess.run([*farm, *options], check=True, stdout=subprocess.DEVNULL)
        return _build(Path(pile, "articles"))


def speed_table(seeds: Path, articles: int) -> str | None:
    """Time and memory on this machine, or None without the seeds."""
    if not seeds.is_dir():
        return None
    head = ("what", "runs", "seconds (median)", "target", "peak MB", "target MB")
    rows = [_cost(one) for one in _speeds(seeds, articles)]
    return f"On {os.cpu_count()} cores:\n\n" + table(head, rows)


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


if __name__ == "__main__":
    main()
