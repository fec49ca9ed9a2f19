"""Records of who is named: actors, and the places where a text mentions them."""

from collections.abc import Iterable
from dataclasses import dataclass

from stemma.model.base import Names, column


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, country, place or group that a story mentions, under all its names."""

    id: str = column("`actor-` and the least of its mentions")
    story_id: str | None = column("the story; an actor is never merged with one of another story")
    name: str = column("its usual full name in the story; of a country the short name")
    kind: str = column("person, organisation, country, place, group or media")
    aliases: Names = column("the other names and words that mean it, commonest first")
    titles: Names = column("the titles that stand with it, as written, commonest first")
    country: str | None = column(
        "its country, ISO 3166-1 alpha-3, where a title or its name tells it"
    )
    sector: str | None = column(
        "its sector as in PLOVER (GOV, MIL, JRN for media, MED for health, ELI for former officials …), "
        "where a title or its name tells it; a country has none"
    )
    carriers: int = column("articles that mention it")
    article_id: str = column("article of its first mention by name, or else of its first mention")
    start: int = column("first character of that mention")
    end: int = column("behind its last character")
    how: str = column("the rules that joined its mentions, with how many each joined")
    text: str = column("that mention as written")


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A place in a text that means an actor, or may mean one."""

    id: str = column("id of the span")
    actor_id: str | None = column("the actor; null where nothing shows which")
    article_id: str = column("the article")
    sentence_id: str = column("the sentence")
    start: int = column("first character")
    end: int = column("behind the last character")
    kind: str = column(
        "name, title (an office without a name), pronoun, country, house (of government), group, or noun"
    )
    title: str | None = column("the title that stands here, as written")
    how: str = column("why it means this actor, or why it is not known whom it means")
    text: str = column("the characters themselves")


def mention_at(
    mentions: Iterable[ActorMention], start: int, end: int, head: int | None = None
) -> ActorMention | None:
    """The mention that a noun phrase is, among those of its article: the one of these characters, else the
    widest inside them that holds the head (the first character of the phrase's main word), else the
    narrowest around them. Without a head the first inside them counts."""
    near = [m for m in mentions if m.start < end and start < m.end]
    exact = [m for m in near if (m.start, m.end) == (start, end)]
    if exact:
        return exact[0]
    inside = [m for m in near if start <= m.start and m.end <= end]
    if head is not None:
        inside = [m for m in inside if m.start <= head < m.end]
    if inside:
        first = min(m.start for m in inside)
        return max(
            (m for m in inside if head is not None or m.start == first),
            key=lambda m: m.end - m.start,
        )
    around = [m for m in near if m.start <= start and end <= m.end]
    return min(around, key=lambda m: m.end - m.start, default=None)
