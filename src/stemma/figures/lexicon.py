"""Words of the grammar of figures: numbers, qualifiers, units, and what tells kinds apart."""

from typing import NamedTuple

from stemma.text.numbers import ONES

SMALL = {"zero": 0, **ONES}
MULTIPLES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
# Written behind digits, with or without a space. `m` is a million in money alone, else metres.
SHORT = {"k": 1000, "mn": 10**6, "mln": 10**6, "bn": 10**9, "tn": 10**12, "trn": 10**12}
PLURALS = {
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000,
    "millions": 10**6, "billions": 10**9, "trillions": 10**12,
}  # fmt: skip
# The least that a vague word means. A plural is two of its kind (dozens: 24 or more).
PLURAL = 2
VAGUE = {"several": 3, "few": 3, "handful": 3, "couple": 2}
PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100,
}  # fmt: skip
PARTS |= {word + "s": value for word, value in PARTS.items() if word not in ("half", "halves")}

_BEFORE = {
    "at least": "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of",
    "more than": "more than|over|above|upwards of|upward of|in excess of|exceeding|exceed|exceeds|exceeded|"
    "greater than|higher than|topped|surpassed|passed|beyond",
    "at most": "up to|as many as|as much as|at most|no more than|not more than|a maximum of|maximum of|"
    "within|no later than|as high as",
    "less than": "fewer than|less than|under|below|lower than",
    "about": "about|around|some|roughly|approximately|an estimated|estimated|circa|in the region of|"
    "something like|perhaps|maybe|more or less|~|on the order of",
    "almost": "almost|nearly|close to|closer to|just under|just short of|approaching|nigh on|just below|"
    "not quite|near|slightly less than|slightly under|a little under",
}
BEFORE: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): name
    for name, phrases in _BEFORE.items()
    for phrase in phrases.split("|")
}
BEHIND: dict[tuple[str, ...], str] = {
    ("or", "more"): "at least",
    ("or", "above"): "at least",
    ("and", "counting"): "at least",
    ("or", "so"): "about",
    ("-", "odd"): "about",
    ("odd",): "about",
    ("+",): "at least",
    ("-", "plus"): "at least",
    ("or", "fewer"): "at most",
    ("or", "less"): "at most",
    ("at", "most"): "at most",
    ("at", "least"): "at least",
}
# May stand between a qualifier and its number, and before a qualifier, and say nothing of how many.
FILLERS = frozenset(
    "only just exactly well far all another extra further additional record the".split()
)


class Unit(NamedTuple):
    """What a number counts when it counts no things: the kind of figure, and the unit's name."""

    kind: str
    name: str


def _units(kind: str, table: str) -> dict[tuple[str, ...], Unit]:
    """Out of lines `NAME: spelling, spelling …`; plurals in -s are added."""
    made: dict[tuple[str, ...], Unit] = {}
    for line in table.strip().splitlines():
        name, _, spelled = line.partition(":")
        for one in spelled.split(","):
            words = tuple(one.split())
            made[words] = made[(*words[:-1], words[-1] + "s")] = Unit(kind, name.strip())
    return made


UNITS: dict[tuple[str, ...], Unit] = {
    **_units(
        "share",
        """
        per cent: per cent, percent, %, pc
        percentage point: percentage point, % point""",
    ),
    **_units(
        "duration",
        """
        second: second
        minute: minute, min
        hour: hour
        day: day
        night: night
        week: week
        fortnight: fortnight
        month: month
        year: year
        decade: decade
        century: century, centurie""",
    ),
    **_units(
        "measure",
        """
        km: km, kilometre, kilometer
        m: m, metre, meter
        cm: cm, centimetre, centimeter
        mm: mm, millimetre, millimeter
        mile: mile
        nautical mile: nautical mile
        foot: foot, feet, ft
        inch: inch, inche
        yard: yard
        km2: square kilometre, square kilometer, sq km
        square mile: square mile, sq mile
        m2: square metre, square meter
        square foot: square feet, square foot
        hectare: hectare
        acre: acre
        kg: kg, kilo, kilogram, kilogramme
        g: gram, gramme
        t: tonne, metric ton
        ton: ton
        ounce: ounce
        litre: litre, liter
        gallon: gallon
        barrel: barrel
        m3: cubic metre, cubic meter
        C: degrees celsius, degree celsius, ° c, c, celsius
        F: degrees fahrenheit, ° f
        degree: degree, °
        MW: mw, megawatt
        GW: gw, gigawatt
        kW: kw, kilowatt
        km per hour: kph, kmh, km / h
        mile per hour: mph
        knot: knot""",
    ),
    **_units(
        "money",
        """
        USD: dollar, us dollar, usd
        EUR: euro, eur
        GBP: pound, gbp, pound sterling
        JPY: yen
        INR: rupee
        CNY: yuan
        RUB: rouble, ruble
        CHF: franc, swiss franc
        TRY: lira
        cents: cent
        pence: pence
        crowns: crown
        kronor: kronor
        kroner: kroner
        dinars: dinar
        riyals: riyal
        rials: rial
        dirhams: dirham
        pesos: peso
        shekels: shekel
        rand: rand
        krona: krona""",
    ),
}  # fmt: skip
# The code of a sign alone is that of its commonest bearer.
SIGNS = {
    "us$": "USD", "a$": "AUD", "c$": "CAD", "hk$": "HKD", "nz$": "NZD", "s$": "SGD",
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₪": "ILS",
    "usd": "USD", "eur": "EUR", "gbp": "GBP",
}  # fmt: skip

