"""Which events are to be read first."""

from tests.account.events import event, mention, on, sentence

from stemma.account import ranks

TOLD = sentence("A", "The crew left the harbour.")


def first(*events: object, quoted: object = (), **told: object) -> str:
    mentions = {one.id: [mention(TOLD, "left", **told)] for one in events}  # type: ignore[attr-defined]
    found = ranks(events, mentions, quoted, {})  # type: ignore[arg-type]
    assert sorted(found.values()) == list(range(1, len(events) + 1))
    return min(found, key=lambda name: found[name])


def known(name: str, **more: object) -> object:
    return event(name, **{"type": "ASSAULT", "actor_ids": ("actor-a",), **more})


def test_what_happened_before_what_is_planned_however_many_have_it() -> None:
    assert first(known("raid"), known("visit", status="planned", texts=9)) == "event-raid"


def test_the_more_texts_the_earlier() -> None:
    assert first(known("raid"), known("vote", texts=2)) == "event-vote"


def test_what_has_a_type_and_somebody_who_does_it_before_what_has_not() -> None:
    assert first(event("speculation", texts=3), known("raid")) == "event-raid"


def test_what_went_before_the_story_comes_behind_it() -> None:
    day = {"first": "2021-05-12", "last": "2021-05-12", "date": "2021-05-12"}
    long_ago = {"first": "2003-01-01", "last": "2003-12-31", "date": "2003-01-01/2003-12-31"}
    assert (
        first(known("invasion", texts=2, **long_ago), known("raid", texts=3, **day)) == "event-raid"
    )
    assert first(known("vote", texts=1, **day), known("war", texts=1, **long_ago)) == "event-vote"


def test_quoted_words_are_nobodys_report() -> None:
    raid, vote = known("raid", texts=2), known("vote")
    mentions = {
        "event-raid": [mention(TOLD, "left", quote_id="quote-a")],
        "event-vote": [mention(TOLD, "left")],
    }
    assert ranks([raid, vote], mentions, {"quote-a"}, {})["event-vote"] == 1  # type: ignore[list-item]
    assert ranks([raid, vote], mentions, (), {})["event-raid"] == 1  # type: ignore[list-item]


def test_each_story_has_its_own_numbers() -> None:
    found = ranks([known("a"), known("b", story_id="story-b")], {}, (), {})  # type: ignore[list-item]
    assert list(found.values()) == [1, 1]
    assert on("c", "2021-05-12").date


def test_a_headline_counts_as_several_texts() -> None:
    vote, raid = event("vote"), known("raid", texts=3)
    mentions = {one.id: [mention(TOLD, "left")] for one in (vote, raid)}  # type: ignore[attr-defined]
    assert ranks([vote, raid], mentions, (), {})["event-raid"] == 1  # type: ignore[list-item]
    mentions["event-vote"] = [mention(TOLD, "left", sentence_id="sentence-head")]
    above = {"sentence-head": "Crew leaves harbour"}
    assert ranks([vote, raid], mentions, (), above)["event-vote"] == 1  # type: ignore[list-item]


def test_among_as_many_texts_a_deed_comes_before_words_and_words_with_a_day_before_those_without() -> (
    None
):
    accused, raided = known("accuse", type="ACCUSE"), known("raid")
    assert first(accused, raided) == "event-raid"
    assert first(accused, raided, known("warn", type="THREATEN", texts=2)) == "event-warn"
    day = {"first": "2021-05-12", "last": "2021-05-12", "date": "2021-05-12"}
    assert first(accused, known("urge", type="REQUEST", **day)) == "event-urge"
    # Who looks into something does more than to speak.
    assert first(accused, known("probe", type="ACCUSE", mode="investigate")) == "event-probe"


def test_what_a_page_tells_itself_comes_before_what_somebody_says_was_done() -> None:
    raid, theft = known("raid"), known("theft")
    mentions = {
        "event-raid": [mention(TOLD, "left", stands="said")], "event-theft": [mention(TOLD, "left")],
    }  # fmt: skip
    assert ranks([raid, theft], mentions, (), {})["event-theft"] == 1  # type: ignore[list-item]


