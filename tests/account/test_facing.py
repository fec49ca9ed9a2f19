"""Whether two reports speak of the same, so that what they say can disagree."""

import pytest
from tests.account.events import mention, sentence

from stemma.account.facing import are_done_to_one, facing, says_no, tell_of_one
from stemma.model import Mention

ONE = sentence("A", "The depot burned, and some say that it never burned.")
OTHER = sentence("B", "The depot burned, and some say that it never burned.")


def done(**more: object) -> Mention:
    return mention(ONE, "burned", **more)


def not_done(how: str = "verb; no type; status: not", **more: object) -> Mention:
    more = {"polarity": "negative", **more}
    return mention(OTHER, "burned", how=how, **more)


@pytest.mark.parametrize(
    ("rules", "plain"),
    [
        ("not", True), ("as reported, not", True), ("never happened", True), ("denied", True),
        ("not, if", False), ("can not, not", False), ("would have", False), ("failure", False),
        ("an order, not", False), ("stated", False),
    ],
)  # fmt: skip
def test_only_what_is_plainly_said_not_to_be_faces_what_is(rules: str, plain: bool) -> None:
    assert says_no(not_done(f"verb; no type; status: {rules}")) is plain


def test_they_face_each_other_if_they_name_a_party_in_common_and_none_that_differs() -> None:
    ours = {"type": "ASSAULT", "actors": ("the army",), "recipients": ("the depot",)}
    here = done(**ours)
    assert list(facing([here, not_done(**ours)], {})) != []
    assert list(facing([here, not_done(**{**ours, "actors": ("rebels",)})], {})) == []
    assert list(facing([here, not_done(type="ASSAULT")], {})) == []
    assert list(facing([here, not_done(type="ASSAULT", actors=("They",))], {})) == []
    copies = {ONE.id: frozenset({"family"}), OTHER.id: frozenset({"family"})}
    assert list(facing([here, not_done(type="ASSAULT")], copies)) != []
    never = not_done("noun; no type; status: never happened", type="ASSAULT")
    assert list(facing([here, never], {})) != []


def test_of_everyday_deeds_one_with_an_object_and_one_without_are_two() -> None:
    answered = done(actors=("the minister",), recipients=("a mother",))
    assert not tell_of_one(answered, not_done(actors=("the minister",)))
    assert tell_of_one(
        answered, not_done(actors=("the minister",), recipients=("the mother of a soldier",))
    )


def test_days_that_exclude_each_other_are_those_of_two_deeds() -> None:
    day = {"type": "ASSAULT", "recipients": ("the depot",)}
    here = done(first="2021-05-03", last="2021-05-03", **day)
    assert list(facing([here, not_done(first="2021-05-04", last="2021-05-04", **day)], {})) == []
    assert list(facing([here, not_done(first="2021-05-03", last="2021-05-03", **day)], {})) != []


def test_a_page_does_not_contradict_itself_in_its_own_words() -> None:
    parties = {"type": "ASSAULT", "recipients": ("the depot",)}
    here, there = (mention(ONE, word, **parties) for word in ("burned", "say"))
    assert not tell_of_one(here, there)
    said = mention(ONE, "say", sources=("a guard",), **parties)
    assert tell_of_one(here, said)


def test_who_denies_it_may_be_who_does_it_as_another_has_it() -> None:
    blamed = done(type="ASSAULT", actors=("the coast guard",), recipients=("a dinghy",))
    denied = not_done(
        "verb; no type; status: denied", type="ASSAULT", sources=("!The coast guard",),
        recipients=("a boat",),
    )  # fmt: skip
    assert list(facing([blamed, denied], {})) != []


def test_who_did_it_is_disputed_where_it_was_done_to_one_or_on_one_day() -> None:
    here = done(actors=("the army",), recipients=("the depot",))
    there = mention(OTHER, "burned", actors=("rebels",), recipients=("a depot in the north",))
    assert are_done_to_one(here, there)
    assert not are_done_to_one(here, mention(OTHER, "burned", recipients=("the school",)))
    assert not are_done_to_one(done(), mention(OTHER, "burned"))
    day = {"first": "2021-05-03", "last": "2021-05-03"}
    assert are_done_to_one(done(**day), mention(OTHER, "burned", **day))
