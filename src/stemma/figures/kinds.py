"""Phrase -> kind: what tells counts from ages, years and names."""

from collections.abc import Sequence

from stemma.figures.lexicon import PERSONS
from stemma.figures.phrases import Phrase
from stemma.figures.saying import Said
from stemma.figures.syntax import Syntax
from stemma.text.tokens import Token

_BEFORE_YEAR = frozenset(
    "in since of from until till by before after during early late mid around about the to between "
    "and summer spring autumn winter january february march april may june july august september october "
    "november december , (".split()
)
_HALF_WORDS = frozenset("first second third fourth fifth".split())
_NOT_ONE = {
    "behind": frozenset(
        "another day by on must can could should may might would cannot way thing more time side point reason "
        "who that whose - of's".split()
    ),
    "before": frozenset(
        "no another this that the new every any each which by on only-the old last next first".split()
    ),
}
_SUPERLATIVE = frozenset("most least few best worst top main only first last".split())
_HARM = frozenset(
    "casualties casualty injuries injury deaths death victims fatalities survivors arrests damage damages".split()
)


def age(found: Sequence[Token], phrase: Phrase, syntax: Syntax) -> str | None:
    """Why a number is an age, or None."""
    before, behind = _word(found, phrase.first - 1), _word(found, phrase.last)
    end = [token.n for token in found[phrase.last : phrase.last + 5]]
    if end[:4] in (["-", "year", "-", "old"], ["-", "years", "-", "old"]) or end[:2] in (["years", "old"], ["year", "old"]):  # fmt: skip
        return "before 'year old'"
    if end[:1] == ["years"] and end[1:3] == ["of", "age"]:
        return "before 'years of age'"
    lead = _lead(found, phrase)
    if lead in ("aged", "age", "turned", "ages") or _words(found, phrase.begin - 2, 2) == (
        "age",
        "of",
    ):
        return f"behind '{lead}'" if lead != "of" else "behind 'age of'"
    if _words(found, phrase.begin - 3, 3) in (("as", "young", "as"), ("as", "old", "as")):
        return "behind 'as young as' or 'as old as'"
    if phrase.unit is not None or not 0 < (phrase.high or phrase.low or 0) < 121:
        return None
    return _of_a_person(found, phrase, syntax, before, behind, lead)


def _of_a_person(
    found: Sequence[Token], phrase: Phrase, syntax: Syntax, before: str, behind: str, lead: str
) -> str | None:
    closed = behind in (",", ")", ".", ";", "")
    if (before, behind) == ("(", ")") or (before == "," and behind in (",", "and", ".")):
        words = syntax.inside(found[phrase.first].start - 2, found[phrase.first].start - 1)
        words = words or syntax.inside(
            found[max(0, phrase.first - 2)].start, found[phrase.first - 1].start
        )
        if (
            any(syntax.names[n][2:] == "PER" for n in words)
            or _word(found, phrase.first - 2) in _SINGULAR
        ):
            return "in commas or brackets behind a person"
    if (
        before == "at"
        and closed
        and found[phrase.first].kind == "number"
        and "." not in found[phrase.first].t
    ):
        return "behind 'at', with nothing that it counts"
    people = _word(found, phrase.begin - 1) in _AGED
    if (
        people
        and phrase.qualifier in ("less than", "more than", "range")
        and not _counts(syntax, found, phrase)
    ):
        return "a limit of age behind persons"
    return None


_AGED = frozenset(
    "children men women people persons those anyone girls boys citizens adults youths".split()
)
_SINGULAR = frozenset(
    "brothers sisters sons daughters minister man woman boy girl driver suspect son daughter brother sister "
    "mother father president student teacher".split()
)  # fmt: skip


def _counts(syntax: Syntax, found: Sequence[Token], phrase: Phrase) -> bool:
    behind = (
        syntax.inside(found[phrase.last].start, found[phrase.last].end)
        if phrase.last < len(found)
        else []
    )
    return any(syntax.upos[n] in ("NOUN", "ADJ") for n in behind)


def _lead(found: Sequence[Token], phrase: Phrase) -> str:
    return _word(found, phrase.begin - 1)


def _word(found: Sequence[Token], at: int) -> str:
    return found[at].n if 0 <= at < len(found) else ""


def _words(found: Sequence[Token], at: int, count: int) -> tuple[str, ...]:
    return tuple(token.n for token in found[at : at + count]) if at >= 0 else ()


