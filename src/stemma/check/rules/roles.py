"""Who did it to whom the other way round."""

from collections.abc import Iterator, Sequence

from stemma.check.found import Asked, Found, point
from stemma.check.rules.status import same_deeds
from stemma.check.telling import name_keys
from stemma.check.verdicts import ACTOR
from stemma.text.candidates import COMMON


def roles(asked: Asked) -> Iterator[Found]:
    """A deed whose two sides are exchanged in all that tells the same."""
    for deed in asked.telling.deeds:
        who, whom = _keys(deed.who), _keys(deed.whom)
        pairs = [pair for match in asked.others for pair in same_deeds(deed, match)]
        turned = [
            pair
            for pair in pairs
            if who & _keys(pair.other.whom) and whom & _keys(pair.other.who)
            and not who & _keys(pair.other.who)
        ]  # fmt: skip
        if turned and len(turned) == len(pairs):
            other = turned[0].other
            said = (
                f"you have «{deed.who[0]}» do it to «{deed.whom[0]}», the pile «{other.who[0]}» to "
                f"«{other.whom[0]}»"
            )
            where = point(turned[0].match, other.start, other.end)
            yield Found(ACTOR, said, deed.start, deed.end, (where,))


def _keys(names: Sequence[str]) -> set[str]:
    return {key for name in names for key in name_keys(name)} - COMMON
