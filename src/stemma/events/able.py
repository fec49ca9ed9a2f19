"""Whether those that a verb names could do or suffer a deed of a type: nobody frees a box, and no storm sends
up troops."""

from stemma.events.accidents import accident, hits
from stemma.events.agents import acts, group_of, holder_of, speaks
from stemma.events.lexicon import ALSO_NOUNS, HANDED, NOUNS, VIOLENT
from stemma.events.mentions import NOUN, VERB, Mention, heads_of
from stemma.events.noun_senses import bare_noun
from stemma.events.objects import HARM, direct
from stemma.events.own import LEFT, NO_ONE, QUIT, READY, armed_go, several
from stemma.events.parties import INSTRUMENTS, SPOKEN
from stemma.events.tree import Tree
from stemma.text.people import BODIES


def nobodys(tree: Tree, mention: Mention, kind: str) -> str:
    """Why those that a mention names can't do or suffer such a deed; empty if they can."""
    if mention.kind == NOUN:
        return bare_noun(tree, mention)
    if mention.kind != VERB:
        return ""
    n = mention.head
    why = accident(tree, mention, kind) or _no_actor(tree, mention, kind)
    if why:
        return why
    objects = direct(tree, n)
    if tree.lemmas[n] in LEFT and objects and armed_go(tree, mention):
        return ""
    private = tree.lemmas[n] in LEFT and mention.actors and not _public(tree, mention)
    if private and not any(_is_left(tree, k) for k in objects):
        return _NO_LEAVING
    given = tree.below(n, "obj") if tree.below(n, "iobj") else []
    if kind == "AID" and given and not any(_may_suffer(tree, k, kind) for k in given):
        return "what is given is no aid"
    if kind == "CONSULT":
        return _no_company(tree, mention, objects)
    if not objects:
        return _no_object(tree, mention, kind)
    if any(_may_suffer(tree, k, kind) for k in objects) or tree.lemmas[n] in VIOLENT:
        return ""
    return "" if _of_any_thing(tree, mention, kind, objects) else _NO_SUFFERER


def _of_any_thing(tree: Tree, mention: Mention, kind: str, objects: list[int]) -> bool:
    """Whether it is such a deed whatever it is done to: `vetoed it`, `offered the use of its boats`."""
    n, lemma = mention.head, tree.lemmas[mention.head]
    if kind in HARM and any(hits(tree, k) for k in heads_of(tree, mention.actors)):
        return True
    if kind in ("ACCUSE", "SUPPORT", "REJECT", "AGREE") and lemma in _JUDGING:
        return True
    if kind == "AGREE" and lemma in _OFFERS:
        return not any(_only_said(tree, k) for k in objects)
    asks = kind == "REQUEST" and lemma in ("demand", "request")
    clause = kind in ("REQUEST", "AGREE") and tree.below(n, "xcomp", "ccomp")
    return asks or kind in ("PROTEST", "THREATEN") or bool(clause)


# Whatever is offered or promised, who does it binds himself.
_OFFERS = frozenset("offer promise pledge guarantee".split())


def _only_said(tree: Tree, k: int) -> bool:
    """`offered no explanation`, `offers a view of the harbour`: nothing is handed over."""
    return tree.lemmas[k] in _WORDS_OF or tree.has(k, "no", "little") or tree.upos[k] == "PRON"


_WORDS_OF = frozenset(
    "explanation excuse opinion view comment glimpse insight detail example clue evidence reason "
    "description account hint advice answer hope chance opportunity proof comfort congratulation "
    "condolence sympathy thanks prayer glimmer assessment analysis estimate forecast outlook judgment "
    "judgement verdict statement version interpretation impression perspective picture portrait "
    "narrative story theory summary criticism defence defense comparison contrast parallel "
    "lesson remark thought response reply warning preview taste resistance respite reminder greeting".split()
)


def _is_left(tree: Tree, k: int) -> bool:
    """`left the talks`, `left the coalition`."""
    return group_of(tree, k) in ("deal", "meet", "staff") or tree.lemmas[k] in _JOINT


