"""Records of what happened: reports of it in texts, the events that they share, and where they disagree."""

from dataclasses import dataclass

from stemma.model.base import Names, column


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that reports an event, or was looked at and is not coded."""

    id: str = column("`mention-` and the span of the words that carry it")
    event_id: str | None = column("the event; null where it is none, or nobody can know which")
    article_id: str = column("the article")
    sentence_id: str = column("the sentence")
    story_id: str | None = column("the story of the passage, none inside an insert")
    start: int = column("first character of the words that carry it")
    end: int = column("behind the last character of these")
    predicate: str = column("these words, as in a dictionary")
    type: str | None = column("the type as in PLOVER, null where it has none or none is sure")
    mode: str | None = column("the mode as in PLOVER, where its words are plain")
    contexts: Names = column("the contexts as in PLOVER")
    cameo: str | None = column("the nearest code of CAMEO")
    actors: Names = column("who does it, in the words of the passage")
    actor_ids: Names = column("the actors that these words mean, where that is known")
    recipients: Names = column("to whom it is done, in the words of the passage")
    recipient_ids: Names = column("the actors that these words mean, where that is known")
    place: str | None = column("where, in the words of the passage")
    first: str | None = column("the first day on which it may lie, null where that is open")
    last: str | None = column("the last day on which it may lie, null where that is open")
    timex_id: str | None = column("the expression of time that says so")
    polarity: str = column("positive or negative: whether its sentence says that it happens")
    certainty: str = column("certain, probable, possible or unclear")
    time: str = column("past, present or future")
    sources: Names = column(
        "who says so, from the outer voice to the inner; `!` before one that denies"
    )
    quote_id: str | None = column("the narrowest quote that holds it")
    stands: str = column(
        "main (its sentence tells it, or tells of it), said (somebody says it there), or aside (in passing)"
    )
    how: str = column("how it was found, typed and dated, or why it is not coded")
    text: str = column("the characters themselves")


@dataclass(frozen=True, slots=True)
class Event:
    """What all reports of one event share."""

    id: str = column("`event-` and the least of its mentions")
    story_id: str | None = column("the story; an event is never merged with one of another story")
    type: str | None = column("the type as in PLOVER; null where PLOVER has none for it")
    mode: str | None = column("the mode as in PLOVER, where its words are plain")
    contexts: Names = column("the contexts as in PLOVER")
    cameo: str | None = column("the nearest code of CAMEO")
    predicate: str = column("the words that carry it most often, as in a dictionary")
    actors: Names = column("who does it, by their names in the story or in the words of a passage")
    actor_ids: Names = column("the actors among these")
    recipients: Names = column("to whom it is done, likewise")
    recipient_ids: Names = column("the actors among these")
    place: str | None = column("where, in the words of most texts")
    country: str | None = column(
        "the country of that place, ISO 3166-1 alpha-3, where it is certain"
    )
    date: str | None = column(
        "the day, or the days `first/last`, on which it lies; null if unknown"
    )
    first: str | None = column("the first day on which it may lie, null where that is open")
    last: str | None = column("the last day on which it may lie, null where that is open")
    date_how: str = column(
        "explicit, relative, likely (by the week of its story), disputed or unknown, and what shows it"
    )
    status: str = column(
        "done, going on, planned, possible, asked for, not done (by all that report it), or disputed (some "
        "say that it happened and some that it did not)"
    )
    said_by: Names = column("who says that it happened, where only voices do")
    denied_by: Names = column("who denies it")
    mentions: int = column("reports of it")
    family_ids: Names = column("the families of the passages that report it")
    carriers: int = column("articles that have it")
    texts: int = column("distinct texts of its passages")
    reporters_min: int = column("reporters, at least: shown to be separate")
    reporters_max: int = column("reporters, at most: not shown to be dependent")
    reporters: Names = column("names of the reporters that are known")
    bases: Names = column("whom its passages go by; none: not stated")
    article_id: str = column("article of the sentence that tells it best")
    start: int = column("first character of this sentence")
    end: int = column("behind its last character")
    how: str = column("why its mentions are one, and the reasons for the bounds")
    text: str = column("this sentence")


@dataclass(frozen=True, slots=True)
class Moment:
    """A place in the timeline of a story: one event, by its date or by what it stands before or after."""

    id: str = column("`moment-` and the least mention of the event")
    story_id: str | None = column("the story")
    position: int = column(
        "its number in the story, from 1; undated ones that fit nowhere come last"
    )
    event_id: str = column("the event")
    rank: int = column(
        "its number in the story by how much it is worth reading, from 1: what happened, as pages tell it in "
        "their own words, by the number of texts that have it"
    )
    date: str | None = column(
        "the day, or the days `first/last`; `--04-12` where no page shows the year"
    )
    after_id: str | None = column(
        "of what has no date, the latest event that it is known to come after"
    )
    before_id: str | None = column("and the earliest event that it is known to come before")
    figure_ids: Names = column("the figures that are given for it")
    how: str = column("what puts it here, or that nothing does")
    article_id: str = column("article of the sentence that tells it")
    start: int = column("first character of this sentence")
    end: int = column("behind its last character")
    text: str = column("this sentence")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two values on one slot of a story: what differs, and whether it is a disagreement. Equal values are
    one; each side stands with the fullest of its passages."""

    id: str = column("`conflict-` and the least row of each side, with `@` between")
    story_id: str | None = column("the story")
    slot: str = column("figure, date, place, actor, status or words")
    verdict: str = column(
        "compatible, updated (a later state, shown by its time), other scope, different with order unknown, "
        "or conflicting"
    )
    about: str = column("what the slot is of, in words")
    event_id: str | None = column("the event")
    value: str = column("what one side says")
    row_ids: Names = column("the figures, timexes, mentions or sayings that say so")
    carriers: int = column("articles that say so")
    reporters_min: int = column("reporters of it, at least")
    reporters_max: int = column("reporters of it, at most")
    bases: Names = column("whom they go by; none: not stated")
    other_value: str = column("what the other side says")
    other_row_ids: Names = column("the rows that say so")
    other_carriers: int = column("articles that say so")
    other_reporters_min: int = column("reporters of it, at least")
    other_reporters_max: int = column("reporters of it, at most")
    other_bases: Names = column("whom they go by; none: not stated")
    article_id: str = column("article of the passage of one side")
    start: int = column("first character of it")
    end: int = column("behind its last character")
    other_article_id: str = column("article of the passage of the other side")
    other_start: int = column("first character of it")
    other_end: int = column("behind its last character")
    how: str = column("why the verdict")
    text: str = column("the passage of one side")
    other_text: str = column("the passage of the other side")
