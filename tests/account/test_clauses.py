"""Whether two passages around one quotation were written by two hands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.account.clauses import FEWEST, Clause, alike, apart, clause_of

WORDS = "Nobody asked for a bridge here and nobody will pay for one"
QUOTED = f'"{WORDS},"'
SHOUTED = f"{QUOTED} the mayor shouted from the steps of the town hall."
ANSWERED = f'Standing in the rain, Anna Holm answered her critics: "{WORDS}."'
LETTER = f"{QUOTED} read a letter in green ink that six farmers had signed."
VOCABULARY = (
    "mayor shouted steps town hall rain critics letter ink farmers signed rope lantern wharf cider "
    "herring orchard valve sluice bakers church bell fog nurse quay"
).split()


def between(one: str, other: str) -> bool:
    found = apart(clause_of(one), clause_of(other))
    assert found == apart(clause_of(other), clause_of(one))
    return found


# -- a sentence's own words -----------------------------------------------------------------------


def test_the_words_before_and_behind_what_is_quoted() -> None:
    assert clause_of(SHOUTED) == Clause(
        (), ("the", "mayor", "shouted", "from", "the", "steps", "of", "the", "town", "hall")
    )
    assert clause_of(ANSWERED).before[:3] == ("standing", "in", "the")
    assert clause_of(ANSWERED).behind == ()


def test_words_between_two_parts_of_a_quotation_stand_behind_its_first() -> None:
    found = clause_of('"Nobody asked for it," the mayor said, "and nobody will pay," she went on.')
    assert (found.before, found.behind) == ((), ("the", "mayor", "said", "she", "went", "on"))


@pytest.mark.parametrize(
    "sentence", [f'"{WORDS}."', WORDS, f"{WORDS}, the mayor shouted.", "", f"“{WORDS}”"]
)
def test_without_quotation_marks_or_without_words_around_them_there_is_no_clause(
    sentence: str,
) -> None:
    """Marks may be lost, so that nobody knows which of the words are the speaker's."""
    assert clause_of(sentence) == Clause()
    assert not clause_of(sentence).is_told


def test_curly_marks_the_wrong_way_round_and_swapped_commas_change_no_clause() -> None:
    for other in (
        SHOUTED.replace('"', "”"),
        SHOUTED.replace(',"', '",'),
        SHOUTED.replace('"', "“"),
    ):
        assert clause_of(other) == clause_of(SHOUTED)


# -- two hands ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SHOUTED, ANSWERED),
        (SHOUTED, LETTER),
        (ANSWERED, LETTER),
        (SHOUTED, f"{QUOTED} cried Anna Holm, who wore a red coat, and left by a back door."),
        (f"The mayor told the farmers on Monday night: {QUOTED}", LETTER),
    ],
)
def test_clauses_with_nothing_in_common_were_written_by_two(one: str, other: str) -> None:
    assert between(one, other)
    assert not alike(clause_of(one), clause_of(other))


@pytest.mark.parametrize(
    "other",
    [
        SHOUTED,
        f"{QUOTED} the mayor shouted from the stairs of the city hall.",
        f"{QUOTED} the mayor yelled from the steps of the town hall.",
        f"{QUOTED} the mayor shouted from the steps.",
        f"{QUOTED} from the steps of the town hall.",
        f"{QUOTED} the mayor shouted loudly and in vain from the worn steps of the old town hall.",
        f"{QUOTED} the mayor shouted.",
        f"{QUOTED} she said.",
        f'"{WORDS}."',
        f"{WORDS}, the mayor shouted from the steps of the town hall.",
        f"The mayor shouted from the steps of the town hall: {QUOTED}",
    ],
    ids=["same", "swapped", "verb swapped", "tail cut", "head cut", "added to", "cut to the speaker",
         "too short", "dropped", "marks lost", "moved in front"],
)  # fmt: skip
def test_what_a_copier_makes_of_a_clause_shows_no_second_hand(other: str) -> None:
    assert not between(SHOUTED, other)


@pytest.mark.parametrize("other", ["said the mayor", "she said", "Anna Holm said"])
def test_a_clause_that_is_too_short_shows_nothing(other: str) -> None:
    assert len(clause_of(f"{QUOTED} {other}.").words) < FEWEST
    assert not between(f"{QUOTED} {other}.", ANSWERED)


def test_a_name_and_a_verb_in_common_are_not_yet_one_hand() -> None:
    one = f"{QUOTED} Anna Holm said in a letter that six farmers had signed in green ink."
    other = f"On the steps of the town hall, soaked to the skin, Anna Holm said: {QUOTED}"
    assert between(one, other)


clauses = st.lists(st.sampled_from(VOCABULARY), min_size=FEWEST, max_size=14, unique=True).map(
    tuple
)


@given(clauses, st.data())
def test_no_copy_of_a_clause_is_ever_another_hands(
    words: tuple[str, ...], data: st.DataObject
) -> None:
    """Half of its words exchanged, and cut at either end, as far as it is long enough to be told."""
    spun = list(words)
    first = data.draw(st.integers(0, len(words) - FEWEST))
    last = data.draw(st.integers(first + FEWEST, len(words)))
    kept = range(first, last)
    for i in data.draw(st.sets(st.sampled_from(kept), max_size=len(kept) // 2)):
        spun[i] = f"other{i}"
    one, other = Clause((), words), Clause((), tuple(spun[first:last]))
    assert not apart(one, other)
    assert not apart(other, one)
