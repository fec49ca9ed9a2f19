"""Quotes -> sayings: the same words once, with all pages that have them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from stemma.model import Quote
from stemma.report.denials import Denials
from stemma.report.heard import Flag, Named, Saying, Sayings
from stemma.report.plain import one_line
from stemma.report.shown import Shown
from stemma.report.speakers import trimmed
from stemma.report.where import Place
from stemma.text.tokens import compared_words

Words = tuple[str, ...]

SWAPPED = "with swapped words"
IN_PART = "in part"
_SENTENCES = re.compile(r"(?<=[.!?])[\s\"'”’»]+")
_REASONS = re.compile(r"((?:«[^»]*»|[^;«])+)(?:; |$)")
_REPORTS = re.compile(r"«[^»]*» reports it$")
_OWN_VOICE = re.compile(r"(«[^»]*») outside of quotation marks")
_UNSAID = re.compile(
    r"; the same words are reported elsewhere.*|; witnesses of the same words.*", re.DOTALL
)


class Teller:
    """Makes sayings of the quotes of one case. `speaker`: quote -> the name that its speaker goes by."""

    def __init__(self, shown: Shown, quotes: Iterable[Quote]) -> None:
        self.shown = shown
        self.by_id = {quote.id: quote for quote in quotes}
        self.within: dict[str, list[Quote]] = defaultdict(list)
        self.speaker: dict[str, str] = {}
        for quote in self.by_id.values():
            if quote.within_id is not None:
                self.within[quote.within_id].append(quote)
        self._swaps = _swaps(shown)
        self._compared: dict[str, Words] = {}
        self.denials = Denials(shown.rows.sayings, self.by_id, self.speaker, self.places)

    def sayings(self, quotes: Sequence[Quote], at_once: int) -> Sayings:
        """Most carried first."""
        groups = sorted(self._groups(quotes), key=lambda held: -len({q.article_id for q in held}))
        made = [self._saying(held) for held in groups[: self.shown.room.sayings]]
        left_out = len(groups) - len(made)
        at_once += at_once > 0 and len(made) == at_once + 1  # one alone is not worth a fold
        return Sayings(tuple(made[:at_once]), tuple(made[at_once:]), left_out)

    def outer(self, quotes: Iterable[Quote]) -> list[Quote]:
        """Those that are not reported in the words of another."""
        return [q for q in quotes if q.within_id is None or q.within_id not in self.by_id]

    def places(self, quotes: Iterable[Quote], words: Words = ()) -> tuple[Place, ...]:
        """Where quotes stand, the first on each page. `words`: those that are shown."""
        first: dict[str, Quote] = {}
        for quote in quotes:
            first.setdefault(quote.article_id, quote)
        made = [self._place(quote, words) for quote in first.values()]
        return tuple(sorted(made, key=lambda place: (place.path, place.start)))

    def some(self, quotes: Iterable[Quote], words: Words = ()) -> tuple[tuple[Place, ...], int]:
        """The first of these places, as many as there is room for; and how many more there are."""
        found, most = self.places(quotes, words), self.shown.room.places
        return found[:most], max(len(found) - most, 0)

    def words(self, quote: Quote) -> Words:
        """The words by which a quote is compared."""
        found = self._compared.get(quote.id)
        if found is None:
            found = self._compared[quote.id] = compared(self.text(quote))
        return found

    def text(self, quote: Quote) -> str:
        """What is said, without who reports it in between."""
        text = self.shown.rows.articles[quote.article_id].text
        spans = (piece.split("-") for piece in quote.pieces)
        return " […] ".join(one_line(text[int(a) : int(b)]) for a, b in spans)

    def _place(self, quote: Quote, words: Words) -> Place:
        own = self.words(quote)
        extent = ""
        if words and own != words:
            extent = SWAPPED if len(own) * 5 > len(words) * 4 else IN_PART
        return self.shown.spot(quote.article_id, quote.sentence_id, quote.start, quote.end, extent)

    def _groups(self, quotes: Iterable[Quote]) -> list[list[Quote]]:
        """By their words, once swaps are undone; whole sentences of a longer one stand with it."""
        groups: dict[Words, list[Quote]] = defaultdict(list)
        for quote in quotes:
            groups[self._settled(self.words(quote))].append(quote)
        within = self._sentences(groups)
        for words in sorted(groups, key=lambda w: (len(w), w)):
            longer = within.get(words)
            if longer is not None:
                groups[longer] += groups.pop(words)
        return list(groups.values())

    def _sentences(self, groups: Mapping[Words, Sequence[Quote]]) -> dict[Words, Words]:
        """Some sentences of a saying -> the longest that has them among others."""
        found: dict[Words, Words] = {}
        for longer in sorted(groups, key=lambda w: (len(w), w)):
            sentences = _SENTENCES.split(groups[longer][0].text)
            if len(sentences) > 1:
                cut = [self._settled(compared(sentence)) for sentence in sentences]
                found.update({run: longer for run in _runs(cut) if len(longer) > len(run) > 2})
        return found

    def _settled(self, words: Words) -> Words:
        text = f" {' '.join(words)} "
        for replacement, older in self._swaps:
            text = text.replace(replacement, older)
        return tuple(text.split())

    def _saying(self, held: Sequence[Quote]) -> Saying:
        first = self._leader(held)
        words = self.words(first)
        named, more = self.some([q for q in held if q.status != "restored"], words)
        restored = [q for q in held if q.status == "restored"]
        others, others_more = self.some(restored, words)
        witnesses = dict.fromkeys(chain.from_iterable(q.witness_ids for q in restored))
        by, by_more = self.some(self.by_id[w] for w in witnesses if w in self.by_id)
        return Saying(
            anchor=first.id,
            kind=first.kind,
            text=self.text(first),
            cue=one_line(first.cue or ""),
            speaker=trimmed(first.speaker or ""),
            places=named,
            more=more,
            restored=others,
            by=by,
            others=self._others(held) if first.status == "disputed" else (),
            flags=self._flags(held),
            why=self._why(first),
            inside=tuple(self._saying([q]) for q in self._inside(first)),
            restored_more=others_more,
            by_more=by_more,
            denied_by=self.denials.by(held),
            denies=self.denials.of(held),
        )

    def _inside(self, quote: Quote) -> list[Quote]:
        """What is reported within a quote's words of somebody else who is named."""
        own = self.speaker.get(quote.id)
        held = self.within.get(quote.id, ())
        return [q for q in held if self.speaker.get(q.id, own) != own]

    def _flags(self, held: Sequence[Quote]) -> tuple[Flag, ...]:
        flagged: dict[str, list[Quote]] = defaultdict(list)
        for quote in held:
            for flag in quote.flags:
                flagged[flag].append(quote)
        return tuple(
            Flag(flag, *self.some(some if len(some) < len(held) else ()))
            for flag, some in flagged.items()
        )

    def _leader(self, held: Sequence[Quote]) -> Quote:
        """The quote that is shown: of the wording on most pages, with what its passage says of a speaker."""
        words = {q.id: self.words(q) for q in held}
        often = Counter(words.values())
        longest = max(map(len, often))
        whole = [q for q in held if 5 * len(words[q.id]) > 4 * longest]

        def standing(quote: Quote) -> tuple[int, bool, bool, int]:
            often_so = -often[words[quote.id]]
            return often_so, quote.status == "restored", quote.cue is None, len(quote.flags)

        return min(whole, key=standing)

    def _others(self, held: Iterable[Quote]) -> tuple[Named, ...]:
        found: dict[str, list[Quote]] = defaultdict(list)
        for name in dict.fromkeys(w for q in held for w in q.witness_ids):
            if name in self.by_id:
                speaker = trimmed(self.by_id[name].speaker or "")
                found[self.speaker.get(name, speaker)].append(self.by_id[name])
        return tuple(Named(name, *self.some(said)) for name, said in found.items())

    def _why(self, quote: Quote) -> str:
        """Why nobody is given, without what goes for every quote."""
        how = _UNSAID.sub("", quote.how)
        said = [part for part in _REASONS.findall(how) if not _REPORTS.match(part)]
        return self.shown.reason(
            _OWN_VOICE.sub(r"the page says \1 in its own voice", "; ".join(said))
        )


def compared(text: str) -> Words:
    """The words that make two sayings the same."""
    return tuple(compared_words(text.replace("[…]", " ")))


def _runs(sentences: Sequence[Words]) -> Iterator[Words]:
    """Each sentence, and each run of sentences."""
    for first in range(len(sentences)):
        words: Words = ()
        for sentence in sentences[first : first + 8]:
            words += sentence
            yield words


def _swaps(shown: Shown) -> list[tuple[str, str]]:
    """What stands in place of what, the longest first, each between spaces."""
    sides = [(s, s.spun or s.right) for s in shown.rows.swaps]
    held = [(f" {one} ", f" {s.left if one == s.right else s.right} ") for s, one in sides]
    return sorted(held, key=lambda pair: (-len(pair[0]), pair))
