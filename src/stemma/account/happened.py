"""Mentions -> events: reports that copies share first, then those of one happening by the learnt scorer."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from stemma.account.copied import Report, copies_of
from stemma.account.deeds import Contexts, Deed
from stemma.account.doers import ids_of, sides_of
from stemma.account.grounds import Grounds
from stemma.account.same import same_events
from stemma.account.slots import commonest, shared, told, when
from stemma.account.telling import Telling, Wanted, best_telling
from stemma.model import (
    Actor,
    Archetype,
    Event,
    Mention,
    Names,
    Quote,
    Sentence,
    Timex,
    Witness,
    group_id,
)
from stemma.text.called import called
from stemma.text.countries import compared, nations


@dataclass(frozen=True)
class Happenings:
    """What events are made from. `words`: text of a sentence -> its telling words."""

    mentions: Mapping[str, Mention]
    reports: Sequence[Report]
    sentences: Mapping[str, Sentence]
    headlines: frozenset[str]
    words: Mapping[str, Mapping[str, int]]
    witnesses: Sequence[Witness]
    archetypes: Sequence[Archetype]
    quotes: Sequence[Quote]
    actors: Mapping[str, Actor]
    times: Mapping[str, Timex]
    grounds: Grounds

    @cached_property
    def speakers(self) -> dict[str, str]:
        """Mention -> who says the quote that it stands in."""
        names = {q.id: self._name(q) for q in self.quotes}
        found = {m.id: names.get(m.quote_id or "", "") for m in self.mentions.values()}
        return {mention: name for mention, name in found.items() if name}

    def _name(self, quote: Quote) -> str:
        actor = self.actors.get(quote.actor_id or "")
        return actor.name if actor else called(quote.speaker or "")


class Found(NamedTuple):
    """Events in order of id, and mention -> its event."""

    events: list[Event]
    event_of: dict[str, str]


def events_of(given: Happenings) -> Found:
    """The events of all stories."""
    groups = copies_of(given.reports, given.witnesses)
    contexts = Contexts(given.words)
    wholes = _Wholes(given, contexts)
    by_story: dict[str, list[Deed]] = defaultdict(list)
    held = {group[0].id: group for group in groups}
    key_of = {report.id: group[0].id for group in groups for report in group}
    for group in groups:
        after = {key_of[one] for report in group for one in report.after if one in key_of}
        by_story[group[0].story_id].append(_deed(group, after, given, contexts, wholes))
    maker = _Maker(given)
    events: list[Event] = []
    event_of: dict[str, str] = {}
    for _, deeds in sorted(by_story.items()):
        for same in same_events(deeds):
            copies = [held[deed.key] for deed in same]
            event = maker.event(copies)
            events.append(event)
            event_of |= {report.id: event.id for group in copies for report in group}
    return Found(sorted(events, key=lambda event: event.id), event_of)


class _Wholes:
    """The weighted words of articles."""

    def __init__(self, given: Happenings, contexts: Contexts) -> None:
        self._contexts = contexts
        self._texts: dict[str, list[str]] = defaultdict(list)
        for _, sentence in sorted(given.sentences.items()):
            self._texts[sentence.article_id].append(sentence.text)
        self._known: dict[str, dict[str, float]] = {}

    def of(self, article: str) -> dict[str, float]:
        """Those of an article, weighted once."""
        if article not in self._known:
            self._known[article] = self._contexts.of_article(self._texts[article])
        return self._known[article]


def _deed(
    group: Sequence[Report],
    after: Iterable[str],
    given: Happenings,
    contexts: Contexts,
    wholes: _Wholes,
) -> Deed:
    """What copies of one report share, by their commonest wording. `after`: keys of reports before it."""
    text = commonest(one.sentence for one in group) or group[0].sentence
    mentions = [given.mentions[one.id] for one in group]
    heads = shared([one.heads for one in group])
    dated = when(mentions, given.times)
    places = [compared(one.place) for one in mentions if one.place]
    manner = shared([one.manner for one in group])
    return Deed(
        key=group[0].id, page=group[0].article_id, lemmas=frozenset(heads),
        type=commonest(one.type for one in mentions), who=frozenset(shared([one.who for one in group])),
        whom=frozenset(shared([one.whom for one in group])),
        place=frozenset(word for place in places for word in place),
        days=(dated.first, dated.last) if dated.is_sure else (None, None),
        ahead=_mostly(one.time == "future" for one in mentions),
        denied=_mostly(one.polarity == "negative" for one in mentions),
        context=contexts.of(text, heads), near=contexts.of_words(shared([one.near for one in group])),
        article=wholes.of(group[0].article_id), many=_mostly(one.many for one in group),
        lands=_lands(group, given.actors), struck=_struck(mentions, group, given.actors),
        persons=_named_as("person", group, given.actors),
        bodies=_named_as("organisation", group, given.actors),
        after=frozenset(after), manner=frozenset(manner), mode=commonest(one.mode for one in mentions),
        said=frozenset(shared([one.said for one in group])), sentence=text,
    )  # fmt: skip


def _lands(group: Sequence[Report], actors: Mapping[str, Actor]) -> frozenset[str]:
    """The countries of those who do what a report tells of, also by an adjective (`a Danish strike`)."""
    named = _countries(shared([one.who for one in group]), actors)
    return named or _nations(shared([one.manner for one in group]))


def _struck(
    mentions: Iterable[Mention], group: Sequence[Report], actors: Mapping[str, Actor]
) -> frozenset[str]:
    """The countries of those whom it is done to, also by an adjective (`a Danish base`)."""
    named = _countries(shared([one.whom for one in group]), actors)
    words = [tuple(word for party in one.recipients for word in party.split()) for one in mentions]
    return named or _nations(shared(words))


def _countries(names: Iterable[str], actors: Mapping[str, Actor]) -> frozenset[str]:
    known = (actors.get(name) for name in names)
    return frozenset(one.country for one in known if one is not None and one.country)


def _nations(words: Iterable[str]) -> frozenset[str]:
    """The countries that words name, as themselves or by their people."""
    said = (nations().get(compared(word)) for word in words)
    return frozenset(one.code for one in said if one is not None and one.how in ("people", "name"))


def _named_as(kind: str, group: Sequence[Report], actors: Mapping[str, Actor]) -> frozenset[str]:
    """The actors of a kind on either side of what a report tells of."""
    sides = (*shared([one.who for one in group]), *shared([one.whom for one in group]))
    return frozenset(name for name in sides if name in actors and actors[name].kind == kind)


def _mostly(found: Iterable[bool]) -> bool:
    return Counter(found).most_common(1)[0][0]


class _Maker:
    """Makes events of groups of copied reports."""

    def __init__(self, given: Happenings) -> None:
        self._given = given
        self._families: dict[str, list[Witness]] = defaultdict(list)
        for witness in given.witnesses:
            self._families[witness.sentence_id].append(witness)
        speech = frozenset(quote.id for quote in given.quotes if quote.kind == "direct")
        self._telling = Telling(
            given.sentences, given.headlines, speech, given.archetypes, self._families
        )

    def event(self, copies: Sequence[Sequence[Report]]) -> Event:
        """The event that some reports share, each with its copies."""
        given = self._given
        reports = [one for group in copies for one in group]
        mentions = [given.mentions[one.id] for one in reports]
        # One vote for each report, however often it was copied.
        votes = [self._vote(group) for group in copies]
        kind = commonest(one.type for one in votes)
        days, said = when(mentions, given.times), told(mentions, given.speakers, kind)
        sentences = frozenset(one.sentence_id for one in reports)
        found, bases = given.grounds.of(sentences)
        families = {w.family_id for s in sentences for w in self._families.get(s, ())}
        typed = [one for one in votes if one.type == kind]
        place = commonest(one.place for one in votes)
        nation = nations().get(compared(place or ""))
        who, whom = sides_of(votes, kind)
        best = best_telling(
            mentions, self._telling, Wanted(kind, said.status, who, (days.first, days.last))
        )
        # Two who talk with each other need nobody else.
        alone = kind == "CONSULT" and len(who) > 1
        sides = [
            self._side(who, best, 0),
            _Side((), ()) if alone and not whom else self._side(whom, best, 1),
        ]
        doing, done_to = sides[0], sides[1].less(sides[0])
        told_in = given.sentences[best.sentence_id]
        return Event(
            id=group_id("event", [one.id for one in reports]), story_id=reports[0].story_id,
            type=kind, mode=commonest(one.mode for one in typed),
            contexts=shared([one.contexts for one in typed]),
            cameo=commonest(one.cameo for one in typed),
            predicate=commonest(one.predicate for one in typed) or votes[0].predicate,
            actors=doing.names, actor_ids=doing.ids, recipients=done_to.names, recipient_ids=done_to.ids,
            place=place, country=nation.code if nation else None, date=days.date, first=days.first,
            last=days.last, date_how=days.how, status=said.status, said_by=said.said_by,
            denied_by=said.denied_by, mentions=len(reports),
            family_ids=tuple(sorted(families)), carriers=found.carriers, texts=found.texts,
            reporters_min=found.least, reporters_max=found.most, reporters=found.names, bases=bases,
            article_id=told_in.article_id, start=told_in.start, end=told_in.end,
            how="; ".join([_joined(copies), *found.reasons]), text=told_in.text,
        )  # fmt: skip

    def _vote(self, group: Sequence[Report]) -> Mention:
        """The mention that speaks for a report and its copies: one that is typed as most are."""
        mentions = [self._given.mentions[one.id] for one in group]
        kind = commonest(one.type for one in mentions)
        return min((one for one in mentions if one.type == kind), key=_fullest, default=mentions[0])

    def _side(self, ids: Names, best: Mention, side: int) -> "_Side":
        """Who stands on one side of the deed: the actors that most reports name, else whom the one that is
        shown names."""
        ids = ids or ids_of(best, side)
        names = tuple(self._given.actors[one].name for one in ids if one in self._given.actors)
        return _Side(names or (best.actors, best.recipients)[side], ids)


class _Side(NamedTuple):
    """The names of one side, and the ids of those that are actors."""

    names: Names
    ids: Names

    def less(self, other: "_Side") -> "_Side":
        """Without those of another side: nobody does a thing to himself alone."""
        return _Side(
            tuple(one for one in self.names if one not in other.names),
            tuple(one for one in self.ids if one not in other.ids),
        )


def _fullest(one: Mention) -> tuple[int, int, str]:
    """The order of mentions by how much they know."""
    known = bool(one.actors) + bool(one.recipients) + bool(one.place) + bool(one.first or one.last)
    return -known, -len(one.actor_ids) - len(one.recipient_ids), one.id


def _joined(copies: Sequence[Sequence[Report]]) -> str:
    """Why the mentions are one."""
    copied = sum(len(group) - 1 for group in copies)
    parts = [f"{len(copies)} reports in their own words" if len(copies) > 1 else "one report"]
    if copied:
        parts.append(f"{copied} copies of {'these' if len(copies) > 1 else 'it'}")
    return " and ".join(parts)
