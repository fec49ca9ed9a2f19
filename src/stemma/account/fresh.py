"""Events that no report dates, but that a report of a known day tells as news: they lie likely in the week
before it was said."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from stemma.account.slots import LIKELY, When
from stemma.model import Mention, Timex

BEFORE = 6  # days by which nearly all that is told as news in the simple past lies back
TOLD = f"{LIKELY}: told as news"


class SaidOn(NamedTuple):
    """The days on which a sentence was said, with what shows them."""

    first: str
    last: str
    why: str


class Fresh:
    """What is known of when sentences were said. `said`: sentence -> its days; `news`: mentions that tell a
    deed as news is told; `times`: the expressions of time of all sentences."""

    def __init__(
        self, said: Mapping[str, SaidOn], news: Collection[str], times: Iterable[Timex]
    ) -> None:
        self._said, self._news = said, news
        self._times: dict[str, list[Timex]] = defaultdict(list)
        for one in times:
            self._times[one.sentence_id].append(one)

    def when(self, mentions: Sequence[Mention]) -> When | None:
        """The week before the first report that tells an event as news; None if none does, or if it names
        other days: `the bank, which opened in 1990, made a loss in a crisis`."""
        weeks = []
        for one in mentions:
            said = self._said.get(one.sentence_id)
            sure = one.polarity == "positive" and one.certainty == "certain"
            if said is None or one.id not in self._news or one.timex_id or not sure:
                continue
            first = (date.fromisoformat(said.last) - timedelta(days=BEFORE)).isoformat()
            if not self._tells_of_others(one.sentence_id, first, said.last):
                weeks.append((said.last, first, one.id, said.why))
        if not weeks:
            return None
        last, first, name, why = min(weeks)
        return When(first, last, f"{TOLD} in {name}, and {why}", False)

    def _tells_of_others(self, sentence: str, first: str, last: str) -> bool:
        """Whether a sentence names days that lie before that week, which may be those of all it tells of."""
        return any(one.last is not None and one.last < first for one in self._times[sentence])
