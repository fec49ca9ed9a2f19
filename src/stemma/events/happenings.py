"""Happenings for which PLOVER has no type: a collision, a flood, a death."""

from collections.abc import Iterator

from stemma.events.agents import acts, is_party, is_the_law, whose_it_is
from stemma.events.doers import actor_of, subject_of
from stemma.events.lexicon import LIGHT, NOUNS, OPEN_FIRE
from stemma.events.mentions import NOUN, Mention, is_nominal, spans_of
from stemma.events.partaking import BEFALLS, takes_part
from stemma.events.tree import Tree
from stemma.events.words import TOLD

# What is no happening of its own: states, thoughts, words, and what stands for another verb.
STATES = frozenset(
    "be have do say tell report add note state claim know think believe go come get seem appear remain "
    "become feel look show write describe include contain mean want need hope expect wish live follow "
    "continue try attempt manage happen occur take make give put let keep like love hate belong own "
    "depend consist involve concern matter lack deserve fear doubt understand remember forget consider "
    "regard see hear speak talk answer reply recall insist explain read ask call use stand sit lie stay "
    "wait exist represent reflect suggest indicate imply allow help start begin stop end tend fail cost "
    "weigh measure last set".split()
)
# Nouns of happenings that PLOVER has no type for, beside those that end as the noun of a verb does.
_NOUNS = frozenset(
    "accident aftershock arson auction avalanche ballot birth blackout blast blaze blizzard breach burial "
    "collapse collision conquest coup cover-up crash crush cyclone death debut defeat delay derailment "
    "disaster divorce drought drowning earthquake election epidemic eruption escape failure famine "
    "festival fire flight flood funeral gunfight hack heist hijacking homicide hurricane injury inquest "
    "landslide launch layoff leak loss malfunction marriage merger mudslide mutiny outage outbreak "
    "overthrow parade plunge poisoning premiere quake ransom recount referendum rehab robbery rupture "
    "sale search shipwreck shootout shutdown sinking slump spill stabbing stampede storm suicide sweep "
    "takeover temblor theft tornado tremor trial tsunami typhoon verdict victory vote walkabout wedding "
    "wildfire wreck".split()
)
_ENDS = ("ation", "ition", "ction", "sion", "tion", "ment")
# Of these ends, what is mostly a thing, a place or a state.
_THINGS = frozenset(
    "achievement action administration apartment association attention basement billion commission "
    "commitment communication complexion condition configuration constitution content corporation "
    "definition department dimension direction document edition education element emotion employment "
    "environment equipment establishment fashion federation foundation fraction function garment "
    "generation government illustration information institution instrument intention investment judgment "
    "location management mention million mission moment motion nation notion nutrition occupation opinion "
    "option organisation organization opposition coalition delegation prosecution legislation "
    "ornament parliament passion pension percussion permission pollution "
    "population portion position precaution production profession proportion question reaction recreation "
    "reflection region regulation relation religion reputation resolution sanction satisfaction section "
    "segment selection sentiment settlement situation solution specification statement station "
    "superstition supplement television tension tradition transportation treatment trillion union "
    "vacation variation vegetation version vision".split()
)


def happenings(tree: Tree) -> Iterator[Mention]:
    """Nouns of a sentence that tell of a happening and are none of PLOVER's, with whom it befell."""
    for n in range(len(tree.words)):
        if _is_one(tree, n):
            yield _noun(tree, n)


