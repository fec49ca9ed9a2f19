"""How usual words are in running text, as WordNet counts them: `kill` is usual, `slay` is not."""

from functools import cache
from importlib.resources import files

from stemma.text.forms import bases, irregular

_RARE = 1.0  # bits of a word that is not in the list


@cache
def _bits() -> dict[str, float]:
    lines = files("stemma.text").joinpath("usual.txt").read_text("utf-8").splitlines()
    return {word: float(bits) for bits, *words in map(str.split, lines) for word in words}


def usual(word: str) -> float:
    """How usual a word is, in bits: the logarithm of how often it was counted, as the commonest of what its
    form may be of. Source: `training.usual`."""
    forms = (word, irregular().get(word, word), *bases(word))
    return max(_bits().get(form, _RARE) for form in forms)
