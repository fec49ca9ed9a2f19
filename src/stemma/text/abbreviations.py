"""Abbreviations: whether a sentence goes on behind the full stop of one."""

import re

# Abbreviations that never end a sentence: a name follows.
TITLES = frozenset(
    "mr mrs ms mme mlle messrs dr prof gen brig lt col sgt capt cpt cmdr cdr adm sen rep gov pres rev "
    "msgr hon rt drs profs gens sens reps govs fr st ste ft mt maj cpl pvt pfc spc supt insp det amb "
    "atty dept univ assn assoc asst cllr esp ph phys chem biol vs v cf e.g i.e approx ca viz al".split()
)
# Of these, the ones that any word may follow: "Smith v. The Queen".
BEFORE_ANY = frozenset("vs v cf e.g i.e approx al".split())
# Before a number, these are abbreviations; elsewhere "no" and "fig" are words.
_NUMBERED = frozenset("no nos nr vol pp p fig figs art sec ch para op tel ext att pop est".split())
# Between two numbers, these are abbreviations: "11 hrs. 5 min."
_MEASURES = frozenset("hr hrs min mins sec secs ft in lb lbs oz".split())
# Abbreviations that may end one: what follows decides.
_OPEN = frozenset("jr sr inc co corp ltd bros plc ft ph.d m.d b.a m.a u.s.a".split())
# And those that end one before any capital.
_LAST = frozenset("etc ave blvd rd hwy esq".split())
# These are abbreviations only with a capital: "in the sun." ends a sentence. States of the U.S. may
# end a sentence or not; a month or a day of the week ends one unless a date goes on.
_STATES = frozenset(
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb "
    "Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo".split()
)
_MONTHS = frozenset("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Est".split())
_DAYS = frozenset("Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun".split())
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
)
WEEKDAY = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b"
_ZONE = (
    r"(?:[ECMP]\.[DS]?\.?T|GMT|UTC|[A-Z]{1,4}T|Eastern|Central|Mountain|Pacific|[A-Z][a-z]+ time)"
)
_WHEN = re.compile(rf"\(?(?:{MONTH}|{WEEKDAY}|{_ZONE})\b|\d")
_DATE = re.compile(rf"{MONTH}\b|\d")
# What is numbered by letters: "There is no Plan B."
_LETTERED = re.compile(
    r"(?:\d|\b(?:an?|plan|vitamin|hepatitis|witness|group|class|type|grade|section|block|gate|wing|"
    r"category|exhibit|appendix)) $",
    re.I,
)
# Words that begin sentences far more often than they go on after an abbreviation. No names.
STARTERS = frozenset(
    "the a an i he she it they we you this that these those there here his her its their our my but and "
    "or so yet if when while as after before since although though because however meanwhile "
    "earlier later still instead then now in on at for from by with under over during despite "
    "according what who why how where which both neither none many most some several few all no not "
    "one two three another other such nor among amid about between through until unless once "
    "asked speaking moreover also last next nobody nothing everybody everyone somebody someone "
    "hundreds thousands dozens millions critics perhaps maybe".split()
)
# Of these, the ones that are never the second half of a name glued together, such as LinkedIn.
GLUED = "The|But|He|She|They|This|That|These|Those|It|We|His|Her|Its|Their|There|When|While|After"

_LISTED = TITLES | _OPEN | _LAST | _MEASURES
_RANK = re.compile(r"\b(?:lt|maj|brig|gen|rear|vice)\.(?:gen|col|adm|cmdr|gov)$")  # "Lt.Col"
_WORD_AFTER = re.compile(r"[^\W_]+")


def goes_on(before: str, shown: str, following: str) -> bool | None:
    """None if `shown.` is no abbreviation, else whether the sentence goes on behind it. `before`:
    what stands before the word, with the space between; `following`: what comes next."""
    word = shown.lower()
    if word in _NUMBERED and (following[0].isdigit() or not shown.isupper()):
        return True if following[0].isdigit() else None
    if word in _MEASURES and following[0].isdigit():
        return re.search(r"\d $", before) is not None
    letter = len(word) == 1 and word.isalpha() and word != "i"
    if letter and _LETTERED.search(before[-12:]):
        street = word in "nsew" and before[-2:-1].isdigit()  # "319 S. Denver"
        return True if street else None
    if letter or _RANK.search(word) or word.rpartition("-")[2] in TITLES:
        return word in BEFORE_ANY or not begins_anew(following)
    if re.match(r"[(\[][a-z\d]", following) and is_abbreviation(shown):
        return True
    if shown in _MONTHS:
        return following[0].isdigit()
    if is_time_of_day(word) or shown in _DAYS:
        return (_WHEN if is_time_of_day(word) else _DATE).match(following) is not None
    if word in _LAST:
        return following[0].islower()
    if word in _OPEN or shown in _STATES or is_initials(word):
        return not (starts(following) or re.match(r"[\"'][^a-z]", following))
    return None


def is_abbreviation(shown: str) -> bool:
    """Whether a full stop behind `shown` may belong to it."""
    word = shown.lower()
    listed = word in _LISTED
    return listed or len(word) == 1 or shown in _MONTHS | _DAYS | _STATES or is_initials(word)


def is_whole(word: str) -> bool:
    """Whether a word with a number behind its full stop is none that is numbered: `fig.3`."""
    return word not in _NUMBERED


def may_end(shown: str) -> bool:
    """Whether a sentence may end at `shown.` or go on before a name, so that what follows tells."""
    word = shown.lower()
    initials = is_initials(word) and not is_time_of_day(word)
    return word not in TITLES and (word in _OPEN or shown in _STATES or initials)


def is_initials(word: str) -> bool:
    """Whether letters stand one by one, as in `u.s`, less its last stop."""
    return re.fullmatch(r"(?:[a-z]\.)+[a-z]", word) is not None or is_time_of_day(word)


def is_time_of_day(word: str) -> bool:
    """`a.m` or `p.m`, less its last stop, with or without the hour glued to it."""
    return re.fullmatch(r"[\d:]*[ap]\.m", word) is not None


def starts(following: str) -> bool:
    """Whether the next word begins sentences more often than it goes on after an abbreviation."""
    after = _WORD_AFTER.match(following.lstrip("\"'(["))
    return after is not None and after.group().lower() in STARTERS


def begins_anew(following: str) -> bool:
    """Whether the next word is one that no name starts with."""
    return re.match(rf"[\"']?(?:{GLUED})\b", following) is not None
