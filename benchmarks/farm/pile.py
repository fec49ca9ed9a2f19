"""A pile: which pages are made, of what kind, about what, in which order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from benchmarks.farm.honest import make_original, make_repost
from benchmarks.farm.library import Library
from benchmarks.farm.mosaic import Farm, make_mosaic, plan_mosaic
from benchmarks.farm.page import Page
from benchmarks.farm.wires import Wire

# The rest are mosaics: on farms' sites honest pages are the exception.
ORIGINALS = 0.1
REPOSTS = 0.12


@dataclass(frozen=True)
class Options:
    """What a pile is made after. Equal options make equal bytes.

    ``swap`` is the share of swappable places, ``withhold`` the least share of each event's
    wires that no article carries whole, ``events`` maps events to their weights (none: all
    alike) and keeps all others out of the pile, ``size_kb`` is the mean length of a mosaic's body
    in thousands of characters, ``chain`` the share of a mosaic's passages that is copied from
    earlier mosaics, as far as there are any.
    """

    articles: int = 20
    seed: int = 0
    swap: float = 0.2
    events: Mapping[str, float] = field(default_factory=dict)
    withhold: float = 0.33
    size_kb: float = 4
    chain: float = 0.0


@dataclass(frozen=True)
class Pile:
    """The pages in order, with the options that made them."""

    options: Options
    pages: tuple[Page, ...]


def make_pile(library: Library, options: Options) -> Pile:
    """Make every page of a pile.

    Raises ValueError where the options name an event that the library has not.
    """
    rng = Random(options.seed)
    size = int(options.size_kb * 1024)
    shares = _shares(library, options)
    farm = Farm(library.only(options.events), options.swap, size, rng, options.chain)
    jobs = [
        job
        for event, count in shares.items()
        for job in _plan(library.wires_of(event), count, options.withhold, rng)
    ]
    rng.shuffle(jobs)
    if options.chain:
        return Pile(options, tuple(_chained(farm, jobs)))
    return Pile(options, tuple(_make(farm, *job) for job in jobs))


def _shares(library: Library, options: Options) -> dict[str, int]:
    """Split the number of articles by weight; the largest remainders get the rest."""
    known = [event.id for event in library.events]
    for event in options.events:
        if event not in known:
            raise ValueError(f"no event {event!r}: the library has {', '.join(known)}")
    weights = dict(options.events) or dict.fromkeys(known, 1.0)
    total = sum(weights.values())
    exact = {event: options.articles * weight / total for event, weight in weights.items()}
    counts = {event: int(share) for event, share in exact.items()}
    by_remainder = sorted(exact, key=lambda event: (counts[event] - exact[event], event))
    for event in by_remainder[: options.articles - sum(counts.values())]:
        counts[event] += 1
    return counts


def _plan(
    wires: tuple[Wire, ...], count: int, withhold: float, rng: Random
) -> list[tuple[str, Wire]]:
    """The pages of one event. A mosaic's wire only says which event it is about."""
    shown = list(wires)
    rng.shuffle(shown)
    del shown[: -int(-len(shown) * withhold // 1)]
    if not shown:
        return [("mosaic", wires[0])] * count
    originals = [("original", wire) for wire in shown[: round(count * ORIGINALS)]]
    kinds = ("repost", "repost_near")
    reposts = [(rng.choice(kinds), rng.choice(shown)) for _ in range(round(count * REPOSTS))]
    mosaics = count - len(originals) - len(reposts)
    return [*originals, *reposts, *[("mosaic", wires[0])] * mosaics]


def _chained(farm: Farm, jobs: Sequence[tuple[str, Wire]]) -> list[Page]:
    """The mosaics day by day, so that a later one finds the earlier ones; numbers tell nothing."""
    plans = [plan_mosaic(farm, wire.event) for kind, wire in jobs if kind == "mosaic"]
    pages = [_make(farm, *job) for job in jobs if job[0] != "mosaic"]
    pages += [make_mosaic(farm, plan) for plan in sorted(plans, key=lambda plan: plan.day)]
    farm.rng.shuffle(pages)
    return pages


def _make(farm: Farm, kind: str, wire: Wire) -> Page:
    if kind == "mosaic":
        return make_mosaic(farm, plan_mosaic(farm, wire.event))
    if kind == "original":
        return make_original(farm, wire)
    return make_repost(farm, wire, near=kind == "repost_near")
