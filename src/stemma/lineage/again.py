"""What is decided without the pages that come again: which words are older, and which page has them.

A page that repeats another one copies all of it at once. Its words are no second witness to what stood
there first: whatever it has exchanged or kept shows that page's hand, and not the report's.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from stemma.lineage.places import Told
from stemma.model import Sentence

Again = Mapping[str, str]  # article -> the one that it repeats
# The words of likely originals, by family -> article -> the one that it repeats, or itself.
Repeating = Callable[[Mapping[str, str]], Mapping[str, str]]


def firsts_of(told: Sequence[Told], again: Again) -> list[Told]:
    """The families without the witnesses on pages that repeat another one; all of them where a family has
    no other witness. The places stay, with the readings that nobody is left to have; a place is of the kind
    that the others show."""
    return [_without(one, again) for one in told]


def _without(told: Told, again: Again) -> Told:
    kept = {one.id for one in told.witnesses if one.article_id not in again}
    if not kept or len(kept) == len(told.witnesses):
        return told
    places = tuple(
        place.held_by(
            tuple(
                one._replace(witnesses=tuple(w for w in one.witnesses if w in kept))
                for one in place.readings
            )
        )
        for place in told.places
    )
    return told._replace(
        witnesses=tuple(one for one in told.witnesses if one.id in kept),
        places=places,
        held={name: row for name, row in told.held.items() if name in kept},
    )


def texts_of(sentences: Iterable[Sentence], again: Again) -> set[str]:
    """The distinct sentences on pages that repeat no other."""
    return {one.text for one in sentences if one.article_id not in again}
