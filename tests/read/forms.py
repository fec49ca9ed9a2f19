"""The small pile of `pile/` and `pile.csv`, and the forms that it is given in.

What is written here is written by hand from the standard that is named; what a program can write is
written by that program, in the tests (warcio, pyarrow) or by `make_files.py`.
"""

import csv
import json
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from stemma.clean import clean
from stemma.errors import Unreadable
from stemma.model import Article
from stemma.read import Given, Options, Read, Source, read_source

HERE = Path(__file__).parent
FOLDER = HERE / "pile"
MADE = HERE / "made"


class Told(NamedTuple):
    """An article as its author knows it."""

    path: str
    title: str
    site: str
    url: str
    byline: str
    published: str
    language: str
    text: str

    @property
    def paragraphs(self) -> list[str]:
        """All lines but the headline and the author's."""
        return [line for line in self.lines if line not in (self.title, f"By {self.byline}")]

    @property
    def lines(self) -> list[str]:
        return self.text.strip().split("\n\n")

    @property
    def name(self) -> str:
        return self.path.removesuffix(".txt")


def _pile() -> list[Told]:
    with (HERE / "pile.csv").open(encoding="utf-8", newline="") as table:
        return [
            Told(**row, text=(FOLDER / row["path"]).read_text(encoding="utf-8"))
            for row in csv.DictReader(table)
        ]


PILE = _pile()


# -- a page, as a news site has it ----------------------------------------------------------------

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title} | {site}</title>
<meta property="og:title" content="{title}">
<meta property="og:site_name" content="{site}">
<meta property="article:published_time" content="{published}">
<meta name="author" content="{byline}">
<link rel="canonical" href="{url}">
<link rel="stylesheet" href="/style.css">
<script>var shown = "Nobody sees this line.";</script>
</head>
<body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li>\
<li><a href="/weather">Weather</a></li></ul></nav></header>
<main><article>
{article}
</article></main>
<footer><p>Write to the editor. All rights reserved.</p></footer>
</body>
</html>
"""


def page(told: Told) -> str:
    """HTML (WHATWG)."""
    values = {name: escape(value) for name, value in told._asdict().items()}
    return _PAGE.format(**values, article="\n".join(map(_line(told), told.lines)))


def _line(told: Told) -> Callable[[str], str]:
    def marked(line: str) -> str:
        if line == told.title:
            return f"<h1>{escape(line)}</h1>"
        return f"<p>{escape(line, quote=False)}</p>"

    return marked


def body_html(told: Told) -> str:
    """What stands between headline and footer."""
    return "\n".join(f"<p>{escape(line, quote=False)}</p>" for line in told.paragraphs)


def markdown(told: Told) -> str:
    """CommonMark, with front matter; JSON is YAML."""
    front = {"title": told.title, "author": told.byline, "date": told.published, "url": told.url}
    lines = [f"# {line}" if line == told.title else line for line in told.lines]
    head = "".join(f"{name}: {json.dumps(value)}\n" for name, value in front.items())
    return f"---\n{head}---\n\n" + "\n\n".join(lines) + "\n"


# -- feeds ----------------------------------------------------------------------------------------

_DAYS = {"2019-02-10": "Sun, 10 Feb 2019 00:00:00 GMT",
         "2019-02-12T06:30:00+01:00": "Tue, 12 Feb 2019 06:30:00 +0100",
         "2019-02-11T16:05:00+00:00": "Mon, 11 Feb 2019 16:05:00 GMT",
         "2019-02-16": "Sat, 16 Feb 2019 00:00:00 GMT",
         "2019-02-11": "Mon, 11 Feb 2019 00:00:00 GMT"}  # fmt: skip


def rfc_822(published: str) -> str:
    """A date as mails and RSS have it."""
    return _DAYS[published]


def rss(whole: bool) -> str:
    """RSS 2.0; `whole`: the text in content:encoded under a short description, else in the
    description."""
    items = "".join(_item(told, whole) for told in PILE)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>Ardel &amp; the lake</title>
<link>http://lake.example/</link>
<description>All of the valley</description>
<language>en</language>
{items}</channel>
</rss>
"""


