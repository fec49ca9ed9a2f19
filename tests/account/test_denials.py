"""Who denies what: clauses as they are compared, and the sayings and statements that they join."""

from pathlib import Path

import pytest
from benchmarks.denials import measure

from stemma.account.claimed import Clause, Read, clauses, stem, voice_of
from stemma.case import Case
from stemma.flow import build
from stemma.reader import load

READER = load()
VOICE = voice_of("the mayor, Ann Holm", None)


def claimed(sentence: str) -> list[Clause]:
    read = Read.of(0, READER.read([sentence]).row(0, named=True))
    return list(clauses(read, [(0, len(sentence))], [], VOICE))


@pytest.mark.parametrize(
    ("sentence", "negated"),
    [
        ("The board sold the docks.", False),
        ("The board did not sell the docks.", True),
        ("The board never sold the docks.", True),
        ("At no time did the board sell the docks.", True),
        ("Nobody sold the docks.", True),
        ("No docks were sold.", True),
        ("The board sold no docks.", True),
        ("Not only the board sold the docks.", False),
        ("The board sold the docks, which are not new.", False),
    ],
)
def test_whether_it_is_said_to_be_so(sentence: str, negated: bool) -> None:
    assert claimed(sentence)[0].negated is negated
    assert claimed(sentence)[0].main == "sell"


@pytest.mark.parametrize(
    "sentence", ["Did the board sell the docks?", "If the board sells the docks, we go.", ""]
)
def test_what_is_asked_or_supposed_is_not_claimed(sentence: str) -> None:
    assert claimed(sentence) == []


def test_who_and_whom_in_active_and_passive() -> None:
    (active,) = claimed("The board sold the docks.")
    (passive,) = claimed("The docks were sold by the board.")
    for one in (active, passive):
        assert one.agent is not None
        assert one.patient is not None
        assert (one.agent.head, one.patient.head) == ("board", "dock")
    (bare,) = claimed("selling the docks")
    assert bare.bare
    (own,) = claimed("We sold the docks.")
    assert own.agent is not None
    assert own.agent.words == VOICE.words


def test_a_claim_that_is_called_untrue() -> None:
    (one,) = claimed("The claim that the board sold the docks is false.")
    assert (one.main, one.false, one.reported) == ("sell", True, True)
    assert stem("claime") == stem("claim")
    assert stem("deni") == stem("deny")
    assert stem("involve") == stem("involvement")


# The docks are sold, according to the first of each page; what the second says.
SECOND = {
    "denies": "Ann Holm denied that the board had sold the docks.",
    "quoted": "“The board did not sell the docks,” Ann Holm told reporters.",
    "refuses": "Ann Holm rejected claims that the board had sold the docks.",
    "herself": "Ann Holm denied having sold the docks.",
    "other": "Ann Holm denied that the firm had sold the docks.",
    "neither": "Ann Holm would neither confirm nor deny that the board had sold the docks.",
    "agrees": "Ann Holm said that the board had sold the docks.",
    "may": "Ann Holm said that the board might not sell the docks.",
    "wishes": "Ann Holm urged the board not to sell the docks.",
    "boats": "Ann Holm denied that the board had sold the boats.",
}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Page -> the speakers whom its second sentence denies."""
    folder = tmp_path_factory.mktemp("denials")
    found = {}
    for name, second in SECOND.items():
        pile = folder / name
        pile.mkdir()
        first = "The harbour board sold the docks in March, Tom Reed said on Monday."
        (pile / "a.txt").write_text(f"The docks\n\n{first}\n\n{second}\n", encoding="utf-8")
        case = build([str(pile)], folder / f"case-{name}", workers=1)
        rows = {row["id"]: row for row in case.table("sayings").iter_rows(named=True)}
        found[name] = [rows[d]["speaker"] for row in rows.values() for d in row["denies"]]
    return found


@pytest.mark.parametrize("name", SECOND)
def test_denials_of_what_another_says(name: str, said: dict[str, list[str]]) -> None:
    expected = ["Tom Reed"] if name in ("denies", "quoted", "refuses") else []
    assert said[name] == expected


def test_what_a_page_says_itself_is_denied_too(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    own = "The harbour board sold the docks to a firm from the south in March."
    for name in ("a", "b"):
        (pile / f"{name}.txt").write_text(f"The docks\n\n{own} It rained on {name}.\n")
    (pile / "c.txt").write_text(f"The docks\n\n{own}\n\n{SECOND['denies']}\n")
    case: Case = build([str(pile)], tmp_path / "case", workers=1)
    (saying,) = case.table("sayings").iter_rows(named=True)
    (statement,) = (
        row for row in case.table("statements").iter_rows(named=True) if row["text"] == own
    )
    assert saying["denies"] == [statement["id"]]
    assert statement["denied_by"] == [saying["id"]]


def test_of_own_pairs_none_is_joined_wrongly() -> None:
    found = measure("dev")
    assert found["precision"] >= 0.95
    assert found["recall"] >= 0.7
