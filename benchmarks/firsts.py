"""The events of a story's first screen, slot by slot, for a person to judge.

    python -m benchmarks.firsts --pile ../shared/seeds [--new]     shows them
    python -m benchmarks.firsts --pile ../shared/seeds --update    and keeps them to judge

`--update` writes what is found into `benchmarks/judged/firsts.tsv`. What was judged before keeps its verdict;
the rest is `?`, which a person replaces by a letter for each slot, in the order of `SLOTS`:

- `r`: right, or rightly left open: what its sentences say, or nothing where they say nothing;
- `m`: missing: they say it, and the slot is empty;
- `w`: wrong.

The slots are: *one* (all its mentions are of one event, and it is one), who, whom, type, day, status, and
*told* (the sentence that is shown tells of it). `python -m benchmarks.tables --only firsts --write` counts
them. The file holds offsets and hashes, and no word of an article.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.pages import table
from benchmarks.verdicts import OPEN, load_verdicts, save_verdicts
from stemma.case import Case
from stemma.flow import build
from stemma.report.happened import MOST_FIRST

JUDGED = Path(__file__).parent / "judged" / "firsts.tsv"
PILE = Path("../shared/seeds")
SLOTS = ("one", "who", "whom", "type", "day", "status", "told")
LETTERS = "rmw"
HEAD = ("rank", "page", "start", "end", "hash", "verdict")


class Found(NamedTuple):
    """An event: its number, the page and characters of its sentence, a hash of its slots, and it in words."""

    rank: int
    page: str
    start: int
    end: int
    hash: str
    shown: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Shows what is found with its verdicts, or updates the file; 1 if some are left to judge."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pile", type=Path, default=PILE)
    parser.add_argument("--judged", type=Path, default=JUDGED)
    parser.add_argument("--new", action="store_true", help="show only what was not judged")
    parser.add_argument("--update", action="store_true", help="write the file")
    given = parser.parse_args(arguments)
    found, known = read_pile(given.pile), load(given.judged)
    for one in found:
        verdict = known.get(one.hash, OPEN)
        if not given.new or verdict == OPEN:
            print(f"{one.rank}. {one.page} {one.start}-{one.end} [{verdict}] {one.shown}\n")
    if given.update:
        save(found, known, given.judged)
    left = sum(one.hash not in known for one in found)
    print(f"firsts: {len(found)} events, {left} to judge.", file=sys.stderr)
    return int(left > 0)


def read_pile(pile: Path) -> list[Found]:
    """The first screen of each story."""
    with tempfile.TemporaryDirectory() as folder:
        case = build([str(pile)], Path(folder, "case"), until="account", workers=1)
        return list(_of_case(case))


def _of_case(case: Case) -> Iterator[Found]:
    events = {row["id"]: row for row in case.table("events").iter_rows(named=True)}
    sentences = dict(case.table("sentences").select("id", "text").iter_rows())
    pages = dict(case.table("articles").select("id", "path").iter_rows())
    mentions = [row for row in case.table("mentions").iter_rows(named=True) if row["event_id"]]
    for moment in case.table("timeline").sort("story_id", "rank").iter_rows(named=True):
        if moment["rank"] <= MOST_FIRST:
            event = events[moment["event_id"]]
            own = [one for one in mentions if one["event_id"] == event["id"]]
            page = Path(pages[event["article_id"]]).stem.partition("_")[0]
            yield _found(moment["rank"], page, event, own, sentences)


def _found(
    rank: int,
    page: str,
    event: dict[str, Any],
    mentions: Sequence[dict[str, Any]],
    sentences: dict[str, str],
) -> Found:
    slots = [event[name] for name in ("actors", "recipients", "type", "date", "status", "text")]
    said = [f"{one['predicate']}: {sentences[one['sentence_id']]}" for one in mentions]
    digest = sha256("\x1f".join(map(str, (page, *slots, *sorted(said)))).encode()).hexdigest()[:16]
    shown = (
        f"{event['predicate']} ({event['type']}), {event['actors']} -> {event['recipients']}, "
        f"{event['date']}, {event['status']}\n  {event['text']}"
    )
    return Found(
        rank, page, event["start"], event["end"], digest,
        "\n    - ".join([shown, *dict.fromkeys(said)]),
    )  # fmt: skip


def _is_verdict(letters: str) -> bool:
    return len(letters) == len(SLOTS) and set(letters) <= set(LETTERS)


def load(path: Path = JUDGED) -> dict[str, str]:
    """Hash -> verdict, of all that was judged. Raises ValueError for a verdict that is none."""
    return load_verdicts(path, _is_verdict)


def save(found: Sequence[Found], known: dict[str, str], path: Path) -> None:
    """Writes what is found now, with the verdicts that are known."""
    save_verdicts(path, HEAD, [one[:5] for one in found], known)


def firsts_table(path: Path = JUDGED) -> str | None:
    """How many events are right in each slot; None if some are left to judge. What is kept is what the code
    found last."""
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    verdicts = [line[-1] for line in lines]
    if not verdicts or OPEN in verdicts:
        return None
    rows: list[Sequence[object]] = []
    for n, slot in enumerate(SLOTS):
        count = Counter(verdict[n] for verdict in verdicts)
        rows.append((slot, len(verdicts), *(count[letter] for letter in LETTERS)))
    whole = sum(set(verdict) == {"r"} for verdict in verdicts)
    rows.append(("all of them", len(verdicts), whole, "", ""))
    return table(("slot", "events", "right", "missing", "wrong"), rows)


if __name__ == "__main__":
    sys.exit(main())
