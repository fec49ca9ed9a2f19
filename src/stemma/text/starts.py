"""Whether a sentence starts at a capital that no end mark stands before: a small learnt scorer.

A headline that is glued to its text, a lost full stop, a sentence that was cut and the next one, or an
abbreviation that may end a sentence: what tells is the words on both sides. A log-linear model weighs
them; `training/starts.py` makes its weights (`starts.json`).
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from stemma.text.abbreviations import MONTH, TITLES, WEEKDAY

_LEFT, _RIGHT = 200, 160  # characters looked at before and behind a place
_NEAR = 60  # of these, those that are looked at first
_NEVER = -9.0  # log-odds
_CLOSING = "\"')]"
_EDGES = "\"'()[],;:.?!-"
_MOST = 25  # words looked at on either side
_STOP = re.compile(r"[.?!][\"')\]]*$")
# White space before a capital, or none between a small letter and a capital. Days and months start
# nothing unless a whole date does.
_GAP = re.compile(
    rf"\s(?<=[^\s.?!,:/&_|\](\[-]\s)\s*+(?=[\"'(]?[A-ZÀ-ÖØ-Þ])"
    rf"(?!{WEEKDAY}(?<!day))(?!(?:{WEEKDAY}|{MONTH})(?!(?:, {MONTH})? \d\d?,? \d{{4}}))"
    r"|(?=[A-Z])(?<=[a-z]{3}|[a-z]{2};)(?=[A-Z][a-z]+\s)"
)
# What goes on: capitals behind capitals, the words of a caption's label, a date behind its day, a word that
# a colon follows, a number that may be the second half of a name, and what is too short for a sentence.
_WHOLE = re.compile(
    r"(?:caption|copyright)\s|[A-Z]{2}\s+[A-Z]{2}|\w+day\s+[A-Z]\w+ \d|[A-Z][\w'-]*\s+(?:[A-Z]\w*:|"
    r"(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|Many|Most|All|Every|Both|Another)\b"
    r"(?! \w+ (?:ha[sd]|have|is|was|are|were|will|\w+ed)\b)|One (?:were|are|have)\b)|"
    r"\S*\s*\S+(?: \S+)?(?<![.?!])\s*$"
)
# `Six men, four of them Danes, were …`
_SOME_OF = re.compile(r"\bof (?:them|whom|which)$")
_BARE = re.compile(r"[A-Z][\w'-]+(?: and [A-Z][\w'-]+)?[,;)]")
# What a start does not stand behind: an end mark, an agency's tag, the number of an item, a word or two in
# quotation marks.
_ENDED = re.compile(
    r"[.?!][\"')\]]+$|\([A-Z][A-Za-z]{1,9}\)$|\b\d\d?\)$|\s[\"'][^\s\"']+(?: [^\s\"']+)?[\"']$"
)
# What binds a name to the words before it.
_LINKS = frozenset(
    "of in by to the and for with from on at a an as or his her its their our my your that than between into "
    "about against near after before since under over via any some no every each other another both all "
    "these those this more most many several former new fellow first last".split()
)
_NAME = re.compile(r"[A-Z][\w-]*")
# What begins sentences far more often than it stands inside one.
_USUAL = re.compile(
    r"(?:(?:A|An|The|He|She|They|We|It|This|That|These|Those|There|His|Her|Its|Their|But|No|At least|"
    r"However,)(?:'[a-z]{1,2})?\s+[a-z]|(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Dozens|Hundreds|Thousands|"
    r"Millions|More than|Nearly|Almost|About|Several|Some|Many|Most|All|Every|Both|Another|Police|Officials|"
    r"Experts|Witnesses|Residents|Protesters|Rescuers|Scientists|Researchers|Authorities|Prosecutors|"
    r"Investigators)\s[a-z]|(?:In|On|At|After|Before|During|Under|With|For|From|By|Over|Since|As|When|While|If|"
    r"Although|Though|Despite|According|Earlier|Meanwhile|Asked)"
    rf"\s(?:[a-z]|{WEEKDAY}|{MONTH})[^.?!,\"]{{2,80}},\s+\w)"
)
# What a word is, of those that no list has.
_ENDINGS = (("ed", "e"), ("ing", "g"), ("ly", "r"), ("s", "S"))
_FINITE = frozenset("vVaE")


class Place(NamedTuple):
    """A place at which a sentence may start. `start`: where the sentence before it starts; `first`: whether
    the block has had no end mark yet; `gap`, `at`: the white space before the place, and the place."""

    start: int
    first: bool
    gap: int
    at: int


def gaps(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The white space between `begin` and `end` that a sentence may start behind, end marks left out."""
    for match in _GAP.finditer(text, begin, end):
        gap, at = match.span()
        closed = text[gap - 1] in _CLOSING and _ENDED.search(text[max(gap - 30, begin) : gap])
        if not closed:
            yield gap, at


