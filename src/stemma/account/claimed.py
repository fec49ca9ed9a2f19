"""What is claimed, clause by clause: by each saying in all its wordings, and by pages in their own voice.

A clause is compared by its main word, by the words that have a meaning of their own, by who does it and to
whom it is done, and by whether it is said to be so or not to be so.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from stemma.model import ActorMention, mention_at
from stemma.text.calendar import MONTHS, WEEKDAYS
from stemma.text.candidates import COMMON, TITLES
from stemma.text.forms import sure_irregular
from stemma.text.tokens import compared_words

_STEM = 6  # letters that `involve` and `involvement` have in common
_MEANT = frozenset(["NOUN", "PROPN", "VERB", "ADJ", "NUM"])
_NOT = frozenset(["not", "n't", "never", "nt"])
_NOBODY = frozenset(["nobody", "nothing", "none", "neither", "no-one"])
# `by no means`, `in no way`, `at no time`.
_AT_ALL = frozenset(["mean", "means", "way", "time", "point", "circumstance", "case"])
_SELF = frozenset(["i", "we", "my", "our", "us"])
_MODALS = {
    **dict.fromkeys(("will", "would", "shall", "'ll", "wo", "'d"), "will"),
    **dict.fromkeys(("may", "might"), "may"),
    **dict.fromkeys(("can", "could", "ca"), "can"),
    **dict.fromkeys(("should", "must", "ought"), "must"),
}
_CLAIMS = frozenset(
    "claim allegation accusation report suggestion charge rumour rumor assertion notion idea speculation "
    "statement contention insinuation story".split()
)
_FALSE = frozenset(
    "false untrue lie baseless groundless unfounded fabrication fabricate fake nonsense wrong incorrect "
    "unsubstantiated absurd ridiculous rubbish invention slander".split()
)
_TRUE = frozenset(["true", "correct", "right"])
_SUBJECTS = ("nsubj", "csubj")


class Read(NamedTuple):
    """A sentence at its place in an article, as the reader sees it; starts and ends count from its first
    character, heads from 1."""

    start: int
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    upos: Sequence[str]
    lemmas: Sequence[str]
    heads: Sequence[int]
    rels: Sequence[str]

    @classmethod
    def of(cls, start: int, row: Mapping[str, Any]) -> "Read":
        """Out of a row of the readings."""
        return cls(start, *(row[name] for name in cls._fields[1:]))


class Voice(NamedTuple):
    """Who speaks: the actor, if known, and the words for it."""

    actor: str | None
    words: frozenset[str]


class Part(NamedTuple):
    """Who does something, or to whom it is done: the stem of the main word, all stems, the actor; `named` if
    the main word is a name, `unknown` if it is a pronoun and nothing shows whom it means."""

    head: str
    words: frozenset[str]
    actor: str | None
    named: bool = False
    unknown: bool = False


class Clause(NamedTuple):
    """One thing that is claimed to be so, or (`negated`) not to be so. `modal`: whether it will, may, can or
    must be; `bare`: it has no subject of its own, as in `denied selling it`; `false`: the words around it
    call it untrue."""

    main: str
    words: frozenset[str]
    strict: frozenset[str]
    agent: Part | None
    patient: Part | None
    negated: bool
    modal: str
    bare: bool
    false: bool = False
    reported: bool = False


class Tree(NamedTuple):
    """A sentence with the children of each word."""

    read: Read
    below: dict[int, list[int]]

    @classmethod
    def of(cls, read: Read) -> "Tree":
        """The tree of a sentence."""
        below: dict[int, list[int]] = {}
        for n, head in enumerate(read.heads):
            below.setdefault(head - 1, []).append(n)
        return cls(read, below)

    def children(self, n: int, *rels: str) -> list[int]:
        """The words that hang on a word by one of these relations, or by any."""
        held = self.below.get(n, [])
        return [m for m in held if not rels or self.read.rels[m].split(":")[0] in rels]

    def under(self, n: int, without: Sequence[int] = ()) -> list[int]:
        """A word and all below it, but for these and what is below them."""
        found, waiting = [], [n]
        while waiting:
            at = waiting.pop()
            found.append(at)
            waiting += [m for m in self.below.get(at, ()) if m not in without]
        return sorted(found)

    def lemma(self, n: int) -> str:
        """The lemma of a word; of a verb's form that no rule makes, the verb."""
        word = self.read.words[n].casefold()
        if self.read.upos[n] in ("VERB", "ADJ") and word in sure_irregular():
            return sure_irregular()[word]
        return self.read.lemmas[n].casefold()


