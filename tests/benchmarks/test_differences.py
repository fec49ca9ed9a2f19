"""Pages that contradict a pile, and which rows of `conflicts` are real by its truth."""

from typing import Any

from benchmarks import differences as d

TEXT = (
    "Mayor Ole Fisk opened the lock on Monday, May 3, with 40 guests, and the town was glad of it."
)


def wire(name: str, text: str, actor: str) -> dict[str, Any]:
    figures = [{"what": "guests", "low": 40, "high": 40, "qualifier": "", "unit": "people"}]
    events = [{"actor": [actor], "status": "done", "type": "opening", "date": "2021-05-03"}]
    told = {"text": text, "figures": figures, "events": events, "quotes": []}
    return {"id": f"lock-{name}-1", "event": "lock", "date": "2021-05-04", "sentences": [told]}


def truth(*wires: dict[str, Any]) -> dict[str, Any]:
    passages = [
        {"wire": one["id"], "sentence": 0, "role": "body", "part": "whole", "ops": [], "start": 0,
         "end": len(one["sentences"][0]["text"])}
        for one in wires
    ]  # fmt: skip
    return {
        "wires": list(wires),
        "articles": [{"path": "articles/000_a.txt", "passages": passages}],
    }


def test_each_sentence_is_contradicted_once_and_each_kind_in_turn() -> None:
    known = truth(*(wire(name, TEXT, "Ole Fisk") for name in ("a", "b", "c", "d")))
    made = d.planted(known, None)
    assert {one.kind for one in made} == {"figure", "date", "status"}
    assert len({one.wire for one in made}) == len(made) == 4
    assert all(one.text != TEXT for one in made)


def test_a_person_is_put_for_a_person() -> None:
    known = truth(wire("a", TEXT, "Ole Fisk"), wire("b", "Ada Brandt spoke.", "Ada Brandt"))
    told = known["wires"][0]["sentences"][0]
    assert "Mayor Ada Brandt opened" in str(d._by_another(TEXT, told, known["wires"]))
    known["wires"][1]["sentences"][0]["events"][0]["actor"] = ["Orvik Water Board"]
    assert d._by_another(TEXT, told, known["wires"]) is None


def test_pages_hold_one_kind_and_have_the_day_of_their_happening() -> None:
    pages = d.contradicting(truth(*(wire(name, TEXT, "Ole Fisk") for name in "abcd")), None)
    assert {page.day for page in pages} == {"2021-05-04"}
    assert all(page.text.startswith("Another account\n\n") for page in pages)


def side(**more: Any) -> d.Side:
    empty: dict[str, Any] = {
        "planted": frozenset(),
        "sentences": frozenset(),
        "figures": (),
        "deeds": (),
    }
    return d.Side(**(empty | more))


def test_a_row_is_real_by_what_the_truth_has_of_its_sides() -> None:
    one = d.Planted("date", "swapped", "lock-a-1", 0, TEXT)
    ours, theirs = side(planted=frozenset((one,))), side(sentences=frozenset((("lock-a-1", 0),)))
    assert list(d._met("date", ours, theirs)) == [one]
    assert list(d._met("figure", ours, theirs)) == []
    assert d._is_real("date", ours, theirs) is None
    assert d._is_real("date", theirs, theirs) is False
    today = side(figures=(("dead", "2021-05-03", False),))
    later = side(figures=(("dead", "2021-05-04", False),))
    assert d._is_real("figure", today, today) is True
    assert d._is_real("figure", today, later) is False
    said, denied = side(deeds=(("raid", "done"),)), side(deeds=(("raid", "denied"),))
    assert d._is_real("status", said, denied) is True
    assert d._is_real("date", said, denied) is False
    assert d._is_real("status", said, side()) is None
