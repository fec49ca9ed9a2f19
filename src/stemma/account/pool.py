"""What is known of a pile before anything is counted: which tags can be trusted, which articles are one
text, and what stands around each witness."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from rapidfuzz.distance import LCSseq

from stemma.account.clauses import Clause, alike, clause_of
from stemma.account.reporters import Attested, Page, attested, canonical_names, naming, pages
from stemma.model import Article, Block, Family, Sentence, Tag, Witness

# Of an article's shared passages that must stand in one other article in the same order, for the
# tag at the article's head to speak for all of it. With fewer passages there is nothing to judge by.
_UNBROKEN = 0.6
_FEWEST_SHARED = 4
_DRAWN = (
    0.5  # of an article's prose that another has in the same order, for it to be a copy of that
)
_COMPANY = 5  # other articles tried, those with most steps from passage to passage in common


_Chain = tuple[str, ...]  # families of shared prose, in an article's order
# Witness -> what marks the text around it.
Company = dict[str, set[str]]


@dataclass(frozen=True)
class Pool:
    """What counting starts from. `whole`: articles that may well be one text; `steady`: those that are
    shown to be, by many passages in the order of another article; `copies`: those that are drawn from
    another one -> those that they may be drawn from; `company`: witness -> what marks the text around it;
    `clauses`: witness of a family of quoted words -> its sentence's own words."""

    families: dict[str, Family]
    inside: dict[str, list[Witness]]
    pages: dict[str, Page]
    whole: frozenset[str]
    steady: frozenset[str]
    copies: dict[str, frozenset[str]]
    company: Company
    clauses: dict[str, Clause]
    tags: dict[str, list[Tag]]
    names: dict[str, str]

    @cached_property
    def by_article(self) -> dict[str, list[Witness]]:
        """Article -> its witnesses."""
        found: dict[str, list[Witness]] = defaultdict(list)
        for held in self.inside.values():
            for witness in held:
                found[witness.article_id].append(witness)
        for held in found.values():
            held.sort(key=lambda witness: witness.start)
        return found

    @cached_property
    def _starts(self) -> dict[str, tuple[list[int], int]]:
        """Article -> where its witnesses begin, in order, and how long the longest is."""
        return {
            article: ([w.start for w in held], max(w.end - w.start for w in held))
            for article, held in self.by_article.items()
        }

    def overlapping(self, article: str, start: int, end: int) -> list[Witness]:
        """The witnesses that have a character of a span."""
        starts, longest = self._starts.get(article, ([], 0))
        first, last = bisect_right(starts, start - longest), bisect_left(starts, end)
        held = self.by_article[article][first:last] if starts else []
        return [witness for witness in held if witness.end > start]

    @cached_property
    def once(self) -> dict[tuple[str, str], Any]:
        """What was worked out of a whole family or of some characters (what it is, the family's id or the
        span), for those who ask again: one family may be part of a hundred sayings."""
        return {}

    def named(self, witness: Witness) -> list[Attested]:
        """The tags that speak for a passage."""
        at = witness.article_id
        return attested(witness, self.tags, self.pages[at], at in self.whole, self.names)


