"""Nouns of a deed in another sense: a `threat` that is a danger, a `demand` of the market, `talk` that is
only words, a `battle` without blood; and those that tell of one only with somebody who takes part in it."""

from collections.abc import Callable

from stemma.events.agents import acts, group_of
from stemma.events.mentions import Mention, heads_of
from stemma.events.tree import Tree

Rule = Callable[[Tree, Mention, str], str]


def table(*rows: tuple[str, Rule]) -> dict[str, Rule]:
    """Word -> its rule."""
    return {word: rule for words, rule in rows for word in words.split()}


def _danger(tree: Tree, mention: Mention, kind: str) -> str:
    """`poses a threat`, `a threat to health`, `the threat of frost`: what may befall somebody. One that
    somebody makes is a deed: `his threats to resign`, `a threat against the city`, `bomb threats`."""
    n = mention.head
    if mention.lent is not None and tree.lemmas[mention.lent] in _UTTERS:
        return ""
    above = tree.heads[n]
    made = above >= 0 and tree.lemmas[above] in _UTTERS | _HEARS
    if made or any(tree.has(k, "to") for k in tree.below(n, "acl")):
        return ""
    near = {tree.aim(k) for k in tree.below(n, "nmod")}
    if any(tree.words[k] in _OF_THREATS for k in tree.below(n, "compound", "amod")):
        return ""
    posed = above >= 0 and tree.rels[n] == "obj" and tree.lemmas[above] in _POSES
    is_one = bool(tree.below(n, "cop")) or tree.case(n) == "as"
    named = [k for k in heads_of(tree, mention.actors) if acts(tree, k)]
    beside = "to" in near and tree.xpos[n] == "NN"
    if posed or is_one or beside or "from" in near or not (named or "against" in near):
        return "a danger"
    return ""


_UTTERS = frozenset(
    "make issue utter repeat renew withdraw carry follow send receive back execute fulfil fulfill".split()
)
_HEARS = frozenset("respond react bow denounce condemn reject retract shrug answer".split())
_POSES = frozenset(
    "pose present represent be become constitute face see consider meet address tackle counter defeat "
    "confront understand comprehend ignore assess underestimate reduce remove eliminate combat fight "
    "perceive".split()
)
_OF_THREATS = frozenset("death bomb veto verbal strike legal".split())


def _of_the_market(tree: Tree, mention: Mention, kind: str) -> str:
    """`low demand for coal`, `demand has risen`: how much is bought; `a demand`, `their demand` is made."""
    n = mention.head
    if tree.xpos[n] != "NN" or any(acts(tree, k) for k in heads_of(tree, mention.actors)):
        return ""
    told = [k for k in tree.below(n, "acl") if tree.has(k, "to", "that")]
    much = any(tree.lemmas[k] in _MUCH for k in tree.below(n, "amod", "compound"))
    goes = tree.heads[n] >= 0 and tree.lemmas[tree.heads[n]] in _RISES
    bare = not tree.below(n, "det") and mention.lent is None
    return "" if told or not (much or goes or bare) else "what is bought"


_MUCH = frozenset(
    "low high strong weak weaker stronger global domestic consumer consumers market growing rising falling "
    "soaring lower higher great greater huge local foreign export industrial seasonal".split()
)
_RISES = frozenset(
    "rise fall grow drop roar soar slump decline increase surge weaken recover shrink outstrip meet exceed "
    "boost dampen".split()
)


def _attraction(tree: Tree, mention: Mention, kind: str) -> str:
    """`his broad appeal`: what draws people; an appeal is `for` or `to`, or is made and heard."""
    n = mention.head
    asked = any(tree.case(k) in ("for", "against", "by", "from") for k in tree.below(n, "nmod"))
    above = tree.heads[n]
    handled = mention.lent is not None or (above >= 0 and tree.lemmas[above] in _HANDLES)
    told = any(tree.has(k, "to") for k in tree.below(n, "acl")) or tree.below(n, "det")
    court = tree.case(n) in ("on", "after", "pending", "at") or tree.rels[n] == "nsubj"
    whose = any(tree.full[k] == "nmod:poss" for k in tree.below(n, "nmod"))
    drawn = whose and tree.below(n, "amod")
    return "" if asked or handled or ((told or court) and not drawn) else "what draws people"


_HANDLES = frozenset(
    "make launch issue renew repeat reject ignore dismiss hear file lodge lose win heed answer drop deny "
    "consider join back support sign receive".split()
)


def _of_words(tree: Tree, mention: Mention, kind: str) -> str:
    """`an uphill battle`, `a price war`, `a legal fight`: no blood is shed in it."""
    return "a figure of speech" if kind == "ASSAULT" and bloodless(tree, mention.head) else ""


def bloodless(tree: Tree, n: int) -> bool:
    """Whether what stands before a word of fighting says that no blood is shed."""
    return any(tree.lemmas[k] in _BLOODLESS for k in tree.below(n, "amod", "compound"))


_BLOODLESS = frozenset(
    "uphill legal court political electoral reelection re-election election primary campaign trade "
    "price culture budget legislative bidding custody partisan courtroom tax title relegation cup "
    "patent boardroom takeover leadership turf copyright ratings".split()
)


def _aides(tree: Tree, mention: Mention, kind: str) -> str:
    people = tree.words[mention.head] in ("aide", "aides")
    return "people, and no deed" if people else _bought(tree, mention, kind)


def _bought(tree: Tree, mention: Mention, kind: str) -> str:
    """`student loans`, `tax relief`: what is bought or due, and no help of one to another."""
    near = tree.below(mention.head, "compound")
    return "no deed of one to another" if any(tree.lemmas[k] in _OF_TRADE for k in near) else ""


