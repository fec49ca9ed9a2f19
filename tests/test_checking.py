"""Drafts against a case of two invented reports: verdicts, what they rest on, and that the case stays."""

import hashlib
from pathlib import Path

import pytest

from stemma.case import Case
from stemma.checking import Checker, check_draft, holds
from stemma.errors import CaseError, NothingUsable, Unreadable, UsageError
from stemma.flow import build
from stemma.model import Check, Checked
from stemma.read import stdin_source


def checked(case: Case, text: str, **options: str) -> Check:
    return check_draft(case, stdin_source(text.encode()), **options)  # type: ignore[arg-type]


def one(case: Case, text: str, **options: str) -> Checked:
    (found,) = checked(case, text, **options).sentences
    return found


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        ("Seven workers were killed on Tuesday when a quarry wall in Orvik fell.", "supported"),
        ("Nine workers were killed on Tuesday when a quarry wall in Orvik fell.", "figure differs"),
        ("Seven workers were killed on Friday when a quarry wall in Orvik fell.", "date differs"),
        ("The company closed the quarry on May 3.", "status differs"),
        ("The company plans to close the quarry on May 19.", "date differs"),
        (
            '"We have searched every metre of the pit, and we will go on," Dorn said.',
            "other speaker",
        ),
        (
            '"We have searched every metre of the pit, and we will stop," Brask said.',
            "words differ",
        ),
        ("Four drones of the inspectors from Lund filmed the cracks.", "only one basis"),
        ("Inspectors from Lund filmed the cracks with nine drones.", "figure differs"),
        ("The owner has confirmed that the wall had been inspected last year.", "status differs"),
        ("A choir from Lund sang for the beekeepers of the valley.", "not in the pile"),
        ("The quarry", "not checked"),
    ],
)
def test_the_verdict_on_a_sentence(quarry: Case, draft: str, verdict: str) -> None:
    assert one(quarry, draft).verdict == verdict


def test_two_reports_are_two_reporters_at_most(quarry: Case) -> None:
    found = one(quarry, "Seven workers were killed on Tuesday when a quarry wall in Orvik fell.")
    assert (found.carriers, found.reporters_min, found.reporters_max) == (2, 1, 2)
    assert found.bases == ("Lena Brask",)
    assert holds(found)


def test_a_finding_points_into_the_article(quarry: Case) -> None:
    found = one(quarry, "Inspectors from Lund filmed the cracks with nine drones.").findings[0]
    text = dict(quarry.table("articles").select("id", "text").iter_rows())[found.article_id]
    assert text[found.evidence_start : found.evidence_end] == found.evidence == "four"
    assert found.evidence_id in set(quarry.table("figures")["id"])


def test_a_finding_points_into_the_draft(quarry: Case) -> None:
    draft = "Some words first.\n\nInspectors from Lund filmed the cracks with nine drones."
    made = checked(quarry, draft)
    found = made.sentences[-1].findings[0]
    assert made.text[found.start : found.end] == "nine"


def test_what_is_copied_is_called_so_and_by_whom(quarry: Case) -> None:
    found = one(
        quarry, "A wall of the quarry at Orvik fell on Tuesday and killed seven workers, mayor Brask said."
    )  # fmt: skip
    assert found.verdict == "copied from"
    assert "«a.txt»" in found.findings[0].said
    assert [f.verdict for f in found.findings][1:] in (["supported"], ["only one basis"])


def test_a_primary_document_is_a_basis(quarry: Case, tmp_path: Path) -> None:
    folder = tmp_path / "primary"
    folder.mkdir()
    (folder / "minutes.txt").write_text("The council voted to pay each family 900 crowns.\n")
    draft = "The council has voted to give every family 900 crowns in pay."
    assert one(quarry, draft).verdict == "not in the pile"
    found = one(quarry, draft, primary=str(folder))
    assert found.verdict == "supported"
    assert found.bases == ("minutes.txt",)
    assert found.evidence[0].primary
    assert one(quarry, draft.replace("900", "700"), primary=str(folder)).verdict == "figure differs"


def test_a_date_makes_weekdays_days(quarry: Case) -> None:
    assert one(quarry, "The company plans to close the quarry on Friday.", date="2024-05-01").verdict in (
        "supported", "only one basis",
    )  # fmt: skip


def test_the_case_stays_as_it_is(quarry: Case) -> None:
    def state() -> list[tuple[str, str]]:
        files = sorted(path for path in quarry.path.rglob("*") if path.is_file())
        return [(str(path), hashlib.sha256(path.read_bytes()).hexdigest()) for path in files]

    before = state()
    checked(quarry, "Seven people died when the wall fell.")
    assert state() == before


def test_the_same_draft_gives_the_same_check(quarry: Case) -> None:
    draft = "Seven people died when the wall fell.\n\nThe quarry will close on May 3."
    assert checked(quarry, draft) == checked(quarry, draft)


def test_one_checker_serves_many_drafts(quarry: Case) -> None:
    from stemma.drafts import read_texts
    from stemma.reader import load
    from stemma.times import UNKNOWN

    checker = Checker(quarry)
    for draft in (
        "Nine people died when the wall of the Orvik quarry fell.",
        "Seven people died in the quarry.",
    ):
        text = next(read_texts(stdin_source(draft.encode()), load(), UNKNOWN))
        (again,) = checker.check("stdin", text).sentences
        assert again.verdict == one(quarry, draft).verdict


def test_what_is_no_draft(quarry: Case) -> None:
    with pytest.raises(Unreadable):
        checked(quarry, "")
    with pytest.raises((NothingUsable, Unreadable)):
        checked(quarry, " \n \n")


def test_what_is_no_date_and_no_folder(quarry: Case, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no date"):
        checked(quarry, "A wall fell.", date="soon")
    with pytest.raises(UsageError, match="No document"):
        checked(quarry, "A wall fell.", primary=str(tmp_path))


def test_a_case_that_is_not_built_to_its_end(tmp_path: Path, pile: Path) -> None:
    case = build([str(pile)], tmp_path / "case", until="lineage", workers=1)
    with pytest.raises(CaseError, match="who said what"):
        checked(case, "A wall fell.")
