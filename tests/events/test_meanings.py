"""The table of what verbs mean that are in no list."""

from stemma.events.meanings import table
from stemma.events.types import NONE, shipped


def test_the_table_has_types_and_shares() -> None:
    kinds = set(shipped().types) - {NONE}
    assert 1000 < len(table()) < 6000
    for shares in table().values():
        assert set(shares) <= kinds
        assert list(shares.values()) == sorted(shares.values(), reverse=True)
        assert min(shares.values()) >= 0.1
        assert sum(shares.values()) < 1.03
