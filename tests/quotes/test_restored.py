"""Whose an orphan is: only a witness of the same words with a clause that names the speaker says it."""

from dataclasses import replace
from typing import Any

import pytest

from stemma.model import Quote, Witness, span_id
from stemma.quotes import restored

WORDS = "“We felt that we had to do something about it.”"


def quote(article: str, text: str = WORDS, speaker: str | None = None, **more: Any) -> Quote:
    start = more.pop("start", 0)
    known: dict[str, Any] = {
        "id": span_id("quote", article, start, start + len(text)),
        "article_id": article, "sentence_id": "s", "story_id": None,
        "start": start, "end": start + len(text), "pieces": (f"{start}-{start + len(text)}",),
        "kind": "direct", "status": "attributed" if speaker else "orphan", "speaker": speaker,
        "speaker_start": None, "speaker_end": None, "actor_id": None, "cue": "said" if speaker else None,
        "cue_start": None, "cue_end": None, "within_id": None, "witness_ids": (), "flags": (),
        "how": "made here", "text": text,
    }  # fmt: skip
    return Quote(**{**known, **more})


def witness(article: str, family: str, start: int = 0, end: int = len(WORDS)) -> Witness:
    return Witness(span_id("witness", article, start, end), family, article, "s", start, end,
                   True, 0, False, "aligned", WORDS)  # fmt: skip


def first(*quotes: Quote, witnesses: tuple[Witness, ...] = ()) -> Quote:
    return restored(quotes, witnesses)[0]


def test_a_named_witness_gives_the_speaker_and_is_the_evidence() -> None:
    named = quote("b", speaker="Ann Brook")
    found = first(quote("a"), named)
    assert (found.status, found.speaker, found.witness_ids) == (
        "restored", "Ann Brook", (named.id,),
    )  # fmt: skip
    assert found.speaker_start is found.speaker_end is None
    assert "«Ann Brook» in b" in found.how


def test_a_pronoun_restores_nothing() -> None:
    pronoun = quote("b", speaker="she", status="orphan")
    assert first(quote("a"), pronoun).status == "orphan"


def test_an_orphan_with_a_pronoun_is_restored_like_any_other() -> None:
    found = first(quote("a", speaker="she", status="orphan"), quote("b", speaker="Ann Brook"))
    assert (found.status, found.speaker) == ("restored", "Ann Brook")


def test_a_line_that_its_page_shows_twice_has_the_speaker_of_the_other() -> None:
    again = quote("a", speaker="Ann Brook", start=100)
    assert first(quote("a"), again).speaker == "Ann Brook"


def test_one_article_alone_is_no_witness_of_nearly_the_same_words() -> None:
    again = quote("a", WORDS.replace("something", "much"), speaker="Ann Brook", start=100)
    assert first(quote("a"), again).status == "orphan"
    assert first(quote("a"), replace(again, article_id="b")).speaker == "Ann Brook"


def test_a_pronoun_whose_actor_is_known_restores_nothing_either() -> None:
    pointed = quote("b", speaker="she", actor_id="actor-1")
    assert first(quote("a"), pointed).status == "orphan"


def test_what_was_restored_restores_nothing() -> None:
    found = restored([quote("a"), quote("b", status="restored", speaker="Ann Brook")], [])
    assert found[0].status == "orphan"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (WORDS, "restored"),
        ("we felt that we had to do something about it", "restored"),
        ("“We will not do anything about that any more.”", "orphan"),
        ("“We felt it.”", "orphan"),
    ],
)
def test_other_words_restore_nothing(text: str, status: str) -> None:
    assert first(quote("a"), quote("b", text, speaker="Ann Brook")).status == status


def test_too_few_words_restore_nothing() -> None:
    short = "“No, never.”"
    assert first(quote("a", short), quote("b", short, speaker="Ann Brook")).status == "orphan"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("“We felt that we had to do anything at all about it.”", "restored"),
        ("“We felt that we had to do something”", "restored"),
        ("“A bridge was closed on Monday because of the storm.”", "orphan"),
    ],
)
def test_words_of_one_family_may_differ_a_little(text: str, status: str) -> None:
    other = quote("b", text, speaker="Ann Brook")
    aligned = (witness("a", "family-1"), witness("b", "family-1", 0, len(text)))
    assert first(quote("a"), other, witnesses=aligned).status == status


