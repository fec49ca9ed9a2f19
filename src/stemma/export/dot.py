"""Stemmata as the field draws them, in Graphviz's language: the archetype above, its copies below.

The file of a story holds a cluster for each of its families of shared prose in which something was changed.
"""

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from stemma.case import Case
from stemma.export.collation import Collation, Version, collated, held
from stemma.export.files import write
from stemma.export.original import original
from stemma.export.rows import Rows, Share, load, shares, short
from stemma.model import Archetype, Copy, Family
from stemma.report.plain import one_line

_SIGLUM = "ω"
_CHANGES = 3  # that are named on an edge
_CHANGE = 22  # characters of each side
_HEAD = 150  # characters of the wording over a cluster
_LINE = 60  # of them on a line
_PATH = 28
_MANY = 8  # copies of one exemplar that read alike, which share a node if there are more
_WIDE = 0.4  # height of a cluster, as a rule, by its width
_LOOK = (
    '  graph [rankdir=TB, nodesep=0.3, ranksep=0.5, labelloc=t, fontname="Helvetica"];',
    '  node [shape=box, fontname="Helvetica", fontsize=10, margin="0.08,0.04"];',
    '  edge [fontname="Helvetica", fontsize=9, arrowsize=0.6];',
)
_NONE = "No passage of shared prose stands in two wordings: there is nothing to draw."

_Read = tuple[int | None, ...]  # the numbers of readings, segment by segment


class _Drawn(NamedTuple):
    """A family in the making. `nodes`: the node of each witness (by id) and of the archetype; `read`: what
    each of them has; `copies`: an edge for each node that is a copy."""

    collation: Collation
    archetype: Archetype
    nodes: dict[str, str]
    read: dict[str, _Read]
    copies: list[Copy]


def dot(case: Case, folder: Path) -> list[Path]:
    """A file for each story, with the stemma of each of its families that has two wordings or more."""
    made = graphs(load(case))
    return [write(folder / name, (f"{line}\n" for line in lines)) for name, lines in made.items()]


def graphs(rows: Rows) -> dict[str, Iterator[str]]:
    """File name -> the lines of its text."""
    drawn = [f for f in rows.families if f.id in rows.archetypes and f.id in rows.variants]
    return {f"stemmata-{share.name}.dot": _graph(rows, share) for share in shares(rows, drawn)} or {
        "stemmata.dot": iter([*_opened("no-story", _NONE), "}"])
    }


def _opened(name: str, label: str) -> list[str]:
    return [f"digraph {_quoted(name)} {{", *_LOOK, f"  label={_quoted(one_line(label))};"]


def _graph(rows: Rows, share: Share) -> Iterator[str]:
    yield from _opened(share.name, share.title)
    columns = max(round((_WIDE * len(share.families)) ** 0.5), 1)
    above: list[_Drawn] = []
    for number, family in enumerate(share.families, 1):
        made = _drawn(rows, family, number)
        yield from _cluster(rows, made, number)
        if number > columns:
            # Side by side they would make a picture that nobody can look at.
            ends = " ".join(dict.fromkeys(above[-columns].nodes.values()))
            yield f"  {{{ends}}} -> {made.nodes[made.archetype.id]} [style=invis];"
        above.append(made)
    yield "}"


def _cluster(rows: Rows, made: _Drawn, number: int) -> Iterator[str]:
    family, archetype = made.collation.family, made.archetype
    yield f"  subgraph {_quoted(f'cluster_{number}')} {{"
    yield f"    label={_lines(textwrap.wrap(short(one_line(archetype.wording), _HEAD), _LINE))};"
    yield f"    tooltip={_quoted(family.id)}; style=rounded; color=gray60; fontsize=11;"
    look = "dashed" if archetype.conjecture else "solid"
    yield f"    {made.nodes[archetype.id]} [label={_quoted(_SIGLUM)}, shape=circle, fontsize=14, "
    yield f"      style={look}, tooltip={_quoted(one_line(archetype.how))}];"
    for name, versions in _held(made).items():
        yield f"    {name} {_node(rows, versions)}"
    if not archetype.conjecture:
        ends = f"{made.nodes[archetype.id]} -> {made.nodes[archetype.witness_id]}"
        yield f"    {ends} [style=dotted, arrowhead=none, tooltip={_quoted('has this wording')}];"
    for copy in made.copies:
        yield f"    {_edge(made, copy)}"
    yield "  }"


