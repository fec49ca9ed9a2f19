"""Mentions, events and what they stand on, made by hand for tests of the account."""

from dataclasses import replace

from stemma.account.copied import Report
from stemma.model import Event, Figure, Mention, Sentence, Timex, Witness, span_id

PAGES = {name: "a" + str(n) * 12 for n, name in enumerate("ABCDEFGH")}


def sentence(page: str, text: str, start: int = 0) -> Sentence:
    """A sentence of a page."""
    article = PAGES[page]
    end = start + len(text)
    return Sentence(
        span_id("sentence", article, start, end), article, "block", start, end, False, "", text
    )


def mention(of: Sentence, word: str, **more: object) -> Mention:
    """What one word of a sentence tells of: done in the past, of no type, by nobody, unless told."""
    at = of.start + of.text.index(word)
    made = Mention(
        id=span_id("mention", of.article_id, at, at + len(word)), event_id=None,
        article_id=of.article_id, sentence_id=of.id, story_id="story-a", start=at,
        end=at + len(word), predicate=word, type=None, mode=None, contexts=(), cameo=None, actors=(),
        actor_ids=(), recipients=(), recipient_ids=(), place=None, first=None, last=None,
        timex_id=None, polarity="positive", certainty="certain", time="past", sources=(),
        quote_id=None, stands="main", how="verb; by hand", text=word,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def report(of: Sentence, word: str, story: str = "story-a") -> Report:
    """A mention of that word as it is joined with others."""
    one = mention(of, word)
    return Report(
        one.id, of.article_id, of.id, story, one.start - of.start, of.text, (word,), (), ()
    )


def witness(of: Sentence, family: str) -> Witness:
    """A sentence as a witness of a family."""
    return Witness(
        span_id("witness", of.article_id, of.start, of.end), family, of.article_id, of.id, of.start,
        of.end, True, 0, False, "", of.text,
    )  # fmt: skip


def event(name: str, **more: object) -> Event:
    """An event of a story, of which nothing is known."""
    made = Event(
        id=f"event-{name}", story_id="story-a", type=None, mode=None, contexts=(), cameo=None,
        predicate=name, actors=(), actor_ids=(), recipients=(), recipient_ids=(), place=None,
        country=None, date=None, first=None, last=None, date_how="unknown: no report of it says when",
        status="done", said_by=(), denied_by=(), mentions=1, family_ids=(), carriers=1, texts=1,
        reporters_min=1, reporters_max=1, reporters=(), bases=(), article_id=PAGES["A"], start=0,
        end=1, how="one report", text=name,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def on(name: str, first: str, last: str | None = None, **more: object) -> Event:
    """An event on a day, or between two."""
    end = last or first
    date = first if first == end else f"{first}/{end}"
    return event(name, date=date, first=first, last=end, date_how="explicit", **more)


def figure(
    of: Sentence, words: str, low: float | None, high: float | None, **more: object
) -> Figure:
    """A figure of people who were killed, unless told otherwise."""
    at = of.start + of.text.index(words)
    made = Figure(
        id=span_id("figure", of.article_id, at, at + len(words)), article_id=of.article_id,
        sentence_id=of.id, story_id="story-a", start=at, end=at + len(words), kind="count", low=low,
        high=high, qualifier="exact", unit=None, per=None, what="people", what_start=None,
        what_end=None, predicate="kill", predicate_start=None, predicate_end=None, quote_id=None,
        how="by hand", text=words,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def timex(of: Sentence, words: str, day: str | None, **more: object) -> Timex:
    """An expression of time that means a day."""
    at = of.start + of.text.index(words)
    made = Timex(
        id=span_id("timex", of.article_id, at, at + len(words)), article_id=of.article_id,
        sentence_id=of.id, start=at, end=at + len(words), type="DATE", value=day or "XXXX", mod=None,
        first=day, last=day, anchor=None, anchor_how=None, how="explicit" if day else "unknown",
        reason="by hand", text=words,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]
