"""When a story was told, as far as the dates of its pages and the days that these name show it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from stemma.times.anchor import Anchor
from stemma.times.pages import Line, Page, has_weekday
from stemma.times.values import UNKNOWN, yearly

FEWEST = 4  # distinct texts with a date by which the beginning of a story is known
SHARE = 0.5  # and so much of all its texts: the oldest may be one of those that have none
BEFORE = 4  # days before its first date on which a story may begin
MONTH = 31  # days around what is known of a story within which it is told, if no more is known
_BEFORE, _MONTH, _WEEK = (timedelta(days=n) for n in (BEFORE, MONTH, 7))


class Span(NamedTuple):
    """The days between which a story was told. `begun`: whether `first` is its beginning, rather than a
    month before what is known; `why`: what shows it."""

    first: date
    last: date
    begun: bool
    why: str

    @property
    def anchor(self) -> Anchor:
        """The same as an anchor."""
        return Anchor(self.first, self.last)


Held = tuple[date, str]  # a day, and the article or the sentence that shows it


def spans(pages: Sequence[Page]) -> dict[str, Span]:
    """Story -> when it was told; only of stories of which something is known."""
    lines: dict[str, list[Line]] = defaultdict(list)
    dated: dict[str, set[Held]] = defaultdict(set)
    texts: dict[str, set[str]] = defaultdict(set)
    every: dict[str, set[str]] = defaultdict(set)
    for page in (one for one in pages if not one.again):
        for line in page.lines:
            if line.story is None:
                continue
            lines[line.story].append(line)
            if not line.insert:
                every[line.story].add(page.text)
            if page.latest and not line.insert:
                dated[line.story].add((page.latest, page.article_id))
                texts[line.story].add(page.text)
    found = {}
    for story, held in lines.items():
        enough = len(texts[story]) >= max(FEWEST, SHARE * len(every[story]))
        span = _dated(dated[story], enough, held) if dated[story] else _named(held)
        if span:
            found[story] = span
    return found


def _dated(held: set[Held], enough: bool, lines: Sequence[Line]) -> Span:
    """By the dates of its pages, and by what these tell of as earlier. `enough`: whether so many have a date
    that no older one is likely."""
    (first, holder), (last, _) = min(held), max(held)
    if not enough:
        why = f"{holder}, a page of its story, is of {first}"
        return Span(first - _MONTH, last, False, why)
    early = {day for line in lines for day in _before(line, first)}
    why = f"no page of its story is older than {holder}, of {first}"
    if early and min(early)[0] < first - _BEFORE:
        day, sentence = min(early)
        return Span(day, last, True, f"{why}, and none tells of days before {day} ({sentence})")
    return Span(first - _BEFORE, last, True, why)


def _before(line: Line, first: date) -> list[Held]:
    """Days in the month before the first page that a line tells of: by their dates, or as of last week."""
    found = [one.first for one in line.days if one.first]
    for one in line.bare:
        if one.how == "unknown" and one.value.startswith("XXXX-") and one.value[5:6].isdigit():
            head = one.value.partition("T")[0]
            near = yearly(int(head[5:7]), int(head[8:]), [first]) if len(head) == 10 else []
            found += [day for _, day in near[:1]]
        elif one.text.casefold().startswith("last ") and (
            one.value == UNKNOWN["week"] or has_weekday(one.text)
        ):
            found.append(first - timedelta(days=first.weekday()) - _WEEK)
    return [(day, line.sentence.id) for day in found if first - _MONTH <= day < first]


def _named(lines: Sequence[Line]) -> Span | None:
    """By days that are named with their weekdays, which is how news of these days are told."""
    held = {
        (one.first, line.sentence.id)
        for line in lines
        for one in line.days
        if one.first and has_weekday(one.text)
    }
    if not held:
        return None
    (first, holder), (last, _) = min(held), max(held)
    if last - first > _MONTH:
        return None
    why = f"a page of its story says {first:%A} {first} ({holder})"
    return Span(first - _MONTH, last + _MONTH, False, why)
