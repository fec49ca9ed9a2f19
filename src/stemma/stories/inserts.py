"""Passages of other stories inside an article: blocks that become inserts."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np
from scipy import sparse

from stemma.model import Article, Block, Witness
from stemma.stories.cluster import Space, Tally, vectors

# A passage is foreign if it is this much nearer to another story, and hardly near to its own.
_NEARER = 3.0
_NEAR = 0.12
_HARDLY = 0.04
_FEWEST_WORDS = 6


def with_inserts(
    apart: Sequence[Article],
    text_of: Mapping[str, str],
    blocks: Sequence[Block],
    counts: Tally,
    story_of: Mapping[str, str],
    witnesses: Sequence[Witness],
    space: Space,
    stitched: Collection[str] = (),
) -> list[Block]:
    """The blocks again, those foreign to their article's story as inserts that know theirs.
    `apart`: the distinct texts; `text_of`: article id -> its distinct text; `counts`: the words of
    each block, a row for each in their order; `space`: the vectors of the distinct texts, in their order;
    `stitched`: articles made of passages of others, which are foreign to none that they were taken from."""
    stories = sorted(set(story_of.values()))
    numbers = [n for n, b in enumerate(blocks) if b.kind in ("headline", "paragraph", "insert")]
    prose = [blocks[n] for n in numbers]
    if len(stories) < 2 or not prose:
        return list(blocks)
    number = {story: i for i, story in enumerate(stories)}
    words = counts.rows(numbers)
    found = vectors(words, space.columns, space.weights)
    enough = np.asarray(words.counts.sum(axis=1)).ravel() >= _FEWEST_WORDS
    totals = _totals(space, [number[story_of[a.id]] for a in apart], len(stories))
    row_of = {article.id: row for row, article in enumerate(apart)}
    rows = [row_of[text_of[block.article_id]] for block in prose]
    homes = [number[story_of[block.article_id]] for block in prose]
    own = _own_likeness(found, space.vectors, rows, totals, homes)
    likes = sparse.csr_array(found @ _unit_rows(totals).T)
    carried = _carried(prose, witnesses, story_of, text_of, stitched)
    changed: dict[str, Block] = {}
    for i, block in enumerate(prose):
        story = story_of[block.article_id]
        seen = carried[block.id]
        if len(seen) == 1 and story not in seen and own[i] < likes[i, number[min(seen)]]:
            how = "its passages are otherwise carried by another story only"
            changed[block.id] = _as_insert(block, min(seen), how)
        elif enough[i]:
            nearest = _nearest_other(likes, i, number[story])
            if nearest is not None and _foreign(own[i], nearest[1]):
                how = "names and words of another story, none of its own"
                changed[block.id] = _as_insert(block, stories[nearest[0]], how)
    return [changed.get(block.id, block) for block in blocks]


def _as_insert(block: Block, story: str, how: str) -> Block:
    reasons = f"{block.how}; {how}" if block.kind == "insert" else how
    return replace(block, kind="insert", story_id=story, how=reasons)


def _totals(space: Space, story: Sequence[int], count: int) -> sparse.csr_array:
    """The sum of its articles' vectors, a row for each story."""
    member = sparse.csr_array(
        (np.ones(len(story)), (np.array(story), np.arange(len(story)))), shape=(count, len(story))
    )
    return sparse.csr_array(member @ space.vectors)


def _unit_rows(rows: sparse.csr_array) -> sparse.csr_array:
    lengths = np.sqrt(_row_dots(rows, rows))
    return sparse.csr_array(sparse.diags_array(1 / np.where(lengths > 0, lengths, 1)) @ rows)


def _own_likeness(
    found: sparse.csr_array,
    texts: sparse.csr_array,
    text: Sequence[int],
    totals: sparse.csr_array,
    story: Sequence[int],
) -> np.ndarray:
    """Likeness of each block to its story less its own text; 1 where that is the whole story.
    `found`: a row for each block; `text`: the row of `texts` that it stands in."""
    inside = _row_dots(found, texts[text])
    likes = np.ones(len(story))
    number = np.array(story)
    for one in np.unique(number):
        rows = np.flatnonzero(number == one)
        total = totals[[one]].toarray().ravel()
        dots = found[rows] @ total - inside[rows]
        those, which = np.unique(np.array(text)[rows], return_inverse=True)
        own = texts[those]
        # |total - own|², where own has length 1 or, of an empty article, 0.
        squares = total @ total - 2 * (own @ total) + _row_dots(own, own)
        lengths = np.sqrt(np.clip(squares, 0, None))[which]
        likes[rows] = np.divide(dots, lengths, out=np.ones_like(dots), where=lengths > 1e-6)
    return likes


def _row_dots(left: sparse.csr_array, right: sparse.csr_array) -> np.ndarray:
    return np.asarray(left.multiply(right).sum(axis=1)).ravel()


def _nearest_other(likes: sparse.csr_array, row: int, own: int) -> tuple[int, float] | None:
    start, end = likes.indptr[row], likes.indptr[row + 1]
    others = [
        (-round(float(value), 9), int(story))
        for story, value in zip(likes.indices[start:end], likes.data[start:end], strict=True)
        if story != own
    ]
    return (min(others)[1], -min(others)[0]) if others else None


def _foreign(own: float, other: float) -> bool:
    return other >= _NEAR and own <= _HARDLY and other >= _NEARER * own


def _carried(
    blocks: Sequence[Block],
    witnesses: Sequence[Witness],
    story_of: Mapping[str, str],
    text_of: Mapping[str, str],
    stitched: Collection[str],
) -> dict[str, set[str]]:
    """Block id -> the stories of the other texts that carry its passages; of an article that is not stitched,
    only those that are not either."""
    carriers: dict[tuple[bool, str], set[str]] = defaultdict(set)
    inside: dict[str, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        text = text_of[witness.article_id]
        carriers[True, witness.family_id].add(text)
        carriers[False, witness.family_id] |= {text} - set(stitched)
        inside[witness.article_id].append(witness)
    spread = {key: Counter(story_of[text] for text in texts) for key, texts in carriers.items()}
    return {
        block.id: {
            story
            for witness in inside[block.article_id]
            if block.start <= witness.start < block.end
            for story, texts in spread[block.article_id in stitched, witness.family_id].items()
            if texts > (story == story_of[block.article_id])
        }
        for block in blocks
    }
