"""Who does it to whom, by all reports of an event."""

from tests.account.events import mention, sentence

from stemma.account.participants import filled, participants_of
from stemma.model import Mention, Names

TOLD = sentence("A", "The guests left the harbour.")


def told(who: str, whom: str) -> Mention:
    ids: tuple[Names, Names] = (tuple(who.split()), tuple(whom.split()))
    return mention(
        TOLD, "left", actors=ids[0], actor_ids=ids[0], recipients=ids[1], recipient_ids=ids[1]
    )


def test_what_most_reports_name() -> None:
    assert participants_of(
        [told("Holm", "Berg"), told("Holm", ""), told("Dahl", "Berg")], "ASSAULT"
    ) == (
        ("Holm",),
        ("Berg",),
    )


def test_nobody_does_a_thing_to_himself() -> None:
    """So that a report of an attack in the country that made it does not hide on whom it was made."""
    reports = [told("Norland", ""), told("", "Norland"), told("", "Norland"), told("", "Ossel")]
    assert participants_of(reports, "ASSAULT") == (("Norland",), ("Ossel",))


def test_of_those_who_talk_with_each_other_a_report_may_name_either() -> None:
    reports = [told("Holm Berg", ""), told("Berg", "Holm"), told("Berg", "Holm")]
    assert participants_of(reports, "CONSULT") == (("Berg",), ("Holm",))
    assert participants_of([told("Holm", ""), told("", "Berg")], "CONSULT") == (
        ("Holm",),
        ("Berg",),
    )
    both = [told("Holm Berg", ""), told("Holm Berg", "")]
    assert participants_of(both, "CONSULT") == (("Berg", "Holm"), ())
    assert participants_of([told("Holm", "")], "CONSULT") == (("Holm",), ())


def test_who_is_missing_in_the_copy_that_speaks_is_taken_from_the_others() -> None:
    copies = [told("Holm", "Berg"), told("Holm", ""), told("Dahl", "")]
    found = filled(told("", "Berg"), copies)
    assert (found.actors, found.actor_ids, found.recipients) == (("Holm",), ("Holm",), ("Berg",))
    assert filled(told("", "Holm"), copies).actors == ()  # nobody does it to himself
    assert filled(told("Dahl", ""), copies).actors == ("Dahl",)


def test_the_country_of_a_deed_gives_way_to_whom_it_struck() -> None:
    reports = [
        mention(TOLD, "left", recipients=("Norway",), recipient_ids=("Norway",), place="Norway"),
        mention(TOLD, "left", recipients=("Norway",), recipient_ids=("Norway",), place="Norway"),
    ]
    town = mention(TOLD, "left", recipients=("Lund",), recipient_ids=("Lund",), place="Lund")
    assert participants_of([*reports, town], "ASSAULT")[1] == ("Lund",)
    assert participants_of(reports, "ASSAULT")[1] == ("Norway",)


def test_how_many_it_struck_does_not_say_whom() -> None:
    def counted(words: str) -> Mention:
        return mention(TOLD, "left", recipients=(words,))

    counts = [counted("almost 90 people"), counted("23 children"), counted("dozens")]
    assert participants_of([told("", "Lund"), *counts], "ASSAULT") == ((), ("Lund",))
    farmers = [counted("the farmers"), counted("the farmers"), counted("the herders")]
    assert participants_of([told("", "Lund"), *farmers], "ASSAULT") == ((), ())


def test_who_is_told_in_other_words_than_the_original_is_one_vote_by_how_many() -> None:
    copies = [told("Dahl", "Berg"), told("Holm", "Berg"), told("Holm", "")]
    assert filled(copies[0], copies).actors == ("Dahl",)
    assert filled(copies[0], copies, [0.5, 0.5, 0.5]).actors == ("Holm",)
    assert filled(copies[0], copies, [1.0, 0.2, 0.2]).actors == ("Dahl",)


def test_a_pronoun_that_may_mean_anybody_gives_way_to_whom_others_name() -> None:
    it = mention(TOLD, "left", actors=("it",))
    assert filled(it, [it, told("Holm", "")]).actors == ("Holm",)
    assert filled(it, [it, it]).actors == ("it",)
