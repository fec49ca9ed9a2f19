"""Invented articles through `clean` and `trace`, as the flow does it, and sentences to make them of."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from hypothesis import strategies as st
from tests.strategies import article_of

from stemma.clean import clean
from stemma.lineage import Descent, Lineage, descend, parts_of, trace
from stemma.lineage.passages import Surface, surfaces
from stemma.model import (
    Archetype,
    Article,
    Block,
    Copy,
    Family,
    Part,
    Sentence,
    Tag,
    Variant,
    Witness,
)
from stemma.text.countries import known_forms

PIER = (
    "The harbour board voted late on Tuesday to close the old ferry terminal at Marrow Point because "
    "its wooden piers can no longer carry lorries."
)
ROOFS = (
    "The storm tore the roofs off 214 houses in the lower town, the fire brigade said after a night "
    "of searching."
)
VALVE = (
    "Inspectors led by Petra Olin found that the valve had been shut by hand an hour before the flood "
    "reached the village."
)
BRIDGE = (
    '"We will not pay for a bridge that nobody in this valley asked for," the mayor told a crowd '
    "outside the town hall."
)
INQUIRY = (
    "Aid groups said that an international inquiry into the sinking should begin before the wreck is "
    "raised from the bay."
)
SLUICE = (
    "Engineers were asked to look at the rusted sluice gates before the spring tide reaches the "
    "market and the school behind it."
)
BAKERS = (
    "Bakers along the river handed out warm bread through their windows while the cellars below them "
    "were being pumped dry."
)
ORCHARD = (
    "Growers in the eastern hills fear that the late frost has killed nine blossoms in ten and that "
    "there will be no cider this year."
)
LNA = "MARROW POINT (LNA) - "
# Four sentences that have two words in common for which a machine has others.
FREIGHT = (
    "At noon the harbour was closed to all lorries on the orders of the old coastguard.",
    "Drivers who had come with lorries slept in an old shed beside the harbour that night.",
    "Hay for the island cows was landed from two lorries that the harbour master had borrowed.",
    "Nobody in the harbour office could say who had paid for the lorries or for the fuel.",
)
_FREIGHT_WORDS = {"l": ("lorries", "trucks"), "h": ("harbour", "quay")}
PROSE = (PIER, ROOFS, VALVE, BRIDGE, INQUIRY, SLUICE, BAKERS, ORCHARD)


Row = Witness | Variant | Archetype | Copy | Part


class Traced(NamedTuple):
    """Articles, what cleaning made of them, and their lineage."""

    articles: dict[str, Article]
    blocks: list[Block]
    sentences: list[Sentence]
    tags: list[Tag]
    surfaces: dict[str, Surface]
    lineage: Lineage
    descent: Descent

    @property
    def family(self) -> Family:
        """The only family."""
        (family,) = self.lineage.families
        return family

    def parts(self, **kinds: str) -> list[Part]:
        """What the articles consist of. `kinds`: words of a block -> the kind that it is to have."""
        blocks = [
            replace(b, kind=next((k for w, k in kinds.items() if w in b.text), b.kind))
            for b in self.blocks
        ]
        found, descent = self.lineage, self.descent
        return parts_of(
            blocks, self.sentences, found.families, found.witnesses, found.variants, descent.swaps,
            descent.copies, self.tags,
        )  # fmt: skip

    def path(self, row: Row) -> str:
        """Where a row lies."""
        return self.articles[row.article_id].path

    def kinds(self) -> list[tuple[str, str, str]]:
        """Kind and both sides of each variant, the two sides in order of the alphabet."""
        rows = self.lineage.variants
        return sorted((v.kind, *sorted((v.base_text, v.text))) for v in rows)

    def carriers(self) -> set[tuple[str, ...]]:
        """For each family, the paths of its carriers."""
        found: dict[str, set[str]] = {}
        for witness in self.lineage.witnesses:
            found.setdefault(witness.family_id, set()).add(self.path(witness))
        return {tuple(sorted(paths)) for paths in found.values()}


def traced(*texts: str, codes: Mapping[tuple[str, ...], str] | None = None) -> Traced:
    """Articles `0.txt`, `1.txt`, … of these texts and their lineage."""
    return of_articles([article_of(text, path=f"{i}.txt") for i, text in enumerate(texts)], codes)


def of_articles(
    articles: Sequence[Article], codes: Mapping[tuple[str, ...], str] | None = None
) -> Traced:
    """The same of articles."""
    parts = [clean(article) for article in articles]
    sentences = [s for part in parts for s in part.sentences]
    tags = [t for part in parts for t in part.tags]
    made = surfaces(sentences, tags)
    found = trace(sentences, made, known_forms() if codes is None else codes)
    return Traced(
        {a.id: a for a in articles},
        [b for part in parts for b in part.blocks],
        sentences,
        tags,
        made,
        found,
        _descent(articles, tags, made, found),
    )


def _descent(
    articles: Sequence[Article], tags: Sequence[Tag], made: Mapping[str, Surface], found: Lineage
) -> Descent:
    return descend(
        articles,
        tags,
        found.families,
        found.witnesses,
        found.parallels,
        found.variants,
        found.swaps,
        {text: surface.words for text, surface in made.items()},
    )


def swapped(text: str, *pairs: tuple[str, str]) -> str:
    """`text` with whole words replaced; each must occur."""
    for old, new in pairs:
        text, times = re.subn(rf"(?<!\w){re.escape(old)}(?!\w)", new, text)
        assert times, old
    return text


def exchanged(where: Mapping[int, str]) -> str:
    """The sentences of FREIGHT. `where`: number of a sentence -> what is exchanged in it: `l` the lorries,
    `h` the harbour, `lh` both."""
    return "\n\n".join(
        swapped(text, *(_FREIGHT_WORDS[letter] for letter in where.get(number, "")))
        for number, text in enumerate(FREIGHT)
    )


_EXCHANGES = (
    ("wooden", "timber"), ("old", "ageing"), ("houses", "homes"), ("214", "241"), ("hand", "force"),
    ("Petra Olin", "Marta Vesk"), ("crowd", "throng"), ("international", "worldwide"),
    ("harbour", "harbor"), ("rusted", "corroded"), ("cellars", "basements"), ("late", "belated"),
)  # fmt: skip


@st.composite
def tellings(draw: st.DrawFn) -> str:
    """One of the sentences as a machine hands it on: words exchanged, left out, cut or shuffled."""
    text = draw(st.sampled_from(PROSE))
    for old, new in draw(st.lists(st.sampled_from(_EXCHANGES), max_size=3)):
        text = text.replace(old, new)
    words = text.split(" ")
    match draw(st.sampled_from(["whole", "whole", "head", "tail", "hole", "marks"])):
        case "head":
            words = words[draw(st.integers(1, 10)) :]
        case "tail":
            words = words[: -draw(st.integers(1, 10))]
        case "hole":
            at = draw(st.integers(2, 12))
            words = words[:at] + words[at + draw(st.integers(1, 3)) :]
        case "marks":
            words = [word.replace('"', "“") for word in words]
    return " ".join(words)


def bodies() -> st.SearchStrategy[str]:
    """An article of such sentences, some of them glued."""
    parts = st.lists(tellings(), min_size=1, max_size=5)
    return st.tuples(parts, st.sampled_from(["\n\n", " ", ""])).map(lambda two: two[1].join(two[0]))


def piles() -> st.SearchStrategy[list[Article]]:
    """Some articles that share such sentences."""
    return st.lists(bodies(), min_size=2, max_size=5).map(
        lambda texts: [article_of(text, path=f"{i}.txt") for i, text in enumerate(texts)]
    )


def ids(rows: Iterable[object]) -> list[str]:
    """The ids of rows."""
    return [row.id for row in rows]  # type: ignore[attr-defined]
