"""A case as a page to read, one HTML file that asks nothing of the network or Markdown; and a checked
draft."""

from stemma.report.check_text import check_markdown, check_rows, check_text
from stemma.report.html import render_check, render_html
from stemma.report.markdown import render_markdown

__all__ = [
    "check_markdown", "check_rows", "check_text", "render_check", "render_html", "render_markdown",
]  # fmt: skip
