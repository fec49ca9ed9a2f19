"""A sentence's tree -> what a number counts, and what is said of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stemma.figures.lexicon import DEEDS, GROUPS, MEASURING, RAISING

_NOMINAL = ("NOUN", "PROPN", "PRON")
_BALLOT = frozenset("favour favor against for yes no".split())
_STATES = frozenset(
    "dead wounded injured missing homeless hurt ill unaccounted trapped alive unharmed hospitalised "
    "hospitalized infected displaced killed arrested detained rescued feared stranded opposed".split()
)


@dataclass(frozen=True)
class Syntax:
    """The words of a sentence, counted from 0; the head of the root is -1; relations without subtypes."""

    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    lemmas: Sequence[str]
    upos: Sequence[str]
    xpos: Sequence[str]
    heads: Sequence[int]
    rels: Sequence[str]
    passive: Sequence[bool]
    names: Sequence[str]

    @classmethod
    def of(cls, reading: Mapping[str, Any]) -> "Syntax":
        """Of a row of the reader (`stemma.reader.READINGS`)."""
        rels = reading["rels"]
        return cls(
            reading["starts"], reading["ends"], [w.casefold() for w in reading["words"]],
            reading["lemmas"], reading["upos"], reading["xpos"],
            [head - 1 for head in reading["heads"]], [rel.split(":")[0] for rel in rels],
            [rel.endswith(":pass") for rel in rels], reading["names"],
        )  # fmt: skip

    def inside(self, start: int, end: int) -> list[int]:
        """The words that touch a stretch of characters."""
        return [n for n in range(len(self.words)) if self.starts[n] < end and start < self.ends[n]]

    def below(self, n: int, *rels: str) -> Iterator[int]:
        """The words that hang on a word, by one of these relations if any are given."""
        for other, head in enumerate(self.heads):
            if head == n and (not rels or self.rels[other] in rels):
                yield other

    def case(self, n: int) -> str:
        """The preposition of a word, or nothing."""
        return next((self.words[c] for c in self.below(n, "case")), "")

    def top(self, words: Sequence[int]) -> int | None:
        """The word of a stretch that hangs on none of the others; a mark only if there is no other."""
        tops = [n for n in words if self.heads[n] not in words]
        real = [n for n in tops if self.upos[n] not in ("PUNCT", "ADP", "ADV", "CCONJ")]
        return real[-1] if real else (tops[-1] if tops else None)


@dataclass(frozen=True)
class Said:
    """What is counted and what is said of it, as words of the sentence; None where nothing is.
    `predicate` is its first and last word. `role`: subject, object or other, of what is done."""

    what: int | None
    predicate: tuple[int, int] | None
    role: str
    rule: str


def counted(syntax: Syntax, words: Sequence[int], behind: int, measured: bool) -> Said:
    """What the number in `words` counts; `behind`: the first word behind it and its unit; `measured`: its
    unit is not things."""
    top = syntax.top(words)
    if top is None:
        return Said(None, None, "other", "no word of it in the tree")
    what, rule = _what(syntax, top, words, behind, measured)
    anchor = what if what is not None and _above(syntax, top, what) else top
    if rule == "who":
        anchor = top
    predicate, role, how = _predicate(syntax, anchor, what, behind)
    if what is None and measured:
        what, extra = _subject(syntax, predicate, anchor)
        rule = extra or rule
    if predicate is None or what == predicate[0]:
        predicate = None
    return Said(what, predicate, role, f"{rule}; {how}")


def _above(syntax: Syntax, top: int, what: int) -> bool:
    at = syntax.heads[top]
    while at >= 0:
        if at == what:
            return True
        at = syntax.heads[at]
    return False


# -- what -----------------------------------------------------------------------------------------


def _what(
    syntax: Syntax, top: int, words: Sequence[int], behind: int, measured: bool
) -> tuple[int | None, str]:
    of = _of(syntax, top, words, measured)
    if of is not None:
        return of, "what stands behind 'of'"
    head, rel = syntax.heads[top], syntax.rels[top]
    if (
        head >= 0
        and rel in ("nummod", "compound", "amod", "det", "advmod", "nmod", "dep", "obl")
        and head >= behind
    ):
        if syntax.upos[head] in _NOMINAL and not _names_state(syntax, head):
            return head, "the noun that it stands before"
    if top not in words:
        return None, "no noun"
    near = _near(syntax, behind) if not measured else None
    if near is not None:
        return near, "the noun behind it"
    if head >= 0 and rel in ("nmod", "appos") and syntax.upos[head] in _NOMINAL and head < top:
        if syntax.case(top) == "of" or (measured and syntax.case(top) in ("to", "at", "in", "")):
            return head, "the noun that it is the amount of"
    relative = _relative(syntax, top)
    return (relative, "who") if relative is not None else (None, "no noun")


def _of(syntax: Syntax, top: int, words: Sequence[int], measured: bool) -> int | None:
    """`12 of the passengers`, `two tonnes of rice`, `$40bn in loans`."""
    links = ("of", "in", "worth") if measured else ("of",)
    for n in syntax.below(top, "nmod", "obl"):
        if (
            n > max(words)
            and syntax.case(n) in links
            and syntax.upos[n] in (*_NOMINAL, "DET", "ADJ", "VERB")
        ):
            if syntax.case(n) == "of" or (
                n - max(words) <= 3 and syntax.names[n] == "O" and _cash(syntax, n)
            ):
                return n
    return None


_CASH = frozenset(
    "loan cash aid damage fine tax fee debt grant sale cost bond stock share profit revenue".split()
)


def _cash(syntax: Syntax, n: int) -> bool:
    return syntax.lemmas[n] in _CASH or syntax.lemmas[n].rstrip("s") in _CASH


def _near(syntax: Syntax, behind: int) -> int | None:
    """The head of the noun phrase that begins behind a number, whatever the tree says."""
    at = behind
    while at < len(syntax.words) and syntax.upos[at] in ("ADJ", "NUM") and at < behind + 3:
        if syntax.words[at] in _STATES and (at + 1 == len(syntax.words) or syntax.upos[at + 1] not in ("NOUN", "ADJ")):  # fmt: skip
            return None
        at += 1
    if at >= len(syntax.words) or syntax.upos[at] != "NOUN" or _names_state(syntax, at):
        return None
    while (
        at + 1 < len(syntax.words) and syntax.upos[at + 1] == "NOUN" and syntax.heads[at] == at + 1
    ):
        at += 1
    return at


def _names_state(syntax: Syntax, n: int) -> bool:
    """`12 dead`: what is counted isn't named; `the 12 dead` are."""
    bare = not any(syntax.rels[c] == "det" for c in syntax.below(n))
    return syntax.words[n] in _STATES and bare


