"""Names of countries and territories (ISO 3166-1) in the forms that newspapers print."""

from functools import cache
from importlib.resources import files

from stemma.text.tokens import words


@cache
def known_forms() -> dict[tuple[str, ...], str]:
    """Every known form, as the `n` of its tokens, with the country's alpha-2 code.

    One cached dict for all callers: read it, do not change it.
    """
    text = files("stemma.text").joinpath("countries.tsv").read_text(encoding="utf-8")
    return {
        compared(form): code
        for line in text.splitlines()
        if line and not line.startswith("#")
        for code, form in _forms(line)
    }


def compared(form: str) -> tuple[str, ...]:
    """A name as it is compared."""
    return tuple(token.n for token in words(form))


def _forms(line: str) -> list[tuple[str, str]]:
    code, _, short, official, further = line.split("\t")
    return [(code, form) for form in (short, official, *further.split(";")) if form]
