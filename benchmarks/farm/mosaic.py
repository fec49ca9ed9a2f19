"""A mosaic: sentences of several wires of one event, shuffled, swapped and damaged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from benchmarks.farm.chain import Loans, borrow
from benchmarks.farm.damage import change_figure, cut, lose_question, orphan, unquote
from benchmarks.farm.library import Library
from benchmarks.farm.page import PARAGRAPH, Page
from benchmarks.farm.passage import Op, Passage, sentence_passage, title_passage
from benchmarks.farm.sites import Site
from benchmarks.farm.typography import comma_out, curl
from benchmarks.farm.wires import Figure, Sentence, Wire


@dataclass(frozen=True)
class Habits:
    """How often a farm does what: shares of the places, or of the pages, that allow it.

    The defaults follow counts over real spun pages where there are such counts (orphans,
    commas, inserts); cuts and changed figures are more frequent here, so that a small pile
    has some of each.
    """

    lead_lost: float = 0.6
    dateline_kept: float = 0.4
    cut: float = 0.04
    both_parts: float = 0.35
    orphan: float = 0.3
    unquote: float = 0.06
    question_lost: float = 0.5
    figure: float = 0.07
    glue: float = 0.05
    glue_one_line: float = 0.45
    comma_out: float = 0.81
    wrong_quote: float = 0.06
    labelled_insert: float = 0.31
    foreign_sentence: float = 0.2
    double_headline: float = 0.08
    undated: float = 0.25


@dataclass
class Farm:
    """What every page of one pile is made from.

    ``chain`` is the share of passages that are copied from earlier pages. ``strays`` holds, per
    event, the halves of cut sentences that wait for another page, ``pages`` the mosaics so far.
    """

    library: Library
    swap_share: float
    size: int
    rng: Random
    chain: float = 0.0
    habits: Habits = field(default_factory=Habits)
    strays: dict[str, list[Passage]] = field(default_factory=dict)
    pages: dict[str, list[Page]] = field(default_factory=dict)

    def chance(self, share: float) -> bool:
        """True in this share of the calls."""
        return self.rng.random() < share


@dataclass
class Look:
    """Habits of one page: the farm's machine treats a page all alike."""

    site: Site
    one_line: bool
    comma_out: bool
    loans: Loans = field(default_factory=Loans)


@dataclass(frozen=True)
class Plan:
    """What is settled of a page before a word is on it."""

    event: str
    look: Look
    wires: Sequence[Wire]
    day: date
    dated: bool


def plan_mosaic(farm: Farm, event: str) -> Plan:
    """Choose the site of a page about an event, the wires it draws on and its day."""
    site = farm.rng.choice(farm.library.sites.of_kind("farm"))
    look = Look(site, farm.chance(site.one_line), farm.chance(farm.habits.comma_out))
    wires, day = _choose_wires(farm, event)
    return Plan(event, look, wires, day, not farm.chance(farm.habits.undated))


def make_mosaic(farm: Farm, plan: Plan) -> Page:
    """Stitch one page."""
    event, look, wires, site = plan.event, plan.look, plan.wires, plan.look.site
    page = Page("mosaic", event, site.name, plan.day if plan.dated else None, day=plan.day)
    others = farm.pages.setdefault(event, [])
    look.loans = borrow(others, plan.day, farm.chain, farm.rng)
    _headline(farm, page, wires, look)
    for line in site.chrome(site.top, page.date, farm.rng):
        page.add(line, PARAGRAPH)
    body = _in_paragraphs(farm, _choose_passages(farm, page, wires, look))
    _set(farm, page, _with_inserts(farm, event, body, look), look)
    for line in site.chrome(site.bottom, page.date, farm.rng):
        page.add(line, PARAGRAPH)
    others.append(page)
    return page


def _choose_wires(farm: Farm, event: str) -> tuple[list[Wire], date]:
    """Three wires or more, enough for the size, none younger than the page, and its day."""
    wires = sorted(farm.library.wires_of(event), key=lambda wire: (wire.date, wire.id))
    latest = farm.rng.randrange(min(2, len(wires) - 1), len(wires))
    pool = wires[: latest + 1]
    farm.rng.shuffle(pool)
    least = farm.rng.randint(3, 6)
    while len(pool) > least and _size(pool[:-1]) > 1.4 * farm.size:
        pool.pop()
    return pool, max(wire.date for wire in pool) + timedelta(days=farm.rng.randint(0, 9))


