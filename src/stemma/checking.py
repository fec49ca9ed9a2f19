"""A draft against a case: reads it like an article, holds each sentence against the sentences that may tell
the same, and says on what it rests. The case stays as it is."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import polars as pl

from stemma.borrowed import borrowed
from stemma.case import Case
from stemma.check import (
    Asked,
    Dispute,
    Found,
    Match,
    Pointer,
    Telling,
    asked_of,
    judged,
    likeness,
)
from stemma.check import verdicts as v
from stemma.disagreements import disagreements
from stemma.drafts import Text, read_texts
from stemma.errors import NothingUsable, Unreadable, UsageError
from stemma.evidence import Evidence, looked_up_in
from stemma.lineage.passages import ClassTable
from stemma.lineage.swaps import classes
from stemma.model import Check, Checked, Finding, Quote, Sentence, span_id
from stemma.model import Evidence as Passage
from stemma.pools import Pools
from stemma.read import Source, sources
from stemma.reader import Reader, load
from stemma.support import Support, checkable, copied, how, unchecked
from stemma.text.countries import known_forms
from stemma.times import UNKNOWN, Anchor

_TRIED = 24  # sentences of the case that each of the draft's is held against
_SHOWN = 6  # of those that tell the same
_NEAREST = 2  # shown where none does


def check_draft(
    case: Case,
    draft: Source,
    *,
    primary: str | Path | None = None,
    date: str | None = None,
    reader: Reader | None = None,
) -> Check:
    """A draft's sentences with what they rest on in the case. `primary`: a folder of transcripts and
    documents that count as basis; `date`: when the draft was written, for its weekdays, as `2017-04-12`.

    Raises Unreadable and NothingUsable for the draft, UsageError for a date or a folder that is none, and
    CaseError for a case that is not built to its end."""
    reader, anchor = reader or load(), _anchor(date)
    text = next(iter(read_texts(draft, reader, anchor)))
    documents, remarks = _documents(primary, reader)
    if (text.article.language or "en") != "en":
        remarks.append(
            f"The draft is in another language than English ({text.article.language}): what it tells is not "
            "understood well."
        )
    return Checker(case, documents).check(draft.locator, text, remarks)


def read_draft(text: str, reader: Reader | None = None) -> Text:
    """A draft that is given as plain text. Raises NothingUsable if it has no sentence."""
    source = Source("draft.txt", "draft.txt", text.encode("utf-8", "surrogatepass"))
    return next(iter(read_texts(source, reader or load(), UNKNOWN)))


def holds(sentence: Checked) -> bool:
    """Whether a sentence holds, as far as the pile goes."""
    return sentence.verdict in v.HOLDS


class Checker:
    """A case, loaded to check several drafts. `documents`: primary ones, with the name of each."""

    def __init__(self, case: Case, documents: Sequence[tuple[str, Text]] = ()) -> None:
        self.case = case
        self.evidence = Evidence(case, documents)
        self.classes = _classes(case)
        self.against = disagreements(case)
        self.pools = Pools(case)
        self.paths = dict(case.table("articles").select("id", "path").iter_rows())
        self.of_family = dict(case.table("statements").select("family_id", "id").iter_rows())
        witnesses = case.table("witnesses").select("sentence_id", "family_id")
        self.families = dict(
            witnesses.sort("sentence_id", "family_id", descending=True).iter_rows()
        )
        self.sayings = _by_member(case.table("sayings"), "quote_ids")
        self.documents = tuple(name for name, _ in documents)

    def check(self, path: str, text: Text, remarks: Sequence[str] = ()) -> Check:
        """One draft."""
        found, lookup = self.evidence, self.evidence.lookup
        text = text._replace(tellings=[self.evidence.with_known(t) for t in text.tellings])
        rows = [lookup.likely(looked_up_in(t), t.vector, _TRIED) for t in text.tellings]
        found.prepare(row for some in rows for row in some)
        asked = [self._asked(*one) for one in zip(text.tellings, rows, strict=True)]
        found.complete(m.row for one in asked for m in one.others)
        asked = [self._complete(one) for one in asked]
        self.pools.take(self._places(m for one in asked for m in one.others))
        checked = [
            self._sentence(text, s, one) for s, one in zip(text.sentences, asked, strict=True)
        ]
        return Check(
            text.article.id, path, text.article.title or "", self.case.path.name, text.article.text,
            len(self.paths), self.documents, tuple(checked), tuple(remarks),
        )  # fmt: skip

    def _asked(self, telling: Telling, rows: Sequence[int]) -> Asked:
        return asked_of(telling, [self._match(telling, row) for row in rows])

    def _complete(self, asked: Asked) -> Asked:
        others = [
            m._replace(telling=self.evidence.telling(m.row), disputes=self._disputes(m.row))
            for m in asked.others
        ]
        return asked._replace(others=others)

    def _disputes(self, row: int) -> tuple[Dispute, ...]:
        """What other sentences have otherwise than this one, by the account."""
        places = () if self.evidence.is_document(row) else self.evidence.places(row)
        held = [(place, one) for place in places for one in self.against.get(place.id, ())]
        known = [(place, one, self.evidence.row_of(one.text)) for place, one in held]
        self.evidence.prepare(number for _, _, number in known if number is not None)
        return tuple(
            Dispute(
                one.slot, one.start - place.start, one.end - place.start, one.value, one.other,
                Pointer(number, 0, len(one.text), one.text),
            )
            for place, one, number in known if number is not None
        )  # fmt: skip

    def _places(self, matches: Iterable[Match]) -> list[Sentence]:
        rows = sorted({m.row for m in matches if not self.evidence.is_document(m.row)})
        return [s for row in rows for s in self.evidence.places(row)]

    def _sentence(self, text: Text, sentence: Sentence, asked: Asked) -> Checked:
        telling, others = asked.telling, asked.others
        support = Support.of(telling, others, self.evidence, self.pools.of)
        if not checkable(telling):
            return self._row(text, sentence, [unchecked(telling)], asked, support)
        found = judged(asked)
        if others:
            own = {m.row: m.telling.text for m in others if not self.evidence.is_document(m.row)}
            copies = borrowed(telling.text, own, self.classes)
            found += copied(copies, self.evidence, self.paths)
            found += support.verdict(telling, found)
        found.sort(key=lambda one: (v.VERDICTS.index(one.verdict), one.start))
        return self._row(text, sentence, found, asked, support)

    def _match(self, telling: Telling, row: int) -> Match:
        other = self.evidence.telling(row)
        pages = len({s.article_id for s in self.evidence.places(row)}) or 1
        return Match(row, other, likeness(telling, other, self.evidence.lookup), pages)

    def _row(
        self, text: Text, sentence: Sentence, found: list[Found], asked: Asked, support: Support
    ) -> Checked:
        block = text.blocks[sentence.block_id]
        unread = found[0].verdict == v.NOT_CHECKED
        others = () if unread else asked.others[:_SHOWN]
        evidence = tuple(self._passage(asked.telling, m) for m in others)
        nearest = (
            ()
            if evidence or unread
            else tuple(self._passage(asked.telling, m) for m in asked.near[:_NEAREST])
        )
        findings = tuple(self._finding(sentence, one) for one in found)
        families = sorted({self.families[s.id] for s in support.sentences if s.id in self.families})
        within = {
            q.id
            for s in support.sentences
            for q in self.evidence.quotes[s.article_id]
            if _inside(q, s)
        }
        return Checked(
            id=span_id("check", sentence.article_id, sentence.start, sentence.end),
            draft_id=sentence.article_id, start=sentence.start, end=sentence.end,
            block=block.kind, block_start=block.start, verdict=findings[0].verdict, findings=findings,
            evidence=evidence, nearest=nearest, carriers=support.footing.carriers,
            reporters_min=support.footing.least, reporters_max=support.footing.most,
            reporters=support.footing.names, bases=support.bases,
            statement_ids=tuple(self.of_family[f] for f in families if f in self.of_family),
            family_ids=tuple(families),
            saying_ids=tuple(sorted({s for q in within for s in self.sayings.get(q, ())})),
            quote_ids=tuple(sorted(within)),
            figure_ids=tuple(sorted({a.id for m in asked.others for a in m.telling.amounts if a.id})),
            how=how(support, asked.others, len(asked.near)), text=sentence.text,
        )  # fmt: skip

    def _passage(self, telling: Telling, match: Match) -> Passage:
        row = match.row
        if self.evidence.is_document(row):
            path, sentence, article = self.evidence.document(row)
            places = [sentence]
        else:
            places = self.evidence.places(row)
            sentence, article = places[0], places[0].article_id
            path = self.paths[article]
        shared = [t for t in match.telling.terms if t.key in telling.keys]
        family = next((self.families[s.id] for s in places if s.id in self.families), None)
        return Passage(
            sentence.id, article, path, sentence.start, sentence.end,
            tuple(f"{sentence.start + t.start}-{sentence.start + t.end}" for t in shared),
            round(match.like.same, 3), self.evidence.is_document(row),
            len({s.article_id for s in places}), family, self.of_family.get(family or ""), sentence.text,
        )  # fmt: skip

    def _finding(self, sentence: Sentence, found: Found) -> Finding:
        start, end = sentence.start + found.start, sentence.start + found.end
        if not found.pointers:
            return Finding(found.verdict, start, end, found.said, None, None, None, None, "")
        one = found.pointers[0]
        place, article = self._place(one.row)
        return Finding(
            found.verdict, start, end, found.said, article, place.start + one.start,
            place.start + one.end, one.id or place.id, one.text,
        )  # fmt: skip

    def _place(self, row: int) -> tuple[Sentence, str]:
        if self.evidence.is_document(row):
            _, sentence, article = self.evidence.document(row)
            return sentence, article
        sentence = self.evidence.places(row)[0]
        return sentence, sentence.article_id


def _classes(case: Case) -> ClassTable:
    """The words that the pile puts for one another."""
    pairs = [(tuple(left.split()), tuple(right.split()))
             for left, right in case.table("swaps").select("left", "right").iter_rows()]  # fmt: skip
    return classes(pairs, known_forms())


def _by_member(frame: pl.DataFrame, column: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, members in frame.select("id", column).iter_rows():
        for member in members:
            found.setdefault(member, []).append(name)
    return found


def _inside(quote: Quote, sentence: Sentence) -> bool:
    return quote.article_id == sentence.article_id and (
        quote.start < sentence.end and sentence.start < quote.end
    )


def _anchor(date: str | None) -> Anchor:
    anchor = Anchor.of(date) if date else UNKNOWN
    if date and not anchor.days:
        raise UsageError(f"'{date}' is no date.", remedy="Give one like 2017-04-12 or 2017-04.")
    return anchor


def _documents(
    primary: str | Path | None, reader: Reader
) -> tuple[list[tuple[str, Text]], list[str]]:
    """The primary documents with their names, and remarks on those that can't be read."""
    if primary is None:
        return [], []
    found: list[tuple[str, Text]] = []
    remarks: list[str] = []
    for source in sources([str(primary)]):
        if isinstance(source, Unreadable):
            remarks.append(str(source))
            continue
        try:
            found += [(text.article.path, text) for text in read_texts(source, reader, UNKNOWN)]
        except (Unreadable, NothingUsable) as error:
            remarks.append(str(error))
    if not found:
        raise UsageError(
            f"No document in '{primary}' can be read.",
            "; ".join(remarks),
            "Name a folder of texts.",
        )
    return found, remarks
