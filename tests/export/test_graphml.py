"""Who copied whom, read again by networkx."""

from collections import Counter
from io import BytesIO
from pathlib import Path

import networkx
import pytest
from lxml import etree
from tests.export.making import NASTY, rows_of
from tests.lineage.tracing import swapped
from tests.strategies import article_of

from stemma.case import Case
from stemma.export import export
from stemma.export.graphml import graphs
from stemma.export.rows import Rows
from stemma.model import Copy

SPACE = "{http://graphml.graphdrawing.org/xmlns}"


def read(rows: Rows, name: str) -> networkx.DiGraph:
    """One of the two graphs."""
    text = "".join(graphs(rows)[f"{name}.graphml"])
    return networkx.read_graphml(BytesIO(text.encode()))


def copies(rows: Rows) -> list[Copy]:
    return [copy for held in rows.copies.values() for copy in held]


def test_articles_are_nodes_with_what_is_known_of_them(rows: Rows) -> None:
    graph = read(rows, "articles")
    assert graph.is_directed()
    assert not graph.is_multigraph()
    for article in rows.articles.values():
        node = graph.nodes[article.id]
        assert node["kind"] == "article"
        assert node["label"].startswith(rows.sigla[article.id])
        for name, value in (("path", article.path), ("site", article.site), ("title", article.title),
                            ("published", article.published), ("story", article.story_id)):  # fmt: skip
            assert node.get(name) == value
    others = {name for name, node in graph.nodes(data=True) if node["kind"] != "article"}
    assert others == {a.id for a in rows.archetypes.values() if a.conjecture}


def test_every_copy_is_counted_once_between_its_articles(rows: Rows) -> None:
    graph = read(rows, "articles")
    edges = list(graph.edges(data=True))
    listed = [name for *_, edge in edges for name in edge["copies"].split()]
    assert sorted(listed) == sorted(copy.id for copy in copies(rows))
    known = {copy.id: copy for copy in copies(rows)}
    for _, to, edge in edges:
        held = [known[name] for name in edge["copies"].split()]
        assert {copy.article_id for copy in held} == {to}
        directions = Counter(copy.direction for copy in held)
        assert edge["passages"] == edge["weight"] == len(held)
        assert (edge["decided"], edge["undecided"]) == (
            directions["forward"],
            directions["undecided"],
        )
        assert edge["direction"] == ("forward" if edge["decided"] else "undecided")


def test_an_edge_begins_where_the_exemplar_stands(rows: Rows) -> None:
    graph = read(rows, "articles")
    witnesses = {w.id: w.article_id for held in rows.witnesses.values() for w in held}
    ends = {name: pair for *pair, edge in graph.edges(data=True) for name in edge["copies"].split()}
    for copy in copies(rows):
        archetype = rows.archetypes[copy.family_id]
        if copy.exemplar_id in witnesses:
            expected = witnesses[copy.exemplar_id]
        else:
            expected = archetype.id if archetype.conjecture else archetype.article_id
        assert ends[copy.id] == [expected, copy.article_id]


def test_passages_are_the_witnesses_and_their_archetypes(rows: Rows) -> None:
    graph = read(rows, "passages")
    witnesses = {w.id: w for held in rows.witnesses.values() for w in held}
    archetypes = {a.id: a for a in rows.archetypes.values()}
    assert set(graph.nodes) == witnesses.keys() | archetypes.keys()
    for name, node in graph.nodes(data=True):
        if name in witnesses:
            one = witnesses[name]
            assert (node["start"], node["end"], node["whole"]) == (one.start, one.end, one.whole)
            assert (node["kind"], node["text"], node["family"]) == (
                "witness",
                one.text,
                one.family_id,
            )
        else:
            kind = "hypothetical" if archetypes[name].conjecture else "archetype"
            assert (node["kind"], node["text"]) == (kind, archetypes[name].wording)


def test_edges_between_passages_are_the_rows_of_copies(rows: Rows) -> None:
    graph = read(rows, "passages")
    found = {
        edge["id"]: (one, other, edge["family"], edge["direction"], edge["how"])
        for one, other, edge in graph.edges(data=True)
    }
    assert found == {
        c.id: (c.exemplar_id, c.copy_id, c.family_id, c.direction, c.how) for c in copies(rows)
    }


def test_cases_hold_both_directions(example: Case, tmp_path: Path) -> None:
    passages = networkx.read_graphml(export(example, "graphml", tmp_path)[1])
    directions = Counter(edge["direction"] for *_, edge in passages.edges(data=True))
    assert directions["forward"] > 10
    assert directions["undecided"] > 10


@pytest.mark.parametrize("name", ["articles", "passages"])
def test_keys_are_declared_before_they_are_used(rows: Rows, name: str) -> None:
    text = "".join(graphs(rows)[f"{name}.graphml"])
    document = etree.fromstring(text.encode())
    keys = {key.get("id"): key for key in document.iter(f"{SPACE}key")}
    assert {key.get("attr.type") for key in keys.values()} <= {"string", "int", "boolean"}
    for data in document.iter(f"{SPACE}data"):
        key = keys[data.get("key")]
        assert data.getparent().tag == SPACE + key.get("for")
        if key.get("attr.type") == "int":
            assert int(data.text) >= 0
    ids = [one.get("id") for one in document.iter(f"{SPACE}node", f"{SPACE}edge")]
    assert len(ids) == len(set(ids))


def test_a_conjecture_is_a_text_outside_the_pile() -> None:
    hanging = (
        "-Lornian relations with the council of the seven ports have never been as bad, he said."
    )
    rows = rows_of([article_of(hanging, path="a.txt"), article_of(hanging, path="b.txt")])
    graph = read(rows, "articles")
    (conjecture,) = (
        name for name, node in graph.nodes(data=True) if node["kind"] == "hypothetical"
    )
    assert graph.nodes[conjecture]["text"].startswith("[…]-Lornian")
    assert {one for one, _ in graph.edges} >= {conjecture}


def test_text_is_data() -> None:
    texts = (NASTY, swapped(NASTY, ("old", "ruined")))
    rows = rows_of([article_of(text, title=NASTY, path='<a & "b">') for text in texts])
    graph = read(rows, "articles")
    shown = NASTY.replace("\x0b", "\ufffd").replace("\x01", "\ufffd")
    assert {node["title"] for _, node in graph.nodes(data=True)} == {shown}
    assert {node["path"] for _, node in graph.nodes(data=True)} == {'<a & "b">'}
    texts_read = {node["text"] for _, node in read(rows, "passages").nodes(data=True)}
    assert shown in texts_read
