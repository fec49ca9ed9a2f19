"""Families -> statements with carriers, texts, reporters at least and at most, and the reasons.

What counts and what does not: witnesses that share prose descend from one writing, so that any
number of them is one reporter, unless their tags name several. Witnesses that share only quoted
words may have heard the same speech: each distinct text around them may be another reporter, but
only a name shows it to be one.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from stemma.account.clauses import apart
from stemma.account.pool import Company, Pool
from stemma.account.reporters import Attested
from stemma.account.surroundings import disjoint, most_apart, surroundings
from stemma.model import (
    Family,
    Reporter,
    Statement,
    Witness,
    group_id,
    key,
)


class Account(NamedTuple):
    """Statements and the places that name their reporters, each in order of id."""

    statements: list[Statement]
    reporters: list[Reporter]


def account_of(pool: Pool) -> Account:
    """One statement for each family, with its footing. No number is given for a whole pile."""
    statements: list[Statement] = []
    reporters: list[Reporter] = []
    for family in pool.families.values():
        inside = pool.inside[family.id]
        named = [(w, one) for w in inside for one in pool.named(w)]
        statement = _statement(family, inside, named, pool)
        statements.append(statement)
        reporters.extend(_reporter(statement, w, one) for w, one in named)
    return Account(
        sorted(statements, key=lambda row: row.id), sorted(reporters, key=lambda row: row.id)
    )


def _statement(
    family: Family,
    witnesses: Sequence[Witness],
    named: Sequence[tuple[Witness, Attested]],
    pool: Pool,
) -> Statement:
    known = sorted({one.name for _, one in named})
    least, most, reasons = bounds(family, witnesses, named, pool)
    return Statement(
        id=group_id("statement", [key(family.id)]),
        family_id=family.id,
        story_id=family.story_id,
        carriers=family.carriers,
        texts=texts_of(witnesses, named),
        reporters_min=least,
        reporters_max=most,
        reporters=tuple(known),
        bases=None,
        denied_by=(),
        article_id=family.article_id,
        start=family.start,
        end=family.end,
        how="; ".join(reasons),
        text=family.text,
    )


def texts_of(witnesses: Sequence[Witness], named: Sequence[tuple[Witness, Attested]]) -> int:
    """Distinct wordings; those that one agency put its name to are editions of one report, and one text."""
    by_name: dict[str, set[int]] = defaultdict(set)
    for witness, one in named:
        by_name[one.name].add(witness.wording)
    first = {w.wording: w.wording for w in witnesses}
    for _, wordings in sorted(by_name.items()):
        least = min(first[n] for n in wordings)
        together = {first[n] for n in wordings}
        first = {n: least if kept in together else kept for n, kept in first.items()}
    return len(set(first.values()))


_Counts = tuple[int, int, list[str]]


def bounds(
    family: Family,
    witnesses: Sequence[Witness],
    named: Sequence[tuple[Witness, Attested]],
    pool: Pool,
) -> _Counts:
    """Reporters at least and at most of one family, and why. `witnesses`: all that it has; `named`: those
    for which a tag speaks."""
    asked = "bounds", family.id
    if asked not in pool.once:
        count = _of_prose if family.kind == "prose" else _of_quotation
        pool.once[asked] = count(witnesses, named, pool)
    found: _Counts = pool.once[asked]
    return found


def _of_prose(
    witnesses: Sequence[Witness],
    named: Sequence[tuple[Witness, Attested]],
    pool: Pool,
) -> _Counts:
    names = sorted({one.name for _, one in named})
    kept = counted(witnesses, named, pool)
    heard = _only_heard(kept, named, pool.company)
    count = len({w.article_id for w in witnesses if w.id not in heard})
    reasons = [
        f"{count} articles share its prose, so one writing stands behind all of them"
        if count > 1
        else "one article has it twice"
        if len(witnesses) - len(heard) > 1
        else "one article has its prose"
    ]
    if heard:
        reasons.append(
            f"{len(heard)} more {'has' if len(heard) == 1 else 'have'} only words of it that stand in "
            "quotation marks, and may have heard them from another reporter"
        )
    if len(names) > 1:
        reasons.append(f"but {_how(named)} name {', '.join(names)}: each may have reported it")
    else:
        who = f"named by {_how(named)}: {names[0]}" if names else "no witness names its reporter"
        reasons.append(who)
    least = 1
    if any(w.quoted for w in kept):
        least = max(_written_apart(kept, named, pool), 1)
        reasons += _apart_in(least)
    return least, max(max(len(names), 1) + len(set(heard.values())), least), reasons


def counted(
    witnesses: Sequence[Witness], named: Sequence[tuple[Witness, Attested]], pool: Pool
) -> list[Witness]:
    """Those that may have a reporter of their own: an article that is drawn from another one has none,
    unless it names one."""
    by_name = {w.id for w, _ in named}
    kept = [w for w in witnesses if w.article_id not in pool.copies or w.id in by_name]
    return kept or list(witnesses)


def _apart_in(separate: int) -> list[str]:
    said = (
        f"the words around it were written separately in {separate} of them: {separate} reporters"
    )
    return [said] if separate > 1 else []


def _only_heard(
    witnesses: Sequence[Witness], named: Sequence[tuple[Witness, Attested]], company: Company
) -> dict[str, int]:
    """The witnesses of a family of prose that have only quoted words in common with it, and stand in
    company with none that has its prose; each with the number of the text around it."""
    around = {mark for w in witnesses if not w.quoted for mark in company[w.id]}
    by_name = {w.id for w, _ in named}
    apart = [
        w for w in witnesses if w.quoted and w.id not in by_name and not company[w.id] & around
    ]
    groups = surroundings([company[w.id] for w in apart])
    return {w.id: group for w, group in zip(apart, groups, strict=True)}


def _of_quotation(
    witnesses: Sequence[Witness],
    named: Sequence[tuple[Witness, Attested]],
    pool: Pool,
) -> _Counts:
    known = sorted({one.name for _, one in named})
    kept = counted(witnesses, named, pool)
    groups = surroundings([pool.company[w.id] for w in kept])
    number = {w.id: group for w, group in zip(kept, groups, strict=True)}
    apart = len(set(groups))
    unnamed = apart - len({number[w.id] for w, _ in named})
    written = _written_apart(kept, named, pool)
    least = max(_shown_separate(named, pool.company), written, 1)
    most = max(len(known) + unnamed, least)
    reasons = [
        "only quoted words are shared: a common statement, which shows no copying",
        f"{apart} text{'s' * (apart != 1)} around it that share no prose next to it, each of which may "
        "have its own reporter",
    ]
    reasons += _apart_in(written)
    if known:
        reasons.append(f"named by {_how(named)}: {', '.join(known)}")
    return least, most, reasons


def _written_apart(
    witnesses: Sequence[Witness], named: Sequence[tuple[Witness, Attested]], pool: Pool
) -> int:
    """How many hands wrote the words around a quotation: clauses that have nothing in common, in texts
    that share no prose there, of which no two name the same reporter."""
    by_name = {w.id: {f"name {one.name}"} for w, one in named}
    told = [w for w in witnesses if w.id in pool.clauses and pool.clauses[w.id].is_told]
    # One stands for all that have the same words in the same company.
    marks = {w.id: frozenset(pool.company[w.id] | by_name.get(w.id, set())) for w in told}
    distinct = {(pool.clauses[w.id], marks[w.id]): w for w in reversed(told)}
    order = sorted(distinct, key=lambda one: (-len(one[0].words), one[0], sorted(one[1])))

    def together(i: int, j: int) -> bool:
        (one, mine), (other, theirs) = order[i], order[j]
        return bool(mine & theirs) or not apart(one, other)

    return len(most_apart(len(order), together))


def _shown_separate(named: Sequence[tuple[Witness, Attested]], company: Company) -> int:
    """How many of the names stand in surroundings that have nothing in common with each other's."""
    around: dict[str, set[str]] = defaultdict(set)
    for witness, one in named:
        around[one.name] |= company[witness.id]
    return disjoint(around)


def _how(named: Sequence[tuple[Witness, Attested]]) -> str:
    return " and ".join(sorted({one.how for _, one in named}))


def _reporter(statement: Statement, witness: Witness, one: Attested) -> Reporter:
    return Reporter(
        id=f"reporter-{key(one.tag.id)}@{key(witness.id)}",
        statement_id=statement.id,
        family_id=statement.family_id,
        witness_id=witness.id,
        tag_id=one.tag.id,
        name=one.name,
        article_id=one.tag.article_id,
        start=one.tag.start,
        end=one.tag.end,
        how=one.how,
        text=one.tag.text.strip(),
    )
