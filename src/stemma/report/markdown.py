"""The report as Markdown: the same content, condensed to what fits a note or an issue."""

from collections.abc import Iterable, Sequence

from stemma.case import Case
from stemma.report.book import book
from stemma.report.plain import escaped
from stemma.report.said import said_by_whom
from stemma.report.told import side_by_side, what_happened, where_they_disagree
from stemma.report.view import (
    Card,
    Chapter,
    Cut,
    Debt,
    Kin,
    Line,
    Listing,
    Original,
    Page,
    Place,
    Reading,
    Report,
    Stitched,
)


def render_markdown(case: Case) -> str:
    """GitHub-flavoured Markdown. Article text is escaped, so that it makes no structure."""
    report = book(case)
    parts = [_head(report), *(_chapter(c) for c in report.chapters), _pages(report)]
    parts.extend(map(_listing, report.listings))
    parts.append(_foot(report))
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(report: Report) -> str:
    lines = [f"# {escaped(report.title)}", "", escaped(report.counts), ""]
    return "\n".join([*lines, *(f"- {escaped(remark)}" for remark in report.remarks)])


def _chapter(chapter: Chapter) -> str:
    lines = [f"## {escaped(chapter.title)}", ""]
    about = [
        chapter.counts,
        f"held together by {', '.join(chapter.words)}" if chapter.words else "",
    ]
    lines.append(escaped("; ".join(filter(None, [*about, chapter.how]))))
    if chapter.pages:
        lines += [
            "",
            *(f"- **{p.siglum}** {escaped(p.title)} ({escaped(p.path)})" for p in chapter.pages),
        ]
    lines += _cut(chapter.pages_cut)
    if chapter.tale is not None:
        lines += ["", "### What happened", "", *what_happened(chapter.tale)]
        if chapter.tale.figures:
            lines += ["", "### Figures side by side", "", *side_by_side(chapter.tale)]
        if not chapter.tale.nothing:
            lines += ["", "### Where they disagree", "", *where_they_disagree(chapter.tale)]
    if chapter.voices is not None:
        lines += ["", "### Who said what", "", *said_by_whom(chapter.voices)]
    if chapter.stitched:
        lines += ["", "### Who copied whom", "", escaped(chapter.descent)]
    for one in chapter.stitched:
        lines += ["", *_stitched(one)]
    lines += ["", "### Statements carried by more than one page"]
    if chapter.nothing:
        lines += ["", escaped(chapter.nothing)]
    for card in chapter.cards:
        lines += ["", *_card(card)]
    lines += _cut(chapter.cards_cut)
    if chapter.repeated:
        lines += ["", "### Passages that one page has twice"]
    for card in chapter.repeated:
        lines += ["", *_card(card)]
    return "\n".join(lines)


def _card(card: Card) -> list[str]:
    wording = "".join(piece.text for piece in card.pieces)
    lines = [
        f"#### {card.number}",
        "",
        f"> {escaped(wording)}",
        "",
        escaped(" · ".join(card.footing)),
    ]
    if card.quotation:
        lines += ["", "Common statement: only quoted words are shared."]
    lines += ["", *(f"- {_place(place)}: {escaped(place.extent)}" for place in card.places)]
    if card.more:
        lines.append(f"- and {card.more} more")
    if card.original:
        lines += ["", *_original(card.original)]
    if card.tree:
        lines += ["", "Who copied whom:", "", *_kin(card.tree.top, "")]
    rows = [_difference(reading) for piece in card.pieces for reading in piece.readings]
    return lines + (["", *_table(("Difference", "Here", "Elsewhere", "On"), rows)] if rows else [])


def _original(one: Original) -> list[str]:
    """The line of the likely original, its words, and what they rest on."""
    lines = [f"Likely original: {escaped(one.said)} {_letters(one.pages, one.more)}"]
    if one.stretches:
        words = (f"[{s.text}]" if s.mark == "restored" else s.text for s in one.stretches)
        lines += ["", f"> {escaped(''.join(words))}"]
    why = [f"Lost on every page: {one.lost}" if one.lost else "", one.how, *one.restored]
    return [*lines, "", *(f"- {escaped(said)}" for said in why if said)]


def _kin(one: Kin, indent: str) -> list[str]:
    """The family tree as a nested list."""
    letters = _letters(one.pages, one.more)
    head = f"**{letters}**, {escaped(one.said)}" if indent else f"ω: {escaped(one.said)} {letters}"
    why = escaped("; ".join((*one.changes, *one.reasons)))
    line = f"{indent}- {head.strip()}{': ' if why else ''}{why}"
    return [line, *(below for kin in one.below for below in _kin(kin, indent + "  "))]


def _stitched(one: Stitched) -> list[str]:
    head = f"**{one.siglum}** {escaped(one.title)} ({escaped(one.path)}): {escaped(one.company)}"
    return [head, "", *map(_debt, one.debts)]


def _debt(one: Debt) -> str:
    which = "statement" if len(one.refs) + one.more == 1 else "statements"
    refs = f" ({which} {_refs(one)})" if one.refs else ""
    return f"- {one.number} {escaped(one.said)}{refs}"


def _refs(one: Debt | Line) -> str:
    more = f" and {one.more} more" if one.more else ""
    return ", ".join(str(ref.number) for ref in one.refs or ()) + more


def _letters(pages: Sequence[Place], more: int) -> str:
    return " ".join(place.siglum for place in pages) + (f" and {more} more" if more else "")


def _difference(reading: Reading) -> tuple[str, ...]:
    where = _letters(reading.pages, reading.more)
    text = reading.text or "(left out)"
    age = f"{text} ({reading.age})" if reading.age else text
    return reading.label, reading.base or "(nothing)", age, where


def _place(place: Place) -> str:
    return f"**{place.siglum}** {escaped(f'{place.path}:{place.start}-{place.end}')}"


def _pages(report: Report) -> str:
    if not report.pages:
        return ""
    heads = ("", "Article", "Consists of", "Shares most prose with")
    lines = ["## Articles", "", *_table(heads, map(_page, report.pages)), *_cut(report.pages_cut)]
    return "\n".join(lines)


def _page(page: Page) -> tuple[str, ...]:
    shares = ", ".join(f"{share.label} {share.said}" for share in page.shares)
    others = ", ".join(f"{other.siglum} ({other.percent} %)" for other in page.company)
    return page.siglum, f"{page.title} ({page.path})", shares, others or page.alone


def _listing(listing: Listing) -> str:
    lines = [f"## {listing.title}", ""]
    if not listing.lines:
        return "\n".join([*lines, listing.nothing])
    heads = listing.heads if listing.lines[0].refs is None else (*listing.heads, "Statements")
    rows = map(_line, listing.lines)
    return "\n".join([*lines, *_table(heads, rows), *_cut(listing.cut)])


def _line(line: Line) -> tuple[str, ...]:
    place = [f"{line.place.path}:{line.place.start}-{line.place.end}"] if line.place else []
    return (*line.cells, *([] if line.refs is None else [_refs(line)]), *place)


def _foot(report: Report) -> str:
    words = [f"- **{word}**: {said}" for word, said in report.glossary]
    return "\n".join(["## How to read this", "", *words, "", f"Made with stemma {report.version}."])


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    ruled = f"|{'---|' * len(heads)}"
    body = [f"| {' | '.join(escaped(cell) for cell in row)} |" for row in rows]
    return [f"| {' | '.join(heads)} |", ruled, *body]


def _cut(cut: Cut) -> list[str]:
    return ["", f"{escaped(cut.said)} `` {cut.command} ``"] if cut.said else []
