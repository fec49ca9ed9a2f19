"""Deeds that a sentence puts before or after one another."""

from collections import defaultdict
from collections.abc import Sequence

from stemma.events.tree import Tree

# What puts the deed above it later, and what puts it earlier, than the deed that it stands before.
LATER = frozenset(("after", "since", "following", "once"))
EARLIER = frozenset(("before", "until", "till", "ahead"))


def order(tree: Tree, carried: Sequence[tuple[int, ...]]) -> dict[int, tuple[int, ...]]:
    """Mention -> the mentions of the sentence that it says came before, by number: `fled after the raid`.
    `carried`: the words of each."""
    of_word = {n: number for number, words in enumerate(carried) for n in words}
    found: dict[int, set[int]] = defaultdict(set)
    for n, number in of_word.items():
        above = of_word.get(tree.heads[n])
        said = tree.mark(n) or tree.case(n)
        word = said.split(" ")[0] if tree.rels[n] in ("advcl", "obl", "nmod") else ""
        if above is None or above == number:
            continue
        if word in LATER:
            found[above].add(number)
        elif word in EARLIER:
            found[number].add(above)
    return {number: tuple(sorted(before)) for number, before in found.items()}
