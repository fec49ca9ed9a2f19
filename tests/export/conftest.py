"""Cases whose lineage is rich: the bundled pile, the farm's chains of copies, and the seeds."""

from pathlib import Path

import pytest
from benchmarks.farm.cli import main as farm
from tests.strategies import SEEDS, needs_seeds

from stemma.case import Case
from stemma.export.rows import Rows, load
from stemma.flow import build

EXAMPLE = Path(__file__).parents[2] / "examples" / "farm" / "articles"


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The bundled pile, as far as its stories."""
    out = tmp_path_factory.mktemp("example") / "case"
    return build([str(EXAMPLE)], out, workers=1, until="stories")


@pytest.fixture(scope="session")
def chains(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A pile of the farm in which pages copy from pages."""
    folder = tmp_path_factory.mktemp("chains")
    farm(["--articles", "24", "--seed", "3", "--chain", "0.4", "--out", str(folder / "pile")])
    return build([str(folder / "pile" / "articles")], folder / "case", workers=1, until="stories")


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The five seeds."""
    out = tmp_path_factory.mktemp("seeds") / "case"
    return build([str(SEEDS)], out, workers=1, until="stories")


@pytest.fixture(params=["example", "chains", "anselm", pytest.param("seeds", marks=needs_seeds)])
def case(request: pytest.FixtureRequest) -> Case:
    """Each of the cases in turn."""
    found: Case = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def rows(case: Case) -> Rows:
    """What the exports read of it."""
    return load(case)
