"""The table of how fast the app answers."""

from typing import Any

from benchmarks.pages import DOCS, with_table
from benchmarks.serving import shown

KIND = {
    "first_p50_ms": 3.0, "first_p95_ms": 9.0, "again_p95_ms": 2.0, "worked_first_p50_ms": 2.0,
    "worked_first_p95_ms": 7.0, "worked_again_p95_ms": 1.0, "largest_bytes": 20480,
}  # fmt: skip
FOUND: dict[str, Any] = {
    "articles": 5000, "stories": 12, "seconds_until_warm": 8.4, "memory_mb": 1700,
    "alone": {"story": KIND, "event": KIND},
    "together": {"readers": 50, "requests": 500, "lost": 0, "p50_ms": 20.0, "p95_ms": 80.0},
}  # fmt: skip


def test_only_a_story_has_a_target_for_its_size() -> None:
    lines = shown(FOUND).splitlines()
    assert lines[0].startswith("5,000 generated articles, 12 stories; ready after 8 s, 1,700 MB.")
    assert lines[-2:] == [
        "| story | 2 | 7 | 1 | ≤ 200 | 20 | ≤ 1,024 |",
        "| event | 2 | 7 | 1 | ≤ 200 | 20 | – |",
    ]


def test_the_page_has_marks_for_it() -> None:
    page = with_table((DOCS / "speed.md").read_text(encoding="utf-8"), "serving", shown(FOUND))
    assert "\n| event | 2 | 7 | 1 |" in page
    assert with_table(page, "serving", shown(FOUND)) == page
