"""Datelines are read apart from the sentence behind them."""

import pytest

from stemma.reader import load
from stemma.reader.heads import read_apart
from stemma.reader.reading import READINGS

CLAUSE = "The dyke at Orrin gave way before dawn, the mayor said."


@pytest.fixture(scope="module")
def reader():
    return load()


@pytest.mark.parametrize(
    "head", ["ORRIN (TNA) - ", "(TNA) - ", "Orrin, March 6 - ", "ORRIN, Kes. - "]
)
def test_the_clause_is_read_as_if_it_stood_alone(reader, head):
    alone = reader.read([CLAUSE]).row(0, named=True)
    behind = reader.read([head + CLAUSE]).row(0, named=True)
    count = len(behind["words"]) - len(alone["words"])
    assert count > 0
    for name in ("words", "upos", "lemmas", "rels", "names"):
        assert behind[name][count:] == alone[name]
    assert [at - count if at else 0 for at in behind["heads"][count:]] == alone["heads"]
    assert behind["vector"] == alone["vector"]


def test_words_are_where_they_stand(reader):
    text = "ORRIN (TNA) - " + CLAUSE
    row = reader.read([text]).row(0, named=True)
    places = zip(row["starts"], row["ends"], strict=True)
    assert [text[start:end] for start, end in places] == row["words"]
    (told,) = row["told"]
    assert [row["words"][n] for n in range(*told["cue"])] == ["said"]


def test_it_hangs_on_the_root_and_is_no_party(reader):
    row = reader.read(["ORRIN (TNA) - " + CLAUSE]).row(0, named=True)
    root = row["rels"].index("root") + 1
    assert row["heads"].count(0) == 1
    assert row["rels"][0] == "discourse"
    assert row["heads"][0] == root


def test_a_dateline_alone_and_a_plain_sentence_are_read_whole(reader):
    texts = ["ORRIN (TNA) - ", CLAUSE]
    seen = []

    def read(parts):
        seen.append(list(parts))
        return reader.read_words(parts, [[] for _ in parts]).to_dicts()

    assert [row["text"] for row in read_apart(texts, read)] == texts
    assert seen == [texts]


def test_nothing_to_read_has_the_columns(reader):
    assert reader.read([]).schema == READINGS


def test_a_text_without_words_has_empty_lists_beside_one_with_words(reader):
    bare, told = reader.read([" ", CLAUSE]).iter_rows(named=True)
    assert bare["words"] == bare["starts"] == bare["heads"] == bare["told"] == []
    assert told == reader.read([CLAUSE]).row(0, named=True)
