"""Weights of `stemma.text.starts`: whether a sentence starts at a capital without an end mark before it.

    python -m training.starts [--gold ../shared/gold/train] [--own training/own] [--out FILE]

Paragraphs of open treebanks and of our own text are damaged as pages are: headlines are glued to their
text, end marks are lost, sentences are cut, abbreviations stand where sentences end. A log-linear model
with an L2 penalty is fitted to all places that the splitter asks about (L-BFGS); features that weigh
next to nothing are dropped. The same input gives the same weights.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from pathlib import Path

import numpy as np
from scipy import sparse
from scipy.optimize import minimize
from training.damage import Damage, Marked, together
from training.data import Sample, read_names, read_trees, read_wikigold

from stemma.measure.conll import Sentence, read_conll
from stemma.reader.tokens import cut_words
from stemma.text.abbreviations import may_end
from stemma.text.starts import Look, Model, Place, gaps, goes_on, linked

OUT = Path(__file__).parents[1] / "src/stemma/text/starts.json"
TREEBANKS = ("ud_ewt/en_ewt-ud-train.conllu", "gum_open/en_gum_open-train.conllu")

PENALTY = 6.0
RAREST = 6  # a feature seen less often is not learnt
SMALLEST = 0.05  # a weight below is dropped
ROUNDS = 3  # times that each paragraph is damaged
PROUD = 0.1  # share of a word's capitals inside sentences, from which on names are made of it
NEWS = 3  # more times for news
OURS = 4  # weight of our damaged paragraphs

_KINDS = {
    "VBZ": "v", "VBD": "v", "VBP": "V", "VB": "V", "MD": "a", "VBG": "g", "VBN": "e", "JJ": "j",
    "JJR": "j", "JJS": "j", "RB": "r", "RBR": "r", "RBS": "r", "DT": "d", "PDT": "d", "PRP$": "m",
    "IN": "p", "CC": "c", "WDT": "w", "WP": "w", "WRB": "w", "WP$": "w", "PRP": "o", "TO": "t",
    "CD": "u", "NN": "n", "NNS": "S", "RP": "p", "EX": "o", "UH": "h",
}  # fmt: skip
_AUXILIARIES = (
    "is are was were be been has have had do does did will would can could may might must should "
    "isn't wasn't aren't don't doesn't didn't won't hasn't haven't hadn't wouldn't can't cannot couldn't "
    "weren't"
).split()
_DATES = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "january february march april june july august september october november december jan feb mar apr "
    "jun jul aug sep sept oct nov dec"
).split()


def asked(marked: Marked) -> Iterator[tuple[Place, bool]]:
    """The places that the splitter asks about, with the truth; what comes before them is split right."""
    text, bounds = marked.text, [*sorted(marked.starts), len(marked.text)]
    first = True
    for start, end in pairwise(bounds):
        found = [
            Place(start, first, *span)
            for span in gaps(text, start, end + 1)
            if span[0] > start and not goes_on(text, *span)
        ]
        found += [Place(start, first, *span) for span in _abbreviations(text, start, end)]
        for place in sorted(found, key=lambda place: place.at):
            if place.at > start:
                yield place, place.at in marked.starts
        ended = re.search(r"(\S*?)[.?!]+[\"')\]]*\s*$", text[max(end - 30, start) : end])
        first = first and not (ended and not may_end(ended[1]))


def _abbreviations(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in re.finditer(
        r"(?<=\s)[\"'(]*([\w.]+)\.[\"')]*(\s+)(?=[\"'(]?[A-Z])", text[start : end + 1]
    ):
        if may_end(match[1]):
            yield start + match.start(2), start + match.end(2)


# -- what is read -----------------------------------------------------------------------------------


def texts(gold: Path, own: Path, leave_out: str) -> list[Marked]:
    """All that is trained on, damaged."""
    trees = [
        s for name in TREEBANKS for s in read_conll(gold / name) if not re.search(leave_out, s.doc)
    ]
    damage = Damage(_headlines(own), {sentence.text: sentence for sentence in trees}, seed=1)
    written = [
        (doc, [sentence.text for sentence in inside])
        for (doc, _), inside in groupby(trees, key=lambda sentence: (sentence.doc, sentence.par))
    ]
    others = [*_threes(_wikigold(gold)), *_threes(_wikinews(gold)), *_threes(_ours(own)) * 2]
    found = [damage(par) for par in [*(par for _, par in written), *others] * ROUNDS]
    found += [damage(par) for doc, par in written * NEWS if "_news_" in doc]
    return found + splits(own) * OURS


def splits(own: Path) -> list[Marked]:
    """Our damaged paragraphs, less the fifth that is held back."""
    lines = (own / "splits.txt").read_text(encoding="utf-8").splitlines()
    return [together(line.split("⏎"), "") for number, line in enumerate(lines) if number % 5 != 4]


def _headlines(own: Path) -> list[str]:
    return [_shown(one) for one in read_trees(own / "headlines.txt", "h") if not _held_back(one)]


def _ours(own: Path) -> list[str]:
    names = read_names(own / "names.txt", cut_words, "n")
    quotes = read_trees(own / "quotes.txt", "q")
    return [one.text or _shown(one) for one in (*names, *quotes) if not _held_back(one)]


def _held_back(sample: Sample) -> bool:
    return int(sample.id.rsplit("-", 1)[1]) % 5 == 0


def _shown(sample: Sample) -> str:
    pairs = zip(sample.words, sample.spaced, strict=True)
    return "".join(word + " " * spaced for word, spaced in pairs).strip()


def _wikigold(gold: Path) -> list[str]:
    found = [_spaced(one.words) for one in read_wikigold(gold / "wikigold/wikigold.conll.txt")]
    return [text for text in found if re.search(r"[.?!]\"?$", text)]


def _wikinews(gold: Path) -> list[str]:
    found: dict[str, None] = {}
    for path in sorted((gold / "qasrl_gs").glob("wikinews.*.full.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found |= {
                _spaced(row["sentence"].split()): None
                for row in csv.DictReader(file)
                if row.get("sentence")
            }
    return [text for text in found if re.search(r"[.?!]\"?$", text)]


def _spaced(words: Iterable[str]) -> str:
    """Words of a corpus that keeps no white space, as they are printed."""
    text = " ".join(words).replace("``", '"').replace("''", '"')
    text = re.sub(r" ([.,;:!?)%]|'(?:s|re|ve|ll|d|m)\b|n't\b)", r"\1", text)
    return re.sub(r'" (.*?) "', r'"\1"', text.replace("( ", "("))


def _threes(sentences: list[str]) -> list[list[str]]:
    return [sentences[at : at + 3] for at in range(0, len(sentences), 3)]


# -- what words are -----------------------------------------------------------------------------------


def lexicon(gold: Path) -> Model:
    """The kind of each word that is mostly written low, the words of names, and the frequent words."""
    tags: dict[str, Counter[str]] = defaultdict(Counter)
    cases: dict[str, Counter[bool]] = defaultdict(Counter)
    for name in TREEBANKS:
        for sentence in read_conll(gold / name):
            _count(sentence, tags, cases)
    kinds = {
        word: _kind(word, found) for word, found in tags.items() if _common(found, cases[word])
    }
    kinds = {word: kind for word, kind in kinds.items() if kind}
    frequent = frozenset(word for word in kinds if tags[word].total() >= 40)
    proud = frozenset(
        word for word in kinds if cases[word][True] > PROUD * max(cases[word].total(), 1)
    )
    kinds |= dict.fromkeys(_AUXILIARIES, "a") | dict.fromkeys(_DATES, "D") | {"i": "I", "that": "q"}
    return Model(kinds, proud, frequent, {}, 0.0)


def _count(
    sentence: Sentence, tags: dict[str, Counter[str]], cases: dict[str, Counter[bool]]
) -> None:
    words = [word.text for word in sentence.words]
    loud = sum(word[:1].isupper() for word in words) > len(words) / 2
    for number, (word, tag) in enumerate(zip(words, sentence.columns["xpos"], strict=True)):
        if not re.fullmatch(r"[A-Za-z][A-Za-z'.-]*", word):
            continue
        tags[word.lower()][tag] += 1
        begins = number == 0 or words[number - 1] in ('"', "-", ".", ":", "(", "'", "?", "!")
        if not loud and (word[0].islower() or not begins):
            cases[word.lower()][word[0].isupper()] += 1


def _common(tags: Counter[str], case: Counter[bool]) -> bool:
    names = tags["NNP"] + tags["NNPS"]
    return tags.total() >= 3 and names <= tags.total() / 2 and case[True] <= case.total() / 2


def _kind(word: str, tags: Counter[str]) -> str:
    known = {tag: count for tag, count in tags.items() if tag in _KINDS}
    if not known:
        return ""
    if min(tags["NNS"], tags["VBZ"]) > 0.1 * tags.total():
        return "Z"  # `plans`
    if tags["VBD"] and tags["VBN"]:
        return "e" if tags["VBN"] >= tags["VBD"] else "E"
    return _KINDS[max(known, key=lambda tag: (known[tag], tag))]


# -- weights -----------------------------------------------------------------------------------------


def fit(marked: Iterable[Marked], bare: Model) -> Model:
    """The model that fits best."""
    seen: list[tuple[list[str], list[str]]] = []
    truth: list[bool] = []
    for one in marked:
        for place, true in asked(one):
            if linked(one.text, place, bare):
                continue
            look = Look(one.text, place, bare)
            seen.append((look.near(), look.far()))
            truth.append(true)
    counts = Counter(feature for near, far in seen for feature in (*near, *far))
    names = sorted(feature for feature, count in counts.items() if count >= RAREST)
    found = _minimum(_matrix(seen, names), np.array(truth, float))
    weights = {
        n: round(float(w), 2) for n, w in zip(names, found, strict=True) if abs(w) >= SMALLEST
    }
    print(
        f"{len(truth)} places, {sum(truth)} starts, {len(weights)} of {len(counts)} features kept"
    )
    return bare._replace(weights=weights, floor=_floor(seen, truth, weights))


def _matrix(seen: list[tuple[list[str], list[str]]], names: list[str]) -> sparse.csr_matrix:
    index = {name: number for number, name in enumerate(names)}
    rows = [[index[f] for f in (*near, *far) if f in index] for near, far in seen]
    pointers = np.cumsum([0, *map(len, rows)])
    flat = np.array([column for row in rows for column in row])
    return sparse.csr_matrix((np.ones(len(flat)), flat, pointers), (len(rows), len(names)))


def _minimum(matrix: sparse.csr_matrix, truth: np.ndarray) -> np.ndarray:
    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = matrix @ weights
        error = 1 / (1 + np.exp(-odds)) - truth
        value = np.sum(np.logaddexp(0, odds) - truth * odds) + PENALTY / 2 * weights @ weights
        return float(value), matrix.T @ error + PENALTY * weights

    start = np.zeros(matrix.shape[1])
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x


def _floor(
    seen: list[tuple[list[str], list[str]]], truth: list[bool], weights: dict[str, float]
) -> float:
    """The score of what is near below which one start in 200 lies that is found in the end."""
    totals = [
        (sum(weights.get(f, 0.0) for f in near), sum(weights.get(f, 0.0) for f in far))
        for near, far in seen
    ]
    found = sorted(
        near for (near, far), true in zip(totals, truth, strict=True) if true and near + far > 0
    )
    return round(found[len(found) // 200], 2) if found else 0.0


def main() -> None:
    """Trains and writes."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--gold", type=Path, default=Path("../shared/gold/train"))
    given.add_argument("--own", type=Path, default=Path("training/own"))
    given.add_argument("--out", type=Path, default=OUT)
    given.add_argument("--leave-out", default="(?!)", help="documents of a treebank not to be read")
    options = given.parse_args()
    found = fit(texts(options.gold, options.own, options.leave_out), lexicon(options.gold))
    words: dict[str, list[str]] = defaultdict(list)
    for word, kind in sorted(found.kinds.items()):
        words[kind].append(word)
    shown = {
        "kinds": {kind: " ".join(inside) for kind, inside in sorted(words.items())},
        "proud": " ".join(sorted(found.proud)),
        "frequent": " ".join(sorted(found.frequent)),
        "floor": found.floor,
        "weights": dict(sorted(found.weights.items())),
    }  # fmt: skip
    options.out.write_text(json.dumps(shown, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
