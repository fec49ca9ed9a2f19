"""What the draft's sentence says is done, where nothing that comes near says so."""

from collections.abc import Iterator

from stemma.check.found import Asked, Found
from stemma.check.rules.status import main_deeds
from stemma.check.terms import stem
from stemma.check.verdicts import PARTLY

_SURE = 0.5  # from which other words may say the same deed


def deeds(asked: Asked) -> Iterator[Found]:
    """If no passage is sure to tell the same, one at least must have one of the sentence's verbs."""
    if not asked.others or asked.others[0].like.same >= _SURE:
        return
    own = main_deeds(asked.telling)
    keys = frozenset[str]().union(*(match.telling.keys for match in asked.others))
    if own and not any(stem(word) in keys for deed in own for word in deed.predicate.split()):
        said = f"nothing tells of «{own[0].text}»"
        yield Found(PARTLY, said, own[0].start, own[0].end)
