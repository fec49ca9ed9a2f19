"""What the reader hangs too high or too low, by plain grammar: objects that it takes for something beside the
verb, `of` behind a noun of its own, verbs that go on with the wrong clause. The third part of `mended`."""

from stemma.events.draft import Draft, each_word, is_joined_verb, is_verb
from stemma.events.groups import GROUPS
from stemma.events.mended import NAMING, first_of, under

_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday tonight day week "
    "month year morning evening afternoon night hour minute second weekend time january february march april "
    "may june july august september october november december spring summer autumn winter noon midnight "
    "dawn dusk percent cent mile kilometre kilometer metre meter foot way home".split()
)
_ONE = frozenset("was is has".split())
_FINITE = frozenset("was were is are has had have".split())


def attach(draft: Draft) -> None:
    """Hangs objects, owners and joined clauses of each word higher or lower."""
    each_word(
        draft,
        (
            is_verb,
            (_bare_object, _whom, _yet, _said_of, _right_behind, _in_front, _person_given),
        ),
        (is_joined_verb, (_goes_on_above, _goes_on_after)),
        (_is_beside, (_of_the_nearer,)),
        (_is_predicate, (_so_old,)),
    )


def _is_beside(draft: Draft, n: int) -> bool:
    return not is_verb(draft, n) and draft.rel(n) == "nmod"


def _is_predicate(draft: Draft, n: int) -> bool:
    bare = not is_verb(draft, n) and draft.rel(n) == "xcomp"
    return bare and bool(draft.kids(n, "det")) and not draft.kids(n, "cop")


def _bare_object(draft: Draft, n: int) -> None:
    """`blamed the Northern Front`, `plans to sue the mine`: what stands right behind an active verb, with no
    preposition, and tells no time is its object, if the verb has its subject before it or none."""
    passive = any(draft.rels[k] == "aux:pass" for k in draft.kids(n, "aux"))
    passive = passive or any(draft.rels[k] == "nsubj:pass" for k in draft.kids(n, "nsubj"))
    if passive or draft.kids(n, "obj", "iobj", "ccomp", "xcomp") or draft.xpos[n] == "VBN":
        return
    before = any(k < n for k in draft.kids(n, "nsubj"))
    for k in draft.kids(n, "obl", "nsubj"):
        second = draft.rels[k] == "nsubj" and before and k > n
        if draft.rels[k] != "obl" and not second:
            continue
        if draft.kids(k, "case", "mark", "nummod") or draft.upos[k] not in NAMING:
            continue
        if first_of(draft, k) == n + 1 and draft.lemmas[k] not in _TIMES:
            some = draft.words[n + 1] in _BEFORE or draft.xpos[k] == "NNS"
            if some or draft.names[k] != "O":
                draft.rels[k] = "obj"
            return


_BEFORE = frozenset("the a an both his her its their this these those".split())


def _so_old(draft: Draft, n: int) -> None:
    """`shot dead a 17-year-old`: whoever is so old is somebody to whom it is done."""
    verb = draft.heads[n]
    aged = list(draft.words[max(n - 3, 0) : n]) == ["-", "year", "-"]
    if aged and draft.upos[verb] == "VERB" and verb < n and not draft.kids(verb, "obj"):
        draft.rels[n] = "obj"


def _whom(draft: Draft, n: int) -> None:
    """`the boy whom one of the guards killed`: who does it stands before a verb that has `whom` for its
    object."""
    objects = draft.kids(n, "obj")
    if not any(draft.words[k] in ("whom", "which", "that") and k < n for k in objects):
        return
    if not any(draft.rels[k] == "aux:pass" for k in draft.kids(n, "aux")):
        for k in draft.kids(n, "nsubj"):
            draft.rels[k] = "nsubj"


