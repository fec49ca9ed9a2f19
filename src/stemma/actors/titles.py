"""Offices and callings -> whose they are: appositions, predicates, and titles alone."""

from collections import defaultdict
from dataclasses import dataclass, field

from stemma.actors.groups import Groups, Placed
from stemma.actors.phrase import Phrase
from stemma.actors.roles import is_office
from stemma.text.countries import nations

_HEADS = frozenset(
    "president premier chancellor king queen emir sultan monarch ruler dictator leader".split()
)
# A diplomat's or leader's title that stands for others: what the other title must have.
_LEADS_ABROAD = ({"foreign", "minister"}, {"secretary", "state"}, {"foreign", "secretary"})
# Words of a title that make it another title.
_LESSER = frozenset(
    "deputy vice prime assistant under acting former ex then late designate elect interim".split()
)
# What somebody is to another: `her lawyer` is not whoever is a lawyer.
_TO_ANOTHER = frozenset(
    "lawyer attorney counsel solicitor barrister wife husband widow widower son daughter brother sister "
    "mother father friend colleague neighbor neighbour partner doctor aide adviser advisor assistant "
    "driver spokesman spokeswoman spokesperson agent boss".split()
)
_NO_MARK = frozenset("new current then present first incoming us".split())


# -- one sentence ---------------------------------------------------------------------------------


def join_neighbours(groups: Groups) -> None:
    """Joins what a sentence says is the same: `X, director of Y`, `the minister, X`, `X is the head of Y`."""
    by_head: dict[tuple[object, int], int] = {}
    by_first: dict[tuple[object, int], int] = {}
    for n, mention in enumerate(groups.mentions):
        by_head.setdefault((mention.place, mention.phrase.head), n)
        by_first.setdefault((mention.place, mention.phrase.first), n)
    for n, mention in enumerate(groups.mentions):
        phrase, read = mention.phrase, mention.read
        if phrase.kind not in ("title", "group", "noun", "name"):
            continue
        relation, above = read.relation(phrase.head), read.heads[phrase.head]
        apposed = relation == "appos" and not _in_list(mention)
        other = by_head.get((mention.place, above)) if apposed else None
        how = "apposition"
        if other is None and phrase.kind == "title":
            other = _next_name(mention, by_first)
            other = _name_before(mention, by_head) if other is None else other
        if other is None and phrase.kind != "name":
            other, how = _subject(mention, by_head), "said to be this"
        if other is not None and _may_be(groups.mentions[other].phrase, phrase):
            a, b = sorted((n, other), key=lambda m: groups.mentions[m].phrase.kind == "name")
            groups.settle(b, "named")
            groups.join(a, b, f"{how}: {groups.mentions[b].text}")


def _in_list(mention: Placed) -> bool:
    """Whether another person follows at once, so that a comma before parts a list: `X, the mayor and Y`."""
    read, last = mention.read, mention.phrase.last
    if last + 1 >= len(read.words) or read.words[last].lower() not in ("and", "or"):
        return False
    return any(kind == "PER" for _, _, kind in read.names_in(last + 1, last + 2))


def _next_name(mention: Placed, by_first: dict[tuple[object, int], int]) -> int | None:
    """The person's name that follows a title at once, or, behind a title with `the` or an owner, between
    commas or before a verb."""
    read, last = mention.read, mention.phrase.last
    behind = last + 1 if read.words[last : last + 1] == [","] else last
    near = read.names_in(behind, behind + 1)
    found = next((b for a, b, kind in near if a == behind and kind == "PER"), None)
    if found is None or mention.phrase.definite == "a":
        return None
    if behind > last:
        after = read.words[found] if found < len(read.words) else "."
        verb = found < len(read.words) and read.upos[found] in ("VERB", "AUX")
        if mention.phrase.definite != "the" or not (verb or after in (",", ".", ")")):
            return None
    return by_first.get((mention.place, behind))


def _name_before(mention: Placed, by_head: dict[tuple[object, int], int]) -> int | None:
    """The person's name before a title with `the` between commas, in what is no list."""
    read, first, last = mention.read, mention.phrase.first, mention.phrase.last
    if mention.phrase.definite != "the" or first < 2 or read.words[first - 1] != ",":
        return None
    after = [*read.words[last : last + 2], ".", "."]
    if after[0] not in (",", ".") or after[1].lower() in ("and", "or"):
        return None
    near = [(a, b) for a, b, kind in read.names_in(first - 2, first - 1) if kind == "PER"]
    return by_head.get((mention.place, read.head(*near[0]))) if near else None


def _subject(mention: Placed, by_head: dict[tuple[object, int], int]) -> int | None:
    """The mention of which a predicate noun is said, without a no."""
    read, head = mention.read, mention.phrase.head
    rels = {read.rels[kid]: kid for kid in read.kids[head]}
    if "cop" not in rels or "nsubj" not in rels or mention.phrase.kind == "name":
        return None
    if any(read.lemmas[kid] in ("not", "no", "never") for kid in read.kids[head]):
        return None
    if read.lemmas[rels["cop"]] != "be" or "aux" in rels or read.xpos[rels["cop"]] == "VB":
        return None
    return by_head.get((mention.place, rels["nsubj"]))


def _may_be(one: Phrase, other: Phrase) -> bool:
    if one.kind == "pronoun" or other.kind == "pronoun":
        return False
    if one.kind == other.kind == "name" or one.plural != other.plural:
        return False
    sorts = {one.sort, other.sort} - {"", "thing"}
    if len(sorts) == 2 and sorts not in ({"organisation", "media"}, {"organisation", "place"}):
        return False
    return "country" not in (one.kind, other.kind)


