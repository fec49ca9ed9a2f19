"""Quotations of the same words that differ where no family of passages shows it."""

from collections.abc import Iterator

from stemma.model import Rewording, Variant
from stemma.report.heard import Changed
from stemma.report.plain import contained, one_line
from stemma.report.sayings import Teller
from stemma.report.shown import MOST_PLACES, Shown

_KINDS = {
    "spun": "the pile swaps these words elsewhere too",
    "translation": "one may be another translation",
    "differs": "no swapped words and no translation explain it",
}
_AROUND = 60  # characters of the quotation shown on either side


def reworded(shown: Shown, teller: Teller, story: str) -> Iterator[Changed]:
    """The rewordings of a story that are no variant of a family, nor a part of a longer quotation."""
    known = {
        place
        for family in shown.shared[story]
        for variant in shown.rows.variants.get(family.id, ())
        if variant.kind == "quote words"
        for place in _places(shown, variant)
    }
    for row in shown.rows.rewordings.get(story, ()):
        quotes = [teller.by_id[name] for name in row.quote_ids if name in teller.by_id]
        base = teller.by_id.get(row.base_quote_id)
        if row.kind not in _KINDS or base is None or not quotes:
            continue
        here = {(row.article_id, row.start, row.end)}
        here.add((base.article_id, row.base_start, row.base_end))
        if here.isdisjoint(known):
            yield _changed(teller, row, shown)


def explained(shown: Shown, variant: Variant) -> str:
    """What explains a difference of a family, if a rewording is at its place."""
    places = set(_places(shown, variant))
    family = shown.rows.families.get(variant.family_id)
    story = family.story_id if family else None
    for row in shown.rows.rewordings.get(story or "", ()):
        if (row.article_id, row.start, row.end) in places:
            return _KINDS.get(row.kind, "")
    return ""


def _places(shown: Shown, variant: Variant) -> Iterator[tuple[str, int, int]]:
    yield variant.article_id, variant.start, variant.end
    family = shown.rows.families.get(variant.family_id)
    if family is not None:
        yield family.article_id, variant.base_start, variant.base_end


def _changed(teller: Teller, row: Rewording, shown: Shown) -> Changed:
    base = teller.by_id[row.base_quote_id]
    others = [teller.by_id[name] for name in row.quote_ids if name in teller.by_id]
    first, last = row.base_start - base.start, row.base_end - base.start
    pages = teller.places(others)
    return Changed(
        anchor=f"changed-{row.id}",
        before=_tail(contained(base.text[:first])),
        text=one_line(row.base_text),
        after=_head(contained(base.text[last:])),
        places=teller.places([base]),
        more=0,
        decided="is the replacement" in row.how,
        other=one_line(row.text),
        others=pages[:MOST_PLACES],
        others_more=max(len(pages) - MOST_PLACES, 0),
        speaker=teller.speaker.get(base.id, ""),
        why=shown.reason(row.how),
        ref=None,
        explained=_KINDS[row.kind],
    )


def _tail(text: str) -> str:
    return text if len(text) <= _AROUND else "…" + text[-_AROUND:].partition(" ")[2]


def _head(text: str) -> str:
    return text if len(text) <= _AROUND else text[:_AROUND].rpartition(" ")[0] + "…"
