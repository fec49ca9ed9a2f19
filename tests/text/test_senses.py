"""Words that are near in meaning: the table that is shipped."""

import numpy as np

from stemma.text.senses import nearness, senses


def test_words_of_one_sense_are_near_whatever_their_letters() -> None:
    for one, other in (
        ("arrest", "apprehend"), ("die", "perish"), ("truce", "armistice"), ("resign", "stepdown"),
        ("kill", "murder"), ("kill", "die"), ("vote", "election"), ("expel", "expulsion"),
        ("storm", "cyclone"),
    ):  # fmt: skip
        assert nearness([one, other])[0, 1] > 0, (one, other)


def test_words_that_only_a_rare_sense_or_nothing_joins_are_not() -> None:
    for one, other in (
        ("arrest", "release"),
        ("vote", "cook"),
        ("resign", "kill"),
        ("truce", "storm"),
    ):
        assert nearness([one, other])[0, 1] == 0, (one, other)


def test_it_is_the_same_both_ways_and_nothing_for_a_word_that_is_not_there() -> None:
    found = nearness(["die", "no-such-word", "perish"])
    assert np.array_equal(found, found.T)
    assert found[0, 2] == 1
    assert not found[1].any()
    assert not found.diagonal().any()
    assert nearness([]).shape == (0, 0)


def test_the_table_says_at_most_one_and_is_small() -> None:
    table = senses()
    assert 0.69 < table.near.data.min() <= table.near.data.max() <= 1
    assert table.near.nnz < 250_000
