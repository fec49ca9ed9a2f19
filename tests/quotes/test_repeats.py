"""Which articles come again, as rows and as what other steps ask."""

from collections.abc import Mapping

import pytest

from stemma.model import Sentence, Witness
from stemma.quotes import repeats, repeats_of

ORIGINAL = "abcdefgh"


def pile(articles: Mapping[str, str]) -> tuple[list[Sentence], list[Witness]]:
    """Articles as letters, each a sentence; a letter that two articles have is a family."""
    sentences, witnesses = [], []
    everything = "".join("".join(dict.fromkeys(text)) for text in articles.values())
    for name, text in articles.items():
        for n, letter in enumerate(text):
            own = f"sentence-{name}-{n}"
            sentences.append(Sentence(own, name, "block", 10 * n, 10 * n + 9, False, "", letter))
            if everything.count(letter) > 1:
                witnesses.append(
                    Witness(f"witness-{name}-{n}", f"family-{letter}", name, own, 10 * n, 10 * n + 9,
                            True, 0, False, "identical", letter)
                )  # fmt: skip
    return sentences, witnesses


def test_rows_say_what_the_answer_rests_on() -> None:
    sentences, witnesses = pile({"x": "abcdefgh", "cut": "abcXfg", "other": "hgfe"})
    (row,) = repeats_of(sentences, witnesses, {}, {})
    assert (row.id, row.article_id, row.repeated_id) == ("repeat-cut", "cut", "x")
    assert (row.passages, row.common) == (6, 5)
    assert row.how == "has 5 of its 6 passages in the same order"


def test_a_copy_of_a_copy_repeats_the_first_and_says_by_what_way() -> None:
    sentences, witnesses = pile({"x": "abcdefghij", "y": "abcdefgUV", "z": "bcefUVW"})
    rows = {row.article_id: row for row in repeats_of(sentences, witnesses, {}, {})}
    assert {name: row.repeated_id for name, row in rows.items()} == {"y": "x", "z": "x"}
    assert rows["z"].how.endswith("repeats an article that repeats it")


def test_rows_are_those_that_repeat_another() -> None:
    sentences, witnesses = pile({"x": "abcd", "y": "abcd", "z": "efgh"})
    found = repeats(sentences, witnesses, {"y": "2021-03-01"})
    rows = repeats_of(sentences, witnesses, {"y": "2021-03-01"}, {})
    assert found == {"x": "y", "y": "y", "z": "z"}
    assert {row.article_id: row.repeated_id for row in rows} == {"x": "y"}


def firsts(
    articles: dict[str, str], days: dict[str, str] | None = None, exact: str = ORIGINAL
) -> dict[str, str]:
    """Articles as letters, each a passage; a capital is the same passage in other words. `exact`: the
    passages as the likely originals have them."""
    sentences, witnesses = [], []
    for name, text in articles.items():
        for n, letter in enumerate(text):
            own = f"sentence-{name}-{n}"
            sentences.append(Sentence(own, name, "block", 10 * n, 10 * n + 9, False, "", letter))
            witnesses.append(
                Witness(f"witness-{name}-{n}", f"family-{letter.lower()}", name, own, 10 * n, 10 * n + 9,
                        True, 0, False, "identical", letter)
            )  # fmt: skip
    originals = {f"family-{letter.lower()}": letter for letter in exact}
    return repeats(sentences, witnesses, days, originals)


def test_without_days_the_one_with_the_originals_words_is_the_first() -> None:
    assert firsts({"a": "aBcDefgh", "z": ORIGINAL}) == {"a": "z", "z": "z"}


def test_what_only_the_two_have_counts_less_than_what_others_have() -> None:
    """`other` has `a`, and says so which words are the originals; who has these of the rest is a guess."""
    pages = {"x": "Abcdefgh", "z": "aBCDefgh", "other": "ha"}
    assert firsts(pages, exact=ORIGINAL)["x"] == "z"


def test_an_earlier_day_decides_whatever_the_words() -> None:
    pages = {"a": ORIGINAL, "z": "aBcDefgh"}
    assert firsts(pages, {"a": "2020-03-02", "z": "2020-03-01"}) == {"a": "z", "z": "z"}


@pytest.mark.parametrize("dated", ["a", "z"])
def test_where_one_day_is_unknown_words_decide(dated: str) -> None:
    pages = {"a": "aBcDefgh", "z": ORIGINAL}
    assert firsts(pages, {dated: "2020-03-01"}) == {"a": "z", "z": "z"}


def test_those_that_go_round_have_one_first() -> None:
    """One is older than another, which has fewer of the originals' words than an undated one, and so on."""
    pages = {"a": "aBCDEfgh", "b": "abcdEFgh", "c": "abCDEFgh"}
    found = firsts(pages, {"a": "2020-03-01", "b": "2020-03-02"})
    assert len(set(found.values())) == 1
