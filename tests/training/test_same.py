"""Our own stories are well-formed, and the scorer that learns from them is the same twice."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from training.reports import stories
from training.same import EVERY, examples, fit, known_reports, scored

from stemma.account.compared import FEATURES


def test_our_stories_have_what_they_are_for() -> None:
    told = stories()
    reports = [r for story in told for s in story.sentences for r in s.reports]
    sizes = Counter(
        (story.name, r.number)
        for story in told for s in story.sentences for r in s.reports if r.number is not None
    )  # fmt: skip
    assert len(told) >= 125
    assert len({story.name for story in told}) == len(told)
    assert len(reports) >= 2500
    assert sum(size > 1 for size in sizes.values()) >= 700
    for story in told:
        assert len({s.article for s in story.sentences}) >= 3, story.name
        for sentence in story.sentences:
            for report in sentence.reports:
                assert sentence.text[report.start : report.end].strip()


@pytest.mark.parametrize(
    "text", ["A [raid=1].", "= s\nA [raid=1].", "= s\n+ A [raid=1.", "= s\n+ A [raid=x]."]
)
def test_what_is_malformed_is_refused_with_its_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "same.txt"
    path.write_text(text)
    with pytest.raises(ValueError, match=r"line \d"):
        stories(path)


def test_the_same_weights_twice_and_they_join_what_they_were_shown() -> None:
    known = known_reports(stories()[: 2 * EVERY])
    rows, right = examples(known)
    assert rows.shape == (len(right), len(FEATURES))
    weights = fit(rows, right)
    assert np.array_equal(weights, fit(rows, right))
    assert scored(known, weights)["conll"] > 0.75
