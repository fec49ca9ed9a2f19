"""What the model of types looks at in a mention: its words, their neighbours in the tree, the words between
who does it and to whom, and how a lemma is classed."""

from collections.abc import Iterable, Iterator, Sequence

from stemma.events.groups import GROUPS
from stemma.events.lexicon import ALSO_NOUNS, ALSO_VERBS, ASPECTS, BARRIERS, NOUNS, SIDES, VERBS
from stemma.events.meanings import meant
from stemma.events.mentions import VERB, Mention
from stemma.events.phrases import PHRASES
from stemma.events.tree import Tree

_AHEAD = frozenset("will 'll shall would".split())
_MAY = frozenset("may might could can should must".split())
LIKELY = 0.3  # share from which a verb in no list is taken for what it means by the table
_BETWEEN = 14  # words between the two that are looked at, at most
_COMMON = frozenset(
    "the a an of to in on for and or but by with at from as that this it its be".split()
)


def classes(tree: Tree, n: int) -> list[str]:
    """The types that a word most often stands for."""
    lemma, found = tree.lemmas[n], []
    if tree.upos[n] in ("VERB", "ADJ", "AUX") and lemma in VERBS:
        found.append(VERBS[lemma])
    if tree.upos[n] in ("NOUN", "PROPN", "VERB") and lemma in NOUNS:
        found.append(NOUNS[lemma])
    return found[:1]


def kinds_of(tree: Tree, mention: Mention) -> list[str]:
    """The type that the word of a mention most often stands for: by the lists, or by the table of meanings
    if it is in no list."""
    found = classes(tree, mention.head)
    if mention.kind == VERB and len(mention.words) > 1:  # with its particle it is another word
        phrase = " ".join(tree.lemmas[n] for n in mention.words)
        found = [PHRASES[phrase]] if phrase in PHRASES else []
    return found or [kind for kind, share in meant(tree, mention).items() if share >= LIKELY][:1]


def others(tree: Tree, n: int) -> tuple[str, ...]:
    """The types that a word may stand for besides."""
    lemma = tree.lemmas[n]
    if tree.upos[n] in ("VERB", "ADJ", "AUX"):
        return ALSO_VERBS.get(lemma, ())
    return ALSO_NOUNS.get(lemma, ())


def groups(tree: Tree, n: int) -> list[str]:
    """What a noun names, and what the reader takes a name for."""
    name = tree.names[n]
    found = [f"@{name[2:]}"] if name[:2] in ("B-", "I-", "L-", "U-", "S-", "E-") else []
    kind = GROUPS.get(tree.lemmas[n]) or GROUPS.get(tree.words[n])
    return [*found, *([f"*{kind}"] if kind else [])]


def senses(tree: Tree, n: int) -> list[str]:
    """What a verb or noun does to what hangs on it: whether that begins, goes on or ends."""
    return [name for name, words in ASPECTS.items() if tree.lemmas[n] in words]


def features(
    tree: Tree, mention: Mention, actors: Iterable[int], recipients: Iterable[int]
) -> list[str]:
    """The names of what is so, each once."""
    who, whom = set(actors), set(recipients)
    found = dict.fromkeys(_own(tree, mention))
    for name in _around(tree, mention, who | whom):
        found[name] = None
    for name in _between(tree, who, whom):
        found[name] = None
    for name in _parties(tree, who, "who"):
        found[name] = None
    for name in _parties(tree, whom, "whom"):
        found[name] = None
    found[f"whom {bool(whom)}"] = None
    return list(found)


def _own(tree: Tree, mention: Mention) -> Iterator[str]:
    head = mention.head
    tense = _tense(tree, mention)
    yield f"kind {mention.kind}"
    yield f"tense {tense}"
    yield f"words {' '.join(tree.lemmas[n] for n in mention.words)}"
    for n in mention.words:
        yield f"in {tree.lemmas[n]}"
    yield f"head {tree.lemmas[head]}"
    yield from (f"sense {sense}" for sense in senses(tree, head))
    for kind in kinds_of(tree, mention) or ["?"]:
        yield f"side {SIDES.get(kind, kind)} {tense}"
        yield f"class {kind}"
        yield f"class {kind} {tense}"
        yield f"class {kind} {mention.kind}"
    for kind in others(tree, head):
        yield f"also {kind}"


