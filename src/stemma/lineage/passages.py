"""What is compared: each distinct wording once, as a sequence of classes."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from stemma.model import Sentence, Tag
from stemma.text.candidates import COMMON, TITLES, is_number, name_tokens
from stemma.text.marks import quoted_spans
from stemma.text.tokens import Token, words

Phrase = tuple[str, ...]
LONGEST_PHRASE = 5  # words on one side of a swap

# Bits that one matched word is worth at the most. In a pile on one topic every report has the rare
# words of that topic, so that rarity over the pile overstates the surprise.
_MOST_BITS = 8.0
# The commonest words still say something by their order, wherever they are rare by chance.
_COMMON_BITS = 5.0
_LARGER = 20_000  # words


class ClassTable(dict[Phrase, str]):
    """Phrase -> class, with the longest phrase that each first word begins."""

    def __init__(self, classes: Mapping[Phrase, str]) -> None:
        super().__init__(classes)
        self.starts: dict[str, int] = {}
        for phrase in self:
            self.starts[phrase[0]] = max(len(phrase), self.starts.get(phrase[0], 0))


@dataclass(frozen=True, slots=True)
class Surface:
    """One sentence text, as shown: its words and numbers (tags left out) as they are compared, with
    offsets into it. `numbers`, `named` and `quoted` hold a byte for each word, 1 if it is so;
    `shouted`: capitals on every word, as in a headline or a list of names, so that nothing shows
    which of them are names. `whole`: all words, those in tags too, and where these end.

    It is a function of the text alone and is made once for each text that a case holds."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    numbers: bytes
    named: bytes
    quoted: bytes
    tagged: bool
    shouted: bool
    whole: tuple[str, ...]
    whole_ends: tuple[int, ...]

    def __hash__(self) -> int:
        return hash(self.text)

    def phrase(self, start: int, end: int) -> Phrase:
        """The words from number `start` to before `end`."""
        return self.words[start:end]

    def shown(self, word: int) -> str:
        """A word as the text has it."""
        return self.text[self.starts[word] : self.ends[word]]


@dataclass(slots=True)
class Form:
    """One wording, as compared. `items`: a class for each word or phrase; `sides`: for each
    surface, the range of its words that each item covers; `again`: the articles that repeat another one;
    `is_first`: a page that repeats none has it."""

    items: tuple[str, ...]
    weights: tuple[float, ...]
    surfaces: list[Surface] = field(default_factory=list)
    sides: list[tuple[tuple[int, int], ...]] = field(default_factory=list)
    sentences: list[list[Sentence]] = field(default_factory=list)
    again: Set[str] = frozenset()
    is_first: bool = True

    @property
    def order(self) -> tuple[object, ...]:
        """Those of pages that repeat no other first, of these the longest, then by content: the same whatever
        the order of files."""
        return not self.is_first, -len(self.items), self.items

    def part(self, start: int, end: int) -> "Form":
        """The wording from item `start` to before `end`, for alignment alone."""
        if (start, end) == (0, len(self.items)):
            return self
        return Form(self.items[start:end], self.weights[start:end])

    def articles(self) -> set[str]:
        """The articles that have it, less those that repeat another one."""
        return {s.article_id for sentences in self.sentences for s in sentences} - self.again


def surfaces(sentences: Iterable[Sentence], tags: Iterable[Tag] = ()) -> dict[str, Surface]:
    """Text -> its surface, for each distinct text of the sentences."""
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for tag in tags:
        spans[tag.sentence_id].append((tag.start, tag.end))
    made: dict[str, Surface] = {}
    for one in sentences:
        if one.text not in made:
            inside = [(s - one.start, e - one.start) for s, e in spans.get(one.id, ())]
            made[one.text] = surface(one.text, inside)
    return made


def surface(text: str, tags: Sequence[tuple[int, int]] = ()) -> Surface:
    """The surface of one sentence text, the words inside `tags` (offsets into it) left out."""
    whole = words(text)
    tokens = [t for t in whole if not _inside(t, tags)]
    quotes = quoted_spans(text)
    names = name_tokens(tokens)
    named = [n or _title_by_name(tokens, names, i) for i, n in enumerate(names)]
    return Surface(
        text,
        tuple(t.n for t in tokens),
        tuple(t.start for t in tokens),
        tuple(t.end for t in tokens),
        bytes(map(is_number, tokens)),
        bytes(named),
        bytes(_inside(t, quotes) for t in tokens),
        bool(tags),
        _shouted(tokens, named),
        tuple(t.n for t in whole),
        tuple(t.end for t in whole),
    )


