"""How much of a file is read, and how it is to be read: what a user may set for a build."""

import json
import re
from collections.abc import Iterable
from typing import NamedTuple

from stemma.errors import UsageError

_MIB = 1024 * 1024
_MOST = 1 << 60  # beyond that, what counts bytes in C overflows
_UNITS = {"": 1, "k": 1024, "m": _MIB, "g": 1024 * _MIB}


class Limits(NamedTuple):
    """The most that is read of one file. All but the last three are bytes.

    `file`: a file that is one text (a page, a mail, a PDF) or that has to be read whole; `record`: a
    record of a dump; `unpacked`: what one archive or compressed file may unpack to, in all;
    `ratio`: how many times its own size that may be; `members`: files in one archive; `depth`:
    archives inside one another.
    """

    file: int = 64 * _MIB
    record: int = 16 * _MIB
    unpacked: int = 4096 * _MIB
    ratio: int = 200
    members: int = 1_000_000
    depth: int = 3


class Options(NamedTuple):
    """How a build is told to read. `form`: the format, instead of sniffing; `fields`: pairs of a
    name of ours and the name that a dump has for it."""

    form: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    limits: Limits = Limits()

    def text(self) -> str:
        """As a text that `options_of` takes back; empty where nothing is told."""
        if self == Options():
            return ""
        return json.dumps([self.form, sorted(self.fields), list(self.limits)])


def options_of(text: str) -> Options:
    """The options behind their text."""
    if not text:
        return Options()
    form, fields, limits = json.loads(text)
    return Options(form, tuple((ours, theirs) for ours, theirs in fields), Limits(*limits))


def limits_of(settings: Iterable[str]) -> Limits:
    """Limits from settings such as `file=200M`. Raises UsageError."""
    found: dict[str, int] = {}
    for setting in settings:
        name, _, value = setting.partition("=")
        amount = re.fullmatch(r"(\d+)([kmg]?)i?b?", value.strip().lower())
        if name not in Limits._fields or amount is None:
            raise UsageError(
                f"'{setting}' is no limit.",
                f"Limits are {', '.join(Limits._fields)}; a value is a number, with K, M or G for bytes.",
                "Write it as --limit file=200M.",
            )
        found[name] = min(int(amount[1]) * _UNITS[amount[2]], _MOST)
    return Limits()._replace(**found)