IRREGULAR = {
    word: lemma
    for lemma, words in {
        "rise": "rose risen", "fall": "fell fallen", "shoot": "shot", "flee": "fled", "hurt": "hurt",
        "sell": "sold", "strike": "struck", "die": "died dying", "vote": "voted voting", "lose": "lost",
        "shrink": "shrank shrunk", "grow": "grew grown", "sink": "sank sunk", "seize": "seized",
        "shake": "shook shaken", "withdraw": "withdrew withdrawn", "miss": "missing", "take": "took taken",
        "wound": "wounded wounding", "injure": "injured injuring", "burn": "burned burnt", "hold": "held",
        "spend": "spent", "break": "broke broken", "drive": "drove driven", "leave": "left", "win": "won",
        "bring": "brought", "buy": "bought", "build": "built", "cost": "cost", "send": "sent", "tell": "told",
        "raise": "raised", "cut": "cut", "put": "put", "hit": "hit", "pay": "paid", "lead": "led",
        "charge": "charged", "damage": "damaged", "release": "released", "evacuate": "evacuated",
        "arrest": "arrested", "rescue": "rescued", "go": "went gone", "come": "came", "swell": "swollen",
        "arrive": "arrived", "survive": "survived", "close": "closed", "receive": "received",
        "use": "used",
        "destroy": "destroyed", "drown": "drowned", "abstain": "abstained", "fire": "fired",
        "freeze": "froze",
        "say": "said", "make": "made", "give": "gave given", "find": "found", "catch": "caught",
        "be": "was were",
    }.items()
    for word in words.split()
}  # fmt: skip

