"""The farm: the same bytes every time, exact offsets, wires that nobody copied."""

import html
import itertools
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from benchmarks.farm import Library, Options, Pile, load_library, make_pile, write_pile
from benchmarks.farm.chain import DEEPEST
from benchmarks.farm.cli import main
from benchmarks.farm.damage import change_figure, cut, lose_question, orphan, unquote
from benchmarks.farm.library import HERE
from benchmarks.farm.passage import Passage
from benchmarks.farm.swaps import SwapList
from benchmarks.farm.truth import article_paths, truth_text
from benchmarks.farm.typography import comma_out, curl
from benchmarks.farm.wires import PLOVER, Deed, Event, Figure, Happening, Wire, WireError

EXAMPLES = Path(__file__).parents[2] / "examples"
BUNDLED = ["--articles", "20", "--seed", "118", "--events", "dyke=11,council=6,ferry=3"]
ALL_OPS = {
    "swap", "cut", "orphan", "unquote", "question_lost", "figure", "comma_out", "quote_style",
    "quote_direction", "dateline_kept", "label", "glue",
}  # fmt: skip
ALL_ROLES = {"headline", "body", "dateline", "credit", "chrome", "insert"}
PLAIN = Options(articles=300, seed=5)
CHAINED = Options(articles=300, seed=5, chain=0.5)
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.fixture(scope="module")
def pile(library: Library) -> Pile:
    return make_pile(library, PLAIN)


@pytest.fixture(scope="module")
def truth(pile: Pile, library: Library) -> dict[str, Any]:
    return json.loads(truth_text(pile, library))


