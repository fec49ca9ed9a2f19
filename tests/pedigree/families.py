"""A family made by hand: a base, and versions of it given as what they have in place of its words."""

from collections.abc import Mapping
from typing import NamedTuple

from stemma.model import Archetype, Copy, Family, Parallel, Variant, Witness, span_id

BASE = "The old dyke broke on Monday, killing nine people in the town."


def article(letter: str) -> str:
    """An article's id, from its letter."""
    return f"a{ord(letter):012x}"


def witness(letter: str) -> str:
    """The id of an article's witness."""
    return span_id("witness", article(letter), 0, len(BASE))


FAMILY = f"family-{article('A')}-0-{len(BASE)}"
ARCHETYPE = f"archetype-{article('A')}-0-{len(BASE)}"


class Records(NamedTuple):
    """The rows of a family, in the order in which `pedigree` takes them."""

    family: Family
    witnesses: list[Witness]
    variants: list[Variant]
    parallels: list[Parallel]
    archetype: Archetype | None
    copies: list[Copy]


def records(
    versions: Mapping[str, Mapping[str, str]],
    copies: Mapping[str, tuple[str | None, str]] | None = None,
    archetype: str | None = None,
    text: str = BASE,
    restored: tuple[str, ...] = (),
    ends: Mapping[str, str] | None = None,
) -> Records:
    """`versions`: letter -> {words of the base: what it has instead; `+words`: before them}; `ends`:
    letter -> the last of the base's words that it has; `copies`: letter -> (exemplar's letter or None,
    direction); `archetype`: the letter of its witness; `text`, `restored`: of the archetype."""
    cut = {name: BASE.index(word) + len(word) for name, word in (ends or {}).items()}
    return Records(
        _family(len(versions)),
        [
            _witness(name, _told(versions[name], cut.get(name)), name not in cut)
            for name in versions
        ],
        _variants(versions, cut),
        [_parallel(name, cut.get(name, len(BASE))) for name in versions if name != "A"],
        None if archetype is None else _archetype(archetype, text, restored),
        [_copy(name, *edge) for name, edge in (copies or {}).items()],
    )


def _family(size: int) -> Family:
    return Family(
        id=FAMILY, story_id=None, kind="prose", carriers=size,
        texts=size, witnesses=size, core=5, base_id=witness("A"), article_id=article("A"), start=0,
        end=len(BASE), how="", text=BASE,
    )  # fmt: skip


def _told(changes: Mapping[str, str], cut: int | None) -> str:
    text = BASE[:cut]
    for words, instead in changes.items():
        new = f"{instead[1:]} {words}" if instead.startswith("+") else instead
        text = text.replace(words, new)
    return text


def _witness(letter: str, text: str, whole: bool) -> Witness:
    return Witness(
        witness(letter),
        FAMILY,
        article(letter), "", 0, len(BASE),
        whole, 0, False, "aligned", text,
    )  # fmt: skip


def _parallel(letter: str, end: int) -> Parallel:
    return Parallel(
        f"parallel-{letter}", FAMILY, witness(letter), witness("A"), article(letter), 0, len(BASE),
        article("A"), 0, end, 9, 9, 9.0, "", "",
    )  # fmt: skip


def _variants(versions: Mapping[str, Mapping[str, str]], cut: Mapping[str, int]) -> list[Variant]:
    held: dict[tuple[int, int, str], list[str]] = {}
    for letter, changes in versions.items():
        for words, instead in changes.items():
            at = BASE.index(words)
            # `+word`: put in before these words.
            end = at if instead.startswith("+") else at + len(words)
            held.setdefault((at, end, instead.removeprefix("+")), []).append(letter)
    for letter, end in cut.items():
        held.setdefault((end + 1, len(BASE) - 1, ""), []).append(letter)
    return [_variant(*place, letters) for place, letters in sorted(held.items())]


def _variant(start: int, end: int, text: str, letters: list[str]) -> Variant:
    kind = "omission" if not text else "addition" if start == end else "swap"
    swap = f"swap_{BASE[start:end]}" if kind == "swap" else None
    return Variant(
        f"variant-{start}-{end}-{text}", FAMILY, 0, kind, swap, BASE[start:end], start, end,
        tuple(map(witness, letters)), article(letters[0]), 0, 0, "", text,
    )  # fmt: skip


def _archetype(letter: str, text: str, restored: tuple[str, ...]) -> Archetype:
    conjecture = bool(restored) or "[" in text
    return Archetype(
        ARCHETYPE, FAMILY, conjecture, witness(letter), restored,
        "a word" if "[" in text else None, article(letter), 0, len(BASE), text, "", "",
    )  # fmt: skip


def _copy(letter: str, exemplar: str | None, direction: str) -> Copy:
    whence = ARCHETYPE if exemplar is None else witness(exemplar)
    return Copy(
        f"copy-{letter}", FAMILY, "", whence, witness(letter), direction, article(letter), 0, len(BASE),
        f"reasons of {letter}", "",
    )  # fmt: skip
