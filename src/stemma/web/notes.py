"""Notes on passages, kept in the case: whoever reads an article marks words and writes what to know."""

import hashlib
from datetime import UTC, datetime
from typing import Any, NamedTuple

from stemma.case import Case
from stemma.errors import UsageError
from stemma.report.plain import contained, one_line

_LONGEST = 4000  # characters of a note


class Note(NamedTuple):
    """A note on some words of an article."""

    id: str
    article_id: str
    start: int
    end: int
    note: str
    made: str
    words: str


def notes_on(case: Case, article: str, text: str) -> list[Note]:
    """The notes on an article, in the order of its text."""
    found = [_note(one, text) for one in case.notes() if one.get("article_id") == article]
    return sorted(found, key=lambda note: (note.start, note.end, note.made))


def add(case: Case, article: str, text: str, start: int, end: int, note: str) -> str:
    """Keeps a note; returns its id. Raises UsageError for an empty one, or for words that are not
    there."""
    note = contained(note).strip()
    if not note or len(note) > _LONGEST:
        raise UsageError(
            "The note is empty." if not note else f"The note is longer than {_LONGEST} characters.",
            remedy="Write a few words.",
        )
    if not 0 <= start < end <= len(text):
        raise UsageError("The note is on no words of the article.", remedy="Mark some words first.")
    made = datetime.now(UTC).isoformat(timespec="seconds")
    digest = hashlib.sha256(f"{article} {start} {end} {made} {note}".encode()).hexdigest()
    row = {
        "id": f"note-{digest[:12]}",
        "article_id": article,
        "start": start,
        "end": end,
        "note": note,
        "made": made,
    }
    case.keep_notes([*case.notes(), row])
    return str(row["id"])


def drop(case: Case, note_id: str) -> None:
    """Takes a note back. Raises UsageError if there is none."""
    notes = case.notes()
    left = [one for one in notes if one.get("id") != note_id]
    if len(left) == len(notes):
        raise UsageError(f"There is no note '{note_id}'.", remedy="Load the page again.")
    case.keep_notes(left)


def _note(row: dict[str, Any], text: str) -> Note:
    start, end = int(str(row["start"])), int(str(row["end"]))
    words = one_line(text[start:end])
    return Note(
        str(row["id"]),
        str(row["article_id"]),
        start,
        end,
        str(row["note"]),
        str(row["made"]),
        words,
    )