def passages(truth: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for article in truth["articles"]:
        for passage in article["passages"]:
            yield article, passage


def ops_of(truth: dict[str, Any]) -> list[dict[str, Any]]:
    return [op for _, passage in passages(truth) for op in passage["ops"]]


def source_of(passage: dict[str, Any], truth: dict[str, Any]) -> str | None:
    """The text that a passage was made from; None where it is no wire's."""
    wire = next((w for w in truth["wires"] if w["id"] == passage["wire"]), None)
    if wire is None or passage["role"] == "credit":
        return None
    if passage["role"] == "dateline":
        return wire["dateline"]
    if passage["sentence"] is None:
        return wire["title"]
    return wire["sentences"][passage["sentence"]]["text"]


def replay(source: str, ops: list[dict[str, Any]]) -> str:
    text = source
    for op in ops:
        if op["op"] == "glue":
            continue
        end = op["at"] + len(op["from"])
        assert text[op["at"] : end] == op["from"]
        text = text[: op["at"]] + op["to"] + text[end:]
    return text


# --- a pile ----------------------------------------------------------------------------


def test_same_options_same_bytes(library: Library) -> None:
    texts = []
    for _ in range(2):
        pile = make_pile(library, Options(articles=30, seed=9, swap=0.4))
        texts.append([page.text for page in pile.pages] + [truth_text(pile, library)])
    assert texts[0] == texts[1]


def test_other_seed_other_bytes(library: Library, pile: Pile) -> None:
    other = make_pile(library, replace(PLAIN, seed=6))
    assert [page.text for page in pile.pages] != [page.text for page in other.pages]


@pytest.mark.parametrize("options", [PLAIN, CHAINED])
def test_replaying_the_ops_gives_the_text(library: Library, options: Options) -> None:
    pile = make_pile(library, options)
    truth = json.loads(truth_text(pile, library))
    texts = dict(zip(article_paths(pile), (page.text for page in pile.pages), strict=True))
    checked = 0
    for article, passage in passages(truth):
        shown = texts[article["path"]][passage["start"] : passage["end"]]
        source = source_of(passage, truth)
        if source is not None:
            assert shown == replay(source, passage["ops"])
            checked += 1
    assert checked > 2000


def test_untouched_and_swapped_passages(pile: Pile, truth: dict[str, Any]) -> None:
    texts = dict(zip(article_paths(pile), (page.text for page in pile.pages), strict=True))
    untouched = swapped = 0
    for article, passage in passages(truth):
        if passage["role"] != "body":
            continue
        shown = texts[article["path"]][passage["start"] : passage["end"]]
        kinds = {op["op"] for op in passage["ops"]}
        source = source_of(passage, truth)
        assert source is not None
        if not kinds:
            assert shown == source
            untouched += 1
        elif kinds == {"swap"}:
            assert shown != source
            swapped += 1
    assert untouched > 500
    assert swapped > 200


def test_passages_cover_all_but_space(pile: Pile) -> None:
    for page in pile.pages:
        rest = page.text
        for placed in reversed(page.passages):
            assert rest[placed.end :].strip() == ""
            rest = rest[: placed.start]
        assert rest == ""


def test_glue_is_where_the_space_is_missing(truth: dict[str, Any], chained: dict[str, Any]) -> None:
    for article in truth["articles"] + chained["articles"]:
        for left, right in itertools.pairwise(article["passages"]):
            glued = any(op["op"] == "glue" for op in left["ops"])
            assert glued == (left["end"] == right["start"])


def test_every_op_role_part_and_kind_occurs(truth: dict[str, Any]) -> None:
    assert {op["op"] for op in ops_of(truth)} == ALL_OPS
    assert {op["note"] for op in ops_of(truth) if "note" in op} == {"updated", "damaged"}
    assert {passage["role"] for _, passage in passages(truth)} == ALL_ROLES
    assert {passage["part"] for _, passage in passages(truth)} == {"whole", "head", "tail"}
    assert {article["kind"] for article in truth["articles"]} == {"mosaic", "repost", "original"}


def test_head_and_tail_on_different_pages(truth: dict[str, Any]) -> None:
    parts: dict[str, set[tuple[Any, ...]]] = {"head": set(), "tail": set()}
    for article, passage in passages(truth):
        if passage["part"] in parts:
            cut_at = next(op for op in passage["ops"] if op["op"] == "cut")
            place = cut_at["at"] or len(cut_at["from"].rstrip(" ,"))
            key = (passage["wire"], passage["sentence"], place)
            parts[passage["part"]].add((article["path"], *key))
    heads = {row[1:]: row[0] for row in parts["head"]}
    assert any(row[1:] in heads and heads[row[1:]] != row[0] for row in parts["tail"])


def test_honest_pages_are_not_spun(truth: dict[str, Any]) -> None:
    for article, passage in passages(truth):
        if article["kind"] != "mosaic":
            assert {op["op"] for op in passage["ops"]} <= {"quote_style"}


def test_reposts_give_credit_and_some_are_shortened(truth: dict[str, Any]) -> None:
    lengths = {wire["id"]: len(wire["sentences"]) for wire in truth["wires"]}
    shortened = set()
    for article in truth["articles"]:
        if article["kind"] != "repost":
            continue
        rows = article["passages"]
        assert any(row["role"] == "credit" for row in rows)
        body = [row for row in rows if row["role"] == "body"]
        shortened.add(len(body) < lengths[body[0]["wire"]])
    assert shortened == {True, False}


@pytest.mark.parametrize("name", ["truth", "chained"])
def test_no_page_is_older_than_its_wires(name: str, request: pytest.FixtureRequest) -> None:
    truth = request.getfixturevalue(name)
    dates = {wire["id"]: wire["date"] for wire in truth["wires"]}
    events = {wire["id"]: wire["event"] for wire in truth["wires"]}
    late = set()
    for article, passage in passages(truth):
        own = passage["role"] == "body" and events[passage["wire"]] == article["event"]
        if own and article["date"] is not None:
            assert dates[passage["wire"]] <= article["date"]
            late.add(dates[passage["wire"]] < article["date"])
    assert late == {True, False}
    assert any(article["date"] is None for article in truth["articles"])


def test_withheld_wires_are_in_no_article_whole(truth: dict[str, Any]) -> None:
    carried = {w["id"]: w["articles"] for w in truth["wires"] if not w["withheld"]}
    assert all(carried.values())
    for event in truth["events"]:
        wires = [w for w in truth["wires"] if w["event"] == event["id"]]
        assert sum(w["withheld"] for w in wires) >= 2
    withheld = {w["id"] for w in truth["wires"] if w["withheld"]}
    in_mosaics = {p["wire"] for a, p in passages(truth) if a["kind"] == "mosaic"}
    assert withheld <= in_mosaics


def test_everything_withheld(library: Library) -> None:
    pile = make_pile(library, Options(articles=12, seed=1, withhold=1))
    assert {page.kind for page in pile.pages} == {"mosaic"}


def test_no_swaps(library: Library) -> None:
    pile = make_pile(library, Options(articles=12, seed=1, swap=0))
    assert "swap" not in {op["op"] for op in ops_of(json.loads(truth_text(pile, library)))}


def test_swaps_are_rarer_in_quotations(library: Library) -> None:
    swaps, text = library.swaps, 'About one "about two" about.'
    rows = [Passage(text) for _ in range(400)]
    for number, row in enumerate(rows):
        swaps.apply(row, 0.5, Random(number))
    quoted = sum(op.at > 8 and '"' in row.text[: op.at] and row.text[: op.at].count('"') == 1
                 for row in rows for op in row.ops)  # fmt: skip
    total = sum(len(row.ops) for row in rows)
    assert 0 < quoted < (total - quoted) / 2


def test_weights_split_the_articles(library: Library) -> None:
    options = Options(articles=20, seed=3, events={"dyke": 11, "council": 6, "ferry": 3})
    events = [page.event for page in make_pile(library, options).pages]
    assert {event: events.count(event) for event in set(events)} == options.events


def test_two_thousand_articles_take_seconds(library: Library, tmp_path: Path) -> None:
    start = time.process_time()
    pile = make_pile(library, Options(articles=2000, seed=1))
    write_pile(pile, library, tmp_path)
    assert time.process_time() - start < 20
    sizes = [len(page.text) for page in pile.pages if page.kind == "mosaic"]
    assert 3500 < sum(sizes) / len(sizes) < 5000
    assert len(list((tmp_path / "articles").iterdir())) == 2000


def test_only_the_events_named_are_in_the_pile(library: Library) -> None:
    pile = make_pile(library, Options(articles=40, seed=3, events={"dyke": 1, "ferry": 1}))
    truth = json.loads(truth_text(pile, library))
    assert [event["id"] for event in truth["events"]] == ["dyke", "ferry"]
    named = {wire["id"] for wire in truth["wires"]} | {None}
    assert {passage["wire"] for _, passage in passages(truth)} <= named


# --- copies of copies -------------------------------------------------------------------


@pytest.fixture(scope="module")
def chained(library: Library) -> dict[str, Any]:
    return json.loads(truth_text(make_pile(library, CHAINED), library))


def copies(truth: dict[str, Any]) -> Iterator[tuple[dict[str, Any], ...]]:
    """Each copied passage with its article, and the exemplar with its own."""
    articles = {article["path"]: article for article in truth["articles"]}
    for article, passage in passages(truth):
        if passage["exemplar"] is not None:
            lender = articles[passage["exemplar"]["path"]]
            yield article, passage, lender, lender["passages"][passage["exemplar"]["passage"]]


def depth(passage: dict[str, Any], articles: dict[str, dict[str, Any]]) -> int:
    steps = 1
    while (exemplar := passage["exemplar"]) is not None:
        passage = articles[exemplar["path"]]["passages"][exemplar["passage"]]
        steps += 1
    return steps


def test_copies_are_told_only_where_there_are_any(
    truth: dict[str, Any], chained: dict[str, Any]
) -> None:
    assert "chain" not in truth["made_by"]
    assert not any("exemplar" in passage for _, passage in passages(truth))
    assert all("exemplar" in passage for _, passage in passages(chained))


def test_equal_chained_options_make_equal_bytes(library: Library, chained: dict[str, Any]) -> None:
    assert json.loads(truth_text(make_pile(library, CHAINED), library)) == chained


def test_an_exemplar_is_an_earlier_mosaic_of_the_same_story(chained: dict[str, Any]) -> None:
    both_dated = 0
    for article, _, lender, _ in copies(chained):
        assert article["path"] != lender["path"]
        assert article["kind"] == lender["kind"] == "mosaic"
        assert article["event"] == lender["event"]
        if article["date"] and lender["date"]:
            assert lender["date"] <= article["date"]
            both_dated += 1
    assert both_dated > 500


def test_a_copy_begins_as_its_exemplar_stands(chained: dict[str, Any]) -> None:
    changed = 0
    for _, passage, _, exemplar in copies(chained):
        for key in ("role", "wire", "sentence"):
            assert passage[key] == exemplar[key]
        assert exemplar["part"] in ("whole", passage["part"])
        before = [op for op in exemplar["ops"] if op["op"] != "glue"]
        assert passage["ops"][: len(before)] == before
        changed += len(passage["ops"]) > len(before)
    assert changed > 200


def test_copies_go_four_deep_and_no_deeper(chained: dict[str, Any]) -> None:
    articles = {article["path"]: article for article in chained["articles"]}
    counts = Counter(depth(passage, articles) for _, passage in passages(chained))
    assert set(counts) == {1, 2, 3, DEEPEST}
    assert DEEPEST == 4
    assert min(counts.values()) > 50


def test_the_share_of_copies_is_what_was_asked_for(chained: dict[str, Any]) -> None:
    rows = [p for a, p in passages(chained) if a["kind"] == "mosaic" and p["role"] == "body"]
    assert 0.35 < sum(row["exemplar"] is not None for row in rows) / len(rows) <= 0.5


def test_numbers_do_not_tell_who_copied(chained: dict[str, Any]) -> None:
    rows = [lender["path"] < article["path"] for article, _, lender, _ in copies(chained)]
    assert 0.3 < sum(rows) / len(rows) < 0.7


def test_no_sentence_comes_twice_by_copying(chained: dict[str, Any]) -> None:
    for article in chained["articles"]:
        rows = [row for row in article["passages"] if row["role"] == "body"]
        whole = Counter((r["wire"], r["sentence"]) for r in rows if r["part"] == "whole")
        assert max(whole.values()) == 1, article["path"]


# --- one operation at a time -----------------------------------------------------------


def test_cut_at_an_abbreviation_and_at_a_date() -> None:
    text = "The visit came amid a swift change in U.S. relations with the trade council."
    parts = cut(Passage(text), Random(0))
    assert parts is not None
    assert [part.text for part in parts] == [
        "The visit came amid a swift change in U.S.",
        "relations with the trade council.",
    ]
    dated = cut(
        Passage("The wall was last inspected on March 6, when nobody saw a crack."), Random(0)
    )
    assert dated is not None
    assert [part.text for part in dated] == [
        "The wall was last inspected on March 6.",
        "when nobody saw a crack.",
    ]
    assert cut(Passage("Nothing here can be cut at all, I am afraid."), Random(0)) is None


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ('"We knew it," he told reporters.', '"We knew it".'),
        ('He had said two days before: "We knew it."', '"We knew it".'),
        ('"Did we know it?" he asked nobody.', '"Did we know it?"'),
    ],
)
def test_orphan_and_unquote(text: str, bare: str) -> None:
    kept, voiced = Passage(text), Passage(text)
    assert orphan(kept, Random(0))
    assert unquote(voiced, Random(0))
    assert kept.text == bare
    assert voiced.text == bare.replace('"', "")