_OF_TRADE = frozenset(
    "student tax car home house mortgage payday bank business pain stress visual".split()
)


def _a_lot(tree: Tree, mention: Mention, kind: str) -> str:
    """`a great deal of work`, `made a big deal of it`."""
    near = tree.below(mention.head, "amod")
    whole = tree.has(mention.head, "a", "an")
    much = any(tree.lemmas[k] in ("big", "great", "good", "huge") for k in near)
    between = mention.actors and mention.recipients and mention.lent is None
    named = {tree.case(k) for k in tree.below(mention.head, "nmod")} & {"with", "between"}
    return "no deal" if whole and much and not between and not named else ""


def _thought(tree: Tree, mention: Mention, kind: str) -> str:
    """`a conviction that he is right`, `the recognition that it fails`."""
    told = [k for k in tree.below(mention.head, "acl", "ccomp") if tree.mark(k) == "that"]
    return "a thought" if told else ""


def _mere_talk(tree: Tree, mention: Mention, kind: str) -> str:
    """`talk of a coup`, `foul talk`: words, and no talks between two."""
    one = tree.xpos[mention.head] == "NN" and mention.lent is None
    held = tree.has(mention.head, "a") and "with" in {
        tree.case(k) for k in tree.below(mention.head, "nmod")
    }
    return "words, and no talks" if one and not held and not mention.recipients else ""


def _made_public(tree: Tree, mention: Mention, kind: str) -> str:
    """`the release of the film`, `a press release`."""
    n = mention.head
    before = tree.below(n, "compound")
    things = [k for k in tree.below(n, "nmod") if tree.case(k) == "of"]
    people = any(
        tree.names[k].endswith("PER") or (acts(tree, k) and tree.upos[k] in ("NOUN", "NUM"))
        for k in things
    )
    if kind not in ("RETREAT", "CONCEDE") or people:
        return ""
    return "a thing is made public" if things or before else ""


def _of_a_thing(tree: Tree, mention: Mention, kind: str) -> str:
    """`adds support for video`: what a thing can do."""
    verb = tree.heads[mention.head]
    added = verb >= 0 and tree.lemmas[verb] in ("add", "include", "lack", "feature", "contain")
    return "what a thing can do" if added else ""


def _looked_for(tree: Tree, mention: Mention, kind: str) -> str:
    """`the search for survivors`, `a search for a new coach`: a house or a person is searched by force."""
    n = mention.head
    sought = [k for k in tree.below(n, "nmod") if tree.case(k) == "for"]
    through = [k for k in tree.below(n, "nmod") if tree.case(k) in ("of", "at", "in")]
    houses = any(group_of(tree, k) in ("building", "vessel") for k in through)
    by_force = any(tree.words[k] in _BY_FORCE for k in tree.below(n, "compound", "amod"))
    ordered = mention.lent is not None or (
        tree.heads[n] >= 0 and tree.lemmas[tree.heads[n]] in ("order", "authorise", "authorize")
    )
    forced = not sought and (houses or by_force or ordered)
    return "" if forced else "somebody or something is looked for"


_BY_FORCE = frozenset("police house strip unlawful illegal".split())


def _of_mourning(tree: Tree, mention: Mention, kind: str) -> str:
    """`a funeral procession`."""
    near = {tree.words[k] for k in tree.below(mention.head, "amod", "compound")}
    return "no protest" if near & _SOLEMN else ""


_SOLEMN = frozenset(
    "funeral religious wedding solemn royal carnival easter torchlight bridal".split()
)


OTHER_NOUNS = table(
    ("threat", _danger), ("demand", _of_the_market), ("appeal", _attraction),
    ("battle fight war struggle", _of_words), ("aid", _aides), ("loan relief", _bought), ("deal", _a_lot),
    ("conviction recognition realisation realization", _thought), ("talk", _mere_talk),
    ("release", _made_public), ("support", _of_a_thing), ("search", _looked_for),
    ("procession", _of_mourning),
)  # fmt: skip


def bare_noun(tree: Tree, mention: Mention) -> str:
    """Nouns that tell of a deed only where somebody takes part in it."""
    parties = (*heads_of(tree, mention.actors), *heads_of(tree, mention.recipients))
    somebody = any(acts(tree, k) for k in heads_of(tree, mention.actors))
    if tree.lemmas[mention.head] in ("explosion", "blast") and not somebody:
        near = tree.below(mention.head, "nmod", "compound", "amod")
        if any(tree.lemmas[k] in _WORKS for k in near):
            return "an accident"
    asked = tree.lemmas[mention.head] == "call" and tree.rels[mention.head] != "obl"
    asked = asked and any(tree.case(k) == "for" for k in tree.below(mention.head, "nmod"))
    vague = tree.lemmas[mention.head] in VAGUE and not asked
    if vague and not any(acts(tree, k) for k in parties):
        return "nobody takes part in it"
    return ""


_WORKS = frozenset(
    "mine pit colliery shaft boiler gas factory mill refinery plant kitchen workshop pipeline".split()
)
VAGUE = frozenset(
    "release trade lunch call round hit charge sentence fine recall cut exchange grant delivery training "
    "drill exercise support praise conference trip backing reversal signature tribute shipment appeal "
    "patrol discussion conversation plan proposal offer trading hack suit exercise promise commitment "
    "readiness willingness condition extension defiance aid relief loan alliance cooperation cancellation "
    "departure closure removal reopening destruction penalty exclusion punishment approval "
    "pressure warning application suspension complaint boycott dialogue collaboration partnership".split()
)
