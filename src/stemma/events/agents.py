"""Who may do a deed or suffer one: people, bodies and states, told from things and thoughts."""

from stemma.events.groups import GROUPS
from stemma.events.lexicon import NOUNS
from stemma.events.tree import Tree
from stemma.text.countries import Nation, nation_named
from stemma.text.people import PEOPLE

_ACTING = frozenset(
    "crowd armed troops police court press held envoy leader state firm keepers".split()
)
_PERSONS = frozenset("i we he she him her you they them us me who himself themselves".split())
_THEY = frozenset(
    "whom herself ourselves myself everyone everybody someone somebody anyone anybody others "
    "both many few most all some each several his its their our my your".split()
)
# Ends of nouns of thoughts, states and deeds.
_THOUGHT = tuple("tion sion ment ness ity ism ence ance ship ure ing age cy th edge dom ry".split())
_PARTIES = frozenset(
    "people man woman child civilian soldier troop rebel militant police officer force army navy government "
    "minister president premier king queen official protester demonstrator student worker journalist "
    "reporter group company firm party opposition leader council court parliament senate congress union "
    "country state nation neighbour neighbor ally coalition regime junta militia gunman fighter insurgent "
    "terrorist prisoner hostage refugee migrant villager farmer resident citizen family victim crowd "
    "ambassador envoy diplomat embassy ministry authority commander general lawmaker deputy senator mayor "
    "governor judge prosecutor lawyer activist critic rival enemy side delegation committee commission "
    "agency bank bishop priest monk nun teacher doctor driver pilot crew team supporter voter suspect "
    "defendant diver dissident separatist guerrilla cartel gang tribe clan community organisation "
    "organization cabinet administration inspector monitor observer town village city power bloc "
    "alliance mission secretary chancellor prince princess emir sultan dictator tribesman inmate detainee "
    "captive".split()
)
# Callings and bodies that no other list has.
_CALLINGS = frozenset(
    "accountant adviser advisor advocate aide architect artist astronaut author baker boss businessman "
    "band patrol choir orchestra squad brigade butcher candidate cardinal carpenter "
    "chief crew cashier champion chemist clerk cleric coach colleague columnist "
    "commissioner conductor counterpart councillor cook dean defector delegate designer director docker "
    "economist electrician engineer entrepreneur foe friend founder geologist guest historian hunter imam "
    "interpreter investor juror keeper lobbyist maker manager mechanic mediator member merchant minority "
    "monarch negotiator novelist orphan owner painter partner peasant peer poet politician pope "
    "predecessor professor psychologist rabbi reader relative representative researcher rider ruler "
    "scholar scientist seller servant sheikh sheriff shepherd singer smuggler speaker sponsor spokesperson "
    "spokeswoman successor surgeon surveyor thief trader translator treasurer tyrant unionist veteran vicar "
    "warden watchman waiter winner witness writer couple father grandmother grandfather husband mother "
    "parent brother sister son daughter uncle aunt cousin person wife academy airline association authority "
    "board body bureau camp charity church club college department faction federation foundation half "
    "hospital institute institution league majority movement museum office panel party prosecution public "
    "handful secretariat service society tribunal university watchdog west east world other expert analyst "
    "executive insurer lender regulator importer exporter grower breeder studio retailer manufacturer "
    "supplier subsidiary".split()
)
# People by what they do, are or have lived through.
_FOLK = frozenset(
    "captor commando hostage-taker killer agitator ringleader henchman gangster dealer "
    "accomplice acquaintance actor actress admirer adolescent apprentice assassin athlete auditor bailiff "
    "bandit barrister beggar beneficiary bodyguard bookkeeper broker burglar cadet caretaker celebrity "
    "chaplain chauffeur chef chieftain claimant cleaner comedian comrade constable contractor convict "
    "corporal courier creditor criminal culprit customer cyclist daily deserter dentist deputy disciple "
    "donor elder electorate emigrant employer eyewitness fan fellow follower foreigner foreman gambler "
    "gardener graduate grandchild grandson granddaughter guardian guide hacker heir herder hero housewife "
    "hunter imposter impostor immigrant informant informer insider instigator instructor intermediary "
    "intern intruder invader jailer janitor jurist knight lady landlord lecturer legislator lieutenant "
    "locksmith looter lover loyalist magnate maid martyr mastermind mercenary messenger minor missionary "
    "molester mourner murderer musician neighbour neighbor newcomer nomad nominee occupier offender "
    "officeholder oligarch onlooker operative organiser organizer outsider paramedic paratrooper "
    "parishioner partisan patient patriarch patriot patron pedestrian pensioner performer perpetrator "
    "petitioner pharmacist philanthropist physician pickpocket pirate plaintiff planner plumber poacher "
    "postman preacher prefect priestess producer profiteer publisher ranger rapist receptionist recruit "
    "referee reformer registrar renter rescuer retiree rioter robber saboteur salesman scavenger sculptor "
    "seafarer seaman sentry sergeant settler shareholder shooter shopkeeper sibling signatory skipper slave "
    "smuggler sniper spouse squatter stakeholder statesman steward stowaway stranger striker subordinate "
    "subscriber survivor sympathiser sympathizer tabloid tailor taxpayer technician tenant toddler torturer "
    "trafficker trainee traitor treasurer trespasser trooper trucker trustee tutor tycoon undertaker usher "
    "vagrant vandal villain warrior weekly whistleblower widower workman youngster zealot audience "
    "captain drummer emperor engraver financier grocer heckler hiker host hostess jeweller lifeguard lodger "
    "midwife nanny nephew niece notary orderly passer-by picket planter porter printer proprietor publican "
    "roofer rower stewardess stoker swimmer teller trainer umpire vendor waitress weaver welder whaler "
    "convoy fleet flotilla province county municipality go-between intermediary newborn infant "
    "woodcutter wrestler teen lad grandma newborn twin bride groom mp staffer mum mom dad gunner deckhand "
    "carrier controller go-between airman province "
    "builder developer installer restorer refiner brewer mate coroner bosun purser deportee absentee "
    "appointee parolee escapee returnee abductee internee counsel archbishop deacon bidder loser walker "
    "climber explorer diner skier camper mountaineer stevedore boxer runner footballer jockey dancer "
    "composer curator librarian bookseller postmaster brigadier admiral marshal gendarme viceroy regent "
    "pretender schoolboy schoolgirl churchgoer worshipper sharecropper rancher cowboy fishmonger miller "
    "blacksmith goldsmith bricklayer joiner glazier decorator valuer auctioneer pawnbroker actuary "
    "mathematician veterinarian forester lumberjack turncoat stooge contender challenger incumbent "
    "frontrunner rapporteur mutineer ayatollah mullah abbot healer optician carer governess butler valet "
    "bouncer sweeper busker drunkard addict pusher bootlegger rustler forger counterfeiter blackmailer "
    "racketeer mobster stalker abuser hooligan thug brigand outlaw runaway castaway passerby viewer "
    "listener client consumer buyer hawker wholesaler greengrocer confectioner restaurateur hotelier "
    "bartender caterer concierge bellboy attendant navigator co-pilot aviator biker examiner assessor "
    "invigilator headmaster headmistress rector provost landlady occupant townspeople suburbanite "
    "highlander backbencher frontbencher executioner lifer delinquent juvenile grown-up centenarian "
    "foundling stepfather stepmother godfather godmother kin ancestor descendant heiress bachelor fiancé "
    "fiancée newlywed mistress boyfriend girlfriend ex-wife ex-husband ex-minister workmate teammate "
    "classmate roommate flatmate pal penfriend émigré exile expatriate shipper shipbuilder "
    "battalion caucus clergy committee consortium constabulary contingent corps directorate entourage "
    "faculty garrison household inspectorate jury leadership locals mob opposition outfit parish posse "
    "presidency regiment retinue sect squad syndicate workforce".split()
)
_SOMEBODY = _CALLINGS | _FOLK | _PARTIES | PEOPLE
# `the injured`, `the poor`.
_SUFFERING = frozenset(
    "injured wounded dead ill sick elderly poor rich homeless missing hurt disabled unemployed blind deaf "
    "displaced dying accused faithful bereaved".split()
)
_ENDS = (
    "ist",
    "man",
    "woman",
    "men",
    "women",
    "person",
    "crat",
    "ologer",
    "keeper",
    "maker",
    "owner",
    "worker",
    "fighter",
    "teacher",
    "driver",
    "leader",
    "holder",
    "seeker",
    "writer",
    "dealer",
    "officer",
    "player",
)
# Of these, what `of` names is meant: `dozens of farmers`, `a group of men`.
COUNTING = frozenset(
    "last first rest ten dozen score hundred thousand million number group handful series lot pair crowd "
    "whole bulk part most some many half third all both one each several few none any member those".split()
)
# Behind a noun, what names whose it is.
_OF = frozenset("of with against by from between".split())
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december day week month year morning evening night today yesterday "
    "jan jan. feb feb. aug aug. sept sept. oct oct. nov nov. dec dec. "
    "a.m. p.m. am pm tomorrow hour minute dawn noon midnight "
    "time century decade spring summer autumn winter".split()
)


