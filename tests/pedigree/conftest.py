"""A fixture for trees that are made by hand."""

from collections.abc import Callable

import pytest
from tests.pedigree.families import records

from stemma.pedigree import Pedigree, pedigree

Made = Callable[..., Pedigree]


@pytest.fixture
def made() -> Made:
    """The tree of a family made by hand; it takes what `records` takes."""
    return lambda *given, **named: pedigree(*records(*given, **named))
