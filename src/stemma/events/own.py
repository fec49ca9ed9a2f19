"""The type that a verb or a noun most often stands for, and the one that what stands with it makes sure."""

from collections.abc import Callable

from stemma.events.agents import acts, group_of, is_time, speaks
from stemma.events.doers import subject_of
from stemma.events.idioms import idiom
from stemma.events.lexicon import ALSO_NOUNS, ALSO_VERBS, NOUNS, VERBS
from stemma.events.mentions import VERB, Mention, heads_of
from stemma.events.objects import direct
from stemma.events.phrases import PARTED, PHRASES
from stemma.events.tree import Tree


def own_type(tree: Tree, mention: Mention) -> tuple[str, tuple[str, ...]]:
    """The type that a verb with its particle, or a noun, most often stands for, and its others."""
    lemma = tree.lemmas[mention.head]
    if mention.kind != VERB:
        if lemma == "call":
            return _call(tree, mention.head), ()
        if lemma == "strike":
            return _strike(tree, mention)
        return NOUNS.get(lemma, ""), ALSO_NOUNS.get(lemma, ())
    phrase = " ".join(tree.lemmas[n] for n in mention.words)
    if phrase in ("step down", "stand down") and _downstairs(tree, mention.head):
        return "", ()
    if phrase in PHRASES or phrase != lemma:
        return _of_phrase(tree, mention.head, phrase), ()
    # The reader may take a particle for an adverb.
    apart = [f"{lemma} {tree.words[k]}" for k in tree.below(mention.head, "advmod", "compound")]
    parted = next((_of_phrase(tree, mention.head, one) for one in apart if one in PHRASES), "")
    if parted or lemma in PARTED:
        return parted, () if parted else ALSO_VERBS.get(lemma, ())
    objects = direct(tree, mention.head)
    if lemma in _LESS and any(tree.lemmas[k] in READY for k in objects):
        return "RETREAT", ()
    asked = [k for k in tree.below(mention.head, "obl") if tree.case(k) in ("for", "on", "upon")]
    if lemma == "call" and not asked:
        return "CONSULT", ()
    return VERBS.get(lemma, ""), ALSO_VERBS.get(lemma, ())


def _of_phrase(tree: Tree, n: int, phrase: str) -> str:
    """What a verb and its particle tell: a plan that is shot down is refused, and anything else is hit."""
    if phrase == "shoot down" and not any(
        tree.lemmas[k] in _SHOT_DOWN or group_of(tree, k) in ("law", "asks", "deal")
        for k in direct(tree, n)
    ):
        return "ASSAULT"
    return PHRASES.get(phrase, "")


_SHOT_DOWN = frozenset(
    "idea suggestion plan theory argument notion claim rumour rumor motion".split()
)


def _downstairs(tree: Tree, n: int) -> bool:
    """`stepped down the stairs`."""
    bare = [k for k in tree.below(n, "obl") if not tree.case(k) and not is_time(tree, k)]
    return bool(tree.below(n, "obj") or bare)


_LESS = frozenset("reduce lower lift end relax cut decrease scale".split())
READY = frozenset("alert readiness presence".split())
# What is given up with no weapon.
QUIT = frozenset("fight struggle battle claim bid campaign resistance pursuit".split())


def surely(tree: Tree, mention: Mention) -> str:
    """The type that a word has by what stands with it, whatever the model has of it; empty if none."""
    n, lemma = mention.head, tree.lemmas[mention.head]
    if mention.kind != VERB:
        verb = mention.lent if mention.lent is not None else tree.heads[n]
        handed = verb >= 0 and tree.lemmas[verb] in ("hand", "lodge", "deliver", "submit", "note")
        if lemma in _SHUTS and _of_goods(tree, n):
            return "SANCTION"
        return "ACCUSE" if lemma == "protest" and handed else ""
    who = heads_of(tree, mention.actors)
    groups = {group_of(tree, k) for k in who}
    objects = direct(tree, n)
    told = idiom(tree, n)
    if told:
        return told
    if lemma in ("warn", "caution") and _told_to(tree, n):
        return "REQUEST"  # `warned people not to drink it`
    if lemma in _SHUTS and any(group_of(tree, k) == "goods" for k in objects):
        return "SANCTION"
    if lemma == "dismiss" and _is_held_for(tree, n):
        return "REJECT"
    if lemma == "dismiss" and objects:
        people = any(acts(tree, k) or tree.words[k] in NO_ONE for k in objects)
        return "SANCTION" if people else "REJECT"
    if lemma in _OF_ONE and any(speaks(tree, k) for k in who) and _OF_ONE[lemma][0](tree, n):
        return _OF_ONE[lemma][1]
    if lemma in LEFT and objects and armed_go(tree, mention):
        return "RETREAT"
    towards = any(tree.case(k) in ("into", "on", "at") for k in tree.below(n, "obl"))
    if lemma in _FALLS and "weapons" in groups and towards:
        return "ASSAULT"
    walks = (
        lemma in ("march", "parade")
        and not tree.below(n, "obj")
        and not groups & {"troops", "armed"}
    )
    return "PROTEST" if walks and any(acts(tree, k) and several(tree, k) for k in who) else ""