def _item(told: Told, whole: bool) -> str:
    teaser = escape(f"<p>{escape(told.paragraphs[0][:40], quote=False)} …</p>")
    text = (
        f"<description>{teaser}</description>\n"
        f"<content:encoded><![CDATA[{body_html(told)}]]></content:encoded>"
        if whole
        else f"<description>{escape(body_html(told))}</description>"
    )
    return f"""<item>
<title>{escape(told.title)}</title>
<link>{told.url}</link>
<guid isPermaLink="false">{told.name}</guid>
<dc:creator>{told.byline}</dc:creator>
<pubDate>{rfc_822(told.published)}</pubDate>
{text}
</item>
"""


def atom(kind: str) -> str:
    """Atom (RFC 4287) with content of type `html`, `xhtml` or `text`."""
    entries = "".join(_atom_entry(told, kind) for told in PILE)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Ardel &amp; the lake</title>
<id>urn:uuid:60a76c80-d399-11d9-b93C-0003939e0af6</id>
<updated>2019-02-17T00:00:00Z</updated>
{entries}</feed>
"""


def _atom_entry(told: Told, kind: str) -> str:
    content = {
        "html": escape(body_html(told)),
        "xhtml": f'<div xmlns="http://www.w3.org/1999/xhtml">{body_html(told)}</div>',
        "text": escape("\n\n".join(told.paragraphs)),
    }[kind]
    published = told.published if "T" in told.published else f"{told.published}T00:00:00Z"
    return f"""<entry>
<title>{escape(told.title)}</title>
<link rel="alternate" href="{told.url}"/>
<link rel="edit" href="http://lake.example/edit/{told.name}"/>
<id>{told.url}</id>
<author><name>{told.byline or told.site}</name></author>
<published>{published}</published>
<updated>2019-02-17T00:00:00Z</updated>
<content type="{kind}">{content}</content>
</entry>
"""


def json_feed(field: str) -> str:
    """JSON Feed 1.1 with `content_html` or `content_text`."""
    items = [
        {
            "id": told.url,
            "url": told.url,
            "title": told.title,
            field: body_html(told) if field == "content_html" else "\n\n".join(told.paragraphs),
            "date_published": told.published,
            "authors": [{"name": told.byline}] if told.byline else [],
            "tags": ["cable car"],
        }
        for told in PILE
    ]
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Ardel & the lake",
        "home_page_url": "http://lake.example/",
        "language": "en",
        "items": items,
    }
    return json.dumps(feed, ensure_ascii=False, indent=1)


# -- tables ---------------------------------------------------------------------------------------

COLUMNS = ("title", "site", "url", "byline", "published", "language", "text")


def rows() -> list[dict[str, str]]:
    """The pile as records."""
    return [{name: getattr(told, name) for name in COLUMNS} for told in PILE]


def table(delimiter: str = ",", end: str = "\r\n") -> str:
    """RFC 4180: what holds the delimiter, a quotation mark or a line end is put into marks."""

    def cell(value: str) -> str:
        marks = any(mark in value for mark in (delimiter, '"', "\n", "\r"))
        return '"' + value.replace('"', '""') + '"' if marks else value

    records = [COLUMNS, *(row.values() for row in rows())]
    return "".join(delimiter.join(map(cell, record)) + end for record in records)


def json_lines() -> str:
    """A record a line."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows())


def answer() -> dict[str, Any]:
    """The answer of a news service."""
    articles = [
        {
            "source": {"id": None, "name": told.site},
            "author": told.byline or None,
            "title": told.title,
            "description": told.paragraphs[0][:60],
            "url": told.url,
            "urlToImage": None,
            "publishedAt": told.published,
            "content": told.text,
        }
        for told in PILE
    ]
    return {"status": "ok", "totalResults": len(articles), "articles": articles}


# -- mails ----------------------------------------------------------------------------------------

Encoder = Callable[[bytes], str]


def mail(told: Told, quoted_printable: Encoder) -> str:
    """RFC 5322 and 2045: one text, its lines broken at 72 columns, in quoted-printable."""
    text = quoted_printable(_wrapped(told.text).encode())
    head = _head(told)
    return f"""{head}Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

{text}"""


def mail_of_two(told: Told, quoted_printable: Encoder) -> str:
    """RFC 2046: the same text twice, as text in windows-1252 and as HTML in UTF-8."""
    text = quoted_printable(_wrapped(told.text).encode("cp1252"))
    html = quoted_printable(f"<html><body>{body_html(told)}</body></html>\n".encode())
    return f"""{_head(told)}Content-Type: multipart/alternative; boundary="=_two"

This is a multi-part message in MIME format.
--=_two
Content-Type: text/plain; charset=windows-1252
Content-Transfer-Encoding: quoted-printable

{text}
--=_two
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

{html}
--=_two--
"""


