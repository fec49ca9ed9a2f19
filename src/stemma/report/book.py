"""A case -> the whole report as plain values."""

from collections.abc import Sequence

import stemma
from stemma.case import Case
from stemma.model import Article, Story
from stemma.remarks import count
from stemma.report.cards import card
from stemma.report.listings import listings
from stemma.report.pages import brief, page
from stemma.report.plain import one_line
from stemma.report.replaced import Swapped, swapped
from stemma.report.rows import Rows, load
from stemma.report.shown import MOST_FAMILIES, MOST_ROWS, OTHER_LANGUAGE, Shown, choose, cut
from stemma.report.stitching import descent, stitched
from stemma.report.view import Card, Chapter, Cut, Notable, Report
from stemma.report.voices import voices
from stemma.report.words import GLOSSARY, kind_of


def book(case: Case) -> Report:
    """Everything a rendering shows, in order."""
    rows = load(case)
    shown = choose(rows)
    swaps = swapped(shown)
    return Report(
        name=rows.name,
        title=_title(rows),
        counts=_counts(rows),
        remarks=tuple(map(one_line, rows.remarks)),
        chapters=_chapters(shown, swaps),
        pages=tuple(
            page(shown, a, swaps) for a in rows.articles.values() if a.id in shown.articles
        ),
        pages_cut=_articles_cut(shown, len(rows.articles)),
        listings=listings(shown, swaps),
        version=str(getattr(stemma, "__version__", "")),
        glossary=GLOSSARY,
    )


def _title(rows: Rows) -> str:
    """The story that most pages tell, and how many others there are."""
    titles = [one_line(story.title) for story in rows.stories.values()]
    if not titles or not titles[0]:
        return rows.name
    others = count(len(titles) - 1, "other story", "other stories")
    return titles[0] if len(titles) == 1 else f"{titles[0]} – and {others}"


def _counts(rows: Rows) -> str:
    said = [count(len(rows.articles), "article")]
    texts = {a.text_id for a in rows.articles.values()}
    if None not in texts:
        said.append(count(len(texts), "distinct text"))
    if rows.stories:
        said.append(count(len(rows.stories), "story", "stories"))
    return " · ".join(said)


def _chapters(shown: Shown, swaps: Swapped) -> tuple[Chapter, ...]:
    found = [_story(shown, story, swaps) for story in shown.rows.stories.values()]
    foreign = [a for a in shown.rows.articles.values() if a.story_id is None]
    if shown.rows.examined and foreign:
        found.append(_other_language(shown, foreign, swaps))
    if shown.shared[None] or shown.repeated[None]:
        found.append(_without_story(shown, swaps))
    return tuple(found)


def _story(shown: Shown, story: Story, swaps: Swapped) -> Chapter:
    inside = [a for a in shown.rows.articles.values() if a.story_id == story.id]
    return _chapter(
        shown,
        story.id,
        anchor=story.id,
        title=one_line(story.title) or "Untitled story",
        words=tuple(map(one_line, story.words)),
        how=one_line(story.how),
        counts=f"{count(story.carriers, 'article')} · {count(story.texts, 'distinct text')}",
        inside=inside,
        nothing=_nothing(len(inside)),
        swaps=swaps,
    )


def _other_language(shown: Shown, foreign: Sequence[Article], swaps: Swapped) -> Chapter:
    return _chapter(
        shown,
        OTHER_LANGUAGE,
        OTHER_LANGUAGE,
        "In other languages than English",
        (),
        "These articles were compared for copies. No story, statement or reporter is looked for in them.",
        count(len(foreign), "article"),
        foreign,
        "No passage stands in more than one of them.",
        swaps,
    )


def _without_story(shown: Shown, swaps: Swapped) -> Chapter:
    examined = shown.rows.examined
    title = "Statements carried across stories" if examined else "Statements"
    how = (
        "Their pages belong to different stories." if examined else "Stories are not examined yet."
    )
    return _chapter(
        shown,
        None,
        "across",
        title,
        (),
        how,
        "",
        [],
        "No statement is carried by more than one page.",
        swaps,
    )


def _chapter(
    shown: Shown,
    key: str | None,
    anchor: str,
    title: str,
    words: tuple[str, ...],
    how: str,
    counts: str,
    inside: Sequence[Article],
    nothing: str,
    swaps: Swapped,
) -> Chapter:
    show = f"stemma show {shown.rows.path}"
    story = f" --story {key}" if key in shown.rows.stories else ""
    cards = tuple(card(shown, family) for family in shown.shared[key][:MOST_FAMILIES])
    notable = _first(cards)
    return Chapter(
        anchor=anchor,
        title=title,
        words=words,
        how=how,
        counts=counts,
        pages=tuple(brief(shown, a) for a in inside[:MOST_ROWS]),
        pages_cut=cut(MOST_ROWS, len(inside), "articles", f"{show} articles{story}"),
        notable=notable[:MOST_FAMILIES],
        notable_cut=cut(MOST_FAMILIES, len(notable), "differences", f"{show} variants{story}"),
        cards=cards,
        cards_cut=_families_cut(shown, key, len(cards), f"{show} families{story}"),
        nothing="" if cards else nothing,
        repeated=tuple(card(shown, family) for family in shown.repeated[key]),
        descent=descent(shown, inside),
        stitched=stitched(shown, inside[:MOST_ROWS], swaps),
        voices=voices(shown, key, shown.shared[key]) if key in shown.rows.stories else None,
    )


def _families_cut(shown: Shown, story: str | None, kept: int, command: str) -> Cut:
    left = shown.left_out(story)
    made = cut(kept, kept + left, "statements, those on most pages", command)
    return Cut(made.said and f"{made.said[:-1]} ({left:,} not shown):", made.command)


def _articles_cut(shown: Shown, total: int) -> Cut:
    kept = len(shown.articles)
    made = cut(
        kept,
        total,
        "articles, those with most shared passages",
        f"stemma show {shown.rows.path} articles",
    )
    return Cut(made.said and f"{made.said[:-1]} ({total - kept:,} not shown):", made.command)


def _first(cards: Sequence[Card]) -> tuple[Notable, ...]:
    found = [one for made in cards for one in made.notable]
    return tuple(sorted(found, key=lambda n: (kind_of(n.readings[0].kind).rank, n.number)))


def _nothing(articles: int) -> str:
    if articles == 1:
        return "The article is alone in its story, so no other page can carry what it says."
    return (
        "No statement of this story is carried by more than one page: its articles share no passage "
        "that is long enough, beyond names and numbers, to show copying."
    )