def is_time(tree: Tree, n: int) -> bool:
    """Whether a phrase tells a time or is a bare number."""
    return tree.words[n] in _TIMES or tree.lemmas[n] in _TIMES or tree.upos[n] == "NUM"


def is_measure(tree: Tree, n: int) -> bool:
    """Whether a phrase is a share, a sum or a way of drawing one: `by 18 per cent`, `by lot`."""
    counted = bool(tree.below(n, "nummod")) and tree.lemmas[n] in _UNITS
    return tree.lemmas[n] in _SHARES or counted


_SHARES = frozenset("cent percent per % lot worth half third quarter".split())
_UNITS = frozenset(
    "metre meter kilometre kilometer mile foot inch ton tonne pound dollar euro crown franc point vote "
    "million billion degree litre liter".split()
)


def nation_of(tree: Tree, n: int) -> Nation | None:
    """The country that a word names, as it is written: `US` is one, `us` is none."""
    return nation_named(tree.shown((n, n + 1)))


def is_party(tree: Tree, n: int) -> bool:
    """Whether a phrase may be somebody: a name, a nation's word, a pronoun of persons, or people."""
    if tree.names[n] not in ("O", "_") or tree.upos[n] == "PROPN":
        return not is_time(tree, n)
    if _is_might(tree, n):
        return False
    plural = tree.words[n].removesuffix("s")
    if not {tree.lemmas[n], plural}.isdisjoint(_SOMEBODY):
        return True
    if tree.words[n] in _PERSONS or tree.words[n] == "it":
        return True
    if GROUPS.get(tree.lemmas[n], GROUPS.get(plural)) in _ACTING:
        return True
    near = [k for k in (n, *tree.below(n, "amod", "nmod")) if k == n or not tree.case(k)]
    return any(nation_of(tree, k) for k in near)


