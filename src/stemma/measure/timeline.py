"""Timelines of SemEval-2015 task 4 (Minard and others 2015), from raw text: what `measure timeline` prints.

Each corpus has articles and, for each of several targets, the events in which it takes part, in order and
with their dates. Of an article only its words, its sentences and its date are taken.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from stemma.actors import Place, Read, find_cast
from stemma.errors import UsageError
from stemma.events import EventMention, events
from stemma.events.tree import Tree
from stemma.measure.concerned import Target, top
from stemma.measure.ordering import Moment, Score, Timeline, added, compared
from stemma.measure.times import sentences_of
from stemma.model import Actor, ActorMention
from stemma.reader.model import OnnxReader
from stemma.times import Anchor, tag_times, tense_of_tree
from stemma.times import Timex as Time

GOLD = "TimeLines_Gold_Standard"
_CERTAIN = ("certain", "probable")  # other events belong to no timeline
_NEAR = timedelta(days=3)  # of an article's date: the day that it tells of
_MENTION = re.compile(r"\d+-\d+-\D\S*")
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TOKENS = ".//token"
_NUMBER = re.compile(r"(\d+)")

Token = tuple[int, int, str]


class Page(NamedTuple):
    """An article: its number, the sentences with their tokens (start, end, text), and its date."""

    number: str
    sentences: list[str]
    tokens: list[list[Token]]
    date: str


class Told(NamedTuple):
    """An event that a sentence tells of: its name as the gold writes it, its date (None if it is not known),
    and what tells whom it concerns."""

    name: str
    date: str | None
    event: EventMention
    tree: Tree
    mentions: list[ActorMention]
    start: int


def measure_timeline(data: Path) -> dict[str, Any]:
    """Micro-precision, -recall and -F1 of relations of time, in per cent, over all timelines and for each
    corpus. Data: the folder of a corpus, or one that holds several."""
    corpora = sorted(path.parent for path in data.rglob(GOLD)) if data.is_dir() else []
    if not corpora:
        raise UsageError(
            f"There are no timelines at '{data}'.", remedy=f"Give a folder with {GOLD} in it."
        )
    scores = {folder.name: _corpus(folder) for folder in corpora}
    return {
        "task": "timeline",
        "timelines": sum(map(len, scores.values())),
        **_shown(added(one for found in scores.values() for one in found)),
        "corpora": {
            name: {"timelines": len(found), **_shown(added(found))}
            for name, found in scores.items()
        },
    }


def _shown(score: Score) -> dict[str, float]:
    names = ("precision", "recall", "f1")
    return {name: round(100 * getattr(score, name), 2) for name in names}


def _corpus(folder: Path) -> list[Score]:
    files = [path for path in folder.glob("*CAT*/*.xml") if path.parent.name != GOLD]
    told, actors = told_in([read_page(path) for path in sorted(files)])
    return [
        compared(timeline_of(Target(names, actors), told), gold)
        for names, gold in map(read_timeline, sorted((folder / GOLD).glob("*.txt")))
    ]


# -- what the articles tell -----------------------------------------------------------------------


def timeline_of(target: Target, told: Sequence[Told]) -> Timeline:
    """The events that concern a target, by their dates; a month stands before its days."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in told:
        parties = (*one.event.actors, *one.event.recipients)
        if one.date and any(
            target.is_party(one.tree, party, one.mentions, one.start) for party in parties
        ):
            found[one.date].append(one.name)
    return [Moment(day, tuple(sorted(names, key=_natural))) for day, names in sorted(found.items())]


def told_in(pages: Sequence[Page]) -> tuple[list[Told], list[Actor]]:
    """What all articles of a corpus tell of as sure, and who is in them."""
    reader = OnnxReader()
    read = {p.number: list(reader.read(p.sentences).iter_rows(named=True)) for p in pages}
    cast = find_cast(None, [pair for page in pages for pair in _placed(page, read[page.number])])
    mentions: dict[str, list[ActorMention]] = defaultdict(list)
    for mention in cast.mentions:
        mentions[mention.sentence_id].append(mention)
    told = [one for page in pages for one in _told(page, read[page.number], mentions)]
    return told, cast.actors


def _placed(page: Page, read: Sequence[dict[str, Any]]) -> Iterator[tuple[Place, Read]]:
    for n, (start, row) in enumerate(zip(_starts(page), read, strict=True)):
        yield Place(page.number, _id(page, n), start, page.number, n), Read.of(row)


def _starts(page: Page) -> list[int]:
    """Where each sentence begins if all stand on one line."""
    starts = [0]
    for text in page.sentences:
        starts.append(starts[-1] + len(text) + 1)
    return starts[:-1]


def _id(page: Page, number: int) -> str:
    return f"sentence-{page.number}-{number}"


