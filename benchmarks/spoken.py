"""The wires' quotations on the farm's pages: where each stands, and what of its sentence still does."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

# What takes words away for good; other ops put words for words, or marks for marks.
_LOSING = ("cut", "orphan", "unquote", "question_lost")
_OUTSIDE = ("glue", "dateline_kept")  # not replayed
_MOST = 0.6  # of a quotation's letters that must be left for it to be one still
_BESIDE = 30  # characters beside a quotation in which a pronoun is its speaker
_SMALL = frozenset("a an the of for and in on who that her his one two their its".split())
# At the beginning, or behind a mark: `she said`, `said he`, `But it added`.
_PRONOUN = re.compile(r"[\n\",;:—] ?(?:\w+ )?(?:he|she|they|it|we|who)\b", re.IGNORECASE)

Quote = Mapping[str, str]  # speaker, kind, words
Range = tuple[int, int]


class Passage(NamedTuple):
    """A sentence of a wire, or a part of one, on a page. `source`: the sentence as the wire has it;
    `origin`: for each character of the passage the character of the source that it is or stands for;
    `lost`: characters of the source that are gone; `ops`: places of the source with what was put there."""

    path: str
    kind: str
    number: int
    start: int
    wire: str
    sentence: int
    source: str
    quotes: Sequence[Quote]
    origin: tuple[int | None, ...]
    lost: frozenset[int]
    ops: tuple[tuple[str, Range, str, str], ...]

    def source_at(self, start: int) -> int | None:
        """Which character of the wire's sentence a character of the page is."""
        at = start - self.start
        return self.origin[at] if 0 <= at < len(self.origin) else None

    def place(self, span: Range) -> Range | None:
        """Where on the page a range of the source stands; None if nothing of it does."""
        inside = [
            n for n, at in enumerate(self.origin) if at is not None and span[0] <= at < span[1]
        ]
        return (self.start + inside[0], self.start + inside[-1] + 1) if inside else None

    def keeps(self, span: Range) -> bool:
        """Whether no letter of a range of the source is lost."""
        return not any(self.source[n].isalnum() and n in self.lost for n in range(*span))


class Spoken(NamedTuple):
    """A wire's quotation on a page. `span`: in the source, `start` and `end`: on the page; `marks`:
    whether it stands in quotation marks there; `mention`: the nearest words of its sentence that name its
    speaker, a range of the source, and `held`: whether the whole clause around them is left; `bare`:
    nothing but quoted words is left of its sentence; `pronoun`: its sentence at most points at the
    speaker; `described`: it does not name him and all of it is left."""

    passage: Passage
    speaker: str
    kind: str
    words: str
    span: Range
    start: int
    end: int
    marks: bool
    mention: Range | None
    held: bool
    bare: bool
    pronoun: bool
    described: bool


def passages(truth: Mapping[str, Any]) -> Iterator[Passage]:
    """All passages that hold sentences of wires."""
    wires = {wire["id"]: wire for wire in truth["wires"]}
    for article in truth["articles"]:
        path = article["path"].removeprefix("articles/")
        for number, row in enumerate(article["passages"]):
            if row["sentence"] is None or row["wire"] is None or row.get("role") == "dateline":
                continue
            told = wires[row["wire"]]["sentences"][row["sentence"]]
            yield Passage(
                path, article.get("kind", "mosaic"), number, row["start"], row["wire"],
                row["sentence"], told["text"], told.get("quotes", ()),
                *_replayed(told["text"], row["ops"]),
            )  # fmt: skip


def _replayed(
    source: str, ops: Sequence[Mapping[str, Any]]
) -> tuple[tuple[int | None, ...], frozenset[int], tuple[tuple[str, Range, str, str], ...]]:
    origin: list[int | None] = list(range(len(source)))
    lost: set[int] = set()
    made: list[tuple[str, Range, str, str]] = []
    for op in ops:
        if op["op"] in _OUTSIDE:
            continue
        at, before, after = op["at"], op["from"], op["to"]
        old = origin[at : at + len(before)]
        known = [n for n in old if n is not None]
        if known:
            made.append((op["op"], (min(known), max(known) + 1), before, after))
        origin[at : at + len(before)] = new = _origins(op["op"], before, after, old)
        if op["op"] in _LOSING:
            lost |= set(known) - {n for n in new if n is not None}
    return tuple(origin), frozenset(lost), tuple(made)


