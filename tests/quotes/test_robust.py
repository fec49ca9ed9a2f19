"""Quotes in texts that nobody wrote: marks without end, and very many; nothing is gone over again."""

import re
import time
from collections.abc import Mapping
from typing import Any

import pytest

from stemma.model import Block, Quote, Sentence, span_id
from stemma.quotes import Line, line_of, quotes_of, restored, said_in
from stemma.quotes.places import Places
from stemma.quotes.speech import speeches

MANY = 10_000


def reading(text: str) -> Mapping[str, Any]:
    """What a reader says of a sentence that knows the word `said` alone."""
    found = list(re.finditer(r"\w+|[^\w\s]", text))
    words = [match.group() for match in found]
    told = [
        {"cue": [n, n + 1], "source": [n + 1, n + 2], "content": [], "sure": 0.99}
        for n, word in enumerate(words[:-1])
        if word == "said"
    ]
    tags = {"said": "VERB", "go": "VERB"}
    return {
        "words": words, "lemmas": words, "feats": ["_"] * len(words),
        "starts": [m.start() for m in found], "ends": [m.end() for m in found],
        "upos": [tags.get(word, "NOUN" if word.isalnum() else "PUNCT") for word in words],
        "heads": [0] + [1] * (len(words) - 1), "rels": ["root"] + ["dep"] * (len(words) - 1),
        "names": ["B-PER" if word == "Holm" else "O" for word in words], "told": told,
    }  # fmt: skip


def page(text: str, pattern: str = r"[^\n]+") -> tuple[list[Block], list[Line]]:
    """One block, with the matches of a pattern as its sentences."""
    block = Block("block-1", "a1", 0, len(text), "paragraph", None, "", text)
    lines = []
    for match in re.finditer(pattern, text):
        name = span_id("sentence", "a1", *match.span())
        sentence = Sentence(name, "a1", "block-1", *match.span(), False, "", match.group())
        lines.append(line_of(sentence, 0, reading(match.group())))
    return [block], lines


def quotes(text: str, pattern: str = r"[^\n]+") -> list[Quote]:
    blocks, lines = page(text, pattern)
    said = said_in(text, blocks, lines, range(1, len(lines)))
    return restored(quotes_of(text, lines, said, {}), [])


def seconds(text: str) -> float:
    began = time.process_time()
    quotes(text)
    return time.process_time() - began


UNITS = {
    "each with its speaker": '"We go there now," said Holm.\n',
    "one speaker goes on": '"We go there now."\n',
    "nobody's": 'Rain fell. "We go there now." Rain fell.\n',
    "never closed": '"We go there, and then we go on.\n',
    "turned the wrong way": "”We go there now“, said Holm.\n",
    "«»": "« We go there now », said Holm.\n",
    "„“": "„We go there now“, said Holm.\n",
    "「」": "「We go there now」 said Holm.\n",
    "「『』」": "「We go 『there』 now」 said Holm.\n",
    "‹›": "‹We go there now,› said Holm.\n",
    "‚‘": "‚We go there now,‘ said Holm.\n",
    "within one another": '"We \'go "there \'now" said Holm.\n',
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_ten_times_the_quotes_take_about_ten_times_as_long(unit: str) -> None:
    quotes(unit * 10)  # what is made once
    few = min(seconds(unit * (MANY // 10)) for _ in range(3))
    assert seconds(unit * MANY) < 30 * few + 1


@pytest.mark.parametrize(
    "unit", ['"We go. ', '" ', 'a"', "« ", '"We \'go" on. ', "「", "」", "「『 ", "‹a› ‹"]
)
def test_marks_without_end_are_read_in_time(unit: str) -> None:
    def took(size: int) -> float:
        began = time.process_time()
        speeches(unit * (size // len(unit)))
        return time.process_time() - began

    size = 1_000_000 if len(unit) > 5 else 200_000
    took(1_000)
    assert took(size) < 30 * min(took(size // 10) for _ in range(3)) + 1


def test_a_quotation_that_never_closes_reaches_no_farther_than_its_block_or_far() -> None:
    (short,) = speeches('He said: "We go there now and never come back')
    assert not short.closed
    (one,) = speeches('"' + "We go on and on. " * 60_000)
    assert one.end < 10_000


@pytest.mark.parametrize("marks", ["«»", "»«", "„“", "“”", "””", '""', "「」", "『』", "‹›", "‚‘"])
def test_marks_of_other_languages_hold_speech(marks: str) -> None:
    text = f"{marks[0]}We go there now,{marks[1]} said Holm."
    (found,) = quotes(text)
    assert (found.kind, found.status, found.speaker) == ("direct", "attributed", "Holm")


def test_ten_thousand_quotes_of_one_article_have_each_its_speaker() -> None:
    found = quotes('"We go there now," said Holm.\n' * MANY)
    assert len(found) == MANY
    assert {(q.status, q.speaker) for q in found} == {("attributed", "Holm")}


def test_places_are_found_as_by_going_over_all() -> None:
    places = [(0, 10), (2, 4), (3, 30), (12, 13), (20, 25), (40, 41)]
    index = Places(places)
    for start in range(45):
        for end in range(start + 1, 45):
            slow = [n for n, (a, b) in enumerate(places) if a < end and start < b]
            assert index.overlapping((start, end)) == slow
    assert index.holding(3) == [(0, 10), (2, 4), (3, 30)]
    assert [index.at(n) for n in (0, 12, 13, 41)] == [0, 3, None, None]
