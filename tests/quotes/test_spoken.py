"""Which actor the words mean that name a speaker."""

from dataclasses import replace

import pytest

from stemma.model import ActorMention, Quote, span_id
from stemma.quotes import spoken_by
from stemma.quotes.spoken import is_own

ARTICLE = "a" + "1" * 12


@pytest.mark.parametrize(
    ("speaker", "name", "own"),
    [
        ("Secretary of State Ann Holm", "Ann Holm", True),
        ("Ann Holm, 61, a farmer", "Ann Holm", True),
        ("Ann Holm of the Water Board", "Ann Holm", True),
        ("Tarn's mayor, Ann Holm", "Ann Holm", True),
        ("a spokesman for Ann Holm", "Ann Holm", False),
        ("Ann Holm's lawyer", "Ann Holm", False),
        ("the Holm administration", "Holm", False),
        ("a friend of Ann Holm", "Ann Holm", False),
        ("Ann Holm and others", "Ann Holm", False),
    ],
)
def test_a_name_in_the_words_for_a_speaker_is_not_always_the_speakers(
    speaker: str, name: str, own: bool
) -> None:
    at = speaker.index(name)
    assert is_own(speaker, at, at + len(name)) == own


def quote(speaker: str, status: str = "attributed") -> Quote:
    return Quote(
        id=span_id("quote", ARTICLE, 0, 10), article_id=ARTICLE, sentence_id="s", story_id=None, start=0,
        end=10, pieces=("0-10",), kind="direct", status=status, speaker=speaker, speaker_start=20,
        speaker_end=20 + len(speaker), actor_id=None, cue="said", cue_start=None, cue_end=None,
        within_id=None, witness_ids=(), flags=(),
        how=f"«said» reports it; its passage says «{speaker}», and not who that is", text="Nobody came",
    )  # fmt: skip


def mention(text: str, at: int, actor: str | None, kind: str = "name") -> ActorMention:
    start = 20 + at
    return ActorMention(
        span_id("actormention", ARTICLE, start, start + len(text)), actor, ARTICLE, "s", start,
        start + len(text), kind, None, "the only one that fits in the passage: Ann Holm", text,
    )  # fmt: skip


def spoken(given: Quote, *mentions: ActorMention) -> Quote:
    return spoken_by([given], {"s": mentions}, {"actor-h": "Ann Holm"})[0]


def test_a_name_is_its_actor() -> None:
    assert spoken(quote("Ann Holm"), mention("Ann Holm", 0, "actor-h")).actor_id == "actor-h"


def test_a_pronoun_whose_actor_is_known_gives_the_quote_to_it() -> None:
    found = spoken(quote("she", "orphan"), mention("she", 0, "actor-h", "pronoun"))
    assert (found.status, found.actor_id) == ("attributed", "actor-h")
    assert found.how.endswith("«she» is Ann Holm: the only one that fits in the passage: Ann Holm")
    assert "not who that is" not in found.how


def test_a_pronoun_that_may_mean_several_stays_an_orphan() -> None:
    given = quote("she", "orphan")
    assert spoken(given, mention("she", 0, None, "pronoun")) == given


@pytest.mark.parametrize("speaker", ["Ann Holm's lawyer", "a spokesman for Ann Holm"])
def test_who_speaks_for_another_is_not_the_other(speaker: str) -> None:
    given = quote(speaker)
    assert spoken(given, mention("Ann Holm", speaker.index("Ann"), "actor-h")) == given


def test_several_who_speak_together_are_none_of_them() -> None:
    given = quote("Peru, Chile and Oman")
    found = spoken(
        given,
        mention("Peru", 0, "actor-p"),
        mention("Chile", 6, "actor-c"),
        mention("Oman", 16, "actor-o"),
    )
    assert found == given


def test_a_quote_without_a_speaker_is_left_alone() -> None:
    given = replace(quote("x"), speaker=None, speaker_start=None, speaker_end=None)
    assert spoken(given, mention("Ann Holm", 0, "actor-h")) == given


def test_behind_a_title_or_a_house_the_name_says_who_speaks() -> None:
    said = quote("Defense attorney Ann Holm")
    held = [
        mention("Defense attorney", 0, "actor-1", "title"),
        mention("Ann Holm", 17, "actor-1"),
    ]
    assert spoken_by([said], {"s": held}, {})[0].actor_id == "actor-1"
    house = [mention("Ferrox", 0, "actor-2"), mention("Ann Holm", 23, "actor-1")]
    found = spoken_by([quote("Ferrox Chief Executive Ann Holm")], {"s": house}, {})
    assert found[0].actor_id == "actor-1"


def test_whose_lawyer_speaks_is_not_the_lawyer() -> None:
    held = [mention("Ann Holm", 0, "actor-1"), mention("Bob Lee", 18, "actor-2")]
    assert spoken_by([quote("Ann Holm's lawyer Bob Lee")], {"s": held}, {})[0].actor_id == "actor-2"