def _drawn(rows: Rows, family: Family, number: int) -> _Drawn:
    collation, archetype = collated(rows, family), rows.archetypes[family.id]
    copies = rows.copies.get(family.id, [])
    names = {version.witness.id: version.name for version in collation.versions}
    read: dict[str, _Read] = dict(zip(names, held(collation), strict=True))
    read[archetype.id] = original(collation, archetype).readings
    stands_for = _crowded(archetype, copies, read)
    nodes = {one: f"{number}.{names[stands_for.get(one, one)]}" for one in names}
    nodes[archetype.id] = f"{number}.{_SIGLUM}"
    return _Drawn(
        collation,
        archetype,
        {one: _quoted(name) for one, name in nodes.items()},
        read,
        [copy for copy in copies if stands_for.get(copy.copy_id, copy.copy_id) == copy.copy_id],
    )


def _crowded(
    archetype: Archetype, copies: Sequence[Copy], read: Mapping[str, _Read]
) -> dict[str, str]:
    """Witness -> the first of those that share its node: many copies of one exemplar that read alike and
    were not copied in their turn, or many for which no row says of what they are copies."""
    copied = {copy.exemplar_id for copy in copies} | {archetype.id, archetype.witness_id}
    alike: dict[tuple[object, ...], list[str]] = defaultdict(list)
    exemplars = {copy.copy_id: (copy.exemplar_id, copy.direction) for copy in copies}
    for one in read.keys() - copied:
        alike[exemplars.get(one), read[one]].append(one)
    crowds = [sorted(inside) for inside in alike.values() if len(inside) > _MANY]
    return {one: inside[0] for inside in crowds for one in inside}


def _held(made: _Drawn) -> dict[str, list[Version]]:
    """The versions that each node stands for."""
    found: dict[str, list[Version]] = defaultdict(list)
    for version in made.collation.versions:
        found[made.nodes[version.witness.id]].append(version)
    return found


def _node(rows: Rows, versions: Sequence[Version]) -> str:
    paths = [rows.articles[version.witness.article_id].path for version in versions]
    text = versions[0].witness.text
    if len(versions) == 1:
        label = _lines([versions[0].name, short(one_line(paths[0]), _PATH)])
        return f"[label={label}, tooltip={_quoted(one_line(f'{paths[0]}: {text}'))}];"
    names = textwrap.wrap(" ".join(version.name for version in versions), _LINE)
    label = _lines([f"{len(versions)} versions that read alike", *names])
    said = one_line(f"{', '.join(paths)}: {text}")
    return f"[label={label}, tooltip={_quoted(said)}];"


def _edge(made: _Drawn, copy: Copy) -> str:
    changes = list(_changes(made.collation, made.read[copy.exemplar_id], made.read[copy.copy_id]))
    more = [f"and {len(changes) - _CHANGES} more"] if len(changes) > _CHANGES else []
    look = "solid" if copy.direction == "forward" else "dashed"
    label = _lines([*changes[:_CHANGES], *more])
    ends = f"{made.nodes[copy.exemplar_id]} -> {made.nodes[copy.copy_id]}"
    said = one_line(f"{copy.direction}: {copy.how}")
    return f"{ends} [style={look}, label={label}, tooltip={_quoted(said)}];"


def _changes(collation: Collation, exemplar: _Read, copy: _Read) -> Iterator[str]:
    """What the copy has in place of what the exemplar has; where it is cut, that alone."""
    cut = False
    for at, (one, other) in enumerate(zip(exemplar, copy, strict=True)):
        if other is None and one is not None and not cut:
            yield "cut short"
            cut = True
        elif one is not None and other is not None and one != other:
            yield f"{_shown(collation, at, other)} for {_shown(collation, at, one)}"


def _shown(collation: Collation, at: int, number: int) -> str:
    reading = collation.segments[at].readings[number]
    if not reading.words or not reading.versions:
        return "—"
    version = collation.versions[reading.versions[0]]
    first, last = version.cells[at] or (0, 0)
    text = version.witness.text[version.words[first].start : version.words[last - 1].end]
    return f"«{short(one_line(text), _CHANGE)}»"


def _lines(lines: Iterable[str]) -> str:
    return '"' + r"\n".join(_escaped(line) for line in lines) + '"'


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    """Safe between quotation marks; Graphviz reads entities in labels too."""
    return text.replace("\\", r"\\").replace('"', r"\"").replace("&", "&amp;")
