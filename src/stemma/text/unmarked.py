"""Starts of sentences that no end mark stands before: what a page or a farm glued together."""

import re
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from stemma.text.abbreviations import GLUED, MONTH, WEEKDAY
from stemma.text.language import may_be_english
from stemma.text.starts import Place, gaps, goes_on, score

_ABOUT = 80  # characters looked at before a start
# Log-odds from which on words alone start a sentence: at the head of a block, where headlines stand, and
# behind its first end mark. Both were chosen on news and prose that the weights have not seen: lower ones
# find more headlines and cut more names off. A block without any end mark is a headline itself, most often.
_HEAD, _PROSE, _BARE = 1.0, 3.0, 1.75


class _Rule(NamedTuple):
    """A start that the page shows. `clues`: what the text must hold, one of them, which is found faster;
    `pattern`: what ends where the sentence starts."""

    how: str
    clues: tuple[str, ...]
    pattern: re.Pattern[str]


def _rule(how: str, clues: str, *pattern: str) -> _Rule:
    return _Rule(how, tuple(clues.split("|")), re.compile("".join(pattern)))


# Words with white space before them are looked for by that white space, which is much faster.
_SPACE = r"\s(?<=\S\s)\s*+"
_RULES = (
    # "tiesThe" is two words.
    _rule("glued words", "", rf"(?=[A-Z])(?<=[a-z]{{2}})(?=(?:{GLUED})\s+[\"'\w])"),
    _rule(
        "glued to a semicolon",
        ";",
        r"(?<=[a-z]{2};)(?=(?:the|he|she|it|they|we|this|that|there) [a-z])",
    ),
    _rule("numbered item", ") ", _SPACE, r"(?=\d\d?\) [A-Z][a-z]* [a-z])"),
    _rule("bullet", "•|▪|■|●|◦|‣", r"(?<=\S)\s*+(?=[•▪■●◦‣])"),
    _rule(
        "label of a page",
        ":|Image |Media ",
        _SPACE,
        r"(?=(?:Images?|Photos?|Picture|Video|Source|Credit|Caption|Related|IMAGE|PHOTO|VIDEO|RELATED|WATCH|"
        r"Tags|Topics|Filed under|Posted|Published|Updated|(?:READ|Read|See|SEE) (?:more|MORE|also|ALSO)|"
        r"(?:Also|ALSO) (?:read|READ)|(?:More|MORE) (?:news|NEWS)) ?:|"
        r"(?:Image|Media) (?:copyright|caption)\b)",
    ),
    # At the end of a text.
    _rule(
        "furniture of a page",
        "omment|OMMENT|hare|HARE|weet|WEET|dvertis|DVERTIS|Next ",
        _SPACE,
        r"(?=(?:Comments?|COMMENTS?|Share|SHARE|Tweet|TWEET|Advertisement|ADVERTISEMENT|"
        r"Leave a (?:Reply|Comment)|Next (?:Article|Story|Post))"
        r"(?:\s+(?:SHARE|TWEET|Share|Tweet|Comments?|COMMENTS?)){0,9}\s*$)",
    ),
    # Between sentences.
    _rule(
        "behind furniture of a page",
        "dvertis|DVERTIS|continues below|ontinue reading|ewsletter|Leave a |Related |READ MORE|SHARE|TWEET",
        r"(?<![a-z,] )\b(?:Advertisement|ADVERTISEMENT|(?:Story|Article) continues below|"
        r"Continue reading(?: the main story)?|(?:Sign up for|Subscribe to) (?:our|the) newsletter|"
        r"Leave a (?:Reply|Comment)|Related (?:Topics|Articles|Stories)|READ MORE|SHARE(?: THIS)?|TWEET)"
        r"\s+(?=[A-Z])",
    ),
    # `(Photo: A. Name)`
    _rule(
        "behind a remark in brackets",
        "(|[",
        r"(?:\((?:[A-Z]\w+ )?(?i:photo|image|picture)\b[^()]{1,120}\)|"
        r"(?<=\w\w[.?!])\s*[(\[](?=[^()\[\]]{0,40}(?:: |/))[^()\[\]]{1,120}[)\]])\s*(?=[A-Z])",
    ),
    _rule(
        "behind the number of a note",
        "(|[",
        r"(?<=[.?!\"'])(?:\s?\[(?:\d{1,3}|[a-z][a-z ]{1,30})\]|\s\(\d{4}\))+\s*(?=[A-Z\"])",
    ),
    _rule(
        "behind a quotation",
        '"',
        _SPACE,
        r"(?<=[a-z]\"\s)(?=(?:The|He|She|They|We|It|This|There|But)\s+[a-z])",
    ),
    # Who said a quotation that stands alone, and the next one.
    _rule(
        "behind a signature",
        '"',
        r"(?<=[.?!]\")\s*--? ?(?:[A-Z][\w.'-]+ ?){2,4}(?=\"[A-Z])",
    ),
    # Below a headline.
    _rule(
        "date of a page",
        " 19| 20",
        _SPACE,
        rf"(?<=[\w\"']\s)(?={WEEKDAY}, {MONTH} \d\d?, \d{{4}}\s*(?:$|[A-Z])|"
        rf"\d\d? {MONTH} (?:19|20)\d\d\s+[A-Z])",
    ),
    # The place and the agency that open a report.
    _rule(
        "dateline",
        ") -|)-",
        _SPACE,
        r"(?<=[a-z\d]\s)(?<!\bBy\s)(?=[A-Z]{3,}(?: [A-Z]{2,}){0,3}(?:, [\w. ]{2,30})? ?"
        r"\([A-Z][\w ]{1,20}\) ?-)",
    ),
)
# What stands at the head of a page, before its prose.
_CLOCK = r"\d\d?:\d\d(?: ?(?:[AaPp]\.?[Mm]\.?|[A-Z]{2,4}))?"
_DAY = rf"(?:{WEEKDAY},? )?(?:{MONTH}\.? \d\d?,? \d{{4}}|\d\d? {MONTH}\.? \d{{4}})"
_TIME = rf"(?:{_DAY}|{_CLOCK}|\d+ (?:minutes?|hours?|days?) ago)"
_STAMP = re.compile(
    r"\s*(?:(?i:(?:last |first )?(?:posted|updated|published|modified)(?: on| at)?:? )"
    rf"{_TIME}(?:,? (?:at |on |[|-] )?{_TIME}){{0,2}}(?: by \w+)?|"
    rf"{_DAY}(?:,? (?:at |[|-] )?{_CLOCK})?|"
    r"(?:[A-Z\d'][A-Z\d'-]+:?,? ){2,9}[A-Z\d'][A-Z\d'-]+(?=\s+[A-Z][a-z])|"
    r"\w+(?:(?: ?> ?| ['\"] )\w+){2,6}|"  # in normal form ‹› and «» are quotation marks
    r"By (?:[A-Z][\w.'-]+ ){1,3}[A-Z][a-z'-]+(?:, [A-Z]\w+)?(?= [A-Z]{3,}\b[^a-z]{0,30}-))"
    r"\s+(?=[A-Z\"])"
)
# A list of topics at the end of a page, its items run together: "Filed under Politics World". What may be
# the first half of a name begins no item of its own.
_TOPICS = re.compile(
    r"(?:^|(?<=[.?!\"')]\s))(?P<label>(?:Categor(?:y|ies)|Tags|Topics|Keywords|Filed [Uu]nder|"
    r"Related (?:Topics|Tags|Stories|News)):?)\s+(?=[A-Z])"
    rf"(?:{MONTH} \d\d?, \d{{4}}|[^.?!,;:|•]){{1,300}}$"
)
_TOPIC = re.compile(
    r"(?<!\bNorth)(?<!\bSouth)(?<!\bEast)(?<!\bWest)(?<!\bNew)(?<!\bSan)(?<!\bUnited)(?<!\bMiddle)(?<!\bSaudi)"
    r"(?<!\bGreat)\s+(?=[A-Z])|(?<=\d{4})\s+(?=[A-Z])"
)
_ITEM = re.compile(r"(?<!\S)(\d\d?)\. (?=[A-Z\"])(?<!No\. \d\. )")
# Behind these a date belongs to the sentence.
_BEFORE_DATES = frozenset(
    "on of since from until till by dated the in after before for to and between this that monday tuesday "
    "wednesday thursday friday saturday sunday".split()
)
_COMMA = re.compile(r",[\"')\]]*\s*$")
_CIRCUMSTANCE = re.compile(
    r"(?:For|In|On|At|By|After|Before|Since|During|From|With|Over|Until|Within|Under)(?: [a-z\d][\w'-]*){1,3}"
)
_LAST_WORD = re.compile(r"[\w:'-]+$")


