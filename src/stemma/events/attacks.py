"""Attacks in words: `attacked her in a speech`, `his attacks on the press`, `slammed the plan`. The words are
those of arms; who is attacked, where and for what tells that nobody is struck."""

from stemma.events.agents import acts, group_of
from stemma.events.mentions import VERB, Mention, heads_of
from stemma.events.objects import direct
from stemma.events.tree import Tree


def in_words(tree: Tree, mention: Mention) -> bool:
    """Whether a word of attack tells of blame and not of blows."""
    n = mention.head
    if tree.lemmas[n] not in _ATTACKS or _blood(tree, mention):
        return False
    near = [
        *tree.below(n, "obl", "nmod"),
        *(k for o in direct(tree, n) for k in tree.below(o, "nmod")),
    ]
    if any(tree.lemmas[k] in _SAID_IN and tree.case(k) in _IN for k in near):
        return True
    if any(tree.words[k] in _BY_MOUTH for k in tree.below(n, "amod", "advmod", "compound")):
        return True
    return _of_verb(tree, mention) if mention.kind == VERB else _of_noun(tree, mention)


_ATTACKS = frozenset("attack assault hit pound blast hammer slam bash savage assail target".split())
_IN = frozenset("in on during at via through with".split())
_SAID_IN = frozenset(
    "tweet speech interview statement letter ad advert advertisement post article column editorial "
    "debate remark book video message campaign twitter facebook radio television essay broadcast".split()
)
_BY_MOUTH = frozenset(
    "verbal verbally personal personally rhetorical political legislative partisan media twitter campaign "
    "negative publicly scathing racist".split()
)


def in_blows(tree: Tree, mention: Mention) -> bool:
    """`attacked him with an axe`."""
    armed = tree.lemmas[mention.head] in _ATTACKS and _blood(tree, mention)
    return armed and any(tree.case(k) == "with" for k in tree.below(mention.head, "obl"))


def _of_verb(tree: Tree, mention: Mention) -> bool:
    n = mention.head
    why = any(tree.case(k) in ("as", "over") for k in tree.below(n, "obl"))
    why = why or any(tree.mark(k) in ("for", "as") for k in tree.below(n, "advcl"))
    struck = direct(tree, n)
    if any(tree.lemmas[k] in _THOUGHTS for k in struck):
        return True
    by = heads_of(tree, mention.actors)
    talks = any(_is_politician(tree, k) for k in by)
    if why and (talks or not by):
        return True
    return talks and any(_is_criticised(tree, k) for k in struck)


# What may be blamed and never struck.
_THOUGHTS = frozenset(
    "policy record plan proposal decision view idea stance position bill law deal rule system media "
    "press critic opponent rival moderator credibility integrity character remark comment report claim "
    "motive handling loophole strategy approach ruling budget reform verdict failure ideology hypocrisy "
    "corruption platform biography legacy agreement".split()
)


def _is_politician(tree: Tree, k: int) -> bool:
    """Whether somebody is named, or has an office: such people attack with words."""
    titled = any(
        group_of(tree, j) == "leader" or tree.lemmas[j].casefold() in _RIVALS
        for j in (k, *tree.below(k, "compound", "nmod", "flat"))
    )
    return tree.names[k].endswith("PER") or titled


_RIVALS = frozenset(
    "candidate nominee politician republican democrat senator campaign opposition critic".split()
)


def _is_criticised(tree: Tree, k: int) -> bool:
    """A person by name, those who speak or judge, or people by what they are; a town or troops are struck."""
    if tree.names[k].endswith(("LOC", "ORG")):
        return False
    named = tree.names[k].endswith("PER") or group_of(tree, k) in (
        "press",
        "court",
        "leader",
        "law",
        "state",
    )
    return named or tree.xpos[k] in ("NNPS",) or tree.upos[k] == "PRON"


def _of_noun(tree: Tree, mention: Mention) -> bool:
    """`his attacks on the judge`."""
    n = mention.head
    on = [k for k in tree.below(n, "nmod") if tree.case(k) in ("on", "against")]
    if any(tree.lemmas[k] in _THOUGHTS for k in on):
        return True
    by = heads_of(tree, mention.actors)
    above = tree.heads[n]
    answers = (
        above >= 0 and tree.lemmas[above] in _WITH_WORDS and tree.case(n) in ("with", "to", "on")
    )
    talks = answers or any(_is_politician(tree, k) or tree.words[k] in _HIS for k in by)
    return talks and any(_is_criticised(tree, k) for k in on) and any(acts(tree, k) for k in on)


_WITH_WORDS = frozenset("respond answer reply double follow pepper".split())
_HIS = frozenset("his her".split())


def _blood(tree: Tree, mention: Mention) -> bool:
    """Whether the sentence has blows or arms besides."""
    own = set(mention.words)
    return any(
        k not in own
        and (
            tree.lemmas[k] in _BLOWS
            or group_of(tree, k) in ("weapons", "troops", "armed", "police")
        )
        for k in range(len(tree.words))
    )


_BLOWS = frozenset(
    "kill wound injure shoot stab murder bomb knife gun blow beat punch kick dead death die blood "
    "hospital raid missile shell explosion axe machete rape terrorist rebel".split()
)
