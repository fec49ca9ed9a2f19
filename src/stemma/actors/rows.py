"""Groups of mentions -> the rows of the tables `actors` and `actor_mentions`."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from stemma.actors.groups import Groups, Placed, voices
from stemma.model import Actor, ActorMention, Outcome, group_id, span_id
from stemma.text.countries import nations

# A sector is told if so many of the mentions that tell one tell this one.
_AGREED = 0.75
_MENTION = "actormention"


class Cast(NamedTuple):
    """The actors of a story, all places that mention one or may do so, and what became of what a person
    said of them."""

    actors: list[Actor]
    mentions: list[ActorMention]
    outcomes: tuple[Outcome, ...] = ()


def cast_of(story: str | None, groups: Groups) -> Cast:
    """The rows of one story."""
    actors: list[Actor] = []
    whose: dict[int, str] = {}
    for members in groups.members().values():
        mentions = [groups.mentions[n] for n in members]
        if not any(_tells(groups.mentions[n], groups.why[n]) for n in members):
            continue
        notes = [note for n in members for note in groups.notes.get(n, ())]
        actor = _actor(story, mentions, [groups.why[n] for n in members], notes)
        actors.append(actor)
        whose.update(dict.fromkeys(members, actor.id))
    rows = {row.id: row for row in _mentions(groups, whose)}
    return Cast(actors, list(rows.values()))


def _tells(mention: Placed, why: str) -> bool:
    """Whether a mention makes an actor: it names one, or is a title, group or body that is no one's in
    particular (`a`, `his`) and that the story knows."""
    phrase = mention.phrase
    if phrase.kind in ("name", "country", "house"):
        return True
    if phrase.kind == "pronoun" or phrase.definite == "a" or why in ("unnamed", "not named"):
        return False
    return mention.read.xpos[phrase.first] not in ("PRP$", "WP$")


def _mentions(groups: Groups, whose: dict[int, str]) -> Iterator[ActorMention]:
    """A row for each mention, of two with the same characters the one that is known."""
    order = sorted(range(len(groups.mentions)), key=lambda n: n in whose)
    for n in order:
        mention = groups.mentions[n]
        phrase = mention.phrase
        if phrase.kind == "name" and not phrase.sort and n not in whose:
            continue  # a capital that no reader takes for a name
        yield ActorMention(
            _id(mention), whose.get(n), mention.place.article, mention.place.sentence, mention.start,
            mention.end, phrase.kind, phrase.titles[0] if phrase.titles else None,
            groups.why[n] or "named here", mention.text,
        )  # fmt: skip


def _id(mention: Placed) -> str:
    return span_id(_MENTION, mention.place.article, mention.start, mention.end)


def _actor(
    story: str | None, mentions: Sequence[Placed], why: Sequence[str], notes: Sequence[str]
) -> Actor:
    heard = voices(mentions)
    kind = _kind(heard)
    name = _name(kind, heard)
    first = _first(heard)
    shown = Counter(filter(None, (m.phrase.shown for m in mentions)))
    countries = {m.phrase.country for m in heard if m.phrase.country and m.phrase.kind != "pronoun"}
    return Actor(
        group_id("actor", map(_id, heard)), story, name, kind,
        tuple(alias for alias in _ranked(shown) if alias != name),
        tuple(_ranked(Counter(title for m in mentions for title in m.phrase.titles if title != name))),
        countries.pop() if len(countries) == 1 else None,
        None if kind == "country" else _sector(heard),
        len({m.place.article for m in mentions}),
        first.place.article, first.start, first.end, "; ".join([*notes, _how(why)]), first.text,
    )  # fmt: skip


def _ranked(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda one: (-counts[one], one))


def _kind(mentions: Sequence[Placed]) -> str:
    named = [m.phrase for m in mentions if m.phrase.kind != "pronoun"]
    kinds = Counter(
        phrase.sort for phrase in named if phrase.kind not in ("title", "noun", "group")
    )
    kinds = kinds or Counter(phrase.sort for phrase in named)
    if "country" in kinds:
        return "country"
    # What is called a company is one, even if the reader takes its name for a place's.
    called = any(phrase.kind == "noun" and phrase.sort == "organisation" for phrase in named)
    if called and set(kinds) == {"place"}:
        return "organisation"
    return min(
        (kind for kind in kinds if kind), key=lambda kind: (-kinds[kind], kind), default="group"
    )


def _name(kind: str, mentions: Sequence[Placed]) -> str:
    """The short name of a country; else the commonest name of several words, else of one, else the
    commonest title or noun."""
    if kind == "country":
        codes = {m.phrase.country for m in mentions}
        return min(n.name for n in nations().values() if n.code in codes)
    names = Counter(m.phrase.shown for m in mentions if m.phrase.shown)
    titles = Counter(title for m in mentions for title in m.phrase.titles)
    texts = Counter(_plain(m.text) for m in mentions if m.phrase.kind != "pronoun")
    if names:
        return min(names, key=lambda one: (len(one.split()) < 2, -names[one], -len(one), one))
    counts = titles or texts
    return min(counts, key=lambda one: (-counts[one], len(one), one))


def _plain(text: str) -> str:
    first, _, rest = text.partition(" ")
    return " ".join((rest if first.lower() == "the" and rest else text).split())


def _first(mentions: Sequence[Placed]) -> Placed:
    return min(mentions, key=lambda m: (not m.phrase.shown, m.place.article, m.start, m.end))


def _sector(mentions: Iterable[Placed]) -> str | None:
    told = Counter(m.phrase.sector for m in mentions if m.phrase.sector)
    if not told:
        return None
    best, count = min(told.items(), key=lambda one: (-one[1], one[0]))
    return best if count >= _AGREED * sum(told.values()) else None


def _how(why: Sequence[str]) -> str:
    counts = Counter(one.partition(":")[0] for one in why if one and one != "named")
    parts = [f"{rule} ({counts[rule]})" for rule in _ranked(counts)]
    return "; ".join(parts) or "named once"
