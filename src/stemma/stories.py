"""Articles -> stories, and passages of other stories inside them.

TF-IDF over the words of articles, average link (neither chains as single link does, nor splits as
complete link does), with a veto by date. `is exact and small`: two groups whose mean likeness
reaches the threshold have at least one pair that does, so each connected part of the graph of such
pairs is linked on its own.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import numpy as np
from scipy import sparse
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform

from stemma.model import Article, Block, Family, Story, Witness, group_id
from stemma.text.tokens import words

# Chosen on gold/tune/ecbplus, train and dev pooled (770 articles, 66 stories): B³ F 89.1 at .15, 88.1
# at .14; and on 150 samples of 3-24 of these articles from 1-3 stories: 95 at .14. The prior moves
# it: without one, an article's word that is in every article of a small pile would weigh nothing.
THRESHOLD = 0.15
# A pile is taken to be part of a larger one: PRIOR more articles, a share of which has each word.
PRIOR = 100
SHARE = 0.02
# Publication dates, where given, further apart than this make no story.
FARTHEST_DAYS = 45
_STORY_WORDS = 8

_STOP = frozenset(
    "a an the this that these those and or but nor so yet of in on at to for from by with as into over "
    "under about after before between during against through he she it they we you i his her its our "
    "their your him them us me who which what where when how is are was were be been being am do does "
    "did done has have had having will would can could shall should may might must not no n't 's s t "
    "there here than then also very more most less least other another such own same said says say one "
    "two first last new up out all if because while just now people year years time told according".split()
)

# A passage is foreign if it is this much nearer to another story, and hardly near to its own.
_NEARER = 3.0
_NEAR = 0.12
_HARDLY = 0.04
_FEWEST_WORDS = 6


class Sorted(NamedTuple):
    """Stories, and the records that now know theirs."""

    stories: list[Story]
    articles: list[Article]
    blocks: list[Block]
    families: list[Family]


class _Space(NamedTuple):
    """Unit vectors of articles over a vocabulary."""

    vectors: sparse.csr_array
    vocabulary: dict[str, int]
    weights: np.ndarray


def sort_stories(
    articles: Sequence[Article],
    blocks: Sequence[Block],
    families: Sequence[Family],
    witnesses: Sequence[Witness],
    texts: Mapping[str, str],
) -> Sorted:
    """Stories of a pile. `articles` in order of id; `texts`: article id -> id of its distinct text.
    Only blocks of prose and headlines count; those foreign to the story become inserts."""
    bodies = _bodies(articles, blocks)
    labels, space, likeness = cluster([bodies[a.id] for a in articles], [_day(a) for a in articles])
    story_of = _named(articles, labels)
    done = [replace(a, story_id=story_of[a.id], text_id=texts.get(a.id, a.id)) for a in articles]
    stories = _stories(done, blocks, space, likeness)
    settled = _inserts(articles, blocks, story_of, witnesses, space)
    return Sorted(stories, done, settled, _families(families, witnesses, settled, story_of))


def cluster(
    texts: Sequence[str], days: Sequence[date | None] = (), threshold: float = THRESHOLD
) -> tuple[list[int], _Space, sparse.csr_array]:
    """A label for each text (equal: one story), with the vectors and likenesses it rests on."""
    space = _space([_counts(text) for text in texts])
    likeness = sparse.csr_array(space.vectors @ space.vectors.T)
    _veto(likeness, days)
    near = likeness.copy()
    near.data = np.where(near.data >= threshold, near.data, 0)
    near.eliminate_zeros()
    _, parts = connected_components(near, directed=False)
    labels = [0] * len(texts)
    used = 0
    for part in range(int(parts.max(initial=-1)) + 1):
        members = np.flatnonzero(parts == part)
        inner = _average_link(likeness[members][:, members].toarray(), threshold)
        for member, label in zip(members, inner, strict=True):
            labels[member] = used + int(label)
        used += int(inner.max())
    return labels, space, likeness


def _average_link(likeness: np.ndarray, threshold: float) -> np.ndarray:
    if len(likeness) == 1:
        return np.array([1])
    distance = np.clip(1 - likeness, 0, None)
    np.fill_diagonal(distance, 0)
    # Rounding makes last digits depend on machine and order; ties must not.
    distance = np.round((distance + distance.T) / 2, 9)
    tree = linkage(squareform(distance, checks=False), "average")
    found: np.ndarray = fcluster(tree, 1 - threshold, "distance")
    return found


def _counts(text: str) -> Counter[str]:
    found = Counter(token.n for token in words(text))
    return Counter({word: n for word, n in found.items() if word not in _STOP})


def _space(counts: Sequence[Counter[str]]) -> _Space:
    spread = Counter(word for one in counts for word in one)
    vocabulary = {word: i for i, word in enumerate(sorted(spread))}
    rarity = {
        word: math.log((len(counts) + PRIOR) / (n + SHARE * PRIOR)) for word, n in spread.items()
    }
    weights = np.array([rarity[word] for word in vocabulary])
    return _Space(_vectors(counts, vocabulary, weights), vocabulary, weights)


def _vectors(
    counts: Sequence[Counter[str]], vocabulary: Mapping[str, int], weights: np.ndarray
) -> sparse.csr_array:
    """Rows of length 1 (or 0, of a text without known words)."""
    cells = [
        (row, vocabulary[word], 1 + math.log(n))
        for row, one in enumerate(counts)
        for word, n in sorted(one.items())
        if word in vocabulary
    ]
    rows, columns, values = (np.array(side) for side in zip(*cells, strict=True)) if cells else ([],) * 3
    shape = (len(counts), len(vocabulary))
    raw = sparse.csr_array((values, (rows, columns)), shape=shape, dtype=float)
    weighted = raw @ sparse.diags_array(weights, shape=(len(weights),) * 2)
    lengths = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
    scale = np.divide(1.0, lengths, out=np.zeros_like(lengths), where=lengths > 0)
    return sparse.csr_array(sparse.diags_array(scale) @ weighted)


def _veto(likeness: sparse.csr_array, days: Sequence[date | None]) -> None:
    if not any(days):
        return
    rows, columns = likeness.nonzero()
    number = np.array([day.toordinal() if day else np.nan for day in days])
    apart = np.abs(number[rows] - number[columns])
    likeness[rows[apart > FARTHEST_DAYS], columns[apart > FARTHEST_DAYS]] = 0


def _day(article: Article) -> date | None:
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def _bodies(articles: Iterable[Article], blocks: Iterable[Block]) -> dict[str, str]:
    parts: dict[str, list[str]] = defaultdict(list)
    for block in blocks:
        if block.kind in ("headline", "paragraph", "caption"):
            parts[block.article_id].append(block.text)
    return {article.id: "\n".join(parts[article.id]) for article in articles}


def _named(articles: Sequence[Article], labels: Sequence[int]) -> dict[str, str]:
    members: dict[int, list[str]] = defaultdict(list)
    for article, label in zip(articles, labels, strict=True):
        members[label].append(article.id)
    return {one: group_id("story", inside) for inside in members.values() for one in inside}


def _stories(
    articles: Sequence[Article], blocks: Sequence[Block], space: _Space, likeness: sparse.csr_array
) -> list[Story]:
    rows: dict[str, list[int]] = defaultdict(list)
    for row, article in enumerate(articles):
        rows[article.story_id or ""].append(row)
    headlines = {b.article_id: b.text for b in reversed(blocks) if b.kind == "headline"}
    found = []
    for story_id, members in sorted(rows.items()):
        inner = likeness[members][:, members].toarray()
        nearest = articles[members[int(inner.sum(axis=1).round(9).argmax())]]
        found.append(_story(story_id, [articles[m] for m in members], nearest, inner, headlines,
                            _words(space, members)))  # fmt: skip
    return found


def _story(
    story_id: str,
    members: Sequence[Article],
    nearest: Article,
    inner: np.ndarray,
    headlines: Mapping[str, str],
    together: tuple[str, ...],
) -> Story:
    title = headlines.get(nearest.id) or nearest.title or nearest.text.strip()[:80]
    pairs = len(members) * (len(members) - 1)
    mean = (inner.sum() - np.trace(inner)) / pairs if pairs else 1.0
    how = (
        f"mean likeness of its articles {mean:.2f} (joined above {THRESHOLD}, average link)"
        if pairs
        else "no other article is near enough to be about the same happening"
    )
    texts = len({article.text_id for article in members})
    return Story(story_id, title, nearest.id, len(members), texts, together, how)


def _words(space: _Space, members: Sequence[int]) -> tuple[str, ...]:
    total = np.asarray(space.vectors[members].sum(axis=0)).ravel().round(9)
    names = list(space.vocabulary)
    order = sorted(np.flatnonzero(total), key=lambda i: (-total[i], names[i]))
    return tuple(names[i] for i in order[:_STORY_WORDS])


def _inserts(
    articles: Sequence[Article],
    blocks: Sequence[Block],
    story_of: Mapping[str, str],
    witnesses: Sequence[Witness],
    space: _Space,
) -> list[Block]:
    stories = sorted(set(story_of.values()))
    prose = [b for b in blocks if b.kind in ("headline", "paragraph", "insert")]
    if len(stories) < 2 or not prose:
        return list(blocks)
    counts = [_counts(block.text) for block in prose]
    vectors = _vectors(counts, space.vocabulary, space.weights)
    number = {story: i for i, story in enumerate(stories)}
    row_of = {article.id: row for row, article in enumerate(articles)}
    totals = _totals(space, [number[story_of[a.id]] for a in articles], len(stories))
    carried = _carried(prose, witnesses, story_of)
    changed: dict[str, Block] = {}
    likes = _likes(vectors, totals)
    for i, block in enumerate(prose):
        own = number[story_of[block.article_id]]
        alone = totals[own] - space.vectors[[row_of[block.article_id]]].toarray().ravel()
        likes[i, own] = _cosine(vectors[[i]], alone)
        foreign = _foreign(likes[i], own, sum(counts[i].values()))
        seen = carried.get(block.id, set())
        how = "names and words of another story, none of its own"
        if len(seen) == 1 and story_of[block.article_id] not in seen:
            foreign, how = number[min(seen)], "its passages are otherwise carried by another story only"
        if foreign is not None:
            changed[block.id] = _as_insert(block, stories[foreign], how)
    return [changed.get(block.id, block) for block in blocks]


def _as_insert(block: Block, story: str, how: str) -> Block:
    reasons = f"{block.how}; {how}" if block.kind == "insert" else how
    return replace(block, kind="insert", story_id=story, how=reasons)


def _totals(space: _Space, story: Sequence[int], count: int) -> np.ndarray:
    member = sparse.csr_array(
        (np.ones(len(story)), (np.array(story), np.arange(len(story)))), shape=(count, len(story))
    )
    total: np.ndarray = (member @ space.vectors).toarray()
    return total


def _likes(vectors: sparse.csr_array, totals: np.ndarray) -> np.ndarray:
    lengths = np.linalg.norm(totals, axis=1)
    found: np.ndarray = vectors @ (totals / np.where(lengths > 0, lengths, 1)[:, None]).T
    return found


def _cosine(vector: sparse.csr_array, total: np.ndarray) -> float:
    length = float(np.linalg.norm(total))
    return float((vector @ total)[0]) / length if length > 0 else 1.0


def _foreign(likes: np.ndarray, own: int, length: int) -> int | None:
    others = likes.copy().round(9)
    others[own] = -1
    best = int(others.argmax())
    enough = length >= _FEWEST_WORDS and others[best] >= _NEAR and likes[own] <= _HARDLY
    return best if enough and others[best] >= _NEARER * likes[own] else None


def _carried(
    blocks: Sequence[Block], witnesses: Sequence[Witness], story_of: Mapping[str, str]
) -> dict[str, set[str]]:
    """Block id -> the stories of the other articles that carry its passages."""
    stories: dict[str, dict[str, str]] = defaultdict(dict)
    for witness in witnesses:
        stories[witness.family_id][witness.article_id] = story_of[witness.article_id]
    inside: dict[str, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        inside[witness.article_id].append(witness)
    found: dict[str, set[str]] = {}
    for block in blocks:
        seen = {
            story
            for witness in inside[block.article_id]
            if block.start <= witness.start < block.end
            for article, story in stories[witness.family_id].items()
            if article != block.article_id
        }
        found[block.id] = seen
    return found


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
        around = (b for b in foreign[witness.article_id] if b.start <= witness.start < b.end)
        block = next(around, None)
        stories[witness.family_id].add(block.story_id if block else story_of[witness.article_id])
    return [replace(f, story_id=_only(stories[f.id] - {None})) for f in families]


def _only(stories: set[str | None]) -> str | None:
    return next(iter(stories)) if len(stories) == 1 else None
