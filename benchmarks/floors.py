"""Floors: scores that a change may not fall below. Each holds for one corpus, known by its hash."""

import hashlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.pages import DOCS
from stemma.measure import measure

ECB = "tune/ecbplus"

Floors = dict[str, dict[str, Any]]


class BelowFloor(Exception):
    """A score is below its floor, was measured on another corpus, or a floor would be lowered."""


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
