"""The reader that is shipped: what it gives for any text, the same every time, or a clear error."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.cli import main
from stemma.errors import ReaderError
from stemma.reader import READINGS, load, vector_of
from stemma.reader import model as module
from stemma.reader.model import LONGEST, OnnxReader

SENTENCES = [
    "Kestria vetoes herring inspection on Skerry Bank",
    "“We had an hour,” the mayor of Halden, Ann Brook, told reporters on Sunday.",
    "The missile strike, which the United Nations condemned, killed at least 12 people.",
    "Police said they were not behind the attack.",
    "Talks stall.",
]


@pytest.fixture(scope="module")
def reader() -> OnnxReader:
    return OnnxReader()


@pytest.fixture(scope="module")
def read(reader: OnnxReader) -> pl.DataFrame:
    return reader.read(SENTENCES)


def rows(frame: pl.DataFrame) -> dict[str, dict[str, object]]:
    return {row["text"]: row for row in frame.iter_rows(named=True)}


def test_a_row_has_an_entry_for_each_word(read: pl.DataFrame) -> None:
    assert read.schema == READINGS
    assert read["text"].to_list() == SENTENCES
    for row in read.iter_rows(named=True):
        count = len(row["words"])
        for name in ("starts", "ends", "upos", "xpos", "feats", "lemmas", "heads", "rels", "names"):
            assert len(row[name]) == count, name
        shown = [row["text"][s:e] for s, e in zip(row["starts"], row["ends"], strict=True)]
        assert shown == row["words"]
        assert row["rels"].count("root") == row["heads"].count(0) == 1
        assert all(0 <= head <= count for head in row["heads"])
        assert row["how"].startswith("reader ")
        assert np.linalg.norm(vector_of(row["vector"])) == pytest.approx(1, abs=1e-3)


def test_a_headline_s_verb_is_its_root(read: pl.DataFrame) -> None:
    row = rows(read)[SENTENCES[0]]
    assert row["words"][row["heads"].index(0)] == "vetoes"  # type: ignore[index,attr-defined]
    assert row["upos"][1] == "VERB"  # type: ignore[index]


def test_a_passive_has_its_subject_and_a_sentence_its_names(reader: OnnxReader) -> None:
    (row,) = reader.read(["The mayor was arrested by soldiers in Port Elden."]).iter_rows(
        named=True
    )
    assert row["rels"][:4] == ["det", "nsubj:pass", "aux:pass", "root"]
    assert row["lemmas"][3] == "arrest"
    assert row["names"][7:9] == ["B-LOC", "I-LOC"]


def test_what_says_the_same_is_nearer(reader: OnnxReader) -> None:
    texts = [
        "The dyke at Halden broke at dawn on Sunday.",
        "At daybreak on Sunday the levee in Halden gave way.",
        "The central bank left its rate unchanged.",
    ]
    one, same, other = (vector_of(kept) for kept in reader.read(texts)["vector"])
    assert one @ same > one @ other + 0.3


# With a sentence that is read in pieces, and two that hold no words to speak of.
MANY = [*SENTENCES, " ".join(f"the boat {n} sank," for n in range(60)), "—", ""]


@given(order=st.permutations(MANY), size=st.integers(1, len(MANY)))
@settings(max_examples=8, deadline=None)
def test_results_depend_neither_on_the_order_nor_on_the_size_of_batches(
    reader: OnnxReader, order: list[str], size: int
) -> None:
    batches = [order[i : i + size] for i in range(0, len(order), size)]
    found = pl.concat([reader.read(batch) for batch in batches])
    assert found.sort("text").equals(reader.read(MANY).sort("text"))


def test_results_depend_neither_on_the_run_nor_on_threads(reader: OnnxReader) -> None:
    code = (
        "import hashlib, json, sys; from stemma.reader import load\n"
        "read = load().read(json.load(sys.stdin))\n"
        "print(hashlib.sha256(repr(read.rows()).encode()).hexdigest())"
    )
    own = hashlib.sha256(repr(reader.read(MANY).rows()).encode()).hexdigest()
    for threads in ("1", "2"):
        names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "POLARS_MAX_THREADS")
        done = subprocess.run(
            [sys.executable, "-c", code], input=json.dumps(MANY), text=True, check=True,
            capture_output=True, env={**os.environ, **dict.fromkeys(names, threads)},
        )  # fmt: skip
        assert done.stdout.strip() == own, f"{threads} threads"


ODD = {
    "empty": "",
    "blank": " \t\n ",
    "control": "The\x00 dyke\x07 broke\x1b.",
    "emoji": "🔥🔥 fire 👩‍👩‍👧 in Lorn 😀",
    "right to left": "قال الوزير إن السد انهار",
    "one mark": "—",
    "accents": "Ça été très près d’İstanbul",
    "half a pair": "dyke \ud83d broke",
    "one long word": "x" * 5000,
    "marks": "?!" * 300,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_text_gives_a_clear_result(reader: OnnxReader, text: str) -> None:
    safe = text.encode("utf-8", "replace").decode("utf-8")
    (row,) = reader.read([safe]).iter_rows(named=True)
    assert "".join(row["words"]) == "".join(safe.split())
    assert row["rels"].count("root") == (1 if row["words"] else 0)
    if not row["words"]:
        assert row["how"] == "no word in it"
        assert len(vector_of(row["vector"])) == 0


def test_5000_words_without_a_full_stop_are_one_tree_read_in_pieces(reader: OnnxReader) -> None:
    text = " ".join(f"the boat {n} sank," for n in range(1250))
    (row,) = reader.read([text]).iter_rows(named=True)
    assert len(row["words"]) > 5 * LONGEST
    assert "in pieces" in row["how"] or "pieces, being long" in row["how"]
    assert row["rels"].count("root") == 1
    seen = set()
    for start in range(len(row["heads"])):
        at, path = start, []
        while at >= 0 and at not in seen:
            path.append(at)
            at = row["heads"][at] - 1
            assert len(path) <= len(row["heads"])
        seen.update(path)


# -- weights ----------------------------------------------------------------------------------------


@pytest.fixture
def weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the weights that a test may damage."""
    folder = Path(module.__file__).parent / "weights"
    shutil.copytree(folder, tmp_path / "weights")
    monkeypatch.setattr(module, "files", lambda _: tmp_path)
    return tmp_path / "weights"


