"""Verbs whose type one more word makes sure: `took two men hostage`, `opened fire`, `sent him to prison`."""

from collections.abc import Callable

from stemma.events.agents import acts, group_of
from stemma.events.lexicon import SHOTS
from stemma.events.objects import direct
from stemma.events.tree import Tree


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
    others = (kind for verbs, holds, kind in _OTHERS if lemma in verbs and holds(tree, n, objects))
    return next(others, "")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PENALTIES = _set("sanction penalty tariff duty embargo fine ban")
# What is put before a council or a parliament.
_MOVED = _set("resolution bill draft measure motion amendment proposal legislation")
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
    (_set("throw hurl lob fling toss pelt"), _set("stone egg bottle tomato brick cobblestone"), "PROTEST"),
    (_set("throw hurl lob fling toss drop"), _set("bomb grenade firebomb explosive dynamite"), "ASSAULT"),
    (_set("use"), _set("ammunition cannon truncheon baton"), "ASSAULT"),
    (_set("give pass"), _set("word assurance"), "AGREE"),
    (_set("issue obtain"), _set("warrant"), "THREATEN"),
    (_set("kill block sink torpedo scupper stall defeat"), _MOVED, "REJECT"),
    (_set("cry"), _set("foul fraud"), "ACCUSE"),
    (
        _set("stop halt block hold intercept"),
        _set("convoy truck lorry bus vehicle ship boat ferry tanker train barge"), "COERCE",
    ),
    (_set("trade exchange swap"), _set("blame accusation insult barb recrimination"), "ACCUSE"),
    (_set("file lodge submit"), _set("motion petition application plea"), "REQUEST"),
)  # fmt: skip
# Verbs, the prepositions beside them, and what stands behind these; no words: whatever stands there.
_BESIDE = (
    (_set("send take drive return"), ("to",), _set("prison jail"), "COERCE"),
    (_set("condemn"), ("to",), _set("death prison jail year hanging exile life"), "SANCTION"),
    (_set("appeal"), ("for",), frozenset[str](), "REQUEST"),
    (
        _set("pull dig drag haul cut lift free"), ("from", "out of", "from under", "from beneath"),
        _set("rubble wreck wreckage debris ruin mud water sea flame house building bakery"), "AID",
    ),
    (_set("spend"), ("on",), _set("telephone phone"), "CONSULT"),
    (_set("speak talk"), ("by", "over", "on"), _set("telephone phone video"), "CONSULT"),
    (_set("escort lead carry drag remove"), ("from", "out of"), _set("hall chamber court room"), "COERCE"),
    (_set("take bring remand keep hold"), ("in", "into"), _set("custody"), "COERCE"),
    (_set("put place lock"), ("behind",), _set("bar bars"), "COERCE"),
    (
        _set("put place bring send"), ("on", "to", "before", "in front of"),
        _set("trial court judge magistrate"), "ACCUSE",
    ),
    (_set("put"), ("to",), _set("death sword"), "ASSAULT"),
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


def _takes_hostage(tree: Tree, n: int, _: list[int]) -> bool:
    return tree.has(n, "hostage", "hostages", "captive", "prisoner", "prisoners")


def _emergency(tree: Tree, n: int, objects: list[int]) -> bool:
    """`declared a state of emergency`."""
    named = [tree.lemmas[j] for k in objects for j in (k, *tree.below(k, "nmod", "amod"))]
    return "emergency" in named or {"law", "martial"} <= set(named) or "curfew" in named


def _ultimatum(tree: Tree, n: int, _: list[int]) -> bool:
    """`gave them 48 hours to leave`, `was given 48 hours to leave`."""
    hours = [k for k in tree.below(n, "obj") if tree.lemmas[k] in ("hour", "day", "minute", "week")]
    below = [*tree.below(n, "xcomp", "advcl"), *(j for k in hours for j in tree.below(k, "acl"))]
    aimed = any(tree.mark(k) == "to" for k in below)
    whom = tree.below(n, "nsubj") if tree.passive(n) else tree.below(n, "iobj")
    return aimed and bool(hours and whom)


def _calls_home(tree: Tree, n: int, objects: list[int]) -> bool:
    """`called its ambassador home`, `sent the diplomats home`."""
    near = [*objects, *tree.below(n, "xcomp")]  # a reader may take it for `called him a fool`
    envoys = any(group_of(tree, k) in ("envoy", "keepers") for k in near)
    return envoys and tree.has(n, "home")


def _held_to_answer(tree: Tree, n: int, objects: list[int]) -> bool:
    """`held the army responsible`, `was held liable for it`."""
    near = (n, *objects)  # a reader may hang it on either
    return any(tree.has(k, "responsible", "accountable", "liable") for k in near)


def _found_guilty(tree: Tree, n: int, _: list[int]) -> bool:
    """`was found guilty of bribery`, and not `found not guilty`."""
    guilty = [k for k in tree.kids[n] if tree.words[k] == "guilty"]
    return bool(guilty) and not any(tree.has(k, "not") for k in (n, *guilty))


def _sets_fire(tree: Tree, n: int, objects: list[int]) -> bool:
    """`set the market on fire`, `set fire to it`, by somebody."""
    on_fire = [k for k in tree.below(n, "obl", "obj") if tree.lemmas[k] == "fire"]
    lit = tree.has(n, "alight", "ablaze") or on_fire
    by_none = not tree.passive(n) and any(not acts(tree, k) for k in tree.below(n, "nsubj"))
    return bool(lit) and not by_none and bool(objects)


def _sent_out(tree: Tree, n: int, objects: list[int]) -> bool:
    """`ordered nine diplomats out of the country`."""
    envoys = any(group_of(tree, k) == "envoy" for k in objects)
    away = [k for k in tree.below(n, "obl") if tree.case(k) in ("out of", "from", "out")]
    away += [k for k in tree.below(n, "compound", "advmod") if tree.words[k] == "out"]
    return envoys and bool(away)


def _turns_from(tree: Tree, n: int, objects: list[int]) -> bool:
    """`turned a deaf ear to the plea`, `slammed the door on talks`."""
    deaf = tree.lemmas[n] == "turn" and any(tree.has(k, "deaf") for k in objects)
    door = any(tree.lemmas[k] == "door" for k in objects)
    on = any(tree.case(k) == "on" for k in tree.below(n, "obl"))
    return deaf or (door and on and tree.lemmas[n] != "turn")


def _gives_leave(tree: Tree, n: int, objects: list[int]) -> bool:
    """`gave the plan the green light`, `threw his weight behind it`."""
    lights = any(tree.lemmas[k] == "light" and tree.has(k, "green") for k in objects)
    weight = any(tree.lemmas[k] == "weight" for k in objects)
    behind = any(tree.case(k) == "behind" for k in tree.below(n, "obl"))
    return (lights and tree.lemmas[n] == "give") or (
        weight and behind and tree.lemmas[n] == "throw"
    )


def _hands_relief(tree: Tree, n: int, objects: list[int]) -> bool:
    """`handed each of them a blanket`."""
    given = any(group_of(tree, k) == "relief" for k in tree.below(n, "obj"))
    return given and bool(tree.below(n, "iobj"))


def _keeps_off(tree: Tree, n: int, objects: list[int]) -> bool:
    """`police kept the marchers away`."""
    by = any(group_of(tree, k) in ("police", "troops", "armed") for k in tree.below(n, "nsubj"))
    return by and tree.has(n, "away", "back", "out")


def _brings_out_hurt(tree: Tree, n: int, objects: list[int]) -> bool:
    """`carried out the wounded`, `pulled two survivors out`."""
    hurt = any(tree.lemmas[k] in _HURT or tree.words[k] in _HURT for k in objects)
    return hurt and tree.has(n, "out", "free")


_HURT = _set("injured wounded survivor survivors casualty trapped")


def _dismisses(tree: Tree, n: int, objects: list[int]) -> bool:
    """`fired its chief`, `was fired as coach`: nobody is shot."""
    people = [k for k in objects if acts(tree, k) and tree.lemmas[k] not in SHOTS]
    armed = any(group_of(tree, k) in ("weapons", "troops") for k in people)
    staff = any(tree.below(k, "nummod") for k in people)  # `fired 40 clerks` punishes nobody
    return bool(people) and not armed and not staff


def _points_finger(tree: Tree, n: int, objects: list[int]) -> bool:
    return any(tree.lemmas[k] == "finger" for k in objects)


def _calls_names(tree: Tree, n: int, objects: list[int]) -> bool:
    """`called the mayor a liar`, `described the ruling as a farce`."""
    named = [k for k in tree.below(n, "xcomp") if not tree.has(k, "to")]
    named += [k for k in tree.below(n, "obl") if tree.case(k) == "as"]
    # The reader may take what somebody is called for a second object, or put it beside the first.
    named += tree.below(n, "obj")[1:] + [j for k in objects for j in tree.below(k, "appos")]
    bad = any(tree.lemmas[k] in _NAMES and not tree.has(k, "no", "not") for k in named)
    return bad and bool(objects)


_NAMES = _set(
    "liar disgrace fraud crook criminal terrorist murderer thief traitor racist coward fool idiot bully "
    "tyrant dictator hypocrite monster butcher sham farce hoax lie scandal shame outrage provocation "
    "crime menace puppet clown loser swindler cheat charlatan failure disaster insult betrayal travesty"
)


def _rips(tree: Tree, n: int, objects: list[int]) -> bool:
    """`Lawmakers rip the mayor`: headlines have that for harsh words."""
    people = any(acts(tree, k) for k in objects) and any(
        acts(tree, k) for k in tree.below(n, "nsubj")
    )
    return people and not tree.below(n, "compound")


# Verbs, and what must hold of them.
_OTHERS: tuple[
    tuple[frozenset[str], Callable[[Tree, int, list[int]], bool], str], ...
] = (
    (_set("take hold seize keep"), _takes_hostage, "ASSAULT"),
    (_set("declare proclaim impose decree announce"), _emergency, "COERCE"),
    (_set("give"), _ultimatum, "REQUEST"),
    (_set("call order bring send"), _calls_home, "SANCTION"),
    (_set("point"), _points_finger, "ACCUSE"),
    (_set("hold"), _held_to_answer, "ACCUSE"),
    (_set("find"), _found_guilty, "SANCTION"),
    (_set("set"), _sets_fire, "ASSAULT"),
    (_set("order send kick throw tell"), _sent_out, "SANCTION"),
    (_set("turn slam shut close"), _turns_from, "REJECT"),
    (_set("give throw"), _gives_leave, "SUPPORT"),
    (_set("hand pass bring give"), _hands_relief, "AID"),
    (_set("fire"), _dismisses, "SANCTION"),
    (_set("keep drive hold force push beat"), _keeps_off, "COERCE"),
    (_set("carry bring pull drag haul dig lift cut get"), _brings_out_hurt, "AID"),
    (_set("call describe brand portray denounce label"), _calls_names, "ACCUSE"),
    (_set("rip"), _rips, "ACCUSE"),
)  # fmt: skip
# All verbs of the tables above.
_VERBS = frozenset(
    verb for table in (_DONE_TO, _BESIDE, _OTHERS) for verbs, *_ in table for verb in verbs
)
