"""Sentences -> families, parallels, variants, swaps and copies.

passages (what is compared) -> candidates (which pairs may match) -> align (whether they do) ->
collate (families, readings, kinds), with swaps learnt in between -> descent (edges).
"""

from stemma.lineage.trace import Lineage, trace

__all__ = ["Lineage", "trace"]
