"""Expressions of time in one sentence, with their TIMEX3 values."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from stemma.times.anchor import UNKNOWN, Anchor
from stemma.times.clocks import CLOCKS
from stemma.times.dates import DATES
from stemma.times.joins import joined, longest
from stemma.times.lengths import LENGTHS
from stemma.times.phrases import Clock, Fixed, Named, Phrase, Shift
from stemma.times.relative import RELATIVE
from stemma.times.resolve import Context, Resolved, clock, resolve
from stemma.times.rules import Found, Rule
from stemma.times.symbols import Symbol, line_of, symbols_of
from stemma.times.tense import Tense, direction_of, tense_of_words
from stemma.times.values import unit_of
from stemma.times.words import TRIGGERS

_KEPT = 20_000  # sentences whose expressions are remembered
_RULES: list[Rule] = [*DATES, *LENGTHS, *RELATIVE, *CLOCKS]
_WORDS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
# The tense of the verb that governs the words from `start` to `end`; None where there is none.
TenseOf = Callable[[int, int], Tense | None]


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression of time. `start`, `end`: code points of the text given; `type`, `value`, `mod` as in
    TimeML's TIMEX3 (Pustejovsky and others 2005); `how`: `explicit`, `relative` or `unknown`; `reason`:
    how the value was told, in words; `first`, `last`: the days that it lies between, if that is known."""

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str
    how: str
    reason: str
    first: date | None
    last: date | None


def tag_times(
    text: str,
    anchor: Anchor = UNKNOWN,
    tense_of: TenseOf | None = None,
    before: Sequence[str] = (),
) -> list[Timex]:
    """The expressions of time in an English sentence, in order. `anchor`: when it was said; `tense_of`:
    what gives the tense of the verb above some words of it, else a few words before decide; `before`:
    values of the dates that the passage named before, the latest last. Never guesses: what can't be told
    keeps `X` in its value."""
    if not may_have_times(text):
        return []
    symbols, phrases = _phrases(text)
    return _resolved(phrases, _Scene(text, symbols, anchor, tense_of), before)


@lru_cache(maxsize=_KEPT)
def _phrases(text: str) -> tuple[Sequence[Symbol], Sequence[Phrase]]:
    """What depends on the text alone. A pile asks of one sentence several times, with other anchors."""
    symbols = symbols_of(text)
    line = line_of(symbols)
    return tuple(symbols), tuple(joined(longest(_matches(symbols, line)), symbols, line))


def looks_back(text: str) -> bool:
    """Whether an expression of a text may be told from a date before it."""
    return any(
        isinstance(phrase.what, Clock)
        or (isinstance(phrase.what, Shift) and phrase.what.base == "before")
        for phrase in _phrases(text)[1]
    )


def may_have_times(text: str) -> bool:
    """Whether a text has a digit or a word without which it can't have an expression of time."""
    return bool(_DIGIT.search(text)) or not TRIGGERS.isdisjoint(_WORDS.findall(text.casefold()))


def _matches(symbols: Sequence[Symbol], line: str) -> list[Phrase]:
    return [
        phrase
        for rule in _RULES
        for match in rule.pattern.finditer(line)
        for phrase in rule.read(Found(match, symbols))
    ]


# What begins a clause about something else.
_CLAUSE = re.compile(
    r"\b(?:that|when|who|whom|whose|which|where|until|if|although|because)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Scene:
    """The sentence, and what is known beside it."""

    text: str
    symbols: Sequence[Symbol]
    anchor: Anchor
    tense_of: TenseOf | None

    def span(self, phrase: Phrase) -> tuple[int, int]:
        return self.symbols[phrase.first].start, self.symbols[phrase.last - 1].end

    def is_possessive(self, phrase: Phrase) -> bool:
        """Whether it stands as in `Monday's rally`, of which an hour beside it says nothing."""
        behind = self.symbols[phrase.last : phrase.last + 1]
        return bool(behind) and behind[0].text.lower() in ("'s", "’s")

    def is_of_another(self, hour: Phrase, day: Phrase) -> bool:
        """Whether a day behind an hour is that of a clause of its own: `met her in the evening and said that
        talks resume on June 20`."""
        between = self.text[self.span(hour)[1] : self.span(day)[0]]
        return hour.first < day.first and _CLAUSE.search(between) is not None

    def tense(self, phrase: Phrase) -> Tense | None:
        """The tense above a phrase, if its value depends on one."""
        what = phrase.what
        by_tense = isinstance(what, Named) and what.way in ("", "this") and what.year is None
        if not by_tense and not (isinstance(what, Fixed) and what.only):
            return None
        if phrase.first and "SINCE" in self.symbols[phrase.first - 1].classes:
            return "past"
        start, end = self.span(phrase)
        return self.tense_of(start, end) if self.tense_of else tense_of_words(self.text, start, end)


def _resolved(phrases: Sequence[Phrase], scene: _Scene, before: Sequence[str]) -> list[Timex]:
    """The days first, in order, each known to those behind it; then the hours, by the days beside them."""
    known, values = list(before), dict[int, Resolved]()
    for n, phrase in enumerate(phrases):
        if isinstance(phrase.what, Clock):
            continue
        tense = scene.tense(phrase)
        if isinstance(phrase.what, Fixed) and phrase.what.only and tense == "past":
            continue
        kind = phrase.what.kind if isinstance(phrase.what, Named) else ""
        values[n] = resolve(phrase.what, Context(scene.anchor, *direction_of(tense, kind), known))
        if phrase.type in ("DATE", "TIME") and values[n].how != "unknown":
            known.append(values[n].value)
    days = {
        n: one.value
        for n, one in values.items()
        if unit_of(one.value) == "day" and not scene.is_possessive(phrases[n])
    }
    for n, phrase in enumerate(phrases):
        if isinstance(phrase.what, Clock):
            near = [m for m in days if not scene.is_of_another(phrase, phrases[m])]
            nearest = min(near, key=lambda m: (abs(m - n), m > n), default=None)
            context = Context(scene.anchor, "near", "", before)
            values[n] = clock(context, None if nearest is None else days[nearest])
    return [_timex(phrases[n], values[n], scene) for n in sorted(values)]


def _timex(phrase: Phrase, found: Resolved, scene: _Scene) -> Timex:
    start, end = scene.span(phrase)
    return Timex(
        start,
        end,
        scene.text[start:end],
        phrase.type,
        found.value + phrase.clock,
        phrase.mod,
        found.how,
        found.reason,
        found.first,
        found.last,
    )