def test_question_lost() -> None:
    passage = Passage('"Are we insisting on it? No," she said.')
    assert lose_question(passage, Random(0))
    assert passage.text == '"No," she said.'


def test_figure_updated_or_damaged() -> None:
    def dead(count: int, day: int) -> Figure:
        return Figure("dead", count, count, "", "people", date(2023, 3, day))

    texts = set()
    for seed in range(30):
        passage = Passage("Some 14 people died in 2014.")
        assert change_figure(passage, [dead(14, 7)], [dead(9, 6), dead(21, 8)], Random(seed))
        texts.add(passage.text)
    assert "Some 21 people died in 2014." in texts
    assert not any("Some 9 " in text or "Some 14 " in text for text in texts)
    assert not change_figure(Passage("None."), [dead(14, 7)], [], Random(0))


def test_swaps_leave_the_article_and_names_alone() -> None:
    swaps = SwapList({"international": ["worldwide"], "officials": ["authorities"]})
    passage = Passage("Officials of the International Council want an international inquiry.")
    swaps.apply(passage, 1, Random(0))
    assert passage.text == "Authorities of the International Council want an worldwide inquiry."


def test_typography() -> None:
    passage = Passage('"It is," she said. "It isn\'t."')
    comma_out(passage)
    assert passage.text == '"It is", she said. "It isn\'t".'
    curl(passage, glued=True, wrong_share=0, rng=Random(0))
    assert passage.text == "”It is”, she said. “It isn’t”."


