"""Swaps, learnt from the pile: which words recur in place of which.

A pair is learnt when it is seen at two places of origin, be it in other inflections, or at one with
other evidence: forms of one country's name, initials and what they stand for, a name and its longer
form, or an article that no longer fits (`an worldwide`). Numbers are never swaps, nor are other names,
nor what takes a `not` away.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from stemma.lineage.align import near
from stemma.lineage.differ import Change
from stemma.lineage.passages import LONGEST_PHRASE, ClassTable, Phrase, Surface
from stemma.text.calendar import WEEKDAYS
from stemma.text.candidates import COMMON, TITLES

SEEN = 2  # places of origin
SEEN_PLAIN = 3  # where a side is all plain words (`about`), which vary for many reasons
SAME_COUNTRY = "forms of one country's name"
INITIALS = "initials and what they stand for"
LONGER_FORM = "a name and its longer form"
# What is learnt from these is also written by reporters who copy nobody: a name's official form.
NAME_FORMS = (SAME_COUNTRY, INITIALS, LONGER_FORM)
_ENDINGS = frozenset(
    ["", "s", "es", "ed", "d", "ing", "e", "y", "ies", "ied", "n", "en", "t", "ion", "er"]
)
_INFLECTIONS = ("ing", "es", "ed", "s", "d", "e")
_NEGATIONS = frozenset(["not", "no", "n't", "never", "nor", "none", "nobody", "nothing"])
_GRAMMAR = frozenset(
    "a an the this that these those he she it they we you i his her its their our your him them us me who "
    "which what is are was were be been being am do does did done has have had having".split()
)
_LONGEST_CLASS = 8  # phrases; what exchanges with everything is no synonym


@dataclass(slots=True)
class Pair:
    """Two phrases that stood for each other, and what speaks for their being a swap."""

    places: set[tuple[int, int, int]] = field(default_factory=set)
    evidence: set[str] = field(default_factory=set)
    spun: set[Phrase] = field(default_factory=set)


def observe(
    pairs: dict[tuple[Phrase, Phrase], Pair],
    place: tuple[int, int, int],
    base: Surface,
    witness: Surface,
    change: Change,
    codes: Mapping[Phrase, str],
) -> None:
    """Adds one change to what was seen. `place`: the family and the base's range of words; `codes`:
    forms of country names."""
    left, right = base.phrase(*change.a), witness.phrase(*change.b)
    if not _possible(left, right, base, witness, change):
        return
    named = _named(base, change.a) or _named(witness, change.b)
    evidence = set(_evidence(left, right, named, codes))
    if named and not evidence:
        return
    pair = pairs.setdefault((min(left, right), max(left, right)), Pair())
    pair.places.add(place)
    pair.evidence |= evidence
    for side, surface, span in ((left, base, change.a), (right, witness, change.b)):
        if _article_misfits(surface, span):
            pair.spun.add(side)
            pair.evidence.add("the article before it no longer fits")


def learnt(pairs: Mapping[tuple[Phrase, Phrase], Pair]) -> dict[tuple[Phrase, Phrase], Pair]:
    """The pairs with enough to show for themselves. What inflections of one pair show counts for each."""
    places: dict[tuple[Phrase, Phrase], set[tuple[int, int, int]]] = defaultdict(set)
    for sides, pair in pairs.items():
        places[_stems(sides)] |= pair.places
    return {
        sides: pair
        for sides, pair in sorted(pairs.items())
        if len(places[_stems(sides)]) >= _enough(sides) or pair.evidence
    }


def _enough(sides: tuple[Phrase, Phrase]) -> int:
    return SEEN_PLAIN if any(_all_plain(side) for side in sides) else SEEN


def _stems(sides: tuple[Phrase, Phrase]) -> tuple[Phrase, Phrase]:
    """Both sides without the endings of inflection, the lesser first."""
    a, b = (tuple(_stem(word) for word in side) for side in sides)
    return min(a, b), max(a, b)


def _stem(word: str) -> str:
    end = next((e for e in _INFLECTIONS if word.endswith(e) and len(word) - len(e) >= 3), "")
    return word.removesuffix(end)


def classes(sides: Iterable[tuple[Phrase, Phrase]], codes: Mapping[Phrase, str]) -> ClassTable:
    """Phrase -> class: forms of one country's name, joined by what was learnt."""
    parent: dict[Phrase, Phrase] = {}
    size: dict[Phrase, int] = {}

    def root(one: Phrase) -> Phrase:
        while parent.setdefault(one, one) != one:
            one = parent[one]
        return one

    for left, right in [*_known_pairs(codes), *sorted(sides)]:
        a, b = sorted((root(left), root(right)))
        known = left in codes and right in codes
        if a != b and (known or size.get(a, 1) + size.get(b, 1) <= _LONGEST_CLASS):
            parent[b] = a
            size[a] = size.get(a, 1) + size.get(b, 1) if not known else 1
    return ClassTable({one: "\x1e" + " ".join(root(one)) for one in parent})