def _size(wires: Sequence[Wire]) -> int:
    return sum(len(sentence.text) for wire in wires for sentence in wire.sentences)


def _headline(farm: Farm, page: Page, wires: Sequence[Wire], look: Look) -> None:
    wire = farm.rng.choice(wires)
    for _ in range(2 if farm.chance(farm.habits.double_headline) else 1):
        title = look.loans.take("headline", farm.rng) or title_passage(wire)
        farm.library.swaps.apply(title, farm.swap_share, farm.rng)
        if look.site.curly:
            curl(title, False, farm.habits.wrong_quote, farm.rng)
        page.add(title, PARAGRAPH)


def _choose_passages(farm: Farm, page: Page, wires: Sequence[Wire], look: Look) -> list[Passage]:
    """Shuffled sentences and parts of sentences up to the size wanted."""
    pool = [sentence_passage(wire, n) for wire in wires for n in _kept_numbers(farm, wire)]
    farm.rng.shuffle(pool)
    target = farm.size * farm.rng.uniform(0.7, 1.3)
    chosen = _take_strays(farm, page)
    size = 0
    for passage in look.loans.among(pool, farm.rng):
        if size >= target:
            break
        pieces = _cut_or_whole(farm, page.event, passage)
        chosen += pieces
        size += sum(len(piece.text) + 2 for piece in pieces)
    farm.rng.shuffle(chosen)
    return _parted(chosen)


def _kept_numbers(farm: Farm, wire: Wire) -> range:
    return range(int(farm.chance(farm.habits.lead_lost)), len(wire.sentences))


def _take_strays(farm: Farm, page: Page) -> list[Passage]:
    waiting = farm.strays.pop(page.event, [])
    taken = [stray for stray in waiting if farm.chance(0.5) and _is_out(farm, stray, page)]
    farm.strays[page.event] = [stray for stray in waiting if not any(stray is t for t in taken)]
    return taken


def _is_out(farm: Farm, stray: Passage, page: Page) -> bool:
    return page.day is None or farm.library.wire(stray.wire or "").date <= page.day


def _cut_or_whole(farm: Farm, event: str, passage: Passage) -> list[Passage]:
    cuttable = passage.part == "whole" and farm.chance(_cut_share(farm, passage))
    parts = cut(passage, farm.rng) if cuttable else None
    if parts is None:
        return [passage]
    if farm.chance(farm.habits.both_parts):
        return list(parts)
    here, elsewhere = farm.rng.sample(parts, 2)
    if passage.exemplar is None:  # else the rest is still to be had where this came from
        farm.strays.setdefault(event, []).append(elsewhere)
    return [here]


def _cut_share(farm: Farm, passage: Passage) -> float:
    # Abbreviations are what splitters really stumble over; dates less so.
    return farm.habits.cut * (3 if ". " in passage.text[:-1] else 1)


def _parted(passages: list[Passage]) -> list[Passage]:
    """Move a tail away from its own head, so that the cut stays visible."""
    for place in range(1, len(passages)):
        head, tail = passages[place - 1], passages[place]
        same = (head.wire, head.sentence) == (tail.wire, tail.sentence)
        if same and tail.part == "tail":
            passages.insert(0, passages.pop(place))
    return passages


def _in_paragraphs(farm: Farm, passages: list[Passage]) -> list[list[Passage]]:
    """One to three passages a paragraph, mostly one."""
    paragraphs: list[list[Passage]] = []
    rest = passages
    while rest:
        length = farm.rng.choices((1, 2, 3), weights=(6, 3, 1))[0]
        paragraphs.append(rest[:length])
        rest = rest[length:]
    return paragraphs


def _with_inserts(
    farm: Farm, event: str, paragraphs: list[list[Passage]], look: Look
) -> list[list[Passage]]:
    """Slip in lines and sentences of other stories, and the site's own furniture."""
    extra = [[line] for line in look.site.chrome(look.site.middle, None, farm.rng)]
    if farm.chance(farm.habits.labelled_insert):
        extra.append([_labelled(farm, event, look)])
    if farm.chance(farm.habits.foreign_sentence):
        extra.append([_foreign_sentence(farm, event)])
    if (copy := look.loans.take("insert", farm.rng)) is not None:
        extra.append([copy])
    for paragraph in extra:
        paragraphs.insert(farm.rng.randint(1, max(1, len(paragraphs) - 1)), paragraph)
    return paragraphs


