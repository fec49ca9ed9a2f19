"""Tellings for tests of the rules, read by the reader that is shipped."""

from functools import cache

from stemma.check import Asked, Likeness, Match, Telling
from stemma.drafts import read_texts
from stemma.read import stdin_source
from stemma.reader import load
from stemma.times import Anchor

_ANCHOR = Anchor.of("2024-05-08")


@cache
def read(text: str) -> Telling:
    """What one sentence tells, said on Wednesday, 8 May 2024."""
    (found,) = next(read_texts(stdin_source(text.encode()), load(), _ANCHOR)).tellings
    return found


def asked(draft: str, *pile: str, same: float = 0.9) -> Asked:
    """A sentence of a draft, and sentences of a pile that tell the same."""
    like = Likeness(0.9, 0.9, 0.9, 0.9, same)
    others = [Match(row, read(text), like) for row, text in enumerate(pile)]
    return Asked(read(draft), others, others)


def said(rule: object, draft: str, *pile: str, same: float = 0.9) -> list[tuple[str, str]]:
    """What a rule finds: verdict and words."""
    found = rule(asked(draft, *pile, same=same))  # type: ignore[operator]
    return [(one.verdict, one.said) for one in found]


def verdicts(rule: object, draft: str, *pile: str, same: float = 0.9) -> list[str]:
    """The verdicts that a rule finds."""
    return [verdict for verdict, _ in said(rule, draft, *pile, same=same)]
