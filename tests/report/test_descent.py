"""Who copied whom, as the report says it: the likely original, the tree, the pages, the swaps. The
families are made by hand, so that what lineage decides may change."""

import re
from dataclasses import replace

import pytest
from lxml import html as lxml_html
from tests.pedigree.families import ARCHETYPE, BASE, FAMILY, article
from tests.report.conftest import Build, Told

from stemma.case import Case
from stemma.model import Swap
from stemma.report import render_html, render_markdown
from stemma.report.book import book
from stemma.report.boxes import pieces, versions
from stemma.report.listings import listings
from stemma.report.originals import original
from stemma.report.replaced import Swapped, as_shown, swapped
from stemma.report.shown import Shown, choose
from stemma.report.stitching import debts, descent, stitched
from stemma.report.trees import MOST_WORDINGS, tree
from stemma.report.view import Kin, Original, Tree
from stemma.text.tokens import compared_words

LEVEE, SPUN = {"dyke": "levee"}, {"dyke": "levee", "nine": "19"}
SWAP = Swap("swap-1", "dyke", "levee", 1, 3, "levee", (), "seen", "dyke ↔ levee")
NONE = Swapped((), {})
CHAIN = (
    {"A": {}, "B": LEVEE, "C": SPUN, "D": {}, "E": {"town": "city"}},
    {
        "B": (None, "forward"),
        "C": ("B", "forward"),
        "D": ("A", "undecided"),
        "E": (None, "undecided"),
    },
    "A",
)


def _original(shown: Shown) -> Original:
    found = original(shown, shown.pedigrees[FAMILY])
    assert found is not None
    return found


def _tree(shown: Shown) -> Tree:
    found = tree(shown, shown.pedigrees[FAMILY], 1)
    assert found is not None
    return found


def _variant(words: str, instead: str) -> str:
    at = BASE.index(words)
    return f"variant-{at}-{at + len(words)}-{instead}"


def _letters(kin: Kin) -> str:
    return "".join(place.siglum for place in kin.pages)


def _words(one: Original) -> str:
    return "".join(stretch.text for stretch in one.stretches)


# -- the likely original ---------------------------------------------------------------------------


def test_the_likely_original_is_what_is_shown(told: Told) -> None:
    found = _original(told(*CHAIN))
    assert found.said == "the wording shown first, that on"
    assert [place.siglum for place in found.pages] == ["A", "D"]
    assert found.stretches == ()
    assert not found.conjecture


def test_another_wording_is_quoted_with_what_is_otherwise_than_shown(told: Told) -> None:
    text = BASE.replace("dyke", "levee")
    found = _original(told({"A": {}, "B": LEVEE}, {"A": (None, "forward")}, "B", text))
    assert found.said == "the wording that stands on"
    assert _words(found) == text
    assert [s.text for s in found.stretches if s.mark == "other"] == ["levee"]


def test_a_conjecture_marks_what_the_nearest_page_lacks(told: Told) -> None:
    text = BASE.replace("dyke", "levee").replace("nine", "19")
    versions = {"A": {}, "B": LEVEE, "C": {"nine": "19"}}
    found = _original(
        told(versions, {"A": (None, "forward")}, "B", text, ("«19» rather than «nine»",))
    )
    assert found.conjecture
    assert "put together" in found.said
    assert [place.siglum for place in found.pages] == ["B"]
    assert _words(found) == text
    assert {s.mark: s.text for s in found.stretches if s.mark} == {
        "other": "levee",
        "restored": "19",
    }
    assert found.restored == ("«19» rather than «nine»",)


def test_what_is_lost_on_every_page_stands_in_brackets(told: Told) -> None:
    found = _original(told({"A": {}, "B": {}}, {"A": (None, "forward")}, "A", f"[US]-{BASE}"))
    assert found.lost == "a word"
    assert [s.text for s in found.stretches if s.mark == "lost"] == ["[US]"]
    assert _words(found) == f"[US]-{BASE}"