def _tense(tree: Tree, mention: Mention) -> str:
    verb = mention.lent if mention.lent is not None else mention.head
    aux = {tree.words[k] for k in tree.below(verb, "aux")}
    no = " not" if tree.has(verb, "not", "n't", "never", "no") else ""
    if aux & _AHEAD:
        return "ahead" + no
    if aux & _MAY:
        return "may" + no
    return ("to" if tree.has(verb, "to") and tree.xpos[verb] == "VB" else "else") + no


def _around(tree: Tree, mention: Mention, parties: set[int]) -> Iterator[str]:
    """The neighbours in the tree, with how they are joined; those that name who or whom only by that."""
    anchors = [n for n in (mention.head, mention.lent) if n is not None]
    kinds = {n: classes(tree, n) for n in anchors} | {mention.head: kinds_of(tree, mention)}
    for anchor in anchors:
        head = tree.heads[anchor]
        if head >= 0 and head not in anchors:
            yield from _seen(tree, head, f"up {tree.rels[anchor]}")
            yield from _seen(tree, head, "up")
        for kid in tree.kids[anchor]:
            if kid in anchors or tree.upos[kid] == "PUNCT":
                continue
            yield from _below(tree, kid, kid in parties, kinds[anchor])


def _below(tree: Tree, kid: int, party: bool, kinds: list[str]) -> Iterator[str]:
    rel, case = tree.rels[kid], tree.case(kid)
    above = tree.heads[kid]
    yield f"joined {rel} {case}"
    yield f"{tree.lemmas[above]} + {rel} {case}"
    for group in groups(tree, kid):
        yield f"{rel} {case} {group}"
        yield f"{tree.lemmas[above]} > {group}"
        yield from (f"{kind} > {group}" for kind in kinds)
    if party:
        return
    for kind in (*classes(tree, kid), *(["bar"] if tree.lemmas[kid] in BARRIERS else [])):
        yield f"{tree.lemmas[above]} > {kind}"
        for sense in (*senses(tree, above), *kinds):
            yield f"{sense} > {kind}"
    for sense in senses(tree, kid):
        yield f"down {sense}"
    yield from _seen(tree, kid, f"{rel} {case}")
    yield from _seen(tree, kid, "down")
    for under in tree.kids[kid]:
        if tree.upos[under] in ("VERB", "NOUN", "ADJ", "ADV"):
            yield from _seen(tree, under, "down down")
        yield from (f"down down {group}" for group in groups(tree, under))


def _seen(tree: Tree, n: int, how: str) -> Iterator[str]:
    yield f"{how} = {tree.lemmas[n]}"
    for kind in classes(tree, n):
        yield f"{how} : {kind}"


def _parties(tree: Tree, words: set[int], what: str) -> Iterator[str]:
    """Of what kind who or whom is: by the word that heads the phrase, and by all of it."""
    for n in sorted(words):
        if tree.heads[n] not in words:
            yield from (f"{what} {group}" for group in groups(tree, n))
        yield from (f"{what} has {group}" for group in groups(tree, n) if group[0] == "*")


def _between(tree: Tree, who: set[int], whom: set[int]) -> Iterator[str]:
    words = between(who, whom)[:_BETWEEN]
    for n in words:
        if tree.lemmas[n] not in _COMMON and tree.upos[n] not in ("PUNCT", "PROPN", "NUM"):
            yield from _seen(tree, n, "between")


def between(who: set[int], whom: set[int]) -> Sequence[int]:
    """The words between two phrases."""
    if not who or not whom:
        return []
    first, second = (who, whom) if min(who) < min(whom) else (whom, who)
    return range(max(first) + 1, min(second))
