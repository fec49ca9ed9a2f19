"""Which of PLOVER's types the rules of the account treat alike, and why; all of them in one place."""

# Deeds of words: who denies an accusation denies what it says, and not that it was made.
OF_WORDS = frozenset("ACCUSE REQUEST THREATEN AGREE REJECT SUPPORT CONCEDE".split())
# Of these deeds what is denied is the deed itself: `denied that it had signed the deal`.
SEALED = frozenset("sign ink initial ratify".split())
# Words that two sides may have together: a text may name either.
BY_BOTH = frozenset("AGREE SUPPORT".split())
# Words of one side: what one person says is no other's.
OF_ONE = OF_WORDS - BY_BOTH
# Those that only say something: a side does as many as it has things to say. Who rejects, backs or concedes
# something does more: it is then rejected, backed or conceded.
ONLY_SAID = frozenset("ACCUSE REQUEST THREATEN AGREE".split())
# What is never done alone: who is named as doing it is no other than who is named with him.
TOGETHER = frozenset("CONSULT COOPERATE".split())
# Those, and the words of both: reports of them that name different countries may be of one.
SHARED = TOGETHER | BY_BOTH
# The mode of an inquiry, which is more than an accusation, though PLOVER has them as one type.
INQUIRY = "investigate"
