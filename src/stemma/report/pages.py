"""An article -> what it consists of, whom it shares with, and its text with everything marked."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from stemma import model
from stemma.model import Article, Block, Witness
from stemma.remarks import count
from stemma.report.marked import Mark, mark
from stemma.report.mosaic import mosaic, origin
from stemma.report.plain import one_line
from stemma.report.replaced import Swapped
from stemma.report.shown import Shown, anchor_of, titles
from stemma.report.stitching import debts
from stemma.report.view import Company, Page, Part, Share
from stemma.report.words import KINDS_OF_NAMES, MARKED_PARTS, SHARES

_MOST_COMPANY = 6
_MOST_NAMES = 12
_SPACE = re.compile(r"\s+")
_OVER = ("insert", "chrome", "comment")


def brief(shown: Shown, article: Article) -> Page:
    """An article as a line in a list."""
    story = shown.rows.stories.get(article.story_id or "")
    return Page(
        siglum=shown.rows.sigla[article.id],
        anchor=article.id,
        shown=article.id in shown.articles,
        title=titles(shown.rows, article),
        path=one_line(article.path),
        known=_known(article),
        story=one_line(story.title) if story else "",
        story_anchor=story.id if story else None,
        shares=shares(shown, article),
    )


def page(shown: Shown, article: Article, words: Swapped, more: Sequence[Mark] = ()) -> Page:
    """An article with its whole text. `more`: what else is marked in it."""
    short = brief(shown, article)
    company = _company(shown, article)
    return Page(
        siglum=short.siglum,
        anchor=short.anchor,
        shown=True,
        title=short.title,
        path=short.path,
        known=short.known,
        story=short.story,
        story_anchor=short.story_anchor,
        shares=short.shares,
        names=_names(shown, article),
        company=company,
        alone="" if company else "It shares no prose with another article.",
        debts=debts(shown, article, words),
        parts=_parts(shown, article, more),
        mosaic=mosaic(shown, article, len(article.text)),
    )


def shares(shown: Shown, article: Article) -> tuple[Share, ...]:
    """What an article consists of, by characters that are not white space. Percentages are whole
    and add up to 100 (largest remainder)."""
    painted = _painted(shown, article)
    amounts = {kind: painted.count(code) for code, kind in enumerate(SHARES)}
    total = sum(amounts.values())
    whole = _whole_percents(amounts, total)
    return tuple(
        Share(kind, SHARES[kind], whole[kind], f"{whole[kind]} %" if whole[kind] else "under 1 %")
        for kind in SHARES
        if amounts[kind]
    )


def _painted(shown: Shown, article: Article) -> bytes:
    """For each character the number of its kind, in the order of SHARES; white space has none."""
    code = {kind: number for number, kind in enumerate(SHARES)}
    painted = bytearray([code["own"]]) * len(article.text)
    for kind, style in (("quotation", "common"), ("prose", "shared")):
        for w in shown.rows.in_article.get(article.id, ()):
            family = shown.rows.families[w.family_id]
            if family.kind == kind and family.carriers > 1:
                painted[w.start : w.end] = bytes([code[style]]) * (w.end - w.start)
    for block in shown.rows.blocks.get(article.id, ()):
        if block.kind in _OVER:
            painted[block.start : block.end] = bytes([code[block.kind]]) * (block.end - block.start)
    for space in _SPACE.finditer(article.text):
        painted[space.start() : space.end()] = b"\xff" * (space.end() - space.start())
    return bytes(painted)


def _whole_percents(amounts: dict[str, int], total: int) -> dict[str, int]:
    if not total:
        return dict.fromkeys(amounts, 0)
    found = {kind: amount * 100 // total for kind, amount in amounts.items()}
    by_rest = sorted(amounts, key=lambda kind: (-(amounts[kind] * 100 % total), kind))
    for kind in by_rest[: 100 - sum(found.values())]:
        found[kind] += 1
    return found


def _company(shown: Shown, article: Article) -> tuple[Company, ...]:
    rows = shown.rows
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for w in rows.in_article.get(article.id, ()):
        if rows.families[w.family_id].kind == "prose":
            for other in {one.article_id for one in rows.witnesses[w.family_id]} - {article.id}:
                spans[other].append((w.start, w.end))
    covered = {other: _covered(held) for other, held in spans.items()}
    length = max(len(article.text), 1)
    first = sorted(covered, key=lambda o: (-covered[o], rows.articles[o].path, o))[:_MOST_COMPANY]
    return tuple(
        Company(
            siglum=rows.sigla[other],
            path=one_line(rows.articles[other].path),
            anchor=other if other in shown.articles else None,
            percent=round(100 * covered[other] / length),
            passages=len(spans[other]),
        )
        for other in first
    )


def _covered(spans: Sequence[tuple[int, int]]) -> int:
    total = at = 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, at))
        at = max(at, end)
    return total


def _known(article: Article) -> tuple[str, ...]:
    date = article.published and f"{article.published} ({article.published_how})"
    held = (article.site, article.byline, date, article.url, article.language)
    return tuple(one_line(one) for one in held if one)


def _names(shown: Shown, article: Article) -> tuple[str, ...]:
    """What is named most on the page, each with how often."""
    found = Counter(
        (one_line(name.text), name.kind) for name in shown.rows.names.get(article.id, ())
    )
    most = sorted(found, key=lambda named: (-found[named], named))[:_MOST_NAMES]
    return tuple(
        text if found[text, kind] == 1 else f"{text} ({found[text, kind]})" for text, kind in most
    )


def _parts(shown: Shown, article: Article, more: Sequence[Mark]) -> tuple[Part, ...]:
    """The blocks in order, and whatever stands between them."""
    marks = [*_marks(shown, article), *more]
    found = []
    at = 0
    for block in shown.rows.blocks.get(article.id, ()):
        if block.start < at:
            continue
        found.extend(_between(article, marks, at, block.start))
        nodes = mark(article.text, block.start, block.end, marks)
        found.append(Part(block.id, block.kind, _note(shown, block), nodes))
        at = block.end
    found.extend(_between(article, marks, at, len(article.text)))
    return tuple(found)


def _between(article: Article, marks: Sequence[Mark], start: int, end: int) -> list[Part]:
    if not article.text[start:end].strip():
        return []
    return [Part("", "paragraph", "", mark(article.text, start, end, marks))]


def _note(shown: Shown, block: Block) -> str:
    if block.kind == "paragraph":
        return ""
    story = shown.rows.stories.get(block.story_id or "")
    return block.kind + (f" from the story “{one_line(story.title)}”" if story else "")


def _marks(shown: Shown, article: Article) -> list[Mark]:
    rows = shown.rows
    found = [Mark(s.start, s.end, 0, "sentence", s.id) for s in rows.sentences.get(article.id, ())]
    found.extend(
        _from(shown, part) for part in rows.parts.get(article.id, ()) if part.kind in MARKED_PARTS
    )
    found.extend(_shared(shown, w) for w in rows.in_article.get(article.id, ()))
    found.extend(
        Mark(t.start, t.end, 3, "tag", t.id, said=f"{t.kind}: {t.how}")
        for t in rows.tags.get(article.id, ())
    )
    found.extend(
        Mark(n.start, n.end, 4, "name", None, said=KINDS_OF_NAMES[n.kind])
        for n in rows.names.get(article.id, ())
    )
    return found


def _from(shown: Shown, part: model.Part) -> Mark:
    """A passage that says where it comes from."""
    found = origin(shown, part)
    return Mark(part.start, part.end, 1, "part", None, said=found.said, style=found.kind)


def _shared(shown: Shown, witness: Witness) -> Mark:
    family = shown.rows.families[witness.family_id]
    number = shown.numbers.get(family.id, 0)
    target = anchor_of(family.id) if number else None
    style = family.kind if family.carriers > 1 else "repeated"
    carried = (
        f"on {count(family.carriers, 'page')}" if family.carriers > 1 else "twice on this page"
    )
    return Mark(
        witness.start, witness.end, 2, "witness", witness.id, number, target, carried, style
    )