# --- the wires -------------------------------------------------------------------------


def own_words(wire: Wire) -> list[str]:
    """Words outside quotations and release sentences, with a bar where those were."""
    words: list[str] = []
    for sentence in wire.sentences:
        text = sentence.text
        for quote in sentence.quotes if sentence.release is not None else ():
            text = text.replace(quote.words, " | ")  # marks or no marks
        text = re.sub(r'"[^"]*"', " | ", text)
        words += [*re.findall(r"[\w'’-]+|\|", text.lower()), "|"]
    return words


def runs(words: list[str], length: int) -> set[tuple[str, ...]]:
    found = (tuple(words[i : i + length]) for i in range(len(words) - length + 1))
    return {run for run in found if "|" not in run}


def test_five_wires_an_event_by_several_agencies(library: Library) -> None:
    assert len(library.events) >= 12
    assert len(library.wires) >= 60
    for event in library.events:
        wires = library.wires_of(event.id)
        assert len(wires) >= 5
        assert len({wire.agency for wire in wires}) >= 4
        assert len({wire.date for wire in wires}) >= 3
        assert sum(any(s.release is not None for s in wire.sentences) for wire in wires) >= 2


def test_wires_have_the_length_of_wires(library: Library) -> None:
    for wire in library.wires:
        words = [len(sentence.text.split()) for sentence in wire.sentences]
        assert 12 <= len(words) <= 22, wire.id
        assert 280 <= sum(words) <= 450, wire.id
        assert 20 <= sum(words) / len(words) <= 28, wire.id