def _is_held_for(tree: Tree, n: int) -> bool:
    """`dismissed it as a stunt`, and not `dismissed her as head of the board`."""
    held_for = [
        k for k in tree.below(n, "obl", "advcl", "xcomp") if "as" in (tree.case(k), tree.mark(k))
    ]
    return any(not acts(tree, k) for k in held_for)


_SHUTS = frozenset("ban bar prohibit forbid restriction curb prohibition".split())


def _of_goods(tree: Tree, n: int) -> bool:
    """`a travel ban`, `a ban on imports of beef`: it cuts ties, and shuts nobody's mouth."""
    on = [k for k in tree.below(n, "nmod") if tree.case(k) in ("on", "against")]
    before = tree.below(n, "compound", "amod")
    told = any(tree.lemmas[k] in _ACROSS for k in before)
    return told or any(group_of(tree, k) == "goods" or tree.lemmas[k] in _ACROSS for k in on)


# What passes between countries.
_ACROSS = frozenset(
    "travel visa import export arm arms trade investment loan sale purchase".split()
)


def _is_bare(tree: Tree, n: int) -> bool:
    """`Oman accepted`, `he declined`, `she quit`: with nothing that it is done to."""
    near = tree.below(n, "obj", "iobj", "xcomp", "ccomp")
    near += [k for k in tree.below(n, "obl") if not is_time(tree, k)]
    person = any(acts(tree, k) for k in subject_of(tree, n))
    return person and not near and not tree.passive(n) and not tree.below(n, "advcl")


def _is_told(tree: Tree, n: int) -> bool:
    """`complained that the date was too early`, `threatened that it would leave`, `complained of insults`."""
    about = [k for k in tree.below(n, "obl") if tree.case(k) in ("of", "about", "to", "against")]
    pain = any(tree.lemmas[k] in _PAINS for k in about)
    return not pain and bool(tree.below(n, "ccomp", "xcomp") or about)


_PAINS = frozenset("pain headache nausea fatigue fever cough dizziness cold symptom".split())


def is_wanted(tree: Tree, n: int) -> bool:
    """`insisted that the case be closed`, `insisted on a fee`: that is asked; `insisted that it was closed`
    is only said."""
    wished = any(_is_wish(tree, k) for k in tree.below(n, "ccomp"))
    on = [k for k in tree.below(n, "obl") if tree.case(k) in ("on", "upon")]
    return wished or any(tree.lemmas[k] != "anonymity" for k in on)


def _is_wish(tree: Tree, k: int) -> bool:
    """`that the case be closed`, `that it must go`: a clause with a bare verb, or with `must`."""
    helping = {tree.words[j] for j in tree.below(k, "aux", "cop")}
    if helping & {"must", "should"}:
        return True
    bare = tree.xpos[k] == "VB" or "be" in helping
    return bare and not tree.has(k, "to") and helping <= {"be", "not"}


# Verbs of what somebody says or gives in to, where nothing else stands with them.
_OF_ONE: dict[str, tuple[Callable[[Tree, int], bool], str]] = {
    "accept": (_is_bare, "AGREE"), "decline": (_is_bare, "REJECT"), "refuse": (_is_bare, "REJECT"),
    "quit": (_is_bare, "RETREAT"), "comply": (lambda tree, n: True, "CONCEDE"),
    "complain": (_is_told, "ACCUSE"), "threaten": (_is_told, "THREATEN"), "insist": (is_wanted, "REQUEST"),
}  # fmt: skip


def is_ahead(tree: Tree, mention: Mention) -> bool:
    """Whether a verb is of what is yet to come: `will send`, `is to send`, `promised to send`."""
    n = mention.head
    aux = {tree.words[k] for k in tree.below(n, "aux")}
    to_come = aux & {"will", "'ll", "shall", "would", "may", "might", "could"}
    return bool(to_come) or (tree.has(n, "to") and tree.xpos[n] in ("VB", "VBN"))


