"""Which reporter a passage names, and when a tag speaks for it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from stemma.model import Article, Block, Sentence, Tag, Witness
from stemma.text.calendar import WEEKDAYS

_SMALL = frozenset(["the", "of", "and", "for"])
_GENERIC = frozenset("news agency press wire service newswire international media".split())

_BODY = frozenset({"paragraph", "dateline"})
# Forms that other lines share (a footer's copyright, a signature, a stage direction): they name a
# reporter only if an agency's tag elsewhere in the pile names the same.
_FOOTERS = frozenset({"copyright line", "where it was first published"})
# Of these, initials are believed by themselves: `(AFP)`.
_SIGNATURES = frozenset(
    {
        "name alone behind a dash",
        "name alone in brackets",
        "in brackets at the end",
        "at the end behind a dash",
    }
)
# What stands in a credit line and reports nothing.
_NOBODY = frozenset(
    "facebook twitter youtube instagram google getty shutterstock wikipedia wikimedia file photo image "
    "video staff correspondent editor correction end supplied handout".split()
)


class Attested(NamedTuple):
    """A tag that speaks for a witness, and why; `own`: it stands on the passage itself."""

    tag: Tag
    name: str
    own: bool
    how: str


def naming(tags: Sequence[Tag]) -> list[Tag]:
    """The tags that can be trusted to name a reporter."""
    names = canonical_names(tags)
    known = {names[tag.name] for tag in tags if tag.name and tag.kind == "agency"}
    return [tag for tag in tags if tag.name and _trusted(tag, names[tag.name], known)]


def _trusted(tag: Tag, name: str, known: set[str]) -> bool:
    first = re.split(r"[\s/]", name)[0].lower()
    if first in _NOBODY or first in WEEKDAYS:
        return False
    if name in known or tag.how not in _FOOTERS | _SIGNATURES:
        return True
    return tag.how in _SIGNATURES and re.fullmatch(r"[A-Z]{2,5}", name) is not None


class Page(NamedTuple):
    """What an article's head and foot say of its reporter."""

    tags: tuple[Tag, ...]
    prose: int


def pages(
    articles: Iterable[Article],
    blocks: Iterable[Block],
    sentences: Iterable[Sentence],
    tags: Iterable[Tag],
) -> dict[str, Page]:
    """Article id -> the named tags at the head of its first paragraph and on lines of their own."""
    kinds = {b.id: b.kind for b in blocks}
    inside = {s.id: s for s in sentences}
    first: dict[str, int] = {}
    prose: dict[str, int] = defaultdict(int)
    for sentence in sorted(inside.values(), key=lambda s: (s.article_id, s.start)):
        if kinds[sentence.block_id] == "paragraph":
            first.setdefault(sentence.article_id, sentence.start)
            prose[sentence.article_id] += 1
    found: dict[str, list[Tag]] = defaultdict(list)
    for tag in tags:
        sentence = inside[tag.sentence_id]
        at_head = sentence.start == first.get(tag.article_id) and tag.start == sentence.start
        own_line = tag.text.strip() == sentence.text.strip()
        # A copyright line in a footer is the site's, a credit below a picture the photographer's.
        if tag.name and kinds[sentence.block_id] in _BODY and (at_head or own_line):
            found[tag.article_id].append(tag)
    return {a.id: Page(tuple(found[a.id]), prose[a.id]) for a in articles}


def attested(
    witness: Witness,
    on_passage: Mapping[str, Sequence[Tag]],
    page: Page,
    whole: bool,
    names: Mapping[str, str],
) -> list[Attested]:
    """The tags that speak for a witness: on its own sentence, or, where the page is one unbroken
    text (`whole`), at the page's head or foot."""
    own = [
        Attested(tag, names[tag.name], True, f"{tag.kind} tag on the passage")
        for tag in on_passage.get(witness.sentence_id, ())
        if tag.name
    ]
    if own or not whole:
        return own
    return [
        Attested(tag, names[tag.name], False, f"{tag.kind} tag of the page")
        for tag in page.tags
        if tag.name
    ]


def canonical_names(tags: Iterable[Tag]) -> dict[str, str]:
    """Name as written -> one name for each reporter: initials and what they stand for are one, and
    so are a name and the same with `News`, `Agency` and the like behind it."""
    written = sorted({tag.name for tag in tags if tag.name})
    bare = {name: _bare(name) for name in written}
    known = set(bare.values())
    return {name: _shortest(one, known) for name, one in bare.items()}


def _bare(name: str) -> str:
    name = name.removeprefix("The ").removeprefix("the ")
    return name.replace(".", "") if re.fullmatch(r"(?:[A-Z]\.)+", name) else name


def _shortest(name: str, known: set[str]) -> str:
    if _initials(name) in known and " " in name:
        return _initials(name)
    words = name.split()
    while len(words) > 1 and words[-1].lower() in _GENERIC:
        words.pop()
        if " ".join(words) in known:
            return " ".join(words)
    return name


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word.lower() not in _SMALL)
