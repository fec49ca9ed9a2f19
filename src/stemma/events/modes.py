"""The mode of a deed where its words are plain, and the nearest CAMEO code."""

from stemma.events.mentions import Mention
from stemma.events.tree import Tree
from stemma.text.cameo import codes, nearest


def _modes(**words: str) -> dict[str, frozenset[str]]:
    return {name.replace("_", "-"): frozenset(found.split()) for name, found in words.items()}


# Type -> mode -> lemmas of the predicate, or of what hangs on it, that tell it.
_PLAIN = {
    "CONSULT": _modes(
        visit="visit trip tour fly travel arrive", third_party="mediate mediation mediator broker",
        multilateral="summit", phone="phone telephone",
    ),
    "RETREAT": _modes(
        release="release free", disarm="disarm disarmament weapon arm", resign="resign resignation quit",
        ceasefire="ceasefire truce cease-fire armistice", access="admit access inspector observer",
        withdraw="withdraw withdrawal retreat pullout pull pullback",
    ),
    "ACCUSE": _modes(
        investigate="investigate investigation inquiry probe inspect",
        disapprove="condemn denounce criticise criticize criticism condemnation deplore slam decry rebuke",
        allege="accuse blame allege charge sue indict accusation allegation indictment lawsuit",
    ),
    "PROTEST": _modes(
        demo="march rally demonstrate demonstration demonstrator", riot="riot rioter", hunger="hunger",
        strike="strike walkout striker", boycott="boycott", obstruct="block blockade barricade occupy",
        vandalize="vandalise vandalize graffiti paint",
    ),
    "SANCTION": _modes(
        convict="convict conviction fine", expel="expel expulsion",
        discontinue="suspend sever halt cut break suspension",
    ),
    "MOBILIZE": _modes(
        troops="troop soldier battalion brigade division army regiment", police="police policeman",
        weapons="missile tank weapon howitzer battery rocket warship", militia="militia militiaman",
    ),
    "COERCE": _modes(
        arrest="arrest detain jail imprison detention imprisonment", curfew="curfew",
        deport="deport deportation",
        seize="seize confiscate seizure confiscation", censor="censor censorship", cyber="hack hacker cyber",
        martial_law="martial", restrict="ban restrict outlaw prohibit restriction",
    ),
    "ASSAULT": _modes(
        unconventional="gas chemical sarin chlorine nerve", suicide_attack="suicide", drone="drone",
        aerial="airstrike jet warplane plane air aircraft",
        abduct="abduct kidnap abduction kidnapping hostage",
        torture="torture", sexual="rape", beat="beat beating", targeted="assassinate assassination",
        primitive="stab knife machete stabbing stone", crowd_control="tear teargas cannon truncheon",
        firearms="shoot shooting gun gunman rifle gunfire shot",
        explosives="bomb bombing mine explosive grenade",
        heavy_weapons="shell shelling missile rocket artillery mortar tank bombard bombardment",
        destroy="destroy demolish raze",
    ),
    "REJECT": _modes(meet="meeting meet talk summit visit", yield_="demand veto", assist="aid help"),
    "REQUEST": _modes(meet="meeting meet talk", assist="aid help assistance support"),
    "THREATEN": _modes(
        violence="attack strike kill bomb invade fire", restrict="sanction ban", arrest="arrest warrant",
        expel="expel", relations="tie relation recall",
    ),
}  # fmt: skip
# Lemma of a predicate -> code, where the type is the code's.
_CODES = {
    "veto": "129", "arrest": "173", "detain": "173", "expel": "174", "deport": "174", "visit": "042",
    "mediate": "045", "apologise": "055", "apologize": "055", "ratify": "057", "sign": "057",
    "treaty": "057", "recognise": "054", "recognize": "054", "recognition": "054", "free": "0841",
    "withdraw": "0874", "withdrawal": "0874", "ceasefire": "0871", "truce": "0871", "resign": "0831",
    "investigate": "090", "accuse": "112", "blame": "112", "accusation": "112", "condemn": "111",
    "denounce": "111", "criticise": "111", "criticize": "111", "sue": "115", "lawsuit": "115",
    "convict": "116", "indict": "115", "refuse": "120", "reject": "120", "threaten": "130", "warn": "130",
    "riot": "145", "embargo": "163", "curfew": "1722", "seize": "171", "confiscate": "1711",
    "abduct": "181", "kidnap": "181", "torture": "1822", "rape": "1821", "assassinate": "185",
    "shoot": "193", "fight": "193", "fighting": "193", "clash": "193", "shell": "194", "shelling": "194",
    "airstrike": "195", "demonstrate": "141", "rally": "141", "march": "141", "boycott": "143",
}  # fmt: skip

# Codes that also stand for a type that is not the table's (see the head of `training/own/events.txt`).
_OTHER = {"116": "SANCTION", "055": "CONCEDE", "163": "SANCTION", "057": "SUPPORT"}


def mode_of(tree: Tree, mention: Mention, kind: str) -> str | None:
    """The mode by the words of the predicate, else by what hangs on it."""
    own = {tree.lemmas[n] for n in mention.words}
    near = {tree.lemmas[k] for n in mention.words for k in tree.kids[n]}
    for lemmas in (own, near):
        for mode, words in _PLAIN.get(kind, {}).items():
            if lemmas & words:
                return mode.removesuffix("-")
    return None


def code_of(tree: Tree, mention: Mention, kind: str, mode: str | None) -> str | None:
    """The nearest code: that of the predicate's own lemma, else the most general of type and mode."""
    for n in (mention.head, *mention.words):
        code = _CODES.get(tree.lemmas[n])
        if code in codes() and kind in (codes()[code].type, _OTHER.get(str(code))):
            return code
    return nearest(kind, mode)