_NO_SUFFERER = "what it is done to is nothing that such a deed is done to"
_NO_LEAVING = "nobody withdraws from anything"
LOOSE = (_NO_SUFFERER, _NO_LEAVING)  # what the model may know better
_JUDGING = frozenset(
    "support back turn defy ignore flout investigate condemn denounce "
    "criticise criticize blast slam deplore decry lambast deride praise welcome hail "
    "applaud commend endorse laud salute reject veto oppose rebuff dismiss spurn disapprove protest "
    "repudiate castigate excoriate approve ratify".split()
)


def _no_actor(tree: Tree, mention: Mention, kind: str) -> str:
    n = mention.head
    if tree.passive(n) or tree.first(n, "nsubj") is None:
        return ""
    named = tree.below(n, "nsubj")
    if kind == "MOBILIZE" and any(tree.lemmas[k] in NOUNS and not acts(tree, k) for k in named):
        return "nobody does it"  # `the blast at the mill sent up a cloud`
    subjects = heads_of(tree, mention.actors)
    able = speaks if kind in SPOKEN else acts
    if any(able(tree, k) or group_of(tree, k) in INSTRUMENTS.get(kind, ()) for k in subjects):
        return ""
    if kind in SPOKEN and any(tree.lemmas[k] in _SAY for k in subjects):
        return ""
    if kind in HARM and any(hits(tree, k) for k in subjects):
        return ""
    if any(tree.upos[k] in ("PRON", "DET") or tree.words[k] == "one" for k in subjects):
        return ""
    if any(tree.lemmas[k] in NOUNS and holder_of(tree, k) is not None for k in subjects):
        return ""
    return "nobody does it" if subjects else ""


# What is written speaks for who wrote it: `the letter accuses`, `a statement that blamed`.
_SAY = frozenset(
    "statement letter application document declaration memo memorandum dossier communique editorial text "
    "writ affidavit indictment leaflet petition motion manifesto verdict".split()
)
_ARMS = frozenset("troops weapons police vessel keepers armed".split())
_GIVEN = frozenset(
    "relief money goods weapons troops keepers held vessel rights land building".split()
)
_LEAVABLE = frozenset("land vessel deal meet firm state staff law keepers".split())
# What several are in together, and where they sit.
_JOINT = frozenset(
    "coalition alliance cabinet bloc pact union organisation organization table chamber session council "
    "committee partnership federation".split()
)
_PAPERS = dict.fromkeys(
    "paper document text protocol declaration charter communique statement".split(), ""
)
_SIGNED = frozenset("sign seal ink initial ratify conclude clinch forge adopt".split())
_LOOKS = frozenset("examine inspect scrutinise scrutinize audit check review question".split())


def _may_suffer(tree: Tree, k: int, kind: str) -> bool:
    if tree.lemmas[tree.heads[k]] in _LOOKS and kind == "ACCUSE":
        return acts(tree, k) or tree.lemmas[k] in NOUNS or group_of(tree, k) in ("blame", "harm")
    if tree.lemmas[tree.heads[k]] in LEFT:
        left = group_of(tree, k) in _LEAVABLE or tree.lemmas[k] in _JOINT
        return left or tree.names[k].endswith(("LOC", "ORG"))
    if kind == "RETREAT" and tree.lemmas[k] in READY | QUIT:
        return True
    if tree.words[k] in NO_ONE:
        return True
    if kind == "REQUEST" and tree.lemmas[tree.heads[k]] == "urge":
        return True  # `urged restraint`
    if kind == "SANCTION" and tree.lemmas[k] in ALSO_NOUNS:
        return True
    if kind == "MOBILIZE":
        return group_of(tree, k) in _ARMS or tree.lemmas[k] in NOUNS
    if kind in ("AID", "COOPERATE") and not acts(tree, k):
        return group_of(tree, k) in _GIVEN or tree.lemmas[k] in NOUNS
    if tree.lemmas[tree.heads[k]] == "order":
        return acts(tree, k) or tree.lemmas[k] in NOUNS or group_of(tree, k) in ("law", "bars")
    if acts(tree, k) or tree.upos[k] in ("NUM", "PROPN") or tree.lemmas[k] in NOUNS:
        return True
    if tree.lemmas[tree.heads[k]] in _SIGNED:
        return group_of(tree, k) in ("deal", "law", "meet") or tree.lemmas[k] in NOUNS | _PAPERS
    if tree.upos[k] == "PRON":
        return kind not in (
            "COERCE",
            "RETREAT",
            "AID",
            "COOPERATE",
            "MOBILIZE",
            "CONCEDE",
            "SANCTION",
        )
    return bool(group_of(tree, k)) or holder_of(tree, k) is not None


