"""Speakers under one name: the same words, and a surname with the one longer name that ends with it.
Nothing more is guessed: who `the minister` is, the pages must say."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from stemma.model import Name, Quote
from stemma.report.plain import one_line
from stemma.text.candidates import TITLES
from stemma.text.tokens import compared_words

Words = tuple[str, ...]

_RANKS = TITLES | frozenset("gov col gen sen rep lt capt sgt prof rev miss madam".split())
_SEXES = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f"}
# Words before a name that make it another's: `a spokesman for Ann Holm`, `Bob Lee and Ann Holm`.
_OF_ANOTHER = frozenset("for to by with and or against near of".split())
_BEHIND = re.compile(r"\s*(?:$|[,;:()]|(?:of|at|in|from|who|whose|that)\b)")
_AROUND = " ,;:–—-"


class Called(NamedTuple):
    """What a speaker goes by: words as compared and as shown; `person`: whether they are a person's name."""

    words: Words
    shown: str
    person: bool
    sex: str


class Speaker(NamedTuple):
    """One speaker with the quotes that are given to them. `called`: other words for the same one."""

    name: str
    called: tuple[str, ...]
    quotes: tuple[Quote, ...]


def trimmed(speaker: str) -> str:
    """The words for a speaker without the commas around them."""
    return one_line(speaker).strip(_AROUND)


def speakers(
    quotes: Sequence[Quote], names: Mapping[str, Sequence[Name]], by_id: Mapping[str, Quote]
) -> list[Speaker]:
    """The speakers of quotes that are given to somebody, each once."""
    goes_by = {q.id: called(q, names, by_id) for q in quotes}
    whole = _surnames(goes_by.values())
    groups: dict[Words, list[Quote]] = defaultdict(list)
    for quote in quotes:
        words = goes_by[quote.id].words
        groups[whole.get(words, words)].append(quote)
    return [_speaker(held, goes_by) for _, held in sorted(groups.items())]


def called(quote: Quote, names: Mapping[str, Sequence[Name]], by_id: Mapping[str, Quote]) -> Called:
    """What the speaker of a quote goes by: the name in its words, if there is one, else these."""
    speaker = quote.speaker or ""
    for held in (quote, *(by_id[w] for w in quote.witness_ids if w in by_id)):
        if held.speaker == speaker and held.speaker_start is not None:
            name = _name(held, names.get(held.article_id, ()))
            if name:
                return Called(_bare(name), name, True, _sex(speaker))
            break
    words = _bare(trimmed(speaker))
    alone = len(words) == 1 and trimmed(speaker)[-len(words[0]) :][:1].isupper()
    return Called(words, trimmed(speaker), alone, _sex(speaker))


def _name(quote: Quote, names: Iterable[Name]) -> str:
    """The person whom a quote's words for its speaker name; none if they only name another by whom the
    speaker is known, or several."""
    start, end = quote.speaker_start or 0, quote.speaker_end or 0
    inside = [n for n in names if n.kind == "PER" and start <= n.start and n.end <= end]
    speaker = quote.speaker or ""
    fitting = [n for n in inside if _is_speaker(speaker, n.start - start, n.end - start)]
    joint = len(inside) > 1 and "and" in compared_words(speaker)
    return one_line(fitting[0].text) if len(fitting) == 1 and not joint else ""


def _is_speaker(speaker: str, start: int, end: int) -> bool:
    """Whether a name in the words for a speaker is the speaker's own."""
    before = compared_words(speaker[speaker.rfind(",", 0, start) + 1 : start])
    at = max((n for n, word in enumerate(before) if word in _OF_ANOTHER), default=None)
    if at is not None:
        title = [word for word in before[at + 1 :] if word not in _RANKS or word == "state"]
        if before[at] != "of" or not title:  # `Secretary of State Ann Holm` is her own title
            return False
    return bool(_BEHIND.match(speaker, end)) or not speaker[end:].strip(_AROUND)


def _bare(speaker: str) -> Words:
    """The words that are compared, without article, rank and genitive."""
    words = list(compared_words(speaker))
    while words and words[-1] == "'s":
        words.pop()
    while len(words) > 1 and (words[0] == "the" or words[0] in _SEXES):
        del words[0]
    named = [word for word in words if word not in _RANKS]
    return tuple(named if named and len(named) < len(words) <= 3 and words[0] in _RANKS else words)


def _sex(speaker: str) -> str:
    return next((_SEXES[word] for word in compared_words(speaker) if word in _SEXES), "")


def _surnames(all_called: Iterable[Called]) -> dict[Words, Words]:
    """A single name -> the longer one that ends with it, if there is one only, and nobody of that name is
    addressed otherwise."""
    longer: dict[str, set[Words]] = defaultdict(set)
    sexes: dict[str, set[str]] = defaultdict(set)
    for one in all_called:
        if one.person and one.words:
            sexes[one.words[-1]].update(filter(None, [one.sex]))
            if len(one.words) > 1:
                longer[one.words[-1]].add(one.words)
    return {
        (last,): next(iter(held))
        for last, held in longer.items()
        if len(held) == 1 and len(sexes[last]) < 2
    }


def _speaker(quotes: Sequence[Quote], goes_by: Mapping[str, Called]) -> Speaker:
    held = [goes_by[q.id] for q in quotes]
    most = max(len(one.words) for one in held)
    shown = Counter(one.shown for one in held if len(one.words) == most)
    name = min(shown, key=lambda text: (-shown[text], text))
    other = Counter(trimmed(q.speaker or "") for q in quotes)
    same = name.casefold()
    called = [
        text for text in sorted(other, key=lambda t: (-other[t], t)) if text.casefold() != same
    ]
    return Speaker(name[:1].upper() + name[1:], tuple(called), tuple(quotes))
