"""Who denies what: sayings that say of something that it is not so, joined to the sayings and statements
that say it is.

Two clauses are of the same thing if their main words are of one stem, the same does it or the same is done,
no number, day or name of the denial is missing in what it denies, and (of its other words of a meaning) no
more than one in five. One of both is denied: by the verb that reports it (`denied`, `dismissed claims that
…`), by its own `not`, or because it is called untrue. What is only possible, asked or wished for is neither
denied nor a denial.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from stemma.account.claimed import Clause, Part, Read, Voice, clauses, stem, voice_of
from stemma.model import ActorMention, Quote, Saying, Statement
from stemma.text.tokens import compared_words

_DENIES = frozenset(
    "deny denies denied denying denial dispute disputes disputed disputing refute refutes refuted refuting "
    "rebut rebutted rebuts repudiate repudiated disclaim disclaimed contradict contradicted".split()
)
# These deny a claim, and no offer: only with a word for a claim, or one that calls it untrue.
_REFUSES = frozenset(
    "reject rejects rejected rejecting dismiss dismisses dismissed dismissing brushed shrugged".split()
)
_UNSURE = frozenset(
    "ask asked asks asking wonder wondered question questioned urge urged urges demand demanded demands want "
    "wants wanted wish wished hope hopes hoped fear fears feared doubt doubted doubts order ordered request "
    "requested propose proposed if whether suspect suspected suspects speculate speculated".split()
)
_NOT = frozenset(["not", "n't", "never", "cannot", "neither", "nor", "nobody"])
_MISSING = 5  # words of which one may be missing
_FEWEST = 2  # words of a meaning, or one and who does it


class Said(NamedTuple):
    """A sentence with what the reader and the actors know of it."""

    read: Read
    mentions: Sequence[ActorMention]


class Claim(NamedTuple):
    """A clause of a saying (or of a statement, in nobody's voice). `denies`: by the verb that reports it or
    because it is called untrue; `so`: whether it is said to be so, all in all."""

    row: str
    story: str
    clause: Clause
    voice: Voice | None
    denies: bool
    so: bool
    cue: str
    text: str


# (article, start, end) -> the sentences there.
Sentences = Callable[[str, int, int], Iterable[Said]]


class Denied(NamedTuple):
    """Sayings and statements with who denies them."""

    sayings: list[Saying]
    statements: list[Statement]


def claims_of(
    sayings: Iterable[Saying], quotes: Mapping[str, Quote], said: Sentences
) -> list[Claim]:
    """What sayings claim and deny. `quotes`: by id; `said`: (article, start, end) -> the sentences there."""
    known: _Known = {}
    return [claim for saying in sayings for claim in _of_saying(saying, quotes, said, known)]


def in_question(statements: Iterable[Statement], spoken: Iterable[Claim]) -> list[Statement]:
    """The statements of which a denial in their story might be."""
    words: dict[str, set[str]] = defaultdict(set)
    for claim in spoken:
        if claim.denies or not claim.so:
            words[claim.story] |= claim.clause.words
    return [
        row
        for row in statements
        if row.story_id in words
        and any(word in row.text.casefold() for word in words[row.story_id])
    ]


def told_in(
    statements: Iterable[Statement], quotes: Mapping[str, Quote], said: Sentences
) -> list[Claim]:
    """What pages claim in their own voice."""
    inside: dict[str, list[Quote]] = defaultdict(list)
    for quote in quotes.values():
        inside[quote.article_id].append(quote)
    voiced = {article: _Voiced.of(held) for article, held in inside.items()}
    nobody = _Voiced.of([])
    return [
        claim
        for row in statements
        for claim in _of_statement(row, voiced.get(row.article_id, nobody), said)
    ]


class _Voiced(NamedTuple):
    """Where somebody speaks in an article: the starts of quotes in order, and how far those up to each
    reach."""

    starts: list[int]
    reach: list[int]

    @classmethod
    def of(cls, quotes: Sequence[Quote]) -> "_Voiced":
        held = sorted((quote.start, quote.end) for quote in quotes)
        return cls([start for start, _ in held], list(accumulate((end for _, end in held), max)))

    def touches(self, start: int, end: int) -> bool:
        """Whether a quote has a character of a span."""
        before = bisect_left(self.starts, end)
        return before > 0 and self.reach[before - 1] > start


def with_denials(
    sayings: Sequence[Saying],
    statements: Sequence[Statement],
    quotes: Mapping[str, Quote],
    spoken: Sequence[Claim],
    told: Sequence[Claim],
) -> Denied:
    """The rows with `denies` and `denied_by`."""
    found = dict(_pairs(spoken, told))
    return Denied(_sayings(sayings, found), _statements(statements, found, sayings, quotes))


# What a sentence is, with its quoted places, its actors and who speaks -> its clauses.
_Known = dict[tuple[object, ...], list[Clause]]


def _clauses(
    one: Said, places: Sequence[tuple[int, int]], voice: Voice, known: _Known
) -> list[Clause]:
    """The clauses of a sentence; copies of it that have the same actors at the same places have the same."""
    read, at = one.read, one.read.start
    end = at + max(read.ends, default=0)
    inside = tuple((a - at, b - at) for a, b in places if a < end and at < b)
    actors = tuple((m.start - at, m.end - at, m.actor_id) for m in one.mentions)
    asked = tuple(read.words), tuple(read.starts), inside, actors, voice
    if asked not in known:
        known[asked] = list(clauses(read, places, one.mentions, voice))
    return known[asked]


def _of_saying(
    saying: Saying, quotes: Mapping[str, Quote], said: Sentences, known: _Known
) -> Iterator[Claim]:
    found: set[tuple[Clause, bool]] = set()
    for name in saying.quote_ids:
        quote = quotes[name]
        cue = set(compared_words(quote.cue or ""))
        if saying.story_id is None or not cue.isdisjoint(_UNSURE):
            continue
        places = [(int(a), int(b)) for a, b in (piece.split("-") for piece in quote.pieces)]
        voice = voice_of(saying.speaker, saying.actor_id)
        voice = voice._replace(words=voice.words | voice_of(quote.speaker or "", None).words)
        for one in said(quote.article_id, quote.start, quote.end):
            for clause in _clauses(one, places, voice, known):
                denies = _is_denied(clause, cue, quote.text)
                if denies is not None and (clause, denies) not in found:
                    found.add((clause, denies))
                    so = clause.negated == denies
                    yield Claim(
                        saying.id,
                        saying.story_id,
                        clause,
                        voice,
                        denies,
                        so,
                        quote.cue or "",
                        quote.text,
                    )


def _is_denied(clause: Clause, cue: set[str], text: str) -> bool | None:
    """Whether what reports a clause says that it is not so; none where it says neither."""
    no = not cue.isdisjoint(_NOT)
    if not cue.isdisjoint(_DENIES):
        return None if no else True
    if not cue.isdisjoint(_REFUSES):
        whole = clause.reported or clause.false or text.startswith("that ")
        return True if whole and not no else None
    if clause.reported:
        return True if clause.false else None  # of a mere `claim that …` nobody says that it is so
    return False


def _of_statement(row: Statement, voiced: _Voiced, said: Sentences) -> Iterator[Claim]:
    """What a page says in its own voice: nothing that lies in what somebody says, or reports it."""
    for one in said(row.article_id, row.start, row.end):
        first = one.read.start
        last = first + (one.read.ends[-1] if one.read.ends else 0)
        if voiced.touches(first, last):
            continue
        for clause in clauses(one.read, [(row.start, row.end)], one.mentions, None):
            if not clause.reported and not clause.bare:
                so = not clause.negated
                yield Claim(row.id, row.story_id or "", clause, None, False, so, "", row.text)


def _pairs(spoken: Sequence[Claim], told: Sequence[Claim]) -> Iterator[tuple[tuple[str, str], str]]:
    """(who denies, what is denied) -> why."""
    by_main: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in (*spoken, *told):
        if not claim.denies:
            by_main[claim.story, claim.clause.main].append(claim)
    for denial in spoken:
        for claim in by_main.get((denial.story, denial.clause.main), ()):
            if (
                denial.row != claim.row
                and (denial.denies or not denial.so)
                and denial.so != claim.so
            ):
                shared = _same(denial, claim)
                if shared:
                    yield (denial.row, claim.row), _why(denial, shared)


def _why(denial: Claim, shared: frozenset[str]) -> str:
    words = (
        w
        for w in compared_words(denial.text)
        if stem(w) in shared or w[:4] in {s[:4] for s in shared}
    )
    common = ", ".join(dict.fromkeys(words))
    by = f"«{denial.cue}»" if denial.denies and denial.cue else "its own words"
    return f"by {by}, of the same: {common}"


def _same(denial: Claim, claim: Claim) -> frozenset[str]:
    """What a denial and a claim have in common if they are of the same thing, else nothing."""
    one, other = denial.clause, claim.clause
    nothing: frozenset[str] = frozenset()
    if _one_voice(denial.voice, claim.voice) or (one.modal != other.modal and not one.bare):
        return nothing
    if one.bare and other.modal:
        return nothing
    roles = _roles(denial, claim)
    if not roles:
        return nothing
    if one.strict and other.strict and not one.strict <= other.strict:
        return nothing
    own = one.words - _doers(one)
    missing = own - other.words - _doers(other)
    if len(missing) * _MISSING > len(own) or missing & one.strict - (one.strict - other.strict):
        return nothing
    shared = (one.words & other.words) | {one.main}
    return shared if len(shared | roles) >= _FEWEST else nothing


def _one_voice(one: Voice | None, other: Voice | None) -> bool:
    """Whether the same speaks, so that nothing is denied by another."""
    if one is None or other is None:
        return False
    if one.actor and one.actor == other.actor:
        return True
    return bool(one.words) and (one.words <= other.words or other.words <= one.words)


def _doers(clause: Clause) -> frozenset[str]:
    return clause.agent.words if clause.agent else frozenset()


def _roles(denial: Claim, claim: Claim) -> frozenset[str]:
    """Words that show that the same does it, or that it is done to the same; none if something shows that
    it is another."""
    one, other = denial.clause, claim.clause
    doer = one.agent
    itself = denial.voice is not None and (one.bare or (doer is not None and doer.unknown))
    if itself and denial.denies and denial.voice is not None:
        # `denied selling it`, `denied that she had sold it`: the speaker is meant.
        doer = Part("", denial.voice.words, denial.voice.actor, named=True)
    found: set[str] = set()
    whom = other.agent or (other.patient if one.bare else None)
    if doer is not None:
        if whom is None or not _is_one(doer, whom):
            return frozenset()
        found |= {"who"}
    if one.patient is not None and other.patient is not None:
        if not _is_one(one.patient, other.patient):
            return frozenset()
        found |= {"whom"}
    return frozenset(found)


def _is_one(one: Part, other: Part) -> bool:
    if one.actor and other.actor:
        if one.actor == other.actor:
            return True
        if one.named and other.named:
            return False
    if one.unknown or other.unknown:
        return False
    heads = {part.head for part in (one, other) if part.head}
    if len(heads) == 2 and not (one.named or other.named):
        return False
    if one.head and one.head == other.head:
        return True
    return not one.words.isdisjoint(other.words)


def _sayings(rows: Sequence[Saying], found: Mapping[tuple[str, str], str]) -> list[Saying]:
    denies, denied = _both(found)
    return [
        replace(
            row,
            denies=tuple(sorted(denies[row.id])),
            denied_by=tuple(sorted(denied[row.id])),
            how="; ".join(
                [row.how, *(f"denies {n} {why}" for n, why in sorted(denies[row.id].items()))]
            ),
        )
        if row.id in denies or row.id in denied
        else row
        for row in rows
    ]


def _both(
    found: Mapping[tuple[str, str], str],
) -> tuple[dict[str, dict[str, str]], dict[str, dict[str, str]]]:
    denies: dict[str, dict[str, str]] = defaultdict(dict)
    denied: dict[str, dict[str, str]] = defaultdict(dict)
    for (by, what), why in found.items():
        denies[by][what] = denied[what][by] = why
    return denies, denied


def _statements(
    rows: Sequence[Statement],
    found: Mapping[tuple[str, str], str],
    sayings: Sequence[Saying],
    quotes: Mapping[str, Quote],
) -> list[Statement]:
    """The statements, denied in their own words or in what somebody says in them."""
    _, denied = _both(found)
    heard: dict[str, list[tuple[Quote, str]]] = defaultdict(list)
    for saying in sayings:
        for quote in (quotes[name] for name in saying.quote_ids if saying.id in denied):
            heard[quote.article_id].append((quote, saying.id))
    made = []
    for row in rows:
        by = set(denied.get(row.id, ()))
        for quote, name in heard.get(row.article_id, ()):
            if (
                min(row.end, quote.end) - max(row.start, quote.start)
                > (quote.end - quote.start) / 2
            ):
                by |= set(denied[name])
        made.append(replace(row, denied_by=tuple(sorted(by))) if by else row)
    return made
