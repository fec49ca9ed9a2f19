"""What a figure is of, so that like is compared with like."""

import pytest
from tests.account.events import figure, sentence

from stemma.account.outcomes import about


@pytest.mark.parametrize(
    ("what", "predicate", "of", "scope"),
    [
        ("person", "kill", "dead", ""),
        ("guard", "kill", "dead", "guard"),
        ("life", "claim", "dead", ""),
        ("victim", "claim", "dead", ""),
        # Who claims something has not died of it.
        ("hostage", "claim", "hostage, claim", ""),
        ("boat", "sink", "boat, sink", ""),
        ("protester", "apprehend", "arrested", ""),
        ("protester", "kill", "dead", "protester"),
    ],
)
def test_what_became_of_those_counted(what: str, predicate: str, of: str, scope: str) -> None:
    found = about(
        figure(sentence("A", "There were 3 of them."), "3", 3, 3, what=what, predicate=predicate)
    )
    assert found is not None
    assert (found.of, found.scope) == (of, scope)
