"""Words of a deed in another sense: a `threat` that is a danger, a `demand` of the market, `met a target`,
`seized on a remark`, `a box labelled`. News on politics and trade is full of them, and the company that a
word keeps tells which it is."""

from stemma.events.agents import acts, group_of, speaks
from stemma.events.lexicon import NOUNS
from stemma.events.mentions import VERB, Mention, heads_of
from stemma.events.noun_senses import OTHER_NOUNS, bloodless, table
from stemma.events.objects import HARM, direct
from stemma.events.tree import Tree


def other_sense(tree: Tree, mention: Mention, kind: str) -> str:
    """Why a word tells of no deed of a type by what stands beside it; empty if it may."""
    rules = _VERBS if mention.kind == VERB else OTHER_NOUNS
    rule = rules.get(tree.lemmas[mention.head])
    return rule(tree, mention, kind) if rule else ""


def _by_things(tree: Tree, mention: Mention) -> bool:
    """Whether only things do it: `the survey contradicts`, `the layout offers`. What no list has may be
    somebody (`the charity`)."""
    by = heads_of(tree, mention.actors)
    return bool(by) and not any(
        speaks(tree, k) and tree.lemmas[k] not in _THINGS and not tree.words[k].endswith("ing")
        for k in by
    )


_THINGS = frozenset(
    "factor research study video film footage poll survey figure return layout data evidence result law "
    "rule fact example picture photograph record document test tariff tax weather technology language "
    "site star power book screen design feature version model machine device convention effort all "
    "which this that".split()
)


def _to_heaven(tree: Tree, mention: Mention, kind: str) -> str:
    """`thank God`."""
    whom = [k for k in direct(tree, mention.head) if tree.lemmas[k].casefold() in _HEAVEN]
    return "a manner of speaking" if whom else ""


_HEAVEN = frozenset("god goodness heaven heavens lord".split())


def _only_goes(tree: Tree, mention: Mention, kind: str) -> str:
    """`armed men crossed into Oman`: whatever they did there is told by another verb."""
    return "they only go" if kind == "ASSAULT" else ""


def _helps(tree: Tree, mention: Mention, kind: str) -> str:
    """`helped people find a home` helps somebody; `helped fund the club` and `it would help to know` only
    say how another thing came about."""
    n = mention.head
    helped = any(acts(tree, k) for k in tree.below(n, "obj", "iobj"))
    helped = helped or tree.passive(n) or any(acts(tree, k) for k in direct(tree, n))
    if _by_things(tree, mention):
        return "nobody helps"
    below = tree.below(n, "xcomp", "ccomp", "advcl")
    if below and not helped:
        return "it only says how another deed goes"
    return "" if helped else "nobody is helped"


def _weighs(tree: Tree, mention: Mention, kind: str) -> str:
    """`considered it a threat`: a thought; `is considering whether to leave` says what somebody may do."""
    told = [k for k in tree.below(mention.head, "xcomp", "ccomp", "advcl") if tree.has(k, "to")]
    ahead = told or any(tree.xpos[k] == "VBG" for k in tree.below(mention.head, "xcomp"))
    own = tree.lemmas[mention.head] == "consider" and not tree.below(mention.head, "obj")
    return "" if ahead and own and not _by_things(tree, mention) else "a thought"


def _seizes_on(tree: Tree, mention: Mention, kind: str) -> str:
    """`seized on the remark`, `seized the chance`."""
    n = mention.head
    on = [k for k in tree.below(n, "obl") if tree.aim(k).split(" ")[-1] in ("on", "upon")]
    moved = [k for k in direct(tree, n) if tree.lemmas[k] in _CHANCES]
    none = on and not tree.below(n, "obj") and not tree.passive(n)
    return "a figure of speech" if moved or none else ""


_CHANCES = frozenset("chance opportunity moment initiative occasion lead day attention".split())


def _gives_way(tree: Tree, mention: Mention, kind: str) -> str:
    """`succumbed in hospital`, `succumbed to his wounds`: who dies of something yields to nobody."""
    to = [k for k in tree.below(mention.head, "obl") if tree.case(k) == "to"]
    yields = any(acts(tree, k) or tree.lemmas[k] in _PRESSURES for k in to)
    return "" if yields else "a death"


_PRESSURES = frozenset(
    "pressure demand call threat blackmail force temptation lobby lobbying protest request".split()
)


