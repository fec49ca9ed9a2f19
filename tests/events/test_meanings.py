"""The table of what verbs mean that are in no list."""

import pytest

from stemma.events import events
from stemma.events.lexicon import ALSO_VERBS, VERBS
from stemma.events.meanings import meant, table
from stemma.events.mentions import NOUN, mentions
from stemma.events.phrases import PHRASES
from stemma.events.tree import Tree
from stemma.events.types import NONE, shipped
from stemma.reader.model import OnnxReader


def test_the_table_has_types_and_shares() -> None:
    kinds = set(shipped().types) - {NONE}
    assert 1000 < len(table()) < 6000
    for shares in table().values():
        assert set(shares) <= kinds
        assert list(shares.values()) == sorted(shares.values(), reverse=True)
        assert min(shares.values()) >= 0.1
        assert sum(shares.values()) < 1.03


@pytest.fixture(scope="module")
def reader() -> OnnxReader:
    return OnnxReader()


# Verbs that stand in no list, with the type that the table has of them and a build gives them.
UNLISTED = """
Robbers coshed a guard outside the bank. | coshed | ASSAULT
The envoys dickered with the rebels over the hostages. | dickered | CONSULT
The mayor nitpicked the report. | nitpicked | ACCUSE
The senator seconded the motion of the mayor. | seconded | SUPPORT
""".strip().splitlines()
PLAIN = """
The clerk downloaded the form. | downloaded
The singer autographed the poster. | autographed
The hikers trekked through the hills. | trekked
The pupil nodded and hummed. | hummed
""".strip().splitlines()


@pytest.mark.parametrize("case", UNLISTED)
def test_verbs_in_no_list_have_the_type_of_what_they_mean(reader: OnnxReader, case: str) -> None:
    text, word, kind = case.split(" | ")
    found = events(text, reader.read([text]).row(0, named=True))
    one = next(one for one in found if word in one.text.split())
    assert one.type == kind
    assert not {*VERBS, *ALSO_VERBS, *PHRASES} & {one.text, *lemmas(text, reader)}


def lemmas(text: str, reader: OnnxReader) -> set[str]:
    """The lemmas of the verbs of a sentence."""
    row = reader.read([text]).row(0, named=True)
    tree = Tree.of(text, row)
    return {tree.lemmas[n] for n, kind in enumerate(tree.upos) if kind == "VERB"}


@pytest.mark.parametrize("case", PLAIN)
def test_everyday_deeds_have_no_type_by_it(reader: OnnxReader, case: str) -> None:
    text, word = case.split(" | ")
    found = events(text, reader.read([text]).row(0, named=True))
    assert [one.type for one in found if word in one.text.split()] == [None]


def test_a_noun_means_nothing_by_it(reader: OnnxReader) -> None:
    text = "The attack of the rebels killed nine."
    tree = Tree.of(text, reader.read([text]).row(0, named=True))
    noun = next(one for one in mentions(tree) if one.kind == NOUN)
    assert meant(tree, noun) == {}
