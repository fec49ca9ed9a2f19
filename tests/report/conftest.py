"""Small piles, written here, whose reports are known beforehand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from stemma.case import Case
from stemma.flow import build

Build = Callable[..., Case]

FIRE = (
    "A fire at the paper mill in Tarn killed 14 workers and injured dozens more on Tuesday, "
    "the provincial fire service said after searching the burnt drying hall."
)
OTHER_FIRE = FIRE.replace("14 workers", "41 workers")
TALKS = (
    "The owners of the mill had promised to replace its wiring before the summer, according to "
    "letters that the union handed to reporters outside the gates."
)
BRIDGE = (
    "Engineers reopened the old bridge over the Sill to cyclists after nine months of slow and "
    "costly repairs to its northern pier."
)
NASTY = (
    'He wrote <script>alert(1)</script> & <img src=x onerror="alert(2)"> on the **wall** of '
    "http://evil.example/ and [left](http://evil.example) \u202ethrough a | side door."
)


@pytest.fixture
def pile(tmp_path: Path) -> Build:
    """Builds a case from file name -> text."""

    def make(**texts: str) -> Case:
        folder = tmp_path / "pile"
        folder.mkdir()
        for name, text in texts.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        return build([str(folder)], tmp_path / "case")

    return make


@pytest.fixture
def fires(pile: Build) -> Case:
    """Three pages with one sentence, of which the last has another number; one carries markup."""
    return pile(
        agency=f"Mill fire kills 14\n\nTARN (AP) - {FIRE}\n\n{TALKS}\n",
        copied=f"Deadly blaze at mill\n\n{FIRE}\n\n{NASTY}\n\nComments\n",
        changed=f"Mill burns in Tarn\n\n{OTHER_FIRE}\n\n{TALKS}\n",
    )
