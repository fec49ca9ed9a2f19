"""What the reader hangs too high or too low, by plain grammar: objects that it takes for something beside the
verb, `of` behind a noun of its own, verbs that go on with the wrong clause. The third part of `mended`."""

from stemma.events.draft import Draft, each_word, is_joined_verb, is_verb
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
        (is_verb, (_bare_object, _whom)),
        (is_joined_verb, (_goes_on_above,)),
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
