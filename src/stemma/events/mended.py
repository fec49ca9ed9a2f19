"""What the reader often gets wrong in long sentences, mended by plain grammar before anything is asked of the
tree: two subjects of one verb, active verbs taken for passives, clauses hung on the wrong verb."""

from stemma.events.draft import Draft, each_word, is_any, is_joined_verb, is_verb
from stemma.events.words import CLAIMS, DENIES, TOLD

NAMING = ("NOUN", "PROPN")
_WHOSE = frozenset(("whom", "which"))
# Participles that are no past form as well: no active verb looks like them.
_ONLY_PARTICIPLES = tuple("wn en ne un um".split())
_APART = ("root", "conj", "ccomp", "parataxis", "advcl")
# One of several, who may be named behind: `one of the generals, Ann Holm`.
ONE = frozenset("one another third fourth fifth sixth other".split())


def mend(draft: Draft) -> None:
    """Mends clauses first, and then what is joined to them."""
    each_word(draft, (is_verb, _OF_VERBS))
    each_word(draft, (is_any, (_named_behind, _hyphen)), (is_joined_verb, _OF_JOINED))


def _that_clause(draft: Draft, n: int) -> None:
    """What `that` begins, with a subject of its own, tells what is said, be it that the reader took it for a
    relative clause: `a report that he had left`, `denied in a call to the agency that he had left`."""
    marks = [k for k in draft.kids(n, "mark") if k < n and draft.words[k] == "that"]
    if draft.rels[n] not in ("acl", "acl:relcl") or not marks or not draft.kids(n, "nsubj"):
        return
    noun = draft.heads[n]
    if draft.lemmas[noun] in CLAIMS:
        draft.rels[n] = "acl"
        return
    at = noun
    while draft.rel(at) == "nmod":
        at = draft.heads[at]
    verb = draft.heads[at]
    tells = 0 <= verb < noun and draft.rel(at) == "obl" and draft.lemmas[verb] in TOLD | DENIES
    if tells and not draft.kids(verb, "ccomp", "obj"):
        draft.hang(n, verb, "ccomp")


def _hyphen(draft: Draft, n: int) -> None:
    """`fact-finding mission`: the first part of a word hangs on the part behind its hyphen, and on no noun of
    another phrase beyond the verb."""
    head = draft.heads[n]
    joined = n + 2 < len(draft.words) and draft.words[n + 1] == "-" and draft.rel(n) == "compound"
    if joined and any(draft.upos[k] in ("VERB", "AUX") for k in range(n + 3, head)):
        draft.hang(n, n + 2, "compound")


def _colon(draft: Draft, n: int) -> None:
    """`Not all agree: a group of them wrote …`: the subject of what stands behind a colon is not part of what
    stands before it."""
    if draft.rel(n) != "parataxis" or draft.kids(n, "nsubj", "aux", "csubj"):
        return
    colons = [k for k in range(draft.heads[n], n) if draft.words[k] in (":", ";")]
    if not colons:
        return
    loose = [
        k for k in range(colons[-1] + 1, n)
        if draft.upos[k] in NAMING and 0 <= draft.heads[k] < colons[-1]
    ]  # fmt: skip
    if len(loose) == 1 and draft.xpos[n] in ("VBD", "VBZ", "VBP"):
        draft.hang(loose[0], n, "nsubj")


def _taken_for_finite(draft: Draft, n: int) -> None:
    """`Two men arrested in May were freed`: a participle with a finite verb behind it that has no subject is
    none that the sentence hangs on."""
    subjects = [k for k in draft.kids(n, "nsubj") if k < n]
    if draft.xpos[n] not in ("VBN", "VBD") or not subjects or draft.kids(n, "obj", "aux", "ccomp"):
        return
    for k in draft.kids(n, "advcl", "conj", "parataxis", "ccomp", "xcomp"):
        finite = [j for j in draft.kids(k, "aux", "cop") if draft.words[j] in _FINITE]
        loose = not draft.kids(k, "nsubj", "mark", "cc") and k > n
        if finite and loose and draft.words[n].endswith("ed"):
            draft.heads[k], draft.rels[k] = draft.heads[n], draft.rels[n]
            draft.heads[n], draft.rels[n] = subjects[-1], "acl"
            passive = any(draft.rels[j] == "aux:pass" for j in finite)
            draft.heads[subjects[-1]] = k
            draft.rels[subjects[-1]] = "nsubj:pass" if passive else "nsubj"
            return


_FINITE = frozenset("was were is are has have had will would".split())


