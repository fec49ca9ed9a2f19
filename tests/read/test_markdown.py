"""Markdown -> the text that its rendering shows."""

from itertools import pairwise

import pytest

from stemma.errors import Remark
from stemma.read.found import Found
from stemma.read.markdown import read_markdown

PAGE = """---
title: "Halden: the dyke"
author: [Anna Brook, Carl Dunn]
date: 2016-04-03
source: Bay Herald
link: https://herald.example/dyke
lang: en
---

# The dyke broke

The dyke at *Halden* broke at dawn,
and [water](https://x.example) ran into the **lower** town & on.

## Help

- Two bridges are closed.
- Schools stay shut.

> “It was fast”, the mayor said.

<!-- a remark for the editor -->
<script>let scripted = 1;</script>
"""


def read(text: str) -> Found:
    (found,) = read_markdown(text)
    assert isinstance(found, Found)
    return found


def test_the_front_matter_is_given_metadata_and_no_text() -> None:
    found = read(PAGE)
    given = found.given
    assert (given.title, given.byline) == ("Halden: the dyke", "Anna Brook, Carl Dunn")
    assert (given.published, given.site) == ("2016-04-03", "Bay Herald")
    assert (given.url, given.language) == ("https://herald.example/dyke", "en")
    assert found.published_how == "given"
    assert "Carl" not in found.text


def test_the_text_is_what_a_reader_sees() -> None:
    assert read(PAGE).text.split("\n\n") == [
        "The dyke broke",
        "The dyke at Halden broke at dawn, and water ran into the lower town & on.",
        "Help",
        "Two bridges are closed.",
        "Schools stay shut.",
        "“It was fast”, the mayor said.",
    ]


def test_headings_are_headlines_and_the_rest_paragraphs() -> None:
    found = read(PAGE)
    kinds = {found.text[hint.start : hint.end]: hint.kind for hint in found.hints}
    assert [text for text, kind in kinds.items() if kind == "headline"] == [
        "The dyke broke",
        "Help",
    ]
    assert set(kinds.values()) == {"headline", "paragraph"}
    assert "\n\n".join(kinds) == found.text


def test_a_text_without_front_matter() -> None:
    found = read("The dyke broke.\n")
    assert found.text == "The dyke broke."
    assert not any(found.given)


def test_bad_front_matter_is_no_metadata_and_no_text() -> None:
    for front in ("title: [", "- a\n- b", "just words"):
        found, told = read_markdown(f"---\n{front}\n---\nThe dyke broke.")
        assert isinstance(found, Found)
        assert found.text == "The dyke broke."
        assert not any(found.given)
        assert isinstance(told, Remark)


def test_of_broken_front_matter_the_lines_that_are_plain_count() -> None:
    front = 'title: Halden: the dyke\nauthor: "Anna Brook"\ndate: 2016-04-03\ntags: [a\n'
    found, told = read_markdown(f"---\n{front}---\nThe dyke broke.")
    assert isinstance(found, Found)
    assert found.given[:1] == ("Halden: the dyke",)
    assert (found.given.byline, found.given.published) == ("Anna Brook", "2016-04-03")
    assert isinstance(told, Remark)
    assert "title, author, date" in told.why


def test_a_day_that_is_none_costs_no_article() -> None:
    found = read("---\ntitle: Dyke\ndate: 2017-13-45\n---\nThe dyke broke.")
    assert (found.given.title, found.given.published) == ("Dyke", "2017-13-45")


@pytest.mark.parametrize("way", ["references", "length", "depth"])
def test_front_matter_that_would_fill_a_machine_is_left_unread(way: str) -> None:
    names = "abcdefghij"
    pairs = pairwise(names)
    front = {
        "references": "a: &a [x, x]\n" + "".join(
            f"{b}: &{b} [{', '.join([f'*{a}'] * 99)}]\n" for a, b in pairs
        ),
        "length": "a: " + "x" * 100_000 + "\n",
        "depth": "a: " + "[" * 50_000 + "\n",
    }[way]  # fmt: skip
    found, told = read_markdown(f"---\n{front}---\nThe dyke broke.")
    assert isinstance(found, Found)
    assert found.text == "The dyke broke."
    assert isinstance(told, Remark)


def test_a_rule_at_the_head_is_no_front_matter() -> None:
    assert "The ferry sank." in read("---\n\nThe ferry sank.\n").text
