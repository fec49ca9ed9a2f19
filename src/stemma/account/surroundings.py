"""Which passages stand in company with one another, by the marks of the text around each: at most so many
writings are behind them, and at least so many that have nothing in common."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set

_STEPS = 20_000  # of the search for the fewest marks; beyond, the best that was found counts


def surroundings(marks: Sequence[set[str]]) -> list[int]:
    """A number for each passage; those of one number all have one mark in common, and the numbers are as
    few as can be. Never a chain: a stitched page that has something of two texts beside a quotation makes
    these not one. A passage without a mark stands alone."""
    holders: dict[str, set[int]] = defaultdict(set)
    for i, own in enumerate(marks):
        for mark in own or {f"alone {i}"}:
            holders[mark].add(i)
    kept = _not_implied(holders)
    numbers: dict[int, int] = {}
    for part in _apart(kept, len(marks)):
        for mark in _fewest({name: kept[name] for name in part}):
            number = len(set(numbers.values()))
            for i in sorted(kept[mark]):
                numbers.setdefault(i, number)
    return [numbers[i] for i in range(len(marks))]


def _not_implied(holders: Mapping[str, set[int]]) -> dict[str, frozenset[int]]:
    """The marks of which no other one has all holders, and more; of equals the first by name."""
    kept: dict[str, frozenset[int]] = {}
    with_one: dict[int, set[str]] = defaultdict(set)
    for mark in sorted(holders, key=lambda m: (-len(holders[m]), m)):
        rarest = min(holders[mark], key=lambda i: (len(with_one[i]), i))
        if not any(holders[mark] <= kept[other] for other in with_one[rarest]):
            kept[mark] = frozenset(holders[mark])
            for i in holders[mark]:
                with_one[i].add(mark)
    return kept


def _apart(holders: Mapping[str, frozenset[int]], count: int) -> Iterator[list[str]]:
    """The marks in parts that have no passage in common."""
    parent = list(range(count))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for held in holders.values():
        first, *others = sorted(held)
        for other in others:
            parent[root(other)] = root(first)
    parts: dict[int, list[str]] = defaultdict(list)
    for mark, held in holders.items():
        parts[root(min(held))].append(mark)
    yield from parts.values()


def _fewest(holders: Mapping[str, frozenset[int]]) -> list[str]:
    """As few marks as hold all passages: found exactly unless there are very many."""
    everyone = frozenset().union(*holders.values())
    best = _greedy(holders, everyone)
    if len(best) < 2:
        return best
    marks_of = {i: [m for m in holders if i in holders[m]] for i in everyone}
    # Sets of passages as bits, those that have the fewest marks first.
    order = sorted(everyone, key=lambda i: (len(marks_of[i]), i))
    bit = {i: 1 << n for n, i in enumerate(order)}
    bits = {mark: sum(bit[i] for i in held) for mark, held in holders.items()}
    steps = 0

    def search(left: int, chosen: list[str]) -> None:
        nonlocal best, steps
        steps += 1
        if not left:
            best = list(chosen) if len(chosen) < len(best) else best
            return
        if steps > _STEPS or len(chosen) + 1 >= len(best):
            return
        largest = max([(left & held).bit_count() for held in bits.values()])
        if len(chosen) + -(-left.bit_count() // largest) >= len(best):
            return
        hardest = order[(left & -left).bit_length() - 1]
        for mark in marks_of[hardest]:
            search(left & ~bits[mark], [*chosen, mark])

    search(sum(bit.values()), [])
    return best


def _greedy(holders: Mapping[str, frozenset[int]], everyone: frozenset[int]) -> list[str]:
    left, chosen = everyone, []
    while left:
        mark = min(holders, key=lambda m: (-len(left & holders[m]), m))
        chosen.append(mark)
        left -= holders[mark]
    return chosen


def most_apart(count: int, together: Callable[[int, int], bool]) -> list[int]:
    """As many of `count` things as can be found of which no two belong together; of equally many, those
    that come first. `together`: the same whichever of two is named first."""
    apart: list[set[int]] = [set() for _ in range(count)]
    for i in range(count):
        for j in range(i + 1, count):
            if not together(i, j):
                apart[i].add(j)
                apart[j].add(i)
    best: list[int] = []
    steps = 0

    def search(chosen: list[int], left: list[int]) -> None:
        nonlocal best, steps
        steps += 1
        if len(chosen) > len(best):
            best = chosen
        for place, one in enumerate(left):
            if steps > _STEPS or len(chosen) + len(left) - place <= len(best):
                return
            search([*chosen, one], [j for j in left[place + 1 :] if j in apart[one]])

    search([], list(range(count)))
    return best


def disjoint(around: Mapping[str, Set[str]]) -> int:
    """How many of these, each with its marks, have nothing in common with one another."""
    marks = [around[name] for name in sorted(around)]
    return len(most_apart(len(marks), lambda i, j: not marks[i].isdisjoint(marks[j])))
