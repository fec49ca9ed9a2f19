"""What a reader is asked of the farm's events, and how the answers are scored."""

from pathlib import Path

import pytest
from benchmarks import agreed
from benchmarks.pile import Pile, made_pile

HEAD = "\t".join(agreed.HEAD)


@pytest.fixture(scope="module")
def pile() -> object:
    with made_pile(12, 3, 0.2, ["--events", "dyke"], until="account", dated=True) as made:
        yield made


def test_a_question_marks_the_words_and_shows_the_sentence_as_it_stands(pile: Pile) -> None:
    asked = agreed.questions(pile)
    assert asked
    for one in asked:
        shown = agreed._shown(one)
        assert shown.startswith(f"## {one.hash}\n")
        assert 1 <= len(one.told) <= agreed.SENTENCES
        assert shown.count("«") == shown.count("»") >= len(one.told)
        for told in one.told:
            assert told.marked.replace("«", "").replace("»", "") == told.report.text


def test_the_same_pile_is_asked_the_same(pile: Pile) -> None:
    first, again = agreed.questions(pile), agreed.questions(pile)
    assert [one.hash for one in first] == [one.hash for one in again]
    assert len({one.hash for one in first}) == len(first)


def test_the_truths_own_answers_are_right_and_others_are_not(pile: Pile, tmp_path: Path) -> None:
    asked = agreed.questions(pile)
    path = tmp_path / "agreed.tsv"
    statuses = {"wished": "asked for", "denied": "not done", "refused": "not done"}
    lines = [HEAD]
    for one in asked:
        label = one.told[0].report.label
        right = (
            ";".join(label["actor"]), "" if label["mutual"] else ";".join(label["recipient"]),
            label["plover"][0], label["date"], label["date"],
            statuses.get(label["status"], label["status"]),
        )  # fmt: skip
        lines.append("\t".join(("development", one.hash, "truth", *right)))
        nobody = ("nobody that is named", "", "AID", "1901-01-01", "1901-01-01", "no status")
        lines.append("\t".join(("development", one.hash, "liar", *nobody)))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = agreed.scores(pile, asked, agreed.load(path))
    assert set(found) == {"truth", "liar", "stemma"}
    assert found["truth"]["asked"] == len(asked)
    assert found["truth"]["all right"] == 100.0
    assert found["liar"]["day"] == found["liar"]["status"] == found["liar"]["all right"] == 0.0


def test_a_question_that_nobody_answered_is_not_counted(pile: Pile, tmp_path: Path) -> None:
    path = tmp_path / "agreed.tsv"
    path.write_text(f"{HEAD}\ndevelopment\tanother\ta\t\t\t\t\t\tdone\n", encoding="utf-8")
    assert set(agreed.scores(pile, agreed.questions(pile), agreed.load(path))) == {"stemma"}
