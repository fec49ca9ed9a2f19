"""Articles -> stories, and passages of other stories inside them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import numpy as np
from scipy import sparse

from stemma.model import Article, Block, Family, Story, Witness, group_id
from stemma.stories.bridged import parted
from stemma.stories.cluster import THRESHOLD, Space, Tally, cluster, tally, word_counts
from stemma.stories.inserts import with_inserts

__all__ = ["THRESHOLD", "Sorted", "Tally", "cluster", "sort_stories", "tally", "word_counts"]

_STORY_WORDS = 8
_MIDDLE = 0.8  # of the nearest text's likeness to all of its story, that of one that may give it its title
_PROSE = ("headline", "paragraph", "caption")


class Sorted(NamedTuple):
    """Stories, and the records that now know theirs."""

    stories: list[Story]
    articles: list[Article]
    blocks: list[Block]
    families: list[Family]


def sort_stories(
    articles: Sequence[Article],
    blocks: Sequence[Block],
    families: Sequence[Family],
    witnesses: Sequence[Witness],
    texts: Mapping[str, str],
    counts: Tally,
    repeated: Mapping[str, str] | None = None,
    stitched: Collection[str] = (),
) -> Sorted:
    """Stories of a pile. `articles` in order of id; `texts`: article id -> id of its distinct text;
    `counts`: the words of each block, a row for each in their order; `repeated`: article -> the one that it
    repeats, some words exchanged or left out, or itself; `stitched`: articles made of passages of others.
    Only blocks of prose and headlines count; those foreign to the story become inserts.

    Distinct texts alone are compared, and what lies in one or repeats it follows it: however often a text
    was copied, words are as rare and stories as near as without the copies. Stitched articles hold no two
    stories together, and name none if there is another.
    """
    own = {article.id: texts.get(article.id, article.id) for article in articles}
    text_of = _followed(own, repeated or {})
    apart = [article for article in articles if text_of[article.id] == article.id]
    bodies = _bodies(apart, blocks, counts)
    labels, space, likeness = cluster(bodies, [_day(a) for a in apart])
    labels = parted(labels, likeness, [a.id in stitched for a in apart])
    story_of = _named(articles, text_of, {a.id: n for a, n in zip(apart, labels, strict=True)})
    done = [replace(a, story_id=story_of[a.id], text_id=own[a.id]) for a in articles]
    stories = _stories(apart, done, blocks, space, likeness, stitched)
    settled = with_inserts(apart, text_of, blocks, counts, story_of, witnesses, space, stitched)
    return Sorted(stories, done, settled, _families(families, witnesses, settled, story_of))


def _day(article: Article) -> date | None:
    """The day of publication, where the pile gives it; one guessed from a page parts no story."""
    if article.published_how != "given":
        return None
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def _bodies(articles: Sequence[Article], blocks: Sequence[Block], counts: Tally) -> Tally:
    """The words of each article's prose, a row for each."""
    row_of = {article.id: row for row, article in enumerate(articles)}
    prose = [
        (row_of[block.article_id], number)
        for number, block in enumerate(blocks)
        if block.kind in _PROSE and block.article_id in row_of
    ]
    rows, numbers = zip(*prose, strict=True) if prose else ((), ())
    shape = (len(articles), len(blocks))
    member = sparse.csr_array((np.ones(len(prose), dtype=np.int64), (rows, numbers)), shape=shape)
    return counts._replace(counts=sparse.csr_array(member @ counts.counts))


def _named(
    articles: Sequence[Article], text_of: Mapping[str, str], labels: Mapping[str, int]
) -> dict[str, str]:
    members: dict[int, list[str]] = defaultdict(list)
    for article in articles:
        members[labels[text_of[article.id]]].append(article.id)
    named = [(group_id("story", inside), inside) for inside in members.values()]
    return {one: story for story, inside in named for one in inside}


def _followed(own: Mapping[str, str], repeated: Mapping[str, str]) -> dict[str, str]:
    """Article -> the text that it follows: its own, of what it repeats, and so on."""
    found = {}
    for article in own:
        seen = [article]
        while (up := own[repeated.get(seen[-1], seen[-1])]) not in seen:
            seen.append(up)
        # Two that follow each other follow the first.
        found[article] = min(seen[seen.index(up) :])
    return found


