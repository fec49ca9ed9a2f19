"""What a farm does to quotation marks: where the comma goes, which way they curl."""

from __future__ import annotations

import re
from random import Random

from benchmarks.farm.passage import Passage

_STOP_INSIDE = re.compile(r'([.,])"')


def comma_out(passage: Passage) -> None:
    """Move comma and full stop outside the closing mark, as four in five spun pages do."""
    for match in _STOP_INSIDE.finditer(passage.text):
        start, end = match.span()
        passage.edit("comma_out", start, end, '"' + match.group(1))


def curl(passage: Passage, glued: bool, wrong_share: float, rng: Random) -> None:
    """Curl straight marks; one glued to the text before it turns the wrong way.

    ``wrong_share`` of the others turn the wrong way too.
    """
    opening = True
    for place, mark in enumerate(passage.text):
        if mark == "'":
            passage.edit("quote_style", place, place + 1, "’")
        elif mark == '"':
            wrong = (glued and place == 0) or rng.random() < wrong_share
            op = "quote_direction" if wrong else "quote_style"
            passage.edit(op, place, place + 1, "“" if opening != wrong else "”")
            opening = not opening
