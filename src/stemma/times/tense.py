"""The tense of the verb that governs some words: from a tree, or, without one, from words before them."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

from stemma.text.calendar import MONTHS

Tense = Literal["past", "present", "future"]
_FUTURE = frozenset("will 'll ’ll wo shall would may might can could should must ca".split())
# Verbs and adjectives under which what is named is still to come, whatever their own tense.
_AHEAD = frozenset(
    "set schedule expect due plan slate bind intend want hope aim prepare propose agree promise vow pledge "
    "threaten decide need seek ready likely poise go ask order urge call invite want wish".split()
)
_SET_FOR = frozenset("set schedule slate plan fix book reschedule".split())
# What is called or planned for a day is on that day, and neither calling nor planning is.
_CALL_FOR = _SET_FOR | frozenset("call announce convene propose".split())
_CALLED = re.compile(
    r"\b(?:set|call|announc|schedul|reschedul|slat|plann?|fix|book|conven|propos)(?:s|ed|e|es|ing)?\b"
    r"[^.,;:]{1,60}\bfor (?:the )?$",
    re.IGNORECASE,
)
# Verbs whose infinitive happens when they do.
_AT_ONCE = frozenset(
    "refuse decline "
    "begin start continue manage fail try seem appear happen help cease stop use come keep tend have "
    "get".split()
)
_SAYING = frozenset(
    "say tell report show write quote add note cite reveal announce confirm".split()
)
_NOT = frozenset(("not", "n't", "n’t", "never"))
_SOMETHING = frozenset("anything nothing something everything little much lot".split())
_BY_ITSELF = frozenset(("root", "conj", "parataxis"))
# With the verb behind it: what `will be held` says is not past.
_CUE = re.compile(
    r"(?P<future>\b(?:(?-i:will|may)|shall|would|might|can|could(?! not)|should|must|to be|due|set to|"
    r"[’']ll)\b(?: (?:not|also|then|soon))?(?: be)?(?: \w+)?|"
    r"\b(?:scheduled|expected|planned|plans?|slated)\b)"
    r"|(?P<past>\b(?:could not|couldn[’']t|"
    r"was|were|had|did|has|have|said|went|came|met|told|took|gave|made|held|won|lost|left|"
    r"began|struck|hit|broke|fell|rose|saw|shot|spoke|sent|fled|flew|\w{3,}ed)\b)",
    re.IGNORECASE,
)


def direction_of(tense: Tense | None, kind: str) -> tuple[str, str]:
    """Where the one lies that is meant (`past`, `future` or `near`), and the reason in words. A weekday
    under a verb of the present is the next one."""
    if tense is None:
        return "near", ""
    if tense == "present" and kind not in ("weekday", "weekend"):
        return "near", ""
    return "past" if tense == "past" else "future", f", and its verb speaks of the {tense}"


def tense_of_words(text: str, start: int, end: int) -> Tense | None:
    """A tense by the words of a sentence alone: that of the nearest verb before, else of the first behind."""
    if _CALLED.search(text, 0, start):
        return "future"
    before = [match.lastgroup for match in _CUE.finditer(text, 0, start)]
    behind = [match.lastgroup for match in _CUE.finditer(text, end)]
    found = before[-1:] or behind[:1]
    return {"past": "past", "future": "future"}.get(str(found[0])) if found else None  # type: ignore[return-value]


# -- with a tree ----------------------------------------------------------------------------------


def tense_of_tree(reading: Mapping[str, Any]) -> Callable[[int, int], Tense | None]:
    """What gives the tense above some characters of a sentence, by a row of what the reader read of it
    (`starts`, `ends`, `lemmas`, `upos`, `xpos`, `heads`, `rels`)."""
    tree = _Tree(reading)
    return tree.tense


class _Tree:
    """The words of a sentence, what each hangs on, and what hangs on each."""

    def __init__(self, reading: Mapping[str, Any]) -> None:
        self.starts: Sequence[int] = reading["starts"]
        self.ends: Sequence[int] = reading["ends"]
        self.lemmas: Sequence[str] = reading["lemmas"]
        self.words = [word.lower() for word in reading["words"]]
        self.upos: Sequence[str] = reading["upos"]
        self.xpos: Sequence[str] = reading["xpos"]
        self.heads: Sequence[int] = reading["heads"]
        self.rels = [rel.split(":")[0] for rel in reading["rels"]]
        self.below: list[list[int]] = [[] for _ in self.starts]
        for n, head in enumerate(self.heads):
            if head:
                self.below[head - 1].append(n)

    def tense(self, start: int, end: int) -> Tense | None:
        """The tense above the words from `start` to `end`."""
        inside = [n for n, s in enumerate(self.starts) if s < end and self.ends[n] > start]
        tops = [n for n in inside if self.heads[n] - 1 not in inside]
        if not tops:
            return None
        if self._is_of_season(tops[0], inside):
            return None
        itself = any(self.rels[n] == "cop" for n in self.below[tops[0]])  # The vote is on Friday.
        verb = self._predicate(tops[0] if itself else self.heads[tops[0]] - 1, set())
        if verb >= 0 and self._is_set_for(verb, tops[0]):
            return "future"
        saying = self._saying_between(verb, inside[0]) if verb >= 0 else None
        return self._above(verb if saying is None else saying, set())

    def _is_set_for(self, verb: int, top: int) -> bool:
        """`has been set for May 3`, `called a strike for May 3`: the day is not that of setting it."""
        held = self.lemmas[verb] in _SET_FOR and self.xpos[verb] == "VBN"
        held = held or (self.lemmas[verb] in _CALL_FOR and self._has_object(verb, top))
        return held and any(
            self.rels[n] == "case" and self.words[n] == "for" for n in self.below[top]
        )

    def _has_object(self, verb: int, top: int) -> bool:
        """Whether something is called, and not called for: `called a strike for May 3`."""
        return any(self.rels[n] == "obj" and n < top for n in self.below[verb])

    def _is_of_season(self, top: int, inside: Sequence[int]) -> bool:
        """Whether a month belongs to a noun that stands for a purpose or the like: `hurried for the sake of
        the elections in May`. That verb does not tell which May."""
        noun = self.heads[top] - 1
        over = self.heads[noun] - 1 if noun >= 0 else -1
        return (
            self.rels[top] == "nmod"
            and over >= 0
            and self.upos[noun] == self.upos[over] == "NOUN"
            and self.rels[noun] == "nmod"
            and any(self.words[n].strip(".") in MONTHS for n in inside)
        )

    def _saying_between(self, verb: int, at: int) -> int | None:
        """In `They will go, he said on Friday` the day is that of saying, whatever the tree has."""
        above = self.heads[verb] - 1
        between = [n for n in range(verb + 1, at) if self.rels[n] == "parataxis" or n == above]
        return next(
            (n for n in between if self.lemmas[n] in _SAYING and self._is_predicate(n)), None
        )

    def _predicate(self, at: int, seen: set[int]) -> int:
        """The first predicate from a word upwards; -1 if there is none."""
        while at >= 0 and at not in seen and not self._is_predicate(at):
            seen.add(at)
            at = self.heads[at] - 1
        return -1 if at in seen else at

    def _above(self, at: int, seen: set[int]) -> Tense | None:
        verb = self._predicate(at, seen)
        if verb < 0 or verb in seen:
            return None
        seen.add(verb)
        return self._of(verb, seen)

    def _is_predicate(self, at: int) -> bool:
        if self.upos[at] in ("VERB", "AUX"):
            return True
        return any(self.rels[n] == "cop" for n in self.below[at]) or (
            self.lemmas[at] in _AHEAD and self.upos[at] == "ADJ"
        )

    def _of(self, at: int, seen: set[int]) -> Tense | None:
        """The tense of a predicate, by its helping verbs, its form, and what it hangs on."""
        helpers = [n for n in self.below[at] if self.rels[n] in ("aux", "cop")]
        words = {self.words[n] for n in helpers}
        perfect = any(self.lemmas[n] == "have" for n in helpers)
        if self.lemmas[at] in _AHEAD and self._points_ahead(at):
            return "future"
        if words & _FUTURE:
            return "past" if perfect or self._failed(at, words) else "future"
        if not perfect and self._is_infinitive(at, helpers):
            if any(self.xpos[n] in ("VBZ", "VBP") for n in helpers):
                return "future"  # `are to be heard on Monday`
            return self._infinitive(at, seen)
        if perfect or any(self.xpos[n] == "VBD" for n in helpers):
            return "past"
        if any(self.xpos[n] in ("VBZ", "VBP") for n in helpers):
            return "present"
        return self._by_form(at, seen)

    def _failed(self, at: int, words: set[str]) -> bool:
        """`He could not be reached on Monday` is past, unless somebody says that it could not be."""
        denied = any(self.words[n] in _NOT for n in self.below[at])
        return "could" in words and denied and self.rels[at] in _BY_ITSELF

    def _points_ahead(self, at: int) -> bool:
        return self.xpos[at] in ("VBN", "JJ") and not any(
            self.lemmas[n] == "have" for n in self.below[at] if self.rels[n] == "aux"
        )

    def _by_form(self, at: int, seen: set[int]) -> Tense | None:
        form = self.xpos[at]
        if form in ("VBD", "VBN"):
            return "past"
        if form in ("VBZ", "VBP"):
            return self._present(at, seen)
        return self._above(self.heads[at] - 1, seen)

    def _present(self, at: int, seen: set[int]) -> Tense | None:
        if self.lemmas[at] in _SAYING:
            return "past"
        if self.rels[at] == "advcl":
            return self._above(self.heads[at] - 1, seen)
        return "present"

    def _is_infinitive(self, at: int, helpers: Sequence[int]) -> bool:
        """`to hold`, `to be held`"""
        marked = any(self.xpos[n] == "TO" for n in self.below[at])
        return marked and (self.xpos[at] == "VB" or any(self.xpos[n] == "VB" for n in helpers))

    def _infinitive(self, at: int, seen: set[int]) -> Tense | None:
        rel, head = self.rels[at], self.heads[at] - 1
        if self.lemmas[at] == "do" and self.lemmas[head] in _SOMETHING:
            return self._above(self.heads[head] - 1, seen)  # `had nothing to do with the crash`
        if rel in ("acl", "root"):
            return "future"
        if rel in ("xcomp", "ccomp") and self.lemmas[head] not in _AT_ONCE:
            return "future"
        return self._above(head, seen)
