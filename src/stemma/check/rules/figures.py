"""A figure of the draft that what it rests on does not have."""

from collections.abc import Iterator

from stemma.check.found import Asked, Found, Match, point
from stemma.check.rules.status import main_deeds, same_deeds
from stemma.check.telling import Amount
from stemma.check.terms import digits, stem
from stemma.check.verdicts import FIGURE, PARTLY
from stemma.text.tokens import words

# What is compared: years and hours are dates, and a name with a number is a name.
_KINDS = frozenset("count money share vote measure duration age ordinal score".split())
_BARE = frozenset(("count", "age", "other"))
_UP, _DOWN = ("at least", "more than"), ("at most", "less than", "almost")
_MINUTES = {"second": 1 / 60, "minute": 1, "hour": 60, "day": 1440, "week": 10080}
_NEARER = 0.15  # of likeness, by which another figure's passage is clearly nearer
_SMALL = 3  # up to which a number may be told from what is listed


def figures(asked: Asked) -> Iterator[Found]:
    """Each figure is looked for in all that tells the same; one that nothing has differs if another stands in
    its place, and is else not found."""
    for amount in asked.telling.amounts:
        if amount.kind not in _KINDS or not value(amount)[1] or _stands(amount, asked):
            continue
        rivals = [pair for match in asked.others for pair in _rivals(amount, match, asked)]
        if (amount.low or 0) <= _SMALL:
            rivals = [pair for pair in rivals if stem(pair[1].what) == stem(amount.what)]
        if rivals:
            # The nearest in kind of the passages that are likeliest to tell the same.
            rivals.sort(
                key=lambda pair: (
                    stem(pair[1].what) != stem(amount.what),
                    pair[1].unit != amount.unit,
                    -pair[0].like.same,
                )
            )
            match, other = rivals[0]
            alike = [
                o for _, o in rivals if stem(o.what) == stem(other.what) and o.unit == other.unit
            ]
            shown = " and ".join(
                f"«{text}»" for text in list(dict.fromkeys(o.text for o in alike))[:3]
            )
            said = f"you write «{amount.text}», the pile has {shown}"
            where = point(match, other.start, other.end, other.id)
            yield Found(FIGURE, said, amount.start, amount.end, (where,))
        elif (amount.low or amount.high or 0) > _SMALL:
            said = f"the figure «{amount.text}» was not found"
            yield Found(PARTLY, said, amount.start, amount.end)


def _stands(amount: Amount, asked: Asked) -> bool:
    """Whether a passage has it, and none that is clearly nearer, and tells of the same deed, has another."""
    has = [
        match
        for match in asked.others
        if any(agree(amount, other) for other in match.telling.amounts)
        or _written(amount, match)
        or _changed(amount, match)
    ]
    best = max((match.like.same for match in has), default=0.0)
    nearer = [m for m in asked.others if has and m.like.same > best + _NEARER]
    return bool(has) and not any(_has_another(amount, match, asked) for match in nearer)


def _has_another(amount: Amount, match: Match, asked: Asked) -> bool:
    """Whether a passage tells a deed of the draft with another figure of the very same kind."""
    if not any(same_deeds(deed, match) for deed in main_deeds(asked.telling)):
        return False
    return any(o.unit == amount.unit and o.what for _, o in _rivals(amount, match, asked))


def _written(amount: Amount, match: Match) -> bool:
    """Whether the very number stands there, whatever it was read as."""
    others = [
        one for one in match.telling.amounts if one.kind in _KINDS and one.kind != amount.kind
    ]
    if amount.qualifier != "range" and any(value(amount) == value(one) for one in others):
        return True
    own = {digits(token.n) for token in words(amount.text)} - {""}
    read = {digits(token.n) for other in match.telling.amounts for token in words(other.text)}
    return bool(own) and own <= match.telling.keys and not own & read


def _changed(amount: Amount, match: Match) -> bool:
    """Whether a passage has both ends of what went `from 30 to 90`, in whatever order."""
    kept = {value(one)[0] for one in match.telling.amounts if one.kind in _KINDS}
    return amount.text.lower().startswith("from ") and set(value(amount)) <= kept


def _rivals(amount: Amount, match: Match, asked: Asked) -> Iterator[tuple[Match, Amount]]:
    """The figures of its kind that the draft's sentence does not have."""
    for other in match.telling.amounts:
        alike = other.kind == amount.kind or {other.kind, amount.kind} <= _BARE
        if alike and not any(agree(own, other) for own in asked.telling.amounts):
            yield match, other


def agree(one: Amount, other: Amount) -> bool:
    """Whether a figure of the draft may be another one: equal, or rounded, or vaguer."""
    opposed = {one.qualifier in _UP, other.qualifier in _UP} == {True, False} and (
        one.qualifier in _DOWN or other.qualifier in _DOWN
    )
    if opposed:
        return False
    (a, a_high), (b, b_high) = value(one), value(other)
    if "range" in (one.qualifier, other.qualifier):
        return (a, a_high) == (b, b_high)
    if a == b or a_high == b_high:
        return True
    # What the pile leaves open, the draft can't know more exactly; the other way round it rounds.
    if one.qualifier == "vague":
        return b >= a if one.high is None else a <= b <= a_high
    return one.qualifier == "about" and a == _rounded(b, a)


def _rounded(number: float, like: float) -> float:
    """A number with as few digits that are not 0 as another has."""
    step = 1.0
    while like and like % (step * 10) == 0:
        step *= 10
    return round(number / step) * step


def value(amount: Amount) -> tuple[float, float]:
    """Least and most, in minutes where it is a time; an open end is the other one."""
    low = amount.low if amount.low is not None else amount.high
    high = amount.high if amount.high is not None else amount.low
    unit = amount.unit.rstrip("s")
    times = _MINUTES.get(unit, 1.0) if amount.kind == "duration" else 1.0
    return (low or 0.0) * times, (high or 0.0) * times
