"""Stories as records, and passages of other stories inside an article."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.stories.pages import FERRY, FROST, LONG, grouped, inserts, pages, stories

from stemma.stories import Sorted

FOREIGN = (
    "Growers in the Eastern Hills lost their apple blossom to the frost, and the orchard union wants "
    "loans for cider makers."
)


def test_a_story_says_what_it_is() -> None:
    articles = pages(*FERRY, *FROST)
    found = stories(articles)
    ferry = max(found.stories, key=lambda story: story.carriers)
    assert (ferry.carriers, ferry.texts) == (3, 3)
    assert {"ferry", "anselm"} <= set(ferry.words)
    assert ferry.title in [text.split("\n")[0] for text in FERRY]
    assert "joined above 0.15, average link" in ferry.how
    members = [a.id for a in found.articles if a.story_id == ferry.id]
    assert ferry.id == f"story-{min(members)}"
    assert ferry.article_id in members


def test_a_headline_of_several_texts_names_the_story() -> None:
    """Swapped or not, the headline of one page says less of what all tell; letters are all one."""
    head = "Ferry breaks down off Port Anselm"
    own, *rest = FERRY
    told = [
        f"{line}\n{text.partition(chr(10))[2]}"
        for line, text in zip((head, head.upper()), rest, strict=True)
    ]
    (story,) = stories(pages(own, *told)).stories
    assert story.title.casefold() == head.casefold()
    # A copy of a page is no other text.
    (story,) = stories(pages(own, own, own)).stories
    assert story.title == own.partition("\n")[0]


def test_an_article_alone_says_so() -> None:
    (story,) = stories(pages(FERRY[0])).stories
    assert (story.carriers, story.texts) == (1, 1)
    assert (
        story.how
        == "no other text is near enough, or published near enough, to be about the same happening"
    )


def test_copies_are_one_text() -> None:
    (story,) = stories(pages(FERRY[0], FERRY[0], FERRY[1])).stories
    assert (story.carriers, story.texts) == (3, 2)


def test_no_articles_no_stories() -> None:
    assert stories([]).stories == []


def test_a_foreign_passage_in_words_of_its_own_becomes_an_insert() -> None:
    found = stories(pages(FERRY[0], f"{LONG}\n\n{FOREIGN}", FERRY[2], *FROST))
    assert len(grouped(found)) == 2
    (where,) = inserts(found)
    assert where == ("1.txt", "Growers in")
    insert = next(block for block in found.blocks if block.kind == "insert")
    frost = next(a.story_id for a in found.articles if a.path == "3.txt")
    assert insert.story_id == frost
    assert insert.how == "names and words of another story, none of its own"


def test_a_foreign_passage_that_is_a_copy_becomes_an_insert_where_it_is_foreign() -> None:
    """And stays prose in the article whose story it belongs to."""
    copied = FROST[1].split("\n\n")[1]
    found = stories(pages(FERRY[0], f"{LONG}\n\n{copied}", FERRY[2], *FROST))
    assert set(inserts(found)) == {("1.txt", "Straw fires")}


def test_a_stitched_page_makes_nothing_foreign_where_it_was_taken_from() -> None:
    taken = FROST[1].split("\n\n")[1]
    mixed = f"{LONG}\n\n{taken}"
    found = stories(pages(FERRY[0], mixed, FERRY[2], *FROST), stitched=["1.txt"])
    assert set(inserts(found)) == {("1.txt", "Straw fires")}
    names = {article.path: article.id for article in found.articles}
    assert names["1.txt"] not in {story.article_id for story in found.stories}


def test_a_copy_that_several_articles_of_its_story_carry() -> None:
    copied = FROST[1].split("\n\n")[1]
    texts = (f"{LONG}\n\n{copied}", FERRY[0], FERRY[2], *FROST, f"{FROST[0]}\n\n{copied}")
    found = stories(pages(*texts))
    assert set(inserts(found)) == {("0.txt", "Straw fires")}
    insert = next(block for block in found.blocks if block.kind == "insert")
    assert insert.how == "its passages are otherwise carried by another story only"


def test_likeness_to_the_own_article_alone_saves_no_passage() -> None:
    """Said twice in one article, it is still foreign to the other articles of the story."""
    twice = f"{LONG}\n\n{FOREIGN}\n\n{FOREIGN.replace('lost', 'mourn')}"
    found = stories(pages(FERRY[0], twice, FERRY[2], *FROST))
    assert len([b for b in found.blocks if b.kind == "insert"]) == 2


def test_an_article_alone_in_its_story_has_no_foreign_words() -> None:
    """Nothing shows which of its words are the story's."""
    found = stories(pages(f"{LONG}\n\n{FOREIGN}", *FROST))
    assert inserts(found) == {}


def test_short_lines_and_a_pile_of_one_story_have_no_inserts() -> None:
    assert (
        inserts(stories(pages(FERRY[0], f"{LONG}\n\nApple frost loans!", FERRY[2], *FROST))) == {}
    )
    assert inserts(stories(pages(*FERRY))) == {}


def test_a_line_that_points_at_another_text_is_an_insert_of_no_known_story() -> None:
    found = stories(pages(FERRY[0], f"{LONG}\n\nMore news: Ten ways to cook a herring", FERRY[2]))
    (insert,) = [block for block in found.blocks if block.kind == "insert"]
    assert insert.story_id is None


def test_a_family_knows_its_story_and_an_insert_does_not_blur_it() -> None:
    copied = FROST[1].split("\n\n")[1]
    texts = (f"{LONG}\n\n{copied}", FERRY[0], FERRY[2], *FROST, f"{FROST[0]}\n\n{copied}")
    found = stories(pages(*texts))
    frost = next(a.story_id for a in found.articles if a.path == "3.txt")
    families = [f for f in found.families if "Straw fires burned" in f.text]
    assert [f.story_id for f in families] == [frost]


@settings(max_examples=20)
@given(st.randoms())
def test_files_in_another_order_give_the_same_records(chance: random.Random) -> None:
    texts = [FERRY[0], f"{LONG}\n\n{FOREIGN}", FERRY[2], *FROST]
    articles = pages(*texts)
    once = stories(articles)
    # Names of files are part of an id, so that the same articles are asked for in another order.
    again = list(articles)
    chance.shuffle(again)
    assert stories(sorted(again, key=lambda a: a.id)) == once


def test_copies_make_no_story_larger_smaller_or_other() -> None:
    """Words of a text that was copied fifty times are as rare as those of one that was not."""
    once = stories(pages(*FERRY, *FROST))
    often = stories(pages(*FERRY, *[FROST[0]] * 50, *FROST))

    def told(found: Sorted) -> list[tuple[str, int]]:
        return sorted((story.title, story.texts) for story in found.stories)

    assert told(once) == told(often)
    assert sorted(s.carriers for s in often.stories) == [len(FERRY), len(FROST) + 50]


def test_an_insert_is_found_in_every_copy_of_its_article() -> None:
    copied = FROST[1].split("\n\n")[1]
    stitched = f"{LONG}\n\n{copied}"
    found = stories(pages(FERRY[0], stitched, stitched, FERRY[2], *FROST))
    assert set(inserts(found)) == {("1.txt", "Straw fires"), ("2.txt", "Straw fires")}