class Unmarked:
    """The starts in a text that no end mark stands before. `text` in normal form."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.shown = deque(_shown(text))
        self.asked = 0
        self.least = _HEAD if re.search(r"[.?!]", text) else _BARE
        # Other languages begin other words with a capital: German all its nouns.
        self.english = may_be_english(text)

    def until(self, end: int, start: int, first: bool) -> Iterator[tuple[int, str]]:
        """Those not given yet that lie before `end`, in order, and why. `start`: of the sentence that is
        read; `first`: whether no end mark has been met."""
        while True:
            shown = self.shown[0][0] if self.shown else end + 1
            told = self._told(min(shown, end), start, first) if self.english else ()
            for at in told:
                yield at, "reads like the start of a sentence, without an end mark before it"
                start = at
            if shown > end:
                return
            at, how = self.shown.popleft()
            if at > start:
                yield at, how
                start = at

    def skip(self, end: int) -> None:
        """What lies before `end` is no matter of words."""
        self.asked = max(self.asked, end)

    def _told(self, end: int, start: int, first: bool) -> Iterator[int]:
        """Starts that the words around them tell."""
        least = self.least if first else _PROSE
        for gap, at in gaps(self.text, self.asked, end):
            # One word alone is the first half of a name.
            asked = " " in self.text[start:gap].strip()[:_ABOUT]
            asked = asked and not _is_open(self.text[start:gap])
            told = asked and score(self.text, Place(start, first, gap, at)) > least
            if told and not goes_on(self.text, gap, at):
                yield at
                start = at
        self.asked = max(self.asked, end)


def _is_open(text: str) -> bool:
    """Whether words can't be a sentence or a headline: they end on a comma, be it behind a quotation mark, or
    are a short circumstance (`For six years`) and no more."""
    return _COMMA.search(text) is not None or _CIRCUMSTANCE.fullmatch(text.strip()) is not None


def _shown(text: str) -> list[tuple[int, str]]:
    """The starts that the page shows, in order."""
    head = _STAMP.match(text)
    begin = head.end() if head else 0
    found = {begin: "behind a stamp of a page"} if head else {}
    for rule in _RULES:
        if not any(map(text.__contains__, rule.clues)):
            continue
        for match in rule.pattern.finditer(text, begin):
            if not _part(text, match, rule.how):
                found.setdefault(match.end(), rule.how)
    found |= dict.fromkeys(_listed(text), "numbered item")
    topics = _TOPICS.search(text, begin)
    for match in _TOPIC.finditer(text, topics.end("label")) if topics else ():
        found.setdefault(match.end(), "topic of a page")
    return sorted(found.items())


def _listed(text: str) -> Iterator[int]:
    """Items that are numbered from one on: "1. The song 2. The girl"."""
    items: list[int] = []
    for match in _ITEM.finditer(text):
        if int(match[1]) == len(items) + 1:
            items.append(match.start())
    if len(items) > 1:
        yield from items


def _part(text: str, match: re.Match[str], how: str) -> bool:
    """Whether what was found is part of a sentence after all: of a name such as "LinkedIn" or "the Lorn
    Sun, May 4", of "on 4 May 2016", or of an entity of HTML."""
    if how == "glued to a semicolon":
        return (
            re.search(r"&\w{2,8};$", text[max(match.start() - 10, 0) : match.start()]) is not None
        )
    last = _LAST_WORD.search(text[max(match.start() - _ABOUT, 0) : match.start()])
    named = last is not None and not last.group()[:1].islower()
    if how == "date of a page" and text[match.end()].isdigit():
        return last is not None and last.group().lower() in _BEFORE_DATES
    if how == "date of a page":
        return named and re.match(r"\w+day", text[match.end() :][:12]) is None
    return named and how == "glued words"