def _agent_above(draft: Draft, n: int) -> None:
    """`were kept from entering by guards`, `was told to go by the king`: who does the passive above."""
    above = draft.heads[n]
    if above < 0 or draft.rel(n) not in ("xcomp", "advcl", "ccomp") or draft.kids(n, "aux"):
        return
    passive = any(draft.rels[k] == "aux:pass" for k in draft.kids(above, "aux"))
    if not passive or any(draft.rels[k] == "obl:agent" for k in draft.kids(above, "obl")):
        return
    for k in draft.kids(n, "obl", "nsubj"):
        by = any(draft.words[j] == "by" for j in draft.kids(k, "case"))
        if by and k > n and draft.upos[k] in NAMING and draft.xpos[n] in ("VB", "VBG"):
            draft.hang(k, above, "obl:agent")


def _second_subject(draft: Draft, n: int) -> None:
    """`In Tolm, the second city, workers met`: of two subjects in front only the nearest is one, and the
    other says what the noun before it is."""
    front = [k for k in draft.kids(n, "nsubj") if k < n]
    if len(front) > 1 and draft.words[front[-1]] in ABSOLUTE and draft.kids(front[-1], "acl"):
        draft.hang(front[-1], front[0], "appos")  # `Workers, many brought in by bus, marched`
        return
    for k in front[:-1]:
        first = first_of(draft, k)
        comma = first > 1 and draft.words[first - 1] == ","
        if comma and draft.upos[first - 2] in NAMING and draft.between(k, front[-1], ","):
            draft.hang(k, _top(draft, first - 2, n), "appos")
    subjects = draft.kids(n, "nsubj")
    for k in (k for k in subjects[1:] if subjects[0] < n < k and draft.kids(k, "cc")):
        draft.hang(k, subjects[0], "conj")  # `The senate will vote on Monday, and the house in May`


def _down_the_stairs(draft: Draft, n: int) -> None:
    """`stepped down the stairs`: what stands right before a noun that nothing ties is its preposition."""
    for part in (k for k in draft.kids(n, "compound") if draft.rels[k] == "compound:prt"):
        for k in draft.kids(n, "obl"):
            bare = draft.rels[k] == "obl" and not draft.kids(k, "case")
            if bare and draft.upos[k] == "NOUN" and first_of(draft, k) == part + 1:
                draft.hang(part, k, "case")


def _of_what(draft: Draft, n: int) -> None:
    """`accused the king of theft`: the king is not one of theft."""
    if not draft.words[n].startswith(_STEMS):
        return
    for agent in draft.kids(n, "obl"):
        for clause in draft.kids(agent, "acl"):  # `accused by aid groups of blocking roads`
            if "of" in [draft.words[k] for k in draft.kids(clause, "mark")]:
                draft.hang(clause, n, "advcl")
    for k in draft.kids(n, "obj", "nsubj"):
        for of in draft.kids(k, "nmod"):
            case = [draft.words[j] for j in draft.kids(of, "case")]
            if case == ["of"] and of > max(n, k) and draft.xpos[of] in ("NN", "VBG"):
                draft.hang(of, n, "obl")


_STEMS = tuple("accus convict suspect acquit rob strip inform warn remind depriv".split())
ABSOLUTE = frozenset("many some most all both few several none half others".split())


def _object_above(draft: Draft, n: int) -> None:
    """`accused the king of selling land`: what stands in front of a clause's first word is no object in it,
    but of the verb that the clause hangs on."""
    marks, above = draft.kids(n, "mark"), draft.heads[n]
    if not marks or above < 0 or draft.rel(n) not in ("advcl", "xcomp", "ccomp"):
        return
    for k in draft.kids(n, "obj"):
        if above < k < marks[0] < n and draft.upos[above] == "VERB":
            draft.hang(k, above, "obj")


def _active(draft: Draft, n: int) -> None:
    """`The party called for talks`: with a subject in front and no auxiliary a verb is no passive, but for
    headlines, which end in no stop."""
    pair = [k for k in draft.kids(n, "conj") if k == n + 2 and draft.kids(k, "obj")]
    joined = any(not draft.kids(k, "aux", "nsubj") for k in pair)  # `shot and killed a clerk`
    whole = draft.words[-1] in (".", "!", "?", '"', "”", "''")
    if not whole or (draft.rel(n) not in _APART and not joined):
        return
    if draft.xpos[n] not in ("VBN", "VBD") or draft.words[n].endswith(_ONLY_PARTICIPLES):
        return
    if draft.kids(n, "aux") or any("agent" in draft.rels[k] for k in draft.kids(n, "obl")):
        return
    subjects, objects = draft.kids(n, "nsubj"), draft.kids(n, "obj")
    if objects and draft.rel(n) == "conj":
        # `detained nine, a cook and two waiters among them`
        for k in (k for k in subjects if k > objects[0] > n):
            draft.hang(k, objects[0], "conj")
            subjects = [one for one in subjects if one != k]
    for k in subjects:
        if k < n and draft.rels[k] == "nsubj:pass":
            draft.rels[k] = "nsubj"


