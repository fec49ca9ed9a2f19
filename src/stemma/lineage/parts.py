"""What an article consists of: each piece of its prose, and where it comes from as far as the pile shows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from stemma.lineage.swaps import NAME_FORMS
from stemma.model import Block, Copy, Family, Part, Sentence, Swap, Tag, Variant, Witness, span_id
from stemma.text.marks import quoted_spans
from stemma.text.tokens import compared_words, words

_PROSE = frozenset({"headline", "paragraph", "caption", "insert"})
_FEWEST = 3  # words of a piece between witnesses
_CLAUSE = 2  # words outside of quotation marks that are a clause, as `she said`


class _Known(NamedTuple):
    """What pieces are told by, each by id."""

    families: dict[str, Family]
    edges: dict[str, Copy]
    exemplars: frozenset[str]
    swapped: dict[str, tuple[str, ...]]
    clauses: dict[str, bool]


def parts_of(
    blocks: Iterable[Block],
    sentences: Sequence[Sentence],
    families: Iterable[Family],
    witnesses: Sequence[Witness],
    variants: Iterable[Variant],
    swaps: Iterable[Swap],
    copies: Sequence[Copy],
    tags: Iterable[Tag] = (),
) -> list[Part]:
    """The pieces of all articles, in order of id. Furniture, comments and tags are none."""
    kinds = {block.id: block.kind for block in blocks}
    inside: dict[str, list[Witness | Tag]] = defaultdict(list)
    for witness in witnesses:
        inside[witness.sentence_id].append(witness)
    for tag in tags:
        inside[tag.sentence_id].append(tag)
    known = _known(sentences, families, witnesses, variants, swaps, copies)
    found = [
        part
        for sentence in sentences
        if kinds[sentence.block_id] in _PROSE
        for part in _of_sentence(sentence, kinds[sentence.block_id], inside[sentence.id], known)
    ]
    return sorted(found, key=lambda part: part.id)


def _known(
    sentences: Sequence[Sentence],
    families: Iterable[Family],
    witnesses: Sequence[Witness],
    variants: Iterable[Variant],
    swaps: Iterable[Swap],
    copies: Sequence[Copy],
) -> _Known:
    text = {sentence.id: sentence.text for sentence in sentences}
    by_family: dict[str, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        by_family[witness.family_id].append(witness)
    clauses = {
        name: any(map(_has_clause, {text[w.sentence_id] for w in held if w.sentence_id in text}))
        for name, held in by_family.items()
    }
    return _Known(
        families={family.id: family for family in families},
        edges={copy.copy_id: copy for copy in copies},
        exemplars=frozenset(c.family_id for c in copies if c.direction == "forward"),
        swapped=_swapped(by_family, variants, {swap.id: swap for swap in swaps}),
        clauses=clauses,
    )


def _has_clause(sentence: str) -> bool:
    """Whether a sentence with quoted words has words of its own besides."""
    spans = quoted_spans(sentence)
    outside = [w for w in words(sentence) if not any(a <= w.start < b for a, b in spans)]
    return not spans or len(outside) >= _CLAUSE


def _swapped(
    by_family: dict[str, list[Witness]], variants: Iterable[Variant], swaps: dict[str, Swap]
) -> dict[str, tuple[str, ...]]:
    """Witness -> its words that are known to be replacements; none where all of these are a name's
    official form."""
    at_place: dict[tuple[str, int], list[Variant]] = defaultdict(list)
    for variant in variants:
        at_place[variant.family_id, variant.place].append(variant)
    found: dict[str, list[tuple[bool, str]]] = defaultdict(list)
    for (family, _), here in at_place.items():
        known = [(v, swaps[v.swap_id]) for v in here if v.swap_id in swaps]
        for variant, swap in known:
            named = any(form in swap.how for form in NAME_FORMS)
            if swap.spun == " ".join(compared_words(variant.text)):
                what = f"«{variant.text}» for «{variant.base_text}»"
                holders = list(variant.witness_ids)
            elif swap.spun == " ".join(compared_words(variant.base_text)):
                what = f"«{variant.base_text}» for «{variant.text}»"
                holders = _with_base(by_family[family], here)
            else:
                continue
            for name in holders:
                found[name].append((named, what))
    return {
        name: tuple(dict.fromkeys(what for _, what in rows))
        for name, rows in found.items()
        if not all(named for named, _ in rows)
    }


def _with_base(inside: Iterable[Witness], variants: Iterable[Variant]) -> list[str]:
    """The witnesses that have the base's reading where all these variants stand."""
    away = {name for variant in variants for name in variant.witness_ids}
    return [witness.id for witness in inside if witness.whole and witness.id not in away]


def _of_sentence(
    sentence: Sentence, kind: str, inside: Sequence[Witness | Tag], known: _Known
) -> Iterator[Part]:
    at = sentence.start
    for witness in sorted(inside, key=lambda w: (w.start, w.end)):
        yield from _between(sentence, at, witness.start, kind)
        at = max(at, witness.end)
        if isinstance(witness, Tag):
            continue
        copy = known.edges.get(witness.id)
        told, how = ("foreign", "it stands in a block of another story")
        if kind != "insert":
            told, how = _kind(sentence, witness, known)
        yield Part(
            id=span_id("part", witness.article_id, witness.start, witness.end),
            article_id=witness.article_id,
            sentence_id=sentence.id,
            start=witness.start,
            end=witness.end,
            kind=told,
            family_id=witness.family_id,
            copy_id=copy.id if copy else None,
            how=how,
            text=witness.text,
        )
    yield from _between(sentence, at, sentence.end, kind)


def _between(sentence: Sentence, start: int, end: int, kind: str) -> Iterator[Part]:
    text = sentence.text[start - sentence.start : end - sentence.start]
    text, start = text.rstrip(), start + len(text) - len(text.lstrip())
    if len(compared_words(text)) < _FEWEST:
        return
    foreign = kind == "insert"
    yield Part(
        id=span_id("part", sentence.article_id, start, start + len(text.lstrip())),
        article_id=sentence.article_id,
        sentence_id=sentence.id,
        start=start,
        end=start + len(text.lstrip()),
        kind="foreign" if foreign else "own",
        family_id=None,
        copy_id=None,
        how="it stands in a block of another story"
        if foreign
        else "no other article of the pile has it: its own, or from a text that is not in the pile",
        text=text.lstrip(),
    )


def _kind(sentence: Sentence, witness: Witness, known: _Known) -> tuple[str, str]:
    family, edge = known.families[witness.family_id], known.edges.get(witness.id)
    if family.carriers < 2:
        return "own", "only this article has it, more than once"
    if family.kind == "quotation" or witness.quoted:
        if known.clauses[family.id] and not _has_clause(sentence.text):
            return "orphaned", "quoted words alone; another witness has them with words around them"
        return "quotation", "others have the same words in quotation marks, which shows no copying"
    if edge is None:
        if family.id in known.exemplars:
            return "exemplar", "its wording is the likely original of others"
        return "undecided", "others have it too; nothing shows which came first"
    if edge.direction == "undecided":
        return "undecided", f"others have it too; which came first is not shown: {edge.how}"
    exchanged = known.swapped.get(witness.id, ())
    if exchanged:
        return "swapped", f"copied, with {', '.join(exchanged)}"
    return "copied", edge.how
