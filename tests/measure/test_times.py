"""The score of times, on a file made here in the form of MEANTIME."""

from pathlib import Path

import pytest

from stemma.errors import UsageError
from stemma.measure import measure
from stemma.measure.times import GoldTime, compared, read_meantime
from stemma.times import tag_times

SENTENCES = [
    "Dyke breaks in Lorn",
    "June 20 , 2019",
    "The dyke broke on Tuesday , the mayor 's office said .",
    "It had stood for two years .",
    "",
    "",
    "It broke in 1998 .",
]
TIMES = [  # words of a sentence, type, value, function
    (1, "June 20 , 2019", "DATE", "2019-06-20", "CREATION_TIME"),
    (2, "Tuesday", "DATE", "2019-06-18", "NONE"),
    (3, "two years", "DURATION", "P3Y", "NONE"),
    (6, "1998", "DATE", "1998", "NONE"),  # not among the sentences that are annotated
]


def made(folder: Path) -> Path:
    tokens, ids = [], {}
    for number, sentence in enumerate(SENTENCES):
        for word in sentence.split():
            ids[number, word] = str(len(tokens) + 1)
            tokens.append(f'<token sentence="{number}" t_id="{len(tokens) + 1}">{word}</token>')
    times = []
    for number, words, kind, value, function in TIMES:
        anchors = "".join(f'<token_anchor t_id="{ids[number, word]}"/>' for word in words.split())
        times.append(
            f'<TIMEX3 type="{kind}" value="{value}" functionInDocument="{function}">{anchors}</TIMEX3>'
        )
    empty = '<TIMEX3 type="DATE" value="2017" functionInDocument="NONE"/>'
    text = f"<Document>{''.join(tokens)}<Markables>{''.join(times)}{empty}</Markables></Document>"
    path = folder / "1_made.xml"
    path.write_text(f'<?xml version="1.0" ?>{text}', encoding="utf-8")
    return path


def test_an_article_is_read_with_its_blanks_as_written(tmp_path: Path) -> None:
    article = read_meantime(made(tmp_path))
    assert article.sentences[2] == "The dyke broke on Tuesday, the mayor's office said."
    assert article.date == "2019-06-20"
    assert article.date_line == (1, GoldTime(0, 13, "DATE", "2019-06-20"))
    assert len(article.sentences) == 4
    (time,) = article.times[2]
    assert article.sentences[2][time.start : time.end] == "Tuesday"


def test_the_line_of_the_date_is_left_out(tmp_path: Path) -> None:
    made(tmp_path)
    found = measure("times", tmp_path)
    assert (found["articles"], found["times"], found["found"]) == (1, 2, 2)
    assert (found["strict_f1"], found["relaxed_f1"], found["type_f1"]) == (100, 100, 100)
    assert found["value_f1"] == 50  # P2Y is not P3Y
    assert found["value_f1_with_date_line"] == pytest.approx(66.67)


def test_a_span_may_be_longer_and_is_matched_once() -> None:
    mine = tag_times("It broke two years ago and in 1998.")
    gold = [GoldTime(9, 18, "DURATION", "P2Y"), GoldTime(30, 34, "DATE", "1998")]
    counts = compared(gold, mine)
    assert (counts["relaxed"], counts["strict"], counts["type"], counts["value"]) == (2, 1, 1, 1)
    assert compared([gold[0], gold[0]], mine[:1])["relaxed"] == 1


def test_no_data(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no MEANTIME"):
        measure("times", tmp_path / "nowhere")
    with pytest.raises(UsageError, match="no MEANTIME"):
        measure("times", tmp_path)
