"""Our own text with events marked in it, sentences with the status of one predicate, and CAMEO's codes.

``own/events.txt`` has a row a line, five columns with tabs between them: type, mode, contexts, CAMEO code,
sentence. ``-`` stands for nothing, commas part contexts. In the sentence

    [A The army] refused to talk and [P shelled] [R the town].

``A`` is who does it, ``R`` to whom, ``P`` the words that carry the event (in two pieces where it is in two).
``#= REJECT ACCUSE`` opens pairs at the boundary of two types: two rows a pair, one of each type, until the
next ``#=``. ``own/status.tsv`` has polarity, certainty, time, source and a sentence with one predicate ``P``;
``own/cameo.tsv`` has the codes. ``#`` begins a remark. Run as a program, it checks the files and counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

OWN = Path(__file__).parent / "own"
NONE = "NONE"
# PLOVER 2.0: the types and their modes.
MODES: dict[str, frozenset[str]] = {
    name: frozenset(modes.split())
    for name, modes in {
        "AGREE": "",
        "CONSULT": "visit third-party multilateral phone",
        "SUPPORT": "",
        "CONCEDE": "",
        "COOPERATE": "",
        "AID": "",
        "RETREAT": "withdraw release disarm ceasefire access resign",
        "REQUEST": "assist change yield meet",
        "ACCUSE": "disapprove investigate allege",
        "REJECT": "assist change yield meet",
        "THREATEN": "restrict arrest relations expel territory violence",
        "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
        "SANCTION": "convict expel withdraw discontinue",
        "MOBILIZE": "troops weapons police militia",
        "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
        "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives "
        "suicide-attack aerial drone heavy-weapons crowd-control unconventional",
    }.items()
}
CONTEXTS = frozenset(
    "military intelligence executive legislative election political_institutions pro_democracy "
    "pro_autocracy economic legal reparations human_rights rights_freedoms repression human_security "
    "gender lgbt religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration "
    "disasters natural_resource environment technology terrorism cbrn cyber misinformation crime "
    "corruption illegal_drugs trafficking".split()
)
POLARITIES = ("positive", "negative")
CERTAINTIES = ("certain", "probable", "possible", "unclear")
TIMES = ("past", "present", "future")
AUTHOR = "author"

T = TypeVar("T")

_MARK = re.compile(r"\[(?P<part>[ARP]) |(?P<close>\])")
_CODE = re.compile(r"(0[3-9]|1\d|20)\d{0,2}")


@dataclass(frozen=True)
class Part:
    """Marked words: code points of the sentence, end exclusive."""

    part: str
    start: int
    end: int


@dataclass(frozen=True)
class Marked:
    """A sentence without its marks, and its parts in the order in which they stand."""

    text: str
    parts: tuple[Part, ...]

    def words(self, part: str) -> tuple[str, ...]:
        """The words marked so."""
        return tuple(self.text[p.start : p.end] for p in self.parts if p.part == part)


@dataclass(frozen=True)
class Event:
    """A row of ``events.txt``. ``pair`` joins two rows at a boundary, counted from 0 in the file."""

    type: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    sentence: Marked
    pair: int | None


@dataclass(frozen=True)
class Voice:
    """One voice of a chain of sources: who speaks, and whether it denies what it speaks of."""

    words: str
    denies: bool


@dataclass(frozen=True)
class Status:
    """A row of ``status.tsv``: what the last of its sources holds of the predicate."""

    polarity: str
    certainty: str
    time: str
    source: tuple[Voice, ...]
    sentence: Marked


@dataclass(frozen=True)
class Cameo:
    """A CAMEO code: what the table of 2021 prints for it, and the same in the words of PLOVER 2.0."""

    code: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    printed_mode: str | None
    printed_contexts: tuple[str, ...]
    gloss: str


def marked(line: str) -> Marked:
    """Reads a sentence with marks. Raises ValueError where they do not fit together."""
    text: list[str] = []
    length, last = 0, 0
    opened: tuple[str, int] | None = None
    parts: list[Part] = []
    for mark in _MARK.finditer(line):
        text.append(line[last : mark.start()])
        length += mark.start() - last
        last = mark.end()
        if mark["close"] is None:
            if opened:
                raise ValueError(f"a mark within a mark: {line!r}")
            opened = (mark["part"], length)
        elif opened is None:
            raise ValueError(f"']' closes nothing: {line!r}")
        else:
            parts.append(Part(opened[0], opened[1], length))
            opened = None
    text.append(line[last:])
    made = Marked("".join(text), tuple(parts))
    if opened or "[" in made.text:
        raise ValueError(f"a mark is not closed or unknown: {line!r}")
    for part in parts:
        words = made.text[part.start : part.end]
        if not words or words != words.strip():
            raise ValueError(f"blanks at an edge: {words!r} in {line!r}")
    if made.text != " ".join(made.text.split()):
        raise ValueError(f"blanks too many: {line!r}")
    return made


def _one_of(value: str, allowed: frozenset[str] | tuple[str, ...], what: str) -> str:
    if value not in allowed:
        raise ValueError(f"no {what}: {value!r}")
    return value


def _mode(value: str, of: str) -> str | None:
    return None if value == "-" else _one_of(value, MODES.get(of, frozenset()), f"mode of {of}")


def _contexts(value: str) -> tuple[str, ...]:
    found = () if value == "-" else tuple(_one_of(c, CONTEXTS, "context") for c in value.split(","))
    if len(set(found)) != len(found):
        raise ValueError(f"a context twice: {value!r}")
    return found


def _code(value: str) -> str:
    if not _CODE.fullmatch(value):
        raise ValueError(f"no CAMEO code: {value!r}")
    return value


def _columns(line: str, number: int) -> list[str]:
    found = line.split("\t")
    if len(found) != number or not all(found) or any(c != c.strip() for c in found):
        raise ValueError(f"not {number} columns: {line!r}")
    return found


def event(line: str, pair: int | None = None) -> Event:
    """Reads a row of ``events.txt``. Raises ValueError."""
    kind, mode, contexts, code, words = _columns(line, 5)
    sentence = marked(words)
    if kind == NONE:
        if (mode, contexts, code) != ("-", "-", "-"):
            raise ValueError(f"{NONE} has neither mode nor context nor code: {line!r}")
        return Event(NONE, None, (), None, sentence, pair)
    _one_of(kind, frozenset(MODES), "type")
    if not sentence.words("P"):
        raise ValueError(f"no predicate: {line!r}")
    return Event(kind, _mode(mode, kind), _contexts(contexts), _code(code), sentence, pair)


def status(line: str) -> Status:
    """Reads a row of ``status.tsv``. Raises ValueError."""
    polarity, certainty, time, chain, words = _columns(line, 5)
    sentence = marked(words)
    if [p.part for p in sentence.parts] != ["P"]:
        raise ValueError(f"not one predicate: {line!r}")
    voices = tuple(Voice(v.lstrip("!"), v.startswith("!")) for v in chain.split(" > "))
    for voice in voices:
        if voice != Voice(AUTHOR, False) and voice.words not in sentence.text:
            raise ValueError(f"the source {voice.words!r} is not in the sentence: {line!r}")
    if len(voices) > 1 and any(voice.words == AUTHOR for voice in voices):
        raise ValueError(f"the author stands alone: {line!r}")
    return Status(
        _one_of(polarity, POLARITIES, "polarity"),
        _one_of(certainty, CERTAINTIES, "certainty"),
        _one_of(time, TIMES, "time"),
        voices,
        sentence,
    )


def cameo(line: str) -> Cameo:
    """Reads a row of ``cameo.tsv``. Raises ValueError."""
    code, kind, mode, contexts, printed_mode, printed_contexts, gloss = _columns(line, 7)
    _one_of(kind, frozenset(MODES), "type")
    return Cameo(
        _code(code),
        kind,
        _mode(mode, kind),
        _contexts(contexts),
        None if printed_mode == "-" else printed_mode,
        () if printed_contexts == "-" else tuple(printed_contexts.split(",")),
        gloss,
    )


def _rows(path: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("#=") or (line and not line.startswith("#")):
            yield number, line


def _read(path: Path, reader: Callable[[str], T]) -> list[T]:
    found: list[T] = []
    for number, line in _rows(path):
        try:
            found.append(reader(line))
        except ValueError as error:
            raise ValueError(f"{path}:{number}: {error}") from error
    return found


class _Pairs:
    """Reads rows one by one and sees to it that pairs at a boundary are whole."""

    def __init__(self) -> None:
        self.types: frozenset[str] = frozenset()
        self.first: Event | None = None
        self.count = 0

    def read(self, line: str) -> Event | None:
        if line.startswith("#="):
            self.open(line[2:].split())
            return None
        made = event(line, self.count if self.types else None)
        if not self.types:
            return made
        if self.first is None:
            self.first = made
        elif {self.first.type, made.type} == self.types:
            self.first, self.count = None, self.count + 1
        else:
            raise ValueError(f"no pair of {sorted(self.types)}: {line!r}")
        return made

    def open(self, types: list[str]) -> None:
        if self.first is not None:
            raise ValueError("half a pair")
        self.types = frozenset(_one_of(t, frozenset(MODES) | {NONE}, "type") for t in types)
        if len(self.types) != len(types) or len(types) not in (0, 2):
            raise ValueError(f"not two types: {types}")


def events(path: Path = OWN / "events.txt") -> list[Event]:
    """The rows of ``events.txt``. Raises ValueError with file and line."""
    pairs = _Pairs()
    found = [row for row in _read(path, pairs.read) if row is not None]
    if pairs.first is not None:
        raise ValueError(f"{path}: half a pair at the end")
    return _unlike(path, found, lambda row: (row.sentence, row.type))


def statuses(path: Path = OWN / "status.tsv") -> list[Status]:
    """The rows of ``status.tsv``. Raises ValueError with file and line."""
    return _unlike(path, _read(path, status), lambda row: (row.sentence, row.source))


def codes(path: Path = OWN / "cameo.tsv") -> dict[str, Cameo]:
    """The rows of ``cameo.tsv`` by their code. Raises ValueError with file and line."""
    return {row.code: row for row in _unlike(path, _read(path, cameo), lambda row: row.code)}


def _unlike(path: Path, rows: list[T], key: Callable[[T], object]) -> list[T]:
    twice = [k for k, count in Counter(map(key, rows)).items() if count > 1]
    if twice:
        raise ValueError(f"{path}: twice: {twice[0]}")
    return rows


def _of_events(rows: list[Event], table: dict[str, Cameo]) -> Iterator[str]:
    kinds = Counter(row.type for row in rows)
    yield f"{len(rows)} rows, {len({row.sentence.text for row in rows})} sentences: {dict(kinds)}"
    boundary: dict[int, set[str]] = {}
    for row in rows:
        if row.pair is not None:
            boundary.setdefault(row.pair, set()).add(row.type)
    pairs = Counter(" ".join(sorted(types)) for types in boundary.values())
    yield f"{len(boundary)} pairs at boundaries: {dict(pairs)}"
    for part, what in (("A", "actor"), ("R", "recipient")):
        yield f"with {what}: {sum(bool(row.sentence.words(part)) for row in rows)}"
    yield f"modes: {dict(Counter(f'{row.type} {row.mode}' for row in rows if row.mode))}"
    yield f"contexts: {dict(Counter(c for row in rows for c in row.contexts).most_common())}"
    other = Counter(
        f"{row.cameo} {row.type}" for row in rows if row.cameo and table[row.cameo].type != row.type
    )
    yield f"codes that the table gives another type: {dict(other)}"


def _of_statuses(rows: list[Status]) -> Iterator[str]:
    yield f"{len(rows)} rows, {len({row.sentence.text for row in rows})} sentences"
    for name in ("polarity", "certainty", "time"):
        yield f"{name}: {dict(Counter(getattr(row, name) for row in rows))}"
    voices = Counter(
        "denies" if row.source[-1].denies else AUTHOR if row.source[-1].words == AUTHOR else "says"
        for row in rows
    )
    yield f"source: {dict(voices)}"


def _main() -> None:
    table, rows = codes(), events()
    for row in rows:
        if row.cameo and row.cameo not in table:
            raise ValueError(f"{row.cameo} is not in cameo.tsv: {row.sentence.text!r}")
    kinds = Counter(row.type for row in table.values())
    print(f"cameo.tsv: {len(table)} codes, {dict(kinds)}")
    print("\n  ".join(["events.txt:", *_of_events(rows, table)]))
    print("\n  ".join(["status.tsv:", *_of_statuses(statuses())]))


if __name__ == "__main__":
    _main()
