"""A case as files to be taken along: each export as a zip file, and the report as one page."""

import tempfile
import threading
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from stemma.errors import UnknownRow
from stemma.export import EXPORTERS, export
from stemma.report import render_html, render_markdown
from stemma.web.held import Held
from stemma.web.hub import Hub

_PIECE = 2**20
_ABOUT = {
    "parquet": "every table as Parquet, for data frames",
    "csv": "every table as CSV, for spreadsheets",
    "jsonl": "every table as JSON Lines",
    "sqlite": "every table in one SQLite database",
    "graphml": "who copied whom, for Gephi and yEd",
    "dot": "who copied whom, for Graphviz",
    "tei": "the versions of each sentence as TEI, a critical apparatus",
    "collatex": "the versions of each sentence as CollateX has them",
}


def routes(hub: Hub) -> list[Route]:
    """What can be downloaded. One export at a time: each may be as large as the case."""
    alone = threading.Lock()

    def offered(request: Request, held: Held) -> Response:
        formats = [(name, _ABOUT.get(name, name)) for name in EXPORTERS]
        return hub.html("export", held, formats=formats)

    def download(request: Request, held: Held) -> Response:
        form = request.path_params["form"]
        if form not in EXPORTERS:
            raise UnknownRow(f"There is no export '{form}'.", remedy=f"{', '.join(EXPORTERS)}.")
        with alone:
            packed = _packed(held, form)
        name = f"stemma-{form}.zip"
        return _attached(StreamingResponse(packed, media_type="application/zip"), name)

    def report(request: Request, held: Held) -> Response:
        markdown = request.url.path.endswith(".md")
        text = render_markdown(held) if markdown else render_html(held)
        kind = "text/markdown" if markdown else "text/html"
        answer = Response(text.encode("utf-8", "replace"), media_type=kind)
        return _attached(answer, f"report.{'md' if markdown else 'html'}")

    return [
        Route("/export", hub.endpoint(offered)),
        Route("/export/{form}.zip", hub.endpoint(download)),
        Route("/report.html", hub.endpoint(report)),
        Route("/report.md", hub.endpoint(report)),
    ]


def _attached(answer: Response, name: str) -> Response:
    answer.headers["content-disposition"] = f'attachment; filename="{name}"'
    return answer


def _packed(held: Held, form: str) -> Iterator[bytes]:
    """A zip file, piece by piece; the file goes when the last piece is sent."""
    with ExitStack() as stack:
        kept = stack.enter_context(tempfile.TemporaryFile())
        with tempfile.TemporaryDirectory(prefix="stemma-export-") as folder:
            files = export(held, form, Path(folder, "out"))
            with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
                for file in files:
                    packed.write(file, file.relative_to(Path(folder, "out")))
        kept.seek(0)
        return _pieces(kept, stack.pop_all())


def _pieces(kept: IO[bytes], held: ExitStack) -> Iterator[bytes]:
    with held:
        while piece := kept.read(_PIECE):
            yield piece
