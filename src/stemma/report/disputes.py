"""The conflicts of a story -> where the tellings disagree, and where they only look as if they did."""

from collections import defaultdict
from collections.abc import Sequence

from stemma.model import Conflict, span_id
from stemma.remarks import count
from stemma.report.plain import one_line
from stemma.report.shown import Shown, cut
from stemma.report.tale import Dispute, Value
from stemma.report.where import Cut
from stemma.report.words import listed

MOST_DISPUTES = 40
_MOST_VALUES = 12
_MOST_NAMES = 3
# The verdicts, the gravest first; the first two are, or may be, disagreements.
_VERDICTS = (
    "conflicting", "different with order unknown", "updated", "other scope", "compatible",
)  # fmt: skip
_REAL = _VERDICTS[:2]
_SLOTS = ("status", "date", "actor", "recipient", "place", "figure", "words")

Found = tuple[tuple[Dispute, ...], tuple[Dispute, ...], Cut]


def disputes(shown: Shown, story: str) -> Found:
    """Those that are real, those that only seem so, and what is left out of the real ones."""
    groups: dict[tuple[str, str, str], list[Conflict]] = defaultdict(list)
    for row in shown.rows.conflicts.get(story, ()):
        groups[row.slot, row.about, row.event_id or ""].append(row)
    ranked = sorted(groups.values(), key=_standing)
    real = [held for held in ranked if _worst(held) in _REAL]
    apparent = [held for held in ranked if _worst(held) not in _REAL]
    command = f"stemma show {shown.rows.path} conflicts --story {story}"
    return (
        tuple(_dispute(shown, held) for held in real[:MOST_DISPUTES]),
        tuple(_dispute(shown, held) for held in apparent[:MOST_DISPUTES]),
        cut(MOST_DISPUTES, len(real), "disagreements", command),
    )


def _standing(held: Sequence[Conflict]) -> tuple[int, int, int, str]:
    pages = max(row.carriers + row.other_carriers for row in held)
    slot = _SLOTS.index(held[0].slot) if held[0].slot in _SLOTS else len(_SLOTS)
    return _VERDICTS.index(_worst(held)), -pages, slot, held[0].id


def _worst(held: Sequence[Conflict]) -> str:
    return min((row.verdict for row in held), key=_VERDICTS.index)


def _dispute(shown: Shown, held: Sequence[Conflict]) -> Dispute:
    first = held[0]
    return Dispute(
        anchor=first.id,
        about=one_line(first.about),
        slot=first.slot,
        verdict=_worst(held),
        real=_worst(held) in _REAL,
        why=tuple(dict.fromkeys(f"{row.verdict}: {shown.reason(row.how)}" for row in held))[:3],
        values=_values(shown, held)[:_MOST_VALUES],
        command=f"stemma explain {shown.rows.path} {first.id}",
    )


def _values(shown: Shown, held: Sequence[Conflict]) -> tuple[Value, ...]:
    """Both sides of all rows, each value once; figures in the order of their size, as the rows have them."""
    found: dict[str, Value] = {}
    for row in held:
        found.setdefault(
            row.value,
            _value(
                shown, row.value, row.article_id, row.start, row.end, row.text,
                _footing(row.carriers, row.reporters_min, row.reporters_max, row.bases),
            ),
        )  # fmt: skip
        found.setdefault(
            row.other_value,
            _value(
                shown, row.other_value, row.other_article_id, row.other_start, row.other_end,
                row.other_text,
                _footing(
                    row.other_carriers, row.other_reporters_min, row.other_reporters_max,
                    row.other_bases,
                ),
            ),
        )  # fmt: skip
    return tuple(found.values())


def _value(
    shown: Shown, value: str, article: str, start: int, end: int, text: str, footing: str
) -> Value:
    place = shown.spot(article, span_id("sentence", article, start, end), start, end)
    return Value(one_line(value), place, footing, one_line(text))


def _footing(carriers: int, least: int, most: int, bases: Sequence[str]) -> str:
    reporters = f"reporters: at least {least}, at most {most}"
    relies = f"relies on: {listed(bases, _MOST_NAMES)}" if bases else "relies on: not stated"
    return " · ".join([count(carriers, "page"), reporters, relies])
