"""Where a sentence tells of a deed, and who does it to whom, by its tree."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from stemma.events.agents import acts, is_party, is_time
from stemma.events.asked import answering
from stemma.events.doers import actor_of, antecedent, subject_of
from stemma.events.groups import GROUPS
from stemma.events.lexicon import (
    DONE_TO,
    LIGHT,
    LOOSE,
    NOUNS,
    POINTING,
    TOWARDS,
    VERBS,
)
from stemma.events.mended import ONE
from stemma.events.objects import shared
from stemma.events.owners import agents_of, done_by, is_name, owners_of
from stemma.events.partaking import (
    BEFALLS,
    doers_of_it,
    in_the_course,
    own_affair,
    takes_part,
    visiting,
)
from stemma.events.phrases import PHRASES
from stemma.events.tree import NOMINAL, Span, Tree

VERB, NOUN, LENT = "verb", "noun", "light verb"


@dataclass(frozen=True)
class Mention:
    """A place that may tell of a deed: its head, all words that carry it, who and whom (spans of words),
    what was seen (`kind`), and why nothing can be said of what it means (`unknown`)."""

    head: int
    words: tuple[int, ...]
    kind: str
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()
    unknown: str = ""
    lent: int | None = None  # the verb that lends itself to a noun


def mentions(tree: Tree) -> list[Mention]:
    """All of a sentence, in the order of their heads."""
    lent = dict(_lent(tree))
    found = [_noun(tree, n, lent.get(n)) for n in range(len(tree.words)) if is_nominal(tree, n)]
    taken = {one.lent for one in found if one.lent is not None}
    taken |= {verb for one in found for verb in done_by(tree, one.head)}
    verbs = [n for n in range(len(tree.words)) if is_verbal(tree, n) and n not in taken]
    found += [_verb(tree, n) for n in verbs]
    return sorted((_plain(one) for one in found), key=lambda one: one.words)


def mention_at(tree: Tree, n: int) -> Mention:
    """The mention that a word heads, known to be one."""
    if tree.upos[n] in ("VERB", "AUX"):
        return _plain(_verb(tree, n))
    of = [k for k in tree.below(n, "nmod") if _noun_whom(tree, n, k)]
    return _plain(Mention(n, (n,), NOUN, spans_of(tree, owners_of(tree, n)), spans_of(tree, of)))


def is_verbal(tree: Tree, n: int) -> bool:
    """Whether a word is a verb that may tell of a deed."""
    if tree.upos[n] != "VERB":
        return False
    return tree.rels[n] not in ("amod", "compound", "aux", "fixed", "case", "mark")


def is_nominal(tree: Tree, n: int) -> bool:
    """Whether a word is a noun of a deed that heads its phrase."""
    if tree.upos[n] not in ("NOUN", "PROPN") or tree.lemmas[n] not in NOUNS:
        return False
    if tree.upos[n] == "PROPN" and is_time(tree, n):
        return False  # the month of March
    if tree.words[n + 1 : n + 2] and tree.words[n + 1][:2] in ("d'", "d’"):
        return False  # a chargé d'affaires
    return tree.rels[n] not in ("compound", "flat", "fixed") and tree.names[n] in ("O", "_")


def _lent(tree: Tree) -> Iterator[tuple[int, int]]:
    """(noun, verb) where a verb lends itself to the noun of a deed: `carried out an attack`, `were behind
    the attack`."""
    for n in range(len(tree.words)):
        head = tree.heads[n]
        if head < 0 or not is_nominal(tree, n):
            continue
        told = tree.lemmas[head] in _TOLD
        object_of = tree.rels[n] == "obj" or (tree.full[n] == "nsubj:pass" and not told)
        named = tree.lemmas[head] == "call" and _names_it(tree, head)
        used = tree.lemmas[head] == "use" and _as_what(tree, n)
        lends = tree.lemmas[head] in LIGHT and tree.upos[head] == "VERB"
        spoken_of = tree.has(head, "up") and tree.lemmas[head] in ("take", "bring")
        apart = _particles(tree, head)
        phrase = " ".join(tree.lemmas[k] for k in (head, *apart))
        other = phrase in PHRASES or named or used or spoken_of  # `put off the visit`
        if object_of and lends and not other:
            yield n, head


def _as_what(tree: Tree, noun: int) -> bool:
    """Whether a deed is only made use of: `used the attack as a pretext`."""
    return noun + 1 < len(tree.words) and tree.words[noun + 1] == "as"


def _names_it(tree: Tree, verb: int) -> bool:
    """`called the seizure an attack`: two things, of which one is a name for the other."""
    # The reader may hang what somebody is called on what is called so.
    second = [j for k in tree.below(verb, "obj") for j in tree.below(k, "obj", "appos")]
    bare = [k for k in tree.below(verb, "obl") if not tree.case(k) and not is_time(tree, k)]
    return len([*tree.below(verb, "xcomp", "obj", "iobj"), *bare, *second]) > 1


def _plain(one: Mention) -> Mention:
    """Without recipients that are actors, and nothing twice."""
    actors = tuple(dict.fromkeys(one.actors))
    recipients = tuple(span for span in dict.fromkeys(one.recipients) if span not in actors)
    return replace(one, words=tuple(sorted(one.words)), actors=actors, recipients=recipients)


# -- verbs ----------------------------------------------------------------------------------------


def _verb(tree: Tree, n: int) -> Mention:
    words = (n, *_particles(tree, n))
    return Mention(
        n, words, VERB, spans_of(tree, actor_of(tree, n)), spans_of(tree, _whom(tree, n))
    )


def _particles(tree: Tree, n: int) -> list[int]:
    parted = [
        k for k in tree.below(n, "advmod")
        if k == n + 1 and f"{tree.lemmas[n]} {tree.words[k]}" in PHRASES
    ]  # fmt: skip
    return [k for k in tree.kids[n] if tree.full[k] == "compound:prt"] or parted


def spans_of(tree: Tree, heads: list[int]) -> tuple[Span, ...]:
    """The phrases that some words head, with those that are joined to them."""
    named = [_who_is_one(tree, head) for head in heads]
    joined = dict.fromkeys(other for head in named for other in (head, *_joined(tree, head)))
    return tuple(tree.span(n) for n in joined if tree.upos[n] in (*NOMINAL, "ADJ", "DET", "SYM"))


def heads_of(tree: Tree, spans: Iterable[Span]) -> list[int]:
    """The main word of each stretch."""
    return [tree.top(range(*span)) for span in spans]


def _who_is_one(tree: Tree, n: int) -> int:
    """`one of the generals, Ann Holm`: who is named behind a word that only counts."""
    behind = tree.below(n, "appos") if tree.words[n] in ONE else []
    return next((k for k in behind if is_name(tree, k) or acts(tree, k)), n)


def _joined(tree: Tree, n: int) -> list[int]:
    joined = [k for k in tree.below(n, "conj") if tree.upos[k] in NOMINAL]
    return [k for k in joined if tree.case(k) not in ("without", "except", "unlike", "than")]


def _whom(tree: Tree, n: int) -> list[int]:
    """The heads of the phrases that say to whom something is done."""
    if tree.passive(n):
        found = [s for k in tree.below(n, "nsubj") for s in [antecedent(tree, n, k)]]
        if not found and tree.rels[n] == "acl":
            found = [tree.heads[n]]
        found = found or (subject_of(tree, n) if tree.rels[n] in ("conj", "xcomp") else [])
        if any(is_party(tree, k) for k in found):
            return found
        return _near(tree, n, found) or found
    found = tree.below(n, "iobj") or tree.below(n, "obj") or shared(tree, n)
    found = [k for k in found if not tree.words[k].endswith(("self", "selves"))]
    people = [k for k in found if is_party(tree, k)]
    if people and any(is_moved(tree, n, k) for k in people):
        people = _near(tree, n, people) or people
    people = people or told_of(tree, n)
    below = [k for clause in tree.below(n, "xcomp", "ccomp") for k in _whom(tree, clause)]
    aimed = [k for k in tree.below(n, "obl", "nmod") if tree.case(k) in _AIMED]
    aimed = [k for k in aimed if not is_time(tree, k)] if found else []
    return people or _near(tree, n, found) or below or aimed[:1] or found


def is_posted(tree: Tree, n: int, k: int) -> bool:
    """Whether a verb moves people who go on somebody's behalf: `withdrew soldiers`."""
    return tree.lemmas[n] in _MOVES and GROUPS.get(tree.lemmas[k]) in _SENT