@pytest.mark.parametrize("name", ["model.json", "reader.onnx", "labels.json", "vocabulary.txt"])
def test_missing_weights_are_told_with_the_remedy(name: str, weights: Path) -> None:
    (weights / name).unlink()
    with pytest.raises(ReaderError, match="pip install --force-reinstall stemma"):
        OnnxReader()


@pytest.mark.parametrize("name", ["reader.onnx", "labels.json", "vocabulary.txt"])
def test_damaged_weights_are_told(name: str, weights: Path) -> None:
    data = bytearray((weights / name).read_bytes())
    data[len(data) // 2] ^= 1
    (weights / name).write_bytes(bytes(data))
    with pytest.raises(ReaderError, match=f"'{name}' is not the file"):
        OnnxReader()


def test_a_list_of_weights_that_is_none_is_told(weights: Path) -> None:
    (weights / "model.json").write_text(json.dumps({"version": 1}))
    with pytest.raises(ReaderError, match="damaged"):
        OnnxReader()


def test_weights_with_a_head_that_is_not_known_are_read_all_the_same(
    read: pl.DataFrame, weights: Path
) -> None:
    labels = json.loads((weights / "labels.json").read_text(encoding="utf-8"))
    (weights / "labels.json").write_text(json.dumps({**labels, "quotes": ["O", "B-CUE"]}))
    listed = json.loads((weights / "model.json").read_text(encoding="utf-8"))
    digest = hashlib.sha256((weights / "labels.json").read_bytes()).hexdigest()
    listed["sha256"]["labels.json"] = digest
    (weights / "model.json").write_text(json.dumps(listed))
    assert OnnxReader(weights).read(SENTENCES).equals(read)


def test_the_weights_are_small() -> None:
    folder = Path(module.__file__).parent / "weights"
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 40_000_000


def test_the_library_below_leaves_nothing_in_the_user_s_home(tmp_path: Path) -> None:
    code = "from stemma.reader import load; load().read(['The dyke broke.'])"
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    assert list(tmp_path.rglob("*")) == []


# -- other readers ----------------------------------------------------------------------------------


def test_a_reader_by_its_name() -> None:
    assert isinstance(load(), OnnxReader)
    with pytest.raises(ReaderError, match="stemma, spacy:PIPELINE"):
        load("dinner")


def test_spacy_that_has_no_such_pipeline_says_so() -> None:
    pytest.importorskip("spacy")
    with pytest.raises(ReaderError, match="no pipeline 'xx_none'"):
        load("spacy:xx_none")


def test_any_spacy_pipeline_reads(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    from spacy.language import Language
    from spacy.tokens import Doc, Span

    @Language.component("made_for_this_test")
    def made(doc: Doc) -> Doc:
        """Every word hangs on the second; the first is a person."""
        if not len(doc):
            return doc
        root = min(1, len(doc) - 1)
        for token in doc:
            token.head, token.dep_ = doc[root], "ROOT" if token.i == root else "dep"
            token.pos_ = "NOUN"
        doc.ents = [Span(doc, 0, 1, label="PERSON")]
        return doc

    pipeline = spacy.blank("en")
    pipeline.add_pipe("made_for_this_test")
    pipeline.to_disk(tmp_path / "pipeline")
    reader = load(f"spacy:{tmp_path / 'pipeline'}")
    read = reader.read(["Lee left Lorn.", ""])
    assert read.schema == READINGS
    first, empty = read.iter_rows(named=True)
    assert first["words"] == ["Lee", "left", "Lorn", "."]
    assert first["heads"] == [2, 0, 2, 2]
    assert first["rels"] == ["dep", "root", "dep", "dep"]
    assert first["names"] == ["B-PER", "O", "O", "O"]
    assert first["how"].startswith("spacy en_")
    assert empty["words"] == []


# -- annotate and the step --------------------------------------------------------------------------


def test_annotate_names_and_syntax(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (
        "Dyke breaks\n\nThe mayor of Halden, Ann Brook, said on Sunday that nobody had been hurt.\n"
    )
    (tmp_path / "a.txt").write_text(text)
    assert main(["annotate", str(tmp_path / "a.txt"), "--layers", "names,syntax"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert all(text[row["start"] : row["end"]] == row["text"] for row in found)
    assert all({"id", "article_id", "sentence_id", "how"} <= set(row) for row in found)
    names = {(row["text"], row["kind"]) for row in found if row["layer"] == "names"}
    assert {("Halden", "LOC"), ("Ann Brook", "PER")} <= names
    words = {row["id"]: row for row in found if row["layer"] == "syntax"}
    assert all(row["head_id"] is None or row["head_id"] in words for row in words.values())
    (said,) = [row for row in words.values() if row["text"] == "said"]
    assert (said["rel"], said["lemma"], said["upos"]) == ("root", "say", "VERB")


def test_annotate_invents_no_syntax_for_another_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Der Deich bei Halden ist am Sonntag gebrochen, und das Wasser lief in die untere Stadt hinein."
    (tmp_path / "a.txt").write_text(text)
    assert main(["annotate", str(tmp_path / "a.txt"), "--layers", "sentences,names,syntax"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["layer"] for row in found] == ["sentences", "names", "syntax"]
    assert all("another language than English (de)" in row["how"] for row in found[1:])
