"""What verbs in no list may stand for: the table that `training/meanings.py` makes of WordNet and of the
lists."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from stemma.events.mentions import VERB, Mention
from stemma.events.tree import Tree


@cache
def table() -> Mapping[str, Mapping[str, float]]:
    """Verb, with its particle if it has one -> type -> share. One for all callers: read it, do not change
    it."""
    text = files("stemma.events").joinpath("meanings.tsv").read_text(encoding="utf-8")
    return {word: _shares(told.split()) for word, _, told in map(_parted, text.splitlines())}


def _parted(line: str) -> tuple[str, str, str]:
    return line.partition("\t")


def _shares(told: list[str]) -> Mapping[str, float]:
    return {kind: int(share) / 100 for kind, share in zip(told[::2], told[1::2], strict=True)}


def meant(tree: Tree, mention: Mention) -> Mapping[str, float]:
    """The types that a verb may stand for, with their shares; nothing of a noun."""
    if mention.kind != VERB:
        return {}
    lemma = tree.lemmas[mention.head]
    told = " ".join(tree.lemmas[n] for n in mention.words)
    # The reader may take a particle for an adverb.
    apart = (f"{lemma} {tree.words[k]}" for k in tree.below(mention.head, "advmod", "compound"))
    return next((table()[one] for one in (told, *apart) if one in table()), {})
