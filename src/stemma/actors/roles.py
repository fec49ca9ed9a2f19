"""Words for what people and bodies are: offices, callings, forms of address, bodies and their sectors.

Sectors are those of PLOVER's manual (CC BY-SA 4.0): JRN are media, MED is health, ELI are former
officials; IGO and NGO are its codes for bodies of no one country. A word that stands for several sectors
has none here, and so nothing is guessed from it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple


class Role(NamedTuple):
    """What a noun makes of its bearer: a person, organisation or group; a sector and a gender, if it tells
    them. `rank`: head (of a state or government), foreign (who leads foreign affairs) or empty."""

    sort: str
    sector: str | None = None
    gender: str = ""
    rank: str = ""


def _table(sort: str, lists: Mapping[str, str]) -> dict[str, Role]:
    return {
        word: Role(sort, None if sector == "-" else sector)
        for sector, text in lists.items()
        for word in text.split()
    }


# Offices and callings of one person; what most of them say of the sector.
_PERSONS = _table("person", {
    "GOV": "minister premier ambassador envoy diplomat governor mayor undersecretary consul attaché "
           "king queen emir sultan monarch prince princess",
    "LEG": "sen senator congressman congresswoman lawmaker legislator parliamentarian mp",
    "MIL": "general colonel admiral brigadier lieutenant sergeant soldier commander corporal gen col adm "
           "brig lt sgt cmdr cpl maj",
    "COP": "policeman policewoman constable sheriff detective superintendent",
    "JUD": "judge justice magistrate prosecutor",
    "REB": "rebel insurgent guerrilla militant",
    "SPY": "spy",
    "JRN": "journalist reporter correspondent columnist broadcaster photojournalist",
    "MED": "doctor nurse surgeon physician paramedic medic pharmacist",
    "EDU": "professor teacher lecturer headteacher headmaster student pupil schoolgirl schoolboy",
    "BUS": "businessman businesswoman entrepreneur shopkeeper ceo trader banker",
    "REL": "bishop archbishop cardinal pope priest imam rabbi pastor ayatollah cleric nun monk",
    "LAB": "unionist",
    "AGR": "farmer peasant",
    "REF": "refugee",
    "CRM": "gangster smuggler trafficker",
    "-": "capt rep rev gov president secretary chancellor chief leader head director chairman chairwoman "
         "chair spokesman "
         "spokeswoman spokesperson official officer deputy captain major commissioner candidate adviser "
         "advisor aide negotiator representative politician activist analyst expert fellow scientist "
         "researcher economist historian author writer artist actor actress singer musician player coach "
         "manager executive founder co-founder cofounder owner engineer pilot driver astronaut lawyer "
         "attorney witness resident veteran survivor victim suspect inspector investigator speaker "
         "counterpart successor predecessor colleague critic supporter member volunteer worker employee "
         "guard goalkeeper striker captain champion winner runner swimmer cyclist architect designer "
         "programmer developer user voter citizen tourist visitor passenger neighbour neighbor coordinator "
         "councillor councilor principal treasurer prisoner hostage protester demonstrator dissident "
         "fighter terrorist gunman attacker hacker photographer filmmaker editor publisher producer "
         "librarian curator biologist physicist chemist geologist astronomer scholar tsar czar boss dean "
         "provost regent monarchist registrar scientologist rider host guest man woman boy "
         "girl child baby infant toddler teenager youth adult person human father mother parent son "
         "daughter brother sister husband wife spouse widow uncle aunt cousin nephew niece grandfather "
         "grandmother friend gentleman lady guy kid bystander passerby patient inmate dictator "
         "tyrant strongman ruler",
})  # fmt: skip
_BODIES = _table("organisation", {
    "GOV": "government administration cabinet ministry embassy consulate treasury regime",
    "LEG": "parliament congress senate legislature bundestag knesset duma",
    "MIL": "army navy military",
    "COP": "police constabulary gendarmerie",
    "JUD": "court tribunal judiciary",
    "JRN": "newspaper broadcaster magazine daily tabloid",
    "MED": "hospital clinic",
    "EDU": "university school college academy",
    "BUS": "company firm corporation bank startup manufacturer retailer airline",
    "REL": "church mosque synagogue temple diocese vatican",
    "LAB": "union",
    "NGO": "charity ngo",
    "-": "agency department council committee commission office service group organisation organization "
         "team party movement association federation institute institution centre center board bureau "
         "panel authority watchdog club league coalition alliance body delegation mission campaign "
         "foundation society network intelligence command unit force brigade battalion fund museum site",
})  # fmt: skip
_OFFICES = frozenset(
    "president secretary chancellor chief leader head director chairman chairwoman chair spokesman "
    "spokeswoman spokesperson commissioner pope ceo dean provost regent principal speaker dictator".split()
)
# Nouns of several people who speak or act as one.
_GROUPS = _table("group", {
    "MIL": "troops",
    "REB": "rebels insurgents guerrillas militants",
    "CVL": "civilians villagers townspeople residents locals",
    "OPP": "opposition",
    "LEG": "lawmakers",
    "-": "officials authorities forces people allies fighters militia delegates",
})  # fmt: skip
_GENDERS = {
    "m": "mr sir lord king prince spokesman chairman congressman policeman businessman headmaster "
         "schoolboy bishop archbishop cardinal pope priest imam monk man boy father son brother husband "
         "uncle nephew grandfather gentleman guy actor gunman frenchman dutchman emir sultan ayatollah",
    "f": "mrs ms miss lady dame queen princess spokeswoman chairwoman congresswoman policewoman "
         "businesswoman schoolgirl nun woman girl mother daughter sister wife widow aunt niece "
         "grandmother actress frenchwoman dutchwoman",
}  # fmt: skip
GENDERS: dict[str, str] = {word: g for g, text in _GENDERS.items() for word in text.split()}
# Forms of address: they say nothing of an office.
ADDRESS = frozenset("mr mrs ms miss sir lord lady dame dr st prof mister madam".split())
# What tells one bearer of a name from another of his family.
SUFFIXES = {
    "jr": "junior",
    "junior": "junior",
    "sr": "senior",
    "senior": "senior",
    "ii": "ii",
    "iii": "iii",
}
FORMER = frozenset("former ex then late erstwhile onetime".split())
_HEADS = frozenset(
    "president premier chancellor king queen emir sultan monarch leader ruler dictator".split()
)
# Words of a place or a thing that take a name before them and are nobody's surname: `Miller Tower`.
THINGS = frozenset(
    "tower towers airport street avenue road bridge square building stadium arena hotel palace castle prize "
    "award doctrine university hospital institute foundation airbase museum library cathedral".split()
)
# Nouns that mean an actor only if something else says so: they are described, and not looked for.
TOO_GENERAL = frozenset(
    "people person human man woman child baby adult kid youth site force unit museum office mission campaign "
    "intelligence command service network body fund user host guest member worker employee victim suspect "
    "winner runner passenger visitor tourist patient player world authority alliance society".split()
)
_PLACES = frozenset(
    "street avenue road bridge square park river lake mountain island bay sea ocean valley desert coast "
    "beach city town village province county district region state country nation territory continent "
    "border capital island peninsula world area place home building tower airport airbase base house "
    "stadium station neighborhood neighbourhood suburb location site facility space planet earth port "
    "constituency municipality hotel venue hangar street room kitchen store shop".split()
)
_MEDIA_WORDS = frozenset(
    "news times post television tv radio journal herald tribune gazette telegraph guardian observer "
    "broadcasting press newspaper magazine".split()
)
_MEDIA_NAMES = frozenset(
    "ap afp reuters tass bbc cnn upi dpa xinhua aljazeera npr abc nbc cbs".split()
)
_IGO = frozenset(
    "un unitednations nato eu europeanunion imf worldbank opcw iaea africanunion arableague osce asean opec "
    "unsecuritycouncil unitednationssecuritycouncil securitycouncil wto worldtradeorganization unesco unicef "
    "g7 g8 g20 interpol internationalmonetaryfund worldhealthorganization europeancommission "
    "northatlantictreatyorganization internationalatomicenergyagency".split()
)  # fmt: skip


def role(word: str, plural: bool = False) -> Role | None:
    """What a noun, in small letters, says of its bearer, or None if it is no such noun."""
    if plural and word in _GROUPS:
        return _GROUPS[word]
    found = _ROLES.get(word)
    if found is None and word.endswith("s"):
        found = _GROUPS.get(word) or _ROLES.get(word[:-1])
    if found is None or found.sort == "group" or not plural:
        return found
    return found._replace(sort="group") if found.sort == "person" else found


def is_office(word: str) -> bool:
    """Whether a noun is an office that one person of a country or body holds, rather than a calling."""
    found = _ROLES.get(word)
    return word in _OFFICES or (
        found is not None and found.sector in ("GOV", "JUD", "LEG", "MIL", "COP")
    )


def is_place(word: str) -> bool:
    """Whether a common noun is one of places."""
    return word in _PLACES


def is_media(form: Sequence[str]) -> bool:
    """Whether the words of a name, as compared, are those of a paper, station or agency."""
    return form[-1] in _MEDIA_WORDS or "".join(form) in _MEDIA_NAMES or "news" in form


def is_between_states(form: Sequence[str]) -> bool:
    """Whether a name is that of a body of several states."""
    return "".join(form) in _IGO


def body(form: Sequence[str]) -> Role | None:
    """What the nouns of an organisation's name say of it: `Ministry of …`, `… University`."""
    for word in (form[-1], form[0], *form[1:-1]):
        found = _BODIES.get(word)
        if found is not None and found.sector is not None:
            return found
    return None


def sector_of(words: Iterable[str]) -> str | None:
    """The sector that the words of a title agree on; none if they differ or say nothing."""
    found = {known.sector for word in words if (known := _ROLES.get(word)) and known.sector}
    return found.pop() if len(found) == 1 else None


def _with_gender(word: str, known: Role) -> Role:
    rank = "head" if word in _HEADS else ""
    return known._replace(gender=GENDERS.get(word, ""), rank=rank)


_ROLES: dict[str, Role] = {
    word: _with_gender(word, known) for word, known in (_BODIES | _PERSONS | _GROUPS).items()
}