def year(found: Sequence[Token], phrase: Phrase, said: Said, syntax: Syntax) -> str | None:
    """Why four digits are a year, or None."""
    shown = found[phrase.first].t
    if phrase.last - phrase.first != 1 or not shown.isdigit() or len(shown) != 4 or phrase.unit:
        return None
    if not 1100 <= int(shown) < 2100 or phrase.qualifier not in ("exact", "about"):
        return None
    plural = said.what is not None and syntax.xpos[said.what] == "NNS" and said.what >= 0
    if plural and syntax.starts[said.what or 0] > found[phrase.first].start and _word(found, phrase.first - 1) not in ("in", "since"):  # fmt: skip
        return None
    if _word(found, phrase.first - 1) in _BEFORE_YEAR or phrase.first == 0:
        return "four digits where a year stands"
    return None


def no_figure(found: Sequence[Token], phrase: Phrase, said: Said, syntax: Syntax) -> str | None:
    """Why a numeral is none: a pronoun `one`, `no doubt`; None if it is one."""
    word, behind = found[phrase.first].n, _word(found, phrase.last)
    if _words(found, phrase.begin - 2, 2) == ("all", "but"):
        return "'all but' it: the rest is counted"
    if phrase.form == "zero":
        return _no_zero(found, phrase, said, syntax)
    if word == "one" and phrase.last == phrase.first + 1:
        return _no_one(found, phrase, said, syntax, behind)
    return None


def _no_one(
    found: Sequence[Token], phrase: Phrase, said: Said, syntax: Syntax, behind: str
) -> str | None:
    if behind in _NOT_ONE["behind"] or _word(found, phrase.first - 1) in _NOT_ONE["before"]:
        return "'one' is a pronoun or part of a phrase"
    if behind == "of":
        near = syntax.inside(
            found[phrase.last].start, found[min(phrase.last + 4, len(found) - 1)].end
        )
        best = any(
            syntax.xpos[n] in ("JJS", "RBS") or syntax.words[n] in _SUPERLATIVE for n in near
        )
        return "'one of the' before a superlative" if best else None
    if said.what is None and (said.predicate is None or said.role not in ("subject", "object")):
        return "'one' counts nothing"
    return None


def _no_zero(found: Sequence[Token], phrase: Phrase, said: Said, syntax: Syntax) -> str | None:
    shown = " ".join(token.n for token in found[phrase.first : phrase.last])
    behind = _word(found, phrase.last)
    if shown in ("not one", "not a single", "neither"):
        return None
    if shown == "none":
        return None if behind == "of" else "'none' that is part of nothing"
    passive = said.role == "object"
    if shown in ("no one", "nobody"):
        return None if passive or _harmed(syntax, said) else f"'{shown}' as a pronoun"
    if behind in _HARM:
        return None
    plural = said.what is not None and (
        syntax.xpos[said.what] == "NNS" or syntax.words[said.what] == "aircraft"
    )
    return None if plural and passive else "'no' that counts nothing"


_DONE = frozenset("die survive vote abstain escape attend drown perish oppose suffer".split())


def _harmed(syntax: Syntax, said: Said) -> bool:
    if said.predicate is None:
        return False
    n = said.predicate[0]
    return syntax.lemmas[n] in _DONE or syntax.words[n] in (
        "voted",
        "abstained",
        "died",
        "survived",
        "escaped",
    )


def mass(found: Sequence[Token], phrase: Phrase, said: Said, syntax: Syntax) -> bool:
    """Whether `pound` is a weight: in a word such as `500-pound`, or what was lost or weighed."""
    unit = [token.n for token in found[phrase.last : phrase.whole_last]]
    if not unit or unit[-1] not in ("pound", "pounds"):
        return False
    heavy = said.predicate is not None and syntax.lemmas[said.predicate[0]] in ("weigh", "lose", "gain", "shed")  # fmt: skip
    goods = said.what is not None and syntax.words[said.what] not in ("note", "coin", "fine", "fee")
    return heavy or (unit[0] == "-" and goods) or (_word(found, phrase.whole_last) == "of" and goods)


def counts_persons(syntax: Syntax, said: Said) -> bool:
    """Whether what is counted are persons: by the noun, or without one by what is said of it."""
    if said.what is not None:
        lemma, word = syntax.lemmas[said.what].casefold(), syntax.words[said.what]
        return bool({lemma, word, word.removesuffix("s")} & PERSONS)
    if said.predicate is None:
        return False
    words = {syntax.words[n] for n in range(said.predicate[0], said.predicate[1] + 1)}
    return bool(words & _OF_PERSONS) or syntax.lemmas[said.predicate[0]] in _OF_PERSONS


_OF_PERSONS = frozenset(
    "killed killing kill dead died die wounded wounding wound injured injuring injure hurt arrested arrest "
    "detained missing homeless rescued abstained abstain survived survive fled drowned told said voted "
    "treated captured freed released feared came took pulled women men children".split()
)