def test_no_wire_copies_another(library: Library) -> None:
    for event in library.events:
        for one, other in itertools.combinations(library.wires_of(event.id), 2):
            shared = runs(own_words(one), 7) & runs(own_words(other), 7)
            assert not shared, (one.id, other.id)


def test_quotations_are_shared_within_each_event(library: Library) -> None:
    for event in library.events:
        heard = [
            {quote.words for s in wire.sentences for quote in s.quotes if quote.kind != "indirect"}
            for wire in library.wires_of(event.id)
        ]
        pairs = itertools.permutations(heard, 2)
        shared = {a for one, other in pairs for a in one for b in other if a in b and len(a) > 10}
        assert len(shared) >= 2, event.id


def test_release_sentences_are_reproduced(library: Library) -> None:
    releases = {event.id: event.release.sentences for event in library.events}
    for wire in library.wires:
        for sentence in wire.sentences:
            if sentence.release is not None:
                released = releases[wire.event][sentence.release].lower()
                assert any(quote.words.lower() in released for quote in sentence.quotes)


def test_weekdays_fall_on_annotated_dates(library: Library) -> None:
    for wire in library.wires:
        for sentence in wire.sentences:
            text = re.sub(r'"[^"]*"', "", sentence.text)
            days = [event.date for event in sentence.events]
            days += [figure.as_of for figure in sentence.figures]
            named = {day for day in WEEKDAYS if day in text}
            assert named <= {WEEKDAYS[day.weekday()] for day in days}, (wire.id, text)


# --- what the wires tell of ------------------------------------------------------------


@pytest.fixture(
    scope="module", params=["farm", "farm/second", "farm/third", "farm/fourth", "farm/held_out"]
)
def labelled(request: pytest.FixtureRequest) -> Library:
    return load_library(HERE.parent / request.param)


def told(library: Library, event: Event) -> Iterator[tuple[str, Happening]]:
    """The sentences of an event's wires with each of the events that they tell."""
    for wire in library.wires_of(event.id):
        for sentence in wire.sentences:
            for one in sentence.events:
                yield sentence.text, one


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def test_every_event_has_its_deed_and_its_words(labelled: Library) -> None:
    for event in labelled.events:
        for text, one in told(labelled, event):
            assert one.deed.plover, (event.id, one.type, one.date)
            assert set(one.deed.plover) <= set(PLOVER)
            assert not (one.deed.mutual and one.deed.recipient), (event.id, one.type)
            assert all(re.search(rf"\b{re.escape(w)}\b", text) for w in one.words), (text, one)


def test_most_events_are_carried_by_words(labelled: Library) -> None:
    every = [one for event in labelled.events for _, one in told(labelled, event)]
    assert sum(bool(one.words) for one in every) > 0.9 * len(every)


def test_no_deed_is_of_nothing(labelled: Library) -> None:
    for event in labelled.events:
        keys = {(one.type, one.date) for _, one in told(labelled, event) if not one.own}
        assert set(event.deeds) == keys, event.id


def test_parties_are_named_as_the_wires_name_them(labelled: Library) -> None:
    for event in labelled.events:
        wires = labelled.wires_of(event.id)
        speakers = (q.speaker for w in wires for s in w.sentences for q in s.quotes)
        texts = (s.text for w in wires for s in w.sentences)
        known = words(
            " ".join([*texts, *speakers, *(w.title for w in wires), event.release.issuer])
        )
        own = [one.deed for _, one in told(labelled, event) if one.own]
        for deed in [*event.deeds.values(), *own]:
            for name in (*deed.actor, *deed.recipient, *deed.also):
                assert words(name) <= known, (event.id, name)


