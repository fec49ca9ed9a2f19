"""The swaps of a pile -> which version has which side of each, and where."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from stemma.model import Swap, Variant
from stemma.pedigree import BASE, Pedigree
from stemma.report.shown import Shown
from stemma.text.tokens import compared_words

# A version at a place of its family: (family, number of the place, witness).
Spot = tuple[str, int, str]


class Sides(NamedTuple):
    """Who has the left and who the right side of a swap, and the side that is the replacement."""

    swap: Swap
    left: frozenset[Spot]
    right: frozenset[Spot]

    @property
    def replacement(self) -> frozenset[Spot]:
        """Who has the replacement; nobody, if that is not known."""
        known = {self.swap.left: self.left, self.swap.right: self.right}
        return known.get(self.swap.spun or "", frozenset())

    @property
    def older(self) -> frozenset[Spot]:
        """Who has what was replaced; nobody, if that is not known."""
        known = {self.swap.left: self.right, self.swap.right: self.left}
        return known.get(self.swap.spun or "", frozenset())

    @property
    def families(self) -> tuple[str, ...]:
        """The families in which it was seen."""
        return tuple(sorted({family for family, _, _ in self.left | self.right}))


class Use(NamedTuple):
    """What an article has of swaps whose replacement is known: places, those of them with the
    replacement, and how many swaps these are of."""

    places: int
    replaced: int
    swaps: int


class Swapped(NamedTuple):
    """Each swap of the pile with its sides, and the articles' use of them."""

    sides: tuple[Sides, ...]
    uses: Mapping[str, Use]


def swapped(shown: Shown) -> Swapped:
    """All that is known of swaps."""
    variants = {v.id: v for held in shown.rows.variants.values() for v in held}
    sides = tuple(
        _sides(shown, swap, [variants[v] for v in swap.variant_ids if v in variants])
        for swap in shown.rows.swaps
    )
    return Swapped(sides, _uses(sides))


def article_of(spot: Spot) -> str:
    """The article of a witness at a place."""
    return spot[2].split("-")[1]


def _uses(sides: Iterable[Sides]) -> dict[str, Use]:
    places: dict[str, set[Spot]] = defaultdict(set)
    replaced: dict[str, set[Spot]] = defaultdict(set)
    swaps: dict[str, set[str]] = defaultdict(set)
    for one in sides:
        for spot in one.older:
            places[article_of(spot)].add(spot)
        for spot in one.replacement:
            replaced[article_of(spot)].add(spot)
            swaps[article_of(spot)].add(one.swap.id)
    return {
        article: Use(len(places[article] | spots), len(spots), len(swaps[article]))
        for article, spots in replaced.items()
    }


def as_shown(swap: Swap) -> tuple[str, str]:
    """The two sides in the letters of the pages, the left one first."""
    left, _, right = swap.text.partition(" ↔ ")
    if _compared(left) == swap.right and _compared(right) == swap.left:
        left, right = right, left
    return (left, right) if _compared(left) == swap.left else (swap.left, swap.right)


def _sides(shown: Shown, swap: Swap, variants: list[Variant]) -> Sides:
    held: dict[str, set[Spot]] = defaultdict(set)
    words: dict[str, str] = {}
    for variant in variants:
        made = shown.pedigrees[variant.family_id]
        for text, spot in _holders(made, variant):
            if text not in words:
                words[text] = _compared(text)
            held[words[text]].add(spot)
    return Sides(swap, frozenset(held[swap.left]), frozenset(held[swap.right]))


def _holders(made: Pedigree, variant: Variant) -> Iterator[tuple[str, Spot]]:
    """Who has a variant and who has the base's words in its place."""
    for at, place in enumerate(made.wordings.places):
        found = [n for n, one in enumerate(place.variants, 1) if one.id == variant.id]
        for one in made.wordings.all if found else ():
            if one.readings[at] in (BASE, *found):
                for witness in one.witnesses:
                    yield place.texts[one.readings[at]], (variant.family_id, at, witness.id)


def _compared(text: str) -> str:
    return " ".join(compared_words(text))
