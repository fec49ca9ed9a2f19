"""What happened, the figures and where the tellings disagree, as Markdown."""

from collections.abc import Iterator, Sequence

from stemma.report.plain import escaped
from stemma.report.tale import Dispute, Happening, Tale, Words
from stemma.report.where import Place


def what_happened(tale: Tale) -> list[str]:
    """The lines below the heading."""
    if tale.nothing:
        return [tale.nothing]
    lines = [f"{tale.counts}."]
    if tale.summary:
        lines += ["", *(f"> {_line(one.words)} ({_at(one.place)})  " for one in tale.summary)]
    lines += ["", *map(_happening, (*tale.first, *tale.rest))]
    if tale.cut.said:
        lines += ["", f"{escaped(tale.cut.said)} `` {tale.cut.command} ``"]
    return lines


def side_by_side(tale: Tale) -> list[str]:
    """The lines below the heading."""
    return [line for one in tale.figures for line in ("", *_dispute(one))][1:]


def where_they_disagree(tale: Tale) -> list[str]:
    """The lines below the heading."""
    lines = [tale.agreed] if tale.agreed else []
    figures = [escaped(one.about) for one in tale.figures if one.real]
    if figures:
        lines.append(f"In figures, above: {', '.join(figures)}.")
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
    about = [one.status, one.sides, *one.voices, figures, *one.footing]
    said = escaped(" · ".join(filter(None, about)))
    return (
        f"- **{escaped(one.when)}**: {_line(one.words)} ({_pages(one.places, one.more)}). *{said}*"
    )


def _line(words: Sequence[Words]) -> str:
    """A sentence with the event's own words in bold."""
    return "".join(_own(one.text) if one.own else _kept(one.text) for one in words)


def _own(text: str) -> str:
    return f"**{escaped(text)}**"


def _kept(text: str) -> str:
    """Escaped; the white space at its ends stays."""
    said = escaped(text)
    return f"{' ' * text.startswith(' ')}{said}{' ' * (text.endswith(' ') and bool(said))}"


def _dispute(one: Dispute) -> Iterator[str]:
    yield f"**{escaped(one.slot)}: {escaped(one.about)}** ({escaped(one.verdict)})"
    yield ""
    for value in one.values:
        line = f": {escaped(value.line)}" if value.line != value.text else ""
        day = f"{value.as_of}, " if value.as_of else ""
        pages = _pages(value.places, value.more)
        about = escaped(day + value.footing)
        yield f"- **{escaped(value.text)}** on {pages}, {about}{line}"
    yield f"- {escaped('; '.join(one.why))}"


def _at(place: Place) -> str:
    return f"{place.siglum}:{place.start}-{place.end}"


def _pages(places: Sequence[Place], more: int) -> str:
    return ", ".join(map(_at, places)) + (f" and {more} more" if more else "")
