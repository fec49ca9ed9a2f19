"""The parts of the reader that need no weights: words, pieces, shapes, lemmas, trees, labels."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import any_texts

from stemma.reader.lemmas import apply_rule, rule_of
from stemma.reader.names import allowed, best_labels
from stemma.reader.reading import named
from stemma.reader.shapes import NAMES, shape
from stemma.reader.tokens import cut_words
from stemma.reader.tree import best_tree
from stemma.reader.wordpiece import WordPiece

# -- words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The dyke broke.", "The dyke broke ."),
        ("Don't, won't, can't; cannot.", "Do n't , wo n't , ca n't ; can not ."),
        ("Lorn’s mayor’s wife’d go", "Lorn ’s mayor ’s wife ’d go"),
        ("the U.S.-led force in the U.S. Senate", "the U.S. - led force in the U.S. Senate"),
        ("Mr. Lee met Lt. Gen. Ann Brook.", "Mr. Lee met Lt. Gen. Ann Brook ."),
        ("J. K. Lee of No. 4, not of No.", "J. K. Lee of No. 4 , not of No ."),
        ("$4.7 million, 12,000 or 5%", "$ 4.7 million , 12,000 or 5 %"),
        ("at 9 a.m. on 3/4/2016, 5:30", "at 9 a.m. on 3/4/2016 , 5:30"),
        ('"Well..." he said--then left!', '" Well ... " he said -- then left !'),
        ("(he said) [sic] e-mail re-elected", "( he said ) [ sic ] e-mail re-elected"),
        (
            "See https://a.example/b?c=d, or x@y.example.",
            "See https://a.example/b?c=d , or x@y.example .",
        ),
        ("tiesThe U.S. said", "tiesThe U.S. said"),
        ("O'Brien and the rock'n'roll era", "O'Brien and the rock'n'roll era"),
    ],
)
def test_words_are_those_of_treebanks(text: str, words: str) -> None:
    assert " ".join(word.text for word in cut_words(text)) == words


@given(any_texts())
def test_every_character_that_is_no_white_space_is_in_one_word(text: str) -> None:
    words = cut_words(text)
    assert all(text[word.start : word.end] == word.text for word in words)
    assert all(a.end <= b.start for a, b in itertools.pairwise(words))
    assert "".join(word.text for word in words) == "".join(text.split())


def test_words_of_a_very_long_line_take_linear_time() -> None:
    assert len(cut_words("a" * 200_000)) == 1
    assert len(cut_words("a.b" * 50_000)) > 0
    assert len(cut_words("- " * 50_000)) == 50_000


# -- pieces, shapes, lemmas -------------------------------------------------------------------------

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "dy", "##ke", "the", "cafe", "'", "s", "$", "5"]


def test_words_become_pieces_between_marks() -> None:
    cut = WordPiece({piece: n for n, piece in enumerate(VOCABULARY)})
    found = cut.pieces(["The", "dyke", "'s", "Café", "$5", "zebra", "\u200b"])
    assert [VOCABULARY[n] for n in found.ids] == [
        "[CLS]", "the", "dy", "##ke", "'", "s", "cafe", "$", "5", "[UNK]", "[UNK]", "[SEP]",
    ]  # fmt: skip
    assert found.first == [1, 2, 4, 6, 7, 9, 10]
    assert found.last == [1, 3, 5, 6, 8, 9, 10]


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("dyke", "lower"), ("Dyke", "Capital"), ("DYKE", "CAPITALS"), ("U.S.", "CAPITALS"),
        ("A", "one capital"), ("iPod", "mIXED"), ("12,000", "digits"), ("G20", "with digits"),
        ("—", "other"), ("a", "lower"),
    ],
)  # fmt: skip
def test_the_shape_of_a_word(word: str, name: str) -> None:
    assert NAMES[shape(word)] == name


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("broke", "break"), ("Dykes", "dyke"), ("was", "be"), ("running", "run"), ("n't", "not"),
     ("Lorn", "Lorn"), ("AID", "aid")],
)  # fmt: skip
def test_a_rule_makes_the_lemma_that_it_was_made_from(word: str, lemma: str) -> None:
    assert apply_rule(rule_of(word, lemma), word) == lemma


@given(st.text(min_size=1, max_size=8), st.text(min_size=1, max_size=8))
def test_any_rule_does_so(word: str, lemma: str) -> None:
    assert apply_rule(rule_of(word, lemma), word) == lemma


def test_a_rule_that_does_not_fit_leaves_the_word() -> None:
    assert apply_rule("l|5|y", "Ox") == "Ox"
    assert apply_rule("l|1|y", "Flies") == "fliey"


def test_no_word_is_left_without_a_lemma() -> None:
    """`l|3|` makes `stop` of `stopped`."""
    assert apply_rule("l|3|", "stopped") == "stop"
    assert apply_rule("l|3|", "top") == "top"
    assert apply_rule("l|2|be", "is") == "be"


# -- trees and labels -------------------------------------------------------------------------------


def is_tree(heads: np.ndarray) -> bool:
    for start in range(1, len(heads)):
        at, steps = start, 0
        while at and steps <= len(heads):
            at, steps = int(heads[at]), steps + 1
        if at:
            return False
    return int((heads[1:] == 0).sum()) == 1


def best_by_trying(scores: np.ndarray) -> float:
    count = len(scores)
    best = -np.inf
    for heads in itertools.product(range(count), repeat=count - 1):
        tree = np.array([0, *heads])
        if all(tree[n] != n for n in range(1, count)) and is_tree(tree):
            best = max(best, float(scores[np.arange(1, count), tree[1:]].sum()))
    return best


@pytest.mark.parametrize("seed", range(60))
def test_the_best_tree_is_the_best_of_all_trees(seed: int) -> None:
    chance = np.random.default_rng(seed)
    count = int(chance.integers(2, 6))
    scores = chance.normal(size=(count, count)).astype(np.float32)
    heads = best_tree(scores)
    assert is_tree(heads)
    total = float(scores[np.arange(1, count), heads[1:]].astype(np.float64).sum())
    assert total == pytest.approx(best_by_trying(scores), abs=1e-5)


@pytest.mark.parametrize("seed", range(10))
def test_a_long_sentence_is_one_tree(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(90, 90))
    assert is_tree(best_tree(scores))


LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]


@given(st.lists(st.lists(st.floats(-5, 5), min_size=5, max_size=5), min_size=1, max_size=6))
def test_labels_follow_one_another_as_they_may_and_are_the_best_that_do(
    rows: list[list[float]],
) -> None:
    scores, steps = np.array(rows), allowed(LABELS)
    found = best_labels(scores, steps)

    def worth(path: tuple[int, ...]) -> float:
        total = steps[0, path[0]] + sum(scores[i, n] for i, n in enumerate(path))
        return float(total + sum(steps[a, b] for a, b in itertools.pairwise(path)))

    if len(rows) <= 4:
        best = max(map(worth, itertools.product(range(5), repeat=len(rows))))
        assert worth(tuple(found)) == pytest.approx(best)
    for before, after in itertools.pairwise([0, *found]):
        if LABELS[after].startswith("I-"):
            assert LABELS[before][2:] == LABELS[after][2:]


def test_labels_become_names() -> None:
    labels = ["O", "B-PER", "I-PER", "B-PER", "I-ORG", "O", "I-LOC"]
    starts, ends = list(range(0, 14, 2)), list(range(1, 15, 2))
    assert named(starts, ends, labels) == [
        (2, 5, "PER"), (6, 7, "PER"), (8, 9, "ORG"), (12, 13, "LOC"),
    ]  # fmt: skip
