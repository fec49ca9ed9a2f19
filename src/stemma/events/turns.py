"""Turns of phrase that more than one word makes sure: `laid the deaths at the mayor's door`, `told them to
leave`, `were flown out`, each with what may stand in them and what makes it another thing."""

from collections.abc import Callable

from stemma.events.agents import acts, group_of, is_time
from stemma.events.lexicon import NOUNS, SHOTS
from stemma.events.objects import HARM
from stemma.events.tree import Tree


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _takes_hostage(tree: Tree, n: int, _: list[int]) -> bool:
    return tree.has(n, "hostage", "hostages", "captive", "prisoner", "prisoners")


def _emergency(tree: Tree, n: int, objects: list[int]) -> bool:
    """`declared a state of emergency`."""
    named = [tree.lemmas[j] for k in objects for j in (k, *tree.below(k, "nmod", "amod"))]
    return "emergency" in named or {"law", "martial"} <= set(named) or "curfew" in named


def _ultimatum(tree: Tree, n: int, _: list[int]) -> bool:
    """`gave them 48 hours to leave`, `was given 48 hours to leave`."""
    hours = [k for k in tree.below(n, "obj") if tree.lemmas[k] in ("hour", "day", "minute", "week")]
    hours += [k for k in tree.below(n, "obl") if tree.case(k) == "until"]
    below = [*tree.below(n, "xcomp", "advcl"), *(j for k in hours for j in tree.below(k, "acl"))]
    aimed = any(tree.mark(k) == "to" for k in below)
    whom = tree.below(n, "nsubj") if tree.passive(n) else tree.below(n, "iobj", "obj")
    whom = [k for k in whom if k not in hours]
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
    deaf = tree.lemmas[n] == "turn" and any(
        tree.has(k, "deaf") or tree.words[k] in ("back", "backs") for k in tree.below(n, "obj")
    )
    door = any(tree.lemmas[k] == "door" for k in objects)
    on = any(tree.case(k) == "on" for k in tree.below(n, "obl"))
    return deaf or (door and on and tree.lemmas[n] in ("slam", "shut", "close"))


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
    named += tree.below(n, "obj")[1:] + [j for k in objects for j in tree.below(k, "appos", "obj")]
    bad = any(_is_bad(tree, k) and not tree.has(k, "no", "not") for k in named)
    return bad and bool(objects)


def _is_bad(tree: Tree, k: int) -> bool:
    """A name that nobody likes to bear: a bad one, or that of a bad deed (`piracy`, `an act of war`)."""
    of = [k, *(j for j in tree.below(k, "nmod") if tree.case(j) == "of")]
    deeds = any(NOUNS.get(tree.lemmas[j]) in HARM or tree.lemmas[j] in _NAMES for j in of)
    return deeds or any(tree.lemmas[j] in _BAD for j in tree.below(k, "amod"))


_BAD = _set(
    "grave outrageous shameful criminal illegal unlawful barbaric cowardly reckless scandalous"
)
_NAMES = _set(
    "liar disgrace fraud crook criminal terrorist murderer thief traitor racist coward fool idiot bully "
    "tyrant dictator hypocrite monster butcher sham farce hoax lie scandal shame outrage provocation "
    "crime menace puppet clown loser swindler cheat charlatan failure disaster insult betrayal travesty "
    "piracy forgery fabrication slander lies fairy tale nonsense scapegoat aggression terrorism treason "
    "theft robbery war "
    "mockery disgrace absurdity hypocrisy injustice"
)


def _rips(tree: Tree, n: int, objects: list[int]) -> bool:
    """`Lawmakers rip the mayor`: headlines have that for harsh words."""
    people = any(acts(tree, k) for k in objects) and any(
        acts(tree, k) for k in tree.below(n, "nsubj")
    )
    return people and not tree.below(n, "compound")


def _takes_side(tree: Tree, n: int, objects: list[int]) -> bool:
    """`took the minister's side`, and not `refused to take sides`."""
    sides = [k for k in tree.below(n, "obj") if tree.words[k] == "side"]
    return any(acts(tree, j) for k in sides for j in tree.below(k, "nmod"))


def _withstands(tree: Tree, n: int, _: list[int]) -> bool:
    """`held out against the plan`, `stood up to the generals`."""
    ways = {"hold": ("out", "against"), "stand": ("up", "to"), "come": ("out", "against")}
    way, case = ways[tree.lemmas[n]]
    return tree.has(n, way) and any(tree.aim(k) == case for k in tree.below(n, "obl"))


