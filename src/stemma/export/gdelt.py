"""Events and their mentions as GDELT 2.0 writes them: tabs between, no line of names, unknown is empty.

GDELT has no place for what was planned, asked for, denied or disputed, so that this is left out, and counted
in the note. Reports that are copies stay mentions, but raise no number of sources.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from stemma.case import Case
from stemma.export.coding import cameo, quad_class, role, score
from stemma.export.files import write
from stemma.export.happened import (
    Happened,
    Party,
    days,
    happened,
    load,
    note,
    one_day,
    parties,
    published,
    typed,
    untyped,
)
from stemma.export.polecat import Row, cell
from stemma.model import Event, Mention
from stemma.remarks import count
from stemma.text.countries import nations

_OF_AN_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code",
    "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
_OF_A_PLACE = (
    "Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID",
)  # fmt: skip
EVENTS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{n}{name}" for n in (1, 2) for name in _OF_AN_ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"{of}Geo_{name}" for of in ("Actor1", "Actor2", "Action") for name in _OF_A_PLACE),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
MENTIONS = (
    "GLOBALEVENTID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName",
    "MentionIdentifier", "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset",
    "InRawText", "Confidence", "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
_WEB, _CITED = "1", "2"  # a mention is known by an address, or by other means
_COUNTRY = "1"  # as a place


def gdelt(case: Case, folder: Path) -> list[Path]:
    """`gdelt-events.tsv`, `gdelt-mentions.tsv`, and a note that names their columns."""
    rows = load(case)
    kept = [event for event in typed(rows) if happened(event)]
    return [
        write(folder / "gdelt-events.tsv", _lines(EVENTS, (_event(rows, e) for e in kept))),
        write(folder / "gdelt-mentions.tsv", _lines(MENTIONS, mentions(rows, kept))),
        write(folder / "gdelt-note.txt", [_note(rows, kept)]),
    ]


def mentions(rows: Happened, events: Iterable[Event]) -> Iterator[Row]:
    """A row for each report of the events."""
    for event in events:
        for mention in rows.mentions.get(event.id, []):
            yield _mention(rows, event, mention)


def _lines(columns: Iterable[str], rows: Iterable[Row]) -> Iterator[str]:
    columns = list(columns)
    for row in rows:
        yield "\t".join(cell(row.get(name)) for name in columns) + "\n"


# -- events ---------------------------------------------------------------------------------------


def _event(rows: Happened, event: Event) -> Row:
    article, scale = rows.articles[event.article_id], score(event)
    who = parties(rows, event.actors, event.actor_ids)
    whom = parties(rows, event.recipients, event.recipient_ids)
    return {
        "GLOBALEVENTID": event.id,
        **_dates(event),
        **_actor("Actor1", who),
        **_actor("Actor2", whom),
        **_code(cameo(event)),
        "GoldsteinScale": None if scale is None else f"{scale:.1f}",
        "NumMentions": str(event.mentions),
        "NumSources": str(event.reporters_min),
        "NumArticles": str(event.carriers),
        **_place(event),
        "DATEADDED": _seen(rows, event),
        "SOURCEURL": article.url or article.path,
    }


def _dates(event: Event) -> Row:
    """Day, month and year, each if it is one. The fraction is told as GDELT does it, as if each month had 30
    days."""
    found = days(event)
    if found is None:
        return {}
    first, last = (day.replace("-", "") for day in found)
    day = one_day(event)
    part = date.fromisoformat(day) if day else None
    return {
        "SQLDATE": first if first == last else None,
        "MonthYear": first[:6] if first[:6] == last[:6] else None,
        "Year": first[:4] if first[:4] == last[:4] else None,
        "FractionDate": f"{part.year + (part.month * 30 + part.day) / 365:.4f}" if part else None,
    }


def _actor(side: str, found: list[Party]) -> Row:
    """The first of them, since there is room for one."""
    if not found:
        return {}
    name, actor = found[0]
    if actor is None:
        return {f"{side}Name": name}
    return {
        f"{side}Code": (actor.country or "") + role(actor),
        f"{side}Name": name,
        f"{side}CountryCode": actor.country,
        f"{side}Type1Code": role(actor),
    }


def _code(code: str | None) -> Row:
    if not code:
        return {}
    return {
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": str(quad_class(code)),
    }


def _place(event: Event) -> Row:
    names = {nation.code: nation.name for nation in nations().values()}
    country = names.get(event.country or "")
    parts = [event.place, country if country != event.place else None]
    return {
        "ActionGeo_Type": _COUNTRY if country and event.place in (None, country) else None,
        "ActionGeo_FullName": ", ".join(part for part in parts if part) or None,
    }


# -- mentions -------------------------------------------------------------------------------------


def _mention(rows: Happened, event: Event, mention: Mention) -> Row:
    article = rows.articles[mention.article_id]
    number = rows.numbers.get(mention.sentence_id)
    return {
        "GLOBALEVENTID": event.id,
        "EventTimeDate": _seen(rows, event),
        "MentionTimeDate": _stamp(published(article)),
        "MentionType": _WEB if article.url else _CITED,
        "MentionSourceName": article.site,
        "MentionIdentifier": article.url or article.path,
        "SentenceID": str(number) if number else None,
        "Actor1CharOffset": _offset(rows, mention, mention.actors),
        "Actor2CharOffset": _offset(rows, mention, mention.recipients),
        "ActionCharOffset": str(mention.start),
        "InRawText": "1",
        "MentionDocLen": str(len(article.text)),
        "Extras": mention.id,
    }


def _offset(rows: Happened, mention: Mention, names: Iterable[str]) -> str | None:
    """Where the first of these words stand in the article, if their sentence has them once."""
    sentence, name = rows.sentences.get(mention.sentence_id), next(iter(names), "")
    if sentence is None or not name or sentence.text.count(name) != 1:
        return None
    return str(sentence.start + sentence.text.index(name))


def _seen(rows: Happened, event: Event) -> str | None:
    """When it was first reported, as far as its articles are dated."""
    held = {mention.article_id for mention in rows.mentions.get(event.id, [])}
    dated = [day for name in held if (day := published(rows.articles[name]))]
    return _stamp(min(dated, default=None))


def _stamp(day: str | None) -> str | None:
    return day.replace("-", "") + "000000" if day else None


def _note(rows: Happened, kept: list[Event]) -> str:
    other = len(typed(rows)) - len(kept)
    undated = sum(one_day(event) is None for event in kept)
    return note(
        f"gdelt-events.tsv: {count(len(kept), 'event')}.",
        f"gdelt-mentions.tsv: {count(sum(1 for _ in mentions(rows, kept)), 'report')} of them.",
        untyped(rows),
        "Left out, since they are planned, possible, asked for, not done or disputed, for which GDELT has "
        f"no place: {count(other, 'event')}.",
        f"Without a SQLDATE, since no single day is known: {count(undated, 'event')}.",
        "NumSources: reporters, at least. DATEADDED, EventTimeDate: the first day on which an article of "
        "the pile reports it, as these are dated; no hour is known.",
        "",
        "Columns of gdelt-events.tsv: " + ", ".join(EVENTS) + ".",
        "Columns of gdelt-mentions.tsv: " + ", ".join(MENTIONS) + ".",
    )
