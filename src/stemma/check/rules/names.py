"""Somebody in the draft who is not in what it rests on."""

from collections.abc import Iterator

from stemma.check.found import Asked, Found, Match, point
from stemma.check.telling import UNSEEN, Named, Telling, initials, name_keys
from stemma.check.terms import stem
from stemma.check.verdicts import ACTOR, OTHER_SPEAKER, PARTLY

_CALLING = frozenset(map(stem, "call describe term label dub brand name deem".split()))


def names(asked: Asked) -> Iterator[Found]:
    """Each name is looked for in all that tells the same and beside it. If one of the same kind stands there
    that the draft's sentence lacks, it is another."""
    if not asked.others:
        return
    for name in asked.telling.names:
        if _stands(name, asked) or _is_speaker(name, asked.telling):
            continue
        rivals = [r for match in asked.others[:3] for r in _rivals(name, match, asked.telling)]
        if rivals:
            match, other = rivals[0]
            said = f"you name «{name.text}», the pile «{other.text}»"
            says = _is_speaker(other, match.telling) or _says(name, asked.telling)
            said_by = says and not asked.telling.spoken(name.start, name.end)
            verdict = OTHER_SPEAKER if said_by else ACTOR
            yield Found(
                verdict, said, name.start, name.end, (point(match, other.start, other.end),)
            )
        else:
            yield Found(PARTLY, f"«{name.text}» was not found", name.start, name.end)


def _stands(name: Named, asked: Asked) -> bool:
    own = name_keys(name.text)
    if not own or not name.text[:1].isupper():
        return True
    short = name.text.replace(".", "").casefold()
    for match in asked.others:
        telling = match.telling
        if _holds(own, telling.keys):
            return True
        if name.kind != "PER" and any(
            short in initials(alias) for alias in (*telling.aliases, *_texts(telling))
        ):
            return True
        if name.kind != "PER" and any(key in telling.keys for key in initials(name.text)):
            return True
        # Beside the passage somebody else may be named as well.
        alone = name.kind != "PER" or not any(_rivals(name, match, asked.telling))
        if alone and _holds(own, telling.around):
            return True
    return False


def _texts(telling: Telling) -> list[str]:
    return [one.text for one in telling.names]


def _holds(own: list[str], keys: frozenset[str]) -> bool:
    nation = [key for key in own if key.startswith("nation ")]
    if any(key in keys for key in nation):
        return True
    words = [key for key in own if not key.startswith("nation ")]
    found = [key in keys for key in words]
    # A surname tells a person, and half of its words a body or a place.
    return bool(found) and (found[-1] or sum(found) * 2 > len(found))


def _says(name: Named, telling: Telling) -> bool:
    """Whether somebody speaks there of whom the rule of speakers knows nothing: who calls a thing what it is,
    and who stands before a colon with a quotation of nobody else's."""
    if any(
        stem(deed.predicate.split(" ")[0]) in _CALLING and name.text in " ".join(deed.who)
        for deed in telling.deeds
    ):
        return True
    quoted = [s.pieces[0][0] for s in telling.speeches if s.kind == "direct" and not s.speaker]
    return any(name.end < at and telling.text[:at].rstrip(' "“').endswith(":") for at in quoted)


def _is_speaker(name: Named, telling: Telling) -> bool:
    """Whether the rule of speakers looks at it."""
    return any(
        one.span and one.span[0] <= name.start and name.end <= one.span[1]
        for one in telling.speeches
    )


def _rivals(name: Named, match: Match, own: Telling) -> Iterator[tuple[Match, Named]]:
    for other in match.telling.names:
        if name.kind in (other.kind, UNSEEN) and not _holds(name_keys(other.text), own.keys):
            yield match, other
