"""What several tests use: the pile in `golden/pile`, built once, and the option that rewrites golden."""

from pathlib import Path

import pytest

from stemma.case import Case
from stemma.flow import build

GOLDEN = Path(__file__).parent / "golden"
CORRECTION = """
[[article]]
article = "3-daily-gull.txt"
published = 2019-03-07
why = "the page's own archive"
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--rewrite-golden`: writes the golden files anew instead of comparing with them."""
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session")
def pile() -> Path:
    """The folder of six short invented articles in five files."""
    return GOLDEN / "pile"


@pytest.fixture(scope="session")
def anselm(tmp_path_factory: pytest.TempPathFactory, pile: Path) -> Case:
    """The case of that pile, with a correction by hand. Tests only read it."""
    out = tmp_path_factory.mktemp("anselm") / "case"
    Case.create(out).correct(CORRECTION)
    return build([str(pile)], out, workers=1)


QUARRY = {
    "a": """Quarry wall falls in Orvik

ORVIK (TNA) - A wall of the quarry at Orvik fell on Tuesday and killed seven workers, mayor Lena Brask said.

"We have searched every metre of the pit, and we will go on," Brask told reporters.

The company plans to close the quarry on May 3.
""",
    "b": """Seven die at quarry

Seven people died when a wall of the Orvik quarry came down on Tuesday, according to mayor Lena Brask.

Owner Pavel Dorn denied that the wall had been inspected last year.

Inspectors from Lund sent up four drones, which filmed the cracks.
""",
}


@pytest.fixture(scope="session")
def quarry(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A case of two invented reports of one accident, to check drafts against. Tests only read it."""
    folder = tmp_path_factory.mktemp("quarry") / "pile"
    folder.mkdir()
    for name, text in QUARRY.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return build([str(folder)], folder.parent / "case", workers=1)


@pytest.fixture
def nothing_shared(tmp_path: Path) -> Case:
    """A case whose lineage found nothing."""
    folder = tmp_path / "strangers"
    folder.mkdir()
    (folder / "a.txt").write_text("Bridge opens\n\nThe bridge opened on Monday. Nobody came.\n")
    (folder / "b.txt").write_text("Cheese wins\n\nA soft cheese took the gold medal in Lorn.\n")
    return build([str(folder)], tmp_path / "strangers-case", workers=1)
