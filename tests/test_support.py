"""What stands behind a sentence, and which sentences can be checked."""

import pytest
from tests.check.telling import read

from stemma.support import checkable


@pytest.mark.parametrize(
    "text", ["A wall fell in Orvik.", "Seven die in quarry", "The wall is old brick."]
)
def test_what_states_something_can_be_checked(text: str) -> None:
    assert checkable(read(text))


@pytest.mark.parametrize(
    "text", ["The quarry of Orvik", "What they said", "An attack and its aftermath"]
)
def test_a_mere_heading_can_not(text: str) -> None:
    assert not checkable(read(text))
