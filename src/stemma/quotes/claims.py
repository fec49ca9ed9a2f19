"""The attributions that the reader sees in each sentence, as places in the article."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from stemma.model import Sentence
from stemma.model.told import Told, told_from
from stemma.quotes.clauses import whole, whole_phrase
from stemma.quotes.places import Place
from stemma.quotes.speakers import meant, speaking
from stemma.text.calendar import WEEKDAYS
from stemma.text.cues import known_cues
from stemma.text.forms import bases

# What a headline is about, before a colon.
_HAPPENINGS = frozenset(
    "fire blaze flood floods floodings crash collision election elections vote recount war trial case attack "
    "attacks blast explosion shooting strike strikes storm hurricane earthquake quake eruption "
    "deal takeover merger scandal crisis talks summit protest protests verdict killing killings murder "
    "accident disaster results referendum coup raid siege outbreak pandemic virus news walkout walkouts "
    "stoppage march marches rally riot riots unrest row ruling sentencing resignation dispute".split()
)
_RELATIVE = frozenset("which who that".split())
_ASKS = frozenset("what how why who where when which".split())
_SAYS = frozenset(
    "we our us i my must should will 'll won't".split()
)  # what a state says of itself
_TURNS = ("not", "n't", "never", "no")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its reading; places of words count from the beginning of the article. `block`: number
    of the block that it stands in."""

    id: str
    article_id: str
    block: int
    start: int
    end: int
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    reading: Mapping[str, Any]

    def words(self, place: Place) -> range:
        """The words that lie in a place."""
        found = range(bisect_left(self.starts, place[0]), bisect_right(self.ends, place[1]))
        return found or range(0)


class Claim(NamedTuple):
    """Who is said to have said what: places of the words that report (`cue`), of who is named (`source`) and
    of what is reported (`content`, in pieces); `line`: number of its sentence in the article; `meant`: whom a
    pronoun as source means by the same sentence."""

    line: int
    cue: Place | None
    source: Place | None
    content: tuple[Place, ...]
    sure: float
    how: tuple[str, ...]
    meant: Place | None = None


def is_known(line: Line, cue: Place) -> bool:
    """Whether a word of a cue is known to report; a mark that stands for one is."""
    words = line.words(cue)
    tags, lemmas = line.reading["upos"], line.reading["lemmas"]
    if all(tags[n] == "PUNCT" for n in words):
        return True
    # Not every lemma that the reader gives is a word: `deni` of `denied`.
    forms = (
        one
        for n in words
        for one in (lemmas[n].casefold(), *bases(line.reading["words"][n].lower()))
    )
    return not known_cues().isdisjoint(forms)


def line_of(sentence: Sentence, block: int, reading: Mapping[str, Any]) -> Line:
    """A sentence at its place in an article."""
    at = sentence.start
    starts, ends = (tuple([at + n for n in reading[column]]) for column in ("starts", "ends"))
    return Line(
        sentence.id,
        sentence.article_id,
        block,
        at,
        sentence.end,
        sentence.text,
        starts,
        ends,
        reading,
    )


# Text -> where a sentence with it began, and its attributions there.
Seen = dict[str, tuple[int, list[Claim]]]


def claims(lines: Sequence[Line], seen: Seen | None = None) -> list[Claim]:
    """The attributions of an article's sentences, in order: also those that are hardly seen, see `sure`.
    `seen`: what was found in other articles of the same readings, which is added to."""
    known = {} if seen is None else seen
    found: list[Claim] = []
    for number, line in enumerate(lines):
        if line.text not in known:
            known[line.text] = line.start, list(_of_line(number, line))
        at, held = known[line.text]
        found += [_moved(claim, number, line.start - at) for claim in held]
    return sorted(found, key=lambda c: (c.cue or (0, 0), c.content))


def _moved(claim: Claim, number: int, by: int) -> Claim:
    """The claim of the same sentence at another place."""

    def moved(place: Place | None) -> Place | None:
        return None if place is None else (place[0] + by, place[1] + by)

    content = tuple((start + by, end + by) for start, end in claim.content)
    return Claim(
        number, moved(claim.cue), moved(claim.source), content, claim.sure, claim.how,
        moved(claim.meant),
    )  # fmt: skip


def _of_line(number: int, line: Line) -> Iterator[Claim]:
    told = [_with_number(line, told_from(row)) for row in line.reading["told"]]
    for one in filter(None, (_whole_cue(line, one) for one in told)):
        source, how = _source(line, one, told)
        if _is_label(line, one, source) or _is_ground(line, one):
            continue
        closed = [one.cue, *one.content, *_said_of(line, one, source)]
        if source is not None:
            source = _named(line, whole_phrase(line.reading, source, closed))
        whom = meant(line.reading, source) if source else None
        if whom is not None:
            whom = _named(line, whole_phrase(line.reading, whom, closed))
        others = [one.cue, *([source] if source else [])]
        content = _without_agent(line, [*one.content, *_said_of(line, one, source)], source)
        yield Claim(
            number,
            _place(line, one.cue),
            _place(line, source) if source else None,
            tuple(_bare(line, run) for run in _whole(line, content, others)),
            one.sure,
            (f"«{line.text[_first(line, one.cue) : _last(line, one.cue)]}» reports it", *how),
            _place(line, whom) if whom else None,
        )


