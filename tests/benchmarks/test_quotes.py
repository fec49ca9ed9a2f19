"""The measure of who said what: right on piles whose truth is known, shares on a small one of the farm."""

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from benchmarks.farm.damage import lose_question, orphan, unquote
from benchmarks.farm.passage import Passage
from benchmarks.farm.typography import comma_out, curl
from benchmarks.pile import Pile, made_pile
from benchmarks.quote_words import quote_words
from benchmarks.quotes import measure
from benchmarks.spoken import Spoken, passages, spoken

from stemma.flow import build

WORDS = "The bridge was closed at noon and nobody in the harbour has told us why it was"
HOLM = f'"{WORDS}," Anna Holm said on Tuesday.'
SHE = '"We were never asked about the price of the new ferry or about its name," she said.'
OTHER = f'"{WORDS}," Ivo Strand told the council of Lorn.'
CHAIN = "Anna Holm said on Tuesday that the bridge would stay closed."
ASKED = '"Was it safe? No. It had been closed for eleven weeks by then," Ivo Strand said.'


def quote(words: str, speaker: str = "Anna Holm", kind: str = "direct") -> dict[str, str]:
    return {"speaker": speaker, "kind": kind, "words": words}


WIRES = {
    HOLM: [quote(WORDS)],
    SHE: [quote("We were never asked about the price of the new ferry or about its name")],
    OTHER: [quote(WORDS, "Ivo Strand")],
    CHAIN: [quote("the bridge would stay closed", kind="indirect")],
    ASKED: [quote("Was it safe? No. It had been closed for eleven weeks by then", "Ivo Strand")],
}


def taken(text: str) -> Passage:
    return Passage(text, "body", "w", list(WIRES).index(text))


def orphaned(text: str) -> Passage:
    passage = taken(text)
    assert orphan(passage, Random(1))
    return passage


def truth_of(*articles: Sequence[Passage], **quotes: list[dict[str, str]]) -> dict[str, Any]:
    """The truth of these articles in the farm's form. `quotes`: of the first sentence, if not its own."""
    rows = []
    for number, held in enumerate(articles):
        at, placed = 0, []
        for passage in held:
            end = at + len(passage.text)
            ops = [{"op": o.op, "at": o.at, "from": o.before, "to": o.after} for o in passage.ops]
            placed.append({
                "start": at, "end": end, "role": passage.role, "wire": passage.wire,
                "sentence": passage.sentence, "part": passage.part, "ops": ops,
            })  # fmt: skip
            at = end + 2
        rows.append({"path": f"articles/{number}.txt", "kind": "mosaic", "passages": placed})
    told = [
        {"text": text, "quotes": quotes.get("first", held) if not n else held}
        for n, (text, held) in enumerate(WIRES.items())
    ]
    return {"wires": [{"id": "w", "sentences": told}], "articles": rows}


def by_hand(folder: Path, *articles: Sequence[Passage], **quotes: list[dict[str, str]]) -> Pile:
    out = folder / "articles"
    out.mkdir()
    for number, held in enumerate(articles):
        (out / f"{number}.txt").write_text("\n\n".join(p.text for p in held), encoding="utf-8")
    case = build([str(out)], folder / "case", until="rewordings", workers=1)
    table = case.table("articles")
    texts, paths = (
        dict(table.select(*pair).iter_rows()) for pair in (("path", "text"), ("id", "path"))
    )
    return Pile(case, truth_of(*articles, **quotes), texts, paths)


def only(passage: Passage) -> list[Spoken]:
    (held,) = passages(truth_of([passage]))
    return list(spoken(held))


# -- what stands on a page ------------------------------------------------------------------------


def test_a_quotation_is_found_where_a_spun_passage_has_it() -> None:
    passage = taken(HOLM)
    passage.edit("swap", 23, 25, "exactly at")
    comma_out(passage)
    curl(passage, False, 0.0, Random(1))
    (one,) = only(passage)
    assert passage.text[one.start : one.end] == WORDS.replace("at noon", "exactly at noon")
    assert (one.marks, one.held, one.bare, one.pronoun) == (True, True, False, False)
    assert one.mention is not None
    assert HOLM[slice(*one.mention)] in ("Anna", "Holm")


def test_an_orphan_is_bare_and_holds_no_clause() -> None:
    (one,) = only(orphaned(HOLM))
    assert (one.marks, one.held, one.bare) == (True, False, True)
    assert one.words == WORDS


def test_words_that_lost_their_marks_are_bare_without() -> None:
    passage = taken(HOLM)
    assert unquote(passage, Random(1))
    (one,) = only(passage)
    assert passage.text[one.start : one.end] == WORDS
    assert (one.marks, one.held, one.bare) == (False, False, True)


def test_a_pronoun_names_nobody() -> None:
    (one,) = only(taken(SHE))
    assert (one.mention, one.pronoun, one.described) == (None, True, False)


def test_a_cut_off_clause_is_not_held() -> None:
    tail = taken(CHAIN).fork("tail")
    tail.edit("cut", 0, CHAIN.index("that"), "")
    (one,) = only(tail)
    assert not one.held


