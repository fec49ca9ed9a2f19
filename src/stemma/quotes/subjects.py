"""Whose verb it is, by the sentence's tree, where the words that were seen as the speaker are another part of
the sentence: the subject of what is said, whom somebody is questioned by, or of whom something is thought."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from stemma.text.calendar import MONTHS, WEEKDAYS

Run = tuple[int, int]  # words: first, behind the last
_DAYS = frozenset({*MONTHS, *WEEKDAYS})
# Verbs whose passive tells what others think or say of its subject: `is expected to`, `were feared dead`.
_OF_OTHERS = frozenset(
    "accused alleged anticipated asked believed charged considered deemed estimated expected feared forecast "
    "informed predicted presumed projected reported rumored rumoured said supposed suspected told "
    "thought understood warned".split()
)
_NAMES = ("NOUN", "PROPN")
_WITHIN_NAMES = ("compound", "flat", "nmod:desc")
_STEPS = 4  # up from a verb to one that it goes on from


def by_tree(reading: Mapping[str, Any], verb: int, source: Run) -> tuple[Run | None, str] | None:
    """The speaker and why, None for one if nobody is named; None alone if the source may stand."""
    if reading["rels"][verb] == "case":
        return _of_preposition(reading, verb, source)
    if reading["upos"][verb] not in ("VERB", "AUX"):
        return None
    head = _head(reading, source)
    if _is_thought_of(reading, verb, head, source):
        return _agent(reading, verb), "the verb tells of its subject what others say"
    subject = _subject(reading, verb)
    if _is_day(reading, source):
        subject = _dated(reading, source) if subject is None else subject
        return None if subject is None else ((subject, subject + 1), "a day says nothing")
    own = subject is not None and subject not in range(*source)
    if not own and _governs(reading, verb, source):
        return None, "what is seen as the speaker is a clause of what is said"
    if subject is None:
        return None
    if not own:
        # `… including one of the University of Lorn, Halden Air said`
        elsewhere = head != subject and _is_said(reading, verb, head)
    else:
        elsewhere = _is_elsewhere(reading, verb, source, subject)
    if not elsewhere:
        return None
    return (subject, subject + 1), f"the verb's subject is «{reading['words'][subject]}»"


def _governs(reading: Mapping[str, Any], verb: int, source: Run) -> bool:
    """Whether the words behind a verb are a clause that it reports, or the subject of one, as in a headline:
    `Troops seize tower, say mayor removed`."""
    heads, rels, tags = reading["heads"], reading["rels"], reading["upos"]
    if source[0] <= verb:
        return False
    head = _head(reading, source)
    above = [heads[head] - 1] if rels[head] in ("nsubj", "nsubj:pass") else []
    return any(
        tags[n] == "VERB" and heads[n] - 1 == verb and rels[n] in ("ccomp", "xcomp", "parataxis")
        for n in (*range(*source), *above)
    )


def _is_said(reading: Mapping[str, Any], verb: int, word: int) -> bool:
    """Whether a word lies in what a verb reports."""
    return any(
        reading["rels"][n] == "ccomp" and (n == word or _lies_below(reading, word, n))
        for n in _below(reading, verb)
    )


def _of_preposition(
    reading: Mapping[str, Any], word: int, source: Run
) -> tuple[Run | None, str] | None:
    """Behind `according to` stands who says so, and no other noun of the sentence."""
    noun = reading["heads"][word] - 1
    if noun <= word or reading["upos"][noun] not in _NAMES:
        return None
    if noun in range(*source) or _lies_below(reading, _head(reading, source), noun):
        return None
    return (noun, noun + 1), f"it is according to «{reading['words'][noun]}»"


def _is_thought_of(reading: Mapping[str, Any], verb: int, head: int, source: Run) -> bool:
    """Whether the source is the subject of a passive, of which others think or say something."""
    if reading["words"][verb].lower() not in _OF_OTHERS:
        return False
    rels = [reading["rels"][n] for n in _below(reading, verb)]
    if "aux:pass" in rels and "nsubj:pass" not in rels:
        return True  # it goes on from a verb with the same subject
    passive = [n for n in _below(reading, verb) if reading["rels"][n] == "nsubj:pass"]
    if any(n in range(*source) or _lies_below(reading, head, n) for n in passive):
        return True
    # `At least 40 feared dead`: a number of people in a headline.
    return reading["upos"][head] == "NUM" and any(
        reading["rels"][n] == "xcomp" and reading["upos"][n] == "ADJ" for n in _below(reading, verb)
    )


def _agent(reading: Mapping[str, Any], verb: int) -> Run | None:
    found = [n for n in _below(reading, verb) if reading["rels"][n] == "obl:agent"]
    return (found[0], found[0] + 1) if found else None


def _subject(reading: Mapping[str, Any], verb: int) -> int | None:
    """The noun or name that is a verb's subject, or that of the verb which it goes on from."""
    for _ in range(_STEPS):
        below = list(_below(reading, verb))
        rels = [reading["rels"][n] for n in below]
        if "nsubj:pass" in rels:
            return None
        if "nsubj" in rels:
            # Of two the nearest: the first is then that of what is said before.
            found = min(
                (n for n in below if reading["rels"][n] == "nsubj"), key=lambda n: abs(n - verb)
            )
            return found if reading["upos"][found] in _NAMES else None
        if reading["rels"][verb] != "conj":
            return None
        verb = reading["heads"][verb] - 1
    return None


