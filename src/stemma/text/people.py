"""Nouns that name people by what they are, so that what is counted can be told to be people."""

PEOPLE = frozenset(
    "activist adult agent attendee baby boy bystander captive child citizen civilian colleague combatant "
    "commuter conscript crew crewman customer demonstrator detainee diplomat doctor driver employee "
    "evacuee family farmer fighter firefighter fisherman girl guard gunman hostage infant inhabitant "
    "inmate insurgent islander journalist juror lawmaker man marine medic member migrant militant miner "
    "minor nurse officer official onlooker passenger patient pedestrian pilgrim pilot policeman prisoner "
    "protester pupil rebel refugee relative rescuer reservist resident sailor schoolchild scout "
    "serviceman shopper soldier spectator staff student supporter suspect teacher teenager toddler "
    "tourist traveler traveller troop villager visitor volunteer voter woman worker youth".split()
)
