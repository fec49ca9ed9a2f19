"""Sentences behind a dateline or an agency's tag: both are read, each by itself.

`PORT ELDEN (MPA) - A dyke collapsed` is no sentence that a reader has learnt: the place would become a
part of the clause, often its subject, and the clause be read worse for it.
"""

from collections.abc import Callable, Sequence

from stemma.reader.reading import Row
from stemma.text.tags import find_tags

_KINDS = ("dateline", "agency")
_ROWS = ("words", "upos", "xpos", "feats", "lemmas", "names")
_COUNTED = ("cue", "source", "content")  # of `told`: places of words


def read_apart(
    sentences: Sequence[str], read: Callable[[Sequence[str]], Sequence[Row]]
) -> Sequence[Row]:
    """A row for each sentence, read by `read` without its dateline; what the dateline holds hangs on the root
    of the sentence as `discourse`, and has no part in its vector."""
    cuts = [_head(text) for text in sentences]
    if not any(cuts):
        return read(sentences)
    parted = [(text[:cut], text[cut:]) for text, cut in zip(sentences, cuts, strict=True)]
    heads = sorted({head for head, _ in parted if head})
    before = dict(zip(heads, read(heads), strict=True))
    rests = read([rest for _, rest in parted])
    return [
        _joined(before[head], rest) if head else rest
        for (head, _), rest in zip(parted, rests, strict=True)
    ]


def _head(text: str) -> int:
    """How many characters at the head of a sentence are a dateline or an agency's tag; none if that is
    all there is."""
    ends = (tag.end for tag in find_tags(text) if tag.start == 0 and tag.kind in _KINDS)
    end = max(ends, default=0)
    return end if text[end:].strip() else 0


def _joined(head: Row, rest: Row) -> Row:
    """One row out of that of a dateline and that of the sentence behind it."""
    length, words = len(head["text"]), len(head["words"])
    root = next((n for n, at in enumerate(rest["heads"], words + 1) if at == 0), 0)
    joined = {name: [*head[name], *rest[name]] for name in _ROWS}
    for name in ("starts", "ends"):
        joined[name] = [*head[name], *(at + length for at in rest[name])]
    joined["heads"] = [
        *(at or root for at in head["heads"]),
        *(at + words if at else 0 for at in rest["heads"]),
    ]
    joined["rels"] = [
        *(
            rel if at or not root else "discourse"
            for at, rel in zip(head["heads"], head["rels"], strict=True)
        ),
        *rest["rels"],
    ]
    told = [_moved(one, words) for one in rest["told"]]
    return {**rest, **joined, "text": head["text"] + rest["text"], "told": told}


def _moved(told: Row, words: int) -> Row:
    """An attribution, its words counted on by those of the dateline."""
    return {**told, **{name: [n + words for n in told[name]] for name in _COUNTED}}