def goes_on(text: str, gap: int, at: int) -> bool:
    """Whether a sentence surely goes on at a place, whatever its words are."""
    before = text[max(gap - 30, 0) : gap]
    if _SOME_OF.search(before) and _BARE.match(text, at):
        return True
    last = before.rpartition(" ")[2]
    return _WHOLE.match((last[-2:] if last.isupper() else last) + text[gap : at + 60]) is not None


class Model(NamedTuple):
    """What was learnt. `kinds`: a letter for each common word, by what it mostly is; `proud`: words that
    names are made of now and then; `frequent`: words that count as themselves; `weights` of features;
    `floor`: the score of what is near, below which what is farther off is not looked at."""

    kinds: dict[str, str]
    proud: frozenset[str]
    frequent: frozenset[str]
    weights: dict[str, float]
    floor: float


@cache
def model() -> Model:
    """The weights that are shipped."""
    given = json.loads(files("stemma.text").joinpath("starts.json").read_text(encoding="utf-8"))
    kinds = {word: kind for kind, words in given["kinds"].items() for word in words.split()}
    return Model(
        kinds,
        frozenset(given["proud"].split()),
        frozenset(given["frequent"].split()),
        given["weights"],
        given["floor"],
    )


def score(text: str, place: Place) -> float:
    """How much speaks for a sentence that starts at a place, as log-odds. `text` in normal form."""
    known = model()
    if linked(text, place, known):
        return _NEVER
    look = Look(text, place, known)
    weight = known.weights.get
    found = sum([weight(feature, 0.0) for feature in look.near()])
    if found < known.floor:
        return found
    return found + sum([weight(feature, 0.0) for feature in look.far()])


def linked(text: str, place: Place, known: Model) -> bool:
    """Whether a name stands behind a word that binds it to what comes before, so that nothing is asked."""
    last = text[max(place.gap - 8, place.start) : place.gap].rpartition(" ")[2]
    if last.lower() not in _LINKS:
        return False
    name = _NAME.match(text, place.at)
    return name is not None and name.group().lower() not in known.kinds


