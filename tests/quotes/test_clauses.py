"""Pieces of content made whole by the tree: never with a word of the cue, always inside, and only once."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.quotes.clauses import whole, whole_phrase

TAGS = ("NOUN", "VERB", "PUNCT", "ADP", "DET", "CCONJ", "PART", "SYM")
RELS = ("nsubj", "obl", "acl:relcl", "advcl", "appos", "punct", "parataxis", "ccomp")


def plain(*words: tuple[str, int, str]) -> dict[str, Any]:
    return {
        "upos": [tag for tag, _, _ in words],
        "heads": [head for _, head, _ in words],
        "rels": [rel for _, _, rel in words],
    }


# `She said that the dyke will hold until spring .`
SAID = plain(
    ("PRON", 2, "nsubj"), ("VERB", 0, "root"), ("SCONJ", 7, "mark"), ("DET", 5, "det"),
    ("NOUN", 7, "nsubj"), ("AUX", 7, "aux"), ("VERB", 2, "ccomp"), ("ADP", 9, "case"),
    ("NOUN", 7, "obl"), ("PUNCT", 2, "punct"),
)  # fmt: skip
SHE_SAID = [(0, 1), (1, 2)]


@pytest.mark.parametrize(
    ("pieces", "found"),
    [
        ([(2, 9)], [(2, 9)]),
        ([(6, 7)], [(2, 9)]),  # a verb brings what hangs on it
        ([(4, 7)], [(2, 9)]),
        ([(2, 6), (7, 9)], [(2, 9)]),
        ([(3, 5)], [(3, 5)]),
        ([(4, 5)], [(3, 5)]),  # a noun brings its article
        ([], []),
    ],
)
def test_what_hangs_on_it_beside_it_belongs_to_it(
    pieces: list[tuple[int, int]], found: list[tuple[int, int]]
) -> None:
    assert whole(SAID, pieces, SHE_SAID) == found


def test_behind_a_comma_a_clause_is_the_reporter_s_own() -> None:
    # `said the dyke holds , which nobody believed`
    made = plain(
        ("VERB", 0, "root"), ("DET", 3, "det"), ("NOUN", 4, "nsubj"), ("VERB", 1, "ccomp"),
        ("PUNCT", 8, "punct"), ("PRON", 8, "obj"), ("PRON", 8, "nsubj"), ("VERB", 4, "advcl:relcl"),
    )  # fmt: skip
    assert whole(made, [(1, 4)], [(0, 1)]) == [(1, 4)]
    # What the reader saw as content stays.
    assert whole(made, [(1, 8)], [(0, 1)]) == [(1, 8)]


def test_pieces_parted_by_a_mark_are_one_and_those_parted_by_words_are_not() -> None:
    made = plain(
        ("NOUN", 3, "nsubj"), ("PUNCT", 3, "punct"), ("VERB", 0, "root"), ("NOUN", 3, "obj"),
        ("X", 3, "dep"), ("NOUN", 5, "dep"),
    )  # fmt: skip
    assert whole(made, [(0, 1), (2, 4)], []) == [(0, 6)]
    apart = plain(*[("NOUN", 0, "root")] * 3, ("X", 0, "root"), ("NOUN", 0, "root"))
    assert whole(apart, [(0, 3), (4, 5)], []) == [(0, 3)]
    assert whole(apart, [(0, 1), (2, 5)], []) == [(2, 5)]


def test_pieces_parted_by_the_cue_and_the_source_stay_two() -> None:
    apart = plain(*[("NOUN", 0, "root")] * 7)
    assert whole(apart, [(0, 3), (5, 7)], [(3, 4), (4, 5)]) == [(0, 3), (5, 7)]


def test_a_preposition_that_belongs_to_what_comes_behind_is_left() -> None:
    made = plain(
        ("VERB", 0, "root"), ("NOUN", 1, "obj"), ("ADP", 4, "case"), ("PROPN", 1, "obl"),
    )  # fmt: skip
    assert whole(made, [(1, 3)], [(0, 1)]) == [(1, 2)]


def test_a_source_is_made_whole_up_to_the_cue() -> None:
    # `the mayor of Halden said`
    made = plain(
        ("DET", 2, "det"), ("NOUN", 5, "nsubj"), ("ADP", 4, "case"), ("PROPN", 2, "nmod"),
        ("VERB", 0, "root"),
    )  # fmt: skip
    assert whole_phrase(made, (1, 2), [(4, 5)]) == (0, 4)
    assert whole_phrase(made, (3, 4), [(4, 5)]) == (2, 4)
    assert whole_phrase(made, (1, 2), [(2, 5)]) == (0, 2)


@st.composite
def cases(draw: st.DrawFn) -> tuple[dict[str, Any], list[tuple[int, int]], list[tuple[int, int]]]:
    """A tree of up to 12 words, disjoint pieces, and words that are none of theirs."""
    count = draw(st.integers(1, 12))
    # Any tree: each word hangs on one that was placed before it.
    order = draw(st.permutations(range(count)))
    heads = [0] * count
    for n, word in enumerate(order[1:], 1):
        heads[word] = order[draw(st.integers(0, n - 1))] + 1
    made = {
        "heads": heads,
        "upos": draw(st.lists(st.sampled_from(TAGS), min_size=count, max_size=count)),
        "rels": draw(st.lists(st.sampled_from(RELS), min_size=count, max_size=count)),
    }
    cuts = sorted(draw(st.sets(st.integers(0, count), max_size=6)))
    spans = [(a, b) for a, b in pairwise(cuts)]
    kinds = [draw(st.sampled_from("PO.")) for _ in spans]
    pieces = [span for span, kind in zip(spans, kinds, strict=True) if kind == "P"]
    others = [span for span, kind in zip(spans, kinds, strict=True) if kind == "O"]
    return made, pieces, others


@given(cases())
def test_the_whole_lies_inside_in_order_and_has_no_word_of_the_cue(
    case: tuple[dict[str, Any], list[tuple[int, int]], list[tuple[int, int]]],
) -> None:
    made, pieces, others = case
    found = whole(made, pieces, others)
    words = [n for run in found for n in range(*run)]
    assert all(0 <= a < b <= len(made["heads"]) for a, b in found)
    assert words == sorted(set(words))
    assert not set(words) & {n for run in others for n in range(*run)}
    assert bool(found) == bool(pieces)


@given(cases())
def test_what_is_whole_is_left_as_it_is(
    case: tuple[dict[str, Any], list[tuple[int, int]], list[tuple[int, int]]],
) -> None:
    made, pieces, others = case
    once = whole(made, pieces, others)
    assert whole(made, once, others) == once


@given(cases())
def test_a_phrase_keeps_its_words_and_takes_none_of_the_cue(
    case: tuple[dict[str, Any], list[tuple[int, int]], list[tuple[int, int]]],
) -> None:
    made, pieces, others = case
    for run in pieces:
        first, last = whole_phrase(made, run, others)
        assert first <= run[0] < run[1] <= last
        assert not set(range(first, last)) & {n for other in others for n in range(*other)}
        assert whole_phrase(made, (first, last), others) == (first, last)


def test_a_source_ends_before_the_clause_that_the_cue_is_in() -> None:
    # `gunmen carrying out their threat to shoot`: cue `threat`, content `to shoot`.
    made = plain(
        ("NOUN", 0, "root"), ("VERB", 1, "acl"), ("ADP", 2, "compound:prt"), ("PRON", 5, "nmod:poss"),
        ("NOUN", 2, "obj"), ("PART", 7, "mark"), ("VERB", 5, "acl"),
    )  # fmt: skip
    assert whole_phrase(made, (0, 1), [(4, 5), (5, 7)]) == (0, 1)
    # `men carrying flags demand …`: the clause is theirs.
    made = plain(("NOUN", 4, "nsubj"), ("VERB", 1, "acl"), ("NOUN", 2, "obj"), ("VERB", 0, "root"))
    assert whole_phrase(made, (0, 1), [(3, 4)]) == (0, 3)
