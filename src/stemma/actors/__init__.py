"""Actors: sentences with their readings -> mentions of people, bodies, countries and groups -> actors.

A sentence becomes a `Read`; `phrases_of` finds the phrases in it that may mean an actor, and `describe`
says what any noun phrase of it says. Put where they stand (`Placed`), those of one story are joined by
`resolve`; `cast_of` gives the rows. `find_cast` does all of it.
"""

from collections.abc import Iterable, Sequence

from stemma.actors.groups import Groups, Place, Placed
from stemma.actors.mentions import phrases_of
from stemma.actors.people import Swapped
from stemma.actors.phrase import Phrase
from stemma.actors.phrases import describe
from stemma.actors.rows import Cast, cast_of
from stemma.actors.sentence import Read
from stemma.actors.story import resolve
from stemma.actors.together import join_by_hand
from stemma.model import Together

__all__ = [
    "Cast", "Groups", "Phrase", "Place", "Placed", "Read", "cast_of", "describe", "find_cast", "phrases_of",
    "resolve",
]  # fmt: skip

Span = tuple[int, int]


def find_cast(
    story: str | None,
    sentences: Iterable[tuple[Place, Read]],
    swapped: Swapped = (),
    media: frozenset[tuple[str, ...]] = frozenset(),
    tags: Iterable[tuple[str, int, int]] = (),
    together: Iterable[Together] = (),
) -> Cast:
    """The actors of one story and where they are mentioned. `swapped`: pairs of words that the pile puts for
    one another; `media`: names, as compared, that agency tags give; `tags`: spans (article, start, end) that
    name who reports, and not who acts; `together`: names that a person says mean one actor."""
    taken: dict[str, list[Span]] = {}
    for article, start, end in tags:
        taken.setdefault(article, []).append((start, end))
    known: dict[str, list[Phrase]] = {}
    placed: list[Placed] = []
    for place, read in sorted(sentences, key=lambda one: (one[0].article, one[0].start)):
        if read.text not in known:
            known[read.text] = phrases_of(read)
        for phrase in known[read.text]:
            mention = Placed(phrase, read, place)
            if not _inside(mention, taken.get(place.article, ())):
                placed.append(mention)
    placed.sort(key=lambda m: (m.place.again, m.place.article, m.start, m.end))
    groups = _resolved(placed, swapped, media)
    outcomes = join_by_hand(groups, together, story)
    return cast_of(story, groups)._replace(outcomes=tuple(outcomes))


def _resolved(
    placed: Sequence[Placed], swapped: Swapped, media: frozenset[tuple[str, ...]]
) -> Groups:
    """The mentions joined, those in articles that repeat no other as if there were no others."""
    first = [mention for mention in placed if not mention.place.again]
    groups = resolve(placed, swapped, media)
    if not first or len(first) == len(placed):
        return groups
    return resolve(first, swapped, media).with_copies(groups)


def _inside(mention: Placed, spans: Sequence[Span]) -> bool:
    return any(start < mention.end and mention.start < end for start, end in spans)
