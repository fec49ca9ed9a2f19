"""Which files a build has to read: those whose name and bytes the case has not met."""

import hashlib
from collections.abc import Sequence

import polars as pl

from stemma.errors import Unreadable
from stemma.model import Failure
from stemma.read import Source, digest, printable, sources, stdin_source

_SCHEMA = pl.Schema(
    {"id": pl.String, "locator": pl.String, "path": pl.String, "data": pl.Binary, "form": pl.String}
)


def new_sources(
    paths: Sequence[str], stdin: bytes | None, known: set[str], form: str | None = None
) -> tuple[pl.DataFrame, list[Failure]]:
    """Sources not in `known` (by digest), and remarks on those that can't be read or are given
    twice. `stdin`: what stands for the path `-`."""
    given = list(sources([path for path in paths if path != "-"]))
    if "-" in paths and stdin is not None:
        given.append(stdin_source(stdin))
    rows: dict[str, Source] = {}
    remarks: list[Failure] = []
    for source in given:
        try:
            name = digest(source)
        except Unreadable as error:
            remarks.append(failure(source.locator, error))
            continue
        if name in rows and rows[name].path != source.path:
            remarks.append(_twice(source, rows[name]))
        elif name not in known:
            rows[name] = source
    values = [(name, *source, form) for name, source in sorted(rows.items())]
    return pl.DataFrame(values, schema=_SCHEMA, orient="row"), remarks


def failure(locator: str, error: Unreadable, stage: str = "read") -> Failure:
    """An error as a row."""
    locator = printable(locator)
    name = hashlib.sha256(f"{locator}\x1f{error.what}\x1f{error.why}".encode()).hexdigest()[:12]
    return Failure(f"failure-{name}", locator, stage, error.what, error.why, error.remedy)


def _twice(source: Source, other: Source) -> Failure:
    error = Unreadable(
        f"'{source.locator}' was given twice.",
        "Two folders hold a file of the same name and the same bytes; it counts once.",
        "Give the folder above both, if they are two carriers of one text.",
    )
    return failure(source.locator, error)
