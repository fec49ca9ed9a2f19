"""The likely original of a family: the wording from which the witnesses can be explained, put together
from the older reading of each place. If no witness has it from end to end it is a conjecture."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from stemma.lineage.descent import DECIDED, Node
from stemma.lineage.places import Told
from stemma.lineage.primary import Judged, Ranked
from stemma.model import Archetype, key
from stemma.text.candidates import COMMON
from stemma.text.normal import normalise

# A sentence whose first word hangs on a hyphen has lost the word before it. A long dash, or a hyphen
# before a word that no other is joined to, begins an item of a list or what somebody says.
_HANGING = re.compile(r"^[^\w—―]*?(?P<hyphen>[-‐‑‒–−﹣－])(?P<rest>[A-Z][\w'.]*)")
_JOINED = re.compile(r"(?<![\w.])(?P<lost>(?:[A-Z]\.)+|[A-Z][\w']*)-(?P<rest>[A-Z][\w']*)")
GAP = "[…]"
_STEM = 5  # letters


def archetypes(
    told: Sequence[Told],
    graphs: Mapping[str, Sequence[Node]],
    judged: Judged,
    texts: Iterable[str],
) -> list[Archetype]:
    """One for each family of shared prose. `graphs`: see `graphs_of`; `texts`: sentences of the pile, for
    what stands before a hyphen elsewhere."""
    prose = [one for one in told if one.family.id in graphs]
    joined = _joined(prose, texts)
    return [_archetype(one, graphs[one.family.id], judged, joined) for one in prose]


def _joined(told: Sequence[Told], texts: Iterable[str]) -> Mapping[str, Counter[str]]:
    """Beginning of a word behind a hyphen -> what stands before the hyphen, and how often; only of words
    that hang on one."""
    hanging = {
        _stem(found["rest"]) for one in told for w in one.witnesses if (found := _hanging(w.text))
    }
    counts: dict[str, Counter[str]] = {rest: Counter() for rest in hanging}
    for text in texts if hanging else ():
        for found in _JOINED.finditer(normalise(text).text):
            if _stem(found["rest"]) in counts:
                counts[_stem(found["rest"])][found["lost"]] += 1
    return counts


def _stem(word: str) -> str:
    """What a country's name and its adjective have in common, as a rule."""
    return word[:_STEM]


def _hanging(text: str) -> re.Match[str] | None:
    found = _HANGING.match(text)
    return found if found and found["rest"].casefold() not in COMMON else None


def _archetype(
    told: Told, nodes: Sequence[Node], judged: Judged, joined: Mapping[str, Counter[str]]
) -> Archetype:
    ranked = judged.places[told.family.id]
    own = next((n for n in nodes if not n.changed and not n.cut), None)
    nearest = (own or nodes[0]).first
    replaced = [one for one in ranked if one.primary != 0]
    wording = nearest.text if own else _put_together(told.family.text, told.family.start, replaced)
    lost, wording = _lost(wording, joined) if _hang_all(told) else (None, wording)
    restored = () if own else tuple(_restored(one) for one in _unlike(nodes[0], ranked))
    return Archetype(
        id=f"archetype-{key(told.family.id)}",
        family_id=told.family.id,
        conjecture=own is None or lost is not None,
        witness_id=nearest.id,
        restored=restored,
        lost=lost,
        article_id=nearest.article_id,
        start=nearest.start,
        end=nearest.end,
        wording=wording,
        how=_how(own, ranked),
        text=nearest.text,
    )


def _hang_all(told: Told) -> bool:
    """Whether no witness has what is lost; those that are cut may have begun with it."""
    return all(_hanging(w.text) is not None or not w.whole for w in told.witnesses)


def _unlike(node: Node, ranked: Sequence[Ranked]) -> list[Ranked]:
    away = {*node.changed, *node.cut}
    return [one for one in ranked if one.place.number in away]


def _put_together(text: str, start: int, replaced: Sequence[Ranked]) -> str:
    """The base's wording with the older reading at each place, from the last place to the first."""
    done = len(text) + start
    for one in sorted(replaced, key=lambda r: (-r.place.start, -r.place.end)):
        if one.place.end > done:
            continue  # inside a place that is put together already
        done = one.place.start
        first, last = one.place.start - start, one.place.end - start
        words = one.place.readings[one.primary].text
        if first < 0 or last > len(text):
            continue
        before, after = text[:first], text[last:]
        if not words:  # nor is the space left that stood before the word
            before, after = _closed(before, after)
        text = before + _spaced(before, words, after) + after
    return text


def _closed(before: str, after: str) -> tuple[str, str]:
    """Both sides of a word that is taken out, with one space at the most between them."""
    if not before.strip():
        return before, after.lstrip()
    return (before, after) if after[:1].isalnum() else (before.rstrip(), after)


def _spaced(before: str, words: str, after: str) -> str:
    """Words in a gap, with white space on either side where letters would touch."""
    if not words:
        return ""
    if before and (before[-1].isalnum() or before[-1] in ".,;:"):
        words = " " + words
    return words + " " if after and after[0].isalnum() else words


def _restored(one: Ranked) -> str:
    older = one.place.readings[one.primary]
    others = [r.text or "—" for n, r in enumerate(one.place.readings) if n != one.primary]
    rather = f"«{older.text or '—'}» rather than «{'», «'.join(others)}»"
    return f"{rather} ({one.bits:.1f} bits): {', '.join(one.how)}"


def _lost(text: str, joined: Mapping[str, Counter[str]]) -> tuple[str | None, str]:
    """What hangs on a hyphen at the head of every witness, with the word that most often stands before
    it in the rest of the pile."""
    found = _hanging(text)
    if found is None:
        return None, text
    at = found.start("hyphen")
    counts = joined.get(_stem(found["rest"]), Counter())
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked:
        return f"a word before '-{found['rest']}'", f"{text[:at]}{GAP}{text[at:]}"
    word, count = ranked[0]
    times = f"{_count(count, 'time', 'times')} elsewhere in the pile"
    why = f"a word before '-{found['rest']}', perhaps '{word}', which stands so {times}"
    return why, f"{text[:at]}[{word}]{text[at:]}"


def _how(own: Node | None, ranked: Sequence[Ranked]) -> str:
    if not ranked:
        return "all witnesses have the same words"
    places = _count(len(ranked), "place", "places")
    doubt = sum(one.bits < DECIDED for one in ranked)
    said = (
        f"{_count(len(own.witnesses), 'witness has', 'witnesses have')} the older reading at each of {places}"
        if own
        else f"put together from the older readings of {places}; no witness has them all"
    )
    return f"{said}; at {doubt} of them it is not sure which is older" if doubt else said


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