def _with_number(line: Line, one: Told) -> Told:
    """The attribution with a number behind several things as a part of what is reported, which goes on
    there: `according to the letters 40 boats sank`, but `according to Article 40 boats may sink`."""
    if one.source is None or one.source[1] not in [first for first, _ in one.content]:
        return one
    first, last = one.source
    number = last - 1
    if number - 1 <= first or line.reading["upos"][number] != "NUM":
        return one
    if line.reading["xpos"][number - 1] not in ("NNS", "NNPS"):
        return one
    content = tuple((number if a == last else a, b) for a, b in one.content)
    return one._replace(source=(first, number), content=content)


def _whole_cue(line: Line, one: Told) -> Told | None:
    """The attribution with the verb of an auxiliary that was seen alone, with the adverbs and auxiliaries
    before the verb, and with the preposition that leads to what is reported; no word of the source. None if
    no word reports."""
    tags, heads = line.reading["upos"], line.reading["heads"]
    first, last = one.cue
    named = range(*one.source) if one.source else range(0)
    if all(tags[n] in ("AUX", "PART") for n in range(first, last)):
        verb = heads[last - 1] - 1
        if tags[last - 1] != "AUX" or not last <= verb < last + 3 or tags[verb] != "VERB":
            return None
        # `Has Brook denied it?`: the verb alone.
        first, last = (verb if named and named[0] in range(last, verb) else first), verb + 1
    while first and first - 1 not in named and tags[first - 1] in ("AUX", "ADV", "PART"):
        if not first <= heads[first - 1] - 1 < last:
            break
        first -= 1
    pieces = [(a, min(b, first)) if a < first else (max(a, last), b) for a, b in one.content]
    content = tuple((a, b) for a, b in pieces if a < b)
    if (last, "ADP") in ((a, tags[a]) for a, b in content if b > a + 1):
        content, last = tuple((a + (a == last), b) for a, b in content), last + 1
    return one._replace(cue=(first, last), content=content)


def _first(line: Line, run: tuple[int, int]) -> int:
    return line.starts[run[0]] - line.start


def _last(line: Line, run: tuple[int, int]) -> int:
    return line.ends[run[1] - 1] - line.start


def _place(line: Line, run: tuple[int, int]) -> Place:
    return line.starts[run[0]], line.ends[run[1] - 1]


def _bare(line: Line, run: tuple[int, int]) -> Place:
    """A piece of content without the commas and stops around it, which belong to the sentence."""
    words = line.reading["words"]
    first, last = run
    while last - first > 1 and words[last - 1] in (",", ".", ";", ":", "-", "–", "—", "--"):
        last -= 1
    while last - first > 1 and words[first] in (",", ".", ";", ":", "-", "–", "—", "--"):
        first += 1
    return _place(line, (first, last))


