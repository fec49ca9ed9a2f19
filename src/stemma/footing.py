"""How many reporters stand behind any passages of a case, on demand."""

from collections.abc import Iterable, Sequence

import polars as pl

from stemma.account import Footing, Pool, footing_of, pool_of, speakers_of
from stemma.case import Case
from stemma.errors import UsageError
from stemma.frames import records_of
from stemma.lookup import look_up
from stemma.model import Article, Block, Family, Quote, Sentence, Tag, Witness
from stemma.remarks import count

_TOLD = ("headline", "paragraph", "caption", "dateline")


def footing(case: Case, row_ids: Sequence[str]) -> str:
    """The footing of the passages that the rows name, as text. Raises UnknownRow and UsageError."""
    passages = list(passages_of(case, row_ids))
    if not passages:
        raise UsageError(
            "These rows name no passage.",
            remedy="Name sentences, families, statements or articles.",
        )
    found = footing_of(passages, pool(case))
    names = ", ".join(found.names) or "none named"
    lines = [
        f"{count(len(passages), 'passage')} asked for: {count(found.carriers, 'page')} · "
        f"{count(found.texts, 'text')} · reporters at least {found.least}, at most {found.most} ({names})",
        f"relies on: {', '.join(_bases(case, passages)) or 'not stated'}",
        *(f"  {reason}" for reason in found.reasons),
    ]
    return "\n".join(lines) + "\n"


def _bases(case: Case, passages: Sequence[Sentence]) -> tuple[str, ...]:
    names = dict(case.table("actors").select("id", "name").iter_rows())
    return speakers_of(passages, records_of(Quote, case.table("quotes")), names)


def pool(case: Case) -> Pool:
    """What counting starts from, of a whole case."""
    return pool_of(
        records_of(Article, case.table("articles")),
        records_of(Block, case.table("blocks")),
        records_of(Sentence, case.table("sentences")),
        records_of(Tag, case.table("tags")),
        records_of(Family, case.table("families")),
        records_of(Witness, case.table("witnesses")),
    )


def passages_of(case: Case, row_ids: Iterable[str]) -> list[Sentence]:
    """The passages that rows name, as sentences or parts of them: a sentence itself; of a family or a
    statement, what its witnesses have of their sentences; of an article or any other row that lies in a
    text, the sentences that it lies in or holds."""
    sentences = case.table("sentences")
    frames = [_of_row(case, sentences, row_id) for row_id in row_ids]
    found = pl.concat([sentences.clear(), *frames]).unique(["id", "start", "end"])
    return list(records_of(Sentence, found.sort("article_id", "start", "end")))


def _of_row(case: Case, sentences: pl.DataFrame, row_id: str) -> pl.DataFrame:
    found = look_up(case, row_id)
    if found.table in ("families", "statements"):
        family = found.row["id"] if found.table == "families" else found.row["family_id"]
        inside = case.table("witnesses").filter(pl.col("family_id") == family)
        spans = inside.select("start", "end", "text", id="sentence_id")
        whole = sentences.drop("start", "end", "text")
        return whole.join(spans, on="id").select(sentences.columns)
    if found.table == "stories":
        raise UsageError(
            "A whole story has no number of reporters.",
            "What it says stands on different footings.",
            "Name sentences, families, statements or articles.",
        )
    if found.table == "articles":
        articles = case.table("articles").filter(pl.col("id") == found.row["id"])
        told = case.table("blocks").filter(pl.col("kind").is_in(list(_TOLD)))
        return sentences.join(articles, left_on="article_id", right_on="id", how="semi").join(
            told, left_on="block_id", right_on="id", how="semi"
        )
    if "end" not in found.row:
        raise UsageError(
            f"'{row_id}' lies in no text.",
            remedy="Name sentences, families, statements or articles.",
        )
    here = (
        (pl.col("article_id") == found.row["article_id"])
        & (pl.col("start") < found.row["end"])
        & (pl.col("end") > found.row["start"])
    )
    return sentences.filter(here)


__all__ = ["Footing", "footing", "passages_of", "pool"]
