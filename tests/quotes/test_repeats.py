"""Which article of several that repeat each other is the first."""

import pytest

from stemma.model import Sentence, Witness
from stemma.quotes import repeats

ORIGINAL = "abcdefgh"


def found(
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
    assert found({"a": "aBcDefgh", "z": ORIGINAL}) == {"a": "z", "z": "z"}


def test_what_only_the_two_have_counts_less_than_what_others_have() -> None:
    """`other` has `a`, and says so which words are the originals; who has these of the rest is a guess."""
    pages = {"x": "Abcdefgh", "z": "aBCDefgh", "other": "ha"}
    assert found(pages, exact=ORIGINAL)["x"] == "z"


def test_an_earlier_day_decides_whatever_the_words() -> None:
    pages = {"a": ORIGINAL, "z": "aBcDefgh"}
    assert found(pages, {"a": "2020-03-02", "z": "2020-03-01"}) == {"a": "z", "z": "z"}


@pytest.mark.parametrize("dated", ["a", "z"])
def test_where_one_day_is_unknown_words_decide(dated: str) -> None:
    pages = {"a": "aBcDefgh", "z": ORIGINAL}
    assert found(pages, {dated: "2020-03-01"}) == {"a": "z", "z": "z"}


def test_those_that_go_round_have_one_first() -> None:
    """One is older than another, which has fewer of the originals' words than an undated one, and so on."""
    pages = {"a": "aBCDEfgh", "b": "abcdEFgh", "c": "abCDEFgh"}
    firsts = found(pages, {"a": "2020-03-01", "b": "2020-03-02"})
    assert len(set(firsts.values())) == 1
