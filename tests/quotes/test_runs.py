"""Which sentences are known to follow on the one before: by other witnesses, or by what else is known."""

from collections.abc import Mapping

import pytest

from stemma.model import Part, Sentence, Witness
from stemma.quotes import as_written, little_shared, runs, stitched

ORIGINAL = "abcdefgh"


def pile(
    articles: Mapping[str, str], written: frozenset[str] = frozenset()
) -> dict[str, frozenset[int]]:
    """See `made`; which sentences follow on the one before."""
    return runs(*made(articles), written)


def made(articles: Mapping[str, str]) -> tuple[list[Sentence], list[Witness]]:
    """Articles as letters, each a sentence; a letter that two articles have is a family."""
    sentences, witnesses = [], []
    carriers = {x: sum(x in text for text in articles.values()) for x in "".join(articles.values())}
    for name, text in articles.items():
        for n, letter in enumerate(text):
            own = f"sentence-{name}-{n}"
            sentences.append(Sentence(own, name, "block", 10 * n, 10 * n + 9, False, "", letter))
            if carriers[letter] > 1:
                witnesses.append(
                    Witness(f"witness-{name}-{n}", f"family-{letter}", name, own, 10 * n, 10 * n + 9,
                            True, 0, False, "identical", letter)
                )  # fmt: skip
    return sentences[::-1], witnesses


def every(text: str) -> frozenset[int]:
    return frozenset(range(1, len(text)))


def test_articles_that_share_nothing_are_as_they_were_written() -> None:
    assert pile({"x": "abc", "y": "defg"}) == {"x": every("abc"), "y": every("defg")}
    assert pile({"x": ORIGINAL}) == {"x": every(ORIGINAL)}
    assert pile({}) == {}


def test_a_whole_repost_shows_that_every_sentence_follows() -> None:
    assert pile({"x": ORIGINAL, "y": ORIGINAL}) == dict.fromkeys("xy", every(ORIGINAL))


def test_a_page_made_of_two_is_stitched_and_they_are_not() -> None:
    two = {"x": "abcdef", "y": "ghijkl", "z": "abcdef", "w": "ghijkl"}
    assert stitched(*made(two | {"v": "hcgaeibl"}), {}) == {"v"}
    # Too few pairs tell nothing.
    assert stitched(*made(two | {"v": "hcga"}), {}) == set()


def test_a_sentence_of_its_own_follows_in_a_repost_that_is_whole() -> None:
    own = "abcdXefgh"
    assert pile({"x": ORIGINAL, "y": own})["y"] == every(own)


def test_a_stitched_page_has_only_the_steps_that_others_have() -> None:
    found = pile({"x": ORIGINAL, "y": ORIGINAL, "mosaic": "hadcbfge"})
    assert found["x"] == every(ORIGINAL)
    assert found["mosaic"] == {6}  # `fg` alone stands so elsewhere


def test_own_sentences_of_a_stitched_page_follow_on_nothing() -> None:
    assert pile({"x": ORIGINAL, "y": ORIGINAL, "mosaic": "hadXYcbfZe"})["mosaic"] == frozenset()


def test_where_most_pages_are_stitched_the_others_are_not_trusted_either() -> None:
    mosaics = {"m1": "hadcbfge", "m2": "cgbehadf", "m3": "fbhecadg"}
    assert pile({**mosaics, "own": "XYZ"})["own"] == frozenset()
    assert pile({"x": ORIGINAL, "y": ORIGINAL, "own": "XYZ"})["own"] == every("XYZ")


def test_where_most_pages_share_nothing_they_are_trusted_beside_stitched_ones() -> None:
    mosaics = {"m1": "hadcbfge", "m2": "cgbehadf"}
    found = pile({**mosaics, "one": "PQR", "two": "STU", "three": "XYZ"})
    assert found["one"] == every("PQR")
    assert found["m1"] == {1, 2}  # `ha` and `ad` stand so in the other too


def test_a_page_of_which_others_have_little_counts_as_one_that_shares_nothing() -> None:
    pages = {"x": "PQaRSTUV", "y": "jkblmnop", "m": "ahbgcifd", "n": "ihgcfd"}
    assert pile(pages)["x"] == frozenset()
    assert runs(*made(pages), little=frozenset("xy"))["x"] == frozenset()
    pages |= {"z": "0123456"}
    assert runs(*made(pages), little=frozenset("xy"))["x"] == every(pages["x"])
    own = [part("x", "own", n) for n in range(0, 70, 10)]
    assert little_shared([*own, part("x", "undecided", 70)]) == {"x"}
    quoted = [part("x", "quotation", n) for n in range(70, 140, 10)]
    assert little_shared([*own, *quoted, part("x", "undecided", 140)]) == {"x"}
    assert not little_shared([*own, part("x", "swapped", 70)])
    assert not little_shared([*own[:2], part("x", "undecided", 70)])


def test_a_step_that_two_stitched_pages_share_is_known() -> None:
    found = pile({"m1": "hadbcfge", "m2": "cgbchadf"})
    assert found["m1"] == {1, 2, 4}  # `ha`, `ad` and `bc`


def test_a_page_with_too_little_in_common_is_not_judged() -> None:
    found = pile({"x": ORIGINAL, "y": ORIGINAL, "short": "abXY"})
    assert found["short"] == {1}


@pytest.mark.parametrize("text", ["aa", "abab"])
def test_a_page_is_no_witness_of_itself(text: str) -> None:
    assert pile({"x": text, "y": "ca"})["x"] == frozenset()


def test_the_same_whatever_the_order_of_articles() -> None:
    articles = {"x": ORIGINAL, "y": "abXdefgh", "mosaic": "hadcbfge"}
    assert pile(articles) == pile(dict(reversed(articles.items())))


def part(article: str, kind: str, start: int) -> Part:
    return Part(f"part-{article}-{start}", article, "s", start, start + 9, kind, None, None, "", "")


def test_an_article_that_gives_and_takes_nothing_is_as_it_was_written() -> None:
    gives = [part("x", "exemplar", 0), part("x", "exemplar", 10), part("x", "undecided", 20)]
    both = [*(part("y", "exemplar", n) for n in (0, 10)), part("y", "swapped", 20)]
    neither = [part("z", "own", 0), part("z", "undecided", 10)]
    one = [part("w", "exemplar", 0), part("w", "own", 10)]
    assert as_written([*gives, *both, *neither, *one]) == {"x"}


def test_of_an_article_that_is_known_to_be_whole_all_sentences_follow() -> None:
    articles = {"x": "abcd", "y": "dbxa", "z": "cayb"}
    assert pile(articles)["x"] == frozenset()
    assert pile(articles, frozenset("x"))["x"] == every("abcd")
    assert pile(articles, frozenset("x"))["y"] == frozenset()
