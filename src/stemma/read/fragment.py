"""HTML that is an article and nothing else (an entry of a feed, a mail, rendered Markdown)."""

from stemma.read.found import Hint
from stemma.read.html import Line, join, render

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def fragment(html: str) -> tuple[str, tuple[Hint, ...]]:
    """Its visible text, a line a block, and what the markup says of the lines."""
    lines = render(html)
    return join(lines), hints(lines)


def hints(lines: list[Line]) -> tuple[Hint, ...]:
    """Headings are headlines, all else is a paragraph."""
    found: list[Hint] = []
    at = 0
    for line in lines:
        tag = line.within[-1] if line.within else "text"
        kind = "headline" if tag in _HEADINGS else "paragraph"
        found.append(Hint(at, at + len(line.text), kind, f"markup: <{tag}>"))
        at += len(line.text) + 2
    return tuple(found)
