"""The table of what verbs mean that are in no list."""

import pytest

from stemma.events.meanings import meant, table
from stemma.events.mentions import NOUN, VERB, Mention, mentions
from stemma.events.tree import Tree
from stemma.events.types import NONE, shipped
from stemma.reader.model import OnnxReader


def test_the_table_has_types_and_shares() -> None:
    kinds = set(shipped().types) - {NONE}
    assert 1000 < len(table()) < 6000
    for shares in table().values():
        assert set(shares) <= kinds
        assert list(shares.values()) == sorted(shares.values(), reverse=True)
        assert 0.1 <= min(shares.values())
        assert sum(shares.values()) < 1.03
