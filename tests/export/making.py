"""Records for the exports, made of invented articles in memory; and text that no format may take for its."""

from collections import defaultdict
from collections.abc import Sequence

from hypothesis import strategies as st
from tests.lineage.tracing import of_articles, piles, tellings
from tests.strategies import article_of, pieces

from stemma.export.rows import Rows
from stemma.lineage import descend
from stemma.model import Article, Witness
from stemma.report.words import siglum
from stemma.text.tokens import compared_words, words

# What no format may take for its own.
NASTY = (
    'He wrote <script>alert("1")</script> & &lt;b&gt; ]]> \\N \\" {a | b} on the wall of the old '
    "mill\x0b\x01 before the guards came back from their supper in the village."
)


def rows_of(articles: Sequence[Article]) -> Rows:
    """What `load` gives of a case of these articles, all without a story."""
    found = of_articles(articles)
    lineage = found.lineage
    known = {s.text: compared_words(s.text) for s in found.sentences}
    told = descend(
        articles, found.tags, lineage.families, lineage.witnesses, lineage.parallels, lineage.variants,
        lineage.swaps, known,
    )  # fmt: skip
    ordered = sorted(articles, key=lambda a: (a.path, a.id))
    rank = {article.id: number for number, article in enumerate(ordered)}
    rows = Rows(
        articles={a.id: a for a in ordered},
        sigla={name: siglum(number) for name, number in rank.items()},
        stories={},
        families=sorted(lineage.families, key=lambda f: (rank[f.article_id], f.start, f.id)),
        witnesses=defaultdict(list),
        sentences={s.id: s for s in found.sentences},
        tags=defaultdict(list),
        variants=defaultdict(list),
        swaps=told.swaps,
        archetypes={a.family_id: a for a in told.archetypes},
        copies=defaultdict(list),
    )
    for witness in sorted(lineage.witnesses, key=lambda w: (rank[w.article_id], w.start, w.end)):
        rows.witnesses[witness.family_id].append(witness)
    for tag in found.tags:
        rows.tags[tag.sentence_id].append(tag)
    for variant in lineage.variants:
        rows.variants[variant.family_id].append(variant)
    for copy in told.copies:
        rows.copies[copy.family_id].append(copy)
    return rows


def words_of(rows: Rows, witness: Witness) -> list[str]:
    """The words of a witness that are compared, read off its sentence."""
    sentence = rows.sentences[witness.sentence_id]
    tags = [(tag.start, tag.end) for tag in rows.tags.get(sentence.id, ())]
    text = witness.text
    for start, end in sorted(tags, reverse=True):
        if witness.start <= start and end <= witness.end:
            text = text[: start - witness.start] + " " + text[end - witness.start :]
    return said(text)


def said(text: str) -> list[str]:
    """The words of a text as compared."""
    return [token.n for token in words(text)]


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """What a machine hands on, with damage between the words and in them."""
    words = draw(tellings()).split(" ")
    for piece in draw(
        st.lists(st.one_of(pieces(), st.sampled_from(["'s", "\x0b", "\x00", "5"])), max_size=5)
    ):
        at = draw(st.integers(0, len(words) - 1))
        words[at] = draw(st.sampled_from([words[at] + piece, piece, f"{words[at]} {piece}"]))
    return " ".join(words)


def hard_piles() -> st.SearchStrategy[list[Article]]:
    """Some articles that share sentences, whole or damaged."""
    bodies = st.lists(
        st.lists(damaged(), min_size=1, max_size=4).map("\n\n".join), min_size=2, max_size=5
    )
    return st.one_of(
        piles(),
        bodies.map(lambda texts: [article_of(t, path=f"{i}.txt") for i, t in enumerate(texts)]),
    )
