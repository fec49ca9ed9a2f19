"""Scores of a model in PyTorch, for watching a run. What docs show is measured on the shipped file."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from training.batches import IGNORED, Encoded, batches, tensors
from training.labels import Labels
from training.model import Reader


@torch.no_grad()
def score(
    model: Reader, encoded: Sequence[Encoded], labels: Labels, device: str
) -> dict[str, float]:
    """Accuracies in per cent: upos, feats, lemma rules, UAS and LAS (greedy, subtypes left out), names F1."""
    model.eval()
    right = dict.fromkeys(("upos", "xpos", "feats", "lemma", "uas", "las"), 0)
    total = dict.fromkeys(right, 0)
    base = torch.tensor([_number(labels.rel, rel) for rel in labels.rel], device=device)
    names = [0, 0, 0]
    for batch in batches(encoded, 8000, None):
        held = {name: value.to(device) for name, value in tensors(batch).items()}
        tags, _, arcs, rels, _ = model(
            held["ids"], held["shapes"], held["mask"], held["first"], held["last"]
        )
        parts = tags.split(model.splits, dim=-1)
        for number, name in enumerate(("upos", "xpos", "feats", "lemma")):
            gold = held["tags"][number]
            known = gold != IGNORED
            right[name] += int(((parts[number].argmax(-1) == gold) & known).sum())
            total[name] += int(known.sum())
        _names(parts[4].argmax(-1), held["tags"][4], labels.names, names)
        hidden = (1 - held["words"]).bool()[:, None, :]
        heads = arcs.masked_fill(hidden, -1e4).argmax(-1)
        chosen = (
            rels.gather(3, heads[:, None, :, None].expand(-1, rels.shape[1], -1, 1))
            .squeeze(3)
            .argmax(1)
        )
        known = held["heads"] != IGNORED
        attached = (heads == held["heads"]) & known
        gold_rel = base[held["rels"].clamp(min=0)]
        labelled = attached & (base[chosen] == gold_rel) & (held["rels"] != IGNORED)
        right["uas"] += int(attached.sum())
        right["las"] += int(labelled.sum())
        total["uas"] += int(known.sum())
        total["las"] += int(known.sum())
    found = {k: round(100 * right[k] / total[k], 2) for k in right if total[k]}
    if names[1]:
        p, r = names[0] / max(names[2], 1), names[0] / names[1]
        found["names"] = round(200 * p * r / max(p + r, 1e-9), 2)
    return found


def _number(names: Sequence[str], rel: str) -> int:
    plain = rel.split(":")[0]
    return next(n for n, one in enumerate(names) if one.split(":")[0] == plain)


def _names(
    found: torch.Tensor, gold: torch.Tensor, labels: Sequence[str], counts: list[int]
) -> None:
    for mine, true in zip(found.tolist(), gold.tolist(), strict=True):
        kept = [(a, b) for a, b in zip(mine, true, strict=True) if b != IGNORED]
        mine_spans = spans([labels[a] for a, _ in kept])
        gold_spans = spans([labels[b] for _, b in kept])
        counts[0] += len(mine_spans & gold_spans)
        counts[1] += len(gold_spans)
        counts[2] += len(mine_spans)


def spans(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """Names as (start, end, kind) out of IOB2 tags."""
    found: set[tuple[int, int, str]] = set()
    start = 0
    for i, tag in enumerate([*tags, "O"]):
        before = tags[i - 1] if i else "O"
        if before != "O" and not (tag.startswith("I-") and tag[2:] == before[2:]):
            found.add((start, i, before[2:]))
        if tag != "O" and (tag.startswith("B-") or before[2:] != tag[2:] or before == "O"):
            start = i
    return found
