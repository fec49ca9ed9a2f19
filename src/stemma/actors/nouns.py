"""Nouns that are neither names nor titles -> whose they are: countries, governments, bodies, groups."""

from collections import defaultdict

from stemma.actors.groups import Groups
from stemma.actors.phrase import Phrase
from stemma.actors.titles import marks_of

# Sentences before its own that a noun, as a pronoun, may reach back to where its passage has several.
REACH = 2
_GOVERNMENTS = frozenset("government administration regime cabinet".split())
_FORCES = frozenset("force troop fighter supporter rebel loyalist".split())
_CALLED = frozenset(
    "group organisation organization movement network agency company party militia".split()
)
_COUNTRY = ("country", "nation")


# -- bodies that are called by a name ---------------------------------------------------------------


def join_called(groups: Groups) -> None:
    """Joins the government of one person (`the Bee administration`, `Bee's government`), his or a body's
    forces, and a body with the noun for it (`the Red Hand group`)."""
    theirs: dict[tuple[str, int], list[int]] = defaultdict(list)
    for n, mention in enumerate(groups.mentions):
        phrase = mention.phrase
        if groups.known[n] or phrase.kind not in ("noun", "group"):
            continue
        for m in _inside(groups, n):
            inner = groups.mentions[m].phrase
            if phrase.lemma in _GOVERNMENTS and inner.sort == "person":
                theirs["government", groups.of(m)].append(n)
            elif phrase.lemma in _FORCES and inner.sort in ("person", "organisation"):
                theirs[phrase.lemma, groups.of(m)].append(n)
            elif phrase.lemma in _CALLED and _is_called(inner, phrase):
                groups.join(n, m, f"noun for {inner.shown}")
    for noun, owner in sorted(theirs):
        mention = groups.mentions[owner]
        how = f"{noun} of {mention.phrase.shown or mention.text}"
        for n in theirs[noun, owner]:
            groups.join(n, theirs[noun, owner][0], how)


def _is_called(inner: Phrase, phrase: Phrase) -> bool:
    return inner.sort == "organisation" and set(inner.name) >= phrase.marks


def _inside(groups: Groups, n: int) -> list[int]:
    """The names inside a noun phrase, each known to be somebody's."""
    phrase, place = groups.mentions[n].phrase, groups.mentions[n].place
    found = []
    for m in (*range(n - 1, max(n - 5, -1), -1), *range(n + 1, min(n + 6, len(groups.mentions)))):
        other = groups.mentions[m]
        within = phrase.first <= other.phrase.first and other.phrase.last <= phrase.last
        if other.place == place and within and other.phrase.kind == "name" and groups.known[m]:
            found.append(m)
    return found


# -- groups and other nouns ---------------------------------------------------------------------------


def join_nouns(groups: Groups) -> None:
    """Joins groups of one country and kind in a story, and in a passage a noun with `the` to the one
    mention before it that has the same noun and nothing against it."""
    by_country: dict[tuple[object, ...], list[int]] = defaultdict(list)
    by_passage: dict[str, list[int]] = defaultdict(list)
    for n, mention in enumerate(groups.mentions):
        phrase = mention.phrase
        if groups.known[n] or phrase.kind not in ("group", "noun") or phrase.lemma in _COUNTRY:
            continue
        if phrase.kind == "group" and phrase.country and phrase.definite != "a":
            by_country[phrase.country, phrase.lemma, tuple(sorted(marks_of(phrase)))].append(n)
        else:
            by_passage[mention.place.passage].append(n)
    for key in sorted(by_country, key=str):
        groups.join_all(by_country[key], "same group of one country")
    named = _named_bodies(groups)
    _join_the_country(groups)
    for passage in sorted(by_passage):
        nouns = _Nouns(groups, named.get(passage, {}))
        for n in by_passage[passage]:
            nouns.add(n)


def _join_the_country(groups: Groups) -> None:
    """Joins `the country` to the one country that its sentence, or the one before, names before it."""
    named: dict[tuple[str, int], list[int]] = defaultdict(list)
    for n, mention in enumerate(groups.mentions):
        phrase, place = mention.phrase, mention.place
        if phrase.kind == "country" and phrase.by == "name":
            named[place.article, place.number].append(n)
        elif (
            phrase.lemma in _COUNTRY
            and phrase.kind == "noun"
            and phrase.definite == "the"
            and not phrase.plural
        ):
            before = named.get((place.article, place.number)) or named.get(
                (place.article, place.number - 1), []
            )
            if len({groups.of(m) for m in before}) == 1:
                groups.join(
                    n,
                    before[0],
                    f"the one country that is named before it: {groups.mentions[before[0]].text}",
                )
            else:
                groups.leave(n, "may mean several countries, or one that is not named")


def _named_bodies(groups: Groups) -> dict[str, dict[str, set[int]]]:
    """Passage -> noun of a body's or place's name -> the groups that have it in theirs."""
    found: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for n, mention in enumerate(groups.mentions):
        phrase = mention.phrase
        if groups.known[n] and phrase.kind == "name" and phrase.sort not in ("person", ""):
            found[mention.place.passage][_noun_of(phrase.name)].add(groups.of(n))
    return found


def _noun_of(name: tuple[str, ...]) -> str:
    """The noun of a body's name: `Museum of …`, `… Museum`."""
    return name[0] if len(name) > 1 and name[1] in ("of", "for") else name[-1]


class _Nouns:
    """The nouns of one passage, in order, and what was said with each before."""

    def __init__(self, groups: Groups, named: dict[str, set[int]]) -> None:
        self.groups, self.named = groups, named
        self.met: dict[tuple[str, bool], list[int]] = defaultdict(list)

    def add(self, n: int) -> None:
        """Joins a noun to the one before it that it repeats, or to the one name that it is the noun of."""
        phrase = self.groups.mentions[n].phrase
        before = self.met[phrase.lemma, phrase.plural]
        fits = [m for m in before if self._repeats(phrase, self.groups.mentions[m].phrase)]
        one = self._only(n, fits) if phrase.definite != "a" else None
        bodies = self._bodies(n, phrase) if not before else set()
        if one is not None:
            self.groups.settle(one, "mentioned again")
            self.groups.join(
                n, one, "the same noun before it in the passage, the only one that fits"
            )
        elif len(bodies) == 1:
            self.groups.join(n, next(iter(bodies)), "noun of the one such name in the passage")
        else:
            self.groups.leave(n, "unnamed")
        before.append(n)

    def _repeats(self, phrase: Phrase, other: Phrase) -> bool:
        marks, before = marks_of(phrase), marks_of(other)
        if phrase.country and other.country and phrase.country != other.country:
            return False
        return marks <= before or (not marks and phrase.definite == "the")

    def _only(self, n: int, fits: list[int]) -> int | None:
        """The one of those that fit, in all of the passage, or in the sentences just before."""
        number = self.groups.mentions[n].place.number
        near = [m for m in fits if number - self.groups.mentions[m].place.number <= REACH]
        for some in (fits, near):
            ones = sorted({self.groups.of(m) for m in some})
            if len(ones) == 1:
                return ones[0]
        return None

    def _bodies(self, n: int, phrase: Phrase) -> set[int]:
        if phrase.definite != "the" or phrase.plural or marks_of(phrase):
            return set()
        return self.named.get(phrase.lemma, set())
