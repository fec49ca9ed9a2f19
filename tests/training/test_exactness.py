"""What 8 bits lose is told: nothing beside the same weights, something beside others."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from training.exactness import READ, _Session, differences, nearness, session, texts_of

from stemma.measure.conll import Sentence
from stemma.reader.model import OnnxReader
from stemma.reader.tokens import cut_words

TEXTS = ["The dyke at Halden broke at dawn.", "Ann Brook left.", "Talks stall."]


class Turned:
    """A session whose first word is an interjection and whose vectors are turned a little."""

    def __init__(self, session: Any, labels: dict[str, list[str]]) -> None:
        self.session, self.tag = session, labels["upos"].index("INTJ")

    def run(self, names: Sequence[str], inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
        found = dict(zip(names, self.session.run(list(names), inputs), strict=True))
        found["upos"][0, 1] = self.tag
        found["turned"] = found["turned"] + 0.002
        return [found[name] for name in names]


def test_a_reader_beside_itself_and_beside_another() -> None:
    one, other = OnnxReader(), OnnxReader()
    gold = [Sentence(text, cut_words(text), {}, "", n) for n, text in enumerate(TEXTS)]
    assert nearness(one, other, TEXTS) == {"sentences": 3, "mean": 1.0, "least": 1.0}
    same = differences(one, other, gold)
    assert same == {"sentences": 3, "words": 15, **dict.fromkeys(READ, 0.0)}
    other._session = Turned(other._session, other.labels)
    assert differences(one, other, gold) == {**same, "upos": 20.0}
    found = nearness(one, other, TEXTS)
    assert 0.9 < found["least"] <= found["mean"]
    assert found["least"] < 1


def test_each_sentence_of_the_pairs_counts_once(tmp_path: Path) -> None:
    (tmp_path / "pairs.tsv").write_text("5\tOne.\tTwo.\n\n0\tOne.\tThree.\n")
    assert texts_of(tmp_path / "pairs.tsv") == ["One.", "Two.", "Three."]


def test_the_trained_model_stands_in_for_the_shipped_file(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="training needs PyTorch, and the reader does not")
    import json

    from training.labels import Labels
    from training.model import Attributions, Reader
    from training.train import sizes_of

    reader = OnnxReader()
    vocabulary = Path(__file__).parents[2] / "src/stemma/reader/weights/vocabulary.txt"
    lines = vocabulary.read_text(encoding="utf-8")
    (tmp_path / "vocab.txt").write_text(lines, encoding="utf-8")
    (tmp_path / "labels.json").write_text(json.dumps(reader.labels))
    model = Reader(len(lines.splitlines()), sizes_of(Labels(**reader.labels)))
    torch.save(model.state_dict(), tmp_path / "model.pt")
    torch.save(Attributions().state_dict(), tmp_path / "quotes.pt")
    made = session(tmp_path, tmp_path, reader.labels)
    assert isinstance(made, _Session)
    reader._session = made
    for row in reader.read(TEXTS).iter_rows(named=True):
        assert row["rels"].count("root") == 1
        assert len(row["vector"]) == 2 * 384
    with pytest.raises(SystemExit, match="not exported from this run"):
        session(tmp_path, tmp_path, {**reader.labels, "rel": ["root"]})