def _on_both_sides(draft: Draft, n: int) -> None:
    """`A court on Monday sentenced Ann Holm`, `had moved Ann Holm`: of two subjects of a verb that is no
    passive, one in front and one right behind, the latter is whom it is done to."""
    helped = [k for k in draft.kids(n, "aux") if draft.words[k] not in _PERFECT]
    if draft.xpos[n] not in ("VBD", "VBN") or helped or draft.kids(n, "obj"):
        return
    subjects, perfect = draft.kids(n, "nsubj"), bool(draft.kids(n, "aux"))
    front, behind = [k for k in subjects if k < n], [k for k in subjects if k > n]
    if not front or len(behind) != 1 or draft.upos[behind[0]] not in NAMING:
        return
    either = perfect or "nsubj:pass" in (draft.rels[front[-1]], draft.rels[behind[0]])
    if either and not draft.between(n, behind[0], ",", ":", ";", "-", "–", "—", "and", "but"):
        draft.rels[front[-1]], draft.rels[behind[0]] = "nsubj", "obj"


_PERFECT = frozenset("had has have having".split())


def _of_whom(draft: Draft, n: int) -> None:
    """`Then came the troops, most of whom had been away`: such a clause tells of the noun before it."""
    if draft.rel(n) in ("acl", "root") or draft.heads[n] > n:
        return
    for k in draft.kids(n, "nsubj"):
        whose = [j for j in draft.kids(k, "nmod") if draft.words[j] in _WHOSE]
        first = first_of(draft, k)
        if whose and first > 1 and draft.words[first - 1] == ",":
            noun = next((j for j in range(first - 2, -1, -1) if draft.upos[j] in NAMING), None)
            if noun is not None:
                draft.hang(n, _top(draft, noun, n), "acl:relcl")


def _done_to_noun(draft: Draft, n: int) -> None:
    """`Families of men seized by rebels tried …`: a participle right behind a noun tells of it, and not of a
    verb that comes later; `by` right behind it says who did it."""
    if draft.xpos[n] != "VBN" or n == 0 or draft.upos[n - 1] not in NAMING:
        return
    if draft.kids(n, "aux", "nsubj", "mark", "cc"):
        return
    if draft.heads[n] > n and draft.rel(n) in ("xcomp", "advcl", "dep"):
        draft.hang(n, n - 1, "acl")
    if draft.rel(n) == "acl" and draft.words[min(n + 1, len(draft.words) - 1)] == "by":
        by = draft.heads[n + 1]
        if draft.rel(n + 1) == "case" and by > n and draft.heads[by] < n:
            draft.hang(by, n, "obl:agent")


def _behind_agent(draft: Draft, n: int) -> None:
    """`welcomed by Clean Hands, a group of jurists`: what stands behind who did it is no subject."""
    agents = [k for k in draft.kids(n, "obl") if draft.rels[k] == "obl:agent"]
    for k in draft.kids(n, "nsubj"):
        first = first_of(draft, k)
        if agents and n < agents[0] < k and draft.words[first - 1] == ",":
            draft.hang(k, agents[0], "appos")


def _named_behind(draft: Draft, n: int) -> None:
    """`one of the generals, Ann Holm, who …`: the name behind is that of the one, and not of the generals."""
    single = draft.words[n] in ONE
    of = [k for k in draft.kids(n, "nmod") if draft.xpos[k] in ("NNS", "NNPS", "PRP")]
    if not single or not of:
        return
    called = [k for k in draft.kids(of[0], "appos") if draft.names[k].endswith("PER")]
    for name in called[:1]:
        draft.hang(name, n, "appos")
        for clause in draft.kids(of[0], "acl"):
            if clause > name:
                draft.hang(clause, name, draft.rels[clause])


def _joined_passive(draft: Draft, n: int) -> None:
    """`was hailed by the party, which had asked for it, and condemned by the union`: a bare participle with
    somebody who does it goes on with the passive before it."""
    agent = any(draft.rels[k] == "obl:agent" for k in draft.kids(n, "obl"))
    if draft.xpos[n] != "VBN" or not agent or draft.kids(n, "nsubj", "aux", "obj"):
        return
    at = draft.heads[n]
    for _ in draft.heads:
        if at < 0:
            return
        if any(draft.rels[k] == "aux:pass" for k in draft.kids(at, "aux")):
            draft.hang(n, at, "conj")
            return
        at = draft.heads[at]


def _joined_above(draft: Draft, n: int) -> None:
    """`said it would fight and asked for arms`: what can't share the auxiliary of the clause that is said
    goes on with the verb of saying."""
    said = draft.heads[n]
    verb = draft.heads[said]
    inside = draft.rel(said) == "ccomp" and 0 <= verb < said
    if not inside or draft.kids(n, "nsubj", "aux", "mark") or draft.kids(verb, "aux"):
        return
    apart = _no_modal(draft, n, said) or _denied(draft, n, said) or _of_the_hurt(draft, n, said)
    if draft.xpos[verb] == "VBD" and apart:
        draft.hang(n, verb, "conj")


