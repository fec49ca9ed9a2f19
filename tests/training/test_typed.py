"""The training of event types: the same twice, and what is held back stays out."""

import numpy as np
from training.events import event
from training.typed import examples, held_back, train

from stemma.events.types import read_types
from stemma.reader.model import OnnxReader

ROWS = [
    event(f"{kind}\t-\t-\t{code}\t[A The {who}] [P {verb}] [R the {whom}].")
    for who, whom in (("navy", "rebels"), ("army", "monks"), ("police", "miners"))
    for kind, code, verb in (("ASSAULT", "194", "shelled"), ("RETREAT", "0841", "freed"))
]


def test_the_same_weights_twice_and_they_tell_what_they_were_shown() -> None:
    reader = OnnxReader()
    read = {
        row["text"]: row
        for row in reader.read([r.sentence.text for r in ROWS]).iter_rows(named=True)
    }
    shown = [one for row in ROWS for one in examples(row, read[row.sentence.text])]
    first, second = train(shown), train(shown)
    assert all(np.array_equal(first[name], second[name]) for name in first)
    model = read_types(first)
    for one in shown:
        shares = model.shares(one.names, one.vector)
        assert max(shares, key=lambda kind: shares[kind]) == one.type


def test_a_fifth_is_held_back_by_its_text() -> None:
    held = sum(held_back(f"The navy shelled the port {n} times.") for n in range(1000))
    assert 150 < held < 250
