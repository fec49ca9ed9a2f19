"""What comes from the browser: files to be added, corrections, notes."""

import re
import shutil
import tempfile
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from stemma.errors import StemmaError, UsageError
from stemma.flow import check_correction
from stemma.remarks import count
from stemma.web import notes
from stemma.web.api import as_json
from stemma.web.changes import Change
from stemma.web.held import Held
from stemma.web.hub import Hub, failed
from stemma.web.safety import CHANGE, may_change

MOST_FILES = 1000
MOST_BYTES = 256 * 2**20  # of one upload
MOST_WORDS = 2**20  # bytes of a form without files
_PIECE = 2**20
_FIELDS = {
    "article": ("article", "title", "site", "url", "byline", "published", "language", "why"),
    "speaker": ("quote", "speaker", "why"),
    "actor": ("name", "same", "why"),
}


def routes(hub: Hub) -> list[Route]:
    """What changes something, and the page that shows how far it is."""

    def adding(request: Request) -> Response:
        return hub.html("add", hub.library.now(), state=hub.changes.state)

    async def add(request: Request) -> Response:
        return await _changed(hub, request, _add, MOST_BYTES)

    async def correct(request: Request) -> Response:
        return await _changed(hub, request, _correct)

    async def note(request: Request) -> Response:
        return await _changed(hub, request, _note)

    async def drop(request: Request) -> Response:
        return await _changed(hub, request, _drop)

    return [
        Route("/add", adding, methods=["GET"]),
        Route("/add", add, methods=["POST"]),
        Route("/correct", correct, methods=["POST"]),
        Route("/note", note, methods=["POST"]),
        Route("/note/drop", drop, methods=["POST"]),
    ]


async def _changed(hub: Hub, request: Request, change: Any, most: int = MOST_WORDS) -> Response:
    """The answer to a form, once it is known to be ours and not too large."""
    size = request.headers.get("content-length", "")
    if not size.isdigit() or int(size) > most:
        return PlainTextResponse("Too much at once.\n", status_code=413)
    header = request.headers.get(CHANGE)
    if header is not None and not may_change(hub.door, header):
        return _not_ours()
    try:
        async with request.form(max_files=MOST_FILES, max_fields=50, max_part_size=2**20) as form:
            given = header or form.get("change")
            if not isinstance(given, str) or not may_change(hub.door, given):
                return _not_ours()
            there: str = await run_in_threadpool(change, hub, form)
    except StemmaError as error:
        return failed(hub, request, error)
    except ClientDisconnect:
        return PlainTextResponse("Stopped.\n", status_code=400)
    if "application/json" in request.headers.get("accept", ""):
        return Response(as_json(hub.changes.state.told()), media_type="application/json")
    return RedirectResponse(there, status_code=303)


def _not_ours() -> Response:
    return PlainTextResponse("A change has to come from a page of this app.\n", status_code=403)


def _add(hub: Hub, form: FormData) -> str:
    files = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
    if not files:
        raise UsageError("No file came along.", remedy="Choose one or more.")
    folder = Path(tempfile.mkdtemp(prefix="stemma-added-"))
    try:
        for file in files:
            with open(_free(folder, str(file.filename)), "wb") as out:
                shutil.copyfileobj(file.file, out, _PIECE)
        hub.changes.start(Change(f"Adding {count(len(files), 'file')}", folder=str(folder)))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return "/add"


def _free(folder: Path, name: str) -> Path:
    """A place for a file under its own name, which may say anything."""
    plain = PurePosixPath(name.replace("\\", "/")).name
    plain = re.sub(r"[^\w.,()+ -]", "_", plain).strip(". ")[-120:] or "file"
    place = folder / plain
    number = 2
    while place.exists():
        place = folder / f"{number}-{plain}"
        number += 1
    return place


def _correct(hub: Hub, form: FormData) -> str:
    kind = str(form.get("kind", ""))
    if kind not in _FIELDS:
        raise UsageError(f"There is no correction of '{kind}'.", remedy="Load the page again.")
    given = {name: str(form.get(name, "")).strip() for name in _FIELDS[kind]}
    fields: dict[str, Any] = {name: value for name, value in given.items() if value}
    if kind == "actor":
        fields["same"] = [fields.pop("name", ""), fields.get("same", "")]
    check_correction(kind, fields)
    hub.changes.start(Change(f"Correcting {_ABOUT[kind]}", kind=kind, fields=fields))
    return "/add"


_ABOUT = {"article": "what is known of an article", "speaker": "a speaker", "actor": "an actor"}


def _note(hub: Hub, form: FormData) -> str:
    held = hub.library.now()
    article, text = _article(held, form)
    words, near = str(form.get("words", "")), str(form.get("near", ""))
    start, end = find_words(text, words, int(near) if near.isdigit() else 0)
    name = notes.add(held, article, text, start, end, str(form.get("note", "")))
    return f"/article/{quote(article)}?at={start}-{end}#{name}"


def _drop(hub: Hub, form: FormData) -> str:
    held = hub.library.now()
    article, _ = _article(held, form)
    notes.drop(held, str(form.get("note", "")))
    return f"/article/{quote(article)}#notes"


def _article(held: Held, form: FormData) -> tuple[str, str]:
    name = str(form.get("article", ""))
    if name not in held.rows.articles:
        raise UsageError("The case does not hold this article any more.", remedy="Start anew.")
    return name, held.rows.articles[name].text


def find_words(text: str, words: str, near: int) -> tuple[int, int]:
    """Where words stand in a text, whatever white space lies between them; of several places the
    nearest. Raises UsageError if they stand nowhere."""
    wanted = words.split()
    if not wanted:
        raise UsageError("No words are marked.", remedy="Mark some words of the article first.")
    pattern = r"\s+".join(map(re.escape, wanted))
    found = [match.span() for match in re.finditer(pattern, text)]
    if not found:
        raise UsageError(
            "These words do not stand in the article.", remedy="Copy them from it as they are."
        )
    return min(found, key=lambda span: (abs(span[0] - near), span))
