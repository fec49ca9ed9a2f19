"""Who did it to whom the other way round, and what was done to somebody's own."""

import re
from collections.abc import Iterator, Sequence

from stemma.check.found import Asked, Found, point
from stemma.check.rules.status import same_deeds
from stemma.check.telling import name_keys
from stemma.check.verdicts import ACTOR
from stemma.text.candidates import COMMON, TITLES

# What two do together: a text may name either as the one who does it.
_TOGETHER = ("CONSULT", "AGREE", "COOPERATE")


def roles(asked: Asked) -> Iterator[Found]:
    """A deed whose two sides are exchanged in all that tells the same."""
    for deed in asked.telling.deeds:
        who, whom = _keys(deed.who), _keys(deed.whom)
        pairs = [pair for match in asked.others for pair in same_deeds(deed, match)]
        turned = [
            pair
            for pair in pairs
            if who and whom & _keys(pair.other.who) and not who & _keys(pair.other.who)
            and (who & _keys(pair.other.whom) or (pair.other.whom and deed.type not in _TOGETHER))
        ]  # fmt: skip
        if turned and len(turned) == len(pairs):
            other = turned[0].other
            said = (
                f"you have «{deed.who[0]}» do it to «{deed.whom[0]}», the pile «{other.who[0]}» to "
                f"«{other.whom[0]}»"
            )
            where = point(turned[0].match, other.start, other.end)
            yield Found(ACTOR, said, deed.start, deed.end, (where,))


def owners(asked: Asked) -> Iterator[Found]:
    """Somebody of whom the draft tells a deed that the pile tells of another who is his: `a driver of Ann
    Brook was charged` is no `Ann Brook was charged`."""
    for deed in asked.telling.deeds:
        pairs = [pair for match in asked.others for pair in same_deeds(deed, match)]
        for own in (*deed.who, *deed.whom):
            theirs = [
                (p, q) for p in pairs for one in (*p.other.who, *p.other.whom)
                for q in [_whole(one, p.match.telling.text)] if _shares(own, q)
            ]  # fmt: skip
            if not theirs or _is_owner(own, own) or not all(_is_owner(own, q) for _, q in theirs):
                continue
            pair, other = theirs[0]
            said = f"you tell it of «{own}», the pile of «{other}»"
            where = point(pair.match, pair.other.start, pair.other.end)
            yield Found(ACTOR, said, deed.start, deed.end, (where,))
            break


def _whole(words: str, text: str) -> str:
    """Words for somebody with whose he is, which may stand behind them: `a driver` of `a driver of Ann
    Brook was charged`."""
    found = re.search(rf"\b{re.escape(words)} (?:of|for|to) [^,;.]*?(?={_VERB})", text)
    return found[0] if found else words


_VERB = r" (?:is|are|was|were|has|have|had|will|would|who|that|which)\b"


def _shares(own: str, other: str) -> bool:
    """Whether the name of the one, its last word at the least, is in the words of the other. Who is told of
    by what is his (`the captain of the Aurelia`) has no name there."""
    name = own.split(" of ")[0] if own[:1].isupper() else ""
    named = name.split(" ")[-1][:1].isupper()
    return named and bool(set(name_keys(own)[-1:]) & set(name_keys(other)))


def _is_owner(own: str, other: str) -> bool:
    """Whether a name is in other words only as that of whom something belongs to."""
    name = re.escape(own.split()[-1])
    # `Secretary of State Ann Brook` is her own title.
    before = re.search(rf"\b(\w+) (?:of|for|to)\b[^,;]*\b{name}$", other.strip())
    if before is not None and before[1].lower() not in TITLES:
        return True
    return re.search(rf"\b{name}(?:'s|’s|s'|s’) \w+", other) is not None


def _keys(names: Sequence[str]) -> set[str]:
    return {key for name in names for key in name_keys(name)} - COMMON
