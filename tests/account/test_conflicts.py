"""Values that differ on one slot, and whether that is a disagreement."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.account.events import event, figure, mention, on, sentence, timex

from stemma.account import Footing, Grounds, Slots, conflicts_of
from stemma.account.grounds import Ground
from stemma.account.pool import pool_of
from stemma.model import Actor, Conflict, Figure, Mention, Sentence, Timex

ONE = sentence("A", "The raid killed 14 people, the ministry said on Monday.")
TWO = sentence("B", "The raid killed at least 20 people by Tuesday.")


class Flat(Grounds):
    """Where every set of sentences stands on nine pages."""

    def of(self, ids: frozenset[str]) -> Ground:
        return Ground(Footing(9, 9, 1, len(ids), (), ()), ())


def test_only_pages_that_have_a_value_carry_it() -> None:
    (row,) = found([FOURTEEN, TWENTY])
    assert (row.carriers, row.other_carriers) == (1, 1)


def found(
    figures: Sequence[Figure] = (),
    mentions: Sequence[Mention] = (),
    events: Sequence[object] = (),
    event_of: dict[str, str] | None = None,
    times: dict[str, Sequence[Timex]] | None = None,
    actors: dict[str, Actor] | None = None,
    sentences: Sequence[Sentence] = (ONE, TWO),
    families: dict[str, frozenset[str]] | None = None,
    inside: dict[str, list[Mention]] | None = None,
) -> list[Conflict]:
    pool = pool_of([], [], [], [], [], [])
    grounds = Flat(pool, {one.id: one for one in sentences}, [], {})
    inside = inside or {one.id: list(mentions) for one in events}  # type: ignore[attr-defined]
    slots = Slots(
        events, inside, figures, event_of or {}, times or {}, (), actors or {}, families or {}, grounds  # type: ignore[arg-type]
    )  # fmt: skip
    return conflicts_of(slots)


FOURTEEN = figure(ONE, "14", 14, 14)
TWENTY = figure(TWO, "at least 20", 20, None, qualifier="at least")


def test_figures_that_leave_room_for_one_number_are_compatible() -> None:
    many = figure(TWO, "at least 20", 10, None, qualifier="at least")
    (row,) = found([FOURTEEN, many])
    assert (row.slot, row.verdict, row.about) == ("figure", "compatible", "dead")


def test_without_times_nothing_tells_which_is_later() -> None:
    (row,) = found([FOURTEEN, TWENTY])
    assert row.verdict == "different with order unknown"
    assert {row.value, row.other_value} == {"14", "at least 20"}


def day(of: Sentence, words: str, anchor: str) -> dict[str, Sequence[Timex]]:
    return {of.id: [timex(of, words, anchor, anchor=anchor)]}


def test_said_on_different_days_it_is_an_update() -> None:
    times = day(ONE, "Monday", "2021-05-03") | day(TWO, "Tuesday", "2021-05-04")
    (row,) = found([FOURTEEN, TWENTY], times=times)
    assert row.verdict == "updated"
    assert row.how == "the one is of 2021-05-03, the other of 2021-05-04"


def test_a_later_page_that_looks_back_makes_no_earlier_figure_later() -> None:
    again = sentence("C", "The raid had killed 14 people by Sunday.")
    times = (
        day(ONE, "Monday", "2021-05-03") | day(TWO, "Tuesday", "2021-05-04")
        | day(again, "Sunday", "2021-05-05")
    )  # fmt: skip
    rows = found(
        [FOURTEEN, TWENTY, figure(again, "14", 14, 14)], times=times, sentences=(ONE, TWO, again)
    )
    assert [row.verdict for row in rows] == ["updated"]
    # And what says no day says nothing against it.
    times.pop(again.id)
    rows = found(
        [FOURTEEN, TWENTY, figure(again, "14", 14, 14)], times=times, sentences=(ONE, TWO, again)
    )
    assert [row.verdict for row in rows] == ["updated"]


@pytest.mark.parametrize(
    ("second", "verdict"),
    [("24", "updated"), ("21", "conflicting"), ("", "different with order unknown")],
)
def test_datelines_without_a_year_are_days_too(second: str, verdict: str) -> None:
    one = sentence("A", "SAN TELMO, July 21 - The raid killed 14 people.")
    other = sentence("B", f"SAN TELMO, July {second} - The raid killed 20 people.")
    times = {one.id: [timex(one, "July 21", None, value="XXXX-07-21")]}
    if second:
        of = timex(other, f"July {second}", None, value=f"XXXX-07-{second}")
        times[other.id] = [of]
    figures = [figure(one, "14", 14, 14), figure(other, "20 people", 20, 20)]
    (row,) = found(figures, times=times, sentences=(one, other))  # type: ignore[arg-type]
    assert row.verdict == verdict


def test_how_much_lies_somewhere_is_compared_whichever_way_it_is_told() -> None:
    one = sentence("A", "The shed held 1,800 tonnes of dry wheat, the minister said.")
    other = sentence("B", "According to the letters 2,100 tonnes of wheat were stored there.")
    made = [
        figure(of, f"{size:,}", size, size, kind="measure", unit="t", what="wheat", predicate=verb,
               what_end=of.text.index("wheat") + len("wheat"))
        for of, size, verb in ((one, 1800, "hold"), (other, 2100, "store"))
    ]  # fmt: skip
    (row,) = found(made, sentences=(one, other))
    assert (row.about, row.value) == ("tonnes of dry wheat, held", "1,800 tonnes of dry wheat")


def test_said_on_one_day_they_conflict() -> None:
    times = day(ONE, "Monday", "2021-05-03") | day(TWO, "Tuesday", "2021-05-03")
    (row,) = found([FOURTEEN, TWENTY], times=times)
    assert row.verdict == "conflicting"


def test_an_equal_value_is_no_difference() -> None:
    same = figure(TWO, "at least 20", 14, 14)
    assert found([FOURTEEN, same]) == []


def test_part_of_the_people_is_another_scope() -> None:
    children = figure(TWO, "at least 20", 3, 3, what="child")
    (row,) = found([FOURTEEN, children])
    assert row.verdict == "other scope"


@pytest.mark.parametrize(
    "other",
    [
        {"predicate": "injure"},
        {"what": "cow"},
        {"kind": "age"},
        {"story_id": "story-b"},
        {"story_id": None},
        {"kind": "money", "unit": "EUR", "what": "euro", "predicate": "cost"},
    ],
)
def test_figures_of_other_things_are_not_compared(other: dict[str, object]) -> None:
    from dataclasses import replace

    assert found([FOURTEEN, replace(TWENTY, **other)]) == []  # type: ignore[arg-type]


def test_figures_of_events_on_different_days_are_of_another_scope() -> None:
    events = [on("raid", "2021-05-01"), on("storm", "2021-05-09")]
    event_of = {FOURTEEN.id: "event-raid", TWENTY.id: "event-storm"}
    (row,) = found([FOURTEEN, TWENTY], events=events, event_of=event_of)
    assert (row.verdict, row.event_id) == ("other scope", None)
    assert "event-raid and event-storm" in row.how


def actor(name: str, country: str | None = None) -> Actor:
    return Actor(
        f"actor-{name}", "story-a", name, "person", (), (), country, None, 1, ONE.article_id, 0, 1, "",
        name,
    )  # fmt: skip


def by(of: Sentence, word: str, name: str) -> Mention:
    return mention(
        of, word, type="ASSAULT", actors=(name,), actor_ids=(f"actor-{name}",), recipients=("the port",)
    )  # fmt: skip


def test_two_who_are_said_to_have_done_it() -> None:
    known = {f"actor-{name}": actor(name) for name in ("Northland", "Gravia")}
    mentions = [by(ONE, "raid", "Northland"), by(TWO, "raid", "Gravia")]
    (row,) = found(mentions=mentions, events=[event("raid", type="ASSAULT")], actors=known)
    assert (row.slot, {row.value, row.other_value}) == ("actor", {"Northland", "Gravia"})


def test_a_country_and_who_acts_for_it_are_not_two() -> None:
    known = {
        "actor-Northland": actor("Northland", "NOR"),
        "actor-Ada Brandt": actor("Ada Brandt", "NOR"),
    }
    mentions = [by(ONE, "raid", "Northland"), by(TWO, "raid", "Ada Brandt")]
    assert found(mentions=mentions, events=[event("raid", type="ASSAULT")], actors=known) == []


def test_that_it_happened_and_that_it_did_not() -> None:
    port = {"type": "ASSAULT", "recipients": ("the port",)}
    says = mention(ONE, "raid", **port)
    denies = mention(TWO, "raid", polarity="negative", how="verb; by hand; status: not", **port)
    (row,) = found(mentions=[says, denies], events=[event("raid", status="disputed")])
    assert (row.slot, row.verdict) == ("status", "conflicting")
    assert (row.row_ids, row.other_row_ids) == ((says.id,), (denies.id,))
    assert (row.text, row.other_text) == (ONE.text, TWO.text)


def test_days_that_exclude_each_other() -> None:
    days = [
        replace(by(ONE, "raid", "Gravia"), first="2021-05-03", last="2021-05-03"),
        replace(by(TWO, "raid", "Gravia"), first="2021-05-04", last="2021-05-04"),
    ]
    (row,) = found(mentions=days, events=[event("raid", date_how="disputed: x")])
    assert (row.slot, row.value, row.other_value) == ("date", "2021-05-03", "2021-05-04")


def test_who_denies_that_somebody_did_it_does_not_deny_that_it_happened() -> None:
    says = by(ONE, "raid", "Northland")
    denies = mention(
        TWO, "raid", type="ASSAULT", actors=("Northland",), actor_ids=("actor-Northland",),
        polarity="negative", sources=("!Ada Brandt",),
    )  # fmt: skip
    known = {"actor-Northland": actor("Northland")}
    events = [event("raid", type="ASSAULT", status="disputed")]
    (row,) = found(mentions=[says, denies], events=events, actors=known)
    assert (row.slot, row.verdict) == ("actor", "conflicting")
    assert (row.value, row.other_value) == ("Northland did it", "Northland did not do it")
    assert row.how == "Ada Brandt denies that Northland did it"


def test_a_sentence_does_not_contradict_itself() -> None:
    says, denies = mention(ONE, "raid"), mention(ONE, "killed", polarity="negative")
    assert found(mentions=[says, denies], events=[event("raid", status="disputed")]) == []


def test_a_copy_with_a_number_that_no_other_passage_has() -> None:
    families = {ONE.id: frozenset(["family-a"]), TWO.id: frozenset(["family-a"])}
    (row,) = found([FOURTEEN, TWENTY], families=families)
    assert row.verdict == "conflicting"
    assert row.how.startswith("versions of one sentence")


def test_a_copy_that_was_brought_up_to_date() -> None:
    three = sentence("C", "In all at least 20 people were killed.")
    again = figure(three, "at least 20", 20, None, qualifier="at least")
    families = {ONE.id: frozenset(["family-a"]), TWO.id: frozenset(["family-a"])}
    (row,) = found([FOURTEEN, TWENTY, again], families=families, sentences=(ONE, TWO, three))
    assert row.verdict == "updated"


def test_figures_of_people_of_other_names_are_of_other_things() -> None:
    one = sentence("A", "Lorn expelled nine Danish diplomats.")
    two = sentence("B", "Dania expelled 11 Lornish diplomats.")
    rows = [
        figure(one, "nine", 9, 9, what="diplomat", predicate="expel",
               what_end=one.start + one.text.index(".")),
        figure(two, "11", 11, 11, what="diplomat", predicate="expel",
               what_end=two.start + two.text.index(".")),
    ]  # fmt: skip
    (row,) = found(rows, sentences=(one, two))
    assert (row.verdict, row.how) == (
        "other scope",
        "they count different things: Danish and Lornish",
    )


@pytest.mark.parametrize(
    ("other", "rows"),
    [
        # Both say no once: one of the two is misread.
        ("The clerk had by no means worked for the mill.", 0),
        ("The clerk had worked for the mill.", 1),
    ],
)
def test_a_copy_that_says_no_as_often_does_not_contradict(other: str, rows: int) -> None:
    one, two = sentence("A", "The clerk had never worked for the mill."), sentence("B", other)
    no = "verb; by hand; status: never"
    clerk = {"actors": ("The clerk",), "recipients": ("the mill",)}
    mentions = [
        mention(one, "worked", polarity="negative", how=no, **clerk), mention(two, "worked", **clerk)
    ]  # fmt: skip
    shared = {one.id: frozenset({"family-a"}), two.id: frozenset({"family-a"})}
    made = found(mentions=mentions, events=[event("work")], sentences=(one, two), families=shared)
    assert len(made) == rows
    apart = found(mentions=mentions, events=[event("work")], sentences=(one, two))
    assert len(apart) == 1


@pytest.mark.parametrize(
    ("text", "kind", "numbers", "shown"),
    [
        (
            "They will ask for a sentence of {} years.", "duration", ("four", "five"),
            {"four years", "five years"},
        ),
        (
            "The flood covers a plain of {} square kilometres.", "measure", ("90", "900"),
            {"90 square kilometres", "900 square kilometres"},
        ),
    ],
)  # fmt: skip
def test_a_figure_is_shown_with_its_unit(
    text: str, kind: str, numbers: tuple[str, str], shown: set[str]
) -> None:
    both = [sentence(page, text.format(number)) for page, number in zip("AB", numbers, strict=True)]
    more = {"kind": kind, "unit": "unit", "what": "sentence", "predicate": "ask"}
    rows = [
        figure(of, words, n, n, what_end=of.start + of.text.index(" of"), **more)
        for n, (of, words) in enumerate(zip(both, numbers, strict=True), 4)
    ]
    (row,) = found(rows, sentences=tuple(both))
    assert {row.value, row.other_value} == shown


@pytest.mark.parametrize(
    ("denied", "rows"),
    [
        ({"recipients": ("the port",)}, 1),
        ({"actors": ("the rebels",), "recipients": ("the port",)}, 1),
        ({"actors": ("the rebels",)}, 1),
        ({"actors": ("the crew of the ferry",), "recipients": ("the port",)}, 0),
        ({"actors": ("I",)}, 0),
        ({"actors": ("The two",)}, 0),
        # Who denies it means what the others say, if it was done to the same.
        ({"actors": ("They",), "recipients": ("the port",), "sources": ("!Ada Brandt",)}, 1),
    ],
)
def test_what_others_did_not_do_contradicts_nothing(denied: dict[str, object], rows: int) -> None:
    raid = {"type": "ASSAULT"}
    says = mention(ONE, "raid", actors=("armed rebels",), recipients=("the port",), **raid)
    how = "verb; by hand; status: not"
    denies = mention(TWO, "raid", polarity="negative", how=how, **raid, **denied)
    made = found(mentions=[says, denies], events=[event("raid", status="disputed")])
    assert len(made) == rows


def test_exact_numbers_of_a_common_thing_that_are_far_apart_are_of_two() -> None:
    def order(of: Sentence, text: str, count: int) -> Figure:
        return figure(of, text, count, count, what="order", predicate="receive")

    (row,) = found([order(ONE, "14", 14), order(TWO, "at least 20", 149)])
    assert row.verdict == "other scope"
    (row,) = found([order(ONE, "14", 14), order(TWO, "at least 20", 20)])
    assert row.verdict == "different with order unknown"


# -- weekdays and terms of prison -------------------------------------------------------------------

SEIZED = sentence("A", "The clerk was seized at the airport on Thursday.")
ALSO_SEIZED = sentence("B", "The clerk was seized at home on Friday.")


def seized(of: Sentence, weekday: int, word: str, **more: object) -> tuple[Mention, Timex]:
    time = timex(of, word, None, value=f"XXXX-WXX-{weekday}")
    told = {"type": "COERCE", "recipients": ("the clerk",), "timex_id": time.id, **more}
    return mention(of, "seized", **told), time


@pytest.mark.parametrize(
    ("weekday", "word", "more", "verdicts"),
    [
        (5, "Friday", {}, ["conflicting"]),
        (4, "Friday", {}, []),
        (5, "Friday", {"recipients": ("the cook",)}, []),
        (5, "Friday", {"time": "future"}, []),
    ],
)
def test_weekdays_of_one_deed_exclude_each_other(
    weekday: int, word: str, more: dict[str, object], verdicts: list[str]
) -> None:
    first, thursday = seized(SEIZED, 4, "Thursday")
    second, other = seized(ALSO_SEIZED, weekday, word, **more)
    rows = found(
        mentions=[first, second], events=[event("seize", type="COERCE")],
        times={SEIZED.id: [thursday], ALSO_SEIZED.id: [other]}, sentences=(SEIZED, ALSO_SEIZED),
    )  # fmt: skip
    assert [row.verdict for row in rows] == verdicts
    assert all(
        (row.slot, row.value, row.other_value) == ("date", "Thursday", "Friday") for row in rows
    )


def years(of: Sentence, word: str, many: float, predicate: str) -> Figure:
    return figure(
        of, word, many, many, kind="duration", unit="year", what=None, predicate=predicate
    )


@pytest.mark.parametrize(
    ("text", "predicate", "count"),
    [
        ("Holm must go to prison for eight years, the court ruled.", "go", 1),
        ("A court sentenced the mayor, Ann Holm, to eight years.", "sentence", 1),
        ("The prosecutor asked that Holm be jailed for eight years.", "jail", 0),
        ("Holm has lived abroad for eight years.", "live", 0),
        ("A court sentenced Jan Ferl to eight years.", "sentence", 0),
    ],
)
def test_terms_of_prison_of_one_person_are_compared(text: str, predicate: str, count: int) -> None:
    one, other = sentence("A", "Ex-mayor Holm was jailed for seven years."), sentence("B", text)
    people = {
        name: replace(ACTOR, id=name, name=name, article_id=one.article_id)
        for name in ("Ann Holm", "Jan Ferl")
    }
    rows = found(
        [years(one, "seven", 7, "jail"), years(other, "eight", 8, predicate)],
        actors=people, sentences=(one, other),
    )  # fmt: skip
    assert len(rows) == count
    assert all(row.about == "prison term of Ann Holm" for row in rows)


ACTOR = Actor(
    id="a", story_id="story-a", name="a", kind="person", aliases=(), titles=(), country=None,
    sector=None, carriers=1, article_id="a", start=0, end=1, how="", text="a",
)  # fmt: skip


def test_what_is_called_to_mind_of_long_ago_is_of_another_event() -> None:
    old = sentence("A", "It was the worst fire since one of 1998 that killed 31 people.")
    new = sentence("B", "The fire killed 24 people.")
    figures = [figure(old, "31", 31, 31), figure(new, "24", 24, 24)]
    events = [on("old", "1998-01-01", "1998-12-31"), event("new")]
    days = [on(f"e{n}", f"2021-05-0{n}") for n in range(1, 4)]
    told = {figures[0].id: "event-old", figures[1].id: "event-new"}
    (row,) = found(figures, events=[*events, *days], event_of=told, sentences=(old, new))
    assert row.verdict == "other scope"
    (row,) = found(figures, events=events, event_of=told, sentences=(old, new))
    assert row.verdict == "different with order unknown"


def test_who_denies_a_signing_denies_the_deed_and_who_denies_a_charge_does_not() -> None:
    one = sentence("A", "The premier said that Ann Holm had signed the deal.")
    other = sentence("B", "The council denied that Ann Holm had signed it.")
    for kind, slots in (("SUPPORT", ["actor"]), ("ACCUSE", [])):
        mentions = [
            mention(one, "signed", type=kind, actors=("Ann Holm",), actor_ids=("actor-h",)),
            mention(other, "signed", type=kind, actors=("Ann Holm",), actor_ids=("actor-h",),
                    polarity="negative", sources=("!The council",)),
        ]  # fmt: skip
        made = event("sign" if slots else "accuse", type=kind)
        rows = found(mentions=mentions, events=[made], sentences=(one, other))
        assert [row.slot for row in rows] == slots


def test_some_of_a_number_are_not_set_against_all() -> None:
    one = sentence("A", "The clash killed two Danish men.")
    other = sentence("B", "Six men, four of them Greeks, were killed.")
    figures = [
        figure(one, "two", 2, 2, what="man", what_end=one.text.index(" men") + 4),
        figure(other, "Six", 6, 6, what="man", what_end=7),
    ]
    (row,) = found(figures, sentences=(one, other))
    assert (row.verdict, row.how) == (
        "other scope", "the one is a part of the other: four of them Greeks"
    )  # fmt: skip


# -- what one sentence has from two sources ---------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "one", "other", "count"),
    [
        ("Police said 12 people marched, while the union said 40 did.", "march", "do", 1),
        ("Police said 12 people marched, organisers said 40.", "march", "say", 1),
        ("Police estimated the crowd at 12, organisers at 40.", "estimate", "", 1),
        ("According to police 12 people came, according to the mayor 40.", "come", "come", 1),
        # One voice, two things, or room for one number.
        ("Police said 12 people marched and said 40 sang.", "march", "sing", 0),
        ("Police said 12 people marched, and 40 sang.", "march", "sing", 0),
        ("Police said 12 people marched, the mayor said 40 sang.", "march", "sing", 0),
        # The one took the place of the other.
        ("Police at first said 12 people marched, and the union said 40 did.", "march", "do", 0),
        ("Police said 12 people marched, and the mayor had spoken of 40.", "march", "speak", 0),
        ("Police said 12 people marched, and by noon the mayor said 40 did.", "march", "do", 0),
        # Of another place, of the speaker's own side, from nobody else, of another thing.
        ("Police said 12 people marched in Orsk, the mayor said 40 in Tarn.", "march", "say", 0),
        ("The Greens said they lent 12 people, and the union announced 40.", "lend", "announce", 0),
        ("Police said 12 people marched, and at dusk it spoke of 40.", "march", "speak", 0),
        ("Police said 12 people marched, and put those in need at 40.", "march", "put", 0),
        ("The mayor said 12 people left, the union put those in need at 40.", "leave", "", 0),
    ],
)
def test_two_sources_of_one_sentence_disagree(text: str, one: str, other: str, count: int) -> None:
    of = sentence("A", text)
    made = [
        figure(of, "12", 12, 12, predicate=one, what="crowd" if one == "estimate" else "people"),
        figure(of, "40", 40, 40, predicate=other or None, what=None),
    ]
    rows = [row for row in found(made, sentences=(of,)) if "two sources" in row.how]
    assert len(rows) == count
    assert all(row.verdict == "conflicting" for row in rows)


# -- who is on board, and how long it went on ---------------------------------------------------------


def test_who_is_on_board_is_told_in_several_ways_of_one_event() -> None:
    one = sentence("A", "A launch with 14 people aboard sank.")
    other = sentence("B", "The launch that sank was carrying 11 people.")
    made = [
        figure(one, "14", 14, 14, predicate="aboard"), figure(other, "11", 11, 11, predicate="carry"),
    ]  # fmt: skip
    of = {figure.id: "event-sink" for figure in made}
    (row,) = found(made, sentences=(one, other), event_of=of, events=[event("sink")])
    assert (row.about, row.verdict) == ("aboard", "different with order unknown")
    of[made[1].id] = "event-other"
    assert found(made, sentences=(one, other), event_of=of) == []


def test_how_long_one_deed_went_on() -> None:
    one = sentence("A", "Divers searched for six hours before dusk.")
    other = sentence("B", "Divers searched for nine hours.")
    made = [
        figure(of, words, low, low, kind="duration", unit="hour", what=None, predicate="search")
        for of, words, low in ((one, "six", 6), (other, "nine", 9))
    ]
    of = {figure.id: "event-search" for figure in made}
    (row,) = found(made, sentences=(one, other), event_of=of, events=[event("search")])
    assert (row.slot, row.about) == ("figure", "search")
    assert found(made, sentences=(one, other)) == []


# -- what versions have otherwise -----------------------------------------------------------------------


def versions(one: str, other: str, **more: object) -> list[Conflict]:
    ours, theirs = sentence("A", one), sentence("B", other)
    families = {of.id: frozenset(("family-a",)) for of in (ours, theirs)}
    held = [
        mention(of, "opened" if "opened" in of.text else of.text.split()[1])
        for of in (ours, theirs)
    ]
    return found(
        sentences=(ours, theirs), families=families, events=[event("open")], mentions=held,
        **more,  # type: ignore[arg-type]
    )  # fmt: skip


def test_a_copy_with_another_weekday_or_a_no_more_disagrees() -> None:
    texts = [
        f"Ada Brandt opened the new lock at Orvik on {day} with a speech."
        for day in ("Monday", "Tuesday")
    ]
    of = [sentence(page, text) for page, text in zip("AB", texts, strict=True)]
    times = {s.id: [timex(s, day, None)] for s, day in zip(of, ("Monday", "Tuesday"), strict=True)}
    (row,) = versions(*texts, times=times)
    assert (row.slot, {row.value, row.other_value}) == ("date", {"Monday", "Tuesday"})
    (row,) = versions(texts[0], texts[0].replace("opened", "has not opened"))
    assert (row.slot, row.verdict) == ("status", "conflicting")


def test_other_words_for_the_same_are_no_disagreement() -> None:
    text = "The owner said the lock at Orvik was not safe and would stay shut until spring."
    assert versions(text, text.replace("not safe", "unsafe")) == []
    assert versions(text, text.replace("was not", "wasn't")) == []
    assert versions(text, text.replace("owner", "proprietor")) == []


def test_a_copy_that_names_somebody_else_disagrees() -> None:
    text = "The lock opened after a speech in which Ada Brandt thanked the divers of Orvik."
    (row,) = versions(text, text.replace("Ada Brandt", "Ole Fisk"), actors=PEOPLE)
    assert (row.slot, {row.value, row.other_value}) == ("actor", {"Ada Brandt", "Ole Fisk"})
    assert versions(text, text.replace("Ada Brandt", "Mrs Brandt"), actors=PEOPLE) == []


def person(name: str) -> Actor:
    return Actor(
        f"actor-{name}",
        "story-a",
        name,
        "person",
        (),
        (),
        None,
        None,
        1,
        "a" + "1" * 12,
        0,
        1,
        "",
        name,
    )


PEOPLE = {one.id: one for one in map(person, ("Ada Brandt", "Ole Fisk"))}


# -- where, and by which force ----------------------------------------------------------------------------


def test_reports_of_one_deed_in_two_towns_differ() -> None:
    one = sentence("A", "Ole Fisk was arrested in Orvik on Sunday.")
    other = sentence("B", "Ole Fisk was arrested in Lund on Sunday.")
    held = [
        mention(of, "arrested", predicate="arrest", type="COERCE", place=place, recipients=("Ole Fisk",),
                recipient_ids=("actor-f",), first="2021-05-02", last="2021-05-02")
        for of, place in ((one, "Orvik"), (other, "Lund"))
    ]  # fmt: skip
    arrest = on("arrest", "2021-05-02", type="COERCE")
    (row,) = found(mentions=held, events=[arrest], sentences=(one, other))
    assert (row.slot, row.value, row.other_value) == ("place", "in Lund", "in Orvik")
    wide = [replace(held[0], place="Orvik district"), held[1]]
    assert found(mentions=wide, events=[arrest], sentences=(one, other)) == []


def test_police_and_soldiers_are_different_doers() -> None:
    one = sentence("A", "Police arrested Ole Fisk on Sunday.")
    other = sentence("B", "Soldiers arrested Ole Fisk on Sunday.")
    held = [
        mention(of, "arrested", predicate="arrest", type="COERCE", actors=(of.text.split()[0],),
                recipients=("Ole Fisk",), recipient_ids=("actor-f",), first="2021-05-02", last="2021-05-02")
        for of in (one, other)
    ]  # fmt: skip
    (row,) = found(
        mentions=held, events=[on("arrest", "2021-05-02", type="COERCE")], sentences=(one, other)
    )
    assert (row.slot, {row.value, row.other_value}) == ("actor", {"Police", "Soldiers"})
    same = [held[0], replace(held[1], actors=("Two policemen",))]
    assert (
        found(
            mentions=same,
            events=[on("arrest", "2021-05-02", type="COERCE")],
            sentences=(one, other),
        )
        == []
    )


def test_who_denies_that_she_offered_it_denies_that() -> None:
    one = sentence("A", "Ada Brandt offered to resign on Friday.")
    other = sentence("B", "Ada Brandt denied that she had offered to resign.")
    her = {"actor_ids": ("actor-Ada Brandt",), "type": "AGREE", "predicate": "offer"}
    held = [
        mention(one, "offered", actors=("Ada Brandt",), **her),
        mention(other, "offered", actors=("she",), polarity="negative", sources=("!Brandt",),
                **(her | {"how": "verb; by hand; status: denied"})),
    ]  # fmt: skip
    offer = event("offer", type="AGREE", predicate="offer")
    (row,) = found(mentions=held, events=[offer], sentences=(one, other), actors=PEOPLE)
    assert (row.value, row.other_value) == ("Ada Brandt did it", "Ada Brandt did not do it")
    assert row.how == "Brandt denies it"
