"""The verdicts, gravest first. A sentence has the gravest of its findings."""

OTHER_SPEAKER = "other speaker"
WORDS = "words differ"
FIGURE = "figure differs"
DATE = "date differs"
STATUS = "status differs"
ACTOR = "other actor"
NOT_FOUND = "not in the pile"
DISPUTED = "disputed"
PARTLY = "partly supported"
COPIED = "copied from"
ONE_BASIS = "only one basis"
SUPPORTED = "supported"
NOT_CHECKED = "not checked"

VERDICTS = (
    OTHER_SPEAKER, FIGURE, DATE, STATUS, ACTOR, WORDS, NOT_FOUND, DISPUTED, PARTLY, COPIED, ONE_BASIS,
    SUPPORTED, NOT_CHECKED,
)  # fmt: skip
# What says that the sentence holds, as far as the pile goes.
HOLDS = (COPIED, ONE_BASIS, SUPPORTED, NOT_CHECKED)


def worst(found: list[str]) -> str:
    """The gravest of some verdicts."""
    return min(found, key=VERDICTS.index)
