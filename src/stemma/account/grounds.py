"""The footing and the bases of sets of sentences, each set counted once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stemma.account.bases import heard_in, ranking, relied_on
from stemma.account.footing import Footing, footing_of
from stemma.account.pool import Pool
from stemma.model import Names, Quote, Sentence


class Ground(NamedTuple):
    """What some sentences stand on."""

    footing: Footing
    bases: Names


class Grounds:
    """`pool`: of the articles that repeat no other; `sentences`: by id; `names`: actor -> its name; `whole`:
    the pool of all articles, if some repeat another one."""

    def __init__(
        self,
        pool: Pool,
        sentences: Mapping[str, Sentence],
        quotes: Sequence[Quote],
        names: Mapping[str, str],
        whole: Pool | None = None,
    ) -> None:
        self.sentences = sentences
        self._pool, self._whole, self._names = pool, whole or pool, names
        self._known: dict[frozenset[str], Ground] = {}
        self._said = heard_in(quotes)
        self._bases: dict[str, frozenset[str]] = {}
        self._inside: dict[str, list[Sentence]] = defaultdict(list)
        for sentence in sentences.values():
            self._inside[sentence.article_id].append(sentence)

    def in_article(self, article: str) -> Sequence[Sentence]:
        """The sentences of an article."""
        return self._inside[article]

    def of(self, ids: frozenset[str]) -> Ground:
        """The footing and the bases of the sentences with these ids."""
        if ids not in self._known:
            passages = [self.sentences[one] for one in sorted(ids)]
            bases = ranking(map(self._relied_on, passages))
            self._known[ids] = Ground(self._footing(passages), bases)
        return self._known[ids]

    def _footing(self, passages: Sequence[Sentence]) -> Footing:
        """What stands on articles that repeat another one is counted as pages alone, if it stands on
        others."""
        first = [one for one in passages if one.article_id in self._pool.pages]
        if not first:
            return footing_of(passages, self._whole)
        again = {one.article_id for one in passages} - self._pool.pages.keys()
        found = footing_of(first, self._pool)
        return found._replace(carriers=found.carriers + len(again))

    def _relied_on(self, passage: Sentence) -> frozenset[str]:
        """To whom a sentence gives what it says, found once."""
        if passage.id not in self._bases:
            self._bases[passage.id] = relied_on(passage, self._said, self._names)
        return self._bases[passage.id]
