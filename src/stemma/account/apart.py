"""What shows that two reports are not of one event, however alike their words are, or that they are."""

import re

from stemma.account.compared import LOOSE, TELLING
from stemma.account.deeds import LEAST_ALIKE, OF_A_KIND, Deed
from stemma.account.kinds import INQUIRY, OF_ONE, ONLY_SAID, SHARED
from stemma.account.parties import PRONOUNS
from stemma.text.deeds import line, lines_of, stem
from stemma.text.likeness import alike

# An inquiry and a charge before a court are one, whatever each report has to say of them.
_IN_COURT = frozenset("charge indict sue prosecute arraign impeach indictment lawsuit suit".split())
_COURTS = frozenset("court tribunal judge jury magistrate".split())
_VISITS = frozenset("visit tour travel trip".split())
_SPOTS = frozenset(
    "town village plant site factory hospital scene area district mine camp school port".split()
)
# Gas, germs and tear gas, and what no report of them has done it with: a plane may bring either.
_GAS = ("unconventional", "crowd-control")
_GUNS = {"firearms", "heavy-weapons"}
# Harm that two sides do to each other.
_FOUGHT = frozenset(
    "clash firefight gunfight battle fighting skirmish shootout fight combat exchange war".split()
)
_ARMS = frozenset("heavy-weapons firearms explosives primitive beat torch vehicle".split())
# How many sides talk with each other, by the adjective.
_SIDES = {"bilateral": 2, "trilateral": 3, "quadrilateral": 4}
# What a thing does by itself, and what is done to it: `the windows shook`, `the news shook the city`.
_BOTH_WAYS = frozenset(
    "shake sink burn break crash collapse explode close open stop move spread roll".split()
)
_ONE_PERSON = frozenset("he she his her him".split())
_HOSTS = frozenset("host receive welcome invite gather convene".split())


def are_apart(a: Deed, b: Deed) -> bool:
    """Whether two reports can't be of one event: their days exclude each other; like deeds of different
    countries, or words of different persons, or other words; harm by gas and by arms; talks of other
    persons, or of more; several deeds beside one; or a sentence puts one after the other."""
    return (
        _days_exclude(a, b)
        or a.many != b.many
        or a.key in b.after
        or b.key in a.after
        or (a.type == b.type and _otherwise(a, b))
        or _in_another_sense(a, b)
        or _by_others(a, b)
        or _by_another(a, b)
        or _beside_each_other(a, b)
        or _strike_of_work(a, b)
        or _strike_of_work(b, a)
    )


def _otherwise(a: Deed, b: Deed) -> bool:
    """The same of two deeds of one type."""
    if a.type == "CONSULT":
        return _with_others(a, b) or _with_more(a, b) or _elsewhere(a, b) or _elsewhere(b, a)
    if a.type == "ASSAULT":
        return _by_other_means(a, b)
    return _words_of_others(a, b) or _say_otherwise(a, b)


def _days_exclude(a: Deed, b: Deed) -> bool:
    (first, last), (other_first, other_last) = a.days, b.days
    return bool(
        (last and other_first and last < other_first)
        or (other_last and first and other_last < first)
    )


def _in_another_sense(a: Deed, b: Deed) -> bool:
    """Whether one word has a type in one report and none in the other, or none in either, where it is done to
    something else: `hit the depot`, `hit a low point`; without a type it must be done by others, too. Of
    mentions that a person chose nobody says who is who."""
    if (a.type and b.type) or not (a.sentence and b.sentence):
        return False
    others = _differ(a.whom, b.whom) and not a.struck & b.struck
    if a.type or b.type:
        return others and not a.who & b.who
    if bool(a.whom) != bool(b.whom) and not (a.lemmas & b.lemmas).isdisjoint(_BOTH_WAYS):
        return _differ(a.whom or a.who, b.whom or b.who)
    return others and _differ(a.who, b.who)


