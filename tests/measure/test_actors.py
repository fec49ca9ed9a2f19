"""The scores of actors: how gold is read, and what is counted, on data made here."""

from pathlib import Path

from stemma.measure import measure
from stemma.measure.actors import gold_mentions, measure_actors
from stemma.measure.conll import read_conll

ROWS = (
    ("1", [("Lars", "PROPN", "NNP", 4, "nsubj", "(1-person-new-cf1-1-coref-Lars_%28Holm%29"),
           ("Holm", "PROPN", "NNP", 1, "flat", "1)"),
           ("quickly", "ADV", "RB", 4, "advmod", ""),
           ("left", "VERB", "VBD", 0, "root", ""),
           ("the", "DET", "DT", 6, "det", "(2-place-new-cf2-2-coref"),
           ("town", "NOUN", "NN", 4, "obj", "2)"),
           (".", "PUNCT", ".", 4, "punct", "")]),
    ("2", [("Holm", "PROPN", "NNP", 2, "nsubj", "(1-person-giv:act-cf1-1-coref-Lars_%28Holm%29)"),
           ("lost", "VERB", "VBD", 0, "root", ""),
           ("his", "PRON", "PRP$", 4, "nmod:poss", "(3-object-new-cf2-2-sgl(1-person-giv:act-cf1-1-ana)"),
           ("hat", "NOUN", "NN", 2, "obj", "3)"),
           (".", "PUNCT", ".", 2, "punct", "")]),
)  # fmt: skip


def conllu(doc: str) -> str:
    lines = [f"# newdoc id = {doc}"]
    for number, rows in ROWS:
        lines += [f"# sent_id = {number}", f"# text = {' '.join(row[0] for row in rows)}"]
        for n, (form, upos, xpos, head, rel, entity) in enumerate(rows, 1):
            misc = f"Entity={entity}" if entity else "_"
            lines.append(
                "\t".join(map(str, (n, form, form.lower(), upos, xpos, "_", head, rel, "_", misc)))
            )
        lines.append("")
    return "\n".join(lines) + "\n"


def test_gold_mentions_nest_and_other_entities_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "made.conllu"
    path.write_text(conllu("GUM_news_made"))
    found = list(gold_mentions(list(read_conll(path))))
    assert found == [(0, 0, 2, "1"), (0, 4, 6, "2"), (1, 0, 1, "1"), (1, 2, 3, "1")]


def test_what_is_found_whole_scores_a_hundred(tmp_path: Path) -> None:
    path = tmp_path / "gum-made.conllu"
    path.write_text(conllu("GUM_news_made"))
    found = measure("actors", path)
    assert (found["documents"], found["mentions"], found["pronouns"]) == (1, 4, 1)
    assert found["b3_f1"] == found["b3_with_pronouns_f1"] == 100
    assert found["same_head_b3_f1"] < 100


def test_of_a_folder_one_genre_is_scored(tmp_path: Path) -> None:
    (tmp_path / "en_gum-made.conllu").write_text(conllu("GUM_news_a") + conllu("GUM_bio_b"))
    assert measure("actors", tmp_path)["documents"] == 1
    assert measure_actors(tmp_path, "bio")["documents"] == 1
