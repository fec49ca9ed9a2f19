"""A case -> files that other programs read. Exporters sit in a plain dict."""

from collections.abc import Callable
from pathlib import Path

from stemma.case import Case
from stemma.errors import UsageError
from stemma.export.collatex import collatex
from stemma.export.dot import dot
from stemma.export.gdelt import gdelt
from stemma.export.graphml import graphml
from stemma.export.plover import plover
from stemma.export.polecat import polecat
from stemma.export.references import bibtex, csl
from stemma.export.tables import comma_separated, json_lines, parquet, sqlite
from stemma.export.tei import tei
from stemma.export.timeline import ical, timeline

EXPORTERS: dict[str, Callable[[Case, Path], list[Path]]] = {
    "parquet": parquet,
    "csv": comma_separated,
    "jsonl": json_lines,
    "sqlite": sqlite,
    "graphml": graphml,
    "dot": dot,
    "tei": tei,
    "collatex": collatex,
    "plover": plover,
    "polecat": polecat,
    "gdelt": gdelt,
    "timeline": timeline,
    "ical": ical,
    "bibtex": bibtex,
    "csl": csl,
}


def export(case: Case, form: str, out: str | Path) -> list[Path]:
    """Writes a case in one format to folder `out` (made if missing) and returns the files.

    `form`: a key of EXPORTERS. Raises UsageError.
    """
    if form not in EXPORTERS:
        raise UsageError(
            f"There is no export format '{form}'.", remedy=f"Formats: {', '.join(EXPORTERS)}."
        )
    folder = Path(out)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"'{out}' can't be made a folder.",
            f"{error.strerror}.",
            "Name another place with --out.",
        ) from error
    return EXPORTERS[form](case, folder)
