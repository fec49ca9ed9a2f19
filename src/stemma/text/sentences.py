"""Sentences of a block, robust against what farms do to text.

A boundary is proposed by an end mark (`.`, `?`, `!`, an ellipsis), by a quotation mark glued to
it, or by a lower-case word glued to a sentence's first word, and then accepted or refused by the
first rule that applies. The rule's name is kept with the sentence.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from stemma.text.marks import Mark, roles
from stemma.text.normal import normalise

# Abbreviations that never end a sentence: a name follows.
_TITLES = frozenset(
    "mr mrs ms messrs dr prof gen lt col sgt capt cmdr adm sen rep gov pres rev hon fr st ft mt "
    "maj cpl pvt supt insp amb atty dept vs v cf e.g i.e approx al".split()
)
# Of these, the ones that any word may follow: "Smith v. The Queen".
_BEFORE_ANY = frozenset("vs v cf e.g i.e approx al".split())
# Before a number, these are abbreviations; elsewhere "no" and "fig" are words.
_NUMBERED = frozenset("no nos vol pp p fig art sec ch".split())
# Abbreviations that may end one: what follows decides.
_OPEN = frozenset(
    "jr sr inc co corp ltd bros plc etc a.m p.m ave blvd rd ft ph.d m.d b.a m.a u.s.a".split()
)
# These are abbreviations only with a capital: "in the sun." ends a sentence.
_CAPITALISED = frozenset(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun "
    "Est".split()
)
# Words that begin sentences far more often than they go on after an abbreviation. No names.
_STARTERS = frozenset(
    "the a an he she it they we you this that these those there here his her its their our but and "
    "or so yet if when while as after before since although though because however meanwhile "
    "earlier later still instead then now in on at for from by with under over during despite "
    "according what who why how where which both neither many most some several few all no not "
    "one two three another other such nor among amid about between through until unless once "
    "asked speaking moreover also last next".split()
)
# Of these, the ones that are never the second half of a name glued together, such as LinkedIn.
_GLUED = "The|But|He|She|They|This|That|These|Those|It|We|His|Her|Its|Their|There|When|While|After"

_CANDIDATE = re.compile(
    rf"""
    (?P<stop>[.?!]+)(?P<close>[\"')\]]*)
    | (?P<glued>(?<=[a-z]{{2}})(?=(?:{_GLUED})\s+["'\w]))
    """,
    re.VERBOSE,
)
_WINDOW = 80  # characters looked at on either side of a boundary
_LONGEST = 4000  # characters of a sentence
_WORD_BEFORE = re.compile(r"[^\s\"'(\[]+$")
_WORD_AFTER = re.compile(r"[^\W_]+")


class Cut(NamedTuple):
    """A sentence of a block: offsets into the block, whether it is a `fragment`, and `how`."""

    start: int
    end: int
    fragment: bool
    how: str


def split_sentences(text: str, *, prose: bool = True) -> list[Cut]:
    """Sentences of one block of text, in order. They never overlap, and only white space lies
    between them. A block is never empty of sentences unless it is empty of text. What is not
    `prose` (a headline, a menu) needs no end mark and is never called a fragment."""
    normal = normalise(text)
    cuts: list[Cut] = []
    start = 0
    for end, how in [*_boundaries(normal.text), (len(normal.text), "end of block")]:
        for first, last, why in _pieces(normal.text, start, end, how):
            cut = _cut(normal.text, first, last, why, prose)
            if cut is not None:
                cuts.append(cut)
        start = end
    return [_original(cut, normal.span(cut.start, cut.end)) for cut in cuts]


def _original(cut: Cut, span: tuple[int, int]) -> Cut:
    return cut._replace(start=span[0], end=span[1])


def _pieces(text: str, start: int, end: int, how: str) -> Iterator[tuple[int, int, str]]:
    """A stretch without an end mark that is longer than any sentence (a table, a list of names, a
    megabyte on one line) is cut between words."""
    while end - start > _LONGEST:
        space = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        at = space if space > 0 else start + _LONGEST
        yield start, at, "too long for a sentence"
        start = at
    yield start, end, how


def _cut(text: str, start: int, end: int, how: str, prose: bool) -> Cut | None:
    piece = text[start:end]
    stripped = piece.strip()
    if not stripped:
        return None
    start += len(piece) - len(piece.lstrip())
    reasons = _damage(stripped) if prose else []
    return Cut(start, start + len(stripped), bool(reasons), "; ".join([how, *reasons]))


def _damage(sentence: str) -> list[str]:
    """What shows that the head or the tail of a sentence is missing."""
    reasons = []
    if re.match(r"[\"'(]*(-\w|[,;:]|[a-z])", sentence):
        reasons.append(
            "head missing: starts " + ("with a hyphen" if "-" in sentence[:2] else "low")
        )
    if not re.search(r"[.?!:][\"')\]]*$|[.?!]\s*[\"']$|\)$", sentence):
        reasons.append("tail missing: no end mark")
    elif re.search(r"\b(?!the\b|The\b)[A-Za-z]+ (?:[A-Z]\.){2,}[\"']?$", sentence):
        reasons.append("tail missing: ends at an abbreviation that something should follow")
    return reasons


def _boundaries(text: str) -> Iterator[tuple[int, str]]:
    marks = {mark.start: mark for mark in roles(text)}
    for match in _CANDIDATE.finditer(text):
        if match.lastgroup == "glued":
            if _glued_word(text, match.start()):
                yield match.start(), "glued words"
            continue
        at = _behind_closing(match, marks)
        how = _accepted(text, match, at, marks)
        if how:
            yield at, how


def _glued_word(text: str, at: int) -> bool:
    # "tiesThe" is two words; "LinkedIn" or "McThey" starts with a capital and may be a name.
    return _word_before(text, at)[:1].islower()


def _word_before(text: str, at: int) -> str:
    before = _WORD_BEFORE.search(text[max(at - _WINDOW, 0) : at])
    return before.group() if before else ""


def _behind_closing(match: re.Match[str], marks: dict[int, Mark]) -> int:
    """Behind the end mark and the brackets and marks that close; an opening one stays right."""
    at = match.end("stop")
    while at < match.end("close"):
        mark = marks.get(at)
        if mark is not None and mark.opens:
            break
        at += 1
    return at


def _accepted(text: str, match: re.Match[str], at: int, marks: dict[int, Mark]) -> str | None:
    rest = text[at : at + _WINDOW]
    following = rest.lstrip()
    if not following:
        return None
    glued = len(following) == len(rest)
    first = following[0]
    shown = _word_before(text, match.start()).lstrip("-")
    word = shown.lower()
    single_stop = match.group("stop") == "."
    if glued:
        return _accept_glued(text, match, at, shown, marks)
    if first.islower() or (_is_pause(text, match) and not _starts(following)):
        return None
    if re.match(r"-\w", following):
        # "the state of U.S. -Norvane ties" goes on; "was confirmed". -Norvanian ties" does not.
        return None if single_stop and _is_initials(word) else "end mark before a cut word"
    if single_stop and (refusal := _abbreviation(shown, following)) is not None:
        return None if refusal else "end mark after an abbreviation, before a usual first word"
    if first.isalnum() or first in "\"'([$#-":
        return "end mark"
    return None


def _is_pause(text: str, match: re.Match[str]) -> bool:
    """Whether the mark is an ellipsis that stands apart: `I ... I don't know`."""
    before = text[match.start() - 1 : match.start()]
    return len(match.group("stop")) > 1 and set(match.group("stop")) == {"."} and before.isspace()


def _accept_glued(
    text: str, match: re.Match[str], at: int, shown: str, marks: dict[int, Mark]
) -> str | None:
    mark = marks.get(at)
    if mark is not None and mark.opens:
        # Nothing but a new sentence puts an opening mark right behind a stop.
        return "end mark glued to an opening quotation mark"
    following = text[at : at + _WINDOW]
    if not following[0].isupper():
        return None
    closed = at > match.end("stop") or text[match.start() - 1 : match.start()] in ('"', "'", ")")
    if not closed and not _ends_before(shown, following):
        return None
    return "end mark glued to a word"


def _ends_before(shown: str, following: str) -> bool:
    """Whether a stop between `shown` and a capital ends a sentence, rather than standing in an
    abbreviation, a name such as `ASP.NET`, or an address."""
    word = shown.lower()
    if len(word) < 2 or re.match(r"[A-Z]\.", following):
        return False
    if word in _TITLES:
        # "his spokesman, Mr.The board": a sentence cut at the abbreviation, and the next one.
        return word not in _BEFORE_ANY and _begins_anew(following)
    if _is_initials(word) or shown.isupper():
        first = re.match(r"[A-Z][a-z]+", following)
        return first is not None and first.group().lower() in _STARTERS
    return not re.search(r"[/@.]", word)


def _starts(following: str) -> bool:
    """Whether the next word begins sentences more often than it goes on after an abbreviation."""
    after = _WORD_AFTER.match(following.lstrip("\"'(["))
    return after is not None and after.group().lower() in _STARTERS


def _begins_anew(following: str) -> bool:
    """Whether the next word is one that no name starts with."""
    return re.match(rf"[\"']?(?:{_GLUED})\b", following) is not None


def _abbreviation(shown: str, following: str) -> bool | None:
    """None if `shown.` is no abbreviation, else whether the sentence goes on behind it."""
    word = shown.lower()
    if word in _NUMBERED:
        return True if following[0].isdigit() else None
    if word in _TITLES or (len(word) == 1 and word.isalpha() and word != "i"):
        return word in _BEFORE_ANY or not _begins_anew(following)
    if word in _OPEN or shown in _CAPITALISED or _is_initials(word):
        return not (_starts(following) or following[0] in "\"'")
    return None


def _is_initials(word: str) -> bool:
    return re.fullmatch(r"(?:[a-z]\.)+[a-z]", word) is not None
