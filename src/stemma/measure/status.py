"""Polarity, certainty and time of events on MEANTIME (Minard and others 2016): what `measure status` prints.

The events are given; a value counts as right where it is the annotated one. Events whose value was left open
or not given are left out of that count. The annotated sentences are the first six of an article.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from stemma.errors import UsageError
from stemma.events import Status, status
from stemma.measure.times import ANNOTATED, sentences_of
from stemma.reader.model import OnnxReader

NAMES = ("polarity", "certainty", "time")
_POLARITY = {"POS": "positive", "NEG": "negative"}
_CERTAINTY = {"CERTAIN": "certain", "PROBABLE": "probable", "POSSIBLE": "possible"}
_TIME = {"FUTURE": "future", "NON_FUTURE": "past or present"}


class GoldStatus(NamedTuple):
    """An annotated event: its sentence and place in it, and its values, None where left open."""

    sentence: str
    start: int
    end: int
    polarity: str | None
    certainty: str | None
    time: str | None


def measure_status(data: Path) -> dict[str, Any]:
    """How many polarities, certainties and times are right, in per cent, the share of the commonest value
    beside each, and the macro-F1 of its values. Data: the folder, or one file."""
    gold = [one for path in _files(data) for one in read_statuses(path)]
    texts = list(dict.fromkeys(one.sentence for one in gold))
    read = {row["text"]: row for row in OnnxReader().read(texts).iter_rows(named=True)}
    found = [status(one.sentence, read[one.sentence], one.start, one.end) for one in gold]
    result: dict[str, Any] = {"task": "status", "events": len(gold)}
    for name in NAMES:
        pairs = [
            (getattr(one, name), _value(mine, name))
            for one, mine in zip(gold, found, strict=True)
            if getattr(one, name)
        ]
        result |= _scores(name, pairs)
    return result


def _value(found: Status, name: str) -> str:
    value: str = getattr(found, name)
    if name == "certainty" and found.intended:
        return (
            "certain"  # in MEANTIME what is planned, promised or asked for is certain and to come
        )
    return "past or present" if value in ("past", "present") else value


def _scores(name: str, pairs: list[tuple[str, str]]) -> dict[str, float]:
    gold, found = Counter(g for g, _ in pairs), Counter(f for _, f in pairs)
    both = Counter(g for g, f in pairs if g == f)
    each = [2 * both[value] / (gold[value] + found[value]) for value in gold]
    return {
        name: round(100 * sum(both.values()) / max(len(pairs), 1), 2),
        f"{name}_commonest": round(100 * max(gold.values(), default=0) / max(len(pairs), 1), 2),
        f"{name}_macro_f1": round(100 * sum(each) / max(len(each), 1), 2),
    }


def _files(data: Path) -> list[Path]:
    files = sorted(data.rglob("*.xml")) if data.is_dir() else [data]
    known = {path.name: path for path in files}
    if not known or not data.exists():
        raise UsageError(
            f"There is no MEANTIME at '{data}'.", remedy="Give its folder, or one of its XML files."
        )
    return list(known.values())


def read_statuses(path: Path) -> Iterator[GoldStatus]:
    """The events of an article of MEANTIME in its XML."""
    root = etree.parse(str(path), etree.XMLParser(resolve_entities=False)).getroot()
    tokens = [t for t in root.iter("token") if int(t.get("sentence")) < ANNOTATED]
    sentences, places = sentences_of(tokens)
    for element in root.iter("EVENT_MENTION"):
        inside = [
            places[anchor.get("t_id")]
            for anchor in element.iter("token_anchor")
            if anchor.get("t_id") in places
        ]
        if inside:
            yield GoldStatus(
                sentences[inside[0][0]], inside[0][1], inside[-1][2],
                _POLARITY.get(element.get("polarity", "")),
                _CERTAINTY.get(element.get("certainty", "")), _TIME.get(element.get("time", "")),
            )  # fmt: skip