def _told(
    page: Page, read: Sequence[dict[str, Any]], mentions: dict[str, list[ActorMention]]
) -> Iterator[Told]:
    times = _times(page, read)
    day = _day_told_of(page.date, times)
    for n, (text, row, start) in enumerate(zip(page.sentences, read, _starts(page), strict=True)):
        tree, found = Tree.of(text, row), events(text, row)
        dates = _own_dates(tree, found, times[n])
        for event in found:
            name = _name(page, n, event)
            if name and event.polarity == "positive" and event.certainty in _CERTAIN:
                when = dates[event] if event in dates else _by_tense(tree, event, day)
                yield Told(name, when, event, tree, mentions[_id(page, n)], start)


def _name(page: Page, number: int, event: EventMention) -> str | None:
    held = [
        text
        for start, end, text in page.tokens[number]
        if event.start <= start and end <= event.end
    ]
    return f"{page.number}-{number}-{'_'.join(held)}" if held else None


# -- dates ----------------------------------------------------------------------------------------


def _times(page: Page, read: Sequence[dict[str, Any]]) -> list[list[Time]]:
    """The dates and hours in each sentence, but none in the line that says the article's date."""
    anchor, before, found = Anchor.of(page.date), list[str](), list[list[Time]]()
    for text, row in zip(page.sentences, read, strict=True):
        times = [
            one
            for one in tag_times(text, anchor, tense_of_tree(row), before)
            if one.type in ("DATE", "TIME") and one.text.strip() != text.strip()
        ]
        before += [one.value for one in times if one.first]
        found.append(times)
    return found


def _day_told_of(published: str, times: Sequence[Sequence[Time]]) -> str | None:
    """The day that an article tells of: the first that it names, if it lies shortly before its own date, else
    this."""
    if not _DAY.fullmatch(published):
        return published or None
    last = date.fromisoformat(published)
    for one in (time for held in times for time in held):
        day = one.value.partition("T")[0]
        if _DAY.fullmatch(day) and last - _NEAR <= date.fromisoformat(day) <= last:
            return day
    return published


def _own_dates(
    tree: Tree, found: Sequence[EventMention], times: Sequence[Time]
) -> dict[EventMention, str | None]:
    """The date of each event on which an expression of time hangs; None if that names no day, month or
    year."""
    heads = {top(tree, event.start, event.end): event for event in found}
    dates: dict[EventMention, str | None] = {}
    for time in times:
        at = top(tree, time.start, time.end)
        while at is not None and at >= 0 and at not in heads:
            at = tree.heads[at]
        if at in heads and time.value != "PRESENT_REF":
            value = time.value.partition("T")[0]
            dates.setdefault(heads[at], value if _DATE.fullmatch(value) else None)
    return dates


def _by_tense(tree: Tree, event: EventMention, day: str | None) -> str | None:
    """The day that the article tells of, if nothing says that the event lies ahead or before that day."""
    head = top(tree, event.start, event.end)
    helpers = tree.below(head, "aux") if head is not None else []
    earlier = any(tree.words[n] == "had" for n in helpers)
    return None if earlier or event.time == "future" else day


# -- the files ------------------------------------------------------------------------------------


def read_page(path: Path) -> Page:
    """An article in the XML of the corpus: its tokens and its date alone."""
    root = etree.parse(str(path), etree.XMLParser(resolve_entities=False)).getroot()
    tokens = root.findall(_TOKENS)
    sentences, places = sentences_of(tokens)
    held: list[list[Token]] = [[] for _ in sentences]
    for token in tokens:
        number, start, end = places[token.get("t_id")]
        held[number].append((start, end, token.text))
    dates = [
        time.get("value")
        for time in root.iter("TIMEX3")
        if time.get("functionInDocument") == "CREATION_TIME"
    ]
    return Page(root.get("doc_id"), sentences, held, next(iter(dates), ""))


def read_timeline(path: Path) -> tuple[list[str], Timeline]:
    """The target's name, as the file and as its name have it, and its timeline. What stands at 0 has no place
    in the order and is left out, as in the task."""
    head, *lines = path.read_text(encoding="utf-8-sig").splitlines()
    places: dict[int, Moment] = {}
    for line in sorted(filter(str.strip, lines), key=_natural):
        place, day, *cells = [cell.strip() for cell in line.split("\t")]
        if int(place) > 0:
            named = [cell for cell in cells if _MENTION.fullmatch(cell)]
            before = places.get(int(place), Moment(_known(day), ()))
            places[int(place)] = Moment(before.date, (*before.mentions, *named))
    names = [head.strip(), path.stem.replace("_", " ")]
    return names, [moment for _, moment in sorted(places.items()) if moment.mentions]


def _natural(text: str) -> list[tuple[int, str]]:
    """What sorts texts with numbers in them by these numbers."""
    return [
        (int(part), "") if part.isdigit() else (-1, part) for part in _NUMBER.split(text) if part
    ]


def _known(day: str) -> str:
    """A date without what is not known of it; a day of which nothing is known stays, and is no other one."""
    return day if day.startswith("X") else day.replace("-XX", "")
