"""Clauses that the reader hangs on the wrong word, hung where commas, pronouns and prepositions say that they
belong. Like `mended`, of which this is the second half."""

from stemma.events.draft import Draft, each_word, is_joined_verb, is_verb
from stemma.events.groups import GROUPS
from stemma.events.mended import ABSOLUTE, NAMING, first_of, under

# Who gives the one does not do what it is for; who has the other does.
HELP = frozenset("cooperation co-operation help assistance aid support collaboration".split())
PART = frozenset("part role participation involvement hand share".split())
_RELATIVE = frozenset("which who whom".split())


def rehang(draft: Draft) -> None:
    """Hangs names, subjects, owners and clauses of each word where they belong."""
    each_word(
        draft,
        (_is_place, (_of_a_town,)),
        (_is_subject, (_no_subject,)),
        (_is_owner, (_owner_of, _owners)),
        (is_verb, _OF_VERBS),
        (is_joined_verb, (_inside_relative, _loose_participle)),
    )


def _is_place(draft: Draft, n: int) -> bool:
    return draft.names[n] == "B-LOC"


def _is_subject(draft: Draft, n: int) -> bool:
    return draft.rel(n) == "nsubj"


def _is_owner(draft: Draft, n: int) -> bool:
    return draft.rels[n] == "nmod:poss"


def _of_a_town(draft: Draft, n: int) -> None:
    """`A Port Holm, Ohio, policeman fired`: a town with its state between an article and a noun says where
    somebody is from, and does nothing itself."""
    if n == 0 or draft.words[n - 1] not in ("a", "an", "the"):
        return
    at = _behind_name(draft, n)
    at = _behind_name(draft, at + 1) if draft.words[at : at + 1] == [","] else n
    if draft.words[at : at + 1] != [","] or draft.names[at - 1] == "O":
        return
    top = at + 1
    while top < len(draft.words) and draft.upos[top] in ("ADJ", "NOUN", "PROPN"):
        above = draft.heads[top]
        if draft.upos[top] == "NOUN" and not (above > top and draft.upos[above] in NAMING):
            break
        top += 1
    if top >= len(draft.words) or draft.upos[top] != "NOUN":
        return
    cases = draft.kids(n, "case")
    if draft.heads[n] != top:
        draft.hang(top, draft.heads[n], draft.rels[n])
    draft.hang(n, top, "compound")
    draft.hang(n - 1, top, "det")
    for k in range(n + 1, at + 1):
        draft.hang(k, n, "punct" if draft.upos[k] == "PUNCT" else "flat")
    for k in cases:
        draft.hang(k, top, "case")


def _behind_name(draft: Draft, n: int) -> int:
    """The first word behind the name that begins at a word, with the stop of what is cut short."""
    at = n + 1
    while at < len(draft.words) and (draft.names[at].startswith("I-") or draft.words[at] == "."):
        at += 1
    return at


def _under_which(draft: Draft, n: int) -> None:
    """`signed a pact on Monday under which boats are turned back`: a clause with a preposition and `which` in
    front tells of a noun before it, and is not what somebody says or signs."""
    marked = any(draft.words[k] != "to" for k in draft.kids(n, "mark"))
    if draft.rel(n) not in ("ccomp", "advcl", "dep", "parataxis") or marked:
        return
    for k in draft.kids(n, "obl", "nmod"):
        cases = draft.kids(k, "case")
        if draft.words[k] not in ("which", "whom") or not cases or k > n:
            continue
        if draft.heads[n] < cases[0] and first_of(draft, n) == cases[0]:
            nouns = [j for j in draft.kids(draft.heads[n], "obj", "nsubj", "iobj") if j < cases[0]]
            if nouns:
                draft.hang(n, nouns[-1], "acl:relcl")
            return


def _asked_to(draft: Draft, n: int) -> None:
    """`calls for the minister to resign`: who stands between `for` and `to` is to do it, whatever the reader
    hangs him on."""
    marks = draft.kids(n, "mark")
    if len(marks) < 2 or draft.kids(n, "nsubj") or draft.words[marks[0]] != "for":
        return
    first, to = marks[0], marks[-1]
    if draft.words[to] != "to" or not first < to < n:
        return
    loose = [
        k for k in range(first + 1, to)
        if draft.upos[k] in NAMING and not first < draft.heads[k] < to
    ]  # fmt: skip
    if loose and draft.heads[loose[0]] != n:
        head, *more = loose
        draft.hang(head, n, "nsubj")
        for k in more:
            draft.hang(k, head, "flat")


