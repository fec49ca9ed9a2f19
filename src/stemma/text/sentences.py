"""Sentences of a block, robust against what farms do to text.

A boundary is proposed by an end mark (`.`, `?`, `!`, an ellipsis), by a quotation mark glued to
it, or by a start that no end mark stands before, and then accepted or refused by the first rule
that applies. The rule's name is kept with the sentence.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from stemma.text.abbreviations import (
    BEFORE_ANY,
    MONTH,
    STARTERS,
    TITLES,
    begins_anew,
    goes_on,
    is_abbreviation,
    is_initials,
    is_time_of_day,
    is_whole,
    may_end,
    starts,
)
from stemma.text.marks import Mark, roles
from stemma.text.normal import normalise
from stemma.text.starts import Place, score
from stemma.text.unmarked import Unmarked

_STOP = re.compile(r"(?P<stop>[.?!]+)(?P<close>[\"')\]]*(?: \")?)")
_WINDOW = 80  # characters looked at on either side of a boundary
_LONGEST = 4000  # characters of a sentence
_SHORTEST = 2  # words before an abbreviation that ends a sentence
# Blocks that are remembered, and the most characters of one: the pages of a pile have many in common.
_KEPT, _SHORT = 10_000, 2_000
_LEAST = 1.0  # log-odds from which on words alone end a sentence at an abbreviation
_WORD_BEFORE = re.compile(r"(?:[^\s\"'(\[]|(?<=\w)'(?=\w))+$")
# Words that start a sentence even where somebody writes no capitals.
_LOW = re.compile(
    r"(?:he|she|it|they|we|i|you|nobody|there|this|that|these|those|the|why|what|who|how|then)\b(?!['.@/])"
)
# Glued to a full stop, whatever is no ending of an address or of a file: those of countries have two
# letters, and so they count before words that no address has behind it.
_LOW_GLUED = re.compile(
    r"(?!(?:com|org|net|edu|gov|mil|int|info|biz|news|live|today|world|life|html?|php|pdf|jpe?g|png|docx?|"
    r"txt|xlsx?|exe|asp|aspx)\b)"
    r"(?:(?:[a-z]{3,},?|[ai]|he|we|so,?|on|if|or|of|no(?= (?:one|more|longer) )|it(?! (?:sa|re))|"
    r"(?:in|at|as|is|by|to)(?= (?:the|an?|his|her|its|their|th[ei]se?|that|those|he|she|it|they|we|least|"
    r"many|most|some|all|both|other|fact|short|addition|(?:19|20)\d\d)\b)) \w|"
    r"(?:i|you|he|she|it|we|they|that|there|here|what|who)'(?:m|s|re|ve|ll|d) )"
)
_NUMBER = re.compile(r"\s*\d\d?")
_HEAD_LOW = re.compile(r"\s*[\"'(]*[a-z]")
_HEADLESS = re.compile(r"[\"'(]*(-\w|[,;:]|[a-z])")
_WHOLE_TAIL = re.compile(r"[.?!:][\"')\]]*$|[.?!]\s*[\"']$|\)$")
_CUT_TAIL = re.compile(r"\b(?!the\b|The\b)[A-Za-z]+ (?:[A-Z]\.){2,}[\"']?$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\w")
# A number that nobody writes behind a decimal point: "It fell to 64.12 months ago it was 80."
_COUNTED = re.compile(
    r"\d{1,3}(?:,\d{3})+ [a-z]|\d[\d,]* (?:have|are|were|others|people|"
    r"(?:minutes|hours|days|weeks|months|years) (?:ago|later|earlier))\b"
)
# The number of a note, or a remark on the sentence before.
_NOTE = re.compile(r"\[(?:\d{1,3}\]|[a-z])|\(\d{4}\)")
_ATTRIBUTION = re.compile(
    r"(?:[\w.]+ ){0,4}(?:said|says|asked|asks|told|added|cried|shouted|wondered|replied|answered|wrote|"
    r"thought|tweeted|called|demanded|insisted|joked|laughed|whispered)\b"
)
# `"Is it true?" Marrow asked.`
_NAMED_ATTRIBUTION = re.compile(
    r"(?:[A-Z][\w.'-]* ){1,4}(?:said|asked|cried|shouted|wondered|replied|added|tweeted|wrote)"
    r"(?:[.,;:]|$| (?:on|in|at|to|as|when|during|after|from|with)\b)"
)
# "MOSCOW. April 4 (Agency) -": the head of a report.
_DATELINE = re.compile(rf"[A-Z][A-Z ]+\. {MONTH} \d")


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
    return list((_remembered if len(text) <= _SHORT else _cuts)(text, prose))


def _cuts(text: str, prose: bool) -> tuple[Cut, ...]:
    normal = normalise(text)
    cuts: list[Cut] = []
    start = 0
    for end, how in [*_boundaries(normal.text), (len(normal.text), "end of block")]:
        for first, last, why in _pieces(normal.text, start, end, how):
            cut = _cut(normal.text, first, last, why, prose)
            if cut is not None:
                cuts.append(cut)
        start = end
    return tuple(_original(cut, normal.span(cut.start, cut.end)) for cut in cuts)


_remembered = lru_cache(maxsize=_KEPT)(_cuts)


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
    if _HEADLESS.match(sentence):
        reasons.append(
            "head missing: starts " + ("with a hyphen" if "-" in sentence[:2] else "low")
        )
    if not _WHOLE_TAIL.search(sentence, max(len(sentence) - _WINDOW, 0)):
        reasons.append("tail missing: no end mark")
    elif _CUT_TAIL.search(sentence, max(len(sentence) - _WINDOW, 0)):
        reasons.append("tail missing: ends at an abbreviation that something should follow")
    return reasons


class _End(NamedTuple):
    """A run of end marks in a `text`. `place`: of what follows it; `at`: behind what closes; `shown`: the
    word that it stands behind; `before`, `following`: what stands around; `glued`, `apart`: whether no
    space is behind, and whether one is before it; `closed`: whether a mark or a bracket closes here,
    `inside`: behind the end mark; `low`: whether small letters start sentences here; `number`: whether
    the sentence has nothing but a number so far."""

    text: str
    place: Place
    at: int
    marks: str
    before: str
    shown: str
    following: str
    glued: bool
    apart: bool
    closed: bool
    inside: bool
    low: bool
    number: bool


def _boundaries(text: str) -> Iterator[tuple[int, str]]:
    marks = {mark.start: mark for mark in roles(text)}
    unmarked = Unmarked(text)
    start, first, low = 0, True, False
    for match in chain(_STOP.finditer(text), [None]):
        for at, how in unmarked.until(match.start() if match else len(text), start, first):
            yield at, how
            start = at
        if match is None:
            return
        end = _end(text, match, Place(start, first, 0, 0), marks)
        end = end._replace(low=low or end.low)
        accepted = _accepted(end, marks) if end.following else None
        if accepted:
            yield end.at, accepted
            start, first = end.at, False
            low = low or (end.following[0].islower() and not end.glued)
        unmarked.skip(end.at)


def _end(text: str, match: re.Match[str], reading: Place, marks: dict[int, Mark]) -> _End:
    start = reading.start
    at = _behind_closing(text, match, marks)
    ahead = text[at : at + _WINDOW]
    following = ahead.lstrip()
    behind = text[max(match.start() - _WINDOW, start) : match.start()]
    apart = behind[-1:].isspace()
    behind = behind.rstrip()
    word = _WORD_BEFORE.search(behind)
    shown = word.group().lstrip("-") if word else ""
    # "AP Photo/L. Soto"
    shown = shown[-1] if shown[-2:-1] == "/" and shown[-1].isupper() else shown
    return _End(
        text=text,
        place=reading._replace(gap=at, at=at + len(ahead) - len(following)),
        at=at,
        marks=match.group("stop"),
        before=behind[: len(behind) - len(shown)],
        shown=shown,
        following=following,
        glued=len(following) == len(ahead),
        apart=apart,
        closed=at > match.end("stop") or behind[-1:] in ('"', "'", ")"),
        inside=at > match.end("stop"),
        number=_NUMBER.fullmatch(text, start, min(match.start(), start + _WINDOW)) is not None,
        low=_HEAD_LOW.match(text, start, start + _WINDOW) is not None,
    )


def _behind_closing(text: str, match: re.Match[str], marks: dict[int, Mark]) -> int:
    """Behind the end mark and the brackets and marks that close; an opening one stays right."""
    at = match.end("stop")
    while at < match.end("close"):
        mark = marks.get(at + text[at].isspace())
        if mark is not None and mark.opens:
            break
        at += 1
    return at


def _accepted(end: _End, marks: dict[int, Mark]) -> str | None:
    if end.glued:
        return _accept_glued(end, marks)
    following, single = end.following, end.marks == "."
    if _ADDRESS.match(following):
        return "end mark before an address" if not end.apart else None
    if following[0].islower():
        return "end mark before a low start" if _starts_low(end) else None
    if end.apart and not single and set(end.marks) == {"."} and not starts(following):
        return None  # `I ... I don't know`
    if (single and end.number) or _NOTE.match(following):
        return None  # "1. Open the door."
    if not single and "." not in end.marks and re.match(r"\((?:[a-z]|[^()]*\d{4}\))", following):
        return None  # `Stop! (1965)`
    if "!" in end.marks and re.match(r"(?:Inc|Corp|Co|Ltd)\b", following):
        return None  # `Yahoo! Inc.`
    if not single and end.closed and _NAMED_ATTRIBUTION.match(following):
        return None
    if re.match(r"-\w", following):
        # "the state of U.S. -Norvane ties" goes on; "was confirmed". -Norvanian ties" does not.
        cut = not (single and is_initials(end.shown.lower()))
        return "end mark before a cut word" if cut else None
    if not re.match(r"[^\W_]|[\"'(\[$#©@-]|_{3}|\*{3}", following):
        return None
    if single and not (end.apart and _plain(end.shown)):
        refusal = goes_on(end.before, end.shown, following)
        if refusal:
            return _told(end)
        if refusal is False:
            return "end mark after an abbreviation, before a usual first word"
        if end.shown.isupper() and _DATELINE.match(end.before + end.shown + ". " + following):
            return None
    return "end mark"


def _plain(shown: str) -> bool:
    return is_whole(shown.lower()) and not is_abbreviation(shown)


def _told(end: _End) -> str | None:
    """Whether words alone tell that a sentence ends at an abbreviation that may end one."""
    listed = may_end(end.shown) or (end.glued and end.shown.isupper())
    if not listed or end.before.count(" ") < _SHORTEST:
        return None
    told = re.match(r"[A-Z][a-z]", end.following) and score(end.text, end.place) > _LEAST
    return "end mark after an abbreviation, before what reads like a start" if told else None


def _starts_low(end: _End) -> bool:
    """Whether a small letter behind an end mark and a space begins a sentence."""
    if re.match(r"[a-z]{1,4}[A-Z]", end.following):
        return "." not in end.marks or not is_abbreviation(end.shown)  # iPhone
    usual = _LOW.match(end.following) is not None
    if end.inside:
        return end.low and _ATTRIBUTION.match(end.following) is None
    if end.marks == ".":
        known = is_abbreviation(end.shown) or end.apart
        return not known and (end.low or usual)
    if set(end.marks) == {"."} and len(end.marks) != 2:
        return len(end.marks) > 3
    return (end.low or usual) and _ATTRIBUTION.match(end.following) is None


def _accept_glued(end: _End, marks: dict[int, Mark]) -> str | None:
    mark = marks.get(end.at)
    if mark is not None and mark.opens:
        # Nothing but a new sentence puts an opening mark right behind a stop.
        return "end mark glued to an opening quotation mark"
    if _glued_start(end):
        return "end mark glued to a word"
    return None


def _glued_start(end: _End) -> bool:
    following, word = end.following, end.shown.lower()
    if following[0].isupper():
        return end.closed or _ends_before(end)
    plain = re.fullmatch(r"[a-z]{2,}|[A-Z][a-z]{3,}", end.shown) and not is_abbreviation(end.shown)
    if plain and len(word) > 2 and re.match(r"https?://|[$£€]\d|[a-z]{1,4}[A-Z][a-z]+ ", following):
        return True
    if re.match(r"©|@\w+\b(?!\.[a-z])|_{3}|\*{3}|--", following):
        return True
    if following[0] in "([-":
        whole = plain or end.closed or end.shown.isdigit()
        return bool(whole and re.match(r".[A-Z](?:[a-z]| [a-z])", following))
    if following[0].isdigit():
        counted = end.marks == "." and _COUNTED.match(following)
        return bool(counted) or (
            end.marks == "." and not end.apart and _glued_number(word, following, bool(plain))
        )
    return _glued_low(end, bool(plain))


def _glued_low(end: _End, plain: bool) -> bool:
    """Whether a small letter glued to an end mark begins a sentence."""
    whole = plain or end.shown.isdigit() or re.fullmatch(r"[a-z]{2,}[\])]+", end.shown)
    if not (whole or (end.closed and not end.shown)) or _LOW_GLUED.match(end.following) is None:
        return False
    if end.inside or "?" in end.marks or "!" in end.marks:
        return _ATTRIBUTION.match(end.following) is None
    return len(end.marks) != 3


def _glued_number(word: str, following: str, plain: bool) -> bool:
    # Two years, a number that has its thousands already, or a word before a number.
    pair = re.fullmatch(r"(?:19|20)\d\d|\d+,\d{3}", word) and re.match(r"\d[\d,]{2,}\b", following)
    counted = re.match(r"\d[\d,]*(?: [\w$£-]|\. [A-Z])", following) and is_whole(word)
    return bool(pair or (plain and len(word) > 2 and counted))


def _ends_before(end: _End) -> bool:
    """Whether a stop before a capital ends a sentence, rather than standing in an abbreviation, a
    name such as `ASP.NET`, or an address."""
    word, following = end.shown.lower(), end.following
    if end.apart:
        named = is_abbreviation(end.shown) and goes_on(end.before, end.shown, following)
        return (
            not named
            and re.match(r"(?!NET\b|[A-Z]{3,4} (?:file|format)s?\b)", following) is not None
        )
    if word.isdigit():
        return re.match(r"[A-Z](?:[a-z]|'[A-Z]|[A-Z]+\b| [a-z])", following) is not None
    if len(word) == 1 and re.match(r"[A-Z](?:[a-z]| [a-z])", following):
        return goes_on(end.before, end.shown, following) is None
    if len(word) < 2 or (re.match(r"[A-Z]\.", following) and not end.shown.islower()):
        return False
    if word in TITLES:
        # "his spokesman, Mr.The board": a sentence cut at the abbreviation, and the next one.
        return word not in BEFORE_ANY and begins_anew(following)
    if re.search(r"\w\.(?:com|org|net|gov|edu|co\.uk)$", word):
        return re.match(r"[A-Z][a-z]* ", following) is not None
    if _ADDRESS.match(word):
        return starts(following) and re.match(r"[A-Z][a-z]* [a-z]", following) is not None
    if is_time_of_day(word):
        return goes_on("", end.shown, following) is False
    if is_initials(word) or end.shown.isupper():
        first = re.match(r"[A-Z][a-z]+|[A-Z]{2,}\b" if len(word) > 3 else r"[A-Z][a-z]+", following)
        usual = first is not None and first.group().lower() in STARTERS
        return usual or _told(end) is not None
    word = re.sub(r"^\W?\d[\d.,]*", "", word)  # "$3.2bn"
    word = re.sub(r"^[a-z]{3,4}\.(?=\d\d?$)", "", word)  # "Jan.1"
    return not re.search(r"[/@.#]", word) and not re.match(r"\w+@", following)