def is_bound(tree: Tree, mention: Mention) -> bool:
    """Whether somebody says of himself that he will do it: `will send`, `promised to send`, `a plan to send`.
    A purpose, a wish and what might be done bind nobody: `a fund to help`, `wants to buy`, `would lend`; nor
    does what is to be done by nobody knows whom."""
    n = mention.head
    if tree.passive(n):
        return False
    if {tree.words[k] for k in tree.below(n, "aux")} & {"will", "'ll", "shall"}:
        return True
    if tree.has(n, "to") and any(tree.lemmas[k] == "be" for k in tree.below(n, "aux", "cop")):
        # `Chad is to send engineers`, but not `the aim is to send them`
        return bool(direct(tree, n)) and any(acts(tree, k) for k in tree.below(n, "nsubj"))
    above = tree.heads[n]
    hangs = tree.rels[n] in ("xcomp", "acl", "ccomp", "advcl", "conj")
    return above >= 0 and hangs and tree.lemmas[above] in _BINDING


_BINDING = frozenset(
    "promise pledge vow agree offer undertake commit plan intend decide announce swear guarantee "
    "prepare volunteer agreement decision willingness commitment oath contract proposal threaten threat "
    "warn vote".split()
)
NO_ONE = frozenset("nobody none one anybody anyone".split())
_FALLS = frozenset("crash slam land fall rain smash plough".split())


def _told_to(tree: Tree, n: int) -> bool:
    """`warned people not to drink it`, wherever the reader hangs the clause."""
    whom = tree.below(n, "obj", "iobj")
    clauses = [k for at in (n, *whom) for k in tree.below(at, "xcomp", "ccomp", "advcl", "acl")]
    clauses = [k for k in clauses if not tree.below(k, "nsubj")]
    return bool(whom) and any(tree.has(k, "to") or tree.mark(k) == "against" for k in clauses)


def _call(tree: Tree, n: int) -> str:
    """`a call for talks` asks, `a call with the king` is one by telephone."""
    if any(tree.case(k) == "for" for k in tree.below(n, "nmod")) or tree.below(n, "acl"):
        return "REQUEST"
    verb = tree.heads[n]
    got = tree.rels[n] == "obj" and tree.lemmas[verb] in ("receive", "get", "make", "return")
    wired = tree.has(n, "phone", "telephone", "video", "conference") or got
    return "CONSULT" if wired or any(tree.case(k) == "with" for k in tree.below(n, "nmod")) else ""


def _strike(tree: Tree, mention: Mention) -> tuple[str, tuple[str, ...]]:
    """Of arms or of workers: by what stands before it, and whether it is begun, ended or called."""
    if _armed(tree, mention):
        return "ASSAULT", ()
    above = tree.heads[mention.head]
    verb = mention.lent if mention.lent is not None else above
    if verb >= 0 and tree.lemmas[verb] in _STRIKING and tree.rels[mention.head] in ("nsubj", "obj"):
        return "PROTEST", ()
    who = heads_of(tree, mention.actors)
    if who and all(_works(tree, k) for k in who):
        return "PROTEST", ()
    near = tree.below(mention.head, "compound", "amod")
    if any(tree.words[k] in _OF_WORKERS for k in near):
        return "PROTEST", ()
    kinds = [k for k in near if tree.upos[k] == "NOUN"]
    return ("PROTEST", ("ASSAULT",)) if kinds else ("ASSAULT", ("PROTEST",))


_OF_WORKERS = frozenset("general hunger wildcat token rail sympathy indefinite nationwide".split())


def _works(tree: Tree, k: int) -> bool:
    """People who may go on strike: no name, no state, none under arms."""
    armed = group_of(tree, k) in ("troops", "armed", "weapons", "police", "state", "vessel")
    return tree.upos[k] == "NOUN" and acts(tree, k) and not armed and tree.names[k] == "O"


_STRIKING = frozenset(
    "begin start end call stage join continue resume avert go threaten vote suspend declare outlaw ban "
    "forbid settle".split()
)


def _armed(tree: Tree, mention: Mention) -> bool:
    """A strike of arms, and none of workers."""
    near = tree.below(mention.head, "compound", "amod")
    armed = any(group_of(tree, k) == "weapons" or tree.words[k] in _ARMED for k in near)
    return armed or any(tree.case(k) in ("on", "against") for k in tree.below(mention.head, "nmod"))


_ARMED = frozenset(
    "air military retaliatory nuclear pre-emptive preemptive cruise punitive aerial".split()
)


def several(tree: Tree, k: int) -> bool:
    """Whether a phrase names more than one: by its form."""
    return tree.xpos[k] in ("NNS", "NNPS") or tree.words[k] in ("they", "we", "both", "who")


def armed_go(tree: Tree, mention: Mention) -> bool:
    """`the fighters are to leave the bridges`: of those under arms any place is one that they held."""
    groups = {group_of(tree, k) for k in heads_of(tree, mention.actors)}
    fighters = any(tree.lemmas[k] == "fighter" for k in heads_of(tree, mention.actors))
    return fighters or bool(groups & {"troops", "armed"})


LEFT = frozenset("leave quit vacate depart evacuate".split())
