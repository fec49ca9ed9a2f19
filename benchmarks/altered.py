"""What a script does to a true sentence of a wire, so that a check must find it: another figure, speaker,
date or status; and sentences that nobody wrote, with the pile's own names."""

import re
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTH = (
    r"(?:Jan\.|Feb\.|Mar\.|March|Apr\.|April|May|June|July|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.|January|February"
    r"|August|September|October|November|December)"
)
_WORDS = "zero one two three four five six seven eight nine ten eleven twelve thirteen".split()
_NAME = re.compile(r"[A-Z][\w-]+ [A-Z][\w-]+")
BODIES = frozenset(
    "Coal Mission Commission Board Bank Company Federation Party Ministry Staff Agency Union Council Court "
    "Office Police Army Front Line Lines League Corps Service Credit Works Command Authority".split()
)

# (what is looked for, what is put there): the first few make done of what is to come or denied.
_DONE = (
    (r"\bwill be (\w+ed)\b", r"was \1"),
    (r"\b(?:is|are) to be (\w+ed)\b", r"has been \1"),
    (r"\bdenied (that|an accusation)\b", r"confirmed \1"),
    (r"\bwill not\b", "will"),
    (r"\b(?:is|are) not\b", "is"),
    (r"\bdid not\b", "did"),
    (r"\b(may|might|could) (\w+)\b", r"will certainly \2"),
)
_NOT = (
    (r"(?<!who )(?<!which )(?<!that )\bwill (?!not|certainly)", "will not "),
    (r"(?<!who )(?<!which )(?<!that )\b(was|were|is|are|has|have|had) (?!not\b)", r"\1 not "),
)


def figure(text: str, sentence: dict[str, Any], taken: set[int], rng: Random) -> str | None:
    """With another number in the place of one that is annotated, which no wire of the event has."""
    for one in sentence["figures"]:
        if one["low"] != one["high"]:
            continue
        shown = _shown(text, one["low"])
        if shown is None:
            continue
        most = max(one["low"] // 2, 5)
        while (other := one["low"] + rng.randint(1, most)) in taken:
            most += 1
        words = f"{other:,}" if "," in shown or other >= 1000 else str(other)
        return re.sub(rf"\b{re.escape(shown)}\b", words, text, count=1)
    return None


def _shown(text: str, value: int) -> str | None:
    forms = [f"{value:,}", str(value), *([_WORDS[value]] if value < len(_WORDS) else [])]
    return next((form for form in forms if re.search(rf"\b{form}\b(?![.,]\d)", text)), None)


def speaker(text: str, sentence: dict[str, Any], others: Sequence[str], rng: Random) -> str | None:
    """With another speaker of the event."""
    for quote in sentence["quotes"]:
        name = quote["speaker"]
        if (
            not _NAME.fullmatch(name)
            or {*name.split()} & BODIES
            or name.split()[-1] not in text.replace(quote["words"], "")
        ):
            continue
        known = [
            o for o in others if _NAME.fullmatch(o) and not {*o.split()} & {*name.split(), *BODIES}
        ]
        known = [o for o in known if o.split()[-1] not in text]
        if not known:
            continue
        other = rng.choice(sorted(known))
        if name in text:
            return text.replace(name, other, 1)
        return re.sub(rf"\b{re.escape(name.split()[-1])}\b", other.split()[-1], text)
    return None


def date(text: str, rng: Random) -> str | None:
    """With another weekday, or another day of the month."""
    spans = list(_outside(text))
    for found in re.finditer(rf"\b({_MONTH}) (\d{{1,2}})\b(?!,? \d{{4}})", text):
        if any(a <= found.start() and found.end() <= b for a, b in spans):
            day = (int(found[2]) + rng.randint(2, 20)) % 28 + 1
            return f"{text[: found.start(2)]}{day}{text[found.end(2) :]}"
    for found in re.finditer("|".join(_DAYS), text):
        if any(a <= found.start() and found.end() <= b for a, b in spans):
            other = rng.choice([d for d in _DAYS if d not in text])
            return text[: found.start()] + other + text[found.end() :]
    return None


def status(text: str, rng: Random) -> str | None:
    """With what is to come or denied told as done, or with a `not` more."""
    groups = [_DONE, _NOT]
    if rng.random() < 0.3:
        groups.reverse()
    spans = list(_outside(text))
    for pattern, other in (rule for group in groups for rule in group):
        for found in re.finditer(pattern, text):
            if any(a <= found.start() and found.end() <= b for a, b in spans):
                return text[: found.start()] + found.expand(other) + text[found.end() :]
    return None


def _outside(text: str) -> Iterator[tuple[int, int]]:
    """What stands outside of quotation marks."""
    at = 0
    for number, part in enumerate(text.split('"')):
        if number % 2 == 0:
            yield at, at + len(part)
        at += len(part) + 1


INVENTED = (
    "{person} bought a vineyard in {place} last year and has kept it secret from the tax office.",
    "A museum of clocks will open in {place} in spring, with a speech by {person}.",
    "{person} has written a cookbook, and a publisher in {place} has printed 30,000 copies.",
    "Teachers in {place} walked out over a new timetable, and {person} promised a pay rise of 6 percent.",
    "{person} was treated in a hospital for a broken wrist after a fall from a horse.",
    "The orchestra of {place} cancelled its tour because the conductor has lost his passport.",
    "{person} and {other} have known each other since they shared a room at law school.",
    "Customs officers in {place} seized 400 kilograms of cocaine in a shipment of bananas.",
    '"I have never been on a train in my life," {person} said at a dinner for beekeepers.',
    "{place} has applied to host the winter games, a plan that {person} supports.",
    "{person} sold shares worth two million a week before the news became known.",
    "A court in {place} fined {person} for speeding on a motorway.",
    "{person} will run for parliament at the next election, a friend of the family said.",
    "The daughter of {person} won a chess tournament in {place}.",
    "An earthquake damaged 40 houses near {place} two years ago.",
    "{person} compared {other} to a weathercock in an interview with a fashion magazine.",
    "Engineers found asbestos in the town hall of {place}, and the staff moved into tents.",
    "{person} has given the police a list of 12 names, none of which has been published.",
    "A bakery in {place} has named a cake after {person}.",
    "{person} was questioned for three hours about a loan from a bank in Cyprus.",
)


def invented(people: Sequence[str], places: Sequence[str], rng: Random, template: str) -> str:
    """A sentence that nothing in the pile tells, about the pile's own people and places."""
    person, other = rng.sample(sorted(people), 2)
    return template.format(person=person, other=other, place=rng.choice(sorted(places)))