def _foreign(farm: Farm, event: str) -> list[Wire]:
    return [wire for wire in farm.library.wires if wire.event != event]


def _labelled(farm: Farm, event: str, look: Look) -> Passage:
    """``More news: ...``: the headline of another wire, or of no wire at all."""
    label = farm.rng.choice(look.site.labels)
    wires = _foreign(farm, event)
    if wires and farm.chance(0.4):
        line = title_passage(farm.rng.choice(wires), "insert")
    else:
        line = Passage(farm.rng.choice(farm.library.sites.headlines), "insert")
    if label:
        line.edit("label", 0, 0, label + " ")
    return line


def _foreign_sentence(farm: Farm, event: str) -> Passage:
    wires = _foreign(farm, event)
    if not wires:
        return Passage(farm.rng.choice(farm.library.sites.headlines), "insert")
    wire = farm.rng.choice(wires)
    number = farm.rng.randrange(1, len(wire.sentences))
    return sentence_passage(wire, number, "insert")


def _set(farm: Farm, page: Page, paragraphs: list[list[Passage]], look: Look) -> None:
    """Spin every passage and put it on the page."""
    for paragraph in paragraphs:
        for number, passage in enumerate(paragraph):
            separator = _separator(farm, page, passage, number, look)
            dateline = _dateline(farm, passage)
            if dateline:
                passage.dateline = dateline
                page.add(dateline, separator)
                separator = " "
            _spin(farm, passage, glued=not separator, look=look)
            page.add(passage, separator)


def _separator(farm: Farm, page: Page, passage: Passage, number: int, look: Look) -> str:
    previous = page.passages[-1].passage.role
    if previous in ("headline", "chrome") or passage.role == "chrome":
        return PARAGRAPH
    if previous == "insert":
        return "\n" if farm.chance(0.3) else PARAGRAPH
    share = farm.habits.glue_one_line if look.one_line else farm.habits.glue
    if (number or look.one_line) and farm.chance(share):
        return ""
    if number or (look.one_line and passage.role == "body"):
        return " "
    return PARAGRAPH


def _dateline(farm: Farm, passage: Passage) -> Passage | None:
    """The dateline of a lead that came along into the middle of a page."""
    if passage.role != "body" or passage.sentence != 0 or passage.part == "tail":
        return None
    if passage.exemplar is not None:
        before = passage.exemplar.dateline
        return before.copied() if before else None
    wire = farm.library.wire(passage.wire or "")
    if not wire.dateline or not farm.chance(farm.habits.dateline_kept):
        return None
    kept = Op("dateline_kept", 0, wire.dateline, wire.dateline)
    return Passage(wire.dateline, "dateline", wire.id, 0, ops=[kept])


def _spin(farm: Farm, passage: Passage, glued: bool, look: Look) -> None:
    if passage.role == "chrome":
        return
    if passage.wire is not None and passage.sentence is not None and passage.role == "body":
        wire = farm.library.wire(passage.wire)
        _damage(farm, passage, wire, wire.sentences[passage.sentence])
    farm.library.swaps.apply(passage, farm.swap_share, farm.rng)
    if look.comma_out:
        comma_out(passage)
    if look.site.curly:
        curl(passage, glued, farm.habits.wrong_quote, farm.rng)


def _damage(farm: Farm, passage: Passage, wire: Wire, sentence: Sentence) -> None:
    habits, rng = farm.habits, farm.rng
    if farm.chance(habits.question_lost):
        lose_question(passage, rng)
    if passage.part == "whole" and any(quote.kind == "direct" for quote in sentence.quotes):
        if farm.chance(habits.unquote):
            unquote(passage, rng)
        elif farm.chance(habits.orphan):
            orphan(passage, rng)
    if farm.chance(habits.figure):
        change_figure(passage, sentence.figures, _figures(farm, wire), rng)


def _figures(farm: Farm, wire: Wire) -> list[Figure]:
    """What other reports of the event give for anything."""
    others = [other for other in farm.library.wires_of(wire.event) if other.id != wire.id]
    return [f for other in others for sentence in other.sentences for f in sentence.figures]
