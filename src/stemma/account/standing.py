"""Which events of a story to read first: what happened, as pages tell it in their own words, by how many
texts have it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from statistics import median_low

from stemma.model import Event, Mention

_HAPPENS = ("done", "going on", "disputed")
# An event that lies so many days before the story is what went before it.
_LONG_AGO = 365


def ranks(
    events: Iterable[Event], mentions: Mapping[str, Sequence[Mention]], quoted: Collection[str]
) -> dict[str, int]:
    """Event -> its number within its story, from 1. `mentions`: event -> its mentions; `quoted`: ids of
    quotes of whole speech, whose words are nobody's report."""
    by_story: dict[str | None, list[Event]] = {}
    for event in events:
        by_story.setdefault(event.story_id, []).append(event)
    found: dict[str, int] = {}
    for own in by_story.values():
        since = _since(own)
        of = {
            event.id: _standing(event, mentions.get(event.id, ()), quoted, since) for event in own
        }
        found |= {name: n for n, name in enumerate(sorted(of, key=lambda name: of[name]), 1)}
    return found


def _since(events: Sequence[Event]) -> str:
    """The day before which an event went before the story, empty if none has a day."""
    days = [event.last for event in events if event.date and event.last for _ in range(event.texts)]
    if not days:
        return ""
    middle = date.fromisoformat(median_low(days)).toordinal()
    return date.fromordinal(max(middle - _LONG_AGO, 1)).isoformat()


def _standing(
    event: Event, mentions: Sequence[Mention], quoted: Collection[str], since: str
) -> tuple[object, ...]:
    told = [one for one in mentions if one.quote_id not in quoted]
    happens = event.status in _HAPPENS and bool(told)
    before = event.last is not None and event.last < since
    somebody = bool(event.actor_ids or event.recipient_ids)
    told_of = any(one.stands != "aside" for one in told)
    firm = bool(event.type) and somebody and told_of
    grade = (
        3 if not happens else 2 if before or not (event.type or event.date) else 0 if firm else 1
    )
    return (
        grade, -event.texts, -event.carriers, event.date is None, -event.mentions, event.type is None,
        event.id,
    )  # fmt: skip
