"""The quotes of a story -> who said what, what nobody is given, and words changed inside quotation marks."""

from collections.abc import Iterable, Iterator, Sequence

from stemma.model import Family, Quote, Variant
from stemma.pedigree import BASE, Pedigree
from stemma.remarks import count
from stemma.report.comparison import head, tail
from stemma.report.heard import Changed, Voice, Voices
from stemma.report.plain import one_line
from stemma.report.reworded import explained, reworded
from stemma.report.sayings import Teller
from stemma.report.shown import Shown, cut
from stemma.report.speakers import Speaker, speakers

MOST_OPEN = 12  # speakers
_AT_ONCE = 4  # quotations of one speaker
_LONGEST_NAME = 64  # characters, of other words for a speaker
_GIVEN = ("attributed", "restored")
_OLDER = ("older", "perhaps older")


def voices(shown: Shown, story: str, families: Iterable[Family]) -> Voices | None:
    """Who said what in a story; None if quotes are not looked for yet."""
    rows = shown.rows
    if rows.quotes is None:
        return None
    inside = rows.quotes.get(story, ())
    teller = Teller(shown, inside)
    given = [q for q in inside if q.status in _GIVEN and q.speaker]
    found = speakers(given, rows.actors)
    teller.speaker.update({q.id: one.name for one in found for q in one.quotes})
    outer = [one._replace(quotes=tuple(teller.outer(one.quotes))) for one in found]
    ranked = sorted((one for one in outer if one.quotes), key=lambda one: _standing(teller, one))
    made = [_voice(teller, one) for one in ranked[: shown.room.voices]]
    at_once = sum(_at_once(teller, one) for one in ranked[:MOST_OPEN])
    left = teller.outer(q for q in inside if q.status not in _GIVEN)
    command = f"stemma show {rows.path} quotes --story {story}"
    return Voices(
        counts=_counts(inside),
        changed=(
            *(one for family in families for one in _changed(shown, teller, family)),
            *reworded(shown, teller, story),
        ),
        voices=tuple(made[:at_once]),
        more=tuple(made[at_once:]),
        voices_cut=cut(shown.room.voices, len(ranked), "speakers", command),
        orphans=teller.sayings(_of(left, "orphan", quoted=True), len(left)),
        claims=teller.sayings(_of(left, "orphan", quoted=False), 0),
        disputed=teller.sayings([q for q in left if q.status == "disputed"], len(left)),
        command=command,
    )


def _of(quotes: Iterable[Quote], status: str, quoted: bool) -> list[Quote]:
    return [q for q in quotes if q.status == status and (q.kind != "indirect") == quoted]


def _counts(quotes: Sequence[Quote]) -> str:
    quoted = [q for q in quotes if q.kind != "indirect"]
    if not quotes:
        return ""
    said = count(len(quoted), "quotation") if quoted else "No quotation"
    return f"{said} and {count(len(quotes) - len(quoted), 'reported claim')}"


def _standing(teller: Teller, one: Speaker) -> tuple[bool, int, int, str]:
    """Those that come first at once, and of these those quoted on most pages."""
    quoted = {q.article_id for q in one.quotes if q.kind != "indirect"}
    pages = {q.article_id for q in one.quotes}
    return not _at_once(teller, one), -len(quoted), -len(pages), one.name


def _at_once(teller: Teller, one: Speaker) -> bool:
    """Whether a speaker is quoted, or claims are on more than one page, or one denies another's or is
    denied; such come first."""
    return (
        any(q.kind != "indirect" for q in one.quotes)
        or len({q.article_id for q in one.quotes}) > 1
        or teller.denials.concern(one.quotes)
    )


def _voice(teller: Teller, one: Speaker) -> Voice:
    held = one.quotes
    quoted = teller.sayings([q for q in held if q.kind != "indirect"], _AT_ONCE)
    claims = teller.sayings([q for q in held if q.kind == "indirect"], 0)
    pages = count(len({q.article_id for q in held}), "page")
    called = [text for text in one.called if len(text) <= _LONGEST_NAME]
    return Voice(one.name, pages, tuple(called[:3]), quoted, claims, one.actor)


def _changed(shown: Shown, teller: Teller, family: Family) -> Iterator[Changed]:
    """Each place of a family where words inside quotation marks differ."""
    made = shown.pedigrees[family.id]
    ages = made.ages(shown.replacements)
    for at, place in enumerate(made.wordings.places):
        for number, variant in enumerate(place.variants, 1):
            if variant.kind == "quote words":
                known = ages.get((at, BASE), ""), ages.get((at, number), "")
                yield _change(shown, teller, made, at, variant, known)


def _change(
    shown: Shown, teller: Teller, made: Pedigree, at: int, variant: Variant, ages: tuple[str, str]
) -> Changed:
    place, family = made.wordings.places[at], made.wordings.family
    have = [one for one in made.wordings.all if one.readings[at] == BASE]
    base = shown.some(w for one in have for w in one.witnesses)
    witnesses = {w.id: w for one in made.wordings.all for w in one.witnesses}
    other = shown.some(witnesses[w] for w in variant.witness_ids if w in witnesses)
    sides = [(one_line(variant.base_text), base), (one_line(variant.text), other)]
    turned = ages[1] == "older"
    (text, (places, more)), (instead, (others, others_more)) = reversed(sides) if turned else sides
    refs = shown.refs([family.id])
    return Changed(
        anchor=f"changed-{variant.id}",
        before=tail(made.wordings.base(family.start, place.start)),
        text=text,
        after=head(made.wordings.base(place.end, family.end)),
        places=places,
        more=more,
        decided=turned or ages[1] == "later" or ages[0] in _OLDER,
        other=instead,
        others=others,
        others_more=others_more,
        speaker=_speaker(teller, variant),
        why=shown.reason(variant.how),
        ref=refs[0] if refs else None,
        explained=explained(shown, variant),
    )


def _speaker(teller: Teller, variant: Variant) -> str:
    """Whose words they are, where their own passage says so and nothing in it is damaged."""
    return next(
        (
            teller.speaker[q.id]
            for q in teller.by_id.values()
            if q.id in teller.speaker
            and q.status == "attributed"
            and not q.flags
            and q.article_id == variant.article_id
            and q.kind != "indirect"
            and q.start <= variant.start < q.end
        ),
        "",
    )
