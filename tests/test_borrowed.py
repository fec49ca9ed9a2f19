"""Whose words a sentence has."""

from stemma.borrowed import borrowed
from stemma.lineage.swaps import classes

PAGE = (
    "Engineers reopened the old bridge over the Sill to cyclists after nine months of slow and costly "
    "repairs."
)
NONE = classes((), {})


def test_a_long_run_of_a_pages_words() -> None:
    (found,) = borrowed(
        "On Monday " + PAGE[0].lower() + PAGE[1:], {7: PAGE, 8: "The bridge is old."}, NONE
    )
    assert found.row == 7
    assert found.run >= 15


def test_a_swap_of_the_pile_hides_nothing() -> None:
    swapped = PAGE.replace("cyclists", "bikers").replace("repairs", "mending")
    table = classes([(("bikers",), ("cyclists",)), (("mending",), ("repairs",))], {})
    (found,) = borrowed(swapped, {0: PAGE}, table)
    assert found.matched > borrowed(swapped, {0: PAGE}, NONE)[0].matched


def test_the_same_thing_in_other_words_is_not_copied() -> None:
    assert (
        borrowed(
            "After nine months of repairs cyclists may use the bridge over the Sill again.",
            {0: PAGE},
            NONE,
        )
        == []
    )


def test_what_somebody_said_is_nobodys_to_copy() -> None:
    quoted = f'"{PAGE[:-1]}," she said.'
    assert borrowed(quoted, {0: quoted}, NONE) == []
