"""The machine that writes other words, from a list that is the farm's own."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from random import Random

from benchmarks.farm.passage import Passage

# Seen in a quarter of spun pages, so it happens, but less than in running text.
SHARE_IN_QUOTES = 0.4
_MARK = re.compile('["“”]')


class SwapList:
    """Phrases and what is written in their place."""

    def __init__(self, table: dict[str, list[str]]) -> None:
        """``table`` maps each phrase to one or more replacements."""
        self.table = table
        raised = {key[0].upper() + key[1:]: values for key, values in table.items()}
        self._raised = {key: values for key, values in raised.items() if key not in table}
        phrases = sorted([*self.table, *self._raised], key=lambda phrase: (-len(phrase), phrase))
        either = "|".join(re.escape(phrase) for phrase in phrases)
        self._pattern = re.compile(rf"(?<![\w.-])(?:{either})(?![\w-])")

    def apply(self, passage: Passage, share: float, rng: Random) -> None:
        """Swap about ``share`` of the swappable places, fewer inside quotation marks."""
        shift = 0
        original = passage.text
        for match in self._pattern.finditer(original):
            quoted = len(_MARK.findall(original, 0, match.start())) % 2 == 1
            if rng.random() >= share * (SHARE_IN_QUOTES if quoted else 1):
                continue
            after = self._replacement(original, match, rng)
            if after is not None:
                start, end = match.start() + shift, match.end() + shift
                passage.edit("swap", start, end, after)
                shift += len(after) - (end - start)

    def _replacement(self, text: str, match: re.Match[str], rng: Random) -> str | None:
        found = match.group()
        if found in self.table:
            return rng.choice(self.table[found])
        # A capital in mid-sentence is part of a name, which the machine leaves alone.
        if match.start() > 0 and not _MARK.match(text, match.start() - 1):
            return None
        after = rng.choice(self._raised[found])
        return after[0].upper() + after[1:]


def load_swaps(path: Path) -> SwapList:
    """Read the list; its sections are for the human reader only."""
    sections = tomllib.loads(path.read_text(encoding="utf-8"))
    table: dict[str, list[str]] = {}
    for section in sections.values():
        for phrase, given in section.items():
            table[phrase] = [given] if isinstance(given, str) else list(given)
    return SwapList(table)