def _dismisses(tree: Tree, mention: Mention, kind: str) -> str:
    """`fired 40 clerks`: from their work; `fired at`, `fired shots` are told by what is fired."""
    n = mention.head
    at = any(tree.case(k) in ("at", "on", "upon", "into", "towards") for k in tree.below(n, "obl"))
    staff = any(acts(tree, k) for k in direct(tree, n))
    return "from work" if staff and not at and kind == "ASSAULT" else ""


def _ends_a_thing(tree: Tree, mention: Mention, kind: str) -> str:
    """`eliminate fraud`, `hurt the economy`, `the tariff hurt farmers`: nobody is struck by anybody."""
    if kind != "ASSAULT":
        return ""
    n = mention.head
    struck = direct(tree, n)
    if tree.lemmas[n] not in _HURTS:
        no_blood = any(tree.lemmas[k] in _INTANGIBLE or bloodless(tree, k) for k in struck)
        return "a figure of speech" if no_blood else ""
    people = [k for k in struck if acts(tree, k) or tree.upos[k] in ("PRON", "NUM")]
    bodies = [k for k in people if tree.names[k].endswith(("ORG", "LOC"))]
    plain = not _by_things(tree, mention) and not _as_if(tree, n)
    hurt = people and people != bodies and plain
    return "" if hurt or group_of(tree, next(iter(struck), n)) == "building" else "no wound"


_HURTS = frozenset("hurt harm".split())
_INTANGIBLE = frozenset(
    "challenge record odds estimate fraud waste poverty debt deficit corruption violence racism "
    "inflation bureaucracy loophole rule tax job program programme subsidy bill law deal plan proposal "
    "idea legislation measure mood story time career reputation life economy credibility trust evidence "
    "democracy faith constitution record hope chance dream argument myth competition market industry "
    "trade".split()
)


def _as_if(tree: Tree, n: int) -> bool:
    """`would hurt`, `could hurt`: of what measures do to people more often than hands."""
    return not tree.passive(n) and any(
        tree.words[k] in ("would", "could", "might") for k in tree.below(n, "aux")
    )


def _names_it(tree: Tree, mention: Mention, kind: str) -> str:
    """`a box labelled "glass"`, `was labelled true`: that names a thing and blames nobody."""
    n = mention.head
    named = [k for k in direct(tree, n) if not acts(tree, k)]
    return "a name for it" if named or tree.rels[n] == "acl" else ""


def _asks_nobody(tree: Tree, mention: Mention, kind: str) -> str:
    """`directed at voters`, `standards applied to them`: nobody is asked to do anything."""
    n = mention.head
    asked = [k for k in tree.below(n, "xcomp", "ccomp", "advcl") if tree.has(k, "to")]
    wanted = any(tree.case(k) == "for" for k in tree.below(n, "obl"))
    by = not _by_things(tree, mention)
    return "" if by and (asked or (wanted and not tree.passive(n))) else "nobody is asked"


def _meets_a_need(tree: Tree, mention: Mention, kind: str) -> str:
    """`met the target`, `was met with silence`."""
    things = [k for k in tree.below(mention.head, "obj") if tree.lemmas[k] in _NEEDS]
    with_what = [k for k in tree.below(mention.head, "obl") if tree.case(k) in ("with", "by")]
    answered = tree.passive(mention.head) and not any(acts(tree, k) for k in with_what)
    return "nobody is met" if things or answered else ""


_NEEDS = frozenset(
    "target goal need standard deadline demand requirement expectation condition challenge obligation "
    "criterion objective commitment pledge cost quota threshold bill end fate death promise definition "
    "rule".split()
)


def _takes_over(tree: Tree, mention: Mention, kind: str) -> str:
    """`takes over on 1 May`, `a firm took over its rival`: in office or trade, and not by force."""
    if kind != "COERCE" or "over" not in tree.words[mention.head : mention.head + 3]:
        return ""
    taken = direct(tree, mention.head)
    groups = {group_of(tree, k) for k in heads_of(tree, mention.actors)}
    return "" if taken and "firm" not in groups else "in office or trade"


def _shows(tree: Tree, mention: Mention, kind: str) -> str:
    """`demonstrated its skill`, `demonstrated a new telephone`."""
    return "it shows a thing" if tree.below(mention.head, "obj") else ""


