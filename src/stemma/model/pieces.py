"""What an article consists of, and which article is another one once more."""

from dataclasses import dataclass

from stemma.model.base import column


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of an article's text, and where it comes from as far as the pile shows."""

    id: str = column("id of the span")
    article_id: str = column("the article")
    sentence_id: str = column("the sentence that it is or lies in")
    start: int = column("first character")
    end: int = column("behind the last character")
    kind: str = column(
        "own (in no other article: its own, or from a text not in the pile), exemplar (others have it from "
        "here), undecided (which came first is not shown), copied, swapped (copied, with words exchanged), "
        "orphaned (quoted words that lost the clause which another witness has), quotation (quoted words "
        "that others have as well) or foreign (of another story)"
    )
    family_id: str | None = column("the family that it is a witness of")
    copy_id: str | None = column("the edge that says what it was copied from")
    how: str = column("the reason")
    text: str = column("the characters themselves")


@dataclass(frozen=True, slots=True)
class Repeat:
    """An article that comes again: what it has, another one has in the same order, but for some words."""

    id: str = column("`repeat-` and the article")
    article_id: str = column("the article")
    repeated_id: str = column("the article that it repeats, which itself repeats none")
    passages: int = column("its passages, and its sentences that are in no other article")
    common: int = column("of these, those that the repeated article has in the same order")
    how: str = column("the reason")