def test_what_names_both_sides_comes_before_what_names_one() -> None:
    assert first(known("a"), known("b", actors=("Holm",), recipients=("Berg",))) == "event-b"
    assert first(known("a", actors=("Holm",), recipients=("them",)),
                 known("b", actors=("Holm",), recipients=("Berg",))) == "event-b"  # fmt: skip


def test_the_first_person_of_a_page_is_somebody_whose_marks_are_lost() -> None:
    back, raid = known("back", type="SUPPORT", texts=2), known("raid")
    mentions = {
        "event-back": [mention(TOLD, "left", actors=("I",))],
        "event-raid": [mention(TOLD, "left", actors=("Holm",))],
    }
    assert ranks([back, raid], mentions, (), {})["event-raid"] == 1  # type: ignore[list-item]


def test_a_day_without_its_year_counts_as_a_day() -> None:
    crash, vote = known("crash", texts=2), known("vote", texts=2, mentions=9)
    mentions = {one.id: [mention(TOLD, "left")] for one in (crash, vote)}  # type: ignore[attr-defined]
    assert ranks([crash, vote], mentions, (), {})["event-vote"] == 1  # type: ignore[list-item]
    found = ranks([crash, vote], mentions, (), {}, {"event-crash"})  # type: ignore[list-item]
    assert found["event-crash"] == 1
    plain = event("fall", texts=2)
    mentions["event-fall"] = [mention(TOLD, "left", stands="aside")]
    both = [plain, known("vote")]
    assert ranks(both, mentions, (), {})["event-fall"] == 2  # type: ignore[arg-type]
    assert ranks(both, mentions, (), {}, {"event-fall"})["event-fall"] == 1  # type: ignore[arg-type]


def test_the_headline_of_a_page_that_comes_again_tells_nothing() -> None:
    vote, raid = event("vote"), event("raid")
    mentions = {
        "event-raid": [mention(TOLD, "left")],
        "event-vote": [mention(TOLD, "left", sentence_id="sentence-head")],
    }
    above = {"sentence-head": "Crew leaves harbour"}
    assert ranks([raid, vote], mentions, (), above)["event-vote"] == 1
    assert ranks([raid, vote], mentions, (), above, (), {TOLD.article_id})["event-raid"] == 1


def test_a_range_of_days_tells_nothing_of_an_event() -> None:
    week = {"first": "2021-05-10", "last": "2021-05-16", "date": "2021-05-10/2021-05-16"}
    day = {"first": "2021-05-12", "last": "2021-05-12", "date": "2021-05-12"}
    assert first(event("sleep", texts=4, **week), known("raid")) == "event-raid"
    assert first(event("sleep", texts=4, **day), known("raid")) == "event-sleep"


def test_the_sentence_behind_a_dateline_counts_as_texts_by_its_originals_words() -> None:
    vote, raid = known("vote"), known("raid", texts=2)
    mentions = {
        "event-raid": [mention(TOLD, "left")],
        "event-vote": [mention(TOLD, "left", sentence_id=name) for name in ("lead", "copy")],
    }
    leads = {"lead": "The crew left.", "copy": "The crew left."}
    assert ranks([vote, raid], mentions, (), {})["event-raid"] == 1  # type: ignore[list-item]
    assert ranks([vote, raid], mentions, (), {}, (), (), leads)["event-vote"] == 1  # type: ignore[list-item]
    aside = {**mentions, "event-vote": [mention(TOLD, "left", sentence_id="lead", stands="aside")]}
    assert ranks([vote, raid], aside, (), {}, (), (), leads)["event-raid"] == 1  # type: ignore[list-item]


def test_a_question_and_the_rest_of_a_cut_sentence_come_last() -> None:
    for text in (
        "Has Holm sold the dam?",
        "entering the town at dawn.",
        "Correction: An earlier version of this story said that 19 dams had been sold.",
        "(This story has been corrected to say that the dam was sold.)",
    ):
        asked = known("a", text=text, texts=3)
        assert first(asked, known("b", text="Holm sold the dam.")) == "event-b"