def stem(lemma: str) -> str:
    """What the forms of one word, and words made from it, have in common."""
    # The reader's lemma of `claimed` may be `claime`, and that of `denied` `deni`.
    lemma = lemma.casefold().removesuffix("e")
    lemma = lemma[:-1] + "y" if lemma[-1:] == "i" else lemma
    return lemma[:_STEM]


def voice_of(speaker: str, actor: str | None) -> Voice:
    """A speaker as the words `I` and `we` mean him."""
    said = (word for word in compared_words(speaker) if word not in COMMON and word not in TITLES)
    return Voice(actor, frozenset(map(stem, said)))


def clauses(
    read: Read,
    places: Iterable[tuple[int, int]],
    mentions: Sequence[ActorMention],
    voice: Voice | None,
) -> Iterator[Clause]:
    """What is claimed in some places of a sentence (characters of the article). Nothing of a question or of
    what depends on an `if`. `mentions`: those of the sentence; `voice`: who says it, none for the page."""
    if read.words and "?" in read.words[-2:]:
        return
    tree = Tree.of(read)
    spans = list(places)
    inside = {
        n
        for n in range(len(read.words))
        if any(
            a <= read.start + read.starts[n] and read.start + read.ends[n] <= b for a, b in spans
        )
    }
    for main in _mains(tree, inside):
        around = _claim(tree, main, inside)
        at, false = around if around is not None else (main, False)
        several = [at, *_beside(tree, at)]
        for one in several:
            made = _clause(tree, one, [m for m in several if m != one], mentions, voice)
            if made is not None:
                if made.bare and one != at:  # `sold the docks and left`
                    agent, _, bare = _roles(tree, at, mentions, voice)
                    made = made._replace(agent=made.agent or agent, bare=bare)
                yield made._replace(false=false, reported=around is not None)


def _mains(tree: Tree, inside: set[int]) -> list[int]:
    """The main words of what is said: those that hang on nothing said, the one with most below it."""
    read = tree.read
    tops = [
        n
        for n in sorted(inside)
        if read.heads[n] - 1 not in inside and read.upos[n] in (*_MEANT, "PRON", "ADV")
    ]
    if not tops:
        return []
    most = max(tops, key=lambda n: (len(tree.under(n)), -n))
    more = [n for n in _beside(tree, most, ("parataxis", "list")) if n in inside]
    return [most, *more]


def _beside(tree: Tree, main: int, rels: tuple[str, ...] = ("conj",)) -> list[int]:
    """Other predicates that stand beside one."""
    found = tree.children(main, *rels)
    return [n for n in found if tree.read.upos[n] in ("VERB", "AUX") or tree.children(n, "cop")]


def _claim(tree: Tree, main: int, inside: set[int]) -> tuple[int, bool] | None:
    """The clause within `the claim that …`, and whether it is called untrue, if that is what is said."""
    read = tree.read
    noun = main if tree.lemma(main) in _CLAIMS else None
    if noun is None:
        subjects = tree.children(main, *_SUBJECTS)
        noun = next((n for n in subjects if tree.lemma(n) in _CLAIMS), None)
    if noun is None:
        return None
    content = tree.children(noun, "acl", "ccomp") or tree.children(noun, "nmod")
    content = [n for n in content if n in inside]
    if not content:
        return None
    around = [n for n in inside if n not in tree.under(content[0])]
    words = {tree.lemma(n) for n in around} | {read.words[n].casefold() for n in around}
    no = not words.isdisjoint(_NOT | {"no"})
    return content[0], not words.isdisjoint(_TRUE if no else _FALSE)


def _clause(
    tree: Tree,
    main: int,
    others: Sequence[int],
    mentions: Sequence[ActorMention],
    voice: Voice | None,
) -> Clause | None:
    read = tree.read
    if read.upos[main] not in _MEANT or tree.lemma(main) in COMMON or _depends(tree, main):
        return None
    held = tree.under(main, others)
    meant = [n for n in held if _is_meant(tree, n)]
    agent, patient, bare = _roles(tree, main, mentions, voice)
    return Clause(
        main=stem(tree.lemma(main)),
        words=frozenset(stem(tree.lemma(n)) for n in meant),
        strict=frozenset(_strict(tree, meant)),
        agent=agent,
        patient=patient,
        negated=_is_negated(tree, main),
        modal=_modal(tree, main),
        bare=bare,
    )


