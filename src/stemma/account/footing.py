"""The footing of any set of passages: carriers, texts, and reporters at least and at most.

A passage that stands in no other article is a writing of its own, of unknown origin: it can raise *at
most*, and never *at least*, unless a tag names its reporter. Passages of one family of prose are one
writing. What a page that is shown to be one text has in common with others is one reporter's; what it has
alone may have been added by another, whatever its head or foot says. *At least* is what the statement of
one of the families says, or the number of names that share no prose.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from stemma.account.copied import ALIKE, alike
from stemma.account.pool import Pool
from stemma.account.reporters import Attested
from stemma.account.statements import bounds, counted, texts_of
from stemma.account.surroundings import disjoint, surroundings
from stemma.model import Sentence, Witness, span_id

_Made = TypeVar("_Made")

_MOST_OF = 0.5  # of a passage, for it to be a witness's


class Footing(NamedTuple):
    """`names`: reporters that are known; `reasons`: why the bounds are what they are."""

    carriers: int
    texts: int
    least: int
    most: int
    names: tuple[str, ...]
    reasons: tuple[str, ...]


class _Writing(NamedTuple):
    """Passages with one writer: its name, if it is known, and the articles that carry it; `shared`: not
    in one article alone."""

    key: str
    name: str | None
    articles: frozenset[str]
    shared: bool


class _Unit(NamedTuple):
    """The passages of the set that are of one family, or one that is of none; `added`: it stands alone in
    a page that has other passages in common with others."""

    key: str
    quotation: bool
    passages: tuple[Witness, ...]
    added: bool

    def named(self, witness: Witness, pool: Pool) -> list[Attested]:
        """The tags that speak for a passage."""
        return [one for one in pool.named(witness) if one.own or not self.added]

    def all_named(self, pool: Pool) -> list[tuple[Witness, Attested]]:
        """Each of the passages for which a tag speaks, with the tag."""
        return [(w, one) for w in self.passages for one in self.named(w, pool)]


def footing_of(passages: Iterable[Sentence], pool: Pool) -> Footing:
    """The footing of a set of passages (sentences, or parts of them) of the articles of the pool."""
    asked = list(passages)
    units = _units(asked, pool)
    if not units:
        return Footing(0, 0, 0, 0, (), ("no passage was asked for",))
    writings = [one for unit in units for one in _once(unit, "writings", _writings, pool)]
    names = sorted({one.name for one in writings if one.name})
    counts = [_once(unit, "counts", _of_family, pool) for unit in units]
    least = max(_separate(units, pool), *(low for low, _ in counts))
    # One family alone is counted as its statement is.
    most = counts[0][1] if len(units) == 1 else max(_most(writings, pool), len(names), least)
    inside = {w.article_id for unit in units for w in unit.passages}
    return Footing(
        carriers=len(inside | {passage.article_id for passage in asked}),
        texts=sum(_once(unit, "texts", _texts, pool) for unit in units),
        least=least,
        most=most,
        names=tuple(names),
        reasons=_reasons(units, writings, least, most),
    )


def _once(unit: _Unit, what: str, make: Callable[[_Unit, Pool], _Made], pool: Pool) -> _Made:
    """What is made of a unit; of a family, which is the same unit whoever asks, once for all."""
    if unit.key not in pool.families:
        return make(unit, pool)
    asked = what, unit.key
    if asked not in pool.once:
        pool.once[asked] = make(unit, pool)
    found: _Made = pool.once[asked]
    return found


def _texts(unit: _Unit, pool: Pool) -> int:
    return texts_of(unit.passages, unit.all_named(pool))


def _of_family(unit: _Unit, pool: Pool) -> tuple[int, int]:
    """Reporters at least and at most, as the statement of the family has them."""
    if unit.key not in pool.families:
        return 1, 1
    least, most, _ = bounds(pool.families[unit.key], unit.passages, unit.all_named(pool), pool)
    return least, most


def _units(passages: Sequence[Sentence], pool: Pool) -> list[_Unit]:
    by_article = pool.by_article
    found: dict[str, list[Witness]] = defaultdict(list)
    ordered = sorted(set(passages), key=lambda p: (p.article_id, p.start, p.end))
    for passage in ordered:
        witness = _witness_of(passage, pool)
        if witness is None and _comes_again(passage, ordered, pool):
            continue
        witness = witness or _alone(passage)
        found[witness.family_id].append(witness)
    return [_unit(name, held, by_article, pool) for name, held in sorted(found.items())]


def _comes_again(passage: Sentence, others: Sequence[Sentence], pool: Pool) -> bool:
    """Whether a passage that is too short to show by itself that it was copied stands in a copy of an article
    that has it too, but for some words."""
    longer = pool.copies.get(passage.article_id, frozenset())
    return any(
        other.article_id in longer and alike(passage.text, other.text) >= ALIKE for other in others
    )


def _unit(
    name: str, held: Sequence[Witness], by_article: Mapping[str, Sequence[Witness]], pool: Pool
) -> _Unit:
    family = pool.families.get(name)
    if family is None:
        return _Unit(
            name, False, tuple(held), _shares(by_article.get(held[0].article_id, ()), pool)
        )
    # All that a family has in the pile belongs to it, asked for or not.
    return _Unit(name, family.kind == "quotation", tuple(pool.inside[name]), False)


def _shares(inside: Iterable[Witness], pool: Pool) -> bool:
    return any(pool.families[witness.family_id].carriers > 1 for witness in inside)


def _witness_of(passage: Sentence, pool: Pool) -> Witness | None:
    """The witness that a passage is, looked for once for all who ask of these characters."""
    asked = "witness", span_id("passage", passage.article_id, passage.start, passage.end)
    if asked not in pool.once:
        near = pool.overlapping(passage.article_id, passage.start, passage.end)
        pool.once[asked] = _nearest(passage, near)
    found: Witness | None = pool.once[asked]
    return found


def _nearest(passage: Sentence, near: Iterable[Witness]) -> Witness | None:
    def shared(witness: Witness) -> int:
        return min(witness.end, passage.end) - max(witness.start, passage.start)

    best = max(near, key=lambda w: (shared(w), w.id), default=None)
    if best is None:
        return None
    least = _MOST_OF * min(passage.end - passage.start, best.end - best.start)
    return best if shared(best) >= least else None


def _alone(passage: Sentence) -> Witness:
    """A passage that no other article has, as the only witness of itself."""
    return Witness(
        id=passage.id,
        family_id=passage.id,
        article_id=passage.article_id,
        sentence_id=passage.id,
        start=passage.start,
        end=passage.end,
        whole=True,
        wording=0,
        quoted=False,
        how="it stands in no other article",
        text=passage.text,
    )


def _writings(unit: _Unit, pool: Pool) -> list[_Writing]:
    """One for the prose of a unit, or for each reporter that its tags name, and one for each text around
    the same words in quotation marks."""
    kept = counted(unit.passages, unit.all_named(pool), pool)
    heard = [w for w in kept if unit.quotation or w.quoted]
    prose = [w for w in unit.passages if not (unit.quotation or w.quoted)]
    found: list[_Writing] = []
    shared = len({w.article_id for w in unit.passages}) > 1
    for part, label in ((prose, "prose"), (heard, "heard")):
        named: dict[str, set[str]] = defaultdict(set)
        rest: list[Witness] = []
        for witness in part:
            names = {one.name for one in unit.named(witness, pool)}
            for name in names:
                named[name].add(witness.article_id)
            if not names:
                rest.append(witness)
        found += [
            _Writing(f"{unit.key} {n}", n, frozenset(a), shared) for n, a in sorted(named.items())
        ]
        if label == "heard":
            found += _by_surroundings(unit, rest, shared, pool)
        elif rest and not named:
            articles = frozenset(w.article_id for w in rest)
            found.append(_Writing(f"{unit.key} prose", None, articles, shared))
    return found


def _by_surroundings(
    unit: _Unit, rest: Sequence[Witness], shared: bool, pool: Pool
) -> list[_Writing]:
    around = surroundings([pool.company.get(w.id, {w.article_id}) for w in rest])
    inside: dict[int, set[str]] = defaultdict(set)
    for witness, number in zip(rest, around, strict=True):
        inside[number].add(witness.article_id)
    return [
        _Writing(f"{unit.key} {n}", None, frozenset(a), shared) for n, a in sorted(inside.items())
    ]


def _most(writings: Sequence[_Writing], pool: Pool) -> int:
    """How many writers there may be: those of one name are one, and those of what one page that is shown to
    be one text has in common with others. What it has alone may have been added by another."""
    parent: dict[str, str] = {}

    def root(one: str) -> str:
        while parent.setdefault(one, one) != one:
            one = parent[one]
        return one

    for writing in writings:
        marks = [f"name {writing.name}"] if writing.name else []
        if writing.shared:
            marks += [f"page {article}" for article in sorted(writing.articles & pool.steady)]
        for mark in marks:
            a, b = sorted((root(f"writing {writing.key}"), root(mark)))
            parent[b] = a
        root(f"writing {writing.key}")
    return len({root(f"writing {writing.key}") for writing in writings})


def _separate(units: Sequence[_Unit], pool: Pool) -> int:
    """How many of the names share no prose with each other."""
    around: dict[str, set[str]] = defaultdict(set)
    for unit in units:
        for name, marks in _once(unit, "around", _around, pool).items():
            around[name] |= marks
    return disjoint(around)


def _around(unit: _Unit, pool: Pool) -> dict[str, set[str]]:
    """Each name that tags give to passages of a unit, with the marks of what stands around them."""
    around: dict[str, set[str]] = defaultdict(set)
    for witness, one in unit.all_named(pool):
        marks = {unit.key} if not unit.quotation and not witness.quoted else set()
        around[one.name] |= marks | (
            pool.company.get(witness.id, set()) if unit.quotation else set()
        )
    return around


def _reasons(
    units: Sequence[_Unit], writings: Sequence[_Writing], least: int, most: int
) -> tuple[str, ...]:
    alone = sum(len({w.article_id for w in unit.passages}) == 1 for unit in units)
    names = sorted({one.name for one in writings if one.name})
    unknown = sum(one.name is None for one in writings)
    found = [
        f"{_count(len(units), 'distinct passage')}: {len(units) - alone} in several articles, {alone} in "
        "one alone",
        f"{_count(len(writings), 'writing')}, by {_count(most, 'writer')} at the most",
    ]
    if names:
        found.append(f"named by tags: {', '.join(names)}")
    if least > max(len(names), 1):
        found.append(f"the words around a quotation were written separately by {least}")
    if unknown:
        found.append(f"{unknown} of unknown origin: no tag names the writer")
    return tuple(found)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
