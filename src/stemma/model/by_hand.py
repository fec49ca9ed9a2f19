"""What a person wrote about speakers and actors, on its way to the stages that apply it, and what became of
it there. These tables are the case's own."""

from dataclasses import dataclass

from stemma.model.base import Names, column


@dataclass(frozen=True, slots=True)
class Given:
    """Whose a quote is, by a person who knows."""

    id: str = column("the correction")
    quote_id: str = column("the quote")
    speaker: str = column("who said it; empty if the speaker that was found is wrong")
    why: str | None = column("the reason given")


@dataclass(frozen=True, slots=True)
class Together:
    """Names that mean one actor, by a person who knows."""

    id: str = column("the correction")
    names: Names = column("the names")
    why: str | None = column("the reason given")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a correction, in one story if it is about actors."""

    id: str = column("the correction, and the story if it is looked for in several")
    correction_id: str = column("the correction")
    done: bool = column("whether it was applied here")
    how: str = column("what was applied, or why nothing was")


def reason(why: str | None) -> str:
    """How a row says that a person corrected it."""
    return f"corrected by hand ({why})" if why else "corrected by hand"
