"""What shows that two reports are not of one event, however alike their words are."""

from stemma.account.deeds import Deed

# Deeds that two sides do together, of which a text may name either.
_TOGETHER = ("CONSULT", "AGREE", "SUPPORT", "COOPERATE")
# Deeds of words: what one person says is no other's.
_OF_WORDS = ("ACCUSE", "REQUEST", "THREATEN", "REJECT", "CONCEDE")


def are_apart(a: Deed, b: Deed) -> bool:
    """Whether two reports can't be of one event: their days exclude each other; like deeds of different
    countries, or words of different persons; talks of other persons; several deeds beside one; or a sentence
    puts one after the other."""
    return (
        _days_exclude(a, b)
        or _by_others(a, b)
        or _words_of_others(a, b)
        or _with_others(a, b)
        or a.many != b.many
        or a.key in b.after
        or b.key in a.after
    )


def _days_exclude(a: Deed, b: Deed) -> bool:
    (first, last), (other_first, other_last) = a.days, b.days
    return bool(
        (last and other_first and last < other_first)
        or (other_last and first and other_last < first)
    )


def _by_others(a: Deed, b: Deed) -> bool:
    kinds = {a.type, b.type} - {None}
    same_kind = len(kinds) == 1 and kinds.isdisjoint(_TOGETHER)
    return same_kind and bool(a.lands and b.lands) and not a.lands & b.lands


def _words_of_others(a: Deed, b: Deed) -> bool:
    ours, theirs = a.persons & a.who, b.persons & b.who
    of_words = a.type == b.type and a.type in _OF_WORDS
    return of_words and bool(ours and theirs) and not ours & theirs


def _with_others(a: Deed, b: Deed) -> bool:
    """Who meets two persons together is told of as meeting either. A council's session is no talk of two
    persons."""
    if not a.type == b.type == "CONSULT":
        return False
    if a.persons and b.persons:
        return not (a.persons <= b.persons or b.persons <= a.persons)
    ours, theirs = (one.persons | one.bodies for one in (a, b))
    return bool(ours and theirs) and not ours & theirs


def met(a: Deed, b: Deed) -> bool:
    """Whether two reports of talks name the same two persons or more, so that they are of one meeting."""
    return a.type == b.type == "CONSULT" and len(a.persons & b.persons) > 1


def refused(a: Deed, b: Deed) -> bool:
    """Whether two reports in akin words (`vetoes`, `blocks`) tell of a refusal by the same side."""
    return a.type == b.type == "REJECT" and bool(a.lands & b.lands) and bool(a.who & b.who)