def _shares(run: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(run[0] < last and first < run[1] for first, last in others)


def _said_of(line: Line, one: Told, source: tuple[int, int] | None) -> list[tuple[int, int]]:
    """The words that were seen as the speaker and are the subject of what is said."""
    seen = one.source
    if seen is None or source is None or _shares(seen, [source]):
        return []
    return [seen] if seen[1] in [first for first, _ in one.content] else []


def _is_label(line: Line, one: Told, source: tuple[int, int] | None) -> bool:
    """Whether a mark stands behind what a line is about, and nobody who speaks: `Tarn fire: two dead`, `More
    news: bridge reopens`."""
    words, tags = line.reading["words"], line.reading["upos"]
    if words[one.cue[0]] != ":" or any('"' in words[a:b] for a, b in one.content):
        return False
    if source is None:
        return bool(one.content)
    # `Tarn fire: mayor sacks water chief`: he does something, and speaks of nothing.
    if one.content and one.content[0][1] <= one.cue[0] and _does(line, source):
        return True
    if one.content and _is_topic(line, source, one.content[0][0]):
        return True
    # `Measles outbreak: 30 ill`: the reader may take a part of the label for who speaks.
    ends = {source[1] - 1, *([one.cue[0] - 1] if source[1] <= one.cue[0] else [])}
    return any(tags[n] == "NOUN" and words[n].lower() in _HAPPENINGS for n in ends)


def _is_ground(line: Line, one: Told) -> bool:
    """`unlikely, given the level of tension`: why it is so, and nobody who says it."""
    return [word.lower() for word in line.reading["words"][slice(*one.cue)]] == ["given"]


def _is_topic(line: Line, source: tuple[int, int], first: int) -> bool:
    """`Velin: what we know`, `Chile: nine killed in quake`: where it was, unless a state says it of itself
    (`Chile: we will not yield`)."""
    words, names = line.reading["words"], line.reading["names"]
    behind = {word.lower() for word in words[first:]}
    place = all(names[n].endswith("LOC") for n in range(*source))
    return words[first].lower() in _ASKS or (place and behind.isdisjoint(_SAYS))


def _does(line: Line, source: tuple[int, int]) -> bool:
    """Whether a source is the subject of a verb behind it."""
    rels, heads, tags = (line.reading[name] for name in ("rels", "heads", "upos"))
    return any(
        rels[n].startswith("nsubj") and heads[n] - 1 >= source[1] and tags[heads[n] - 1] == "VERB"
        for n in range(*source)
    )


def _named(line: Line, run: tuple[int, int]) -> tuple[int, int]:
    """A speaker without the preposition before him (`by`), and without what stands for him or tells the day
    behind him."""
    first, last = run
    tags, rels = line.reading["upos"], line.reading["rels"]
    while last - first > 1 and tags[first] == "ADP" and rels[first] == "case":
        first += 1
    words = line.reading["words"]
    # `Ann Holm on Sunday promised …`
    if last - first > 1 and words[last - 1].lower() in WEEKDAYS:
        last -= 2 if last - first > 2 and words[last - 2].lower() == "on" else 1
    # `pictures which showed that …`
    if last - first > 1 and words[last - 1].lower() in _RELATIVE:
        last -= 1
    return first, last


def _whole(
    line: Line, pieces: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """What is reported, made whole; a piece that denies is kept rather than a longer one (`pleaded not guilty
    on Monday to charges that he took it`): the rest alone would say the opposite."""
    made = whole(line.reading, pieces, others)
    words = line.reading["words"]
    turned = [run for run in pieces if words[run[0]].lower() in _TURNS and not _shares(run, made)]
    return whole(line.reading, turned[:1], others) if turned else made


def _without_agent(
    line: Line, pieces: Sequence[tuple[int, int]], source: tuple[int, int] | None
) -> list[tuple[int, int]]:
    """The pieces without the agent of a passive verb in one (`accused by Brook of …`)."""
    if source is None or "obl:agent" not in line.reading["rels"][slice(*source)]:
        return list(pieces)
    cut: list[tuple[int, int]] = []
    for a, b in pieces:
        cut += [(a, source[0]), (source[1], b)] if a <= source[0] < b else [(a, b)]
    return [(a, b) for a, b in cut if a < b]


def _is_anothers(line: Line, one: Told, source: tuple[int, int], others: Sequence[Told]) -> bool:
    """Whether the cue is what another verb of the same speaker is about: `denied claims that`."""
    rel = line.reading["rels"][one.cue[0]].split(":")[0]
    return rel in ("obj", "obl") and any(
        other.source == source and _shares(one.cue, other.content) for other in others
    )


def _source(
    line: Line, one: Told, others: Sequence[Told]
) -> tuple[tuple[int, int] | None, tuple[str, ...]]:
    """Who is named, or whose verb this one goes on from (`said …, adding that`)."""
    seen = one.source
    if seen is not None and seen[0] < one.cue[0] < seen[1]:
        seen = seen[0], one.cue[0]  # an adverb before the verb is the cue's
    source, why = speaking(line.reading, one.cue, seen)
    if why and source is None:
        return None, (why,)
    agent = bool(why and source and line.reading["rels"][source[0]] == "obl:agent")
    if agent and source is not None:
        return whole_phrase(line.reading, source, [one.cue]), (why,)
    if why and source and _shares(source, [one.cue, *one.content]):
        source, why = seen, ""  # nobody is part of what he says
    if source is not None and _is_anothers(line, one, source, others):
        return None, ("what is denied is another's claim",)
    if source is not None:
        return source, (why,) if why else ()
    heads = line.reading["heads"]
    at, steps = one.cue[0], 0
    by_word = {n: other for other in others if other is not one for n in range(*other.cue)}
    while heads[at] and steps < 4:
        rel = line.reading["rels"][at].split(":")[0]
        if rel not in ("conj", "advcl", "xcomp", "parataxis"):
            break
        # `Asked whether it is so, she said`: others ask her.
        if rel == "advcl" and not line.reading["words"][at].lower().endswith("ing"):
            break
        at, steps = heads[at] - 1, steps + 1
        governor = by_word.get(at)
        if governor is not None and governor.source is not None:
            verb = line.text[_first(line, governor.cue) : _last(line, governor.cue)]
            return governor.source, (f"the subject of «{verb}» goes on",)
    return None, ()