_CONDITIONS = frozenset("emergency siege war alert affair affairs mind health play shock".split())


def acts(tree: Tree, n: int) -> bool:
    """Whether a phrase names somebody: a person, people, a body, a state, or a pronoun of one."""
    word, lemma = tree.words[n], tree.lemmas[n]
    if _is_might(tree, n):
        return False
    if _counted(tree, n) or _so_many(tree, n):
        return True
    if lemma == "intelligence" and tree.below(n, "amod", "compound"):
        return True  # `military intelligence`, and not what is known
    if is_the_law(tree, n):
        return True
    if tree.has(n, "the") and {word, lemma} & _SUFFERING and tree.upos[n] in ("ADJ", "NOUN"):
        return True
    if word == "those" and tree.below(n, "acl"):
        return True  # `those arrested`, `those who fled`
    if tree.upos[n] == "PRON" or word in _PERSONS | _THEY:
        return word in _PERSONS | _THEY or (word == "it" and tree.full[n] != "expl")
    if word in ("old", "olds") and list(tree.words[max(n - 3, 0) : n]) == ["-", "year", "-"]:
        return tree.rels[n] != "amod"  # `a 17-year-old`
    if lemma == "state" and any(tree.lemmas[k] in _CONDITIONS for k in tree.below(n, "nmod")):
        return False  # a state of emergency
    if tree.names[n] not in ("O", "_") or tree.upos[n] == "PROPN":
        return is_party(tree, n)
    if nation_of(tree, n):
        return True
    plain = word.removesuffix("s")
    if {lemma, plain} & _SOMEBODY:
        return True
    if lemma in NOUNS:
        return False
    if GROUPS.get(lemma, GROUPS.get(plain)) in _ACTING:
        return True
    ends = lemma.endswith(_ENDS) or word.endswith(("men", "women"))
    return tree.upos[n] == "NOUN" and (ends or _has_a_name(tree, n))


