"""Names of countries, bodies and places -> one group each."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from stemma.actors.groups import Groups, Placed
from stemma.actors.names import Form, core, initials, sound

_ACRONYM_LONGEST = 8


def join_countries(groups: Groups) -> None:
    """Joins countries by their code, houses of government and peoples by code and name."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, mention in enumerate(groups.mentions):
        phrase = mention.phrase
        if phrase.kind == "country" and phrase.country:
            found[(phrase.country,)].append(n)
        elif phrase.kind == "house" and phrase.country:
            found[phrase.country, *phrase.name].append(n)
        elif phrase.kind == "group" and phrase.by == "people" and phrase.name:
            found[phrase.country or "", "people"].append(n)
    for key in sorted(found):
        for n in found[key]:
            groups.join(n, found[key][0], _country_how(groups.mentions[n]))


def _country_how(mention: Placed) -> str:
    phrase = mention.phrase
    if phrase.kind == "house":
        return f"house of government ({phrase.country})"
    if phrase.roles:
        return f"the government of the country ({phrase.country})"
    return {
        "name": f"a form of the country's name ({phrase.country})",
        "people": f"what the country's people are called ({phrase.country})",
        "capital": f"capital that stands for its country ({phrase.country})",
    }[phrase.by]


def join_bodies(groups: Groups) -> None:
    """Joins names of organisations, media and places: one name in its spellings, with or without its
    country, its initials, and the end of a longer name."""
    names = _Names(groups)
    names.expand()
    names.join_equal()
    names.join_ends()
    names.join_beginnings()


class _Names:
    """The bodies and places of a story by the core of their names."""

    def __init__(self, groups: Groups) -> None:
        self.groups = groups
        self.forms: dict[Form, list[int]] = defaultdict(list)
        for n, mention in enumerate(groups.mentions):
            phrase = mention.phrase
            if phrase.kind == "name" and phrase.sort in ("organisation", "media", "place"):
                self.forms[phrase.name].append(n)
        self.stands_for: dict[Form, Form] = {}
        self.cores: dict[Form, list[int]] = defaultdict(list)

    def expand(self) -> None:
        """Finds what initials stand for, and the core of each name with its initials written out."""
        long = [form for form in sorted(self.forms) if len(form) > 1]
        by_initials: dict[str, set[Form]] = defaultdict(set)
        for form in long:
            for some in initials(form) | initials(core(form)):
                by_initials[some].add(core(form))
        for form in self.forms:
            if self._is_acronym(form):
                fits = by_initials.get(form[0].lower(), set())
                bracketed = self._bracketed(form)
                if len(bracketed or fits) == 1:
                    self.stands_for[form] = next(iter(bracketed or fits))
        for form, mentions in sorted(self.forms.items()):
            spelled = tuple(map(sound, self._written_out(form)))
            self.cores[spelled].extend(mentions)

    def _is_acronym(self, form: Form) -> bool:
        shown = self.groups.mentions[self.forms[form][0]].phrase.shown
        letters = shown.replace(".", "")
        return len(form) == 1 and 1 < len(letters) <= _ACRONYM_LONGEST and letters.isupper()

    def _bracketed(self, form: Form) -> set[Form]:
        """The names behind which the initials stand in brackets."""
        found: set[Form] = set()
        for n in self.forms[form]:
            first = self.groups.mentions[n].phrase.first
            read = self.groups.mentions[n].read
            if first > 1 and read.words[first - 1] == "(":
                found.update(self._ending_at(n, first - 1))
        return found

    def _ending_at(self, n: int, word: int) -> Iterable[Form]:
        mention = self.groups.mentions[n]
        for other in range(n - 1, max(n - 8, -1), -1):
            before = self.groups.mentions[other]
            if before.place != mention.place:
                break
            if before.phrase.last == word and before.phrase.sort in ("organisation", "media"):
                yield core(before.phrase.name)

    def _written_out(self, form: Form) -> Form:
        if form in self.stands_for:
            return self.stands_for[form]
        whole: list[str] = []
        for word in form:
            whole.extend(self.stands_for.get((word,), (word,)))
        return core(tuple(whole))

    def join_equal(self) -> None:
        """Joins names of one core, those of two countries apart."""
        for mentions in self.cores.values():
            _by_country(self.groups, sorted(mentions), self._how)

    def _how(self, n: int) -> str:
        phrase = self.groups.mentions[n].phrase
        if phrase.name in self.stands_for:
            return f"initials of {' '.join(self.stands_for[phrase.name])}"
        return "same name"

    def join_ends(self) -> None:
        """Joins a name of two words or more to the one longer name in the story that ends with it."""
        longer: dict[Form, set[Form]] = defaultdict(set)
        for form in self.cores:
            for size in range(2, len(form)):
                longer[form[-size:]].add(form)
        for form in sorted(self.cores):
            if len(form) > 1 and len(longer[form]) == 1:
                (whole,) = longer[form]
                first = self.cores[whole][0]
                shown = self.groups.mentions[first].phrase.shown
                for n in self.cores[form]:
                    self.groups.join(
                        n, first, f"the end of {shown}, the only such name in the story"
                    )

    def join_beginnings(self) -> None:
        """Joins a single word to the one organisation of the story whose name begins with it and goes on with
        what firms are called or with a word that is no place's (`Ferrox`, `Ferrox Lines`)."""
        longer: dict[Form, set[Form]] = defaultdict(set)
        for form in self.cores:
            if len(form) > 1:
                longer[form[:1]].add(form)
        for form in sorted(self.cores):
            wholes = sorted(longer[form], key=lambda one: (len(one), one))
            # `Ferrox`, `Ferrox Lines` and `Ferrox Lines Inc.` are one; `Ferrox Lines` and `Ferrox Steel` two.
            nested = all(one[: len(wholes[0])] == wholes[0] for one in wholes)
            if len(form) > 1 or not wholes or not nested or not self._are_firms([form, *wholes]):
                continue
            first = self.cores[wholes[0]][0]
            shown = self.groups.mentions[first].phrase.shown
            for n in self.cores[form]:
                self.groups.join(
                    n, first, f"the beginning of {shown}, the only such name in the story"
                )

    def _are_firms(self, forms: Iterable[Form]) -> bool:
        """Whether all mentions of these names are of organisations, and none stands for initials."""
        return all(
            self.groups.mentions[n].phrase.sort == "organisation"
            and self.groups.mentions[n].phrase.name not in self.stands_for
            for form in forms
            for n in self.cores[form]
        )


def _by_country(groups: Groups, mentions: list[int], how: Callable[[int], str]) -> None:
    """Joins mentions of one name, if they tell no two countries; else those of each country, and those
    that tell none where their article has one."""
    countries: dict[str | None, list[int]] = defaultdict(list)
    for n in mentions:
        countries[groups.mentions[n].phrase.country].append(n)
    silent = countries.pop(None, [])
    if len(countries) < 2:
        for n in mentions:
            groups.join(n, mentions[0], how(n))
        return
    for told in countries.values():
        for n in told:
            groups.join(n, told[0], how(n))
    for n in silent:
        article = groups.mentions[n].place.article
        here = [
            t
            for t in countries.values()
            if any(groups.mentions[m].place.article == article for m in t)
        ]
        if len(here) == 1:
            groups.join(n, here[0][0], f"{how(n)}, of the one country in the article")
        else:
            groups.leave(n, "the name is that of bodies of several countries")
