"""Names of people -> people: one full name in its spellings, then the surnames and given names alone."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from stemma.actors.groups import Groups
from stemma.actors.names import Form, begins_with, ends_with, one_person, sound, sounds

Swapped = Collection[frozenset[str]]


def join_people(groups: Groups, swapped: Swapped = ()) -> None:
    """Joins the mentions that name people. `swapped`: words that the pile's swaps put for one another."""
    forms: dict[Form, list[int]] = defaultdict(list)
    for n, mention in enumerate(groups.mentions):
        if mention.phrase.kind == "name" and mention.phrase.sort == "person":
            forms[mention.phrase.name].append(n)
    full = [form for form in sorted(forms) if len(sounds(form)) > 1]
    people = _People(groups, forms, _bearers(full, swapped))
    for form in sorted(set(forms) - set(full)):
        people.add_short(form)


def _bearers(full: list[Form], swapped: Swapped) -> dict[Form, Form]:
    """Full name -> the least of the names that are the same person's. A name that fits two who are not
    one is its own."""
    by_last: dict[str, list[Form]] = defaultdict(list)
    for form in full:
        by_last[sounds(form)[-1]].append(form)
    bearers: dict[Form, Form] = {}
    for form in full:
        near = by_last[sounds(form)[-1]]
        mates = [other for other in near if _same(form, other, swapped)]
        one = all(_same(a, b, swapped) for i, a in enumerate(mates) for b in mates[:i])
        bearers[form] = min(bearers.get(m, m) for m in mates) if one else form
    return {form: _end(bearers, form) for form in full}


def _end(bearers: dict[Form, Form], form: Form) -> Form:
    while bearers[form] != form:
        form = bearers[form]
    return form


def _same(a: Form, b: Form, swapped: Swapped) -> bool:
    if one_person(a, b):
        return True
    differ = [frozenset(pair) for pair in zip(a, b, strict=False) if pair[0] != pair[1]]
    return len(a) == len(b) and len(differ) == 1 and differ[0] in swapped


class _People:
    """The people of a story while their short names are looked up."""

    def __init__(
        self, groups: Groups, forms: dict[Form, list[int]], bearers: dict[Form, Form]
    ) -> None:
        self.groups, self.forms = groups, forms
        self.articles: dict[Form, set[str]] = defaultdict(set)
        self.genders: dict[Form, set[str]] = defaultdict(set)
        # Where a passage first has a full name.
        self.first: dict[tuple[Form, str], int] = {}
        self.by_word: dict[str, set[Form]] = defaultdict(set)
        for form, bearer in sorted(bearers.items()):
            self._add(form, bearer)
        self.bearers = bearers

    def _add(self, form: Form, bearer: Form) -> None:
        for n in self.forms[form]:
            mention = self.groups.mentions[n]
            how = "same name" if form == bearer else f"another form of {self._shown(bearer)}"
            self.groups.join(n, self.forms[bearer][0], how)
            self.articles[bearer].add(mention.place.article)
            self.first.setdefault((bearer, mention.place.passage), n)
            self.genders[bearer].update(filter(None, (mention.phrase.gender,)))
        for word in sounds(form):
            self.by_word[word].add(form)

    def add_short(self, form: Form) -> None:
        """Joins the mentions of one name of one word, or of a surname of several."""
        near = sorted(self.by_word.get(sound(form[-1]), ()))
        surnames = {self.bearers[one] for one in near if ends_with(one, form)}
        given = {self.bearers[one] for one in near if begins_with(one, form)}
        self._own(form, [n for n in self.forms[form] if not self._settled(n, surnames, given)])

    def _settled(self, n: int, surnames: set[Form], given: set[Form]) -> bool:
        """Whether a short name was joined to a bearer, or may mean several."""
        fits = [bearer for bearer in sorted(surnames) if self._fits(n, bearer)]
        article = self.groups.mentions[n].place.article
        here = [bearer for bearer in fits if article in self.articles[bearer]]
        if len(fits) == 1:
            return self._join(n, fits[0], "surname of {}, the only one in the story")
        if len(here) == 1:
            return self._join(n, here[0], "surname of {}, the only one in the article")
        before = [bearer for bearer in here if self._named_before(n, bearer)]
        if len(before) == 1:
            return self._join(
                n, before[0], "surname of {}, the only one named before it in the passage"
            )
        if fits:
            named = " or ".join(map(self._shown, here or fits))
            self.groups.leave(n, f"the name may mean {named}")
            return True
        first = [b for b in sorted(given) if article in self.articles[b] and self._fits(n, b)]
        if len(first) == 1:
            return self._join(n, first[0], "first name of {}, the only one in the article")
        return False

    def _named_before(self, n: int, bearer: Form) -> bool:
        passage = self.groups.mentions[n].place.passage
        return self.first.get((bearer, passage), n) < n

    def _fits(self, n: int, bearer: Form) -> bool:
        gender = self.groups.mentions[n].phrase.gender
        known = self.genders[bearer]
        return not gender or not known or gender in known

    def _join(self, n: int, bearer: Form, how: str) -> bool:
        self.groups.join(n, self.forms[bearer][0], how.format(self._shown(bearer)))
        return True

    def _own(self, form: Form, alone: Iterable[int]) -> None:
        """A name without a fuller one: one person, or a man and a woman."""
        by_gender: dict[str, list[int]] = defaultdict(list)
        for n in alone:
            by_gender[self.groups.mentions[n].phrase.gender].append(n)
        told = [gender for gender in ("m", "f") if by_gender[gender]]
        if len(told) == 2:
            for n in by_gender[""]:
                self.groups.leave(n, "the name may mean a man or a woman of that name")
            parts = [by_gender["m"], by_gender["f"]]
        else:
            parts = [sorted(n for part in by_gender.values() for n in part)]
        for part in filter(None, parts):
            self.groups.join_all(part, "same name")

    def _shown(self, form: Form) -> str:
        return self.groups.mentions[self.forms[form][0]].phrase.shown
