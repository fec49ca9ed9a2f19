"""What a check shows, as plain values: the draft block by block, its sentences with verdicts, their notes.
Nothing is decided here."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from stemma.model import Check, Checked, Evidence, Finding
from stemma.remarks import count
from stemma.report.plain import one_line

# Verdict -> its sign, how it is shown, and what it means in a sentence.
VERDICTS: dict[str, tuple[str, str, str]] = {
    "other speaker": ("@", "grave", "The pile gives these words to somebody else."),
    "figure differs": ("#", "grave", "The pile has another figure here."),
    "date differs": ("◷", "grave", "The pile has another date here."),
    "status differs": ("¬", "grave", "The draft tells as done what the pile has as planned, possible or "
                       "denied, or the other way round."),
    "other actor": ("≠", "grave", "The pile names somebody else here."),
    "words differ": ("“", "grave", "The words in quotation marks are not those of the pile."),
    "not in the pile": ("∅", "grave", "No passage of the pile tells this. It may be true all the same."),
    "disputed": ("⇄", "open", "Some passages tell this, and others deny it."),
    "partly supported": ("½", "open", "The pile tells this, but for a part that was not found."),
    "copied from": ("=", "note", "The words are those of a page; they hold as far as the pile goes."),
    "only one basis": ("①", "note", "One reporter or one speaker alone stands behind it."),
    "supported": ("✓", "good", "Passages of the pile tell this, and nothing in it differs."),
    "not checked": ("·", "note", "It says too little to be looked for."),
}  # fmt: skip
_SHOWN = 4  # passages of a note
_HOLDS = ("copied from", "only one basis", "supported", "not checked")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage: shared with the draft, or not; `struck`: what a finding points at."""

    text: str
    shared: bool
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that a note shows."""

    path: str
    start: int
    end: int
    more: str
    ids: tuple[str, ...]
    primary: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence's footnote."""

    number: int
    verdict: str
    sign: str
    tone: str
    text: str
    pieces: tuple[Piece, ...]
    findings: tuple[Finding, ...]
    footing: str
    passages: tuple[Passage, ...]
    nearest: bool
    how: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the draft."""

    kind: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole check. `counts`: verdict, sign, tone and how many sentences have it, gravest first."""

    title: str
    path: str
    case: str
    said: str
    counts: tuple[tuple[str, str, str, int], ...]
    paragraphs: tuple[Paragraph, ...]
    documents: tuple[str, ...]
    remarks: tuple[str, ...]


def sheet(check: Check) -> Sheet:
    """A check as it is shown."""
    notes = [_note(number, one) for number, one in enumerate(check.sentences, 1)]
    paired = zip(check.sentences, notes, strict=True)
    paragraphs = tuple(
        Paragraph(kind, tuple(note for _, note in some))
        for (_, kind), some in groupby(
            paired, key=lambda pair: (pair[0].block_start, pair[0].block)
        )
    )
    found = Counter(one.verdict for one in check.sentences)
    counts = tuple((v, *VERDICTS[v][:2], found[v]) for v in VERDICTS if found[v])
    heads = (one_line(one.text) for one in check.sentences if one.block == "headline")
    title = check.title or next(heads, "") or check.path
    return Sheet(
        title,
        check.path,
        check.case,
        summary(check),
        counts,
        paragraphs,
        check.documents,
        check.remarks,
    )


def summary(check: Check) -> str:
    """What the check says in a sentence."""
    bad = sum(one.verdict not in _HOLDS for one in check.sentences)
    whole = count(len(check.sentences), "sentence")
    against = f"held against {count(check.articles, 'article')}"
    if check.documents:
        against += f" and {count(len(check.documents), 'document')}"
    if not bad:
        return f"{whole} {against}: nothing to look at."
    return f"{whole} {against}: {bad} to look at."


def _note(number: int, one: Checked) -> Note:
    sign, tone, _ = VERDICTS[one.verdict]
    spans = [
        (f.start - one.start, f.end - one.start) for f in one.findings if f.verdict not in _HOLDS
    ]
    whole = [s for s in spans if s != (0, len(one.text))]
    struck = {(f.evidence_start, f.evidence_end, f.article_id) for f in one.findings if f.evidence}
    shown = one.evidence[:_SHOWN] or one.nearest
    return Note(
        number, one.verdict, sign, tone, one_line(one.text), tuple(_pieces(one.text, [], whole)),
        one.findings, _footing(one), tuple(_passage(p, struck) for p in shown),
        bool(one.nearest and not one.evidence), one.how,
    )  # fmt: skip


def _footing(one: Checked) -> str:
    if not one.evidence:
        return ""
    low, most = one.reporters_min, one.reporters_max
    span = str(low) if low == most else f"{low}–{most}"
    names = f" ({', '.join(one.reporters)})" if one.reporters else ""
    bases = "; ".join(one_line(base) for base in one.bases) or "not stated"
    return f"{count(one.carriers, 'page')} · reporters {span}{names} · relies on: {bases}"


def _passage(one: Evidence, struck: set[tuple[int | None, int | None, str | None]]) -> Passage:
    spans = [tuple(map(int, span.split("-"))) for span in one.shared]
    marked = [
        (a, b)
        for a, b, article in struck
        if article == one.article_id and a is not None and b is not None
        and one.start <= a and b <= one.end and (a, b) != (one.start, one.end)
    ]  # fmt: skip
    more = f"and {count(one.pages - 1, 'more page')}" if one.pages > 1 else ""
    ids = tuple(x for x in (one.id, one.family_id, one.statement_id) if x)
    pieces = _pieces(
        one.text, [(a - one.start, b - one.start) for a, b in spans],
        [(a - one.start, b - one.start) for a, b in marked],
    )  # fmt: skip
    return Passage(one.path, one.start, one.end, more, ids, one.primary, tuple(pieces))


def _pieces(
    text: str, shared: Sequence[tuple[int, int]], struck: Sequence[tuple[int, int]]
) -> Iterator[Piece]:
    """A text cut where its marks begin and end."""
    cuts = sorted(
        {0, len(text), *(n for span in (*shared, *struck) for n in span if 0 <= n <= len(text))}
    )
    for start, end in pairwise(cuts):
        yield Piece(
            text[start:end],
            any(a <= start and end <= b for a, b in shared),
            any(a <= start and end <= b for a, b in struck),
        )
