"""HTML whose elements lie deeper in one another than the parser's tree goes -> the same, less deep.

Pages by hand and by careless programs never close their tags, so that each paragraph lies in the one
before it. The parser builds a tree of 256 levels and drops without a word what lies below.
"""

import re
from collections.abc import Callable, Mapping

from lxml import etree

_LIMIT = re.compile("excessive depth|huge text node", re.I)
_DEEPEST = 200  # levels that are kept, well below the parser's limit

Attributes = Mapping[str, str]
Stands = Callable[[str, Attributes], bool]


def is_too_deep(parser: etree.HTMLParser) -> bool:
    """Whether a parser dropped a part of the page that it has read, for its depth or its length."""
    # Older versions of the parser have no type of error for it.
    return any(
        error.type_name == "ERR_RESOURCE_LIMIT" or _LIMIT.search(error.message)
        for error in parser.error_log
    )


def flat(text: str, stands: Stands, unseen: Stands) -> str:
    """The page with what lies too deep set side by side. `stands`: whether an element makes a
    difference to the text around it (a block); `unseen`: whether nobody sees what is in it."""
    parser = etree.HTMLParser(target=_Flat(stands, unseen), huge_tree=True)
    root = etree.fromstring(text, parser)
    return str(etree.tostring(root, encoding="unicode", method="html"))


class _Flat:
    """Builds a tree from the parser's events. Beyond the deepest level each element that stands for
    itself ends the one before, and what goes on after it goes on in a new one."""

    def __init__(self, stands: Stands, unseen: Stands) -> None:
        self._stands, self._unseen = stands, unseen
        self._builder = etree.TreeBuilder()
        # Open elements, and for those too deep whether they stand for themselves.
        self._open: list[tuple[str, Attributes, bool]] = []

    def start(self, tag: str, attributes: Attributes) -> None:
        deep = len(self._open) >= _DEEPEST
        if deep and self._unseen(*self._open[-1][:2]):
            attributes = {**attributes, "hidden": ""}
        stands = not deep or self._stands(tag, attributes) or self._unseen(tag, attributes)
        stands = stands and not (self._open and tag == "html")
        if not stands:
            tag, attributes = self._open[-1][:2]
        elif deep:
            self._builder.end(self._open[-1][0])
        self._open.append((tag, attributes, stands))
        if stands:
            self._builder.start(tag, dict(attributes))

    def end(self, tag: str) -> None:
        if len(self._open) < 2:
            return  # what stands behind the end of a page belongs to it
        tag, _, stands = self._open.pop()
        if stands:
            self._builder.end(tag)
            if len(self._open) >= _DEEPEST:
                again, attributes, _ = self._open[-1]
                self._builder.start(again, dict(attributes))

    def data(self, text: str) -> None:
        if self._open:
            self._builder.data(text)

    def close(self) -> etree._Element:
        while len(self._open) > 1:
            self.end(self._open[-1][0])
        for tag, *_ in self._open:
            self._builder.end(tag)
        return self._builder.close()