def test_where_nothing_is_decided_it_is_undecided(told: Told) -> None:
    found = _original(told({"A": {}, "B": LEVEE}, {"B": (None, "undecided")}, "A"))
    assert found.said.startswith("undecided, perhaps ")


def test_the_same_words_everywhere_have_no_line_and_no_tree(told: Told) -> None:
    shown = told({"A": {}, "B": {}}, {"B": ("A", "undecided")}, "A")
    assert original(shown, shown.pedigrees[FAMILY]) is None
    assert tree(shown, shown.pedigrees[FAMILY], 1) is None


# -- the tree --------------------------------------------------------------------------------------


def test_the_tree_in_words_says_what_the_drawing_shows(told: Told) -> None:
    found = _tree(told(*CHAIN))
    assert found.top.said == "its words are on"
    assert _letters(found.top) == "AD"
    below = {_letters(kin): kin for kin in found.top.below}
    assert below["B"].said == "from the likely original"
    assert below["B"].changes == ("has «levee» for «dyke»",)
    assert below["B"].reasons == ("reasons of B",)
    assert below["E"].said == "undecided, perhaps from the likely original"
    (last,) = below["B"].below
    assert (_letters(last), last.said) == ("C", "from B")
    assert last.changes == ("has «19» for «nine»",)
    assert [spot.lines for spot in found.spots] == [("ω", "A D"), ("B",), ("C",), ("E",)]
    assert sorted(line.decided for line in found.strokes) == [False, True, True]
    assert "from B: has «19» for «nine»; reasons of C" in {line.said for line in found.strokes}


def test_reasons_that_name_the_changes_are_not_said_twice(told: Told) -> None:
    shown = told({"A": {}, "B": LEVEE}, {"B": (None, "forward")}, "A")
    (copy,) = shown.rows.copies[FAMILY]
    shown.rows.copies[FAMILY] = [
        replace(copy, how="it has «levee» for «dyke» (3.0 bits); no other")
    ]
    (below,) = _tree(choose(shown.rows)).top.below
    assert below.changes == ()
    assert below.reasons == ("it has «levee» for «dyke» (3.0 bits)", "no other")


def test_a_conjecture_stands_above_all(told: Told) -> None:
    text = BASE.replace("dyke", "levee")
    copies = {"A": (None, "forward"), "B": (None, "undecided")}
    found = _tree(told({"A": {}, "B": SPUN}, copies, "A", text, ("why",)))
    assert found.top.said == "a conjecture that no page has"
    assert [spot.kind for spot in found.spots] == ["conjecture", "wording", "wording"]
    assert {_letters(kin): kin.changes for kin in found.top.below} == {
        "A": ("has «dyke» for «levee»",),
        "B": ("has «19» for «nine»",),
    }


def test_of_a_version_without_a_row_nothing_is_said(told: Told) -> None:
    found = _tree(told({"A": {}, "B": LEVEE, "C": {"nine": "19"}}, {"B": (None, "forward")}, "A"))
    assert {_letters(kin): kin.said for kin in found.top.below}[
        "C"
    ] == "nothing is said of its descent"
    assert len(found.strokes) == 1


def test_a_circle_is_drawn_once(told: Told) -> None:
    copies = {"B": ("C", "undecided"), "C": ("B", "undecided")}
    found = _tree(told({"A": {}, "B": LEVEE, "C": SPUN}, copies, "A"))
    assert sorted(spot.lines[-1] for spot in found.spots) == ["A", "B", "C"]


def test_too_many_wordings_are_counted(told: Told) -> None:
    letters = [chr(ord("B") + n) for n in range(24)]
    versions = {"A": {}, **{x: {"nine": str(n + 20)} for n, x in enumerate(letters)}}
    found = _tree(told(versions, dict.fromkeys(letters, (None, "undecided")), "A"))
    assert len(found.spots) == MOST_WORDINGS
    assert found.left_out == 25 - MOST_WORDINGS


# -- older and later, and another base -------------------------------------------------------------


