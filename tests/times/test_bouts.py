"""A story whose pages come in bouts that lie months apart is two, if these share no sentences."""

from collections.abc import Mapping
from datetime import date

from stemma.model import Sentence
from stemma.times import Line, Page, Wording
from stemma.times.bouts import parted

Pages = dict[str, tuple[str, str | None]]  # name -> families, a letter each, and its date


def names(held: Pages, inserts: str = "") -> dict[str, list[str]]:
    """Page -> the stories of its lines. `inserts`: families whose sentences are inserts everywhere."""
    families: dict[str, set[str]] = {}
    pages = []
    for name, (own, day) in held.items():
        lines = []
        for number, family in enumerate(own):
            id_ = f"{name}-{number}"
            families[id_] = {family}
            sentence = Sentence(id_, name, "block", 0, 4, False, "", "Text")
            kind = "insert" if family in inserts else "paragraph"
            lines.append(Line(sentence, False, None, Wording("Text", None), "story", kind))
        known = date.fromisoformat(day) if day else None
        pages.append(Page(name, known, known, False, lines, name))
    found = parted(pages, families)
    return {page.article_id: [line.story or "" for line in page.lines] for page in found}


def bouts(found: Mapping[str, list[str]]) -> dict[str, str]:
    return {name: stories[0] for name, stories in found.items()}


TWO: Pages = {"a": ("pqrs", "2021-03-02"), "b": ("wxyz", "2022-05-04")}


def test_pages_far_apart_that_share_nothing_are_of_two_bouts() -> None:
    found = bouts(names({**TWO, "c": ("pq", None), "d": ("xy", None)}))
    assert found["a"] == found["c"] != found["b"] == found["d"]


def test_pages_that_lie_near_or_share_sentences_are_of_one() -> None:
    near: Pages = {**TWO, "b": ("wxyz", "2021-04-30")}
    assert set(bouts(names(near)).values()) == {"story"}
    late: Pages = {**TWO, "b": ("wxpq", "2022-05-04")}  # an old report that is put together late
    assert set(bouts(names(late)).values()) == {"story"}


def test_one_sentence_in_common_joins_nothing() -> None:
    found = bouts(names({**TWO, "c": ("pqx", None)}))
    assert found["c"] == found["a"] != found["b"]


def test_what_shares_nothing_with_a_page_of_a_date_is_of_neither() -> None:
    found = bouts(names({**TWO, "c": ("mn", None)}))
    assert len(set(found.values())) == 3


def test_an_insert_is_of_the_bout_that_has_its_sentence_as_its_own() -> None:
    pages: Pages = {**TWO, "c": ("pqw", None)}
    families = names(pages)
    assert families["c"][2] == families["a"][0]
    # The same sentence as an insert on a page of the other bout.
    held = names({**pages, "b": ("wxyzv", "2022-05-04"), "d": ("vpq", None)}, inserts="v")
    assert held["d"][0] == held["d"][1] == held["a"][0]