def is_the_law(tree: Tree, n: int) -> bool:
    """`law enforcement`: the police, and not that a law is enforced."""
    named = tree.lemmas[n] == "enforcement" and tree.has(n, "law")
    return named and not any(tree.case(k) == "of" for k in tree.below(n, "nmod"))


def _is_might(tree: Tree, n: int) -> bool:
    """`seized power`, `powers to call witnesses`: no state, unless it is a great or a foreign one."""
    return tree.lemmas[n] == "power" and not tree.below(n, "amod", "compound", "nmod:poss")


def speaks(tree: Tree, n: int) -> bool:
    """Whether a noun may be somebody who says something: all but things and thoughts, of which lists have
    never all."""
    lemma = tree.lemmas[n]
    unknown = tree.upos[n] == "NOUN" and lemma not in NOUNS and not group_of(tree, n)
    return acts(tree, n) or (unknown and not lemma.endswith(_THOUGHT) and lemma not in _SAID)


_SAID = frozenset(
    "report statement letter paper document reason pretext fact idea view theory plan issue problem question "
    "comment word remark rumour rumor tradition history light number figure price market share cost rate "
    "rise fall alarm bell horn sea wind storm fire flood quake disease hope fear doubt tone mood trust "
    "work gas tension interest value purpose result effect cause role part place "
    "thing matter step one banner placard poster leaflet slogan".split()
)


def _counted(tree: Tree, n: int) -> bool:
    """`dozens of farmers`, `one of the ministers`, `three of them`."""
    if tree.lemmas[n] not in COUNTING and tree.upos[n] != "NUM":
        return False
    return any(tree.case(k) == "of" and acts(tree, k) for k in tree.below(n, "nmod"))


def _so_many(tree: Tree, n: int) -> bool:
    """`the eleven were sentenced`."""
    subject = tree.rels[n] == "nsubj" and tree.has(n, "the")
    return subject and tree.upos[n] == "NUM" and tree.words[n].isalpha()


def _has_a_name(tree: Tree, n: int) -> bool:
    """`the rescuer Ann Holm`: a name of a person is joined to a noun."""
    return any(tree.names[k].endswith("PER") for k in tree.below(n, "flat", "appos"))


def holder_of(tree: Tree, n: int) -> int | None:
    """Whose a thing is: `the army's raid`, `the American strike`, `ties with Oman`; None if nobody's."""
    own = [
        k for k in tree.below(n, "nmod") if tree.full[k] == "nmod:poss" and tree.upos[k] != "PRON"
    ]
    before = [k for k in tree.below(n, "amod", "compound") if k < n]
    nation = [k for k in before if nation_of(tree, k)]
    behind = [k for k in tree.below(n, "nmod") if tree.case(k).split(" ")[-1] in _OF]
    found = (*own, *nation, *(k for k in behind if k not in own))
    return next((k for k in found if acts(tree, k) and not is_time(tree, k)), None)


def whose_it_is(tree: Tree, n: int) -> int:
    """`the chief, whose dismissal they demanded`: the noun that `whose` before another one stands for; else
    that other one itself."""
    at = n
    for _ in range(_STEPS):
        if tree.heads[at] < 0:
            return n
        if tree.rels[at] == "acl" and tree.heads[at] < n:
            return tree.heads[at]
        at = tree.heads[at]
    return n


_STEPS = 6  # words between an owner and the noun that he is told by, at most


def of_office(tree: Tree, n: int) -> int | None:
    """`the mayor's office promised`: for whom such a place speaks; None if it is none."""
    own = [k for k in tree.below(n, "nmod") if tree.full[k] == "nmod:poss"]
    named = [k for k in own if acts(tree, k) and tree.upos[k] != "PRON"]
    return named[0] if tree.lemmas[n] in ("office", "side", "headquarters") and named else None