def test_only_decided_places_say_which_is_older(told: Told) -> None:
    shown = told(*CHAIN)
    found = {p.text: p for p in pieces(shown, shown.pedigrees[FAMILY]) if p.readings}
    assert found["dyke"].age == "older"
    assert found["dyke"].readings[0].age == "later"
    assert (found["town"].age, found["town"].readings[0].age) == ("perhaps older", "")


def test_the_differences_to_look_at_first_say_which_is_older(fires: Case) -> None:
    (line,) = lxml_html.document_fromstring(render_html(fires)).xpath("//ul[@class='notable']/li")
    assert line.xpath(".//b[@class='base']/following-sibling::span[1]/text()") == ["older"]
    assert line.xpath(".//span[@class='other']//span[@class='age later']/text()") == ["later"]


@pytest.mark.parametrize("ends", [None, {"B": "Monday"}, {"E": "dyke"}])
def test_whichever_version_is_the_base_its_words_are_there(
    told: Told, ends: dict[str, str] | None
) -> None:
    given = {"A": {}, "B": LEVEE, "C": SPUN, "D": {"old dyke broke": ""}, "E": {"old": "+very"}}
    shown = told(given, ends=ends)
    made = shown.pedigrees[FAMILY]
    assert len(versions(shown, made)) == 5
    for one in made.wordings.all:
        text = "".join(
            next((h.text for h in p.held if one.number in h.wordings), "") if p.readings else p.text
            for p in pieces(shown, made)
            if one.number not in p.cut
        )
        assert "".join(compared_words(text)) == "".join(compared_words(one.witnesses[0].text))


def test_one_wording_offers_no_other_base(told: Told) -> None:
    shown = told({"A": {}, "B": {}})
    assert versions(shown, shown.pedigrees[FAMILY]) == ()


# -- pages -----------------------------------------------------------------------------------------


def test_what_a_page_has_from_whom(told: Told) -> None:
    shown = told(*CHAIN)
    said = {
        name: [(d.number, d.said) for d in debts(shown, shown.rows.articles[article(name)], NONE)]
        for name in "ABCDE"
    }
    kept = [(1, "with the words of the likely original, which other pages changed")]
    assert said["A"] == said["D"] == kept
    assert said["B"] == [(1, "with words that were changed from the likely original’s")]
    assert said["C"] == [(1, "copied from B")]
    assert said["E"] == [(1, "with words that differ from page to page: undecided who was first")]


def test_the_copies_of_a_story_in_a_sentence(told: Told) -> None:
    shown = told(*CHAIN)
    said = descent(shown, shown.rows.articles.values())
    assert said.startswith(
        "Of 4 copies on these pages: 1 made from the likely original, with changes; "
    )
    assert "1 made from another page; 1 with the same words" in said


def test_pages_that_share_nothing_are_not_listed(told: Told) -> None:
    shown = told({"A": {}, "B": {}})
    assert stitched(shown, shown.rows.articles.values(), NONE) == ()
    assert descent(shown, shown.rows.articles.values()) == ""


def test_a_page_that_has_all_is_named(told: Told) -> None:
    shown = told(*CHAIN)
    (first, *_) = stitched(shown, shown.rows.articles.values(), NONE)
    assert first.company == "1 passage of it is on B, C, D and 1 more too."
    assert first.debts[0].refs[0].number == 1


def test_replacements_are_counted_and_never_on_one_swap_alone(told: Told) -> None:
    other = replace(SWAP, id="swap-2", left="nine", right="19", spun="19", text="nine ↔ 19")
    seen = [
        replace(SWAP, variant_ids=(_variant("dyke", "levee"),)),
        replace(other, variant_ids=(_variant("nine", "19"),)),
    ]
    shown = told(*CHAIN, swaps=tuple(seen))
    both = debts(shown, shown.rows.articles[article("C")], swapped(shown))
    assert (both[-1].number, both[-1].said) == (
        2, "of 2 swapped words are the replacements (2 different ones)"
    )  # fmt: skip
    one = debts(shown, shown.rows.articles[article("B")], swapped(shown))
    assert not [debt for debt in one if "replacement" in debt.said]


# -- swaps -----------------------------------------------------------------------------------------


