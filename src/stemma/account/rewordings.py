"""Quotations of the same words that differ, and what explains it: words that the pile swaps elsewhere too,
a translation, a fuller transcript; or nothing, so that they differ.

Sentences in quotation marks are compared within one story, also where they are too short for an alignment
of passages to prove anything. Two are of one original if all but a few words are equal in order, no page
has both, no two speakers are named, and something more than these words speaks for it: what is said before
or behind is the same, or the words that differ stand for each other elsewhere in the pile, or both are long
and of one speaker.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import LCSseq, Levenshtein

from stemma.account.speeches import Spoken, Wording, Words, wordings
from stemma.model import Quote, Rewording, Saying, span_id
from stemma.text.candidates import COMMON
from stemma.text.countries import nations
from stemma.text.tokens import compared_words

_FEWEST = 3  # words of a sentence that is compared
_LONGEST = 80
_LONG = 6  # words that are enough if one speaker is known to have said both
_LONG_TO_THE_EDGE = 10
_CHANGED = 0.34  # of the words, at most
_WIDEST = 3  # words that stand for others
_COMMONEST = 50  # wordings with two words in a row that then propose none
_WHOLE = 4  # words of a quotation that lies in a longer one
_ALIKE = (
    0.35  # of the shorter one's words with a meaning, for two to be translations of one original
)
_NOT = frozenset(["not", "no", "n't", "never", "nor"])
# What says that words were translated.
_TRANSLATED = re.compile(
    r"\b(?:(?:through|via|by|with)\s+(?:an?|the|his|her|their|its)\s+(?:\w+\s+)?(?:interpreter|translator)|"
    r"(?:in|an?|the|its|official|english|literal|another|own)\s+translations?|"
    r"(?:as|was|were|is|remarks|comments|words|speech|statement|interview)\s+translated|"
    r"translated\s+(?:from|by|into|remarks|comments|transcript))\b",
    re.IGNORECASE,
)
_SPOKEN_IN = re.compile(
    r"\b(?:speaking|spoke|said|saying|told|speech|statement|written|wrote|interview)\b[^.;]{0,25}?"
    r"\s+in\s+([A-Z]\w+)"
)
_MORE_TONGUES = frozenset(
    "arabic hebrew farsi persian kurdish hindi urdu pashto dari swahili mandarin cantonese catalan welsh "
    "gaelic tibetan yiddish".split()
)
_ENGLISH = frozenset(
    "american americans british briton britons australian australians irish".split()
)
_INSIDE = "all words of the shorter one stand in the longer one, in a row"

FULLER, TRANSLATION, SPUN, DIFFERS = "fuller", "translation", "spun", "differs"


class Learnt(NamedTuple):
    """A swap that the pile has taught: the side that is the replacement, if known, and at how many places."""

    spun: str | None
    places: int


class Edit(NamedTuple):
    """Words (ranges of tokens) of one wording that stand for those of another."""

    a: tuple[int, int]
    b: tuple[int, int]


def rewordings_of(
    quotes: Sequence[Quote],
    sayings: Iterable[Saying],
    passages: Mapping[str, str],
    swaps: Mapping[frozenset[str], Learnt],
) -> list[Rewording]:
    """A row for each place where two quotations of the same words differ, in order of id. `passages`: quote
    -> the text of the sentence that reports it; `swaps`: pairs of what stands for each other, as compared."""
    by_story: dict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        if quote.story_id:
            by_story[quote.story_id].append(quote)
    judge = _Judge(passages, swaps, _tongues())
    found: dict[str, Rewording] = {}
    for story in sorted(by_story):
        for row in _changed(wordings(by_story[story]), judge):
            found.setdefault(row.id, row)
    by_id = {quote.id: quote for quote in quotes}
    known = {pair for row in found.values() for pair in _texts(row, by_id)}
    for row in _of_sayings(sayings, by_id, judge):
        # What is known word by word is not told of the whole again.
        if row.kind == FULLER or known.isdisjoint(_texts(row, by_id)):
            found.setdefault(row.id, row)
    return [found[name] for name in sorted(found)]


def _texts(row: Rewording, quotes: Mapping[str, Quote]) -> set[frozenset[Words]]:
    """The two texts that a row holds against each other, as compared."""
    base = tuple(compared_words(quotes[row.base_quote_id].text))
    others = (tuple(compared_words(quotes[name].text)) for name in row.quote_ids)
    return {frozenset((base, other)) for other in others}


@cache
def _tongues() -> frozenset[str]:
    """Words that may name a language: those for peoples, and languages that no people is called by."""
    peoples = {
        form[0] for form, nation in nations().items() if nation.how == "people" and len(form) == 1
    }
    return frozenset(peoples | _MORE_TONGUES) - _ENGLISH


class _Judge(NamedTuple):
    """What explains that words differ."""

    passages: Mapping[str, str]
    swaps: Mapping[frozenset[str], Learnt]
    tongues: frozenset[str]

    def swap(self, one: str, other: str) -> Learnt | None:
        """The swap that two stretches of words are an instance of."""
        return self.swaps.get(frozenset((one, other)))

    def translated(self, *quotes: Quote) -> str:
        """What a passage says, outside of the quotation, of a translation; empty if nothing."""
        for quote in quotes:
            text = self.passages.get(quote.id, "").replace(quote.text, " ")
            found = _TRANSLATED.search(text)
            spoken = found or next(
                (m for m in _SPOKEN_IN.finditer(text) if m[1].casefold() in self.tongues), None
            )
            if spoken is not None:
                return f"«{' '.join(spoken[0].split())}» in {quote.article_id}"
        return ""


def _changed(found: Sequence[Wording], judge: _Judge) -> Iterator[Rewording]:
    """Each wording beside the one on most pages that it is a rewording of."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(found):
        if not _FEWEST <= len(one.words) <= _LONGEST:
            continue
        pairs = sorted({*zip(one.words, one.words[1:], strict=False)})
        near = {n for pair in pairs if len(index[pair]) <= _COMMONEST for n in index[pair]}
        for n in sorted(near):
            edits = _edits(found[n], one)
            why = _supported(found[n], one, edits, judge) if edits else ""
            if why:
                yield from _rows(found[n], one, edits, why, judge)
                break
        for pair in pairs:
            index[pair].append(number)