def _no_company(tree: Tree, mention: Mention, objects: list[int]) -> str:
    """Nobody meets alone: whom, with whom or, of a journey, where must be said."""
    n = mention.head
    if any(acts(tree, k) for k in objects):
        return "" if tree.lemmas[n] not in _JOURNEYS or _goes_to(tree, n) else "no place is named"
    beside = [k for k in tree.below(n, "obl") if tree.case(k) in ("with", "to", "between")]
    if any(acts(tree, k) for k in beside):
        return ""
    if tree.lemmas[n] in _JOURNEYS | {"visit", "tour"}:
        return "" if _goes_to(tree, n) else "no place is named"
    heads = heads_of(tree, mention.actors)
    many = len(heads) > 1 or any(several(tree, k) or tree.lemmas[k] in _SITTING for k in heads)
    many = many or tree.has(n, "together") or tree.lemmas[n] in _BETWEEN
    if many and tree.lemmas[n] in _TOGETHER | _BETWEEN:
        return ""
    return "nobody is met"


_JOURNEYS = frozenset("travel fly arrive".split())
_TOGETHER = frozenset(
    "meet talk confer negotiate consult discuss debate converse parley huddle hold convene sit "
    "reconvene".split()
)
_SITTING = BODIES | {"assembly", "bloc", "panel"}
# Of these it need not be said between whom.
_BETWEEN = frozenset("negotiate mediate broker intercede arbitrate".split())


def _goes_to(tree: Tree, n: int) -> bool:
    near = tree.below(n, "obl", "obj")
    return any(tree.names[k].endswith("LOC") for k in near)


def _no_object(tree: Tree, mention: Mention, kind: str) -> str:
    """Deeds that need an object, where there is none: `the manager withdrew`, `she left`."""
    n = mention.head
    if tree.below(n, "ccomp", "xcomp") or tree.passive(n):
        return ""
    public = _public(tree, mention)
    office = len(mention.words) > 1 and tree.lemmas[n] in ("step", "stand", "bow", "give")
    if kind == "RETREAT" and not public and tree.lemmas[n] not in _ALONE_TOO and not office:
        return _NO_LEAVING
    if tree.lemmas[n] in HANDED and not tree.below(n, "obl"):
        return "what it is done to is not said"
    if kind == "COERCE" and tree.lemmas[n] in _GOES:
        return "they only go"  # `drove off in a van`
    return ""


_GOES = frozenset("drive march push haul turn".split())


def _public(tree: Tree, mention: Mention) -> bool:
    """Whether those who go are troops, a state or a body, and no private persons."""
    heads = heads_of(tree, mention.actors)
    groups = {group_of(tree, k) for k in heads}
    if tree.lemmas[mention.head] in LEFT:
        groups -= {"crowd"}
    named = any(tree.names[k].endswith(("LOC", "ORG")) for k in heads)
    return named or bool(
        groups & {"troops", "armed", "state", "keepers", "police", "crowd", "envoy"}
    )


_ALONE_TOO = frozenset(
    "resign surrender capitulate abdicate quit disarm demobilise demobilize".split()
)
