"""In which order the steps of a build run: one after another, and some beside those that come next."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Protocol, TypeVar


class Named(Protocol):
    """A step, of which no more is asked than its name."""

    @property
    def name(self) -> str:
        """Its name."""


Step = TypeVar("Step", bound=Named)
Done = TypeVar("Done")


def in_lanes(
    steps: Sequence[Step],
    aside: Callable[[Step], bool],
    needs: Callable[[Step], Collection[str]],
    run: Callable[[Step], Done],
    stop: Callable[[], None],
) -> list[Done]:
    """What running each step gives, in the order of the steps. They run one after another, those that are
    `aside` in a lane of their own: each begins there when what it `needs` is made, of steps before it. When
    one fails, `stop` is to end what is under way in the other lane."""
    names = {step.name for step in steps}
    made: dict[str, Done] = {}
    begun: dict[str, Future[Done]] = {}
    waiting = list(filter(aside, steps))

    def in_turn(step: Step) -> Done:
        _await(begun, needs(step))
        return run(step)

    with _lane(stop) as lane:
        for step in steps:
            while waiting and names.intersection(needs(waiting[0])) <= made.keys() | begun.keys():
                ready = waiting.pop(0)
                begun[ready.name] = lane.submit(in_turn, ready)
            if step.name not in begun:
                _await(begun, needs(step))
                made[step.name] = run(step)
        return [made[one.name] if one.name in made else begun[one.name].result() for one in steps]


def _await(begun: Mapping[str, Future[Done]], needed: Collection[str]) -> None:
    """Waits for what is needed of another lane. Raises what has failed there."""
    for name, future in list(begun.items()):
        if name in needed or (future.done() and future.exception()):
            future.result()


@contextmanager
def _lane(stop: Callable[[], None]) -> Iterator[ThreadPoolExecutor]:
    """A thread for the other lane; it waits for processes most of the time."""
    with ThreadPoolExecutor(1) as lane:
        try:
            yield lane
        except BaseException:
            lane.shutdown(wait=False, cancel_futures=True)
            stop()
            raise
