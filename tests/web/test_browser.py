"""The app in a real browser: it opens, it leads to the words, it asks nothing of anybody else."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from tests.web.conftest import ROOT, SEEDS, Serve

from stemma.case import Case
from stemma.flow import build
from stemma.web.command import checks

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

AXE = ROOT / "build" / "axe" / "package" / "axe.min.js"
NARROW, WIDE = 360, 1400

HOSTILE = (
    "Harbour <script>document.title='taken'</script> opens\n\n"
    "<img src=x onerror=\"document.title='taken'\"> said the mayor & <a href='javascript:alert(1)'>his</a> "
    "deputy, javascript:alert(2) and http://evil.example/ too.\n\n"
    "The \u202eedisni tuo\u202c pier and the \u202enever ended one stand.\n\n"
    + "salt water "
    * 95_000
)


@contextmanager
def opened(browser: "Browser", base: str, width: int = WIDE, **more: Any) -> "Iterator[Page]":
    """A page that must write nothing to the console, and ask no other address."""
    page = browser.new_page(viewport={"width": width, "height": 900}, **more)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("request", lambda r: said.append(r.url) if not r.url.startswith(base) else None)
    try:
        yield page
        assert said == []
    finally:
        page.close()


def pages_of(case: Case) -> list[str]:
    """An address of each kind."""
    story = case.table("stories").sort("carriers", descending=True)["id"][0]
    families = (
        case.table("families").filter(pl.col("carriers") > 1).sort("carriers", descending=True)
    )
    family, article = families["id"][0], families["article_id"][0]
    found = [
        "/", f"/story/{story}", f"/family/{family}", f"/article/{article}?at=40-90#at", "/tables",
        "/search?q=said", "/run", "/add", "/export", "/table/articles", "/table/quotes",
        f"/row/families/{family}", "/listing/1", "/story/across",
    ]  # fmt: skip
    kinds = (
        ("actors", "actor"),
        ("sayings", "saying"),
        ("quotes", "row/quotes"),
        ("events", "event"),
    )
    for table, page in kinds:
        rows = case.table(table)
        if table == "events":
            rows = rows.sort(["carriers", "mentions", "id"], descending=[True, True, False])
        if len(rows):
            found.append(f"/{page}/{rows['id'][0]}")
    return found


def test_every_page_opens_at_both_widths(browser: "Browser", served: str, farm: Case) -> None:
    for width in (NARROW, WIDE):
        with opened(browser, served, width) as page:
            for address in pages_of(farm):
                page.goto(served + address)
                assert page.locator("h1").count() == 1, address
                wide = page.evaluate("document.documentElement.scrollWidth")
                assert wide <= width, (address, width)


def test_it_can_be_read_without_script(browser: "Browser", served: str, farm: Case) -> None:
    with opened(browser, served, java_script_enabled=False) as page:
        for address in pages_of(farm):
            page.goto(served + address)
        page.goto(served)
        page.locator(".stories a").first.click()
        page.locator(".card .versions a.siglum").first.click()
        assert page.locator("mark").first.inner_text()


def test_the_seeds_open_too(browser: "Browser", serve: Serve, tmp_path: Path) -> None:
    if not SEEDS.is_dir():
        pytest.skip("the seeds are not here")
    case = build([str(SEEDS)], tmp_path / "seeds", workers=1)
    base = serve(case)
    for width in (NARROW, WIDE):
        with opened(browser, base, width) as page:
            for address in pages_of(case):
                page.goto(base + address)
                assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_two_clicks_lead_to_the_words(browser: "Browser", served: str, farm: Case) -> None:
    story = farm.table("stories").sort("carriers", descending=True)["id"][0]
    with opened(browser, served) as page:
        page.goto(f"{served}/story/{story}")
        for number in (0, 5, 11):
            card = page.locator(".card").nth(number)
            said = _words(card.locator(".wording .base, .wording > bdi").first.inner_text())
            card.locator(".versions a.siglum").first.click()
            page.wait_for_url("**/article/**")
            mark = page.locator("mark#at")
            assert said[0] in _words(mark.inner_text())
            box = mark.bounding_box()
            assert box
            assert 0 <= box["y"] < 900
            page.go_back()
        page.locator(".voices .sayings a.siglum").first.click()
        assert page.locator("mark#at").inner_text()


def test_from_what_happened_two_clicks_lead_to_the_words(
    browser: "Browser", served: str, farm: Case
) -> None:
    story = farm.table("stories").sort("carriers", descending=True)["id"][0]
    with opened(browser, served) as page:
        page.goto(f"{served}/story/{story}")
        lines = page.locator("ol.timeline > li")
        for number in range(0, 25, 8):
            line = lines.nth(number).locator(".line")
            own = line.locator("b.own").first.inner_text()
            assert own in line.inner_text()
            line.locator("a.siglum").click()
            page.wait_for_url("**/article/**")
            assert own in _folded(page.locator("mark#at").inner_text())
            page.go_back()
        lines.first.get_by_role("link", name="Who says what of it").click()
        page.wait_for_url("**/event/**")
        own = page.locator(".lead b.own").first.inner_text()
        page.locator(".heard a.siglum").first.click()
        page.wait_for_url("**/article/**")
        assert page.locator("mark#at").inner_text()
        page.go_back()
        page.locator(".lead a").click()
        page.wait_for_url("**/article/**")
        assert own in _folded(page.locator("mark#at").inner_text())


def test_the_picture_leads_to_the_entries(browser: "Browser", served: str, farm: Case) -> None:
    story = farm.table("stories").sort("carriers", descending=True)["id"][0]
    for width in (NARROW, WIDE):
        with opened(browser, served, width, java_script_enabled=False) as page:
            page.goto(f"{served}/story/{story}")
            bars = page.locator(".chart.days li")
            assert bars.count() > 1
            for number in range(bars.count()):
                bar = bars.nth(number)
                strip = bar.locator(":scope > svg").bounding_box()
                assert strip
                assert strip["x"] >= 0
                assert strip["x"] + strip["width"] <= width
                link = bar.locator(":scope > a")
                entry = page.locator(f"[id='{(link.get_attribute('href') or '')[1:]}']")
                link.click()
                assert page.url.endswith(link.get_attribute("href") or "-")
                assert entry.count() == 1
            assert page.locator(".chart.sizes li svg").count() > 1


def _folded(text: str) -> str:
    return " ".join(text.split())


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text) or [""]


def test_switching_the_base_draws_the_differences_anew(
    browser: "Browser", served: str, farm: Case
) -> None:
    variants = farm.table("variants").filter(pl.col("kind") == "number")
    family = variants["family_id"][0]
    with opened(browser, served) as page:
        page.goto(f"{served}/family/{family}")
        box = page.locator(".wording .box.number").first
        before = _base(box)
        others = box.locator(".alt .words").all_inner_texts()
        select = page.locator(".choose select")
        for value in range(1, select.locator("option").count()):
            select.select_option(str(value))
            if _base(box) != before:
                break
        after = _base(box)
        assert after.split()[0] in " ".join(others)
        assert before.split()[0] in " ".join(box.locator(".alt .words").all_inner_texts())
        assert page.locator(".versions li.now .here").first.inner_text() == ", shown here"
        select.select_option("0")
        assert _base(box) == before


def _base(box: "Locator") -> str:
    return box.locator(".base > bdi").first.inner_text()


def test_search_finds_a_quotation_typed_with_other_marks(browser: "Browser", served: str) -> None:
    with opened(browser, served) as page:
        page.goto(served)
        page.get_by_label("Search the sentences").fill("«I will not speculate about blame»")
        page.get_by_label("Search the sentences").press("Enter")
        page.locator(".hits .hit a").first.click()
        assert "speculate about blame" in page.locator("mark#at").inner_text()


def test_a_tap_says_where_a_passage_comes_from(browser: "Browser", served: str, farm: Case) -> None:
    part = farm.table("parts").filter(pl.col("kind") == "swapped").row(0, named=True)
    with opened(browser, served, NARROW) as page:
        page.goto(f"{served}/article/{part['article_id']}?at={part['start']}-{part['end']}#at")
        place = page.locator(".text .from-swapped").first
        place.scroll_into_view_if_needed()
        at = place.evaluate(
            "(e) => { const r = e.getClientRects()[0]; return [r.x + 3, r.y + 8]; }"
        )
        page.mouse.click(*at)
        assert "swapped words" in page.locator(".whence").inner_text()
        page.keyboard.press("Escape")
        assert page.locator(".whence").count() == 0


def test_a_file_that_is_dropped_is_added(browser: "Browser", serve: Serve, own: Case) -> None:
    base = serve(own)
    ferry = "Ferry strike ends\n\nThe crews of the Lorn ferries went back to work on Friday, the union said."
    with opened(browser, base) as page:
        page.goto(base)
        page.evaluate(
            """(text) => {
              const held = new DataTransfer();
              held.items.add(new File([text], "ferry.txt", { type: "text/plain" }));
              document.querySelector(".drop").dispatchEvent(
                new DragEvent("drop", { dataTransfer: held, bubbles: true, cancelable: true }));
            }""",
            ferry,
        )
        page.wait_for_url(f"{base}/add")
        page.locator('#progress[data-state="done"]').wait_for(timeout=60_000)
        assert "1 article added" in page.locator("#progress .now").inner_text()
        page.locator("#progress .after a").click()
        page.get_by_role("link", name="Ferry strike ends").click()
        page.goto(f"{base}/add")
        second = ferry.replace("Friday", "Sunday").encode()
        page.locator("#files").set_input_files(
            files=[{"name": "second.txt", "mimeType": "text/plain", "buffer": second}]
        )
        page.get_by_role("button", name="Add to the case").click()
        page.locator('#progress[data-number="1"]').wait_for(state="detached", timeout=10_000)
        page.locator('#progress[data-state="done"]').wait_for(timeout=60_000)
    assert len(Case(own.path).table("articles")) == 22


def test_words_are_marked_and_a_note_is_kept(browser: "Browser", serve: Serve, own: Case) -> None:
    base = serve(own)
    row = own.table("sentences").filter(pl.col("text").str.len_chars() > 60).row(3, named=True)
    with opened(browser, base) as page:
        page.goto(f"{base}/article/{row['article_id']}")
        page.evaluate(
            """(id) => {
              const range = document.createRange();
              range.selectNodeContents(document.getElementById(id));
              getSelection().removeAllRanges();
              getSelection().addRange(range);
            }""",
            row["id"],
        )
        page.wait_for_function("document.getElementById('words').value.length > 20")
        page.get_by_role("textbox", name="Note").fill("Ask the water board.")
        page.get_by_role("button", name="Keep the note").click()
        assert page.locator(".note-text").inner_text() == "Ask the water board."
        assert page.locator(".text .noted").count() >= 1
    (note,) = own.notes()
    assert (note["start"], note["end"]) == (row["start"], row["end"])


def test_a_pasted_draft_gets_its_check(browser: "Browser", serve: Serve, farm: Case) -> None:
    draft = "Officials told some 17,000 residents of Saltmere, Lower Quay and St. Maren to leave."
    base = serve(farm, checks())
    with opened(browser, base) as page:
        page.goto(base)
        page.get_by_role("link", name="Check a draft").click()
        page.get_by_label("Your draft").fill(draft)
        page.get_by_role("button", name="Check it").click()
        assert "figure differs" in page.locator(".verdict").first.inner_text()
        assert page.get_by_label("Your draft").input_value() == draft


def test_hostile_text_shows_as_text_and_breaks_nothing(
    browser: "Browser", serve: Serve, pile_of: Callable[..., Case]
) -> None:
    case = pile_of(HOSTILE, "Another\n\nThe mayor opened the harbour on Monday.")
    base = serve(case)
    article = case.table("articles").filter(pl.col("text").str.len_chars() > 1000)["id"][0]
    pages = ("/", f"/article/{article}", "/search?q=mayor", "/search?q=salt", "/table/sentences",
             f"/row/articles/{article}", f"/story/{case.table('stories')['id'][0]}")  # fmt: skip
    for width in (NARROW, WIDE):
        with opened(browser, base, width) as page:
            for address in pages:
                page.goto(base + address)
                assert "taken" not in page.title() or "document.title" in page.title()
                assert page.evaluate("document.documentElement.scrollWidth") <= width, address
                assert page.locator("a[href^='javascript'], a[href*='evil'], main img").count() == 0
    with opened(browser, base) as page:
        page.goto(f"{base}/article/{article}")
        shown = page.locator(".page .text").inner_text()
        assert "<script>document.title='taken'</script>" in shown
        assert "javascript:alert(2)" in shown
        assert shown.count("salt water") > 90_000


def test_the_keyboard_reaches_everything(browser: "Browser", served: str) -> None:
    with opened(browser, served) as page:
        page.goto(served)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize(("scheme", "width"), [("light", NARROW), ("light", WIDE), ("dark", WIDE)])
def test_axe_finds_nothing(
    browser: "Browser", served: str, farm: Case, scheme: Any, width: int
) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not here: make fetches it with npm, if npm is there")
    axe = AXE.read_text(encoding="utf-8")
    with opened(browser, served, width, color_scheme=scheme) as page:
        every = (scheme, width) == ("light", WIDE)
        some = [*pages_of(farm)[1:5], pages_of(farm)[-1]]
        for address in pages_of(farm) if every else some:
            page.goto(served + address)
            page.evaluate(axe)
            found = page.evaluate("axe.run()")["violations"]
            said = [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found]
            assert said == [], (address, width)


def test_the_static_report_has_no_console_error(
    browser: "Browser", farm: Case, tmp_path: Path
) -> None:
    from stemma.report import render_html

    out = tmp_path / "report.html"
    out.write_text(render_html(farm), encoding="utf-8")
    with opened(browser, out.as_uri()) as page:
        page.goto(out.as_uri())
        assert page.locator(".card").count() > 50


@pytest.mark.parametrize(("scheme", "width"), [("light", WIDE), ("dark", NARROW)])
def test_axe_finds_nothing_in_the_account_of_the_static_report(
    browser: "Browser", farm: Case, tmp_path: Path, scheme: Any, width: int
) -> None:
    from stemma.report import render_html

    if not AXE.exists():
        pytest.skip("axe-core is not here: make fetches it with npm, if npm is there")
    out = tmp_path / "report.html"
    out.write_text(render_html(farm), encoding="utf-8")
    axe = AXE.read_text(encoding="utf-8")
    with opened(browser, out.as_uri(), width, color_scheme=scheme, bypass_csp=True) as page:
        page.goto(out.as_uri())
        page.evaluate(axe)
        within = "axe.run({include: [['.timeline'], ['.chart'], ['.dispute'], ['.in-short']]})"
        found = page.evaluate(within)["violations"]
        assert [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found] == []