def _origins(op: str, before: str, after: str, old: Sequence[int | None]) -> list[int | None]:
    """For each character of what an op has put, the one that it stands for."""
    if op == "unquote":
        first = max(before.find(after), before.find(after[:-1]))
        kept = list(old[first : first + len(after)])
        return [*kept[: len(after)], *[None] * (len(after) - len(kept))]
    if op == "swap" or op == "figure" or op in ("quote_style", "quote_direction"):
        return [old[0] if old else None] * len(after)
    return _by_ends(before, after, old)


def _by_ends(before: str, after: str, old: Sequence[int | None]) -> list[int | None]:
    """The characters that both begin and both end with are the same."""
    if sorted(before) == sorted(after):
        return [old[before.index(mark)] for mark in after]  # a comma and a mark change places
    return [None] * len(after)


def spoken(passage: Passage) -> Iterator[Spoken]:
    """The quotations of a passage, as far as most of their letters are left."""
    spans = [_span(passage.source, quote["words"]) for quote in passage.quotes]
    for quote, span in zip(passage.quotes, spans, strict=True):
        letters = [n for n in range(*span) if passage.source[n].isalnum()]
        left = [n for n in letters if n not in passage.lost]
        place = passage.place(span)
        if place is None or len(left) < _MOST * len(letters):
            continue
        mention = _mention(passage.source, quote["speaker"], span)
        yield Spoken(
            passage, quote["speaker"], quote["kind"], quote["words"], span, *place,
            in_marks(passage, span), mention,
            mention is not None and passage.keeps(_clause(passage.source, mention, [*spans, span])),
            _is_bare(passage), *_unnamed(passage, span, mention),
        )  # fmt: skip


def _unnamed(passage: Passage, span: Range, mention: Range | None) -> tuple[bool, bool]:
    """Whether a sentence that does not name the speaker points at him, or else may describe him."""
    outside = _outside(passage.source, span)
    beside = f"\n{outside}"[max(span[0] + 1 - _BESIDE, 0) : span[1] + 1 + _BESIDE]
    points = mention is None and (not re.search(r"\w", beside) or bool(_PRONOUN.search(beside)))
    whole = passage.keeps((0, len(passage.source)))
    return points, mention is None and not points and whole


def in_marks(passage: Passage, span: Range) -> bool:
    """Whether a range of the source stands between quotation marks, there and on the page."""
    quoted = passage.source.count('"', 0, span[0]) % 2 == 1
    return quoted and not any(op == "unquote" for op, *_ in passage.ops)


def _span(source: str, words: str) -> Range:
    at = source.index(words)
    return at, at + len(words)


def _outside(source: str, span: Range) -> str:
    """The source with the quotation blanked."""
    return source[: span[0]] + " " * (span[1] - span[0]) + source[span[1] :]


def _is_bare(passage: Passage) -> bool:
    """Whether every letter that is left stood in quotation marks."""
    inside = False
    for n, mark in enumerate(passage.source):
        inside ^= mark == '"'
        if mark.isalnum() and not inside and n not in passage.lost:
            return False
    return True


def _mention(source: str, speaker: str, span: Range) -> Range | None:
    """The nearest words to the quotation that name its speaker."""
    either = "|".join(re.escape(word) for word in named_words(speaker))
    found = [m.span() for m in re.finditer(rf"\b(?:{either})\b", _outside(source, span))]
    return min(found, key=lambda m: max(span[0] - m[1], m[0] - span[1]), default=None)


def named_words(speaker: str) -> list[str]:
    """The words of a speaker by which he is known: those of names if there are any."""
    words = [w for w in re.findall(r"[\w'’.-]+", speaker) if w.lower() not in _SMALL]
    return [w for w in words if w[:1].isupper()] or words


def _clause(source: str, mention: Range, spans: Sequence[Range]) -> Range:
    """What stands around a mention, up to the nearest quotations."""
    first = max((b for _, b in spans if b <= mention[0]), default=0)
    last = min((a for a, _ in spans if a >= mention[1]), default=len(source))
    return first, last
