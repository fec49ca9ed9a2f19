"""The lemmas that mend those of the model: of open treebanks, written to ``lemmas.txt`` beside the weights.

    PYTHONPATH=src:. python -m training.lemmas --gold ../shared/gold --version 3.1

From the training parts of UD English EWT and GUM (`ud_ewt`, `gum_open`): every lemma of a verb, noun or
adjective, and the forms whose lemma none of the rules of `stemma.reader.lemmas` finds and that have one lemma
nearly always.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from stemma.measure.conll import read_conll
from stemma.reader.lemmas import bases

OUT = Path(__file__).parents[1] / "src" / "stemma" / "reader" / "weights"
FILES = ("ud_ewt/en_ewt-ud-train.conllu", "gum_open/en_gum_open-train.conllu")
OPEN = ("VERB", "NOUN", "ADJ", "AUX")
NEARLY_ALWAYS = 0.8
NAME = "lemmas.txt"


def lemmas(gold: Path) -> Iterator[str]:
    """The lines of the file."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for name in FILES:
        for sentence in read_conll(gold / "train" / name):
            columns = (sentence.columns[name] for name in ("form", "upos", "lemma"))
            for form, upos, lemma in zip(*columns, strict=True):
                # In capitals stand the adjectives of names, too.
                if upos in OPEN and form.isascii() and form.isalpha() and form.islower():
                    found[form, upos][lemma.casefold()] += 1
    known = {lemma for of in found.values() for lemma in of if lemma.isalpha()}
    yield from sorted(known)
    for (form, upos), of in sorted(found.items()):
        lemma, count = min(of.items(), key=lambda item: (-item[1], item[0]))
        first = (
            form if form in known else next((base for base in bases(form) if base in known), form)
        )
        if lemma != first and count >= NEARLY_ALWAYS * of.total():
            yield f"{form}\t{upos}\t{lemma}"


def main() -> None:
    """Write the file, and its hash and the version into the list of the weights."""
    given = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    given.add_argument("--gold", type=Path, required=True)
    given.add_argument("--out", type=Path, default=OUT)
    given.add_argument("--version", required=True)
    options = given.parse_args()
    text = "\n".join(lemmas(options.gold)) + "\n"
    (options.out / NAME).write_text(text, encoding="utf-8")
    listed = json.loads((options.out / "model.json").read_text(encoding="utf-8"))
    listed["version"] = options.version
    listed["sha256"][NAME] = hashlib.sha256(text.encode("utf-8")).hexdigest()
    (options.out / "model.json").write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")
    print(f"{len(text.splitlines())} lines, {len(text) / 1e3:.0f} KB")


if __name__ == "__main__":
    main()
