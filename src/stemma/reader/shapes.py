"""The shape of a word, which tells the uncased encoder what its letters' case would."""

from functools import lru_cache

NAMES = ("mark of the model", "lower", "Capital", "CAPITALS", "one capital", "mIXED", "digits",
         "with digits", "other")  # fmt: skip


@lru_cache(maxsize=20_000)
def shape(word: str) -> int:
    """The number of a word's shape in `NAMES`."""
    letters = [letter for letter in word if letter.isalpha()]
    if any(letter.isdigit() for letter in word):
        return 7 if letters else 6
    if not letters:
        return 8
    capitals = sum(letter.isupper() for letter in letters)
    if not capitals:
        return 1
    if len(letters) == 1:
        return 4
    if capitals == len(letters):
        return 3
    return 2 if letters[0].isupper() and capitals == 1 else 5
