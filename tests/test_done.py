"""The steps of events, over a small pile: mentions with their actors, quotes and days, then events."""

from pathlib import Path

import polars as pl
import pytest

from stemma import done
from stemma.case import Case
from stemma.flow import build
from stemma.report import render_html

VETO = (
    "MEER (LNA) - Verania vetoed the fishing pact of the Coastal Council on 12 May 2021, and its "
    "delegate Ada Brandt walked out of the chamber with her papers under her arm."
)
SPUN = VETO.replace("vetoed", "blocked").replace("chamber", "hall")
TALKS = (
    '"We will talk about the nets again," Brandt told reporters on the steps of the building, while '
    "it rained on the flags of all nineteen members of the council."
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    pile = tmp_path_factory.mktemp("pile")
    for name, text in {
        "one": f"Verania vetoes fishing pact\n\n{VETO}\n\n{TALKS}\n",
        "two": f"Pact is vetoed\n\n{SPUN}\n\n{TALKS}\n",
        "three": f"Nets and flags\n\nLast updated May 14, 2021\n\n{TALKS}\n",
    }.items():
        (pile / f"{name}.txt").write_text(text, encoding="utf-8")
    return build([str(pile)], tmp_path_factory.mktemp("case") / "case", workers=1)


def row(case: Case, table: str, **wanted: object) -> dict[str, object]:
    found = case.table(table).filter(*(pl.col(name) == value for name, value in wanted.items()))
    assert len(found), wanted
    return found.row(0, named=True)


def test_a_mention_has_its_actor_its_day_and_its_offsets(case: Case) -> None:
    found = row(case, "mentions", text="vetoed", type="REJECT")
    text = row(case, "articles", id=found["article_id"])["text"]
    assert isinstance(text, str)
    assert text[found["start"] : found["end"]] == "vetoed"  # type: ignore[misc]
    assert (found["first"], found["last"]) == ("2021-05-12", "2021-05-12")
    walked = (
        case.table("mentions").filter(pl.col("text").str.starts_with("walked")).row(0, named=True)
    )
    names = dict(case.table("actors").select("id", "name").iter_rows())
    assert [names[one] for one in walked["actor_ids"]] == ["Ada Brandt"]


COUNTED = {
    "The council said on 6 June 2021, two days after voters split in half, that it would count again.": (
        "split", "2021-06-04", "2021-06-04",
    ),
    "The minister resigned a day after the vote of 3 June 2021.": ("resigned", "2021-06-04", "2021-06-04"),
    "A week after a bomb killed four, gunmen shot two guards on 16 June 2021.": (
        "killed", "2021-06-08", "2021-06-10",
    ),
    "A ferry was rammed by a freighter in thick fog late on 5 June 2021.": (
        "rammed", "2021-06-05", "2021-06-05",
    ),
    "Lund fined the bank on 9 June 2021, hours after Osta had sued it.": ("sued", "2021-06-08", "2021-06-09"),
    "A court freed Ann Holm on bail on 12 June 2021, a day after a general strike shut ports and banks.": (
        "strike", "2021-06-11", "2021-06-11",
    ),
    "It was the first trial since 1994 in the old court.": ("trial", None, None),
}  # fmt: skip


def test_days_are_counted_from_another_deed(tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    for n, text in enumerate(COUNTED):
        (tmp_path / "pile" / f"{n}.txt").write_text(
            f"News from the coast\n\n{text}\n", encoding="utf-8"
        )
    made = build([str(tmp_path / "pile")], tmp_path / "case", until="mentions", workers=1)
    for word, first, last in COUNTED.values():
        found = row(made, "mentions", text=word)
        assert (found["first"], found["last"]) == (first, last), word


def test_a_line_that_dates_a_page_reports_nothing(case: Case) -> None:
    line = case.table("sentences").filter(pl.col("text") == "Last updated May 14, 2021")
    assert len(line) == 1
    assert case.table("mentions").join(line, left_on="sentence_id", right_on="id").is_empty()


def test_what_is_said_in_a_quote_says_so(case: Case) -> None:
    found = row(case, "mentions", text="talk")
    quote = row(case, "quotes", id=found["quote_id"])
    assert quote["speaker"] == "Brandt"


def test_a_copy_with_another_word_is_the_same_event(case: Case) -> None:
    vetoed, blocked = (row(case, "mentions", text=word) for word in ("vetoed", "blocked"))
    assert vetoed["event_id"] == blocked["event_id"]
    event = row(case, "events", id=vetoed["event_id"])
    assert (event["date"], event["carriers"], event["status"]) == ("2021-05-12", 2, "done")
    assert event["reporters"] == ["LNA"]


def test_what_is_not_coded_stands_with_its_reason(case: Case) -> None:
    none = case.table("mentions").filter(pl.col("type").is_null())
    assert len(none)
    assert none["how"].str.contains("not coded").all()


def test_every_event_has_a_place_in_the_timeline(case: Case) -> None:
    events, moments = case.table("events"), case.table("timeline")
    assert sorted(moments["event_id"]) == sorted(events["id"])
    for _, own in moments.group_by("story_id"):
        assert sorted(own["position"]) == list(range(1, len(own) + 1))


def test_shuffled_files_and_two_workers_make_the_same_tables(case: Case, tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    for name, text in case.table("articles").select("path", "text").sort("text").iter_rows():
        (pile / name).write_text(text, encoding="utf-8")
    again = build(
        [str(p) for p in sorted(pile.iterdir(), reverse=True)], tmp_path / "case", workers=2
    )
    for table in ("mentions", "events", "timeline", "conflicts"):
        assert len(again.table(table)) == len(case.table(table)), table
        same = [name for name in ("type", "predicate", "date", "status", "verdict", "text")
                if name in case.table(table).columns]  # fmt: skip
        ours, theirs = (one.table(table).select(same).sort(same) for one in (case, again))
        assert ours.equals(theirs), table


def test_a_deed_before_a_day_is_not_done_on_it(tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    text = (
        "Harbour board votes\n\nThe harbour board voted before 7 June 2021 on the old lock. "
        "The crew walked out after 9 June 2021. Two boats collided before dawn on 11 June 2021.\n"
    )
    (tmp_path / "pile" / "one.txt").write_text(text, encoding="utf-8")
    made = build([str(tmp_path / "pile")], tmp_path / "case", workers=1, until="account")
    mentions = made.table("mentions")
    days = dict(mentions.select("text", "first").iter_rows())
    assert days["voted"] is None
    assert next(day for text, day in days.items() if text.startswith("walked")) is None
    assert days["collided"] == "2021-06-11"


def test_a_figure_that_dates_a_deed_counts_nothing_of_it(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    text = (
        "Guards raid the harbour\n\nMEER, May 12, 2021 (LNA) - Guards raided the harbour three days ago and "
        "held it for nine hours.\n\nThe guards arrested 40 fishermen, who were fined on Tuesday by a court.\n"
    )
    for name in ("one", "two"):
        (pile / f"{name}.txt").write_text(text, encoding="utf-8")
    found = build([str(pile)], tmp_path / "case", workers=1)
    words = dict(found.table("figures").select("id", "text").iter_rows())
    with_figures = found.table("timeline").filter(pl.col("figure_ids").list.len() > 0)
    held = {words[name] for names in with_figures["figure_ids"] for name in names}
    assert {"three", "nine", "40"} <= set(words.values())
    assert "40" in held
    assert "three" not in held
    said = render_html(found).partition("What happened")[2]
    assert "nine hours" in said
    assert "nine hour " not in said


def test_of_two_owners_neither_is_left_out(tmp_path: Path) -> None:
    text = (
        "The mayor met Norland and Berun's foreign ministers on 12 May 2021. "
        "Berun's foreign ministers had asked for talks on fish for years, and the harbour of Meer was lit."
    )
    (tmp_path / "pile").mkdir()
    (tmp_path / "pile" / "one.txt").write_text(f"Guests\n\n{text}\n", encoding="utf-8")
    built = build([str(tmp_path / "pile")], tmp_path / "case", workers=1)
    found = row(built, "mentions", predicate="meet")
    assert found["recipients"] == ["Norland and Berun's foreign ministers"]
    assert found["recipient_ids"] == []


def test_only_words_in_quotation_marks_are_somebodys() -> None:
    text = 'Verania condemned the raid on 3 May, and said: "We will not forget it."'
    assert not done._is_marked(text, text.index("the raid"))
    assert done._is_marked(text, text.index('"We'))
    assert done._is_marked(text, -4)  # speech that began in a sentence before


def test_who_is_named_beside_a_pronoun_is_not_whom_it_means() -> None:
    he = done._Parties(("he",), ("ann",), ("ann",))
    ann = done._Parties(("Ann Holm",), ("ann",), ("ann",))
    assert done._another(he, ann).ids == ()
    assert done._another(ann, he) == ann
    assert done._another(he, ann._replace(ids=("al",))) == he
