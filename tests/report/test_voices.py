"""Who said what, as the report says it: speakers folded with care, the same words once, and in plain view
what nobody is given, what is in dispute, and words that were changed inside quotation marks."""

from dataclasses import replace

import pytest
from lxml import html as lxml_html
from tests.pedigree.families import article
from tests.report.conftest import Told
from tests.report.test_descent import SWAP

from stemma.case import Case
from stemma.flow import build
from stemma.model import Article, Quote, Story, span_id
from stemma.report import render_html, render_markdown
from stemma.report import shown as shown_module
from stemma.report.heard import Saying, Voices
from stemma.report.said import said_by_whom
from stemma.report.sayings import IN_PART, SWAPPED
from stemma.report.shown import Shown, choose
from stemma.report.speakers import speakers
from stemma.report.voices import voices as voices_of

STORY = "story-1"
REPORTED = "«said» reports it"


class Pages:
    """Pages put together from sentences, with the quotes in them."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.quotes: list[Quote] = []

    def say(
        self,
        page: str,
        text: str,
        speaker: str = "",
        cue: str = "said",
        **other: object,
    ) -> Quote:
        """Puts `text speaker cue` behind what the page has."""
        before = self.texts.get(page, "")
        start, end = len(before), len(before) + len(text)
        at = end + 1
        self.texts[page] = f"{before}{text} {speaker} {cue}.\n"
        made = Quote(
            id=span_id("quote", article(page), start, end), article_id=article(page),
            sentence_id=f"sentence-{page}-{start}", story_id=STORY, start=start, end=end,
            pieces=(f"{start}-{end}",), kind="direct", status="attributed" if speaker else "orphan",
            speaker=speaker or None, speaker_start=at if speaker else None,
            speaker_end=at + len(speaker) if speaker else None, actor_id=None,
            cue=cue if speaker else None, cue_start=None, cue_end=None, within_id=None, witness_ids=(),
            flags=(),
            how=REPORTED if speaker else "no words of its passage say who said it", text=text,
        )  # fmt: skip
        made = replace(made, **other)  # type: ignore[arg-type]
        self.quotes.append(made)
        return made

    def shown(self, told: Told) -> Shown:
        rows = told({"A": {}, "B": {}}).rows
        articles = {
            article(p): Article(
                article(p), f"{p}.txt", None, None, None, None, None, "unknown", "en", "", "text",
                None, STORY, text,
            )
            for p, text in sorted(self.texts.items())
        }  # fmt: skip
        story = Story(STORY, "Title", article("A"), 2, 2, (), "why")
        return choose(
            replace(
                rows, articles=articles, sigla={article(p): p for p in self.texts},
                order={name: at for at, name in enumerate(articles)},
                stories={STORY: story}, quotes={STORY: self.quotes}, families={}, witnesses={}, in_article={},
                parallels={}, variants={}, archetypes={}, copies={},
            )
        )  # fmt: skip

    def told(self, told: Told) -> Voices:
        found = voices_of(self.shown(told), STORY, [])
        assert found is not None
        return found


@pytest.fixture
def pages() -> Pages:
    return Pages()


def _names(pages: Pages) -> dict[str, int]:
    return {one.name: len(one.quotes) for one in speakers(pages.quotes, {"actor-h": "Ann Holm"})}


def _letters(saying: Saying) -> str:
    return "".join(place.siglum for place in saying.places)


# -- speakers --------------------------------------------------------------------------------------


def test_an_actor_is_one_speaker_under_all_its_names(pages: Pages) -> None:
    pages.say("A", "“One.”", "the mayor, Ann Holm,", actor_id="actor-h")
    pages.say("A", "“Two.”", "Holm", actor_id="actor-h")
    pages.say("B", "“Three.”", "the mayor")
    pages.say("B", "“Four.”", "The mayor")
    found = speakers(pages.quotes, {"actor-h": "Ann Holm"})
    assert _names(pages) == {"Ann Holm": 2, "The mayor": 2}
    assert {one.name: one.called for one in found}["Ann Holm"] == ("Holm", "the mayor, Ann Holm")


def test_equal_words_that_mean_two_actors_are_two_speakers(pages: Pages) -> None:
    pages.say("A", "“One.”", "the minister", actor_id="actor-h")
    pages.say("B", "“Two.”", "the minister", actor_id="actor-b")
    found = speakers(pages.quotes, {"actor-h": "Ann Holm", "actor-b": "Bo Lind"})
    assert sorted(one.name for one in found) == ["Ann Holm", "Bo Lind"]


# -- the same words --------------------------------------------------------------------------------


def test_the_same_words_stand_once_with_all_their_pages(pages: Pages, told: Told) -> None:
    first = pages.say("A", "“The dyke held. We saw it.”", "Holm")
    pages.say("B", "”the dyke held, we saw it“", "Holm")
    pages.say("C", "“We saw it.”", "Holm")
    pages.say(
        "D",
        "“The dyke held. We saw it.”",
        status="restored",
        speaker="Holm",
        witness_ids=(first.id,),
    )
    (voice,) = pages.told(told).voices
    (saying,) = voice.quoted.first
    assert _letters(saying) == "ABC"
    assert [place.extent for place in saying.places] == ["", "", IN_PART]
    assert [p.siglum for p in saying.restored] == ["D"]
    assert [p.siglum for p in saying.by] == ["A"]
    assert voice.counts == "4 pages"


def test_a_part_that_is_no_whole_sentence_stands_alone(pages: Pages, told: Told) -> None:
    pages.say("A", "“We did not say that the dyke would hold.”", "Holm")
    pages.say("B", "“the dyke would hold”", "Holm")
    (voice,) = pages.told(told).voices
    assert len(voice.quoted.first) == 2


def test_another_number_is_another_saying(pages: Pages, told: Told) -> None:
    pages.say("A", "“We found 14 people in the hall behind the mill.”", "Holm")
    pages.say("B", "“We found 41 people in the hall behind the mill.”", "Holm")
    (voice,) = pages.told(told).voices
    assert len(voice.quoted.first) == 2


def test_swapped_words_are_said(pages: Pages, told: Told) -> None:
    pages.say("A", "“The dyke broke.”", "Holm")
    pages.say("B", "“The dyke broke.”", "Holm")
    pages.say("C", "“The levee broke.”", "Holm")
    shown = pages.shown(told)
    shown = replace(shown, rows=replace(shown.rows, swaps=[SWAP]))
    found = voices_of(shown, STORY, [])
    assert found is not None
    (saying,) = found.voices[0].quoted.first
    assert [(p.siglum, p.extent) for p in saying.places] == [("A", ""), ("B", ""), ("C", SWAPPED)]


def test_a_split_quotation_leaves_out_who_reports_it(pages: Pages, told: Told) -> None:
    pages.say("A", "“We go,” said Holm. “At once.”", "Holm", pieces=("0-8", "20-30"))
    (voice,) = pages.told(told).voices
    assert voice.quoted.first[0].text == "“We go,” […] “At once.”"


# -- what is shown at once -------------------------------------------------------------------------


def test_quoted_speakers_come_first_and_claims_are_folded(pages: Pages, told: Told) -> None:
    for page in "ABC":
        pages.say(page, "that it rained", "the board", kind="indirect")
    pages.say("A", "“We go.”", "Holm")
    found = pages.told(told)
    assert [voice.name for voice in found.voices] == ["Holm", "The board"]
    assert found.voices[1].claims.first == ()
    assert len(found.voices[1].claims.rest) == 1
    assert found.counts == "1 quotation and 3 reported claims"


def test_many_speakers_are_folded_and_very_many_cut(
    pages: Pages, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shown_module, "MOST_VOICES", 15)
    for number in range(20):
        pages.say("A", "“We go.”", f"board {number}")
    found = pages.told(told)
    assert (len(found.voices), len(found.more)) == (12, 3)
    assert "first 15 of 20 speakers" in found.voices_cut.said


def test_what_is_reported_within_a_quotation_stands_inside_it_only(
    pages: Pages, told: Told
) -> None:
    outer = pages.say("A", "“Lind told us that it would hold.”", "Holm")
    text = "that it would hold"
    inner = replace(
        outer, id="quote-inner", start=14, end=14 + len(text), pieces=(f"14-{14 + len(text)}",),
        kind="indirect", speaker="Lind", speaker_start=1, speaker_end=5, within_id=outer.id,
    )  # fmt: skip
    pages.quotes.append(inner)
    (voice,) = pages.told(told).voices
    (inside,) = voice.quoted.first[0].inside
    assert (voice.name, inside.speaker, inside.text) == ("Holm", "Lind", text)


# -- what nobody is given --------------------------------------------------------------------------


def test_orphans_say_why_and_flags_say_where(pages: Pages, told: Told) -> None:
    pages.say("A", "“No.”", flags=("an answer without its question",))
    pages.say("B", "“No.”")
    pages.say(
        "A", "“It holds.”", "he", status="orphan",
        how="«said» reports it; its passage says «he; », and not who that is",
    )  # fmt: skip
    found = pages.told(told)
    first, second = found.orphans.first
    assert (first.text, _letters(first)) == ("“No.”", "AB")
    assert [(f.said, [p.siglum for p in f.places]) for f in first.flags] == [
        ("an answer without its question", ["A"])
    ]
    assert second.why == "its passage says «he; », and not who that is"
    assert found.voices == ()


def test_a_dispute_shows_who_names_whom(pages: Pages, told: Told) -> None:
    names = [pages.say(p, "“It holds.”", s) for p, s in (("A", "Holm"), ("B", "Lind"))]
    pages.say("C", "“It holds.”", status="disputed", witness_ids=tuple(q.id for q in names))
    (saying,) = pages.told(told).disputed.first
    assert _letters(saying) == "C"
    assert [(o.name, [p.siglum for p in o.places]) for o in saying.others] == [
        ("Holm", ["A"]),
        ("Lind", ["B"]),
    ]


def test_a_case_that_has_not_looked_says_nothing(pages: Pages, told: Told) -> None:
    shown = pages.shown(told)
    shown = replace(shown, rows=replace(shown.rows, quotes=None))
    assert voices_of(shown, STORY, []) is None


# -- the whole page --------------------------------------------------------------------------------

HELD = "“The dyke held <b>all night</b>, and nobody in the whole of Tarn had to leave a house,”"
CROWNS = (
    "“We will pay for the early repairs of each house in the valley, whatever they may cost us”"
)


REST = "The river Sill stood at its highest mark for a decade on Monday, the water board said."
CHANGED = CROWNS.replace("early", "premature")


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """Three pages: one names the mayor, one lost her; one changed a word of the board's."""
    folder = tmp_path_factory.mktemp("pile")
    for name, text in {
        "a": f"Dyke holds\n\n{HELD} said the mayor, Anna Holm.\n\n{REST}\n\n{CROWNS}, the board said.",
        "b": f"Tarn dyke holds\n\n{HELD[:-2]}”.\n\n{REST}\n\n{CROWNS}, the board said.",
        "c": f"The dyke\n\n{CHANGED}, the board said.\n\n{REST}\n\n“It may rain.”",
    }.items():
        (folder / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    return build([str(folder)], tmp_path_factory.mktemp("case") / "case")


def _part(case: Case) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(render_html(case))


def test_the_page_has_it_all_in_order(spoken: Case) -> None:
    whole = _part(spoken).xpath("//main")[0].text_content()
    said = whole[whole.index("Who said what") :]
    order = [
        "Who said what",
        "Words changed inside quotation marks",
        "Anna Holm",
        "Quotations without a speaker",
        "Speakers in dispute",
        "Statements carried by",
    ]
    at = [said.index(one) for one in order]
    assert at == sorted(at)
    assert "stemma show" in said


def test_a_restored_quotation_links_to_its_page_and_to_the_one_that_names_the_speaker(
    spoken: Case,
) -> None:
    (said,) = _part(spoken).xpath("//span[@class='from']")
    assert said.text_content().split() == [
        "B",
        "without",
        "the",
        "speaker;",
        "restored",
        "from",
        "A",
    ]
    ids = set(_part(spoken).xpath("//@id"))
    assert all(href[1:] in ids for href in said.xpath(".//@href"))
    assert len(said.xpath(".//@href")) == 2


def test_its_words_are_text(spoken: Case) -> None:
    assert "<b>all night</b>" not in render_html(spoken)
    assert "<b>" not in render_markdown(spoken)


def test_changed_words_come_first_with_their_pages(spoken: Case) -> None:
    (line,) = _part(spoken).xpath("//div[@class='grave']//li")
    said = " ".join(line.text_content().split())
    assert "early on A B" in said
    assert "premature on C" in said
    found = render_markdown(spoken)
    assert found.index("Words changed inside quotation marks") < found.index("**Anna Holm**")


def test_markdown_has_the_same(spoken: Case) -> None:
    said = render_markdown(spoken)
    assert "### Who said what" in said
    assert "without the speaker, restored from A" in said
    assert "**Quotations without a speaker:**" in said
    assert "“It may rain.” (C:" in said


def test_a_story_without_quotations_says_so(fires: Case) -> None:
    assert "No quotation and " in render_markdown(fires)
    assert "None: of each quotation a page says who said it." in _part(fires).text_content()


def test_a_story_in_which_nothing_is_said_says_so(pages: Pages, told: Told) -> None:
    assert said_by_whom(pages.told(told)) == ["No quotation and no reported claim was found."]