def _no_subject(draft: Draft, n: int) -> None:
    """`the sale of fuel by generals close to the king`: what has `by` in front is no subject of an adjective,
    but says who does what the noun before tells."""
    adjective = draft.heads[n]
    by = [k for k in draft.kids(n, "case") if draft.words[k] == "by"]
    if not by or draft.upos[adjective] != "ADJ" or draft.rel(adjective) != "acl" or n > adjective:
        return
    noun = draft.heads[adjective]
    if 0 <= noun < by[0]:
        draft.hang(n, noun, "nmod")
        draft.hang(adjective, n, "amod")


def _owner_of(draft: Draft, n: int) -> None:
    """`in the election on Holm's behalf`: whose it is stands in front of it, and what stands before an owner
    is not his."""
    marks = [k for k in draft.kids(n, "case") if draft.words[k] in ("'s", "’s", "'", "’")]
    if not marks or draft.heads[n] > n:
        return
    behind = range(marks[-1] + 1, min(marks[-1] + _NEAR, len(draft.words)))
    noun = next((k for k in behind if draft.upos[k] in NAMING), None)
    if noun is not None and not any(draft.rels[k] == "nmod:poss" for k in draft.kids(noun, "nmod")):
        draft.hang(n, noun, "nmod:poss")


def _unmarked_subject(draft: Draft, n: int) -> None:
    """`On Monday dozens of miners, many of them masked, marched`: people that the reader takes for a time."""
    if draft.rel(n) != "root" or draft.xpos[n] not in ("VBD", "VBZ", "VBP"):
        return
    bare = [k for k in draft.kids(n, "obl") if draft.rels[k] == "obl:unmarked" and k < n]
    if draft.kids(n, "nsubj", "csubj", "expl"):
        _some_of_these(draft, n, bare)
        return
    for k in bare:
        if draft.xpos[k] == "NNS" and draft.lemmas[k] in _CROWDS and draft.kids(k, "nmod"):
            draft.hang(k, n, "nsubj")
            return


def _some_of_these(draft: Draft, n: int, bare: list[int]) -> None:
    """`Dozens of miners, many brought in by bus, marched`: what is said of many of them between commas is a
    participle, and all of them do what stands behind it."""
    front = [k for k in bare or draft.kids(n, "nsubj")[:-1] if draft.xpos[k] in ("NNS", "NNPS")]
    some = draft.kids(n, "nsubj")[-1:]
    behind = [
        v for v in draft.kids(n, "parataxis", "conj", "ccomp", "advcl", "dep")
        if v > n and draft.xpos[v] == "VBD" and not draft.kids(v, "nsubj", "mark", "cc", "aux")
    ]  # fmt: skip
    if not front or not some or not behind or draft.words[some[0]] not in ABSOLUTE:
        return
    v = behind[0]
    if not (front[0] < some[0] < n) or draft.words[some[0] - 1] != ",":
        return
    if draft.words[first_of(draft, v) - 1] != ",":
        return
    draft.hang(v, -1, "root")
    draft.hang(front[0], v, "nsubj")
    draft.hang(n, front[0], "acl")
    draft.rels[some[0]] = "nsubj:pass"
    for k in [*draft.kids(n, "obl"), *draft.kids(n, "conj")]:
        if k < front[0] or k > v:
            draft.hang(k, v, draft.rels[k])


_CROWDS = frozenset("ten dozen score hundred thousand".split())


def _owners(draft: Draft, n: int) -> None:
    """`received Oman and Chad's ministers`: of two names before people of office both have such people."""
    people = draft.heads[n]
    one = draft.heads[people]
    pair = draft.rel(people) == "conj" and draft.xpos[people] == "NNS" and one == n - 2
    office = GROUPS.get(draft.lemmas[people]) in ("leader", "envoy")
    named = pair and office and draft.upos[n] == draft.upos[one] == "PROPN"
    if (
        named
        and draft.words[n - 1] == "and"
        and not draft.kids(one, "det", "nmod", "amod", "appos")
    ):
        draft.hang(people, draft.heads[one], draft.rels[one])
        draft.hang(one, people, "nmod:poss")
        draft.hang(n, one, "conj")
        for k in draft.kids(people, "cc"):
            draft.hang(k, n, "cc")


