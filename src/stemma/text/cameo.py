"""CAMEO's codes with the PLOVER types and modes that stand for them (`cameo.tsv`, which has its notice)."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Code(NamedTuple):
    """A code with PLOVER's type, its mode if it has one, what it says, and its contexts."""

    code: str
    type: str
    mode: str | None
    gloss: str
    contexts: tuple[str, ...] = ()


@cache
def codes() -> dict[str, Code]:
    """By code. One cached dict for all callers: read it, do not change it."""
    text = files("stemma.text").joinpath("cameo.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {
        row[0]: Code(
            row[0], row[1], None if row[2] == "-" else row[2], row[6],
            () if row[3] == "-" else tuple(row[3].split(",")),
        )
        for row in rows
    }  # fmt: skip


@cache
def nearest(kind: str, mode: str | None) -> str | None:
    """The most general code of a type and mode, or of the type alone where the mode has none."""
    known = [one for one in codes().values() if one.type == kind]
    fitting = [one for one in known if one.mode == mode] or known
    return min((one.code for one in fitting), key=lambda code: (len(code), code), default=None)
