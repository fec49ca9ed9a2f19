"""Event coreference across articles on ECB+ (Cybulska and Vossen 2014): what `measure coreference` prints.

The places of the mentions are given; the stories are those that stemma finds among the articles. Data: files
`*_Event_gold_mentions.json` with the mentions and, beside each, its `*_corpus.txt` with tab-separated
article, sentence, number, token.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from stemma.account.deeds import Contexts, Deed
from stemma.account.same import MARKED, same_marked
from stemma.errors import UsageError
from stemma.events import Seen, Sight, events, sight_of
from stemma.measure.clusters import conll, same_label
from stemma.reader.model import OnnxReader
from stemma.stories import cluster, tally, word_counts
from stemma.text.countries import compared

_ENDING = "_Event_gold_mentions.json"
_NO_BLANK_BEFORE = re.compile(r"[.,;:!?%)\]']|n't$|''$")
_NO_BLANK_BEHIND = ("(", "``", "$")
_Place = tuple[str, int]  # article, number of the sentence in it


class Gold(NamedTuple):
    """A mention: its article and sentence, its characters in that, and its chain."""

    article: str
    sentence: int
    start: int
    end: int
    chain: str


class Articles(NamedTuple):
    """Sentence -> its text; the mentions, in order; article -> its tokens with blanks, a sentence a line."""

    sentences: dict[_Place, str]
    mentions: list[Gold]
    texts: dict[str, str]


def measure_coreference(data: Path) -> dict[str, Any]:
    """F1 of MUC, B³, CEAFe and their mean, in per cent, for each file of mentions of a folder, or one file;
    beside them the mean that equal words of the same story reach."""
    files = sorted(data.glob(f"*{_ENDING}")) if data.is_dir() else [data]
    if not files or not files[0].name.endswith(_ENDING) or not files[0].is_file():
        raise UsageError(
            f"There is no ECB+ at '{data}'.", remedy=f"Give the folder with the *{_ENDING} files."
        )
    found = {_part(file): _measured(read_articles(file)) for file in files}
    return {"task": "coreference", "threshold": MARKED, **found}


def _part(file: Path) -> str:
    return file.name.removesuffix(_ENDING).removeprefix("ECB_").casefold()


def _measured(given: Articles) -> dict[str, Any]:
    deeds, stories = _deeds(given), stories_of(given.texts)
    of = [stories[one.article] for one in given.mentions]
    by_story: dict[int, list[Deed]] = defaultdict(list)
    for deed, story in zip(deeds, of, strict=True):
        by_story[story].append(deed)
    group_of = {
        deed.key: group[0].key
        for _, own in sorted(by_story.items())
        for group in same_marked(own)
        for deed in group
    }
    gold = [one.chain for one in given.mentions]
    scores = conll(gold, [group_of[deed.key] for deed in deeds])
    equal = conll(gold, same_label([deed.lemmas for deed in deeds], of))
    return {
        "articles": len({one.article for one in given.mentions}), "mentions": len(gold),
        "chains": len(set(gold)), "stories": len(set(of)), "found": len(set(group_of.values())),
        **{name: round(100 * value, 2) for name, value in scores.items()},
        "equal_words_conll": round(100 * equal["conll"], 2),
    }  # fmt: skip


def stories_of(texts: Mapping[str, str]) -> dict[str, int]:
    """Article -> the number of the story that it is found to be of."""
    names = sorted(texts)
    labels, _, _ = cluster(tally([word_counts(texts[name]) for name in names]))
    return dict(zip(names, labels, strict=True))


def _deeds(given: Articles) -> list[Deed]:
    """The mentions as they are compared, in order."""
    texts = sorted(set(given.sentences.values()))
    read = {row["text"]: row for row in OnnxReader().read(texts).iter_rows(named=True)}
    spans: dict[str, set[tuple[int, int]]] = {text: set() for text in texts}
    for one in given.mentions:
        spans[given.sentences[one.article, one.sentence]].add((one.start, one.end))
    seen = {text: _seen(text, read[text], sorted(own)) for text, own in spans.items()}
    contexts = Contexts({text: one.words for text, (one, _) in seen.items()})
    articles: dict[str, list[str]] = defaultdict(list)
    for (article, _), text in sorted(given.sentences.items()):
        articles[article].append(text)
    wholes = {article: contexts.of_article(own) for article, own in articles.items()}
    found = []
    for n, one in enumerate(given.mentions):
        text = given.sentences[one.article, one.sentence]
        each = seen[text][1][one.start, one.end]
        found.append(deed_of(f"{n:06d}", one.article, each, text, contexts, wholes[one.article]))
    return found


def _seen(
    text: str, reading: Mapping[str, Any], spans: Sequence[tuple[int, int]]
) -> tuple[Sight, dict[tuple[int, int], Seen]]:
    found = sight_of(text, reading, spans, events(text, reading) if spans else [])
    return found, dict(zip(spans, found.seen, strict=True))


def deed_of(
    key: str, page: str, one: Seen, text: str, contexts: Contexts, article: Mapping[str, float]
) -> Deed:
    """A mention as it is compared with others, its actors by the lemmas of their main words."""
    return Deed(
        key=key, page=page, lemmas=frozenset(one.heads), type=one.mention.type,
        who=frozenset(lemma for _, lemma in one.who), whom=frozenset(lemma for _, lemma in one.whom),
        place=frozenset(compared(text[slice(*one.place)])) if one.place else frozenset(),
        ahead=one.mention.time == "future", denied=one.mention.polarity == "negative",
        many=one.many, manner=frozenset(one.manner), mode=one.mention.mode,
        context=contexts.of(text, one.heads), near=contexts.of_words(one.near),
        article=article,
    )  # fmt: skip


# -- the files ------------------------------------------------------------------------------------


def read_articles(path: Path) -> Articles:
    """A file of mentions with the articles that stand beside it."""
    corpus = path.with_name(path.name.removesuffix(_ENDING) + "_corpus.txt")
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        lines = corpus.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise UsageError(
            f"'{path}' or its '{corpus.name}' can't be read.", remedy="Give both files of ECB+."
        ) from error
    tokens: dict[_Place, list[str]] = defaultdict(list)
    for cells in (line.split("\t") for line in lines):
        if len(cells) >= 4:
            tokens[cells[0], int(cells[1])].append(cells[3])
    texts = {place: joined(words) for place, words in sorted(tokens.items())}
    whole: dict[str, list[str]] = defaultdict(list)
    for (article, _), words in sorted(tokens.items()):
        whole[article].append(" ".join(words))
    return Articles(
        {place: text for place, (text, _) in texts.items()},
        [_gold(row, texts) for row in rows],
        {article: "\n".join(own) for article, own in whole.items()},
    )


def _gold(
    row: Mapping[str, Any], texts: Mapping[_Place, tuple[str, list[tuple[int, int]]]]
) -> Gold:
    article, sentence, numbers = row["doc_id"], int(row["sent_id"]), row["tokens_number"]
    places = texts[article, sentence][1]
    return Gold(
        article, sentence, places[numbers[0]][0], places[numbers[-1]][1], row["coref_chain"]
    )


def joined(words: Iterable[str]) -> tuple[str, list[tuple[int, int]]]:
    """The text of a sentence of tokens, and where each of them stands in it."""
    text, places = "", []
    for word in words:
        glued = _NO_BLANK_BEFORE.match(word) or text.endswith(_NO_BLANK_BEHIND)
        text += "" if not text or glued else " "
        places.append((len(text), len(text) + len(word)))
        text += word
    return text, places
