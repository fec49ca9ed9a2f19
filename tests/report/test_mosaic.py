"""The mosaic of an article: from its first word to its last, by where each passage comes from."""

from lxml import html as lxml_html
from tests.report.conftest import FIRE, TALKS, Build

from stemma.case import Case
from stemma.report import render_html
from stemma.report.mosaic import WIDTH, longest, mosaic
from stemma.report.rows import load
from stemma.report.shown import choose
from stemma.report.words import PARTS


def test_a_bar_is_as_long_as_its_text_and_has_all_of_it(fires: Case) -> None:
    shown = choose(load(fires))
    articles = list(shown.rows.articles.values())
    most = longest(articles)
    for article in articles:
        made = mosaic(shown, article, most)
        assert made is not None
        assert made.width == round(WIDTH * len(article.text) / most)
        last = made.tiles[-1]
        assert last.x + last.width <= made.width + 1
        assert [tile.x for tile in made.tiles] == sorted(tile.x for tile in made.tiles)
        parts = shown.rows.parts[article.id]
        assert {tile.kind for tile in made.tiles} == {part.kind for part in parts}


def test_it_says_what_it_shows(fires: Case) -> None:
    tree = lxml_html.document_fromstring(render_html(fires))
    bars = tree.xpath("//article[@class='page']//*[local-name()='svg' and @role='img']")
    assert len(bars) == 3
    for bar in bars:
        assert "%" in bar.get("aria-label")
        kinds = {rect.get("class")[2:] for rect in bar.xpath(".//*[local-name()='rect']")}
        assert all(PARTS[kind] in bar.get("aria-label") for kind in kinds)
        assert all(
            tile.xpath("./*[local-name()='title']") for tile in bar.xpath("./*[local-name()='g']")
        )
    patterns = tree.xpath("//*[local-name()='pattern']/@id")
    assert {f"m-{kind}" for kind in PARTS} == set(patterns)


def test_what_a_passage_was_copied_from_is_named(pile: Build) -> None:
    swapped = FIRE.replace("workers", "employees")
    case = pile(
        a=f"One\n\n{FIRE}\n\n{TALKS}\n",
        b=f"Two\n\n{FIRE.replace('14', '41')}\n\n{TALKS}\n",
        c=f"Three\n\n{swapped}\n",
    )
    shown = choose(load(case))
    for part in case.table("parts").iter_rows(named=True):
        if part["kind"] in ("copied", "swapped"):
            made = mosaic(shown, shown.rows.articles[part["article_id"]], 1000)
            assert made is not None
            assert any("from" in tile.said for tile in made.tiles if tile.kind == part["kind"])


def test_marked_passages_say_where_they_come_from(fires: Case) -> None:
    tree = lxml_html.document_fromstring(render_html(fires))
    marked = tree.xpath("//div[@class='text']//span[starts-with(@class, 'part-of')]")
    kinds = {part["kind"] for part in fires.table("parts").iter_rows(named=True)}
    wanted = kinds & {"copied", "swapped", "orphaned", "foreign"}
    assert {one.get("class").split("from-")[1] for one in marked} == wanted
    assert all(one.get("title") for one in marked)
