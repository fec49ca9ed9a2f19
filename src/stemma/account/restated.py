"""Numbers that passages set against each other themselves: those of one sentence's versions, and those of
which a passage says that the one took the other's place."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from stemma.account.sides import MOST, Slots
from stemma.model import Figure, Sentence
from stemma.text.numbers import ONES, TENS

# A number beside such words comes on top of another, and is not set against it: `two more`, `another 12`.
_ON_TOP = re.compile(r"^\W*(?:more|others?|further|additional)\b", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\b(?:another|an? additional|an? further|additional|further)\W*$", re.IGNORECASE
)
_KEPT = 10_000  # sentences of which it is remembered what they put in the place of what
# Words of a passage that puts one number in the place of another.
_REVISED = re.compile(
    r"\b(?:revis|correct|lower|rais|updat|adjust|amend|reduc|increas)\w*\b.*\b(?:from|to|by)\b"
    r"|\b(?:up|down) from\b|\b(?:earlier|previous|initial|first|original)(?:ly)?\W+(?:\w+\W+){0,2}"
    r"(?:figure|toll|count|estimate|number|report|put|said|thought|given|reported)\b",
    re.IGNORECASE,
)
# `An earlier version of this story said that 19 were held.`
_WITHDRAWN = re.compile(
    r"\b(?:earlier|previous) version of this (?:story|article|report)\b.*"
    r"\b(?:said|stated|gave|put|had|misstated)\b",
    re.IGNORECASE,
)

_FOR = re.compile(r"\bfor (?:about |some |nearly |almost )?$", re.IGNORECASE)
_OFFSET = re.compile(
    r"\s*(?:(?:hour|minute|day|week|month|year)s?\s+)?(?:after|before|earlier|later|ago|since)\b",
    re.IGNORECASE,
)


def comes_on_top(figure: Figure, sentence: Sentence | None) -> bool:
    """Whether a figure only adds to another."""
    if sentence is None:
        return False
    before = sentence.text[: figure.start - sentence.start]
    behind = sentence.text[figure.end - sentence.start :]
    return bool(_ON_TOP.search(behind) or _ANOTHER.search(before)) or _one_more(figure, behind)


def _one_more(figure: Figure, behind: str) -> bool:
    """`three died at the scene and a fourth in hospital`: the number is but a part of what is meant."""
    found = _AND_NEXT.search(behind)
    return found is not None and figure.low == figure.high == _NEXT.index(found[1].casefold()) + 1


_NEXT = "second third fourth fifth sixth seventh eighth ninth tenth".split()
_AND_NEXT = re.compile(rf"\b(?:and|while|but) an? ({'|'.join(_NEXT)})\b", re.IGNORECASE)


def is_offset(figure: Figure, sentence: Sentence | None) -> bool:
    """Whether a length of time only says how far a deed lies from another: `resigned, a day after she had
    refused to`, `30 hours before the vote`; not how long it went on: `searched for six hours before dusk`."""
    if sentence is None or figure.kind != "duration":
        return False
    if _FOR.search(sentence.text[: figure.start - sentence.start]):
        return False
    return bool(_OFFSET.match(sentence.text[figure.end - sentence.start :]))


def versions(slots: Slots) -> Iterator[tuple[str, Sequence[list[Figure]]]]:
    """For each place in the versions of a sentence at which their numbers differ, its story and the figures
    by their value. Versions are compared that have as many figures, of the same kinds in the same order."""
    inside: dict[str, list[Figure]] = defaultdict(list)
    for figure in slots.figures:
        if figure.story_id:
            inside[figure.sentence_id].append(figure)
    of_family: dict[str, list[list[Figure]]] = defaultdict(list)
    for sentence, figures in sorted(inside.items()):
        for family in sorted(slots.families.get(sentence, ())):
            of_family[family].append(sorted(figures, key=lambda one: one.start))
    for _, held in sorted(of_family.items()):
        alike: dict[tuple[object, ...], list[list[Figure]]] = defaultdict(list)
        for figures in held:
            kinds = tuple((one.kind, one.unit, one.qualifier) for one in figures)
            alike[figures[0].story_id, kinds].append(figures)
        for (story, _), rows in sorted(alike.items(), key=lambda item: repr(item[0])):
            for place in zip(*rows, strict=True):
                values = _by_value(place)
                if 1 < len(values) <= MOST:
                    yield str(story), values


def _by_value(figures: Iterable[Figure]) -> list[list[Figure]]:
    found: dict[tuple[float | None, float | None], list[Figure]] = defaultdict(list)
    for one in figures:
        if one.low is not None or one.high is not None:
            found[one.low, one.high].append(one)
    return [found[value] for value in sorted(found, key=repr)]


def revised(
    one: Sequence[Figure], other: Sequence[Figure], sentences: Mapping[str, Sentence]
) -> str | None:
    """The sentence that says of two values that the one took the place of the other, if there is one: it has
    one as a figure, and the other at least as a number; or it takes the one back."""
    for mine, theirs in ((one, other), (other, one)):
        texts = [
            sentences[figure.sentence_id].text for figure in mine if figure.sentence_id in sentences
        ]
        if texts and all(map(_WITHDRAWN.search, texts)):
            return min(figure.sentence_id for figure in mine)
        numbers = _written(theirs)
        for name in sorted({figure.sentence_id for figure in mine}):
            text = sentences[name].text if name in sentences else ""
            if numbers & _revised_in(text):
                return name
    return None


@lru_cache(maxsize=_KEPT)
def _revised_in(text: str) -> frozenset[str]:
    """The words of a sentence, if it says that something took the place of another; else none."""
    found = _WORD.findall(text.casefold()) if _REVISED.search(text) else ()
    return frozenset(found)


_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")


def _written(figures: Iterable[Figure]) -> set[str]:
    """The numbers of figures as texts write them."""
    found = {word for one in figures for word in _WORD.findall(one.text.casefold())}
    return {word for word in found if word[0].isdigit() or word in {**ONES, **TENS}}
