"""What happened and where the tellings disagree, as Markdown."""

from collections.abc import Iterator, Sequence

from stemma.report.plain import escaped
from stemma.report.tale import Dispute, Happening, Tale
from stemma.report.where import Place


def what_happened(tale: Tale) -> list[str]:
    """The lines below the heading."""
    if tale.nothing:
        return [tale.nothing]
    lines = [f"{tale.counts}."]
    if tale.summary:
        lines += ["", *(f"> {escaped(one.text)} ({_at(one.place)})  " for one in tale.summary)]
    lines += ["", *map(_happening, (*tale.first, *tale.rest))]
    if tale.cut.said:
        lines += ["", f"{escaped(tale.cut.said)} `` {tale.cut.command} ``"]
    return lines


def where_they_disagree(tale: Tale) -> list[str]:
    """The lines below the heading."""
    lines = [tale.agreed] if tale.agreed else []
    for one in tale.real:
        lines += ["", *_dispute(one)]
    if tale.disputes_cut.said:
        lines += ["", f"{escaped(tale.disputes_cut.said)} `` {tale.disputes_cut.command} ``"]
    if tale.apparent:
        lines += ["", "**Only looks like a disagreement:**"]
    for one in tale.apparent:
        lines += ["", *_dispute(one)]
    return lines


def _happening(one: Happening) -> str:
    figures = ", ".join(f"{given.text} ({_at(given.place)})" for given in one.figures)
    about = [one.kind, one.doubt, f"figures: {figures}" if figures else "", one.footing]
    said = escaped("; ".join(filter(None, about)))
    return (
        f"- **{escaped(one.when)}**: {escaped(one.text)} ({_pages(one.places, one.more)}; {said})"
    )


def _dispute(one: Dispute) -> Iterator[str]:
    yield f"**{escaped(one.slot)}: {escaped(one.about)}** ({escaped(one.verdict)})"
    yield ""
    for value in one.values:
        line = f": {escaped(value.line)}" if value.line != value.text else ""
        yield f"- **{escaped(value.text)}** on {_at(value.place)}, {escaped(value.footing)}{line}"
    yield f"- {escaped('; '.join(one.why))}"


def _at(place: Place) -> str:
    return f"{place.siglum}:{place.start}-{place.end}"


def _pages(places: Sequence[Place], more: int) -> str:
    return ", ".join(map(_at, places)) + (f" and {more} more" if more else "")
