"""Where the tellings differ: two values on one slot, and whether that is a disagreement. No vote is taken."""

import re
from calendar import day_name
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from rapidfuzz import fuzz

from stemma.account.altered import NO, told_otherwise
from stemma.account.facing import are_copies, are_done_to_one, facing, tell_of_one
from stemma.account.forces import by_other_forces
from stemma.account.grounds import Ground
from stemma.account.kinds import OF_WORDS, ONLY_SAID, SEALED, TOGETHER
from stemma.account.once import that_exclude_each_other
from stemma.account.parties import PRONOUNS
from stemma.account.reported import reported_differently
from stemma.account.sides import (
    CONFLICTING,
    MOST,
    OTHER_SCOPE,
    UNORDERED,
    Difference,
    Side,
    Slots,
    pairs_of,
)
from stemma.account.slots import DISPUTED, NOT_DONE, is_denial_of_somebody, status_of
from stemma.account.spots import in_other_places
from stemma.account.tolls import figures_that_differ
from stemma.model import Actor, Conflict, Event, Mention, Sentence, key
from stemma.text.unsaid import WEEKDAY

_ALIKE = 60  # percent of words in common from which two names may be of one
_NAMED = re.compile(r"(?<!^)\b[A-Z]|^[A-Z][\w.’'-]+$|^[A-Z]{2,}")


def conflicts_of(slots: Slots) -> list[Conflict]:
    """A row for each two values that differ on one slot, in order of id."""
    numbers = [_of_two_things(one, slots) for one in figures_that_differ(slots)]
    events = list(_of_events(slots))
    known = {(one.slot, pair) for one in events for pair in pairs_of(one)}
    otherwise = [
        one for one in told_otherwise(slots)
        if known.isdisjoint((one.slot, pair) for pair in pairs_of(one))
    ]  # fmt: skip
    found = [
        *numbers, *events, *that_exclude_each_other(slots), *otherwise,
        *reported_differently(slots, [*numbers, *otherwise]),
    ]  # fmt: skip
    rows: dict[str, Conflict] = {}
    for one in found:
        # A sentence does not contradict itself, unless it has two sources: what looks like that is misread.
        if one.told or not set(one.one.sentences) & set(one.other.sentences):
            row = _conflict(one, slots, rows)
            rows[row.id] = row
    return [rows[name] for name in sorted(rows)]


def _of_two_things(one: Difference, slots: Slots) -> Difference:
    """The same, but that figures which the same pages give side by side are of two things: a writer who has
    both does not contradict himself, and versions of one sentence stand on different pages."""
    pages = [
        {slots.grounds.sentences[name].article_id for name in side.sentences}
        for side in (one.one, one.other)
    ]
    if one.told or one.verdict not in (CONFLICTING, UNORDERED) or pages[0] != pages[1]:
        return one
    return one._replace(verdict=OTHER_SCOPE, why="the same pages give both, each of its own")


# -- events ------------------------------------------------------------------------------------------


def _of_events(slots: Slots) -> Iterator[Difference]:
    for event in slots.events:
        mentions = slots.mentions.get(event.id, ())
        if event.type in OF_WORDS and event.predicate.split(" ")[0] not in SEALED:
            # Who denies an accusation denies another thing than that it was made; who denies that she
            # offered to go denies that.
            if event.type in ONLY_SAID - {"ACCUSE"}:
                told = [one for one in mentions if one.how.startswith("verb")]
                yield from _status(event, told, slots)
            continue
        yield from _status(event, mentions, slots)
        if event.date_how.startswith(DISPUTED):
            yield from _dates(event, mentions, slots)
        elif event.type and event.type not in TOGETHER:
            yield from _weekdays(event, mentions, slots)
        if event.type not in TOGETHER:
            yield from _who(event, mentions, slots)
            yield from by_other_forces(event, mentions, slots.families)
        yield from in_other_places(event, mentions, slots)


def _status(event: Event, mentions: Sequence[Mention], slots: Slots) -> Iterator[Difference]:
    """That it happened against that it did not; and, where somebody denies that somebody did it, that
    against what pages say of these."""
    done = [one for one in mentions if status_of(one) in ("done", "going on")]
    denied = [one for one in mentions if status_of(one) == NOT_DONE]
    misread = _misread(done, denied, slots)
    done, denied = (
        [one for one in side if misread.isdisjoint(slots.families.get(one.sentence_id, ()))]
        for side in (done, denied)
    )
    if not done or not denied:
        return
    pairs = list(facing([*done, *denied], slots.families))
    if pairs:
        yield Difference(
            event.story_id, "status", event.predicate, event.id,
            _mentioned("it happened", [one for one, _ in pairs]),
            _mentioned("it did not happen", [other for _, other in pairs]), CONFLICTING,
            "some sentences say that it happened, others that it did not",
        )  # fmt: skip
    of_somebody = [one for one in denied if is_denial_of_somebody(one)]
    for names in sorted({one.actors for one in of_somebody}):
        denying = [one for one in of_somebody if one.actors == names]
        ids = {actor for one in denying for actor in one.actor_ids}
        known = sorted(slots.actors[one].name for one in ids if one in slots.actors)
        who = ", ".join(known if known and PRONOUNS.issuperset(map(str.casefold, names)) else names)
        blaming = [
            one for one in done
            if ids & set(one.actor_ids)
            or (not ids and names == one.actors and _speak_of_one([one], denying, slots))
        ]  # fmt: skip
        # `Denied the strike`, `that it carried out the strike` is about the one that is told of; of a verb
        # (`denied that he fired at anyone`) a party must show it.
        by_noun = any(one.how.startswith("noun") or " the " in one.text for one in denying)
        if not blaming and not by_noun and not _speak_of_one(done, denying, slots):
            continue
        said = f"{who} did it" if blaming else "it happened"
        yield Difference(
            event.story_id, "actor", event.predicate, event.id, _mentioned(said, blaming or done),
            _mentioned(f"{who} did not do it", denying), CONFLICTING if blaming else UNORDERED,
            _denies(", ".join(_deniers(denying)), who),
        )  # fmt: skip