PERSONS = frozenset(
    "police justice user pirate robber thief youth anarchist parishioner burglar smuggler trader "
    "artist actor actress singer writer author editor banker american human clerk cleaner cook widow husband "
    "wife infant toddler grandmother grandfather cousin neighbour neighbor colleague friend ally "
    "rioter looter settler insurgent extremist terrorist bomber sniper conscript cadet colonel "
    "captain lieutenant sergeant commando mp congressman governor mayor councillor politician bishop "
    "priest monk nun imam cleric worshipper athlete footballer cyclist runner swimmer skier hiker "
    "trekker motorist commuter pedestrian seaman evacuee immigrant foreigner vendor shopkeeper herder "
    "shepherd labourer laborer builder technician consultant manager director executive owner tenant "
    "pensioner graduate professor democrat republican separatist dissident photographer correspondent "
    "presenter guest addict dealer trafficker convict offender murderer killer twin partner donor "
    "holder aide adviser advisor spy agent detective sheriff marcher striker picket combatant "
    "jihadist invader defender reservist paratrooper aviator people person man woman child boy girl "
    "baby civilian soldier troop fighter militant rebel officer policeman policewoman guard sailor "
    "marine miner worker employee nurse doctor teacher student pupil passenger crew member resident "
    "villager migrant refugee victim survivor casualty hostage prisoner detainee captive protester "
    "demonstrator activist tourist visitor fan patient candidate deputy lawmaker senator judge "
    "minister envoy diplomat ambassador expert inspector investigator official reporter journalist "
    "brother sister son daughter climber fisherman farmer shopper mourner witness gunman attacker "
    "suspect follower pilgrim voter firefighter paramedic customer driver inmate apprentice mechanic "
    "commander leader player spectator participant other injured wounded dead missing toll crowd "
    "individual bodyguard peacekeeper mercenary policemen staff adult teenager relative orphan "
    "president lawyer citizen inhabitant believer recruit volunteer veteran general recipient who "
    "those them us you staffer economist scientist researcher engineer pilot bystander defendant "
    "juror critic supporter opponent delegate finalist trainee population person parent mother father".split()
)
# Nouns of many, through which what is said of the whole is said of those in it.
GROUPS = frozenset(
    "team total crowd group convoy fleet gang number column wave series string party band cell "
    "maximum minimum average handful unit delegation squad force majority sample record batch host "
    "list toll body crew pool family".split()
) - {"body"}
# Nouns that say what happened to those behind `of` and `by`.
DEEDS = frozenset(
    "death killing murder loss life body arrest release rescue attack strike raid capture kidnapping "
    "injury assassination execution expulsion deportation detention beating shooting bombing torture "
    "evacuation exodus abduction disappearance sale theft destruction closure election resignation "
    "dismissal hanging trial protest march murderer slaying slaughter suicide departure arrival "
    "return deployment withdrawal transfer support approval opposition backing remains corpse funeral "
    "burial".split()
)
# Verbs whose subject is what a bare amount, share or measure is the amount of.
MEASURING = frozenset(
    "rise fall grow drop climb slip shrink jump plunge increase decrease decline slow gain lose cost "
    "be stand total weigh measure reach amount number last take sell value estimate cut raise lift "
    "lower reduce double swell cover exceed top widen narrow edge soar surge tumble sink go come hit "
    "slump expand contract average run fetch start begin be worth span stretch rocket dip ease remain "
    "stay shoot put".split()
)
# Those of them whose object is the amount, and those that a span of time takes.
COSTING = frozenset(
    "cost total weigh measure reach amount number exceed average fetch cover top stand pass be rise "
    "fall grow drop climb slip shrink jump plunge increase decrease lose gain hit surpass worth".split()
)
LASTING = frozenset("last take be continue drag run stretch endure worth".split())
# Nouns that are themselves a number of something.
TOTALS = frozenset(
    "toll number total figure population tally count turnout attendance vote result loss death".split()
)
DIMENSIONS = frozenset("long high wide deep tall thick broad old late early short heavy".split())
# Words between an amount and what it is said of: `an hour later`, `10 miles north`.
ASIDE = frozenset(
    "later earlier ago north south east west off away down short before after out up inland apart "
    "upstream downstream offshore northeast northwest southeast southwest further".split()
)
MOVING = frozenset(
    "rise fall grow drop climb slip shrink jump plunge increase decrease decline slow cut raise lift "
    "lower reduce swell widen narrow edge soar surge tumble sink go come slump expand contract double "
    "dip ease change move up down rising falling".split()
)  # fmt: skip
MOVED = frozenset(
    "rose risen fell fallen grew grown dropped climbed slipped shrank shrunk jumped plunged increased "
    "decreased declined slowed raised lifted lowered reduced swelled swollen widened narrowed edged "
    "soared surged tumbled sank sunk went gone came expanded contracted doubled eased changed moved "
    "rises falls grows drops climbs slips jumps increases decreases declines raises lifts lowers "
    "reduces widens narrows soars rising falling growing dropping raising cutting lifting lowering "
    "reducing cuts goes going".split()
)
PRICED = frozenset(
    "dollars euros pounds cents pence yen rupees crowns roubles rubles francs kronor".split()
)
RAISING = frozenset(
    "believe fear think report say confirm leave presume expect know appear seem consider feel find "
    "declare suppose allege assume understand make keep remain".split()
)
NAMED = (
    "Fortune|FTSE|Nasdaq|Nikkei|Flight|Boeing|Airbus|Resolution|Article|Route|Room|Channel|Type|Unit|Highway|Section|Chapter|Page|"
    "Paragraph|Clause|Gate|Platform|Class|Mark|Number|Falcon|Apollo|Interstate|Motorway|Line|Pier|Berth|Suite|"
    "Apartment|Flat|Block|Ward|Cell|Bus|Train|Tram|Case|Category|Level|Zone|Sector|District|Area|Division|"
    "Formula|Radio|Pope|Studio|Stage|Phase|Annex|Rule|Order|Directive|Bill|Law|Decree|Act|Docket|Exhibit"
)
NAMING = (
    "cell|ward|room|channel|route|article|section|page|chapter|paragraph|unit|gate|platform|line|category|"
    "flight|level|phase|resolution|number"
)
VOTING = (
    "vote votes voted voting parliament motion bill resolution ruled approved adopted rejected senate "
    "council amendment ballot abstained abstentions court judges lawmakers deputies passed ratified"
)
PLAYING = (
    "beat win won wins lost loses lose drew draw match game goal goals led lead final finals cup "
    "defeat season coach team club defeated victory league set sets half-time tie side scored home "
    "away score champions"
)
