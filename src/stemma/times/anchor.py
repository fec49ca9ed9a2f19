"""When something was said, as far as that is known."""

from dataclasses import dataclass
from datetime import date

from stemma.times.values import days_of


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day on which a passage was said: from `first` to `last`, both the same if it is known, both None
    if nothing is."""

    first: date | None = None
    last: date | None = None

    @classmethod
    def on(cls, day: date) -> "Anchor":
        """A day that is known."""
        return cls(day, day)

    @classmethod
    def of(cls, value: str) -> "Anchor":
        """By a TIMEX3 value: of a month or a year, any day of it; of what names no day, unknown."""
        days = days_of(value)
        return cls(*days) if days else cls()

    @property
    def days(self) -> tuple[date, ...]:
        """The ends of the stretch: none, one, or two days."""
        if self.first is None or self.last is None:
            return ()
        return (self.first,) if self.first == self.last else (self.first, self.last)

    def __str__(self) -> str:
        return " to ".join(spoken(day) for day in self.days) or "an unknown day"


def spoken(day: date) -> str:
    """A day in words: `Wednesday 12 April 2017`."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


UNKNOWN = Anchor()