def mail_of_page(told: Told, base64: Encoder) -> str:
    """A mail of HTML alone, in windows-1252 and base64."""
    html = "\n".join(map(_line(told), told.lines)).encode("cp1252")
    return f"""{_head(told)}Content-Type: text/html; charset="windows-1252"
Content-Transfer-Encoding: base64

{base64(html)}"""


def mail_with(body: str, told: Told, page_of: Told, picture: bytes, base64: Encoder) -> str:
    """A short letter with an article attached as text, one as a page, and a picture."""
    text = base64(told.text.encode())
    html = base64(page(page_of).encode())
    return f"""{_head(told)}Content-Type: multipart/mixed; boundary="mixed-0"

--mixed-0
Content-Type: text/plain; charset=us-ascii

{body}
--mixed-0
Content-Type: text/plain; charset=utf-8; name="article.txt"
Content-Disposition: attachment; filename="article.txt"
Content-Transfer-Encoding: base64

{text}
--mixed-0
Content-Type: text/html; charset=utf-8
Content-Disposition: attachment; filename*=utf-8''p%C3%A5ge.html
Content-Transfer-Encoding: base64

{html}
--mixed-0
Content-Type: image/png; name="cabin.png"
Content-Disposition: attachment; filename="cabin.png"
Content-Transfer-Encoding: base64

{base64(picture)}
--mixed-0--
"""


def _head(told: Told) -> str:
    return f"""Return-Path: <desk@lake.example>
Received: from mail.lake.example (mail.lake.example [192.0.2.7])
\tby in.example with ESMTP id 4711;
\t{rfc_822(told.published)}
From: {_word(told.byline or told.site)} <desk@lake.example>
To: readers@lake.example
Subject: {_folded(told.title)}
Date: {rfc_822(told.published)}
Message-ID: <{told.name}@lake.example>
MIME-Version: 1.0
"""


def _word(text: str) -> str:
    """RFC 2047, encoding Q, for what is no ASCII."""
    if text.isascii():
        return text
    coded = "".join(
        chr(byte) if chr(byte).isalnum() and byte < 128 else f"={byte:02X}"
        for byte in text.encode()
    )
    return f"=?UTF-8?Q?{coded.replace('=20', '_')}?="


def _folded(title: str) -> str:
    """A title in lines of one or more words each, as mail programs fold it."""
    words = title.split(" ")
    half = len(words) // 2
    return f"{' '.join(map(_encoded, words[:half]))}\n {' '.join(map(_encoded, words[half:]))}"


def _encoded(word: str) -> str:
    return word if word.isascii() else _word(word)


def _wrapped(text: str, width: int = 72) -> str:
    lines = []
    for paragraph in text.strip().split("\n\n"):
        line = ""
        for word in paragraph.split(" "):
            if line and len(line) + 1 + len(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines += [line, ""]
    return "\n".join(lines)


_PLAIN = Options()

# -- reading it back ------------------------------------------------------------------------------


def read(
    locator: str,
    data: bytes | str | Path,
    options: Options = _PLAIN,
    meta: dict[str, Given] | None = None,
) -> list[Read | Unreadable]:
    """All that is found in a file of that name: articles, errors and remarks."""
    if isinstance(data, Path):
        return list(read_source(Source(locator, str(data)), options, meta))
    held = data.encode() if isinstance(data, str) else data
    return list(read_source(Source(locator, "-", held), options, meta))


def articles(found: list[Read | Unreadable]) -> list[Article]:
    """The articles alone."""
    return [one.article for one in found if isinstance(one, Read)]


def troubles(found: list[Read | Unreadable]) -> list[str]:
    """What is said of the file, as one text each."""
    return [f"{one.at}: {one}" for one in found if isinstance(one, Unreadable)]


def sentences(read: Read, *kinds: str) -> list[str]:
    """The texts of the sentences in blocks of these kinds, in order."""
    parts = clean(read.article, read.layout)
    kept = {
        block.id for block in parts.blocks if block.kind in (kinds or ("headline", "paragraph"))
    }
    return [one.text for one in parts.sentences if one.block_id in kept]


def folded(lines: list[str]) -> list[str]:
    """The lines with white space folded."""
    return [" ".join(line.split()) for line in lines]
