"""Who said what, against the farm's truth: speakers given, restored, and words changed inside quotation
marks.

    python -m benchmarks.quotes [--articles 120] [--swap 0 0.2 0.4] [--library DIR] [--errors N]

**settled**: quotations of a wire whose speaker its sentence names, on pages where the clause that names
him is left. A quote that holds half of the words is found; a speaker is right if he shares a word of the
true one's name or description, or stands where the wire has it. **pronoun** and **described**: the sentence
says `she` or `the minister`; no other speaker's name may be given. **orphans**: words in quotation marks of
which a mosaic has lost the rest of the sentence; **with_naming_witness**: another page has the same words
with a clause that names the speaker; **with_describing_witness**: with one that says `the firm`, or less
than half of the words (whether a speaker given is right can't be told, but no other's name may be given).
**unmarked**: words that lost marks and clause, to be given to nobody. **quote_words**: variants of that
kind, and the changes that the machine made inside quotation marks where another page has the words too.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from benchmarks.pile import Pile, piles
from benchmarks.quote_words import quote_words
from benchmarks.spoken import Spoken, named_words, passages, spoken

_HALF = 0.5
_FEWEST = 4  # words of one quotation within another, for both to be of one utterance
_KINDS = ("direct", "mixed", "indirect")


class Given(NamedTuple):
    """A wire's quotation with the quote that was found for it; None if there is none."""

    said: Spoken
    quote: Mapping[str, Any] | None

    @property
    def speaker(self) -> str | None:
        """Who is given as its speaker, if a name or a description is."""
        named = self.quote is not None and self.quote["status"] in ("attributed", "restored")
        return self.quote["speaker"] if named and self.quote else None


def main() -> None:
    """Prints one JSON object for each share of words swapped."""
    for swap, errors, pile in piles(__doc__, until="rewordings"):
        print(json.dumps({"swap": swap, **measure(pile, errors)}), flush=True)


def measure(pile: Pile, errors: int = 0) -> dict[str, Any]:
    """All measures of quotes on one pile."""
    judge = _Judge(pile, errors)
    return {**judge.settled(), **judge.unsettled(), **judge.orphans(), **quote_words(pile, errors)}


class _Judge:
    """What was found on a pile, held against the truth."""

    def __init__(self, pile: Pile, errors: int) -> None:
        self.pile, self.errors = pile, errors
        said = [one for passage in passages(pile.truth) for one in spoken(passage)]
        self.given = list(found_for(said, pile))
        self.names = {named_words(one.speaker)[-1] for one in said}
        self.naming = _pages(o for o in said if o.mention is not None and o.held and o.marks)
        self.describing = _pages(o for o in said if o.described and o.marks)

    def settled(self) -> dict[str, Any]:
        """Of quotations whose passage settles the speaker: found, given one, given a wrong one."""
        counts: Counter[str] = Counter()
        for one in self.given:
            if one.said.mention is None or not one.said.held:
                continue
            right = one.speaker is not None and self.is_right(one)
            wrong = one.speaker is not None and not right
            for kind in (one.said.kind, "all"):
                counts[f"{kind} asked"] += 1
                counts[f"{kind} found"] += one.quote is not None
                counts[f"{kind} given"] += one.speaker is not None
                counts[f"{kind} wrong"] += wrong
            self.tell("WRONG" if wrong else "NOT GIVEN" if not right else None, one)
        return {"settled": {kind: _shares(counts, kind) for kind in ("all", *_KINDS)}}

    def unsettled(self) -> dict[str, Any]:
        """Of those whose sentence does not name the speaker: given a name that is another's."""
        counts: Counter[str] = Counter()
        for one in self.given:
            if one.said.bare or not (one.said.pronoun or one.said.described):
                continue
            kind = "pronoun" if one.said.pronoun else "described"
            other = one.speaker is not None and self.is_another(one)
            counts[kind] += 1
            counts[f"{kind} other"] += other
            self.tell(f"{kind} ANOTHER" if other else None, one)
        return {
            kind: {"asked": counts[kind], "another_name": counts[f"{kind} other"]}
            for kind in ("pronoun", "described")
        }

    def orphans(self) -> dict[str, Any]:
        """Of words in marks without the rest of their sentence: restored, wrong, disputed; and what was
        given without any witness, or for words that lost their marks."""
        counts: Counter[str] = Counter()
        for one in self.given:
            said = one.said
            if said.kind != "direct" or not said.bare or said.passage.kind != "mosaic":
                continue
            kind = self.witness(said) if said.marks else "unmarked"
            right = one.speaker is not None and self.is_right(one)
            counts[kind] += 1
            counts[f"{kind} given"] += one.speaker is not None
            counts[f"{kind} right"] += right
            counts[f"{kind} wrong"] += one.speaker is not None and not right
            counts[f"{kind} another"] += one.speaker is not None and self.is_another(one)
            counts[f"{kind} disputed"] += (
                one.quote is not None and one.quote["status"] == "disputed"
            )
            failed = not right if kind == "naming" else one.speaker is not None
            self.tell(f"ORPHAN {kind}" if failed and kind != "describing" else None, one)
        return {"orphans": _orphans(counts)}

    def witness(self, said: Spoken) -> str:
        """What other pages with the same words have: a clause that names the speaker, or describes him."""
        mine = _key(said)
        for kind, known in (("naming", self.naming), ("describing", self.describing)):
            keys = [key for key, pages in known.items() if pages - {said.passage.path}]
            shares = [_common(mine, key) for key in keys]
            if any(share >= _HALF for share in shares):
                return kind
            if any(shares):
                return "describing"
        return "none"

    def is_right(self, one: Given) -> bool:
        """Whether the speaker given is the true one."""
        said, quote = one.said, one.quote
        if quote is None or one.speaker is None:
            return False
        if _share_a_word(one.speaker, said.speaker):
            return True
        place = said.passage.place(said.mention) if said.mention else None
        start, end = quote["speaker_start"], quote["speaker_end"]
        return place is not None and start is not None and start < place[1] and place[0] < end

    def is_another(self, one: Given) -> bool:
        """Whether the speaker given bears a name that is not the true one's."""
        # Whose firm or release it is, is said by another name than its own.
        bare = re.sub(r"[\w-]+['’]s\b", "", one.speaker or "")
        names = {word for word in _words(bare) if word in self.names and word[:1].isupper()}
        return bool(names) and not self.is_right(one)

    def tell(self, what: str | None, one: Given) -> None:
        """Prints one error of those that are asked for."""
        if what is None or self.errors <= 0:
            return
        self.errors -= 1
        said, quote = one.said, one.quote
        text = self.pile.texts[said.passage.path]
        around = text[max(said.start - 120, 0) : said.end + 120]
        print(what, said.passage.path, said.kind, f"true: {said.speaker}", sep=" | ")
        print(f"  page: {around!r}\n  words: {text[said.start : said.end]!r}")
        if quote is not None:
            print(
                f"  found: {quote['status']} «{quote['speaker']}» {quote['text']!r}\n  {quote['how']}"
            )


