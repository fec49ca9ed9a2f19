"""Mentions -> events: reports that copies share first, then those of one happening by the learnt scorer."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from stemma.account.copied import Report
from stemma.account.deeds import Contexts, Deed
from stemma.account.facing import facing
from stemma.account.fresh import Fresh, SaidOn
from stemma.account.grounds import Grounds
from stemma.account.kinds import SEALED
from stemma.account.originals import Originals
from stemma.account.participants import filled, ids_of, participants_of
from stemma.account.same import same_events
from stemma.account.slots import (
    HAPPENED,
    commonest,
    compared_type,
    shared,
    told,
    type_of,
    when,
)
from stemma.account.telling import Telling, Wanted, best_telling
from stemma.account.voiced import voiced
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
from stemma.text.countries import compared, nation_named


@dataclass(frozen=True)
class Happenings:
    """What events are made from. `words`: text of a sentence -> its telling words; `said_on`: sentence -> the
    days on which it was said, where they are known."""

    mentions: Mapping[str, Mention]
    reports: Sequence[Report]
    sentences: Mapping[str, Sentence]
    headlines: frozenset[str]
    words: Mapping[str, Mapping[str, int]]
    originals: Originals
    witnesses: Sequence[Witness]
    archetypes: Sequence[Archetype]
    quotes: Sequence[Quote]
    actors: Mapping[str, Actor]
    times: Mapping[str, Timex]
    grounds: Grounds
    said_on: Mapping[str, SaidOn]

    @cached_property
    def fresh(self) -> Fresh:
        """What dates events that no report dates."""
        news = frozenset(one.id for one in self.reports if one.news)
        passing = {one.id: one.passing for one in self.reports}
        return Fresh(self.said_on, news, self.times.values(), passing)

    @cached_property
    def names(self) -> dict[str, dict[str, str]]:
        """Story -> names of one word in small letters -> the only actor of that name: it tells whom a party
        means of which that was not seen."""
        held: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for actor in self.actors.values():
            for name in (actor.name, *actor.aliases):
                if name[:1].isupper() and " " not in name and actor.story_id:
                    held[actor.story_id][name.casefold()].add(actor.id)
        return {
            story: {name: min(ids) for name, ids in names.items() if len(ids) == 1}
            for story, names in held.items()
        }

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


class Copied(NamedTuple):
    """A report with its copies: those that count, the one that speaks for all, and those that have a voice,
    it among them; `silent`: the copies that only pages have which repeat another one."""

    all: Sequence[Report]
    speaker: Report
    voices: Sequence[Report]
    silent: Sequence[str]


class Deeds(NamedTuple):
    """Story -> its reports as they are compared, and the report that speaks for its copies by its key."""

    by_story: dict[str, list[Deed]]
    held: dict[str, Copied]


def events_of(given: Happenings) -> Found:
    """The events of all stories."""
    by_story, held = compared_in(given)
    maker = _Maker(given)
    events: list[Event] = []
    event_of: dict[str, str] = {}
    for _, deeds in sorted(by_story.items()):
        for same in same_events(deeds):
            copies = [held[deed.key] for deed in same]
            event = maker.event(copies)
            events.append(event)
            event_of |= {report.id: event.id for group in copies for report in group.all}
            event_of |= {name: event.id for group in copies for name in group.silent}
    return Found(sorted(events, key=lambda event: event.id), event_of)


def compared_in(given: Happenings) -> Deeds:
    """The reports of all stories, copies as one, and how each is compared with others."""
    known = given.originals
    found = voiced(given.reports, given.witnesses, known, given.mentions)
    silent: dict[str, list[str]] = defaultdict(list)
    for copy, of in found.copied.items():
        silent[of].append(copy)
    groups = [_copied(group, given, silent) for group in found.groups]
    contexts = Contexts(given.words, given.originals.texts())
    wholes = _Wholes(given, contexts)
    by_story: dict[str, list[Deed]] = defaultdict(list)
    key_of = {report.id: group.speaker.id for group in groups for report in group.all}
    for group in groups:
        one = group.speaker._replace(
            after=_keys(group.speaker.after, key_of), again=_keys(group.speaker.again, key_of)
        )
        by_story[one.story_id].append(_deed(one, given, contexts, wholes))
    return Deeds(by_story, {group.speaker.id: group for group in groups})


def _copied(
    group: Sequence[Report], given: Happenings, silent: Mapping[str, Sequence[str]]
) -> Copied:
    speaker = given.originals.speaker(group, given.mentions)
    voices = [speaker, *given.originals.others(speaker, group)]
    return Copied(
        group, speaker, voices, [name for one in group for name in silent.get(one.id, ())]
    )


class _Wholes:
    """The weighted words of articles, each sentence in the words of its original."""

    def __init__(self, given: Happenings, contexts: Contexts) -> None:
        self._contexts = contexts
        self._texts: dict[str, list[str]] = defaultdict(list)
        for _, sentence in sorted(given.sentences.items()):
            self._texts[sentence.article_id].append(given.originals.text(sentence))
        self._known: dict[str, dict[str, float]] = {}

    def of(self, article: str) -> dict[str, float]:
        """Those of an article, weighted once."""
        if article not in self._known:
            self._known[article] = self._contexts.of_article(self._texts[article])
        return self._known[article]


def _keys(reports: Iterable[str], key_of: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of those reports that are compared."""
    return tuple(sorted({key_of[one] for one in reports if one in key_of}))


