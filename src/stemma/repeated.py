"""The step that finds articles that come again, and what later steps ask of them: which repeats which, and
what is left without them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import polars as pl

from stemma.counts import passages
from stemma.engine import Result
from stemma.frames import frame_of, records_of
from stemma.model import Copy, Part, Repeat, Sentence, Witness
from stemma.quotes import (
    apart,
    as_written,
    in_several,
    little_shared,
    repeats,
    repeats_of,
    runs,
    stitched,
)
from stemma.work import Work


class Repeated(NamedTuple):
    """`of`: article that repeats another -> that one; `shared`: the witnesses of families that stand in
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
        return runs(held, self.prose, whole, self.of, little_shared(self.parts))


def find_repeats(work: Work) -> Result:
    """Families and their likely originals -> the articles that repeat another one."""
    work.progress.stage("repeats", 1)
    held = _below_headlines(work, records_of(Sentence, passages(work)))
    work.swept.update(articles=len({one.article_id for one in held}))
    told = [one for one in _shared(work) if not one.quoted]
    originals = work.table("archetypes").select("family_id", "text")
    found = repeats_of(held, told, _published(work), dict(originals.iter_rows()))
    return {"repeats": frame_of(Repeat, found)}


def repeats_in(
    work: Work,
    held: Sequence[Sentence],
    witnesses: Sequence[Witness],
    originals: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Article -> the one that it repeats, or itself. `originals`: family -> the likely original's words, as
    far as these are known already."""
    told = [one for one in witnesses if not one.quoted]
    return repeats(_below_headlines(work, held), told, _published(work), originals)


def stitched_in(
    held: Sequence[Sentence], witnesses: Sequence[Witness], of: Mapping[str, str]
) -> frozenset[str]:
    """The articles that are stitched of others, by which repeats which."""
    told = [one for one in witnesses if not one.quoted]
    return stitched(held, in_several(told, of), of)


def _below_headlines(work: Work, held: Sequence[Sentence]) -> list[Sentence]:
    """The sentences that are no headlines: who copies a text sets his own above it."""
    kinds = work.table("blocks").filter(pl.col("kind") == "headline")
    headlines = frozenset(kinds["id"])
    return [one for one in held if one.block_id not in headlines]


def _published(work: Work) -> dict[str, str]:
    dated = work.table("articles").select("id", "published").drop_nulls()
    return {name: day[:10] for name, day in dated.iter_rows()}


def _shared(work: Work) -> list[Witness]:
    families = work.table("families").filter(pl.col("carriers") > 1)
    found = work.table("witnesses").join(families, left_on="family_id", right_on="id", how="semi")
    return records_of(Witness, found)


def repeated_by(work: Work) -> dict[str, str]:
    """Article that repeats another -> that one."""
    return dict(work.table("repeats").select("article_id", "repeated_id").iter_rows())


def repeated(work: Work) -> Repeated:
    """What *repeats* found, and what is left of families and parts without it."""
    of, shared = repeated_by(work), _shared(work)
    told = [one for one in shared if not one.quoted]
    copies = records_of(Copy, work.table("copies"))
    parts = records_of(Part, work.table("parts"))
    return Repeated(of, shared, in_several(told, of), list(apart(parts, copies, shared, of)))
