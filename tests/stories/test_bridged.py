"""Stories that only stitched pages hold together."""

from collections.abc import Mapping

import numpy as np
import pytest
from scipy import sparse

from stemma.stories.bridged import parted


def near(count: int, pairs: Mapping[tuple[int, int], float]) -> sparse.csr_array:
    """The likeness of texts: that of the pairs, of all others a little."""
    found = np.full((count, count), 0.02)
    np.fill_diagonal(found, 1.0)
    for (a, b), value in pairs.items():
        found[a, b] = found[b, a] = value
    return sparse.csr_array(found)


# Two reports of each of two stories, and a page that was made of both.
TWO = {(0, 1): 0.5, (2, 3): 0.5} | {(n, 4): 0.4 for n in range(4)}


def test_a_stitched_page_holds_no_two_stories_together() -> None:
    stitched = [False] * 4 + [True]
    found = parted([0] * 5, near(5, TWO | {(0, 4): 0.6}), stitched)
    assert found[0] == found[1] == found[4] != found[2] == found[3]


def test_what_is_parted_joins_a_story_that_is_near() -> None:
    likeness = near(6, TWO | {(0, 5): 0.3, (1, 5): 0.3})
    found = parted([0, 0, 0, 0, 0, 1], likeness, [False] * 4 + [True, False])
    assert found[0] == found[1] == found[5] == 1
    assert found[2] == found[3] not in (0, 1)


@pytest.mark.parametrize(
    ("pairs", "stitched"),
    [
        (TWO, [False] * 5),  # nobody is known to be stitched
        (TWO, [True] * 5),  # and nothing is known where everybody is
        (TWO | {(a, b): 0.1 for a in (0, 1) for b in (2, 3)}, [False] * 4 + [True]),
    ],
)
def test_else_stories_stay(pairs: Mapping[tuple[int, int], float], stitched: list[bool]) -> None:
    assert parted([0] * 5, near(5, pairs), stitched) == [0] * 5
