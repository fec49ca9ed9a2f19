"""Lanes: steps one after another, some beside those that come next."""

from collections.abc import Collection
from threading import Event
from typing import NamedTuple

import pytest

from stemma.lanes import in_lanes


class Step(NamedTuple):
    name: str
    needs: tuple[str, ...] = ()
    aside: bool = False


STEPS = (
    Step("cut", ("read",)), Step("look", ("cut",), aside=True), Step("sort", ("cut",)),
    Step("date", ("look", "sort"), aside=True), Step("name", ("look",)),
    Step("tell", ("date", "name")),
)  # fmt: skip


def needs(step: Step) -> Collection[str]:
    return step.needs


def aside(step: Step) -> bool:
    return step.aside


def nothing() -> None:
    pass


@pytest.mark.parametrize("beside", [True, False])
def test_each_step_runs_once_behind_what_it_needs(beside: bool) -> None:
    ended = ["read"]

    def run(step: Step) -> str:
        assert set(step.needs) <= set(ended)
        ended.append(step.name)
        return step.name

    def some(step: Step) -> bool:
        return beside and step.aside

    made = in_lanes(STEPS, some, needs, run, nothing)
    assert made == [step.name for step in STEPS]
    assert sorted(ended[1:]) == sorted(made)


def test_a_step_aside_does_not_hold_up_those_that_need_it_not() -> None:
    sorted_ = Event()

    def run(step: Step) -> bool:
        if step.name == "sort":
            sorted_.set()
        return sorted_.wait(10) if step.name == "look" else True

    assert all(in_lanes(STEPS, aside, needs, run, nothing))


@pytest.mark.parametrize("failing", [step.name for step in STEPS])
def test_what_fails_in_either_lane_stops_both(failing: str) -> None:
    stopped, ran = Event(), set[str]()

    def run(step: Step) -> None:
        if step.name == failing:
            raise ValueError(failing)
        ran.add(step.name)

    with pytest.raises(ValueError, match=failing):
        in_lanes(STEPS, aside, needs, run, stopped.set)
    assert stopped.is_set()
    assert not {step.name for step in STEPS if failing in step.needs} & ran


def test_what_is_under_way_is_told_to_stop() -> None:
    stopped = Event()

    def run(step: Step) -> None:
        if step.name == "look":
            assert stopped.wait(10)
        if step.name == "sort":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        in_lanes(STEPS, aside, needs, run, stopped.set)
