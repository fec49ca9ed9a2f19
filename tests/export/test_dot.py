"""Stemmata as Graphviz reads and draws them."""

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree
from tests.export.making import NASTY, rows_of
from tests.lineage.tracing import INQUIRY, PIER, ROOFS, VALVE, swapped
from tests.strategies import article_of

from stemma.case import Case
from stemma.export import export
from stemma.export.dot import graphs
from stemma.export.rows import Rows

DOT = shutil.which("dot")
needs_graphviz = pytest.mark.skipif(DOT is None, reason="Graphviz (dot) is not installed")
SVG = "{http://www.w3.org/2000/svg}"
_STRING = r'"(?:[^"\\]|\\.)*"'
_NODE = re.compile(rf"^    ({_STRING}) \[label=({_STRING})", re.M)
_EDGE = re.compile(rf"^    ({_STRING}) -> ({_STRING}) \[style=(\w+)(?:, label=({_STRING}))?", re.M)


def drawn(rows: Rows) -> str:
    """All graphs of some rows, one behind the other."""
    return "\n".join("\n".join(lines) for lines in graphs(rows).values())


def of(*texts: str, path: str = "{}.txt") -> str:
    """The graph of some texts."""
    return drawn(rows_of([article_of(t, path=path.format(i)) for i, t in enumerate(texts)]))


def edges(text: str) -> list[tuple[str, str, str, str]]:
    """Ends, style and label of each edge inside a cluster."""
    return [tuple(part.strip('"') for part in found) for found in _EDGE.findall(text)]  # type: ignore[misc]


def svg(text: str) -> etree._Element:
    """What Graphviz draws; it must say nothing on the way."""
    assert DOT is not None
    run = subprocess.run([DOT, "-Tsvg"], input=text.encode(), capture_output=True, check=True)
    assert run.stderr == b""
    return etree.fromstring(run.stdout)


def test_a_cluster_for_each_family_that_was_changed(rows: Rows) -> None:
    changed = [f for f in rows.families if f.id in rows.archetypes and f.id in rows.variants]
    assert drawn(rows).count("subgraph") == len(changed)


def test_every_row_of_copies_is_an_edge(rows: Rows) -> None:
    styles = Counter(style for *_, style, _ in edges(drawn(rows)))
    changed = {f.id for f in rows.families if f.id in rows.variants and f.id in rows.archetypes}
    held = [copy for name in changed for copy in rows.copies.get(name, [])]
    directions = Counter(copy.direction for copy in held)
    assert (styles["solid"], styles["dashed"]) == (directions["forward"], directions["undecided"])
    assert styles["dotted"] == sum(not rows.archetypes[name].conjecture for name in changed)


def test_edges_end_in_nodes(rows: Rows) -> None:
    text = drawn(rows)
    nodes = [name.strip('"') for name, _ in _NODE.findall(text)]
    for graph in graphs(rows).values():
        own = "\n".join(graph)
        names = [name for name, _ in _NODE.findall(own)]
        assert len(names) == len(set(names))
    assert {end for one, other, *_ in edges(text) for end in (one, other)} <= set(nodes)


def test_an_edge_says_what_was_changed() -> None:
    text = of(PIER, PIER, swapped(PIER, ("wooden", "timber"), ("Marrow Point", "Sand End")))
    labels = {other: label for _, other, _, label in edges(text)}
    assert "«timber» for «wooden»" in labels["1.C"]
    assert "«Sand» for «Marrow»" in labels["1.C"]
    assert labels["1.B"] == ""


def test_a_cut_and_words_left_out() -> None:
    text = of(
        ROOFS, ROOFS, " ".join(ROOFS.split()[:-5]), VALVE, VALVE, VALVE.replace(" by hand", "")
    )
    labels = [label for *_, label in edges(text)]
    assert "cut short" in labels
    assert "— for «by hand»" in labels


def test_many_changes_are_counted() -> None:
    pairs = (
        ("Aid", "Help"),
        ("begin", "start"),
        ("wreck", "hull"),
        ("raised", "lifted"),
        ("bay", "gulf"),
    )
    (label,) = {
        label for *_, label in edges(of(INQUIRY, INQUIRY, swapped(INQUIRY, *pairs))) if label
    }
    assert label.endswith("and 2 more")
    assert label.count(r"\n") == 3


def test_sigla_and_paths() -> None:
    labels = {label for _, label in _NODE.findall(of(PIER, swapped(PIER, ("wooden", "timber"))))}
    assert labels == {'"ω"', r'"A\n0.txt"', r'"B\n1.txt"'}


def test_many_that_read_alike_share_a_node() -> None:
    text = of(*[PIER] * 12, swapped(PIER, ("wooden", "timber")))
    labels = [label for _, label in _NODE.findall(text)]
    (crowd,) = (label for label in labels if "versions that read alike" in label)
    assert crowd.startswith('"11 versions')
    assert len(labels) == 4


@needs_graphviz
def test_graphviz_draws_every_file(case: Case, tmp_path: Path) -> None:
    for path in export(case, "dot", tmp_path):
        text = path.read_text(encoding="utf-8")
        document = svg(text)
        classes = Counter(group.get("class") for group in document.iter(f"{SVG}g"))
        assert classes["cluster"] == text.count("subgraph")
        assert classes["node"] == len(_NODE.findall(text))


@needs_graphviz
def test_text_is_data() -> None:
    text = of(NASTY, NASTY.replace("old", 'ru"in\\ed'), path='{} &amp; "<b>\\N"\n.txt')
    shown = " ".join("".join(part.itertext()) for part in svg(text).iter(f"{SVG}text"))
    assert '&amp; "<b>\\N" .txt' in " ".join(shown.split())
    assert '<script>alert("1")</script> & &lt;b&gt; ]]> \\N' in " ".join(shown.split())


@needs_graphviz
def test_a_case_that_shares_nothing_says_so(nothing_shared: Case, tmp_path: Path) -> None:
    (path,) = export(nothing_shared, "dot", tmp_path)
    assert "nothing to draw" in "".join(svg(path.read_text(encoding="utf-8")).itertext())
