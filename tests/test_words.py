"""What is kept of texts gives what the texts themselves give, however the pile came."""

from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import any_texts, articles, texts
from tests.test_flow import PILE, table_bytes

from stemma.case import Case
from stemma.clean import clean
from stemma.flow import build
from stemma.frames import frame_of
from stemma.lineage.passages import surface, surfaces
from stemma.model import Article, Block, Sentence, Tag
from stemma.stories import tally, word_counts
from stemma.text.tags import find_tags
from stemma.text.tokens import words
from stemma.words import (
    compared_words,
    frame_of_surfaces,
    fresh_texts,
    read_blocks,
    read_texts,
    surfaces_of,
    tally_of,
)

KEPT = ("lines", "counts", "surfaces")
tagged = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "MARROW POINT (HPA) - ", "(HPA) ", "LORN, 3 March /HPA/ - "]),
    texts(),
    st.sampled_from(["", ' "It holds." (HPA)', ", HPA reports."]),
)


@given(st.lists(st.one_of(any_texts(), tagged), max_size=5, unique=True))
def test_surfaces_come_back_from_their_columns(found: list[str]) -> None:
    made = {text: surface(text, [(t.start, t.end) for t in find_tags(text)]) for text in found}
    frame = frame_of_surfaces(made.values())
    assert surfaces_of(frame) == made
    assert compared_words(frame) == {text: [t.n for t in words(text)] for text in found}


@given(articles())
def test_what_is_read_of_sentences_is_what_lineage_makes_of_them(article: Article) -> None:
    parts = clean(article)
    sentences, tags = frame_of(Sentence, parts.sentences), frame_of(Tag, parts.tags)
    first = sentences.unique("text", keep="first", maintain_order=True)
    read = read_texts({"texts": fresh_texts(first, tags)})["surfaces"]
    assert surfaces_of(read) == surfaces(parts.sentences, parts.tags)


@given(st.one_of(any_texts(), tagged))
def test_words_before_a_word_are_those_of_the_text_before_it(text: str) -> None:
    """So that `lineage.texts` can count them without a look at the text."""
    made = surface(text)
    for start in made.starts:
        for cut in {start, start - (start > 0 and text[start - 1] in "\"“”'‘’")}:
            assert sum(end <= cut for end in made.whole_ends) == len(words(text[:cut]))


@given(st.lists(articles(), max_size=3, unique_by=lambda article: article.id))
def test_a_tally_from_columns_is_that_of_the_texts(pile: list[Article]) -> None:
    blocks = [block for article in pile for block in clean(article).blocks]
    counts = read_blocks({"blocks": frame_of(Block, blocks)})["counts"].reverse()
    kept = tally_of(counts, pl.Series([block.id for block in blocks], dtype=pl.String))
    made = tally([word_counts(block.text) for block in blocks])
    assert list(kept.vocabulary) == list(made.vocabulary)
    assert (kept.counts != made.counts).nnz == 0
    assert kept.counts.has_sorted_indices


# -- adding and taking out --------------------------------------------------------------------------


def stage_bytes(case: Path) -> dict[str, bytes]:
    """The tables that words keeps."""
    (folder,) = [path for path in (case / "stages" / "words").iterdir() if path.is_dir()]
    return {name: (folder / f"{name}.parquet").read_bytes() for name in KEPT}


def processed(case: Case) -> dict[str, dict[str, int]]:
    run = case.run()
    assert run is not None
    return {stage["stage"]: stage["processed"] for stage in run["stages"]}


@pytest.fixture(scope="module")
def files() -> list[str]:
    return sorted(str(path) for path in PILE.iterdir())


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, files: list[str]) -> Path:
    """The case of all files, built in one go."""
    out = tmp_path_factory.mktemp("whole") / "case"
    build(files, out, workers=1)
    return out


@pytest.mark.parametrize("middle", [slice(8, 11), slice(3, None, 5)])
def test_articles_added_in_the_middle(
    tmp_path: Path, files: list[str], whole: Path, middle: slice
) -> None:
    more = files[middle]
    build([file for file in files if file not in more], tmp_path / "case", workers=1)
    grown = build(more, tmp_path / "case", workers=1)
    assert table_bytes(grown.path) == table_bytes(whole)
    assert stage_bytes(grown.path) == stage_bytes(whole)
    done = processed(grown)
    assert done["read"]["files"] == len(more)
    assert done["clean"] == {"articles": len(more)}
    assert done["words"]["articles"] == len(more)
    for stage in ("furniture", "lineage", "stories", "account"):
        assert done[stage] == {}


def test_the_report_tells_what_was_gone_over(whole: Path) -> None:
    run = Case(whole).run()
    assert run is not None
    count = len(Case(whole).table("articles"))
    swept = {stage["stage"]: stage["swept"] for stage in run["stages"]}
    assert swept["read"] == swept["clean"] == swept["words"] == {}
    for stage in ("furniture", "families", "stories", "parts", "account"):
        assert swept[stage]["articles"] == count
    assert run["index"]["added"] == len(Case(whole).table("sentences"))


def test_a_copy_brings_no_new_sentence(tmp_path: Path) -> None:
    text = (PILE / sorted(path.name for path in PILE.iterdir())[0]).read_text(encoding="utf-8")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    build([str(tmp_path / "a.txt")], tmp_path / "case", workers=1)
    grown = build([str(tmp_path / "b.txt")], tmp_path / "case", workers=1)
    assert processed(grown)["words"] == {"articles": 1, "sentences": 0}


def taken_out(case: Case, gone: set[str]) -> None:
    """Drops articles (by path) from what was read, as a command that removes them would."""
    marker = case.done("read")
    assert marker is not None
    made = {name: case.made("read", name) for name in marker["tables"]}
    names = made["articles"].filter(pl.col("path").is_in(list(gone)))["id"].to_list()
    assert len(names) == len(gone)
    for name, column in (("articles", "id"), ("layout", "article_id")):
        made[name] = made[name].filter(~pl.col(column).is_in(names))
    case.finish("read", marker["key"], marker["version"], made)


@pytest.mark.parametrize("middle", [slice(0, 1), slice(8, 11)])
def test_articles_taken_out_of_the_middle_leave_nothing(
    tmp_path: Path, files: list[str], middle: slice
) -> None:
    rest = [file for file in files if file not in files[middle]]
    build(files, tmp_path / "case", workers=1)
    taken_out(Case(tmp_path / "case"), {Path(file).name for file in files[middle]})
    less = build(rest, tmp_path / "case", workers=1)
    never = build(rest, tmp_path / "never", workers=1)
    assert table_bytes(less.path) == table_bytes(never.path)
    assert stage_bytes(less.path) == stage_bytes(never.path)
    assert processed(less)["words"] == {"articles": 0, "sentences": 0}


def test_units_of_another_pile_are_not_taken_for_this_one(
    tmp_path: Path, files: list[str], whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped in the middle of words, and given more files before it goes on."""
    finish, stopped = Case.finish, tmp_path / "case"

    def stop(case: Case, stage: str, *rest: object) -> object:
        if stage == "words":
            raise KeyboardInterrupt
        return finish(case, stage, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("stemma.engine.local.UNIT", 2)
    monkeypatch.setattr(Case, "finish", stop)
    with pytest.raises(KeyboardInterrupt):
        build(files[1::2], stopped, workers=1)
    assert Case(stopped).units("words")
    monkeypatch.setattr(Case, "finish", finish)
    build(files, stopped, workers=1)
    assert table_bytes(stopped) == table_bytes(whole)
    assert stage_bytes(stopped) == stage_bytes(whole)
