"""Names that a person says mean one actor."""

from tests.actors.telling import cast, who, why

from stemma.model import Together

LEE = "Ann Lee met Tom Reed in Halden. / The minister was late.\nBob Lee stayed at home."


def same(*names: str, because: str | None = None) -> Together:
    return Together("correction-1", names, because)


def test_two_actors_become_one_with_all_their_names() -> None:
    apart = cast("Ann Lee met Tom Reed in Halden.", "Mrs Brook spoke on Monday.")
    assert {"Ann Lee", "Brook"} <= {a.name for a in apart.actors}
    found = cast(
        "Ann Lee met Tom Reed in Halden.",
        "Mrs Brook spoke on Monday.",
        together=[same("Ann Lee", "Mrs Brook", because="she married")],
    )
    assert who(found, "Ann Lee") == who(found, "Mrs Brook") == ["Ann Lee"]
    (actor,) = (a for a in found.actors if a.name == "Ann Lee")
    assert actor.carriers == 2
    assert actor.how.startswith("corrected by hand (she married)")
    (outcome,) = found.outcomes
    assert outcome.done
    assert len(found.actors) == len(apart.actors) - 1


def test_words_of_whom_nothing_shows_the_actor_join_too() -> None:
    text = "Ann Lee met Tom Reed in Halden.\nThe minister was late."
    assert who(cast(text), "The minister") != ["Ann Lee"]
    found = cast(text, together=[same("Ann Lee", "the minister")])
    assert who(found, "The minister") == ["Ann Lee"]
    if who(cast(text), "The minister") == [None]:
        assert why(found, "The minister") == ["by hand: corrected by hand"]


def test_a_name_that_two_have_joins_none() -> None:
    found = cast(LEE, together=[same("Tom Reed", "Lee")])
    assert who(found, "Tom Reed") == ["Tom Reed"]
    assert who(found, "Ann Lee") != who(found, "Bob Lee")


def test_what_no_story_has_is_told_only_where_one_name_is() -> None:
    assert cast(LEE, together=[same("Una Park", "Max Dorn")]).outcomes == ()
    (outcome,) = cast(LEE, together=[same("Ann Lee", "Max Dorn")]).outcomes
    assert not outcome.done
    assert "«Ann Lee»" in outcome.how