def _loose_participle(draft: Draft, n: int) -> None:
    """`left the court on Friday, acquitted of theft`: a participle behind a comma, without `and`, of which
    nothing is done to anybody else, tells what befalls the subject."""
    above = draft.heads[n]
    bare = not draft.kids(n, "cc", "nsubj", "aux", "obj", "mark") and draft.words[n - 1] == ","
    if draft.xpos[n] == "VBN" and bare and 0 <= above < n and draft.xpos[above] == "VBD":
        listed = any(draft.rel(k) == "conj" and draft.heads[k] == above and k != n
                     for k in range(above, len(draft.words)))  # fmt: skip
        if not listed and not draft.kids(above, "aux"):
            draft.hang(n, above, "advcl")


_NEAR = 4  # words behind an owner in which stands what is his


def _said_behind(draft: Draft, n: int) -> None:
    """`The chief, who is ill, offered to go, two aides said`: of two subjects the first is that of what is
    said in front."""
    front = [k for k in draft.kids(n, "nsubj") if k < n]
    told = [k for k in draft.kids(n, "ccomp") if k < n]
    if len(front) < 2 or not told or draft.kids(told[0], "nsubj", "mark"):
        return
    if front[0] < told[0] < front[1]:
        draft.hang(front[0], told[0], "nsubj")


def _behind_mark(draft: Draft, n: int) -> None:
    """`a day after the council named him`: what stands between such a word and a verb is its subject."""
    marks = [k for k in draft.kids(n, "mark") if draft.words[k] in _BEFORE_SUBJECTS]
    if not marks or draft.kids(n, "nsubj", "aux") or draft.xpos[n] not in ("VBD", "VBZ"):
        return
    for k in draft.kids(n, "obj"):
        if marks[-1] < k < n and first_of(draft, k) == marks[-1] + 1:
            draft.hang(k, n, "nsubj")
    first = marks[-1] + 1
    for k in range(first, n):
        outside = draft.upos[k] in NAMING and draft.heads[k] < first and not draft.kids(k, "case")
        if outside and first_of(draft, k) == first and _reaches(draft, k, n):
            draft.hang(k, n, "nsubj")
            return


_BEFORE_SUBJECTS = frozenset(
    "after before when because while since if although though until as".split()
)


def _behind_preposition(draft: Draft, n: int) -> None:
    """`was sent home a day after a raid at the port killed two`: what stands between such a word and a verb
    in the past without a subject does what the verb says, and nobody who is named before."""
    bare = not draft.kids(n, "nsubj", "csubj", "aux", "mark", "cc") and draft.rels[n] != "acl"
    done_to = [k for k in draft.kids(n, "obj", "ccomp", "xcomp") if k > n]
    if draft.xpos[n] not in ("VBD", "VBZ") or not bare or not done_to or draft.heads[n] < 0:
        return
    for k in range(n - 1, -1, -1):
        cases = [j for j in draft.kids(k, "case") if draft.words[j] in _WHEN]
        if cases and draft.upos[k] in NAMING and _reaches(draft, k, n):
            draft.hang(k, n, "nsubj")
            draft.hang(cases[0], n, "mark")
            draft.rels[n] = "advcl"
            return


def _by_the_nearer(draft: Draft, n: int) -> None:
    """`the truce collapsed when shells hit a village, killing two`: what kills is what hit, and not what is
    told further in front."""
    verb, bare = draft.heads[n], not draft.kids(n, "nsubj", "aux", "mark")
    if (
        draft.xpos[n] != "VBG"
        or not bare
        or draft.rel(n) != "advcl"
        or draft.lemmas[n] not in _HURTS
    ):
        return
    for k in draft.kids(verb, "advcl"):
        marked = any(
            draft.words[j] in _CLAUSES for j in (*draft.kids(k, "mark"), *draft.kids(k, "advmod"))
        )
        if verb < k < n and marked and draft.kids(k, "nsubj") and draft.lemmas[k] in _STRIKES:
            draft.hang(n, k, "advcl")
            return


_HURTS = frozenset("kill wound injure hurt maim destroy damage".split())
_STRIKES = frozenset(
    "hit strike explode attack shell bomb fire shoot crash collapse ram plough open raid storm blast "
    "detonate fall slam open".split()
)
_CLAUSES = frozenset("when as after while where".split())
_WHEN = frozenset("after before since until".split())


def _reaches(draft: Draft, k: int, n: int) -> bool:
    """Whether a phrase is all that stands between its preposition and a verb."""
    return set(range(k + 1, n)) <= set(under(draft, k)) and not draft.between(k, n, ",", ";", ":")