def _depends(tree: Tree, main: int) -> bool:
    """Whether an `if` or `unless` makes it no claim."""
    held = [main, *tree.children(main, "advcl")]
    return any(
        tree.lemma(m) in ("if", "unless", "whether") for n in held for m in tree.children(n, "mark")
    )


def _is_meant(tree: Tree, n: int) -> bool:
    lemma = tree.lemma(n)
    known = lemma in COMMON or lemma in _NOT or lemma in _NOBODY or lemma in _CLAIMS
    return tree.read.upos[n] in _MEANT and not known


def _strict(tree: Tree, meant: Iterable[int]) -> Iterator[str]:
    """Numbers, days and months: what must not differ."""
    for n in meant:
        lemma = tree.lemma(n)
        day = lemma in WEEKDAYS or lemma in MONTHS or lemma in ("today", "yesterday", "tomorrow")
        if day or tree.read.upos[n] == "NUM":
            yield stem(lemma)


def _is_negated(tree: Tree, main: int) -> bool:
    if any(tree.lemma(n) in _NOT and not _is_only(tree, n) for n in tree.children(main)):
        return True
    for n in tree.children(main, *_SUBJECTS, "obj", "expl"):
        none = tree.lemma(n) in _NOBODY or tree.read.words[n].casefold() in _NOBODY
        if none or any(tree.lemma(m) == "no" for m in tree.children(n, "det", "advmod")):
            return True
    aside = [n for n in tree.children(main, "obl", "nmod", "advmod") if tree.lemma(n) in _AT_ALL]
    return any(
        tree.lemma(m) == "no" for n in (main, *aside) for m in tree.children(n, "det", "advmod")
    )


def _is_no_one(tree: Tree, n: int) -> bool:
    return tree.lemma(n) == "one" and any(tree.lemma(m) == "no" for m in tree.children(n))


def _is_only(tree: Tree, n: int) -> bool:
    """`not only`, `not just`, which deny nothing."""
    following = tree.read.words[n + 1 : n + 2]
    return bool(following) and following[0].casefold() in (
        "only",
        "just",
        "merely",
        "simply",
        "yet",
    )


def _modal(tree: Tree, main: int) -> str:
    found = (_MODALS.get(tree.lemma(n)) or _MODALS.get(tree.read.words[n].casefold())
             for n in tree.children(main, "aux"))  # fmt: skip
    return next((modal for modal in found if modal), "")


def _roles(
    tree: Tree, main: int, mentions: Sequence[ActorMention], voice: Voice | None
) -> tuple[Part | None, Part | None, bool]:
    """Who does it, to whom it is done, and whether it has no subject of its own."""
    read = tree.read
    subject = next(iter(tree.children(main, *_SUBJECTS)), None)
    passive = subject is not None and read.rels[subject].endswith("pass")
    by = next((n for n in tree.children(main, "obl", "nmod") if _case(tree, n) == "by"), None)
    given = next(iter(tree.children(main, "obj")), None)
    agent = by if passive else subject
    patient = subject if passive else given
    return (
        _part(tree, agent, mentions, voice),
        _part(tree, patient, mentions, voice),
        subject is None,
    )


def _case(tree: Tree, n: int) -> str:
    return next((tree.lemma(m) for m in tree.children(n, "case")), "")


def _part(
    tree: Tree, n: int | None, mentions: Sequence[ActorMention], voice: Voice | None
) -> Part | None:
    if n is None:
        return None
    read = tree.read
    if not {tree.lemma(n), read.words[n].casefold()}.isdisjoint(_NOBODY) or _is_no_one(tree, n):
        return None
    if read.upos[n] == "PRON" and read.words[n].casefold() in _SELF:
        return Part("", voice.words, voice.actor, named=True) if voice else None
    held = tree.under(n, tree.children(n, "acl", "appos", "conj", "parataxis"))
    at = read.start + read.starts[n]
    span = read.start + read.starts[held[0]], read.start + read.ends[held[-1]]
    found = mention_at(mentions, *span, head=at)
    actor = found.actor_id if found else None
    words = frozenset(stem(tree.lemma(m)) for m in held if _is_meant(tree, m))
    pronoun = read.upos[n] in ("PRON", "DET")
    return Part(stem(tree.lemma(n)), words, actor, read.upos[n] == "PROPN", pronoun and not actor)
