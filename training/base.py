"""What the base model's own vectors reach, beside which ours are held.

python -m training.base --base MODEL [--own training/own] [--gold ../shared/gold]
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F
from training.model import Encoder, load_base

from stemma.measure import similarity
from stemma.reader.shapes import NAMES as SHAPES
from stemma.reader.tokens import cut_words
from stemma.reader.wordpiece import WordPiece


class BaseVectors:
    """Stands in for the reader where only vectors are asked."""

    def __init__(self, base: Path) -> None:
        lines = (base / "vocab.txt").read_text(encoding="utf-8").splitlines()
        self._pieces = WordPiece({piece: n for n, piece in enumerate(lines)})
        self._encoder = Encoder(len(lines), len(SHAPES), 0.0).eval()
        load_base(self._encoder, base / "model.safetensors")

    @torch.no_grad()
    def vectors(self, texts: list[str]) -> np.ndarray:
        """A row of length 1 for each text: the mean of the last layer over all pieces."""
        rows = []
        for text in texts:
            ids = torch.tensor([self._pieces.pieces([word.text for word in cut_words(text)]).ids])
            hidden = self._encoder(ids, torch.zeros_like(ids), torch.ones_like(ids))[-1]
            rows.append(F.normalize(hidden.mean(1), dim=-1)[0].numpy())
        return np.array(rows)


def main() -> None:
    """Prints the scores of `stemma measure similarity` with the base model's vectors."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--base", type=Path, required=True)
    given.add_argument("--own", type=Path, default=Path("training/own"))
    given.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    options = given.parse_args()
    base = BaseVectors(options.base)
    similarity.OnnxReader = lambda: base  # type: ignore[assignment,misc]
    similarity.vectors = lambda reader, texts: reader.vectors(texts)  # type: ignore[assignment]
    for data in (options.own / "pairs.tsv", options.gold / "tune/aesop"):
        print(json.dumps({"base": True, **similarity.measure_similarity(data)}))


if __name__ == "__main__":
    main()
