"""The words of events: nouns that tell of a deed, verbs that lend themselves to one, and what a lemma
most often stands for among PLOVER's types."""

# Past forms whose lemma the reader is known to miss.
IRREGULAR = {
    "shot": "shoot", "fled": "flee", "met": "meet", "slain": "slay", "struck": "strike",
    "bought": "buy", "fought": "fight", "shelled": "shell", "freed": "free", "held": "hold",
    "sought": "seek", "beaten": "beat", "stolen": "steal", "withdrew": "withdraw",
    "withdrawn": "withdraw", "banned": "ban", "barred": "bar", "vowed": "vow", "fired": "fire",
    "gassed": "gas", "left": "leave", "said": "say", "told": "tell", "gave": "give", "sent": "send",
    "cancelled": "cancel", "cancelling": "cancel", "expelled": "expel", "expelling": "expel",
    "compelled": "compel", "patrolled": "patrol", "ignored": "ignore", "forbidden": "forbid",
    "shelved": "shelve", "impelled": "impel", "overran": "overrun", "retook": "retake",
    "retaken": "retake", "upheld": "uphold", "rebuilt": "rebuild", "misled": "mislead",
}  # fmt: skip


def _words(**kinds: str) -> dict[str, str]:
    """Word -> kind, of those without a plus."""
    return {word: kind for kind, words in kinds.items() for word in words.split() if word[0] != "+"}


def _also(**kinds: str) -> dict[str, tuple[str, ...]]:
    """Word -> the other kinds that it may stand for: those where it has a plus."""
    found: dict[str, tuple[str, ...]] = {}
    for kind, words in kinds.items():
        for word in words.split():
            if word[0] == "+":
                found[word[1:]] = (*found.get(word[1:], ()), kind)
    return found