def _gives_words(tree: Tree, mention: Mention, kind: str) -> str:
    """`offered no proof`, `was given airtime`, `gave them a free hand`: nothing that helps or binds."""
    n = mention.head
    given = tree.below(n, "obj") or [k for k in direct(tree, n) if not acts(tree, k)]
    if kind == "AGREE" and _by_things(tree, mention):
        return "nobody offers it"
    words = given and all(tree.lemmas[k] in _NOTHINGS for k in given)
    return "what is given is no deed" if words else ""


_NOTHINGS = frozenset(
    "access ability music service feature discount option range proof evidence advice view glimpse look "
    "detail explanation comment apology insight clue hint excuse reason opinion answer airtime hand "
    "boost task hope chance opportunity time sense impression idea example way lesson interview speech "
    "platform choice edge advantage pause victory information tone name credit context account "
    "statement message version reminder warning contrast window portrait lecture taste tour".split()
)


def _a_seat(tree: Tree, mention: Mention, kind: str) -> str:
    """`seek the White House`, `occupy the office`: by votes."""
    for k in direct(tree, mention.head):
        seat = tree.lemmas[k] in _SEATS or tree.words[k] in _SEATS
        of_state = tree.words[k] == "house" and tree.has(k, "white")
        if seat or of_state:
            return "an office is sought"
    return ""


_SEATS = frozenset(
    "office presidency nomination premiership throne seat post mandate chair".split()
)


def _lowers(tree: Tree, mention: Mention, kind: str) -> str:
    """`cut taxes`, `slashed prices`, `reduce emissions`: that is done to a number; aid and ties are cut."""
    if kind not in ("SANCTION", "CONCEDE"):
        return ""
    done = direct(tree, mention.head)
    return "only a number falls" if any(tree.lemmas[k] in _NUMBERS for k in done) else ""


_NUMBERS = frozenset(
    "tax taxis taxes price cost rate emission spending debt deficit wage salary fare rent loophole toll "
    "expense waste carbon pollution job time weight speed risk dose number amount share size growth "
    "forecast".split()
)


def _a_rule(tree: Tree, mention: Mention, kind: str) -> str:
    """`the law requires a fee`, `no rule requires`: what holds, and nobody asks."""
    by = heads_of(tree, mention.actors)
    ruled = any(group_of(tree, k) in ("law", "deal") for k in by) or _by_things(tree, mention)
    return "a rule" if ruled or tree.passive(mention.head) else ""


def _dealt_with(tree: Tree, mention: Mention, kind: str) -> str:
    """`treats me badly`; the wounded and the ill are treated, and `treated as theft` accuses."""
    if kind == "ACCUSE" and any(tree.case(k) == "as" for k in tree.below(mention.head, "obl")):
        return ""
    ill = any(tree.lemmas[k] in _ILL or tree.words[k] in _ILL for k in range(len(tree.words)))
    return "" if kind == "AID" and ill else "a manner, and no deed"


_ILL = frozenset(
    "hospital clinic doctor doctors nurse medic surgeon patient wound wounded injured injury ill sick "
    "illness burn poison poisoning shock survivor victim ambulance fever cholera infection disease".split()
)


def _a_price(tree: Tree, mention: Mention, kind: str) -> str:
    """`charged a fee`, `charges customers 10 per cent more`: that is a price."""
    near = tree.below(mention.head, "obj", "iobj", "obl", "advmod", "dep")
    inner = [*near, *(j for k in near for j in tree.below(k, "nmod", "amod", "nummod"))]
    priced = any(tree.lemmas[k] in _PRICES or tree.words[k] == "more" for k in inner)
    return "a price" if priced else ""


_PRICES = frozenset(
    "fee price cost rate rent interest premium toll % $ cent dollar euro pound".split()
)


def _is_said_by_it(tree: Tree, mention: Mention, kind: str) -> str:
    """`levelled accusations at the mayor`."""
    said = any(NOUNS.get(tree.lemmas[k]) == "ACCUSE" for k in direct(tree, mention.head))
    return "its object tells of the deed" if said else ""


def _in_the_face(tree: Tree, mention: Mention, kind: str) -> str:
    """`a slap in the face`: an affront."""
    face = any(tree.lemmas[k] == "face" for k in tree.below(mention.head, "obl"))
    goods = any(group_of(tree, k) == "bars" for k in direct(tree, mention.head))
    return "a figure of speech" if kind == "ASSAULT" and (face or goods) else ""


