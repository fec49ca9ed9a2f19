"""Who and whom of a deed that PLOVER has no type for: all but times, measures, weather and other deeds."""

from stemma.events.agents import acts, group_of, holder_of, is_measure, is_time, speaks
from stemma.events.asked import addressed, given_to
from stemma.events.doers import subject_of
from stemma.events.lexicon import NOUNS
from stemma.events.mentions import VERB, Mention, heads_of, is_moved, is_sent, spans_of
from stemma.events.objects import SPEECHES, behind_it, direct, expletive, images_of
from stemma.events.parties import EACH_OTHER, Sides
from stemma.events.tree import Span, Tree


def untyped(tree: Tree, mention: Mention) -> Sides:
    """Of a deed that PLOVER has no type for: all but times, measures, weather and other deeds as actors."""
    known = [k for k in heads_of(tree, mention.actors) if not _no_actor(tree, k)]
    lost = (
        _dies_of(tree, mention)
        or _lost(tree, mention)
        or _gets(tree, mention)
        or _faces(tree, mention)
    )
    if lost:
        return Sides((), spans_of(tree, lost))
    known = [behind_it(tree, k) or k if tree.lemmas[k] in SPEECHES else k for k in known]
    actors = spans_of(tree, known)
    made = " ".join(tree.lemmas[k] for k in mention.words) in _MAKES
    made = made or tree.lemmas[mention.head] in _DIES | {"sleep"}
    found = () if made else spans_of(tree, _people(tree, mention)) or _borne(tree, mention)
    return Sides(
        actors,
        tuple(s for s in found if tree.shown(s).casefold() not in EACH_OTHER and s not in actors),
    )


def _dies_of(tree: Tree, mention: Mention) -> list[int]:
    """`died of his wounds`, `died in the raid`: of what others did to him it befalls who dies."""
    n = mention.head
    if mention.kind != VERB or tree.lemmas[n] not in _DIES or tree.passive(n):
        return []
    causes = [k for k in tree.below(n, "obl") if tree.case(k) in _THROUGH]
    if not any(tree.lemmas[k] in _WOUNDS or NOUNS.get(tree.lemmas[k]) == "ASSAULT" for k in causes):
        return []
    return [k for k in subject_of(tree, n) if acts(tree, k)]


_THROUGH = frozenset("of from in during after under".split())
_WOUNDS = frozenset("wound injury burn bullet torture gunshot gunfire custody".split())


def _lost(tree: Tree, mention: Mention) -> list[int]:
    """`lost his life`, `lost an eye`: it befalls who loses it."""
    n = mention.head
    if mention.kind != VERB or tree.lemmas[n] != "lose":
        return []
    hurt = any(tree.lemmas[k] in _LIMBS for k in tree.below(n, "obj"))
    return [k for k in subject_of(tree, n) if speaks(tree, k)] if hurt else []


def _gets(tree: Tree, mention: Mention) -> list[int]:
    """`received a prize`: it is given to who gets it."""
    n = mention.head
    if mention.kind != VERB or tree.lemmas[n] != "receive" or tree.passive(n):
        return []
    given = any(tree.lemmas[k] in _GIVEN for k in tree.below(n, "obj"))
    return [k for k in subject_of(tree, n) if speaks(tree, k)] if given else []


def _faces(tree: Tree, mention: Mention) -> list[int]:
    """`faces up to nine years`: it would befall who faces it."""
    n = mention.head
    if mention.kind != VERB or tree.lemmas[n] not in ("face", "risk") or tree.passive(n):
        return []
    borne = any(tree.lemmas[k] in _PENALTIES for k in tree.below(n, "obj"))
    return [k for k in subject_of(tree, n) if speaks(tree, k)] if borne else []


_PENALTIES = frozenset(
    "year month trial prison jail sentence penalty fine death execution dismissal expulsion deportation "
    "extradition eviction charge lawsuit court-martial imprisonment detention arrest prosecution".split()
)
_GIVEN = frozenset(
    "prize award medal honour honor money compensation grant loan donation pension pay salary gift "
    "ransom bribe payment sum".split()
)


_LIMBS = frozenset("life eye leg arm hand foot finger limb sight hearing ear".split())


def _people(tree: Tree, mention: Mention) -> list[int]:
    """The people that an untyped verb has for its object."""
    n = mention.head
    to = given_to(tree, n) or addressed(tree, n) or _for_whom(tree, n)
    if mention.kind == VERB and to:
        return to
    objects = direct(tree, n) if mention.kind == VERB else []
    people = [k for k in objects if acts(tree, k) and tree.upos[k] != "PRON"]
    if tree.lemmas[n] in _GOES | {"enter", "reach", "flee"}:
        people = [k for k in people if not tree.names[k].endswith("LOC") and not _is_place(tree, k)]
    if not people and wrecks(tree, n):
        people = [k for k in objects if group_of(tree, k) in ("building", "vessel")]
    people = people or (images_of(tree, objects) if tree.lemmas[n] in _DAMAGES | _DOWN else [])
    if not people and tree.lemmas[n] in _DAMAGES:
        held = [holder_of(tree, k) or k for k in objects]
        people = [k for k in held if acts(tree, k) or group_of(tree, k) == "building"]
    # `buried her brother` is done to him, `called in its guards` is not.
    moved = [k for k in people if is_moved(tree, n, k) and group_of(tree, k) in _SERVE]
    moved += [k for k in people if is_sent(tree, n, k)]
    return [k for k in people if k not in moved and not expletive(tree, n, k)]


