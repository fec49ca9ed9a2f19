"""Words -> pieces that the encoder knows, as BERT's uncased WordPiece cuts them (Devlin et al. 2019).

In pure Python: a tokenizer library would bring a client for downloads along.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_LONGEST = 100  # characters of a word that is cut; a longer one is unknown


class Pieces(NamedTuple):
    """The pieces of a sequence of words, with their marks around them: `ids`, and for each word the
    places in `ids` of its `first` and `last` piece."""

    ids: list[int]
    first: list[int]
    last: list[int]


class WordPiece:
    """Cuts words by a vocabulary (piece -> id)."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._unknown = vocabulary["[UNK]"]
        self._begin, self._end = vocabulary["[CLS]"], vocabulary["[SEP]"]
        self._cut: dict[str, tuple[int, ...]] = {}

    def pieces(self, words: Sequence[str]) -> Pieces:
        """The pieces of words in order. Every word has one at the least."""
        ids, first, last = [self._begin], [], []
        for word in words:
            cut = self._cut.get(word)
            if cut is None:
                cut = self._cut[word] = self._of_word(word)
            first.append(len(ids))
            ids.extend(cut)
            last.append(len(ids) - 1)
        ids.append(self._end)
        return Pieces(ids, first, last)

    def _of_word(self, word: str) -> tuple[int, ...]:
        found = [one for part in _parts(word) for one in self._of_part(part)]
        return tuple(found) or (self._unknown,)

    def _of_part(self, part: str) -> list[int]:
        if len(part) > _LONGEST:
            return [self._unknown]
        found: list[int] = []
        start = 0
        while start < len(part):
            prefix = "##" if start else ""
            for end in range(len(part), start, -1):
                one = self._vocabulary.get(prefix + part[start:end])
                if one is not None:
                    found.append(one)
                    start = end
                    break
            else:
                return [self._unknown]
        return found


def _parts(word: str) -> list[str]:
    """A word as the vocabulary has it: lower case, without accents, marks apart."""
    parts: list[str] = [""]
    for letter in unicodedata.normalize("NFD", word.lower()):
        kind = unicodedata.category(letter)
        if kind == "Mn" or (kind[0] == "C" and letter not in "\t\n\r"):
            continue
        if letter.isspace():
            parts.append("")
        elif _is_mark(letter, kind) or _is_ideograph(letter):
            parts.extend([letter, ""])
        else:
            parts[-1] += letter
    return [part for part in parts if part]


def _is_mark(letter: str, kind: str) -> bool:
    # All that ASCII has beside letters, digits and spaces counts, such as $ and ^.
    return kind[0] == "P" or (letter.isascii() and not letter.isalnum() and not letter.isspace())


def _is_ideograph(letter: str) -> bool:
    return (
        "\u4e00" <= letter <= "\u9fff"
        or "\u3400" <= letter <= "\u4dbf"
        or "\uf900" <= letter <= "\ufaff"
    )
