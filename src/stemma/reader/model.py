"""The reader that is shipped: one small encoder, run by `onnxruntime`, with its decoding.

One pass over a sentence gives parts of speech, features, lemmas, the dependency tree, names and a
vector. Results do not depend on the batch that a sentence is in, nor on threads.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import polars as pl

from stemma.errors import ReaderError
from stemma.model.told import row_of_told
from stemma.reader.heads import read_apart
from stemma.reader.lemmas import Lexicon, apply_rule, read_lexicon
from stemma.reader.names import allowed, best_labels
from stemma.reader.reading import Reading, Row, frame_of, row_of
from stemma.reader.shapes import shape
from stemma.reader.tokens import Word, cut_words
from stemma.reader.told import told_of
from stemma.reader.tree import best_tree
from stemma.reader.wordpiece import Pieces, WordPiece

_WEIGHTS = "reader.onnx"
_TEXTS = ("labels.json", "vocabulary.txt", "lemmas.txt")
_HEADS = ("upos", "xpos", "feats", "lemma")
LONGEST = 100  # words that are read at once; a longer sentence is read in pieces
_PIECES = 360  # pieces of words that are read at once


class Piece(NamedTuple):
    """What is read at once: the words `first` to before `last` of a sentence."""

    sentence: int
    first: int
    last: int
    cut: Pieces


class OnnxReader:
    """Reads English sentences. Raises ReaderError if the weights are missing or damaged."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder`: other weights than those that are shipped, as `training.export` wrote them."""
        place = folder or _shipped()
        self.labels, vocabulary, self._lexicon, self.version = _load(place)
        self._pieces = WordPiece({piece: number for number, piece in enumerate(vocabulary)})
        # By its path: bytes of ours would be held beside the library's while it reads them.
        with as_file(place.joinpath(_WEIGHTS)) as path:
            self._session = _session(path)
        self._steps = allowed(self.labels["names"])

    def read(self, sentences: Sequence[str]) -> pl.DataFrame:
        """A row for each sentence, in their order, with the columns of `READINGS`."""
        return frame_of(
            read_apart(sentences, lambda parts: self._rows(parts, list(map(cut_words, parts))))
        )

    def read_words(self, sentences: Sequence[str], words: Sequence[Sequence[Word]]) -> pl.DataFrame:
        """The same for sentences that are cut into words already, such as those of a treebank."""
        return frame_of(self._rows(sentences, words))

    def _rows(self, sentences: Sequence[str], words: Sequence[Sequence[Word]]) -> list[Row]:
        shown = [[word.text for word in one] for one in words]
        read = [Reading.empty(one) for one in words]
        pieces = [piece for n, one in enumerate(shown) for piece in self._cut(n, one)]
        for piece in pieces:
            inside = shown[piece.sentence][piece.first : piece.last]
            # One at a time: beside others in a batch, the last digits of its scores would differ.
            found = self._session.run(list(_OUTPUTS), _inputs(piece.cut, inside))
            outputs = {name: one[0] for name, one in zip(_OUTPUTS, found, strict=True)}
            self._take(read[piece.sentence], piece, inside, outputs)
        return [row_of(text, one, self.version) for text, one in zip(sentences, read, strict=True)]

    def _cut(self, sentence: int, words: Sequence[str]) -> Iterator[Piece]:
        start = 0
        while start < len(words):
            end = min(start + LONGEST, len(words))
            cut = self._pieces.pieces(words[start:end])
            while len(cut.ids) > _PIECES and end - start > 1:
                end = start + max((end - start) // 2, 1)
                cut = self._pieces.pieces(words[start:end])
            if end < len(words):
                end = _good_end(words, start, end)
                cut = self._pieces.pieces(words[start:end])
            yield Piece(sentence, start, end, _shortened(cut))
            start = end

    def _take(
        self,
        reading: Reading,
        piece: Piece,
        words: Sequence[str],
        outputs: Mapping[str, np.ndarray],
    ) -> None:
        here = slice(piece.first, piece.last)
        found = {head: outputs[head][1:].tolist() for head in _HEADS}
        for head in ("upos", "xpos", "feats"):
            getattr(reading, head)[here] = [self.labels[head][n] for n in found[head]]
        rules = [self.labels["lemma"][n] for n in found["lemma"]]
        made = map(apply_rule, rules, words)
        reading.lemmas[here] = map(self._lexicon.mended, words, reading.upos[here], made)
        names = best_labels(outputs["names"][1:], self._steps)
        reading.names[here] = [self.labels["names"][n] for n in names]
        heads = best_tree(outputs["arcs"])[1:]
        reading.attach(piece.first, heads.tolist(), self._relations(outputs["rels"], heads))
        told = told_of(outputs["cues"][1:], outputs["told"][1:, 1:])
        reading.told.extend(row_of_told(one, piece.first) for one in told)
        reading.vectors.append((outputs["turned"].mean(axis=0), len(words)))

    def _relations(self, scores: np.ndarray, heads: np.ndarray) -> list[str]:
        """The relation of each word to its head; the root alone is `root`."""
        chosen = scores[np.arange(1, len(scores)), heads].copy()
        root = self.labels["rel"].index("root")
        chosen[:, root] = np.where(heads == 0, np.inf, -np.inf)
        return [self.labels["rel"][n] for n in chosen.argmax(axis=1)]


_OUTPUTS = ("upos", "xpos", "feats", "lemma", "names", "arcs", "rels", "turned", "cues", "told")


def _good_end(words: Sequence[str], start: int, end: int) -> int:
    """Where to part a sentence that is too long: behind the last mark of the piece, else anywhere."""
    for at in range(end - 1, start + (end - start) // 2, -1):
        if words[at] in (";", ",", ":", "--", "–", "—", "-", ".", "!", "?"):
            return at + 1
    return end


def _shortened(cut: Pieces) -> Pieces:
    """A single word of very many pieces is read by its first ones."""
    if len(cut.ids) <= _PIECES + 2:
        return cut
    last = _PIECES
    first, end = ([min(n, last) for n in places] for places in (cut.first, cut.last))
    return Pieces([*cut.ids[: last + 1], cut.ids[-1]], first, end)


def _inputs(cut: Pieces, words: Sequence[str]) -> dict[str, np.ndarray]:
    ids = np.array([cut.ids], dtype=np.int64)
    shapes = np.zeros_like(ids)
    for word, start, end in zip(words, cut.first, cut.last, strict=True):
        shapes[0, start : end + 1] = shape(word)
    first, last = (np.array([[0, *places]], dtype=np.int64) for places in (cut.first, cut.last))
    return {"ids": ids, "shapes": shapes, "mask": np.ones_like(ids), "first": first, "last": last}


def _session(weights: Path) -> Any:
    # Else the library keeps an id of the machine and a queue of events in the user's cache.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # Worker processes share the work; threads would change the last digits of what is summed.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # What one sentence takes is soon asked for again; a store of its own would only grow.
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])


