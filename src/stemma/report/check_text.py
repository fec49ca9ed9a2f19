"""A check as text for a terminal, as Markdown with footnotes, and as rows of JSON Lines."""

import json
import textwrap
from collections.abc import Iterator
from dataclasses import asdict

from stemma.model import Check
from stemma.report.checked import VERDICTS, Note, sheet
from stemma.report.plain import escaped, one_line

_COLOURS = {"grave": "31;1", "open": "33;1", "note": "36", "good": "32"}


def check_text(check: Check, width: int = 100, colour: bool = False) -> str:
    """For a terminal: each sentence with its verdict, what was found, and the passages."""
    made = sheet(check)
    lines = [made.said, ", ".join(f"{n} {verdict}" for verdict, _, _, n in made.counts), ""]
    for paragraph in made.paragraphs:
        for note in paragraph.notes:
            lines += [*_note(note, width, colour), ""]
    lines += [f"Remark: {one}" for one in made.remarks]
    return "\n".join(lines).rstrip("\n") + "\n"


def _note(note: Note, width: int, colour: bool) -> Iterator[str]:
    head = f"{note.sign} {note.verdict}"
    yield f"\x1b[{_COLOURS[note.tone]}m{head}\x1b[0m" if colour else head
    yield from _wrapped(note.text, width, "  ")
    for one in note.findings:
        yield from _wrapped(f"{one.verdict}: {one.said}", width, "    - ", "      ")
    if note.nearest and note.passages:
        yield "    nearest:"
    for passage in note.passages[:2]:
        text = one_line("".join(piece.text for piece in passage.pieces))
        yield from _wrapped(
            f"{passage.path}:{passage.start}-{passage.end} {text}", width, "    > ", "      "
        )


def _wrapped(text: str, width: int, first: str, then: str | None = None) -> list[str]:
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=first if then is None else then,
        break_on_hyphens=False, break_long_words=False,
    )  # fmt: skip


def check_markdown(check: Check) -> str:
    """As Markdown: the draft with a footnote to each sentence."""
    made = sheet(check)
    lines = [f"# Check: {escaped(made.title)}", "", made.said, ""]
    lines += ["| verdict | sentences | meaning |", "| --- | --- | --- |"]
    lines += [f"| {sign} {v} | {n} | {VERDICTS[v][2]} |" for v, sign, _, n in made.counts]
    lines += [""]
    for paragraph in made.paragraphs:
        said = " ".join(f"{_marked(note)}[^{note.number}]" for note in paragraph.notes)
        lines += [f"## {said}" if paragraph.kind == "headline" else said, ""]
    for paragraph in made.paragraphs:
        for note in paragraph.notes:
            lines += [*_footnote(note)]
    lines += ["", *(f"Remark: {escaped(one)}" for one in made.remarks)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _marked(note: Note) -> str:
    text = escaped(note.text)
    return f"**{note.sign}** {text}" if note.tone in ("grave", "open") else text


def _footnote(note: Note) -> Iterator[str]:
    yield f"[^{note.number}]: **{note.sign} {note.verdict}.** " + " ".join(
        escaped(_sentence(one.verdict, one.said)) for one in note.findings
    )
    if note.nearest and note.passages:
        yield "    Nearest:"
    for passage in note.passages[:3]:
        text = escaped(one_line("".join(piece.text for piece in passage.pieces)))
        more = f" {passage.more}" if passage.more else ""
        yield f"    - `{passage.path}` {passage.start}–{passage.end}{more}: {text}"


def _sentence(verdict: str, said: str) -> str:
    return f"{verdict[:1].upper()}{verdict[1:]}: {said}."


def check_rows(check: Check) -> Iterator[str]:
    """A row of JSON for each sentence, in order. `article_id`, with `evidence_start` and `evidence_end`, is
    where the gravest finding points to in the case."""
    for one in check.sentences:
        row = asdict(one)
        first = row["findings"][0]
        yield json.dumps(
            {
                "id": row.pop("id"),
                "article_id": first["article_id"],
                "draft_id": row.pop("draft_id"),
                "start": row.pop("start"),
                "end": row.pop("end"),
                "text": row.pop("text"),
                "verdict": row.pop("verdict"),
                "said": first["said"],
                "evidence_start": first["evidence_start"],
                "evidence_end": first["evidence_end"],
                **row,
            },
            ensure_ascii=False,
        )
