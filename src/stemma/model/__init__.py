"""Every record of stemma. A record's fields are the columns of its table, in this order.

Offsets (`start`, `end`) count Unicode code points of the article's text, end exclusive. Absent
knowledge is `None`, never an empty guess; a column `how` names the rule that judged. Ids are made
from content: an article's is a hash; a span's is its kind, article and offsets; a group's is its
kind and the least of its members, so that an id formed from any member can be looked up.
"""

from dataclasses import dataclass, fields
from typing import Any, TypeVar

from stemma.model.actors import Actor, ActorMention, mention_at
from stemma.model.base import Names, article_id, column, group_id, is_article, key, span_id
from stemma.model.by_hand import Given, Outcome, Together
from stemma.model.checks import Check, Checked, Evidence, Finding
from stemma.model.events import Conflict, Event, Mention, Moment
from stemma.model.pieces import Part, Repeat
from stemma.model.quotes import Quote, Rewording, Saying
from stemma.model.when import Figure, Timex

SCHEMA_VERSION = 5
# How the `how` of a difference begins in which one side denies what the other says.
NEGATION = "one side says no"
ACCIDENT = "an accident"  # why a mention of harm that nobody did has no type
OTHER_EVENT = "they are of different events"  # how a conflict begins to tell why it is none


@dataclass(frozen=True, slots=True)
class Article:
    """One text with what is known of it."""

    id: str = column("hash of text, given metadata and locator")
    path: str = column("locator: file name inside the pile, `#` and the record's number if any")
    title: str | None = column("title, as given by the file")
    site: str | None = column("outlet or site, as given by the file")
    url: str | None = column("address, as given by the file")
    byline: str | None = column("author line, as given by the file")
    published: str | None = column("date or date and time of publication, ISO 8601")
    published_how: str = column(
        "how the date is known: given, declared (a page's markup says it), extracted (guessed from a "
        "page), fetched (it was published no later than that), corrected by hand, or unknown"
    )
    language: str | None = column("language, ISO 639-1; all but English gets lineage only")
    language_how: str = column("how the language is known")
    format: str = column("the reader that was used, and the archive it lay in")
    story_id: str | None = column("the story it belongs to")
    text_id: str | None = column(
        "its distinct text: the least id of the articles whose body equals or contains its own"
    )
    text: str = column("the whole text that all offsets refer to")


@dataclass(frozen=True, slots=True)
class Block:
    """A part of an article, of one kind."""

    id: str = column("id of the span")
    article_id: str = column("the article")
    start: int = column("first character")
    end: int = column("behind the last character")
    kind: str = column("headline, dateline, paragraph, caption, chrome, insert or comment")
    story_id: str | None = column("of an insert, the other story that it belongs to, if any")
    how: str = column("the rule that decided the kind")
    text: str = column("the characters themselves")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or the fragment of one, inside a block."""

    id: str = column("id of the span")
    article_id: str = column("the article")
    block_id: str = column("the block that it stands in")
    start: int = column("first character")
    end: int = column("behind the last character")
    fragment: bool = column("whether its head or tail is missing")
    how: str = column("why it ends where it ends, and what makes it a fragment")
    text: str = column("the characters themselves")


@dataclass(frozen=True, slots=True)
class Tag:
    """A dateline, agency tag or credit, as a span on the passage that it stands on."""

    id: str = column("id of the span")
    article_id: str = column("the article")
    sentence_id: str = column("the sentence that it stands in")
    start: int = column("first character")
    end: int = column("behind the last character")
    kind: str = column("dateline (place), agency (place or none, and a name) or credit (a name)")
    name: str | None = column("the reporter that it names")
    place: str | None = column("the place that it names")
    date: str | None = column("the date in it, as written")
    how: str = column("the rule that found it")
    text: str = column("the characters themselves")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence of an English article, as the reader sees it."""

    id: str = column("id of the span")
    article_id: str = column("the article")
    sentence_id: str = column("the sentence")
    start: int = column("first character")
    end: int = column("behind the last character")
    kind: str = column("of a person (PER), an organisation (ORG) or a place or country (LOC)")
    how: str = column("the reader that found it, with its version")
    text: str = column("the characters themselves")


@dataclass(frozen=True, slots=True)
class Family:
    """All witnesses of one archetype sentence, or of a part of one."""

    id: str = column("`family-` and the least member")
    story_id: str | None = column("the story of its witnesses, if they share one")
    kind: str = column("prose (shared wording) or quotation (only quoted words are shared)")
    carriers: int = column("articles that carry it")
    texts: int = column("distinct wordings once swaps and spelling are undone")
    witnesses: int = column("attestations, several in one article counted each")
    core: int = column("words that every witness has in common with the base, at the least")
    base_id: str = column("the witness that the others are aligned to")
    article_id: str = column("article of the base")
    start: int = column("first character of the base")
    end: int = column("behind the last character of the base")
    how: str = column("why this witness is the base")
    text: str = column("wording of the base")


