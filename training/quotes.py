"""Trains the head that tells who says what: cues, and for each cue its source and its content.

python -m training.quotes --run DIR --base MODEL [--own training/own/attributions] [--epochs 40]

The encoder of a run (`model.pt`) is left as it is, so that everything else is read as before; only the head
is trained, on what the encoder makes of our own text. Every fifth document is held back and chooses the
epoch that is kept. Writes `quotes.pt` into the run.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F
from training.attributions import Paragraph, documents
from training.export import trained
from training.model import CUES, PARTS, Attributions

from stemma.reader.shapes import shape
from stemma.reader.tokens import Word, cut_words
from stemma.reader.wordpiece import WordPiece
from stemma.text.sentences import split_sentences

IGNORED = -100
HELD_BACK = 5  # of so many documents one
LONGEST = 200  # words
SMOOTH = 0.03  # of a label, so that how sure a cue is means something


@dataclass
class Sentence:
    """Words with the label of each as a cue, and for the first word of each cue the part of every word."""

    words: list[str]
    cues: list[int]
    parts: dict[int, list[int]]


def sentences(path: Path) -> Iterator[list[Sentence]]:
    """The documents of a file, cut into sentences as the reader cuts them."""
    for document in documents(path):
        yield [one for paragraph in document for one in _of_paragraph(paragraph)]


def _of_paragraph(paragraph: Paragraph) -> Iterator[Sentence]:
    for cut in split_sentences(paragraph.text):
        words = cut_words(paragraph.text[cut.start : cut.end])
        words = [Word(w.text, w.start + cut.start, w.end + cut.start) for w in words]
        if words and len(words) <= LONGEST:
            yield _labelled(paragraph, words)


def _labelled(paragraph: Paragraph, words: Sequence[Word]) -> Sentence:
    made = Sentence([w.text for w in words], [0] * len(words), {})
    for parts in paragraph.attributions.values():
        cues = sorted(n for p in parts if p.part == "C" for n in _inside(words, p.start, p.end))
        if not cues:
            continue
        for n in cues:
            made.cues[n] = CUES.index("B" if n == cues[0] else "I")
        row = [0] * len(words)
        for letter, name in (("Q", "content"), ("S", "source")):
            for part in parts:
                if part.part == letter:
                    for n in _inside(words, part.start, part.end):
                        row[n] = PARTS.index(name)
        made.parts[cues[0]] = row
    return made


def _inside(words: Sequence[Word], start: int, end: int) -> list[int]:
    return [n for n, word in enumerate(words) if start <= word.start and word.end <= end]


def varied(one: Sentence, chance: random.Random) -> Sentence:
    """Now and then in other letters, or with other quotation marks or none, as pages have them."""
    words, kept = list(one.words), list(range(len(one.words)))
    dice = chance.random()
    if dice < 0.08:
        words = [word[:1].upper() + word[1:] if len(word) > 3 else word for word in words]
    elif dice < 0.12:
        words = [word.upper() for word in words]
    elif dice < 0.16:
        words = [word.lower() for word in words]
    if chance.random() < 0.25:
        drawn = chance.choice(
            [("\u201c", "\u201d"), ("\u201d", "\u201c"), ("''", "''"), ("'", "'")]
        )
        words = [drawn[n % 2] if _is_mark(word) else word for n, word in enumerate(words)]
    elif chance.random() < 0.15:
        kept = [n for n in kept if not _is_mark(words[n])]
    return (
        Sentence(
            [words[n] for n in kept],
            [one.cues[n] for n in kept],
            {
                kept.index(cue): [row[n] for n in kept]
                for cue, row in one.parts.items()
                if cue in kept
            },
        )
        if kept
        else one
    )


def _is_mark(word: str) -> bool:
    return re.fullmatch(r"[\"\u201c\u201d\u201e]|''|``", word) is not None


class Seen:
    """What the encoder makes of sentences: computed once, since it does not change."""

    def __init__(self, run: Path, base: Path) -> None:
        self.model, _ = trained(run, base)
        lines = (base / "vocab.txt").read_text(encoding="utf-8").splitlines()
        self.pieces = WordPiece({piece: n for n, piece in enumerate(lines)})

    @torch.no_grad()
    def layers(self, one: Sentence) -> tuple[Tensor, list[int], list[int]]:
        """The upper layers (layer, piece, width), and the first and last piece of each word, the opening
        mark first."""
        cut = self.pieces.pieces(one.words)
        shapes = [0] * len(cut.ids)
        for word, first, last in zip(one.words, cut.first, cut.last, strict=True):
            shapes[first : last + 1] = [shape(word)] * (last + 1 - first)
        ids = torch.tensor([cut.ids])
        found = self.model.encoder(ids, torch.tensor([shapes]), torch.ones_like(ids))
        return torch.stack([one[0] for one in found]).half(), [0, *cut.first], [0, *cut.last]


@dataclass
class Example:
    """A sentence as the head is shown it."""

    layers: Tensor
    first: list[int]
    last: list[int]
    sentence: Sentence


def batch_of(examples: Sequence[Example]) -> dict[str, Tensor]:
    """Padded tensors; the opening mark is word 0, so that words count from 1."""
    pieces = max(one.layers.shape[1] for one in examples)
    count = max(len(one.first) for one in examples)
    layers = torch.stack(
        [F.pad(one.layers, (0, 0, 0, pieces - one.layers.shape[1])) for one in examples]
    ).float()

    def pad(rows: Sequence[Sequence[int]], value: int) -> Tensor:
        return torch.tensor([[*row, *[value] * (count - len(row))] for row in rows])

    cues = pad([[IGNORED, *one.sentence.cues] for one in examples], IGNORED)
    parts = torch.full((len(examples), count, count), IGNORED)
    for n, one in enumerate(examples):
        for cue, row in one.sentence.parts.items():
            parts[n, cue + 1, 1 : len(row) + 1] = torch.tensor(row)
    return {
        "layers": layers, "first": pad([e.first for e in examples], 0),
        "last": pad([e.last for e in examples], 0),
        "words": pad([[1] * len(e.first) for e in examples], 0), "cues": cues, "parts": parts,
    }  # fmt: skip


def run(head: Attributions, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    """The head's scores of a batch."""
    layers = [batch["layers"][:, n] for n in range(batch["layers"].shape[1])]
    found: tuple[Tensor, Tensor] = head(layers, batch["first"], batch["last"], batch["words"])
    return found


