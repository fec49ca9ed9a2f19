"""WordNet 3.0: the senses of words, and what is above and beside them.

The files are those of Princeton's release, as Debian's package `wordnet-base` has them under
``/usr/share/wordnet`` (`apt-get install wordnet-base`). They are read for training alone; what a build uses
is made of them once and shipped. Source: the manual pages wndb(5WN) and cntlist(5WN).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

FOLDER = Path("/usr/share/wordnet")
PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_NUMBERS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
# Signs of pointers, by what they point to.
ABOVE = frozenset(("@", "@i"))  # a word of more meaning: `stab` -> `injure`
BESIDE = frozenset("$")  # verbs of one group
DERIVED = frozenset("+")  # `attack` the verb and the noun
CAUSES, ENTAILS, LIKE, OPPOSITE = (frozenset(sign) for sign in (">", "*", "&", "!"))


class Key(NamedTuple):
    """Which sense: its part of speech (n, v, a, r), and its place in the file."""

    pos: str
    place: int


@dataclass(frozen=True)
class Sense:
    """The words that share one meaning, the field it is in (0 to 44, see lexnames(5WN)), what it points to by
    sign, and how it is put in words."""

    key: Key
    field: int
    words: tuple[str, ...]
    pointers: tuple[tuple[str, Key], ...]
    gloss: str


@dataclass(frozen=True)
class WordNet:
    """Senses by key; those of a lemma and part of speech, commonest first; and how often each of these was
    counted in running text (0 for most)."""

    senses: Mapping[Key, Sense]
    of: Mapping[tuple[str, str], tuple[Key, ...]]
    counts: Mapping[tuple[str, str], tuple[int, ...]]

    @classmethod
    def read(cls, folder: Path = FOLDER) -> WordNet:
        """From the folder of the files. FileNotFoundError, with what to install, where they are not there."""
        if not (folder / "data.verb").exists():
            raise FileNotFoundError(
                f"no WordNet in {folder}: install Debian's package wordnet-base, or give its folder"
            )
        senses = {sense.key: sense for pos in PARTS for sense in _senses(folder, pos)}
        of = {lemma: keys for pos in PARTS for lemma, keys in _lemmas(folder, pos)}
        counted = _counted(folder)
        counts = {
            lemma: tuple(counted.get((*lemma, n), 0) for n in range(1, len(keys) + 1))
            for lemma, keys in of.items()
        }
        return cls(senses, of, counts)

    def to(self, key: Key, signs: frozenset[str]) -> tuple[Key, ...]:
        """What a sense points to by some signs."""
        return tuple(other for sign, other in self.senses[key].pointers if sign in signs)

    def above(self, key: Key) -> dict[Key, int]:
        """All that is above a sense, with how many steps; the sense itself at 0."""
        found, front = {key: 0}, [key]
        while front:
            front = [other for one in front for other in self.to(one, ABOVE) if other not in found]
            steps = max(found.values()) + 1
            found |= dict.fromkeys(front, steps)
        return found


def _lines(path: Path) -> Iterator[str]:
    """The lines of a file without the licence at its head, which two spaces lead."""
    with path.open(encoding="utf-8") as lines:
        yield from (line for line in lines if not line.startswith("  "))


def _senses(folder: Path, pos: str) -> Iterator[Sense]:
    for line in _lines(folder / f"data.{PARTS[pos]}"):
        written, _, gloss = line.partition("|")
        cells = written.split()
        size = int(cells[3], 16)
        words = tuple(_word(cells[4 + 2 * n]) for n in range(size))
        at = 4 + 2 * size
        pointers = tuple(
            (cells[n], Key("a" if cells[n + 2] == "s" else cells[n + 2], int(cells[n + 1])))
            for n in range(at + 1, at + 1 + 4 * int(cells[at]), 4)
        )
        yield Sense(
            Key(pos, int(cells[0])), int(cells[1]), words, pointers, gloss.split(";")[0].strip()
        )


def _word(written: str) -> str:
    """`give_up(ip)` -> `give up`."""
    return written.split("(")[0].replace("_", " ").lower()


def _lemmas(folder: Path, pos: str) -> Iterator[tuple[tuple[str, str], tuple[Key, ...]]]:
    for line in _lines(folder / f"index.{PARTS[pos]}"):
        cells = line.split()
        places = cells[-int(cells[2]) :]
        yield (_word(cells[0]), pos), tuple(Key(pos, int(place)) for place in places)


def _counted(folder: Path) -> dict[tuple[str, str, int], int]:
    """How often each sense of a lemma was counted: lemma, part of speech, number of the sense -> times."""
    found: dict[tuple[str, str, int], int] = defaultdict(int)
    for line in _lines(folder / "cntlist.rev"):
        name, number, times = line.split()
        lemma, rest = name.split("%")
        found[_word(lemma), _NUMBERS[rest[0]], int(number)] += int(times)
    return found
