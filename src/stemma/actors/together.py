"""Names that a person says mean one actor: their groups are joined, in each story that has them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from stemma.actors.groups import Groups, Placed
from stemma.model import Outcome, Together
from stemma.model.by_hand import reason
from stemma.text.tokens import compared_words

_Form = tuple[str, ...]


def join_by_hand(groups: Groups, given: Iterable[Together], story: str | None) -> list[Outcome]:
    """Joins the groups of each list of names. A name that several groups of the story have joins none of
    them, unless one is there already by another of the names; mentions with exactly these words of whom
    nothing else shows the actor join too. What became of each list, if the story has one of its names."""
    found = (_joined(groups, one, story) for one in given)
    return [outcome for outcome in found if outcome is not None]


def _joined(groups: Groups, one: Together, story: str | None) -> Outcome | None:
    meant = {name: _meant(groups, _form(name)) for name in one.names}
    open_ones = {name: _unknown(groups, _form(name)) for name in one.names}
    sure = {n for found in meant.values() if len(found) == 1 for n in found}
    several = [name for name, found in meant.items() if len(found) > 1 and not found & sure]
    present = [name for name in one.names if sure & meant[name] or open_ones[name]]
    if not present and not several:
        return None
    mentions = sorted({*sure, *(n for held in open_ones.values() for n in held)})
    doubt = "".join(f"; several are called «{name}», so that it joins none" for name in several)
    where = f"in {story}" if story else f"in {groups.mentions[0].place.article}"
    name = f"{one.id} {where}"
    if len(present) < 2 or not mentions:
        known = ", ".join(f"«{name}»" for name in present) or "none of the names for certain"
        return Outcome(name, one.id, False, f"{where} only {known} is found{doubt}")
    said = ", ".join(present)
    for n in mentions:
        why = f"by hand: {reason(one.why)}"
        groups.join(n, mentions[0], "" if n in sure else why)
    groups.notes[mentions[0]].append(f"{reason(one.why)}: {said} are one")
    return Outcome(name, one.id, True, f"{where}: {said}{doubt}")


def _form(name: str) -> _Form:
    words = compared_words(name)
    return tuple(words[1:] if words[:1] == ["the"] else words)


def _meant(groups: Groups, form: _Form) -> set[int]:
    """The groups that go by a name: by a name of theirs, else by a title or by any words for them."""
    names: dict[int, set[_Form]] = defaultdict(set)
    words: dict[int, set[_Form]] = defaultdict(set)
    for n, mention in enumerate(groups.mentions):
        if groups.known[n] and mention.phrase.kind != "pronoun":
            names[groups.of(n)].add(_form(mention.phrase.shown or ""))
            words[groups.of(n)].update(map(_form, (mention.text, *mention.phrase.titles)))
    by_name = {group for group, forms in names.items() if form in forms}
    return by_name or {group for group, forms in words.items() if form in forms}


def _unknown(groups: Groups, form: _Form) -> Sequence[int]:
    def fits(n: int, mention: Placed) -> bool:
        other = mention.phrase.kind == "pronoun" or groups.known[n]
        return not other and _form(mention.text) == form

    return [n for n, mention in enumerate(groups.mentions) if fits(n, mention)]