def _edits(base: Wording, other: Wording) -> list[Edit]:
    """Where two wordings differ; nothing if they differ in too much, or only in how a word is joined."""
    a, b = base.words, other.words
    if abs(len(a) - len(b)) > _WIDEST or base.articles & other.articles:
        return []
    if len(base.speakers | other.speakers) > 1 and not base.speakers & other.speakers:
        return []
    codes = [c for c in Levenshtein.opcodes(a, b) if c.tag != "equal"]
    edits = _joined([Edit((c.src_start, c.src_end), (c.dest_start, c.dest_end)) for c in codes])
    edits = [e for e in edits if not _is_slight(a[slice(*e.a)], b[slice(*e.b)])]
    gone = sum(max(e.a[1] - e.a[0], e.b[1] - e.b[0]) for e in edits)
    wide = any(max(e.a[1] - e.a[0], e.b[1] - e.b[0]) > _WIDEST for e in edits)
    same = len(a) - sum(e.a[1] - e.a[0] for e in edits)
    few = gone <= max(_CHANGED * len(a), 1) and same >= 2
    return edits if few and not wide else []


def _is_slight(one: Words, other: Words) -> bool:
    """Whether two stretches differ only in how a word is joined, or in an `on` that one of them lacks."""
    more = one or other
    lost = not (one and other) and _NOT.isdisjoint(more) and COMMON.issuperset(more)
    return lost or "".join(one) == "".join(other)


def _joined(edits: Sequence[Edit]) -> list[Edit]:
    """Edits that touch are one."""
    found: list[Edit] = []
    for one in edits:
        if found and (found[-1].a[1], found[-1].b[1]) == (one.a[0], one.b[0]):
            last = found.pop()
            one = Edit((last.a[0], one.a[1]), (last.b[0], one.b[1]))
        found.append(one)
    return found


