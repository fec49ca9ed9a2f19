"""Whom a pronoun in reported words means."""

import polars as pl
import pytest

from stemma.voices import voices_of

ROWS = {
    "a quotation": ("attributed", "Ann Brook", "actor-a", "direct", "person"),
    "her words by others": ("attributed", "Ann Brook", "actor-a", "indirect", "person"),
    "a body that is an actor": ("restored", "Venn Bank", "actor-b", "indirect", "organisation"),
    "a body by its noun": ("attributed", "the harbour board", None, "indirect", None),
    "somebody by a noun": ("attributed", "the skipper", None, "indirect", None),
    "an orphan": ("orphan", "Ann Brook", "actor-a", "direct", "person"),
}


@pytest.mark.parametrize(
    ("name", "pronoun", "meant"),
    [
        ("a quotation", "I", True), ("a quotation", "We", True), ("a quotation", "she", False),
        ("her words by others", "she", True), ("her words by others", "it", False),
        ("a body that is an actor", "it", True), ("a body by its noun", "it", True),
        ("somebody by a noun", "it", False), ("somebody by a noun", "he", False),
        ("her words by others", "the crew", False),
    ],
)  # fmt: skip
def test_who_is_meant(name: str, pronoun: str, meant: bool) -> None:
    columns = ("status", "speaker", "actor_id", "kind", "speaker_is")
    rows = [(of, *row) for of, row in ROWS.items()]
    voices = voices_of(pl.DataFrame(rows, schema=["id", *columns], orient="row"))
    assert "an orphan" not in voices
    assert voices[name].is_meant(pronoun) is meant
