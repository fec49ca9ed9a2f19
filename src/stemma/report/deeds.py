"""An event in words: what it is, who does it to whom, whether it happened, and what stands behind it."""

import re
from collections.abc import Iterable, Sequence
from unicodedata import category

from stemma.model import Event, Figure
from stemma.remarks import count
from stemma.report.plain import contained, one_line
from stemma.report.shown import Shown
from stemma.report.tale import Given, Words
from stemma.report.words import event_kind, listed, reporters

MOST_NAMES = 4
_MOST_FIGURES = 6
_AS_TOLD = re.compile(r"[ -](?P<word>\w+)")  # the word right behind a figure
_NEAR = 30  # characters behind a figure within which what it counts is shown with it
# What says nothing of who it is beside the sentence that has it.
_PRONOUNS = frozenset(
    "he she it they we i you him her them us me who which that this these those his its their our".split()
)
HAPPENS = ("done", "going on", "disputed")


def label(event: Event) -> str:
    """`veto: A → B`."""
    said = sides(event)
    return one_line(f"{event.predicate}: {said}" if said else event.predicate)


def kind(event: Event) -> str:
    """`veto (REJECT, refuses)`."""
    known = event_kind(event.type)
    return one_line(event.predicate + (f" ({known})" if known else ""))


def sides(event: Event) -> str:
    """`A → B`; empty where one is not known, is a mere pronoun, or both are the same."""
    who, whom = _known(event.actors), _known(event.recipients)
    if not who or not whom or {n.casefold() for n in who} & {n.casefold() for n in whom}:
        return ""
    return f"{listed(who, MOST_NAMES)} → {listed(whom, MOST_NAMES)}"


def _known(names: Sequence[str]) -> list[str]:
    return [one_line(name) for name in names if name.casefold() not in _PRONOUNS]


def likely(event: Event) -> str:
    """Said before days that only the week of its story makes likely."""
    return "likely " if event.date_how.startswith("likely") else ""


def status(event: Event) -> str:
    """Its status, unless it is plainly told as done."""
    return "" if event.status == "done" else event.status


def voices(event: Event) -> tuple[str, ...]:
    """Who says so, where only voices do; and who denies it."""
    told = f"according to {_voices(event.said_by)}" if event.said_by else ""
    denied = f"denied by {_voices(event.denied_by)}" if event.denied_by else ""
    return tuple(one_line(said) for said in (told, denied) if said)


def _voices(names: Sequence[str]) -> str:
    return listed(_known(names), MOST_NAMES) or "somebody whom the sentence does not name"


def footing(event: Event) -> tuple[str, ...]:
    """Pages, reporters, and whom they go by."""
    named = f" ({listed(event.reporters, MOST_NAMES)})" if event.reporters else ""
    return tuple(
        one_line(said)
        for said in (
            count(event.carriers, "page"),
            reporters(event.reporters_min, event.reporters_max) + named,
            "relies on: " + (listed(event.bases, MOST_NAMES) or "not stated"),
        )
    )


def marked(text: str, start: int, spans: Iterable[tuple[int, int]]) -> tuple[Words, ...]:
    """A sentence that begins at `start` of its article, with the words at these spans as its event's own."""
    found: list[Words] = []
    at = 0
    for first, last in sorted(spans):
        first, last = first - start, last - start
        if at <= first < last <= len(text):
            found += [Words(text[at:first]), Words(text[first:last], own=True)]
            at = last
    found.append(Words(text[at:]))
    return _tidy(found)


def _tidy(words: Sequence[Words]) -> tuple[Words, ...]:
    """White space as one space, none at the ends; no piece is empty."""
    found: list[Words] = []
    for one in words:
        text = " ".join(contained(f"-{one.text}-").split())[1:-1]
        if not found or found[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text:
            found.append(Words(text, one.own))
    if found:
        found[-1] = Words(found[-1].text.rstrip(" "), found[-1].own)
    return tuple(found)


def figures(shown: Shown, ids: Sequence[str]) -> tuple[Given, ...]:
    """Figures with what they count, each once."""
    found: dict[str, Given] = {}
    for name in ids:
        figure = shown.rows.figures.get(name)
        if figure is not None:
            place = shown.spot(figure.article_id, figure.sentence_id, figure.start, figure.end)
            text = counted(shown.rows.articles[figure.article_id].text, figure)
            found.setdefault(text.casefold(), Given(text, place))
    return tuple(found.values())[:_MOST_FIGURES]


def counted(text: str, figure: Figure) -> str:
    """A figure with what it counts where that stands right behind it in the text of its article, else with
    its unit, unless its own words have that as a sign (`€12m`)."""
    to = figure.what_end
    if to is not None and figure.end < to <= figure.end + _NEAR:
        return one_line(text[figure.start : to])
    unit = figure.unit if figure.kind != "count" else None  # persons, things or times
    behind = _AS_TOLD.match(text, figure.end)
    if unit and behind and behind["word"].casefold().startswith(unit.casefold()):
        return one_line(text[figure.start : behind.end()])  # `five years`, not `five year`
    signed = any(category(letter) == "Sc" for letter in figure.text)
    return one_line(" ".join(filter(None, (figure.text, None if signed else unit))))
