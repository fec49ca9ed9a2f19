"""A critical apparatus in TEI P5, by parallel segmentation: a file for each story, in it a division for each
family, with the likely original as the text and what others have at each place.

Only words are recorded: marks, capitals and white space are those of one of the witnesses of a reading. The
words of every witness can be put together from the file.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from unicodedata import combining

from stemma import __version__
from stemma.case import Case
from stemma.export.collation import Collation, Reading, Version, collated
from stemma.export.files import attributes, write, xml
from stemma.export.original import Original, original
from stemma.export.rows import Rows, Share, load, shares
from stemma.model import Archetype, Article, key

_NAMESPACE = "http://www.tei-c.org/ns/1.0"
_NONE = "No sentence of these articles stands in another: there is nothing to collate."
_OWNERS = (
    "The text of the articles belongs to their owners. It is quoted here as far as articles share it; "
    "whoever passes this file on needs their leave, or a law that allows it."
)
_WHAT = (
    "What news articles share, sentence by sentence, and what was changed between them. stemma found the "
    "passages, aligned them word by word and named the kinds of differences; nobody has read it over."
)
_WORDS = (
    "Only words are collated. Marks, capitals and white space are those of one of the witnesses; the marks "
    "before a word belong to it. Agency tags before a passage are left out."
)
_TYPES = (
    "The type of a reading is the kind of difference from the lemma, or from the base where both differ "
    "from that: swap, spelling, number, name, quote-words, addition, omission, order, wording; cut, where "
    "a witness begins behind this place or ends before it. @n of a reading names the variants in the case, "
    "that of an apparatus entry the places. A lemma is what the likely original has; where there is none, "
    "the base."
)
# A date that TEI's @when takes.
_WHEN = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?)?")
# Marks that part two words although no space does.
_PARTING = '-‐–—/"“”„«»()[]…:;!?'
_SPACE = re.compile(r"[ \t\r\n]+")
# What is less in the one is more in the other.
_TURNED = {"addition": "omission", "omission": "addition"}


class _Text(NamedTuple):
    """A family in the making: what the likely original has, and the version whose marks and capitals stand
    for all others' wherever it has the reading."""

    made: Collation
    of: Original
    shown: int


def tei(case: Case, folder: Path) -> list[Path]:
    """A file for each story that has families, and one for the families of no single story."""
    made = documents(load(case))
    return [write(folder / name, pieces) for name, pieces in made.items()]


def documents(rows: Rows) -> dict[str, Iterator[str]]:
    """File name -> the pieces of its text."""
    found = shares(rows, rows.families)
    return {f"apparatus-{share.name}.xml": _document(rows, share) for share in found} or {
        "apparatus.xml": _empty()
    }


def _empty() -> Iterator[str]:
    yield from _header(Share(None, []), {})
    yield f"      <p>{xml(_NONE)}</p>\n"
    yield from _footer()


def _document(rows: Rows, share: Share) -> Iterator[str]:
    made = [collated(rows, family) for family in share.families]
    witnesses = {v.name: v for one in made for v in one.versions}
    order = {name: number for number, name in enumerate(rows.sigla.values())}
    names = sorted(witnesses, key=lambda n: (order[n.partition("-")[0]], len(n), n))
    yield from _header(share, {n: rows.articles[witnesses[n].witness.article_id] for n in names})
    for one in made:
        yield from _division(one, rows.archetypes.get(one.family.id))
    yield from _footer()


# -- header ---------------------------------------------------------------------------------------


def _header(share: Share, witnesses: dict[str, Article]) -> Iterator[str]:
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<TEI xmlns="{_NAMESPACE}">\n'
        "  <teiHeader>\n"
        "    <fileDesc>\n"
        f"      <titleStmt><title>{xml(share.title)}: versions of each sentence</title></titleStmt>\n"
        "      <publicationStmt>\n"
        "        <authority>whoever made this file; it is not published</authority>\n"
        f'        <availability status="restricted"><p>{xml(_OWNERS)}</p></availability>\n'
        "      </publicationStmt>\n"
        "      <sourceDesc>\n"
    )
    yield from _witnesses(witnesses)
    yield (
        "      </sourceDesc>\n"
        "    </fileDesc>\n"
        "    <encodingDesc>\n"
        f"      <projectDesc><p>{xml(_WHAT)}</p></projectDesc>\n"
        f"      <editorialDecl><normalization><p>{xml(_WORDS)}</p></normalization>"
        f"<interpretation><p>{xml(_TYPES)}</p></interpretation></editorialDecl>\n"
        '      <variantEncoding method="parallel-segmentation" location="internal"/>\n'
        f'      <appInfo><application ident="stemma" version="{__version__}">'
        f"<label>stemma {__version__}</label></application></appInfo>\n"
        "    </encodingDesc>\n"
        "  </teiHeader>\n"
        "  <text>\n"
        "    <body>\n"
    )


def _footer() -> Iterator[str]:
    yield "    </body>\n  </text>\n</TEI>\n"


def _witnesses(witnesses: dict[str, Article]) -> Iterator[str]:
    if not witnesses:
        yield "        <p>articles of one pile</p>\n"
        return
    yield "        <listWit>\n"
    for name, article in witnesses.items():
        first, dash, number = name.partition("-")
        known = {"xml:id": name, "corresp": f"#{first}" if dash else None}
        said = f"{first}, passage {number} of a family" if dash else _bibliography(article)
        yield f"          <witness{attributes(known)}>{said}</witness>\n"
    yield "        </listWit>\n"


