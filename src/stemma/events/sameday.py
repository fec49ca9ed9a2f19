"""Which words beside the clause of a deed show that it is done on the day of another."""

from collections.abc import Iterator

from stemma.events.agents import is_time
from stemma.events.lexicon import NOUNS
from stemma.events.tree import Span, Tree

# What may be begun and ended on one day.
SHORT = frozenset(
    "talk meeting session summit hearing negotiation debate match game ceremony conference visit march rally "
    "siege protest standoff hunt search vote".split()
)
COUNTED = frozenset("minute hour day week month year".split())
_HOURS = frozenset(("minute", "hour"))
# What is said to go on in another way, or no more, on a day on which it was going on.
_WIDENED = frozenset("extend widen expand intensify resume continue suspend halt abandon".split())
# Where people talk, out of which they come with what they say: `said on Monday after talks in Oman`.
_TALKS = frozenset(
    "talk meeting session summit hearing negotiation debate discussion consultation conversation".split()
)
# What parts a clause from the day of the one before it.
_APART = frozenset(
    "later earlier previously already once afterwards subsequently eventually formerly originally".split()
)
_SIDES = ("after", "before")
# Who is held to account for a deed is so on another day: `charged on Monday in a raid`.
JUDGED = frozenset(
    "arrest detain seize catch question hold charge indict accuse try convict sentence jail imprison fine "
    "acquit clear extradite plead want implicate claim declare concede accept reject dispute contest".split()
)
_OVER = ("for", "of", "over", "with")


def counted_off(tree: Tree, n: int) -> Iterator[int]:
    """`day` of `fled a day after the house was searched`, from which the day of the search is counted; also
    where the reader hangs these words elsewhere (`a day after voters split, the count began`)."""
    while tree.rels[n] == "conj" and tree.heads[n] >= 0 and not tree.below(n, "nsubj"):
        n = tree.heads[n]  # `a day after he resigned and left`
    if tree.upos[n] == "NOUN" and tree.rels[n] == "nsubj":
        n = tree.heads[n]  # `a day after a strike shut the port`
    if tree.rels[n] not in ("advcl", "acl", "ccomp"):
        return
    if _is_fronted(tree, n):
        return
    marks = tree.below(n, "mark")
    marks += [k for one in tree.below(n, "nsubj") for k in tree.below(one, "case")]
    for mark in marks:
        if mark and tree.words[mark] in _SIDES and tree.lemmas[mark - 1] in COUNTED:
            yield mark - 1


def is_counted_apart(tree: Tree, n: int, unit: int) -> bool:
    """Whether a deed is counted from another than that whose day its sentence says."""
    behind = tree.words[unit + 1 : unit + 2]
    aside = bool(behind) and behind[0] in _SIDES
    return tree.lemmas[unit] in COUNTED and aside and _is_fronted(tree, n)


def _is_fronted(tree: Tree, n: int) -> bool:
    """Whether the verb above is of a clause in front of another: `charged two days after they fled, they were
    freed on Friday`."""
    above = next((k for k in tree.above(n) if tree.upos[k] == "VERB"), -1)
    return above >= 0 and tree.rels[above] == "advcl" and above < tree.heads[above]


def after_it(tree: Tree, n: int) -> Iterator[int]:
    """The verb of what follows at once on a short deed: `signed it on Monday after six hours of talks`,
    `spoke on Monday after a meeting`. Known talks (`after the talks`) may be of another day."""
    above = tree.heads[n]
    if above < 0 or tree.upos[n] != "NOUN":
        return
    hours = tree.lemmas[above] in _HOURS and tree.case(n) == "of"
    top = above if hours else n
    new = hours or (tree.lemmas[n] in _TALKS and _is_new(tree, n))
    verb = tree.heads[top]
    if new and verb >= 0 and tree.rels[top] == "obl" and tree.case(top) in ("after", "following"):
        yield verb


