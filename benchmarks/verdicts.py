"""What a person judged, kept by a hash of what was found: tables with the hash and the verdict last."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

OPEN = "?"  # still to be judged


def load_verdicts(path: Path, is_verdict: Callable[[str], bool]) -> dict[str, str]:
    """Hash -> verdict, of all that was judged. Raises ValueError for a verdict that is none."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:] if path.exists() else []
    found = {}
    for line in lines:
        *_, digest, verdict = line.split("\t")
        if verdict != OPEN:
            if not is_verdict(verdict):
                raise ValueError(f"'{verdict}' is no verdict: {line}")
            found[digest] = verdict
    return found


def save_verdicts(
    path: Path, head: Sequence[str], rows: Iterable[Sequence[object]], known: dict[str, str]
) -> None:
    """Writes what is found now, a row each with its hash last, with the verdicts that are known."""
    judged = [(*row, known.get(str(row[-1]), OPEN)) for row in rows]
    path.write_text(
        "".join("\t".join(map(str, row)) + "\n" for row in (head, *judged)), encoding="utf-8"
    )