def _orphans(counts: Counter[str]) -> dict[str, Any]:
    named = {
        k: _share(counts[f"naming {k}"], counts["naming"]) for k in ("right", "wrong", "disputed")
    }
    return {
        "with_naming_witness": counts["naming"],
        "restored": named["right"],
        "restored_wrong": named["wrong"],
        "disputed": named["disputed"],
        "with_describing_witness": counts["describing"],
        "another_name": counts["describing another"],
        "without_witness": counts["none"],
        "given_all_the_same": counts["none given"],
        "unmarked": counts["unmarked"],
        "unmarked_given": counts["unmarked given"],
        "unmarked_given_wrong": counts["unmarked wrong"],
    }


def found_for(said: Sequence[Spoken], pile: Pile) -> Iterator[Given]:
    """Each quotation of the truth with the quote of the pile that has most in common with it."""
    by_path: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in pile.rows("quotes"):
        by_path[pile.paths[row["article_id"]]].append(row)
    for one in said:
        found = [(_alike(one, row), row["id"], row) for row in by_path[one.passage.path]]
        alike, _, quote = max(found, key=lambda f: f[:2], default=(0.0, "", None))
        yield Given(one, quote if alike > 0 else None)


def _alike(said: Spoken, row: Mapping[str, Any]) -> float:
    """Common share of the wire's quotation and one that was found; 0 if less than half is in it."""
    pieces = [tuple(map(int, piece.split("-"))) for piece in row["pieces"]]
    shared = sum(max(min(b, said.end) - max(a, said.start), 0) for a, b in pieces)
    size = said.end - said.start
    return (
        shared / (size + sum(b - a for a, b in pieces) - shared) if shared >= _HALF * size else 0.0
    )


def _pages(said: Iterator[Spoken]) -> dict[str, set[str]]:
    """Words of quotations -> the pages that have them."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in said:
        found[_key(one)].add(one.passage.path)
    return found


def _key(said: Spoken) -> str:
    """The words of a quotation, by which another report has it or more of it."""
    words = " ".join(re.findall(r"\w+", said.words.lower()))
    return f" {words} "


def _common(one: str, other: str) -> float:
    """The share of the longer report's words, if all of the shorter's are in it; of few words none."""
    shorter, longer = sorted((one, other), key=len)
    if shorter == longer:
        return 1.0
    known = shorter in longer and shorter.count(" ") > _FEWEST
    return shorter.count(" ") / longer.count(" ") if known else 0.0


def _words(text: str) -> list[str]:
    return re.findall(r"[\w-]+", re.sub(r"['’]s\b", "", text))


def _share_a_word(given: str, true: str) -> bool:
    return bool(set(_words(given.lower())) & set(map(str.lower, named_words(true))))


def _shares(counts: Counter[str], kind: str) -> dict[str, Any]:
    asked, given = counts[f"{kind} asked"], counts[f"{kind} given"]
    return {
        "asked": asked,
        "found": _share(counts[f"{kind} found"], asked),
        "given": _share(given, asked),
        "wrong": _share(counts[f"{kind} wrong"], given),
    }


def _share(some: int, of: int) -> float:
    return round(some / max(of, 1), 4)


if __name__ == "__main__":
    main()
