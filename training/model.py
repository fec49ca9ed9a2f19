"""The encoder with its heads, in PyTorch. Only training and export use it; the reader runs its ONNX."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from stemma.reader.told import CUES, PARTS

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
ARC, REL = 320, 128
MIXED = 4  # upper layers that a word is read from
TOLD, PART = 256, 96


@dataclass(frozen=True)
class Sizes:
    """How many labels each head has."""

    upos: int
    xpos: int
    feats: int
    lemma: int
    rel: int
    names: int
    shapes: int


class Layer(nn.Module):
    """A layer of BERT (post-norm)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = (
            part.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in self.qkv(x).chunk(3, dim=-1)
        )
        scores = q @ k.transpose(-1, -2) / (WIDTH // HEADS) ** 0.5 + bias
        mixed = (self.drop(scores.softmax(-1)) @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Context(nn.Module):
    """A layer of a transformer, of any width (pre-norm)."""

    def __init__(self, width: int, dropout: float, heads: int = 8) -> None:
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, width = x.shape
        q, k, v = (
            part.view(batch, length, self.heads, width // self.heads).transpose(1, 2)
            for part in self.qkv(self.norm1(x)).chunk(3, dim=-1)
        )
        scores = (q @ k.transpose(-1, -2) / (width // self.heads) ** 0.5 + bias).softmax(-1)
        mixed = (self.drop(scores) @ v).transpose(1, 2).reshape(batch, length, width)
        x = x + self.drop(self.out(mixed))
        return x + self.drop(self.down(F.gelu(self.up(self.norm2(x)))))


class Encoder(nn.Module):
    """MiniLM with the shape of words beside their pieces."""

    def __init__(self, vocabulary: int, shapes: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.shapes = nn.Embedding(shapes, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> list[Tensor]:
        return self.layers_of(self.words(ids), shapes, mask)

    def layers_of(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> list[Tensor]:
        """The upper layers over the vectors of pieces, the last one last."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = pieces + self.places(places) + self.kind + self.shapes(shapes)
        x = self.drop(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -10000.0
        made: list[Tensor] = []
        for layer in self.layers:
            x = layer(x, bias)
            made.append(x)
        return made[-MIXED:]


class Biaffine(nn.Module):
    """Scores of pairs (Dozat and Manning 2017)."""

    def __init__(self, width: int, labels: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(labels, width + 1, width + 1))
        nn.init.normal_(self.weight, std=0.01)

    def forward(self, dependent: Tensor, head: Tensor) -> Tensor:
        dependent = F.pad(dependent, (0, 1), value=1.0)
        head = F.pad(head, (0, 1), value=1.0)
        return torch.einsum("bdi,lij,bhj->bldh", dependent, self.weight, head)


class Attributions(nn.Module):
    """Which words report, and of whom and what: read of the layers of an encoder that is left as it is."""

    def __init__(self, dropout: float = 0.3) -> None:
        super().__init__()
        self.mix = nn.Parameter(torch.zeros(MIXED))
        self.pair = nn.Linear(2 * WIDTH, TOLD)
        self.norm = nn.LayerNorm(TOLD)
        self.drop = nn.Dropout(dropout)
        self.context = nn.ModuleList(Context(TOLD, dropout) for _ in range(2))
        self.cue = nn.Linear(TOLD, len(CUES))
        self.of_cue, self.of_word = nn.Linear(TOLD, PART), nn.Linear(TOLD, PART)
        self.part = Biaffine(PART, len(PARTS))

    def forward(
        self, layers: list[Tensor], first: Tensor, last: Tensor, words: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Scores of each word's being a cue (`CUES`), and of its part (`PARTS`) in what each word as the
        first of a cue reports: (batch, cue, word, part). `words`: 1 for a word, 0 for padding."""
        cues, of_word, of_cue = self.seen(layers, first, last, words)
        return cues, self.part(of_word, of_cue).permute(0, 3, 2, 1)

    def seen(
        self, layers: list[Tensor], first: Tensor, last: Tensor, words: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of cues, and what a word is as a part and as a cue."""
        weights = self.mix.softmax(0)
        hidden = sum(
            (weights[n] * one for n, one in enumerate(layers[1:], 1)), weights[0] * layers[0]
        )

        def at(places: Tensor) -> Tensor:
            return hidden.gather(1, places.unsqueeze(-1).expand(-1, -1, WIDTH))

        x = self.norm(self.drop(self.pair(torch.cat([at(first), at(last)], dim=-1))))
        bias = (1.0 - words[:, None, None, :].to(x.dtype)) * -10000.0
        for layer in self.context:
            x = layer(x, bias)
        of_word, of_cue = (F.gelu(to(self.drop(x))) for to in (self.of_word, self.of_cue))
        return self.cue(self.drop(x)), of_word, of_cue


class Reader(nn.Module):
    """Everything that is read of a sentence in one pass."""

    def __init__(self, vocabulary: int, sizes: Sizes, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary, sizes.shapes, dropout)
        self.drop = nn.Dropout(0.33)
        self.tags = nn.Linear(
            WIDTH, sizes.upos + sizes.xpos + sizes.feats + sizes.lemma + sizes.names
        )
        self.splits = [sizes.upos, sizes.xpos, sizes.feats, sizes.lemma, sizes.names]
        # Names by the ideas of GUM and of tweets: learnt beside, and not shipped.
        self.others = nn.Linear(WIDTH, 2 * sizes.names)
        self.mix = nn.Parameter(torch.zeros(MIXED))
        with torch.no_grad():
            self.mix[-1] = 1.0
        self.pair = nn.Linear(2 * WIDTH, WIDTH)
        with torch.no_grad():
            # At first a word is the mean of its first and last piece.
            eye = torch.eye(WIDTH) / 2
            self.pair.weight.copy_(torch.cat([eye, eye], dim=1))
            self.pair.bias.zero_()
        self.arc_head, self.arc_dep = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.rel_head, self.rel_dep = nn.Linear(WIDTH, REL), nn.Linear(WIDTH, REL)
        self.arc, self.rel = Biaffine(ARC, 1), Biaffine(REL, sizes.rel)
        self.vector = nn.Linear(WIDTH, WIDTH)
        with torch.no_grad():
            self.vector.weight.copy_(torch.eye(WIDTH))
            self.vector.bias.zero_()

    def words(self, layers: list[Tensor], first: Tensor, last: Tensor) -> Tensor:
        """A row for each word, the root (the opening mark) first."""
        hidden = sum(
            (self.mix[n] * one for n, one in enumerate(layers[:-1])), layers[-1] * self.mix[-1]
        )

        def at(places: Tensor) -> Tensor:
            return hidden.gather(1, places.unsqueeze(-1).expand(-1, -1, WIDTH))

        return self.pair(torch.cat([at(first), at(last)], dim=-1))

    def forward(
        self, ids: Tensor, shapes: Tensor, mask: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Tag scores, scores of names by other ideas, arc scores (dependent, head), relation scores
        (label, dependent, head), and the unit vector of the sentence."""
        layers = self.encoder(ids, shapes, mask)
        words = self.drop(self.words(layers, first, last))
        arcs = self.arc(
            self.drop(F.gelu(self.arc_dep(words))), self.drop(F.gelu(self.arc_head(words)))
        )
        rels = self.rel(
            self.drop(F.gelu(self.rel_dep(words))), self.drop(F.gelu(self.rel_head(words)))
        )
        vector = self.sentence(layers[-1], mask)
        return self.tags(words), self.others(words), arcs.squeeze(1), rels, vector

    def sentence(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """The mean of all pieces, turned a little, of length 1."""
        weights = mask.to(hidden.dtype).unsqueeze(-1)
        mean = (hidden * weights).sum(1) / weights.sum(1)
        return F.normalize(self.vector(mean), dim=-1)


def load_base(encoder: Encoder, path: Path) -> None:
    """Fills the encoder with the weights of the base model (safetensors)."""
    from safetensors.torch import load_file

    held = load_file(str(path))

    def take(name: str) -> Tensor:
        return held[name].float()

    with torch.no_grad():
        encoder.words.weight.copy_(take("embeddings.word_embeddings.weight"))
        encoder.places.weight.copy_(take("embeddings.position_embeddings.weight"))
        encoder.kind.copy_(take("embeddings.token_type_embeddings.weight")[0])
        _copy(encoder.norm, "embeddings.LayerNorm", take)
        for number, layer in enumerate(encoder.layers):
            at = f"encoder.layer.{number}"
            for kind in ("weight", "bias"):
                parts = [take(f"{at}.attention.self.{p}.{kind}") for p in ("query", "key", "value")]
                getattr(layer.qkv, kind).copy_(torch.cat(parts))
            _copy(layer.out, f"{at}.attention.output.dense", take)
            _copy(layer.norm1, f"{at}.attention.output.LayerNorm", take)
            _copy(layer.up, f"{at}.intermediate.dense", take)
            _copy(layer.down, f"{at}.output.dense", take)
            _copy(layer.norm2, f"{at}.output.LayerNorm", take)


def _copy(module: nn.Module, name: str, take: object) -> None:
    module.weight.copy_(take(f"{name}.weight"))  # type: ignore[operator,union-attr]
    module.bias.copy_(take(f"{name}.bias"))  # type: ignore[operator,union-attr]