# No five words in a row are those of `WORDS`.
LOOSE = "“We felt that they had to do much about it.”"


@pytest.mark.parametrize(
    ("text", "families", "status"),
    [
        ("“We felt that we had to do anything at all about it.”", ("1", "2"), "restored"),
        (LOOSE, ("1", "1"), "restored"),
        (LOOSE, ("1", "2"), "orphan"),
    ],
)
def test_near_words_must_be_aligned_or_have_a_run_in_common(
    text: str, families: tuple[str, str], status: str
) -> None:
    other = quote("b", text, speaker="Ann Brook")
    held = tuple(witness(x, f"family-{n}") for x, n in zip("ab", families, strict=True))
    assert first(quote("a"), other, witnesses=held).status == status


def test_a_witness_that_hardly_touches_the_quote_is_not_its() -> None:
    other = quote("b", LOOSE, speaker="Ann Brook")
    aligned = (witness("a", "family-1", len(WORDS) - 2, 200), witness("b", "family-1"))
    assert first(quote("a"), other, witnesses=aligned).status == "orphan"


@pytest.mark.parametrize(
    "names",
    [
        ("Ann Brook", "Tom Reed"),
        ("Ann Brook", "Peter Brook"),
        ("the mayor", "the minister"),
        ("Halden police", "the Harbour Board"),
    ],
)
def test_witnesses_that_name_two_dispute_it(names: tuple[str, str]) -> None:
    found = first(quote("a"), *(quote(x, speaker=n) for x, n in zip("bc", names, strict=True)))
    assert (found.status, found.speaker, len(found.witness_ids)) == ("disputed", None, 2)
    assert all(name in found.how for name in names)


@pytest.mark.parametrize(
    ("names", "speaker"),
    [
        (("Ann Brook", "Ann Brook"), "Ann Brook"),
        (("Brook", "Ann Brook"), "Ann Brook"),
        (("Ann Brook", "the mayor"), "Ann Brook"),
        (("Ms Brook", "Mayor Ann Brook"), "Mayor Ann Brook"),
        (("Brook", "Ann Brook, the mayor of Halden,"), "Ann Brook, the mayor of Halden,"),
        (("the minister", "the minister"), "the minister"),
        (("The minister", "the minister"), "the minister"),
        (("the Kremlin", "The Kremlin"), "the Kremlin"),
        (("the foreign minister", "Foreign Minister Tom Reed"), "Foreign Minister Tom Reed"),
        (("Mr. Reed", "Foreign Minister Tom Reed", "Reed"), "Foreign Minister Tom Reed"),
    ],
)
def test_names_that_may_mean_one_person_agree(names: tuple[str, ...], speaker: str) -> None:
    found = first(quote("a"), *(quote(x, speaker=n) for x, n in zip("bcd", names, strict=False)))
    assert (found.status, found.speaker) == ("restored", speaker)


def test_an_indirect_claim_and_one_with_a_speaker_are_left() -> None:
    named = quote("b", speaker="Ann Brook")
    assert first(quote("a", kind="indirect"), named).status == "orphan"
    own = quote("a", speaker="Tom Reed")
    assert first(own, named) == own


def test_the_same_whatever_the_order() -> None:
    quotes = [quote("a"), quote("b", speaker="Ann Brook"), quote("c", speaker="Brook")]
    one = {q.id: q for q in restored(quotes, [])}
    other = {q.id: q for q in restored(quotes[::-1], [])}
    assert one == other


def test_a_page_that_repeats_another_one_names_nobody() -> None:
    """Another name in it, a title in other words, makes no dispute; and its own orphans are restored."""
    orphan, copy = quote("a"), quote("d")
    named, spun = quote("b", speaker="Ann Brook"), quote("c", speaker="Lars Holt")
    of = {"a": "a", "b": "b", "c": "b", "d": "a"}
    found = restored([orphan, named, spun, copy], (), of)
    assert [one.speaker for one in found] == ["Ann Brook", "Ann Brook", "Lars Holt", "Ann Brook"]
    assert found[0].witness_ids == (named.id,)
