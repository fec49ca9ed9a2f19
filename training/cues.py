"""Which words report in our own text with attributions: the list that the quotes go by.

python -m training.cues [--own training/own/attributions] [--out src/stemma/text/cues.txt]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from training.attributions import Paragraph, documents

from stemma.reader.model import OnnxReader
from stemma.text.sentences import split_sentences

_TAGS = ("VERB", "NOUN", "ADJ", "ADV", "PROPN")


def lemmas(paragraph: Paragraph, reader: OnnxReader) -> Iterator[str]:
    """The lemmas of the words of content in the cues of a paragraph."""
    cues = [p for parts in paragraph.attributions.values() for p in parts if p.part == "C"]
    cuts = split_sentences(paragraph.text)
    read = reader.read([paragraph.text[cut.start : cut.end] for cut in cuts])
    for cut, row in zip(cuts, read.iter_rows(named=True), strict=True):
        for tag, lemma, start, end in zip(
            row["upos"], row["lemmas"], row["starts"], row["ends"], strict=True
        ):
            at, to = start + cut.start, end + cut.start
            if tag in _TAGS and any(c.start <= at and to <= c.end for c in cues):
                yield lemma.casefold()


def main() -> None:
    """Writes a lemma a line."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--own", type=Path, default=Path("training/own/attributions"))
    given.add_argument("--out", type=Path, default=Path("src/stemma/text/cues.txt"))
    options = given.parse_args()
    reader = OnnxReader()
    found = {
        lemma
        for path in sorted(options.own.glob("*.txt"))
        for document in documents(path)
        for paragraph in document
        for lemma in lemmas(paragraph, reader)
    }
    options.out.write_text("\n".join(sorted(found)) + "\n", encoding="utf-8")
    print(f"{len(found)} lemmas")


if __name__ == "__main__":
    main()
