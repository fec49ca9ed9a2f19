"""Story clustering on ECB+ (Cybulska and Vossen 2014): a story is a topic and its sub-topic.

Data: token files with tab-separated article, sentence, number, token. The article's name says its
story: `36_4ecbplus` is of story `36ecbplus`.
"""

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from stemma.errors import UsageError
from stemma.measure.scores import b_cubed
from stemma.stories import THRESHOLD, cluster, tally, word_counts

_NAME = re.compile(r"(\d+)_\d+(ecb(?:plus)?)$")


def measure_stories(data: Path) -> dict[str, Any]:
    """B³ of the stories found among all articles of the token files in folder `data` (or one file),
    pooled."""
    files = sorted(data.glob("*_corpus.txt")) if data.is_dir() else [data]
    if not files or not files[0].is_file():
        raise UsageError(
            f"There is no ECB+ at '{data}'.", remedy="Give the folder with the *_corpus.txt files."
        )
    articles: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for file in files:
        _read(file, articles)
    names = sorted(articles)
    texts = [_text(articles[name]) for name in names]
    labels, _, _ = cluster(tally([word_counts(text) for text in texts]))
    gold = [_story(name) for name in names]
    score = b_cubed(gold, labels)
    return {
        "task": "stories",
        "data": [file.name for file in files],
        "articles": len(names),
        "stories": len(set(gold)),
        "found": len(set(labels)),
        "threshold": THRESHOLD,
        "b3_precision": round(100 * score.precision, 2),
        "b3_recall": round(100 * score.recall, 2),
        "b3_f1": round(100 * score.f1, 2),
    }


def _read(file: Path, articles: dict[str, dict[int, list[str]]]) -> None:
    for line in file.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) >= 4:
            articles[cells[0]][int(cells[1])].append(cells[3])


def _text(sentences: dict[int, list[str]]) -> str:
    return "\n".join(" ".join(sentences[number]) for number in sorted(sentences))


def _story(name: str) -> str:
    match = _NAME.match(name)
    if match is None:
        raise UsageError(f"'{name}' is no ECB+ article name.", remedy="Give ECB+ token files.")
    return match.group(1) + match.group(2)