def _supported(base: Wording, other: Wording, edits: Sequence[Edit], judge: _Judge) -> str:
    """What beside their words shows that two wordings are of one original."""
    if all(_learnt(base, other, edit, judge) for edit in edits):
        return "the words that differ stand for each other elsewhere in the pile"
    around = [
        {w for one in side.places for w in (one.before, one.behind)} for side in (base, other)
    ]
    if any(len(words) >= _FEWEST for words in around[0] & around[1]):
        return "what is said before or behind it is the same"
    meant = [word for word in base.words if word not in COMMON]
    kept = [word for word in meant if word in other.words]
    known = bool(base.speakers & other.speakers)
    if known and min(len(base.words), len(other.words)) >= _LONG and 2 * len(kept) > len(meant):
        # At an edge it may be another end of another sentence.
        edge = [e for e in edits if e.a[0] == 0 or e.a[1] == len(base.words)]
        if len(edits) == 1 and (not edge or len(base.words) >= _LONG_TO_THE_EDGE):
            return "one speaker, and all other words are the same"
    return ""


def _learnt(base: Wording, other: Wording, edit: Edit, judge: _Judge) -> Learnt | None:
    return judge.swap(_said(base.words, edit.a), _said(other.words, edit.b))


def _said(words: Words, span: tuple[int, int]) -> str:
    return " ".join(words[slice(*span)])


def _rows(
    base: Wording, other: Wording, edits: Sequence[Edit], why: str, judge: _Judge
) -> Iterator[Rewording]:
    for edit in edits:
        learnt = _learnt(base, other, edit, judge)
        sides = (base, edit.a), (other, edit.b)
        if learnt is not None and learnt.spun == _said(base.words, edit.a):
            sides = (sides[1], sides[0])
        kind, how = _kind(learnt, base, other, judge)
        (older, at), (newer, there) = sides
        yield _row(older.places, at, newer.places, there, kind, f"{how}; {why}")


def _kind(learnt: Learnt | None, base: Wording, other: Wording, judge: _Judge) -> tuple[str, str]:
    if learnt is not None:
        side = f", where «{learnt.spun}» is the replacement" if learnt.spun else ""
        return SPUN, f"the pile swaps these words at {learnt.places} places{side}"
    told = judge.translated(*(one.quote for one in (*base.places, *other.places)))
    if told:
        return TRANSLATION, f"it may be another translation: {told}"
    return DIFFERS, "nothing shows which of both was said"


def _row(
    older: Sequence[Spoken],
    at: tuple[int, int],
    newer: Sequence[Spoken],
    there: tuple[int, int],
    kind: str,
    how: str,
) -> Rewording:
    one, other = older[0], newer[0]
    (base_start, base_end), (start, end) = _place(one, at), _place(other, there)
    quote, first = other.quote, other.start - other.quote.start
    said = one.quote.text[base_start - one.quote.start : base_end - one.quote.start]
    return Rewording(
        id=span_id("rewording", quote.article_id, start, end),
        story_id=quote.story_id,
        kind=kind,
        base_quote_id=one.quote.id,
        base_text=said,
        base_start=base_start,
        base_end=base_end,
        quote_ids=tuple(dict.fromkeys(place.quote.id for place in newer)),
        article_id=quote.article_id,
        start=start,
        end=end,
        how=how,
        text=quote.text[start - other.start + first : end - other.start + first],
    )


def _place(one: Spoken, span: tuple[int, int]) -> tuple[int, int]:
    """Where a range of tokens stands in its article; of none, the place between."""
    first, last = span
    if first < last:
        return one.start + one.tokens[first].start, one.start + one.tokens[last - 1].end
    at = one.tokens[first].start if first < len(one.tokens) else one.tokens[-1].end
    return one.start + at, one.start + at


