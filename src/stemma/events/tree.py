"""A sentence's words and tree, as the rules of events ask for them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from stemma.events.attached import attach
from stemma.events.draft import Draft
from stemma.events.known import KNOWN
from stemma.events.lexicon import IRREGULAR
from stemma.events.mended import mend
from stemma.events.rehung import rehang
from stemma.text.forms import bases, irregular

NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
# What hangs on the head of a phrase and is no part of the phrase as it is quoted.
_OUTSIDE = frozenset(
    "acl conj cc punct appos parataxis case cop nsubj aux mark advcl dep list ccomp obl advmod "
    "discourse vocative".split()
)
# Prepositions of what is told beside a phrase, and is no part of it.
_LOOSE = frozenset(
    "on over about with to at against after during since before amid following into behind across under "
    "among near beyond outside inside around through above below beside despite without within".split()
)
_PLACED = frozenset(
    "across behind under near beyond outside inside around through above below".split()
)
_SELF = frozenset("himself herself itself themselves myself ourselves yourself".split())
_TOGETHER = frozenset(
    ("according to", "due to", "thanks to", "owing to", "prior to", "next to", "close to", "in addition to",
     "in response to", "because of", "instead of", "ahead of", "in view of", "as to", "up to")
)  # fmt: skip
Span = tuple[int, int]


@dataclass(frozen=True)
class Tree:
    """The words of a sentence, counted from 0; the head of the root is -1. `rels` are without subtypes,
    `full` with them; `kids`: what hangs on each word, in order."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    lemmas: Sequence[str]
    upos: Sequence[str]
    xpos: Sequence[str]
    heads: Sequence[int]
    rels: Sequence[str]
    full: Sequence[str]
    names: Sequence[str]
    kids: Sequence[Sequence[int]]
    # What was asked before of a word: its prepositions, and whether it is passive.
    _cases: dict[int, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    _passives: dict[int, bool] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, text: str, reading: Mapping[str, Any]) -> "Tree":
        """Of a row of the reader (`stemma.reader.READINGS`)."""
        words = [word.casefold() for word in reading["words"]]
        heads = [head - 1 for head in reading["heads"]]
        rels = list(reading["rels"])
        lemmas = [
            _lemma(*one) for one in zip(words, reading["lemmas"], reading["upos"], strict=True)
        ]
        upos = _named(text, reading, rels)
        xpos = [_tag(*one) for one in zip(words, lemmas, reading["xpos"], strict=True)]
        told = (words, lemmas, upos, xpos, reading["names"])
        draft = Draft(*told, heads, rels)
        mend(draft)
        rehang(draft)
        attach(draft)
        kids: list[list[int]] = [[] for _ in heads]
        for n, head in enumerate(heads):
            if head >= 0:
                kids[head].append(n)
        return cls(
            text, reading["starts"], reading["ends"], words, lemmas, upos, xpos, heads,
            [rel.split(":")[0] for rel in rels], rels, reading["names"], kids,
        )  # fmt: skip

    def below(self, n: int, *rels: str) -> list[int]:
        """The words that hang on a word by one of these relations."""
        kids, own = self.kids[n], self.rels
        return [kid for kid in kids if own[kid] in rels] if kids else []

    def first(self, n: int, *rels: str) -> int | None:
        """The first of them."""
        return next(iter(self.below(n, *rels)), None)

    def has(self, n: int, *words: str) -> bool:
        """Whether one of these words hangs on a word."""
        kids = self.kids[n]
        return bool(kids) and any(self.words[kid] in words for kid in kids)

    def case(self, n: int) -> str:
        """The prepositions of a word with blanks, or nothing."""
        if n not in self._cases:
            found = [k for k in self.below(n, "case") if k < n]
            fixed = [[k, *self.below(k, "fixed")] for k in found]
            self._cases[n] = " ".join(self.words[k] for group in fixed for k in group)
        return self._cases[n]

    def aim(self, n: int) -> str:
        """The last of the prepositions of a word, by which it may be told to be whom something is done to;
        nothing where they say something else together (`according to`)."""
        case = self.case(n)
        return "" if case in _TOGETHER else case.split(" ")[-1]

    def mark(self, n: int) -> str:
        """The word that subordinates a clause, or nothing."""
        found = self.below(n, "mark")
        return " ".join(self.words[k] for k in found[:2])

    def above(self, n: int) -> Iterator[int]:
        """The words above a word, nearest first."""
        at, steps = self.heads[n], 0
        while at >= 0 and steps < len(self.words):
            yield at
            at, steps = self.heads[at], steps + 1

    def passive(self, n: int) -> bool:
        """Whether a verb is passive: it has a passive auxiliary or subject, or stands as a bare participle
        behind a noun."""
        if n not in self._passives:
            self._passives[n] = self._passive(n)
        return self._passives[n]

    def _passive(self, n: int) -> bool:
        if any(self.full[k] in ("nsubj:pass", "aux:pass", "csubj:pass") for k in self.kids[n]):
            helped = any(self.full[k] == "aux:pass" for k in self.kids[n])
            return helped or not any(self.words[k] == "whom" for k in self.below(n, "obj"))
        if self.joined_passive(n):
            return True
        bare = not self.below(n, "aux", "nsubj")
        if (
            bare
            and self.rels[n] == "acl"
            and any(self.full[k] == "obl:agent" for k in self.kids[n])
        ):
            return self.xpos[n] in ("VBD", "VBN")  # `the mayor held hostage by a gang`
        if self.rels[n] == "xcomp" and bare and self.xpos[n] == "VBN":
            return bool(self.below(self.heads[n], "obj")) and not self.below(n, "mark")
        if self.xpos[n] == "VBD" and self.full[n] == "acl" and not self.below(n, "obj", "mark"):
            return bare  # `the miners sent home in May are back`
        return self.xpos[n] == "VBN" and bare and self.rels[n] in ("acl", "advcl", "amod", "root")

    def joined_passive(self, n: int) -> bool:
        """`was seized and burned`: a participle that shares the auxiliary of a passive before it."""
        bare = self.rels[n] == "conj" and not self.below(n, "aux", "obj", "xcomp", "ccomp")
        return bare and self.xpos[n] == "VBN" and self.passive(self.heads[n])

    def span(self, n: int) -> Span:
        """First word and the one behind the last of the phrase that a noun heads: what stands before it and
        its `of` and other nouns, less appositions, clauses and what else is joined."""
        inside = sorted(self._phrase(n))
        first = n
        while (
            first - 1 in inside
            or self._names_on(first)
            or (self.rels[n] != "conj" and self._joins(first, inside))
        ):
            first -= 1
        first += self.words[first] == "whose" and first < n
        last = n
        while last + 1 in inside or (
            last + 2 in inside and self.upos[last + 1] == "PUNCT" and self.words[last + 1] != ","
        ):
            last += 1
        while last > n and (self.upos[last] in ("PUNCT", "ADP") or self.words[last] in _SELF):
            last -= 1
        while self._names_on(last + 1):
            last += 1
        if last > n + 1 and self.words[last].isdigit() and self.words[last - 1] == ",":
            last -= 2  # `Hart, 61`: his age is no part of his name
        return first, last + 1

    def _joins(self, first: int, inside: Sequence[int]) -> bool:
        """`fact-finding`: the words before a hyphen are of the same phrase, but two names are two."""
        if first > 1 and self.names[first].startswith("B-") and self.names[first - 2] != "O":
            return False
        if first > 0 and self.words[first - 1] == "-" and first - 2 not in inside:
            return self.ends[first - 1] == self.starts[first]
        if self.words[first] == "-" and first > 0:
            return self.ends[first - 1] == self.starts[first]
        return first > 1 and self.words[first - 1] == "-"

    def _names_on(self, n: int) -> bool:
        """Whether a name goes on with a word that began before it, wherever the tree hangs it."""
        return 0 < n < len(self.names) and self.names[n].startswith("I-")

    def _phrase(self, n: int) -> list[int]:
        found = [n]
        for kid in self.kids[n]:
            beside = self.rels[kid] == "nmod" and self.case(kid).split(" ")[0] in _LOOSE
            apart = self.rels[kid] == "amod" and kid > n and "," in self.words[n:kid]
            if self.rels[kid] not in _OUTSIDE and not beside and not apart:
                found += self._inner(kid)
        return found

    def _inner(self, n: int) -> list[int]:
        """A word and what is below it, less clauses and what is put in between."""
        found = [n]
        for kid in self.kids[n]:
            where = self.rels[kid] == "nmod" and self.case(kid) in _PLACED
            if self.rels[kid] not in ("acl", "advcl", "parataxis", "appos", "dep") and not where:
                found += self._inner(kid)
        return found

    def under(self, n: int) -> list[int]:
        """A word and all below it."""
        found = [n]
        for kid in self.kids[n]:
            found += self.under(kid)
        return found

    def shown(self, span: Span) -> str:
        """The text of a run of words."""
        return self.text[self.starts[span[0]] : self.ends[span[1] - 1]]

    def inside(self, start: int, end: int) -> list[int]:
        """The words that touch a stretch of characters."""
        return [n for n in range(len(self.words)) if self.starts[n] < end and start < self.ends[n]]

    def top(self, words: Sequence[int]) -> int:
        """The word of a run that the others hang on."""
        tops = [n for n in words if self.heads[n] not in words and self.upos[n] != "PUNCT"]
        return tops[0] if tops else words[0]