def _noun(tree: Tree, n: int) -> Mention:
    """With those of whom it tells: `the death of three miners`, `the ferry's collision`."""
    of = [k for k in tree.below(n, "nmod") if tree.case(k) == "of" and is_party(tree, k)]
    doing = of if tree.lemmas[n] in _OF_DOERS else []
    of = [k for k in of if k not in doing]
    own = [k for k in tree.below(n, "nmod") if tree.full[k] == "nmod:poss"]
    words = tuple(sorted((n, *tree.below(n, "compound"))))
    own = [whose_it_is(tree, n) if tree.words[k] == "whose" else k for k in own]
    theirs = [k for k in own if tree.lemmas[n] not in _BEFALL | BEFALLS and acts(tree, k)]
    whom = (of or [k for k in own if k not in theirs])[:1]
    by = [k for k in tree.below(n, "nmod") if tree.case(k) == "by" and is_party(tree, k)]
    who = by or doing or theirs or takes_part(tree, n)
    verb = tree.heads[n]
    if tree.rels[n] == "obj" and tree.lemmas[n] in _WON and tree.lemmas[verb] in CLAIM:
        words, who = tuple(sorted((*words, verb))), who or actor_of(tree, verb)
    if tree.lemmas[n] in _UNDERGONE and not whom:
        who, whom = by, takes_part(tree, n) or _stands(tree, n)  # `is to go on trial`
    spans = tuple(tree.span(k) for k in whom)
    return Mention(n, words, NOUN, spans_of(tree, who), spans)


def _stands(tree: Tree, n: int) -> list[int]:
    """`stood trial`, `faces surgery`: who undergoes it."""
    verb = tree.heads[n]
    borne = verb >= 0 and tree.rels[n] == "obj" and tree.lemmas[verb] in _UNDERGO
    return [k for k in subject_of(tree, verb) if acts(tree, k)] if borne else []


_UNDERGO = frozenset("stand face await undergo need have get survive receive".split())


# What is won is not yet so because somebody claims it.
_WON = frozenset("victory defeat triumph win".split())
CLAIM = frozenset("claim declare proclaim concede admit".split())
# Of these, whose it is it befalls.
_BEFALL = frozenset(
    "accident birth burial collapse crash death defeat derailment disaster divorce failure fire funeral "
    "homicide injury inquest loss outbreak overthrow poisoning rehab shipwreck sinking suicide theft trial "
    "wedding wreck".split()
)
# Of these, what `of` names is who does it: `the objections of the generals`.
_OF_DOERS = frozenset(
    "objection decision intervention participation hesitation retaliation migration declaration victory "
    "escape flight debut suicide failure confession admission testimony resignation defection desertion "
    "secession abdication".split()
)
_UNDERGONE = frozenset("trial retrial surgery operation autopsy examination treatment".split())


def _is_one(tree: Tree, n: int) -> bool:
    lemma = tree.lemmas[n]
    if tree.upos[n] != "NOUN" or lemma in NOUNS or is_nominal(tree, n):
        return False
    if (
        is_the_law(tree, n)
        or tree.rels[n] in ("compound", "flat", "fixed")
        or tree.names[n] not in ("O", "_")
    ):
        return False
    if lemma == "fire" and _is_shooting(tree, n):
        return False
    return lemma in _NOUNS or (lemma.endswith(_ENDS) and lemma not in _THINGS)


def _is_shooting(tree: Tree, n: int) -> bool:
    """Whether guns fire, and nothing burns: `returned fire`, `heavy machine-gun fire`, `a halt in fire`."""
    verb = tree.heads[n]
    done = tree.rels[n] in ("obj", "nsubj") and verb >= 0 and tree.lemmas[verb] in OPEN_FIRE
    guns = any(tree.lemmas[k] in _GUNS for k in tree.below(n, "compound", "amod"))
    return done or guns or (tree.case(n) == "in" and not tree.below(n, "det", "amod", "nmod"))


_GUNS = frozenset(
    "gun machine-gun rifle mortar artillery rocket tank sniper anti-aircraft small-arms enemy hostile "
    "friendly covering return automatic".split()
)


def is_happening(lemmas: frozenset[str], kind: str) -> bool:
    """Whether the words of a mention that PLOVER has no type for tell of something that happens."""
    return kind == NOUN or bool(lemmas - STATES - TOLD - LIGHT)
