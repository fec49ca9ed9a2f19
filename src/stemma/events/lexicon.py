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
    "shelved": "shelve", "impelled": "impel",
}  # fmt: skip


def _words(**kinds: str) -> dict[str, str]:
    return {word: kind for kind, words in kinds.items() for word in words.split()}


# Verbs by what they most often tell.
VERBS = _words(
    AGREE="agree promise pledge vow offer undertake commit plan intend pledge volunteer",
    CONSULT="meet visit confer consult negotiate discuss talk host receive mediate phone call converse "
    "telephone greet welcome hold tour debate brief convene",
    SUPPORT="back endorse support praise recognise recognize ratify sign hail applaud thank congratulate "
    "defend welcome commend laud salute conclude uphold approve vouch honour honor",
    CONCEDE="apologise apologize concede yield lift ease relax pardon backtrack relent drop repeal revoke "
    "amnesty reinstate waive unfreeze scrap bow cede decriminalise postpone reopen",
    COOPERATE="cooperate collaborate train exchange share extradite trade swap supply integrate export "
    "partner co-operate",
    AID="donate aid provide deliver grant fund finance assist supply feed shelter evacuate rescue treat "
    "contribute airlift give lend help vaccinate distribute",
    RETREAT="withdraw retreat release free resign surrender disarm evacuate admit demobilise demobilize "
    "leave quit demobilize allow return vacate",
    REQUEST="ask urge demand request appeal call seek plead beg petition implore press order insist "
    "require exhort summon",
    ACCUSE="accuse blame condemn denounce criticise criticize charge sue indict investigate allege slam "
    "deplore decry blast rebuke fault probe protest lambast censure lament question berate scold prosecute "
    "castigate complain interrogate suspect inspect deride",
    REJECT="reject refuse veto decline rebuff deny dismiss oppose block spurn cancel boycott rule bar "
    "disagree ignore defy resist snub turn rule",
    THREATEN="threaten warn caution menace",
    PROTEST="protest march demonstrate rally riot strike picket boycott chant occupy barricade",
    SANCTION="expel sanction suspend sever halt recall convict fine cut embargo discontinue downgrade "
    "terminate sentence boycott blacklist stop oust",
    MOBILIZE="deploy mobilise mobilize mass reinforce amass station dispatch send fortify patrol test",
    COERCE="arrest detain seize ban censor deport jail imprison raid confiscate blockade impose block "
    "restrict restrict evict shut jam outlaw hack close confine repress oppress harass freeze round extort "
    "force prohibit crack imprison",
    ASSAULT="attack kill bomb shell shoot fire strike torture abduct kidnap assassinate murder destroy "
    "raid gas ambush wound beat clash stab burn massacre execute bombard fight hit rape injure invade storm "
    "assault slay behead poison gun ram capture down blow slaughter rocket pound lynch",
)
# Nouns that tell of a deed.
NOUNS = _words(
    AGREE="offer pledge promise vow commitment undertaking",
    CONSULT="talk negotiation meeting visit summit consultation discussion conversation mediation "
    "conference trip call dialogue dialog round lunch parley",
    SUPPORT="agreement deal treaty accord pact support praise recognition ratification endorsement signing "
    "backing alliance signature",
    CONCEDE="concession apology pardon amnesty repeal reversal",
    COOPERATE="cooperation exchange swap extradition trade training drill exercise co-operation "
    "collaboration partnership",
    AID="aid relief rescue loan donation grant delivery airlift assistance shipment",
    RETREAT="withdrawal retreat release pullout resignation ceasefire truce surrender disarmament pullback "
    "cease-fire armistice",
    REQUEST="request demand appeal plea call petition ultimatum",
    ACCUSE="accusation condemnation lawsuit charge criticism complaint denunciation indictment inquiry "
    "investigation allegation probe rebuke suit blame prosecution inspection",
    REJECT="veto refusal rejection denial boycott cancellation",
    THREATEN="threat warning ultimatum",
    PROTEST="protest demonstration march rally riot strike sit-in unrest walkout picket",
    SANCTION="sanction embargo expulsion suspension conviction recall fine sentence severance",
    MOBILIZE="deployment mobilisation mobilization buildup build-up reinforcement manoeuvre maneuver",
    COERCE="arrest detention seizure raid ban blockade crackdown curfew deportation censorship siege "
    "confiscation imprisonment restriction hack",
    ASSAULT="attack strike bombing shelling airstrike shooting killing assassination massacre explosion "
    "blast fighting clash battle raid offensive invasion abduction kidnapping torture ambush murder assault "
    "bombardment stabbing gunfire crossfire execution beating violence hit",
)
LIGHT = frozenset(
    "carry launch conduct make take give hold stage mount issue impose offer provide file open sign reach "
    "cast use perform commit pay have do wage undertake deliver order lead start begin announce declare "
    "pursue exercise express voice extend place put strike call lodge bring raise throw".split()
)
# Of these nouns, what `of` names is who it is done to.
DONE_TO = frozenset(
    "arrest detention seizure killing murder assassination abduction kidnapping shelling bombing release "
    "condemnation expulsion extradition deportation recognition invasion bombardment siege torture beating "
    "execution conviction rescue shooting massacre stabbing recall prosecution indictment imprisonment "
    "suspension rejection ban criticism support rebuke praise hacking lifting easing repeal rejection "
    "denunciation investigation training endorsement blockade".split()
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
        "goes on": "continue extend prolong renew maintain keep uphold retain reaffirm reiterate stay remain "
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
    "sanction ban embargo restriction curfew blockade tariff siege limit barrier quota duty tax travel visa "
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