def test_a_swap_shows_which_side_is_the_replacement_and_where(told: Told) -> None:
    swap = replace(SWAP, variant_ids=(_variant("dyke", "levee"),))
    shown = told(*CHAIN, swaps=(swap,))
    (line,) = listings(shown, swapped(shown))[0].lines
    assert line.cells[:4] == ("levee ← dyke", "1", "3 pages", "2 pages")
    assert line.refs is not None
    assert [ref.number for ref in line.refs] == [1]


def test_a_swap_without_direction_points_both_ways(told: Told) -> None:
    shown = told({"A": {}, "B": {}}, swaps=(replace(SWAP, spun=None),))
    (line,) = listings(shown, swapped(shown))[0].lines
    assert line.cells[:4] == ("dyke ↔ levee", "1", "not known", "not known")


def test_the_sides_of_a_swap_in_the_letters_of_the_pages() -> None:
    swap = replace(SWAP, left="un", right="united nations", text="United Nations ↔ U.N.")
    assert as_shown(swap) == ("U.N.", "United Nations")
    assert as_shown(replace(swap, text="else")) == ("un", "united nations")


# -- the whole page --------------------------------------------------------------------------------


def test_every_tree_has_a_name_and_the_same_in_words(fires: Case) -> None:
    page = lxml_html.document_fromstring(render_html(fires))
    for figure in page.xpath("//figure[@class='tree']"):
        (svg,) = figure.xpath(".//svg")
        assert svg.get("role") == "img"
        assert page.xpath("//*[@id=$name]", name=svg.get("aria-labelledby"))
        drawn = {t.strip() for t in svg.xpath(".//text/text()")} - {"ω"}
        listed = set(figure.xpath(".//details//*[contains(@class,'siglum')]/text()"))
        assert {letter for line in drawn for letter in line.split()} == listed


def test_every_decided_edge_is_said_with_its_reasons(fires: Case) -> None:
    text = " ".join(lxml_html.document_fromstring(render_html(fires)).text_content().split())
    copies = fires.table("copies")
    for how in copies.filter(copies["direction"] == "forward")["how"]:
        assert re.sub(r"witness-\S+", "", how) in text


def test_kinds_can_be_folded_and_a_base_chosen(fires: Case) -> None:
    page = lxml_html.document_fromstring(render_html(fires))
    checked = {
        box.get("id"): box.get("checked") is not None for box in page.xpath("//fieldset//input")
    }
    assert checked["k-number"]
    assert checked["k-name"]
    assert not checked["k-swap"]
    assert not checked["k-spelling"]
    assert list(checked)[:3] == ["k-number", "k-name", "k-quote-words"]
    (line,) = page.xpath("//p[@class='choose']")
    assert line.get("hidden") is not None
    assert line.xpath("./label/@for") == line.xpath("./select/@id")
    (template,) = page.xpath("//p[@class='wording']//template")
    assert {span.text: span.get("data-who") for span in template.xpath("./span")} == {
        "14": "A C",
        "41": "B",
    }


def test_words_of_articles_are_no_markup_in_any_of_it(pile: Build) -> None:
    evil = (
        "The <svg onload=alert(1)> dyke broke on Monday, killing nine people in the low town there."
    )
    case = pile(a=f"One\n\n{evil}\n", b=f"Two\n\n{evil.replace('nine', '<b>19</b>')}\n")
    page = render_html(case)
    assert "<svg onload" not in page
    assert "<b>19</b>" not in page
    said = re.sub(r"\\.", "", render_markdown(case))
    assert not re.search(r"<\w|\w>", said)


def test_the_story_says_who_copied_whom_before_its_statements(fires: Case) -> None:
    (chapter,) = book(fires).chapters
    assert [one.siglum for one in chapter.stitched] == ["A", "B", "C"]
    text = render_html(fires)
    assert text.index('<h3 id="who-') < text.index('<h3 id="said-')
    assert "### Who copied whom" in render_markdown(fires)
    assert "Likely original:" in render_markdown(fires)
    assert ARCHETYPE not in text
