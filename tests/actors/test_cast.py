"""The rows: ids, order, spans, and what is left out."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.actors.telling import articles, cast, placed, read

from stemma.actors import describe, find_cast, phrases_of
from stemma.model import ActorMention, group_id, mention_at

TEXTS = (
    "Danish Foreign Minister Lars Holmgren met Mira Olsen in Paris. / He said Norway was late.",
    "Holmgren left Paris on Monday.\nThe Danish foreign minister was tired, Olsen said.",
    "The Organisation for the Protection of Rivers (OPR) sent Olsen to Norway.\nThe OPR said so.",
)


def test_an_actor_has_the_least_of_its_mentions_in_its_id() -> None:
    found = cast(*TEXTS)
    for actor in found.actors:
        mine = [m.id for m in found.mentions if m.actor_id == actor.id]
        assert actor.id == group_id("actor", mine)
        assert actor.carriers == len({m.article_id for m in found.mentions if m.id in mine})


def test_mentions_are_once_and_where_they_say() -> None:
    pile = articles(*TEXTS)
    text = {
        name: " ".join(s for paragraph in paragraphs for s in paragraph)
        for name, paragraphs in pile.items()
    }
    found = cast(*TEXTS)
    assert len({m.id for m in found.mentions}) == len(found.mentions)
    for row in (*found.mentions, *found.actors):
        assert text[row.article_id][row.start : row.end] == row.text
    assert all(m.how for m in found.mentions)
    assert all(a.how for a in found.actors)


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_what_is_given_changes_nothing(chance: random.Random) -> None:
    sentences = placed(articles(*TEXTS))
    expected = find_cast("story-a000000000000", sentences)
    shuffled = sentences[:]
    chance.shuffle(shuffled)
    found = find_cast("story-a000000000000", shuffled)
    assert sorted(found.actors, key=lambda a: a.id) == sorted(expected.actors, key=lambda a: a.id)
    assert sorted(found.mentions, key=lambda m: m.id) == sorted(
        expected.mentions, key=lambda m: m.id
    )


def test_what_names_the_reporter_is_no_actor() -> None:
    sentences = placed(articles("OSLO (OPX) - Norway sent ships."))
    tag = ("a000000000000", 0, 13)
    assert "OPX" not in {a.name for a in find_cast(None, sentences, tags=[tag]).actors}


def test_a_noun_phrase_is_found_by_its_words() -> None:
    sentence = read("The Danish foreign minister, Lars Holmgren, said so.")
    first, last = sentence.phrase(sentence.words.index("minister"))
    phrase = describe(sentence, first, last)
    assert (phrase.kind, phrase.country, phrase.sector) == ("title", "DNK", "GOV")
    assert [p.shown for p in phrases_of(sentence) if p.kind == "name"] == ["Lars Holmgren"]


def test_nothing_in_nothing_out() -> None:
    assert find_cast(None, []) == ([], [], ())
    assert cast("It rained all day.").actors == []


def mention(start: int, end: int) -> ActorMention:
    return ActorMention(
        f"m{start}", None, "a", "s", start, end, "name", None, "", "x" * (end - start)
    )


def test_the_mention_that_a_noun_phrase_is() -> None:
    mentions = [mention(0, 6), mention(0, 20), mention(30, 40)]
    assert mention_at(mentions, 0, 6) == mentions[0]
    assert mention_at(mentions, 0, 25) == mentions[1]
    assert mention_at(mentions, 0, 45, head=33) == mentions[2]
    assert mention_at(mentions, 32, 38) == mentions[2]
    assert mention_at(mentions, 22, 28) is None
