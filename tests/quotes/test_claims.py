"""What the reader's head sees, as places in the article: on readings made by hand."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model.told import Told, row_of_told
from stemma.quotes.claims import Claim, Line, claims
from stemma.quotes.joined import Said, joined
from stemma.quotes.speech import speeches

LEMMAS = {"said": "say", "spoke": "speak", "denied": "deny", "added": "add"}
AT = 100  # where the sentence begins in its article
Word = tuple[str, str, int, str]


def line(words: Sequence[Word], *told: Told, at: int = AT, block: int = 0) -> Line:
    """A sentence of (word, tag, head, relation), a space between any two."""
    shown = [word for word, *_ in words]
    text = " ".join(shown)
    starts = [at + len(" ".join(shown[:n])) + bool(n) for n in range(len(shown))]
    ends = [start + len(word) for start, word in zip(starts, shown, strict=True)]
    reading = {
        "words": shown, "upos": [w[1] for w in words], "heads": [w[2] for w in words],
        "rels": [w[3] for w in words], "names": ["O"] * len(words),
        "lemmas": [LEMMAS.get(w.strip(".:"), w) for w in shown],
        "told": [row_of_told(one) for one in told],
    }  # fmt: skip
    return Line(f"s{at}", "a", block, at, at + len(text), text, tuple(starts), tuple(ends), reading)


def shown(one: Line, claim: Claim) -> tuple[str | None, str | None, list[str]]:
    def words(place: tuple[int, int] | None) -> str | None:
        return place and one.text[place[0] - one.start : place[1] - one.start]

    content = [words(piece) or "" for piece in claim.content]
    return words(claim.source), words(claim.cue), content


SAID: list[Word] = [
    ("Brook", "PROPN", 2, "nsubj"), ("said", "VERB", 0, "root"), ("the", "DET", 4, "det"),
    ("dyke", "NOUN", 6, "nsubj"), ("will", "AUX", 6, "aux"), ("hold", "VERB", 2, "ccomp"),
    (".", "PUNCT", 2, "punct"),
]  # fmt: skip


def test_places_are_those_of_the_article() -> None:
    made = line(SAID, Told((1, 2), (0, 1), ((2, 7),), 0.99))
    (claim,) = claims([made])
    assert shown(made, claim) == ("Brook", "said", ["the dyke will hold"])
    assert claim.source == (100, 105)
    assert (claim.line, claim.sure) == (0, 0.99)
    assert claim.how == ("«said» reports it",)


def test_commas_and_stops_at_the_edges_belong_to_the_sentence() -> None:
    words: list[Word] = [
        (",", "PUNCT", 2, "punct"), ("No", "INTJ", 0, "root"), (",", "PUNCT", 2, "punct"),
        ("he", "PRON", 5, "nsubj"), ("said", "VERB", 2, "parataxis"),
    ]  # fmt: skip
    made = line(words, Told((4, 5), (3, 4), ((0, 3),), 0.99))
    (claim,) = claims([made])
    assert shown(made, claim) == ("he", "said", ["No"])


def test_an_auxiliary_brings_its_verb_and_the_verb_its_auxiliaries() -> None:
    words: list[Word] = [
        ("Brook", "PROPN", 4, "nsubj"), ("has", "AUX", 4, "aux"), ("never", "ADV", 4, "advmod"),
        ("denied", "VERB", 0, "root"), ("it", "PRON", 4, "obj"),
    ]  # fmt: skip
    for cue in ((1, 2), (3, 4), (1, 4), (2, 4)):
        made = line(words, Told(cue, (0, 1), ((4, 5),), 0.99))
        (claim,) = claims([made])
        assert shown(made, claim) == ("Brook", "has never denied", ["it"])


def test_the_source_may_stand_between_an_auxiliary_and_its_verb() -> None:
    words: list[Word] = [
        ("Has", "AUX", 3, "aux"), ("Brook", "PROPN", 3, "nsubj"), ("denied", "VERB", 0, "root"),
        ("it", "PRON", 3, "obj"),
    ]  # fmt: skip
    made = line(words, Told((0, 1), (1, 2), ((3, 4),), 0.99))
    (claim,) = claims([made])
    assert shown(made, claim) == ("Brook", "denied", ["it"])


def test_an_auxiliary_of_no_verb_reports_nothing() -> None:
    words: list[Word] = [
        ("It", "PRON", 3, "nsubj"),
        ("is", "AUX", 3, "cop"),
        ("wet", "ADJ", 0, "root"),
    ]
    assert claims([line(words, Told((1, 2), (0, 1), ((2, 3),), 0.99))]) == []


def test_the_preposition_that_leads_to_the_content_belongs_to_the_cue() -> None:
    words: list[Word] = [
        ("Brook", "PROPN", 2, "nsubj"), ("spoke", "VERB", 0, "root"), ("of", "ADP", 5, "case"),
        ("a", "DET", 5, "det"), ("gift", "NOUN", 2, "obl"),
    ]  # fmt: skip
    made = line(words, Told((1, 2), (0, 1), ((2, 5),), 0.99))
    (claim,) = claims([made])
    assert shown(made, claim) == ("Brook", "spoke of", ["a gift"])


def test_a_verb_that_goes_on_takes_the_source_of_the_first() -> None:
    words: list[Word] = [
        ("Brook", "PROPN", 2, "nsubj"), ("said", "VERB", 0, "root"), ("no", "INTJ", 2, "obj"),
        ("and", "CCONJ", 5, "cc"), ("added", "VERB", 2, "conj"), ("never", "ADV", 5, "obj"),
    ]  # fmt: skip
    first = Told((1, 2), (0, 1), ((2, 3),), 0.99)
    made = line(words, first, Told((4, 5), None, ((5, 6),), 0.98))
    one, other = claims([made])
    assert one.source == other.source == (100, 105)
    assert other.how == ("«added» reports it", "the subject of «said» goes on")
    # Not where it hangs on the first otherwise, as what is reported does.
    words[4] = ("added", "VERB", 2, "ccomp")
    _, other = claims([line(words, first, Told((4, 5), None, ((5, 6),), 0.98))])
    assert other.source is None


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """Any words in any tree, with what the head may see: cues, and parts that have none of their words."""
    count = draw(st.integers(1, 10))
    order = draw(st.permutations(range(count)))
    heads = [0] * count
    for n, word in enumerate(order[1:], 1):
        heads[word] = order[draw(st.integers(0, n - 1))] + 1
    tags = ("NOUN", "VERB", "AUX", "ADV", "PART", "ADP", "PUNCT", "PRON", "DET")
    rels = ("nsubj", "conj", "xcomp", "appos", "punct", "advcl")
    words: list[Word] = [
        ("," if tag == "PUNCT" else "word", tag, head, draw(st.sampled_from(rels)))
        for head, tag in ((h, draw(st.sampled_from(tags))) for h in heads)
    ]
    told = []
    for _ in range(draw(st.integers(0, 2))):
        first = draw(st.integers(0, count - 1))
        last = draw(st.integers(first + 1, count))
        labels = [draw(st.sampled_from("SQ.")) for _ in range(count)]
        labels[first:last] = "C" * (last - first)
        runs = [
            (label, a, b)
            for a, b in _runs(labels)
            if (label := labels[a]) in "SQ"
        ]  # fmt: skip
        source = next(((a, b) for label, a, b in runs if label == "S"), None)
        content = tuple((a, b) for label, a, b in runs if label == "Q")
        told.append(Told((first, last), source, content, draw(st.sampled_from([0.3, 0.95]))))
    return line(words, *told)


def _runs(labels: Sequence[str]) -> list[tuple[int, int]]:
    edges = [n for n in range(1, len(labels)) if labels[n] != labels[n - 1]]
    return list(pairwise([0, *edges, len(labels)]))


@given(lines())
def test_cue_source_and_content_lie_inside_and_do_not_overlap(made: Line) -> None:
    for claim in claims([made]):
        assert claim.cue is not None
        spans = sorted([claim.cue, *claim.content, *([claim.source] if claim.source else [])])
        assert all(made.start <= a < b <= made.end for a, b in spans)
        if claim.source and not any("goes on" in why for why in claim.how):
            assert all(one[1] <= other[0] for one, other in pairwise(spans))


# -- joined --------------------------------------------------------------------------------------


def page(
    *parts: tuple[list[Word], Sequence[Told]], blocks: Sequence[int] = ()
) -> tuple[str, list[Line]]:
    """Sentences of one article, a space between any two, or a line where a block ends."""
    made: list[Line] = []
    text = ""
    for number, (words, told) in enumerate(parts):
        block = blocks[number] if blocks else 0
        if made:
            text += " " if block == made[-1].block else "\n"
        made.append(line(words, *told, at=len(text), block=block))
        text += made[-1].text
    return text, made


def hear(text: str, made: list[Line], goes_on: Sequence[int] = ()) -> list[Said]:
    found, start = [], 0
    for block in text.split("\n"):
        for one in speeches(block):
            moved = {k: getattr(one, k) + start for k in ("start", "end", "first", "last")}
            found.append(one._replace(**moved))
        start += len(block) + 1
    return joined(text, made, claims(made), found, goes_on)


def marked(*words: str) -> list[Word]:
    """Words in quotation marks, glued to the first and the last; all of them hang on the last."""
    spoken = [f"“{words[0]}", *words[1:]]
    spoken[-1] += "”"
    count = len(spoken)
    return [(w, "VERB", 0 if n == count - 1 else count, "dep") for n, w in enumerate(spoken)]


HELD = marked("It", "will", "hold", "until", "spring.")
SHE: list[Word] = [("Brook", "PROPN", 2, "nsubj"), ("spoke:", "VERB", 0, "root")]
SHE_SPOKE = [Told((1, 2), (0, 1), (), 0.5)]


def test_a_colon_leads_to_the_speech_behind_it() -> None:
    text, made = page((SHE, SHE_SPOKE), (HELD, []))
    (one,) = hear(text, made)
    assert not one.alone
    assert one.claim.source == (0, 5)
    assert "a colon leads to it" in one.claim.how


def test_without_a_colon_the_speech_behind_is_nobody_s() -> None:
    plain = [SHE[0], ("spoke.", "VERB", 0, "root")]
    text, made = page((plain, SHE_SPOKE), (HELD, []))
    (one,) = hear(text, made)
    assert one.alone
    assert one.claim.source is None


ANSWERED: list[Word] = [
    ("“No,”", "INTJ", 3, "obj"), ("Brook", "PROPN", 3, "nsubj"), ("said.", "VERB", 0, "root"),
    ("“We", "PRON", 5, "nsubj"), ("stay.”", "VERB", 3, "parataxis"),
]  # fmt: skip
HE_ANSWERED = [Told((2, 3), (1, 2), ((0, 1), (3, 5)), 0.99)]


@pytest.mark.parametrize(("goes_on", "pieces"), [([1], 2), ([], 1)])
def test_the_same_speaker_goes_on_only_where_the_sentence_is_known_to_follow(
    goes_on: list[int], pieces: int
) -> None:
    text, made = page((ANSWERED, HE_ANSWERED), (HELD, []))
    first, *rest = hear(text, made, goes_on)
    assert len(first.claim.content) == pieces + 1
    assert [one.alone for one in rest] == ([True] if pieces == 1 else [])


def test_he_does_not_go_on_in_the_next_block_once_his_speech_is_closed() -> None:
    text, made = page((ANSWERED, HE_ANSWERED), (HELD, []), blocks=(0, 1))
    assert [one.alone for one in hear(text, made, [1])] == [False, True]


def test_he_goes_on_in_the_next_block_if_his_speech_was_left_open() -> None:
    opened = [*ANSWERED[:4], ("stay.", "VERB", 3, "parataxis")]
    text, made = page((opened, HE_ANSWERED), (HELD, []), blocks=(0, 1))
    (one,) = hear(text, made, [1])
    assert len(one.claim.content) == 3


@pytest.mark.parametrize(("sure", "kept"), [(0.95, True), (0.75, True), (0.5, False), (0.1, False)])
def test_a_claim_without_speech_must_be_surely_seen(sure: float, kept: bool) -> None:
    text, made = page((SAID, [Told((1, 2), (0, 1), ((2, 6),), sure)]))
    assert bool(hear(text, made)) is kept


@pytest.mark.parametrize(("sure", "alone"), [(0.95, False), (0.5, False), (0.1, True)])
def test_a_claim_with_speech_need_not_be(sure: float, alone: bool) -> None:
    words: list[Word] = [*HELD[:-1], ("spring,”", "VERB", 7, "dep"), ("Brook", "PROPN", 7, "nsubj"),
                         ("said", "VERB", 0, "root")]  # fmt: skip
    text, made = page((words, [Told((6, 7), (5, 6), ((0, 5),), sure)]))
    assert [one.alone for one in hear(text, made)] == [alone]


def test_a_signature_behind_a_dash_must_be_a_name() -> None:
    for word, name in (("Brook", True), ("nobody", False)):
        text, made = page(
            (HELD, []), ([("—", "PUNCT", 2, "punct"), (word, "PROPN", 0, "root")], [])
        )
        made[1].reading["names"][1] = "B-PER" if name else "O"  # type: ignore[index]
        (one,) = hear(text, made)
        assert one.alone is not name
        if name:
            assert text[slice(*(one.claim.source or (0, 0)))] == "Brook"


@pytest.mark.parametrize(
    ("behind", "place", "speaks"),
    [
        ("what we know so far", False, False),
        ("nine killed in quake", True, False),
        ("we will not yield", True, True),
        ("nine killed in quake", False, True),
    ],
)
def test_what_a_headline_is_about_before_a_colon_does_not_speak(
    behind: str, place: bool, speaks: bool
) -> None:
    words: list[Word] = [("Lorn", "PROPN", 0, "root"), (":", "PUNCT", 1, "punct")]
    words += [(word, "VERB", 1, "dep") for word in behind.split()]
    made = line(words, Told((1, 2), (0, 1), ((2, len(words)),), 0.99))
    made.reading["names"][0] = "B-LOC" if place else "B-PER"
    assert [shown(made, one)[0] for one in claims([made])] == ["Lorn"] * speaks


def test_a_speaker_is_named_without_the_day() -> None:
    words: list[Word] = [
        ("Brook", "PROPN", 4, "nsubj"), ("on", "ADP", 3, "case"), ("Sunday", "PROPN", 1, "nmod"),
        ("promised", "VERB", 0, "root"), ("help", "NOUN", 4, "obj"),
    ]  # fmt: skip
    made = line(words, Told((3, 4), (0, 3), ((4, 5),), 0.99))
    assert [shown(made, one)[0] for one in claims([made])] == ["Brook"]


def test_what_is_given_for_a_reason_says_nothing() -> None:
    words: list[Word] = [
        ("unlikely", "ADJ", 0, "root"), ("given", "VERB", 4, "case"), ("the", "DET", 4, "det"),
        ("level", "NOUN", 1, "obl"),
    ]  # fmt: skip
    assert not claims([line(words, Told((1, 2), (2, 4), ((0, 1),), 0.99))])
