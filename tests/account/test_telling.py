"""Which sentence is shown for an event."""

from tests.account.events import PAGES, mention, sentence, witness

from stemma.account.originals import Originals
from stemma.account.telling import Telling, Wanted, best_telling
from stemma.model import Archetype, Sentence, Witness

WANTED = Wanted(None, "done", (), (None, None))
SHORT = "Transport minister Ada Holm resigned on Thursday."
SPUN = "Transport secretary Ada Holm resigned on Thursday."


def shown(
    *held: Sentence,
    headlines: tuple[Sentence, ...] = (),
    again: tuple[str, ...] = (),
    witnesses: tuple[Witness, ...] = (),
    originals: tuple[Archetype, ...] = (),
) -> str:
    """The text of the sentence that is shown for what all of them tell of with one word."""
    sentences = {one.id: one for one in (*held, *headlines)}
    families = {one.sentence_id: [one] for one in witnesses}
    known = Telling(
        sentences, frozenset(one.id for one in headlines), frozenset(), originals, families,
        Originals(sentences, witnesses, originals, {}, {PAGES[name]: "a" for name in again}),
    )  # fmt: skip
    mentions = [mention(one, "resigned") for one in held]
    return sentences[best_telling(mentions, known, WANTED).sentence_id].text


def test_what_is_too_short_for_a_family_is_shown_from_a_page_that_repeats_no_other() -> None:
    assert shown(sentence("A", SPUN), sentence("B", SHORT)) == SPUN
    assert shown(sentence("A", SPUN), sentence("B", SHORT), again=("A",)) == SHORT


def test_a_sentence_that_begins_with_a_headline_is_shown_last() -> None:
    head = sentence("C", "Minister Holm resigned on Thursday")
    glued = sentence("A", "Minister Holm resigned on Thursday The harbour was closed until Friday.")
    assert shown(glued, sentence("B", SHORT), headlines=(head,)) == SHORT
    assert shown(glued, head, headlines=(head,)) == head.text


def test_the_originals_words_are_shown() -> None:
    spun, first = sentence("A", SPUN), sentence("B", SHORT)
    both = witness(spun, "family-f"), witness(first, "family-f")
    original = Archetype(
        "archetype-f", "family-f", False, both[1].id, (), None, first.article_id, 0, first.end,
        SHORT, "", SHORT,
    )  # fmt: skip
    assert shown(spun, first, witnesses=both, originals=(original,)) == SHORT


def test_an_earlier_deed_of_its_kind_is_not_what_is_told() -> None:
    earlier = sentence(
        "A", "The last serious flood of the river was in 1976, when it broke its banks."
    )
    later = sentence("B", "The pictures showed how much of the land the flood had covered by noon.")
    sentences = {one.id: one for one in (earlier, later)}
    known = Telling(
        sentences, frozenset(), frozenset(), (), {}, Originals(sentences, (), (), {}, {})
    )
    told = [mention(earlier, "flood"), mention(later, "flood", stands="aside")]
    assert best_telling(told, known, WANTED).sentence_id == later.id


def test_words_of_somebody_that_touch_on_it_are_no_better_than_a_headline() -> None:
    spoken = sentence(
        "A", "“I would not have signed for that flight of the balloon,” she wrote to him."
    )
    head = sentence("B", "Balloon sinks in the bay of Halden on its first flight")
    sentences = {one.id: one for one in (spoken, head)}
    known = Telling(
        sentences, frozenset([head.id]), frozenset(["quote-q"]), (), {},
        Originals(sentences, (), (), {}, {}),
    )  # fmt: skip
    above = mention(head, "flight", stands="aside")
    for stands, shown_by in {"aside": head.id, "main": spoken.id}.items():
        told = mention(spoken, "flight", stands=stands, quote_id="quote-q")
        assert best_telling([told, above], known, WANTED).sentence_id == shown_by
