"""What one speaker said, folded over pages and wordings, against the farm's truth.

    python -m benchmarks.sayings [--articles 120] [--swap 0 0.2 0.4] [--library DIR] [--errors N]

Gold: quotations of the wires with their speakers. Two that were found on different pages, with a speaker,
must be one saying if one speaker said them and the words of one are those of the other, or a part of them of
some length. A pair of other words, or of another speaker, must not be.
"""

import json
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.pages import table
from benchmarks.pile import (
    ARTICLES,
    CHAIN,
    SEED,
    Pile,
    farm_options,
    made_pile,
    piles,
    rows_of,
)
from benchmarks.quotes import Given, found_for
from benchmarks.quotes import measure as measure_quotes
from benchmarks.spoken import passages, spoken

_FEWEST = 5  # words of a part


class _One(NamedTuple):
    """A quote that was found: its page, the speaker and the quotations that it has in truth (one sentence may
    have several), and the saying that has it."""

    page: str
    speaker: str
    words: tuple[str, ...]
    saying: str


def main() -> None:
    """Prints one JSON object for each share of words swapped."""
    for swap, errors, pile in piles(__doc__):
        print(json.dumps({"swap": swap, **measure(pile, errors)}), flush=True)


def measure(pile: Pile, errors: int = 0) -> dict[str, Any]:
    """Pairs that must be one saying, pairs that are, and how many of either are right."""
    saying = {quote: row["id"] for row in pile.rows("sayings") for quote in row["quote_ids"]}
    said = [one for passage in passages(pile.truth) for one in spoken(passage)]
    held: dict[str, list[Given]] = defaultdict(list)
    for given in found_for(said, pile):
        if given.quote is not None and given.quote["id"] in saying:
            held[given.quote["id"]].append(given)
    found = [
        _One(
            inside[0].said.passage.path,
            inside[0].said.speaker,
            tuple(_key(given.said.words) for given in inside),
            saying[quote],
        )
        for quote, inside in sorted(held.items())
    ]
    asked, folded = _asked(found), _folded(found)
    for a, b in sorted(folded - asked)[:errors]:
        print("WRONG", found[a], found[b], sep="\n  ")
    right = len(asked & folded)
    return {
        "quotes": len(found),
        "pairs": len(asked),
        "folded": len(folded),
        "precision": round(right / max(len(folded), 1), 4),
        "recall": round(right / max(len(asked), 1), 4),
    }


def _key(words: str) -> str:
    return f" {' '.join(''.join(c if c.isalnum() else ' ' for c in words.lower()).split())} "


def _asked(found: list[_One]) -> set[tuple[int, int]]:
    by_speaker: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        by_speaker[one.speaker].append(number)
    return {
        (a, b)
        for held in by_speaker.values()
        for a, b in combinations(held, 2)
        if found[a].page != found[b].page
        and any(_same(one, other) for one in found[a].words for other in found[b].words)
    }


def _folded(found: list[_One]) -> set[tuple[int, int]]:
    by_saying: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        by_saying[one.saying].append(number)
    return {
        (a, b)
        for held in by_saying.values()
        for a, b in combinations(held, 2)
        if found[a].page != found[b].page
    }


def _same(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return shorter == longer or (shorter in longer and len(shorter.split()) >= _FEWEST)


def quotes_table() -> str:
    """Speakers, changed words and sayings on piles of the farm, for both libraries."""
    head = (
        "library", "words swapped", "settled", "found", "given a speaker", "wrong", "another name for a "
        "pronoun", "orphans with a witness", "restored", "to a wrong one", "disputed", "without a witness",
        "given one", "lost marks", "given one", "words changed", "told", "differences told", "right",
        "pairs of one saying", "folded: right", "of the pairs folded",
    )  # fmt: skip
    return table(head, rows_of(_quotes_row))


def _quotes_row(library: Path | None, swap: float) -> list[object]:
    farm = farm_options(CHAIN, library)
    with made_pile(ARTICLES, SEED, swap, farm, "rewordings") as pile:
        found, sayings = measure_quotes(pile), measure(pile)
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


if __name__ == "__main__":
    main()
