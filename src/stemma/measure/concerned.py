"""Whose timeline an event belongs to: whether one of its parties is what a target's name means."""

import re
from collections.abc import Iterable, Sequence

from stemma.events import Party
from stemma.events.tree import Tree
from stemma.model import Actor, ActorMention

_WORD = re.compile(r"[\w.]+")
_NAME = ("PROPN", "NUM")


class Target:
    """A person, body or product by its name, under the names and pronouns by which articles mean it."""

    def __init__(self, names: Iterable[str], actors: Iterable[Actor]) -> None:
        """`names`: its name, and other spellings of it; `actors`: all of the articles."""
        self._names = [words(name) for name in names]
        self._actors = {
            actor.id
            for actor in actors
            if any(words(name) in self._names for name in (actor.name, *actor.aliases))
        }

    def is_party(
        self, tree: Tree, party: Party, mentions: Sequence[ActorMention], start: int
    ) -> bool:
        """Whether a party of a sentence that begins at `start` is it: by its own name, or since a mention in
        it means the same actor. `mentions`: those of the sentence."""
        head = top(tree, party.start, party.end)
        if head is None:
            return False
        name = _name_at(tree, head)
        if tree.upos[head] in _NAME and any(_short_for(name, full) for full in self._names):
            return True
        at = start + tree.starts[head]
        meant = [
            m
            for m in mentions
            if m.actor_id in self._actors
            and start + party.start <= m.start <= at < m.end <= start + party.end
        ]
        longer = bool(meant) and meant[0].kind == "name" and len(name) > 1
        # The name of a thing that begins with the name of its maker.
        return bool(meant) and not (longer and any(len(full) == 1 for full in self._names))


def top(tree: Tree, start: int, end: int) -> int | None:
    """The word that some characters hang on."""
    inside = tree.inside(start, end)
    return next((n for n in inside if tree.heads[n] not in inside), None)


def words(name: str) -> list[str]:
    """The words of a name as compared."""
    found = [word.lower().replace(".", "") for word in _WORD.findall(name)]
    return [word for word in found if word not in ("", "the")]


def _name_at(tree: Tree, head: int) -> list[str]:
    """The words of the name whose head is given, in order."""
    found, waiting = [head], [head]
    while waiting:
        above = waiting.pop()
        for kid in tree.below(above, "compound", "flat", "nummod"):
            behind = kid > above
            if behind or (tree.rels[kid] != "nummod" and tree.upos[kid] in _NAME):
                found.append(kid)
                waiting.append(kid)
    return [tree.text[tree.starts[n] : tree.ends[n]] for n in sorted(found)]


def _short_for(name: Sequence[str], full: Sequence[str]) -> bool:
    """Whether a name is the full one or a part of it that stands for it: one with its last word, or with a
    number. The first letters of its words stand for these words."""
    initials = "".join(word[0] for word in full)
    said: list[str] = []
    for word in words(" ".join(name)):
        letters = len(word) > 1 and word not in full and initials.startswith(word)
        said += full[: len(word)] if letters else [word]
    if not said or not set(said) <= set(full):
        return False
    if set(said) == set(full):
        return True
    numbered = any(not word.isalpha() for word in said)
    return numbered or (said[-1] == full[-1] and name[-1][0].isupper())
