"""Verbs with a particle, by the type among PLOVER's that the two tell."""

# Verbs with a particle, by what the two tell; what is not here is in no list.
PHRASES = {
    phrase.strip(): kind
    for kind, phrases in {
        "REJECT": "turn down, call off, rule out, throw out, vote down, swat down, strike down, "
        "brush aside, shoot down, wave away, brush off, turn away, laugh off, shrug off, "
        "cry off, shout down, wave off, knock back, toss out, push aside, sweep aside, "
        "pass up, back out, sit out, chuck out, laugh away",
        "RETREAT": "pull out, pull back, step down, stand down, lay down, give up, move out, back off, "
        "let in, let go, hand in, stand aside, draw down, set free, "
        "fall back, draw back, step aside, bow out, let off, let out, let through, wave through, "
        "back away, turn loose, give back, "
        "pull away, move back, clear out, drop out, wind down",
        "CONCEDE": "put off, back down, give in, hand back, give way, climb down, "
        "water down, tone down, cave in, "
        "buckle under, knuckle under, ease off, ease up, loosen up, scale back, roll back, row back, walk "
        "back, wind back",
        "COERCE": "round up, lock up, crack down, shut down, seal off, close off, take over, cordon off, "
        "break up, shut off, close down, fence off, wall off, keep out, lock in, lock out, lead away, "
        "drive back, force back, push back, send back, turn back, carry away, "
        "haul away, haul off, drag away, drag off, cart off, bundle off, march off, pen in, hem in, "
        "fence in, box in, wall in, drive off, drive away, chase off, chase away, turf out, keep away, "
        "hold back, flush out, black out, "
        "lock away, spirit away, cart away, wall up, rope off, tape off, screen off, hush up, "
        "shut out, block off, clamp down, lock down, rein in, root out, weed out, stamp out, haul in, smoke "
        "out, scare off, frighten off, shake down, bottle up, chain up, shut away, brick up",
        "ASSAULT": "blow up, gun down, beat up, burn down, mow down, set off, wipe out, fire upon, open up, "
        "hit back, strike back, set upon, cut down, hunt down, run down, take out, "
        "finish off, tear apart, blow apart, rough up, carry off, shoot up, pick off, bomb out, kick in, "
        "fight back, shoot back, fire back, smash up, bust up, knock out, fight off, beat off, beat back, "
        "fend off, ward off, kick down, smash down, shoot dead, hack down",
        "SANCTION": "cut off, break off, kick out, drive out, freeze out, walk away, "
        "vote out, drum out, boot out, strike off, call back, call home, "
        "force out, push out, vote off, cut short, send away, send home",
        "ACCUSE": "lash out, hit out, speak out, look into, tell off, dress down, "
        "pick apart, haul up, chew out, bawl out",
        "PROTEST": "walk out, walk off, rise up, camp out, march out, march on",
        "MOBILIZE": "call up, build up, line up, step up, send in, move in, beef up, send out, "
        "dig in, close in, gear up, send up, bring up, "
        "ramp up, fan out, bulk up, tool up, muster up",
        "SUPPORT": "prop up, stand by, back up, stand up, throw behind, "
        "stick by, sign off, rally round, stand together, cheer on",
        "COOPERATE": "team up, hand over, sell off, open up, tip off, pair up, link up, "
        "auction off, buy up, buy out, buy back, trade in, snap up, band together, work together, sign over, "
        "fork over, divide up, act together",
        "REQUEST": "call on, call for, push for, call upon, "
        "cry out, send for, ask for, press for, plead for, "
        "urge on, beg off",
        "AID": "bail out, help out, hand out, give out, ship out, take in, "
        "dig out, dole out, ladle out, shore up, fly in, patch up, share out, "
        "chip in, pitch in, pay out, set aside, parcel out, kit out",
        "CONSULT": "meet up, ring up, sit down, call in, drop in, get together, sound out, drop by, "
        "hash out, hammer out, thrash out, iron out, talk over, fly out, huddle together",
        "THREATEN": "warn off",
    }.items()
    for phrase in phrases.split(",")
}
# Verbs that tell a deed only with their particle.
PARTED = frozenset(
    "turn rule step crack round blow walk throw pull down team sit look hold set".split()
)
