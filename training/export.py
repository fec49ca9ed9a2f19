"""model.pt -> the file that is shipped: ONNX with weights of 8 bits, and its list of hashes.

python -m training.export --run DIR --base MODEL --out src/stemma/reader/weights
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from training.labels import Labels
from training.model import PART, PARTS, Attributions, Reader
from training.train import sizes_of

from stemma.reader.shapes import NAMES as SHAPES

BLOCK = 128
LATER = {"mix", "others.weight", "others.bias"}
INPUTS = ("ids", "shapes", "mask", "first", "last")
TAGS = ("upos", "xpos", "feats", "lemma", "names")
OUTPUTS = (*TAGS, "arcs", "rels", "turned", "cues", "told")


class Shipped(nn.Module):
    """What the file computes: the best tags, and scores where they have to be decoded. The word table
    is kept in 8 bits with a scale for each row."""

    def __init__(self, reader: Reader, told: Attributions) -> None:
        super().__init__()
        self.reader, self.told = reader, told
        table = reader.encoder.words.weight.detach()
        scale = table.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)
        # As one matrix, so that it is kept in 8 bits like all others.
        weight = reader.rel.weight.detach()
        self.labels, self.width = weight.shape[0], weight.shape[1]
        self.relation = _as_matrix(weight)
        self.part = _as_matrix(told.part.weight.detach())

    def forward(
        self, ids: Tensor, shapes: Tensor, mask: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, ...]:
        encoder, reader = self.reader.encoder, self.reader
        pieces = self.table[ids].to(torch.float32) * self.scale[ids]
        layers = encoder.layers_of(pieces, shapes, mask)
        words = reader.words(layers, first, last)
        upos, xpos, feats, lemma, names = reader.tags(words).split(reader.splits, dim=-1)
        best = [part.argmax(-1) for part in (upos, xpos, feats, lemma)]
        arcs = reader.arc(F.gelu(reader.arc_dep(words)), F.gelu(reader.arc_head(words))).squeeze(1)
        dependent = F.pad(F.gelu(reader.rel_dep(words)), (0, 1), value=1.0)
        head = F.pad(F.gelu(reader.rel_head(words)), (0, 1), value=1.0)
        batch, count, _ = words.shape
        through = self.relation(dependent).view(batch, count, self.labels, self.width)
        # Relations last, so that the scores of one pair lie together.
        rels = torch.matmul(through, head.transpose(1, 2).unsqueeze(1)).permute(0, 1, 3, 2)
        cues, of_word, of_cue = self.told.seen(layers, first, last, torch.ones_like(first))
        behind = self.part(F.pad(of_word, (0, 1), value=1.0))
        behind = behind.view(batch, count, len(PARTS), PART + 1).permute(0, 2, 1, 3)
        told = torch.matmul(behind, F.pad(of_cue, (0, 1), value=1.0).transpose(1, 2).unsqueeze(1))
        # The mean of these is the sentence's vector; it is taken where the order of a sum is known.
        return (
            *best, names, arcs, rels, reader.vector(layers[-1]), cues, told.permute(0, 3, 2, 1),
        )  # fmt: skip


def _as_matrix(weight: Tensor) -> nn.Linear:
    """A biaffine weight (label, dependent, head) for what is behind a dependent."""
    labels, width, _ = weight.shape
    made = nn.Linear(width, labels * width, bias=False)
    # (label, head, dependent): for each label and head's number a row.
    made.weight = nn.Parameter(weight.permute(0, 2, 1).reshape(-1, width).contiguous())
    return made


def main() -> None:
    """Writes `reader.onnx`, `labels.json`, `vocabulary.txt` and `model.json`."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--run", type=Path, required=True)
    given.add_argument("--base", type=Path, required=True)
    given.add_argument("--out", type=Path, required=True)
    given.add_argument("--version", required=True)
    options = given.parse_args()
    model, labels = trained(options.run, options.base)
    vocabulary = (options.base / "vocab.txt").read_text(encoding="utf-8")
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder, "whole.onnx")
        write_onnx(Shipped(model, told(options.run)), whole)
        quantise(whole, options.out / "reader.onnx")
    (options.out / "labels.json").write_text(json.dumps(vars(labels), ensure_ascii=False) + "\n")
    (options.out / "vocabulary.txt").write_text(vocabulary, encoding="utf-8")
    names = ("labels.json", "reader.onnx", "vocabulary.txt")
    hashes = {n: hashlib.sha256((options.out / n).read_bytes()).hexdigest() for n in names}
    listed = {"version": options.version, "shapes": list(SHAPES), "sha256": hashes}
    (options.out / "model.json").write_text(json.dumps(listed, indent=1) + "\n")
    for name in names:
        print(f"{name}: {(options.out / name).stat().st_size / 1e6:.1f} MB")