# What a tank holds that is no weapon.
_HELD = frozenset(
    "gas fuel oil petrol gasoline diesel kerosene propane butane hydrogen oxygen chlorine ammonia acid "
    "chemical water rainwater sewage septic storage holding fermentation beer wine milk molasses feed fish "
    "think toxin waste cooling pressure".split()
)


def group_of(tree: Tree, n: int) -> str:
    """The group of a noun by what it names; empty if it is in none."""
    if is_the_law(tree, n):
        return "police"
    if tree.lemmas[n] == "tank" and tree.has(n, *_HELD):
        return ""  # `a gas tank`
    return GROUPS.get(tree.lemmas[n]) or GROUPS.get(tree.words[n].removesuffix("s")) or ""


def is_means(tree: Tree, k: int) -> bool:
    """`agreed by telephone`, `brought in by bus`."""
    bare = not tree.below(k, "det", "amod", "acl", "compound")
    if bare and tree.lemmas[k] in _RIDES:
        return True  # `by bus from the villages`
    until = tree.lemmas[k] in _UNTIL
    return until or (tree.lemmas[k] in _MEANS and not tree.below(k, "det", "nmod", "amod", "acl"))


_RIDES = frozenset(
    "ambulance boat bus car coach ferry helicopter lorry motorcycle plane ship taxi train truck van".split()
)
# `by the end of May`, `by the light of candles`
_UNTIL = frozenset("end start beginning middle time then date light".split())
_MEANS = frozenset(
    "telephone phone telegraph post mail letter e-mail email fax radio video bus train plane air boat ship "
    "sea land road rail car lorry truck bicycle foot hand force chance mistake accident name nature law "
    "night day surprise lot hundred dozen thousand".split()
)


# Deeds that stand in a place, whose name before them need not say who does them.
PLACED = frozenset("ASSAULT CONSULT PROTEST COERCE ACCUSE".split())


def is_where(tree: Tree, n: int, k: int) -> bool:
    """`the country's first strike in ten years`, `the city's worst riot`: the place that counts them."""
    placed = (
        nation_of(tree, k) is not None or tree.names[k].endswith("LOC") or tree.lemmas[k] in _PLACES
    )
    counted = any(
        tree.xpos[j] in ("JJS", "RBS") or tree.lemmas[j] in _ORDINAL for j in tree.below(n, "amod")
    )
    return placed and counted and NOUNS.get(tree.lemmas[n]) in PLACED


_PLACES = frozenset("country city nation world region town province state capital island".split())
_ORDINAL = frozenset("first second third fourth fifth last latest".split())


def none_of(tree: Tree, subject: int) -> int:
    """`none of their men had fired`: those of whom it is said that they did not."""
    of = [k for k in tree.below(subject, "nmod") if tree.case(k) == "of"]
    none = tree.words[subject] in ("none", "neither", "nobody") and tree.upos[subject] != "NOUN"
    return of[0] if none and of else subject


def asked_for(tree: Tree, n: int) -> list[int]:
    """`asked the police for protection, which was granted`: who is asked grants or withdraws it."""
    top = tree.heads[n] if tree.joined_passive(n) else n
    thing = tree.heads[top]
    if tree.lemmas[n] not in _GRANTS or tree.rels[top] != "acl" or thing < 0:
        return []
    verb = tree.heads[thing]
    asks = verb >= 0 and tree.lemmas[verb] in _ASKS and tree.case(thing) == "for"
    return [k for k in tree.below(verb, "iobj", "obj") if acts(tree, k)] if asks else []


_GRANTS = frozenset("grant refuse deny approve reject withdraw provide".split())
_ASKS = frozenset("ask beg petition implore".split())


def is_ground(tree: Tree, n: int) -> bool:
    """Whether a name is of a place by its last word: `the ambush of Saddle Pass`."""
    return tree.upos[n] == "PROPN" and tree.lemmas[n] in _GROUNDS


_GROUNDS = frozenset(
    "pass bridge hill valley river square street mount mountain island bay cape road gate plain field creek "
    "lake forest beach crossing junction".split()
)
