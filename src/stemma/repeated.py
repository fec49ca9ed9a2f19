"""What steps ask of articles that come again: which repeats which, and what is left without them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import polars as pl

from stemma.frames import records_of
from stemma.model import Copy, Part, Sentence, Witness
from stemma.quotes import apart, as_written, in_several, repeats, runs
from stemma.work import Work


class Repeated(NamedTuple):
    """`of`: article -> the one that it repeats, or itself; `shared`: the witnesses of families that stand in
    several articles; `prose`: of these, those of which more than quoted words are shared, in several articles
    that repeat none; `parts`: see `apart`."""

    of: dict[str, str]
    shared: list[Witness]
    prose: list[Witness]
    parts: list[Part]

    def following(
        self, held: Sequence[Sentence], written: bool = True
    ) -> dict[str, frozenset[int]]:
        """See `runs`. `written`: whether those that others have their passages from are taken as written."""
        whole = as_written(self.parts) if written else frozenset()
        return runs(held, self.prose, whole, self.of)


def repeats_in(
    work: Work,
    held: Sequence[Sentence],
    witnesses: Sequence[Witness],
    originals: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Article -> the one that it repeats, or itself. `originals`: family -> the likely original's words, as
    far as these are known already."""
    told = [one for one in witnesses if not one.quoted]
    return repeats(held, told, _published(work), originals)


def _published(work: Work) -> dict[str, str]:
    dated = work.table("articles").select("id", "published").drop_nulls()
    return {name: day[:10] for name, day in dated.iter_rows()}


def repeated(work: Work, held: Sequence[Sentence]) -> Repeated:
    """`held`: the sentences that a step looks at."""
    families = work.table("families").filter(pl.col("carriers") > 1)
    found = work.table("witnesses").join(families, left_on="family_id", right_on="id", how="semi")
    shared = records_of(Witness, found)
    told = [one for one in shared if not one.quoted]
    originals = work.table("archetypes").select("family_id", "text")
    of = repeats(held, told, _published(work), dict(originals.iter_rows()))
    copies = records_of(Copy, work.table("copies"))
    parts = records_of(Part, work.table("parts"))
    return Repeated(of, shared, in_several(told, of), list(apart(parts, copies, shared, of)))
