"""Whom a pronoun of a sentence means, where the sentence itself has one that it can be: by number, by whether
it is a person, a body or people, and by what grammar allows. Else nobody is guessed."""

from collections.abc import Iterator

from stemma.events.agents import COUNTING, acts, group_of, is_time, nation_of
from stemma.events.doers import subject_of
from stemma.events.lexicon import NOUNS
from stemma.events.tree import Tree
from stemma.events.words import DENIES, TOLD
from stemma.text.people import BODIES

_ONE = frozenset("he him she her".split())
_BODY = frozenset(("it",))
_MANY = frozenset("they them".split())
PRONOUNS = _ONE | _BODY | _MANY
_ARGUMENTS = frozenset("nsubj obj iobj obl nmod conj".split())
_SOME = frozenset("one some many most each all both none few several others".split())
_BODY_GROUPS = frozenset("state firm court".split())
_EMPTY = frozenset(
    "emerge turn seem appear happen transpire follow take rain snow look matter help cost occur".split()
)
_MARKS = frozenset(("``", "“", '"', "''", "”"))
# Who speaks for another means that one by `he`: `her lawyer said she had been beaten`.
_FOR_ANOTHER = frozenset(
    "lawyer attorney counsel office client spokesman "
    "spokeswoman spokesperson aide doctor wife husband mother father brother "
    "sister son daughter widow friend relative neighbour neighbor colleague".split()
)


def referent(tree: Tree, k: int) -> int | None:
    """The main word of the phrase in front that a pronoun means, or `some of them`; None if none fits, or too
    many do."""
    if tree.words[k] == "those":
        return _among_them(tree, k)
    them = [j for j in tree.below(k, "nmod") if tree.words[j] == "them" and tree.case(j) == "of"]
    if tree.words[k] in _SOME or (them and tree.lemmas[k] in COUNTING):
        return referent(tree, them[0]) if them else None  # `fined each of them`
    if tree.words[k] not in PRONOUNS or tree.full[k] == "nmod:poss" or tree.full[k] == "expl":
        return None
    if tree.words[k] in _BODY and tree.rels[k] == "nsubj" and tree.lemmas[tree.heads[k]] in _EMPTY:
        return None  # `it emerged on Friday`
    for_another = _spoken_for(tree, k)
    told = for_another if for_another is not None else _speaker(tree, k)
    if told is not None:
        return told
    verb = tree.heads[k]
    if _has_rival(tree, k):
        return None
    fits = [j for j in _before(tree, k) if _fits(tree, k, j) and _may_be(tree, k, j)]
    fits = [j for j in fits if not _is_known_before(tree, k, j)]
    if len(fits) == 1:
        return fits[0]
    if not fits:
        return _ahead(tree, k)
    if len(fits) > 1 and verb >= 0 and _done_to(tree, k):
        return _same_object(tree, k, verb, fits)
    return None


def _among_them(tree: Tree, k: int) -> int | None:
    """`Among those killed were two drivers`: who is named behind as one of them."""
    if tree.case(k) != "among" or not tree.below(k, "acl"):
        return None
    above = tree.heads[k]
    verbs = [k, *tree.below(k, "cop"), *([above] if above >= 0 else [])]
    behind = [j for v in verbs for j in tree.below(v, "nsubj") if j > k]
    return next((j for j in behind if acts(tree, j)), None)


def _ahead(tree: Tree, k: int) -> int | None:
    """`Two days after they were seized, the men were freed`: whom the main clause behind one in front has for
    its subject."""
    verb = tree.heads[k]
    main = tree.heads[verb] if verb >= 0 and tree.rels[verb] == "advcl" else -1
    if main < 0 or tree.rels[k] != "nsubj" or not tree.mark(verb) or any(_fronted(tree, k)):
        return None
    found = [j for v in (main, *tree.below(main, "conj")) for j in tree.below(v, "nsubj") if j > k]
    found = [j for j in found[:1] if acts(tree, j) and "," in tree.words[k:j]]
    return next((j for j in found if _fits(tree, k, j)), None)


def _fronted(tree: Tree, k: int) -> Iterator[int]:
    """Who stands in front of a pronoun."""
    return (j for j in _before(tree, k) if acts(tree, j) and tree.rels[j] != "nmod")


def _before(tree: Tree, k: int) -> Iterator[int]:
    """The noun phrases in front, less those in other marks of quotation."""
    for j in range(k):
        if (
            tree.upos[j] not in ("NOUN", "PROPN")
            or tree.rels[j] not in _ARGUMENTS
            or is_time(tree, j)
            or tree.full[j] == "nmod:desc"  # `Mr`
            or _is_inside_name(tree, j)
        ):
            continue
        if sum(word in _MARKS for word in tree.words[j:k]) % 2 == 0:
            yield j


def _is_inside_name(tree: Tree, j: int) -> bool:
    """`the Court of Human Rights`: no rights that `they` can mean."""
    above = tree.heads[j]
    return tree.names[j].startswith("I-") and above >= 0 and tree.names[above] not in ("O", "_")


