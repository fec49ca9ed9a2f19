"""What one speaker said, where pages have it differently. No vote is taken."""

import re
from collections.abc import Iterable, Iterator

from stemma.account.originals import telling_words
from stemma.account.sides import CONFLICTING, UNORDERED, Difference, Side, Slots, pairs_of
from stemma.model import Saying

_NUMBER = re.compile(r"\d[\d.,]*")
_MARKS = re.compile(r"[\"“”„«»‘]")


def reported_differently(slots: Slots, told: Iterable[Difference]) -> Iterator[Difference]:
    """Sayings that are reported differently. Where only a number, a day, a `not` or a name was changed, that
    is `told` already."""
    known = {saying.id: saying for saying in slots.sayings}
    counted = {pair for one in told for pair in pairs_of(one)}
    for saying in slots.sayings:
        for other in saying.differs:
            if saying.id < other and other in known:
                left, right = _said(saying, slots), _said(known[other], slots)
                if any(
                    frozenset((a, b)) in counted for a in left.sentences for b in right.sentences
                ):
                    continue
                if not _is_swap(left, right, slots) and not _says_more(saying, known[other], slots):
                    yield _reported(saying, left, right, slots)


def _is_swap(one: Side, other: Side, slots: Slots) -> bool:
    """Whether a copy has other words for what the other side says: versions of one sentence with the same
    names, numbers, days and negations."""
    ours, theirs = (
        frozenset().union(*(slots.families.get(name, frozenset()) for name in side.sentences))
        for side in (one, other)
    )
    return bool(ours & theirs) and telling_words(one.value) == telling_words(other.value)


def _says_more(one: Saying, other: Saying, slots: Slots) -> bool:
    """Whether one of two sayings, of which a page gives neither in quotation marks, only names more: `blames
    the Front for the loss`, `blames the Front for the loss at Hollin`."""
    for said in (one, other):
        for held in _said(said, slots).sentences:
            sentence = slots.grounds.sentences[held]
            before = sentence.text[: max(said.start - sentence.start, 0) + 1]
            if _MARKS.search(before[-2:]) or _MARKS.search(said.text):
                return False
    ours, theirs = telling_words(one.text), telling_words(other.text)
    return ours <= theirs or theirs <= ours


def _reported(saying: Saying, left: Side, right: Side, slots: Slots) -> Difference:
    """Two wordings of what one speaker said. Where they differ in a number alone, a copy changed it, or one
    reporter has it otherwise."""
    if _NUMBER.sub("#", left.value) == _NUMBER.sub("#", right.value) and left.value != right.value:
        families = [
            frozenset().union(*(slots.families.get(one, frozenset()) for one in side.sentences))
            for side in (left, right)
        ]
        copied = bool(families[0] & families[1])
        return Difference(
            saying.story_id, "figure", saying.speaker, None, left, right,
            CONFLICTING if copied else UNORDERED,
            "versions of one sentence: a copy has another number" if copied
            else "one speaker is reported with different numbers",
        )  # fmt: skip
    return Difference(
        saying.story_id, "words", saying.speaker, None, left, right, UNORDERED,
        "one speaker is reported with different words; both may have been said",
    )  # fmt: skip


def _said(saying: Saying, slots: Slots) -> Side:
    sentences = [
        one.id
        for one in slots.grounds.in_article(saying.article_id)
        if one.start < saying.end and saying.start < one.end
    ]
    return Side(saying.text, (saying.id,), tuple(sentences))
