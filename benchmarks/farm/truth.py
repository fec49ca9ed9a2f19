"""Writing a pile: the articles, and the truth about every passage of them."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.farm.library import Library
from benchmarks.farm.page import Page, Placed
from benchmarks.farm.passage import Op, Passage
from benchmarks.farm.pile import Pile
from benchmarks.farm.wires import Event

Places = dict[int, dict[str, Any]]


def write_pile(pile: Pile, library: Library, out: Path) -> None:
    """Write ``articles/NNN_site.txt`` and ``truth.json`` below ``out``."""
    (out / "articles").mkdir(parents=True, exist_ok=True)
    paths = article_paths(pile)
    for path, page in zip(paths, pile.pages, strict=True):
        (out / path).write_bytes(page.text.encode("utf-8"))
    (out / "truth.json").write_bytes(truth_text(pile, library).encode("utf-8"))


def article_paths(pile: Pile) -> list[str]:
    """The path of every article, relative to the folder of the pile."""
    width = max(3, len(str(len(pile.pages) - 1)))
    return [f"articles/{number:0{width}}_{page.site}.txt" for number, page in enumerate(pile.pages)]


def truth_text(pile: Pile, library: Library) -> str:
    """The truth as JSON, one row a line so that a diff can be read."""
    paths = article_paths(pile)
    library = library.only(pile.options.events)
    places = _places(pile, paths) if pile.options.chain else None
    articles = [_article(path, page, places) for path, page in zip(paths, pile.pages, strict=True)]
    parts = [
        f'"made_by": {_json(_made_by(pile))}',
        f'"events": {_lines([_json(_event(event)) for event in library.events])}',
        f'"wires": {_lines([_json(row) for row in _wires(pile, library, paths)])}',
        f'"articles": {_lines(articles)}',
    ]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _made_by(pile: Pile) -> dict[str, Any]:
    made_by = asdict(pile.options)
    if not pile.options.chain:
        del made_by["chain"]
    return made_by


def _places(pile: Pile, paths: list[str]) -> Places:
    """Where every passage is: its article and its number there."""
    return {
        id(placed.passage): {"path": path, "passage": number}
        for path, page in zip(paths, pile.pages, strict=True)
        for number, placed in enumerate(page.passages)
    }


def _event(event: Event) -> dict[str, Any]:
    """An event without its deeds, which stand with the reports of them."""
    row = asdict(replace(event, deeds={}))
    del row["deeds"]
    return row


def _wires(pile: Pile, library: Library, paths: list[str]) -> list[dict[str, Any]]:
    """Everything that is annotated, and where the wire can be read whole."""
    rows = []
    for wire in library.wires:
        carriers = [
            path
            for path, page in zip(paths, pile.pages, strict=True)
            if page.kind != "mosaic" and page.passages[0].passage.wire == wire.id
        ]
        row = asdict(wire)
        for told in (told for sentence in row["sentences"] for told in sentence["events"]):
            told.update(told.pop("deed"))  # beside its type, day and status
            del told["own"]
        rows.append({**row, "withheld": not carriers, "articles": carriers})
    return rows


def _article(path: str, page: Page, places: Places | None) -> str:
    head = {
        "path": path,
        "kind": page.kind,
        "event": page.event,
        "site": page.site,
        "date": page.date,
    }
    rows = [_json(_passage(placed, places)) for placed in page.passages]
    return _json(head)[:-1] + f', "passages": {_lines(rows)}}}'


def _passage(placed: Placed, places: Places | None) -> dict[str, Any]:
    passage = placed.passage
    row = {
        "start": placed.start,
        "end": placed.end,
        "role": passage.role,
        "wire": passage.wire,
        "sentence": passage.sentence,
        "part": passage.part,
        "ops": [_op(op) for op in passage.ops],
    }
    return row if places is None else {**row, "exemplar": _exemplar(passage, places)}


def _exemplar(passage: Passage, places: Places) -> dict[str, Any] | None:
    return None if passage.exemplar is None else places[id(passage.exemplar)]


def _op(op: Op) -> dict[str, Any]:
    row: dict[str, Any] = {"op": op.op, "at": op.at, "from": op.before, "to": op.after}
    return {**row, "note": op.note} if op.note else row


def _lines(rows: list[str]) -> str:
    return "[\n" + ",\n".join(rows) + "\n]"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=_iso)


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"cannot write {type(value).__name__}")