def _takes_control(tree: Tree, n: int, objects: list[int]) -> bool:
    """`took control of the port`: by force, and no firm's."""
    own = [k for k in tree.below(n, "obj") if tree.lemmas[k] in ("control", "power", "possession")]
    of = [j for k in own for j in tree.below(k, "nmod") if tree.case(j) == "of"]
    armed = {group_of(tree, k) for k in tree.below(n, "nsubj")} & {
        "troops",
        "armed",
        "police",
        "state",
    }
    placed = any(
        group_of(tree, k) in ("land", "building") or tree.names[k].endswith("LOC") for k in of
    )
    return bool(own) and bool(armed or placed)


def _calls_in(tree: Tree, n: int, objects: list[int]) -> bool:
    """`called in the army`, `brought in riot police`."""
    forces = any(group_of(tree, k) in ("troops", "police") for k in objects)
    return forces and tree.has(n, "in")


def _turns_guns(tree: Tree, n: int, objects: list[int]) -> bool:
    """`turned their guns on the crowd`; `turned its back on the deal` is told beside it."""
    on = any(tree.case(k) == "on" for k in tree.below(n, "obl", "nmod"))
    arms = any(group_of(tree, k) == "weapons" or tree.lemmas[k] == "cannon" for k in objects)
    return on and arms


def _lays_at_door(tree: Tree, n: int, objects: list[int]) -> bool:
    """`laid the deaths at the door of the mayor`, `laid the failure at his feet`."""
    at = [k for k in tree.below(n, "obl") if tree.case(k) == "at"]
    door = any(tree.lemmas[k] in ("door", "foot", "feet", "doorstep") for k in at)
    ill = any(tree.lemmas[k] in NOUNS or tree.lemmas[k] in _ILLS for k in objects)
    return door and ill


_ILLS = _set(
    "blame failure fault death loss responsibility guilt defeat deficit disaster crisis mistake"
)


def _looks_into(tree: Tree, n: int, _: list[int]) -> bool:
    """`is looking into the theft`, and not `looked into the camera`."""
    into = [k for k in tree.below(n, "obl") if tree.case(k) == "into"]
    seen = any(tree.lemmas[k] in _SEEN or acts(tree, k) for k in into)
    return bool(into) and not seen


_SEEN = _set("eye camera mirror face distance future abyss sky lens room window hole past dark")


def _tells_to(tree: Tree, n: int, objects: list[int]) -> bool:
    """`told its captain to land`, `told them not to come`; `told to` of what is only said has no object, and
    who is told what to do is told of it."""
    whom = tree.below(n, "obj", "iobj") or (tree.passive(n) and objects)
    below = [
        k for at in (n, *tree.below(n, "obj")) for k in tree.below(at, "xcomp", "advcl", "acl")
    ]
    to = (t for k in below if tree.xpos[k] == "VB" and k > n for t in tree.kids[k])
    bidden = any(tree.words[t] == "to" and tree.words[t - 1] not in _ASKING for t in to)
    return bool(whom) and bidden


_ASKING = _set("what how where when whom which who whether")


def _calls_on(tree: Tree, n: int, _: list[int]) -> bool:
    """`called on the president not to sign`, `called for talks`: by somebody, and no plan that does."""
    by = any(acts(tree, k) for k in tree.below(n, "nsubj"))
    on = [k for k in tree.below(n, "obl") if tree.case(k) in ("on", "upon")]
    at = [n, *on]
    bidden = [
        k for one in at for k in tree.below(one, "xcomp", "advcl", "acl") if tree.has(k, "to")
    ]
    wanted = any(tree.case(k) == "for" and not is_time(tree, k) for k in tree.below(n, "obl"))
    return by and ((bool(on) and bool(bidden)) or wanted)


def _is_held(tree: Tree, n: int, objects: list[int]) -> bool:
    """`eleven fishermen, held since Monday`, `was held for spying`: people whom somebody keeps."""
    people = [
        k for k in objects if (acts(tree, k) and tree.upos[k] != "PRON") or tree.words[k] in _THEM
    ]
    bound = [
        k for k in tree.below(n, "obl") if tree.case(k) in _KEPT and tree.lemmas[k] not in _ESTEEM
    ]
    bound += [k for k in tree.below(n, "advcl") if tree.mark(k) == "for"]
    alone = tree.rels[n] == "acl" and not tree.below(n, "obl", "xcomp", "advcl")
    return tree.passive(n) and bool(people) and bool(bound or alone)


_THEM = _set("he she they him her them who")
_KEPT = (
    "for",
    "since",
    "in",
    "without",
    "at",
    "over",
    "on",
    "by",
    "until",
    "under",
    "after",
    "during",
)
_ESTEEM = _set("esteem regard honour honor high office")


def _sets_up_posts(tree: Tree, n: int, objects: list[int]) -> bool:
    """`soldiers set up checkpoints`."""
    return any(tree.lemmas[k] in ("checkpoint", "roadblock", "cordon") for k in objects)


