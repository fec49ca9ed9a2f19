"""Pages that are not spun: a wire on its agency's own site, and reposts with credit."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from benchmarks.farm.mosaic import Farm
from benchmarks.farm.page import PARAGRAPH, Page
from benchmarks.farm.passage import Passage, sentence_passage, title_passage
from benchmarks.farm.sites import Site
from benchmarks.farm.typography import curl
from benchmarks.farm.wires import Wire


def make_original(farm: Farm, wire: Wire) -> Page:
    """A wire as its agency publishes it, on the day it was written."""
    site = farm.library.sites.of_agency(wire.agency)
    page = Page("original", wire.event, site.name, wire.date)
    _set(farm, page, wire, site, list(range(len(wire.sentences))))
    if wire.signoff:
        page.add(Passage(wire.signoff, "credit", wire.id), PARAGRAPH)
    _close(farm, page, site)
    return page


def make_repost(farm: Farm, wire: Wire, near: bool) -> Page:
    """A wire on a paper's site, with credit; ``near`` loses a few of its sentences."""
    site = farm.rng.choice(farm.library.sites.of_kind("paper"))
    page = Page("repost", wire.event, site.name, wire.date + timedelta(days=farm.rng.randint(0, 1)))
    numbers = list(range(len(wire.sentences)))
    _set(farm, page, wire, site, _shortened(numbers, farm.rng) if near else numbers)
    credit = Passage(site.credit.format(agency=wire.agency), "credit", wire.id)
    page.add(credit, PARAGRAPH)
    _close(farm, page, site)
    return page


def _shortened(numbers: list[int], rng: Random) -> list[int]:
    """Editors cut from the bottom, and now and then a sentence in the middle."""
    kept = numbers[: len(numbers) - rng.randint(1, 5)]
    if rng.random() < 0.5:
        kept.pop(rng.randrange(2, len(kept)))
    return kept


def _set(farm: Farm, page: Page, wire: Wire, site: Site, numbers: list[int]) -> None:
    page.add(_styled(farm, title_passage(wire), site), PARAGRAPH)
    for line in site.chrome(site.top, page.date, farm.rng):
        page.add(line, PARAGRAPH)
    if wire.byline:
        page.add(Passage(wire.byline, "credit", wire.id), PARAGRAPH)
    if wire.dateline:
        page.add(Passage(wire.dateline, "dateline", wire.id, 0), PARAGRAPH)
    while numbers:
        length = farm.rng.choice((1, 1, 1, 2, 2))
        paragraph = [_styled(farm, sentence_passage(wire, n), site) for n in numbers[:length]]
        follows_dateline = page.passages[-1].passage.role == "dateline"
        page.add_paragraph(paragraph, " " if follows_dateline else PARAGRAPH)
        numbers = numbers[length:]


def _styled(farm: Farm, passage: Passage, site: Site) -> Passage:
    if site.curly:
        curl(passage, False, 0.0, farm.rng)
    return passage


def _close(farm: Farm, page: Page, site: Site) -> None:
    for line in site.chrome(site.bottom, page.date, farm.rng):
        page.add(line, PARAGRAPH)
