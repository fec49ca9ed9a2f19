"""What an article consists of: each piece of its prose and where it comes from."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.lineage.tracing import (
    BAKERS,
    INQUIRY,
    LNA,
    ORCHARD,
    PIER,
    ROOFS,
    Traced,
    exchanged,
    ids,
    of_articles,
    piles,
    swapped,
    traced,
)

from stemma.flow import build
from stemma.model import Article, Part

HONEST = Path(__file__).parents[2] / "examples" / "honest" / "pages"
SAID = "Nobody in this valley asked for a bridge and nobody in this valley is going to pay for one"
SHOUTED = f'"{SAID}," the mayor shouted from the steps of the town hall.'
ANSWERED = f'Standing in the rain, Anna Holm answered her critics: "{SAID}."'
SPUN = exchanged({0: "l", 1: "l", 2: "l", 3: "l"})
KINDS = {
    "own", "exemplar", "undecided", "copied", "swapped", "orphaned", "quotation", "foreign",
}  # fmt: skip


def pieces(found: Traced, path: str, **kinds: str) -> list[Part]:
    """The pieces of one article, in order of place."""
    parts = [part for part in found.parts(**kinds) if found.path(part) == path]
    return sorted(parts, key=lambda part: part.start)


def kinds(found: Traced, path: str, **blocks: str) -> list[str]:
    return [part.kind for part in pieces(found, path, **blocks)]


# -- the kinds ------------------------------------------------------------------------------------


def test_what_no_other_article_has_is_own() -> None:
    (part,) = pieces(traced(PIER, BAKERS), "0.txt")
    assert (part.kind, part.text, part.family_id, part.copy_id) == ("own", PIER, None, None)
    assert "or from a text that is not in the pile" in part.how


def test_what_one_article_has_twice_is_its_own() -> None:
    found = traced(f"{PIER}\n\n{BAKERS}\n\n{PIER}", ORCHARD)
    assert kinds(found, "0.txt") == ["own", "own", "own"]
    assert "more than once" in pieces(found, "0.txt")[0].how


def test_what_several_have_alike_is_undecided() -> None:
    found = traced(PIER, PIER, PIER)
    for path in ("0.txt", "1.txt", "2.txt"):
        (part,) = pieces(found, path)
        assert part.kind == "undecided"
        assert "others have it too" in part.how


def test_the_original_is_the_exemplar_and_who_has_it_otherwise_copied_it() -> None:
    found = traced(LNA + ROOFS, swapped(ROOFS, ("214", "241")))
    (original,) = pieces(found, "0.txt")
    (copy,) = pieces(found, "1.txt")
    assert (original.kind, copy.kind) == ("exemplar", "copied")
    assert (original.copy_id, copy.copy_id) == (None, found.descent.copies[0].id)
    assert copy.how == found.descent.copies[0].how
    assert original.text == ROOFS


def test_copied_with_words_that_are_known_as_replacements_is_swapped() -> None:
    found = traced(*[exchanged({})] * 3, SPUN)
    assert kinds(found, "3.txt") == ["swapped"] * 4
    assert pieces(found, "3.txt")[0].how == "copied, with «trucks» for «lorries»"
    others = [kind for n in range(3) for kind in kinds(found, f"{n}.txt")]
    assert set(others) == {"exemplar", "undecided"}


def test_it_is_swapped_too_where_most_have_the_replacement() -> None:
    """At one place three have it, among them the one that others are aligned to; a third word is no
    replacement of that one's."""
    text = exchanged({})
    first = exchanged({0: "l"})
    third = text.replace("all lorries", "all sledges")
    found = traced(first, first, first, third, *[text] * 4, SPUN, SPUN)
    told = {n: pieces(found, f"{n}.txt")[0] for n in range(10)}
    assert {told[n].kind for n in (0, 1, 2, 8, 9)} == {"swapped"}
    assert told[3].kind != "swapped"
    assert {told[n].kind for n in (4, 5, 6, 7)} <= {"exemplar", "undecided"}


@pytest.mark.parametrize("copies", [1, 2])
def test_quoted_words_alone_that_another_has_with_a_clause_are_orphaned(copies: int) -> None:
    found = traced(SHOUTED, ANSWERED, *[f'"{SAID}".'] * copies)
    assert kinds(found, "2.txt") == ["orphaned"]
    assert kinds(found, "0.txt") == ["quotation", "own"]
    assert kinds(found, "1.txt") == ["own", "quotation"]
    assert "which shows no copying" in pieces(found, "0.txt")[0].how


def test_quoted_words_alone_everywhere_are_a_quotation() -> None:
    found = traced(f'"{SAID}".', f'"{SAID}".')
    assert kinds(found, "0.txt") == kinds(found, "1.txt") == ["quotation"]


def test_blocks_of_another_story_are_foreign_whatever_they_share() -> None:
    text = f"{PIER}\n\n{BAKERS}\n\n{ORCHARD}"
    found = traced(text, f"{PIER}\n\n{ORCHARD}")
    told = pieces(found, "0.txt", Bakers="insert", Growers="insert")
    assert [part.kind for part in told] == ["undecided", "foreign", "foreign"]
    assert told[2].family_id is not None


@pytest.mark.parametrize("kind", ["chrome", "comment", "dateline"])
def test_furniture_and_comments_are_no_piece(kind: str) -> None:
    found = traced(f"{PIER}\n\n{BAKERS}", f"{PIER}\n\n{ORCHARD}")
    assert kinds(found, "0.txt", Bakers=kind) == ["undecided"]


