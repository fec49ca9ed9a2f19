"""Readers and scorers of public gold. Each task is a function from a path to one JSON object."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from stemma.errors import UsageError
from stemma.measure.actors import measure_actors
from stemma.measure.coreference import measure_coreference
from stemma.measure.events import measure_events
from stemma.measure.quotes import measure_quotes
from stemma.measure.reading import measure_names, measure_syntax
from stemma.measure.sentences import measure_sentences
from stemma.measure.similarity import measure_similarity
from stemma.measure.status import measure_status
from stemma.measure.stories import measure_stories
from stemma.measure.timeline import measure_timeline
from stemma.measure.times import measure_times

TASKS: dict[str, Callable[[Path], dict[str, Any]]] = {
    "stories": measure_stories,
    "syntax": measure_syntax,
    "names": measure_names,
    "sentences": measure_sentences,
    "similarity": measure_similarity,
    "times": measure_times,
    "actors": measure_actors,
    "quotes": measure_quotes,
    "events": measure_events,
    "status": measure_status,
    "timeline": measure_timeline,
    "coreference": measure_coreference,
}


def measure(task: str, data: str | Path) -> dict[str, Any]:
    """Scores stemma on gold data at `data`. Raises UsageError for an unknown task or no data."""
    if task not in TASKS:
        raise UsageError(f"There is no task '{task}'.", remedy=f"Tasks: {', '.join(TASKS)}.")
    return TASKS[task](Path(data))
