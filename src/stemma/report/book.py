"""A case -> the whole report as plain values."""

import stemma
from stemma.case import Case
from stemma.remarks import count
from stemma.report.chapters import chapters
from stemma.report.listings import listings
from stemma.report.pages import page
from stemma.report.plain import one_line
from stemma.report.replaced import swapped
from stemma.report.rows import Rows, load
from stemma.report.shown import Shown, choose, cut
from stemma.report.view import Cut, Report
from stemma.report.words import GLOSSARY


def book(case: Case) -> Report:
    """Everything a rendering shows, in order."""
    rows = load(case)
    shown = choose(rows)
    swaps = swapped(shown)
    return Report(
        name=rows.name,
        title=title(rows),
        counts=counts(rows),
        remarks=tuple(map(one_line, rows.remarks)),
        chapters=chapters(shown, swaps),
        pages=tuple(
            page(shown, a, swaps) for a in rows.articles.values() if a.id in shown.articles
        ),
        pages_cut=_articles_cut(shown, len(rows.articles)),
        listings=listings(shown, swaps),
        version=str(getattr(stemma, "__version__", "")),
        glossary=GLOSSARY,
    )


def title(rows: Rows) -> str:
    """The story that most pages tell, and how many others there are."""
    titles = [one_line(story.title) for story in rows.stories.values()]
    if not titles or not titles[0]:
        return rows.name
    others = count(len(titles) - 1, "other story", "other stories")
    return titles[0] if len(titles) == 1 else f"{titles[0]} – and {others}"


def counts(rows: Rows) -> str:
    """How many articles, texts and stories a case holds."""
    said = [count(len(rows.articles), "article")]
    texts = {a.text_id for a in rows.articles.values()}
    if None not in texts:
        said.append(count(len(texts), "distinct text"))
    if rows.stories:
        said.append(count(len(rows.stories), "story", "stories"))
    return " · ".join(said)


def _articles_cut(shown: Shown, total: int) -> Cut:
    kept = len(shown.articles)
    made = cut(
        kept,
        total,
        "articles, those with most shared passages",
        f"stemma show {shown.rows.path} articles",
    )
    return Cut(made.said and f"{made.said[:-1]} ({total - kept:,} not shown):", made.command)
