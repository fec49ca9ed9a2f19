"""The timeline and the disagreements of a case in lines to read in a terminal, one for each row; the other
forms of these tables have every column."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

import polars as pl

from stemma.case import Case
from stemma.frames import records_of
from stemma.model import Conflict, Event, Figure, Moment
from stemma.remarks import count
from stemma.report.days import day_of, short
from stemma.report.deeds import counted, likely, status
from stemma.report.happened import when
from stemma.report.words import reporters
from stemma.show import FORMATS

Row = TypeVar("Row", Moment, Conflict)

_DAY, _TEXT, _FIGURES = 28, 110, 48
_PAGES = 4  # that are named


def timeline(case: Case, frame: pl.DataFrame) -> Iterator[str]:
    """Story by story what happened, in the order of time: its day, the sentence that tells it best, figures,
    and on which pages it stands."""
    events = {one.id: one for one in records_of(Event, case.table("events"))}
    texts = dict(case.table("articles").select("id", "text").iter_rows())
    figures = {one.id: one for one in records_of(Figure, case.table("figures"))}
    pages = _pages(case)
    for story, moments in _by_story(case, frame, Moment):
        yield story
        for one in sorted(moments, key=lambda moment: moment.position):
            event = events[one.event_id]
            told = f"{event.predicate}: {_cut(one.text, _TEXT)}"
            said = " · ".join(filter(None, [status(event), told]))
            held = (figures[id_] for id_ in one.figure_ids if id_ in figures)
            given = dict.fromkeys(counted(texts[figure.article_id], figure) for figure in held)
            known = f" [{_cut(', '.join(given), _FIGURES)}]" if given else ""
            yield f"  {_day(event, one, events):{_DAY}}  {said}{known}  ({_on(event, pages)})  {event.id}"


def conflicts(case: Case, frame: pl.DataFrame) -> Iterator[str]:
    """Story by story on what tellings differ: what of, the two values, and how many pages have either."""
    for story, found in _by_story(case, frame, Conflict):
        yield story
        for one in found:
            sides = " / ".join(
                f"«{_cut(value, _FIGURES)}» ({count(carriers, 'page')})"
                for value, carriers in (
                    (one.value, one.carriers),
                    (one.other_value, one.other_carriers),
                )
            )
            yield f"  {one.verdict}: {one.slot}, {one.about}: {sides}  {one.id}"


LINES: dict[str, Callable[[Case, pl.DataFrame], Iterator[str]]] = {
    "timeline": timeline,
    "conflicts": conflicts,
}


def as_text(case: Case, name: str, frame: pl.DataFrame, form: str) -> str:
    """The rows of a table in one of the forms of `show`: for a terminal in lines, where these say more."""
    if form == "table" and name in LINES:
        return "".join(f"{line}\n" for line in LINES[name](case, frame))
    return FORMATS[form](frame)


def _by_story(
    case: Case, frame: pl.DataFrame, kind: type[Row]
) -> Iterator[tuple[str, Sequence[Row]]]:
    """The rows of each story behind its title, the story that most pages tell first."""
    stories = case.table("stories").sort(["carriers", "id"], descending=[True, False])
    rows = records_of(kind, frame)
    for id_, title in stories.select("id", "title").iter_rows():
        held = [one for one in rows if one.story_id == id_]
        if held:
            yield f"{_cut(title, _TEXT)}  {id_}", held
    rest = [one for one in rows if one.story_id is None]
    if rest:
        yield "of no story", rest


def _pages(case: Case) -> Mapping[str, Sequence[str]]:
    """Event -> the paths of the pages that tell it."""
    paths = case.table("articles").select("path", article_id="id")
    told = case.table("mentions").filter(pl.col("event_id").is_not_null())
    held = told.select("event_id", "article_id").unique().join(paths, on="article_id")
    grouped = held.sort("path").group_by("event_id", maintain_order=True).agg("path")
    return dict(grouped.iter_rows())


def _on(event: Event, pages: Mapping[str, Sequence[str]]) -> str:
    held = pages.get(event.id, ())
    more = f" and {len(held) - _PAGES} more" if len(held) > _PAGES else ""
    known = reporters(event.reporters_min, event.reporters_max)
    return f"{count(event.carriers, 'page')} · {known}: {', '.join(held[:_PAGES])}{more}"


def _day(event: Event, moment: Moment, events: Mapping[str, Event]) -> str:
    if event.date and not event.date_how.startswith("disputed"):
        return likely(event) + short(day_of(event.first), day_of(event.last))
    return when(event, moment, dict(events))


def _cut(text: str, width: int) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= width else folded[: width - 1] + "…"
