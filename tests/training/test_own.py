"""Our own annotated text is well-formed, and what is held back is never trained on."""

import re
from pathlib import Path

import pytest
from benchmarks.reader import held_back
from training.corpus import ours
from training.data import (
    NAMES,
    read_btc,
    read_conllu,
    read_names,
    read_trees,
    read_uner,
    with_names,
)

from stemma.measure.marked import read_marked_names, read_marked_trees

ROOT = Path(__file__).parents[2]
OWN = ROOT / "training" / "own"
GOLD = ROOT.parent / "shared" / "gold" / "train"


@pytest.mark.parametrize("name", ["headlines", "quotes"])
def test_every_tree_of_ours_has_one_root_and_no_cycle(name: str) -> None:
    samples = list(read_trees(OWN / f"{name}.txt", name))
    assert len(samples) > 300
    for sample in samples:
        assert sample.heads is not None
        assert sample.rels is not None
        assert sample.rels.count("root") == sample.heads.count(0) == 1, sample.id
        for start in range(1, len(sample.words) + 1):
            at, steps = start, 0
            while at:
                at, steps = sample.heads[at - 1], steps + 1
                assert steps <= len(sample.words), sample.id


def test_names_of_ours_are_marked_whole() -> None:
    text = (OWN / "names.txt").read_text(encoding="utf-8")
    assert not re.search(r"\[(?!(?:PER|ORG|LOC) )", text)
    samples = list(read_names(OWN / "names.txt", "names"))
    assert len(samples) >= 700
    # Behind a prefix that treebanks keep whole (`Pro-Moscow`) no word begins.
    marked = text.count("[") - len(re.findall(r"\b(?:Ex|Pro|Anti|Post)-\[", text))
    begun = sum(label.startswith("B-") for sample in samples for label in sample.names or ())
    assert begun == marked


def test_splits_and_pairs_of_ours_can_be_read() -> None:
    lines = (OWN / "splits.txt").read_text(encoding="utf-8").splitlines()
    assert len(lines) >= 250
    assert all(part.strip() for line in lines for part in line.split("⏎"))
    pairs = [
        line.split("\t") for line in (OWN / "pairs.tsv").read_text(encoding="utf-8").splitlines()
    ]
    assert len(pairs) >= 300
    assert all(len(pair) == 3 and 0 <= float(pair[0]) <= 5 for pair in pairs)


def test_there_are_enough_sentences_and_none_twice() -> None:
    texts = [
        line
        for name in ("headlines", "quotes", "names")
        for line in (OWN / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    ]
    assert len(texts) >= 1500
    assert len(set(texts)) == len(texts)


def test_a_fifth_is_held_back_and_not_trained_on() -> None:
    trained, held = ours(OWN, held_back=False), ours(OWN, held_back=True)
    assert not {sample.id for sample in trained} & {sample.id for sample in held}
    assert 0.15 < len(held) / (len(trained) + len(held)) < 0.25


@pytest.mark.parametrize("name", ["headlines", "quotes", "names"])
def test_what_is_held_back_is_what_the_benchmark_scores(name: str) -> None:
    read = read_marked_names if name == "names" else read_marked_trees
    scored = [[word.text for word in one.words] for one in read(held_back(OWN / f"{name}.txt"))]
    held = [sample.words for sample in ours(OWN, held_back=True) if sample.origin == name]
    assert scored == held
    assert len(held) > 60


# -- readers of open data, on lines made here -------------------------------------------------------


def test_a_treebank_and_its_names(tmp_path: Path) -> None:
    (tmp_path / "a.conllu").write_text(
        "# sent_id = s1\n# text = Ann didn't sleep.\n"
        "1\tAnn\tAnn\tPROPN\tNNP\t_\t4\tnsubj\t_\t_\n"
        "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
        "2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_\n"
        "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
        "4\tsleep\tsleep\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
        "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
    )
    (sample,) = samples = list(read_conllu(tmp_path / "a.conllu", "made"))
    assert sample.words == ["Ann", "did", "n't", "sleep", "."]
    assert sample.heads == [4, 4, 4, 0, 4]
    assert sample.spaced == [True, False, True, False, True]
    # Names stay where the characters are, however the other corpus cut the words.
    (tmp_path / "a.iob2").write_text("# text = x\n1\tAnn\tB-PER\n2\tdidn't\tO\n3\tsleep.\tO\n")
    assert with_names(samples, read_uner(tmp_path / "a.iob2")) == 1
    assert sample.names == ["B-PER", "O", "O", "O", "O"]


def test_tweets_without_their_handles(tmp_path: Path) -> None:
    (tmp_path / "a.conll").write_text(
        "@lee\tB-PER\nin\tO\nLorn\tB-LOC\nCity\tI-LOC\n\nCup\tB-MISC\n"
    )
    one, other = read_btc(tmp_path / "a.conll")
    assert one.names == ["O", "O", "B-LOC", "I-LOC"]
    assert other.names == ["O"]


@pytest.mark.skipif(not GOLD.is_dir(), reason=f"no gold at {GOLD}")
def test_names_are_found_on_nearly_every_sentence_of_the_treebank() -> None:
    samples = list(read_conllu(GOLD / "ud_ewt/en_ewt-ud-dev.conllu", "ewt"))
    found = with_names(samples, read_uner(GOLD / "uner_ewt/en_ewt-ud-dev.iob2"))
    assert found >= len(samples) - 14
    assert {label[2:] for s in samples for label in s.names or () if label != "O"} == set(NAMES)
