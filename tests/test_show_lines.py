"""What a terminal shows of the timeline and of the disagreements: a line for each row."""

from stemma.case import Case
from stemma.show import rows
from stemma.show_lines import as_text


def test_the_timeline_has_a_line_for_each_event_in_the_order_of_time(anselm: Case) -> None:
    frame = anselm.table("timeline")
    lines = as_text(anselm, "timeline", frame, "table").splitlines()
    told = [line for line in lines if line.startswith("  ")]
    titles = [line for line in lines if not line.startswith("  ")]
    assert len(told) == len(frame)
    assert [title.split()[-1] for title in titles] == list(
        anselm.table("stories").sort(["carriers", "id"], descending=[True, False])["id"]
    )[: len(titles)]
    events = anselm.table("events").select("id", "predicate", "text", "carriers")
    held = {row["id"]: row for row in events.iter_rows(named=True)}
    for line in told:
        event = held[line.split()[-1]]
        assert f"{event['predicate']}: {event['text'][:40]}" in line
        assert f"({event['carriers']} page" in line
    story = titles[0].split()[-1]
    ordered = rows(anselm, "timeline", story).sort("position")["event_id"].to_list()
    assert [line.split()[-1] for line in told[: len(ordered)]] == ordered


def test_a_disagreement_is_a_line_with_both_values(anselm: Case) -> None:
    frame = anselm.table("conflicts")
    lines = as_text(anselm, "conflicts", frame, "table").splitlines()
    told = {line.split()[-1]: line for line in lines if line.startswith("  ")}
    assert set(told) == set(frame["id"])
    for row in frame.iter_rows(named=True):
        assert row["verdict"] in told[row["id"]]


def test_other_forms_and_tables_stay_as_they_are(anselm: Case) -> None:
    frame = anselm.table("timeline")
    assert as_text(anselm, "timeline", frame, "jsonl").count("\n") == len(frame)
    assert as_text(anselm, "stories", anselm.table("stories"), "table").startswith("id ")