def _left_over(tree: Tree, mention: Mention, kind: str) -> str:
    """`the taxes that are left`."""
    things = [k for k in direct(tree, mention.head) if not acts(tree, k)]
    return "it is left over" if tree.passive(mention.head) and things else ""


def _says_so(tree: Tree, mention: Mention, kind: str) -> str:
    """`the study contradicts the claim`: a thing says so, and nobody rejects anything."""
    return "nobody says it" if _by_things(tree, mention) else ""


def _takes_for(tree: Tree, mention: Mention, kind: str) -> str:
    """`recognised as unfair`, `recognised that it fails`: a thought; a state and a rule are recognised."""
    n = mention.head
    states = any(
        acts(tree, k) or group_of(tree, k) in ("state", "rights", "deal") for k in direct(tree, n)
    )
    thought = any(tree.case(k) == "as" for k in tree.below(n, "obl")) or tree.below(n, "ccomp")
    return "" if states and not thought else "a thought"


def _of_a_plan(tree: Tree, mention: Mention, kind: str) -> str:
    """`contributed to the fall`: things do; people give money or troops."""
    return "nobody gives it" if _by_things(tree, mention) else ""


def _made_public(tree: Tree, mention: Mention, kind: str) -> str:
    """`released a report`, `released a telephone`: people are let go, things are made public."""
    freed = direct(tree, mention.head)
    things = freed and not any(_is_somebody(tree, k) for k in freed)
    return "a thing is made public" if kind in ("RETREAT", "CONCEDE") and things else ""


def _is_somebody(tree: Tree, k: int) -> bool:
    """People, and neither a name of a thing nor `it`."""
    if tree.upos[k] == "PRON" or tree.words[k] in ("it", "this", "that"):
        return tree.words[k] not in ("it", "this", "that", "which")
    named = tree.names[k].endswith("PER")
    common = tree.names[k] in ("O", "_") and tree.upos[k] != "PROPN"
    return named or tree.upos[k] == "NUM" or (common and acts(tree, k)) or (
        group_of(tree, k) in ("held", "money")
    )  # fmt: skip


def _opens(tree: Tree, mention: Mention, kind: str) -> str:
    """`the shop reopens on Monday`: nobody yields to anybody."""
    return "" if kind not in ("CONCEDE", "RETREAT") or direct(tree, mention.head) else "it opens"


def _begins(tree: Tree, mention: Mention, kind: str) -> str:
    """`launched a shop`, `launched a campaign`: weapons and attacks are launched at somebody."""
    begun = direct(tree, mention.head)
    arms = any(
        group_of(tree, k) in ("weapons", "harm") or NOUNS.get(tree.lemmas[k]) in HARM for k in begun
    )
    return "" if arms or kind not in HARM else "it begins a thing"


def _carries_out(tree: Tree, mention: Mention, kind: str) -> str:
    """`executed the plan`, `executed it`."""
    done = direct(tree, mention.head)
    people = any(_is_somebody(tree, k) and acts(tree, k) for k in done)
    return "" if people or kind != "ASSAULT" else "it is carried out"


def _travels(tree: Tree, mention: Mention, kind: str) -> str:
    """`a plane that flies to Oman`: only people meet."""
    by = heads_of(tree, mention.actors)
    return "" if kind != "CONSULT" or any(acts(tree, k) for k in by) else "nobody travels"


_VERBS = table(
    ("thank", _to_heaven), ("help", _helps), ("cross enter", _only_goes),
    ("consider regard view", _weighs), ("seize", _seizes_on),
    ("fire", _dismisses), ("eliminate hurt harm wreck crush destroy kill fight beat", _ends_a_thing),
    ("label", _names_it), ("direct apply", _asks_nobody), ("meet", _meets_a_need), ("take", _takes_over),
    ("demonstrate", _shows), ("offer give grant provide deliver lend", _gives_words),
    ("seek occupy win", _a_seat), ("cut slash reduce lower trim remove halve", _lowers),
    ("require", _a_rule), ("treat", _dealt_with), ("leave", _left_over),
    ("contradict support reject dismiss back", _says_so), ("recognize recognise", _takes_for),
    ("contribute", _of_a_plan), ("release", _made_public), ("launch", _begins), ("execute", _carries_out),
    ("fly travel arrive", _travels), ("open reopen", _opens), ("charge", _a_price),
    ("level", _is_said_by_it), ("slap", _in_the_face), ("succumb", _gives_way),
)  # fmt: skip