def _stories(
    apart: Sequence[Article],
    articles: Sequence[Article],
    blocks: Sequence[Block],
    space: Space,
    likeness: sparse.csr_array,
    stitched: Collection[str],
) -> list[Story]:
    """`likeness` and `space` have a row for each of the articles that are `apart`, in order."""
    story_of = {article.id: article.story_id for article in articles}
    rows: dict[str, list[int]] = defaultdict(list)
    for row, article in enumerate(apart):
        rows[story_of[article.id] or ""].append(row)
    carriers = Counter(article.story_id for article in articles)
    texts = Counter(a.story_id for a in articles if a.text_id == a.id)
    headlines = {b.article_id: b.text for b in reversed(blocks) if b.kind == "headline"}
    found = []
    for story_id, members in sorted(rows.items()):
        inner = likeness[members][:, members].toarray()
        held = [apart[row] for row in members]
        near = inner.sum(axis=1).round(9).tolist()
        nearest = held[_middle(near, held, stitched, [headlines.get(a.id, "") for a in held])]
        title = headlines.get(nearest.id) or nearest.title or nearest.text.strip()[:80]
        together = _words(space, members)
        found.append(
            Story(
                story_id,
                title,
                nearest.id,
                carriers[story_id],
                texts[story_id],
                together,
                _how(inner, carriers[story_id]),
            )
        )
    return found


def _middle(
    near: Sequence[float],
    held: Sequence[Article],
    stitched: Collection[str],
    headlines: Sequence[str],
) -> int:
    """The text that gives a story its title. Where several have one headline, it is of those that have the
    commonest: one that was swapped or is of a single page says less of what all tell. Of them, those that
    are not stitched and nearly as near to the others as the nearest; then the first to be published, and of
    equals the nearest."""
    times = Counter(line.casefold() for line in headlines if line)
    most_told = max(times.values(), default=0)
    every = range(len(held))
    shared = [n for n in every if most_told > 1 and times[headlines[n].casefold()] == most_told]
    of = shared or every
    whole = [n for n in of if held[n].id not in stitched] or of
    least = _MIDDLE * max(near[n] for n in whole)
    close = [n for n in whole if near[n] >= least]
    return min(close, key=lambda n: ((held[n].published or "9999")[:10], -near[n], n))


def _how(inner: np.ndarray, carriers: int) -> str:
    pairs = len(inner) * (len(inner) - 1)
    if not pairs and carriers > 1:
        return "its articles are one text"
    if not pairs:
        return (
            "no other text is near enough, or published near enough, to be about the same happening"
        )
    mean = (inner.sum() - np.trace(inner)) / pairs
    return f"mean likeness of its texts {mean:.2f} (joined above {THRESHOLD}, average link)"


def _words(space: Space, members: Sequence[int]) -> tuple[str, ...]:
    total = np.asarray(space.vectors[members].sum(axis=0)).ravel().round(9)
    names = space.vocabulary
    order = sorted(np.flatnonzero(total).tolist(), key=lambda i: (-total[i], names[i]))
    return tuple(names[i] for i in order[:_STORY_WORDS])


def _families(
    families: Sequence[Family],
    witnesses: Sequence[Witness],
    blocks: Sequence[Block],
    story_of: Mapping[str, str],
) -> list[Family]:
    """Families with their story: the one of all witnesses that stand in no insert."""
    foreign: dict[str, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.kind == "insert":
            foreign[block.article_id].append(block)
    stories: dict[str, set[str | None]] = defaultdict(set)
    for witness in witnesses:
        around = [b for b in foreign[witness.article_id] if b.start <= witness.start < b.end]
        own = around[0].story_id if around else story_of[witness.article_id]
        stories[witness.family_id].add(own)
    return [replace(f, story_id=_only(stories[f.id] - {None})) for f in families]


def _only(stories: set[str | None]) -> str | None:
    return next(iter(stories)) if len(stories) == 1 else None