def _speak_of_one(ours: Iterable[Mention], theirs: Sequence[Mention], slots: Slots) -> bool:
    return any(
        are_copies(one, other, slots.families) or tell_of_one(one, other)
        for one in ours for other in theirs
    )  # fmt: skip


def _misread(done: Iterable[Mention], denied: Iterable[Mention], slots: Slots) -> set[str]:
    """The families of which a copy says no as often as another, and is read the other way: one of the two
    readings is wrong, and nobody can say which."""
    refused = [
        (slots.families.get(one.sentence_id, frozenset()), _noes(one, slots)) for one in denied
    ]
    return {
        family
        for one in done
        for families, noes in refused
        for family in families & slots.families.get(one.sentence_id, frozenset())
        if noes == _noes(one, slots)
    }


def _noes(one: Mention, slots: Slots) -> int:
    return len(NO.findall(slots.grounds.sentences[one.sentence_id].text))


def _deniers(mentions: Sequence[Mention]) -> list[str]:
    found = [s.removeprefix("!") for one in mentions for s in one.sources if s.startswith("!")]
    return sorted(one for one in set(found) if not any(o.endswith(f" {one}") for o in found))


def _denies(denier: str, who: str) -> str:
    one = who.endswith(denier) or denier.endswith(who)
    return f"{denier} denies it" if one else f"{denier} denies that {who} did it"


def _dates(event: Event, mentions: Sequence[Mention], slots: Slots) -> Iterator[Difference]:
    by_day: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for one in mentions:
        if one.first and one.last:
            by_day[one.first, one.last].append(one)
    days = sorted(by_day)
    for a, b in combinations(days, 2) if len(days) <= MOST else pairwise(days):
        apart = a[1] < b[0] or b[1] < a[0]
        if apart and _speak_of_one(by_day[a], by_day[b], slots):
            yield Difference(
                event.story_id, "date", event.predicate, event.id, _mentioned(_day(a), by_day[a]),
                _mentioned(_day(b), by_day[b]), CONFLICTING, "the days exclude each other",
            )  # fmt: skip


def _weekdays(event: Event, mentions: Sequence[Mention], slots: Slots) -> Iterator[Difference]:
    """Days of which only the weekday is told: of one deed, a Thursday is no Friday in whatever week. Versions
    of one sentence have their own differences."""
    by_day: dict[str, list[Mention]] = defaultdict(list)
    for one in mentions:
        for timex in slots.times.get(one.sentence_id, ()):
            form = timex.id == one.timex_id and WEEKDAY.fullmatch(timex.value)
            if form and one.time == "past" and one.polarity == "positive":
                by_day[form[1]].append(one)
    for a, b in combinations(sorted(by_day), 2):
        found = [
            (one, other) for one in by_day[a] for other in by_day[b]
            if tell_of_one(one, other) and not are_copies(one, other, slots.families)
        ]  # fmt: skip
        if found:
            yield Difference(
                event.story_id, "date", event.predicate, event.id,
                _mentioned(day_name[int(a) - 1], [one for one, _ in found]),
                _mentioned(day_name[int(b) - 1], [other for _, other in found]), CONFLICTING,
                "the weekdays exclude each other",
            )  # fmt: skip


def _day(days: tuple[str, str]) -> str:
    return days[0] if days[0] == days[1] else "/".join(days)


def _who(event: Event, mentions: Sequence[Mention], slots: Slots) -> Iterator[Difference]:
    """Who is said to have done it, where sentences name different actors. A country and those who act for
    it are not different."""
    by_actor: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for one in mentions:
        if one.actor_ids and len(one.actor_ids) == len(one.actors) and one.type:
            by_actor[tuple(sorted(one.actor_ids))].append(one)
    sides = sorted(by_actor)
    for a, b in combinations(sides, 2) if len(sides) <= MOST else pairwise(sides):
        if not _are_others(a, b, slots.actors):
            continue
        if any(
            (are_copies(one, other, slots.families) and not _name_both(one, other, slots))
            or are_done_to_one(one, other)
            for one in by_actor[a] for other in by_actor[b]
        ):  # fmt: skip
            yield Difference(
                event.story_id, "actor", event.predicate, event.id,
                _mentioned(_names(by_actor[a]), by_actor[a]), _mentioned(_names(by_actor[b]), by_actor[b]),
                UNORDERED, "sentences that tell of one event name different actors",
            )  # fmt: skip