def is_moved(tree: Tree, n: int, k: int) -> bool:
    """Whether people are what somebody sends or withdraws, and not whom it is done to: `its troops`."""
    own = any(tree.full[j] == "nmod:poss" and tree.upos[j] == "PRON" for j in tree.below(k, "nmod"))
    return own or is_posted(tree, n, k)


def is_sent(tree: Tree, n: int, k: int) -> bool:
    """Whether people are sent to help or to look: `sent experts`, and not `sent him to jail`."""
    new = not tree.below(k, "det") or tree.has(k, "a", "an", "some", "more")
    home = tree.has(n, "home", "away") or any(tree.case(j) == "to" for j in tree.below(n, "obl"))
    new = new or not home  # `which is to send the observers`
    sends = tree.lemmas[n] in _MOVES | {"smuggle"} and not tree.passive(n)
    return sends and new and tree.lemmas[k] in _HELPERS


def told_of(tree: Tree, n: int) -> list[int]:
    """Whom a demand or a charge is about: who does what stands in the clause below."""
    if VERBS.get(tree.lemmas[n]) not in ("REQUEST", "ACCUSE") and tree.lemmas[n] not in _CHARGES:
        return []
    clauses = tree.below(n, "ccomp", "xcomp", "advcl")
    clauses = [k for k in clauses if k > n and tree.mark(k).split(" ")[0] in _OF_CLAUSE]
    joined = [k for clause in clauses for k in tree.below(clause, "conj") if not tree.passive(k)]
    joined = [k for k in joined if tree.mark(k) or tree.xpos[k] == "VB"]  # `that he go`
    for some in (clauses, joined):  # `demanded that she be freed and that the minister go`
        found = [k for clause in some for k in tree.below(clause, "nsubj") if k > n]
        found = [k for k in found if is_party(tree, k) and tree.upos[k] != "PRON"]
        if found:
            return found
    return []


