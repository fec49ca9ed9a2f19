"""Phrase -> kind: what tells counts from ages and years, and numerals that count nothing."""

from collections.abc import Sequence

from stemma.figures.lexicon import PERSONS
from stemma.figures.numerals import word, words
from stemma.figures.phrases import Phrase
from stemma.figures.saying import Said
from stemma.figures.syntax import Syntax
from stemma.text.calendar import MONTHS, SHORT_MONTHS
from stemma.text.tokens import Token

_BEFORE_YEAR = frozenset(
    "in since of from until till by before after during early late mid around about the to between "
    "and summer spring autumn winter , (".split()
) | frozenset((*MONTHS, *SHORT_MONTHS))
_AGED = frozenset(
    "children men women people persons those anyone girls boys citizens adults youths".split()
)
_KIN = frozenset(
    "brothers sisters sons daughters minister man woman boy girl driver suspect son daughter brother sister "
    "mother father president student teacher twins wife husband".split()
)
_AT_AN_AGE = frozenset(
    "die join marry wed retire enlist leave become start begin win emigrate debut dead quit drown publish "
    "move go return perish succumb graduate".split()
)
OLDEST = 120
_OLD = (
    ("years", "old"),
    ("year", "old"),
    ("years", "of"),
    ("-", "year"),
    ("-", "years"),
    ("year", "-"),
)


def kind_of(found: Sequence[Token], phrase: Phrase, said: Said, syntax: Syntax) -> tuple[str, str]:
    """The kind of a figure, and why."""
    if reason := _age(found, phrase, said, syntax):
        return "age", reason
    if reason := _year(found, phrase, said, syntax):
        return "year", reason
    if _of_a_name(found, phrase, syntax):
        return "identifier", "it belongs to the name before it"
    if _mass(found, phrase, said, syntax):
        return "measure", "pounds that are a weight"
    if phrase.unit is not None:
        return phrase.unit.kind, f"its unit is {phrase.unit.name}"
    if _votes_named(syntax, said):
        return "vote", "votes are counted"
    if _voted(syntax, said):
        return "vote", "what is said of it is how was voted"
    return "count", "it counts what is named or left out"


# -- ages and years -------------------------------------------------------------------------------


def _age(found: Sequence[Token], phrase: Phrase, said: Said, syntax: Syntax) -> str | None:
    """Why a number is an age, or None."""
    if _year_old(found, phrase.last):
        return "before 'year old' or 'years of age'"
    lead = words(found, max(phrase.begin - 3, 0), min(3, phrase.begin))
    closed = phrase.last >= len(found) or found[phrase.last].kind == "mark"
    if lead[-1:] in (("aged",), ("age",), ("ages",)) or lead[-2:] == ("age", "of"):
        return "behind 'aged' or 'age of'"
    if lead in (("as", "young", "as"), ("as", "old", "as")):
        return "behind 'as young as' or 'as old as'"
    if lead[-1:] == ("turned",) and closed and phrase.unit is None:
        return "behind 'turned'"
    value = phrase.high or phrase.low or 0
    if phrase.unit is not None or not 0 < value <= OLDEST or value != int(value):
        return None
    return _of_a_person(found, phrase, said, syntax)


def _year_old(found: Sequence[Token], at: int) -> bool:
    if words(found, at, 2) not in _OLD:
        return False
    return "old" in words(found, at, 4) or words(found, at, 3) == ("years", "of", "age")


def _of_a_person(found: Sequence[Token], phrase: Phrase, said: Said, syntax: Syntax) -> str | None:
    before, behind = word(found, phrase.begin - 1), word(found, phrase.last)
    apart = (before, behind) == ("(", ")") or (before in (",", "and") and _closes(behind))
    if apart and _behind_person(found, phrase.begin - 1, syntax):
        return "in commas or brackets behind a person"
    done = said.predicate is not None and syntax.lemmas[said.predicate[0]].casefold() in _AT_AN_AGE
    if before == "at" and done and _closes(behind) and phrase.last - phrase.first == 1:
        return "behind 'at', with nothing that it counts"
    limit = phrase.qualifier in ("less than", "more than", "range")
    if before in _AGED and limit and not _counts(syntax, found, phrase):
        return "a limit of age behind persons"
    return None


def _closes(behind: str) -> bool:
    return behind in ("and", "") or not behind[0].isalnum()


def _behind_person(found: Sequence[Token], mark: int, syntax: Syntax) -> bool:
    """Whether a name or a word for kin or office stands before a mark, another age between them or not."""
    if word(found, mark) == "and" and found[mark - 1].kind == "number":
        mark -= 2
    if mark > 1 and found[mark - 1].t == ".":
        mark -= 1  # `Viktor K., 39,`
    last = found[mark - 1] if mark > 0 else None
    if last is None:
        return False
    inside = syntax.inside(last.start, last.end)
    named = any(syntax.upos[n] == "PROPN" for n in inside)
    someone = any(syntax.xpos[n] == "NN" and _person(syntax, n) for n in inside)
    return named or someone or last.n in _KIN


def _counts(syntax: Syntax, found: Sequence[Token], phrase: Phrase) -> bool:
    if phrase.last >= len(found):
        return False
    behind = syntax.inside(found[phrase.last].start, found[phrase.last].end)
    return any(syntax.upos[n] in ("NOUN", "ADJ") for n in behind)


