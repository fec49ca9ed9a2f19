"""Starts of sentences that no end mark stands before: what a page or a farm glued together."""

import re
from collections.abc import Iterator

from stemma.text.abbreviations import GLUED, MONTH, WEEKDAY

_ABOUT = 80  # characters looked at before a start
# Starts in mid-sentence. "The" before a capital may be the start of a name; a preposition may stand in
# a name too, but hardly with a comma after its phrase; and a number or "All" behind a capital.
_SUBJECT = "The|He|She|They|We|It|This|That|These|Those|There|His|Her|Its|Their|But|No|An|At least|However,"
_ADVERB = (
    "In|On|At|After|Before|During|Under|With|For|From|By|Over|Since|As|When|While|If|Although|Though|"
    "Despite|According|Earlier|Meanwhile|Asked"
)
_MANY = (
    "Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Dozens|Hundreds|Thousands|Millions|More than|Nearly|"
    "Almost|About|Several|Some|Many|Most|All|Every|Both|Another|Police|Officials|Experts|Witnesses|"
    "Residents|Protesters|Rescuers|Scientists|Researchers|Authorities|Prosecutors|Investigators"
)
# What may be the second half of a name: "West Midlands Police said", "Chapter Two begins".
_SECOND = re.compile(
    r"(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|Many|Most|All|Every|Both|Another|Police|"
    r"Authorities)\b"
)
_CAPITAL = (
    r"(?P<capital>(?:(?<=\w)|(?<=[^\W\d][\"'])|(?<=%))\s+"
    rf"(?=(?:(?:A|{_SUBJECT})(?:'[a-z]{{1,2}})?\s+[a-z]|(?:{_MANY})\s[a-z]|"
    rf"(?:{_ADVERB})\s(?:[a-z]|{WEEKDAY}|{MONTH})[^.?!,\"]{{2,80}},\s+\w)))"
)
# The place and the agency that open a report.
_DATELINE = (
    r"(?P<dateline>(?<=[a-z\d])\s+"
    r"(?=[A-Z]{3,}(?: [A-Z]{2,}){0,3}(?:, [\w. ]{2,30})? ?\([A-Z][\w ]{1,20}\) ?-))"
)
_GLUED = rf"(?P<glued>(?<=[a-z]{{2}})(?=(?:{GLUED})\s+[\"'\w]))"
_BULLET = r"(?P<bullet>(?<=\S)\s*(?=[•▪■●◦‣]))"
_LABEL = (
    r"(?P<label>(?<=\S)\s+(?=(?:Image|Images|Photo|Photos|Picture|Video|Source|Credit|Caption|Related|IMAGE|PHOTO|VIDEO|RELATED|WATCH|"
    r"Tags|Topics|Filed under|Posted|Published|Updated|(?:READ|Read|See|SEE) (?:more|MORE|also|ALSO)|"
    r"(?:Also|ALSO) (?:read|READ)|(?:More|MORE) (?:news|NEWS)) ?:|"
    r"(?:Image|Media) (?:copyright|caption)\b))"
)
# Words of a page, at the end of a text.
_FURNITURE = (
    r"(?P<furniture>(?<=\S)\s+(?=(?:Comments?|COMMENTS?|Share|SHARE|Tweet|TWEET|Advertisement|ADVERTISEMENT"
    r"|Leave a (?:Reply|Comment))(?:\s+(?:SHARE|TWEET|Share|Tweet|Comments?|COMMENTS?)){0,9}\s*$))"
)
# Words of a page between sentences.
_ASIDE = (
    r"(?P<aside>(?<![a-z,] )\b(?:Advertisement|ADVERTISEMENT|(?:Story|Article) continues below|"
    r"Continue reading(?: the main story)?|Sign up for our newsletter|Leave a (?:Reply|Comment)|"
    r"Related (?:Topics|Articles|Stories)|READ MORE|SHARE(?: THIS)?|TWEET)\s+(?=[A-Z]))"
)
# Numbers of notes, behind the end mark of their sentence.
_NOTE = r"(?P<note>(?<=[.?!\"'])(?:\s?\[\d{1,3}\])+\s*(?=[A-Z\"]))"
# Who said a quotation that stands alone, and the next one.
_SIGNATURE = r"(?P<signature>(?<=[.?!]\")\s*--? ?(?:[A-Z][\w.'-]+ ?){2,4}(?=\"[A-Z]))"
# The date of a page below its headline.
_DATED = rf"(?P<dated>(?<=[\w\"'])\s+(?={WEEKDAY}, {MONTH} \d\d?, \d{{4}}\s*(?:$|[A-Z])))"
# A remark of the page that stands in brackets between sentences: `(Photo: A. Name)`.
_BRACKET = (
    r"(?P<bracket>(?:\((?:[A-Z]\w+ )?(?i:photo|image|picture)\b[^()]{1,120}\)|"
    r"(?<=\w\w[.?!])\s*[(\[](?=[^()\[\]]{0,40}(?:: |/))[^()\[\]]{1,120}[)\]])\s*(?=[A-Z]))"
)
_START = re.compile(
    "|".join(
        (
            _GLUED,
            _BULLET,
            _LABEL,
            _FURNITURE,
            _ASIDE,
            _BRACKET,
            _NOTE,
            _SIGNATURE,
            _DATED,
            _DATELINE,
            _CAPITAL,
        )
    )
)
_HOW = {
    "glued": "glued words",
    "bullet": "bullet",
    "label": "label of a page",
    "furniture": "furniture of a page",
    "aside": "behind furniture of a page",
    "note": "behind the number of a note",
    "signature": "behind a signature",
    "dated": "date of a page",
    "dateline": "dateline",
    "bracket": "behind a remark in brackets",
    "capital": "capital without an end mark before it",
}
# What stands at the head of a page, before its prose.
_CLOCK = r"\d\d?:\d\d(?: ?(?:[AaPp]\.?[Mm]\.?|[A-Z]{2,4}))?"
_DAY = rf"(?:{WEEKDAY},? )?(?:{MONTH}\.? \d\d?,? \d{{4}}|\d\d? {MONTH}\.? \d{{4}})"
_TIME = rf"(?:{_DAY}|{_CLOCK}|\d+ (?:minutes?|hours?|days?) ago)"
_STAMP = re.compile(
    r"\s*(?:(?i:(?:last |first )?(?:posted|updated|published|modified)(?: on| at)?:? )"
    rf"{_TIME}(?:,? (?:at |on |[|-] )?{_TIME}){{0,2}}(?: by \w+)?|"
    rf"{_DAY}(?:,? (?:at |[|-] )?{_CLOCK})?|"
    r"(?:[A-Z\d'-]{2,}:?,? ){2,9}[A-Z\d'-]{2,}(?=\s+[A-Z][a-z])|"
    r"By (?:[A-Z][\w.'-]+ ){1,3}[A-Z][a-z'-]+(?:, [A-Z]\w+)?(?= [A-Z]{3,}\b[^a-z]{0,30}-))"
    r"\s+(?=[A-Z\"])"
)
# Words that no sentence ends at, with a capital behind them that no name has.
_DANGLING = frozenset(
    "a an the to of at by in on for from with into and or but as that than if be been is are was were "
    "until because while who which".split()
)
_LAST_WORD = re.compile(r"[\w:'-]+$")


def unmarked(text: str) -> Iterator[tuple[int, str]]:
    """The offsets at which a sentence starts without an end mark before it, in order, and why. `text`
    in normal form."""
    head = _STAMP.match(text)
    if head:
        yield head.end(), "behind a stamp of a page"
    for match in _START.finditer(text, head.end() if head else 0):
        kind = match.lastgroup or ""
        if kind == "glued" and not _last_word(text, match.start())[:1].islower():
            # "tiesThe" is two words; "LinkedIn" or "McThey" starts with a capital, a name perhaps.
            continue
        if kind == "capital" and not _anew(text, match.start(), match.end()):
            continue
        yield match.end(), _HOW[kind]


def _last_word(text: str, at: int) -> str:
    found = _LAST_WORD.search(text[max(at - _ABOUT, 0) : at])
    return found.group() if found else ""


def _anew(text: str, before: int, at: int) -> bool:
    """Whether a capital in mid-sentence begins another."""
    last = _last_word(text, before)
    if last.lower() in _DANGLING:
        return last.islower()
    if text.startswith("A ", at):
        return last.isdigit()  # "Plan A failed"
    if _SECOND.match(text, at):
        return not last[:1].isupper()
    return last != "_" and ":" not in last and last not in ("caption", "copyright")