def _of_the_nearer(draft: Draft, n: int) -> None:
    """`calls for the resignation of Ann Holm`: `of` belongs to the noun right before it, where that has an
    article."""
    cases = draft.kids(n, "case")
    if len(cases) != 1 or draft.words[cases[0]] != "of" or cases[0] == 0:
        return
    noun, head = cases[0] - 1, draft.heads[n]
    while draft.rel(noun) in ("flat", "compound") and head < draft.heads[noun] < cases[0]:
        noun = draft.heads[noun]
    if noun <= head or draft.upos[noun] != "NOUN" or noun not in under(draft, head):
        return
    own = [draft.words[k] for k in draft.kids(noun, "det")]
    if not {"the", "a", "an"}.isdisjoint(own) and draft.rel(noun) == "nmod":
        draft.hang(n, noun, "nmod")


def _goes_on_above(draft: Draft, n: int) -> None:
    """`refused to tell the men who had asked and was fined`: what has a finite auxiliary goes on with no
    infinitive, and with `was` with nobody who is several."""
    verb = draft.heads[n]
    own = {draft.words[k] for k in draft.kids(n, "aux")} & _FINITE
    if not own or draft.kids(n, "nsubj", "mark", "expl") or not 0 <= verb < n:
        return
    bare = draft.xpos[verb] == "VB" and any(
        draft.words[k] == "to" for k in draft.kids(verb, "mark")
    )
    if not bare and not (own & _ONE and _of_several(draft, verb)):
        return
    at = draft.heads[verb]
    while at >= 0:
        finite = draft.xpos[at] in ("VBD", "VBZ", "VBP") or draft.kids(at, "aux")
        if draft.upos[at] == "VERB" and draft.kids(at, "nsubj") and finite:
            if not (own & _ONE and _of_several(draft, at)):
                draft.hang(n, at, "conj")
            return
        at = draft.heads[at]


def _of_several(draft: Draft, verb: int) -> bool:
    """Whether those of whom a clause tells are several by their form."""
    subjects = draft.kids(verb, "nsubj")
    if draft.rel(verb) == "acl" and any(draft.words[k] in ("who", "which") for k in subjects):
        subjects = [draft.heads[verb]]
    return bool(subjects) and draft.xpos[subjects[0]] in ("NNS", "NNPS")


def _goes_on_after(draft: Draft, n: int) -> None:
    """`Two men were missing, the ministry said, and it warned …`: what stands behind the verb of saying goes
    on with that, and not with what is said in front of it. And what a passive that is said can't share,
    behind a comma, is done by who says it: `said that a man had been killed, and apologised`."""
    said = draft.heads[n]
    verb = draft.heads[said]
    if draft.rel(said) != "ccomp" or draft.upos[verb] != "VERB" or draft.kids(n, "mark"):
        return
    if said < verb < n:
        draft.hang(n, verb, "conj")
        return
    ands = [k for k in draft.kids(n, "cc") if said < k < n]
    passive = any(draft.rels[k] == "aux:pass" for k in draft.kids(said, "aux"))
    alone = not draft.kids(n, "nsubj", "aux") and not draft.kids(verb, "aux")
    alone = alone and not any("agent" in draft.rels[k] for k in draft.kids(n, "obl"))
    past = draft.xpos[n] == draft.xpos[verb] == "VBD"
    if verb < said and passive and alone and past and ands and draft.words[ands[0] - 1] == ",":
        draft.hang(n, verb, "conj")


def _yet(draft: Draft, n: int) -> None:
    """`confirmed the report yet sided with the firm`: what stands between a verb and `yet` is its object, and
    does nothing itself."""
    verb = draft.heads[n]
    if not 0 <= verb < n - 2 or draft.words[n - 1] != "yet":
        return
    if draft.xpos[n] != draft.xpos[verb] or draft.rel(n) not in ("ccomp", "conj"):
        return
    if draft.kids(n, "mark", "aux", "cc") or draft.between(verb, n, ",", ";", ":", "and", "but"):
        return
    between = [k for k in draft.kids(n, "nsubj") if verb < first_of(draft, k) < n]
    if len(between) == 1 and not draft.kids(verb, "obj", "iobj"):
        draft.hang(between[0], verb, "obj")
        draft.hang(n - 1, n, "cc")
        draft.hang(n, verb, "conj")


