"""A case as a page to read: one HTML file that asks nothing of the network, or Markdown."""

from stemma.report.html import render_html
from stemma.report.markdown import render_markdown

__all__ = ["render_html", "render_markdown"]
