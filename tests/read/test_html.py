"""HTML -> all visible text, with the kinds of its blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.errors import Unreadable
from stemma.read import read_source, stdin_source
from stemma.read.found import Found
from stemma.read.html import read_html, render

PARAGRAPHS = [
    "The dyke at Halden broke at dawn on Sunday, and water ran into the lower town, the mayor said.",
    "“We had an hour,” she told reporters at the town hall, where beds had been set up overnight.",
    "Some 200 soldiers were sent from the garrison at Lorn with boats and pumps, officials said.",
    "The ferry company offered two of its vessels, and the railway ran trains to the hills all day.",
]
MENU = ["Home", "World", "Sport", "Subscribe"]
HEAD = """<title>Halden dyke breaks | Bay Herald</title>
<meta property="og:site_name" content="Bay Herald"><meta name="author" content="Anna Brook">
<meta property="article:published_time" content="2016-04-03T08:00:00+00:00">
<link rel="canonical" href="https://herald.example/halden">
<style>.styled { color: red }</style><script>var scripted = "scripted";</script>"""
FIGURE = (
    """<figure><img src="a.jpg" alt="drawn"><figcaption>The dyke at dawn.</figcaption></figure>"""
)


def menu() -> str:
    return (
        "<nav><ul>" + "".join(f'<li><a href="/x">{name}</a></li>' for name in MENU) + "</ul></nav>"
    )


def prose() -> str:
    return "".join(f"<p>{text}</p>\n" for text in PARAGRAPHS)


NEWSPAPER = f"""<!DOCTYPE html><html lang="en-GB"><head>{HEAD}</head><body>
<header><a href="/">Bay Herald</a>{menu()}</header>
<main><article><h1>Halden dyke breaks</h1>{FIGURE}{prose()}<h2>Help on its way</h2>
<script>document.write("scripted")</script><p style="display: none">concealed</p><p hidden>concealed</p>
<ul><li>Two bridges are closed to all traffic until further notice.</li></ul></article>
<aside><h3>More stories</h3><a href="/2">Council votes on a new bridge</a></aside></main>
<footer><p>© 2016 Bay Herald, 4 Mint Lane. All rights reserved.</p></footer>
<noscript>scripted</noscript><textarea>typed</textarea></body></html>"""

# A farm's page: no article element, a table for layout, breaks instead of paragraphs.
FARM = f"""<html><head><title>Halden dyke breaks</title></head><body>
<table><tr><td class=menu>{menu()}</td><td><h1>Halden dyke breaks</h1>
<div class=share>Adjust Comment Print</div>
<div class=entry>{"<br><br>".join(PARAGRAPHS)}</div></td></tr></table>
<div id=footer><footer>Privacy policy</footer></div></body>"""

# A blog: everything is a div or a span, with entities and comments in the source.
BLOG = f"""<body><div id="top"><div role="navigation">{menu()}</div></div><div class="post">
<h1>Halden&nbsp;dyke breaks</h1><!-- scripted -->{prose()}
<div><span>The</span> <b>lower</b> <i>to</i>wn &amp; the harbour are dry again&hellip;</div></div></body>"""

PAGES = {"newspaper": NEWSPAPER, "farm": FARM, "blog": BLOG}


def read(page: str) -> Found:
    (found,) = read_html(page)
    assert isinstance(found, Found)
    return found


def kinds(page: str) -> dict[str, str]:
    found = read(page)
    return {found.text[hint.start : hint.end]: hint.kind for hint in found.hints}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_rendering_has_all_that_is_seen_and_nothing_else(page: str) -> None:
    text = read(page).text
    for seen in [*PARAGRAPHS, *MENU, "Halden dyke breaks"]:
        assert seen in text
    for unseen in ("scripted", "styled", "concealed", "typed", "drawn", "{", "<"):
        assert unseen not in text


def test_nothing_visible_is_left_out_for_being_furniture() -> None:
    text = read(NEWSPAPER).text
    for seen in (
        "More stories",
        "Council votes on a new bridge",
        "4 Mint Lane",
        "The dyke at dawn.",
    ):
        assert seen in text


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_reading_twice_gives_the_same(page: str) -> None:
    assert read(page) == read(page)


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_hints_cover_the_text(page: str) -> None:
    found = read(page)
    reached = 0
    for hint in found.hints:
        assert not found.text[reached : hint.start].strip()
        assert found.text[hint.start : hint.end].strip()
        assert hint.how
        reached = hint.end
    assert not found.text[reached:].strip()


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_menus_are_chrome_and_paragraphs_are_paragraphs(page: str) -> None:
    found = kinds(page)
    assert {found[name] for name in MENU} == {"chrome"}
    assert {found[text] for text in PARAGRAPHS} == {"paragraph"}
    assert found["Halden dyke breaks"] == "headline"


def test_the_other_kinds_of_a_newspaper_page() -> None:
    found = kinds(NEWSPAPER)
    assert found["The dyke at dawn."] == "caption"
    assert found["Help on its way"] == "headline"
    assert found["Two bridges are closed to all traffic until further notice."] == "paragraph"
    assert found["Council votes on a new bridge"] == "chrome"
    assert found["© 2016 Bay Herald, 4 Mint Lane. All rights reserved."] == "chrome"


def test_metadata_and_a_declared_date() -> None:
    found = read(NEWSPAPER)
    given = found.given
    assert (given.title, given.site, given.byline) == (
        "Halden dyke breaks",
        "Bay Herald",
        "Anna Brook",
    )
    assert (given.url, given.published) == ("https://herald.example/halden", "2016-04-03")
    assert (given.language, found.published_how) == ("en-GB", "declared")


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("<p>One<br>Two</p>", ["One", "Two"]),
        ("<p>O<b>n</b>e\n  more</p>", ["One more"]),
        ("before<div>in<div>deep</div>out</div>after", ["before", "in", "deep", "out", "after"]),
        ("<ul><li>One<li>Two</ul>", ["One", "Two"]),
        ("<table><tr><td>One</td><td>Two</td></tr></table>", ["One", "Two"]),
        ("<p>a &lt; b &amp; c</p>", ["a < b & c"]),
        ("<p>x<script>y</script>z</p>", ["xz"]),
        ("<p>unclosed <i>mark", ["unclosed mark"]),
        ('<?xml version="1.0" encoding="utf-8"?><html><body><p>One</p></body></html>', ["One"]),
        ("", []),
        ("<html></html>", []),
    ],
)
def test_rendering(page: str, lines: list[str]) -> None:
    assert [line.text for line in render(page)] == lines


MARKUP = ["<p>", "</p>", "<div>", "<br>", "<b>", "</b>", "<!--x-->", "<li>"]


@given(st.lists(st.sampled_from([*MARKUP, "one ", "two", "&amp;"]), max_size=15))
def test_words_are_rendered_in_order_however_bad_the_markup(parts: list[str]) -> None:
    shown = " ".join(line.text for line in render("<html><body>" + "".join(parts)))
    words = "".join(part.replace("&amp;", "&") for part in parts if part[0] != "<")
    assert "".join(shown.split()) == "".join(words.split())


def test_a_page_without_text_is_told() -> None:
    page = b"<html><head><title>Nothing</title></head><body><script>x</script></body></html>"
    (found,) = read_source(stdin_source(page))
    assert isinstance(found, Unreadable)


def test_blocks_of_a_page_carry_its_words_and_its_offsets() -> None:
    (found,) = read_source(stdin_source(NEWSPAPER.encode()))
    assert not isinstance(found, Unreadable)
    assert found.article.format == "html"
    for block in found.layout:
        assert found.article.text[block.start : block.end] == block.text
        assert block.article_id == found.article.id


@pytest.mark.parametrize(
    "saved",
    [
        "<!-- saved from url=(0033)http://lorn.example/2019/dyke?a=1 -->",
        "<!--\n Page saved with SingleFile \n url: http://lorn.example/2019/dyke?a=1 \n saved date: x\n-->",
    ],
)
def test_the_address_is_also_that_which_a_browser_saved_the_page_from(saved: str) -> None:
    (found,) = read_html(f"<!DOCTYPE html>\n{saved}\n<html><body><p>The dyke broke.</p>")
    assert isinstance(found, Found)
    assert found.given.url == "http://lorn.example/2019/dyke?a=1"
    assert found.text == "The dyke broke."
    (known,) = read_html(f"{saved}<p>The dyke broke.</p>", "http://lorn.example/7")
    assert isinstance(known, Found)
    assert known.given.url == "http://lorn.example/7"


@pytest.mark.parametrize("tag", ["div", "font"])
def test_what_lies_very_deep_is_read_and_judged_like_the_rest(tag: str) -> None:
    end = f"</{tag}>" * 5000 if tag == "div" else ""
    said = "The dyke at Halden broke at dawn on Sunday, and water ran into the lower town."
    page = (
        f"<{tag}>" * 5000
        + f"<p>{said} <b>Nobody</b> was hurt.</p><p hidden>Unseen.</p>{end}<p>Later."
    )
    (found,) = read_html(f"<html><body><div hidden><p>Unseen.</p></div>{page}")
    assert isinstance(found, Found)
    assert found.text == f"{said} Nobody was hurt.\n\nLater."
    assert found.hints[0].kind == "paragraph"


def test_what_nobody_sees_stays_unseen_however_deep() -> None:
    for page in ("<div hidden>" + "<div>" * 900, "<div>" * 900 + "<div hidden><div>"):
        assert [line.text for line in render(f"{page}<p>Nobody sees this.")] == []


def test_a_page_of_frames_names_the_pages_that_it_shows() -> None:
    page = '<frameset><frame src="story.html"><noframes>Your browser is old.</noframes></frameset>'
    (told,) = read_html(page)
    assert isinstance(told, Unreadable)
    assert "story.html" in told.why
