"""Events that no report dates, but that a report of a known day tells as news, or beside a deed of a known
day: they lie likely in the week before it was said, or done."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from stemma.account.slots import LIKELY, When, days_of
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
    deed as news is told; `times`: the expressions of time of all sentences; `passing`: mention -> those of
    the deed beside which it is told in passing."""

    def __init__(
        self,
        said: Mapping[str, SaidOn],
        news: Collection[str],
        times: Iterable[Timex],
        passing: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self._said, self._news, self._passing = said, news, passing or {}
        self._times: dict[str, list[Timex]] = defaultdict(list)
        for one in times:
            self._times[one.sentence_id].append(one)

    def when(self, mentions: Sequence[Mention]) -> When | None:
        """The week before the first report that tells an event as news, or up to the day of the deed beside
        which it is told; None if none does, or if it names other days: `the bank, which opened in 1990, made
        a loss in a crisis`."""
        weeks = []
        for one in mentions:
            sure = one.polarity == "positive" and one.certainty == "certain"
            last, why = self._latest(one) if sure and not one.timex_id else ("", "")
            if not last:
                continue
            first = (date.fromisoformat(last) - timedelta(days=BEFORE)).isoformat()
            if not self._tells_of_others(one.sentence_id, first, last):
                weeks.append((last, first, one.id, why))
        if not weeks:
            return None
        last, first, name, why = min(weeks)
        return When(first, last, f"{TOLD} in {name}{why}", False)

    def _latest(self, one: Mention) -> tuple[str, str]:
        """The last day on which a deed can lie that is told so, and what shows it; empty if none is known."""
        said = self._said.get(one.sentence_id)
        if one.id in self._news and said:
            return said.last, f", and {said.why}"
        beside = self._passing.get(one.id, ())
        named = [time for time in self._times[one.sentence_id] if time.id in beside]
        days = [(days_of(time), time) for time in named]
        known = [(last, time) for (first, last), time in days if first and first == last]
        if len(known) != 1:
            return "", ""
        last, time = known[0]
        return last or "", f" beside '{time.text}'" + (
            f", {time.anchor_how}" if time.anchor_how else ""
        )

    def _tells_of_others(self, sentence: str, first: str, last: str) -> bool:
        """Whether a sentence names days that lie before that week, which may be those of all it tells of."""
        return any(one.last is not None and one.last < first for one in self._times[sentence])
