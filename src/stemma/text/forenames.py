"""Given names that only men or only women bear (`forenames.txt`)."""

from functools import cache
from importlib.resources import files


@cache
def genders() -> dict[str, str]:
    """Given name in small letters -> `m` or `f`. One cached dict for all callers: read it, change nothing."""
    text = files("stemma.text").joinpath("forenames.txt").read_text(encoding="utf-8")
    lines = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {name: gender for gender, *names in lines for name in names}
