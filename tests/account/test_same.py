"""Which reports are of one event: what is likelier, what is never joined, and how long many take."""

import time

import numpy as np

from stemma.account.apart import are_apart
from stemma.account.compared import FEATURES, LINKS, Compared
from stemma.account.deeds import Contexts, Deed, marks
from stemma.account.same import candidates, same_events, same_marked
from stemma.account.weights import OF_EVENTS, OF_MARKED

FERRY = {"ferry": 0.8, "norvane": 0.6}
MARKET = {"market": 0.8, "solva": 0.6}


def deed(key: str, word: str, context: dict[str, float] | None = None, **more: object) -> Deed:
    return Deed(
        key, more.pop("page", key), frozenset(word.split()), context=context or FERRY, **more
    )  # type: ignore[arg-type]


def feature(a: Deed, b: Deed, name: str) -> float:
    row = Compared([a, b]).features(np.array([0]), np.array([1]))[0]
    return float(row[FEATURES.index(name)])


def groups(*deeds: Deed) -> list[list[str]]:
    return [[one.key for one in group] for group in same_events(deeds)]


def test_there_is_a_weight_for_every_feature() -> None:
    assert tuple(OF_EVENTS) == tuple(OF_MARKED) == FEATURES


def test_one_thing_at_most_links_the_words_of_two() -> None:
    for words, link in (
        (("collide", "collide"), "same word"), (("say", "say"), "telling word"),
        (("take", "take"), "loose word"),
        (("collide", "collided"), "same stem"), (("collide", "crash"), "akin"), (("collide", "pray"), None),
    ):  # fmt: skip
        a, b = (deed(str(n), word) for n, word in enumerate(words))
        assert [name for name in LINKS if feature(a, b, name)] == ([link] if link else [])


def test_sides_places_and_days() -> None:
    a = deed(
        "a",
        "raid",
        who=frozenset({"navy"}),
        whom=frozenset({"port"}),
        days=("2020-03-04", "2020-03-04"),
    )
    b = deed(
        "b",
        "raid",
        who=frozenset({"port"}),
        whom=frozenset({"port"}),
        days=("2020-03-06", "2020-03-07"),
    )
    assert feature(a, b, "who differs") == feature(a, b, "whom shared") == 1
    assert feature(a, b, "sides crossed") == feature(a, b, "day differs") == 1
    assert feature(a, a, "day shared") == feature(a, a, "one page") == 1
    assert feature(a, deed("c", "raid"), "who differs") == 0


def test_features_do_not_depend_on_which_comes_first() -> None:
    deeds = [
        deed("a", "raid", MARKET, who=frozenset({"army"})), deed("b", "attack", who=frozenset({"raid"})),
        deed("c", "vote", article=MARKET, near=FERRY), deed("d", "ballot", article=MARKET, ahead=True),
    ]  # fmt: skip
    first, second = (np.array(side) for side in ([0, 0, 1, 2], [1, 2, 2, 3]))
    compared = Compared(deeds)
    assert np.allclose(compared.features(first, second), compared.features(second, first))


def test_the_same_words_about_the_same_things_are_one_and_others_are_not() -> None:
    crash = deed("a", "collide", near=FERRY, article=FERRY)
    wreck = deed("b", "collision", near=FERRY, article=FERRY)
    assert groups(crash, wreck, deed("c", "vote", MARKET)) == [["a", "b"], ["c"]]


def test_days_that_exclude_each_other_part_what_is_else_the_same() -> None:
    one = deed("a", "raid", days=("2020-03-04", "2020-03-04"))
    other = deed("b", "raid", days=("2020-03-06", "2020-03-06"))
    assert groups(one, other) == [["a"], ["b"]]
    # Nor does a third that may be either bring them together.
    assert len(groups(one, other, deed("c", "raid"))) == 2


def test_deeds_of_different_countries_are_two_and_a_bare_report_is_of_the_one_told_more() -> None:
    ours = [deed(f"a{n}", "raid", type="ASSAULT", lands=frozenset({"NOR"})) for n in range(3)]
    theirs = deed("b", "raid", type="ASSAULT", lands=frozenset({"DNK"}))
    assert groups(*ours, theirs, deed("c", "raid")) == [["a0", "a1", "a2", "c"], ["b"]]


def test_talks_with_other_persons_are_others_and_those_with_both_may_be_either() -> None:
    def talks(key: str, *persons: str) -> Deed:
        return deed(key, "meet", type="CONSULT", persons=frozenset(persons))

    assert not are_apart(talks("a", "Holm", "Berg"), talks("b", "Holm"))
    assert are_apart(talks("a", "Holm", "Berg"), talks("b", "Holm", "Dahl"))
    assert not are_apart(talks("a", "Holm", "Berg"), talks("b"))


def test_a_session_of_a_council_is_no_talk_of_two_persons() -> None:
    session = deed("a", "meeting", type="CONSULT", bodies=frozenset({"Council"}))
    talks = deed("b", "meeting", type="CONSULT", persons=frozenset({"Holm", "Berg"}))
    assert are_apart(session, talks)
    assert not are_apart(session, deed("c", "meeting", type="CONSULT"))


def test_refusals_in_akin_words_by_one_side_are_one() -> None:
    def refusal(key: str, word: str, who: str, land: str) -> Deed:
        return deed(key, word, type="REJECT", who=frozenset({who}), lands=frozenset({land}))

    veto = refusal("a", "veto", "Norland", "NOR")
    assert groups(veto, refusal("b", "block", "Norland", "NOR")) == [["a", "b"]]
    assert groups(veto, refusal("b", "block", "Danmark", "DNK")) == [["a"], ["b"]]