def _year(found: Sequence[Token], phrase: Phrase, said: Said, syntax: Syntax) -> str | None:
    """Why four digits are a year, or two times four are years, or None."""
    shown = [token for token in found[phrase.first : phrase.last] if token.kind == "number"]
    if phrase.unit or not all(_may_be_year(token.t) for token in shown) or not shown:
        return None
    if phrase.form == "range":
        return (
            "two years"
            if said.what is None or not _follows(syntax, phrase, found, said.what)
            else None
        )
    if phrase.last - phrase.first != 1:
        return None
    before = word(found, phrase.first - 1)
    # `in Sept. 1988`: the stop of a short month.
    if before == "." and word(found, phrase.first - 2) in SHORT_MONTHS:
        before = word(found, phrase.first - 2)
    if word(found, phrase.last) in ("level", "levels") and int(shown[0].t) >= 1900:
        return "four digits before 'levels'"
    if phrase.qualifier not in ("exact", "about"):
        return None
    counted = said.what is not None and _follows(syntax, phrase, found, said.what)
    if counted and syntax.xpos[said.what or 0] == "NNS" and before not in ("in", "since", "s"):
        return None
    dated = before in _BEFORE_YEAR | {""} or (before.isdigit() and int(before) <= 31)
    return "four digits where a year stands" if counted or dated else None


def _may_be_year(shown: str) -> bool:
    return shown.isdigit() and len(shown) == 4 and 1100 <= int(shown) < 2100


def _follows(syntax: Syntax, phrase: Phrase, found: Sequence[Token], what: int) -> bool:
    return syntax.starts[what] > found[phrase.first].start


def _of_a_name(found: Sequence[Token], phrase: Phrase, syntax: Syntax) -> bool:
    """`Intermediate School 285`: digits that hang on the name right before them, and count nothing."""
    if (
        phrase.unit
        or phrase.first == 0
        or phrase.begin != phrase.first
        or found[phrase.first].kind != "number"
        or "," in found[phrase.first].t  # `20,000` counts
    ):
        return False
    before = syntax.inside(found[phrase.first - 1].start, found[phrase.first - 1].end)
    own = syntax.inside(found[phrase.first].start, found[phrase.last - 1].end)
    named = before and syntax.upos[before[-1]] == "PROPN"
    return bool(named and own and syntax.heads[own[0]] == before[-1])


# -- weights, votes, persons ----------------------------------------------------------------------


def _mass(found: Sequence[Token], phrase: Phrase, said: Said, syntax: Syntax) -> bool:
    """Whether `pound` is a weight: in a word such as `500-pound`, or what was lost or weighed."""
    unit = [token.n for token in found[phrase.last : phrase.unit_end]]
    if not unit or unit[-1] not in ("pound", "pounds"):
        return False
    verbs = ("weigh", "lose", "gain", "shed")
    heavy = said.predicate is not None and syntax.lemmas[said.predicate[0]] in verbs
    goods = said.what is not None and syntax.words[said.what] not in ("note", "coin", "fine", "fee")
    return heavy or (goods and (unit[0] == "-" or word(found, phrase.unit_end) == "of"))


def _votes_named(syntax: Syntax, said: Said) -> bool:
    """Votes, abstentions, a majority; but not votes of confidence."""
    if said.what is None or syntax.lemmas[said.what] not in ("vote", "abstention", "majority"):
        return False
    behind = syntax.word(said.what + 1), syntax.word(said.what + 2)
    return behind not in (("of", "no"), ("of", "confidence"))


def _voted(syntax: Syntax, said: Said) -> bool:
    if said.predicate is None:
        return False
    first, last = said.predicate
    shown = " ".join(syntax.words[first : last + 1])
    sides = ("in favour", "in favor", "against", "for", "opposed")
    return shown in sides or shown.startswith(("voted", "abstain"))


def unit_of(phrase: Phrase, kind: str, said: Said, syntax: Syntax) -> str:
    """The name of the unit of a quantity: of a count persons, times or things."""
    if kind == "vote":
        return "votes"
    if phrase.unit is not None:
        return "pound" if kind == "measure" and phrase.unit.kind == "money" else phrase.unit.name
    if said.what is not None and syntax.words[said.what] in ("times", "occasions"):
        return "times"
    return "persons" if _counts_persons(syntax, said) else "things"


def _counts_persons(syntax: Syntax, said: Said) -> bool:
    """Whether what is counted are persons: by the noun, or without one by what is said of it."""
    if said.what is not None:
        inside = syntax.below(said.what, "nmod") if _is_total(syntax, said.what) else ()
        return any(_person(syntax, n) for n in (said.what, *inside))
    if said.predicate is None:
        return False
    shown = {syntax.words[n] for n in range(said.predicate[0], said.predicate[1] + 1)}
    return bool((shown | {syntax.lemmas[said.predicate[0]]}) & _OF_PERSONS)


def _is_total(syntax: Syntax, n: int) -> bool:
    return syntax.lemmas[n] in ("number", "total", "figure", "count", "tally")


def _person(syntax: Syntax, n: int) -> bool:
    lemma, shown = syntax.lemmas[n].casefold(), syntax.words[n]
    return syntax.xpos[n] == "NNPS" or bool({lemma, shown, shown.removesuffix("s")} & PERSONS)


_OF_PERSONS = frozenset(
    "killed killing kill dead died die wounded wounding wound injured injuring injure hurt arrested arrest "
    "absent present "
    "detained missing homeless rescued abstained abstain survived survive fled drowned told said voted "
    "treated captured freed released feared came took pulled women men children".split()
)