_SERVE = frozenset("troops police keepers envoy staff crowd leader held".split())


def _for_whom(tree: Tree, n: int) -> list[int]:
    """`lit candles in support of the teachers`."""
    for_it = [
        k for k in tree.below(n, "obl") if tree.lemmas[k] in _SIDES_WITH and tree.case(k) == "in"
    ]
    near = (
        j for k in for_it for j in tree.below(k, "nmod") if tree.case(j) in ("of", "with", "for")
    )
    return [j for j in near if acts(tree, j)][:1]


_SIDES_WITH = frozenset("support solidarity sympathy honour honor defence defense aid".split())


# What is made by it is nobody before: `set up a committee`.
_MAKES = frozenset(("set up", "establish", "create", "form", "found"))
# It is done to nobody else: `died of poison`, `drowned on the banks`.
_DIES = frozenset("die drown perish succumb starve suffocate".split())
# What is done to shops and boats.
WRECKS = frozenset(
    "loot plunder ransack rob raid burgle break empty encircle surround vandalise vandalize stone torch "
    "flatten wreck trash smash deface ram board reroute".split()
)
# What is done to them as much as to people: harm, and being looked at.
_HARMS = frozenset(
    "destroy demolish damage ruin level gut raze engulf flood submerge swamp sink derail burn shell bomb hit "
    "strike pelt occupy overrun inspect search photograph film paint repaint".split()
)
_SWEEPS = frozenset("carry sweep wash tear blow rip".split())


def wrecks(tree: Tree, n: int) -> bool:
    """Whether a verb wrecks, robs or looks at what it is done to: `swept away a bridge`."""
    away = tree.lemmas[n] in _SWEEPS and tree.has(n, "away", "off", "down", "up", "apart")
    return away or tree.lemmas[n] in WRECKS | _HARMS


_DOWN = frozenset("take pull tear topple trample shred stamp deface".split())
_DAMAGES = frozenset(
    "break smash damage deface burn wreck trash ransack search paint daub stone".split()
)


def _borne(tree: Tree, mention: Mention) -> list[Span]:
    """Else what the mention has as to whom it is done."""
    both = zip(mention.recipients, heads_of(tree, mention.recipients), strict=True)
    return [span for span, k in both if _is_borne(tree, mention, k)]


def _is_borne(tree: Tree, mention: Mention, k: int) -> bool:
    """Whether an untyped deed is done to what a phrase names: not where it stands, nor whose a thing is, nor
    with whom somebody came."""
    gone = tree.lemmas[mention.head] in _GOES | {"enter", "reach", "flee"}
    if gone and (tree.names[k].endswith("LOC") or _is_place(tree, k)):
        return False
    if tree.rels[k] == "conj":
        return _is_borne(tree, mention, tree.heads[k])
    if tree.rels[k] not in ("obl", "nmod"):
        moved = is_moved(tree, mention.head, k) or is_sent(tree, mention.head, k)
        return not moved or not acts(tree, k)
    case = tree.aim(k)
    if tree.rels[k] == "obl" and (
        case == "of" or k < mention.head or not _aims(tree, mention.head, case, k)
    ):
        return False  # in front stands where and when: `On its website, the firm …`
    own = tree.heads[k] in (mention.head, mention.lent)
    placed = case in _PLACED and (tree.names[k].endswith("LOC") or _is_place(tree, k))
    along = case == "with" and tree.lemmas[mention.head] in _GOES
    owned = not own and (tree.full[k] == "nmod:poss" or case in ("of", "from", "by"))
    return (
        acts(tree, k)
        and bool(case or own)
        and not (placed or owned or along or is_measure(tree, k))
    )


_GOES = frozenset(
    "land arrive come go travel fly sail return walk drive ride appear leave depart cross move stand sit "
    "live stay wait begin end start open close dine eat".split()
)


def _aims(tree: Tree, n: int, case: str, k: int) -> bool:
    """Whether a preposition behind an untyped verb may name whom: `shouted at the mayor`, but not `held posts
    at two banks` or `flew to Oman`."""
    if case == "at":
        return tree.lemmas[n] in _AIMING
    return not (case == "to" and tree.names[k].endswith("LOC"))


_AIMING = frozenset(
    "shout laugh point aim throw hurl look stare wave spit swear scream yell jeer whistle swing snap".split()
)


def _is_place(tree: Tree, k: int) -> bool:
    """`in the harbour town of Port Holm`."""
    return group_of(tree, k) in ("land", "building") or tree.lemmas[k] in ("country", "world")


_PLACED = frozenset("in at over about for into on of from near through across".split()) | {""}


def _no_actor(tree: Tree, k: int) -> bool:
    timed = is_time(tree, k) and tree.upos[k] != "NUM"
    thing = tree.lemmas[k] in _WEATHER or (tree.lemmas[k] in NOUNS and not acts(tree, k))
    return timed or is_measure(tree, k) or thing


_WEATHER = frozenset(
    "thunderstorm storm wind rain snow lightning hail frost heat fog sun night".split()
)
