"""Descent against the farm's truth: is the exemplar of a copy an ancestor of it, and how many are left
undecided; which learnt swaps are swaps of the farm's machine, and which of these were learnt.

    python -m benchmarks.descent [--articles 120] [--swap 0 0.2 0.4] [--library DIR]

An edge between passages of identical wording is left out. A decided edge is right if its exemplar has
the wording of an ancestor of the copy: passages of one wording can't be told apart. The ancestors of a
passage are the passages that it was taken from and, at last, the sentence of its wire.

A likely original with one wrong word among twenty is wrong by that. So it is also counted by what the edge
itself claims: that wherever the two differ the older words are the exemplar's (`older_right`).
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from benchmarks.pile import Pile, piles
from stemma.text.tokens import compared_words

Wording = tuple[str, ...]
SEEN = 3  # instances of a swap that the farm must have made for it to be asked for


class Passage(NamedTuple):
    """A passage of the truth: its article, number, place, wire sentence and the passage it was taken
    from."""

    path: str
    number: int
    start: int
    end: int
    wire: str
    sentence: int
    part: str
    exemplar: tuple[str, int] | None


def main() -> None:
    """Prints one JSON object for each share of words swapped."""
    for swap, errors, pile in piles(__doc__):
        print(json.dumps({"swap": swap, **edges(pile, errors), **swaps(pile)}), flush=True)


def edges(pile: Pile, errors: int = 0) -> dict[str, Any]:
    """Decided edges and how many of them are right; those between two witnesses also by themselves."""
    truth = _Truth(pile)
    counts: Counter[str] = Counter()
    for copy in pile.rows("copies"):
        judged = truth.judge(copy)
        if judged is None:
            continue
        kind = "archetype" if copy["exemplar_id"].startswith("archetype-") else "witness"
        counts["edges"] += 1
        if copy["direction"] == "undecided":
            counts["undecided"] += 1
            continue
        counts[kind] += 1
        counts[f"{kind} right"] += judged
        counts["older"] += judged or truth.is_older(copy)
        if not judged and errors > 0:
            errors -= 1
            print("WRONG", kind, truth.shown(copy), copy["how"], sep="\n  ")
    decided = counts["archetype"] + counts["witness"]
    right = counts["archetype right"] + counts["witness right"]
    return {
        "edges": counts["edges"],
        "undecided": round(counts["undecided"] / max(counts["edges"], 1), 4),
        "decided_right": round(right / max(decided, 1), 4),
        "older_right": round(counts["older"] / max(decided, 1), 4),
        "between_witnesses": counts["witness"],
        "between_witnesses_right": round(counts["witness right"] / max(counts["witness"], 1), 4),
    }


class _Truth:
    """The farm's truth, asked by witness."""

    def __init__(self, pile: Pile) -> None:
        self.pile = pile
        self.passages = {(p.path, p.number): p for p in _passages(pile)}
        self.by_path: dict[str, list[Passage]] = defaultdict(list)
        for passage in self.passages.values():
            self.by_path[passage.path].append(passage)
        self.witnesses = {row["id"]: row for row in pile.rows("witnesses")}
        self.archetypes = {row["id"]: row for row in pile.rows("archetypes")}
        self.wires = {wire["id"]: wire for wire in pile.truth["wires"]}

    def judge(self, copy: Mapping[str, Any]) -> bool | None:
        """Whether the exemplar is an ancestor; None if the edge is not asked for."""
        passage = self._passage(self.witnesses[copy["copy_id"]])
        if passage is None:
            return None
        own = _wording(copy["text"])
        exemplar = self.archetypes.get(copy["exemplar_id"]) or self.witnesses[copy["exemplar_id"]]
        wording = _wording(_words_of(exemplar))
        if wording == own:
            return None
        source = self._passage(exemplar) if "sentence_id" in exemplar else None
        for ancestor in self._ancestors(passage):
            if isinstance(ancestor, Passage):
                if ancestor == source or wording == self._text(ancestor):
                    return True
            elif wording == ancestor or _inside(wording, ancestor):
                return True
        return False

    def is_older(self, copy: Mapping[str, Any]) -> bool:
        """Whether a likely original has an ancestor's words wherever it differs from the copy."""
        exemplar = self.archetypes.get(copy["exemplar_id"])
        passage = self._passage(self.witnesses[copy["copy_id"]])
        if exemplar is None or passage is None:
            return False
        own = _wording(copy["text"])
        claimed = _changes(own, _wording(exemplar["wording"]))
        return any(
            claimed <= _changes(own, self._text(a) if isinstance(a, Passage) else a)
            for a in self._ancestors(passage)
        )

    def shown(self, copy: Mapping[str, Any]) -> str:
        """An edge with its passages, to read."""
        passage = self._passage(self.witnesses[copy["copy_id"]])
        exemplar = self.archetypes.get(copy["exemplar_id"]) or self.witnesses[copy["exemplar_id"]]
        lines = [f"copy: {copy['text']}", f"from: {_words_of(exemplar)}"]
        for ancestor in self._ancestors(passage) if passage else ():
            words = self._text(ancestor) if isinstance(ancestor, Passage) else ancestor
            lines.append(f"true: {' '.join(words)}")
        return "\n  ".join(lines)

    def _passage(self, witness: Mapping[str, Any]) -> Passage | None:
        """The passage of the truth that a witness mostly lies in."""
        found = [
            (min(witness["end"], p.end) - max(witness["start"], p.start), -p.number, p)
            for p in self.by_path[self.pile.paths[witness["article_id"]]]
        ]
        most, _, passage = max(found, default=(0, 0, None))
        return passage if most >= 0.5 * (witness["end"] - witness["start"]) else None

    def _ancestors(self, passage: Passage) -> Iterator["Passage | Wording"]:
        at = passage
        while at.exemplar is not None:
            at = self.passages[at.exemplar]
            yield at
        yield _wording(self.wires[at.wire]["sentences"][at.sentence]["text"])

    def _text(self, passage: Passage) -> Wording:
        return _wording(self.pile.texts[passage.path][passage.start : passage.end])


