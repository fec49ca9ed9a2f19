"""A page that comes again decides nothing of what the families of the others look like."""

from collections.abc import Mapping, Sequence

from tests.lineage.tracing import BRIDGE, INQUIRY, PIER, ROOFS, SLUICE, VALVE, of_articles, swapped
from tests.strategies import article_of

from stemma.lineage import Descent, Lineage, descend, trace
from stemma.model import Article, Sentence, Witness
from stemma.text.countries import known_forms

WHOLE = (PIER, ROOFS, VALVE, INQUIRY, SLUICE)
# A page that has the others' sentences in another order, cut at the head or with other words.
STITCHED = (
    VALVE,
    "the old ferry terminal at Marrow Point because its wooden piers can no longer carry lorries.",
    swapped(INQUIRY, ("international", "worldwide")),
    BRIDGE,
)
SPUN = tuple(
    swapped(text, pair)
    for text, pair in zip(
        WHOLE,
        (("voted", "decided"), ("houses", "homes"), ("village", "hamlet"), ("international", "worldwide"),
         ("rusted", "corroded")),
        strict=True,
    )
)  # fmt: skip


def pile(*pages: Sequence[str]) -> list[Article]:
    return [article_of("\n\n".join(page), path=f"{n}.txt") for n, page in enumerate(pages)]


def lineage(articles: Sequence[Article], again: Mapping[str, str]) -> tuple[Lineage, Descent]:
    made = of_articles(articles)

    def repeating(shared: Sequence[Witness], _: Mapping[str, str]) -> set[str]:
        assert {one.article_id for one in shared} <= {one.id for one in articles}
        return set(again)

    found = trace(made.sentences, made.surfaces, known_forms(), repeating=repeating)
    descent = descend(
        articles, made.tags, found.families, found.witnesses, found.parallels, found.variants, found.swaps,
        {text: surface.words for text, surface in made.surfaces.items()}, made.sentences, lambda _: again,
    )  # fmt: skip
    return found, descent


def shown(found: tuple[Lineage, Descent], pages: set[str]) -> dict[str, object]:
    """What is known of passages on these pages."""
    families, descent = found
    base = {one.id: one.text for one in families.families}
    first = {one.family_id: (one.text, one.wording) for one in descent.archetypes}
    own = [one for one in families.witnesses if one.article_id in pages]
    several = {one.family_id for one in own for two in own if one.family_id == two.family_id != ""}
    counts = {f: len({w.article_id for w in own if w.family_id == f}) for f in several}
    return {
        w.id: (w.text, w.whole, base[w.family_id], first.get(w.family_id))
        for w in own
        if counts[w.family_id] > 1
    } | {c.id: (c.direction, c.text) for c in descent.copies if c.article_id in pages}


def test_families_and_originals_are_what_they_are_without_the_copies() -> None:
    articles = pile(WHOLE, STITCHED, SPUN, SPUN[:3], SPUN[1:])
    pages = {articles[0].id, articles[1].id}
    again = {one.id: articles[0].id for one in articles[2:]}
    alone = shown(lineage(articles[:2], {}), pages)
    assert alone
    assert shown(lineage(articles, again), pages) == alone


def test_with_a_voice_they_would_change_them() -> None:
    articles = pile(WHOLE, STITCHED, SPUN, SPUN[:3], SPUN[1:])
    pages = {articles[0].id, articles[1].id}
    assert shown(lineage(articles, {}), pages) != shown(lineage(articles[:2], {}), pages)


def test_copies_are_in_the_families_of_what_they_copy() -> None:
    articles = pile(WHOLE, STITCHED, SPUN)
    found, descent = lineage(articles, {articles[2].id: articles[0].id})
    held: dict[str, set[str]] = {}
    for one in found.witnesses:
        held.setdefault(one.family_id, set()).add(one.article_id)
    spun = [pages for pages in held.values() if articles[2].id in pages]
    assert len(spun) == len(SPUN)
    assert all(articles[0].id in pages for pages in spun)
    assert len([one for one in descent.copies if one.article_id == articles[2].id]) == len(SPUN)


def sentences_of(found: Lineage) -> set[str]:
    return {one.sentence_id for one in found.witnesses}


def test_what_only_copies_share_is_a_family_of_theirs() -> None:
    added = "Nobody in the town hall could say who had ordered the second lorry of sand that night."
    articles = pile(WHOLE, STITCHED, (*SPUN, added), (*WHOLE, added))
    found, _ = lineage(articles, {one.id: articles[0].id for one in articles[2:]})
    own: list[Sentence] = [s for s in of_articles(articles).sentences if s.text == added]
    assert {one.id for one in own} <= sentences_of(found)
