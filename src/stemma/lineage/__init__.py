"""Sentences -> families, parallels, variants, swaps; families -> archetypes and copies.

passages (what is compared) -> candidates (which pairs may match) -> align (whether they do) ->
collate (families, readings, kinds), with swaps learnt in between. Then places (who reads what where) ->
primary (which reading is older) -> archetype (the likely original) and descent (who copied whom);
parts (what each article consists of).
"""

from stemma.lineage.parts import parts_of
from stemma.lineage.stemmata import Descent, descend
from stemma.lineage.trace import Lineage, trace

__all__ = ["Descent", "Lineage", "descend", "parts_of", "trace"]
