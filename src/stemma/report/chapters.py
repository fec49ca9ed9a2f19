"""A story -> its chapter: where its pages differ, who said what, who copied whom, and its statements."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from stemma.model import Article, Story
from stemma.remarks import count
from stemma.report.boxes import pieces
from stemma.report.cards import card
from stemma.report.comparison import notables
from stemma.report.happened import tale
from stemma.report.heard import Voices
from stemma.report.pages import brief
from stemma.report.plain import one_line
from stemma.report.replaced import Swapped
from stemma.report.shown import MOST_FAMILIES, MOST_ROWS, OTHER_LANGUAGE, Shown, anchor_of, cut
from stemma.report.stitching import descent, stitched
from stemma.report.tale import Tale
from stemma.report.view import Chapter, Cut, Notable
from stemma.report.voices import voices
from stemma.report.words import kind_of

# Where the chapter stands that holds statements of several stories, or of none yet.
ACROSS = "across"


class Window(NamedTuple):
    """Which of a story's articles and statements are shown, and what is known of the whole story
    beforehand: the differences to look at first (`most` of them are shown), who said what, and how copies
    are decided."""

    pages: slice
    cards: slice
    repeated: slice
    notable: tuple[Notable, ...] | None = None
    voices: Voices | None = None
    descent: str | None = None
    tale: Tale | None = None
    most: int | None = None


class _About(NamedTuple):
    """What is said of a chapter before its articles and statements."""

    anchor: str
    title: str
    words: tuple[str, ...] = ()
    how: str = ""
    counts: str = ""
    nothing: str = ""


def chapters(shown: Shown, swaps: Swapped) -> tuple[Chapter, ...]:
    """Every story, then what is in none."""
    found = [chapter(shown, story, swaps) for story in shown.rows.stories]
    if shown.rows.examined and inside(shown, OTHER_LANGUAGE):
        found.append(chapter(shown, OTHER_LANGUAGE, swaps))
    if shown.shared[None] or shown.repeated[None]:
        found.append(chapter(shown, None, swaps))
    return tuple(found)


def chapter(shown: Shown, key: str | None, swaps: Swapped, window: Window | None = None) -> Chapter:
    """One story, by its id; OTHER_LANGUAGE; or None: what is in no single story."""
    window = window or Window(slice(MOST_ROWS), slice(MOST_FAMILIES), slice(MOST_FAMILIES))
    show = f"stemma show {shown.rows.path}"
    story = f" --story {key}" if key in shown.rows.stories else ""
    articles = inside(shown, key)
    about = _about(shown, key, articles)
    families = shown.shared[key]
    cards = tuple(card(shown, family) for family in families[window.cards])
    notable = _first(one for made in cards for one in made.notable)
    notable = notable if window.notable is None else window.notable
    most = window.most or MOST_FAMILIES
    return Chapter(
        anchor=about.anchor,
        title=about.title,
        words=about.words,
        how=about.how,
        counts=about.counts,
        pages=tuple(brief(shown, a) for a in articles[window.pages]),
        pages_cut=cut(MOST_ROWS, len(articles), "articles", f"{show} articles{story}"),
        notable=notable[:most],
        notable_cut=cut(most, len(notable), "differences", f"{show} variants{story}"),
        cards=cards,
        cards_cut=_families_cut(shown, key, len(cards), f"{show} families{story}"),
        nothing="" if families else about.nothing,
        repeated=tuple(card(shown, family) for family in shown.repeated[key][window.repeated]),
        descent=descent(shown, articles) if window.descent is None else window.descent,
        stitched=stitched(shown, articles[window.pages], swaps),
        voices=window.voices or (voices(shown, key, families) if key and story else None),
        tale=window.tale or (tale(shown, key) if key and story else None),
    )


def inside(shown: Shown, key: str | None) -> list[Article]:
    """The articles of a story; of OTHER_LANGUAGE, those of none."""
    if key is None:
        return []
    story = None if key == OTHER_LANGUAGE else key
    return [a for a in shown.rows.articles.values() if a.story_id == story]


def descent_of(shown: Shown, key: str | None) -> str:
    """How many of a story's copies are decided, in a sentence."""
    return descent(shown, inside(shown, key))


def differences(shown: Shown, key: str | None) -> tuple[Notable, ...]:
    """All of a story's differences to look at first."""
    return _first(
        one
        for family in shown.shared[key]
        for one in notables(
            anchor_of(family.id),
            shown.numbers.get(family.id, 0),
            pieces(shown, shown.pedigrees[family.id]),
        )
    )


def _about(shown: Shown, key: str | None, articles: Sequence[Article]) -> _About:
    if key in shown.rows.stories:
        return _story(shown.rows.stories[key], len(articles))
    if key == OTHER_LANGUAGE:
        return _About(
            OTHER_LANGUAGE,
            "In other languages than English",
            how="These articles were compared for copies. No story, statement or reporter is looked for "
            "in them.",
            counts=count(len(articles), "article"),
            nothing="No passage stands in more than one of them.",
        )
    examined = shown.rows.examined
    return _About(
        ACROSS,
        "Statements carried across stories" if examined else "Statements",
        how="Their pages belong to different stories."
        if examined
        else "Stories are not examined yet.",
        nothing="No statement is carried by more than one page.",
    )


def _story(story: Story, articles: int) -> _About:
    return _About(
        story.id,
        one_line(story.title) or "Untitled story",
        tuple(map(one_line, story.words)),
        one_line(story.how),
        f"{count(story.carriers, 'article')} · {count(story.texts, 'distinct text')}",
        _nothing(articles),
    )


def _families_cut(shown: Shown, story: str | None, kept: int, command: str) -> Cut:
    left = shown.left_out(story)
    made = cut(kept, kept + left, "statements, those on most pages", command)
    return Cut(made.said and f"{made.said[:-1]} ({left:,} not shown):", made.command)


def _first(notable: Iterable[Notable]) -> tuple[Notable, ...]:
    return tuple(sorted(notable, key=lambda n: (kind_of(n.readings[0].kind).rank, n.number)))


def _nothing(articles: int) -> str:
    if articles == 1:
        return "The article is alone in its story, so no other page can carry what it says."
    return (
        "No statement of this story is carried by more than one page: its articles share no passage "
        "that is long enough, beyond names and numbers, to show copying."
    )
