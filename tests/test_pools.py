"""A pool of a few articles counts as one of all would."""

from stemma.account import footing_of
from stemma.case import Case
from stemma.footing import pool
from stemma.frames import records_of
from stemma.model import Sentence
from stemma.pools import Pools


def test_a_small_pool_counts_as_the_whole_does(anselm: Case) -> None:
    pools, whole = Pools(anselm), pool(anselm)
    for sentence in records_of(Sentence, anselm.table("sentences")):
        assert footing_of([sentence], pools.of([sentence])) == footing_of([sentence], whole)


def test_a_pool_is_kept_for_passages_that_it_has(anselm: Case) -> None:
    sentences = records_of(Sentence, anselm.table("sentences"))[:6]
    pools = Pools(anselm)
    pools.take(sentences)
    assert pools.of(sentences[:2]) is pools.of(sentences[3:])