def loss_of(head: Attributions, batch: dict[str, Tensor]) -> Tensor:
    """Of cues over all words, and of parts over the words of sentences with a cue."""
    cues, parts = run(head, batch)
    of_cues = F.cross_entropy(
        cues.flatten(0, 1), batch["cues"].flatten(), ignore_index=IGNORED, label_smoothing=SMOOTH
    )
    if (batch["parts"] != IGNORED).any():
        of_parts = F.cross_entropy(
            parts.reshape(-1, len(PARTS)), batch["parts"].flatten(), ignore_index=IGNORED,
            label_smoothing=SMOOTH,
        )  # fmt: skip
        return of_cues * 3 + of_parts
    return of_cues * 3


@torch.no_grad()
def scores(head: Attributions, examples: Sequence[Example]) -> dict[str, float]:
    """F1 of whole cues, and of words in sources and contents where the cue's first word is right."""
    head.eval()
    count = dict.fromkeys(
        ("cue", "cue gold", "cue found", *(f"{p} {k}" for p in PARTS[1:] for k in "rgf")), 0
    )
    for one in examples:
        batch = batch_of([one])
        cues, parts = run(head, batch)
        best = cues[0].argmax(-1)[1:].tolist()
        found, gold = _spans(best), _spans(one.sentence.cues)
        count["cue"] += len(found & gold)
        count["cue gold"] += len(gold)
        count["cue found"] += len(found)
        for cue, row in one.sentence.parts.items():
            seen = parts[0, cue + 1].argmax(-1)[1:].tolist() if best[cue] == 1 else [0] * len(row)
            for number, part in enumerate(PARTS[1:], 1):
                count[f"{part} r"] += sum(a == b == number for a, b in zip(seen, row, strict=True))
                count[f"{part} g"] += row.count(number)
                count[f"{part} f"] += seen.count(number)

    def f1(right: int, gold: int, found: int) -> float:
        return round(200 * right / max(gold + found, 1), 2)

    return {
        "cue": f1(count["cue"], count["cue gold"], count["cue found"]),
        **{p: f1(*(count[f"{p} {k}"] for k in "rgf")) for p in PARTS[1:]},
    }


def _spans(labels: Sequence[int]) -> set[tuple[int, ...]]:
    found: list[list[int]] = []
    for n, label in enumerate(labels):
        if label == 1 or (label == 2 and not found):
            found.append([n])
        elif label == 2:
            found[-1].append(n)
    return {tuple(one) for one in found}


def main() -> None:
    """Trains, and writes the best head."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--run", type=Path, required=True)
    given.add_argument("--base", type=Path, required=True)
    given.add_argument("--own", type=Path, default=Path("training/own/attributions"))
    given.add_argument("--epochs", type=int, default=40)
    given.add_argument(
        "--variants", type=int, default=3, help="of each sentence, seen by the encoder"
    )
    given.add_argument("--rate", type=float, default=6e-4)
    given.add_argument("--seed", type=int, default=1)
    options = given.parse_args()
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    shown, held = _parted(options.own)
    seen = Seen(options.run, options.base)
    examples = [
        Example(*seen.layers(v), v)
        for one in shown
        for v in (one, *(varied(one, chance) for _ in range(options.variants - 1)))
    ]
    kept = [Example(*seen.layers(one), one) for one in held]
    print(json.dumps({"sentences": len(shown), "held back": len(held), "examples": len(examples)}))
    head = Attributions()
    _train(head, examples, kept, options, chance)


def _parted(own: Path) -> tuple[list[Sentence], list[Sentence]]:
    shown: list[Sentence] = []
    held: list[Sentence] = []
    for path in sorted(own.glob("*.txt")):
        for number, document in enumerate(sentences(path)):
            (held if number % HELD_BACK == HELD_BACK - 1 else shown).extend(document)
    return shown, held


def _train(
    head: Attributions,
    examples: list[Example],
    held: Sequence[Example],
    options: argparse.Namespace,
    chance: random.Random,
) -> None:
    size = 24
    steps = options.epochs * (len(examples) // size + 1)
    optimizer = torch.optim.AdamW(head.parameters(), lr=options.rate, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, options.rate, total_steps=steps + 1)
    best = -1.0
    for epoch in range(options.epochs):
        head.train()
        chance.shuffle(examples)
        total = 0.0
        order = sorted(range(0, len(examples), size), key=lambda _: chance.random())
        for start in order:
            loss = loss_of(head, batch_of(examples[start : start + size]))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
        found = scores(head, held)
        print(
            json.dumps({"epoch": epoch, "loss": round(total / len(order), 4), **found}), flush=True
        )
        if sum(found.values()) > best:
            best = sum(found.values())
            torch.save(head.state_dict(), options.run / "quotes.pt")


if __name__ == "__main__":
    main()