def _named(text: str, reading: Mapping[str, Any], rels: list[str]) -> list[str]:
    """The parts of speech, a name for a word with a capital among small ones that the reader takes for a verb
    and yet for an object: `which supplies Berun with arms`."""
    upos = list(reading["upos"])
    small = [text[start].islower() for start in reading["starts"]]
    for n in range(1, len(upos) - 1):
        alone = upos[n] == "VERB" and small[n - 1] and (small[n + 1] or upos[n + 1] == "PUNCT")
        if alone and text[reading["starts"][n]].isupper() and rels[n] in _OBJECTS:
            upos[n] = "PROPN"
            rels[n] = "obj" if rels[n] == "xcomp" else rels[n]
    return upos


_OBJECTS = frozenset("obj iobj obl nmod nsubj nsubj:pass xcomp".split())


def _lemma(word: str, given: str, upos: str) -> str:
    """The reader's lemma in small letters; where none of our words is that, the one that the form is of
    (`denie`, `urg` and `freee` are what it may say of `denies`, `urged` and `freeing`)."""
    lemma = word if given in ("", "_") else given.casefold()
    if upos in ("VERB", "AUX", "ADJ") and word in IRREGULAR:
        return IRREGULAR[word]
    if upos == "VERB" and word in irregular():
        return irregular()[word]
    if upos not in ("VERB", "NOUN", "ADJ") or lemma in KNOWN:
        return lemma
    if upos == "NOUN" and not word.endswith("s"):
        return lemma  # `band` is no form of `ban`
    if upos == "NOUN" and word == f"{lemma}s" and lemma[-2:-1] not in _BEFORE_ES:
        return lemma  # nor `planes` of `plan`
    if word in KNOWN and word.startswith(lemma):
        return word  # `shut`, which the reader cut to `sh`
    known = next((one for one in bases(word) if one in KNOWN), None)
    return known or _whole(lemma, word)


def _tag(word: str, lemma: str, given: str) -> str:
    """The reader's tag; a past form that it does not know is no present: `troops retook the hill`."""
    known = {**irregular(), **IRREGULAR} if given == "VBP" and word != lemma else {}
    return "VBD" if known.get(word) == lemma and word not in _BASES_TOO else given


_BASES_TOO = frozenset("lay found bound ground fell".split())  # `they lay bricks`


def _whole(lemma: str, word: str) -> str:
    """A lemma as a verb ends: `swatted` is of `swat`, `disabled` of `disable`."""
    if lemma == word or len(lemma) < _SHORT or lemma[-1] in _VOWELS:
        return lemma
    if lemma[-1] == lemma[-2] and lemma[-1] not in "lsfz" and lemma not in _DOUBLE:
        return lemma[:-1]
    return f"{lemma}e" if lemma[-1] == "l" and lemma[-2] in "bcdfgkptz" else lemma


_SHORT = 4  # letters below which a lemma is left as it is: `add`, `err`
_VOWELS = "aeiouy"
_BEFORE_ES = "siozxh"  # `losses`, `forgeries`, `embargoes`, whose lemma the reader may leave an `e`
_DOUBLE = frozenset("putt butt purr whirr boycott".split())