def _said_of(draft: Draft, n: int) -> None:
    """`said a panel under a judge would meet`: nobody is said, so that whoever stands between `said` and what
    is said is its subject; `found that the firm had known and had hidden it`: a second clause without a
    subject goes on with the first."""
    verb = draft.heads[n]
    if draft.rel(n) != "ccomp" or not 0 <= verb < n or draft.lemmas[verb] not in _SAID:
        return
    if draft.kids(n, "nsubj", "csubj", "expl", "mark") or not draft.kids(n, "aux"):
        return
    before = [k for k in draft.kids(verb, "ccomp") if k < n and draft.kids(k, "nsubj")]
    objects = [k for k in draft.kids(verb, "obj") if verb < k < n and draft.upos[k] in NAMING]
    if before:
        draft.hang(n, before[-1], "conj")
    elif len(objects) == 1 and first_of(draft, objects[0]) == verb + 1:
        draft.hang(objects[0], n, "nsubj")


_SAID = frozenset(
    "say claim find conclude argue admit add insist note think believe hope fear allege suggest".split()
)


def _right_behind(draft: Draft, n: int) -> None:
    """`lives with two orphans she saved that night`: a pronoun right behind a noun begins a clause about it,
    where the reader hung that clause on a verb further above."""
    front = [k for k in draft.kids(n, "nsubj") if k < n and draft.words[k] in _WHO]
    loose = draft.rel(n) in ("ccomp", "parataxis", "conj", "advcl", "dep")
    if not front or not loose or draft.kids(n, "mark", "cc", "ccomp", "xcomp"):
        return
    noun = front[0] - 1
    above = draft.heads[n]
    if first_of(draft, n) != front[0] or noun <= above < n or draft.upos[noun] != "NOUN":
        return
    verb = draft.heads[noun]
    nearer = (above < verb or above > n) and verb < noun and draft.upos[verb] == "VERB"
    if not nearer or draft.lemmas[noun] in _TIMES or draft.rel(verb) not in ("acl", "conj"):
        return
    objects = draft.kids(n, "obj")
    if all(draft.lemmas[k] in _TIMES for k in objects):
        for k in objects:
            draft.rels[k] = "obl:unmarked"
        draft.hang(n, noun, "acl:relcl")


_WHO = frozenset("he she it they we i you".split())


def _in_front(draft: Draft, n: int) -> None:
    """`After the arrests a dozen wives sat down`: what has such a word in front is a time, and those behind
    it do what the verb tells."""
    for k in draft.kids(n, "nsubj"):
        timed = any(draft.words[j] in _FRONTED for j in draft.kids(k, "case"))
        if not timed or k > n:
            continue
        for j in (*draft.kids(k, "nmod"), *draft.kids(n, "nsubj")):
            bare = draft.rels[j] in ("nmod", "nsubj") and not draft.kids(j, "case")
            if bare and k < j < n and draft.xpos[j] in ("NNS", "NNPS"):
                draft.hang(j, n, "nsubj")
                draft.rels[k] = "obl"
                return


_FRONTED = frozenset("after before during following since amid despite".split())


def _person_given(draft: Draft, n: int) -> None:
    """`offered the president immunity`: of a verb that gives, who stands before what has no article gets
    it."""
    if draft.lemmas[n] not in _GIVES or draft.kids(n, "iobj"):
        return
    for thing in draft.kids(n, "obj"):
        before = draft.kids(thing, "compound")
        articles = [k for k in draft.kids(thing, "det") if draft.words[k] in ("the", "a", "an")]
        if len(before) != 1 or len(articles) != 1 or draft.lemmas[thing] not in _GIVEN:
            continue
        whole = GROUPS.get(draft.lemmas[before[0]]) in _PEOPLE and before[0] == thing - 1
        if whole and n < articles[0] < before[0]:
            draft.hang(before[0], n, "iobj")
            draft.hang(articles[0], before[0], "det")


_GIVES = frozenset("offer grant give deny promise guarantee refuse accord allow send lend".split())
# What is given without an article before it.
_GIVEN = frozenset(
    "immunity asylum amnesty refuge shelter protection citizenship bail permission access advice "
    "compensation help aid assistance support money clemency parole sanctuary".split()
)
_PEOPLE = frozenset("crowd armed held leader envoy press".split())
