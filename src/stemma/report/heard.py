"""Who said what, as plain values: the speakers of a story, and what nobody is given."""

from dataclasses import dataclass

from stemma.report.where import Cut, Place, Ref


@dataclass(frozen=True, slots=True)
class Named:
    """A speaker as some pages name one."""

    name: str
    places: tuple[Place, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Flag:
    """What to be careful about; `places`: where, unless it is so on all pages."""

    said: str
    places: tuple[Place, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Saying:
    """The same words, wherever they stand. `speaker`: as the page has it; `places`: where their passage
    says what is known of the speaker; `restored`: where it does not and another page does, those in `by`;
    `others`: whom pages name that disagree; `inside`: what is reported within these words; `denied_by`: who
    says that it is not so; `denies`: whose words it denies, without a name where pages say it themselves."""

    anchor: str
    kind: str
    text: str
    cue: str
    speaker: str
    places: tuple[Place, ...]
    more: int
    restored: tuple[Place, ...] = ()
    by: tuple[Place, ...] = ()
    others: tuple[Named, ...] = ()
    flags: tuple[Flag, ...] = ()
    why: str = ""
    inside: tuple["Saying", ...] = ()
    restored_more: int = 0
    by_more: int = 0
    denied_by: tuple[Named, ...] = ()
    denies: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Sayings:
    """A list of which the first are shown at once; `left_out`: how many are not shown at all."""

    first: tuple[Saying, ...] = ()
    rest: tuple[Saying, ...] = ()
    left_out: int = 0

    def __len__(self) -> int:
        return len(self.first) + len(self.rest) + self.left_out


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker. `called`: in which other words the pages name the same one; `actor`: the id, if it is
    known who that is."""

    name: str
    counts: str
    called: tuple[str, ...]
    quoted: Sayings
    claims: Sayings
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """Words inside quotation marks that pages have otherwise: the likelier ones, unless `decided` is
    false, with the words around them, and what others have instead; `explained`: what explains it, if it was
    asked."""

    anchor: str
    before: str
    text: str
    after: str
    places: tuple[Place, ...]
    more: int
    decided: bool
    other: str
    others: tuple[Place, ...]
    others_more: int
    speaker: str
    why: str
    ref: Ref | None
    explained: str = ""


@dataclass(frozen=True, slots=True)
class Voices:
    """Who said what in a story."""

    counts: str
    changed: tuple[Changed, ...]
    voices: tuple[Voice, ...]
    more: tuple[Voice, ...]
    voices_cut: Cut
    orphans: Sayings
    claims: Sayings
    disputed: Sayings
    command: str
