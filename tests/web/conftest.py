"""The example's case, served: to a client without a browser, and to a real one."""

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn
from starlette.testclient import TestClient

from stemma.case import Case
from stemma.flow import build
from stemma.web.app import app
from stemma.web.checking import Check
from stemma.web.safety import door

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
FARM = ROOT / "examples" / "farm" / "articles"
SEEDS = ROOT.parent / "shared" / "seeds"

Serve = Callable[..., str]


@pytest.fixture(scope="session")
def farm(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The case of the example. Tests only read it."""
    return build([str(FARM)], tmp_path_factory.mktemp("farm") / "case", workers=1)


@pytest.fixture
def own(farm: Case, tmp_path: Path) -> Case:
    """A copy of it that a test may change."""
    shutil.copytree(farm.path, tmp_path / "case")
    return Case(tmp_path / "case")


def client_of(case: Case, **more: Any) -> TestClient:
    """A client of the app, at an address that is the app's own."""
    behind = door("127.0.0.1", 8000, more.pop("token", None))
    made = app(case.path, behind, workers=1, **more)
    return TestClient(made, base_url="http://127.0.0.1:8000", follow_redirects=False)


@pytest.fixture
def client(farm: Case) -> Iterator[TestClient]:
    """A client of the example's case."""
    with client_of(farm) as made:
        yield made


@pytest.fixture
def pile_of(tmp_path: Path) -> Callable[..., Case]:
    """Builds a case of some texts."""

    def make(*texts: str) -> Case:
        (tmp_path / "pile").mkdir()
        for number, text in enumerate(texts):
            (tmp_path / "pile" / f"{number}.txt").write_text(text, encoding="utf-8")
        return build([str(tmp_path / "pile")], tmp_path / "built", workers=1)

    return make


@pytest.fixture(scope="session")
def half(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A case that was built up to its families."""
    out = tmp_path_factory.mktemp("half") / "case"
    return build([str(FARM)], out, workers=1, until="families")


@contextmanager
def serving(case: Case, check: Check | None = None) -> Iterator[str]:
    """The app at an address of its own, in a thread."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        made = app(case.path, door("127.0.0.1", port, None), 1, check)
        server = uvicorn.Server(uvicorn.Config(made, log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join(10)


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Serves a case until the test is over; gives its address."""
    with ExitStack() as stack:
        yield lambda case, check=None: stack.enter_context(serving(case, check))


@pytest.fixture(scope="session")
def served(farm: Case) -> Iterator[str]:
    """The address of the example's case."""
    with serving(farm) as address:
        yield address


def chromium() -> str | None:
    """Debian's browser, or whichever Chromium there is."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """A real browser; tests that need one are skipped where there is none, and say what is missing."""
    playwright = pytest.importorskip("playwright.sync_api", reason="pip install playwright")
    program = chromium()
    if program is None:
        pytest.skip("no Chromium: apt-get install chromium")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


def wait_for(done: Callable[[], bool], seconds: float = 60) -> None:
    """Until something is so."""
    until = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < until, "it took too long"
        time.sleep(0.05)
