"""The mode of a deed where its words are plain, and the nearest CAMEO code."""

from stemma.events.lexicon import OPEN_FIRE
from stemma.events.mentions import Mention
from stemma.events.tree import Tree
from stemma.text.cameo import codes, nearest


def _modes(**words: str) -> dict[str, frozenset[str]]:
    return {name.replace("_", "-"): frozenset(found.split()) for name, found in words.items()}


# Type -> mode -> lemmas of the predicate, or of what hangs on it, that tell it.
_PLAIN = {
    "CONSULT": _modes(
        visit="visit trip tour fly travel arrive receive host guest stay land welcome",
        third_party="mediate mediation mediator broker",
        multilateral="summit conference", phone="phone telephone call telephone",
    ),
    "RETREAT": _modes(
        release="release free bail liberate repatriate parole", resign="resign resignation quit step",
        disarm="disarm disarmament weapon arm rifle mortar demobilise demobilize dismantle surrender",
        ceasefire="ceasefire truce cease-fire armistice", access="admit access inspector observer let",
        withdraw="withdraw withdrawal retreat pullout pull pullback leave vacate evacuate depart siege "
        "blockade",
    ),
    "ACCUSE": _modes(
        investigate="investigate investigation inquiry probe inspect examine audit question interrogate "
        "scrutinise "
        "scrutinize look",
        disapprove="condemn denounce criticise criticize criticism condemnation deplore slam decry "
        "rebuke protest "
        "complain complaint deride mock scold censure lambast chide lament regret disapprove petition "
        "summon blast",
        allege="accuse blame allege charge sue indict accusation allegation indictment lawsuit claim "
        "suspect "
        "prosecute impeach",
    ),
    "PROTEST": _modes(
        riot="riot rioter revolt mutiny", hunger="hunger fast", obstruct="block blockade barricade occupy",
        strike="strike walkout striker walk", boycott="boycott",
        vandalize="vandalise vandalize graffiti paint egg deface smash",
        demo="march rally demonstrate demonstration demonstrator protest protester street picket chant "
        "vigil crowd "
        "placard sit-in",
    ),
    "SANCTION": _modes(
        convict="convict conviction fine guilty sentence", expel="expel expulsion throw eject exclude "
        "oust out",
        withdraw="recall embassy ambassador talk negotiation walk quit leave",
        discontinue="suspend sever halt cut break suspension sanction embargo freeze stop end aid trade "
        "tariff tie "
        "relation withhold reduce downgrade terminate cancel",
    ),
    "MOBILIZE": _modes(
        police="police policeman officer",
        weapons="missile tank weapon howitzer battery rocket warship carrier launcher jet bomber "
        "submarine fleet ship",
        militia="militia militiaman", troops="troop soldier battalion brigade division army regiment "
        "reinforcement "
        "game reservist force drill exercise marine alert",
    ),
    "COERCE": _modes(
        arrest="arrest detain jail imprison detention imprisonment custody remand handcuff apprehend "
        "intern lock",
        curfew="curfew", deport="deport deportation", cyber="hack hacker cyber",
        seize="seize confiscate seizure confiscation nationalise nationalize expropriate impound occupy "
        "occupation "
        "annex annexation",
        censor="censor censorship website broadcast broadcaster newspaper internet",
        martial_law="martial emergency",
        restrict="ban restrict outlaw prohibit restriction close seal curb limit blockade licence "
        "license block siege",
    ),
    "ASSAULT": _modes(
        unconventional="gas chemical sarin chlorine nerve", suicide_attack="suicide", drone="drone",
        aerial="airstrike jet warplane plane air aircraft",
        abduct="abduct kidnap abduction kidnapping hostage hijack",
        torture="torture", sexual="rape", beat="beat beating punch kick", targeted="assassinate "
        "assassination",
        primitive="stab knife machete stabbing stone", crowd_control="tear teargas cannon truncheon baton",
        firearms="shoot shooting gun gunman rifle gunfire shot",
        explosives="bomb bombing mine explosive grenade",
        heavy_weapons="shell shelling missile rocket artillery mortar tank bombard bombardment",
        destroy="destroy demolish raze burn torch",
    ),
    "REJECT": _modes(
        meet="meeting meet talk summit visit mediation negotiation",
        assist="aid help money loan extradite extradition shell plea asylum weapon troop cooperate",
        yield_="demand veto free release ceasefire truce lift withdraw disarm pull stop hand inspector "
        "defy ignore",
        change="resign reform law election resignation vote rise pay dismiss senate bill constitution",
    ),
    "REQUEST": _modes(
        meet="meeting meet talk negotiate mediate mediation summit dialogue",
        yield_="release free withdraw withdrawal ceasefire stop halt lift disarm spare return ease pull "
        "end",
        change="resign resignation law reform election pay wage vote right constitution step quit "
        "dismiss policy "
        "change schools freedom",
        assist="aid help assistance support loan dollar euro money troop weapon send peacekeeper "
        "extradite extradition "
        "defence food asylum lend hand",
    ),
    "THREATEN": _modes(
        arrest="arrest warrant jail", expel="expel expulsion throw", territory="occupy annex territory",
        violence="attack strike kill bomb invade fire war missile nuclear weapon force bloodshed "
        "destroy revenge "
        "shell crush invasion",
        restrict="sanction ban curfew close tariff embargo blockade duty restrict block",
        relations="tie relation recall talk aid leave boycott cut withdraw quit walk break strike",
    ),
}  # fmt: skip
# Types whose mode is told by what is asked, refused or threatened, however deep in the clause.
_DEEP = frozenset(("REQUEST", "REJECT", "THREATEN", "MOBILIZE"))
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
    deep = (
        {tree.lemmas[k] for n in mention.words for k in tree.under(n)} if kind in _DEEP else set()
    )
    if kind == "ASSAULT" and (told := _by_shots(tree, mention, own | near)):
        return told
    for lemmas in (own, near, deep):
        for mode, words in _PLAIN.get(kind, {}).items():
            if lemmas & words:
                return mode.removesuffix("-")
    return None


def _by_shots(tree: Tree, mention: Mention, lemmas: set[str]) -> str | None:
    """The mode of `fired tear gas`, which is no gas of war, and of `opened fire`, `fired at them first`."""
    below = [k for n in mention.words for k in tree.kids[n]]
    gas = [k for k in below if tree.lemmas[k] == "gas"]
    if any(tree.has(k, "tear", "pepper") for k in gas):
        return "crowd-control"
    verb = mention.head
    objects = tree.below(verb, "obj")
    opened = tree.lemmas[verb] in OPEN_FIRE and any(tree.lemmas[k] == "fire" for k in objects)
    fired = tree.lemmas[verb] == "fire" and tree.upos[verb] == "VERB" and not tree.passive(verb)
    plain = fired and not objects and not any(lemmas & words for words in _ARMS)
    return "firearms" if opened or plain else None


_ARMS = [_PLAIN["ASSAULT"][mode] for mode in ("heavy-weapons", "unconventional", "crowd-control")]


def code_of(tree: Tree, mention: Mention, kind: str, mode: str | None) -> str | None:
    """The nearest code: that of the predicate's own lemma, else the most general of type and mode."""
    for n in (mention.head, *mention.words):
        code = _CODES.get(tree.lemmas[n])
        if code in codes() and kind in (codes()[code].type, _OTHER.get(str(code))):
            return code
    return nearest(kind, mode)
