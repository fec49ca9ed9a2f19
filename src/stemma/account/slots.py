"""What the reports of one event say of it: type, who and whom, where, when, and whether it happened."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from stemma.account.bases import ranking
from stemma.account.kinds import OF_WORDS
from stemma.account.parties import is_of_pronouns
from stemma.model import ACCIDENT, Mention, Names, Timex
from stemma.text.unsaid import WEEKDAY

# The statuses of an event, the strongest first.
DONE, GOING_ON, PLANNED, ASKED, POSSIBLE, NOT_DONE = (
    "done", "going on", "planned", "asked for", "possible", "not done",
)  # fmt: skip
STATUSES = (DONE, GOING_ON, PLANNED, ASKED, POSSIBLE, NOT_DONE)
DISPUTED = "disputed"
HAPPENED = (DONE, GOING_ON)
_HALF = 0.5
_THIRD = 1 / 3


# What says of the noun of a deed that the deed is not done; anything else that is said no to beside it may be
# about something else (`did not go to the talks`).
_UNDONE = frozenset(
    "no denied failed veto block prevent avoid cancel cancelled canceled avert averted foil foiled thwart "
    "thwarted abort aborted rule doubt".split()
) | {"never happened"}
# Rules by which a sentence says plainly that a deed was not done. `If`, `can`, `an order`, `failure to`,
# `would have` say something else.
PLAIN = frozenset(
    ("not", "never", "never happened", "no", "nobody", "denied", "deny", "it was not")
)
_BELIEVED = frozenset("believe think suspect presume assume suspected presumed".split())


def status_of(mention: Mention) -> str:
    """The status that one mention gives to the event."""
    if mention.polarity == "negative":
        return NOT_DONE if _is_undone(mention) else POSSIBLE
    if mention.time == "future":
        if mention.certainty == "unclear" and _is_open(mention):
            return POSSIBLE
        return {"certain": PLANNED, "probable": PLANNED, "unclear": ASKED}.get(
            mention.certainty, POSSIBLE
        )
    if mention.certainty in ("possible", "unclear") or _is_believed(mention):
        return POSSIBLE
    return GOING_ON if mention.time == "present" else DONE


def _is_believed(mention: Mention) -> bool:
    """Whether somebody only thinks so: `is believed to have fled`, `suspected of having fled`."""
    return mention.certainty == "probable" and not _BELIEVED.isdisjoint(rules(mention))


def _is_open(mention: Mention) -> bool:
    """Whether a sentence asks or leaves open if it will be, and nobody asks for it."""
    return rules(mention)[-1] in ("whether", "a question")


def _is_undone(mention: Mention) -> bool:
    if not mention.how.startswith("noun") or any(s.startswith("!") for s in mention.sources):
        return True
    return not _UNDONE.isdisjoint(rules(mention))


def rules(mention: Mention) -> list[str]:
    """The rules that gave a mention its status, in their order."""
    return mention.how.partition("status: ")[2].partition(";")[0].split(", ")


class Told(NamedTuple):
    """Whether an event happened as its mentions have it: by which voices, and who denies it."""

    status: str
    said_by: Names
    denied_by: Names


def is_denial_of_somebody(one: Mention) -> bool:
    """Whether a mention says of somebody that he did not do it, as those have it who deny it. Whether it
    happened is another question."""
    denied = any(source.startswith("!") for source in one.sources)
    return denied and bool(one.actors) and status_of(one) == NOT_DONE


def told(
    mentions: Sequence[Mention],
    speakers: Mapping[str, str],
    kind: str | None = None,
    facing: bool = False,
) -> Told:
    """`speakers`: mention -> who says the quote that it stands in; `kind`: the type of the event; `facing`:
    whether one says of the same that it did not happen, of which another says that it did."""
    found = Counter(status_of(one) for one in mentions)
    saying: Counter[str] = Counter()
    denying: Counter[str] = Counter()
    own = False
    happened = _happened(mentions)
    for one in mentions:
        voice = _voice(one, speakers)
        if status_of(one) == NOT_DONE and not (happened and is_of_pronouns(one)):
            # Who says that somebody tried in vain denies nothing.
            denies = any(source.startswith("!") for source in one.sources) or PLAIN & {*rules(one)}
            denying.update(voice if denies else ())
        elif status_of(one) in HAPPENED:
            own = own or not voice
            saying.update(voice)
    if facing and happened and kind not in OF_WORDS:
        status = DISPUTED
    else:
        done = happened and not _mostly_undone(mentions)
        known = STATUSES if done else [name for name in STATUSES if name not in HAPPENED]
        status = next((name for name in known if found[name]), POSSIBLE)
    return Told(status, () if own else _ranked(saying), _ranked(denying))


def _mostly_undone(mentions: Sequence[Mention]) -> bool:
    """Whether more reports say that it did not happen than that it did, of which none is a voice's denial:
    what a vetoed draft `would have demanded` was not demanded."""
    undone = [one for one in mentions if status_of(one) == NOT_DONE]
    undone = [one for one in undone if not any(s.startswith("!") for s in one.sources)]
    return len(undone) > sum(status_of(one) in HAPPENED for one in mentions)


def _happened(mentions: Sequence[Mention]) -> bool:
    """Whether reports say that it happened. What is only named in passing (`after the inquiry`) as if it had
    counts from a third of the reports on."""
    saying = [one for one in mentions if status_of(one) in HAPPENED]
    told_of = any(one.stands != "aside" for one in saying)
    return told_of or (bool(saying) and len(saying) >= _THIRD * len(mentions))


def _voice(mention: Mention, speakers: Mapping[str, str]) -> list[str]:
    """Who says what a mention says, the innermost; none where the page does."""
    known = speakers.get(mention.id)
    if known:
        return [known]
    said = mention.sources[-1].removeprefix("!") if mention.sources else ""
    # What a relative pronoun or a preposition of the sentence has left before the name.
    first, _, rest = said.partition(" ")
    said = rest if first.casefold() in ("who", "which", "that", "by") and rest else said
    return [said] if said else []


def _ranked(found: Counter[str]) -> Names:
    return ranking([name] for name in found.elements())


_NOBODYS = f"not coded: {ACCIDENT}"


def compared_type(mention: Mention) -> str | None:
    """The type by which reports are compared: what one calls an accident another may not."""
    return "ASSAULT" if _NOBODYS in mention.how else mention.type


def type_of(votes: Sequence[Mention]) -> str | None:
    """The type that most of the reports with one have. Harm that one shows to be an accident, and no other
    to be somebody's deed, is nobody's."""
    kind = commonest(one.type for one in votes)
    nobodys = any(_NOBODYS in one.how for one in votes)
    done = any(one.actors for one in votes if one.type == kind)
    return None if kind == "ASSAULT" and nobodys and not done else kind


def commonest(values: Iterable[str | None]) -> str | None:
    """The value that most have, of equals the least; None where none has any."""
    found = Counter(value for value in values if value)
    return min(found, key=lambda value: (-found[value], value), default=None)


def shared(values: Sequence[Names], more: bool = False) -> Names:
    """What at least half of those that name anything name, the commonest first. `more`: what more than half
    of them name."""
    naming = [names for names in values if names]
    found = Counter(name for names in naming for name in names)
    kept = [
        name for name, count in found.items()
        if count > _HALF * len(naming) or (not more and count == _HALF * len(naming))
    ]  # fmt: skip
    return tuple(sorted(kept, key=lambda name: (-found[name], name)))


LIKELY = "likely"


class When(NamedTuple):
    """The days that an event may lie on. `how`: explicit, relative, likely, disputed or unknown, and what
    shows it; `apart`: whether its mentions exclude each other's days."""

    first: str | None
    last: str | None
    how: str
    apart: bool

    @property
    def is_sure(self) -> bool:
        """Whether no report excludes them, and they are not only likely."""
        return not self.apart and not self.how.startswith(LIKELY)

    @property
    def date(self) -> str | None:
        """The day, or the days `first/last`; None where an end is open."""
        if not self.first or not self.last:
            return None
        return self.first if self.first == self.last else f"{self.first}/{self.last}"


