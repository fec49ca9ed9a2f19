"""Groups of nouns by what they name: of whom and of what a deed is done, and by whom."""


def _groups(**kinds: str) -> dict[str, str]:
    return {word: kind for kind, words in kinds.items() for word in words.split()}


GROUPS = _groups(
    crowd="protester demonstrator student worker teacher nurse farmer resident villager crowd striker "
    "activist "
    "supporter opponent miner people citizen union thousand hundred marcher driver doctor monk employee "
    "campaigner inhabitant mourner relative bystander volunteer follower youth "
    "refugee migrant civilian family victim survivor widow mother patient tenant",
    armed="rebel militant gunman fighter insurgent militia guerrilla terrorist pirate extremist separatist "
    "jihadist bomber attacker assailant kidnapper paramilitary warlord gang faction clan cartel hijacker "
    "robber captor hacker looter smuggler trafficker",
    troops="soldier troop army force navy marine brigade battalion military commando regiment "
    "reinforcement "
    "reservist serviceman legion unit conscript division garrison",
    police="police policeman officer guard agent detective warder bailiff usher",
    court="court judge prosecutor tribunal attorney jury magistrate ombudsman watchdog",
    press="journalist reporter editor newspaper broadcaster media website magazine channel blogger "
    "correspondent press photographer outlet",
    held="prisoner hostage detainee captive inmate suspect convict crew sailor fisherman crewman banker "
    "spy "
    "dissident fugitive tourist engineer passenger",
    envoy="go-between intermediary ambassador diplomat envoy attaché attache embassy consulate consul "
    "mission emissary",
    leader="president minister premier king queen chancellor governor mayor senator leader secretary "
    "prince "
    "lawmaker deputy official spokesman general commander colonel chief head",
    state="government country state nation ministry regime cabinet administration authority parliament "
    "senate congress council junta",
    firm="company firm bank maker airline group corporation employer operator",
    keepers="peacekeeper observer inspector monitor helmet investigator delegation expert",
    ties="relation tie link contact cooperation relationship",
    weapons="bullet shell weapon arm missile rocket tank gun rifle drone jet ammunition munition "
    "howitzer warhead bomb "
    "warplane mortar grenade mine carrier frigate launcher helicopter fighter hardware",
    money="dollar euro pound loan money fund grant credit cash debt payment budget billion million asset "
    "account funding subsidy donation yen franc crown peso florin ransom",
    relief="food medicine tent blanket vaccine relief medication dose shelter flour bread rice clothing "
    "lorry "
    "truckload aid assistance help support water",
    goods="oil gas wheat grain fuel electricity export import product coal beef power cargo shipment "
    "supply "
    "delivery trade flight",
    systems="internet network server computer software system satellite",
    land="crossing frontier airspace road street square motorway highway railway "
    "island village town province territory border region city base land hill valley district area "
    "post "
    "position",
    vessel="dinghy raft canoe yacht barge lifeboat "
    "ship vessel boat trawler tanker plane aircraft airliner ferry freighter "
    "convoy bus car train",
    building="bakery library restaurant cafe hotel villa mansion stadium "
    "house home school hospital bridge office market mosque church plant factory building port "
    "airport headquarters property depot warehouse barracks tower shop station statue monument refinery "
    "pipeline runway clinic temple shrine dam prison jail compound store camp tunnel palace "
    "gate entrance terminal window door",
    law="law decree bill resolution rule reform constitution legislation ruling verdict order",
    bars="sanction ban embargo restriction curfew blockade tariff siege limit barrier quota duty tax curb "
    "emergency lockdown",
    rights="right freedom autonomy citizenship independence vote asylum refuge visa permission access "
    "entry "
    "permit licence license passport membership",
    deal="agreement deal pact treaty accord contract memorandum partnership",
    meet="talk negotiation meeting summit visit dialogue conference discussion dialog",
    asks="demand request offer proposal appeal call plan bid invitation plea claim pressure condition",
    blame="accusation allegation charge criticism report complaint lawsuit case",
    harm="attack war raid violence killing murder fraud corruption crime abuse torture terrorism genocide "
    "massacre treason bribery strike invasion force",
    staff="staff post job resignation candidate election term",
)
