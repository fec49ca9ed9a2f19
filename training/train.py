"""Trains the reader's model: `python -m training.train --gold ../shared/gold/train --base MODEL --out DIR`.

One run, one seed, one log. See README.md for the recipe and what each step gained.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from copy import deepcopy
from dataclasses import asdict
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from training.batches import IGNORED, LONGEST, Encoded, batches, recased, tensors
from training.corpus import Corpus, load
from training.labels import Labels
from training.model import Encoder, Reader, Sizes, load_base

from stemma.reader.shapes import NAMES as SHAPES
from stemma.reader.wordpiece import WordPiece

TAG_WEIGHTS = (0.5, 0.5, 0.4, 0.4, 1.0, 0.5, 0.3)  # upos, xpos, feats, lemma, names, and by others
VECTOR_WEIGHT = 8.0


def main() -> None:
    """Trains and writes `model.pt`, `labels.json` and `log.jsonl`."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--gold", type=Path, default=Path("../shared/gold/train"))
    given.add_argument("--own", type=Path, default=Path("training/own"))
    given.add_argument("--base", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    given.add_argument("--out", type=Path, required=True)
    given.add_argument("--epochs", type=int, default=20)
    given.add_argument("--seed", type=int, default=1)
    given.add_argument("--minutes", type=float, default=1e9, help="stop and keep what there is")
    given.add_argument("--start", type=Path, help="a model.pt to go on from")
    given.add_argument("--tweets", type=int, default=3000, help="sentences of BTC in an epoch")
    given.add_argument("--rate", type=float, default=1.5e-4)
    options = given.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    corpus = load(options.gold, options.own)
    Trainer(corpus, options).run()


class Trainer:
    """One run."""

    def __init__(self, corpus: Corpus, options: argparse.Namespace) -> None:
        self.options, self.corpus = options, corpus
        self.chance = random.Random(options.seed)
        self.labels = corpus.labels
        lines = (options.base / "vocab.txt").read_text(encoding="utf-8").splitlines()
        self.pieces = WordPiece({piece: n for n, piece in enumerate(lines)})
        self.numbers = self.labels.numbers()
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.model = Reader(len(lines), sizes_of(self.labels)).to(self.device)
        load_base(self.model.encoder, options.base / "model.safetensors")
        self.teacher = Encoder(len(lines), len(SHAPES), 0.0).to(self.device).eval()
        load_base(self.teacher, options.base / "model.safetensors")
        if options.start:
            held = torch.load(options.start, map_location=self.device)
            self.model.load_state_dict(held, strict=False)
        self.model.encoder.words.weight.requires_grad_(False)
        self.average = deepcopy(self.model).eval()
        self.known: dict[tuple[int, ...], Tensor] = {}
        self.began = time.monotonic()
        self.step = 0

    def run(self) -> None:
        """All epochs; the averaged weights are written whenever the development score is best."""
        (self.options.out / "labels.json").write_text(json.dumps(asdict(self.labels)))
        optimiser = self._optimiser()
        steps = self._steps_of_all()
        best = -1.0
        for epoch in range(self.options.epochs):
            losses = self._epoch(optimiser, steps, epoch)
            score = self.evaluate(self.corpus.dev)
            self._log({"epoch": epoch, "loss": losses, **score})
            worth = score["ewt.las"] + score["gum.las"] + score["ewt.names"] / 5
            if worth > best:
                best = worth
                torch.save(self.average.state_dict(), self.options.out / "model.pt")
            if self._minutes() > self.options.minutes:
                break

    def _minutes(self) -> float:
        return (time.monotonic() - self.began) / 60

    def _log(self, row: dict[str, object]) -> None:
        row["minutes"] = round(self._minutes(), 1)
        print(json.dumps(row), flush=True)
        with open(self.options.out / "log.jsonl", "a") as log:
            log.write(json.dumps(row) + "\n")

    def _optimiser(self) -> torch.optim.Optimizer:
        fresh = [p for n, p in self.model.named_parameters() if not n.startswith("encoder.")]
        fresh += [self.model.encoder.shapes.weight]
        known = [
            p for n, p in self.model.encoder.named_parameters()
            if p.requires_grad and not n.startswith("shapes")
        ]  # fmt: skip
        groups = [
            {"params": known, "lr": self.options.rate, "top": self.options.rate},
            {"params": fresh, "lr": 1e-3, "top": 8 * self.options.rate},
        ]
        return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))

    def _encoded(self) -> list[Encoded]:
        treebanks = [recased(sample, self.chance) for sample in self.corpus.trees]
        # Tweets are written otherwise than news; of them, a few an epoch.
        tweets = [sample for sample in self.corpus.names if sample.origin == "btc"]
        names = [sample for sample in self.corpus.names if sample.origin != "btc"]
        names += self.chance.sample(tweets, min(len(tweets), self.options.tweets))
        found = [
            Encoded(sample, self.pieces, self.numbers, self.chance)
            for sample in [*treebanks, *(recased(one, self.chance) for one in names)]
        ]
        return [one for one in found if len(one.ids) <= LONGEST]

    def _steps_of_all(self) -> int:
        return self.options.epochs * sum(1 for _ in batches(self._encoded(), 1200, self.chance))

    def _epoch(self, optimiser: torch.optim.Optimizer, steps: int, epoch: int) -> float:
        self.model.train()
        total, count = 0.0, 0
        for batch in batches(self._encoded(), 1200, self.chance):
            rate = self._rate(steps)
            for group in optimiser.param_groups:
                group["lr"] = group["top"] * rate
            held = {name: value.to(self.device) for name, value in tensors(batch).items()}
            loss = self.loss(held)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(self.model.parameters(), 2.0)
            optimiser.step()
            self._average()
            total += float(loss.detach())
            count += 1
            self.step += 1
            if count % 200 == 0:
                print(
                    f"  {epoch}.{count} loss {total / count:.3f} {self._minutes():.1f} min",
                    flush=True,
                )
            if self._minutes() > self.options.minutes:
                break
        return round(total / count, 4)

    def _rate(self, steps: int) -> float:
        # By the clock where there is one, so that a run that must end in time cools down as well.
        done = max(self.step / steps, self._minutes() / self.options.minutes)
        warm = min(1.0, (self.step + 1) / 300)
        return warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(done, 1.0))))

    def _average(self) -> None:
        keep = min(0.998, (self.step + 1) / (self.step + 20))
        with torch.no_grad():
            for mine, theirs in zip(
                self.average.parameters(), self.model.parameters(), strict=True
            ):
                if theirs.requires_grad:
                    mine.lerp_(theirs, 1 - keep)

    def loss(self, held: dict[str, Tensor]) -> Tensor:
        """The sum over all heads."""
        with torch.autocast(self.device, dtype=torch.bfloat16):
            wanted = self._wanted(held)
            tags, others, arcs, rels, vector = self.model(
                held["ids"], held["shapes"], held["mask"], held["first"], held["last"]
            )
        loss = VECTOR_WEIGHT * (1 - (vector.float() * wanted).sum(-1)).mean()
        parts = [*tags.split(self.model.splits, dim=-1), *others.chunk(2, dim=-1)]
        for number, part in enumerate(map(Tensor.float, parts)):
            loss = loss + TAG_WEIGHTS[number] * _cross_entropy(part, held["tags"][number])
        hidden = (1 - held["words"]).bool()[:, None, :]
        arcs = arcs.float().masked_fill(hidden, -1e4)
        loss = loss + _cross_entropy(arcs, held["heads"])
        heads = held["heads"].clamp(min=0)
        chosen = (
            rels.float()
            .gather(3, heads[:, None, :, None].expand(-1, rels.shape[1], -1, 1))
            .squeeze(3)
        )
        return loss + _cross_entropy(chosen.transpose(1, 2), held["rels"])

    @torch.no_grad()
    def _wanted(self, held: dict[str, Tensor]) -> Tensor:
        """The base model's own vectors of the batch, each computed once in a run."""
        rows = [tuple(row) for row in held["plain"].tolist()]
        # Padding is 0 and changes nothing.
        rows = [row[: row.index(0)] if 0 in row else row for row in rows]
        if any(row not in self.known for row in rows):
            none = torch.zeros_like(held["plain"])
            plain = self.teacher(held["plain"], none, held["mask"])[-1].float()
            weights = held["mask"].float().unsqueeze(-1)
            made = F.normalize((plain * weights).sum(1) / weights.sum(1), dim=-1)
            self.known.update(zip(rows, made.float().cpu(), strict=True))
        return torch.stack([self.known[row] for row in rows]).to(self.device)

    @torch.no_grad()
    def evaluate(self, dev: dict[str, list]) -> dict[str, float]:  # type: ignore[type-arg]
        """Scores of the averaged weights, greedy heads, per cent."""
        from training.evaluate import score

        found: dict[str, float] = {}
        for name, samples in dev.items():
            encoded = [Encoded(sample, self.pieces, self.numbers) for sample in samples]
            for key, value in score(self.average, encoded, self.labels, self.device).items():
                found[f"{name}.{key}"] = value
        return found


def _cross_entropy(scores: Tensor, gold: Tensor) -> Tensor:
    if not (gold != IGNORED).any():
        return scores.sum() * 0.0
    return F.cross_entropy(
        scores.reshape(-1, scores.shape[-1]), gold.reshape(-1), ignore_index=IGNORED
    )


def sizes_of(labels: Labels) -> Sizes:
    """How many labels each head has."""
    return Sizes(
        len(labels.upos), len(labels.xpos), len(labels.feats), len(labels.lemma), len(labels.rel),
        len(labels.names), len(SHAPES),
    )  # fmt: skip


if __name__ == "__main__":
    main()
