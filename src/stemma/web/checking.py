"""Paste a text, get its check. What checks is given to the app; without it the page is not there."""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from stemma.errors import StemmaError, UsageError
from stemma.report.checked import Sheet
from stemma.web.held import Held
from stemma.web.hub import Hub, failed
from stemma.web.safety import may_change

# What is held of a case, and a draft's text -> the draft with its notes, for the template.
Check = Callable[[Held, str], Sheet]

LONGEST = 200_000  # characters of a draft


def routes(hub: Hub, check: Check | None) -> list[Route]:
    """The page, and its answer."""
    if check is None:
        return []

    def asked(request: Request, held: Held) -> Response:
        return hub.html("check", held, text="", found=None)

    async def answer(request: Request) -> Response:
        async with request.form(max_files=0, max_part_size=4 * LONGEST) as form:
            if not may_change(hub.door, str(form.get("change", ""))):
                return PlainTextResponse(
                    "It has to come from a page of this app.\n", status_code=403
                )
            text = str(form.get("text", ""))
        try:
            return await run_in_threadpool(hub.read, lambda held: _checked(hub, held, text, check))
        except StemmaError as error:
            return failed(hub, request, error)

    return [
        Route("/check", hub.endpoint(asked), methods=["GET"]),
        Route("/check", answer, methods=["POST"]),
    ]


def _checked(hub: Hub, held: Held, text: str, check: Check) -> Response:
    if not text.strip() or len(text) > LONGEST:
        raise UsageError(
            "There is no text to be checked."
            if not text.strip()
            else f"The text is longer than {LONGEST:,} characters.",
            remedy="Paste a draft of a page or two.",
        )
    return hub.html("check", held, text=text, found=check(held, text))
