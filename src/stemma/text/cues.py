"""Words that report: `say`, `warn`, `allegation`, as our own text with attributions has them."""

from functools import cache
from importlib.resources import files


@cache
def known_cues() -> frozenset[str]:
    """Their lemmas, in lower case. Source: `training.cues`."""
    return frozenset(files("stemma.text").joinpath("cues.txt").read_text("utf-8").split())