def _near(tree: Tree, n: int, things: list[int]) -> list[int]:
    """Whom a preposition names beside a verb, or beside what is done or said."""
    beside = [k for k in tree.below(n, "obl", "nmod") if tree.full[k] != "obl:agent"]
    towards = [k for k in beside if _towards(tree, k)]
    inner = [k for thing in (*things, *beside) for k in _of_thing(tree, thing)]
    loose = [k for k in beside if tree.aim(k) in TOWARDS and is_party(tree, k)]
    return towards[:1] or inner[:1] or loose[:1]


def _of_thing(tree: Tree, thing: int) -> list[int]:
    """Whose thing it is: `condemned the decision of the court`, `the army's raid`."""
    near = [k for k in tree.below(thing, "nmod") if tree.case(k).split(" ")[0] in TOWARDS]
    return [k for k in (*owners_of(tree, thing), *near) if is_party(tree, k)]


def _towards(tree: Tree, k: int) -> bool:
    case = tree.aim(k)
    if case not in TOWARDS or is_time(tree, k):
        return False
    return is_party(tree, k) and (case not in LOOSE or tree.names[k].endswith(("PER", "ORG")))


_MOVES = frozenset(
    "send deploy dispatch withdraw pull move mass rush fly ship bring recall station post redeploy".split()
)
_SENT = frozenset(("troops", "keepers", "envoy", "police"))
_HELPERS = frozenset(
    "specialist expert engineer inspector observer monitor adviser advisor instructor doctor medic nurse "
    "rescuer diver technician mediator investigator team reporter spy agent negotiator "
    "volunteer firefighter fireman lawyer".split()
)
_CHARGES = frozenset("claim want demand propose suggest insist".split())
_OF_CLAUSE = frozenset(("", "that", "for", "to"))
_TOLD = frozenset("announce declare order express voice".split())
_AIMED = frozenset("at on against upon into".split())


