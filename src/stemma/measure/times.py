"""Expressions of time on MEANTIME (Minard and others 2016): what `measure times` prints.

Scores are those of TempEval-3 (UzZaman and others 2013): an expression is found if a span of ours
overlaps it; its type or value counts where it is found and equal.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from stemma.errors import UsageError
from stemma.reader.model import OnnxReader
from stemma.times import Anchor, Timex, tag_times, tense_of_tree

ANNOTATED = 6  # sentences at the head of an article that have times in MEANTIME
_NO_BLANK_BEFORE = frozenset(", . ; : ) ] % ! ? 's ’s n't 'll 're".split())
_NO_BLANK_BEHIND = frozenset("( [ $ # £ €".split())


class GoldTime(NamedTuple):
    """An expression as annotated: its place in the sentence, its type and value."""

    start: int
    end: int
    type: str
    value: str


class GoldArticle(NamedTuple):
    """The annotated sentences of an article, the times in each, and its date with the place of that."""

    sentences: list[str]
    times: list[list[GoldTime]]
    date: str
    date_line: tuple[int, GoldTime] | None


def measure_times(data: Path) -> dict[str, Any]:
    """Spans, types and values of times in the annotated sentences of MEANTIME, in per cent, the article's
    date given. The line that says this date is left out; `value_f1_with_date_line` has it. Data: the
    folder, or one file."""
    articles = [read_meantime(path) for path in _files(data)]
    tagged = [_tagged(article) for article in articles]
    counts, all_counts = Counter[str](), Counter[str]()
    for article, found in zip(articles, tagged, strict=True):
        for n, (gold, mine) in enumerate(zip(article.times, found, strict=True)):
            all_counts.update(compared(gold, mine))
            line = article.date_line
            if line is not None and line[0] == n:
                gold = [one for one in gold if one != line[1]]
                mine = [one for one in mine if not _overlap(one, line[1])]
            counts.update(compared(gold, mine))
    return {
        "task": "times",
        "articles": len(articles),
        "times": counts["gold"],
        "found": counts["found"],
        "strict_f1": _f1(counts, "strict"),
        "relaxed_f1": _f1(counts, "relaxed"),
        "type_f1": _f1(counts, "type"),
        "value_f1": _f1(counts, "value"),
        "value_f1_with_date_line": _f1(all_counts, "value"),
    }


def _files(data: Path) -> list[Path]:
    """One file for each article: some stand in several folders, with more or less annotation."""
    files = sorted(data.rglob("*.xml")) if data.is_dir() else [data]
    known = {path.name: path for path in files}
    if not known or not data.exists():
        raise UsageError(
            f"There is no MEANTIME at '{data}'.", remedy="Give its folder, or one of its XML files."
        )
    return list(known.values())


def _tagged(article: GoldArticle) -> list[list[Timex]]:
    """Our times of each sentence, with the tense that the reader sees, in the order of the text."""
    read = OnnxReader().read(article.sentences).iter_rows(named=True)
    anchor, before, found = Anchor.of(article.date), list[str](), list[list[Timex]]()
    for text, reading in zip(article.sentences, read, strict=True):
        times = tag_times(text, anchor, tense_of_tree(reading), before)
        before += [one.value for one in times if one.type in ("DATE", "TIME") and one.first]
        found.append(times)
    return found


def compared(gold: list[GoldTime], mine: list[Timex]) -> Counter[str]:
    """How many are in gold, found, and right in each respect, in one sentence."""
    counts = Counter(gold=len(gold), found=len(mine))
    free = list(mine)
    for one in sorted(gold, key=lambda g: not any(_same(g, m) for m in mine)):
        match = next((m for m in free if _same(one, m)), None)
        match = match or next((m for m in free if _overlap(m, one)), None)
        if match is not None:
            free.remove(match)
            counts["relaxed"] += 1
            counts["strict"] += _same(one, match)
            counts["type"] += one.type == match.type
            counts["value"] += one.value == match.value
    return counts


def _same(one: GoldTime, other: Timex) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _overlap(one: Timex, other: GoldTime) -> bool:
    return one.start < other.end and other.start < one.end


def _f1(counts: Counter[str], right: str) -> float:
    return round(200 * counts[right] / max(counts["gold"] + counts["found"], 1), 2)


# -- the files ------------------------------------------------------------------------------------


def read_meantime(path: Path) -> GoldArticle:
    """An article of MEANTIME in its XML."""
    root = etree.parse(str(path), etree.XMLParser(resolve_entities=False)).getroot()
    tokens = [t for t in root.iter("token") if int(t.get("sentence")) < ANNOTATED]
    sentences, places = sentences_of(tokens)
    times: list[list[GoldTime]] = [[] for _ in sentences]
    date, date_line = "", None
    for number, one, is_date in sorted(_times(root, places), key=lambda t: (t[0], t[1])):
        times[number].append(one)
        if is_date or (not date and number == 1):
            date, date_line = one.value, (number, one)
    return GoldArticle(sentences, times, date, date_line)


def sentences_of(tokens: list[Any]) -> tuple[list[str], dict[str, tuple[int, int, int]]]:
    """The text of each sentence, and the id of a token -> (sentence, start, end)."""
    sentences: list[str] = []
    places: dict[str, tuple[int, int, int]] = {}
    last = ""
    for token in tokens:
        number, shown = int(token.get("sentence")), token.text
        while len(sentences) <= number:
            sentences.append("")
            last = ""
        blank = bool(last) and shown not in _NO_BLANK_BEFORE and last not in _NO_BLANK_BEHIND
        start = len(sentences[number]) + blank
        sentences[number] += " " * blank + shown
        places[token.get("t_id")] = (number, start, start + len(shown))
        last = shown
    return sentences, places


def _times(
    root: Any, places: dict[str, tuple[int, int, int]]
) -> Iterator[tuple[int, GoldTime, bool]]:
    """(sentence, time, whether it is the article's date) of those that have words in the text."""
    for element in root.iter("TIMEX3"):
        anchors = [token.get("t_id") for token in element.iter("token_anchor")]
        inside = [places[name] for name in anchors if name in places]
        if inside:
            span = min(place[1] for place in inside), max(place[2] for place in inside)
            time = GoldTime(*span, element.get("type"), element.get("value"))
            yield inside[0][0], time, element.get("functionInDocument") == "CREATION_TIME"