def _relative(syntax: Syntax, top: int) -> int | None:
    """`the 80,000 who crossed`, `four of which`."""
    for clause in syntax.below(top, "acl"):
        for n in syntax.below(clause, "nsubj"):
            if syntax.words[n] in ("who", "which", "that"):
                return n
    return None


def _subject(
    syntax: Syntax, predicate: tuple[int, int] | None, anchor: int
) -> tuple[int | None, str]:
    """What an amount is the amount of, where the verb is one of measuring: `the bridge cost …`."""
    if predicate is None:
        return None, ""
    at = predicate[0]
    verb = at
    if syntax.upos[at] not in ("VERB", "AUX") or syntax.rels[at] == "cop":
        verb = anchor if syntax.rels[at] == "cop" else at
    elif not _measures(syntax, at):
        return None, ""
    return _own_subject(syntax, verb), "the subject of a verb of measuring"


def _measures(syntax: Syntax, n: int) -> bool:
    lemma, word = syntax.lemmas[n].casefold(), syntax.words[n]
    return lemma in MEASURING or word in MEASURING or word.removesuffix("ed") in MEASURING


def _own_subject(syntax: Syntax, verb: int) -> int | None:
    at, steps = verb, 0
    while at >= 0 and steps < 4:
        for n in syntax.below(at, "nsubj"):
            if syntax.upos[n] in ("NOUN", "PROPN") and syntax.names[n][2:] != "PER":
                return n
            return None
        if syntax.rels[at] not in ("conj", "xcomp", "advcl", "parataxis"):
            return None
        at, steps = syntax.heads[at], steps + 1
    return None


# -- what is said of it ---------------------------------------------------------------------------


def _predicate(
    syntax: Syntax, anchor: int, what: int | None, behind: int
) -> tuple[tuple[int, int] | None, str, str]:
    """First and last word of the predicate, the role in it, and how it was found."""
    state = _state(syntax, anchor, what, behind)
    if state is not None:
        return state, "object", "the state named behind it"
    at = anchor
    for _ in range(len(syntax.words)):
        head, rel = syntax.heads[at], syntax.rels[at]
        if head < 0:
            return _of_root(syntax, at)
        step = _step(syntax, at, head, rel)
        if step == "stop":
            return None, "other", "only the whole that others are part of"
        if step == "deed":
            return (head, head), "object", "the noun of a deed"
        if step != "up":
            return _governed(syntax, at, head, rel)
        at = head
    return None, "other", "no verb"


def _step(syntax: Syntax, at: int, head: int, rel: str) -> str:
    """Whether to go on to the head: `up`, `stop`, `deed`, or `verb` if it is the predicate."""
    nominal = syntax.upos[head] in (*_NOMINAL, "NUM", "ADJ", "SYM", "DET")
    if (
        rel
        in ("conj", "appos", "flat", "compound", "nummod", "dep", "list", "orphan", "det", "amod")
        and nominal
    ):
        copular = any(True for _ in syntax.below(head, "cop"))
        return "verb" if copular and rel not in ("conj", "appos") and head < at else "up"
    if (
        rel not in ("nmod", "obl", "advmod")
        or not nominal
        or any(True for _ in syntax.below(head, "cop"))
    ):
        return "verb"
    case = syntax.case(at)
    lemma = syntax.lemmas[head].casefold()
    if case in ("including", "among", "but", "than", "besides"):
        return "up"
    if case in ("of", "by", "to", "on", "at") and lemma in DEEDS:
        return "deed"
    if lemma in GROUPS or syntax.upos[head] == "NUM" and case != "of":
        return "up"
    return "stop" if case == "of" else "stop" if syntax.upos[head] == "PROPN" else "up"


