"""A family and its statement -> the card that shows wording, footing and versions."""

from collections.abc import Sequence

from stemma.model import Family, Statement, group_id, key
from stemma.remarks import count
from stemma.report.comparison import notables, ordered_places, pieces
from stemma.report.plain import one_line
from stemma.report.shown import MOST_PLACES, Shown
from stemma.report.view import WHOLE, Card, Named, Piece, Place, Rest
from stemma.report.words import footing, reason


def card(shown: Shown, family: Family) -> Card:
    """Everything that is shown of one family."""
    rows = shown.rows
    statement = rows.statements.get(family.id)
    named = rows.reporters.get(family.id, [])
    made = pieces(shown, family)
    places = ordered_places(shown, family)
    number = shown.numbers[family.id]
    anchor = anchor_of(family)
    readings = [reading for piece in made for reading in piece.readings]
    return Card(
        number=number,
        anchor=anchor,
        family=family.id,
        quotation=family.kind == "quotation",
        pieces=made,
        footing=tuple(map(one_line, footing(family, statement, named, _direction(shown, family)))),
        reasons=_reasons(family, statement),
        named=_named(shown, family),
        places=tuple(places[:MOST_PLACES]),
        more=len(places) - len(places[:MOST_PLACES]),
        rests=_rests(places[:MOST_PLACES]),
        folded=sum(reading.folded for reading in readings),
        open=sum(not reading.folded for reading in readings),
        notable=notables(anchor, number, made),
        summary=_summary(made, family, cut=sum(p.extent != WHOLE for p in places)),
        command=f"stemma explain {rows.path} {anchor}",
    )


def anchor_of(family: Family) -> str:
    """The id of the family's statement, which names its card."""
    return group_id("statement", [key(family.id)])


def _direction(shown: Shown, family: Family) -> str | None:
    edges = {copy.direction for copy in shown.rows.copies.get(family.id, ())}
    if not edges or family.carriers < 2:
        return None
    return "direction undecided" if edges == {"undecided"} else "direction examined"


def _reasons(family: Family, statement: Statement | None) -> tuple[str, ...]:
    said = statement.how.split("; ") if statement else []
    shown_first = f"the version shown first: {family.how.partition(';')[0]}"
    return tuple(reason(how) for how in [*said, shown_first])


def _rests(places: Sequence[Place]) -> tuple[Rest, ...]:
    held: dict[str, list[Place]] = {}
    for place in places:
        held.setdefault(place.how, []).append(place)
    return tuple(Rest(how, tuple(found)) for how, found in held.items())


def _named(shown: Shown, family: Family) -> tuple[Named, ...]:
    found = {}
    for one in shown.rows.reporters.get(family.id, []):
        where = shown.spot(one.article_id, one.tag_id, one.start, one.end)
        found[one.tag_id] = Named(one_line(one.name), one_line(one.text), reason(one.how), where)
    return tuple(sorted(found.values(), key=lambda n: (n.name, n.place.path, n.place.start)))


def _summary(made: tuple[Piece, ...], family: Family, cut: int) -> str:
    """What the versions have in common, in a sentence."""
    readings = [reading for piece in made for reading in piece.readings]
    shortened = f" {count(cut, 'version is', 'versions are')} cut short." if cut else ""
    if not readings:
        return f"{count(family.witnesses, 'version')}, the same words.{shortened}"
    places = sum(bool(piece.readings) for piece in made)
    return (
        f"{count(family.witnesses, 'version')}; they differ at {count(places, 'place')}.{shortened}"
    )
