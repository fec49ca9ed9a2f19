"""Who copied whom as two graphs in GraphML 1.0: articles, and the passages that they share.

Every row of `copies` is in both. A row whose direction is undecided is marked, never left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from stemma.case import Case
from stemma.export.files import attributes, write, xml
from stemma.export.rows import Rows, load, short
from stemma.model import Archetype, Copy

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<graphml xmlns="{_NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    f'xsi:schemaLocation="{_NAMESPACE} {_NAMESPACE}/1.0/graphml.xsd">\n'
)
_LABEL = 40  # characters

Value = str | int | bool | None
_TYPES = {str: "string", int: "int", bool: "boolean"}


class _Element(NamedTuple):
    """A node (without ends) or an edge, with what is known of it."""

    id: str
    values: dict[str, Value]
    ends: tuple[str, str] | None = None


# Attribute -> its type, for the nodes and for the edges of each graph.
_ARTICLE: dict[str, type] = {
    "label": str, "kind": str, "path": str, "site": str, "title": str, "published": str, "story": str,
    "text": str,
}  # fmt: skip
_DRAWN: dict[str, type] = {
    "weight": int, "direction": str, "passages": int, "decided": int, "undecided": int, "original": int,
    "copies": str,
}  # fmt: skip
_PASSAGE: dict[str, type] = {
    "label": str, "kind": str, "family": str, "story": str, "article": str, "path": str, "start": int,
    "end": int, "whole": bool, "wording": int, "witness": str, "text": str,
}  # fmt: skip
_COPY: dict[str, type] = {"family": str, "direction": str, "parallel": str, "how": str}


def graphml(case: Case, folder: Path) -> list[Path]:
    """`articles.graphml` and `passages.graphml`."""
    made = graphs(load(case))
    return [write(folder / name, pieces) for name, pieces in made.items()]


def graphs(rows: Rows) -> dict[str, Iterator[str]]:
    """File name -> the pieces of its text."""
    articles = chain(_articles(rows), _hypothetical(rows), _drawn(rows))
    passages = chain(_passages(rows), _archetypes(rows), _copies(rows))
    return {
        "articles.graphml": _document("articles", _ARTICLE, _DRAWN, articles),
        "passages.graphml": _document("passages", _PASSAGE, _COPY, passages),
    }


# -- articles -------------------------------------------------------------------------------------


def _articles(rows: Rows) -> Iterator[_Element]:
    for article in rows.articles.values():
        label = f"{rows.sigla[article.id]} {short(article.path, _LABEL)}"
        yield _Element(
            article.id,
            {"label": label, "kind": "article", "path": article.path, "site": article.site,
             "title": article.title, "published": article.published, "story": article.story_id},
        )  # fmt: skip


def _hypothetical(rows: Rows) -> Iterator[_Element]:
    """A text that is in no article of the pile, for each archetype that is a conjecture."""
    for family in rows.families:
        archetype = rows.archetypes.get(family.id)
        if archetype is not None and archetype.conjecture:
            label = f"ω {short(archetype.wording, _LABEL)}"
            values = {"label": label, "kind": "hypothetical", "story": family.story_id}
            yield _Element(archetype.id, {**values, "text": archetype.wording})


def _drawn(rows: Rows) -> Iterator[_Element]:
    """An edge for each pair of which one is copied from the other somewhere, with the rows for it."""
    held: dict[tuple[str, str], list[Copy]] = defaultdict(list)
    for family in rows.families:
        holder = {w.id: w.article_id for w in rows.witnesses[family.id]}
        archetype = rows.archetypes.get(family.id)
        if archetype is not None:
            holder[archetype.id] = archetype.id if archetype.conjecture else archetype.article_id
        for copy in rows.copies.get(family.id, []):
            held[holder[copy.exemplar_id], copy.article_id].append(copy)
    for number, (ends, copies) in enumerate(sorted(held.items()), 1):
        yield _Element(f"edge-{number}", _counted(copies), ends)


def _counted(copies: list[Copy]) -> dict[str, Value]:
    decided = sum(copy.direction == "forward" for copy in copies)
    return {
        "weight": len(copies),
        "direction": "forward" if decided else "undecided",
        "passages": len(copies),
        "decided": decided,
        "undecided": len(copies) - decided,
        "original": sum(copy.exemplar_id.startswith("archetype-") for copy in copies),
        "copies": " ".join(sorted(copy.id for copy in copies)),
    }


# -- passages -------------------------------------------------------------------------------------


def _passages(rows: Rows) -> Iterator[_Element]:
    for family in rows.families:
        for one in rows.witnesses[family.id]:
            label = f"{rows.sigla[one.article_id]} {short(one.text, _LABEL)}"
            path = rows.articles[one.article_id].path
            yield _Element(
                one.id,
                {"label": label, "kind": "witness", "family": family.id, "story": family.story_id,
                 "article": one.article_id, "path": path, "start": one.start, "end": one.end,
                 "whole": one.whole, "wording": one.wording, "text": one.text},
            )  # fmt: skip


def _archetypes(rows: Rows) -> Iterator[_Element]:
    for family in rows.families:
        if archetype := rows.archetypes.get(family.id):
            story: dict[str, Value] = {"family": family.id, "story": family.story_id}
            yield _Element(archetype.id, {**_original(archetype), **story})


def _original(archetype: Archetype) -> dict[str, Value]:
    return {
        "label": f"ω {short(archetype.wording, _LABEL)}",
        "kind": "hypothetical" if archetype.conjecture else "archetype",
        "witness": archetype.witness_id,
        "text": archetype.wording,
    }


def _copies(rows: Rows) -> Iterator[_Element]:
    for family in rows.families:
        for copy in rows.copies.get(family.id, []):
            yield _Element(
                copy.id,
                {"family": copy.family_id, "direction": copy.direction, "parallel": copy.parallel_id,
                 "how": copy.how},
                (copy.exemplar_id, copy.copy_id),
            )  # fmt: skip


# -- GraphML --------------------------------------------------------------------------------------


def _document(
    name: str, nodes: Mapping[str, type], edges: Mapping[str, type], elements: Iterable[_Element]
) -> Iterator[str]:
    yield _HEAD
    yield from _keys("node", nodes)
    yield from _keys("edge", edges)
    yield f"  <graph{attributes({'id': name, 'edgedefault': 'directed'})}>\n"
    for element in elements:
        yield from _element(element, nodes if element.ends is None else edges)
    yield "  </graph>\n</graphml>\n"


def _keys(domain: str, types: Mapping[str, type]) -> Iterator[str]:
    for name, kind in types.items():
        said = {"id": f"{domain}-{name}", "for": domain, "attr.name": name}
        yield f"  <key{attributes({**said, 'attr.type': _TYPES[kind]})}/>\n"


def _element(element: _Element, types: Mapping[str, type]) -> Iterator[str]:
    domain = "node" if element.ends is None else "edge"
    ends = dict(zip(("source", "target"), element.ends or (), strict=False))
    yield f"    <{domain}{attributes({'id': element.id, **ends})}>\n"
    for name in types:
        value = element.values.get(name)
        if value is not None:
            shown = str(value).lower() if isinstance(value, bool) else str(value)
            yield f'      <data key="{domain}-{name}">{xml(shown)}</data>\n'
    yield f"    </{domain}>\n"
