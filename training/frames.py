"""Sentences for the types of events, made of frames of our own in ``own/frames.txt``.

A frame has room for who and whom and a choice of words; each is filled several times with parties of `POOLS`,
by a hash of the frame, so the same file gives the same sentences.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from training.events import MODES, NONE, OWN, Event, marked

FILLS = 6  # sentences made of each frame; the first is plain, the others may have more before and behind
BEFORE = (
    "", "", "", "On Monday, ", "In a statement on Friday, ", "After months of unrest, ", "Last week, ",
    "Despite protests at home, ", "At the weekend, ", "Days after the election, ", "As fighting went on, ",
)  # fmt: skip
BEHIND = (
    "", "", "", ", state media reported", ", a spokesman said", ", according to officials", " on Tuesday",
    ", days after talks had failed", ", which has long been at odds with its neighbours", " last month",
    ", a step that surprised diplomats", ", two years after the war", " amid a row over water",
    ", the agency reported on Sunday", " as prices rose", ", while others stayed silent",
)  # fmt: skip
# Parties by what they are. A bar parts them.
POOLS: dict[str, Sequence[str]] = {
    kind: parties.split("|")
    for kind, parties in {
        "s": "Kenya|Peru|Ankara|the Moroccan government|Vietnam|Lima|Hungary|the government of Chad|"
        "Nepal|Oslo|"
        "the Philippines|Bolivia|Ethiopia|Eritrea|Thailand|Cambodia|Seoul|Colombo|Portugal|Ghana|"
        "Jakarta|Azerbaijan|"
        "Armenia|the Polish government|Denmark|the Sudanese government|Kuwait|Georgia|Malaysia|Chile|"
        "Tokyo|Greece|"
        "Niger|the United Arab Emirates|South Korea|Belgrade|Kosovo|Lithuania|the European Union|India|"
        "Pakistan|"
        "Zambia|Cuba|Mexico City|Canada|Australia|Madrid|Rabat|Tunisia|the West African bloc|Norvane|"
        "Kestria",
        "n": "Kenyan|Peruvian|Turkish|Moroccan|Vietnamese|Indian|Polish|Greek|Cuban|Korean|Thai|"
        "Sudanese|French|"
        "Spanish|Danish|Nigerian|Malaysian|Mexican|Georgian|Pakistani",
        "p": "President Adaora Okello|Prime Minister Jonas Vester|Chancellor Weiss|Foreign Minister Lin "
        "Hua|"
        "the Kenyan president|Defence Minister Pavel Kral|Senator Marta Quiroga|Ambassador Haddad|"
        "General Tekle|"
        "Thai Prime Minister Somsak|the opposition leader|Interior Minister Rosa Lund|the governor|King "
        "Idris|"
        "the finance minister of Ghana|Peruvian President Luis Ocampo|Mayor Dimitra Pappas|Vice "
        "President Nkemelu|"
        "the Danish foreign minister|UN envoy Carla Brandt|Colonel Osei|Trade Minister Ito|Bishop Almeida",
        "o": "the United Nations|the Red Cross|the European Commission|the African Union|the World Bank|"
        "the IMF|"
        "the UN refugee agency|the Security Council|Human Rights Watch|the Arab League|the WHO|the "
        "election commission|"
        "Amnesty International|the nuclear watchdog|the OSCE",
        "m": "the rebels|gunmen|the Karo militia|the guerrillas|insurgents|the army|militants|al-Shabaab|"
        "separatist fighters|the Front for Liberation|pirates|government troops|Taliban fighters|the "
        "northern clans|"
        "paramilitaries|the security forces",
        "c": "students|nurses|farmers|opposition activists|the teachers' union|journalists|Kurdish "
        "groups|miners|"
        "residents of the delta|human rights lawyers|dock workers|the opposition party|Buddhist monks|"
        "migrants|"
        "indigenous leaders|supporters of the former president|railway workers|women's groups",
        "f": "Northgate Oil|the state airline|Banco Alvor|the mining company|Helix Motors|Vodatel|the "
        "steel maker|"
        "the national bank|Orion Shipping|Tamar Gas",
        "j": "prosecutors|the high court|a court in Accra|the anti-corruption agency|a judge|the "
        "attorney general|"
        "the war crimes tribunal|police",
    }.items()
}  # fmt: skip
_CHOICE = re.compile(r"\{([^{}]*)\}")
_PARTY = re.compile(r"([@#%])([a-z])\b")


def frames(path: Path = OWN / "frames.txt", fills: int = FILLS) -> list[Event]:
    """The rows that the frames give; `#= 2` in the file: of what follows two each, at most. Raises ValueError
    with file and line."""
    found: dict[str, Event] = {}
    count = fills
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("#="):
            count = min(fills, int(line[2:]))
        if not line or line.startswith("#"):
            continue
        try:
            kind, frame = line.split("\t")
            if kind not in MODES and kind != NONE:
                raise ValueError(f"no type: {kind!r}")
            made = [marked(filled(frame, n)) for n in range(count)]
        except ValueError as error:
            raise ValueError(f"{path}:{number}: {error}") from error
        for one in made:
            found.setdefault(one.text, Event(kind, None, (), None, one, None))
    return list(found.values())


def filled(frame: str, number: int) -> str:
    """A frame with words and parties chosen, as a marked sentence."""
    count = 0
    taken: set[str] = set()

    def chosen(found: Sequence[str]) -> str:
        nonlocal count
        count += 1
        key = f"{frame}\n{number}\n{count}"
        return found[int(hashlib.sha256(key.encode()).hexdigest(), 16) % len(found)]

    def party(match: re.Match[str]) -> str:
        name = chosen([one for one in POOLS[match[2]] if one not in taken])
        taken.add(name)
        marks = {"@": f"[A {name}]", "#": f"[R {name}]", "%": name}
        return marks[match[1]]

    while _CHOICE.search(frame):
        frame = _CHOICE.sub(lambda match: chosen(match[1].split("|")), frame)
    text = re.sub(r"\s+([,.])", r"\1", " ".join(_PARTY.sub(party, frame).split()))
    text = text.replace(" ]", "]")
    if number and text[-1] == "." and text[0] != '"':
        before = chosen(BEFORE)
        text = text[:1].lower() + text[1:] if before else text
        text = before + text[:-1] + chosen(BEHIND) + "."
    first = re.match(r'"?(?:\[[ARP] )?', text)
    start = first.end() if first else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]