def _deed(one: Report, given: Happenings, contexts: Contexts, wholes: _Wholes) -> Deed:
    """A report as it is compared, which names others by their keys."""
    mention = given.mentions[one.id]
    names = given.names.get(one.story_id, {})
    one = one._replace(
        who=tuple(names.get(key, key) for key in one.who),
        whom=tuple(names.get(key, key) for key in one.whom),
    )
    dated = when([mention], given.times)
    return Deed(
        key=one.id, page=one.article_id, lemmas=frozenset(one.heads), type=compared_type(mention),
        who=frozenset(one.who), whom=frozenset(one.whom), place=frozenset(compared(mention.place or "")),
        days=(dated.first, dated.last) if dated.is_sure else (None, None),
        ahead=mention.time == "future", denied=mention.polarity == "negative",
        context=contexts.of(one.sentence, one.heads), near=contexts.of_words(one.near),
        article=wholes.of(one.article_id), many=one.many, lands=_lands(one, given.actors),
        struck=_struck(one, mention, given.actors), persons=_named_as("person", one, given.actors),
        bodies=_named_as("organisation", one, given.actors), after=frozenset(one.after),
        again=frozenset(one.again),
        manner=frozenset(one.manner), mode=mention.mode, said=frozenset(one.said),
        crowds=_crowds(one, mention), alone=_alone(one, mention), sentence=one.sentence,
    )  # fmt: skip


def _lands(report: Report, actors: Mapping[str, Actor]) -> frozenset[str]:
    """The countries of those who do what a report tells of, also by an adjective (`a Danish strike`)."""
    return _countries(report.who, actors) or _nations(report.manner)


def _crowds(report: Report, mention: Mention) -> frozenset[str]:
    """Those who do it and are no actor, where the words have their plural: `the miners warned`."""
    last = {party.split()[-1].casefold() for party in mention.actors}
    return frozenset(one for one in report.who if {f"{one}s", f"{one}es"} & last)


def _alone(report: Report, mention: Mention) -> frozenset[str]:
    """Those whom it is done to and who are no actor, where the words have their singular: `shot a guard`."""
    last = {party.split()[-1].casefold() for party in mention.recipients}
    return frozenset(one for one in report.whom if one in last)


def _struck(report: Report, mention: Mention, actors: Mapping[str, Actor]) -> frozenset[str]:
    """The countries of those whom it is done to, also by an adjective (`a Danish base`)."""
    words = [word for party in mention.recipients for word in party.split()]
    return _countries(report.whom, actors) or _nations(words)


def _countries(names: Iterable[str], actors: Mapping[str, Actor]) -> frozenset[str]:
    known = (actors.get(name) for name in names)
    return frozenset(one.country for one in known if one is not None and one.country)


def _nations(words: Iterable[str]) -> frozenset[str]:
    """The countries that words name, as themselves or by their people."""
    said = map(nation_named, words)
    return frozenset(one.code for one in said if one is not None and one.how in ("people", "name"))


def _named_as(kind: str, report: Report, actors: Mapping[str, Actor]) -> frozenset[str]:
    """The actors of a kind on either side of what a report tells of."""
    sides = (*report.who, *report.whom)
    return frozenset(name for name in sides if name in actors and actors[name].kind == kind)


