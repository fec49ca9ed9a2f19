"""Who says that something happened, by the words above and beside a predicate."""

from dataclasses import replace

from stemma.events import words as w
from stemma.events.clause import Status, changed, negated
from stemma.events.doers import subject_of
from stemma.events.governed import is_denied
from stemma.events.owners import agents_of
from stemma.events.tree import Tree
from stemma.text.called import called

_STEPS = 8  # words above a predicate that are looked at, at most


def told(tree: Tree, n: int, found: Status) -> Status:
    """The chain of voices above a predicate; the innermost denies or says it."""
    voices: list[str] = []
    at, beside = n, False
    for _ in range(_STEPS):
        head = tree.heads[at]
        voice, denies = _voice(tree, at)
        answer = _answered(tree, n) if at == n else ""
        voice, denies = (answer, True) if answer else (voice, denies)
        denies = denies and not (at == n and tree.lemmas[n] in w.CLAIMS)  # the claim was made
        if voice and not (beside and (denies or (head >= 0 and _wants(tree, at, head)))):
            voices.insert(0, "!" + voice if denies else voice)
            if denies and found.polarity == "positive":
                found = changed(found, "denied", polarity="negative", certainty="certain")
        if head < 0:
            break
        beside = beside or _is_beside(tree, at)
        at = head
    return replace(found, sources=tuple(dict.fromkeys(voices)))


def _voice(tree: Tree, at: int) -> tuple[str, bool]:
    """Who tells what is at or below a word, by the clause that governs it or stands beside it."""
    head = tree.heads[at]
    denier = _denier(tree, at, head) if head >= 0 else ""
    if denier:
        return denier, True
    if head >= 0 and tree.rels[at] in ("ccomp", "xcomp", "obj", "obl", "acl", "nmod", "advcl"):
        denies = _denies(tree, at, head)
        if denies or _tells(tree, at, head) or _wants(tree, at, head):
            subject = _speaker(tree, head)
            if subject:
                return subject, denies
    if head >= 0 and tree.rels[at] == "parataxis" and _titled(tree, head):
        return _name(tree, head), False
    for kid in tree.below(at, "parataxis"):
        alone = not tree.below(kid, "ccomp")
        if alone and tree.lemmas[kid] in w.TOLD | w.UTTERS and tree.below(kid, "nsubj"):
            return _speaker(tree, kid), False
    for kid in tree.below(at, "obl", "nmod", "advmod"):
        if tree.case(kid) in ("according to", "according", "as per", "per"):
            return _without_case(_name(tree, kid)), False
    return "", False


def _is_beside(tree: Tree, at: int) -> bool:
    """Whether a clause tells of something beside what is denied: `denied that it lost a letter that …`, and
    `denied that it was signed during the talks` no talks."""
    if tree.rels[at] in ("obl", "nmod"):
        return tree.case(at) in _MEANWHILE
    if tree.rels[at] == "advcl":
        return tree.mark(at).split(" ")[0] in _BESIDES
    return tree.full[at] == "acl:relcl"


_MEANWHILE = frozenset(("during", "after", "before", "since", "following", "amid", "ahead of"))
_BESIDES = frozenset(
    "after before although though while because when as since where whereas".split()
)


def _denier(tree: Tree, at: int, head: int) -> str:
    """Who rejects a claim in a passive, or denies what he is accused of; empty if nobody does."""
    if tree.lemmas[at] in w.CLAIMS and tree.full[at] == "nsubj:pass":
        rejected = _rejects(tree, head) or tree.lemmas[head] in w.TAKES_BACK
        rejected = rejected and not negated(tree, head)
        return _speaker(tree, head) if rejected else ""
    if tree.rels[at] != "acl":
        return ""
    if tree.lemmas[head] in w.CLAIMS:
        for kid in tree.below(head, "acl", "parataxis"):
            if kid != at and tree.lemmas[kid] in w.REJECTS and agents_of(tree, kid):
                return _speaker(tree, kid)  # `claims that … were dismissed by the army`
    if tree.lemmas[at] == "accuse" and tree.passive(at) and tree.rels[head] == "nsubj":
        verb = tree.heads[head]
        if tree.lemmas[verb] in w.DENIES and not negated(tree, verb):
            return _name(tree, head)  # `the guards, accused of it, deny it`
    return ""


def _titled(tree: Tree, head: int) -> bool:
    """`Lee: We will not yield`: a name and a colon."""
    behind = tree.span(head)[1]
    colon = behind < len(tree.words) and tree.words[behind] == ":"
    return colon and tree.names[head] not in ("O", "_")