def _is_new(tree: Tree, n: int) -> bool:
    """`talks`, `a meeting`, `closed-door talks`."""
    known = tree.has(n, "the", "that", "those", "these", "this") or tree.below(n, "nmod:poss")
    owned = any(tree.full[k] == "nmod:poss" for k in tree.below(n, "nmod"))
    return not known and not owned and not any(is_time(tree, k) for k in tree.kids[n])


def beside_subject(tree: Tree, n: int) -> Iterator[Span]:
    """Times that stand between a subject and its verb, and date the verb, though the reader hung them on the
    subject: `A judge in Holm on Monday ordered`; and those of a clause put in between: `The ministers,
    meeting on Monday, agreed`."""
    for subject in tree.below(n, "nsubj"):
        first = min([n, *(k for k in tree.below(n, "aux", "advmod") if k > subject)])
        for k in range(subject + 1, first):
            if is_time(tree, k) and k + 1 == first and _is_loose(tree, k, subject):
                yield tree.starts[k], tree.ends[k]
        for clause in tree.below(subject, "acl"):
            if tree.xpos[clause] == "VBG" and tree.words[clause - 1] == "," and clause < n:
                times = [k for k in tree.below(clause, "obl", "advmod") if is_time(tree, k)]
                yield from ((tree.starts[k], tree.ends[k]) for k in times)


def _is_loose(tree: Tree, k: int, subject: int) -> bool:
    """Whether a time hangs on a subject, or on what hangs on it, of which nothing is a deed."""
    at = tree.heads[k]
    while at >= 0 and tree.rels[at] == "nmod" and at != subject:
        if tree.lemmas[at] in NOUNS:
            return False
        at = tree.heads[at]
    return at == subject and tree.lemmas[subject] not in NOUNS


def goes_on_by(tree: Tree, n: int, verb: int) -> bool:
    """`The search was widened on Monday`: it was going on then."""
    return (
        tree.rels[n] == "nsubj"
        and tree.lemmas[n] in SHORT
        and tree.lemmas[verb] in _WIDENED
        and tree.passive(verb)
    )


def follows(tree: Tree, n: int, above: int) -> bool:
    """Whether a clause with its own subject goes on with what the main clause tells of a day: `were freed on
    Monday, and their captors gave up`."""
    plain = tree.xpos[n] == "VBD" or any(tree.xpos[k] == "VBD" for k in tree.below(n, "aux"))
    apart = any(tree.words[k] in _APART for k in tree.below(n, "advmod"))
    return plain and not apart and tree.rels[above] in ("root", "conj")


def is_told(tree: Tree, n: int) -> bool:
    """`fled`, `were freed`; not `has fled`."""
    helpers = [tree.words[k] for k in tree.below(n, "aux")]
    passive = tree.xpos[n] == "VBN" and bool(helpers) and set(helpers) <= {"was", "were"}
    return tree.xpos[n] == "VBD" or passive


def is_relative(tree: Tree, k: int) -> bool:
    """A word that opens a clause about a thing, and not one of what is said (`said that`)."""
    relative = tree.words[k] in ("who", "which") or tree.words[k] == "that"
    return relative and tree.rels[k] != "mark"


def is_of_crime(tree: Tree, n: int, kid: int) -> bool:
    """Whether what hangs on a verb of judging says when the deed was done that is judged, behind another time
    that says when it was judged: `sentenced last week for arson on the night of May 3`."""
    if tree.lemmas[n] not in JUDGED:
        return False
    before = [k for k in tree.below(n, "obl", "advmod") if k <= kid]
    over = [k for k in before if tree.case(k) in _OVER and not is_time(tree, k)]
    return bool(over) and any(is_time(tree, k) for k in before if k < over[0])


def is_dated_by_of(tree: Tree, n: int) -> bool:
    """`an inquiry into the unrest of 8 May`: that is the day of the unrest."""
    return any(tree.case(k) == "of" and is_time(tree, k) for k in tree.below(n, "nmod"))
