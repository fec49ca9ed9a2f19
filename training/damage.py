"""Damage as pages do it to paragraphs, to learn from: headlines and dates glued to their text, end marks
lost, sentences cut, abbreviations where sentences end."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from typing import NamedTuple

from stemma.measure.conll import Sentence
from stemma.text.normal import normalise

_MONTHS = (
    "January February March April May June July August September October November December Jan. Feb. "
    "Aug. Sept. Oct. Nov. Dec."
).split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_PEOPLE = (
    "Ann Lind|Jamie Ivers|Tom Reddy|Maria K. Soto|Dale Marrow|Ada Brand|J. P. Costa|Li Wen|Omar Hadi|"
    "Jane Morrow|Peter Kern|Lise Holm"
).split("|")
_ENDING = (
    "the U.S.|the U.K.|the U.N.|the E.U.|Washington, D.C.|Albany, N.Y.|Acme Inc.|Brown & Co.|Foster Ltd.|"
    "Marlow Corp.|Gary, Ind.|Reading, Pa.|Salem, Mass.|Reno, Nev.|the U.S.A.|L.A.|Dale Smith Jr.|U.S.|"
    "U.K.|U.N.|the B.B.C.|the F.B.I."
).split("|")
_WITHIN = (
    "U.S.|U.S.|U.S.|the U.S.|the U.S.|the U.S.|U.N.|the U.N.|U.K.|the U.K.|E.U.|the E.U.|Corp.|Co.|Inc.|"
    "the F.B.I.|N.Y."
).split("|")
_SMALL = "a an the of to in on for and at by with from as or but".split()
_EMPTY = "a an the is was are were has had have been".split()
_BEFORE_DATE = r"\b((?:on|since|of|the|this|a|his|her|in|by|until|from|after|before|for) )"
_LOOSE = "in of to by for with and or at on from that which as".split()


class Marked(NamedTuple):
    """A text in normal form, and where its sentences start."""

    text: str
    starts: set[int]


class Damage:
    """Paragraphs as pages show them. `heads`: headlines; `tagged`: words and tags of sentences."""

    def __init__(self, heads: list[str], tagged: dict[str, Sentence], seed: int) -> None:
        self.random = random.Random(seed)
        self.heads = heads
        self.tagged = tagged

    def __call__(self, sentences: list[str]) -> Marked:
        """A paragraph, damaged by chance."""
        chance = self.random.random
        parts = self._head(sentences[0]) if chance() < (0.2 if sentences[1:] else 0.3) else []
        for number, sentence in enumerate(sentences):
            last = number == len(sentences) - 1
            parts.append(sentence if last and chance() > 0.3 else self._tail(sentence))
        return together(parts, " ")

    def _head(self, sentence: str) -> list[str]:
        """What stands above a text."""
        draw, chance = self.random.choice, self.random.random
        head = draw(self.heads)
        if chance() < 0.5 and sentence in self.tagged:
            head = self._headline(self.tagged[sentence]) or head
        parts = [_titled(head) if chance() < 0.35 else head]
        if chance() < 0.15:
            parts.append(draw(self.heads))
        kind = chance()
        if kind < 0.22:
            parts.append(("" if kind < 0.15 else draw(_WEEKDAYS) + ", ") + self._date())
        elif kind < 0.27:
            parts.append(draw(["By ", "by ", ""]) + draw(_PEOPLE))
        return parts

    def _date(self) -> str:
        day = self.random.randrange(1, 31)
        shown = f"{day:02d}" if self.random.random() < 0.3 else str(day)
        return f"{self.random.choice(_MONTHS)} {shown}, {self.random.randrange(1998, 2024)}"

    def _headline(self, sentence: Sentence) -> str | None:
        """A sentence as a headline: its first words, less articles and auxiliaries."""
        found: list[str] = []
        most = self.random.randrange(5, 13)
        rows = zip((word.text for word in sentence.words), sentence.columns["xpos"], strict=True)
        for word, tag in rows:
            if tag == "." or (tag == "," and len(found) >= 5) or len(found) > 14:
                break
            if len(found) >= most and tag in ("IN", "TO", "CC", "WDT", "WP", "WRB"):
                break
            if word.startswith("'") or word == "n't":
                found[-1:] = [(found or [""])[-1] + word]
            elif word[0].isalnum() and word.lower() not in _EMPTY:
                found.append(word)
        while found and found[-1].lower() in _LOOSE:
            found.pop()
        return found[0][:1].upper() + " ".join(found)[1:] if 4 <= len(found) <= 14 else None

    def _tail(self, sentence: str) -> str:
        """A sentence whose end is damaged, or that ends at an abbreviation, or holds one."""
        kind, draw = self.random.random(), self.random.choice
        if kind < 0.06:
            return re.sub(r"[.?!]+([\"')]*)$", r"\1", sentence)
        if kind < 0.09:
            words = sentence.split()
            cut = self.random.randrange(2, max(len(words) - 1, 3))
            return " ".join(words[:cut]).rstrip(".,;:-?!") or sentence
        if kind < 0.14:
            name = re.search(r"(?:the )?(?:\b[A-Z]\w+ ?)+\.$", sentence)
            into = list(re.finditer(r"\b(?:to|from|in|of|with|by|for|at) (?=[A-Z])", sentence))
            if name or into:
                return sentence[: name.start() if name else draw(into).end()] + draw(_ENDING)
        elif kind < 0.20:
            names = list(re.finditer(r"(?<=[\w,] )[A-Z][a-z]+(?= [A-Z][a-z])", sentence))
            if names:
                name = draw(names)
                before = sentence[: name.start()].removesuffix("the ")
                return before + draw(_WITHIN) + sentence[name.end() :]
        elif kind < 0.22:
            names = list(re.finditer(_BEFORE_DATE + r"(?:[A-Z]\w+ ?)+(?= )", sentence))
            if names:
                name = draw(names)
                return sentence[: name.start()] + name[1] + self._date() + sentence[name.end() :]
        return sentence


def together(parts: Iterable[str], between: str) -> Marked:
    """Parts as one text."""
    text, found = "", set()
    for part in parts:
        part = normalise(part).text
        found.add(len(text) + len(part) - len(part.lstrip()))
        text += part + between
    return Marked(text.rstrip() if between else text, found)


def _titled(head: str) -> str:
    words = head.split()
    return " ".join(w if n and w in _SMALL else w[:1].upper() + w[1:] for n, w in enumerate(words))
