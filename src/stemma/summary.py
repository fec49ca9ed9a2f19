"""What a build has to say on the terminal, and why a table has no rows."""

from collections.abc import Iterable, Iterator, Sequence

import polars as pl

from stemma.case import Case
from stemma.frames import records_of
from stemma.model import Conflict, Event
from stemma.remarks import count, direction
from stemma.report.days import NO_DAY, day_of, short
from stemma.report.deeds import HAPPENS, likely
from stemma.report.disputes import grouped, is_real
from stemma.report.words import reporters

_MOST = 3  # statements, and stories, named
_EVENTS = 2  # of a story, with a day
_WIDTH, _NARROW = 150, 110
_STANDING = {
    "attributed": "with their speaker",
    "restored": "whose speaker another page names",
    "orphan": "without a speaker",
    "disputed": "with a speaker in dispute",
}


def summary(case: Case) -> str:
    """The case in a few lines: the run's remarks, its stories, and what most pages carry."""
    run = case.run() or {"remarks": []}
    lines = list(run["remarks"])
    if "stories" in case.tables():
        lines.extend(_stories(case))
    if "quotes" in case.tables():
        lines.append(quotations(case))
    if "statements" in case.tables():
        lines.extend(_most_carried(case))
    if "timeline" in case.tables():
        lines.extend(_happened(case))
    lines.append(f"Case: {case.path}   Next: stemma report {case.path}")
    return "\n".join(lines) + "\n"


def footing(row: dict[str, object]) -> str:
    """A statement's footing in words; never one number."""
    least, most = row["reporters_min"], row["reporters_max"]
    names = row["reporters"] or []
    assert isinstance(names, list)
    known = ", ".join(map(str, names)) or "none named"
    return (
        f"{count(int(str(row['carriers'])), 'page')} · {count(int(str(row['texts'])), 'text')} · "
        f"reporters at least {least}, at most {most} ({known})"
    )


def quotations(case: Case) -> str:
    """How many quotations there are, and of how many the speaker is known, in a sentence."""
    quotes = case.table("quotes")
    quoted = quotes.filter(pl.col("kind") != "indirect")
    claims = count(len(quotes) - len(quoted), "reported claim")
    if quoted.is_empty():
        return f"No quotation, {claims}."
    held = dict(quoted.group_by("status").len().iter_rows())
    said = ", ".join(
        f"{held[status]:,} {how}" for status, how in _STANDING.items() if status in held
    )
    return f"{count(len(quoted), 'quotation')}: {said}; {claims} besides."


def why_empty(case: Case, table: str, story: str | None = None) -> str:
    """Why a table has nothing to show."""
    if story is not None and len(case.table(table)):
        return f"The story '{story}' has no rows in '{table}'."
    if table == "failures":
        return "Nothing failed: every file and record was used."
    said = (case.run() or {"remarks": []})["remarks"]
    return f"The table '{table}' is empty. {' '.join(said)}"


def _happened(case: Case) -> Iterator[str]:
    """Of the stories that most pages tell, what happened by the event to read first and the best-supported
    ones with a date, and on how much their tellings disagree."""
    stories = case.table("stories").sort(["carriers", "id"], descending=[True, False]).head(_MOST)
    several = len(stories) > 1
    titles = list(stories.select("id", "title").iter_rows())
    found = {story: list(_account(case, story, title, several)) for story, title in titles}
    if any(found.values()):
        yield "What happened, by the best-supported events:"
    for story, title in titles:
        if found[story] and several:
            yield f"  {_cut(title)}"
        yield from found[story]


def _account(case: Case, story: str, title: str, several: bool) -> Iterator[str]:
    for one in sorted(_first(_happening(case, story), title), key=_in_time):
        known = reporters(one.reporters_min, one.reporters_max)
        about = [one.status if one.status != "done" else "", count(one.carriers, "page"), known]
        yield f"  {_day(one)}: «{_cut(one.text, _NARROW)}» {' · '.join(filter(None, about))}"
    rows = records_of(Conflict, case.table("conflicts").filter(pl.col("story_id") == story))
    real = sum(is_real(held) for held in grouped(rows))
    if real:
        where = f" --story {story}" if several else ""
        yield f"  {count(real, 'disagreement')}: stemma show {case.path} conflicts{where}"


def _first(events: Sequence[Event], title: str) -> list[Event]:
    """The first event to read, whether its day is known or not, unless the title of the story tells it; and
    the first of those with a day."""
    once = list(_each_text_once(events))
    dated = [one for one in once if one.date][:_EVENTS]
    first = [one for one in once[:1] if one not in dated and one.text != title]
    return [*first, *dated]


def _in_time(event: Event) -> tuple[bool, str, int, str]:
    """The order of days: of those that end on one day the shortest span first, what has no day last."""
    first, last = (day_of(day) for day in (event.first, event.last))
    days = (last - first).days if event.date and first and last else 0
    return not event.date, event.last or event.first or "", days, event.id


def _day(event: Event) -> str:
    known = event.date is not None
    return likely(event) + short(day_of(event.first), day_of(event.last)) if known else NO_DAY


def _each_text_once(events: Iterable[Event]) -> Iterator[Event]:
    """Of events that one sentence tells, the first."""
    texts = set[str]()
    for event in events:
        if event.text not in texts:
            texts.add(event.text)
            yield event


def _happening(case: Case, story: str) -> list[Event]:
    """The events of a story that happen, what is to be read first first, as in the report."""
    kept = (pl.col("story_id") == story) & pl.col("status").is_in(HAPPENS)
    events = case.table("events").filter(kept)
    ranks = case.table("timeline").select("rank", id="event_id")
    ordered = events.join(ranks, on="id").sort("rank").select(events.columns)
    return records_of(Event, ordered)


def _stories(case: Case) -> Iterator[str]:
    stories = case.table("stories").sort(["carriers", "id"], descending=[True, False])
    for row in stories.head(_MOST).iter_rows(named=True):
        yield f"  {count(row['carriers'], 'page')}, {count(row['texts'], 'text')}: {_cut(row['title'])}"
    if len(stories) > _MOST:
        yield f"  and {len(stories) - _MOST} more: stemma show {case.path} stories"


def _most_carried(case: Case) -> Iterator[str]:
    shared = case.table("statements").filter(pl.col("carriers") > 1)
    ranked = shared.sort(["carriers", "id"], descending=[True, False])
    if len(ranked):
        yield "Most carried:"
    for row in ranked.head(_MOST).iter_rows(named=True):
        yield f"  «{_cut(row['text'])}»"
        yield f"     {footing(row)}{_direction(case, row['family_id'])}"


def _direction(case: Case, family: str) -> str:
    """Of how many copies of a family it is decided what they were copied from, if it has any."""
    copies = case.table("copies").filter(pl.col("family_id") == family)
    decided = int((copies["direction"] == "forward").sum())
    return f" · {direction(decided, len(copies))}" if len(copies) else ""


def _cut(text: str, width: int = _WIDTH) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= width else folded[: width - 1] + "…"