# -- nouns ----------------------------------------------------------------------------------------


def _noun(tree: Tree, n: int, verb: int | None) -> Mention:
    """A noun that tells of a deed, with the verb that lends itself to it."""
    actors = owners_of(tree, n)
    words = (n, *((verb, *_particles(tree, verb)) if verb is not None else ()))
    words = (*words, *(k for k in tree.below(n, "compound") if _is_part(tree, k)))
    near = tree.below(n, "nmod")
    if tree.lemmas[n] in DONE_TO:  # `the release on bail of the cook`
        bare = [k for k in near if tree.case(k) in ("on", "without") and not tree.below(k, "det")]
        near = [*near, *(j for k in bare for j in tree.below(k, "nmod") if tree.case(j) == "of")]
    recipients = [k for k in near if _noun_whom(tree, n, k)]
    made = [v for v in tree.below(n, "acl") if tree.passive(v)]  # `a deal reached between`
    about = [
        k for k in tree.below(n, "nmod", "appos", "amod") if k > n
    ]  # `talks on a ransom between`, `the first between`
    near = [*tree.below(n, "nmod"), *(k for v in made for k in tree.below(v, "obl"))]
    near += [j for k in about if not acts(tree, k) for j in tree.below(k, "nmod", "obl")]
    between = [k for k in near if tree.case(k) in ("between", "among")]
    between = [
        k for k in between if acts(tree, k) or (tree.upos[k] == "NUM" and tree.has(k, "the"))
    ]
    actors = between or actors
    if verb is not None:
        doers = agents_of(tree, verb) if tree.passive(verb) else actor_of(tree, verb)
        own = [k for k in actors if tree.upos[k] != "PRON"]
        actors = own or doers or actors
        if tree.lemmas[verb] in _BEARS and tree.lemmas[n] != "visit" and doers and not own:
            return _borne(tree, n, verb, doers)
        told = [k for k in _whom(tree, verb) if k != n and k not in owners_of(tree, n)]
        recipients = recipients or [k for k in told if is_party(tree, k)]
    elif (summed := sums_up(tree, n)) is not None:
        actors = actors or actor_of(tree, summed)
        recipients = recipients or [k for k in _whom(tree, summed) if is_party(tree, k)]
    elif actors and tree.upos[actors[0]] == "PRON":
        actors = own_affair(tree, n, actors[0]) or actors
    elif not actors:
        actors = _behind(tree, n) or visiting(tree, n, recipients)
        actors = actors or [k for k in takes_part(tree, n) if k not in recipients]
        actors = actors or doers_of_it(tree, n)
        if in_the_course(tree, n) and NOUNS[tree.lemmas[n]] == "ASSAULT" and words == (n,):
            recipients = recipients or _whom(tree, tree.heads[n])
    if actors and not recipients and _befalls(tree, n, actors):
        decides = tree.lemmas[tree.heads[n]] in ("vote", "agree", "opt", "order")
        who = takes_part(tree, n) if decides or tree.rels[n] == "nmod" else []
        actors, recipients = [k for k in who if k not in actors], actors
    recipients = recipients or answering(tree, n)
    unknown = _pointing(tree, n) if verb is None and not (actors or recipients) else ""
    kind = NOUN if verb is None else LENT
    return Mention(
        n, words, kind, spans_of(tree, actors), spans_of(tree, recipients), unknown, verb
    )


