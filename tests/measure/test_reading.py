"""The scores of the reader: what is counted, on data made here."""

from pathlib import Path

import numpy as np
import pytest

from stemma.errors import UsageError
from stemma.measure import measure
from stemma.measure.marked import read_marked_names, read_marked_trees
from stemma.measure.reading import spans
from stemma.measure.similarity import aligned

CONLLU = """\
# newdoc id = GUM_news_made
# newpar
# sent_id = 1
# text = The dyke broke.
1\tThe\tthe\tDET\tDT\tDefinite=Def|PronType=Art\t2\tdet\t_\t_
2\tdyke\tdyke\tNOUN\tNN\tNumber=Sing\t3\tnsubj\t_\t_
3\tbroke\tbreak\tVERB\tVBD\tMood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# sent_id = 2
# text = Nobody slept.
1\tNobody\tnobody\tPRON\tNN\tNumber=Sing|PronType=Neg\t2\tnsubj\t_\t_
2\tslept\tsleep\tVERB\tVBD\tMood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "made-test.conllu").write_text(CONLLU)
    return tmp_path


def test_syntax_is_scored_word_by_word(gold: Path) -> None:
    found = measure("syntax", gold)
    assert (found["sentences"], found["words"]) == (2, 7)
    assert found["las"] <= found["uas"] <= 100
    # A tree that is wrong at one word of seven.
    (gold / "made-test.conllu").write_text(CONLLU.replace("2\tdet\t", "3\tdet\t"))
    assert measure("syntax", gold)["uas"] == pytest.approx(found["uas"] - 100 / 7, abs=0.01)


def test_subtypes_of_relations_do_not_count(gold: Path) -> None:
    found = measure("syntax", gold)
    (gold / "made-test.conllu").write_text(CONLLU.replace("\tnsubj\t", "\tnsubj:pass\t"))
    assert measure("syntax", gold)["las"] == found["las"]


def test_names_are_scored_by_exact_span_and_kind(tmp_path: Path) -> None:
    rows = [
        "1\tAnn\tB-PER\t-\t-",
        "2\tBrook\tI-PER\t-\t-",
        "3\tleft\tO\t-\t-",
        "4\tNorway\tB-LOC\t-\t-",
    ]
    (tmp_path / "made-test.iob2").write_text(
        "# text = Ann Brook left Norway\n" + "\n".join(rows) + "\n"
    )
    assert measure("names", tmp_path)["f1"] == 100.0
    rows[1] = "2\tBrook\tO\t-\t-"
    (tmp_path / "made-test.iob2").write_text(
        "# text = Ann Brook left Norway\n" + "\n".join(rows) + "\n"
    )
    assert measure("names", tmp_path)["f1"] == 50.0


TREES = "The|DET|2|det dyke|NOUN|3|nsubj broke|VERB|0|root ~.|PUNCT|3|punct\n"


def test_trees_marked_by_hand_are_scored_in_what_they_tell(tmp_path: Path) -> None:
    data = tmp_path / "made.txt"
    data.write_text(f"# a remark\n\n{TREES}")
    (sentence,) = read_marked_trees(data)
    assert (sentence.text, sentence.par) == ("The dyke broke.", 3)
    assert [sentence.text[word.start : word.end] for word in sentence.words] == [
        "The", "dyke", "broke", ".",
    ]  # fmt: skip
    found = measure("syntax", data)
    assert {"upos": 100.0, "uas": 100.0, "las": 100.0}.items() <= found.items()
    assert not {"xpos", "feats", "lemma"} & set(found)
    data.write_text(TREES.replace("DET|2", "PRON|3"))
    found = measure("syntax", data)
    assert (found["words"], found["upos"], found["uas"], found["las"]) == (4, 75.0, 75.0, 75.0)


@pytest.mark.parametrize("line", ["The dyke broke.", "The|DET|second|det"])
def test_a_line_that_is_no_tree_is_told(line: str, tmp_path: Path) -> None:
    (tmp_path / "made.txt").write_text(f"{TREES}{line}\n")
    with pytest.raises(UsageError, match=r"Line 2 .*form\|UPOS\|head\|deprel"):
        measure("syntax", tmp_path / "made.txt")


def test_names_marked_by_hand(tmp_path: Path) -> None:
    data = tmp_path / "made.txt"
    data.write_text("[PER Ann Brook]'s boat left [LOC Norway] in a mid-[LOC Lorn] week.\n")
    (sentence,) = read_marked_names(data)
    assert sentence.text == "Ann Brook's boat left Norway in a mid-Lorn week."
    labels = dict(zip((w.text for w in sentence.words), sentence.columns["name"], strict=True))
    assert (labels["Ann"], labels["Brook"], labels["'s"]) == ("B-PER", "I-PER", "O")
    assert (labels["Norway"], labels["mid-Lorn"]) == ("B-LOC", "O")
    data.write_text("[PER Ann Brook] left [LOC Norway].\n")
    assert (measure("names", data)["names"], measure("names", data)["f1"]) == (2, 100.0)


def test_labels_that_begin_nowhere_are_names_too() -> None:
    assert spans(["I-PER", "I-PER", "B-PER", "O", "B-ORG", "I-LOC"]) == {
        (0, 2, "PER"), (2, 3, "PER"), (4, 5, "ORG"), (5, 6, "LOC"),
    }  # fmt: skip


def test_sentences_of_raw_paragraphs(gold: Path, tmp_path: Path) -> None:
    found = measure("sentences", gold)
    assert (found["paragraphs"], found["sentences"], found["f1"]) == (1, 2, 100.0)
    (tmp_path / "marked.txt").write_text("The dyke broke. ⏎Nobody slept.\nMr. ⏎Lee left.\n")
    found = measure("sentences", tmp_path / "marked.txt")
    assert (found["paragraphs"], found["sentences"]) == (2, 4)
    assert found["precision"] == pytest.approx(200 / 3, abs=0.01)
    assert found["recall"] == 50.0


def test_similarity_of_pairs_and_of_retellings(tmp_path: Path) -> None:
    (tmp_path / "pairs.tsv").write_text(
        "5\tThe dyke broke at dawn.\tAt dawn the dyke broke.\n"
        "2\tThe dyke broke at dawn.\tA dyke is a wall against water.\n"
        "0\tThe dyke broke at dawn.\tThe bank cut its rate.\n"
    )
    assert measure("similarity", tmp_path / "pairs.tsv")["spearman"] == 1.0
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "a.csv").write_text(
        "sent1,manual_alignments,sent2\n"
        'The fox saw the grapes.,"(0, 0)",A fox looked at grapes.\n'
        'He could not reach them.,"(1, 1)",They hung too high for him to reach.\n'
    )
    assert measure("similarity", tmp_path / "tables")["f1"] == 1.0


def test_neighbours_and_places_decide_between_like_sentences() -> None:
    likeness = np.full((3, 3), 0.4)
    np.fill_diagonal(likeness, 0.7)
    assert aligned(likeness) == {(0, 0), (1, 1), (2, 2)}
    assert aligned(np.zeros((2, 3))) == set()


@pytest.mark.parametrize("task", ["syntax", "names", "sentences", "similarity"])
def test_no_data_is_wrong_use(task: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as told:
        measure(task, tmp_path)
    assert told.value.remedy
