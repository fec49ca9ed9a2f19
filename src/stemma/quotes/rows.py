"""What is said in an article, as rows: ids, what is inside of what, and what to be careful about."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from stemma.model import Quote, span_id
from stemma.quotes.claims import Claim, Line
from stemma.quotes.joined import Said
from stemma.quotes.places import Place, Places
from stemma.text.tokens import words

NO_QUESTION = "an answer without its question"
NO_MARKS = "the first person outside of quotation marks: these may be lost"
UNCLOSED = "a quotation mark is missing"
_ANSWER = re.compile(
    r"\W*(?:yes|no|yeah|nope|never|absolutely|certainly|of course|maybe|perhaps|sure|not really|not at all)"
    r"\b[\s,.!?\"'”’—-]*$|\W*(?:yes|no|yeah|nope)[,.!] ",
    re.IGNORECASE,
)
_KEPT = 10_000  # words for speakers of which it is remembered whether they name somebody
_EDGES = " ,-–—"  # what stands around the words for a speaker
_FIRST = frozenset(["i", "me", "my", "mine", "myself"])
_PRONOUNS = frozenset(
    "he she it they we i you him her them us me one who which that this these those someone somebody others "
    "both all many some another of".split()
)


def quotes_of(
    text: str, lines: Sequence[Line], said: Iterable[Said], stories: dict[int, str | None]
) -> list[Quote]:
    """The rows of one article, in order. `stories`: number of a block -> the story of what stands in it."""
    best: dict[Place, Said] = {}
    for one in said:
        place = _hull(one.claim.content)
        known = best.get(place)
        if known is None or _standing(one) > _standing(known):
            best[place] = one
    made = {place: _row(text, lines, one, stories) for place, one in sorted(best.items())}
    places = Places(list(made))
    rows = [_in_own_voice(_within(place, quote, made, places)) for place, quote in made.items()]
    return [*rows, *_unmarked(lines, places, stories)]


def _hull(content: Sequence[Place]) -> Place:
    return content[0][0], content[-1][1]


def _standing(one: Said) -> tuple[bool, bool, float]:
    return one.claim.cue is not None, one.claim.source is not None, one.claim.sure


def _row(text: str, lines: Sequence[Line], one: Said, stories: dict[int, str | None]) -> Quote:
    claim, line = one.claim, lines[one.claim.line]
    start, end = _hull(claim.content)
    who = _who(text, claim)
    named = who is not None and is_named(text[slice(*who)])
    source, cue = who or (None, None), claim.cue or (None, None)
    return Quote(
        id=span_id("quote", line.article_id, start, end),
        article_id=line.article_id,
        sentence_id=line.id,
        story_id=stories.get(line.block),
        start=start,
        end=end,
        pieces=tuple(f"{a}-{b}" for a, b in claim.content),
        kind=one.kind,
        status="attributed" if named else "orphan",
        speaker=text[slice(*who)] if who else None,
        speaker_start=source[0],
        speaker_end=source[1],
        actor_id=None,
        cue=text[slice(*claim.cue)] if claim.cue else None,
        cue_start=cue[0],
        cue_end=cue[1],
        within_id=None,
        witness_ids=(),
        flags=tuple(_flags(text, one)),
        how="; ".join([*claim.how, *_doubt(text, claim, named)]),
        text=text[start:end],
    )


def _who(text: str, claim: Claim) -> Place | None:
    """The words for who says it: those that a pronoun stands for, if the sentence tells. Without the
    commas around an apposition."""
    source = claim.source
    if source is None:
        return None
    if claim.meant is not None and not is_named(text[slice(*source)]):
        source = claim.meant
    words = text[slice(*source)]
    start = source[0] + len(words) - len(words.lstrip(_EDGES))
    return start, start + len(words.strip(_EDGES))


@lru_cache(maxsize=_KEPT)
def is_named(speaker: str) -> bool:
    """Whether these words name or describe somebody, and do not only point at one."""
    return any(token.n not in _PRONOUNS for token in words(speaker))


def _doubt(text: str, claim: Claim, named: bool) -> Iterable[str]:
    if claim.source is not None and named and not is_named(text[slice(*claim.source)]):
        yield f"«{text[slice(*claim.source)]}» stands for it in the same sentence"
    elif claim.source is not None and not named:
        yield pointed(text[slice(*claim.source)])
    elif claim.source is None and claim.cue is not None:
        yield "its passage does not say who says so"


def pointed(speaker: str) -> str:
    """Why a speaker is not known whom a passage only points at."""
    return f"its passage says «{speaker}», and not who that is"


def _flags(text: str, one: Said) -> Iterable[str]:
    first = one.claim.content[0]
    if one.kind == "direct" and _ANSWER.match(text[slice(*first)]):
        yield NO_QUESTION
    said = text[slice(*_hull(one.claim.content))]
    if one.kind != "indirect" and len(re.findall(r"[\"“”„‟«»「」『』]|''|``", said)) % 2:
        yield UNCLOSED


def _within(place: Place, quote: Quote, made: dict[Place, Quote], places: Places) -> Quote:
    """With the narrowest quote in whose words it is reported, cue and all."""
    cue = quote.cue_start if quote.cue_start is not None else quote.start
    first = min(cue, place[0])
    around = [
        other
        for other in places.holding(first)
        if other != place and other[0] <= first and place[1] <= other[1]
    ]
    outer = min(around, key=lambda other: (other[1] - other[0], other), default=None)
    return quote if outer is None else replace(quote, within_id=made[outer].id)


@lru_cache(maxsize=_KEPT)
def _is_i(speaker: str) -> bool:
    said = [token.n for token in words(speaker)]
    return bool(said) and _FIRST.issuperset(said)


def _in_own_voice(quote: Quote) -> Quote:
    """With a flag where `I` reports, and not within the words of another."""
    if quote.within_id or quote.kind != "indirect" or not _is_i(quote.speaker or ""):
        return quote
    return replace(quote, flags=(*quote.flags, NO_MARKS))


def _unmarked(
    lines: Sequence[Line], said: Places, stories: dict[int, str | None]
) -> Iterable[Quote]:
    """Sentences in the first person that nobody is quoted for: the page's own voice, or speech that has
    lost its marks. They are given to nobody."""
    for line in lines:
        own = [
            n
            for n, word in enumerate(line.reading["words"])
            if word.lower() in _FIRST and line.reading["upos"][n] == "PRON"
        ]
        # A word within something said would make the line overlap it as well.
        if own and not said.overlapping((line.start, line.end)):
            yield Quote(
                id=span_id("quote", line.article_id, line.start, line.end),
                article_id=line.article_id,
                sentence_id=line.id,
                story_id=stories.get(line.block),
                start=line.start,
                end=line.end,
                pieces=(f"{line.start}-{line.end}",),
                kind="direct",
                status="orphan",
                speaker=None,
                speaker_start=None,
                speaker_end=None,
                actor_id=None,
                cue=None,
                cue_start=None,
                cue_end=None,
                within_id=None,
                witness_ids=(),
                flags=(NO_MARKS,),
                how=f"«{line.reading['words'][own[0]]}» outside of quotation marks",
                text=line.text,
            )