def test_a_lost_question_leaves_the_rest() -> None:
    passage = taken(ASKED)
    assert lose_question(passage, Random(1))
    (one,) = only(passage)
    assert passage.text[one.start : one.end] == "No. It had been closed for eleven weeks by then"
    assert one.held


# -- speakers -------------------------------------------------------------------------------------


def test_a_speaker_whom_the_passage_names_is_given(tmp_path: Path) -> None:
    found = measure(by_hand(tmp_path, [taken(HOLM), taken(CHAIN), taken(SHE)]))
    assert found["settled"]["all"] == {"asked": 2, "found": 1.0, "given": 1.0, "wrong": 0.0}
    assert found["settled"]["indirect"]["asked"] == found["settled"]["direct"]["asked"] == 1
    assert found["pronoun"] == {"asked": 1, "another_name": 0}


def test_another_than_the_true_speaker_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the truth it was said by the day on which it was said."""
    pile = by_hand(tmp_path, [taken(HOLM)], first=[quote(WORDS, "Tuesday")])
    found = measure(pile, errors=3)
    assert found["settled"]["all"] == {"asked": 1, "found": 1.0, "given": 1.0, "wrong": 1.0}
    said = capsys.readouterr().out
    assert said.startswith("WRONG | 0.txt | direct | true: Tuesday")
    assert "found: attributed «Anna Holm»" in said


def test_an_orphan_is_restored_by_a_page_that_names_its_speaker(tmp_path: Path) -> None:
    found = measure(by_hand(tmp_path, [orphaned(HOLM)], [taken(HOLM)]))["orphans"]
    assert (found["with_naming_witness"], found["without_witness"]) == (1, 0)
    assert (found["restored"], found["restored_wrong"], found["disputed"]) == (1.0, 0.0, 0.0)


def test_an_orphan_without_a_witness_is_given_to_nobody(tmp_path: Path) -> None:
    lost = taken(HOLM)
    unquote(lost, Random(1))
    found = measure(by_hand(tmp_path, [orphaned(ASKED), taken(CHAIN)], [lost]))["orphans"]
    assert (found["with_naming_witness"], found["without_witness"]) == (0, 1)
    assert (found["given_all_the_same"], found["unmarked"], found["unmarked_given"]) == (0, 1, 0)


def test_witnesses_that_name_different_people_make_a_dispute(tmp_path: Path) -> None:
    found = measure(by_hand(tmp_path, [orphaned(HOLM)], [taken(HOLM)], [taken(OTHER)]))["orphans"]
    assert (found["restored"], found["disputed"]) == (0.0, 1.0)


# -- words changed inside quotation marks ----------------------------------------------------------


def changed(text: str, old: str, new: str) -> Passage:
    passage = taken(text)
    at = text.index(old)
    passage.edit("swap", at, at + len(old), new)
    return passage


def test_a_word_exchanged_inside_marks_is_told(tmp_path: Path) -> None:
    pile = by_hand(tmp_path, [taken(HOLM)], [taken(HOLM)], [changed(HOLM, "closed", "shut")])
    assert quote_words(pile)["quote_words"] == {
        "variants": 1, "precision": 1.0, "asked": 1, "recall": 1.0,
    }  # fmt: skip


def test_a_difference_that_the_truth_knows_nothing_of_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blank = changed(HOLM, "closed", "shut")
    pile = by_hand(tmp_path, [taken(HOLM)], [taken(HOLM)], [blank])
    for article in pile.truth["articles"]:
        for row in article["passages"]:
            row["ops"] = []
    found = quote_words(pile, errors=2)["quote_words"]
    assert (found["variants"], found["precision"], found["asked"]) == (1, 0.0, 0)
    assert "NO CHANGE «closed» → «shut»" in capsys.readouterr().out


def test_what_every_page_has_is_not_asked_for(tmp_path: Path) -> None:
    shut = [changed(HOLM, "closed", "shut") for _ in range(2)]
    found = quote_words(by_hand(tmp_path, *([one] for one in shut)))["quote_words"]
    assert (found["variants"], found["asked"]) == (0, 0)


def test_a_word_exchanged_outside_of_marks_is_not_asked_for(tmp_path: Path) -> None:
    pile = by_hand(tmp_path, [taken(HOLM)], [changed(HOLM, "said", "stated")])
    assert quote_words(pile)["quote_words"]["asked"] == 0


# -- a small pile of the farm ---------------------------------------------------------------------


def test_all_measures_of_a_small_pile_are_shares_and_the_same_again() -> None:
    found = []
    for _ in range(2):
        options = ["--chain", "0.3", "--events", "ferry=12"]
        with made_pile(10, 3, 0.2, options, "rewordings") as pile:
            found.append(measure(pile))
    assert found[0] == found[1]
    settled = found[0]["settled"]["all"]
    assert settled["asked"] > 0
    assert all(0 <= settled[key] <= 1 for key in ("found", "given", "wrong"))
