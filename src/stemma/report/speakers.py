"""Speakers under one name: the actor that is meant, or else the same words. Nothing more is guessed: who `a
spokesman` is, the pages must say."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stemma.model import Quote
from stemma.report.plain import one_line
from stemma.text.called import called
from stemma.text.tokens import compared_words


class Speaker(NamedTuple):
    """One speaker with the quotes that are given to them. `called`: other words for the same one;
    `actor`: the id, if it is known who that is."""

    name: str
    called: tuple[str, ...]
    quotes: tuple[Quote, ...]
    actor: str | None = None


def trimmed(speaker: str) -> str:
    """The words for a speaker on one line, without what is told of him besides."""
    return called(one_line(speaker))


def speakers(quotes: Sequence[Quote], actors: Mapping[str, str]) -> list[Speaker]:
    """The speakers of quotes that are given to somebody, each once. `actors`: actor -> its name."""
    groups: dict[tuple[str, ...], list[Quote]] = defaultdict(list)
    for quote in quotes:
        known = quote.actor_id in actors
        groups[("", quote.actor_id or "") if known else _bare(quote.speaker or "")].append(quote)
    return [_speaker(held, actors) for _, held in sorted(groups.items())]


def _bare(speaker: str) -> tuple[str, ...]:
    """The words that are compared, without an article."""
    words = compared_words(trimmed(speaker))
    return tuple(words[1:] if words[:1] in (["the"], ["a"], ["an"]) and len(words) > 1 else words)


def _speaker(quotes: Sequence[Quote], actors: Mapping[str, str]) -> Speaker:
    shown = Counter(trimmed(q.speaker or "") for q in quotes)
    ranked = sorted(shown, key=lambda text: (-shown[text], text))
    known = actors.get(quotes[0].actor_id or "")
    name = known or ranked[0]
    called = [text for text in ranked if text.casefold() != name.casefold()]
    actor = quotes[0].actor_id if known else None
    return Speaker(name[:1].upper() + name[1:], tuple(called), tuple(quotes), actor)
