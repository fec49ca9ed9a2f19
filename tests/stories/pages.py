"""Invented pages about two happenings, and their way through the stages up to the stories."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from tests.strategies import article_of

from stemma.clean import clean
from stemma.lineage import trace
from stemma.lineage.passages import surfaces
from stemma.lineage.texts import distinct_texts
from stemma.model import Article
from stemma.stories import Sorted, sort_stories, tally, word_counts

FERRY = (
    "Ferry Anselm sinks off Marrow Point with ninety aboard\n\n"
    "The ferry Anselm sank in heavy seas off Marrow Point on Tuesday with ninety people aboard. "
    "Lifeboats from three harbours pulled seventy passengers out of the water before dark.\n\n"
    "The ferry's captain, Tomas Reyl, was the last to leave the wreck, the coastguard said. Divers "
    "will search the ferry's car deck as soon as the sea is calm.",
    "Seventy rescued as ferry goes down\n\n"
    "Rescuers saved seventy passengers when the ferry Anselm went down near Marrow Point. The "
    "coastguard believes a car deck door was open when the sea rose.\n\n"
    "A nurse wept on the quay, and the lifeboats went out again until the fog came in.",
    "Passengers tell of open door on ferry Anselm\n\n"
    "The coastguard is asking why the ferry Anselm left harbour at all. Captain Tomas Reyl has not "
    "spoken since the wreck, and no lifeboat crew has found the ferry's log.",
)
# So much about the ferry that a foreign paragraph does not carry the article off.
LONG = (
    FERRY[1] + "\n\n"
    "On the Anselm's car deck the sea had lifted lorries and thrown them against the door, a lifeboat "
    "crew told the coastguard. Passengers from the ferry slept in the church at Marrow Point.\n\n"
    "Captain Tomas Reyl met the coastguard in the harbour office. The ferry had left harbour twice "
    "that week with the same door open, two passengers said."
)
FROST = (
    "No cider this year, growers fear\n\n"
    "Apple growers in the Eastern Hills fear that the late frost has killed nine blossoms in ten. "
    "Orchard owners lit straw fires between their trees on Sunday night, but the frost came all the "
    "same.\n\n"
    "The growers' union asks for loans so that orchards can be replanted before winter.",
    "Frost takes the apple blossom\n\n"
    "Straw fires burned between apple trees all night in the Eastern Hills. By morning the frost had "
    "taken the blossom in nearly every orchard, the growers' union said.\n\n"
    "Cider makers will have to buy apples from abroad this year, if the growers can find any.",
)


def pages(*texts: str, days: Sequence[str] = ()) -> list[Article]:
    """Articles in order of id, some with a date of publication (`days`, in the order of `texts`)."""
    made = [article_of(text, path=f"{i}.txt") for i, text in enumerate(texts)]
    dated = [
        replace(a, published=day, published_how="given") for a, day in zip(made, days, strict=False)
    ]
    return sorted([*dated, *made[len(days) :]], key=lambda article: article.id)


def stories(articles: Sequence[Article], stitched: Collection[str] = ()) -> Sorted:
    """The stories of a pile. `stitched`: paths of those that are known to be."""
    parts = [clean(article) for article in articles]
    blocks = [block for part in parts for block in part.blocks]
    sentences = [sentence for part in parts for sentence in part.sentences]
    made = surfaces(sentences, [tag for part in parts for tag in part.tags])
    found = trace(sentences, made)
    texts = distinct_texts(sentences, found.witnesses, made)
    counts = tally([word_counts(block.text) for block in blocks])
    broken = {article.id for article in articles if article.path in stitched}
    return sort_stories(
        articles, blocks, found.families, found.witnesses, texts, counts, stitched=broken
    )


def grouped(found: Sorted) -> set[frozenset[str]]:
    """The paths of each story."""
    groups: dict[str | None, set[str]] = {}
    for article in found.articles:
        groups.setdefault(article.story_id, set()).add(article.path)
    return {frozenset(paths) for paths in groups.values()}


def inserts(found: Sorted) -> dict[tuple[str, str], str | None]:
    """(path, first words) of each insert -> the path of the least article of its story."""
    paths = {article.id: article.path for article in found.articles}
    by_story = {f"story-{name}": path for name, path in paths.items()}
    return {
        (paths[b.article_id], " ".join(b.text.split()[:2])): by_story.get(b.story_id or "")
        for b in found.blocks
        if b.kind == "insert"
    }
