"""Words changed inside quotation marks, against the farm's truth: precision and recall of the variants of
kind `quote words` and of the table `rewordings` together (less rewordings of whole quotations: these are a
part of a longer one, or what pages report differently, and no word for a word).

A change of the machine is asked for where another page has the same words of that quotation in marks and
reads otherwise there. A variant or rewording is right if the truth knows of a change inside marks at its
place, in its base or in a witness that has it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from benchmarks.pile import Pile
from benchmarks.spoken import Passage, Range, in_marks, passages

_CHANGES = ("swap", "figure", "question_lost")
_KIND = "quote words"


class Change(NamedTuple):
    """What the machine put in a passage, in quotation marks: `span` of the wire's sentence."""

    passage: Passage
    span: Range
    before: str
    after: str


class _Truth:
    """Passages and their changes, by page."""

    def __init__(self, pile: Pile) -> None:
        self.pile = pile
        self.by_path: dict[str, list[Passage]] = defaultdict(list)
        self.copies: dict[tuple[str, int], list[Passage]] = defaultdict(list)
        for passage in passages(pile.truth):
            self.by_path[passage.path].append(passage)
            self.copies[passage.wire, passage.sentence].append(passage)
        self.ends = {
            (a["path"].removeprefix("articles/"), n): row["end"]
            for a in pile.truth["articles"]
            for n, row in enumerate(a["passages"])
        }

    def passage(self, article: str, start: int, end: int) -> Passage | None:
        """The passage that most of a span lies in."""
        found = [
            (min(end, self.ends[p.path, p.number]) - max(start, p.start), -p.number, p)
            for p in self.by_path[self.pile.paths[article]]
        ]
        most, _, passage = max(found, default=(-1, 0, None), key=lambda f: f[:2])
        return passage if most >= 0 else None

    def asked(self) -> Iterator[Change]:
        """Changes of words inside marks that another page shows undone or done otherwise."""
        for held in self.copies.values():
            for passage in held:
                for change in changes(passage):
                    reads = self.reading(passage, change.span)
                    others = (o for o in held if o.path != passage.path and shows(o, change.span))
                    if any(_folded(self.reading(o, change.span)) != _folded(reads) for o in others):
                        yield change

    def reading(self, passage: Passage, span: Range) -> str:
        """What a page has in the place of a range of the wire's sentence."""
        place = passage.place(span)
        return self.pile.texts[passage.path][slice(*place)] if place else ""


def changes(passage: Passage) -> Iterator[Change]:
    """Swaps that are left in a passage, inside marks."""
    for op, span, before, after in passage.ops:
        if op == "swap" and shows(passage, span) and _folded(before) != _folded(after):
            yield Change(passage, span, before, after)


def shows(passage: Passage, span: Range) -> bool:
    """Whether a passage has a range of the sentence, in marks."""
    return in_marks(passage, span) and passage.keeps(span)


def _folded(text: str) -> str:
    """`cannot` for `can not` is a difference of spelling."""
    return "".join(text.lower().split())


def quote_words(pile: Pile, errors: int = 0) -> dict[str, Any]:
    """Precision of the variants of that kind, and recall of the changes that are asked for."""
    truth = _Truth(pile)
    families = {row["id"]: row for row in pile.rows("families")}
    witnesses = {row["id"]: row for row in pile.rows("witnesses")}
    variants = pile.rows("variants")
    bases = {key: witnesses[row["base_id"]]["article_id"] for key, row in families.items()}
    quotes = {row["id"]: row for row in pile.rows("quotes")}
    reworded = [_reworded(row, quotes) for row in pile.rows("rewordings") if _in_part(row, quotes)]
    pairs: list[tuple[Mapping[str, Any], list[tuple[str, int, int]]]]
    pairs = [(r, _places(r, bases)) for r in variants if r["kind"] == _KIND]
    # One difference counts once, in whichever table it is.
    seen = {place for _, places in pairs for place in places}
    pairs += [(one.row, one.places) for one in reworded if seen.isdisjoint(one.places)]
    known = [(r, p) for r, p in pairs if all(truth.passage(*place) is not None for place in p)]
    wrong = [of for of, p in known if not any(_changed(truth, *place) for place in p)]
    asked = list(truth.asked())
    by_family: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in variants:
        by_family[row["family_id"]].append(row)
    by_path: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in witnesses.values():
        by_path[pile.paths[row["article_id"]]].append(row)
    missed = [
        one
        for one in asked
        if not _is_told(truth, one, families, by_path, by_family)
        and not any(_has(truth, one, row) for row in reworded)
    ]
    for of in wrong[:errors]:
        print(f"NO CHANGE «{of['base_text']}» → «{of['text']}» ({of['how']})")
    for one in missed[:errors]:
        print(f"MISSED «{one.before}» → «{one.after}» {one.passage.path}: {one.passage.source!r}")
    return {
        "quote_words": {
            "variants": len(known),
            "precision": round(1 - len(wrong) / max(len(known), 1), 4),
            "asked": len(asked),
            "recall": round(1 - len(missed) / max(len(asked), 1), 4),
        }
    }


