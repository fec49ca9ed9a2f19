"""An event -> its page: who did it to whom, where and when, as each page has it; who says that it happened
and who does not; its wordings, figures, disagreements and footing."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from stemma.model import Event, Figure, Mention, Sentence, Timex
from stemma.report.days import day_of, short
from stemma.report.deeds import counted, footing, kind, label, marked
from stemma.report.disputes import dispute, grouped
from stemma.report.happened import sentence_of, when
from stemma.report.plain import one_line
from stemma.report.shown import SPAN, Shown, titles
from stemma.report.tale import Dispute, Words
from stemma.report.words import listed
from stemma.web.eventrows import Told, named, told_of
from stemma.web.held import Held
from stemma.web.links import address, address_of, passage
from stemma.web.rowpages import Bit

_MOST = 60  # wordings, and pages of one of them
_NAMES = 6

# (time, whether it is uncertain) -> what is said, and what with a no.
_CLAIMS = {
    ("past", False): ("happened", "did not happen"),
    ("present", False): ("is so, or goes on", "is not so"),
    ("future", False): ("is to happen", "will not happen"),
    ("past", True): ("may have happened", "may not have happened"),
    ("present", True): ("may be so", "may not be so"),
    ("future", True): ("may happen, or is asked for", "may not happen"),
}


class Spot(NamedTuple):
    """Where a page says so."""

    siglum: str
    href: str
    title: str


class Value(NamedTuple):
    """What some pages have in a slot; `beside`: in which of their words, or how that is known."""

    text: str
    href: str
    beside: str
    spots: tuple[Spot, ...]


class Slot(NamedTuple):
    """A question about the event. `said`: what the account says; `why`: what shows it; `values`: as pages
    have it, what most of them have first."""

    name: str
    said: str
    why: tuple[Bit, ...]
    values: tuple[Value, ...]


class Claim(NamedTuple):
    """What is said of whether it happened, and by whom."""

    said: str
    voices: tuple[Value, ...]


class Wording(NamedTuple):
    """A sentence that reports the event, with all pages that have it in these or nearly these words."""

    words: tuple[Words, ...]
    href: str
    family: str
    spots: tuple[Spot, ...]
    more: int
    how: str


class EventPage(NamedTuple):
    """The page."""

    id: str
    remark: str
    title: str
    kind: str
    codes: str
    story: str
    story_title: str
    words: tuple[Words, ...]
    href: str
    status: str
    slots: tuple[Slot, ...]
    claims: tuple[Claim, ...]
    figures: tuple[Value, ...]
    disputes: tuple[Dispute, ...]
    wordings: tuple[Wording, ...]
    more: int
    footing: tuple[str, ...]
    reasons: tuple[str, ...]


def event_page(held: Held, row_id: str) -> EventPage:
    """The page of an event. Raises UnknownRow."""
    name, remark = named(held, row_id)
    shown = held.alone
    told = told_of(held, name)
    event = told.event
    wordings = _wordings(shown, told)
    story = shown.rows.stories.get(event.story_id or "")
    codes = (event.mode, *event.contexts, f"CAMEO {event.cameo}" if event.cameo else None)
    return EventPage(
        id=event.id,
        remark=remark,
        title=_title(event),
        kind=kind(event),
        codes=one_line(", ".join(filter(None, codes))),
        story=address("stories", story.id) if story else "",
        story_title=one_line(story.title) if story else "",
        words=sentence_of(shown, event),
        href=passage(event.article_id, event.start, event.end),
        status=event.status,
        slots=tuple(_slots(shown, told)),
        claims=_claims(shown, told),
        figures=_figures(shown, told.figures),
        disputes=tuple(dispute(shown, held_) for held_ in grouped(told.conflicts)),
        wordings=tuple(wordings[:_MOST]),
        more=max(len(wordings) - _MOST, 0),
        footing=footing(event),
        reasons=tuple(shown.reason(event.how).split("; ")),
    )


def _title(event: Event) -> str:
    said = label(event)
    names = [one_line(name) for name in event.actors]
    return f"{said}: {listed(names, _NAMES)}" if names and said == event.predicate else said


def _slots(shown: Shown, told: Told) -> Iterable[Slot]:
    event = told.event
    who, whom = (
        listed([one_line(name) for name in names], _NAMES)
        for names in (event.actors, event.recipients)
    )
    rows = shown.rows
    events = {one.id: one for one in (rows.events or {}).get(event.story_id or "", ())}
    yield Slot("Who", who, (), _actors(shown, told, lambda one: (one.actors, one.actor_ids)))
    yield Slot(
        "To whom", whom, (), _actors(shown, told, lambda one: (one.recipients, one.recipient_ids))
    )
    where = one_line(" · ".join(filter(None, (event.place, event.country))))
    yield Slot("Where", where, (), _values(shown, told, _place))
    yield Slot(
        "When", when(event, told.moment, events), _why(shown, event.date_how),
        _values(shown, told, lambda one: _day(shown, one)),
    )  # fmt: skip


def _why(shown: Shown, how: str) -> tuple[Bit, ...]:
    """A reason in which each passage that it names is a link to its words, by the letter of its page."""
    found: list[Bit] = []
    at = 0
    for name in SPAN.finditer(how):
        if name[1] in shown.rows.sigla:
            found.append(Bit(shown.reason(how[at : name.start()] + "|")[:-1]))
            found.append(
                Bit(shown.rows.sigla[name[1]], passage(name[1], int(name[2]), int(name[3])))
            )
            at = name.end()
    return (*found, Bit(shown.reason("|" + how[at:])[1:]))


Said = tuple[str, str, str] | None  # text, where it leads, what is beside it


def _values(shown: Shown, told: Told, said: Callable[[Mention], Said]) -> tuple[Value, ...]:
    """What the mentions say, each once, with the pages that say so."""
    return _folded(shown, [(one, found) for one in told.mentions if (found := said(one))])


def _actors(
    shown: Shown, told: Told, names: Callable[[Mention], tuple[Sequence[str], Sequence[str]]]
) -> tuple[Value, ...]:
    found: list[tuple[Mention, tuple[str, str, str]]] = []
    for one in told.mentions:
        words, ids = names(one)
        known = ids if len(ids) == len(words) else [""] * len(words)
        for text, actor in zip(words, known, strict=True):
            name = shown.rows.actors.get(actor, "")
            beside = f"“{one_line(text)}”" if name and text.casefold() != name.casefold() else ""
            href = address("actors", actor) if name else ""
            found.append((one, (one_line(name or text), href, beside)))
    return _folded(shown, found)


def _folded(
    shown: Shown, found: Sequence[tuple[Mention, tuple[str, str, str]]]
) -> tuple[Value, ...]:
    held: dict[tuple[str, str], list[tuple[Mention, str]]] = {}
    shown_as: dict[tuple[str, str], str] = {}
    for one, (text, href, beside) in found:
        key = (text.casefold(), href)
        shown_as.setdefault(key, text)
        held.setdefault(key, []).append((one, beside))
    made = [
        Value(
            shown_as[key],
            key[1],
            listed(list(dict.fromkeys(beside for _, beside in some if beside)), _NAMES),
            _spots(shown, [one for one, _ in some])[0],
        )
        for key, some in held.items()
    ]
    return tuple(sorted(made, key=lambda value: -len(value.spots)))


def _place(one: Mention) -> Said:
    return (one_line(one.place), "", "") if one.place else None


def _day(shown: Shown, one: Mention) -> Said:
    days = short(day_of(one.first), day_of(one.last))
    if not days:
        return None
    timex = _timex(shown, one)
    if timex is None:
        return days, "", ""
    return days, "", one_line(f"“{timex.text}”, {timex.how}")


def _timex(shown: Shown, one: Mention) -> Timex | None:
    some = shown.rows.timexes.get(one.sentence_id, ())
    return next((timex for timex in some if timex.id == one.timex_id), None)


def _claims(shown: Shown, told: Told) -> tuple[Claim, ...]:
    """Whether it happened, as each voice has it: what most pages say first."""
    held: dict[str, list[tuple[Mention, tuple[str, str, str]]]] = {}
    for one in told.mentions:
        held.setdefault(claim(one), []).append((one, (_voice(told, one), "", "")))
    made = [Claim(said, _folded(shown, some)) for said, some in held.items()]
    pages = {said: len({one.article_id for one, _ in some}) for said, some in held.items()}
    return tuple(sorted(made, key=lambda one: (-pages[one.said], one.said)))


def _voice(told: Told, one: Mention) -> str:
    """Whose words a mention is in: the innermost voice's, else the page's own."""
    quote = told.quotes.get(one.quote_id or "")
    speaker = quote.speaker if quote else None
    by = speaker or (one.sources[-1].removeprefix("!") if one.sources else None)
    return one_line(by or "the page itself")


def claim(one: Mention) -> str:
    """What a mention says of whether it happened."""
    yes, no = _CLAIMS.get(
        (one.time, one.certainty in ("possible", "unclear")), _CLAIMS["past", False]
    )
    return no if one.polarity == "negative" else yes


def _figures(shown: Shown, figures: Sequence[Figure]) -> tuple[Value, ...]:
    held: dict[str, list[Figure]] = {}
    for one in figures:
        held.setdefault(
            counted(shown.rows.articles[one.article_id].text, one).casefold(), []
        ).append(one)
    return tuple(
        Value(
            counted(shown.rows.articles[some[0].article_id].text, some[0]), address_of(some[0].id), "",
            tuple(_spot(shown, one.article_id, one.start, one.end) for one in some[:_MOST]),
        )
        for some in held.values()
    )  # fmt: skip


def _wordings(shown: Shown, told: Told) -> list[Wording]:
    """The sentences that report it, those of one family together."""
    held: dict[str, list[Mention]] = {}
    sentences: dict[str, Sentence] = {}
    families: dict[str, str] = {}
    for article in {one.article_id for one in told.mentions}:
        sentences |= {one.id: one for one in shown.rows.sentences.get(article, ())}
        for witness in shown.rows.in_article.get(article, ()):
            if witness.family_id in told.event.family_ids:
                families.setdefault(witness.sentence_id, witness.family_id)
    for one in told.mentions:
        if one.sentence_id in sentences:
            same = one_line(sentences[one.sentence_id].text)
            held.setdefault(families.get(one.sentence_id, same), []).append(one)
    made = [_wording(shown, some, sentences, families) for some in held.values()]
    return sorted(made, key=lambda one: (-len(one.spots) - one.more, one.spots[0].title))


def _wording(
    shown: Shown,
    mentions: Sequence[Mention],
    sentences: dict[str, Sentence],
    families: dict[str, str],
) -> Wording:
    order = shown.rows.order
    ordered = sorted(mentions, key=lambda one: (order[one.article_id], one.start))
    first = sentences[ordered[0].sentence_id]
    spans = {(one.start, one.end) for one in ordered if one.sentence_id == first.id}
    family = families.get(first.id, "")
    spots, more = _spots(shown, ordered, sentences)
    return Wording(
        marked(first.text, first.start, spans),
        passage(first.article_id, first.start, first.end),
        address("families", family) if family else "",
        spots,
        more,
        shown.reason(ordered[0].how),
    )


def _spots(
    shown: Shown, mentions: Sequence[Mention], sentences: dict[str, Sentence] | None = None
) -> tuple[tuple[Spot, ...], int]:
    """The first on each page: its words, or their whole sentence."""
    order = shown.rows.order
    found: dict[str, Spot] = {}
    for one in sorted(mentions, key=lambda one: (order[one.article_id], one.start)):
        where = sentences[one.sentence_id] if sentences else one
        spot = _spot(shown, one.article_id, where.start, where.end)
        found.setdefault(one.article_id, spot)
    return tuple(found.values())[:_MOST], max(len(found) - _MOST, 0)


def _spot(shown: Shown, article: str, start: int, end: int) -> Spot:
    title = titles(shown.rows, shown.rows.articles[article])
    return Spot(shown.rows.sigla[article], passage(article, start, end), title)
