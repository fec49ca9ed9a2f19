"""What happened and where the tellings disagree, as the report says it."""

import re
from collections.abc import Callable

import pytest
from lxml import html as lxml_html
from tests.account.events import event, on

from stemma.case import Case
from stemma.model import Moment
from stemma.report import days as days_module
from stemma.report import happened as happened_module
from stemma.report import render_html, render_markdown
from stemma.report.happened import _is_same, tale, when
from stemma.report.rows import load
from stemma.report.shown import choose
from stemma.report.tale import Tale

Build = Callable[..., Case]

ATTACK = (
    "Gunmen attacked the customs house at Orlo on 3 May 2021 and killed 14 guards, the governor's "
    "office said in a statement that was read to reporters outside the gates."
)
LATER = (
    "The parliament of Verania condemned the attack on 5 May 2021 after a debate of nine hours in "
    "which both of its chambers sat together for the first time in a decade."
)
TALKS = (
    "Delegates of the two provinces met in a hotel by the river after the attack and talked about "
    "the guards, the tariffs and the broken scales of the customs house."
)
TOLL = (
    "A doctor at the hospital of Orlo counted bodies for two nights: at least 20 guards were killed, "
    "she wrote in her diary, and nobody came to ask her about a single one of them."
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """Two pages with the attack, one with another toll."""
    from stemma.flow import build

    folder = tmp_path_factory.mktemp("orlo")
    pages = {
        "one": f"Gunmen attack customs house\n\n{ATTACK}\n\n{LATER}\n",
        "two": f"Attack at Orlo\n\n{ATTACK}\n\n{TALKS}\n",
        "three": f"A doctor of Orlo counts the dead guards\n\n{TOLL}\n\n{LATER}\n",
    }
    for name, text in pages.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return build([str(folder)], tmp_path_factory.mktemp("made") / "case")


@pytest.fixture(scope="module")
def story(told: Case) -> Tale:
    """The tale of the largest story."""
    rows = load(told)
    found = tale(choose(rows), next(iter(rows.stories)))
    assert found is not None
    return found


def test_events_stand_in_the_order_of_their_days(story: Tale) -> None:
    days = [one.when for one in story.first if one.dated]
    assert days[0] == "Monday 3 May 2021"
    assert days[-1] == "Wednesday 5 May 2021"


def test_one_sentence_stands_once_and_says_what_else_it_tells_of(story: Tale) -> None:
    shown = [one.text for one in (*story.first, *story.rest)]
    assert len(shown) == len(set(shown))
    (attack,) = [one for one in story.first if one.text == ATTACK]
    assert attack.kind.startswith("attack")
    assert attack.anchor not in {one.anchor for one in attack.also}
    assert next(w.text for w in attack.words if w.own) == "attacked"
    assert "".join(w.text for w in attack.words) == ATTACK


def test_each_has_its_footing_and_the_pages_that_have_it(story: Tale) -> None:
    (attack,) = [one for one in story.first if one.text == ATTACK]
    assert {place.path for place in attack.places} >= {"one.txt", "two.txt"}
    pages, reporters, relies = attack.footing
    assert pages.endswith("pages")
    assert re.fullmatch(r"1( to \d+)? reporters?", reporters)
    assert relies.startswith("relies on: ")


def test_the_summary_is_of_sentences_that_stand_in_the_pages(told: Case, story: Tale) -> None:
    texts = told.table("articles")["text"].to_list()
    assert story.summary
    for one in story.summary:
        assert any(one.text in re.sub(r"\s+", " ", text) for text in texts)


def test_the_summary_says_nothing_twice() -> None:
    one = set("board inspection march found crack slope stable register".split())
    again = set("inspection march recorded crack slope stable register stated".split())
    assert _is_same(one, again)
    assert _is_same(again, {"crack", "slope"})
    assert not _is_same(one, set("pumps lent started polder crack".split()))


def test_what_no_day_is_known_of_says_so(story: Tale) -> None:
    (talks,) = [one for one in (*story.first, *story.rest) if one.text == TALKS]
    assert not talks.dated
    assert talks.when.startswith(("after", "undated"))


def test_two_tolls_stand_side_by_side_with_their_footing(story: Tale) -> None:
    (toll,) = story.figures
    assert toll.real
    assert [value.text for value in toll.values] == ["14 guards", "at least 20 guards"]
    assert toll.verdict == "different with order unknown"
    assert all(re.search(r"\d reporters?", value.footing) for value in toll.values)
    one, other = [value.span for value in toll.values]
    assert one
    assert other
    assert (one.point, one.sure, one.open_end) == (True, True, False)
    assert (other.point, other.sure, other.open_end) == (True, False, True)
    assert one.start < other.start
    assert [tick.label for tick in toll.ticks] == ["14", "16", "18", "20"]


def test_the_picture_has_a_line_for_each_dated_event(story: Tale) -> None:
    picture = story.picture
    assert picture is not None
    assert next(bar.day for bar in picture.bars) == "3 May 2021"
    assert picture.bars[-1].day == "5 May 2021"
    shown = {one.anchor for one in (*story.first, *story.rest)}
    assert {bar.anchor for bar in picture.bars} <= shown
    assert "2 dated events" in picture.said or "3 dated events" in picture.said


def test_the_page_shows_it_with_links_to_the_words(told: Case) -> None:
    page = lxml_html.fromstring(render_html(told))
    lines = page.xpath("//ol[contains(@class, 'timeline')]/li")
    assert lines
    for line in lines:
        anchors = [a.get("href") for a in line.xpath(".//a[@class='siglum']")]
        assert anchors
        assert all(page.xpath(f'//*[@id="{a[1:]}"]') for a in anchors)
    assert page.xpath("//div[@class='chart sizes']//li//a[@class='siglum']")
    bars = page.xpath("//figure[contains(@class, 'days')]//li/a/@href")
    assert len(bars) > 1
    assert all(page.xpath(f'//ol[@class="timeline"]/li[@id="{a[1:]}"]') for a in bars)
    assert page.xpath("//ol[@class='timeline']//b[@class='own']")


def test_markdown_has_the_same(told: Case, story: Tale) -> None:
    text = render_markdown(told)
    assert "### What happened" in text
    assert "### Figures side by side" in text
    assert "### Where they disagree" in text
    assert "customs house at Orlo" in text
    assert "Gunmen **attacked** the customs house" in text
    assert text.count("**Monday 3 May 2021**") >= 1
    assert "at least 20" in text


def test_what_has_no_place_in_time_comes_last(story: Tale) -> None:
    loose = [one.when == "undated" for one in story.first]
    assert loose == sorted(loose)


def test_what_is_left_out_is_said(told: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(happened_module, "MOST_FIRST", 1)
    monkeypatch.setattr(happened_module, "MOST_REST", 1)
    rows = load(told)
    name = next(iter(rows.stories))
    short = tale(choose(rows), name)
    assert short is not None
    assert (len(short.first), len(short.rest)) == (1, 1)
    assert short.cut.command.endswith(f"timeline --story {name}")


def test_a_case_without_events_says_nothing_of_them(pile: Build) -> None:
    made = pile(a="The ferry sank.\n", b="The ferry sank.\n")
    rows = load(made)
    found = tale(choose(rows), next(iter(rows.stories)))
    assert found is not None
    assert found.nothing or found.first


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2021-05-03", "2021-05-03", "Monday 3 May 2021"),
        ("2021-05-03", "2021-05-04", "Monday 3 May 2021 to Tuesday 4 May 2021"),
        ("2021-02-01", "2021-02-28", "February 2021"),
        ("2021-01-01", "2021-12-31", "2021"),
        ("2020-01-01", "2021-12-31", "Wednesday 1 January 2020 to Friday 31 December 2021"),
    ],
)
def test_days_in_words(first: str, last: str, said: str) -> None:
    assert days_module.days(first, last) == said


def test_days_that_only_the_week_of_the_story_shows_are_likely() -> None:
    week = {"first": "2021-05-10", "last": "2021-05-16", "date": "2021-05-10/2021-05-16"}
    guessed = event("raid", date_how="likely: 'Tuesday' in mention-a", **week)
    assert when(guessed, None, {}) == "likely Monday 10 May 2021 to Sunday 16 May 2021"
    known = event("raid", date_how="relative: 'last week' in mention-a", **week)
    assert when(known, None, {}) == "Monday 10 May 2021 to Sunday 16 May 2021"


def test_what_an_undated_event_follows_is_shown_with_its_day() -> None:
    talks = on("talk", "2021-05-10")
    meeting = event("meet")
    moment = Moment(
        id="moment-a", story_id="story-a", position=0, event_id=meeting.id, rank=1, date=None,
        after_id=talks.id, before_id=None, figure_ids=(), how="", article_id=meeting.article_id,
        start=0, end=1, text="meet",
    )  # fmt: skip
    assert when(meeting, moment, {talks.id: talks}) == "after «talk» (Monday 10 May 2021)"
    undated = event("talk")
    assert when(meeting, moment, {talks.id: undated}) == "after «talk»"
