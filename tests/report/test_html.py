"""The HTML report: self-contained, safe, linked, and in the words of the glossary."""

import base64
import hashlib
import re
from collections import Counter
from itertools import pairwise

import pytest
from lxml import html as lxml_html
from tests.report.conftest import BRIDGE, FIRE, Build

from stemma.case import Case
from stemma.report import chapters, render_html, shown


def _tree(page: str) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(page)


def _targets(page: str) -> list[str]:
    return [href[1:] for href in _tree(page).xpath("//a/@href")]


def test_nothing_is_asked_of_the_network(fires: Case) -> None:
    page = render_html(fires)
    tree = _tree(page)
    assert not tree.xpath(
        "//@src | //link | //iframe | //object | //embed | //form | //base | //img"
    )
    assert all(href.startswith("#") for href in tree.xpath("//@href"))
    style = "".join(tree.xpath("//style/text()"))
    assert "url(" not in style
    assert "@import" not in style
    assert "fetch(" not in "".join(tree.xpath("//script/text()"))


def test_the_policy_names_the_only_style_and_script(fires: Case) -> None:
    page = render_html(fires)
    policy = _tree(page).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")
    for name in ("style", "script"):
        bodies = re.findall(rf"<{name}>(.*?)</{name}>", page, re.DOTALL)
        assert len(bodies) == 1
        digest = base64.b64encode(hashlib.sha256(bodies[0].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert not _tree(page).xpath("//@style | //@onclick | //@onerror")


def test_article_text_is_never_markup(fires: Case) -> None:
    page = render_html(fires)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert len(_tree(page).xpath("//script")) == 1
    assert "http://evil.example/" in _tree(page).text_content()


def test_directional_overrides_end_where_they_begin(fires: Case) -> None:
    page = render_html(fires)
    assert page.count("\u202e") == page.count("\u202c") > 0


def test_ids_are_unique_and_every_link_lands(fires: Case) -> None:
    page = render_html(fires)
    ids = Counter(_tree(page).xpath("//@id"))
    assert [name for name, times in ids.items() if times > 1] == []
    assert [target for target in _targets(page) if target not in ids] == []


def test_each_witness_is_linked_and_marked_in_its_text(fires: Case) -> None:
    page = render_html(fires)
    tree = _tree(page)
    witnesses = fires.table("witnesses").to_dicts()
    assert len(witnesses) >= 3
    for witness in witnesses:
        (words,) = tree.xpath("//*[@id=$name]", name=witness["id"])
        assert witness["text"] in words.text_content()
        assert witness["id"] in _targets(page)


def test_a_statement_shows_its_footing_and_no_number_for_the_pile(fires: Case) -> None:
    tree = _tree(render_html(fires))
    (statement,) = (
        fires.table("statements").filter(fires.table("statements")["carriers"] == 3).to_dicts()
    )
    (card,) = tree.xpath("//*[@id=$name]", name=statement["id"])
    footing = " ".join(card.xpath(".//p[@class='footing']")[0].text_content().split())
    assert footing.startswith("3 pages · 2 texts · reporters: at least 1, at most 1 · AP (")
    assert "relies on: the provincial fire service" in footing
    assert "direction decided for 1 of 2 copies" in footing
    outside = (
        tree.xpath("//header")[0].text_content() + tree.xpath("//section/h2")[0].text_content()
    )
    assert "reporters:" not in outside


def test_a_number_that_differs_is_open_and_listed_first(fires: Case) -> None:
    tree = _tree(render_html(fires))
    (box,) = tree.xpath("//p[contains(@class,'wording')]//span[starts-with(@class,'box')]")
    assert "fold" not in box.get("class").split()
    assert "number" in box.get("class").split()
    assert {"14", "41"} <= set(re.findall(r"\d+", box.text_content()))
    first = tree.xpath("//ul[@class='notable']/li")[0].text_content()
    assert "14" in first
    assert "41" in first
    assert "number" in first


def test_the_base_is_shown_whole(fires: Case) -> None:
    tree = _tree(render_html(fires))
    for wording in tree.xpath("//p[contains(@class,'wording')]"):
        for gone in wording.xpath(
            ".//*[self::template or @class='alts' or starts-with(@class, 'age')]"
        ):
            gone.drop_tree()
        if "fire service" in wording.text_content():
            assert wording.text_content() in (FIRE, FIRE.replace("14", "41"))


def test_shares_of_each_article_add_up(fires: Case) -> None:
    for page in _tree(render_html(fires)).xpath("//article[@class='page']"):
        (said,) = page.xpath(".//span[@class='bar']/@aria-label")
        assert sum(map(int, re.findall(r"(\d+) %", said.replace("under 1 %", "")))) == 100


def test_headings_go_down_one_step_at_a_time(fires: Case) -> None:
    levels = [int(h.tag[1]) for h in _tree(render_html(fires)).xpath("//h1|//h2|//h3|//h4|//h5")]
    assert levels.count(1) == 1
    assert all(deeper - level <= 1 for level, deeper in pairwise(levels))


def test_words_that_are_not_ours_are_not_used(fires: Case) -> None:
    said = _tree(render_html(fires)).xpath("//body")[0].text_content().lower()
    for word in ("duplicate", "cluster", "score", "witness", "archetype"):
        assert word not in said


def test_same_case_same_page(fires: Case) -> None:
    assert render_html(fires) == render_html(Case(fires.path))


def test_the_order_of_files_does_not_show(pile: Build) -> None:
    case = pile(b=f"One\n\n{FIRE}\n", a=f"Two\n\n{FIRE}\n")
    letters = _tree(render_html(case)).xpath("//article[@class='page']/h3/span/text()")
    assert letters == ["A", "B"]


def test_one_article_says_why_there_is_nothing(pile: Build) -> None:
    said = _tree(render_html(pile(alone=f"Bridge reopens\n\n{BRIDGE}\n"))).text_content()
    assert "alone in its story" in said
    assert "shares no prose with another article" in said
    assert "Every file was read." in said


def test_articles_without_a_shared_passage_say_so(pile: Build) -> None:
    said = _tree(render_html(pile(a=f"Bridge\n\n{BRIDGE}\n", b=f"Mill\n\n{FIRE}\n"))).text_content()
    assert "No two articles share a passage" in said


def test_what_is_not_shown_is_said(fires: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown, "MOST_ARTICLES", 2)
    for module in (chapters, shown):
        monkeypatch.setattr(module, "MOST_FAMILIES", 1)
    page = render_html(fires)
    said = _tree(page).text_content()
    assert f"(1 not shown): stemma show {fires.path} articles" in said
    assert f"(1 not shown): stemma show {fires.path} families" in said
    ids = set(_tree(page).xpath("//@id"))
    assert [target for target in _targets(page) if target not in ids] == []
