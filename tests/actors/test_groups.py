"""Groups of mentions, and copies that are joined to what was settled without them."""

from stemma.actors.groups import Groups


def joined(count: int, *sets: tuple[int, ...]) -> Groups:
    found = Groups([None] * count)  # type: ignore[list-item]
    for one in sets:
        found.join_all(one, "alike")
    return found


def test_copies_join_no_two_that_are_apart_without_them() -> None:
    own = joined(3, (0, 1), (2,))
    found = own.with_copies(joined(5, (0, 1, 3, 2), (4,)))
    assert found.of(0) == found.of(1) == 0
    assert found.of(2) == 2
    assert found.of(3) == 0  # where most of those are that it was joined to
    assert found.of(4) == 4
    assert own.of(2) == 2


def test_copies_of_nobody_known_stay_together() -> None:
    found = joined(1, (0,)).with_copies(joined(3, (0,), (1, 2)))
    assert [found.of(n) for n in range(3)] == [0, 1, 1]
