"""Families -> edges between witnesses. In this form the direction of every edge is undecided."""

from collections.abc import Iterable, Iterator

from stemma.model import Copy, Family, Parallel, span_id


def copies(families: Iterable[Family], parallels: Iterable[Parallel]) -> Iterator[Copy]:
    """An edge for each alignment of shared prose between two articles. Quoted words in common are
    a common statement and make no edge: two reporters may have heard the same speech."""
    prose = {family.id for family in families if family.kind == "prose"}
    for parallel in parallels:
        if parallel.family_id in prose and parallel.article_id != parallel.base_article_id:
            yield _edge(parallel)


def _edge(parallel: Parallel) -> Copy:
    return Copy(
        id=span_id("copy", parallel.article_id, parallel.start, parallel.end),
        family_id=parallel.family_id,
        parallel_id=parallel.id,
        exemplar_id=parallel.base_id,
        copy_id=parallel.witness_id,
        direction="undecided",
        article_id=parallel.article_id,
        start=parallel.start,
        end=parallel.end,
        how=f"shared prose ({parallel.how}); nothing examined yet shows which came first",
        text=parallel.text,
    )