# -- titles alone -----------------------------------------------------------------------------------


@dataclass(slots=True)
class _Bearer:
    """A person of the story with what is known of his offices."""

    group: int
    shown: str
    named: bool = False
    titles: list[frozenset[str]] = field(default_factory=list)
    countries: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    passages: set[str] = field(default_factory=set)


def join_titles(groups: Groups) -> None:
    """Joins a title without a name to the one person of the story, or else of the passage, that has it; an
    office that nobody has is an actor of its own."""
    bearers = _bearers(groups)
    by_word: dict[str, list[_Bearer]] = defaultdict(list)
    for bearer in bearers:
        for word in sorted({word for title in bearer.titles for word in title}):
            by_word[word].append(bearer)
    nameless: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for n, mention in enumerate(groups.mentions):
        if mention.phrase.kind != "title" or groups.known[n]:
            continue
        bare = not mention.phrase.definite and not is_office(mention.phrase.lemma)
        if mention.phrase.definite == "a" or mention.phrase.plural or bare:
            groups.leave(n, "unnamed")
        elif not _joined(groups, n, bearers, by_word):
            if not (
                is_office(mention.phrase.lemma) or mention.place.passage == mention.place.article
            ):
                groups.leave(n, "not named")
                continue
            nameless[_office_key(mention)].append(n)
    for key in sorted(nameless, key=str):
        groups.join_all(nameless[key], "same title")


def _office_key(mention: Placed) -> tuple[object, ...]:
    """What makes two titles without a bearer one: their words, and the country, or else the article."""
    phrase = mention.phrase
    where = phrase.country or mention.place.article
    return where, phrase.lemma, tuple(sorted(marks_of(phrase)))


def _bearers(groups: Groups) -> list[_Bearer]:
    found: dict[int, _Bearer] = {}
    for n, mention in enumerate(groups.mentions):
        phrase = mention.phrase
        if not groups.known[n] or phrase.sort != "person":
            continue
        group = groups.of(n)
        bearer = found.setdefault(group, _Bearer(group, mention.text))
        if len(phrase.shown.split()) > (len(bearer.shown.split()) if bearer.named else 0):
            bearer.shown, bearer.named = phrase.shown, True
        if phrase.roles:
            bearer.titles.append(_title_words(mention))
        bearer.countries.update(filter(None, (phrase.country,)))
        bearer.genders.update(filter(None, (phrase.gender,)))
        bearer.passages.add(mention.place.passage)
    return list(found.values())


def _title_words(mention: Placed) -> frozenset[str]:
    """The words of the title of a mention, as compared, without those of countries."""
    phrase, read = mention.phrase, mention.read
    last = phrase.last
    if phrase.kind == "name" and phrase.name:
        last = next((w for w in range(phrase.first, last) if read.forms[w] == phrase.name[0]), last)
    words = set(read.forms[phrase.first : last]) | set(phrase.roles)
    before = read.forms[max(phrase.first - 2, 0) : phrase.first]
    words.update(_LESSER & set(before))
    return frozenset(word for word in words if (word,) not in nations())


def _joined(
    groups: Groups, n: int, bearers: list[_Bearer], by_word: dict[str, list[_Bearer]]
) -> bool:
    mention = groups.mentions[n]
    phrase = mention.phrase
    near = bearers if phrase.lemma in ("leader", "diplomat") else by_word.get(phrase.lemma, [])
    fits = [bearer for bearer in near if _fits(phrase, bearer)]
    if phrase.country and any(phrase.country in bearer.countries for bearer in fits):
        fits = [bearer for bearer in fits if phrase.country in bearer.countries]
    here = [bearer for bearer in fits if mention.place.passage in bearer.passages]
    owned = mention.read.xpos[phrase.first] in ("PRP$", "WP$")
    if owned and fits and phrase.lemma in _TO_ANOTHER:
        groups.leave(n, f"it is not known whose {phrase.lemma} this is")
        return True
    for where, some in (("the story", fits), ("the passage", [] if owned else here)):
        if len(some) == 1:
            shown = some[0].shown
            groups.join(n, some[0].group, f"title of {shown}, the only one with it in {where}")
            return True
    if fits:
        named = " or ".join(bearer.shown for bearer in (here or fits)[:3])
        groups.leave(n, f"the title may mean {named}")
        return True
    return False


def marks_of(phrase: Phrase) -> set[str]:
    """The words that narrow a noun down, but for countries and what says nothing of whom it means."""
    return {word for word in phrase.marks - _NO_MARK if (word,) not in nations()}


def _fits(phrase: Phrase, bearer: _Bearer) -> bool:
    """Whether a person has a title, in the country if that is told."""
    if phrase.country and bearer.countries and phrase.country not in bearer.countries:
        return False
    if phrase.gender and bearer.genders and phrase.gender not in bearer.genders:
        return False
    wanted = {phrase.lemma, *marks_of(phrase)}
    return any(_has(title, wanted, phrase) for title in bearer.titles)


def _has(title: frozenset[str], wanted: set[str], phrase: Phrase) -> bool:
    if title & _LESSER - wanted:
        return False
    if phrase.lemma == "leader" and wanted == {"leader"} and phrase.country:
        return bool(title & _HEADS)
    if phrase.lemma == "diplomat" and "top" in wanted:
        return any(some <= title for some in _LEADS_ABROAD)
    return wanted <= title
