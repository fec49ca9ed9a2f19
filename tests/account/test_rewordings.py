"""Quotations of the same words that differ, and what explains it."""

import itertools
import random
import time
from dataclasses import replace
from pathlib import Path

import pytest

from stemma.account import Learnt, rewordings_of
from stemma.account.speeches import spoken_in, wordings
from stemma.explain import explain
from stemma.flow import build
from stemma.model import Quote, Rewording, Saying, span_id
from stemma.report import render_html, render_markdown

HOLM = "Anna Holm"
SWAPS = {frozenset(("about", "approximately")): Learnt("approximately", 7)}
COUNT = itertools.count()


def quote(text: str, speaker: str = HOLM, **more: object) -> Quote:
    article = f"a{next(COUNT):012x}"
    made = Quote(
        id=span_id("quote", article, 0, len(text)), article_id=article,
        sentence_id=span_id("sentence", article, 0, len(text)), story_id="story-a", start=0,
        end=len(text), pieces=(f"0-{len(text)}",), kind="direct",
        status="attributed" if speaker else "orphan", speaker=speaker or None, speaker_start=None,
        speaker_end=None, actor_id=None, cue="said", cue_start=None, cue_end=None, within_id=None,
        witness_ids=(), flags=(), how="«said» reports it", text=text,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def saying(*quotes: Quote, **more: object) -> Saying:
    first = quotes[0]
    made = Saying(
        id=first.id.replace("quote", "saying"), story_id="story-a", actor_id=None, speaker=HOLM,
        quote_ids=tuple(q.id for q in quotes), carriers=len(quotes), texts=1, reporters_min=1,
        reporters_max=1, reporters=(), differs=(), denies=(), denied_by=(), article_id=first.article_id,
        start=first.start, end=first.end, how="", text=first.text,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def found(
    *quotes: Quote, sayings: tuple[Saying, ...] = (), passages: dict[str, str] | None = None
) -> list[Rewording]:
    return rewordings_of(quotes, sayings, passages or {}, SWAPS)


def test_a_swapped_word_of_a_short_quotation_is_spun() -> None:
    older, spun = (
        quote("“Sorry about the boats.”", ""),
        quote("“Sorry approximately the boats.”", ""),
    )
    (row,) = found(spun, older)
    assert (row.kind, row.base_text, row.text) == ("spun", "about", "approximately")
    assert row.base_quote_id == older.id
    assert row.quote_ids == (spun.id,)
    assert older.text[row.base_start : row.base_end] == "about"
    assert spun.text[row.start : row.end] == "approximately"
    assert "is the replacement" in row.how


def test_what_the_pile_does_not_explain_differs() -> None:
    one = quote("“We will close the eastern lock tonight.”")
    other = quote("“We will close the western lock tonight.”")
    (row,) = found(one, other)
    assert (row.kind, row.base_text, row.text) == ("differs", "eastern", "western")


def test_words_beside_it_that_are_the_same_speak_for_it() -> None:
    one = quote("“It broke. Nobody saw it coming that night.”", "")
    other = quote("“It split. Nobody saw it coming that night.”", "")
    assert found(one, other) == []  # of two words nothing is told
    one = quote("“The gate broke. Nobody saw it coming that night.”", "")
    other = quote("“The gate split. Nobody saw it coming that night.”", "")
    (row,) = found(one, other)
    assert "before or behind" in row.how


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            quote("“We will close the eastern lock.”", ""),
            quote("“We will close the western lock.”", ""),
        ),
        (
            quote("“Sorry about the boats.”", "Ann Brook"),
            quote("“Sorry approximately the boats.”", "Tom Reed"),
        ),
        (quote("“Sorry about the boats.”"), quote("“Sorry about all the houses and boats.”")),
        (quote("“We can not close the lock.”"), quote("“We cannot close the lock.”")),
        (
            quote("“Sorry about the boats.”", kind="indirect"),
            quote("“Sorry approximately the boats.”"),
        ),
        (
            quote("“Sorry about the boats.”"),
            quote("“Sorry approximately the boats.”", story_id="story-b"),
        ),
    ],
)
def test_two_things_said_are_not_one(one: Quote, other: Quote) -> None:
    assert found(one, other) == []


