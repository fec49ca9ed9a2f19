"""Texts, articles, records and piles for property tests: ordinary ones, and damaged as farms do it."""

import os
import string
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from stemma.model import Article, Names, article_id, columns

# The same examples on every run, however busy the machine; SEARCH=2000 pytest … looks for new ones.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile(
    "search", deadline=None, max_examples=int(os.environ.get("SEARCH", "100"))
)
settings.load_profile("search" if "SEARCH" in os.environ else "steady")

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the five seeds are not at {SEEDS}")

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u2060\ufeff"
CURLY = "“”„‟«»‘’‚‛"
LIGATURES = "ﬁﬂﬀﬃ…"
COMBINED = ("e\u0301", "u\u0308", "n\u0303", "C\u0327", "é", "ü")
INITIALS = ("U.K.", "a.m.", "J.R.R.", "U.N.", "I.B.M", "Ph.D.", "e.g.")
GLUED = ("wall.The", "over”.Marrow", "tiesThe", "it.”Our", "LinkedIn", "-Kestrian", "so.”It’s")
WORDS = (
    "harbour", "Kestria", "dyke", "the", "mayor", "said", "Lorn", "water", "No", "twelve", "3.5",
    "1,200", "isn’t", "Dunn’s", "workers'", "Mr.", "co-owner", "example.com", "“never”", "(HPA)",
)  # fmt: skip
SPACES = (" ", " ", " ", "  ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2009", "")
MARKS = (".", ".", ",", "?", "!", "...", ";", " -", "—", "–", "-", '"', "'", "’", "/", "%", "$")


def pieces() -> st.SearchStrategy[str]:
    """One small piece of a damaged text."""
    return st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(SPACES),
        st.sampled_from(MARKS),
        st.sampled_from([*CURLY, *INVISIBLE, *LIGATURES, *COMBINED, *INITIALS, *GLUED]),
    )


def texts(max_pieces: int = 30) -> st.SearchStrategy[str]:
    """Damaged newspaper prose: glued, curly, invisible, combined."""
    return st.lists(pieces(), max_size=max_pieces).map("".join)


def ascii_texts() -> st.SearchStrategy[str]:
    """Plain ASCII, less the tab and the grave accent, which are folded."""
    return st.text(sorted(set(string.printable) - set("\t`")), max_size=80)


def any_texts() -> st.SearchStrategy[str]:
    """Whatever Unicode has, and the damaged prose."""
    return st.one_of(texts(), st.text(max_size=40))


def sentences() -> st.SearchStrategy[str]:
    """A whole sentence without damage."""
    words = st.lists(st.sampled_from([w for w in WORDS if w.isalpha()]), min_size=4, max_size=12)
    return words.map(lambda found: " ".join(found).capitalize() + ".")


def articles() -> st.SearchStrategy[Article]:
    """An article of some paragraphs, some of them damaged, with or without a title and a site."""
    paragraphs = st.lists(st.one_of(sentences(), texts(12)), min_size=1, max_size=6)
    optional = st.none() | st.sampled_from(["Dyke holds", "Bay Herald", "Morning Ledger"])
    return st.builds(
        article_of,
        paragraphs.map("\n\n".join).filter(lambda text: text.strip() != ""),
        title=optional,
        site=optional,
        path=st.sampled_from(["a.txt", "b.txt", "north/c.txt"]),
    )


def piles() -> st.SearchStrategy[list[Article]]:
    """A few articles, no two of one id."""
    return st.lists(articles(), min_size=1, max_size=5, unique_by=lambda article: article.id)


def article_of(
    text: str, title: str | None = None, site: str | None = None, path: str = "a.txt"
) -> Article:
    """An article of `text`, all else unknown."""
    return Article(
        id=article_id(text, (title or "", site or ""), path),
        path=path,
        title=title,
        site=site,
        url=None,
        byline=None,
        published=None,
        published_how="unknown",
        language=None,
        language_how="unknown",
        format="text",
        story_id=None,
        text_id=None,
        text=text,
    )


_VALUES: dict[Any, st.SearchStrategy[Any]] = {
    str: any_texts(),
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(allow_nan=False),
    float | None: st.none() | st.floats(allow_nan=False),
    bool: st.booleans(),
    Names: st.lists(st.text(max_size=5), max_size=3).map(tuple),
}
_VALUES[str | None] = st.none() | _VALUES[str]
_VALUES[int | None] = st.none() | _VALUES[int]
_VALUES[Names | None] = st.none() | _VALUES[Names]


def records(record: type) -> st.SearchStrategy[list[Any]]:
    """Rows of one table: any values at all, ids unique."""
    row = st.builds(record, **{name: _VALUES[kind] for name, (kind, _) in columns(record).items()})
    return st.lists(row, max_size=4, unique_by=lambda one: one.id)


def values(record: Any) -> dict[str, Any]:
    """A record as column -> value."""
    return {one.name: getattr(record, one.name) for one in fields(record)}
