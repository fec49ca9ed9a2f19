"""PLOVER's contexts of a deed: what it is about, by the words of its clause, its parties and its code."""

from stemma.events.mentions import Mention
from stemma.events.tree import Tree
from stemma.text.cameo import codes


def _contexts(**words: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(found.split()) for name, found in words.items()}


# Context -> lemmas that speak of it, in the order in which contexts are given.
CONTEXTS = _contexts(
    military="army troop soldier military navy marine battalion brigade missile tank artillery warship "
    "fighter "
    "shell shelling rocket airstrike warplane drill manoeuvre maneuver ceasefire truce general garrison "
    "frigate "
    "howitzer mortar offensive arms weapon weaponry ammunition defence defense jet bomber regiment "
    "submarine airfield drone barracks combat",
    intelligence="intelligence spy espionage wiretap agent surveillance informer mole",
    executive="cabinet decree policy decree premier ministry",
    legislative="parliament senate congress bill lawmaker senator deputy legislature mp",
    election="election vote ballot voter poll candidate campaign referendum electoral turnout",
    political_institutions="constitution constitutional reform judiciary institution autonomy federalism",
    pro_democracy="democracy democratic",
    pro_autocracy="martial dictator dictatorship",
    economic="trade tariff bank economy economic market price oil gas grain loan debt investment export "
    "import "
    "customs wage pay salary tax budget fund dollar euro company firm factory pipeline "
    "currency duty steel subsidy",
    legal="court judge prosecutor lawsuit sue trial charge convict conviction indict indictment lawyer "
    "verdict "
    "sentence extradite extradition law tribunal legal jury warrant custody bail attorney acquit",
    reparations="reparation compensation restitution",
    human_rights="torture disappearance execution atrocity genocide abuse massacre",
    rights_freedoms="press journalist reporter editor newspaper freedom speech "
    "website broadcaster censorship blogger censor",
    repression="repression crackdown dissident persecution purge",
    human_security="food aid hunger famine refugee humanitarian blanket tent displaced hungry flour "
    "medicine relief evacuate civilian",
    gender="woman women girl gender abortion maternity",
    lgbt="gay lesbian lgbt transgender homosexual queer",
    religion_ethnicity="church mosque temple bishop imam priest monk muslim christian hindu jewish "
    "buddhist sect "
    "ethnic tribe minority religious pope cleric pilgrim cathedral synagogue headscarf",
    inequality="poverty poor inequality slum landless",
    diplomatic="ambassador embassy envoy diplomat diplomatic consul consulate summit treaty foreign "
    "relation "
    "recognition recognise recognize veto resolution mediation mediate talk negotiation ministers "
    "bilateral "
    "accord un council",
    territory="territory sovereignty annex annexation secession separatist disputed strait",
    peacekeeping="peacekeeper peacekeeping blue-helmet helmet",
    health="health hospital vaccine vaccinate doctor nurse disease epidemic cholera patient medical "
    "virus clinic "
    "outbreak measles malaria vaccination quarantine",
    asylum="asylum",
    migration="migrant migration refugee visa deport deportation passport immigrant",
    disasters="earthquake quake flood storm hurricane cyclone drought tsunami wildfire landslide "
    "eruption disaster",
    natural_resource="mining timber fishing fish mineral uranium copper gold lithium",
    environment="climate pollution emission environment environmental forest waste deforestation spill "
    "rainforest",
    technology="satellite technology chip software telecom internet rocket semiconductor computer",
    terrorism="terrorist terrorism suicide jihadist extremist hostage hijack militant bomber",
    cbrn="nuclear chemical biological sarin gas warhead uranium centrifuge radioactive enrichment "
    "reactor nerve "
    "chlorine anthrax",
    cyber="hack hacker cyber malware server phishing cyberattack ransomware",
    misinformation="misinformation disinformation hoax forgery forged fake propaganda",
    crime="gang murder robbery kidnap theft smuggling smuggle robber burglary crime criminal thief mafia "
    "kidnapper ransom murderer",
    corruption="corruption bribe bribery embezzle embezzlement graft kickback",
    illegal_drugs="drug cocaine heroin opium cartel narcotic fentanyl",
    trafficking="trafficking trafficker traffic slavery",
)
# Words of a context that say nothing of it alone: they need a type of deed beside.
_ONLY = {
    "military": frozenset(("ASSAULT", "MOBILIZE", "RETREAT", "COOPERATE", "AID", "AGREE", "THREATEN",
                           "CONCEDE", "COERCE", "SUPPORT", "REQUEST", "REJECT", "SANCTION", "ACCUSE")),
    "cbrn": frozenset(("ASSAULT", "THREATEN", "MOBILIZE", "ACCUSE", "RETREAT", "REQUEST", "SANCTION")),
}  # fmt: skip
_GENERAL = 3  # digits of a code that still says little of what it is about
# Types that stand for a context where nothing else speaks.
_ALONE = {
    "CONSULT": "diplomatic",
    "ASSAULT": "military",
    "MOBILIZE": "military",
    "SUPPORT": "diplomatic",
}


def contexts_of(tree: Tree, mention: Mention, kind: str, code: str | None) -> tuple[str, ...]:
    """The contexts in their order: by words, by a code that has some, else what the type stands for."""
    lemmas = {tree.lemmas[n] for n in _clause(tree, mention)}
    found = {name for name, words in CONTEXTS.items() if lemmas & words}
    found -= {name for name, kinds in _ONLY.items() if kind not in kinds}
    found.update(codes()[code].contexts if code in codes() and len(str(code)) > _GENERAL else ())
    if not found and kind in _ALONE:
        found.add(_ALONE[kind])
    return tuple(name for name in CONTEXTS if name in found)


def _clause(tree: Tree, mention: Mention) -> set[int]:
    """The words of the predicate, of what hangs on it less clauses, and of the parties."""
    top = mention.head if mention.lent is None else mention.lent
    found = {*mention.words, top}
    todo = [mention.head, top]
    while todo:
        at = todo.pop()
        for kid in tree.kids[at]:
            if tree.rels[kid] not in ("conj", "advcl", "parataxis", "ccomp") and kid not in found:
                found.add(kid)
                todo.append(kid)
    for span in (*mention.actors, *mention.recipients):
        found.update(range(*span))
    return found