def test_a_sentence_may_have_a_deed_of_its_own(labelled: Library) -> None:
    for event in labelled.events:
        own = [one for _, one in told(labelled, event) if one.own]
        assert all(one.deed != event.deeds.get((one.type, one.date), Deed()) for one in own)


def test_the_truth_has_the_deed_beside_the_status(truth: dict[str, Any]) -> None:
    rows = [e for w in truth["wires"] for s in w["sentences"] for e in s["events"]]
    fields = {"type", "date", "status", "words", "actor", "recipient", "plover", "mutual", "also"}
    assert all(set(row) == fields for row in rows)
    assert "deeds" not in truth["events"][0]


def test_an_unknown_type_is_refused(tmp_path: Path) -> None:
    lend(tmp_path, "wires/dyke-mpa-1.toml")
    lend(tmp_path, "events/dyke.toml", 'plover = ["AID"]', 'plover = ["HELP"]')
    with pytest.raises(WireError, match=r"dyke-mpa-1, sentence \d+: type 'HELP'"):
        load_library(tmp_path)


def lend(folder: Path, name: str, old: str = "", new: str = "") -> None:
    """Put a file of the farm's own library into a folder, with a change if one is given."""
    text = (HERE / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def test_a_wire_with_wrong_words_is_refused(tmp_path: Path) -> None:
    lend(tmp_path, "wires/dyke-mpa-1.toml", 'words = "about 40 people', 'words = "about 50 people')
    with pytest.raises(WireError, match=r"dyke-mpa-1, sentence 2: these words are not in the text"):
        load_library(tmp_path)


# --- another library --------------------------------------------------------------------


def test_a_folder_without_events_sites_and_swaps_has_the_farms_own(
    library: Library, tmp_path: Path
) -> None:
    for name in ("dyke-mpa-1", "dyke-nsp-1", "council-mpa-1"):
        lend(tmp_path, f"wires/{name}.toml")
    other = load_library(tmp_path)
    assert [wire.id for wire in other.wires] == ["council-mpa-1", "dyke-mpa-1", "dyke-nsp-1"]
    assert [event.id for event in other.events] == ["council", "dyke"]
    assert other.sites == library.sites
    assert other.swaps.table == library.swaps.table


def test_a_folder_with_swaps_only_changes_nothing_else(library: Library, tmp_path: Path) -> None:
    (tmp_path / "swaps.toml").write_text('[all]\n"the" = "yon"\n', encoding="utf-8")
    other = load_library(tmp_path)
    assert other.wires == library.wires
    truth = json.loads(truth_text(make_pile(other, Options(articles=9, chain=0.5)), other))
    swaps = {(op["from"], op["to"]) for op in ops_of(truth) if op["op"] == "swap"}
    assert swaps == {("the", "yon"), ("The", "Yon")}


def test_a_folder_with_sites_only(tmp_path: Path) -> None:
    lend(tmp_path, "sites.toml", 'name = "dailybeam"', 'name = "nightbeam"')
    pile = make_pile(load_library(tmp_path), Options(articles=60))
    assert "nightbeam" in {page.site for page in pile.pages}


@pytest.mark.parametrize(
    ("name", "old", "new", "complaint"),
    [
        ("wires/dyke-mpa-1.toml", "MPA", "XPA", "dyke-mpa-1: no site of an agency 'XPA'"),
        ("wires/dyke-mpa-1.toml", '"dyke"', '"weir"', "dyke-mpa-1: no event 'weir' in events/"),
        ("sites.toml", "[[site]]", "[[place]]", "sites.toml: 'site'"),
        ("swaps.toml", "[countries]", "[countries", "swaps.toml: "),
    ],
)
def test_a_broken_library_is_explained(
    name: str, old: str, new: str, complaint: str, tmp_path: Path
) -> None:
    lend(tmp_path, name, old, new)
    with pytest.raises(WireError, match=re.escape(complaint)):
        load_library(tmp_path)


def test_a_folder_that_is_no_library_is_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    args = ["--articles", "5", "--seed", "1", "--out", str(tmp_path / "pile")]
    assert main([*args, "--library", str(tmp_path)]) == 2
    assert "is no library: it has none of wires, events" in capsys.readouterr().err
    (tmp_path / "wires").mkdir()
    assert main([*args, "--library", str(tmp_path)]) == 2
    assert "is no library: there is no wire in it" in capsys.readouterr().err
    assert not (tmp_path / "pile").exists()


def test_the_command_takes_a_library_and_a_chain(tmp_path: Path) -> None:
    for name in ("dyke-mpa-1", "dyke-nsp-1", "dyke-corvus-1"):
        lend(tmp_path, f"wires/{name}.toml")
    args = ["--articles", "8", "--seed", "1", "--library", str(tmp_path), "--chain", "0.6"]
    assert main([*args, "--out", str(tmp_path / "pile")]) == 0
    truth = json.loads((tmp_path / "pile" / "truth.json").read_text(encoding="utf-8"))
    assert len(truth["wires"]) == 3
    assert truth["made_by"]["chain"] == 0.6
    assert any(passage["exemplar"] for _, passage in passages(truth))


# --- the command and the bundled piles -------------------------------------------------


def test_the_bundled_pile_is_what_the_command_makes(tmp_path: Path) -> None:
    assert main([*BUNDLED, "--out", str(tmp_path / "farm")]) == 0
    made = {p.relative_to(tmp_path / "farm"): p for p in (tmp_path / "farm").rglob("*.*")}
    kept = {p.relative_to(EXAMPLES / "farm"): p for p in (EXAMPLES / "farm").rglob("*.*")}
    for beside in ("README.md", "draft.txt"):  # not made by the farm
        kept.pop(Path(beside))
    assert made.keys() == kept.keys()
    for path, file in made.items():
        assert file.read_bytes() == kept[path].read_bytes(), path


def test_the_readme_of_the_bundled_pile_names_the_command() -> None:
    assert " ".join(BUNDLED) in (EXAMPLES / "farm" / "README.md").read_text(encoding="utf-8")


def test_the_bundled_pile_shows_every_op() -> None:
    truth = json.loads((EXAMPLES / "farm" / "truth.json").read_text(encoding="utf-8"))
    assert {op["op"] for op in ops_of(truth)} == ALL_OPS


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--swap", "1.5"], "argument --swap: '1.5' is not a share between 0 and 1"),
        (["--swap", "lots"], "argument --swap: 'lots' is not a share between 0 and 1"),
        (["--withhold", "-1"], "argument --withhold: '-1' is not a share between 0 and 1"),
        (["--articles", "0"], "argument --articles: '0' is not a whole number of articles above 0"),
        (["--events", "dyke=x"], "argument --events: 'x' is not a weight above 0"),
        (["--chain", "2"], "argument --chain: '2' is not a share between 0 and 1"),
        (["--size-kb", "0"], "argument --size-kb: '0' is not a size in KB between 0 and 1000"),
    ],
)
def test_wrong_options_are_explained(
    options: list[str], complaint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--articles", "5", "--seed", "1", "--out", str(tmp_path), *options])
    assert stopped.value.code == 2
    assert complaint in capsys.readouterr().err


def test_an_unknown_event_is_explained(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    args = ["--articles", "5", "--seed", "1", "--out", str(tmp_path), "--events", "flood"]
    assert main(args) == 2
    assert "no event 'flood': the library has " in capsys.readouterr().err


def test_a_full_folder_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("keep", encoding="utf-8")
    assert main(["--articles", "5", "--seed", "1", "--out", str(tmp_path)]) == 2
    assert "is not an empty folder: name a new one with --out" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_honest_pile_is_what_its_truth_says() -> None:
    folder = EXAMPLES / "honest"
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    texts = {
        page["path"]: html.unescape((folder / page["path"]).read_text(encoding="utf-8"))
        for page in truth["pages"]
    }
    assert {f"pages/{path.name}" for path in (folder / "pages").iterdir()} == texts.keys()
    for page in truth["pages"]:
        assert page["outlet"] in texts[page["path"]]
        assert f'published_time" content="{page["date"]}' in texts[page["path"]]
    for shared in truth["shared_text"]:
        for words, path in itertools.product(shared["paragraphs"], shared["pages"]):
            assert words in texts[path]
    for quote in truth["shared_quotations"]:
        assert {path for path, text in texts.items() if quote["words"] in text} == set(
            quote["pages"]
        )
