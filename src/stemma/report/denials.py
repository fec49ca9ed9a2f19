"""Who denies what, for the sayings that the report shows."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from stemma.model import Quote, Saying
from stemma.report.heard import Named
from stemma.report.where import Place

Places = Callable[[Iterable[Quote]], tuple[Place, ...]]


class Denials:
    """The sayings of a story by their quotes. `quotes`: by id; `names`: quote -> the name that its speaker
    goes by; `places`: quotes -> where they stand."""

    def __init__(
        self,
        sayings: Mapping[str, Saying],
        quotes: Mapping[str, Quote],
        names: Mapping[str, str],
        places: Places,
    ) -> None:
        self._sayings, self._quotes, self._names, self._places = sayings, quotes, names, places
        self._of = {name: row for row in sayings.values() for name in row.quote_ids}

    def by(self, held: Sequence[Quote]) -> tuple[Named, ...]:
        """Who denies what these quotes say."""
        return self._named(name for row in self._rows(held) for name in row.denied_by)

    def of(self, held: Sequence[Quote]) -> tuple[Named, ...]:
        """Whose words these quotes deny; nobody's name where pages say it themselves."""
        named = [name for row in self._rows(held) for name in row.denies]
        pages = any(name not in self._sayings for name in named)
        return (*self._named(named), *([Named("", ())] if pages else []))

    def concern(self, held: Sequence[Quote]) -> bool:
        """Whether some of these quotes deny something or are denied."""
        return any(row.denies or row.denied_by for row in self._rows(held))

    def _rows(self, held: Sequence[Quote]) -> list[Saying]:
        found = {row.id: row for row in (self._of.get(q.id) for q in held) if row is not None}
        return [found[name] for name in sorted(found)]

    def _named(self, sayings: Iterable[str]) -> tuple[Named, ...]:
        found: dict[str, list[Quote]] = {}
        for name in dict.fromkeys(sayings):
            row = self._sayings.get(name)
            quotes = [self._quotes[q] for q in row.quote_ids if q in self._quotes] if row else []
            if row and quotes:
                who = self._names.get(quotes[0].id, row.speaker)
                found.setdefault(who, []).extend(quotes)
        return tuple(Named(who, self._places(quotes)) for who, quotes in found.items())
