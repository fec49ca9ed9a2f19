"""Annotation of one text: rows in the text's order, each with its place."""

from itertools import pairwise

import pytest

from stemma.annotate import annotate
from stemma.errors import Unreadable, UsageError
from stemma.read import Source, stdin_source

TEXT = (
    "Dyke holds\n\nThe U.S. envoy came late.The dyke held, “for now”, said Anna Holm. It cost 1,200 "
    "crowns\n"
)


def rows(
    layers: tuple[str, ...] = ("sentences", "tokens"), text: str = TEXT
) -> list[dict[str, object]]:
    return list(annotate(stdin_source(text.encode()), layers))


def test_every_row_has_its_place_and_text() -> None:
    for row in rows():
        assert {"layer", "id", "article_id", "start", "end", "text"} <= set(row)
        assert TEXT[row["start"] : row["end"]] == row["text"]  # type: ignore[misc]
    assert len({row["id"] for row in rows()}) == len(rows())


def test_sentences() -> None:
    found = rows(("sentences",))
    assert [row["text"] for row in found] == [
        "Dyke holds",
        "The U.S. envoy came late.",
        "The dyke held, “for now”, said Anna Holm.",
        "It cost 1,200 crowns",
    ]
    assert all(row["how"] for row in found)


def test_tokens_know_their_sentence_and_stand_in_order() -> None:
    found = rows(("tokens",))
    assert [row["n"] for row in found[2:8]] == ["the", "US", "envoy", "came", "late", "."]
    assert "1200" in [row["n"] for row in found]
    assert all(a["end"] <= b["start"] for a, b in pairwise(found))  # type: ignore[operator]
    known = {row["id"] for row in rows(("sentences",))}
    assert {row["sentence_id"] for row in found} == known


def test_layers_alternate_sentence_by_sentence() -> None:
    layers = [row["layer"] for row in rows()]
    assert layers[:3] == ["sentences", "tokens", "tokens"]


def test_what_is_wrong() -> None:
    with pytest.raises(UsageError, match="Layers: sentences, tokens"):
        rows(("sentences", "dinner"))
    with pytest.raises(Unreadable):
        list(annotate(Source("x.png", None, b"\x89PNG\r\n\x1a\n" + bytes(100))))


def test_a_file(tmp_path) -> None:  # type: ignore[no-untyped-def]
    from stemma.read import sources

    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (source,) = sources([str(tmp_path / "a.txt")])
    assert [row["text"] for row in annotate(source)] == [row["text"] for row in rows()]


TIMED = (
    "The dyke broke on Tuesday. Two days later it was mended.\n\nIt broke again two days later.\n"
)


def timed(text: str, date: str | None = None) -> list[dict[str, object]]:
    return list(annotate(stdin_source(text.encode()), ("times",), date=date))


def test_times_by_the_date_of_the_text() -> None:
    found = timed(TIMED, "2019-06-20")
    assert [(row["text"], row["value"], row["how"]) for row in found] == [
        ("Tuesday", "2019-06-18", "relative"),
        ("Two days later", "2019-06-20", "relative"),
        # No date stands before it in its paragraph.
        ("two days later", "XXXX-XX-XX", "unknown"),
    ]
    assert all(TIMED[row["start"] : row["end"]] == row["text"] for row in found)  # type: ignore[misc]
    assert (found[0]["first"], found[0]["last"], found[0]["mod"]) == (
        "2019-06-18",
        "2019-06-18",
        None,
    )
    assert all(row["reason"] and row["sentence_id"] and row["type"] == "DATE" for row in found)


def test_times_without_a_date_are_not_guessed() -> None:
    assert [row["value"] for row in timed(TIMED)] == ["XXXX-WXX-2", "XXXX-XX-XX", "XXXX-XX-XX"]
    assert timed(TIMED, "2019-06")[0]["how"] == "unknown"


def test_a_date_that_is_none() -> None:
    with pytest.raises(UsageError, match="'Tuesday' is no date"):
        timed(TIMED, "Tuesday")


def test_times_of_another_language_say_so() -> None:
    text = (
        "Der Deich brach am Dienstag, und die Leute der Stadt haben nichts davon gewusst, sagte sie. "
        * 3
    )
    (row,) = timed(text)
    assert "another language than English" in str(row["how"])


def test_all_layers_rest_on_one_reading() -> None:
    from stemma.reader import load

    class Counting:
        version = "0"

        def __init__(self) -> None:
            self.read_so_far: list[str] = []

        def read(self, sentences):  # type: ignore[no-untyped-def]
            self.read_so_far += sentences
            return load().read(sentences)

    reader = Counting()
    text = "The dyke broke on Tuesday. At least 12 people drowned two days later.\n"
    layers = ("times", "figures", "times")  # a layer named twice is given once
    found = list(annotate(stdin_source(text.encode()), layers, reader, date="2019-06-20"))
    assert len(reader.read_so_far) == 2
    assert [(row["layer"], row["text"]) for row in found] == [
        ("times", "Tuesday"),
        ("times", "two days later"),
        ("figures", "At least 12"),
        ("figures", "two"),
    ]
    assert found[1]["value"] == "2019-06-20"
    assert all(text[row["start"] : row["end"]] == row["text"] for row in found)
    assert [list(row)[-1] for row in found] == ["text"] * 4


SAID = (
    "Dyke holds\n\n“The dyke held all night,” said Anna Holm. “Nobody had to leave.” The board denied that "
    "it had leaked.\n\nHe said that it rained.\n"
)


def quoted(text: str) -> list[dict[str, object]]:
    return list(annotate(stdin_source(text.encode()), ("quotes",)))


def test_quotes_with_speaker_cue_and_place() -> None:
    found = quoted(SAID)
    assert all(SAID[row["start"] : row["end"]] == row["text"] for row in found)  # type: ignore[misc]
    for name in ("speaker", "cue"):
        for row in (row for row in found if row[f"{name}_start"] is not None):
            assert SAID[row[f"{name}_start"] : row[f"{name}_end"]] == row[name]  # type: ignore[misc]
    first = found[0]
    assert (first["kind"], first["status"], first["speaker"], first["cue"]) == (
        "direct", "attributed", "Anna Holm", "said",
    )  # fmt: skip
    assert str(first["text"]).endswith("“Nobody had to leave.”")  # it goes on
    assert {row["layer"] for row in found} == {"quotes"}
    assert all(
        row["how"] and row["sentence_id"] and str(row["id"]).startswith("quote-") for row in found
    )
    assert not {"story_id", "witness_ids"} & set(first)


def test_a_pronoun_gives_no_speaker() -> None:
    (claim,) = (row for row in quoted(SAID) if row["text"] == "that it rained")
    assert (claim["kind"], claim["status"], claim["speaker"]) == ("indirect", "orphan", "He")


def test_quotes_stand_in_the_blocks_that_a_case_looks_at() -> None:
    from stemma.annotate import QUOTED_IN
    from stemma.said import _KINDS

    assert QUOTED_IN == _KINDS


def test_quotes_of_another_language_say_so() -> None:
    (row,) = quoted(
        "„Der Deich hat gehalten“, sagte die Bürgermeisterin der Stadt, und niemand musste gehen. "
        * 3
    )
    assert row["layer"] == "quotes"
    assert "another language than English" in str(row["how"])
