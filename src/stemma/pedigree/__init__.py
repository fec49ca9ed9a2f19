"""The rows of one family as a tree: its distinct wordings, and what each of them was copied from.

Nothing is decided here. What came first is said by `archetypes` and `copies`; this reads them
together with the variants, so that the report and `compare` can say it in words.
"""

from stemma.pedigree.order import Order, order
from stemma.pedigree.reasons import in_words
from stemma.pedigree.tree import Change, Edge, Pedigree, pedigree
from stemma.pedigree.wordings import ABSENT, BASE, Box, Place, Wording

__all__ = [
    "ABSENT",
    "BASE",
    "Box",
    "Change",
    "Edge",
    "Order",
    "Pedigree",
    "Place",
    "Wording",
    "in_words",
    "order",
    "pedigree",
]