@dataclass(frozen=True, slots=True)
class Witness:
    """One attestation of a family."""

    id: str = column("id of the span")
    family_id: str = column("the family")
    article_id: str = column("the article")
    sentence_id: str = column("the sentence that it is or lies in")
    start: int = column("first character")
    end: int = column("behind the last character")
    whole: bool = column("whether it covers the base from end to end")
    wording: int = column("number of its distinct wording inside the family, from 0 (the base's)")
    quoted: bool = column("whether only quoted words are shared with the base: no sign of copying")
    how: str = column("base, identical, or aligned")
    text: str = column("the characters themselves")


@dataclass(frozen=True, slots=True)
class Parallel:
    """A witness aligned token by token to the base of its family."""

    id: str = column("id of the witness's span")
    family_id: str = column("the family")
    witness_id: str = column("the witness")
    base_id: str = column("the base that it is aligned to")
    article_id: str = column("article of the witness")
    start: int = column("first character of the aligned run in the witness")
    end: int = column("behind its last character")
    base_article_id: str = column("article of the base")
    base_start: int = column("first character of the aligned run in the base")
    base_end: int = column("behind its last character")
    matched: int = column("words that are equal once swaps are undone")
    run: int = column("longest unbroken run of such words")
    bits: float = column(
        "how surprising the match is, in bits; names and numbers weigh nothing, differing words less"
    )
    how: str = column("what the alignment rests on, in words")
    text: str = column("the aligned run in the witness")


@dataclass(frozen=True, slots=True)
class Variant:
    """One reading at one place of a family that differs from the base."""

    id: str = column("`variant-`, the family's least member, place and reading")
    family_id: str = column("the family")
    place: int = column("number of the place inside the family, in the base's order")
    kind: str = column(
        "swap, spelling, number, name, quote words, addition, omission, order, or wording "
        "(a substitution that is none of these)"
    )
    swap_id: str | None = column("the learnt swap that it is an instance of")
    base_text: str = column("what the base has; empty for an addition")
    base_start: int = column("first character of the place in the base's article")
    base_end: int = column("behind its last character")
    witness_ids: Names = column("the witnesses with this reading")
    article_id: str = column("article of the first of them")
    start: int = column("first character of the reading there")
    end: int = column("behind its last character; equal to start for an omission")
    how: str = column("why it has this kind")
    text: str = column("what these witnesses have; empty for an omission")


@dataclass(frozen=True, slots=True)
class Swap:
    """A word or phrase that recurs in place of another, learnt from this pile."""

    id: str = column("`swap-` and a hash of its two sides")
    left: str = column("one side, as compared")
    right: str = column("the other side")
    places: int = column("different sentences of origin in which the two stand for each other")
    carriers: int = column("articles with a reading of either side at those places")
    spun: str | None = column("the side that is the replacement, where a witness shows it")
    variant_ids: Names = column("where it was seen")
    how: str = column("what it was learnt from")
    text: str = column("both sides, as shown")


@dataclass(frozen=True, slots=True)
class Archetype:
    """The wording from which all witnesses of a family of shared prose can be explained."""

    id: str = column("`archetype-` and the family's least member")
    family_id: str = column("the family")
    conjecture: bool = column("whether no witness has this wording from end to end")
    witness_id: str = column("the witness that has it, else the one that is nearest to it")
    restored: Names = column("places where the wording is not that witness's, with the reason")
    lost: str | None = column("what seems to be lost in every witness")
    article_id: str = column("article of the witness")
    start: int = column("first character of the witness")
    end: int = column("behind its last character")
    wording: str = column("the older reading at each place, in [ ] what every witness lost")
    how: str = column("why this is the likely original, and how sure that is")
    text: str = column("the witness's own words")


