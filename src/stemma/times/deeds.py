"""What was done at a time: the noun or verb that an expression of time belongs to, and what marks it.

`the gas attack on April 4` and `last week's gas attack` are one deed, so that the one tells the day of the
other. Only within a story, and only while no other day is told of such a deed.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from stemma.text.tags import find_tags
from stemma.times.pages import Line

NAMES = 2  # names that two sentences share if they tell of one deed with one verb
_MARKS = frozenset(("amod", "compound", "nmod:poss", "nmod", "flat"))
_DEED = frozenset(("NOUN", "VERB"))
# Nouns that reporters use for one thing.
_ALIKE = {
    word: words[0]
    for words in (
        ("attack", "strike", "assault", "raid", "bombing", "bombardment", "shelling", "airstrike"),
        ("meeting", "talk", "summit"), ("election", "vote", "ballot", "poll"), ("quake", "earthquake"),
        ("crash", "collision"), ("fire", "blaze"), ("explosion", "blast"), ("killing", "murder"),
        ("protest", "demonstration", "rally"), ("shooting", "gunfight", "firefight"),
    )
    for word in words
}  # fmt: skip
# Nouns of time, and what says nothing of a deed.
_NONE = frozenset("day week month year hour minute time date night morning evening weekend".split())
_EMPTY = frozenset("last first recent new latest deadly alleged suspected late early other".split())


class Deed(NamedTuple):
    """A noun or a verb, as in a dictionary, with the words that mark it off from others."""

    word: str
    noun: bool
    marks: frozenset[str]

    def fits(self, other: "Deed") -> bool:
        """Whether both may be one deed: nouns that share a mark, verbs that share the names of actors."""
        if (self.word, self.noun) != (other.word, other.noun):
            return False
        return len(self.marks & other.marks) >= (1 if self.noun else NAMES)


def deed_of(line: Line, start: int, end: int) -> Deed | None:
    """What happened at the time that the characters from `start` to `end` say."""
    reading = line.wording.reading
    if reading is None:
        return None
    inside = {n for n, s in enumerate(reading["starts"]) if s < end and reading["ends"][n] > start}
    tops = [n for n in sorted(inside) if reading["heads"][n] - 1 not in inside]
    at = reading["heads"][tops[0]] - 1 if tops else -1
    if at < 0 or reading["upos"][at] not in _DEED or reading["lemmas"][at] in _NONE:
        return None
    noun = reading["upos"][at] == "NOUN"
    word = reading["lemmas"][at].lower()
    if not noun:  # where a report was filed, and by whom, names nobody who did it
        tags = [tag for tag in find_tags(line.sentence.text) if tag.kind in ("dateline", "agency")]
        starts = enumerate(reading["starts"])
        inside |= {n for n, s in starts if any(tag.start <= s < tag.end for tag in tags)}
    marks = _marks(reading, at, inside) if noun else _names(reading, inside)
    return Deed(_ALIKE.get(word, word), noun, marks)


def _marks(reading: Mapping[str, Any], at: int, inside: set[int]) -> frozenset[str]:
    """The words that hang on a noun."""
    found = set[str]()
    below = [n for n, head in enumerate(reading["heads"]) if head - 1 == at and n not in inside]
    for n in below:
        if reading["rels"][n] in _MARKS:
            found.add(_plain(reading, n))
            found |= {
                _plain(reading, m)
                for m, head in enumerate(reading["heads"])
                if head - 1 == n and m not in inside and reading["rels"][m] in _MARKS
            }
    return frozenset(found - _EMPTY)


def _names(reading: Mapping[str, Any], inside: set[int]) -> frozenset[str]:
    """The names in a sentence."""
    found = (
        _plain(reading, n)
        for n, tag in enumerate(reading["upos"])
        if tag == "PROPN" and n not in inside
    )
    return frozenset(found)


def _plain(reading: Mapping[str, Any], n: int) -> str:
    word = reading["words"][n] if reading["upos"][n] == "PROPN" else reading["lemmas"][n]
    return str(word).lower().replace(".", "")
