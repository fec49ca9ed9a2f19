"""Verbs whose type one more word makes sure: `took two men hostage`, `opened fire`, `sent him to prison`."""

from stemma.events.lexicon import SHOTS
from stemma.events.objects import direct
from stemma.events.tree import Tree
from stemma.events.turns import TURNS


def idiom(tree: Tree, n: int) -> str:
    """The type of a verb by what stands with it; empty if that tells none."""
    lemma = tree.lemmas[n]
    if lemma not in _VERBS:
        return ""
    objects = direct(tree, n)
    for verbs, things, kind in _DONE_TO:
        plain = [k for k in objects if tree.names[k] in ("O", "_")]
        if lemma in verbs and any({tree.lemmas[k], tree.words[k]} & things for k in plain):
            return kind
    for verbs, cases, things, kind in _BESIDE:
        if lemma in verbs and _beside(tree, n, cases, things):
            return kind
    others = (kind for verbs, holds, kind in TURNS if lemma in verbs and holds(tree, n, objects))
    return next(others, "")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PENALTIES = _set("sanction penalty tariff duty embargo fine ban")
_VEHICLES = _set("truck lorry bus vehicle train tank bulldozer digger car van")
# What is put before a council or a parliament.
_MOVED = _set("resolution bill draft measure motion amendment proposal legislation embargo")
# Verbs, and what they are done to.
_DONE_TO = (
    (_set("fire open trade exchange return lob loose aim direct"), SHOTS, "ASSAULT"),
    (_set("open"), _set("border crossing frontier airspace corridor"), "RETREAT"),
    (_set("down stop"), _set("tool tools work"), "PROTEST"),
    (_set("form"), _set("chain cordon"), "PROTEST"),
    (_set("grant"), _set("truce ceasefire amnesty reprieve pardon request application bail"), "CONCEDE"),
    (_set("receive draw get"), _set("sentence term"), "SANCTION"),
    (_set("break smash shatter"), _set("window windows windowpane"), "PROTEST"),
    (_set("burn"), _set("flag effigy tyre tire pallet barricade"), "PROTEST"),
    (
        _set("throw hurl lob fling toss pelt"),
        _set("stone egg bottle tomato brick cobblestone mud paint shoe flour manure pie"), "PROTEST",
    ),
    (_set("unfurl unroll wave carry hoist hold hang raise display"), _set("banner placard"), "PROTEST"),
    (_set("throw hurl lob fling toss drop"), _set("bomb grenade firebomb explosive dynamite"), "ASSAULT"),
    (_set("use fire spray deploy"), _set("ammunition cannon truncheon baton gas spray taser"), "ASSAULT"),
    (_set("block freeze"), _set("account asset"), "SANCTION"),
    (_set("announce impose collect levy slap reimpose"), _set("tariff duty levy sanction"), "SANCTION"),
    (_set("lay pin place put"), _set("blame"), "ACCUSE"),
    (_set("take"), _set("issue aim exception"), "ACCUSE"),
    (_set("take exact wreak"), _set("revenge vengeance"), "ASSAULT"),
    (_set("vow swear pledge promise"), _set("revenge vengeance retaliation retribution"), "THREATEN"),
    (_set("lay"), _set("siege"), "COERCE"),
    (_set("lay stake"), _set("claim"), "REQUEST"),
    (_set("set give"), _set("deadline ultimatum"), "REQUEST"),
    (_set("give yield lose"), _set("ground"), "CONCEDE"),
    (_set("give offer grant provide"), _set("refuge sanctuary shelter asylum"), "AID"),
    (_set("give"), _set("blessing nod consent go-ahead approval"), "SUPPORT"),
    (_set("make"), _set("peace"), "SUPPORT"),
    (_set("break sever cut"), _set("tie relation link contact"), "SANCTION"),
    (_set("break"), _set("truce ceasefire promise agreement pledge treaty law rule word"), "REJECT"),
    (_set("open start launch begin initiate institute bring"), _set("case proceeding proceedings"), "ACCUSE"),
    (_set("stand face await"), _set("trial"), "ACCUSE"),
    (_set("raise hike increase double"), _set("tariff duty levy"), "SANCTION"),
    (_set("express voice"), _set("confidence solidarity gratitude"), "SUPPORT"),
    (_set("express voice"), _set("outrage dismay displeasure anger indignation"), "ACCUSE"),
    (_set("pay"), _set("ransom compensation damages reparation"), "CONCEDE"),
    (_set("give pass"), _set("word assurance"), "AGREE"),
    (_set("issue obtain"), _set("warrant"), "THREATEN"),
    (_set("kill block sink torpedo scupper stall defeat"), _MOVED, "REJECT"),
    (_set("cry"), _set("foul fraud"), "ACCUSE"),
    (
        _set("stop halt block hold intercept"),
        _VEHICLES | _set("convoy ship boat ferry tanker barge"), "COERCE",
    ),
    (_set("trade exchange swap"), _set("blame accusation insult barb recrimination"), "ACCUSE"),
    (_set("file lodge submit"), _set("motion petition application plea"), "REQUEST"),
)  # fmt: skip
# Verbs, the prepositions beside them, and what stands behind these; no words: whatever stands there.
_BESIDE = (
    (_set("send take drive return"), ("to",), _set("prison jail"), "COERCE"),
    (_set("condemn"), ("to",), _set("death prison jail year hanging exile life"), "SANCTION"),
    (_set("appeal"), ("for",), frozenset[str](), "REQUEST"),
    (_set("vote"), ("against",), frozenset[str](), "REJECT"),
    (_set("inquire enquire delve"), ("into",), frozenset[str](), "ACCUSE"),
    (_set("take lead march bring drag remove"), ("in",), _set("handcuff handcuffs chain shackle"), "COERCE"),
    (_set("testify"), ("against",), frozenset[str](), "ACCUSE"),
    (_set("go"), ("on",), _set("trial"), "ACCUSE"),
    (_set("go"), ("to",), _set("court"), "ACCUSE"),
    (_set("go"), ("to",), _set("war"), "ASSAULT"),
    (_set("come"), ("to",), _set("blow"), "ASSAULT"),
    (_set("take"), ("up",), _set("arm"), "ASSAULT"),
    (_set("bring"), ("to",), _set("justice"), "ACCUSE"),
    (_set("put place keep hold"), ("under",), _set("arrest guard curfew quarantine siege"), "COERCE"),
    (_set("put place"), ("on",), _set("ice hold"), "REJECT"),
    (_set("throw fling"), ("in", "into"), _set("prison jail cell dungeon"), "COERCE"),
    (_set("hold keep"), ("in",), _set("prison jail cell detention captivity"), "COERCE"),
    (_set("come go rush hurry"), ("to",), _set("aid rescue help assistance"), "AID"),
    (_set("come spring leap rise"), ("to",), _set("defence defense"), "SUPPORT"),
    (
        _set("answer respond reply retaliate"), ("with",),
        SHOTS | _set("cannon baton ammunition bomb"), "ASSAULT",
    ),
    (
        _set("lie sit"), ("in front of", "before", "across"),
        _VEHICLES | _set("road track rail gate"), "PROTEST",
    ),
    (
        _set("ride charge wade"), ("into",),
        _set("crowd protester demonstrator marcher striker fan"), "ASSAULT",
    ),
    (
        _set("pull dig drag haul cut lift free pluck fish winch"),
        ("from", "out of", "from under", "from beneath"),
        _set("rubble wreck wreckage debris ruin mud water sea flame house building bakery roof river"), "AID",
    ),
    (_set("spend"), ("on",), _set("telephone phone"), "CONSULT"),
    (_set("speak talk"), ("by", "over", "on"), _set("telephone phone video"), "CONSULT"),
    (_set("escort lead carry drag remove"), ("from", "out of"), _set("hall chamber court room"), "COERCE"),
    (_set("take bring remand keep hold"), ("in", "into"), _set("custody"), "COERCE"),
    (_set("put place lock"), ("behind",), _set("bar bars"), "COERCE"),
    (
        _set("put place bring send take haul drag"), ("on", "to", "before", "in front of"),
        _set("trial court judge magistrate"), "ACCUSE",
    ),
    (_set("put"), ("to",), _set("death sword"), "ASSAULT"),
    (_set("walk"), ("off",), _set("job work site shift set"), "PROTEST"),
    (_set("take pour spill"), ("to", "into", "onto"), _set("street streets"), "PROTEST"),
    (_set("put place"), ("on", "at"), _set("alert standby"), "MOBILIZE"),
    (_set("take"), ("to",), _set("task"), "ACCUSE"),
    (_set("hit slap punish target"), ("with",), _PENALTIES, "SANCTION"),
)  # fmt: skip


def _beside(tree: Tree, n: int, cases: tuple[str, ...], things: frozenset[str]) -> bool:
    near = [k for k in tree.below(n, "obl") if tree.case(k) in cases]
    return any(tree.lemmas[k] in things for k in near) if things else bool(near)


def struck_with(tree: Tree, n: int) -> list[int]:
    """`hit the country with sanctions`: what carries that deed."""
    if tree.upos[n] != "VERB" or tree.lemmas[n] not in ("hit", "slap", "punish", "target"):
        return []
    near = [k for k in tree.below(n, "obl") if tree.case(k) == "with"]
    return [k for k in near if tree.lemmas[k] in _PENALTIES]


def is_struck_with(tree: Tree, n: int) -> bool:
    """Whether a noun only carries its verb's deed."""
    return tree.heads[n] >= 0 and n in struck_with(tree, tree.heads[n])


# All verbs of the tables.
_VERBS = frozenset(
    verb for table in (_DONE_TO, _BESIDE, TURNS) for verbs, *_ in table for verb in verbs
)