def _bibliography(article: Article) -> str:
    """What is known of an article."""
    when = article.published if article.published and _WHEN.fullmatch(article.published) else None
    parts = [
        _said("title", article.title),
        _said("author", article.byline),
        _said("publisher", article.site),
        _said("date", article.published, {"when": when}),
        _said("idno", article.url, {"type": "url"}),
        _said("idno", article.path, {"type": "path"}),
        _said("idno", article.id, {"type": "stemma"}),
    ]
    return f"<bibl>{''.join(parts)}</bibl>"


def _said(name: str, text: str | None, known: dict[str, str | None] | None = None) -> str:
    return f"<{name}{attributes(known or {})}>{xml(text)}</{name}>" if text else ""


# -- a family -------------------------------------------------------------------------------------


def _division(made: Collation, archetype: Archetype | None) -> Iterator[str]:
    family = made.family
    of = original(made, archetype)
    nearest = archetype.witness_id if archetype else family.base_id
    shown = [version.witness.id for version in made.versions].index(nearest)
    known = {"type": "family", "subtype": family.kind, "xml:id": family.id}
    yield f"      <div{attributes(known)}>\n        <ab>"
    yield from _lost(of)
    yield from _text(_Text(made, of, shown))
    yield "</ab>\n"
    refs = (
        f"<ref{attributes({'target': f'#{v.name}', 'n': v.witness.id})}>{v.name}</ref>"
        for v in made.versions
    )
    yield f'        <note type="witnesses">{" ".join(refs)}</note>\n'
    yield from _notes(archetype, of)
    yield "      </div>\n"


def _notes(archetype: Archetype | None, of: Original) -> Iterator[str]:
    if archetype is None:
        return
    known = {"type": "archetype", "subtype": "conjecture" if archetype.conjecture else "attested"}
    said = [archetype.how, *archetype.restored]
    if archetype.lost is not None:
        said.append(f"lost: {archetype.lost}")
    if not of.whole:
        said.append(f"the lemmata are the base's; the likely original: {archetype.wording}")
    yield f"        <note{attributes(known)}>{xml('; '.join(said))}</note>\n"


def _lost(of: Original) -> Iterator[str]:
    """Words before the first, which no witness has any more."""
    if of.lost:
        yield f'<supplied reason="lost" cert="low">{xml(of.lost)}</supplied>'
    elif of.lost is not None:
        yield '<gap reason="lost"/>'


def _text(text: _Text) -> Iterator[str]:
    for number, (segment, lemma) in enumerate(
        zip(text.made.segments, text.of.readings, strict=True)
    ):
        if len(segment.readings) == 1 and not segment.cut:
            yield xml(_shown(text, number, segment.readings[0]))
        else:
            yield from _entry(text, number, lemma)


def _entry(text: _Text, number: int, lemma: int) -> Iterator[str]:
    segment, versions = text.made.segments[number], text.made.versions
    shown = [_shown(text, number, reading) for reading in segment.readings]
    if all(one.startswith(" ") for one in shown if one):
        yield " "
        shown = [one[1:] for one in shown]
    name = f"app-{key(text.made.family.id)}-{number + 1}"
    places = " ".join(map(str, segment.places)) or None
    yield f"<app{attributes({'xml:id': name, 'n': places})}>"
    first = segment.readings[lemma]
    yield _reading("lem", _names(versions, first.versions), first, None, shown[lemma])
    for i, one in enumerate(segment.readings):
        if i != lemma:
            kind = one.kind or _TURNED.get(first.kind, first.kind)
            yield _reading("rdg", _names(versions, one.versions), one, kind, shown[i])
    if segment.cut:
        known = {"wit": _names(versions, segment.cut), "type": "cut"}
        yield f'<rdg{attributes(known)}><gap reason="cut"/></rdg>'
    yield "</app>"


def _shown(text: _Text, number: int, reading: Reading) -> str:
    """A reading with the marks before it, so that it can follow whatever a witness has before."""
    which = text.shown if text.shown in reading.versions else reading.versions[0]
    version = text.made.versions[which]
    first, last = version.cells[number] or (0, 0)
    if first == last:
        return ""
    words, whole = version.words, version.witness.text
    before = whole[words[first - 1].end if first else 0 : words[first].start]
    end = words[last - 1].end
    if number == len(text.made.segments) - 1 and last == len(words):
        end = len(whole)
    if number:
        before = _apart(before, words[first].n, begins=first == 0)
    return _SPACE.sub(" ", before + whole[words[first].start : end])


def _apart(before: str, word: str, begins: bool) -> str:
    """What stands before a word, such that no other word than its own can grow together with it. `begins`:
    whether the word is its witness's first."""
    if word.startswith("'"):
        return before
    if begins or not before or combining(before[0]):
        before = f" {before}"
    return before if before[-1].isspace() or before[-1] in _PARTING else f"{before} "


def _reading(name: str, witnesses: str, one: Reading, kind: str | None, text: str) -> str:
    known = {
        "wit": witnesses,
        "type": kind.replace(" ", "-") if kind else None,
        "n": " ".join(one.variants) or None,
    }
    start = f"<{name}{attributes(known)}"
    return f"{start}>{xml(text)}</{name}>" if text else f"{start}/>"


def _names(versions: Sequence[Version], numbers: Sequence[int]) -> str:
    return " ".join(f"#{versions[number].name}" for number in numbers)
