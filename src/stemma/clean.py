"""Article -> blocks, sentences and tags. Nothing is deleted: what is no prose gets a kind."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from stemma.model import Article, Block, Sentence, Tag, span_id
from stemma.text.normal import normalise
from stemma.text.sentences import split_sentences
from stemma.text.tags import find_tags

# Words of page furniture. A line of these alone is chrome; one of them in a sentence is nothing.
_FURNITURE = frozenset(
    "a adjust ad ads advert advertisement advertising all am and by cancel click close comment comments "
    "continue copy copyright download email e-mail facebook font follow for google gmt home image "
    "images in instagram it large latest leave like link linkedin loading log login logout main mail "
    "menu min mins minutes more newer newest news newsletter next no of older oldest on open our page pin "
    "pinterest photo photos play pm post posted previous print privacy policy published read reading "
    "recommended reddit register related replies reply report reserved rights save search send share "
    "shares sign size skip small sort sponsored stories story subscribe tags telegram text the this to "
    "top trending tweet twitter up updated us via video view views visit watch whatsapp with your "
    "0 1 2 3 4 5 6 7 8 9 10 | + - »".split()
)
# A line that starts so and goes on points at another text.
_LABEL = re.compile(
    r"^(?:more (?:news|stories|on this|from [\w ]+)|read (?:more|also|next|this)|also read|see also|"
    r"related(?: (?:stories|story|news|articles?|coverage|content|posts?))?|recommended(?: for you)?|"
    r"you (?:may|might) (?:also )?(?:like|be interested in)|don'?t miss|must read|trending(?: now)?|"
    r"editor'?s picks?|in other news|watch(?: now| next)?|top stories|most (?:read|popular)|"
    r"latest(?: news)?|next (?:article|story)|previous (?:article|story))\s*(?::|\||-|»)\s*\S",
    re.I,
)
# Where such a label may stand behind the end of a sentence.
_LABEL_INSIDE = re.compile(r"[.?!\"'”’)]\s*[A-Z][A-Za-z'’ ]{3,30}[:|»]")
# Labels that no sentence of an article starts with, so that nothing need part them from what follows.
_BARE_LABEL = re.compile(
    r"^(?:you (?:may|might) also like|most (?:read|viewed|popular)|recommended (?:by|for you)|"
    r"don'?t miss|more from|related (?:stories|articles|news|coverage|posts)|trending (?:now|in))\b",
    re.I,
)
_INVITATION = re.compile(
    r"^(?:click|tap) here\b|^(?:sign|log) (?:up|in)\b|^subscribe\b|^register (?:now|to)\b|"
    r"^share (?:this|with|on|via)\b|^get (?:the|our)\b.*\b(?:inbox|newsletter|alerts)\b|"
    r"^(?:follow|like|join|contact) us\b|^download (?:our|the)\b|^posted (?:by|in)\b|"
    r"^(?:filed under|topics|tags|categories|keywords|photo by|image|picture|source image)\s*:|^photo by\b|"
    r"^(?:we use|this site uses|accept (?:all )?) ?cookies\b|^skip to\b|^story continues\b|^have a tip\b|"
    r"^(?:leave|post|write|add) a (?:comment|reply)\b|^what do you think\b.*\bcomment|\bemail protected\b|"
    r"^advertisement\b|^\(?\d* ?comments?\b(?: ?\(?\d+\)?)?$|^home ?[>/»]|^like this story\b|"
    r"^read the full (?:story|article)\b|.*\ball rights reserved\.?$|^(?:©|copyright (?:©|\(c\)|\d{4}))|"
    r"^(?:accept|reject|decline|allow|agree)(?: to)?(?: all| and (?:close|continue))?(?: cookies)?$|"
    r"^(?:manage|change|cookie|privacy) (?:preferences|settings|choices|options|policy|notice|cookies)$|"
    r"^terms (?:of (?:use|service)|and conditions|& conditions)$|"
    r"^(?:please )?enter your (?:e-?mail|password|user ?name)\b|^to (?:continue|keep) reading\b|"
    r"^(?:forgot(?:ten)?|reset) (?:your )?password\b|^create (?:a|an|your) (?:free )?account\b|"
    r"^already (?:a|have an?) \w+\?|^you(?:['’]ve| have) (?:reached|read|used)\b.{0,40}\bfree articles?\b",
    re.I,
)
# What asks for leave to set cookies, and how to be rid of a mail that comes by itself.
_CONSENT = re.compile(
    r"^(?:(?:we|this (?:web)?site|our (?:web)?site|our partners)\b.{0,40}\buses? (?:\w+ ){0,2}cookies\b|"
    r"by (?:clicking|continuing|using|closing|scrolling)\b.{0,120}\b(?:cookies|consent|privacy policy)\b|"
    r"you(?: are receiving| receive|'re receiving|'ve received| have received) this (?:e-?mail|alert|message|"
    r"newsletter)\b|(?:to |click (?:here )?to )?unsubscribe\b|"
    r"(?:leave a reply[.!]? )?(?:your email address will not be|required fields are marked)\b)",
    re.I,
)
# Who wrote and edited it, in a line of its own.
_WORK = (
    r"(?i:(?:additional )?(?:reporting|writing|editing|compiled|edited|written)(?: and \w+)? by) "
    r"(?:our (?:[A-Z]\w+ )?\w+|[A-Z][\w.'-]+(?:(?:,? and|,| in|) [A-Z][\w.'-]+)*)"
)
_CREDIT = re.compile(rf"^\(?{_WORK}(?:[;,.] {_WORK})*\.?\)?\.?$")
# A line of links beside one another: "Home | News | Sport".
_MENU = re.compile(r"^\s*[\w&'. -]{1,30}(?:\s+[|•·»›]\s+[\w&'. -]{1,30}){2,}\s*$")
_ITEM = 3  # words of one of its links
# What parts a mail from the signature of who sends it (RFC 3676).
_SIGNATURE = "--"
_SIGNED = 12  # lines of a signature, at most
_END_MARK = re.compile(r"[.?!:][\"')\]”’»]*\s*$")
_BYLINE = re.compile(
    r"^(?:[Bb]y|BY|[Ww]ritten by) [A-Z][\w.'-]+(?:,? (?:and |in |for )?[A-Z][\w.'-]+){0,7}"
    r"(?: ?[|·,-] ?[\w ,:.]{4,40})?$"
)
_DATE_LINE = re.compile(
    r"^(?:(?:first |last )?(?:published|updated|posted)(?: on| at)?:? |(?:by )?[\w.&' ]{2,40}?[ |·,-]+)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?MONTH,? \d{4}|MONTH \d{1,2},? \d{4}|"
    r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
    r"(?:[ ,|-]+(?:at |by )?(?:\d{1,2}[:.]\d\d|\w+$|\d* ?comments?$).{0,40})?$".replace(
        "MONTH", r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    ),
    re.I,
)
_LONGEST_HEADLINE = 30  # words
_LONGEST_CROSSHEAD = 14  # words; a longer line without an end mark is prose that was cut
_LONGEST_RECURRING = 12  # words; longer lines that recur are copies, not furniture
_RECURS_IN = 3  # different neighbourhoods that a line of furniture stands in
# Words of a neighbour that can be told from a version of another, and the share of these, in order, that
# two versions have in common.
_LONG = 9
_VERSIONS = 0.6
_REPEATS = 0.7  # of the words of the shorter of two articles, in order, for one to be the other


class Parts(NamedTuple):
    """What one article consists of."""

    blocks: list[Block]
    sentences: list[Sentence]
    tags: list[Tag]


class Line(NamedTuple):
    """A block of one short line, `line` as it is compared. `around`: the long line before it, or
    behind it; null where it is no place that furniture stands in."""

    id: str
    article_id: str
    line: str
    around: str | None


def clean(article: Article, layout: Sequence[Block] = ()) -> Parts:
    """Blocks of an article, and the sentences and tags in them. `layout`: blocks as the markup
    shows them; without, they are read off the lines of the text."""
    blocks = list(layout) or _blocks(article)
    blocks = [_known_chrome(part) for block in blocks for part in _parted(block)]
    if "eml" in article.format:
        blocks = _without_signature(blocks)
    sentences: list[Sentence] = []
    tags: list[Tag] = []
    for block in blocks:
        for sentence in _sentences(block):
            sentences.append(sentence)
            tags.extend(_tags(sentence))
    return Parts(blocks, sentences, tags)


def _parted(block: Block) -> list[Block]:
    """A paragraph in which a page has set lines that point at other texts, run into its prose, cut around
    these; else the block alone."""
    if block.kind not in ("paragraph", "headline") or not _LABEL_INSIDE.search(block.text):
        return [block]
    cuts = split_sentences(block.text, prose=True)
    pointing = [cut for cut in cuts if _points(block.text[cut.start : cut.end])]
    if not pointing:
        return [block]
    ends = sorted({0, len(block.text), *(end for cut in pointing for end in (cut.start, cut.end))})
    return [part for start, end in pairwise(ends) for part in _part(block, start, end)]


def _points(sentence: str) -> bool:
    return _LABEL.match(sentence) is not None and sentence.count(" ") < _LONGEST_HEADLINE


def _part(block: Block, start: int, end: int) -> Iterator[Block]:
    text = block.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    if text:
        first, last = block.start + start, block.start + start + len(text)
        name = span_id("block", block.article_id, first, last)
        yield replace(
            block, id=name, start=first, end=last, kind="paragraph", how="prose", text=text
        )


def _without_signature(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a mail, its signature as chrome."""
    marks = [n for n, block in enumerate(blocks) if block.text.strip() == _SIGNATURE]
    if not marks or len(blocks) - marks[-1] > _SIGNED:
        return list(blocks)
    signed = [replace(b, kind="chrome", how="the signature of a mail") for b in blocks[marks[-1] :]]
    return [*blocks[: marks[-1]], *signed]