def _places(variant: Mapping[str, Any], bases: Mapping[str, str]) -> list[tuple[str, int, int]]:
    """A variant's place in the base and in the first of its witnesses."""
    return [
        (bases[variant["family_id"]], variant["base_start"], variant["base_end"]),
        (variant["article_id"], variant["start"], variant["end"]),
    ]


class _Reworded(NamedTuple):
    """A rewording: its two places, and the quotes that have it, as (article, start, end)."""

    row: Mapping[str, Any]
    places: list[tuple[str, int, int]]
    quotes: list[tuple[str, int, int]]


def _in_part(row: Mapping[str, Any], quotes: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether a rewording is of words in a quotation, and not of the whole, which is reported otherwise."""
    held = quotes[row["quote_ids"][0]]
    return row["kind"] != "fuller" and (row["start"], row["end"]) != (held["start"], held["end"])


def _reworded(row: Mapping[str, Any], quotes: Mapping[str, Mapping[str, Any]]) -> _Reworded:
    base = quotes[row["base_quote_id"]]
    places = [
        (base["article_id"], row["base_start"], row["base_end"]),
        (row["article_id"], row["start"], row["end"]),
    ]
    held = [quotes[name] for name in row["quote_ids"]]
    return _Reworded(row, places, [(q["article_id"], q["start"], q["end"]) for q in held])


def _has(truth: _Truth, change: Change, one: _Reworded) -> bool:
    """Whether a rewording is of a change: at its place, or in a quote of its words that reads so."""
    path, here = change.passage.path, change.passage.place(change.span)
    if here is None:
        return False
    for article, start, end in one.places:
        if truth.pile.paths[article] == path and start < here[1] and here[0] < end + (start == end):
            return True
    said = f" {_spaced(one.row['text'])} "
    return f" {_spaced(truth.reading(change.passage, change.span))} " in said and any(
        truth.pile.paths[article] == path and start <= here[0] and here[1] <= end
        for article, start, end in one.quotes
    )


def _spaced(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def _changed(truth: _Truth, article: str, start: int, end: int) -> bool:
    """Whether the machine changed something inside marks at a place of a page."""
    passage = truth.passage(article, start, end)
    if passage is None:
        return False
    for op, span, _, _ in passage.ops:
        if op in _CHANGES and in_marks(passage, span):
            # What is gone stands between its neighbours.
            place = passage.place(span) or passage.place((span[0] - 3, span[1] + 3))
            if place is not None and start <= place[1] + 1 and place[0] - 1 <= end:
                return True
    return False


def _is_told(
    truth: _Truth,
    change: Change,
    families: Mapping[str, Mapping[str, Any]],
    by_path: Mapping[str, list[Mapping[str, Any]]],
    by_family: Mapping[str, list[Mapping[str, Any]]],
) -> bool:
    """Whether a variant of that kind stands where the change is, of its own witness or in place of the
    base's words that it has too."""
    here = change.passage.place(change.span)
    for witness in by_path[change.passage.path]:
        if here is None:
            continue
        if not (witness["start"] <= here[0] and here[1] <= witness["end"]):
            continue
        family = families[witness["family_id"]]
        base = truth.passage(family["article_id"], family["start"], family["end"])
        place = _same_words(base, change) if base is not None else None
        if place is None:
            continue
        rows = [r for r in by_family[family["id"]] if _touches(r, place)]
        own = [r for r in rows if witness["id"] in r["witness_ids"]]
        if any(r["kind"] == _KIND for r in own or rows):
            return True
    return False


def _touches(variant: Mapping[str, Any], place: Range) -> bool:
    """Whether a variant's place in the base is that of some words, or lies between them."""
    first, last = variant["base_start"], max(variant["base_end"], variant["base_start"] + 1)
    return bool(first < max(place[1], place[0] + 1) and place[0] < last)


def _same_words(base: Passage, change: Change) -> Range | None:
    """Where a base has the words that a change was made in; it may be another report of the quotation."""
    if (base.wire, base.sentence) == (change.passage.wire, change.passage.sentence):
        return base.place(change.span)
    for quote in change.passage.quotes:
        words = quote["words"]
        first = change.span[0] - change.passage.source.index(words)
        if 0 <= first < len(words) and words in base.source:
            at = base.source.index(words) + first
            return base.place((at, at + change.span[1] - change.span[0]))
    return None
