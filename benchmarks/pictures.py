"""Pictures of the app's main pages, as Chromium shows them at the width of a telephone and of a desk.

    python -m benchmarks.pictures CASE --out FOLDER [--widths 360,1400]

Needs the extra `test` and a Chromium.
"""

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import polars as pl

from stemma.case import Case

_HEIGHT = 900


def main() -> None:
    """Writes the pictures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("case", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--widths", default="360,1400")
    parser.add_argument("--only", default="", help="these pages, with commas")
    given = parser.parse_args()
    wanted = set(filter(None, given.only.split(",")))
    pages = {n: a for n, a in main_pages(Case(given.case)).items() if not wanted or n in wanted}
    given.out.mkdir(parents=True, exist_ok=True)
    with served(given.case) as (base, _):
        for width in map(int, given.widths.split(",")):
            for path in pictures(base, pages, width, given.out):
                print(path)


def main_pages(case: Case) -> dict[str, str]:
    """Name -> address of the pages that are shown."""
    stories = case.table("stories").sort(["carriers", "id"], descending=[True, False])
    numbers = case.table("variants").filter(pl.col("kind") == "number")
    family = (numbers if len(numbers) else case.table("variants"))["family_id"][0]
    parts = case.table("parts").filter(pl.col("kind") == "swapped")
    part = (parts if len(parts) else case.table("parts")).row(0, named=True)
    saying = case.table("sayings").sort(["carriers", "id"], descending=[True, False])["id"][0]
    actors = case.table("sayings").filter(pl.col("actor_id").is_not_null())["actor_id"]
    order = ["carriers", "mentions", "id"]
    events = case.table("events").sort(order, descending=[True, True, False])
    story = stories["id"][0]
    return {
        "case": "/",
        "story": f"/story/{story}",
        "timeline": f"/story/{story}#happened-{story}",
        "figures": f"/story/{story}#figures-{story}",
        "event": f"/event/{events['id'][0]}" if len(events) else "/tables",
        "family": f"/family/{family}",
        "article": f"/article/{part['article_id']}?at={part['start']}-{part['end']}#at",
        "saying": f"/saying/{saying}",
        "actor": f"/actor/{actors[0]}" if len(actors) else "/tables",
        "search": "/search?q=said",
        "row": f"/row/families/{family}",
        "add": "/add",
    }


def pictures(base: str, pages: dict[str, str], width: int, out: Path) -> Iterator[Path]:
    """One picture of each page."""
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": width, "height": _HEIGHT})
        for name, address in pages.items():
            page.goto(base + address)
            path = out / f"{name}-{width}.png"
            page.screenshot(path=path)
            yield path
        browser.close()


@contextmanager
def served(case: Path) -> Iterator[tuple[str, int]]:
    """The app in a process of its own; its address, and the process."""
    command = [sys.executable, "-m", "stemma.cli", "serve", str(case)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        address = re.search(r"http://[\w.]+:\d+", said)
        if address is None:
            raise SystemExit(f"The app did not start: {said}")
        try:
            yield address[0], process.pid
        finally:
            process.terminate()


if __name__ == "__main__":
    main()