def _words_of(exemplar: Mapping[str, Any]) -> str:
    """A witness's own words; an archetype's wording."""
    return str(exemplar["text"] if "sentence_id" in exemplar else exemplar["wording"])


def _passages(pile: Pile) -> Iterator[Passage]:
    for article in pile.truth["articles"]:
        path = article["path"].removeprefix("articles/")
        for number, row in enumerate(article["passages"]):
            if row["sentence"] is not None and row["wire"]:
                yield Passage(
                    path, number, row["start"], row["end"], row["wire"], row["sentence"], row["part"],
                    _exemplar(row.get("exemplar")),
                )  # fmt: skip


def _exemplar(given: Any) -> tuple[str, int] | None:
    if given is None:
        return None
    path, number = given["path"], given["passage"]
    return str(path).removeprefix("articles/"), int(number)


def _wording(text: str) -> Wording:
    return tuple(compared_words(text))


def _changes(own: Wording, other: Wording) -> set[tuple[int, int, Wording]]:
    """Where `other` has other words than `own`, and which: word by word where they are as many."""
    matcher = SequenceMatcher(None, own, other, autojunk=False)
    found: set[tuple[int, int, Wording]] = set()
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "replace" and i2 - i1 == j2 - j1:
            found |= {(i1 + n, i1 + n + 1, (other[j1 + n],)) for n in range(i2 - i1)}
        elif tag != "equal":
            found.add((i1, i2, other[j1:j2]))
    return found


def _inside(short: Wording, long: Wording) -> bool:
    """A passage may be a part of a sentence."""
    size = len(short)
    return size >= 6 and any(long[i : i + size] == short for i in range(len(long) - size + 1))


def swaps(pile: Pile) -> dict[str, Any]:
    """Precision and recall of learnt swaps: of those learnt from three places or more, how many are the
    farm's; of the farm's, made three times or more where another article shows the sentence without it, how
    many were learnt."""
    made = _visible(pile)
    known = {pair for pair in made if len(pair) == 2}
    forms = _classes(known)
    learnt = [
        (_side(row["left"]), _side(row["right"]), row["places"]) for row in pile.rows("swaps")
    ]
    often = [(a, b) for a, b, places in learnt if places >= SEEN]
    right = [pair for pair in often if _is_swap(pair, known, forms)]
    found = {frozenset((a, b)) for a, b, _ in learnt}
    asked = [pair for pair in known if made[pair] >= SEEN]
    return {
        "swaps_learnt": len(often),
        "swaps_precision": round(len(right) / max(len(often), 1), 4),
        "swaps_asked": len(asked),
        "swaps_recall": round(sum(p in found for p in asked) / max(len(asked), 1), 4),
    }


def _visible(pile: Pile) -> Counter[frozenset[Wording]]:
    """Swap of the farm -> how often it was made where another article has the words as they were."""
    groups: dict[tuple[str, int], list[tuple[str, set[frozenset[Wording]]]]] = defaultdict(list)
    for article in pile.truth["articles"]:
        for row in article["passages"]:
            if row["sentence"] is not None and row["part"] == "whole":
                made = {
                    frozenset((_side(op["from"]), _side(op["to"])))
                    for op in row["ops"]
                    if op["op"] == "swap" and not _is_spelling(op["from"], op["to"])
                }
                groups[row["wire"], row["sentence"]].append((article["path"], made))
    found: Counter[frozenset[Wording]] = Counter()
    for group in groups.values():
        for path, made in group:
            for pair in made:
                others = any(pair not in theirs for other, theirs in group if other != path)
                found[pair] += others
    return found


def _side(text: str) -> Wording:
    """A side of a swap. The article before it stands on both sides, so that it is no part of what is
    exchanged."""
    found = _wording(text)
    return found[1:] if found[:1] == ("the",) and len(found) > 1 else found


def _is_spelling(one: str, other: str) -> bool:
    """`cannot` for `can not` is a difference of spelling, which is never learnt as a swap."""
    return "".join(_wording(one)) == "".join(_wording(other))


def _classes(known: set[frozenset[Wording]]) -> dict[Wording, set[Wording]]:
    """Phrase -> what stands for the same phrase."""
    found: dict[Wording, set[Wording]] = defaultdict(set)
    for pair in known:
        for one in pair:
            found[one] |= pair
    return found


def _is_swap(
    pair: tuple[Wording, Wording],
    known: set[frozenset[Wording]],
    forms: Mapping[Wording, set[Wording]],
) -> bool:
    # Two replacements of one word stand for each other as well.
    a, b = pair
    return frozenset(pair) in known or bool(forms.get(a, set()) & forms.get(b, set()))


if __name__ == "__main__":
    main()
