"""Small piles, written here, whose reports are known beforehand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.pedigree.families import BASE as SENTENCE
from tests.pedigree.families import FAMILY, Records, article, records

from stemma.case import Case
from stemma.flow import build
from stemma.model import Article, Swap
from stemma.report.rows import Rows
from stemma.report.shown import Shown, choose

Build = Callable[..., Case]
Told = Callable[..., Shown]

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


@pytest.fixture
def told() -> Told:
    """What is shown of one family that is made by hand: `records`, and `swaps` seen in it."""

    def make(*given: object, swaps: tuple[Swap, ...] = (), **named: object) -> Shown:
        return choose(_rows(records(*given, **named), swaps))  # type: ignore[arg-type]

    return make


def _rows(made: Records, swaps: tuple[Swap, ...]) -> Rows:
    letters = [chr(int(w.article_id[1:], 16)) for w in made.witnesses]
    articles = {article(name): _article(name) for name in letters}
    return Rows(
        name="case", path="case", remarks=(), articles=articles,
        order={article(name): at for at, name in enumerate(sorted(set(letters)))},
        sigla={article(name): name for name in letters},
        blocks={}, sentences={}, tags={}, names={}, parts={}, stories={},
        families={FAMILY: made.family}, witnesses={FAMILY: made.witnesses},
        in_article={w.article_id: [w] for w in made.witnesses},
        parallels={FAMILY: made.parallels}, variants={FAMILY: made.variants},
        archetypes={FAMILY: made.archetype} if made.archetype else {},
        copies={FAMILY: made.copies}, exemplars={}, swaps=list(swaps), statements={}, reporters={},
        corrections=[], failures=[], actors={}, sayings={}, rewordings={}, quotes={}, events={},
        moments={}, mentions={}, conflicts={}, figures={}, timexes={}, examined=True,
    )  # fmt: skip


def _article(letter: str) -> Article:
    return Article(
        article(letter), f"{letter}.txt", None, None, None, None, None, "unknown", "en", "",
        "text", None, None, SENTENCE,
    )  # fmt: skip