def _fits(tree: Tree, k: int, j: int) -> bool:
    """Whether a phrase agrees with a pronoun; of what is joined (`Ann and Al`) the first stands for all."""
    if tree.rels[j] == "conj" and tree.upos[tree.heads[j]] in ("NOUN", "PROPN"):
        return False
    joined = any(tree.upos[c] in ("NOUN", "PROPN") for c in tree.below(j, "conj"))
    several = tree.xpos[j] in ("NNS", "NNPS") or joined or tree.lemmas[j] in ("police", "people")
    if tree.words[k] in _MANY:
        where = tree.case(j) == "in" and tree.names[j].endswith("LOC")
        return several and acts(tree, j) and not where
    body = _is_body(tree, j)
    if several:
        return False
    if tree.words[k] in _ONE:
        he = tree.words[k] in ("he", "him")
        if tree.lemmas[j] in (_WOMEN if he else _MEN) or (he and tree.lemmas[j].endswith("woman")):
            return False
        # No person stands behind `in`, whatever the reader takes a name for.
        return acts(tree, j) and not body and not (tree.case(j) == "in" and tree.upos[j] == "PROPN")
    return body or (_done_to(tree, k) and not acts(tree, j) and tree.lemmas[j] not in NOUNS)


_WOMEN = frozenset(
    "woman wife mother sister daughter widow girl queen princess actress nun aunt niece grandmother "
    "girlfriend bride schoolgirl mum mom lady waitress stewardess heiress mistress midwife".split()
)
_MEN = frozenset(
    "man husband father brother son boy king prince monk uncle nephew grandfather boyfriend groom schoolboy "
    "dad gentleman widower grandson imam rabbi".split()
)


def _is_body(tree: Tree, j: int) -> bool:
    if tree.names[j].endswith(("ORG", "LOC")) or nation_of(tree, j):
        return True
    return (
        tree.lemmas[j] in BODIES
        or group_of(tree, j) in _BODY_GROUPS - {"court"}
        or _is_court(tree, j)
    )


def _is_court(tree: Tree, j: int) -> bool:
    return tree.lemmas[j] in (
        "court",
        "tribunal",
        "jury",
        "panel",
        "army",
        "force",
        "navy",
        "council",
    )


def _done_to(tree: Tree, k: int) -> bool:
    return tree.rels[k] in ("obj", "iobj", "obl") or tree.full[k] == "nsubj:pass"


def _may_be(tree: Tree, k: int, j: int) -> bool:
    """Whether grammar allows it: who does a thing to himself is called `himself`, and what holds a pronoun is
    not meant by it."""
    verb = tree.heads[k]
    if j in tree.above(k) or tree.heads[j] == verb:
        return False
    return not (_done_to(tree, k) and tree.full[k] != "nsubj:pass" and j in subject_of(tree, verb))


def _has_rival(tree: Tree, k: int) -> bool:
    """`The convoy is being loaded in Oman, and it will set out`: the thing that the clause before it has for
    its subject is as likely as a body."""
    verb = tree.heads[k]
    if tree.words[k] not in _BODY or tree.rels[k] != "nsubj" or tree.rels[verb] != "conj":
        return False
    before = tree.below(tree.heads[verb], "nsubj")
    return any(tree.upos[j] == "NOUN" and not _is_body(tree, j) for j in before)


_SAME = (frozenset("he him his himself".split()), frozenset("she her hers herself".split()))


def _is_known_before(tree: Tree, k: int, j: int) -> bool:
    """`Lawmakers called on her to go; the mayor, Ann Lee, has faith in her`: whoever is meant before anybody
    is named is another one."""
    same = next((group for group in _SAME if tree.words[k] in group), frozenset[str]())
    return any(tree.words[at] in same for at in range(j))


def _same_object(tree: Tree, k: int, verb: int, fits: list[int]) -> int | None:
    """`accused the aides of leaks and blamed them`: what the verb before this one is done to."""
    above = tree.heads[verb]
    if tree.rels[verb] != "conj" or above < 0 or tree.below(verb, "nsubj"):
        return None
    objects = (
        tree.below(above, "nsubj") if tree.passive(above) else tree.below(above, "obj", "iobj")
    )
    found = [j for j in objects if j in fits]
    return found[0] if len(found) == 1 else None


def _speaker(tree: Tree, k: int) -> int | None:
    """`a tailor said he had called`: who says it."""
    subject = _saying(tree, k)
    if subject is None or tree.words[k] in _BODY or tree.upos[subject] == "PRON":
        return None
    return subject if _fits(tree, k, subject) else None


def _spoken_for(tree: Tree, k: int) -> int | None:
    """`the mayor's lawyer said he had paid`: for whom they speak, be it a pronoun himself."""
    subject = _saying(tree, k)
    if subject is None or tree.words[k] not in _ONE or tree.lemmas[subject] not in _FOR_ANOTHER:
        return None
    return next((j for j in tree.below(subject, "nmod") if tree.full[j] == "nmod:poss"), None)


def _saying(tree: Tree, k: int) -> int | None:
    """Who says the clause of which a pronoun is the subject."""
    top = tree.heads[k]
    if top < 0 or tree.rels[k] != "nsubj":
        return None
    while tree.rels[top] in ("conj", "xcomp") and tree.heads[top] >= 0:
        top = tree.heads[top]
    verb = tree.heads[top]
    if tree.rels[top] != "ccomp" or not 0 <= verb < k:
        return None
    denied = tree.lemmas[verb] in DENIES and tree.full[k] != "nsubj:pass"
    said = tree.lemmas[verb] in TOLD or denied
    return next(iter(subject_of(tree, verb)), None) if said else None