def when(mentions: Sequence[Mention], times: Mapping[str, Timex]) -> When:
    """The days that all dated mentions allow, or those from the first to the last where they exclude each
    other. What is only likely counts where nothing else dates it."""
    dated = [one for one in mentions if one.first or one.last]
    dated = [one for one in dated if not _is_likely(one, times)] or dated
    if not dated:
        return When(None, None, "unknown: no report of it says when", False)
    spans = [_days(one, times) for one in dated]
    first = max((first for first, _ in spans if first), default=None)
    last = min((last for _, last in spans if last), default=None)
    best = min(dated, key=lambda one: (_rank(one, times), one.id))
    likely = _is_likely(best, times)
    if first and last and first > last:
        if likely:
            return When(None, None, "unknown: its reports may be of several weeks", False)
        starts = [one.first for one in dated if one.first]
        ends = [one.last for one in dated if one.last]
        return When(min(starts), max(ends), f"disputed: {_count(dated)} exclude each other", True)
    if likely and len(_weekdays(dated, times)) > 1:
        return When(None, None, "unknown: its reports name different weekdays", False)
    timex = times.get(best.timex_id or "")
    if likely and timex and (first, last) == (timex.first, timex.last) and _is_wide(first, last):
        first = None  # no week is told: it can be said of the later end alone
    how = LIKELY if likely else timex.how if timex else "relative"
    said = f"'{timex.text}' in {best.id}" if timex else best.id
    shown = f"{how}: {said}" + (f", {timex.anchor_how}" if timex and timex.anchor_how else "")
    return When(first, last, shown if first and last else f"{shown}; one end is open", False)


