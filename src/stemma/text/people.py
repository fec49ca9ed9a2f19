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
# Nouns of bodies, which *it* may mean.
BODIES = frozenset(
    "agency airline alliance army association authority bank board body bureau cabinet charity church club "
    "coalition college commission committee company congress corporation council court department embassy "
    "federation firm force foundation government group hospital institute institution league ministry "
    "mission museum navy newspaper office operator organisation organization parliament party police "
    "prosecution publisher regime regulator secretariat senate service society staff tribunal union "
    "university watchdog".split()
)