def test_several_are_not_one_and_what_came_before_is_another() -> None:
    assert groups(deed("a", "raid", many=True), deed("b", "raid")) == [["a"], ["b"]]
    assert groups(deed("a", "raid"), deed("b", "raid", after=frozenset("a"))) == [["a"], ["b"]]


def test_mentions_that_a_person_chose_are_joined_sooner() -> None:
    far = [deed("a", "raid", FERRY), deed("b", "raid", MARKET)]
    chosen = [[one.key for one in group] for group in same_marked(far)]
    assert len(chosen) <= len(groups(*far))


def test_the_order_in_which_reports_are_given_changes_nothing() -> None:
    words = "collide crash die death rescue save collision".split()
    deeds = [deed(str(n), word, FERRY if n % 2 else MARKET) for n, word in enumerate(words)]
    assert groups(*deeds) == groups(*reversed(deeds))
    assert groups() == []


def test_what_has_nothing_in_common_is_no_candidate() -> None:
    deeds = [deed("a", "quake"), deed("b", "earthquake"), deed("c", "lawsuit")]
    assert candidates(deeds) == [(0, 1)]
    assert marks([deed("x", "zyqqa"), deed("y", "quake")])[0] == {"stem zyqqa"}


def test_contexts_have_length_one_and_weigh_what_is_rare() -> None:
    contexts = Contexts({"s": {"ferry": 1, "sea": 1}, "t": {"sea": 2}, "u": {"sea": 1, "raid": 1}})
    found = contexts.of("s", ["raid"])
    assert abs(sum(value**2 for value in found.values()) - 1) < 1e-9
    assert found["ferry"] > found["sea"]
    assert "ferry" not in contexts.of("s", ["ferry"])
    assert set(contexts.of_article(["s", "u"])) == {"ferry", "sea", "raid"}
    assert contexts.of_words(["raid", "unheard"]) == {"raid": 1.0}
    assert contexts.of("nowhere", []) == {}


def test_a_thousand_reports_take_no_two_seconds() -> None:
    words = "raid attack vote ballot crash collision arrest charge quake tremor sale deal".split()
    names = [f"w{n}" for n in range(200)]
    deeds = []
    for n in range(1000):
        context = dict.fromkeys((names[n % 200], names[n * 7 % 200], names[n * 13 % 200]), 0.57)
        deeds.append(
            deed(f"{n:04d}", words[n * 5 % 12], context, page=str(n % 60), article=context)
        )
    same_events(deeds[:20])
    start = time.process_time()
    same_events(deeds)
    assert time.process_time() - start < 2 * 2  # twice, for a slower machine


def test_what_one_sentence_tells_twice_is_one_event_in_whatever_words() -> None:
    raid = deed("a", "raid", lands=frozenset({"NOR"}))
    killed = deed("b", "kill", again=frozenset({"a"}), page="a")
    assert groups(raid, killed) == [["a", "b"]]
    several = deed("b", "kill", again=frozenset({"a"}), page="a", many=True)
    assert groups(raid, several) == [["a"], ["b"]]


def test_a_warning_of_several_is_not_that_of_one_person() -> None:
    def warning(key: str, who: str, **more: frozenset[str]) -> Deed:
        return deed(key, "warn", type="THREATEN", who=frozenset({who}), **more)

    one = warning("a", "actor-holm", persons=frozenset({"actor-holm"}))
    many = warning("b", "miner", crowds=frozenset({"miner"}))
    minister = warning("c", "minister")
    assert are_apart(one, many)
    assert not are_apart(one, minister)
    assert not are_apart(many, warning("d", "miner", crowds=frozenset({"miner"})))


def test_words_of_one_meaning_are_compared_and_counted_by_how_near_they_are() -> None:
    one, other = deed("a", "perish"), deed("b", "croak")
    assert candidates([one, other]) == [(0, 1)]
    assert feature(one, other, "one sense") > 0.7
    assert feature(one, deed("c", "perish"), "one sense") == 0  # the same word says more
    assert feature(one, deed("d", "sing"), "one sense") == 0


def test_deeds_of_one_mode_are_compared_whatever_their_words() -> None:
    held = deed("a", "zyqqa", type="COERCE", mode="arrest")
    taken = deed("b", "wqxo", type="COERCE", mode="arrest")
    assert candidates([held, taken]) == [(0, 1)]
    assert feature(held, taken, "only same type") == 1
    assert candidates([held, deed("c", "vrrt", type="COERCE", mode="seize")]) == []


def test_who_does_it_counts_by_itself_where_only_meaning_links_the_words() -> None:
    one = deed("a", "perish", who=frozenset({"sailor"}))
    other = deed("b", "croak", who=frozenset({"sailor"}))
    assert feature(one, other, "otherwise and who shared") == 1
    same = deed("c", "perish", who=frozenset({"sailor"}))
    assert feature(one, same, "otherwise and who shared") == 0


def test_modes_tell_deeds_of_one_type_apart() -> None:
    drone = deed("a", "strike", type="ASSAULT", mode="drone")
    other = deed("b", "strike", type="ASSAULT", mode="drone")
    assert feature(drone, other, "same mode") == 1
    assert feature(drone, deed("b", "strike", type="ASSAULT", mode="beat"), "mode differs") == 1
    for none in (deed("b", "strike", type="ASSAULT"), deed("b", "strike")):
        assert feature(drone, none, "same mode") == feature(drone, none, "mode differs") == 0
    # A mode is one of its type: `assist` is another thing to ask for than to refuse.
    asked, refused = (
        deed(k, "aid", type=t, mode="assist") for k, t in (("a", "REQUEST"), ("b", "REJECT"))
    )
    assert feature(asked, refused, "same mode") == 0
