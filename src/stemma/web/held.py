"""A case with its tables at hand, as one build left them; and which one that is now."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import polars as pl

from stemma.case import Case
from stemma.report.chapters import Window, descent_of, differences
from stemma.report.happened import tale
from stemma.report.listings import listings
from stemma.report.replaced import Swapped, swapped
from stemma.report.rows import Rows, load
from stemma.report.shown import Room, Shown, choose
from stemma.report.view import Listing, Notable
from stemma.report.voices import voices

Made = TypeVar("Made")
Mark = tuple[int, int, int] | None

ROOM = Room(families=None, articles=None, voices=16, sayings=6, places=8)
ALONE = ROOM._replace(places=60)  # of a statement that has a page of its own
CARDS, PAGES, NOTABLE = 12, 24, 30  # statements, articles and differences on one page of a story
EVENTS = 40  # sentences that tell of events, beside those that stand at once
DIFFERING = 12  # figures, and other slots, on which tellings differ
_MOST_BYTES = 96 * 2**20  # of rendered pages that are kept
_PATIENCE, _PAUSE = 20.0, 0.02  # seconds that a build may take to publish, and between two looks


class Rebuilt(Exception):
    """The case was built anew while its tables were being read."""


class Held(Case):
    """A case as one build left it. Tables are read once; what is made of them is made once."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.mark = mark_of(path)
        self._frames: dict[str, pl.DataFrame] = {}
        self._once: dict[Any, Any] = {}
        self._pages: OrderedDict[Any, bytes] = OrderedDict()
        self._bytes = 0
        self._locks: dict[Any, threading.RLock] = {}
        self._lock = threading.Lock()
        self._names = super().tables()

    def tables(self) -> list[str]:
        """Names of its tables."""
        return self._names

    def table(self, name: str) -> pl.DataFrame:
        """A table. Raises Rebuilt if it was not read yet and is another build's by now."""
        found = self._frames.get(name)
        if found is None:
            found = super().table(name)
            if publishing(self.path) or mark_of(self.path) != self.mark:
                raise Rebuilt
            self._frames[name] = found
        return found

    def once(self, key: Any, make: Callable[[], Made]) -> Made:
        """What `make` gives, once for each key, however many ask at the same time."""
        if key not in self._once:
            with self._lock:
                lock = self._locks.setdefault(key, threading.RLock())
            with lock:
                if key not in self._once:
                    self._once[key] = make()
        found: Made = self._once[key]
        return found

    def page(self, key: Any, render: Callable[[], str]) -> bytes:
        """A page as bytes, kept as long as there is room."""
        with self._lock:
            found = self._pages.get(key)
            lock = self._locks.setdefault(("page", key), threading.RLock())
            if found is not None:
                self._pages.move_to_end(key)
                return found
        with lock:
            found = self._pages.get(key)
            if found is None:
                found = render().encode("utf-8", "replace")
        with self._lock:
            self._keep(key, found)
        return found

    def _keep(self, key: Any, page: bytes) -> None:
        """Keeps a page, and drops those that were not asked for for longest."""
        self._bytes += len(page) - len(self._pages.get(key, b""))
        self._pages[key] = page
        while self._bytes > _MOST_BYTES and len(self._pages) > 1:
            name, dropped = self._pages.popitem(last=False)
            self._bytes -= len(dropped)
            self._locks.pop(("page", name), None)

    @property
    def rows(self) -> Rows:
        """All rows, by what they belong to."""
        return self.once("rows", lambda: load(self))

    @property
    def shown(self) -> Shown:
        """The rows in the order in which they are shown, all of them."""
        return self.once("shown", lambda: choose(self.rows, ROOM))

    @property
    def swaps(self) -> Swapped:
        """What is known of swapped words."""
        return self.once("swaps", lambda: swapped(self.shown))

    @property
    def listings(self) -> tuple[Listing, ...]:
        """The tables at the end of the report."""
        return self.once("listings", lambda: listings(self.shown, self.swaps))

    @property
    def alone(self) -> Shown:
        """The same, with more room for each statement."""
        return self.once("alone", lambda: replace(self.shown, room=ALONE))

    def notable(self, story: str | None) -> tuple[Notable, ...]:
        """All of a story's differences to look at first."""
        return self.once(("differences", story), lambda: differences(self.shown, story))

    def window(self, story: str | None, page: int, articles: int) -> Window:
        """Which statements and articles of a story stand on one page of it (from 1). Behind the first, a
        page has only more of the one or of the other."""
        shown = self.shown
        in_story = story in shown.rows.stories
        return Window(
            pages=slice((articles - 1) * PAGES, articles * PAGES) if page == 1 else slice(0),
            cards=slice((page - 1) * CARDS, page * CARDS) if articles == 1 else slice(0),
            repeated=slice(CARDS if page == articles == 1 else 0),
            notable=self.notable(story),
            most=NOTABLE,
            voices=self.once(
                ("voices", story),
                lambda: voices(shown, story, shown.shared[story]) if story and in_story else None,
            ),
            descent=self.once(("descent", story), lambda: descent_of(shown, story)),
            tale=self.once(
                ("tale", story),
                lambda: tale(shown, story, EVENTS, DIFFERING) if story and in_story else None,
            ),
        )

    def warm(self) -> None:
        """Makes beforehand what many pages need, so that nobody waits for it."""
        if "articles" in self.tables():
            _ = self.listings
            for story in self.rows.stories:
                self.window(story, 1, 1)


class Library:
    """The case as it is now: another `Held` after each build."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._held: Held | None = None
        self._lock = threading.Lock()

    def now(self) -> Held:
        """The case as the last build left it. While one is being published, that is the one before."""
        held = self._held
        if held is not None and (publishing(self.path) or held.mark == mark_of(self.path)):
            return held
        with self._lock:
            held = self._held
            if held is None or held.mark != mark_of(self.path):
                _wait(self.path)
                held = self._held = Held(self.path)
                threading.Thread(target=_warm, args=(held,), daemon=True).start()
            return held

    def wait(self) -> None:
        """Until nothing is being published."""
        _wait(self.path)


def mark_of(path: Path) -> Mark:
    """What is different after each build."""
    return stat_of(path / "manifest.json")


def publishing(path: Path) -> bool:
    """Whether a build is putting its tables in place."""
    return (path / "publish.json").exists()


def _wait(path: Path) -> None:
    # A build that was stopped while it published leaves its journal; opening the case completes it.
    until = time.monotonic() + _PATIENCE
    while publishing(path) and time.monotonic() < until:
        time.sleep(_PAUSE)


def stat_of(path: Path) -> Mark:
    """What is different after a file was written anew; None if there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_mtime_ns, found.st_ino, found.st_size


def _warm(held: Held) -> None:
    try:
        held.warm()
    except Rebuilt:
        return  # there is another one by now