def sums_up(tree: Tree, n: int) -> int | None:
    """The verb that a noun behind it sums up: `accused him of theft, a charge that he denied`."""
    if tree.rels[n] not in ("appos", "parataxis") or n == 0 or not tree.has(n, "a", "an"):
        return None
    if not tree.below(n, "acl"):
        return None
    kind = NOUNS[tree.lemmas[n]]
    return next((k for k in tree.above(n) if k < n and VERBS.get(tree.lemmas[k]) == kind), None)


def _befalls(tree: Tree, n: int, owners: list[int]) -> bool:
    """`Holm's arrest`: whose it is it befalls, unless it says of whom besides."""
    of = any(tree.case(k) == "of" for k in tree.below(n, "nmod"))
    own = all(tree.full[k] == "nmod:poss" for k in owners)
    return own and not of and tree.lemmas[n] in BEFALLS


def _borne(tree: Tree, n: int, verb: int, who: list[int]) -> Mention:
    """`paid a fine`: the subject is whom it befalls."""
    words = (n, verb, *tree.below(n, "compound"))
    by = [k for k in tree.below(n, "nmod") if tree.case(k) == "by"]
    return Mention(n, words, LENT, spans_of(tree, by), spans_of(tree, who), "", verb)


_BEARS = frozenset("pay face suffer undergo".split())


def _is_part(tree: Tree, k: int) -> bool:
    """Whether a noun before one of a deed is a word of it: `missile strike`, but no name."""
    return not is_name(tree, k) and not (k and tree.words[k - 1] == "-")


def _noun_whom(tree: Tree, n: int, k: int) -> bool:
    case = tree.case(k)
    if tree.full[k] == "nmod:poss" or is_time(tree, k):
        return False
    if case == "of":
        return tree.lemmas[n] in DONE_TO
    if case in ("between", "from") and NOUNS.get(tree.lemmas[n]) != "RETREAT":
        return False
    return case in TOWARDS and (case not in LOOSE or is_party(tree, k))


def _behind(tree: Tree, n: int) -> list[int]:
    """The subject of `were behind the attack`, `responsible for the attack`."""
    if tree.case(n) == "behind" and tree.below(n, "cop"):
        return subject_of(tree, n)
    kept = tree.lemmas[n] in _KEPT_UP or NOUNS[tree.lemmas[n]] == "CONSULT"
    if kept and tree.case(n) in ("in", "on") and tree.below(n, "cop"):  # `are in talks`
        return [k for k in subject_of(tree, n) if acts(tree, k)]
    head = tree.heads[n]
    if head >= 0 and tree.rels[n] == "obj" and NOUNS[tree.lemmas[n]] in _SAID:
        # `ignored two warnings from the nurses`, which the reader hung on the verb
        behind = [k for k in tree.below(head, "obl") if k > n and tree.case(k) == "from"]
        return [k for k in behind if acts(tree, k) and not is_time(tree, k)][:1]
    if head >= 0 and tree.rels[n] == "obl" and (tree.case(n), tree.lemmas[head]) in _BLAMED:
        return subject_of(tree, head)
    return []


_SAID = frozenset("THREATEN REQUEST ACCUSE SUPPORT".split())
_KEPT_UP = frozenset("strike patrol offensive revolt rebellion mutiny uprising retreat".split())
_BLAMED = frozenset(
    {("behind", "be"), ("behind", "stand"), ("for", "responsible"), ("of", "guilty")}
)


def _pointing(tree: Tree, n: int) -> str:
    """Why nobody can know from the sentence what a noun speaks of; empty if it can be known."""
    dets = [tree.words[k] for k in tree.below(n, "det")]
    more = [k for k in tree.kids[n] if tree.rels[k] in ("amod", "nmod", "acl", "compound", "appos")]
    if more or not set(dets) & POINTING:
        return ""
    kind = NOUNS[tree.lemmas[n]]
    earlier = [k for k in range(n) if NOUNS.get(tree.lemmas[k]) == kind and k != n]
    return "" if earlier else "referent unknown"
