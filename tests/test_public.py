"""The public surface: few names, listed, each with a docstring, imported only when used."""

import subprocess
import sys

import pytest

import stemma

PUBLIC = [
    "Case",
    "StemmaError",
    "annotate",
    "build",
    "check_draft",
    "compare",
    "explain",
    "export",
    "measure",
    "remove",
    "render_html",
    "render_markdown",
    "search",
]


def test_the_public_names_are_these() -> None:
    assert stemma.__all__ == PUBLIC


@pytest.mark.parametrize("name", PUBLIC)
def test_each_name_imports_and_is_documented(name: str) -> None:
    assert getattr(stemma, name).__doc__
    scope: dict[str, object] = {}
    exec(f"from stemma import {name}", scope)
    assert scope[name] is getattr(stemma, name)


def test_a_name_that_is_none() -> None:
    with pytest.raises(AttributeError, match="no attribute 'dinner'"):
        stemma.dinner  # noqa: B018


def test_the_version_is_one() -> None:
    assert all(part.isdigit() for part in stemma.__version__.split(".")[:2])


def test_importing_it_costs_nothing() -> None:
    code = "import sys, stemma; print({'polars', 'numpy', 'scipy', 'lxml'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"