def _governed(
    syntax: Syntax, at: int, head: int, rel: str
) -> tuple[tuple[int, int] | None, str, str]:
    role = {"nsubj": "subject", "obj": "object", "iobj": "object"}.get(rel, "other")
    if rel == "nsubj" and syntax.passive[at]:
        role = "object"
    if rel in ("nsubj", "obj") and (raised := _raised(syntax, head)) is not None:
        return _whole(syntax, raised), "object", "what is said to have been"
    return _whole(syntax, head), role, f"the word that governs it ({rel})"


def _raised(syntax: Syntax, verb: int) -> int | None:
    """`12 are believed to have drowned`, `left 40 homeless`."""
    lemma = syntax.lemmas[verb].casefold()
    if lemma not in RAISING and syntax.words[verb].removesuffix("ed") not in RAISING:
        return None
    for n in syntax.below(verb, "xcomp"):
        return n
    return None


def _of_root(syntax: Syntax, at: int) -> tuple[tuple[int, int] | None, str, str]:
    """Of a number or noun that is the root: its copula, or the participle behind it."""
    for n in syntax.below(at, "cop"):
        return (n, n), "other", "the copula"
    if syntax.upos[at] in ("VERB", "AUX"):
        return _whole(syntax, at), "other", "the root"
    for n in syntax.below(at, "acl"):
        if n > at and syntax.upos[n] in ("VERB", "ADJ"):
            return _whole(syntax, n), "object", "the participle behind it"
    return None, "other", "no verb"


def _state(syntax: Syntax, anchor: int, what: int | None, behind: int) -> tuple[int, int] | None:
    """`12 dead`, `10 in favour`, `130 people on board`, right behind the number or what it counts."""
    at = behind
    if what is not None and what >= behind and _clear(syntax, behind, what):
        at = what + 1
    if at >= len(syntax.words):
        return None
    word = syntax.words[at]
    if word in _STATES and not _before_noun(syntax, at) and _no_copula(syntax, anchor):
        return (at, at) if what is None or _with(syntax, anchor) or _left(syntax, what) else None
    if word in ("aboard", "inside", "onboard", "overboard") and _with(syntax, anchor):
        return at, at
    if word in ("on", "in", "without", "under") and at + 1 < len(syntax.words):
        if syntax.words[at + 1] in ("board", "favour", "favor", "dock", "power"):
            return (at, at + 1) if syntax.words[at + 1] != "power" or _left(syntax, what) else None
    if word in ("against", "for", "opposed") and _list_of_votes(syntax, at):
        return at, at
    return None


def _clear(syntax: Syntax, first: int, last: int) -> bool:
    return all(
        syntax.upos[n] in ("ADJ", "NOUN", "ADP", "DET", "NUM", "PROPN") for n in range(first, last)
    )


def _before_noun(syntax: Syntax, at: int) -> bool:
    return (
        at + 1 < len(syntax.words) and syntax.upos[at + 1] == "NOUN" and syntax.heads[at] == at + 1
    )


def _no_copula(syntax: Syntax, anchor: int) -> bool:
    return not any(True for _ in syntax.below(anchor, "cop"))


def _with(syntax: Syntax, anchor: int) -> bool:
    return syntax.case(anchor) == "with" or any(
        syntax.words[c] == "with" for c in syntax.below(anchor, "mark", "case")
    )


def _left(syntax: Syntax, what: int | None) -> bool:
    if what is None:
        return False
    head = syntax.heads[what]
    return head >= 0 and syntax.words[head] in ("left", "leaves", "leaving", "leave", "without")


def _list_of_votes(syntax: Syntax, at: int) -> bool:
    """`10 for and 2 against`: nothing but a mark or a conjunction behind it."""
    behind = syntax.upos[at + 1] if at + 1 < len(syntax.words) else "PUNCT"
    return behind in ("PUNCT", "CCONJ")


def _whole(syntax: Syntax, n: int) -> tuple[int, int]:
    """A predicate with its preposition, or with how was voted."""
    if syntax.lemmas[n].startswith("vot") and n + 1 < len(syntax.words):
        if syntax.words[n + 1] in ("against", "for", "yes", "no"):
            return n, n + 1
        if syntax.words[n + 1] == "in" and syntax.words[n + 2 : n + 3] in (["favour"], ["favor"]):
            return n, n + 2
    cases = list(syntax.below(n, "case"))
    if syntax.upos[n] in _NOMINAL and cases and any(True for _ in syntax.below(n, "cop", "nsubj")):
        return min(cases), n
    return n, n
