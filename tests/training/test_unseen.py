"""Verbs that are left out: each is in one fold, and the lists are whole again afterwards."""

from training.unseen import NOBODYS, fold_of, without

from stemma.events.lexicon import VERBS
from stemma.events.phrases import PHRASES


def test_the_lists_lack_the_verbs_of_a_fold_and_are_whole_again() -> None:
    before, phrases = dict(VERBS), dict(PHRASES)
    fold = fold_of("shell", 5)
    with without(fold, 5):
        assert "shell" not in VERBS
        assert VERBS
        assert all(fold_of(verb, 5) != fold for verb in VERBS)
        assert all(fold_of(phrase.split()[0], 5) != fold for phrase in PHRASES)
    assert before == VERBS
    assert phrases == PHRASES


def test_what_no_verb_carries_is_in_no_fold() -> None:
    assert fold_of("", 5) == NOBODYS
