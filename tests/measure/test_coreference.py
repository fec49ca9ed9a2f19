"""Scores of coreference by hand, and the form of ECB+ on files made here."""

import json
from pathlib import Path

import pytest

from stemma.errors import UsageError
from stemma.measure import measure
from stemma.measure.clusters import ceaf_e, conll, muc, same_label
from stemma.measure.coreference import joined, read_articles

# Gold {a b c} {d e} {f}; found {a b} {c d e} {f}.
GOLD, FOUND = "xxxyyz", "112223"


def test_muc_by_hand() -> None:
    # Found links: 1 + 2, {c d e} is cut once: 2 of 3. Gold links: 2 + 1, {a b c} is cut once: 2 of 3.
    assert muc(GOLD, FOUND) == pytest.approx((2 / 3, 2 / 3, 2 / 3))
    assert muc("ab", "cd") == (0, 0, 0)
    assert muc("xxxx", "1122") == pytest.approx((1, 2 / 3, 4 / 5))


def test_ceaf_by_hand() -> None:
    # {a b c}-{a b}: 4 of 5; {d e}-{c d e}: 4 of 5; {f}: 1. Three groups on both sides.
    assert ceaf_e(GOLD, FOUND) == pytest.approx((2.6 / 3, 2.6 / 3, 2.6 / 3))
    # {a b c d} is matched with one of its halves: 4 of 6.
    assert ceaf_e("xxxx", "1122") == pytest.approx((1 / 3, 2 / 3, 4 / 9))


def test_the_mean_of_three() -> None:
    # B³: each of a, b and of d, e loses a third of recall or precision, c more: 7/9 on both sides.
    found = conll(GOLD, FOUND)
    assert found["b3"] == pytest.approx(7 / 9)
    assert found["conll"] == pytest.approx((2 / 3 + 7 / 9 + 2.6 / 3) / 3)
    assert conll(GOLD, GOLD)["conll"] == 1


def test_equal_words_chain_within_a_story() -> None:
    labels = [frozenset({"hit"}), frozenset({"hit", "run"}), frozenset({"run"}), frozenset({"hit"})]
    assert same_label(labels, [1, 1, 1, 2]) == [0, 0, 0, 3]


def test_tokens_become_a_text_with_places() -> None:
    text, places = joined(["The", "dyke", "broke", ",", "(", "again", ")", "."])
    assert text == "The dyke broke, (again)."
    assert [text[a:b] for a, b in places] == ["The", "dyke", "broke", ",", "(", "again", ")", "."]


SENTENCES = {
    "1_1ecb": ["A ferry collided with a barge off Port Ellen .", "Four passengers died ."],
    "1_2ecb": ["The ferry collision off Port Ellen killed four passengers ."],
}
MENTIONS = [
    ("1_1ecb", 0, 2, "A"),
    ("1_1ecb", 1, 2, "B"),
    ("1_2ecb", 0, 2, "A"),
    ("1_2ecb", 0, 6, "B"),
]


def ecb(folder: Path) -> Path:
    rows = [
        {"doc_id": doc, "sent_id": sentence, "tokens_number": [token], "coref_chain": chain}
        for doc, sentence, token, chain in MENTIONS
    ]
    (folder / "ECB_Dev_Event_gold_mentions.json").write_text(json.dumps(rows))
    lines = [
        f"{doc}\t{number}\t{n}\t{word}\tx\n"
        for doc, sentences in SENTENCES.items()
        for number, sentence in enumerate(sentences)
        for n, word in enumerate(sentence.split())
    ]
    (folder / "ECB_Dev_corpus.txt").write_text("".join(lines))
    return folder


def test_the_files_of_ecb(tmp_path: Path) -> None:
    given = read_articles(ecb(tmp_path) / "ECB_Dev_Event_gold_mentions.json")
    said = [given.sentences[m.article, m.sentence][m.start : m.end] for m in given.mentions]
    assert said == ["collided", "died", "collision", "killed"]
    assert given.texts["1_1ecb"].startswith("A ferry collided")


def test_coreference(tmp_path: Path) -> None:
    found = measure("coreference", ecb(tmp_path))["dev"]
    assert (found["articles"], found["mentions"], found["chains"]) == (2, 4, 2)
    assert found["conll"] > found["equal_words_conll"]


def test_no_ecb(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no ECB"):
        measure("coreference", tmp_path)
    ecb(tmp_path)
    (tmp_path / "ECB_Dev_corpus.txt").unlink()
    with pytest.raises(UsageError, match="can't be read"):
        measure("coreference", tmp_path)
