"""What a text calls somebody."""

import pytest

from stemma.text.called import called


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the health ministry, which has run the camp since May", "the health ministry"),
        ("Anna Holm, whose brother was there,", "Anna Holm"),
        ("two clerks, both of whom asked not to be named", "two clerks"),
        ("the bank, for which 300 people work", "the bank"),
        # What says who is meant stays, and so do descriptions.
        ("relatives of a driver who died", "relatives of a driver who died"),
        ("Rolf Berg, the mayor of Lund", "Rolf Berg, the mayor of Lund"),
        ("those who fled", "those who fled"),
        ("What, Where and Company", "What, Where and Company"),
        (", the governor ,", "the governor"),
        ("who", "who"),
        ("", ""),
    ],
)
def test_called(words: str, name: str) -> None:
    assert called(words) == name
