"""Records of a check: what a draft's sentences rest on. They are no tables of a case; a check changes
none."""

from dataclasses import dataclass

from stemma.model.base import Names, column


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that a sentence of a draft was held against."""

    id: str = column("id of the sentence in the case; of a primary document, of its sentence there")
    article_id: str = column("the article, or the primary document")
    path: str = column("its path")
    start: int = column("first character of the sentence")
    end: int = column("behind its last character")
    shared: Names = column("spans in it, `first-last`, of words that the draft's sentence has too")
    same: float = column("how likely it is that it tells the same, from 0 to 1")
    primary: bool = column("whether it is a primary document and no article of the pile")
    pages: int = column("articles that have this very sentence")
    family_id: str | None = column("the family that it belongs to")
    statement_id: str | None = column("what the family says")
    text: str = column("the characters themselves")


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found of some words of a draft."""

    verdict: str = column("one of the verdicts")
    start: int = column("first character of these words in the draft")
    end: int = column("behind their last character")
    said: str = column("what was found, in words")
    article_id: str | None = column("the article that shows it")
    evidence_start: int | None = column("first character there")
    evidence_end: int | None = column("behind the last character there")
    evidence_id: str | None = column("the sentence, quote, figure or time there")
    evidence: str = column("the characters there")


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence of a draft with its verdict and all that it rests on."""

    id: str = column("`check-`, the draft and the span")
    draft_id: str = column("the draft, as an article would be called")
    start: int = column("first character in the draft")
    end: int = column("behind the last character")
    block: str = column("the kind of block that it stands in")
    block_start: int = column("first character of that block")
    verdict: str = column("the gravest of its findings")
    findings: tuple[Finding, ...] = column("all that was found of it, gravest first")
    evidence: tuple[Evidence, ...] = column("the passages that tell the same, likeliest first")
    nearest: tuple[Evidence, ...] = column("without such passages, the nearest ones")
    carriers: int = column("articles that have one of these passages")
    reporters_min: int = column("reporters, at least: shown to be separate")
    reporters_max: int = column("reporters, at most: not shown to be dependent")
    reporters: Names = column("names of the reporters that are known")
    bases: Names = column("whom or which documents they go by")
    statement_ids: Names = column("statements of these passages")
    family_ids: Names = column("families of these passages")
    saying_ids: Names = column("what speakers said that these passages report")
    quote_ids: Names = column("quotes in these passages")
    figure_ids: Names = column("figures in these passages")
    how: str = column("why it has this verdict")
    text: str = column("the characters themselves")


@dataclass(frozen=True, slots=True)
class Check:
    """A draft, checked. `text`: the whole draft, which offsets count in; `case`: the folder's name."""

    draft_id: str
    path: str
    title: str
    case: str
    text: str
    articles: int
    documents: Names
    sentences: tuple[Checked, ...]
    remarks: Names = ()