@pytest.mark.parametrize("kind", ["headline", "caption", "paragraph"])
def test_headlines_and_captions_are_pieces(kind: str) -> None:
    found = traced(f"{PIER}\n\n{BAKERS}", f"{PIER}\n\n{ORCHARD}")
    assert kinds(found, "0.txt", Bakers=kind) == ["undecided", "own"]


def test_a_tag_is_no_piece() -> None:
    found = traced(f"{LNA}{PIER}\n\n(LNA)", f"{BAKERS}\n\n{LNA}{PIER}", f"{LNA}{ORCHARD}")
    assert [part.text for part in pieces(found, "0.txt")] == [PIER]
    assert [part.text for part in pieces(found, "1.txt")] == [BAKERS, PIER]
    assert [part.text for part in pieces(found, "2.txt")] == [ORCHARD]


def test_a_sentence_is_cut_where_others_begin_to_have_it() -> None:
    tail = PIER[PIER.index("to close the old") :]
    head = "Nothing at all was said on that long evening of the war in the hills or of the plan"
    found = traced(f"{PIER} {BAKERS}", f"{head} {tail}")
    told = pieces(found, "1.txt")
    assert [(part.kind, part.text) for part in told] == [("own", head), ("undecided", tail)]
    assert told[0].sentence_id == told[1].sentence_id


# -- what an honest page does ---------------------------------------------------------------------

WORKS = (
    "Engineers from South Korea were asked on Monday to look at the rusted sluice gates of the town.",
    "Tents were put up on the dyke for the guests from South Korea, whom the bakers fed for a week.",
    "South Korea will be paid out of a fund that the harbour board set up after the last flood.",
    "A flag of South Korea flew from the church tower until the storm took it and half of the roof.",
)


def test_a_countrys_official_name_alone_is_no_exchange_of_words() -> None:
    """An outlet with a house style copied, and exchanged nothing to hide it."""
    text = "\n\n".join(WORKS)
    formal = text.replace("South Korea", "Republic of Korea")
    found = traced(text, text, text, formal)
    assert [swap.spun for swap in found.descent.swaps] == ["republic of korea"]
    assert set(kinds(found, "3.txt")) == {"copied"}


def test_an_official_name_beside_an_exchanged_word_is_told_with_it() -> None:
    text = f"{exchanged({})}\n\nThe lorries of South Korea were the last to be let off the ferry that night."
    spun = text.replace("lorries", "trucks").replace("South Korea", "Republic of Korea")
    found = traced(text, text, text, spun)
    last = pieces(found, "3.txt")[-1]
    assert last.kind == "swapped"
    assert last.how == "copied, with «trucks» for «lorries», «Republic of Korea» for «South Korea»"


def test_a_comma_behind_a_quotation_mark_is_no_exchange_of_words() -> None:
    said = [
        f'"{text[:-1]}," the harbour master told the town council on the last day of the fair.'
        for text in (PIER, BAKERS, ORCHARD)
    ]
    american = "\n\n".join(said)
    british = american.replace(',"', '",')
    found = traced(american, american, american, british)
    assert "swapped" not in {part.kind for part in found.parts()}


def test_one_difference_that_was_seen_nowhere_else_is_no_swap() -> None:
    found = traced(LNA + PIER, PIER, PIER, swapped(PIER, ("wooden", "timber")))
    assert kinds(found, "3.txt") == ["copied"]


def test_a_misfit_shows_the_exchange_by_itself() -> None:
    found = traced(INQUIRY, swapped(INQUIRY, ("international", "worldwide")))
    assert kinds(found, "1.txt") == ["swapped"]


def test_on_the_honest_pages_nothing_is_swapped(tmp_path: Path) -> None:
    """Two repost one report, one writes a country's long official name throughout, one is British."""
    case = build([str(HONEST)], tmp_path / "case", until="parts", workers=1)
    found = case.table("parts")
    assert len(found) > 50
    assert "swapped" not in set(found["kind"])


# -- what always holds ----------------------------------------------------------------------------


@given(piles())
def test_pieces_lie_in_their_sentences_and_do_not_overlap(articles: list[Article]) -> None:
    found = of_articles(articles)
    text = {a.id: a.text for a in articles}
    sentence = {s.id: s for s in found.sentences}
    parts = found.parts()
    assert ids(parts) == sorted(set(ids(parts)))
    for part in parts:
        assert part.kind in KINDS
        assert part.how
        assert part.start < part.end
        assert text[part.article_id][part.start : part.end] == part.text
        inside = sentence[part.sentence_id]
        assert inside.article_id == part.article_id
        assert inside.start <= part.start < part.end <= inside.end
    for one, other in pairwise(sorted(parts, key=lambda p: (p.article_id, p.start))):
        assert one.article_id != other.article_id or one.end <= other.start


@given(piles())
def test_each_witness_is_one_piece_and_refers_to_its_edge(articles: list[Article]) -> None:
    found = of_articles(articles)
    shared = [p for p in found.parts() if p.family_id is not None]
    assert sorted((p.family_id, p.article_id, p.start, p.end) for p in shared) == sorted(
        (w.family_id, w.article_id, w.start, w.end) for w in found.lineage.witnesses
    )
    edges = {copy.id: copy for copy in found.descent.copies}
    for part in shared:
        if part.kind in ("copied", "swapped"):
            assert part.copy_id is not None
            assert edges[part.copy_id].direction == "forward"
        if part.kind in ("quotation", "orphaned", "exemplar"):
            assert part.copy_id is None
    assert {p.copy_id for p in shared} - {None} == set(edges)


@given(piles(), st.permutations(range(5)))
def test_the_order_of_files_changes_no_piece(articles: list[Article], order: list[int]) -> None:
    again = [articles[i] for i in order if i < len(articles)]
    assert of_articles(again).parts() == of_articles(articles).parts()
