"""Who said what: quotations and reported claims."""

from dataclasses import dataclass

from stemma.model.base import Names, column


@dataclass(frozen=True, slots=True)
class Quote:
    """Words or content that a passage gives to a speaker, or that are speech and given to nobody."""

    id: str = column("`quote-` and the span of what is said")
    article_id: str = column("the article")
    sentence_id: str = column("the sentence that reports it, or in which it stands")
    story_id: str | None = column("the story of the passage, none inside an insert")
    start: int = column("first character of what is said")
    end: int = column("behind its last character")
    pieces: Names = column("its spans, `first-last`, where who reports it stands in between")
    kind: str = column("direct (all of it in quotation marks), mixed or indirect")
    status: str = column(
        "attributed (its passage says whose it is), orphan (it does not), restored (another witness of the "
        "same words names the speaker) or disputed (such witnesses name different ones)"
    )
    speaker: str | None = column(
        "who is said to have said it, in the words of its passage or witness"
    )
    speaker_start: int | None = column(
        "first character of these words, if they stand in the passage"
    )
    speaker_end: int | None = column("behind their last character")
    actor_id: str | None = column("the actor that these words mean, where that is known")
    cue: str | None = column("the words that report it")
    cue_start: int | None = column("first character of these")
    cue_end: int | None = column("behind their last character")
    within_id: str | None = column("the quote in whose words this one is reported")
    witness_ids: Names = column("quotes of the same words in other articles that name the speaker")
    flags: Names = column("what to be careful about: a question or marks that are lost")
    how: str = column("why this is taken to be said, and by whom")
    text: str = column("what is said, from its first character to its last")


@dataclass(frozen=True, slots=True)
class Saying:
    """What one speaker said, over all its wordings and pages."""

    id: str = column("`saying-` and the least of its quotes")
    story_id: str | None = column("the story")
    actor_id: str | None = column("the speaker, as an actor of the story")
    speaker: str = column("the speaker's name")
    quote_ids: Names = column("the quotes that say it")
    carriers: int = column("articles that have it")
    texts: int = column("distinct texts of its passages")
    reporters_min: int = column("reporters, at least: shown to be separate")
    reporters_max: int = column("reporters, at most: not shown to be dependent")
    reporters: Names = column("names of the reporters that are known")
    differs: Names = column("sayings of the same speaker that report it differently")
    denies: Names = column(
        "sayings of others, and statements, of which it says that they are not so"
    )
    denied_by: Names = column("sayings of others that say that it is not so")
    article_id: str = column("article of the fullest wording")
    start: int = column("first character of it")
    end: int = column("behind its last character")
    how: str = column("why these are one, and the reasons for the bounds")
    text: str = column("the fullest wording")


@dataclass(frozen=True, slots=True)
class Rewording:
    """A place where two quotations of the same words differ."""

    id: str = column("`rewording-` and the span of the words that differ")
    story_id: str | None = column("the story")
    kind: str = column(
        "fuller (the whole of it stands in a longer one), translation (a passage says that one is "
        "translated), spun (a swap that the pile has taught explains it) or differs (nothing does)"
    )
    base_quote_id: str = column("the quote that it is held against: the likelier one, where one is")
    base_text: str = column("what that one has here")
    base_start: int = column("first character of it in its article")
    base_end: int = column("behind its last character")
    quote_ids: Names = column("the quotes that have it otherwise in the same way")
    article_id: str = column("article of the first of these")
    start: int = column("first character of what it has here; equal to end if it has nothing")
    end: int = column("behind its last character")
    how: str = column(
        "what explains the difference, and what shows that both are of the same words"
    )
    text: str = column("what it has here")