def _that_which(draft: Draft, n: int) -> None:
    """`fired on a boat that they were trying to stop`: right behind a noun, and with nothing else that it is
    done to, `that` is the noun."""
    marks = [k for k in draft.kids(n, "mark") if draft.words[k] == "that"]
    loose = draft.rels[n] in ("advcl", "acl:relcl")
    if not loose or not marks or not draft.kids(n, "nsubj"):
        return
    last = n
    for k in draft.kids(n, "xcomp"):
        last = k
    noun = marks[0] - 1
    if last == n or draft.upos[noun] != "NOUN" or draft.kids(last, "obj", "iobj", "ccomp", "xcomp"):
        return
    draft.hang(n, noun, "acl:relcl")
    draft.hang(marks[0], last, "obj")


def _help_in(draft: Draft, n: int) -> None:
    """`demanded help in probing the raid`: what somebody helps in hangs on the help."""
    marks = [k for k in draft.kids(n, "mark") if draft.words[k] == "in"]
    if draft.xpos[n] != "VBG" or not marks or draft.rel(n) not in ("advcl", "acl"):
        return
    noun = marks[0] - 1
    if noun >= 0 and draft.upos[noun] == "NOUN" and draft.lemmas[noun] in HELP | PART:
        draft.hang(n, noun, "acl")


def _whose(draft: Draft, n: int) -> None:
    """`the chief, whose dismissal the party had demanded, left`: the clause tells of the chief, and the noun
    behind `whose` is what its verb is done to."""
    noun, front = draft.heads[n], [k for k in draft.kids(n, "nsubj") if k < n]
    owned = [k for k in front[:1] if any(draft.words[j] == "whose" for j in draft.kids(k, "nmod"))]
    if owned and len(front) > 1 and not draft.kids(n, "obj"):
        draft.hang(owned[0], n, "obj")
    loose = draft.rel(noun) in ("nmod", "appos", "dep")
    if draft.rel(n) != "acl" or not 0 <= noun < n or not loose:
        return
    whose = [k for k in draft.kids(noun, "nmod") if draft.words[k] == "whose"]
    owner = draft.heads[noun]
    if not whose or draft.kids(noun, "case") or not 0 <= owner < whose[0]:
        return
    free = draft.kids(n, "nsubj") and not draft.kids(n, "obj")
    draft.hang(n, owner, "acl:relcl")
    draft.hang(noun, n, "obj" if free else "nsubj")


def _in_front_of(draft: Draft, n: int) -> None:
    """`gathered in front of the embassy`: three words that are one preposition."""
    for k in draft.kids(n, "obl"):
        cases = draft.kids(k, "case")
        if draft.words[k] != "front" or not cases or cases[-1] != k - 1:
            continue
        for of in draft.kids(k, "nmod"):
            case = draft.kids(of, "case")
            if case and case[0] == k + 1 and draft.words[k + 1] == "of":
                draft.hang(of, n, "obl")
                draft.hang(k - 1, of, "case")
                draft.hang(k, k - 1, "fixed")
                draft.hang(k + 1, k - 1, "fixed")


def _inside_relative(draft: Draft, n: int) -> None:
    """`was blocked by Oman, which sells it arms and used its veto`: a clause that a comma opens goes on until
    a comma ends it."""
    above = draft.heads[n]
    if draft.kids(n, "nsubj", "mark") or not 0 <= above < n or draft.upos[above] != "VERB":
        return
    ands = [k for k in draft.kids(n, "cc") if k < n]
    if not ands or draft.words[ands[0]] not in ("and", "or"):
        return
    for verb in range(n - 1, above, -1):
        if draft.rels[verb] != "acl:relcl":
            continue
        # `Osta, a land that sells it arms and used its veto`
        appos = draft.rel(draft.heads[verb]) == "appos"
        allowed = _RELATIVE | {"that"} if appos else _RELATIVE
        subjects = [k for k in draft.kids(verb, "nsubj") if draft.words[k] in allowed]
        if not subjects or not (appos or draft.words[subjects[0] - 1] == ","):
            return
        if not draft.between(subjects[0], ands[0], ",", ";", "—", "–", "-", ")"):
            draft.hang(n, verb, "conj")
        return


_OF_VERBS = (
    _under_which, _asked_to, _in_front_of, _whose, _help_in, _said_behind, _behind_mark,
    _behind_preposition, _by_the_nearer, _that_which, _unmarked_subject,
)  # fmt: skip
