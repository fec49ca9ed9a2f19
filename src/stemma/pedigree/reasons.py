"""The reasons that lineage gives -> the words of users: pages in place of ids."""

import re
from collections.abc import Callable

_ARCHETYPE = re.compile(r"\barchetype-a[0-9a-f]{12}-\d+-\d+\b")
_WITNESS = re.compile(r"\bwitness-(a[0-9a-f]{12})-\d+-\d+\b")
_ADDED = re.compile(r"(«[^«»]*») for «—»")


def in_words(how: str, name: Callable[[str], str]) -> str:
    """`name`: article -> what it is called. What is put in or left out is said, not drawn."""
    how = _WITNESS.sub(lambda found: name(found[1]), _ARCHETYPE.sub("the likely original", how))
    return _ADDED.sub(r"\1 added", how).replace("«—»", "nothing")