def _of_sayings(
    sayings: Iterable[Saying], quotes: Mapping[str, Quote], judge: _Judge
) -> Iterator[Rewording]:
    """Whole quotations of one speaker: the one lies in the other, or both say the same in other words."""
    held = {saying.id: saying for saying in sayings}
    for saying in held.values():
        said = sorted((quotes[name] for name in saying.quote_ids), key=lambda q: q.id)
        direct = [quote for quote in said if quote.kind == "direct"]
        full = max(direct, key=lambda q: (len(compared_words(q.text)), q.id), default=None)
        for quote in direct:
            if full is not None and _lies_in(quote, full):
                yield _whole(full, quote, FULLER, _INSIDE)
        for other in (held[name] for name in saying.differs if name in held and name > saying.id):
            pair = _direct(saying, quotes), _direct(other, quotes)
            if pair[0] is not None and pair[1] is not None:
                yield _told_twice(pair[0], pair[1], judge)
    yield from _translations(list(held.values()), quotes, judge)


def _direct(saying: Saying, quotes: Mapping[str, Quote]) -> Quote | None:
    found = (quotes[name] for name in saying.quote_ids)
    return max(
        (q for q in found if q.kind == "direct"), key=lambda q: (len(q.text), q.id), default=None
    )


def _lies_in(quote: Quote, full: Quote) -> bool:
    mine, whole = compared_words(quote.text), compared_words(full.text)
    if quote.article_id == full.article_id or not _WHOLE <= len(mine) < len(whole):
        return False
    return f" {' '.join(mine)} " in f" {' '.join(whole)} "


def _told_twice(one: Quote, other: Quote, judge: _Judge) -> Rewording:
    if _lies_in(one, other) or _lies_in(other, one):
        longer, shorter = sorted((one, other), key=lambda q: -len(q.text))
        return _whole(longer, shorter, FULLER, _INSIDE)
    told = judge.translated(one, other)
    kind, how = (
        DIFFERS,
        "one speaker, much the same words, and nothing shows which of both was said",
    )
    if told:
        kind, how = TRANSLATION, f"it may be another translation: {told}"
    return _whole(one, other, kind, how)


def _translations(
    sayings: Sequence[Saying], quotes: Mapping[str, Quote], judge: _Judge
) -> Iterator[Rewording]:
    """Quotations of one speaker of which one is said to be translated, with much of their meaning in common
    and other words throughout."""
    by_speaker: dict[tuple[str | None, str], list[Quote]] = defaultdict(list)
    for saying in sayings:
        quote = _direct(saying, quotes)
        if quote is not None and saying.story_id:
            by_speaker[saying.story_id, saying.actor_id or saying.speaker].append(quote)
    for _, said in sorted(by_speaker.items(), key=lambda item: str(item[0])):
        said.sort(key=lambda q: q.id)
        for one in (quote for quote in said if judge.translated(quote)):
            for other in said:
                if other.article_id != one.article_id and _mean_alike(one, other):
                    told = judge.translated(one)
                    yield _whole(other, one, TRANSLATION, f"other words throughout; {told}")


def _mean_alike(one: Quote, other: Quote) -> bool:
    sides = [[w for w in compared_words(q.text) if w not in COMMON] for q in (one, other)]
    shorter = min(map(len, sides))
    if shorter < _FEWEST:
        return False
    numbers = [{w for w in side if w[:1].isdigit()} for side in sides]
    return (
        numbers[0] == numbers[1]
        and len(set(sides[0]) & set(sides[1])) >= _ALIKE * shorter
        and LCSseq.similarity(sides[0], sides[1]) < len(sides[0])
    )


def _whole(base: Quote, quote: Quote, kind: str, how: str) -> Rewording:
    return Rewording(
        id=span_id("rewording", quote.article_id, quote.start, quote.end),
        story_id=quote.story_id,
        kind=kind,
        base_quote_id=base.id,
        base_text=base.text,
        base_start=base.start,
        base_end=base.end,
        quote_ids=(quote.id,),
        article_id=quote.article_id,
        start=quote.start,
        end=quote.end,
        how=how,
        text=quote.text,
    )
