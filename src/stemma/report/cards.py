"""A family and its statement -> the card that shows wording, footing and versions."""

from collections.abc import Sequence

from stemma.model import Family, Statement
from stemma.pedigree import Pedigree
from stemma.remarks import count, direction
from stemma.report.boxes import pieces, versions
from stemma.report.comparison import notables
from stemma.report.comparison import versions as compared
from stemma.report.originals import original
from stemma.report.plain import one_line
from stemma.report.shown import Shown, anchor_of
from stemma.report.trees import tree
from stemma.report.view import Card, Named, Piece, Place, Rest
from stemma.report.words import footing


def card(shown: Shown, family: Family) -> Card:
    """Everything that is shown of one family."""
    rows = shown.rows
    statement = rows.statements.get(family.id)
    named = rows.reporters.get(family.id, [])
    known = shown.pedigrees[family.id]
    made = pieces(shown, known)
    held = compared(shown, family)
    number = shown.numbers[family.id]
    anchor = anchor_of(family.id)
    readings = [reading for piece in made for reading in piece.readings]
    return Card(
        number=number,
        anchor=anchor,
        family=family.id,
        quotation=family.kind == "quotation",
        pieces=made,
        footing=tuple(
            map(
                one_line,
                footing(family, statement, named, _direction(known), _deniers(shown, statement)),
            )
        ),
        reasons=_reasons(shown, family, statement),
        named=_named(shown, family),
        places=held.places,
        more=held.more,
        rests=_rests(held.places),
        folded=sum(reading.folded for reading in readings),
        open=sum(not reading.folded for reading in readings),
        notable=notables(anchor, number, made),
        summary=_summary(known, made, cut=held.cut),
        command=f"stemma explain {rows.path} {anchor}",
        versions=versions(shown, known),
        original=original(shown, known),
        tree=tree(shown, known, number),
    )


def _direction(made: Pedigree) -> str | None:
    return direction(made.decided, len(made.rows)) if made.rows else None


def _deniers(shown: Shown, statement: Statement | None) -> list[str]:
    said = shown.rows.sayings
    denied = statement.denied_by if statement else ()
    return sorted({said[name].speaker for name in denied if name in said})


def _reasons(shown: Shown, family: Family, statement: Statement | None) -> tuple[str, ...]:
    said = statement.how.split("; ") if statement else []
    shown_first = f"the version shown first: {family.how.partition(';')[0]}"
    return tuple(shown.reason(how) for how in [*said, shown_first])


def _rests(places: Sequence[Place]) -> tuple[Rest, ...]:
    held: dict[str, list[Place]] = {}
    for place in places:
        held.setdefault(place.how, []).append(place)
    return tuple(Rest(how, tuple(found)) for how, found in held.items())


def _named(shown: Shown, family: Family) -> tuple[Named, ...]:
    found = {}
    for one in shown.rows.reporters.get(family.id, []):
        where = shown.spot(one.article_id, one.tag_id, one.start, one.end)
        found[one.tag_id] = Named(
            one_line(one.name), one_line(one.text), shown.reason(one.how), where
        )
    return tuple(sorted(found.values(), key=lambda n: (n.name, n.place.path, n.place.start)))


def _summary(known: Pedigree, made: tuple[Piece, ...], cut: int) -> str:
    """What the versions have in common, in a sentence."""
    total = len(known.wordings.of)
    shortened = f" {count(cut, 'version is', 'versions are')} cut short." if cut else ""
    places = sum(bool(piece.readings) for piece in made)
    if places:
        return f"{count(total, 'version')}; they differ at {count(places, 'place')}.{shortened}"
    first = " Nothing shows which page had them first." if known.rows and known.nodes == 1 else ""
    return f"{count(total, 'version')}, the same words.{first}{shortened}"