def _name_both(one: Mention, other: Mention, slots: Slots) -> bool:
    """Whether both of two copies name those whom either has as who did it: then one of them is misread."""
    texts = [slots.grounds.sentences[m.sentence_id].text for m in (one, other)]
    return all(name in text for m in (one, other) for name in m.actors for text in texts)


def _are_others(a: Sequence[str], b: Sequence[str], actors: Mapping[str, Actor]) -> bool:
    """Whether two sides are named persons, countries or bodies of which none is, or acts for, another."""
    ours, theirs = ([actors[one] for one in side if one in actors] for side in (a, b))
    if not ours or not theirs or not all(_NAMED.search(one.name) for one in (*ours, *theirs)):
        return False
    # Where somebody is from is no other doer: `the Ossel officer` is no town.
    if any(one.kind == "place" and not one.country for one in (*ours, *theirs)):
        return False
    lands = [{one.country for one in side if one.country} for side in (ours, theirs)]
    alike = any(
        fuzz.token_set_ratio(one.name, other.name) >= _ALIKE for one in ours for other in theirs
    )
    return not (set(a) & set(b) or lands[0] & lands[1] or alike)


def _names(mentions: Sequence[Mention]) -> str:
    return ", ".join(mentions[0].actors)


def _mentioned(value: str, mentions: Sequence[Mention]) -> Side:
    return Side(
        value, tuple(sorted({one.id for one in mentions})),
        tuple(sorted({one.sentence_id for one in mentions})),
    )  # fmt: skip


# -- rows --------------------------------------------------------------------------------------------


def _conflict(one: Difference, slots: Slots, taken: Collection[str]) -> Conflict:
    left, right = (_best(side, slots) for side in (one.one, one.other))
    ours, theirs = (_ground(one.slot, side, slots) for side in (one.one, one.other))
    return Conflict(
        id=_id(one, taken), story_id=one.story, slot=one.slot, verdict=one.verdict, about=one.of,
        event_id=one.event, value=one.one.value, row_ids=one.one.rows, carriers=ours.footing.carriers,
        reporters_min=ours.footing.least, reporters_max=ours.footing.most, bases=ours.bases,
        other_value=one.other.value, other_row_ids=one.other.rows,
        other_carriers=theirs.footing.carriers, other_reporters_min=theirs.footing.least,
        other_reporters_max=theirs.footing.most, other_bases=theirs.bases, article_id=left.article_id,
        start=left.start, end=left.end, other_article_id=right.article_id, other_start=right.start,
        other_end=right.end, how=one.why, text=left.text, other_text=right.text,
    )  # fmt: skip


def _ground(slot: str, side: Side, slots: Slots) -> Ground:
    """What a side stands on. Other versions of its sentences may say what the other side says: but for words,
    of which one passage stands for all, only pages that have its value carry it."""
    found = slots.grounds.of(frozenset(side.sentences))
    if slot == "words":
        return found
    held = [slots.grounds.sentences[one] for one in side.sentences]
    pages = len({one.article_id for one in held})
    footing = found.footing._replace(carriers=pages, texts=min(pages, found.footing.texts))
    return Ground(footing, slots.grounds.of(_nearest(held, slots)).bases)


def _nearest(held: Sequence[Sentence], slots: Slots) -> frozenset[str]:
    """Those of the sentences with the originals' words, if any has them: other words for who says it are no
    other basis."""
    known = slots.wordings
    if known is None:
        return frozenset(one.id for one in held)
    least = min((known.standing_of(one) for one in held), default=0)
    return frozenset(one.id for one in held if known.standing_of(one) == least)


def _id(one: Difference, taken: Collection[str]) -> str:
    """The least rows of both sides: a value may differ from several others. Where two mentions differ on two
    slots, the second has them the other way round, and so on."""
    sides = [min(map(key, one.one.rows)), min(map(key, one.other.rows))]
    for again in range(len(taken) + 1):
        left, right = sides if again % 2 == 0 else reversed(sides)
        found = f"conflict-{left}@{right}" + "@" * (again // 2)
        if found not in taken:
            break
    return found


def _best(side: Side, slots: Slots) -> Sentence:
    """The sentence that is shown: whole, in the original's words if one has them, and the fullest."""
    held: Iterable[Sentence] = (slots.grounds.sentences[one] for one in side.sentences)
    known = slots.wordings
    return min(
        held,
        key=lambda one: (
            one.fragment, known.standing_of(one) if known else 0, -len(one.text), one.id,
        ),
    )  # fmt: skip