class Look:
    """The words on both sides of a place, and what is seen of them."""

    def __init__(self, text: str, place: Place, known: Model) -> None:
        self.known = known
        self.first = "1" if place.first else "0"
        self.text, self.place = text, place
        self.before = text[max(place.start, place.gap - _NEAR) : place.gap].split()[-2:]
        self.behind = text[place.at : place.at + _NEAR].split(maxsplit=3)[:3]
        self.opening = text[place.at] if text[place.at] in "\"'(" else ""
        self.usual = _USUAL.match(text, place.at) is not None
        left = ["", "", *(word.strip(_EDGES) for word in self.before[-2:])]
        right = [*(word.strip(_EDGES) for word in self.behind[:3]), "", ""]
        self.around = [*left[-2:], *right[:3]]
        self.kinds = [self.kind(word) for word in self.around]
        self.shapes = [shape(word) for word in self.around]

    def kind(self, word: str) -> str:
        """What a word mostly is, as a letter."""
        low = word.lower()
        if low in self.known.kinds:
            return self.known.kinds[low]
        if not word:
            return "."
        if word[0].isupper():
            return "Q" if low.endswith("'s") else "P"
        if word[0].isdigit() or word[0] in "$£€#":
            return "u"
        return next((kind for end, kind in _ENDINGS if low.endswith(end) and len(low) > 4), "n")

    def word(self, number: int) -> str:
        """One of the words around as itself where it is frequent, else what it is."""
        low = self.around[number].lower()
        return low if low in self.known.frequent else "<" + self.kinds[number]

    def near(self) -> list[str]:
        """Features of the two words before a place and the three behind."""
        k2, k1, k, n1, n2 = self.kinds
        s2, s1, s, t1, t2 = self.shapes
        last, word = self.word(1), self.word(2)
        tail, head = _tail(self.before, -1), _tail(self.behind, 0)
        short = _short(self.before[-1]) if tail.startswith(".") else ""
        proud = "1" if self.around[2].lower() in self.known.proud else "0"
        usual = "1" if self.usual else "0"
        found = [
            "bias", "a" + last, "b" + word, "c" + self.word(3), "d" + self.word(4), "z" + self.word(0),
            "AB" + k1 + k, "ABC" + k1 + k + n1, "ZAB" + k2 + k1 + k, "BCD" + k + n1 + n2,
            "AC" + k1 + n1, "s" + s2 + s1 + s + t1, "t" + s1 + s + t1 + t2, "v" + s + t1 + t2,
            "e" + tail + self.opening, "o" + self.opening + last, "x" + head + k + s1,
            "y" + head + _tail(self.behind, 1) + s, "w" + _tail(self.before, -2),
            "F" + self.first + word, "q" + last + s + t1, "p" + proud + s1 + k, "pp" + proud + s1 + t1,
            "E" + tail + k, "U" + usual + s1, "UF" + usual + self.first + tail, "UA" + usual + k1,
        ]  # fmt: skip
        if short:
            found += ["i" + short, "iB" + short + k, "iC" + short + s + n1, "ib" + short + word]
            found += [
                "iz" + short + self.word(0) + s,
                "ip" + short + proud + k,
                "iv" + short + k + n1,
            ]
        return found

    def far(self) -> list[str]:
        """Features of the sentence before a place, as far as it is one, and of what follows."""
        first, (_, k1, k, n1, _), (_, s1, s, t1, _) = self.first, self.kinds, self.shapes
        left = self._left()
        right = self._right()
        long = _bucket(len(left))
        verbs = "".join(sorted({kind for kind in map(self.kind, left) if kind in "vVaEZe"}))
        run, after = self._name(right)
        verb, common = self._verb(right), _common(left, right)
        capitals = _capitals(left[1:])
        return [
            "L" + first + long, "LS" + first + long + s1 + s, "C" + first + capitals + s1 + s + t1,
            "CC" + capitals + _capitals(right[1:]), "H" + verbs, "HR" + verbs + verb,
            "R" + verb, "RB" + k + verb, "O" + first + common, "OL" + first + common + long,
            "N" + run + after, "NA" + k1 + run + after, "NF" + first + run + after + long,
            "NH" + first + verbs + run + after, "HF" + first + verbs + long,
            "HS" + verbs + s1 + s + n1, "G" + str(len(right) > 3),
        ]  # fmt: skip

    def _left(self) -> list[str]:
        """The words of the sentence before a place."""
        begin = max(self.place.start, self.place.gap - _LEFT)
        return [word.strip(_EDGES) for word in self.text[begin : self.place.gap].split()[-_MOST:]]

    def _right(self) -> list[str]:
        """The words behind a place, up to an end mark."""
        end = self.place.at + _RIGHT
        ahead = self.text[self.place.at : end].split(maxsplit=_MOST)
        self.behind = ahead[:-1] if len(ahead) > 1 and len(self.text) > end else ahead
        found = []
        for word in self.behind:
            found.append(word.strip(_EDGES))
            low = found[-1].lower()
            if _STOP.search(word) and low not in TITLES and len(low) != 1:
                break
        return found

    def _name(self, right: list[str]) -> tuple[str, str]:
        """How many words with a capital begin what follows, and what comes behind them."""
        run = 0
        while run < min(len(right), 5) and right[run][:1].isupper():
            run += 1
            if self.behind[run - 1][-1] in ",;:":
                return str(run), ","
        return str(run), self.kind(right[run]) if run < len(right) else "."

    def _verb(self, right: list[str]) -> str:
        """The first finite verb of what follows, and how far off it is, unless a comma is nearer."""
        for number, word in enumerate(right[1:11], 1):
            kind = self.kind(word)
            if kind in _FINITE or kind in "Ze":
                return kind + _bucket(number)
            if self.behind[number - 1][-1] in ",;:":
                return "," + _bucket(number)
        return "0"


def shape(word: str) -> str:
    """How a word is written: capitals `U`, one letter `1`, a capital `C`, a figure `d`, low `l`."""
    if not word:
        return "."
    if word[0].isdigit() or word[0] in "$£€#":
        return "d"
    if word.isupper():
        return "U" if len(word) > 1 else "1"
    return "C" if word[0].isupper() else "l"


def _tail(words: list[str], number: int) -> str:
    """The mark at the end of a word, if there is one."""
    if not -len(words) <= number < len(words):
        return "^"
    last = words[number][-1]
    return "" if last.isalnum() else last


def _short(word: str) -> str:
    """Which sort of abbreviation a word is: letters, a time of day, or itself."""
    low = word.strip(_EDGES).lower()
    if re.fullmatch(r"[\d:]*[ap]\.m", low):
        return "t"
    return "i" if "." in low else low


def _bucket(count: int) -> str:
    return str(sum(count > limit for limit in (0, 1, 2, 4, 7, 11, 16)))


def _capitals(words: list[str]) -> str:
    """How many of some words have no small letter at their head."""
    if not words:
        return "n"
    share = sum(not word[:1].islower() for word in words) / len(words)
    return str(sum(share > limit for limit in (0, 0.33, 0.66, 0.99)))


def _heads(words: list[str]) -> set[str]:
    return {word[:5].lower() for word in words if len(word) > 4 or word[:1].isupper()}


def _common(left: list[str], right: list[str]) -> str:
    """What both sides have in common: a headline and its text share words, two halves of a sentence
    hardly do."""
    shared = len(_heads(left) & _heads(right))
    again = right and left and len(right[0]) > 2 and right[0][:4] == left[0][:4]
    return str(min(shared, 3)) + ("=" if again else "")
