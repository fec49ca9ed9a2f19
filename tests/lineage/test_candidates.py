"""Candidates: how often an alignment is asked for, and which wordings are held together."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from tests.lineage.tracing import PROSE, traced
from tests.strategies import article_of

import stemma.lineage.candidates as candidates
from stemma.clean import clean
from stemma.lineage import Lineage, trace
from stemma.lineage.align import Match
from stemma.lineage.candidates import propose
from stemma.lineage.passages import ClassTable, Form, forms, surface, surfaces
from stemma.model import Sentence

ARTICLE = "\n\n".join(PROSE)
TUNES = ("harp", "drum", "flute", "viol", "lute", "pipe", "horn", "bell", "gong", "zither")


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One number for each alignment asked for by the search of candidates."""
    made: list[int] = []
    real: Callable[[Form, Form], Match | None] = candidates.align

    def counted(a: Form, b: Form) -> Match | None:
        made.append(len(a.items) * len(b.items))
        return real(a, b)

    monkeypatch.setattr(candidates, "align", counted)
    return made


def sentences(copies: int) -> list[Sentence]:
    """Copies of one article, all alike but for their file names."""
    return [
        sentence
        for number in range(copies)
        for sentence in clean(article_of(ARTICLE, path=f"{number}.txt")).sentences
    ]


def lineage(copies: int) -> Lineage:
    found = sentences(copies)
    return trace(found, surfaces(found))


def test_copies_of_one_article_ask_for_no_more_alignments(calls: list[int]) -> None:
    lineage(2)
    few = len(calls)
    calls.clear()
    found = lineage(500)
    assert len(calls) == few
    assert {f.carriers for f in found.families} == {500}
    assert {f.texts for f in found.families} == {1}
    assert len(found.parallels) == 499 * len(PROSE)


def test_reworded_copies_ask_for_a_number_that_grows_with_their_number_only(
    calls: list[int],
) -> None:
    """Each distinct wording is held against one base, not against all the others."""

    def asked(wordings: int) -> int:
        calls.clear()
        texts = [
            f"{ARTICLE} A {TUNES[n % 10]} was played in house {n} of the lower town until the last "
            "of the boats had come home."
            for n in range(wordings)
        ]
        traced(*texts)
        return len(calls)

    ten, forty = asked(10), asked(40)
    assert forty <= 5 * ten


def test_a_run_that_copies_share_is_never_dropped() -> None:
    """However many share it, as long as they descend from one sentence."""
    spun = [PROSE[0].replace("late on Tuesday", f"late in week {n}") for n in range(60)]
    found = traced(*spun)
    assert found.family.carriers == 60


def test_a_stock_phrase_of_many_sentences_proposes_nothing(calls: list[int]) -> None:
    """Its run points at too many stretches to say anything."""
    names = [
        f"{a}{b}" for a in ("mar", "tol", "ven", "sil", "dor", "hul", "bri", "cam") for b in TUNES
    ]
    texts = [
        f"Old {name} told her {name} did not immediately respond to the {name} or {name} again."
        for name in names
    ]
    made = forms({surface(text): [] for text in texts}, ClassTable({}))
    propose(made)
    assert len(calls) < 8 * len(made)


def test_no_word_is_explained_twice() -> None:
    one = f"{PROSE[0]} {PROSE[6]}"
    texts = [one, PROSE[0], PROSE[6], f"{PROSE[6]} {PROSE[0]}"]
    made = forms({surface(text): [] for text in texts}, ClassTable({}))
    _, found = propose(made)
    for number in range(len(made)):
        spans = sorted((p.match.b_start, p.match.b_end) for p in found if p.form == number)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
