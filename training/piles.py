"""Piles of the farm as the account compares their reports, with the true event of each that has one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from benchmarks.happened import mentions
from benchmarks.pile import ARTICLES, CHAIN, SECOND, SEED, THIRD, farm_options, made_pile

from stemma.account import happened
from stemma.account.deeds import Deed

# The libraries whose errors are read; not the held-out one.
LIBRARIES: tuple[Path | None, ...] = (None, SECOND, THIRD)


class Told(NamedTuple):
    """The reports of a story as they are compared, in order of keys, and the true event of each, if it is
    known to be one."""

    deeds: list[Deed]
    truths: list[str | None]


def told_in_piles() -> Iterator[Told]:
    """The stories of all piles, with no word swapped; a build of a hundred articles each."""
    for library in LIBRARIES:
        caught: list[happened.Deeds] = []
        taken = happened.compared_in

        def catch(given: Any, take: Any = taken, kept: Any = caught) -> happened.Deeds:
            kept.append(take(given))
            return kept[-1]

        options = farm_options(CHAIN, library)
        # What the account compares is in no table: it is caught on its way.
        with (
            patch.object(happened, "compared_in", catch),
            made_pile(ARTICLES, SEED, 0.0, options, dated=True) as pile,
        ):
            true: dict[str, str | None] = {one.mention: one.truth for one in mentions(pile)}
        yield from _told(caught[-1], true)


def _told(found: happened.Deeds, true: dict[str, str | None]) -> Iterator[Told]:
    truths: dict[str, set[str]] = defaultdict(set)
    for key, copies in found.held.items():
        truths[key] = {name for one in copies.all if (name := true.get(one.id))}
    for _, deeds in sorted(found.by_story.items()):
        ordered = sorted(deeds, key=lambda deed: deed.key)
        yield Told(
            ordered,
            [next(iter(own)) if len(own := truths[deed.key]) == 1 else None for deed in ordered],
        )
