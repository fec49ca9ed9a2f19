"""How usual words are in running text: the list by which lineage tells what rather replaces another word.

python -m training.usual [--wordnet /usr/share/wordnet] [--out src/stemma/text/usual.txt]

WordNet counts how often each sense of a lemma stands in texts of many kinds that were read by hand. A line
of the list is a number of bits, the logarithm of such a count, and the lemmas that have it. Names are left
out, with those of peoples, and so are words that were counted less than `_FEWEST` times: a word that is in
no line is rare.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from math import log2
from pathlib import Path

from training.wordnet import FOLDER, WordNet

from stemma.text.countries import nations

_FEWEST = 3
_INSTANCE = frozenset(("@i",))  # `London` is one town, and a word for no other


def counted(net: WordNet) -> Counter[str]:
    """Lemma of one word that is no name -> how often it was counted, whatever it meant."""
    found: Counter[str] = Counter()
    for (lemma, pos), times in net.counts.items():
        is_name = all(net.to(key, _INSTANCE) for key in net.of[lemma, pos])
        if lemma.isalpha() and not is_name and (lemma,) not in nations():
            found[lemma] += sum(times)
    return found


def main() -> None:
    """Writes the list, the rarest words first."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--wordnet", type=Path, default=FOLDER)
    given.add_argument("--out", type=Path, default=Path("src/stemma/text/usual.txt"))
    options = given.parse_args()
    net = WordNet.read(options.wordnet)
    lines: dict[float, list[str]] = defaultdict(list)
    for lemma, times in sorted(counted(net).items()):
        if times >= _FEWEST:
            lines[round(2 * log2(times + 2)) / 2].append(lemma)
    rows = (f"{bits} {' '.join(words)}" for bits, words in sorted(lines.items()))
    options.out.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{sum(map(len, lines.values()))} lemmas")


if __name__ == "__main__":
    main()