def _known_pairs(codes: Mapping[Phrase, str]) -> Iterator[tuple[Phrase, Phrase]]:
    by_code: dict[str, list[Phrase]] = defaultdict(list)
    for form, code in codes.items():
        by_code[code].append(form)
    for forms in by_code.values():
        least = min(forms)
        yield from ((least, form) for form in sorted(forms) if form != least)


def _possible(left: Phrase, right: Phrase, base: Surface, witness: Surface, change: Change) -> bool:
    if change.cut or not left or not right or left == right:
        return False
    if max(len(left), len(right)) > LONGEST_PHRASE or abs(len(left) - len(right)) > 3:
        return False
    if any(_never(word) for word in left + right) or _is_grammar(left, right):
        return False
    if len(left) == len(right) == 1 and _one_stem(left[0], right[0]):
        return False
    return _anchored(base, change.a, witness, change.b)


def _one_stem(left: str, right: str) -> bool:
    """Whether two words are inflections or spellings of one."""
    shared = next(
        (i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b),
        min(len(left), len(right)),
    )
    ends = {left[shared:], right[shared:]}
    return near(left, right) or (shared >= 3 and ends <= _ENDINGS)


def _never(word: str) -> bool:
    return word in WEEKDAYS or word[0].isdigit()


def _is_grammar(left: Phrase, right: Phrase) -> bool:
    """Whether only the sentence's frame differs, or a `not` stands on one side alone."""
    if _NEGATIONS.isdisjoint(left) != _NEGATIONS.isdisjoint(right):
        return True
    return all(word in _GRAMMAR for word in left) or all(word in _GRAMMAR for word in right)


def _all_plain(words: Phrase) -> bool:
    return all(word in COMMON for word in words)


def _anchored(base: Surface, a: tuple[int, int], witness: Surface, b: tuple[int, int]) -> bool:
    """Equal words on both sides, or the sentence's edge on both, so that only this was exchanged."""
    before = _word(base, a[0] - 1), _word(witness, b[0] - 1)
    after = _word(base, a[1]), _word(witness, b[1])
    fits = before[0] == before[1] or {"a", "an"} == set(before)
    return fits and after[0] == after[1]


def _word(surface: Surface, at: int) -> str:
    return surface.words[at] if 0 <= at < len(surface.words) else ""


def _named(surface: Surface, span: tuple[int, int]) -> bool:
    words, named = surface.phrase(*span), surface.named[slice(*span)]
    if any(surface.numbers[slice(*span)]):
        return True
    return any(flag and word not in TITLES for flag, word in zip(named, words, strict=True))


def _evidence(
    left: Phrase, right: Phrase, named: bool, codes: Mapping[Phrase, str]
) -> Iterator[str]:
    if codes.get(left) is not None and codes.get(left) == codes.get(right):
        yield SAME_COUNTRY
    if _initials(left, right) or _initials(right, left):
        yield INITIALS
    if named and _longer_form(*sorted((left, right), key=len)):
        yield LONGER_FORM


def _initials(short: Phrase, long: Phrase) -> bool:
    letters = "".join(word[0] for word in long if word not in ("of", "the", "and", "for"))
    return len(short) == 1 and len(long) > 1 and short[0].casefold() == letters.casefold()


def _longer_form(short: Phrase, long: Phrase) -> bool:
    # "liberia" in "republic of liberia", "korea" in
    # "korean republic": one word, of which the longer name's first is made.
    stem = short[0][:5]
    return len(short) == 1 < len(long) and len(stem) == 5 and any(w.startswith(stem) for w in long)


def _article_misfits(surface: Surface, span: tuple[int, int]) -> bool:
    before, first = _word(surface, span[0] - 1), _word(surface, span[0])
    if before == "an":
        return first[0] in "bcdfgjklmnpqrstvwyz" and len(first) > 3
    # "a hour", "a university" and acronyms make the other direction unsafe but for plain vowels.
    return before == "a" and first[0] in "aio" and len(first) > 3 and not first.startswith("one")
