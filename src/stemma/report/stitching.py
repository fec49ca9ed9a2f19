"""The pages of a story -> what each has from whom, in sentences."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from stemma.model import Article, Witness
from stemma.pedigree import Pedigree
from stemma.remarks import count
from stemma.report.boxes import letters
from stemma.report.mosaic import longest, mosaic
from stemma.report.plain import one_line
from stemma.report.replaced import Swapped, Use
from stemma.report.shown import Shown, titles
from stemma.report.view import Debt, Stitched
from stemma.report.words import listed

_MOST_REFS = 8
_MOST_PAGES = 3  # that passages were copied from
_FEWEST_SWAPS = 2  # nothing is said of a page on one alone
_KEPT = "with the words of the likely original, which other pages changed"
_CHANGED = "with words that were changed from the likely original’s"
_ALIKE = "with the same words on every page that has them: nothing shows who was first"
_UNDECIDED = "with words that differ from page to page: undecided who was first"
_COPIED = {
    "original": "made from the likely original, with changes",
    "page": "made from another page",
    "alike": "with the same words as another page, so that nothing shows who was first",
    "unsure": "with other words, but the reasons do not suffice to say who was first",
}


def stitched(shown: Shown, articles: Iterable[Article], swapped: Swapped) -> tuple[Stitched, ...]:
    """The articles that share prose, each with what is known of where it has it from."""
    articles = list(articles)
    most = longest(articles)
    return tuple(
        Stitched(
            siglum=shown.rows.sigla[article.id],
            anchor=article.id if article.id in shown.articles else None,
            title=titles(shown.rows, article),
            path=one_line(article.path),
            company=_company(shown, article, passages),
            debts=debts(shown, article, swapped),
            mosaic=mosaic(shown, article, most),
        )
        for article in articles
        if (passages := _passages(shown, article))
    )


def debts(shown: Shown, article: Article, swapped: Swapped) -> tuple[Debt, ...]:
    """What an article has from whom; nothing, if it shares no prose."""
    held: dict[str, list[str]] = defaultdict(list)
    for witness in _passages(shown, article):
        held[_standing(shown, witness)].append(witness.family_id)
    pages = sorted(
        set(held) - {_KEPT, _CHANGED, _ALIKE, _UNDECIDED}, key=lambda said: (-len(held[said]), said)
    )
    order = [_KEPT, _CHANGED, *pages[:_MOST_PAGES], _ALIKE, _UNDECIDED]
    said = [_debt(shown, said, held[said]) for said in order if said in held]
    return (*said, *_replaced(swapped.uses.get(article.id))) if said else ()


def descent(shown: Shown, articles: Iterable[Article]) -> str:
    """How many of the copies on some pages are decided, and why the others are not."""
    passages = [witness for article in articles for witness in _passages(shown, article)]
    found = Counter(_copied(shown.pedigrees[w.family_id], w) for w in passages)
    total = sum(found[name] for name in _COPIED)
    if not total:
        return ""
    said = [f"{found[name]:,} {words}" for name, words in _COPIED.items() if found[name]]
    return f"Of {count(total, 'copy', 'copies')} on these pages: {'; '.join(said)}."


def _copied(made: Pedigree, witness: Witness) -> str:
    copy = made.rows.get(witness.id)
    if copy is None:
        return "none"
    exemplar = made.wordings.of.get(copy.exemplar_id)
    if copy.direction == "forward":
        return "original" if exemplar is None else "page"
    return "alike" if exemplar == made.wordings.of[witness.id] else "unsure"


def _passages(shown: Shown, article: Article) -> list[Witness]:
    families = shown.rows.families
    return [
        witness
        for witness in shown.rows.in_article.get(article.id, ())
        if families[witness.family_id].kind == "prose"
        and families[witness.family_id].carriers > 1
        and families[witness.family_id].id in shown.rows.archetypes
    ]


def _standing(shown: Shown, witness: Witness) -> str:
    """What is known of a passage's wording, as a phrase."""
    made = shown.pedigrees[witness.family_id]
    copy, number = made.rows.get(witness.id), made.wordings.of[witness.id]
    if copy and copy.direction == "forward" and made.wordings.of.get(copy.exemplar_id) == number:
        exemplar = [w for w in made.wordings.all[number].witnesses if w.id == copy.exemplar_id]
        return f"copied from {letters(shown, exemplar)} word for word"
    edge = made.edges.get(number)
    if edge is not None and edge.forward:
        if edge.exemplar is None or edge.exemplar == made.root:
            return _CHANGED
        return f"copied from {letters(shown, made.wordings.all[edge.exemplar].witnesses, most=3)}"
    if made.nodes == 1:
        return _ALIKE
    is_kept = number == made.root and any(
        edge.forward and edge.exemplar == number for edge in made.edges.values()
    )
    return _KEPT if is_kept else _UNDECIDED


def _company(shown: Shown, article: Article, passages: Sequence[Witness]) -> str:
    """How many passages are shared, and which page has most of them."""
    others: Counter[str] = Counter()
    for witness in passages:
        carriers = {w.article_id for w in shown.rows.witnesses[witness.family_id]}
        others.update(carriers - {article.id})
    total, most = len(passages), max(others.values())
    best = [shown.rows.articles[name] for name, times in others.items() if times == most]
    best.sort(key=lambda article: (article.path, article.id))
    named = listed([shown.rows.sigla[article.id] for article in best], _MOST_PAGES)
    if total == 1:
        return f"1 passage of it is on {named} too."
    said = f"{count(total, 'passage')} of it are on other pages too"
    if most == total:
        return f"{said}, all of them on {named}."
    return f"{said}; none has all of them, {named} {'has' if len(best) == 1 else 'have'} {most:,}."


def _debt(shown: Shown, said: str, families: Sequence[str]) -> Debt:
    if said == _ALIKE:
        return Debt(len(families), said)
    refs = shown.refs(families)[:_MOST_REFS]
    return Debt(len(families), said, tuple(refs), len(set(families)) - len(refs))


def _replaced(use: Use | None) -> Iterator[Debt]:
    """How often it has words that are known to be replacements; never on one swap alone."""
    if use is not None and use.swaps >= _FEWEST_SWAPS:
        words = f"of {count(use.places, 'swapped word')} are the replacements"
        yield Debt(use.replaced, f"{words} ({use.swaps:,} different ones)")
