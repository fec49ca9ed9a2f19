"""What one speaker said, over all its wordings and pages."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.account.ledger import ledger

from stemma.account import Pool, sayings_of
from stemma.model import Quote, Saying, span_id

SAID = "We will not sell a single share of the harbour to anybody in this decade"
FILLER = (
    "Rain kept most of the stalls closed until noon.",
    "A ferry was late because somebody had parked in front of its ramp.",
    "The choir sang twice and was thanked with plums.",
)


def quote(text: str, speaker: str = "Anna Holm", kind: str = "direct", **more: object) -> Quote:
    """A quote; where it stands is said later."""
    article = "a" + "0" * 12
    made = Quote(
        id=span_id("quote", article, 0, len(text)),
        article_id=article,
        sentence_id=span_id("sentence", article, 0, len(text)),
        story_id="story-a",
        start=0,
        end=len(text),
        pieces=(f"0-{len(text)}",),
        kind=kind,
        status="attributed",
        speaker=speaker,
        speaker_start=None,
        speaker_end=None,
        actor_id=None,
        cue="said",
        cue_start=None,
        cue_end=None,
        within_id=None,
        witness_ids=(),
        flags=(),
        how="«said» reports it",
        text=text,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def placed(*quotes: Quote) -> tuple[list[Quote], Pool]:
    """Each quote in an article of its own that has nothing else in common with others."""
    made = ledger(*(f"{FILLER[n]}\n\n{quote.text}" for n, quote in enumerate(quotes)))
    by_path = {article.path: article.id for article in made.articles}
    return [
        _at(one, by_path[f"{n}.txt"], len(FILLER[n]) + 2) for n, one in enumerate(quotes)
    ], made.pool


def _at(one: Quote, article: str, at: int) -> Quote:
    end = at + len(one.text)
    return replace(
        one, id=span_id("quote", article, at, end), article_id=article, start=at, end=end,
        sentence_id=span_id("sentence", article, at, end), pieces=(f"{at}-{end}",),
    )  # fmt: skip


def sayings(*quotes: Quote) -> list[Saying]:
    made, pool = placed(*quotes)
    return sayings_of(made, pool, {"actor-h": "Anna Holm"})


def folded(found: Sequence[Saying]) -> list[int]:
    return sorted(len(saying.quote_ids) for saying in found)


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (SAID, "direct"),
        (f"{SAID}.", "direct"),
        ("that " + SAID[0].lower() + SAID[1:], "indirect"),
        ("not sell a single share of the harbour to anybody", "direct"),
        (SAID.replace("single", "sole"), "direct"),
    ],
)
def test_the_same_words_are_one_saying(other: str, kind: str) -> None:
    assert folded(sayings(quote(SAID), quote(other, kind=kind))) == [2]


@pytest.mark.parametrize(
    "other",
    [
        "They have asked for a loan and we have said yes to it",
        SAID.replace("not ", ""),
        SAID.replace("a single share", "40 shares"),
        "of the",
    ],
)
def test_other_words_are_another_saying(other: str) -> None:
    assert folded(sayings(quote(SAID), quote(other, kind="indirect"))) == [1, 1]


def test_what_differs_in_a_number_or_a_not_is_reported_differently() -> None:
    one, other = sayings(quote(SAID), quote(SAID.replace("not ", ""), kind="indirect"))
    assert one.differs == (other.id,)
    assert other.differs == (one.id,)


def test_two_speakers_say_two_things() -> None:
    assert folded(sayings(quote(SAID), quote(SAID, speaker="Ilse Brandt"))) == [1, 1]


def test_an_actor_is_one_under_all_names() -> None:
    found = sayings(
        quote(SAID, speaker="Holm", actor_id="actor-h"),
        quote(SAID, speaker="the mayor", actor_id="actor-h"),
    )
    assert folded(found) == [2]
    assert (found[0].speaker, found[0].actor_id) == ("Anna Holm", "actor-h")


@pytest.mark.parametrize(
    "more",
    [{"status": "orphan"}, {"status": "disputed"}, {"within_id": "quote-x"}, {"speaker": None}],
)
def test_what_nobody_is_given_and_what_is_said_within_is_no_saying(more: dict[str, object]) -> None:
    assert sayings(quote(SAID, **more)) == []


def test_the_order_of_quotes_changes_nothing() -> None:
    part = "not sell a single share of the harbour"
    made, pool = placed(quote(SAID), quote(part), quote("Ask the voters in May"))
    assert sayings_of(made, pool, {}) == sayings_of(made[::-1], pool, {})


def test_pages_with_one_prose_are_one_writing() -> None:
    (found,) = sayings(quote(SAID), quote(SAID))
    assert (found.carriers, found.reporters_min, found.reporters_max) == (2, 1, 1)


def test_pages_with_one_quotation_may_be_two_reporters() -> None:
    """The sayings' footing goes over all families that have it."""
    (found,) = sayings(quote(f'"{SAID}."'), quote(f'"{SAID}."'))
    assert (found.carriers, found.reporters_min, found.reporters_max) == (2, 1, 2)


def test_the_words_of_a_page_that_repeats_another_one_stand_for_none() -> None:
    """It has more of them only because a copier put two words in the place of one."""
    spun = SAID.replace("anybody", "any person")
    made, pool = placed(quote(SAID), quote(spun), quote(SAID))
    (found,) = sayings_of(made, pool, {}, {made[1].article_id})
    assert found.text == SAID
    assert len(found.quote_ids) == 3
    assert sayings_of(made, pool, {})[0].text == spun