def _is_elsewhere(reading: Mapping[str, Any], verb: int, source: Run, subject: int) -> bool:
    """Whether the source stands where no speaker of the verb can: it lies in what is said, or is the subject
    of a verb that reports this one, or hangs on a circumstance of the verb, or on what the subject did
    before; or is a mere part of the subject's own phrase."""
    heads, rels = reading["heads"], reading["rels"]
    head = _head(reading, source)
    if _lies_below(reading, head, subject):
        if _is_example(reading, source[0]):
            return True
        # What stands behind the subject's verb is no part of a name before it, whatever the tree says.
        behind = subject < heads[subject] - 1 < source[0]
        return rels[head] in ("amod", "nummod", "det", "punct") or (
            behind and rels[head] in _WITHIN_NAMES
        )
    at = heads[head] - 1
    if rels[head] in ("nsubj", "nsubj:pass") and at >= 0 and at != verb:
        said = _is_said(reading, verb, head)
        return said or (rels[verb] == "conj" and _reports(reading, at, verb))
    others = [n for n in _below(reading, verb) if rels[n] == "nsubj" and n != subject]
    if _is_said(reading, verb, head) or any(_lies_below(reading, head, n) for n in others):
        return True
    return rels[head].split(":")[0] in ("appos", "nmod") and any(
        rels[n] in ("obl", *(("obj",) if at != verb else ()))
        and n != head
        and _lies_below(reading, head, n)
        for at in _gone_on_from(reading, verb)
        for n in _below(reading, at)
    )


def _is_example(reading: Mapping[str, Any], first: int) -> bool:
    """Whether words are some of those that a phrase means: `the sailors, among them Ann Holm, …`."""
    before = [word.lower() for word in reading["words"][max(first - 2, 0) : first]]
    return before[-2:] == ["among", "them"] or before[-1:] == ["including"]


def _gone_on_from(reading: Mapping[str, Any], verb: int) -> Iterator[int]:
    """A verb, and those that it goes on from with the same subject: `She left the hall and said that …`."""
    yield verb
    for _ in range(_STEPS):
        if reading["rels"][verb] != "conj":
            return
        if any(reading["rels"][n].startswith("nsubj") for n in _below(reading, verb)):
            return
        verb = reading["heads"][verb] - 1
        yield verb


def _is_day(reading: Mapping[str, Any], run: Run) -> bool:
    """Whether words only tell a day: `March 1`, `on Tuesday`."""
    words = [word.lower() for word in reading["words"][slice(*run)]]
    return not _DAYS.isdisjoint(words) and all(
        w in _DAYS or w == "on" or w.isdecimal() for w in words
    )


def _dated(reading: Mapping[str, Any], run: Run) -> int | None:
    """The noun or name that a day stands with: `an inspection on March 1 had found that …`."""
    at = _head(reading, run)
    while reading["rels"][at].startswith("nmod"):
        at = reading["heads"][at] - 1
        if at not in range(*run) and not _is_day(reading, (at, at + 1)):
            return at if reading["upos"][at] in _NAMES else None
    return None


def _reports(reading: Mapping[str, Any], above: int, verb: int) -> bool:
    """Whether the clause in which a verb goes on is the content of another verb."""
    while reading["rels"][verb] == "conj":
        verb = reading["heads"][verb] - 1
    return bool(reading["rels"][verb] == "ccomp" and reading["heads"][verb] - 1 == above)


def _head(reading: Mapping[str, Any], run: Run) -> int:
    heads: Sequence[int] = reading["heads"]
    return next((n for n in range(*run) if not run[0] <= heads[n] - 1 < run[1]), run[0])


def _below(reading: Mapping[str, Any], word: int) -> Iterator[int]:
    return (n for n, head in enumerate(reading["heads"]) if head - 1 == word)


def _lies_below(reading: Mapping[str, Any], word: int, above: int) -> bool:
    heads = reading["heads"]
    for _ in heads:
        word = heads[word] - 1
        if word < 0:
            return False
        if word == above:
            return True
    return False