_VERBS = {
    "AGREE": "agree promise pledge vow offer undertake commit plan intend volunteer consent assent "
    "guarantee "
    "assure propose reassure resolve +accept +prepare +reaffirm +announce "
    "covenant pre-agree +swear",
    "CONSULT": "meet visit confer consult negotiate discuss talk host receive mediate phone call converse "
    "telephone greet welcome hold tour debate brief convene interview speak broker parley liaise "
    "shuttle chair huddle "
    "arrive dine travel fly attend chat sound moderate reconvene +invite +exchange +inform +raise "
    "arbitrate renegotiate +haggle +wrangle +deliberate +accredit "
    "confab powwow pow-wow intercede bargain rendezvous palaver caucus convoke videoconference "
    "teleconference debrief hobnob journey co-chair fraternise fraternize +lunch +breakfast +facilitate "
    "+re-engage +radio +intervene",
    "SUPPORT": "back endorse support praise recognise recognize ratify sign hail applaud thank "
    "congratulate "
    "defend commend laud salute conclude uphold approve vouch honour honor champion bless admire cheer "
    "befriend normalise normalize forgive reconcile ally side sympathise sympathize initial ink seal "
    "clinch "
    "credit advocate canvass nominate respect sponsor +welcome +celebrate +join +lobby +rally +adopt "
    "+establish +restore +admit +accept +upgrade +forge "
    "acclaim extol exalt espouse condole commiserate greenlight green-light rubber-stamp accredit "
    "formalise formalize +rejoin +readmit +cement +comfort +console +re-establish "
    "indorse co-sign cosign countersign co-sponsor cosponsor eulogise eulogize toast felicitate glorify "
    "vindicate concur knight compliment reunite +reward +decorate +align +validate +mend +reestablish "
    "+unify +rehabilitate +legitimise +legitimize",
    "CONCEDE": "apologise apologize concede yield lift ease relax pardon backtrack relent drop repeal "
    "revoke "
    "amnesty reinstate waive unfreeze scrap bow cede decriminalise postpone reopen legalise legalize "
    "exonerate acquit absolve commute rescind liberalise liberalize loosen soften retract recant unban "
    "abolish compromise acquiesce accede renounce deregulate cave restore clear delist grant permit "
    "+allow +accept +admit +withdraw +suspend +lower +reduce +cut +remove +free +dismiss "
    "exempt reprieve atone backpedal back-pedal unseal +defer +shelve +mothball +ditch +declassify "
    "+unblock +rehabilitate "
    "decriminalize exculpate derestrict expunge regularise regularize enfranchise appease "
    "mollify placate depenalise +excuse +forgo +forego +legitimise +legitimize +reestablish +naturalise "
    "+naturalize +emancipate",
    "COOPERATE": "cooperate collaborate train exchange share extradite trade swap integrate export import "
    "partner co-operate pool merge barter sell buy purchase invest coordinate co-ordinate lease link team "
    "co-produce connect inaugurate +supply +hand +transfer +build +patrol "
    "interconnect co-finance co-develop co-host twin +synchronise +synchronize +procure +acquire "
    "+acquire "
    "interlink outsource subcontract co-found cofound amalgamate federate transact repurchase offload "
    "re-export +auction +license +harmonise +harmonize +unify +standardise +standardize",
    "AID": "donate aid provide deliver grant fund finance assist supply feed shelter rescue treat "
    "contribute airlift give lend help vaccinate distribute equip arm subsidise subsidize bankroll nurse "
    "immunise immunize relieve resettle house clothe airdrop protect escort safeguard loan allocate "
    "earmark "
    "disburse bail replenish underwrite ship save shield refuel repair rebuild evacuate allot channel "
    "+send +train +guard +forgive +cancel +host +accept +release +finance +deploy +dig +parachute "
    "resupply inoculate resuscitate bandage rehouse rehome medevac winch demine reconstruct +ferry "
    "+pluck +accommodate +compensate +reimburse +comfort +rehabilitate +hand +restock "
    "+refinance +restore "
    "medicate succour succor rehydrate transfuse recapitalise recapitalize backstop indemnify recompense "
    "endow gift crowdfund co-fund re-equip salvage bequeath defray +furnish +outfit +remit +harbour "
    "+harbor +refurbish +mentor +tend +shepherd +defuse +reward +facilitate +foster +hospitalise "
    "+hospitalize",
    "RETREAT": "withdraw retreat release free resign surrender disarm admit demobilise demobilize "
    "leave quit allow return vacate liberate capitulate abdicate parole demilitarise dismantle "
    "decommission disband repatriate relinquish disengage extricate unblock let depart step "
    "+evacuate +lift +hand +end +cease +stop +destroy +abandon +pull +admit +receive "
    "deescalate de-escalate demob disentangle unchain +desert +defect +exit +reconnect +deactivate "
    "+mothball +scrap +reopen +unseal "
    "demilitarize decamp emancipate unshackle desist +disassemble +inactivate +secede +scuttle +defuse",
    "REQUEST": "ask urge demand request appeal seek plead beg petition implore press order insist "
    "require exhort summon beseech entreat solicit pressure push encourage recommend advise instruct "
    "direct "
    "command enjoin apply prod nudge coax admonish invite lobby tell +call +propose +suggest +want +warn "
    "+remind +expect "
    "clamour clamor cajole adjure pressurise pressurize importune pester badger subpoena supplicate "
    "+counsel +move +goad "
    "inveigle wheedle +persuade +invoke",
    "ACCUSE": "accuse blame condemn denounce criticise criticize charge sue indict investigate allege slam "
    "deplore decry blast rebuke fault probe censure lament question berate scold prosecute "
    "castigate complain interrogate suspect inspect deride lambast rap chide reproach reprimand mock "
    "ridicule "
    "vilify insult brand label upbraid regret rail fume grumble arraign impeach grill scrutinise "
    "scrutinize "
    "examine audit assail excoriate pillory defame slander implicate scorn distrust denigrate lash "
    "litigate "
    "finger taunt +protest +attack +object +summon +disapprove +expose attribute +challenge +compare "
    "malign bemoan bewail disparage impugn lampoon satirise satirize demonise demonize scapegoat "
    "discredit incriminate belittle revile skewer countersue cross-examine smear besmirch remonstrate "
    "fulminate inveigh sneer reinvestigate stigmatise stigmatize +quiz +pan +savage +bash +flay "
    "+trace +liken "
    "lambaste chastise reprove libel badmouth impute traduce deprecate harangue recriminate grouse gripe "
    "whinge inculpate calumniate reprehend rubbish bad-mouth anathematise anathematize +debunk +trash "
    "+roast +lecture +diss +disdain",
    "REJECT": "reject refuse veto decline rebuff deny dismiss oppose spurn cancel "
    "disagree ignore defy resist snub turn rule flout violate breach disobey disregard contravene renege "
    "dispute refute rebut contradict contest object overrule override disallow shun repudiate disavow "
    "stonewall balk baulk overturn quash torpedo scupper disown abstain +block +bar +boycott +obstruct "
    "+deny +ban +fail "
    "forswear disinvite uninvite outvote filibuster nullify invalidate gainsay transgress nix "
    "sidestep infringe +evade +dodge +stymie +squelch +elude +void +axe +ax +bin +ditch +shelve "
    "+scotch +duck +discard "
    "dissent eschew blackball abjure countermand withstand cold-shoulder abrogate unsign shirk +stall "
    "+skirt +thwart +derail +scuttle +disclaim",
    "THREATEN": "threaten warn caution menace brandish blackmail forewarn +vow +intimidate +bully "
    "+consider "
    "+promise +swear "
    "imperil +dare +terrorise +terrorize +endanger "
    "bluster jeopardise jeopardize +monish +scare",
    "PROTEST": "protest march demonstrate rally riot picket chant occupy barricade revolt mutiny rebel "
    "heckle "
    "jeer boo agitate loot vandalise vandalize deface disrupt boycott obstruct +strike +blockade +block "
    "+storm "
    "+burn +gather +parade +pelt +smash +shout +scuffle +whistle "
    "superglue encamp spray-paint catcall +throng +glue +chain +daub +swarm +topple +besiege "
    " +hurl +lob +break "
    "self-immolate hiss +camp +mob +egg +rampage +foment +secede",
    "SANCTION": "expel sanction suspend sever halt recall convict fine cut embargo discontinue downgrade "
    "terminate sentence blacklist stop oust penalise penalize punish sack eject banish ostracise isolate "
    "withhold curtail slash debar disqualify depose unseat annul exclude demote strip fire divest "
    "+boycott +withdraw +freeze +ban +bar +dismiss +close +break +reduce +remove +impose +quit +leave +shut "
    "defund disbar deregister decertify excommunicate defrock court-martial purge +overthrow +topple "
    "+deprive +unplug +disconnect +relieve +axe +dock +revoke +rupture "
    "abrogate ostracize dethrone unfrock derecognise derecognize reimpose re-impose levy cashier "
    "deselect disendorse resentence reconvict +slap +sideline +sequester +subvert",
    "MOBILIZE": "deploy mobilise mobilize mass reinforce amass station dispatch send fortify patrol test "
    "test-fire scramble bolster conscript enlist recruit muster rearm ready garrison shadow "
    "parade redeploy position brace militarise beef concentrate +train +arm +intercept +launch +prepare "
    "+move "
    "+order +raise "
    "overfly manoeuvre maneuver remilitarise remilitarize remobilise +regroup +encircle +surround "
    "+rehearse +simulate +augment +buzz +tail +draft +guard "
    "militarize marshal entrench reconnoitre reconnoiter weaponise weaponize stockpile test-launch "
    "re-arm reenforce outflank bivouac remobilize +field +scout +man +sandbag +rotate +reactivate",
    "COERCE": "arrest detain seize ban censor deport jail imprison confiscate blockade impose block bar "
    "restrict evict shut jam outlaw hack close confine repress oppress harass freeze round extort "
    "force prohibit crack apprehend nab handcuff remand incarcerate intern impound commandeer expropriate "
    "nationalise nationalize annex besiege cordon quarantine muzzle gag silence suppress persecute "
    "intimidate "
    "bully subjugate coerce compel displace uproot exile search ransack frisk intercept board dissolve "
    "criminalise criminalize curb ration wiretap hamper hinder impede prevent hold +occupy +raid +capture "
    "+question +charge +expel +storm +revoke +suspend +disperse +limit forbid +cripple +disable +paralyse "
    "+paralyze +escort "
    "rearrest re-arrest frogmarch interdict redact eavesdrop bug shutter padlock strip-search "
    "requisition corral kettle stifle disenfranchise dispossess indoctrinate brainwash manacle "
    "overthrow usurp terrorise terrorize incapacitate throttle encircle +surround +infiltrate "
    "+penetrate +subdue +enslave +trap +resettle +relocate +spy +encrypt +spoof +fence +clamp +bust "
    "+nail "
    "gaol restrain expatriate immure collar proscribe dragoon sequester sequestrate shackle browbeat "
    "dislodge strong-arm surveil snoop foil thwart swoop segregate blindfold collectivise collectivize "
    "press-gang cow ghettoise deplatform de-platform +beleaguer +enforce +lock +grab +corner +constrain "
    "+colonise +colonize +tap +blacklist +wrest +depopulate",
    "ASSAULT": "club attack kill bomb shell shoot strike torture abduct kidnap assassinate murder destroy "
    "raid gas ambush wound beat clash stab burn massacre execute bombard fight hit rape injure invade "
    "storm "
    "assault slay behead poison gun ram capture down blow slaughter rocket pound lynch strafe mortar maul "
    "maim mutilate hurt batter slap kick punch bludgeon hang decapitate exterminate annihilate decimate "
    "liquidate eliminate neutralise snipe detonate explode torch raze level demolish wreck sink sabotage "
    "skirmish battle mistreat maltreat manhandle "
    "combat overrun conquer recapture retake hijack snatch repel repulse overpower "
    "crush quell "
    "disperse flog whip mug avenge retaliate fire launch harm +seize +charge +cut +hurl +lob +smash +pelt "
    "+loot +cripple "
    "counterattack counter-attack bayonet firebomb carpet-bomb dynamite booby-trap napalm garrotte "
    "knife waylay molest grope waterboard crucify pulverise pulverize obliterate tear-gas teargas "
    "pepper-spray taser pillage plunder pummel brutalise brutalize strangle +throttle +suffocate "
    "+smother +enslave +flatten +devastate +ravage +thrash +rough +stone +subdue +terrorise "
    "+terrorize +electrocute +perpetrate +overthrow +mine +stampede +incinerate +spray "
    "counterstrike counter-strike skyjack carjack highjack gang-rape blitz nuke butcher guillotine "
    "kneecap ambuscade garrote torment machine-gun burglarize burgle rob wallop clout pommel pistol-whip "
    "horsewhip bulldoze vaporise vaporize dive-bomb ill-treat ill-use vanquish smack thump headbutt "
    "disembowel dismember castrate suicide-bomb car-bomb petrol-bomb letter-bomb reconquer "
    "cannonade maraud smite extirpate eradicate martyr gouge cudgel scald +abuse +bruise +blind +douse "
    "+hack +hammer +rake +riddle +target +tackle +wrestle +grab +rampage +trample +cleanse "
    "+immolate +wrest",
}
# Verbs by what they most often tell.
VERBS = _words(**_VERBS)
_NOUNS = {
    "AGREE": "offer pledge promise vow commitment undertaking readiness willingness +plan +proposal "
    "assurance "
    "",
    "CONSULT": "talk negotiation meeting visit summit consultation discussion conversation mediation "
    "conference trip call dialogue dialog parley "
    "arbitration handshake renegotiation "
    "rendezvous debriefing roundtable teleconference videoconference confab pow-wow powwow bargaining "
    "debate session intercession get-together huddle tete-a-tete",
    "SUPPORT": "agreement deal treaty accord pact support praise recognition ratification endorsement "
    "signing applause ovation "
    "backing alliance signature tribute solidarity condolence congratulation "
    "acclaim commendation reconciliation rapprochement normalisation normalization accession approval "
    "commiseration countersignature felicitation re-establishment accreditation co-sponsorship",
    "CONCEDE": "concession apology pardon amnesty repeal reversal clemency acquittal "
    "lifting easing relaxation reprieve climbdown exoneration reinstatement waiver exemption "
    "commutation "
    "decriminalisation decriminalization legalisation legalization deregulation absolution backdown "
    "u-turn about-face volte-face retraction unfreezing appeasement",
    "COOPERATE": "cooperation exchange swap extradition trade training drill exercise co-operation "
    "collaboration partnership "
    "handover "
    "merger amalgamation co-production",
    "AID": "aid relief rescue loan donation grant delivery airlift assistance shipment bailout evacuation "
    "+support "
    "airdrop resupply reconstruction resettlement "
    "vaccination inoculation bail-out crowdfunding indemnity resuscitation",
    "RETREAT": "withdrawal retreat release pullout resignation ceasefire truce surrender disarmament "
    "pullback "
    "cease-fire armistice demobilisation demobilization repatriation "
    "abdication capitulation disengagement drawdown liberation dismantling reopening pull-out "
    "pull-back departure "
    "freeing de-escalation deescalation demilitarisation demilitarization decommissioning handback "
    "cessation stand-down parole unblocking",
    "REQUEST": "request demand appeal plea petition +ultimatum +call +application "
    "urging entreaty subpoena summons exhortation invitation "
    "solicitation pleading imploring",
    "ACCUSE": "accusation condemnation lawsuit charge criticism complaint denunciation indictment inquiry "
    "investigation allegation probe rebuke suit blame prosecution inspection reprimand impeachment "
    "interrogation +protest "
    "censure reproach tirade broadside arraignment recrimination disapproval countersuit counterclaim "
    "questioning "
    "remonstrance denigration slander libel vilification litigation cross-examination "
    "reprobation scapegoating",
    "REJECT": "veto refusal rejection denial objection cancellation rebuff defiance violation breach "
    "+boycott "
    "snub repudiation disavowal abstention infringement annulment nullification "
    "non-compliance noncompliance disobedience contravention non-cooperation",
    "THREATEN": "threat warning ultimatum blackmail sabre-rattling saber-rattling brinkmanship",
    "PROTEST": "protest demonstration march rally riot sit-in unrest walkout picket boycott revolt mutiny "
    "uprising vigil +strike +blockade "
    "stoppage procession rioting looting vandalism insurrection rebellion disturbance "
    "go-slow encampment self-immolation die-in lie-in intifada sit-down work-to-rule walk-out",
    "SANCTION": "sanction embargo dismissal expulsion suspension conviction recall fine sentence "
    "severance ouster "
    "+ban +cut "
    "sacking purge ousting overthrow disqualification exclusion penalty punishment removal cutoff "
    "cut-off banishment divestment "
    "dethronement demotion revocation abrogation excommunication disbarment ejection defunding delisting "
    "blacklisting court-martial",
    "MOBILIZE": "deployment mobilisation mobilization buildup build-up reinforcement manoeuvre maneuver "
    "manoeuvres maneuvers +patrol +exercise +drill "
    "conscription call-up redeployment massing test-firing overflight "
    "militarisation militarization rearmament stockpiling sortie encirclement test-launch mustering "
    "patrolling",
    "COERCE": "arrest detention seizure ban blockade crackdown curfew deportation censorship siege "
    "confiscation imprisonment restriction hack eviction annexation occupation repression persecution "
    "internment +raid "
    "lockdown roundup round-up swoop expropriation nationalisation nationalization surveillance "
    "wiretapping eavesdropping hacking cyberattack cyber-attack jamming displacement dispossession "
    "requisition jailing extortion intimidation harassment clampdown closure shutdown "
    "incarceration remand wiretap espionage spying phishing enslavement subjugation suppression coercion "
    "impoundment search proscription criminalisation criminalization quarantine interception expatriation "
    "manhunt",
    "ASSAULT": "attack strike bombing shelling airstrike shooting killing assassination massacre explosion "
    "blast fighting clash battle raid offensive invasion abduction kidnapping torture ambush murder "
    "assault "
    "bombardment stabbing gunfire crossfire execution beating violence hit skirmish gunfight shootout "
    "storming counterattack "
    "counter-attack bloodshed slaughter slaying hijacking incursion barrage onslaught "
    "firefight beheading lynching "
    "+charge "
    "sabotage arson firebombing poisoning pogrom atrocity counteroffensive counter-offensive brawl "
    "scuffle rape mutilation destruction hostility "
    "mugging gunbattle gun-battle air-raid counterstrike counter-strike bloodbath carnage genocide "
    "carjacking decapitation hostage-taking femicide strafing blitz dogfight demolition detonation "
    "cannonade fusillade rampage melee fistfight fracas affray punch-up tussle shoot-out mistreatment "
    "ill-treatment maltreatment strangulation pillage carpet-bombing retaliation reprisal recapture "
    "reconquest infighting maiming robbery burglary",
}
# Nouns that tell of a deed.
NOUNS = _words(**_NOUNS)
# What verbs and nouns may stand for besides.
ALSO_VERBS, ALSO_NOUNS = _also(**_VERBS), _also(**_NOUNS)
LIGHT = frozenset(
    "carry launch conduct make take give hold stage mount issue impose offer provide file open sign reach "
    "cast use perform commit pay have do wage undertake deliver order lead start begin announce declare "
    "pursue exercise express voice extend place put strike call lodge bring raise throw".split()
)
# Of these nouns, what `of` names is who it is done to.
DONE_TO = frozenset(
    "arrest detention seizure storming dismissal "
    "killing murder assassination abduction kidnapping shelling bombing release "
    "condemnation expulsion extradition deportation recognition invasion bombardment siege torture beating "
    "execution conviction rescue shooting massacre stabbing recall prosecution indictment imprisonment "
    "suspension rejection ban criticism support rebuke praise hacking lifting easing repeal rejection "
    "denunciation investigation training endorsement blockade veto annexation eviction evacuation "
    "occupation confiscation censure impeachment repatriation ouster internment hijacking lynching "
    "persecution exchange swap interrogation inspection probe acquittal pardon reprimand "
    "slaughter slaying beheading sabotage poisoning rape mutilation destruction mugging strafing demolition "
    "mistreatment ill-treatment maltreatment strangulation recapture reconquest firebombing decapitation "
    "maiming expropriation nationalisation nationalization requisition jailing harassment intimidation "
    "incarceration enslavement subjugation suppression repression interception quarantine closure sacking "
    "purge ousting overthrow disqualification exclusion removal banishment demotion ejection liberation "
    "freeing dismantling reopening arraignment questioning vilification cross-examination annulment "
    "cancellation violation reinstatement exoneration vaccination resettlement boycott looting".split()
)
# Nouns that speak of something told of elsewhere when they stand alone with `the`, `this` or `that`.
POINTING = frozenset("the this that these those such".split())
# Prepositions of whom something is done to.
TOWARDS = frozenset(
    "against on upon at with to from toward towards over in of into for between about".split()
)
# Of those, the ones that also name places and times: only names and groups of people count behind them.
LOOSE = frozenset("in over into at for about of".split())
# Verbs whose object is the subject of the verb below.
OF_OBJECT = frozenset(
    "ask urge order force tell allow help press invite want persuade compel require permit enable call "
    "pressure instruct warn encourage let make summon beg request advise train expect forbid authorise "
    "prompt provoke drive inspire spur lead like prefer need find believe think consider show "
    "authorize oblige prevent stop keep bar ban accuse blame suspect".split()
)
# Words that stand for a deed whose type only what they govern tells.
EMPTY = frozenset(
    "be have do say tell report add note state claim know think believe go come get seem appear remain "
    "become feel see look show write announce describe include contain mean cost last happen occur "
    "follow continue begin start try attempt manage need want hope expect wish live die grow rise fall "
    "win lose play score".split()
)
# What verbs and nouns do to what hangs on them.
ASPECTS = {
    name: frozenset(words.split())
    for name, words in {
        "ends": "end stop halt suspend cut cancel lift ease scrap drop abandon revoke withdraw discontinue "
        "reduce slash freeze terminate break sever abolish repeal withhold quit leave pull call "
        "remove relax curb suspension cut halt end ending lifting reduction freeze postpone delay "
        "waive dismiss shelve",
        "goes on": "continue extend prolong renew maintain keep uphold retain reaffirm reiterate stay "
        "remain "
        "extension renewal tighten strengthen expand widen step increase toughen double",
        "begins": "begin start launch open impose declare announce introduce enter join resume reopen "
        "initiate establish set create order approve adopt pass enact start resumption hold file",
        "gives": "give grant allow let permit hand provide offer send deliver accept admit return award "
        "allocate approve release restore authorise authorize enable pay permission access",
        "wants": "want wish need hope expect seek insist require",
    }.items()
}
# Nouns of what holds somebody down or out, which is lifted or laid on.
BARRIERS = frozenset(
    "sanction ban embargo restriction curfew blockade tariff siege limit barrier quota duty tax travel "
    "visa "
    "visas emergency lockdown closure law freeze fee rule control cap hurdle demand price".split()
)
SIDES = {
    kind: side
    for side, kinds in {
        "with": "AGREE CONSULT SUPPORT CONCEDE",
        "helps": "COOPERATE AID RETREAT",
        "says against": "REQUEST ACCUSE REJECT THREATEN",
        "does against": "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
    }.items()
    for kind in kinds.split()
}
# What is fired.
SHOTS = frozenset(
    "fire gunfire shot round rocket missile shell mortar bullet gas grenade salvo volley".split()
)
# What else is thrown at somebody.
THROWN = frozenset("stone brick bottle rock egg firework firebomb cobblestone object".split())
OPEN_FIRE = frozenset("open return exchange trade cease draw".split())  # with shots
# Verbs of so many uses that nothing but their own types is taken from the model.
PLAIN = frozenset(
    "give make take put set hold have get keep lay bring turn send leave let carry move place run "
    "call".split()
)
# Verbs of which the object need be nobody's: nobody shells a box by chance.
VIOLENT = frozenset(
    "kill bomb shell gas torture murder assassinate raid storm abduct kidnap massacre execute bombard wound "
    "injure ambush stab behead slaughter slay rape shoot behead lynch mortar rocket besiege arrest detain "
    "jail imprison deport evict expel extradite".split()
)
# Verbs that are deeds only with what they are done to, where they have no object.
HANDED = frozenset(
    "provide supply lend give deliver sell buy trade seize hold block close stop cut return free release "
    "admit leave order export import fund finance treat save shield arm feed share train".split()
)