def trained(run: Path, base: Path) -> tuple[Reader, Labels]:
    """The model of a run, to be asked, and its labels."""
    labels = Labels(**json.loads((run / "labels.json").read_text(encoding="utf-8")))
    vocabulary = (base / "vocab.txt").read_text(encoding="utf-8").splitlines()
    model = Reader(len(vocabulary), sizes_of(labels))
    found = model.load_state_dict(torch.load(run / "model.pt", map_location="cpu"), strict=False)
    # Weights of before there were these are read as if they had been trained without them.
    if found.unexpected_keys or not set(found.missing_keys) <= LATER:
        raise SystemExit(f"export: the weights of '{run}' are of another model: {found}")
    return model.eval(), labels


def told(run: Path) -> Attributions:
    """The head for attributions of a run (`training.quotes`)."""
    head = Attributions()
    head.load_state_dict(torch.load(run / "quotes.pt", map_location="cpu"))
    return head.eval()


def write_onnx(model: nn.Module, path: Path) -> None:
    """The graph, with any number of sentences, pieces and words."""
    ids = torch.randint(1000, 2000, (2, 9))
    example = (
        ids,
        torch.ones_like(ids),
        torch.ones_like(ids),
        ids[:, :6] * 0 + 1,
        ids[:, :6] * 0 + 2,
    )
    axes = {name: {0: "batch", 1: "pieces"} for name in ("ids", "shapes", "mask")}
    axes |= {name: {0: "batch", 1: "words"} for name in ("first", "last", *TAGS)}
    axes |= {name: {0: "batch", 1: "words", 2: "words"} for name in ("arcs", "rels")}
    axes["turned"] = {0: "batch", 1: "pieces"}
    axes |= {"cues": {0: "batch", 1: "words"}, "told": {0: "batch", 1: "words", 2: "words"}}
    with torch.no_grad():
        torch.onnx.export(
            model, example, str(path), input_names=list(INPUTS), output_names=list(OUTPUTS),
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip


def quantise(whole: Path, out: Path) -> None:
    """Weights of 8 bits. Activations are quantised once for a matrix, which is fast; where they vary most
    (behind the activation of a layer), once for each block of a row, which loses nothing. The first makes
    a sentence's scores depend on those beside it in a batch, so that the reader reads one at a time."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer

    names = [node.name for node in onnx.load(str(whole)).graph.node if node.op_type == "MatMul"]
    by_block = [name for name in names if name.endswith("/down/MatMul")]
    if not by_block:
        raise SystemExit("export: the graph names its layers otherwise; nothing was written.")
    half = whole.with_suffix(".half.onnx")
    quantize_dynamic(
        str(whole), str(half), per_channel=True, weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul"], nodes_to_exclude=by_block,
        extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip
    made = MatMulNBitsQuantizer(
        onnx.load(str(half)), bits=8, block_size=BLOCK, is_symmetric=True, accuracy_level=4
    )
    made.process()
    onnx.save(made.model.model, str(out))


if __name__ == "__main__":
    main()