def _is_menu(line: str) -> bool:
    """Whether a line is a row of links, each a few words."""
    items = re.split(r"\s+[|•·»›]\s+", line)
    return bool(_MENU.match(line)) and all(item.count(" ") < _ITEM for item in items)


def short_lines(blocks: Sequence[Block]) -> Iterator[Line]:
    """The lines of one article that may recur as furniture. `blocks` in order of offset."""
    for i, block in enumerate(blocks):
        line = _fold(block.text)
        if line.count(" ") >= _LONGEST_RECURRING:
            continue
        # The first line of an article is its own; furniture may stand anywhere else.
        alone = i == 0 or _prose(block.text)
        near = [blocks[i - 1], *blocks[i + 1 : i + 2]]
        around = None if alone else next(filter(None, map(_long_text, near)), "")
        yield Line(block.id, block.article_id, line, around)


def recurring(
    places: Iterable[tuple[str, str, str]], texts: Mapping[str, str] | None = None
) -> set[str]:
    """The lines of furniture. `places`: a line, what stands around it and its article, for each block of the
    pile that is no insert; `texts`: article -> its words, by which one is known that comes again.

    A line counts where its neighbours differ, in more than some words that a copier exchanged: a copied
    crosshead recurs among the same lines, a line of page furniture among different ones. An article that
    comes again, some lines left out, shows no others.
    """
    met: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for line, around, article in places:
        met[line][around].add(article)
    return {line for line, different in met.items() if _differ(different, texts or {})}


