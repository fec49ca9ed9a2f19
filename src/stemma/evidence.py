"""The sentences of a case as a check asks for them: the lookup over all of them, and what a few tell."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import polars as pl

from stemma.case import Case
from stemma.check import Amount, Lookup, Named, Telling, When, digits, lookup, stem
from stemma.drafts import Text, beside, deeds_in, names_in, speeches_in
from stemma.errors import CaseError
from stemma.frames import records_of
from stemma.model import Quote, Sentence
from stemma.reader.reading import vector_of
from stemma.text.candidates import COMMON
from stemma.text.countries import nations

_SIZE = 384  # numbers of a vector
_NEAR = 2  # sentences before and behind
_SHOWN = 5  # pages of one sentence whose neighbours are looked at
Rows = dict[str, list[dict[str, Any]]]


class Evidence:
    """The distinct sentences of a case, and behind them those of primary documents, each with a number."""

    def __init__(self, case: Case, documents: Sequence[tuple[str, Text]] = ()) -> None:
        """`documents`: primary ones, with the name of each."""
        self.case = case
        if "quotes" not in case.tables() or "figures" not in case.tables():
            raise CaseError(
                f"The case '{case.path}' does not say yet who said what.",
                "It was built up to an earlier stage only.",
                f"Build it again without --until: stemma build --out {case.path}",
            )
        self.sentences = case.table("sentences").sort("article_id", "start").with_row_index("place")
        self._articles: list[str] = self.sentences["article_id"].to_list()
        self._texts: list[str] = self.sentences["text"].to_list()
        self.readings = case.made("reader", "readings")
        self.texts: list[str] = self.readings["text"].to_list()
        self.documents = [
            (name, text, n) for name, text in documents for n in range(len(text.sentences))
        ]
        self._number = {text: n for n, text in enumerate(self.texts)}
        self._made: dict[int, Telling] = {}
        self._held: dict[int, list[Sentence]] = {}
        self._places: dict[int, list[int]] = {}
        self._whole: set[int] = set()
        self.quotes: dict[str, list[Quote]] = defaultdict(list)

    @cached_property
    def lookup(self) -> Lookup:
        """Which sentences may tell what another one tells."""
        made = self.case.made("words", "surfaces").select(
            "text", pl.coalesce("whole", "words").alias("w")
        )
        words = self.readings.select("text").join(
            made, on="text", how="left", maintain_order="left"
        )
        vocabulary = words["w"].explode().drop_nulls().unique()
        keys = {word: looked_up([word]) for word in vocabulary}
        asked = [[k for w in one or () for k in keys[w]] for one in words["w"].to_list()]
        asked += [looked_up_in(text.tellings[n]) for _, text, n in self.documents]
        return lookup(asked, self._vectors())

    @cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """Actor -> its name, then its other names and titles."""
        actors = self.case.table("actors").select("id", "name", "aliases", "titles")
        return {a: (name, *also, *titles) for a, name, also, titles in actors.iter_rows()}

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of the names of people in the case."""
        people = self.case.table("actors").filter(pl.col("kind") == "person")["name"]
        return frozenset(name.split()[-1] for name in people if len(name.split()) > 1)

    def with_known(self, telling: Telling) -> Telling:
        """A sentence with the names of people of the case in it that the reader did not see."""
        more = [
            Named(term.start, term.end, shown, "PER")
            for term in telling.terms
            if (shown := telling.text[term.start : term.end]) in self.surnames
            and not any(n.start <= term.start and term.end <= n.end for n in telling.names)
        ]
        return replace(telling, names=(*telling.names, *more)) if more else telling

    def _vectors(self) -> Any:
        kept = self.readings["vector"].to_list()
        own = np.frombuffer(b"".join(v or bytes(2 * _SIZE) for v in kept), dtype="<f2")
        more = [text.tellings[n].vector for _, text, n in self.documents]
        made = own.astype(np.float32).reshape(-1, _SIZE)
        return np.vstack([made, *(v if len(v) else np.zeros(_SIZE, np.float32) for v in more)])

    def is_document(self, row: int) -> bool:
        """Whether a sentence is one of a primary document."""
        return row >= len(self.texts)

    def document(self, row: int) -> tuple[str, Sentence, str]:
        """Of such a sentence the document's name, the sentence, and the document's id."""
        name, text, n = self.documents[row - len(self.texts)]
        return name, text.sentences[n], text.article.id

    def row_of(self, text: str) -> int | None:
        """The number of a sentence of the case, by its text."""
        return self._number.get(text)

    def places(self, row: int) -> list[Sentence]:
        """Where a sentence of the case stands, in order."""
        return self._held.get(row, [])

    def prepare(self, rows: Iterable[int]) -> None:
        """Reads where some sentences stand and whom they mention, all at once."""
        wanted = sorted({row for row in rows if not self.is_document(row)} - self._made.keys())
        texts = pl.Series("text", [self.texts[row] for row in wanted], dtype=pl.String)
        held = self.sentences.filter(pl.col("text").is_in(texts.implode()))
        for place, sentence in zip(held["place"], records_of(Sentence, held), strict=True):
            row = self._number[sentence.text]
            self._held.setdefault(row, []).append(sentence)
            self._places.setdefault(row, []).append(place)
        mentions = self._by("actor_mentions", held.select("id"))
        for row in wanted:
            self._made[row] = self._telling(row, mentions)

    def complete(self, rows: Iterable[int]) -> None:
        """Reads all else that some sentences tell: of those that are prepared and are held against a
        draft's."""
        wanted = sorted({row for row in rows if not self.is_document(row)} - self._whole)
        held = [sentence for row in wanted for sentence in self.places(row)]
        ids = pl.DataFrame({"id": [s.id for s in held]}, schema={"id": pl.String})
        found = self._by("figures", ids), self._by("timexes", ids)
        articles = {s.article_id for s in held} - self.quotes.keys()
        named = pl.Series("article_id", sorted(articles), dtype=pl.String)
        quotes = self.case.table("quotes").filter(pl.col("article_id").is_in(named.implode()))
        for quote in records_of(Quote, quotes):
            self.quotes[quote.article_id].append(quote)
        self._whole.update(wanted)
        for row in wanted:
            self._made[row] = self._completed(row, *found)

    def _by(self, table: str, ids: pl.DataFrame) -> Rows:
        found: Rows = defaultdict(list)
        frame = self.case.table(table)
        for row in frame.join(ids, left_on="sentence_id", right_on="id", how="semi").iter_rows(
            named=True
        ):
            found[row["sentence_id"]].append(row)
        return found

    def telling(self, row: int) -> Telling:
        """What a sentence tells, as far as it is prepared or complete."""
        if self.is_document(row):
            _, text, n = self.documents[row - len(self.texts)]
            return text.tellings[n]
        return self._made[row]

    def _beside(self, row: int) -> list[Telling]:
        """The sentences before and behind, on the first of its pages."""
        return [
            _bare(self._texts[at])
            for place in self._places.get(row, ())[:_SHOWN]
            for at in range(max(place - _NEAR, 0), min(place + _NEAR + 1, len(self._texts)))
            if at != place and self._articles[at] == self._articles[place]
        ]

    def _telling(self, row: int, mentions: Rows) -> Telling:
        places, text = self.places(row), self.texts[row]
        inside = [m for s in places for m in mentions.get(s.id, ()) if m["actor_id"]]
        aliases = dict.fromkeys(name for m in inside for name in self.names.get(m["actor_id"], ()))
        vector = vector_of(self.readings["vector"][row])
        return Telling.of(places[0].id if places else "", text, vector, aliases=tuple(aliases))

    def _completed(self, row: int, amounts: Rows, times: Rows) -> Telling:
        made, places = self._made[row], self.places(row)
        reading = self.readings.row(row, named=True)
        first = places[:1]
        whole = replace(
            made, names=names_in(made.text, reading), deeds=deeds_in(made.text, reading),
            amounts=tuple(_amount(f, s.start) for s in first for f in amounts.get(s.id, ())),
            times=tuple(_when(t, s.start) for s in places for t in times.get(s.id, ())),
            speeches=tuple(
                speech for s in places
                for speech in speeches_in(s.start, s.end, self.quotes[s.article_id], self.names)
            ),
        )  # fmt: skip
        return beside(whole, self._beside(row))


@lru_cache(maxsize=1 << 14)
def _bare(text: str) -> Telling:
    return Telling.of("", text)


def _amount(row: Mapping[str, Any], at: int) -> Amount:
    return Amount(
        row["start"] - at, row["end"] - at, row["text"], row["low"], row["high"], row["qualifier"],
        row["kind"], row["unit"] or "", row["what"] or "", row["id"],
    )  # fmt: skip


def _when(row: Mapping[str, Any], at: int) -> When:
    return When(
        row["start"] - at, row["end"] - at, row["text"], row["type"], row["value"], row["first"],
        row["last"], row["id"],
    )  # fmt: skip


def looked_up(words: Sequence[str]) -> list[str]:
    """What words are looked up by: stems, numbers in digits, and the countries that one word names."""
    found = []
    for word in words:
        nation = nations().get((word,))
        if nation is not None and nation.how in ("name", "people"):
            found.append(f"nation {nation.code}")
        elif word not in COMMON:
            found.append(digits(word) or stem(word))
    return found


def looked_up_in(telling: Telling) -> list[str]:
    """The same of a sentence."""
    return [term.key for term in telling.terms]
