"""A family's tree in words: each wording under the one that it was copied from."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stemma.pedigree import Change, Edge, Pedigree
from stemma.remarks import count
from stemma.report.boxes import letters
from stemma.report.drawing import Branch, draw
from stemma.report.plain import one_line
from stemma.report.shown import Shown
from stemma.report.view import Kin, Tree
from stemma.report.words import listed

MOST_WORDINGS = 16
_MOST_LETTERS = 8  # the versions of a statement are all listed beside it
_MOST_CHANGES = 6
_LONGEST = 80  # characters of a reading that is named
_ORIGINAL = -1  # the node of a likely original that no version has


class _Shape(NamedTuple):
    """What hangs under what, and which wordings hang on nothing; at most so many as there is room for."""

    root: int
    below: Mapping[int, Sequence[int]]
    left_out: int


def tree(shown: Shown, made: Pedigree, number: int) -> Tree | None:
    """None for a family with one wording, or of which no descent is examined."""
    if made.archetype is None or made.nodes == 1:
        return None
    shape = _shape(made)
    top = _kin(shown, made, shape, shape.root, None)
    width, height, spots, strokes = draw(_branch(shown, made, shape, shape.root, None))
    said = f"Family tree of statement {number}: {count(made.nodes, 'wording')}"
    return Tree(width, height, spots, strokes, top, said, shape.left_out)


def _shape(made: Pedigree) -> _Shape:
    root = _ORIGINAL if made.root is None else made.root
    under: dict[int, list[int]] = defaultdict(list)
    for wording, edge in made.edges.items():
        under[_ORIGINAL if edge.exemplar is None else edge.exemplar].append(wording)
    order = [root]
    for at in order:
        order.extend(one for one in under[at] if one not in order)
    loose = [one.number for one in made.wordings.all if one.number not in order]
    kept = [*order, *loose][:MOST_WORDINGS]
    below = {at: [one for one in under[at] if one in kept] for at in kept if at not in loose}
    below[root] = [*below[root], *(one for one in loose if one in kept)]
    return _Shape(root, below, len(order) + len(loose) - len(kept))


def _edge(made: Pedigree, wording: int, parent: int | None) -> Edge | None:
    """The edge by which a wording hangs on its parent; None if it only stands there."""
    edge = made.edges.get(wording)
    holder = None if parent == _ORIGINAL else parent
    return edge if edge is not None and edge.exemplar == holder else None


def _kin(shown: Shown, made: Pedigree, shape: _Shape, at: int, parent: int | None) -> Kin:
    edge = None if parent is None else _edge(made, at, parent)
    inside = () if at == _ORIGINAL else made.wordings.all[at].witnesses
    held, more = shown.some(inside, _MOST_LETTERS)
    return Kin(
        pages=held,
        more=more,
        said=_said(shown, made, at, parent, edge),
        changes=_changes(made, at, edge),
        reasons=tuple(shown.reason(edge.how).split("; ")) if edge else (),
        below=tuple(_kin(shown, made, shape, one, at) for one in shape.below.get(at, ())),
    )


def _said(shown: Shown, made: Pedigree, at: int, parent: int | None, edge: Edge | None) -> str:
    if parent is None:
        return "a conjecture that no page has" if at == _ORIGINAL else "its words are on"
    if edge is None:
        return "nothing is said of its descent"
    whole = parent == shape_root(made)
    name = "the likely original" if whole else letters(shown, made.wordings.all[parent].witnesses)
    return f"from {name}" if edge.forward else f"undecided, perhaps from {name}"


def shape_root(made: Pedigree) -> int:
    """The node of the likely original."""
    return _ORIGINAL if made.root is None else made.root


def _changes(made: Pedigree, at: int, edge: Edge | None) -> tuple[str, ...]:
    """What it has otherwise than what it was copied from, unless the reasons name all of it."""
    found = made.changes(edge.exemplar, at) if edge else ()
    if edge and all(_named(one) in one_line(edge.how) for one in found):
        return ()
    more = len(found) - _MOST_CHANGES
    said = tuple(map(_change, found[:_MOST_CHANGES]))
    return (*said, f"and {more} more") if more > 0 else said


def _named(one: Change) -> str:
    """A change as lineage writes it among its reasons."""
    return f"«{one_line(one.newer) or '—'}» for «{one_line(one.older) or '—'}»"


def _change(one: Change) -> str:
    older, newer = _short(one.older), _short(one.newer)
    if not newer:
        return f"lacks «{older}»"
    return f"has «{newer}» for «{older}»" if older else f"has «{newer}» besides"


def _short(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rpartition(" ")[0] + " …"


def _branch(shown: Shown, made: Pedigree, shape: _Shape, at: int, parent: int | None) -> Branch:
    edge = None if parent is None else _edge(made, at, parent)
    inside = () if at == _ORIGINAL else made.wordings.all[at].witnesses
    said = _said(shown, made, at, parent, edge)
    why = "; ".join([*_changes(made, at, edge), *([shown.reason(edge.how)] if edge else [])])
    kind = "wording" if parent is not None else "conjecture" if at == _ORIGINAL else "original"
    return Branch(
        kind=kind,
        letters=tuple(shown.letters(inside)),
        said=listed(shown.paths(inside), _MOST_LETTERS) or said,
        edge=None if edge is None else edge.forward,
        why=f"{said}: {why}" if why else said,
        below=tuple(_branch(shown, made, shape, one, at) for one in shape.below.get(at, ())),
    )