def _differ(neighbours: Mapping[str, Set[str]], texts: Mapping[str, str]) -> bool:
    """Whether there are enough of which no two are versions of one sentence, or of one article."""
    if len(neighbours) < _RECURS_IN:
        return False
    apart: list[tuple[list[str], str]] = []
    for around, articles in sorted(neighbours.items()):
        words = around.split()
        if any(_are_one(words, other) for other, _ in apart):
            continue
        known = [page for _, page in apart]
        new = (a for a in sorted(articles) if not any(_repeats(a, b, texts) for b in known))
        if (page := next(new, None)) is not None:
            apart.append((words, page))
        if len(apart) >= _RECURS_IN:
            return True
    return False


def _repeats(one: str, other: str, texts: Mapping[str, str]) -> bool:
    """Whether one of two articles is the other, some words exchanged or left out."""
    if one == other:
        return False
    ours, theirs = (texts.get(article, "").casefold().split() for article in (one, other))
    fewest = _REPEATS * min(len(ours), len(theirs))
    return bool(ours and theirs) and LCSseq.similarity(ours, theirs) >= fewest


def _are_one(words: list[str], others: list[str]) -> bool:
    fewest = _VERSIONS * max(len(words), len(others))
    return min(len(words), len(others)) >= _LONG and LCSseq.similarity(words, others) >= fewest


def as_furniture(blocks: Iterable[Block]) -> list[Block]:
    """Blocks whose line recurs, as `chrome` where they were taken for part of the text."""
    how = "recurs over the pile among different lines"
    return [
        replace(block, kind="chrome", how=how)
        for block in blocks
        if block.kind in ("headline", "paragraph", "dateline")
    ]


def _prose(text: str) -> bool:
    # A short line with a full stop may be a cut sentence, or an answer.
    return _END_MARK.search(text) is not None and (
        text.count(" ") >= 3 or text.rstrip()[-1:] != "!"
    )


def _long_text(block: Block) -> str:
    return _fold(block.text) if block.text.count(" ") >= 5 else ""


def _fold(text: str) -> str:
    return " ".join(normalise(text).text.casefold().split())