def _denies(tree: Tree, at: int, head: int) -> bool:
    """`denied that`, `rejected reports that`."""
    if negated(tree, head):
        return False
    if tree.rels[at] == "advcl":
        return is_denied(tree, at, head)
    claim = tree.rels[at] in ("obj", "obl") and tree.lemmas[at] in w.CLAIMS | w.IDEAS
    back = claim and tree.rels[at] == "obj" and tree.lemmas[head] in w.TAKES_BACK
    plain = tree.lemmas[head] in w.DENIES or (
        tree.rels[at] == "ccomp" and tree.lemmas[head] in ("reject", "refute")
    )
    return back or (_rejects(tree, head) if claim else plain)


def _rejects(tree: Tree, verb: int) -> bool:
    """`dismissed`, `brushed aside`."""
    off = tree.lemmas[verb] in ("brush", "wave", "laugh", "shrug") and tree.has(
        verb, "aside", "off", "away"
    )
    return off or tree.lemmas[verb] in w.REJECTS | w.DENIES


def _answered(tree: Tree, at: int) -> str:
    """Who rejects what is told, where the sentence goes on with a word for it: `that it was late, a charge
    which the firm denied`; what is charged, and not that it is, is rejected."""
    if tree.lemmas[at] in w.TOLD | w.CHARGES | w.ASKS:
        return ""
    told_by = tree.rels[at] in ("ccomp", "xcomp", "advcl")
    near = (at, tree.heads[at]) if told_by else ()
    for top in near:
        for claim in tree.below(top, "parataxis", "appos"):
            if tree.lemmas[claim] not in w.CHARGED:
                continue
            for verb in tree.below(claim, "acl"):
                if _rejects(tree, verb) and not negated(tree, verb):
                    return _speaker(tree, verb)
    return ""


def _tells(tree: Tree, at: int, head: int) -> bool:
    """`said that`; in front of `the mayor promised` what is promised is quoted."""
    lemma = tree.lemmas[head]
    wrong = any(tree.words[k] in w.WRONGLY for k in tree.below(head, "advmod"))
    quoted = at < head and lemma in w.UTTERS
    if lemma in ("say", "confirm") and (negated(tree, head) or _refused(tree, head)):
        return False
    if tree.rels[at] == "xcomp" and lemma == "claim":
        return True
    return tree.rels[at] == "ccomp" and (lemma in w.TOLD or quoted) and not wrong


def _refused(tree: Tree, verb: int) -> bool:
    """`declined to say whether`."""
    return tree.rels[verb] == "xcomp" and tree.lemmas[tree.heads[verb]] in ("decline", "refuse")


def _wants(tree: Tree, at: int, head: int) -> bool:
    """`urged the court to`, `called for`, `demanded that`."""
    rel, lemma = tree.rels[at], tree.lemmas[head]
    if lemma not in w.ASKS or (lemma == "tell" and not tree.has(at, "to")):
        return False
    if lemma == "ask" and tree.case(at) in ("about", "of"):
        return False  # `asked about the raid`
    if rel in ("xcomp", "advcl"):
        whom = tree.below(head, "obj", "iobj", "obl") or tree.below(at, "nsubj")
        whom = whom or [k for k in tree.below(at, "obj") if k < at]
        return bool(whom) and (rel == "xcomp" or tree.mark(at) in ("to", "of", "not to"))
    return True


def _without_case(phrase: str) -> str:
    for case in ("according to ", "as per ", "per "):
        phrase = phrase.removeprefix(case)
    return phrase


def _speaker(tree: Tree, verb: int) -> str:
    """Who speaks: the subject, of a passive the one named with `by`, and nobody of whom there is none."""
    found = agents_of(tree, verb) if tree.passive(verb) else subject_of(tree, verb)
    if not found or tree.words[found[0]] in w.NOBODY | {"few", "what"}:
        return ""
    return _name(tree, found[0])


def _name(tree: Tree, n: int) -> str:
    return called(tree.shown(tree.span(n)))


def asked(tree: Tree, n: int, found: Status) -> Status:
    """A question leaves open what it asks."""
    last = next((word for word in tree.words[n:] if word in (".", "!", "?")), "")
    top = tree.heads[n] < 0 or tree.rels[n] in ("conj", "xcomp")
    top = top or (tree.rels[n] == "nsubj" and tree.lemmas[tree.heads[n]] == "be")
    first = min((k for k in tree.under(n) if tree.upos[k] != "PUNCT"), default=n)
    top = top or (
        tree.rels[n] == "ccomp" and tree.upos[first] == "AUX"
    )  # `"Are we leaving? No," she said`
    open_ = top and tree.words[0] not in w.TAKEN_FOR_GRANTED
    if last != "?" or not open_:
        return found
    answer = tree.words[tree.words.index("?", n) + 1 :][:1]
    if answer == ["no"]:
        return changed(found, "answered no", polarity="negative")
    return found if answer == ["yes"] else changed(found, "a question", certainty="unclear")