def _weekdays(dated: Sequence[Mention], times: Mapping[str, Timex]) -> set[str]:
    """The weekdays that mentions name of which the day is not known."""
    found = (times.get(one.timex_id or "") for one in dated)
    named = (WEEKDAY.fullmatch(timex.value or "") for timex in found if timex)
    return {match[1] for match in named if match}


def _is_wide(first: str | None, last: str | None) -> bool:
    """Whether two weeks or more lie between two days."""
    if not first or not last:
        return False
    return date.fromisoformat(last) - date.fromisoformat(first) >= timedelta(days=14)


def _days(one: Mention, times: Mapping[str, Timex]) -> tuple[str | None, str | None]:
    """The days of a mention; of the week that its weekday likely means, that day."""
    timex = times.get(one.timex_id or "")
    if timex is None or (one.first, one.last) != (timex.first, timex.last):
        return one.first, one.last  # before it, or since
    return days_of(timex)


def days_of(timex: Timex) -> tuple[str | None, str | None]:
    """The days of an expression of time; of the week that a weekday likely means, that day."""
    named = WEEKDAY.fullmatch(timex.value or "")
    if not named or timex.how != "unknown" or not timex.first or not timex.last:
        return timex.first, timex.last
    first, last = date.fromisoformat(timex.first), date.fromisoformat(timex.last)
    every = (first + timedelta(days=n) for n in range((last - first).days + 1))
    fit = [day.isoformat() for day in every if day.isoweekday() == int(named[1])]
    return (fit[0], fit[0]) if len(fit) == 1 else (timex.first, timex.last)


def _is_likely(one: Mention, times: Mapping[str, Timex]) -> bool:
    """Whether nothing but the week of its story dates it."""
    timex = times.get(one.timex_id or "")
    return timex is not None and timex.how == "unknown"


def _rank(one: Mention, times: Mapping[str, Timex]) -> tuple[bool, bool]:
    timex = times.get(one.timex_id or "")
    return not (one.first and one.first == one.last), timex is None or timex.how != "explicit"


def _count(dated: Sequence[Mention]) -> str:
    days = {f"{one.first or ''}/{one.last or ''}" for one in dated}
    return f"the days of its reports ({', '.join(sorted(days))})"