def _no_modal(draft: Draft, n: int, said: int) -> bool:
    """Whether what is said has `would` or the like, which a past form can't share."""
    modal = any(draft.xpos[k] == "MD" for k in draft.kids(said, "aux"))
    return modal and draft.xpos[n] == "VBD" and draft.words[n] not in _BASE_TOO


def _denied(draft: Draft, n: int, said: int) -> bool:
    """`denied that they had fired and blamed the rebels`: words that go on after what is said not to be."""
    perfect = any(draft.words[k] == "had" for k in draft.kids(said, "aux"))
    no = any(draft.words[k] in ("not", "never", "n't") for k in draft.kids(said, "advmod"))
    denies = draft.words[draft.heads[said]] in ("denied", "disputed", "refuted")
    return perfect and (no or denies) and draft.words[n] in _WORDS_OF


def _of_the_hurt(draft: Draft, n: int, said: int) -> bool:
    """`said two of its men had been killed and blamed the rebels`: those to whom it was done say nothing, and
    what has somebody whom it is done to is no passive as that is."""
    passive = any(draft.rels[k] == "aux:pass" for k in draft.kids(said, "aux"))
    harm = draft.lemmas[said] in _HARMED
    return passive and harm and bool(draft.kids(n, "obj")) and draft.words[n] in _WORDS_OF


_HARMED = frozenset(
    "kill slay murder shoot wound injure hurt kidnap abduct capture execute".split()
)
_WORDS_OF = frozenset(
    "accused blamed pointed called urged demanded asked appealed warned condemned criticised criticized "
    "denounced praised thanked promised pledged vowed rejected said told added announced insisted".split()
)
# Past forms that are bare forms as well: `would hit and run`, `would cut and put`.
_BASE_TOO = frozenset("put cut hit set let shut quit hurt cast cost beat come become run".split())


def _joined_below(draft: Draft, n: int) -> None:
    """`said he had been followed and had asked for help`: with the auxiliary of what is said, a verb goes on
    with that."""
    verb = draft.heads[n]
    if draft.kids(n, "nsubj", "mark") or draft.kids(verb, "aux"):
        return
    own = {draft.words[k] for k in draft.kids(n, "aux") if draft.words[k] in _SHARED}
    for said in draft.kids(verb, "ccomp"):
        shared = {draft.words[k] for k in draft.kids(said, "aux")}
        if verb < said < n and own & shared and draft.kids(said, "nsubj"):
            draft.hang(n, said, "conj")
            return


_SHARED = frozenset("had would could might should".split())


def _joined_unreal(draft: Draft, n: int) -> None:
    """`blocked a bill that would have cut aid and raised fees`: what goes on right behind what a thing would
    have done is a participle as that is, although it looks like a past form."""
    verb, last = draft.heads[n], [k for k in draft.kids(n, "cc") if k < n]
    alone = not draft.kids(n, "nsubj", "aux", "mark") and draft.words[n].endswith("ed")
    if not alone or not last or draft.words[last[0] - 1] == ",":
        return
    for k in range(last[0] - 1, verb, -1):
        thing = any(draft.words[j] in ("that", "which") for j in draft.kids(k, "nsubj"))
        unreal = {draft.words[j] for j in draft.kids(k, "aux")} >= {"would", "have"}
        if thing and unreal and draft.rel(k) == "acl":
            draft.hang(n, k, "conj")
            return


def _top(draft: Draft, n: int, below: int) -> int:
    """The head of the noun phrase that a word stands in, but not as far as a verb or `below`."""
    at = n
    for _ in draft.heads:
        head = draft.heads[at]
        if head < 0 or head == below or draft.rel(at) not in ("nmod", "compound", "flat", "amod"):
            return at
        if draft.upos[head] not in NAMING:
            return at
        at = head
    return at


def first_of(draft: Draft, n: int) -> int:
    """The first word of a phrase, its stops apart."""
    return min(k for k in under(draft, n) if k == n or draft.upos[k] != "PUNCT")


def under(draft: Draft, n: int) -> list[int]:
    """A word and all below it."""
    found = [n]
    for at in found:
        found += [k for k, head in enumerate(draft.heads) if head == at]
    return found


_OF_VERBS = (
    _that_clause, _colon, _taken_for_finite, _agent_above, _second_subject, _object_above,
    _down_the_stairs, _of_what, _active, _on_both_sides, _of_whom, _done_to_noun, _behind_agent,
)  # fmt: skip
_OF_JOINED = (_joined_passive, _joined_above, _joined_below, _joined_unreal)