def _differ(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether both are told, by more than a pronoun, and nobody is on both."""
    ours, theirs = ours - PRONOUNS, theirs - PRONOUNS
    return bool(ours and theirs) and not ours & theirs


def _by_others(a: Deed, b: Deed) -> bool:
    kinds = {a.type, b.type} - {None}
    same_kind = len(kinds) == 1 and kinds.isdisjoint(SHARED)
    return same_kind and bool(a.lands and b.lands) and not a.lands & b.lands


def _strike_of_work(a: Deed, b: Deed) -> bool:
    """Whether workers strike in the one, and arms hit somebody in the other."""
    work = a.type == "PROTEST" and a.mode == "strike" and bool(a.who)
    return work and b.type == "ASSAULT" and bool(b.whom or b.mode in _ARMS)


def _by_another(a: Deed, b: Deed) -> bool:
    """Whether what one person does of himself is told of two: `Holm released his returns`, `Reed released
    his`. Of harm and talks two pages may well name two who did it."""
    if not a.type == b.type in _OF_HIMSELF or not (a.sentence and b.sentence):
        return False
    each = all(one.who and one.who <= one.persons for one in (a, b))
    return each and not a.who & b.who


def _beside_each_other(a: Deed, b: Deed) -> bool:
    """Whether one sentence tells of two things: of what one party does and of what another does (`Oman backed
    the text, which was put forward with the support of Chad`), or in other words of what is not of one type
    (`collapsed in a storm`): of such pairs of the farm's open libraries one in twenty is one event. Talks are
    one whoever of them is named where."""
    if not a.sentence or a.sentence != b.sentence or a.page != b.page:
        return False
    if a.key in b.again or b.key in a.again:
        return False
    if (not a.type or a.type != b.type) and _meanings(a).isdisjoint(_meanings(b)):
        return True
    return "CONSULT" not in (a.type, b.type) and _differ(a.who, b.who)


def _meanings(deed: Deed) -> frozenset[str | int]:
    """The stems of its words, and the lines of like words that are no longer than those of one kind of deed:
    `fires burned`, but not `collapsed in a storm`, which are both a disaster."""
    lines = (n for word in deed.lemmas for n in lines_of().get(word, ()) if len(line(n)) <= _NARROW)
    return frozenset((*map(stem, deed.lemmas), *lines))


_NARROW = 8
_OF_HIMSELF = frozenset((None, "RETREAT", "CONCEDE"))


def _by_other_means(a: Deed, b: Deed) -> bool:
    """Gas or gas of the police, and arms; or harm to people of two countries, which one deed may be, but
    hardly where both sides fought, or on one day."""
    means = {a.mode, b.mode}
    if any(gas in means and means & _ARMS for gas in _GAS):
        return True
    one_day = a.days == b.days and None not in a.days
    if means == _GUNS and not one_day and a.lemmas == b.lemmas:
        return True  # `fired at them`, `fired shells`
    fought = not (a.lemmas | b.lemmas).isdisjoint(_FOUGHT)
    return bool(a.struck and b.struck) and not (a.struck & b.struck or one_day or fought)


def _words_of_others(a: Deed, b: Deed) -> bool:
    ours, theirs = (one.who if one.who == one.crowds else one.persons & one.who for one in (a, b))
    if a.type in OF_ONE and (_ruled_alone(a, b) or _ruled_alone(b, a)):
        return True
    return a.type in OF_ONE and bool(ours and theirs) and not ours & theirs


def _ruled_alone(court: Deed, other: Deed) -> bool:
    """Whether a court does the one, and the other is done by somebody in a sentence without court or judge:
    `a court refused bail`, `she refused to go`."""
    if not court.who or not court.who <= _COURTS or not other.sentence:
        return False
    doers = other.who - PRONOUNS
    words = {stem(word) for word in re.findall(r"[^\W\d_]+", other.sentence.casefold())}
    return bool(doers) and words.isdisjoint(map(stem, _COURTS))


def _say_otherwise(a: Deed, b: Deed) -> bool:
    """Whether two accusations, demands, warnings or promises have nothing in common that is said."""
    if not (a.said and b.said and _is_saying(a) and _is_saying(b)):
        return False
    ours, theirs = (one.said - LOOSE - TELLING for one in (a, b))
    if a.page == b.page and a.sentence and a.sentence == b.sentence:
        # Of one thing a sentence speaks in the same words: `accused it of a leak, and blamed it for lies`.
        return 2 * len(ours & theirs) < min(len(ours), len(theirs))
    return bool(ours and theirs) and not _say_the_same(ours, theirs)


def _is_saying(one: Deed) -> bool:
    return one.type in ONLY_SAID and one.mode != INQUIRY and one.lemmas.isdisjoint(_IN_COURT)


def _say_the_same(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether a word of the one is a word of the other, or tells of the same."""
    if not ours.isdisjoint(theirs):
        return True
    stems, others = ({stem(word) for word in words} for words in (ours, theirs))
    if not stems.isdisjoint(others):
        return True
    words = [*sorted(ours), *sorted(theirs)]
    return bool((alike(words)[: len(ours), len(ours) :] >= LEAST_ALIKE).any())


def _with_others(a: Deed, b: Deed) -> bool:
    """Who meets two persons together is told of as meeting either. A council's session is no talk of two
    persons."""
    if a.persons and b.persons:
        return not (a.persons <= b.persons or b.persons <= a.persons)
    ours, theirs = (one.persons | one.bodies for one in (a, b))
    return bool(ours and theirs) and not ours & theirs


def _elsewhere(country: Deed, town: Deed) -> bool:
    """`a visit to Chile`, `visited the town`: who goes to a country and who goes to a place in one are told
    in other words."""
    gone = not _VISITS.isdisjoint(country.lemmas) and not _VISITS.isdisjoint(town.lemmas)
    return gone and bool(country.struck and not town.struck and town.whom & _SPOTS)


def _with_more(a: Deed, b: Deed) -> bool:
    """Whether another number of sides takes part: `his meeting with Holm` is no trilateral one."""
    ours, theirs = _sides(a), _sides(b)
    return bool(ours and theirs) and ours != theirs


def _sides(talks: Deed) -> int:
    """How many sides talk, 0 if that is not told: by the adjective, or one person on each side."""
    told = [_SIDES[word] for word in talks.manner if word in _SIDES]
    if told:
        return max(told)
    each = [side & (talks.persons | _ONE_PERSON) for side in (talks.who, talks.whom)]
    alone = all(
        len(side) == len(one) == 1 for side, one in zip((talks.who, talks.whom), each, strict=True)
    )
    return 2 if alone else 0


def met(a: Deed, b: Deed) -> bool:
    """Whether two reports of talks name the same persons, two or more, so that they are of one meeting; who
    meets a third as well may meet him elsewhere."""
    same = a.persons == b.persons and len(a.persons) > 1
    return a.type == b.type == "CONSULT" and same


def told_as_one(a: Deed, b: Deed) -> bool:
    """Whether a sentence tells of one meeting twice: somebody is received for it (`hosted her at Monday's
    talks`), or it is called so again (`the talks of Holm and Berg`, `their talks`)."""
    if not a.type == b.type == "CONSULT" or not a.sentence or a.sentence != b.sentence:
        return False
    return _received_for(a, b) or _received_for(b, a) or _called_again(a, b)


def _called_again(a: Deed, b: Deed) -> bool:
    bare, told = sorted((a, b), key=lambda one: len(one.persons))
    return a.lemmas == b.lemmas and not bare.persons and "their" in bare.who and bool(told.persons)


def _received_for(host: Deed, talks: Deed) -> bool:
    return (
        not host.lemmas.isdisjoint(_HOSTS) and talks.lemmas.isdisjoint(_HOSTS)
        and any(word in host.near for word in talks.lemmas)
        and any(word in talks.near for word in host.lemmas)
    )  # fmt: skip


def by_one_side(a: Deed, b: Deed) -> bool:
    """Whether two reports in akin words tell of a refusal by one side (`vetoes`, `blocks`), or of harm that
    it does to one other (`attacks`, `strikes`), or how it punishes that (`expels`, `kicks out`), or of one
    who leaves his office (`resigns`, `steps down`)."""
    if a.type != b.type:
        return False
    one, other = (a.who - PRONOUNS) & b.who, (a.whom - PRONOUNS) & b.whom
    if a.type == "RETREAT":
        return bool(one & a.persons & b.persons) and not (
            _QUITS.isdisjoint(a.lemmas) or _QUITS.isdisjoint(b.lemmas)
        )
    if a.type == "SANCTION":
        return bool(one) and bool(other or a.struck & b.struck or _of_a_kind(a.whom, b.whom))
    if a.type == "REJECT" and one and other:
        return True
    if not a.lands & b.lands:
        return False
    return (a.type == "REJECT" and bool(a.who & b.who)) or (a.type == "ASSAULT" and _to_one(a, b))


_QUITS = frozenset(
    "resign resignation handin departure stepdown standdown stepaside quit abdicate abdication".split()
)


def _of_a_kind(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """`diplomats`, `envoys`: whether two words for people mean much the same."""
    words = [*sorted(ours - PRONOUNS), *sorted(theirs - PRONOUNS)]
    count = len(ours - PRONOUNS)
    return bool((alike(words)[:count, count:] >= OF_A_KIND).any())


def may_be_of_one_side(a: Deed, b: Deed) -> bool:
    """Whether two reports in akin words tell of harm by one side in one mode, of which not both say to
    whom."""
    harm = a.type == b.type == "ASSAULT" and bool(a.lands & b.lands)
    one_mode = a.mode == b.mode or not (a.mode and b.mode)
    return harm and one_mode and not (a.whom and b.whom)


def _to_one(a: Deed, b: Deed) -> bool:
    """A thing that is hit may lie in the country that the other report names."""
    if a.whom & b.whom or a.struck & b.struck:
        return True
    return bool(a.whom and b.whom) and bool(a.struck) != bool(b.struck)
