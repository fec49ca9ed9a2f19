"""What every page has at hand: the case as it is now, who may come in, and what is being changed."""

import json
from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from stemma.errors import CaseError, StemmaError, UnknownRow, UsageError
from stemma.web import looks
from stemma.web.changes import Changes
from stemma.web.held import Held, Library, Rebuilt
from stemma.web.safety import Door

_TRIES = 5  # to read a case that is being built again and again


class Hub:
    """One case behind one door."""

    def __init__(
        self, library: Library, door: Door, changes: Changes, checks: bool = False
    ) -> None:
        self.library, self.door, self.changes = library, door, changes
        self.shell = looks.Shell(door.change, checks)

    def endpoint(
        self, answer: Callable[[Request, Held], Response]
    ) -> Callable[[Request], Response]:
        """Answers from the case as it is now; an error of ours becomes a page, or JSON below /api/."""

        def endpoint(request: Request) -> Response:
            try:
                return self.read(lambda held: answer(request, held))
            except StemmaError as error:
                return failed(self, request, error)

        return endpoint

    def read(self, answer: Callable[[Held], Response]) -> Response:
        """An answer from one build of the case, be it built anew meanwhile."""
        for _ in range(_TRIES):
            try:
                return answer(self.library.now())
            except Rebuilt:
                self.library.wait()
        raise CaseError("The case is being built.", remedy="Load the page again in a moment.")

    def html(self, name: str, held: Held | None, **values: Any) -> HTMLResponse:
        """A page that is not kept."""
        made = looks.render(name, held, self.shell, **values)
        return HTMLResponse(made.encode("utf-8", "replace"))

    def kept(self, held: Held, key: Any, render: Callable[[], str]) -> HTMLResponse:
        """A page that is kept until the case is built anew."""
        return HTMLResponse(held.page(key, render))


def failed(hub: Hub, request: Request, error: StemmaError, status: int | None = None) -> Response:
    """What went wrong, in our own words."""
    status = status or _status(error)
    if request.url.path.startswith("/api/"):
        said = {"what": error.what, "why": error.why, "remedy": error.remedy}
        return Response(json.dumps(said), status_code=status, media_type="application/json")
    page = looks.render(
        "error", None, hub.shell, what=error.what, why=error.why, remedy=error.remedy
    )
    return HTMLResponse(page.encode("utf-8", "replace"), status_code=status)


def _status(error: StemmaError) -> int:
    if isinstance(error, UnknownRow):
        return 404
    return 400 if isinstance(error, UsageError) else 503
