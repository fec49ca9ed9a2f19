"""What the weights of 8 bits lose beside the 32 bits that were trained: how near their sentence vectors are,
and how often what is read differs.

    python -m training.exactness --run DIR --base MODEL [--weights src/stemma/reader/weights]
                                 [--append training/exactness.jsonl]

Both are decoded by the reader, on the same words; only what computes the scores differs. Prints one JSON
object with the hash of the file that it holds for. Vectors: the sentences of `own/pairs.tsv`. The rest: EWT
dev, in per cent of words. `benchmarks.reader` shows the last line of that file for the shipped weights.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from stemma.measure.conll import Sentence, read_conll
from stemma.measure.similarity import vectors
from stemma.reader.model import OnnxReader

ROOT = Path(__file__).parents[1]
READ = ("upos", "xpos", "feats", "lemmas", "heads", "rels", "names")


def main() -> None:
    """Prints what differs, and appends it where asked."""
    given = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    given.add_argument("--run", type=Path, required=True, help="folder of model.pt and labels.json")
    given.add_argument("--base", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    given.add_argument("--weights", type=Path, default=ROOT / "src/stemma/reader/weights")
    given.add_argument("--own", type=Path, default=ROOT / "training/own")
    given.add_argument("--gold", type=Path, default=Path("../shared/gold/train"))
    given.add_argument("--append", type=Path, help="a file that gets the line too")
    options = given.parse_args()
    shipped = OnnxReader(options.weights)
    whole = OnnxReader(options.weights)
    whole._session = session(options.run, options.base, whole.labels)
    found = {
        "version": shipped.version,
        "sha256": hashlib.sha256((options.weights / "reader.onnx").read_bytes()).hexdigest(),
        "vector": nearness(shipped, whole, texts_of(options.own / "pairs.tsv")),
        "differ": differences(
            shipped, whole, list(read_conll(options.gold / "ud_ewt/en_ewt-ud-dev.conllu"))
        ),
    }
    line = json.dumps(found)
    print(line)
    if options.append:
        with open(options.append, "a", encoding="utf-8") as kept:
            kept.write(line + "\n")


def texts_of(pairs: Path) -> list[str]:
    """The distinct sentences of a table of scored pairs, in their order."""
    rows = (line.split("\t") for line in pairs.read_text(encoding="utf-8").splitlines())
    return list(dict.fromkeys(text for row in rows if len(row) == 3 for text in row[1:]))


def nearness(one: OnnxReader, other: OnnxReader, texts: list[str]) -> dict[str, Any]:
    """Mean and least cosine of two readers' vectors of the same sentences."""
    a, b = (vectors(reader, texts).astype(np.float64) for reader in (one, other))
    # Kept in 16 bits, they are not quite of length 1.
    cosines = (a * b).sum(axis=1) / (np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1))
    mean, least = (round(float(value), 5) for value in (cosines.mean(), cosines.min()))
    return {"sentences": len(texts), "mean": mean, "least": least}


def differences(one: OnnxReader, other: OnnxReader, gold: Sequence[Sentence]) -> dict[str, Any]:
    """Of how many words in a hundred two readers say something else."""
    texts, words = [sentence.text for sentence in gold], [sentence.words for sentence in gold]
    mine, theirs = (reader.read_words(texts, words) for reader in (one, other))
    total = sum(map(len, words))
    shares = {
        name: round(100 * float((a.explode() != b.explode()).sum()) / max(total, 1), 3)
        for name in READ
        for a, b in [(mine[name], theirs[name])]
    }
    return {"sentences": len(gold), "words": total, **shares}


def session(run: Path, base: Path, labels: Mapping[str, Sequence[str]]) -> Any:
    """The trained model of a run in place of the shipped file. Ends the program if the labels of that file
    are not those of the run."""
    from training.export import told, trained

    model, known = trained(run, base)
    if {name: list(held) for name, held in labels.items()} != vars(known):
        raise SystemExit("exactness: these weights were not exported from this run.")
    return _Session(model, told(run))


class _Session:
    """What `onnxruntime` is to the reader, with the trained model and its head for attributions behind it."""

    def __init__(self, model: Any, told: Any) -> None:
        self._model, self._told = model, told

    def run(self, names: Sequence[str], inputs: Mapping[str, np.ndarray]) -> list[np.ndarray]:
        """The outputs of the shipped file by their names."""
        import torch

        given = [
            torch.from_numpy(inputs[name]) for name in ("ids", "shapes", "mask", "first", "last")
        ]
        with torch.no_grad():
            tags, _, arcs, rels, vector = self._model(*given)
            first, last = given[3:]
            layers = self._model.encoder(*given[:3])
            cues, told = self._told(layers, first, last, torch.ones_like(first))
        *parts, labels = tags.split(self._model.splits, dim=-1)
        best = [part.argmax(-1) for part in parts]
        made = dict(zip(("upos", "xpos", "feats", "lemma"), best, strict=True))
        # One row is the mean of itself: the vector needs no pieces here.
        made |= {"names": labels, "arcs": arcs, "turned": vector.unsqueeze(1)}
        made |= {"rels": rels.permute(0, 2, 3, 1), "cues": cues, "told": told}
        return [made[name].numpy() for name in names]


if __name__ == "__main__":
    main()