def _clears(tree: Tree, n: int, objects: list[int]) -> bool:
    """`police cleared the square`."""
    by = any(group_of(tree, k) in ("police", "troops") for k in tree.below(n, "nsubj", "obl"))
    held = any(group_of(tree, k) in ("land", "building") or acts(tree, k) for k in objects)
    return by and held


def _flies_out(tree: Tree, n: int, objects: list[int]) -> bool:
    """`flew out the families`, `were lifted from the roofs`, `flew in tents`: for their good."""
    people = [k for k in objects if acts(tree, k) and group_of(tree, k) not in ("troops", "envoy")]
    goods = any(group_of(tree, k) == "relief" for k in objects)
    away = any(tree.case(k).startswith(("out", "from")) for k in tree.below(n, "obl"))
    away = (
        away or tree.has(n, "out") or any(tree.lemmas[k] == "safety" for k in tree.below(n, "obl"))
    )
    return bool(people and away) or (goods and tree.has(n, "in"))


def _trains_guns(tree: Tree, n: int, objects: list[int]) -> bool:
    """`trained their guns on the boat`."""
    arms = any(group_of(tree, k) == "weapons" for k in objects)
    on = any(tree.case(k) in ("on", "at") for k in tree.below(n, "obl", "nmod"))
    return arms and on


def _is_tried(tree: Tree, n: int, objects: list[int]) -> bool:
    """`is to be tried for murder`, `a court tried the sergeant`: of people, and no tools."""
    people = [k for k in objects if acts(tree, k) or tree.words[k] in _THEM | {"us"}]
    below = tree.below(n, "xcomp", "ccomp") or any(tree.has(n, way) for way in ("out", "on"))
    return bool(people) and not below


def _under_fire(tree: Tree, n: int, objects: list[int]) -> bool:
    """`came under fire`; from critics it is blame."""
    fire = [k for k in tree.below(n, "obl") if tree.case(k) == "under" and tree.lemmas[k] == "fire"]
    return bool(fire) and not _is_blamed(tree, n)


def _under_fire_of_words(tree: Tree, n: int, objects: list[int]) -> bool:
    fire = [k for k in tree.below(n, "obl") if tree.case(k) == "under" and tree.lemmas[k] == "fire"]
    return bool(fire) and _is_blamed(tree, n)


def _is_blamed(tree: Tree, n: int) -> bool:
    near = [j for k in (n, *tree.below(n, "obl")) for j in tree.below(k, "obl", "nmod", "advcl")]
    critics = any(tree.lemmas[k] in ("critic", "opposition", "lawmaker", "watchdog") for k in near)
    return critics or any(
        "for" in (tree.case(k), tree.mark(k)) or tree.case(k) == "over" for k in near
    )


def _gets_years(tree: Tree, n: int, objects: list[int]) -> bool:
    """`received 30 years for murder`, `got life`: in prison."""
    years = [k for k in tree.below(n, "obj") if tree.lemmas[k] in ("year", "month", "life")]
    bare = [k for k in years if not any(tree.case(j) == "of" for j in tree.below(k, "nmod"))]
    why = [*tree.below(n, "obl", "advcl"), *(j for k in bare for j in tree.below(k, "nmod", "acl"))]
    told = any(
        "for" in (tree.case(k), tree.mark(k)) or tree.lemmas[k] in ("prison", "jail") for k in why
    )
    return bool(bare) and told


# Verbs, and what must hold of them with what they are done to.
TURNS: tuple[tuple[frozenset[str], Callable[[Tree, int, list[int]], bool], str], ...] = (
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
    (_set("call describe brand portray denounce label term dub"), _calls_names, "ACCUSE"),
    (_set("rip"), _rips, "ACCUSE"),
    (_set("take"), _takes_side, "SUPPORT"),
    (_set("hold stand come"), _withstands, "REJECT"),
    (_set("lay put place"), _lays_at_door, "ACCUSE"),
    (_set("look"), _looks_into, "ACCUSE"),
    (_set("tell dare"), _tells_to, "REQUEST"),
    (_set("call"), _calls_on, "REQUEST"),
    (_set("hold"), _is_held, "COERCE"),
    (_set("set put erect establish man mount build"), _sets_up_posts, "COERCE"),
    (_set("clear"), _clears, "COERCE"),
    (_set("fly lift ferry airlift pluck winch"), _flies_out, "AID"),
    (_set("train point aim level"), _trains_guns, "THREATEN"),
    (_set("try"), _is_tried, "ACCUSE"),
    (_set("come be"), _under_fire, "ASSAULT"),
    (_set("come"), _under_fire_of_words, "ACCUSE"),
    (_set("receive get"), _gets_years, "SANCTION"),
    (_set("take seize gain wrest"), _takes_control, "COERCE"),
    (_set("call bring send order"), _calls_in, "MOBILIZE"),
    (_set("turn"), _turns_guns, "ASSAULT"),
)  # fmt: skip
