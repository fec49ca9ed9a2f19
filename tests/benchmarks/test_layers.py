"""The text on which the speed of the layers is measured, and what is said of it."""

from benchmarks.layers import distinct_text, layers_table, measure

from stemma.annotate import annotate
from stemma.read import stdin_source


def test_each_sentence_of_the_pile_stands_in_it_once() -> None:
    rows = list(annotate(stdin_source(distinct_text(6, 0.0)), ("sentences",)))
    texts = [row["text"] for row in rows]
    assert len(texts) > 20
    # Sentences that were put beside one another anew may be cut at other places, a few of them.
    assert len(set(texts)) >= 0.98 * len(texts)


def test_all_layers_are_no_faster_than_the_reader_alone() -> None:
    found = measure(3, 0.0, runs=1)
    assert found["words"] > 200
    assert found["all"] < 1.2 * found["reader"]  # clocks are not exact on so little
    assert {"times", "figures", "events", "quotes"} <= found.keys()


def test_the_table_names_the_target() -> None:
    made = layers_table(2, 0.0)
    assert "| all | " in made
    assert "≥ 4,000" in made
