"""Who reports by the sentence's tree, whom a pronoun of the same sentence means, and which actor that is."""

from typing import Any

import pytest
from tests.quotes.conftest import Heard
from tests.quotes.test_restored import quote

from stemma.model import ActorMention, Quote
from stemma.quotes import spoken_by
from stemma.quotes.speakers import meant, speaking

Word = tuple[str, str, int, str, str]


def reading(*words: Word) -> dict[str, Any]:
    """Words as (word, tag, head, relation, name)."""
    names = ("words", "upos", "heads", "rels", "names")
    return dict(zip(names, map(list, zip(*words, strict=True)), strict=True))


PASSIVE = reading(
    ("It", "PRON", 3, "nsubj:pass", "O"), ("was", "AUX", 3, "aux:pass", "O"),
    ("denied", "VERB", 0, "root", "O"), ("by", "ADP", 5, "case", "O"),
    ("Brook", "PROPN", 3, "obl:agent", "B-PER"),
)  # fmt: skip
BESIDE = reading(
    ("On", "ADP", 2, "case", "O"), ("condition", "NOUN", 4, "obl", "O"),
    ("Brook", "PROPN", 4, "nsubj", "B-PER"), ("said", "VERB", 0, "root", "O"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("made", "cue", "source", "found"),
    [
        (PASSIVE, (2, 3), None, (4, 5)),
        (PASSIVE, (1, 3), None, (4, 5)),
        (PASSIVE, (2, 3), (0, 1), (0, 1)),
        (BESIDE, (3, 4), (0, 2), (2, 3)),
        (BESIDE, (3, 4), (2, 3), (2, 3)),
        (BESIDE, (3, 4), None, None),
    ],
)
def test_who_reports(made: dict[str, Any], cue: Any, source: Any, found: Any) -> None:
    run, why = speaking(made, cue, source)
    assert run == found
    assert bool(why) == (found != source)


RELATIVE = reading(
    ("Brook", "PROPN", 5, "nsubj", "B-PER"), (",", "PUNCT", 4, "punct", "O"),
    ("who", "PRON", 4, "nsubj", "O"), ("lied", "VERB", 1, "acl:relcl", "O"),
    ("left", "VERB", 0, "root", "O"),
)  # fmt: skip
ABOVE = reading(
    ("Brook", "PROPN", 2, "nsubj", "B-PER"), ("left", "VERB", 0, "root", "O"),
    ("as", "SCONJ", 5, "mark", "O"), ("he", "PRON", 5, "nsubj", "O"),
    ("said", "VERB", 2, "advcl", "O"),
)  # fmt: skip
BOTH = reading(
    ("Brook", "PROPN", 2, "nsubj", "B-PER"), ("met", "VERB", 0, "root", "O"),
    ("Reed", "PROPN", 2, "obj", "B-PER"), ("as", "SCONJ", 6, "mark", "O"),
    ("he", "PRON", 6, "nsubj", "O"), ("said", "VERB", 2, "advcl", "O"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("made", "source", "found"),
    [
        (RELATIVE, (2, 3), (0, 1)),
        (ABOVE, (3, 4), (0, 1)),
        (BOTH, (4, 5), None),
        (RELATIVE, (0, 1), None),
        (RELATIVE, (1, 3), None),
    ],
)
def test_whom_a_pronoun_of_the_same_sentence_means(
    made: dict[str, Any], source: Any, found: Any
) -> None:
    assert meant(made, source) == found


def test_a_relative_clause_has_the_speaker_whom_it_describes(heard: Heard) -> None:
    (one,) = heard("Ann Brook, who said that the dyke would hold, left Halden on Monday.")
    assert (one.status, one.speaker, one.text) == (
        "attributed", "Ann Brook", "that the dyke would hold",
    )  # fmt: skip
    assert "stands for it in the same sentence" in one.how


# -- actors ----------------------------------------------------------------------------------------


def mention(start: int, text: str, actor: str | None) -> ActorMention:
    known: dict[str, Any] = dict.fromkeys(ActorMention.__dataclass_fields__)
    known |= {
        "id": f"mention-a-{start}", "article_id": "a", "sentence_id": "s", "actor_id": actor,
        "start": start, "end": start + len(text), "how": "the only one that fits", "text": text,
    }  # fmt: skip
    return ActorMention(**known)


def given(speaker: str, *mentions: ActorMention, status: str = "orphan") -> Quote:
    how = f"its passage says «{speaker}», and not who that is"
    place = {"speaker_start": 0, "speaker_end": len(speaker)}
    one = quote("a", speaker=speaker, status=status, start=100, how=how, **place)
    (found,) = spoken_by([one], {"s": mentions}, {"actor-1": "Ann Brook"})
    return found


def test_a_pronoun_whose_actor_is_known_gives_the_speaker() -> None:
    found = given("she", mention(0, "she", "actor-1"))
    assert (found.status, found.actor_id, found.speaker) == ("attributed", "actor-1", "she")
    assert found.how == "«she» is Ann Brook: the only one that fits"


def test_a_pronoun_of_whom_nothing_is_known_is_left_an_orphan() -> None:
    for mentions in ((), (mention(0, "she", None),), (mention(50, "she", "actor-1"),)):
        found = given("she", *mentions)
        assert (found.status, found.actor_id) == ("orphan", None)


def test_a_name_gets_its_actor_and_stays() -> None:
    found = given("Brook", mention(0, "Brook", "actor-1"), status="attributed")
    assert (found.status, found.actor_id) == ("attributed", "actor-1")


def test_several_speakers_are_no_one_actor() -> None:
    found = given(
        "Kestria and Lorn", mention(0, "Kestria", "actor-1"), mention(12, "Lorn", "actor-2"),
        status="attributed",
    )  # fmt: skip
    assert found.actor_id is None