@dataclass(frozen=True, slots=True)
class Copy:
    """An edge from exemplar to copy: what a witness of shared prose was copied from."""

    id: str = column("`copy-` and the span of the copy")
    family_id: str = column("the family")
    parallel_id: str = column("the alignment that it rests on")
    exemplar_id: str = column(
        "the witness that it was copied from, or the archetype (a text that may not be in the pile)"
    )
    copy_id: str = column("the witness that is the copy")
    direction: str = column("forward (the exemplar came first), or undecided")
    article_id: str = column("article of the copy")
    start: int = column("first character of the copy")
    end: int = column("behind its last character")
    how: str = column("the reasons")
    text: str = column("the copy's wording")


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one happening and what follows from it."""

    id: str = column("`story-` and the least article")
    title: str = column("headline of the article that is nearest to all others")
    article_id: str = column("that article")
    carriers: int = column("articles in it")
    texts: int = column(
        "distinct texts among them: whole articles, equal or contained counted once"
    )
    words: Names = column("the words and names that hold it together, strongest first")
    how: str = column("how near its articles are to each other, and the threshold")


@dataclass(frozen=True, slots=True)
class Statement:
    """What one family says, with its footing."""

    id: str = column("`statement-` and the least member")
    family_id: str = column("the family that says it")
    story_id: str | None = column("the story")
    carriers: int = column("articles that carry it")
    texts: int = column("distinct wordings, editions of one agency's report counted once")
    reporters_min: int = column("reporters, at least: shown to be separate")
    reporters_max: int = column("reporters, at most: not shown to be dependent")
    reporters: Names = column("names of the reporters that are known")
    bases: Names | None = column(
        "the speakers whom its witnesses go by; empty: not stated; null: not examined"
    )
    denied_by: Names = column("sayings that deny it, or that deny what somebody says in it")
    article_id: str = column("article of the wording shown")
    start: int = column("first character of it")
    end: int = column("behind its last character")
    how: str = column("the reasons for the counts")
    text: str = column("the wording shown")


@dataclass(frozen=True, slots=True)
class Reporter:
    """One place where a witness of a statement names its reporter."""

    id: str = column("id of the tag's span, with the statement it speaks for")
    statement_id: str = column("the statement")
    family_id: str = column("the family")
    witness_id: str = column("the witness that is tagged")
    tag_id: str = column("the tag")
    name: str = column("the reporter")
    article_id: str = column("article of the tag")
    start: int = column("first character of the tag")
    end: int = column("behind its last character")
    how: str = column("why the tag speaks for this passage")
    text: str = column("the tag as written")


@dataclass(frozen=True, slots=True)
class Correction:
    """What was corrected by hand, and what became of it."""

    id: str = column("`correction-` and a hash of what it says")
    kind: str = column("article, family, speaker, actor or remove")
    target: str = column("what it is about: an id or a path, as written")
    article_id: str | None = column("the article that it is about")
    change: str = column("what it changes")
    applied: bool = column("whether it was applied")
    why: str | None = column("the reason given")
    how: str = column("what was applied, or why it was not")


@dataclass(frozen=True, slots=True)
class Failure:
    """A file or record that could not be used, or was used with a remark."""

    id: str = column("`failure-` and a hash of path and reason")
    path: str = column("locator of the file or record")
    stage: str = column("the stage that met it")
    outcome: str = column("left out, or used (with a remark)")
    what: str = column("what happened")
    why: str = column("why")
    remedy: str = column("what to do about it")


TABLES: dict[str, type] = {
    "articles": Article,
    "blocks": Block,
    "sentences": Sentence,
    "tags": Tag,
    "names": Name,
    "actors": Actor,
    "actor_mentions": ActorMention,
    "stories": Story,
    "families": Family,
    "witnesses": Witness,
    "parallels": Parallel,
    "variants": Variant,
    "swaps": Swap,
    "archetypes": Archetype,
    "copies": Copy,
    "parts": Part,
    "repeats": Repeat,
    "quotes": Quote,
    "sayings": Saying,
    "rewordings": Rewording,
    "figures": Figure,
    "timexes": Timex,
    "mentions": Mention,
    "events": Event,
    "timeline": Moment,
    "conflicts": Conflict,
    "statements": Statement,
    "reporters": Reporter,
    "corrections": Correction,
    "failures": Failure,
}

Record = TypeVar("Record")


def columns(record: type) -> dict[str, tuple[Any, str]]:
    """Name -> (type, documentation) of each column of a record, in order."""
    return {f.name: (f.type, f.metadata["doc"]) for f in fields(record)}


__all__ = [
    "ACCIDENT", "NEGATION", "OTHER_EVENT", "SCHEMA_VERSION", "TABLES", "Actor", "ActorMention", "Archetype",
    "Article", "Block",
    "Check", "Checked", "Conflict", "Copy", "Correction", "Event", "Evidence", "Failure", "Family",
    "Figure", "Finding", "Given", "Mention", "Moment", "Name", "Names", "Outcome", "Parallel", "Part",
    "Quote", "Repeat", "Reporter", "Rewording", "Saying", "Sentence", "Statement", "Story", "Swap", "Tag",
    "Timex", "Together", "Variant", "Witness", "article_id", "column", "columns", "group_id", "is_article",
    "key", "mention_at", "span_id",
]  # fmt: skip