class _Maker:
    """Makes events of groups of copied reports."""

    def __init__(self, given: Happenings) -> None:
        self._given = given
        self._families: dict[str, list[Witness]] = defaultdict(list)
        for witness in given.witnesses:
            self._families[witness.sentence_id].append(witness)
        self._families_of = {
            sentence: frozenset(one.family_id for one in given.originals.inside(sentence))
            for sentence in self._families
        }
        speech = frozenset(quote.id for quote in given.quotes if quote.kind == "direct")
        self._telling = Telling(
            given.sentences,
            given.headlines,
            speech,
            given.archetypes,
            {sentence: given.originals.inside(sentence) for sentence in self._families},
            given.originals,
        )

    def event(self, copies: Sequence[Copied]) -> Event:
        """The event that some reports share, each with its copies."""
        given = self._given
        reports = [one for group in copies for one in group.all]
        # One vote for each report, however often it was copied.
        votes = [self._vote(group) for group in copies]
        voices = [given.mentions[one.id] for group in copies for one in group.voices]
        kind = type_of(votes)
        against = any(facing(voices, self._families_of))
        sealed = any(not SEALED.isdisjoint(one.predicate.split(" ")) for one in votes)
        denied = None if sealed else kind
        days, said = when(voices, given.times), told(voices, given.speakers, denied, against)
        if not (days.first or days.last) and said.status in HAPPENED:
            days = given.fresh.when([given.mentions[one.id] for one in reports]) or days
        silent = [given.mentions[name].sentence_id for group in copies for name in group.silent]
        sentences = frozenset([*(one.sentence_id for one in reports), *silent])
        found = given.grounds.of(sentences).footing
        bases = given.grounds.of(frozenset(one.sentence_id for one in voices)).bases
        families = {w.family_id for s in sentences for w in self._families.get(s, ())}
        typed = [one for one in votes if one.type == kind]
        place = commonest(one.place for one in votes)
        nation = nation_named(place or "")
        who, whom = participants_of(votes, kind)
        best = best_telling(
            votes, self._telling, Wanted(kind, said.status, who, (days.first, days.last))
        )
        doing, done_to = self._side(who, best, 0), self._side(whom, best, 1)
        # Two who talk with each other need nobody else.
        done_to = (
            _NOBODY if kind == "CONSULT" and len(who) > 1 and not whom else done_to.less(doing)
        )
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
            denied_by=said.denied_by, mentions=len(reports) + len(silent),
            family_ids=tuple(sorted(families)), carriers=found.carriers, texts=found.texts,
            reporters_min=found.least, reporters_max=found.most, reporters=found.names, bases=bases,
            article_id=told_in.article_id, start=told_in.start, end=told_in.end,
            how="; ".join([_joined(copies), *found.reasons]), text=told_in.text,
        )  # fmt: skip

    def _vote(self, group: Copied) -> Mention:
        """What a report says: the copy that speaks for it, with whom others name where that was read to name
        nobody (a dateline in front may be in the way), or where words of it were exchanged."""
        known = self._given.originals
        speaks = self._of_somebody(self._given.mentions[group.speaker.id])
        own = [one for one in group.all if not known.repeats(one.article_id)]
        read = [(self._of_somebody(self._given.mentions[one.id]), one) for one in own]
        alike = [(said, one) for said, one in read if said.type == speaks.type]
        changed = [known.standing(one.sentence_id)[0] for _, one in alike]
        trust = [1 / (1 + count) for count in changed]
        exchanged = known.standing(group.speaker.sentence_id)[0] > 0
        return filled(speaks, [said for said, _ in alike], trust if exchanged else None)

    def _of_somebody(self, one: Mention) -> Mention:
        """A mention without the towns that only tell which deed it is: `the Lund truce` is nobody's,
        `Lund offered to mediate` is Lund's."""
        known = [self._given.actors.get(name) for name in one.actor_ids]
        text = self._given.sentences[one.sentence_id].text
        towns = [
            at is not None
            and at.kind == "place"
            and not at.country
            and f"{said} {one.text}" in text
            for at, said in zip(known, one.actors, strict=False)
        ]
        if not one.how.startswith("noun") or not any(towns) or len(one.actors) != len(known):
            return one
        left = [n for n, town in enumerate(towns) if not town]
        return replace(
            one, actors=tuple(one.actors[n] for n in left),
            actor_ids=tuple(one.actor_ids[n] for n in left),
        )  # fmt: skip

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


_NOBODY = _Side((), ())


def _joined(copies: Sequence[Copied]) -> str:
    """Why the mentions are one."""
    copied = sum(len(group.all) - 1 + len(group.silent) for group in copies)
    parts = [f"{len(copies)} reports in their own words" if len(copies) > 1 else "one report"]
    if copied:
        parts.append(f"{copied} copies of {'these' if len(copies) > 1 else 'it'}")
    return " and ".join(parts)
