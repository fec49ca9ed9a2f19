"""Past forms of verbs that follow no rule."""

from functools import cache

_FORMS = (
    "arise arose arisen|awake awoke awoken|bear bore borne|beat beaten|become became|begin began begun|bend "
    "bent|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|"
    "build built|burn burnt|buy bought|catch caught|choose chose chosen|cling clung|come came|creep crept|"
    "deal dealt|die died dying|dig dug|do did done|draw drew drawn|dream dreamt|drink drank drunk|drive drove "
    "driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung|"
    "fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze "
    "frozen|get got gotten|give gave given|go went gone|grind ground|grow grew grown|hang hung|have had|hear "
    "heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known|lay laid|lead led|leap leapt|leave "
    "left|lend lent|lie lay lain lying|light lit|lose lost|make made|mean meant|meet met|mistake mistook "
    "mistaken|overcome overcame|overtake overtook overtaken|overthrow overthrew overthrown|pay paid|plead "
    "pled|prove proven|ride rode ridden|ring rang rung|rise rose risen|run ran|say said|see saw seen|seek "
    "sought|sell sold|send sent|shake shook shaken|shine shone|shoot shot|show shown|shrink shrank shrunk|"
    "sing sang sung|sink sank sunk|sit sat|slay slew slain|sleep slept|slide slid|speak spoke spoken|speed "
    "sped|spend spent|spin spun|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|"
    "strike struck stricken|swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken|teach "
    "taught|tear tore torn|tell told|think thought|throw threw thrown|undergo underwent undergone|understand "
    "understood|undertake undertook undertaken|wake woke woken|wear wore worn|weep wept|win won|withdraw "
    "withdrew withdrawn|withhold withheld|withstand withstood|write wrote written"
)


@cache
def irregular() -> dict[str, str]:
    """Form -> verb. One cached dict for all callers: read it, do not change it."""
    rows = [row.split() for row in _FORMS.split("|")]
    return {form: row[0] for row in rows for form in row[1:]}
