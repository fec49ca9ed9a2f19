"""The articles of a case for programs that manage references: BibTeX and CSL-JSON."""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from stemma.case import Case
from stemma.export.files import write
from stemma.export.happened import titled
from stemma.model import Article
from stemma.report.plain import one_line

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
# Braces that are only escaped still count for BibTeX, which then loses its place.
_TEX = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
})  # fmt: skip
_IN_ADDRESS = re.compile(r"[\s{}\\\"<>^`|]")

_BY = re.compile(r"(?i)^(?:by|from|reporting by|written by)[:\s]+")
_BETWEEN = re.compile(r"(?i)\s*(?:;|,|&|\band\b)\s*")
_WORD = re.compile(r"(?:[A-Z]\.)+|[A-Z]\w*(?:[-’'][A-Za-z]\w*)*")
_OF_A_NAME = frozenset("al bin da de del della der di dos du el ibn la le ten ter van von".split())
# Words that no person is called, but bodies and callings are.
_NO_NAME = frozenset(
    "agence agencies agency agenzia associated bureau correspondent daily desk editor editorial editors "
    "express guest herald international journal journalist mail media national network news newspaper "
    "newsroom online opinion politics post press presse radio report reporter reporters reuters review "
    "service services special sports staff standard team telegraph the times today tribune tv wire wires "
    "world writer writers".split()
)
_MOST_WORDS = 4

Author = dict[str, str]


def bibtex(case: Case, folder: Path) -> list[Path]:
    """`articles.bib`: an entry for each article; its key is the article's id."""
    return [write(folder / "articles.bib", map(entry, titled(case)))]


def csl(case: Case, folder: Path) -> list[Path]:
    """`articles.csl.json`: an item for each article; its id is the article's."""
    items = [item(article) for article in titled(case)]
    text = json.dumps(items, ensure_ascii=False, indent=1) + "\n"
    return [write(folder / "articles.csl.json", [text])]


# -- CSL-JSON -------------------------------------------------------------------------------------


def item(article: Article) -> dict[str, Any]:
    """An item of CSL-JSON, without what is not known. A page that was only fetched on a day has this day as
    that of access."""
    parts = _date(article)
    found = {
        "id": article.id,
        "type": "article-newspaper",
        "title": _line(article.title),
        "container-title": _line(article.site),
        "author": authors(article.byline),
        _when(article): {"date-parts": [parts]} if parts else None,
        "URL": article.url,
        "language": article.language,
        "note": _note(article),
    }
    return {name: value for name, value in found.items() if value}


def _when(article: Article) -> str:
    return "accessed" if article.published_how == "fetched" else "issued"


def _date(article: Article) -> list[int]:
    """Year, month and day, as far as they are known."""
    found = _DATE.match(article.published or "")
    return [int(part) for part in found.groups() if part] if found else []


def _note(article: Article) -> str:
    guessed = "; date extracted from the page" if article.published_how == "extracted" else ""
    return one_line(article.path) + (guessed if article.published else "")


def _line(text: str | None) -> str:
    return one_line(text or "")


# -- authors --------------------------------------------------------------------------------------


def authors(byline: str | None) -> list[Author]:
    """Who is named in the line of the author. What does not look like a person's name stands as it is."""
    said = _BY.sub("", one_line(byline or ""))
    family, comma, given = said.partition(", ")
    if comma and _is_person([*given.split(), family]):  # the name turned round
        return [{"family": family, "given": given}]
    return [_author(part) for part in _BETWEEN.split(said) if part]


def _author(name: str) -> Author:
    words = name.split()
    if not _is_person(words):
        return {"literal": name}
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _OF_A_NAME:
        first -= 1
    return {"family": " ".join(words[first:]), "given": " ".join(words[:first])}


def _is_person(words: Sequence[str]) -> bool:
    plain = [word for word in words if word.lower() not in _OF_A_NAME]
    return (
        2 <= len(words) <= _MOST_WORDS
        and plain[-1:] == words[-1:]
        and all(_WORD.fullmatch(word) for word in plain)
        and not any(
            word.lower() in _NO_NAME or (word.isupper() and len(word) > 2) for word in plain
        )
    )


# -- BibTeX ---------------------------------------------------------------------------------------


def entry(article: Article) -> str:
    """An entry, with braces around what shall keep its capitals."""
    return f"@misc{{{article.id},\n" + ",\n".join(_fields(article)) + "\n}\n\n"


def _fields(article: Article) -> Iterator[str]:
    who = " and ".join(_named(author) for author in authors(article.byline))
    said = {
        "title": f"{{{_tex(article.title)}}}" if article.title else "",
        "author": who,
        "howpublished": _tex(article.site),
        "publisher": _tex(article.site),
    }
    yield from (f"  {name} = {{{value}}}" for name, value in said.items() if value)
    yield from _dated(article)
    if article.url:
        yield f"  url = {{{_IN_ADDRESS.sub(_percent, article.url.strip())}}}"
    if article.language:
        yield f"  language = {{{_tex(article.language)}}}"
    yield f"  note = {{{_tex(_note(article))}}}"


def _dated(article: Article) -> Iterator[str]:
    parts = _date(article)
    if not parts:
        return
    if _when(article) == "accessed":
        yield f"  urldate = {{{'-'.join(f'{part:02}' for part in parts)}}}"
        return
    year, month, day = (*parts, None, None)[:3]
    yield f"  year = {{{year:04}}}"
    if month and month <= len(_MONTHS):
        yield f"  month = {_MONTHS[month - 1]}"
    if day:
        yield f"  day = {{{day}}}"


def _named(author: Author) -> str:
    if "literal" in author:
        return f"{{{_tex(author['literal'])}}}"
    return f"{_tex(author['family'])}, {_tex(author['given'])}"


def _tex(text: str | None) -> str:
    return _line(text).translate(_TEX)


def _percent(sign: re.Match[str]) -> str:
    return "".join(f"%{octet:02X}" for octet in sign.group().encode("utf-8"))
