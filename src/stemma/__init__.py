"""stemma: many tellings in, one sourced account out.

    from stemma import build, Case
    case = build(["pile/"], "case")
    case.table("statements")

Heavy modules are imported when a name is first used, so that `import stemma` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from stemma.annotate import annotate
    from stemma.case import Case
    from stemma.checking import check_draft
    from stemma.compare import compare
    from stemma.errors import StemmaError
    from stemma.explain import explain
    from stemma.export import export
    from stemma.flow import build, remove
    from stemma.measure import measure
    from stemma.report import render_html, render_markdown
    from stemma.search import search

__version__ = "0.1.0"

_HOMES = {
    "Case": "stemma.case",
    "StemmaError": "stemma.errors",
    "annotate": "stemma.annotate",
    "build": "stemma.flow",
    "check_draft": "stemma.checking",
    "compare": "stemma.compare",
    "explain": "stemma.explain",
    "export": "stemma.export",
    "measure": "stemma.measure",
    "remove": "stemma.flow",
    "render_html": "stemma.report",
    "render_markdown": "stemma.report",
    "search": "stemma.search",
}

__all__ = [
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


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'stemma' has no attribute '{name}'")
