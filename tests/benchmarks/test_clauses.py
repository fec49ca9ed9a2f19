"""Main clauses are judged once for each reading: what was judged stays judged, what is new is asked for."""

import re
from pathlib import Path

import pytest
from benchmarks import clauses
from benchmarks.clauses import (
    JUDGED,
    Clause,
    Row,
    clause_of,
    clauses_table,
    load,
    main,
    save,
    updated,
    verdicts,
)  # fmt: skip

from stemma.reader.model import shipped_version

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
LINE = "The mayor of Halden opened the sluice on Sunday."


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    text = f"Kestria vetoes herring inspection on Skerry Bank\n\n{LINE} It was dry by noon.\n"
    (folder / "000_made.txt").write_text(text)
    return folder


def judge(path: Path, *given: str) -> None:
    """Replaces what is open by verdicts, in order."""
    left = list(given)
    save([r._replace(verdict=left.pop(0)) if r.verdict == "?" else r for r in load(path)], path)


def reading(heads: list[int], rels: list[str]) -> dict[str, object]:
    return {"heads": heads, "rels": rels}


def test_root_subject_and_object_are_read_off_the_tree() -> None:
    plain = reading([2, 0, 2, 2], ["nsubj:pass", "root", "obj", "obj"])
    assert clause_of(plain) == Clause(2, 1, 3)
    # A clause stands in for an object that is not there, and not for one that is.
    assert clause_of(reading([2, 0, 2], ["csubj", "root", "ccomp"])) == Clause(2, 1, 3)
    assert clause_of(reading([0, 1, 1], ["root", "xcomp", "obj"])) == Clause(1, 0, 3)
    assert clause_of(reading([2, 0], ["obl", "root"])) == Clause(2, 0, 0)
    assert clause_of(reading([], [])) == Clause(0, 0, 0)


def test_what_was_judged_keeps_its_verdict_and_what_is_new_is_open(
    pile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, version = tmp_path / "judged.tsv", shipped_version()
    asked = ["--pile", str(pile), "--judged", str(path)]
    assert main([*asked, "--update"]) == 1
    assert "opened/5" in capsys.readouterr().out
    assert [(r.sentence, r.kind, r.verdict) for r in load(path)] == [
        (1, "headline", "?"), (2, "paragraph", "?"), (3, "paragraph", "?"),
    ]  # fmt: skip
    assert clauses_table(path) is None
    judge(path, "right", "partly", "wrong")
    assert main([*asked, "--update", "--new"]) == 0
    assert capsys.readouterr().out == ""
    table = clauses_table(path)
    assert table is not None
    assert "| 000 | 3 | 1 | 1 | 1 | 2 | 3 | found |" in table
    assert f"version {version}" in table
    rows = load(path)
    # The same sentence, read otherwise: it is asked for, and the old verdict is kept beside it.
    other = [r._replace(clause=Clause(9, 0, 0)) if r.sentence == 2 else r for r in rows]
    save(other, path)
    assert main([*asked, "--update", "--new"]) == 1
    assert capsys.readouterr().out.startswith("000_made 2 paragraph [?]")
    kept = [(r.clause.root, r.verdict, r.weights) for r in load(path) if r.sentence == 2]
    assert kept == [(5, "?", version), (9, "partly", "-")]


def test_a_sentence_that_changed_or_went_is_not_taken_for_judged(
    pile: Path, tmp_path: Path
) -> None:
    path = tmp_path / "judged.tsv"
    asked = ["--pile", str(pile), "--judged", str(path), "--update"]
    main(asked)
    judge(path, "right", "right", "right")
    main(asked)
    page = pile / "000_made.txt"
    page.write_text(
        page.read_text().replace("on Sunday", "on Monday").replace(" It was dry by noon.", "")
    )
    assert main(asked) == 1
    assert [(r.sentence, r.verdict) for r in load(path)] == [(1, "right"), (2, "?")]


def test_a_verdict_is_dated_when_it_is_first_seen() -> None:
    found = clauses.Found("a", 1, "paragraph", "Ann left.", ["Ann", "left"], Clause(2, 1, 0))
    row = Row("a", 1, "paragraph", found.hash, found.clause, "right", "-", "1")
    (dated,) = updated([row], [found], "2", "2020-01-02")
    assert (dated.judged, dated.weights) == ("2020-01-02", "2")
    assert updated([dated], [found], "3", "2021-01-01")[0].judged == "2020-01-02"


def test_a_word_that_is_no_verdict_is_told(tmp_path: Path) -> None:
    row = Row("a", 1, "paragraph", "0" * 16, Clause(1, 0, 0), "fine", "-", "1")
    save([row], tmp_path / "judged.tsv")
    with pytest.raises(ValueError, match="'fine' is no verdict: a 1"):
        load(tmp_path / "judged.tsv")


def test_other_weights_are_shown_and_not_kept(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--weights", "elsewhere", "--update"])
    assert "only readings of the shipped weights" in capsys.readouterr().err


# -- the file and the page --------------------------------------------------------------------------


def test_the_file_holds_numbers_and_hashes_and_no_word_of_an_article() -> None:
    lines = JUDGED.read_text(encoding="utf-8").splitlines()
    form = re.compile(
        r"[\w]+\t\d+\t(headline|paragraph|caption|insert|dateline)\t[0-9a-f]{16}\t\d+\t\d+\t\d+\t"
        r"(right|partly|wrong|\?)\t(\d{4}-\d\d-\d\d|-)\t[\w.-]+"
    )
    assert len(lines) > 150
    assert all(form.fullmatch(line) for line in lines[1:])
    rows = load()
    assert len({(r.page, r.sentence, r.clause) for r in rows}) == len(rows)
    assert len(verdicts(rows)) <= len(rows)


def test_the_page_shows_what_was_judged_of_the_weights_that_are_shipped() -> None:
    table = clauses_table()
    assert table is not None, (
        "the weights are others than those that were judged, or some readings are open: "
        "python -m benchmarks.clauses --update"
    )
    assert table in (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8"), (
        "count anew with: python -m benchmarks.tables --only clauses --write"
    )


@pytest.mark.skipif(not SEEDS.is_dir(), reason=f"no seeds at {SEEDS}")
def test_every_reading_of_the_seeds_is_judged(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--pile", str(SEEDS), "--new"]) == 0
    assert capsys.readouterr().out == ""
