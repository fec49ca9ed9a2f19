"""A sentence as the reader saw it, and the noun phrases in it. Words count from 0, a head of -1 is none."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, TypeVar

from stemma.text.countries import Nation, compared, nations

Kind = TypeVar("Kind")

# What stands before a noun and belongs to it, by the part of the relation's name before the colon.
_BEFORE = frozenset("det amod compound nummod nmod advmod flat punct case goeswith".split())
_NAMED = frozenset("flat fixed goeswith compound".split())
_MARKS = frozenset(('"', "“", "”", "``", "''", "«", "»", "„", "「", "」"))
# Prepositions of what an office is an office of.
_OFFICE_OF = frozenset("of to for".split())


@dataclass(slots=True)
class Read:
    """A sentence text with what the reader said of its words. `kids`: the words that hang on each; `names`:
    as (first word, behind the last, kind); `nations`: likewise the forms of countries, peoples, capitals
    and houses of government; `quoted`: which words stand in quotation marks."""

    text: str
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    upos: Sequence[str]
    xpos: Sequence[str]
    lemmas: Sequence[str]
    heads: Sequence[int]
    rels: Sequence[str]
    labels: Sequence[str]
    forms: list[str]
    kids: list[list[int]]
    names: list[tuple[int, int, str]]
    nations: list[tuple[int, int, Nation]]
    quoted: list[bool]

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "Read":
        """From a row of the reader's table."""
        heads = [head - 1 for head in row["heads"]]
        kids: list[list[int]] = [[] for _ in heads]
        for word, head in enumerate(heads):
            if head >= 0:
                kids[head].append(word)
        words, forms = row["words"], [_form(word) for word in row["words"]]
        return cls(
            row["text"], words, row["starts"], row["ends"], row["upos"], row["xpos"],
            row["lemmas"], heads, row["rels"], row["names"], forms, kids, _names(row),
            _nations(words, forms), _quoted(words, row["xpos"]),
        )  # fmt: skip

    def names_in(self, first: int, last: int) -> list[tuple[int, int, str]]:
        """The names that have a word in a run."""
        return _overlapping(self.names, first, last)

    def nations_in(self, first: int, last: int) -> list[tuple[int, int, Nation]]:
        """The nations that have a word in a run."""
        return _overlapping(self.nations, first, last)

    def relation(self, word: int) -> str:
        """The relation of a word to its head, without its subtype."""
        return self.rels[word].partition(":")[0]

    def head(self, first: int, last: int) -> int:
        """The word of a run that the rest of it hangs on: the first whose own head lies outside."""
        for word in range(first, last):
            if not first <= self.heads[word] < last and self.upos[word] != "PUNCT":
                return word
        return last - 1

    def case(self, word: int) -> str:
        """The preposition of a noun, in small letters; empty if it has none."""
        found = (k for k in self.kids[word] if self.rels[k] == "case" and k < word)
        return next((self.words[k].lower() for k in found), "")

    def phrase(self, head: int, office: bool = False) -> tuple[int, int]:
        """The run of words of a noun phrase: its head, what stands before it, the rest of a name, and, of an
        office, what it is an office of. Neither appositions nor relative clauses."""
        first, last = head, head + 1
        for kid in reversed([k for k in self.kids[head] if k < head]):
            if not self._before(kid) or self._listed(kid, first):
                break
            first = self._leftmost(kid)
        for kid in (k for k in self.kids[head] if k > head):
            relation = self.relation(kid)
            joined = kid == last or self.words[kid - 1] == "-"
            if relation in _NAMED and joined:
                last = max(self.phrase(kid)[1], last)
            elif office and relation == "nmod" and self.case(kid) in _OFFICE_OF:
                last = self.phrase(kid, office)[1]
        return self._trimmed(first, last)

    def _before(self, kid: int) -> bool:
        relation = self.relation(kid)
        if relation == "punct":
            return self.words[kid] in ("-", "–", ".", "/")
        if relation in ("case", "advmod"):
            return False
        return relation in _BEFORE

    def _listed(self, kid: int, first: int) -> bool:
        """Whether a name before the head is one of a list with it, which looks like one name."""
        return self.upos[kid] == "PROPN" and "CCONJ" in self.upos[kid:first]

    def _leftmost(self, word: int) -> int:
        while True:
            before = [k for k in self.kids[word] if k < word and self.relation(k) != "punct"]
            if not before:
                return word
            word = before[0]

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        while last - first > 1 and self.upos[last - 1] == "PUNCT" and self.words[last - 1] != ".":
            last -= 1
        while last - first > 1 and self.upos[first] == "PUNCT":
            first += 1
        return first, last

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Characters of a run of words, without a possessive mark at its end."""
        if last - first > 1 and self.xpos[last - 1] == "POS":
            last -= 1
        return self.starts[first], self.ends[last - 1]


def _overlapping(
    spans: Sequence[tuple[int, int, Kind]], first: int, last: int
) -> list[tuple[int, int, Kind]]:
    at = bisect_right(spans, first, key=itemgetter(1))
    stop = bisect_left(spans, last, key=itemgetter(0))
    return list(spans[at:stop])


def _names(row: Mapping[str, Any]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for i, label in enumerate(row["names"]):
        if label in ("O", "_"):
            if found and found[-1][1] == i and _goes_on(row, i):
                found[-1] = (found[-1][0], i + 1, found[-1][2])
        elif label[0] == "I" and found and found[-1][1] == i and found[-1][2] == label[2:]:
            found[-1] = (found[-1][0], i + 1, label[2:])
        else:
            found.append((i, i + 1, label[2:]))
    return found


def _goes_on(row: Mapping[str, Any], i: int) -> bool:
    """Whether a word is the rest of a name behind a hyphen: `Ji-hoon`."""
    words, glued = row["words"], row["starts"][i] == row["ends"][i - 1]
    return bool(words[i - 1] == "-" and glued and row["upos"][i] == "PROPN")


def _quoted(words: Sequence[str], xpos: Sequence[str]) -> list[bool]:
    """Which words stand between marks, or before one that closes, or behind one that nothing closes."""
    marks = [w for w, word in enumerate(words) if word in _MARKS]
    inside = bool(marks) and len(marks) % 2 == 1 and xpos[marks[0]] == "''"
    found = []
    for word in words:
        if word in _MARKS:
            inside = not inside
        found.append(inside)
    return found


def _nations(words: Sequence[str], forms: Sequence[str]) -> list[tuple[int, int, Nation]]:
    """The longest known form at each capital."""
    found: list[tuple[int, int, Nation]] = []
    lengths, behind = _lengths(), 0
    for at, form in enumerate(forms):
        if at < behind or not words[at][0].isupper():
            continue
        for size in lengths.get(form, ()):
            run = tuple(f for f in forms[at : at + size] if f != "-")
            nation = nations().get(run) if at + size <= len(forms) else None
            if nation is not None and forms[at + size - 1] != "-":
                found.append((at, at + size, nation))
                behind = at + size
                break
    return found


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """The first word of a form -> how many words of the reader forms that begin so may have."""
    found: dict[str, set[int]] = {}
    for form in nations():
        found.setdefault(form[0], set()).update({len(form), 2 * len(form) - 1})
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in found.items()}


@lru_cache(maxsize=1 << 16)
def _form(word: str) -> str:
    """A word as it is compared: joined tokens, or itself if it has none."""
    return "".join(compared(word)) or word
