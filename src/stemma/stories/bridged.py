"""Stories that only stitched pages hold together are parted: a page made of two stories is near to both, and
says nothing of how near these are to one another."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from scipy import sparse

from stemma.stories.cluster import THRESHOLD, average_link

# Groups of other pages that are less than half as near as those of one story.
_FAR = THRESHOLD / 2

Group = list[int]  # rows


def parted(
    labels: Sequence[int], likeness: sparse.csr_array, stitched: Sequence[bool]
) -> list[int]:
    """The story of each text, as `labels` has them, but for those whose texts that are not stitched fall into
    groups far from one another: each of these is a story, or joins one that it is near to, and stitched texts
    go to the nearest. `likeness`: of each two texts."""
    members: dict[int, Group] = defaultdict(list)
    for row, label in enumerate(labels):
        members[label].append(row)
    found = list(labels)
    for label, rows in sorted(members.items()):
        whole = [row for row in rows if not stitched[row]]
        if len(whole) == len(rows) or len(whole) < 2:
            continue
        groups = _groups(whole, likeness)
        if len(groups) > 1:
            others = {n: _whole(held, stitched) for n, held in members.items() if n != label}
            _part(found, groups, sorted(set(rows) - set(whole)), others, likeness)
    return found


def _groups(rows: Sequence[int], likeness: sparse.csr_array) -> list[Group]:
    """Texts by average link, parted where they are far."""
    found: dict[int, Group] = defaultdict(list)
    for row, label in zip(
        rows, average_link(likeness[rows][:, rows].toarray(), _FAR).tolist(), strict=True
    ):
        found[label].append(row)
    return sorted(found.values())


def _whole(rows: Sequence[int], stitched: Sequence[bool]) -> Group:
    return [row for row in rows if not stitched[row]] or list(rows)


def _part(
    found: list[int],
    groups: Sequence[Group],
    rest: Sequence[int],
    others: Mapping[int, Group],
    likeness: sparse.csr_array,
) -> None:
    """Gives each group a story, and each stitched text that of the nearest group."""
    fresh = max(found) + 1
    for n, group in enumerate(groups):
        near = {label: _mean(group, rows, likeness) for label, rows in others.items()}
        best = max(sorted(near), key=lambda label: near[label], default=None)
        own = best if best is not None and near[best] >= THRESHOLD else fresh + n
        for row in group:
            found[row] = own
    for row in rest:
        nearest = max(groups, key=lambda group: (_mean([row], group, likeness), -group[0]))
        found[row] = found[nearest[0]]


def _mean(one: Sequence[int], other: Sequence[int], likeness: sparse.csr_array) -> float:
    return round(float(likeness[list(one)][:, list(other)].toarray().mean()), 9)
