"""Which sentences may tell the same."""

import numpy as np

from stemma.check import lookup

NONE = np.zeros((3, 4), dtype=np.float32)


def test_what_shares_rare_words_comes_first() -> None:
    made = lookup([["wall", "fall"], ["wall", "paint"], ["cheese"]], NONE)
    assert made.likely(["wall", "fall"], NONE[0], 3) == [0, 1]


def test_a_near_vector_is_enough() -> None:
    vectors = np.eye(3, 4, dtype=np.float32)
    assert lookup([["a"], ["b"], ["c"]], vectors).likely(["unseen"], vectors[2], 1) == [2]


def test_what_is_rare_weighs_more() -> None:
    made = lookup([["wall"], ["wall", "crack"], ["wall"]], NONE)
    assert made.bits("crack") > made.bits("wall")
    assert made.bits("never seen") > made.bits("crack")


def test_a_case_without_a_sentence_has_nothing() -> None:
    made = lookup([], np.zeros((0, 4), dtype=np.float32))
    assert made.likely(["wall"], NONE[0], 5) == []
