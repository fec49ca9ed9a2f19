"""The words that a reader of the report meets: kinds, labels, footing, and the glossary."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from stemma.model import Family, Reporter, Statement
from stemma.remarks import count
from stemma.report.plain import one_line

# Words of articles stand between «»; they are left as they are.
_WITNESS = re.compile(r"«[^»]*»|\bwitness(es)?\b")


class Kind(NamedTuple):
    """How a kind of difference is shown: label, sign, rank (least first), folded by default."""

    label: str
    sign: str
    rank: int
    folded: bool


KINDS = {
    "number": Kind("number", "#", 0, False),
    "name": Kind("name", "@", 1, False),
    "quote words": Kind("quoted words", "“", 2, False),
    "wording": Kind("other wording", "≠", 3, False),
    "addition": Kind("addition", "+", 4, False),
    "omission": Kind("omission", "−", 5, False),
    "order": Kind("word order", "⇄", 6, False),
    "swap": Kind("swapped words", "~", 7, True),
    "spelling": Kind("spelling", "≈", 8, True),
}
FIRST = ("number", "name", "quote words")

KINDS_OF_NAMES = {"PER": "person", "ORG": "organisation", "LOC": "place or country"}

SHARES = {
    "own": "only on this page",
    "shared": "shared prose",
    "common": "common statement",
    "insert": "insert",
    "chrome": "chrome",
    "comment": "comments",
}

# What a passage is, as far as the pile shows where it comes from.
PARTS = {
    "own": "only on this page",
    "exemplar": "others have it from here",
    "undecided": "on other pages too, undecided who was first",
    "copied": "copied",
    "swapped": "copied, with swapped words",
    "orphaned": "quoted words that lost who said them",
    "quotation": "quoted words that others have too",
    "foreign": "of another story",
}
# Those of which an article's text says where they come from.
MARKED_PARTS = ("copied", "swapped", "orphaned", "foreign")

GLOSSARY = (
    ("Article, page", "One text of the pile. It is called a page where it counts as a carrier of a "
     "statement. A capital letter stands for each, the same one throughout."),
    ("Text", "Wordings that are the same, once swapped words and spelling are undone, are one text, "
     "however many pages carry them."),
    ("Version", "One page's telling of a sentence. Whole: from end to end; cut: a part of it."),
    ("Reporter", "Who heard, saw or collected it, as far as a dateline, agency tag or credit says "
     "so. At least: shown to be separate. At most: not shown to be dependent; `1 to 9 reporters` says "
     "both. There is no such number for a story or a pile, because each statement stands on its own "
     "footing."),
    ("Relies on", "Who knows: the speaker, document or count that the reporter goes by, or the "
     "person who saw it."),
    ("Shared prose", "The same sentence, not only the same facts. One writing stands behind it."),
    ("Common statement", "Only quoted words are shared. Two reporters may have heard one speaker, "
     "so it shows no copying."),
    ("Only on this page", "Words in no passage that was matched with another page. Whether the page's own "
     "reporter wrote them is not known."),
    ("Quotation, reported claim", "What a page gives to a speaker: in quotation marks, or in the page's own "
     "words. The words in italics report it, and may deny or doubt it."),
    ("Restored", "The passage does not name the speaker; another page has the same words with who said "
     "them. A pronoun or a name that merely stands near restores nothing."),
    ("Without a speaker", "Neither the passage nor another page says who said it."),
    ("Speaker in dispute", "Pages that have the same words name their speaker differently."),
    ("Passage", "What the versions share: a sentence, or a part of one. Around it, the sentence of each "
     "page may go on in its own way."),
    ("Likely original", "The wording from which all versions of a sentence can be explained. If no page "
     "has it, it is a conjecture, put together from several: words that the nearest page lacks then "
     "stand in [brackets]. It may come from a text that is not in the pile."),
    ("Older, later", "Said of wordings, not of pages: a page that came late may have the older words. It "
     "stands where a decided copy differs at this place alone, or has the replacement of a swap. "
     "Perhaps older: the likely original has it, but it is not decided for this place."),
    ("Copied from", "Its words were made from those of a likely original or of another page, as far as the "
     "words show it, be it through pages that are not in the pile."),
    ("Direction undecided", "Pages share the words; which of them had them first is not claimed. Pages "
     "with the very same words cannot be told apart by these."),
    ("Family tree", "ω is the likely original, in a dashed circle if it is a conjecture. A box is one "
     "wording, with the letters of the pages that have it. A solid line is decided, a dashed one is "
     "not. A box without a line: nothing is said of its descent."),
    ("Bits", "How much a reason weighs: 1 bit is odds of 2 to 1, 3 bits of 8 to 1, 10 bits of "
     "1,000 to 1."),
    ("Swapped words", "A word or phrase that stands in place of another again and again between "
     "versions: the replacement, and the older words, where that is known. Folded by default, as is "
     "spelling."),
    ("Differences", "Number, name and quoted words are shown first, for they may change what is "
     "said. The others are other wording, addition, omission and word order."),
    ("Insert", "A passage that belongs to another story, or a line that points at another text."),
    ("Chrome", "The page's furniture: menus, share buttons, subscription lines."),
)  # fmt: skip


def kind_of(kind: str) -> Kind:
    """The words for a kind; a kind that is new to the report keeps its own name and stays open."""
    return KINDS.get(kind, Kind(kind, "?", 9, False))


def footing(
    family: Family,
    statement: Statement | None,
    named: Sequence[Reporter],
    direction: str | None,
    deniers: Sequence[str] = (),
) -> list[str]:
    """What stands behind a statement, in phrases that are meant to be joined. `deniers`: names of the
    speakers who deny it."""
    said = [count(family.carriers, "page"), count(family.texts, "text")]
    if statement is None:
        return [*said, "reporters: not examined yet", *filter(None, [direction])]
    said.append(f"reporters: at least {statement.reporters_min}, at most {statement.reporters_max}")
    said.append(known_reporters(statement, named))
    said.append(f"relies on: {relies_on(statement.bases)}")
    if deniers:
        said.append(f"denied by: {', '.join(deniers)}")
    return [*said, *filter(None, [direction])]


def known_reporters(statement: Statement, named: Sequence[Reporter]) -> str:
    """`AP (agency on the passage)`, one for each name, or that none is named."""
    found = []
    for name in statement.reporters:
        hows = sorted({one.how.partition(" (")[0] for one in named if one.name == name})
        found.append(f"{name} ({'; '.join(hows)})" if hows else name)
    return ", ".join(found) or "no reporter named"


def reporters(least: int, most: int) -> str:
    """`1 reporter`, or `1 to 9 reporters`: at least and at most."""
    if least == most:
        return count(least, "reporter")
    return f"{least:,} to {count(most, 'reporter')}"


def relies_on(bases: tuple[str, ...] | None) -> str:
    """Unknown, not stated, and known are three different answers."""
    if bases is None:
        return "not examined yet"
    return ", ".join(bases) or "not stated"


def reason(how: str) -> str:
    """A row's reason on one line, in the words that users meet."""

    def version(found: re.Match[str]) -> str:
        if found[0].startswith("«"):
            return found[0]
        return "versions" if found[1] else "version"

    return _WITNESS.sub(version, one_line(how))


def listed(names: Sequence[str], most: int) -> str:
    """`A`, `A and B`, `A, B and C`, `A, B and 7 more`."""
    left = len(names) - most
    said = [*names[:most], f"{left:,} more"] if left > 0 else list(names)
    return " and ".join(filter(None, [", ".join(said[:-1]), *said[-1:]]))


def siglum(number: int) -> str:
    """A, B, … Z, AA, AB, … for 0, 1, …"""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


# PLOVER's types in words that say what somebody did.
_EVENTS = {
    "AGREE": "agrees or promises", "CONSULT": "talks or meets", "SUPPORT": "supports", "CONCEDE": "concedes",
    "COOPERATE": "works together", "AID": "helps", "RETREAT": "gives way", "REQUEST": "asks or demands",
    "ACCUSE": "accuses or criticises", "REJECT": "refuses", "THREATEN": "threatens", "PROTEST": "protests",
    "SANCTION": "punishes", "MOBILIZE": "moves forces", "COERCE": "coerces", "ASSAULT": "attacks",
}  # fmt: skip


def event_kind(kind: str | None) -> str:
    """PLOVER's type with what it says; empty for an event that has none."""
    return f"{kind}, {_EVENTS[kind]}" if kind in _EVENTS else (kind or "")
