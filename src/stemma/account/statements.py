"""Families -> statements with carriers, texts, reporters at least and at most, and the reasons.

What counts and what does not: witnesses that share prose descend from one writing, so that any
number of them is one reporter, unless their tags name several. Witnesses that share only quoted
words may have heard the same speech: each distinct text around them may be another reporter, but
only a name shows it to be one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from stemma.account.reporters import Attested, Page, attested, canonical_names, naming, pages
from stemma.model import (
    Article,
    Block,
    Family,
    Reporter,
    Sentence,
    Statement,
    Tag,
    Witness,
    group_id,
    key,
)

# Of an article's shared passages that must stand in one other article in the same order, for the
# tag at the article's head to speak for all of it. With fewer passages there is nothing to judge by.
_UNBROKEN = 0.6
_FEWEST_SHARED = 4
_COMPANY = 5  # other articles tried, those with most steps from passage to passage in common


# Witness -> what marks the text around it.
Company = dict[str, set[str]]


class Account(NamedTuple):
    """Statements and the places that name their reporters, each in order of id."""

    statements: list[Statement]
    reporters: list[Reporter]


def give_account(
    articles: Sequence[Article],
    blocks: Sequence[Block],
    sentences: Sequence[Sentence],
    tags: Sequence[Tag],
    families: Sequence[Family],
    witnesses: Sequence[Witness],
) -> Account:
    """One statement for each family, with its footing. No number is given for a whole pile."""
    tags = naming(tags)
    names = canonical_names(tags)
    on_passage = _by_sentence(tags)
    about = pages(articles, blocks, sentences, tags)
    unbroken = _unbroken(families, witnesses, about)
    by_family = _by_family(witnesses)
    company = _company(sentences, families, witnesses, articles)
    statements: list[Statement] = []
    reporters: list[Reporter] = []
    for family in families:
        inside = by_family[family.id]
        named = [
            (w, one)
            for w in inside
            for one in attested(w, on_passage, about[w.article_id], w.article_id in unbroken, names)
        ]
        statement = _statement(family, inside, named, company)
        statements.append(statement)
        reporters.extend(_reporter(statement, w, one) for w, one in named)
    return Account(
        sorted(statements, key=lambda row: row.id), sorted(reporters, key=lambda row: row.id)
    )


def _by_sentence(tags: Iterable[Tag]) -> dict[str, list[Tag]]:
    found: dict[str, list[Tag]] = defaultdict(list)
    for tag in tags:
        found[tag.sentence_id].append(tag)
    return found


def _by_family(witnesses: Iterable[Witness]) -> dict[str, list[Witness]]:
    found: dict[str, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        found[witness.family_id].append(witness)
    return found


def _unbroken(
    families: Sequence[Family], witnesses: Sequence[Witness], about: dict[str, Page]
) -> set[str]:
    """Articles that may well be one text: they share little prose, or most of what they share
    stands in one other article in the same order. A mosaic draws on several texts and shuffles
    them, so that it keeps company with no other article for long."""
    prose = {family.id for family in families if family.kind == "prose" and family.carriers > 1}
    chains: dict[str, list[str]] = {article: [] for article in about}
    for witness in sorted(witnesses, key=lambda w: (w.article_id, w.start)):
        if witness.family_id in prose:
            chains[witness.article_id].append(witness.family_id)
    holders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for article, chain in chains.items():
        for step in pairwise(chain):
            holders[step].add(article)
    return {article for article in chains if _steady(article, chains, holders)}


def _steady(
    article: str, chains: dict[str, list[str]], holders: dict[tuple[str, str], set[str]]
) -> bool:
    chain = chains[article]
    if len(chain) < _FEWEST_SHARED:
        return True
    steps = (other for step in pairwise(chain) for other in sorted(holders[step]))
    company = Counter(other for other in steps if other != article).most_common(_COMPANY)
    same_order = (LCSseq.similarity(chain, chains[other]) for other, _ in company)
    return max(same_order, default=0) >= _UNBROKEN * len(chain)


def _statement(
    family: Family,
    witnesses: Sequence[Witness],
    named: Sequence[tuple[Witness, Attested]],
    company: Company,
) -> Statement:
    known = sorted({one.name for _, one in named})
    least, most, reasons = (_of_prose if family.kind == "prose" else _of_quotation)(
        witnesses, named, company
    )
    return Statement(
        id=group_id("statement", [key(family.id)]),
        family_id=family.id,
        story_id=family.story_id,
        carriers=family.carriers,
        texts=family.texts,
        reporters_min=least,
        reporters_max=most,
        reporters=tuple(known),
        bases=None,
        article_id=family.article_id,
        start=family.start,
        end=family.end,
        how="; ".join(reasons),
        text=family.text,
    )


_Counts = tuple[int, int, list[str]]


def _of_prose(
    witnesses: Sequence[Witness],
    named: Sequence[tuple[Witness, Attested]],
    company: Company,
) -> _Counts:
    names = sorted({one.name for _, one in named})
    count = len({w.article_id for w in witnesses})
    shared = (
        f"{count} articles share its prose, so one writing stands behind all of them"
        if count > 1
        else "one article has it twice"
    )
    if len(names) > 1:
        also = f"but {_how(named)} name {', '.join(names)}: each may have reported it"
        return 1, len(names), [shared, also]
    who = f"named by {_how(named)}: {names[0]}" if names else "no witness names its reporter"
    return 1, 1, [shared, who]


def _of_quotation(
    witnesses: Sequence[Witness],
    named: Sequence[tuple[Witness, Attested]],
    company: Company,
) -> _Counts:
    known = sorted({one.name for _, one in named})
    groups = _surroundings([company[w.id] for w in witnesses])
    number = {w.id: group for w, group in zip(witnesses, groups, strict=True)}
    apart = len(set(groups))
    unnamed = apart - len({number[w.id] for w, _ in named})
    least = max(_shown_separate(named, company), 1)
    most = max(len(known) + unnamed, least)
    reasons = [
        "only quoted words are shared: a common statement, which shows no copying",
        f"{apart} text{'s' * (apart != 1)} around it that share no prose next to it, each of which may "
        "have its own reporter",
    ]
    if known:
        reasons.append(f"named by {_how(named)}: {', '.join(known)}")
    return least, most, reasons


def _company(
    sentences: Sequence[Sentence],
    families: Sequence[Family],
    witnesses: Sequence[Witness],
    articles: Sequence[Article],
) -> Company:
    """Witness -> its distinct text and the families of shared prose in its sentence and the two
    beside it. Two witnesses that have one of these in common are copies of one text there."""
    prose = {family.id for family in families if family.kind == "prose" and family.carriers > 1}
    order: dict[str, int] = {}
    for place, sentence in enumerate(sorted(sentences, key=lambda s: (s.article_id, s.start))):
        order[sentence.id] = place
    near: dict[int, set[str]] = defaultdict(set)
    for witness in witnesses:
        if witness.family_id in prose:
            near[order[witness.sentence_id]].add(witness.family_id)
    inside = {s.id: s.article_id for s in sentences}
    by_place = {place: inside[name] for name, place in order.items()}
    text_of = {article.id: article.text_id or article.id for article in articles}
    found = {}
    for witness in witnesses:
        at = order[witness.sentence_id]
        beside = [p for p in (at - 1, at, at + 1) if by_place.get(p) == witness.article_id]
        found[witness.id] = {text_of[witness.article_id]}.union(*(near[p] for p in beside))
    return found


def _surroundings(marks: Sequence[set[str]]) -> list[int]:
    """A number for each witness; those of one number all have one mark in common. Never a chain: a
    stitched page that has something of two texts beside a quotation makes these not one."""
    holders: dict[str, list[int]] = defaultdict(list)
    for i, own in enumerate(marks):
        for mark in own:
            holders[mark].append(i)
    numbers: dict[int, int] = {}
    for n, mark in enumerate(sorted(holders, key=lambda mark: (-len(holders[mark]), mark))):
        for i in holders[mark]:
            numbers.setdefault(i, n)
    return [numbers[i] for i in range(len(marks))]


def _shown_separate(named: Sequence[tuple[Witness, Attested]], company: Company) -> int:
    """How many of the names stand in surroundings that have nothing in common with each other's."""
    around: dict[str, set[str]] = defaultdict(set)
    for witness, one in named:
        around[one.name] |= company[witness.id]
    met: set[str] = set()
    separate = 0
    for name in sorted(around):
        if not around[name] & met:
            separate += 1
            met |= around[name]
    return separate


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