def pool_of(
    articles: Sequence[Article],
    blocks: Sequence[Block],
    sentences: Sequence[Sentence],
    tags: Sequence[Tag],
    families: Sequence[Family],
    witnesses: Sequence[Witness],
    counted: Set[str] | None = None,
) -> Pool:
    """Everything that counting starts from. `counted`: the families of which quoted words may be counted, all
    if it is not given; their clauses cost most."""
    tags = naming(tags)
    about = pages(articles, blocks, sentences, tags)
    prose = {block.id for block in blocks if block.kind == "paragraph"}
    chains, steady = _steady_ones(families, witnesses, about)
    heard = [f for f in families if counted is None or f.id in counted]
    told = [w for w in witnesses if counted is None or w.family_id in counted]
    clauses = _clauses(prose, sentences, heard, told)
    company = _company(sentences, families, witnesses, articles, prose)
    same = _same_pages(articles, about, witnesses)
    drawn = _drawn_from(about, families, witnesses, same)
    _add_marks(company, witnesses, same, drawn, clauses)
    few = {article for article, chain in chains.items() if len(chain) < _FEWEST_SHARED}
    return Pool(
        families={family.id: family for family in families},
        inside=_by_family(witnesses),
        pages=about,
        whole=frozenset(few | steady),
        steady=frozenset(steady),
        copies=_mere_copies(about, drawn, same),
        company=company,
        clauses=clauses,
        tags=_by_sentence(tags),
        names=canonical_names(tags),
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


def _add_marks(
    company: Company,
    witnesses: Sequence[Witness],
    same: Mapping[str, str],
    drawn: Mapping[str, frozenset[str]],
    clauses: Mapping[str, Clause],
) -> None:
    """Marks two witnesses as copies where one's article is drawn from the other's, or where both have
    the same words around what is quoted."""
    told: dict[str, list[tuple[str, Clause]]] = defaultdict(list)
    for witness in sorted(witnesses, key=lambda w: w.id):
        at = same[witness.article_id]
        company[witness.id] |= {f"page {at}", *(f"page {other}" for other in drawn[at])}
        clause = clauses.get(witness.id)
        if clause is None or not clause.is_told:
            continue
        known = told[witness.family_id]
        first = next((name for name, other in known if alike(clause, other)), None)
        if first is None:
            known.append((witness.id, clause))
        company[witness.id].add(f"clause {first or witness.id}")


def _same_pages(
    articles: Sequence[Article], about: Mapping[str, Page], witnesses: Sequence[Witness]
) -> dict[str, str]:
    """Article -> the least of those that are one text with it and share the same passages. One is looked
    at for all, so that many copies of a page cost no more than their number."""
    families: dict[str, set[str]] = {article.id: set() for article in articles}
    for witness in witnesses:
        families[witness.article_id].add(witness.family_id)
    first: dict[tuple[str, int, frozenset[str]], str] = {}
    found = {}
    for article in sorted(articles, key=lambda a: a.id):
        shared = frozenset(families[article.id])
        page = article.text_id or article.id, about[article.id].prose, shared
        found[article.id] = first.setdefault(page, article.id)
    return found


def _drawn_from(
    about: Mapping[str, Page],
    families: Sequence[Family],
    witnesses: Sequence[Witness],
    same: Mapping[str, str],
) -> dict[str, frozenset[str]]:
    """Page -> those that have half of its prose or more in the same order: a copy, cut and swapped. Two
    stitched pages may have as much in common, but not in one order. A page is drawn from itself if its
    copies are."""
    prose = {family.id for family in families if family.kind == "prose"}
    chains: dict[str, list[str]] = {page: [] for page in sorted(set(same.values()))}
    holders: dict[str, set[str]] = defaultdict(set)
    for witness in sorted(witnesses, key=lambda w: (w.article_id, w.start)):
        if witness.article_id in chains and witness.family_id in prose and not witness.quoted:
            chains[witness.article_id].append(witness.family_id)
            holders[witness.family_id].add(witness.article_id)
    names = list(chains)
    number = {page: n for n, page in enumerate(names)}
    numbers = {f: np.array(sorted(number[one] for one in held)) for f, held in holders.items()}
    found = {}
    for page, own in chains.items():
        length = about[page].prose
        fewest = max(_DRAWN * length, min(length, _FEWEST_SHARED), 1)
        shared = [numbers[family] for family in sorted(set(own))]
        likely = [names[n] for n in _most_often(shared, fewest)] if shared else []
        found[page] = frozenset(
            other for other in likely if LCSseq.similarity(own, chains[other]) >= fewest
        )
    return found


def _most_often(lists: Sequence[np.ndarray], fewest: float) -> list[int]:
    """The numbers that stand in most of some lists, in the fewest at least; of equals those that come first.
    The lists of a large pile are long, and there are many."""
    held = np.concatenate(lists)
    times = np.bincount(held)
    enough = np.flatnonzero(times >= fewest)
    if len(enough) > _COMPANY + 1:
        first = np.empty(len(times), dtype=np.int64)
        first[held[::-1]] = np.arange(len(held))[::-1]
        enough = enough[np.lexsort((first[enough], -times[enough]))][: _COMPANY + 1]
    return [int(n) for n in enough]


def _mere_copies(
    about: Mapping[str, Page], drawn: Mapping[str, frozenset[str]], same: Mapping[str, str]
) -> dict[str, frozenset[str]]:
    """Articles drawn from a longer one, of equals from the one with the least id, each with those: what they
    have, that one had, so that they add no writing."""

    def standing(article: str) -> tuple[int, str]:
        return -about[article].prose, article

    found = {
        a: frozenset(o for o in drawn[page] if standing(o) < standing(a))
        for a, page in same.items()
    }
    return {a: longer for a, longer in found.items() if longer}


def _clauses(
    paragraphs: Set[str],
    sentences: Sequence[Sentence],
    families: Sequence[Family],
    witnesses: Sequence[Witness],
) -> dict[str, Clause]:
    heard = {family.id for family in families if family.kind == "quotation"}
    heard |= {w.family_id for w in witnesses if w.quoted}
    text = {s.id: s.text for s in sentences if s.block_id in paragraphs}
    told = [w for w in witnesses if w.family_id in heard and w.sentence_id in text]
    clauses = {one: clause_of(one) for one in {text[w.sentence_id] for w in told}}
    return {w.id: clauses[text[w.sentence_id]] for w in told}


def _steady_ones(
    families: Sequence[Family], witnesses: Sequence[Witness], about: dict[str, Page]
) -> tuple[dict[str, list[str]], set[str]]:
    """Article -> its shared prose in order; and the articles most of whose shared prose stands in one
    other article in the same order. A mosaic draws on several texts and shuffles them, so that it keeps
    company with no other article for long."""
    prose = {family.id for family in families if family.kind == "prose" and family.carriers > 1}
    chains: dict[str, list[str]] = {article: [] for article in about}
    for witness in sorted(witnesses, key=lambda w: (w.article_id, w.start)):
        if witness.family_id in prose:
            chains[witness.article_id].append(witness.family_id)
    with_chain: dict[_Chain, list[str]] = defaultdict(list)
    for article, chain in chains.items():
        with_chain[tuple(chain)].append(article)
    distinct = sorted(with_chain)
    holders: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, one in enumerate(distinct):
        for step in pairwise(one):
            holders[step].add(number)
    steady = {
        article
        for number, one in enumerate(distinct)
        if len(one) >= _FEWEST_SHARED
        and (len(with_chain[one]) > 1 or _in_order(number, distinct, holders))
        for article in with_chain[one]
    }
    return chains, steady


def _in_order(
    number: int, chains: Sequence[_Chain], holders: Mapping[tuple[str, str], set[int]]
) -> bool:
    """Whether most of a chain stands in one other, in its order."""
    chain = chains[number]
    steps = (other for step in pairwise(chain) for other in sorted(holders[step]))
    company = Counter(other for other in steps if other != number).most_common(_COMPANY)
    same_order = (LCSseq.similarity(chain, chains[other]) for other, _ in company)
    return max(same_order, default=0) >= _UNBROKEN * len(chain)


def _company(
    sentences: Sequence[Sentence],
    families: Sequence[Family],
    witnesses: Sequence[Witness],
    articles: Sequence[Article],
    paragraphs: Set[str],
) -> Company:
    """Witness -> its distinct text and the families of shared prose in its sentence and the two
    beside it. Two witnesses that have one of these in common are copies of one text there. A line that
    is no part of a paragraph, as a link to another story, is no text."""
    prose = {family.id for family in families if family.kind == "prose" and family.carriers > 1}
    order: dict[str, int] = {}
    for place, sentence in enumerate(sorted(sentences, key=lambda s: (s.article_id, s.start))):
        order[sentence.id] = place
    told = {sentence.id for sentence in sentences if sentence.block_id in paragraphs}
    near: dict[int, set[str]] = defaultdict(set)
    for witness in witnesses:
        if witness.family_id in prose and not witness.quoted and witness.sentence_id in told:
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
