"""Attributions against brat annotations: what `measure quotes` prints.

Data: a folder with `text/*.txt` and `attributions/*.ann`, in which events join Source, Cue and Content.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from stemma.clean import clean
from stemma.errors import UsageError
from stemma.model import Article, article_id, columns
from stemma.quotes import Place, Said, line_of, said_in
from stemma.reader.model import OnnxReader
from stemma.text.marks import quoted_spans

Places = tuple[Place, ...]
_HALF = 0.5
_KINDS = ("direct", "mixed", "indirect")


class Attribution(NamedTuple):
    """Gold or found: places of source, cue and content, each in pieces, empty where there is none."""

    source: Places
    cue: Places
    content: Places


def measure_quotes(data: Path) -> dict[str, Any]:
    """By kind of content: how many of the gold's contents are overlapped by one that was found, and by one
    of the same half; of these that have a source, how many are given one, and how many the right one. And F1
    of exact spans."""
    reader = OnnxReader()
    counts: Counter[str] = Counter()
    for text_path, gold_path in _files(data):
        text = text_path.read_text(encoding="utf-8")
        gold = [g for g in read_brat(gold_path) if g.content]
        found = found_in(text, reader)
        counts.update(_spans(gold, found))
        for one in gold:
            counts.update(_of_one(one, found, text))
    return {"task": "quotes", "articles": counts["articles"], **_told(counts)}


def _files(data: Path) -> Iterator[tuple[Path, Path]]:
    """Each text with its annotation; the first of several annotators' (`NAME_xxxx.ann`)."""
    found: dict[str, Path] = {}
    for path in sorted((data / "attributions").glob("*.ann"), reverse=True):
        found[path.stem] = found[path.stem.rpartition("_")[0]] = path
    known = [(p, found[p.stem]) for p in sorted((data / "text").glob("*.txt")) if p.stem in found]
    if not known:
        raise UsageError(
            f"'{data}' has no annotated texts.",
            remedy="Name a folder with text/NAME.txt and attributions/NAME.ann.",
        )
    yield from known


def read_brat(path: Path) -> list[Attribution]:
    """The attributions of a brat file."""
    places: dict[str, Places] = {}
    found: list[Attribution] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("T") and len(fields) > 1:
            spans = fields[1].partition(" ")[2].split(";")
            places[fields[0]] = tuple((int(a), int(b)) for a, b in (s.split() for s in spans))
        elif line.startswith("E"):
            parts: dict[str, list[Place]] = defaultdict(list)
            for role, name in re.findall(r"([A-Z][a-z]+)\d*:(T\d+)", fields[1]):
                parts[role].extend(places.get(name, ()))
            found.append(
                Attribution(*(tuple(sorted(parts[r])) for r in ("Source", "Cue", "Content")))
            )
    return found


def found_in(text: str, reader: OnnxReader) -> list[Attribution]:
    """What stemma finds in the text of one article, each sentence taken to follow on the one before."""
    return [_attribution(said) for said in said_of_text(text, reader)]


def said_of_text(text: str, reader: OnnxReader) -> list[Said]:
    """The same as the quotes stage has it."""
    parts = clean(_article(text))
    number = {block.id: n for n, block in enumerate(parts.blocks)}
    read = reader.read([s.text for s in parts.sentences]).iter_rows(named=True)
    lines = [
        line_of(s, number[s.block_id], row) for s, row in zip(parts.sentences, read, strict=True)
    ]
    return said_in(text, parts.blocks, lines, range(1, len(lines)))


def _article(text: str) -> Article:
    """An article of which nothing else is known; the text as it is, since offsets refer to it."""
    known = dict.fromkeys(columns(Article))
    known |= {
        "id": article_id(text, (), ""), "path": "text.txt", "published_how": "unknown",
        "language": "en", "language_how": "told", "format": "text", "text": text,
    }  # fmt: skip
    return Article(**known)  # type: ignore[arg-type]


def _attribution(said: Said) -> Attribution:
    claim = said.claim
    return Attribution(
        (claim.source,) if claim.source else (), (claim.cue,) if claim.cue else (), claim.content
    )


def _shared(one: Places, other: Places) -> int:
    return sum(max(min(b, d) - max(a, c), 0) for a, b in one for c, d in other)


def _size(places: Places) -> int:
    return sum(b - a for a, b in places)


def _alike(one: Places, other: Places) -> float:
    shared = _shared(one, other)
    return shared / max(_size(one) + _size(other) - shared, 1)


def kind_of(content: Places, text: str) -> str:
    """Whether all, some or none of the words stand in quotation marks."""
    first = text.rfind("\n", 0, content[0][0]) + 1
    last = text.find("\n", content[-1][1])
    spans = quoted_spans(text[first : last if last >= 0 else len(text)])
    marks: Places = tuple((first + a, first + b) for a, b in spans)
    words = [
        (m.start() + a, m.end() + a) for a, b in content for m in re.finditer(r"\w+", text[a:b])
    ]
    inside = sum(bool(_shared((word,), marks)) for word in words)
    return "indirect" if not inside else "direct" if inside == len(words) else "mixed"


def _of_one(gold: Attribution, found: Iterable[Attribution], text: str) -> dict[str, int]:
    kind = kind_of(gold.content, text)
    best = max(found, key=lambda f: _alike(gold.content, f.content), default=None)
    alike = _alike(gold.content, best.content) if best else 0.0
    said = {f"{kind} gold": 1, f"{kind} found": int(alike > 0), f"{kind} half": int(alike >= _HALF)}
    if alike > 0 and gold.source and best is not None:
        said[f"{kind} asked"] = 1
        said[f"{kind} given"] = int(bool(best.source))
        said[f"{kind} right"] = int(_shared(gold.source, best.source) > 0)
    return said


def _spans(gold: Sequence[Attribution], found: Sequence[Attribution]) -> dict[str, int]:
    said: dict[str, int] = {"articles": 1}
    for part in ("source", "cue", "content"):
        true = {getattr(one, part) for one in gold} - {()}
        mine = {getattr(one, part) for one in found} - {()}
        said |= {
            f"{part} both": len(true & mine), f"{part} gold": len(true), f"{part} mine": len(mine)
        }  # fmt: skip
    return said


def _told(counts: Counter[str]) -> dict[str, Any]:
    def share(one: str, other: str) -> float:
        return round(100 * counts[one] / max(counts[other], 1), 1)

    said: dict[str, Any] = {}
    for kind in _KINDS:
        said[kind] = {
            "contents": counts[f"{kind} gold"],
            "overlapped": share(f"{kind} found", f"{kind} gold"),
            "half": share(f"{kind} half", f"{kind} gold"),
            "speaker_given": share(f"{kind} given", f"{kind} asked"),
            "speaker_right": share(f"{kind} right", f"{kind} given"),
        }
    for part in ("source", "cue", "content"):
        both, gold, mine = (counts[f"{part} {k}"] for k in ("both", "gold", "mine"))
        said[f"{part}_f1"] = round(200 * both / max(gold + mine, 1), 1)
        said[f"{part}_precision"] = round(100 * both / max(mine, 1), 1)
    return said