def standing(
    sentences: Iterable[Sentence], made: Mapping[str, Surface]
) -> dict[Surface, list[Sentence]]:
    """Each surface and where it stands, in order of text. `made`: text -> surface; it must have
    every text."""
    found: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        found[sentence.text].append(sentence)
    return {made[text]: found[text] for text in sorted(found)}


def _inside(token: Token, spans: Sequence[tuple[int, int]]) -> bool:
    return any(s <= token.start and token.end <= e for s, e in spans)


def _shouted(tokens: Sequence[Token], named: Sequence[bool]) -> bool:
    capitals = [token.kind == "word" and token.t[0].isupper() for token in tokens]
    return not any(named) and sum(capitals) > len(tokens) / 2


def _title_by_name(tokens: Sequence[Token], named: Sequence[bool], i: int) -> bool:
    """A title of office in a row that ends in a name, such as `foreign minister` Ann Lee."""
    while i < len(tokens) and tokens[i].n in TITLES:
        i += 1
        if i < len(tokens) and named[i]:
            return True
    return False


def forms(
    found: Mapping[Surface, list[Sentence]], classes: ClassTable, again: Set[str] = frozenset()
) -> list[Form]:
    """Distinct wordings once `classes` (phrase -> class) are put in place of words. `again`: the articles
    that repeat another one."""
    grouped: dict[tuple[str, ...], list[tuple[Surface, tuple[tuple[int, int], ...]]]] = {}
    first = {one: any_first(held, again) for one, held in found.items()}
    for one in sorted(found, key=lambda one: not first[one]):
        items, sides = classify(one.words, classes)
        grouped.setdefault(items, []).append((one, sides))
    bits = _bits({items: first[members[0][0]] for items, members in grouped.items()})
    made = [
        _form(items, members, found, bits, again, first[members[0][0]])
        for items, members in grouped.items()
    ]
    return sorted(made, key=lambda form: form.order)


def any_first(sentences: Sequence[Sentence], again: Set[str]) -> bool:
    """Whether one of the sentences stands on a page that repeats no other."""
    return not again or any(one.article_id not in again for one in sentences)


def classify(
    words: Sequence[str], classes: ClassTable
) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """Items of a sequence of words, the longest phrase that has a class first, and their ranges."""
    items: list[str] = []
    sides: list[tuple[int, int]] = []
    i = 0
    while i < len(words):
        length, item = 1, words[i]
        for size in range(min(classes.starts.get(item, 0), len(words) - i), 0, -1):
            found = classes.get(tuple(words[i : i + size]))
            if found is not None:
                length, item = size, found
                break
        items.append(item)
        sides.append((i, i + length))
        i += length
    return tuple(items), tuple(sides)


def _bits(grouped: Mapping[tuple[str, ...], bool]) -> dict[str, float]:
    """What each item is worth: its rarity on the pages that repeat no other (`grouped`: wording -> whether
    one has it), taken as part of a larger pile, so that ten words shared by two short articles are worth
    what they are in a thousand."""
    counts = Counter(item for items, first in grouped.items() if first for item in items)
    total = sum(counts.values()) + _LARGER
    return {
        item: min(
            math.log2(total / max(counts[item], 1)),
            _COMMON_BITS if item in COMMON else _MOST_BITS,
        )
        for items in grouped
        for item in items
    }


def _worthless(surface: Surface, a: int, b: int) -> bool:
    """Whether words `a` to before `b` may be a name or a number, which prove no copying."""
    if any(surface.named[a:b]) or surface.numbers[a]:
        return True
    return surface.shouted and surface.shown(a)[0].isupper()


def _form(
    items: tuple[str, ...],
    members: list[tuple[Surface, tuple[tuple[int, int], ...]]],
    found: Mapping[Surface, list[Sentence]],
    bits: Mapping[str, float],
    again: Set[str],
    is_first: bool,
) -> Form:
    first, sides = members[0]
    weights = tuple(
        0.0 if _worthless(first, a, b) else bits[item]
        for item, (a, b) in zip(items, sides, strict=True)
    )
    form = Form(items, weights, again=again, is_first=is_first)
    for one, spans in members:
        form.surfaces.append(one)
        form.sides.append(spans)
        form.sentences.append(found[one])
    return form
