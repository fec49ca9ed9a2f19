"""What stands behind the passages that a draft's sentence rests on: pages, reporters, speakers, documents."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from stemma.account import Footing, Pool, footing_of, speakers_of
from stemma.borrowed import Borrowed
from stemma.check import Found, Match, Pointer, Telling
from stemma.check import verdicts as v
from stemma.evidence import Evidence
from stemma.model import Sentence
from stemma.remarks import count

_NEAR = 0.4  # of likeness, below the nearest passage
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might)\b|'s\b", re.IGNORECASE
)
_FEWEST = 2  # words with a meaning that a sentence must have to be checked


@dataclass(frozen=True)
class Support:
    """`sentences`: those of the case, wherever they stand; `documents`: primary ones that tell the same;
    `said_only`: whether each page has it as somebody's words."""

    sentences: tuple[Sentence, ...]
    footing: Footing
    bases: tuple[str, ...]
    documents: tuple[str, ...]
    pointers: tuple[Pointer, ...]
    said_only: bool

    @classmethod
    def of(
        cls,
        telling: Telling,
        others: Sequence[Match],
        evidence: Evidence,
        pool: Callable[[Sequence[Sentence]], Pool],
    ) -> "Support":
        """Of the passages that tell the same as a draft's sentence."""
        own = [m for m in others if not evidence.is_document(m.row)]
        places = tuple(s for m in own for s in evidence.places(m.row))
        documents = [evidence.document(m.row)[0] for m in others if evidence.is_document(m.row)]
        articles = dict.fromkeys(s.article_id for s in places)
        quotes = [q for article in articles for q in evidence.quotes.get(article, ())]
        names = {actor: known[0] for actor, known in evidence.names.items()}
        bases = speakers_of(places, quotes, names) if places else ()
        given = tuple(dict.fromkeys(documents))
        pointers = tuple(Pointer(m.row, 0, len(m.telling.text), m.telling.text) for m in others[:1])
        said_only = bool(own) and all(_is_said(telling, m) for m in _close(own))
        footing = footing_of(places, pool(places))
        return cls(places, footing, (*given, *bases), given, pointers, said_only)

    def verdict(self, telling: Telling, found: Sequence[Found]) -> list[Found]:
        """That the sentence holds, on how many reporters and whom they go by, unless something differs."""
        if any(one.verdict not in v.HOLDS for one in found):
            return []
        end = len(telling.text)
        low, most = self.footing.least, self.footing.most
        if self.documents:
            said = f"it stands in {', '.join(f'«{d}»' for d in self.documents)}; {self.said()}"
            return [Found(v.SUPPORTED, said, 0, end, self.pointers)]
        if most <= 1:
            return [
                Found(
                    v.ONE_BASIS,
                    f"one reporter stands behind it; {self.said()}",
                    0,
                    end,
                    self.pointers,
                )
            ]
        if len(self.bases) == 1 and low < 2 and self.said_only and not telling.speeches:
            said = f"the pile has it from «{self.bases[0]}» alone, and you state it as known; {self.said()}"
            return [Found(v.ONE_BASIS, said, 0, end, self.pointers)]
        alone = self.said_only and self.bases and not telling.speeches
        words = "told only as somebody's words, and you state it as known; " if alone else ""
        return [Found(v.SUPPORTED, words + self.said(), 0, end, self.pointers)]

    def said(self) -> str:
        """The footing in words."""
        found = self.footing
        if not found.carriers:
            return "no page of the pile has it"
        names = f" ({', '.join(found.names)})" if found.names else ""
        span = f"{found.least}" if found.least == found.most else f"{found.least}–{found.most}"
        who = ", ".join(b for b in self.bases if b not in self.documents) or "not stated"
        return f"{count(found.carriers, 'page')}, reporters {span}{names}, relies on: {who}"


def _close(others: Sequence[Match]) -> list[Match]:
    """The passages that come about as near as the nearest."""
    best = max(match.like.same for match in others)
    return [match for match in others if match.like.same >= best - _NEAR]


def _is_said(telling: Telling, match: Match) -> bool:
    """Whether most of what a passage has in common with a draft's sentence is said by somebody in it."""
    shared = [term for term in match.telling.terms if term.key in telling.keys]
    said = [term for term in shared if match.telling.spoken(term.start, term.end)]
    return 2 * len(said) > len(shared)


def copied(copies: Sequence[Borrowed], evidence: Evidence, paths: dict[str, str]) -> list[Found]:
    """That a sentence's words are those of pages: of the one with the most of them."""
    if not copies:
        return []
    best = copies[0]
    places = evidence.places(best.row)
    pages = list(dict.fromkeys(paths[s.article_id] for s in places))
    more = f" and {count(len(pages) - 1, 'more page')}" if len(pages) > 1 else ""
    said = f"{best.matched} words as in «{pages[0]}»{more}, {best.run} of them in a row"
    text = places[0].text
    return [Found(v.COPIED, said, best.start, best.end, (Pointer(best.row, 0, len(text), text),))]


def checkable(telling: Telling) -> bool:
    """Whether a sentence says enough to be looked for."""
    told = bool(
        any(deed.verb for deed in telling.deeds)
        or telling.speeches
        or telling.amounts
        or _FINITE.search(telling.text)
    )
    return told and len({term.key for term in telling.terms}) >= _FEWEST


def unchecked(telling: Telling) -> Found:
    """That it does not."""
    return Found(v.NOT_CHECKED, "it states too little to be looked for", 0, len(telling.text))


def how(support: Support, others: Sequence[Match], tried: int) -> str:
    """Why a sentence rests on what it rests on."""
    if not others:
        return f"none of the {tried} nearest sentences tells the same"
    best = others[0].like
    words, about = f"{best.plain:.0%} of its words", f"{best.about:.0%} of its names and numbers"
    reasons = "; ".join(("", *support.footing.reasons)) if support.sentences else ""
    return (
        f"looked at: {count(len(others), 'sentence')} that may tell the same; the likeliest has {words}, "
        f"{about}, and a vector at {best.near:.2f}{reasons}"
    )
