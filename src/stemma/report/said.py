"""Who said what, as Markdown."""

from collections.abc import Iterator, Sequence

from stemma.remarks import count
from stemma.report.heard import Changed, Flag, Named, Saying, Sayings, Voice, Voices
from stemma.report.plain import escaped
from stemma.report.where import Place


def said_by_whom(voices: Voices) -> list[str]:
    """The lines below the heading."""
    if not voices.counts:
        return ["No quotation and no reported claim was found."]
    lines = [f"{voices.counts}."]
    if voices.changed:
        lines += [
            "",
            "**Words changed inside quotation marks:**",
            "",
            *map(_changed, voices.changed),
        ]
    for voice in voices.voices:
        lines += ["", *_voice(voice, voices.command)]
    quoted = [voice for voice in voices.more if len(voice.quoted)]
    for voice in quoted:
        lines += ["", *_voice(voice, voices.command, claims=False)]
    left = len(voices.more) - len(quoted)
    if left:
        more = "more speaker" if voices.voices or quoted else "speaker"
        said = f"{count(left, more)} of whom only claims are reported:"
        lines += ["", f"{said} `` {voices.command} ``"]
    if voices.voices_cut.said:
        lines += ["", f"{escaped(voices.voices_cut.said)} `` {voices.voices_cut.command} ``"]
    lines += [
        "",
        "**Quotations without a speaker:**",
        "",
        *_nobodys(voices.orphans, voices.command),
    ]
    if len(voices.claims):
        lines.append(
            f"- besides, {count(len(voices.claims), 'reported claim')} of nobody who is named"
        )
    return [*lines, "", "**Speakers in dispute:**", "", *_nobodys(voices.disputed, voices.command)]


def _voice(voice: Voice, command: str, claims: bool = True) -> Iterator[str]:
    also = f"; also {'; '.join(voice.called)}" if voice.called else ""
    yield f"**{escaped(voice.name)}** ({escaped(voice.counts + also)})"
    yield ""
    yield from _list(voice.quoted, command)
    if claims:
        yield from _list(voice.claims, command)
    elif len(voice.claims):
        yield f"- and {count(len(voice.claims), 'reported claim')}"


def _nobodys(list_of: Sayings, command: str) -> Iterator[str]:
    if not len(list_of):
        yield "- none"
    yield from _list(list_of, command, nobodys=True)


def _list(list_of: Sayings, command: str, nobodys: bool = False) -> Iterator[str]:
    for saying in (*list_of.first, *list_of.rest):
        yield from _saying(saying, "", by=nobodys, why=nobodys)
    if list_of.left_out:
        yield f"- and {list_of.left_out} more: `` {command} ``"


def _saying(one: Saying, indent: str, by: bool, why: bool) -> Iterator[str]:
    said = " ".join(filter(None, [one.speaker if by else "", one.cue]))
    more = f" and {one.by_more} more" if one.by_more else ""
    named_by = ", ".join(place.siglum for place in one.by) + more
    about = [
        _places(one.places, one.more) + (" without the speaker" if one.others else ""),
        f"{_places(one.restored, one.restored_more)} without the speaker, restored from {named_by}"
        if one.restored
        else "",
        *(f"{_places(other.places, other.more)}: {other.name}" for other in one.others),
        one.why if why else "",
        *(f"denied by {other.name} on {_places(other.places)}" for other in one.denied_by),
        *(_denies(other) for other in one.denies),
        *map(_flag, one.flags),
    ]
    cue = f"*{escaped(said)}:* " if said else ""
    yield f"{indent}- {cue}{escaped(one.text)} ({escaped('; '.join(filter(None, about)))})"
    for inner in one.inside:
        yield from _saying(inner, indent + "  ", by=True, why=False)


def _denies(other: Named) -> str:
    if not other.name:
        return "denies what pages say in their own words"
    return f"denies what {other.name} says on {_places(other.places)}"


def _flag(flag: Flag) -> str:
    return f"careful: {flag.said}" + (
        f", on {_places(flag.places, flag.more)}" if flag.places else ""
    )


def _changed(one: Changed) -> str:
    ours, theirs = one.text or "nothing", one.other or "nothing"
    line = f"{one.before}«{one.text}»{one.after}"
    first = f"likelier «{ours}» on" if one.decided else f"undecided: «{ours}» on"
    other = f"changed to «{theirs}» on" if one.decided else f"«{theirs}» on"
    speaker = f"{one.speaker}: " if one.speaker else ""
    ref = f" (statement {one.ref.number})" if one.ref else ""
    explained = f"; {one.explained}" if one.explained else ""
    return (
        f"- {escaped(speaker + line)}: {escaped(first)} {escaped(_places(one.places, one.more))}; "
        f"{escaped(other)} {escaped(_places(one.others, one.others_more))}{explained}{ref}"
    )


def _places(places: Sequence[Place], more: int = 0) -> str:
    """`A:10-90, B:5-80 in part`: pages by their letters, with characters."""
    held = [f"{p.siglum}:{p.start}-{p.end}{' ' * bool(p.extent)}{p.extent}" for p in places]
    return ", ".join(held) + (f" and {more} more" if more else "")
