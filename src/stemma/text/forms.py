"""What a form of a word may be of: `denied` of `deny`, `urging` of `urge`."""

from collections.abc import Iterator

# A verb, then its forms that no rule makes.
_IRREGULAR = (
    "arise arose arisen,bear bore borne,beat beaten,become became,begin began begun,bend bent,bet,bind bound,"
    "bite bit bitten,bleed bled,blow blew blown,break broke broken,breed bred,bring brought,build built,"
    "burn burnt,buy bought,catch caught,choose chose chosen,cling clung,come came,creep crept,deal dealt,"
    "dig dug,draw drew drawn,drink drank drunk,drive drove driven,eat ate eaten,fall fell fallen,feed fed,"
    "feel felt,fight fought,find found,flee fled,fly flew flown,forbid forbade forbidden,forget forgot "
    "forgotten,forgive forgave forgiven,freeze froze frozen,get got gotten,give gave given,go went gone,"
    "grind ground,grow grew grown,hang hung,hear heard,hide hid hidden,hold held,keep kept,know knew known,"
    "lay laid,lead led,leave left,lend lent,lie lay lain,lose lost,make made,mean meant,meet met,pay paid,"
    "ride rode ridden,ring rang rung,rise rose risen,run ran,say said,see saw seen,seek sought,sell sold,"
    "send sent,shake shook shaken,shine shone,shoot shot,show shown,shrink shrank shrunk,sing sang sung,"
    "sink sank sunk,sit sat,slay slew slain,sleep slept,slide slid,speak spoke spoken,spend spent,spin spun,"
    "stand stood,steal stole stolen,stick stuck,sting stung,strike struck,swear swore sworn,sweep swept,"
    "swim swam swum,swing swung,take took taken,teach taught,tear tore torn,tell told,think thought,"
    "throw threw thrown,understand understood,undertake undertook undertaken,wake woke woken,wear wore worn,"
    "weep wept,win won,withdraw withdrew withdrawn,write wrote written"
)
IRREGULAR = {
    form: verb
    for verb, *forms in (one.split() for one in _IRREGULAR.split(","))
    for form in forms
    if form not in ("lay", "ground", "bound", "bore")
}


def bases(word: str) -> Iterator[str]:
    """The words that a form in small letters may be of, whether there are such words or not."""
    for end in ("ies", "ied"):
        if word.endswith(end):
            yield word[: -len(end)] + "y"
    for end in ("ed", "ing", "es", "s", "d"):
        if word.endswith(end) and len(word) > len(end) + 2:
            stem = word[: -len(end)]
            yield stem + "e"
            yield stem
            if stem[-1] == stem[-2]:
                yield stem[:-1]