def _blocks(article: Article) -> list[Block]:
    spans = list(_paragraphs(article.text))
    blocks: list[Block] = []
    headlines: set[str] = set()
    for number, (start, end) in enumerate(spans):
        text = article.text[start:end]
        kind, how = _kind(text, number, len(spans), article.title, headlines)
        if kind == "headline":
            headlines.add(_fold(text))
        name = span_id("block", article.id, start, end)
        blocks.append(Block(name, article.id, start, end, kind, None, how, text))
    return blocks


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Lines, less white space at their ends; the lines of one hard-wrapped paragraph together."""
    lines = [m.span() for m in re.finditer(r"\S[^\n\r]*(?<=\S)|\S", text)]
    if not lines:
        return
    wrapped = _is_wrapped(text, lines)
    start, end = lines[0]
    for (_, before_end), (line_start, line_end) in pairwise(lines):
        gap = text[before_end:line_start]
        if gap.count("\n") > 1 or not (wrapped and not _END_MARK.search(text[start:before_end])):
            yield start, end
            start = line_start
        end = line_end
    yield start, end


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether line ends are a matter of width: most lines that another follows directly stop at
    much the same width, without an end mark."""
    inner = [
        (start, end)
        for (start, end), (after, _) in pairwise(lines)
        if text[end:after].count("\n") == 1
    ]
    if len(inner) < 3:
        return False
    open_ended = sum(not _END_MARK.search(text[s:e]) and 40 <= e - s <= 110 for s, e in inner)
    return open_ended > 0.6 * len(inner)


def _kind(
    text: str, number: int, count: int, title: str | None, before: Set[str]
) -> tuple[str, str]:
    """`before`: the headlines so far, folded."""
    short = text.count(" ") < _LONGEST_HEADLINE
    folded = _fold(text)
    if title and folded == _fold(title):
        return "headline", "equals the given title"
    if number and folded in before:
        return "headline", "repeats the headline"
    if _BYLINE.match(text) and number < 4:
        return "dateline", "byline"
    if not short or _END_MARK.search(text):
        return "paragraph", "prose"
    if number == 0 and count > 1:
        return "headline", "first line, without an end mark"
    return _short_line(text)


def _short_line(text: str) -> tuple[str, str]:
    if any(tag.start == 0 and tag.end == len(text) for tag in find_tags(text)):
        return "dateline", "nothing but a dateline or credit"
    # A line cut in the middle is damaged prose; a line between paragraphs that is whole but has no
    # end mark is a crosshead or the headline of another text.
    whole = text[0].isupper() and not re.search(r"[,;]|\b[A-Z]\.$", text[-3:])
    if whole and 3 <= text.count(" ") <= _LONGEST_CROSSHEAD:
        return "headline", "line between paragraphs, without an end mark"
    return "paragraph", "line without an end mark, too long or too short for a headline"


def _known_chrome(block: Block) -> Block:
    normal = normalise(block.text).text
    if block.kind in ("chrome", "paragraph", "headline") and _DATE_LINE.match(normal):
        return replace(block, kind="dateline", how="nothing but a date")
    if block.kind in ("chrome", "paragraph") and _BYLINE.match(normal):
        return replace(block, kind="dateline", how="byline")
    if block.kind == "paragraph" and _CREDIT.match(normal):
        return replace(block, kind="dateline", how="who wrote and edited it")
    if block.kind in ("chrome", "caption", "comment"):
        return block
    # Not the normal form, which would turn an arrow such as » into a quotation mark.
    line = block.text.replace("’", "'").replace("\u00a0", " ")
    bare = _BARE_LABEL.match(line) and not _END_MARK.search(line)
    if (_LABEL.match(line) or bare) and line.count(" ") < _LONGEST_HEADLINE:
        return replace(block, kind="insert", how="labelled as pointing at another text")
    if _INVITATION.match(line) and line.count(" ") < _LONGEST_RECURRING:
        return replace(block, kind="chrome", how="an invitation of the page")
    if _CONSENT.match(line) and line.count(" ") < 3 * _LONGEST_HEADLINE:
        return replace(block, kind="chrome", how="a notice of the page")
    if _is_menu(line):
        return replace(block, kind="chrome", how="links beside one another")
    words = re.findall(r"[\w'-]+|[|+»]", line.casefold())
    spoken = re.search(r"(?<!\.)[.?]\s*$|[\"“”']\s*$", line)
    if words and not spoken and len(words) <= 8 and all(word in _FURNITURE for word in words):
        return replace(block, kind="chrome", how="nothing but words of page furniture")
    return block


def _sentences(block: Block) -> Iterator[Sentence]:
    prose = block.kind == "paragraph"
    for cut in split_sentences(block.text, prose=prose):
        start, end = block.start + cut.start, block.start + cut.end
        name = span_id("sentence", block.article_id, start, end)
        text = block.text[cut.start : cut.end]
        yield Sentence(name, block.article_id, block.id, start, end, cut.fragment, cut.how, text)


def _tags(sentence: Sentence) -> Iterable[Tag]:
    for found in find_tags(sentence.text):
        start, end = sentence.start + found.start, sentence.start + found.end
        yield Tag(
            id=span_id("tag", sentence.article_id, start, end),
            article_id=sentence.article_id,
            sentence_id=sentence.id,
            start=start,
            end=end,
            kind=found.kind,
            name=found.name,
            place=found.place,
            date=found.date,
            how=found.how,
            text=sentence.text[found.start : found.end],
        )