def test_what_one_page_has_both_of_is_two_things() -> None:
    one = quote("“Sorry about the boats.” “Sorry approximately the boats.”")
    assert found(one, quote("“Sorry approximately the boats.”")) == []


def test_a_part_of_a_longer_quotation_is_no_change() -> None:
    long = quote("“We will close the lock. Nobody is to go out tonight.”")
    short = quote("“Nobody is to go out tonight.”")
    (row,) = found(long, short, sayings=(saying(long, short),))
    assert (row.kind, row.base_quote_id, row.text) == ("fuller", long.id, short.text)


@pytest.mark.parametrize(
    ("passage", "kind"),
    [
        ("{} she said through an interpreter.", "translation"),
        ("{} she said, according to a translation by the ministry.", "translation"),
        ("{} Holm told the council in Swahili.", "translation"),
        ("{} Holm told the council in Halden.", None),
        ("{} said Holm, who is a translator.", None),
    ],
)
def test_other_words_throughout_are_a_translation_only_where_a_passage_says_so(
    passage: str, kind: str | None
) -> None:
    one = quote("“Our harbour is shut and the boats cannot leave before Friday.”")
    other = quote("“The boats are not able to go until Friday, for we have closed the harbour.”")
    passages = {other.id: passage.format(other.text), one.id: f"{one.text} she said."}
    rows = found(one, other, sayings=(saying(one), saying(other)), passages=passages)
    assert [row.kind for row in rows] == ([kind] if kind else [])


def test_what_is_reported_differently_is_told_once() -> None:
    one = quote("“A bridge is like a swing, and on Tuesday 2,500 people pushed it.”")
    other = quote("“A bridge is like a swing, and on Tuesday 310 people pushed it.”")
    sayings = (saying(one, differs=(other.id.replace("quote", "saying"),)), saying(other))
    (row,) = found(one, other, sayings=sayings)
    assert (row.kind, row.base_text, row.text) == ("differs", "2,500", "310")


def test_sentences_of_a_quotation_and_their_places() -> None:
    text = "“It broke. We saw it,” and then “nobody came.”"
    made = quote(text, kind="mixed")
    cut = spoken_in(made)
    assert [one.words for one in cut] == [("it", "broke"), ("we", "saw", "it"), ("nobody", "came")]
    for one in cut:
        first, last = one.tokens[0], one.tokens[-1]
        assert (
            text[one.start + first.start : one.start + last.end].casefold().split()[0]
            == one.words[0]
        )
    assert spoken_in(replace(made, kind="indirect")) == []


def test_the_order_of_quotes_changes_nothing() -> None:
    quotes = [
        quote(f"“{text}”")
        for text in (
            "Sorry about the boats.",
            "Sorry approximately the boats.",
            "No. Sorry about it all.",
        )
        for _ in range(3)
    ]
    expected = found(*quotes)
    for seed in range(5):
        shuffled = quotes[:]
        random.Random(seed).shuffle(shuffled)
        assert found(*shuffled) == expected
    assert [len(one.places) for one in wordings(quotes)] == [3, 3, 3, 3]


def test_ten_times_the_quotes_take_about_ten_times_as_long() -> None:
    def took(count: int) -> float:
        quotes = [
            quote(f"“We will close lock number {n} of the old canal tonight.”")
            for n in range(count)
        ]
        began = time.process_time()
        found(*quotes)
        return time.process_time() - began

    took(100)
    assert took(10_000) < 30 * took(1_000) + 1


def test_a_case_shows_and_explains_it(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    said = "“We will close the {} lock tonight,” Ann Brook, the mayor, told reporters in Halden."
    for name, word in (("a", "eastern"), ("b", "eastern"), ("c", "western")):
        text = f"The locks\n\nIt rained on page {name}.\n\n{said.format(word)}\n"
        (pile / f"{name}.txt").write_text(text, encoding="utf-8")
    case = build([str(pile)], tmp_path / "case", workers=1)
    (row,) = case.table("rewordings").iter_rows(named=True)
    assert {row["base_text"], row["text"]} == {"eastern", "western"}
    assert "nothing shows which of both was said" in explain(case, row["id"])
    markdown = render_markdown(case)
    assert "no swapped words and no translation explain it" in markdown
    assert markdown.count("«eastern»") == markdown.count("«western»") + 1
    assert "no swapped words and no translation explain it" in render_html(case)