def shipped_version() -> str:
    """The version of the weights that came with the package. Raises ReaderError."""
    return str(_listed(_shipped())["version"])


def _shipped() -> Traversable:
    return files("stemma.reader").joinpath("weights")


def _listed(folder: Traversable) -> dict[str, Any]:
    try:
        text = folder.joinpath("model.json").read_text(encoding="utf-8")
        listed: dict[str, Any] = json.loads(text)
        return {"version": listed["version"], "sha256": listed["sha256"]}
    except (OSError, ValueError, KeyError) as error:
        raise _damaged(f"{type(error).__name__}: {error}.") from error


def _load(folder: Traversable) -> tuple[dict[str, list[str]], list[str], Lexicon, str]:
    """Labels, vocabulary, lemmas and version of a model; all its files are checked by its list of hashes."""
    listed = _listed(folder)
    try:
        for name, digest in listed["sha256"].items():
            if hashlib.sha256(folder.joinpath(name).read_bytes()).hexdigest() != digest:
                raise _damaged(f"'{name}' is not the file that was shipped.")
        texts = [folder.joinpath(name).read_text(encoding="utf-8") for name in _TEXTS]
    except OSError as error:
        raise _damaged(f"{type(error).__name__}: {error}.") from error
    labels, vocabulary, lemmas = texts
    lexicon = read_lexicon(lemmas.splitlines())
    return json.loads(labels), vocabulary.splitlines(), lexicon, str(listed["version"])


def _damaged(why: str) -> ReaderError:
    return ReaderError(
        "The weights of the reader are missing or damaged.",
        why,
        "Install stemma again: pip install --force-reinstall stemma",
    )
