"""A case whose events are made by hand: two invented stories, with all statuses, and text that no format may
take for its own."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests.strategies import article_of

from stemma.case import Case, write_frame
from stemma.frames import frame_of
from stemma.model import (
    TABLES,
    Actor,
    ActorMention,
    Article,
    Block,
    Event,
    Figure,
    Mention,
    Moment,
    Sentence,
    Story,
    span_id,
)

RAID = "On Tuesday the guards of Lorn shelled the old mill at Weir, killing 14 people."
TALKS = 'Minister Ada Voss met "Butcher" Karl Brandt in Weir, the office said; they spoke of grain, and fish.'
VETO = "Lorn did not veto the treaty."
PLAN = "Lorn will send flour to Weir on 9 May."
DOUBT = "Voss has resigned, one paper says; her office denies it."
NASTY = (
    "Brandt\twas\narrested = {100 %} & \\N_o #1 ~ ^ | , ; ünder «Schloß» \x01 in the night — 漢字"
    + " 漢字" * 60
)
CHEESE = "The cheese won."
LEFT_OUT = "The sun rose over the valley."

FIRST = "\n\n".join(("Mill shelled", RAID, TALKS, VETO, PLAN))
SECOND = "\n\n".join(("Talks {held} 100%", RAID, DOUBT, NASTY, LEFT_OUT))
THIRD = CHEESE


def articles() -> list[Article]:
    """Three pages: one with all that can be known, one strange, one bare."""
    one = replace(
        article_of(FIRST, "Mill shelled", "The Weir Gazette & Post", "1-weir.html"),
        url="https://gazette.example/mill?a=1&b={2}", byline="By Ada Merrow and Joe van Dorn",
        published="2019-04-03T08:30:00Z", published_how="given", language="en",
    )  # fmt: skip
    two = replace(
        article_of(SECOND, "Talks {held} 100%", "daily_gull.example", "2_gull#3.txt"),
        byline="Lorn Press Agency", published="2019-04-05", published_how="extracted",
        language="en",
    )  # fmt: skip
    return [one, two, article_of(THIRD, path="3.txt")]


def story_of(article: Article, title: str, carriers: int) -> Story:
    return Story(f"story-{article.id}", title, article.id, carriers, carriers, (), "made by hand")


def actor_of(article: Article, words: str, kind: str, name: str, **known: object) -> Actor:
    start = article.text.index(words)
    values = {"aliases": (), "titles": (), "country": None, "sector": None, **known}
    return Actor(
        id=f"actor-{article.id}-{start}-{start + len(words)}", story_id=f"story-{articles()[0].id}",
        name=name, kind=kind, carriers=1, article_id=article.id, start=start, end=start + len(words),
        how="made by hand", text=words, **values,
    )  # fmt: skip


def actors() -> list[Actor]:
    one, two, _ = articles()
    return [
        actor_of(one, "Lorn", "country", "Lorn", country="LTU", aliases=("the guards of Lorn",)),
        actor_of(
            one, "Ada Voss", "person", "Ada Voss", country="LTU", sector="GOV", titles=("Minister",)
        ),
        actor_of(one, "Karl Brandt", "person", 'Karl "Butcher" Brandt', sector="JRN"),
        actor_of(two, "one paper", "media", "one paper", sector="JRN"),
    ]


def sentence_of(article: Article, text: str) -> Sentence:
    start = article.text.index(text)
    name = span_id("sentence", article.id, start, start + len(text))
    return Sentence(
        name, article.id, "block", start, start + len(text), False, "made by hand", text
    )


def mention_of(
    article: Article, text: str, word: str, event: str | None, **known: object
) -> Mention:
    start = article.text.index(text) + text.index(word)
    values: dict[str, object] = {
        "type": None, "mode": None, "contexts": (), "cameo": None, "actors": (), "actor_ids": (),
        "recipients": (), "recipient_ids": (), "place": None, "first": None, "last": None,
        "timex_id": None, "polarity": "positive", "certainty": "certain", "time": "past", "sources": (),
        "quote_id": None, "stands": "main", **known,
    }  # fmt: skip
    return Mention(
        id=span_id("mention", article.id, start, start + len(word)), event_id=event,
        article_id=article.id, sentence_id=sentence_of(article, text).id, story_id=None, start=start,
        end=start + len(word), predicate=word, how="made by hand", text=word, **values,
    )  # fmt: skip


def event_of(article: Article, text: str, word: str, **known: object) -> Event:
    start = article.text.index(text)
    at = start + text.index(word)
    values: dict[str, object] = {
        "story_id": f"story-{articles()[0].id}", "type": None, "mode": None, "contexts": (), "cameo": None,
        "actors": (), "actor_ids": (), "recipients": (), "recipient_ids": (), "place": None,
        "country": None, "date": None, "first": None, "last": None, "date_how": "unknown",
        "status": "done", "said_by": (), "denied_by": (), "mentions": 1, "family_ids": (), "carriers": 1,
        "texts": 1, "reporters_min": 1, "reporters_max": 1, "reporters": (), "bases": (), **known,
    }  # fmt: skip
    return Event(
        id=f"event-{article.id}-{at}-{at + len(word)}", predicate=word, article_id=article.id, start=start,
        end=start + len(text), how="made by hand", text=text, **values,
    )  # fmt: skip


def events() -> list[Event]:
    """In the order of the timelines: the raid, the talks, the veto, the plan, the doubt, what has no type,
    the strange one; and one of another story."""
    one, two, three = articles()
    lorn, voss, brandt, _ = (actor.id for actor in actors())
    return [
        event_of(
            one, RAID, "shelled", type="ASSAULT", mode="heavy-weapons", contexts=("military", "crime"),
            cameo="194", actors=("Lorn",), actor_ids=(lorn,), recipients=("the old mill",), place="Weir",
            country="LTU", date="2019-04-02", first="2019-04-02", last="2019-04-02",
            date_how="relative: Tuesday", mentions=2, carriers=2, reporters_min=1, reporters_max=2,
            bases=("the mayor",), said_by=("the mayor",),
        ),
        event_of(
            one, TALKS, "met", type="CONSULT", actors=("Ada Voss", 'Karl "Butcher" Brandt'),
            actor_ids=(voss, brandt), recipients=("Lorn", "the office"), recipient_ids=(lorn,),
            date="2019-04-02/2019-04-04", first="2019-04-02", last="2019-04-04", date_how="relative",
        ),
        event_of(one, VETO, "veto", type="REJECT", status="not done", actors=("Lorn",), actor_ids=(lorn,)),
        event_of(
            one, PLAN, "send", type="AID", status="planned", date="2019-05-09", first="2019-05-09",
            last="2019-05-09", actors=("Lorn",), actor_ids=(lorn,), recipients=("Weir",),
        ),
        event_of(
            two, DOUBT, "resigned", type="RETREAT", mode="resign", status="disputed", first="2019-04-01",
            actors=("Ada Voss",), actor_ids=(voss,), said_by=("one paper",), denied_by=("her office",),
        ),
        event_of(two, LEFT_OUT, "rose", date="2019-04-01"),
        event_of(two, NASTY, "arrested", type="COERCE", mode="arrest", date="2019-04-30",
                 actors=("a\tguard\n\"of\" Weir",), place="Weir; the {old} town, \\ 漢字"),
        event_of(three, CHEESE, "won", story_id=f"story-{three.id}", type="SUPPORT", status="going on",
                 date="2019-12-31"),
    ]  # fmt: skip


def mentions() -> list[Mention]:
    one, two, three = articles()
    made = {e.text: e.id for e in events()}
    lorn, voss, brandt, _ = (actor.id for actor in actors())
    guards = {
        "actors": ("the guards of Lorn",),
        "actor_ids": (lorn,),
        "recipients": ("the old mill",),
    }
    return [
        mention_of(one, RAID, "shelled", made[RAID], type="ASSAULT", **guards),
        mention_of(two, RAID, "shelled", made[RAID], type="ASSAULT", **guards),
        mention_of(one, TALKS, "met", made[TALKS], actors=("Minister Ada Voss", "Karl Brandt"),
                   actor_ids=(voss, brandt)),
        mention_of(one, VETO, "veto", made[VETO], polarity="negative"),
        mention_of(one, PLAN, "send", made[PLAN], time="future"),
        mention_of(two, DOUBT, "resigned", made[DOUBT]),
        mention_of(two, LEFT_OUT, "rose", made[LEFT_OUT]),
        mention_of(two, NASTY, "arrested", made[NASTY]),
        mention_of(three, CHEESE, "won", made[CHEESE]),
        mention_of(two, DOUBT, "denies", None),
    ]  # fmt: skip


def figures() -> list[Figure]:
    one = articles()[0]
    start = one.text.index("14")
    return [
        Figure(
            f"figure-{one.id}-{start}-{start + 2}", one.id, sentence_of(one, RAID).id, None, start,
            start + 2, "count", 14.0, 14.0, "exact", None, None, "people", start + 3, start + 9, "kill",
            start - 8, start - 1, None, "made by hand", "14",
        )
    ]  # fmt: skip


def moments() -> list[Moment]:
    """The timeline of each story, as `events` has it."""
    made, found = events(), []
    for number, event in enumerate(made, 1):
        last = event is made[-1]
        found.append(
            Moment(
                f"moment-{event.id.removeprefix('event-')}", event.story_id, 1 if last else number,
                event.id, number, event.date, made[0].id if event.status == "disputed" else None, None,
                (figures()[0].id,) if number == 1 else (), "made by hand", event.article_id, event.start,
                event.end, event.text,
            )
        )  # fmt: skip
    return found


def present() -> list[ActorMention]:
    return [
        ActorMention(f"actor_mention-{a.id}", a.id, a.article_id, "sentence", a.start, a.end, "name",
                     None, "made by hand", a.text)
        for a in actors()
    ]  # fmt: skip


def made_case(folder: Path, only: Sequence[Event] | None = None) -> Case:
    """The case in a folder, or with these events only."""
    one, two, three = articles()
    texts = (
        (one, (RAID, TALKS, VETO, PLAN)),
        (two, (RAID, DOUBT, NASTY, LEFT_OUT)),
        (three, (CHEESE,)),
    )
    kept = {event.id for event in (events() if only is None else only)}
    tables: dict[str, Sequence[object]] = {
        "articles": articles(),
        "blocks": [
            Block(
                f"block-{three.id}",
                three.id,
                0,
                len(CHEESE),
                "headline",
                None,
                "made by hand",
                CHEESE,
            )
        ],
        "sentences": [sentence_of(article, text) for article, held in texts for text in held],
        "stories": [story_of(one, "Mill shelled", 2), story_of(three, "Cheese", 1)],
        "actors": actors(),
        "actor_mentions": present(),
        "figures": figures(),
        "mentions": [m for m in mentions() if m.event_id is None or m.event_id in kept],
        "events": events() if only is None else only,
        "timeline": [m for m in moments() if m.event_id in kept],
    }
    case = Case.create(folder)
    (folder / "tables").mkdir(exist_ok=True)
    for name, rows in tables.items():
        write_frame(folder / "tables" / f"{name}.parquet", frame_of(TABLES[name], rows))
    return case
