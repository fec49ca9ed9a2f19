"""The words by which a sentence says whether, how surely and when something happens."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _map(**kinds: str) -> dict[str, str]:
    return {word: kind.replace("_", " ") for kind, words in kinds.items() for word in words.split()}


NOT = _set("not n't never nor neither hardly scarcely nowhere")
NO = _set("no neither nor none not")
HARDLY = _set("hardly scarcely barely")
NOBODY = _set("nobody nothing none neither no-one")
WITHOUT = _set("without")
WILL = _set("will 'll wo shall")
WAS = _set("was were")
IS = _set("is are am 's 're 'm")
HAVE = _set("has have 've having")
STOPS = frozenset((".", "!", "?", "”", '"', "''", "…", "...", "'"))
TO_COME = _set("tomorrow next tonight soon later")
MODALS = {
    "may": "possible", "might": "possible", "could": "possible", "can": "possible",
    "ca": "possible",
    "would": "possible", "'d": "possible", "should": "probable", "must": "certain",
    "ought": "probable",
}  # fmt: skip
ADVERBS = _map(
    probable="probably apparently reportedly presumably likely seemingly evidently supposedly doubtless",
    possible="perhaps maybe possibly allegedly conceivably potentially",
)
NEARLY = _set("almost nearly")
# What nearly doubled did grow; who nearly drowned did not drown.
MULTIPLIED = _set("double treble triple quadruple halve")
ALLEGED = _map(
    probable="apparent reported suspected presumed probable likely",
    possible="alleged rumoured rumored possible potential feared supposed threatened claimed hypothetical "
    "unconfirmed purported",
)
AHEAD_ADJECTIVES = _map(
    certain="coming upcoming forthcoming next imminent",
    probable="planned scheduled expected promised intended looming",
    possible="proposed threatened draft possible potential offered mooted",
)
SET = _set("plan schedule slate due set expect forecast propose")
UNDONE_ADJECTIVES = _set("cancelled canceled averted foiled aborted thwarted attempted")
ADJECTIVES = {
    "possible": ("possible", "future"), "likely": ("probable", "future"),
    "unlikely": ("probable", "future"), "imminent": ("probable", "future"),
    "conceivable": ("possible", "future"), "unclear": ("unclear", "past"),
    "due": ("probable", "future"), "uncertain": ("unclear", "future"),
}  # fmt: skip
NEEDFUL = _set(
    "important vital necessary essential crucial imperative urgent better time advisable"
)
# Verbs that end the plan of a deed, or keep it from happening.
CALLED_OFF = _set(
    "cancel avert prevent foil thwart abort shelve scrap abandon avoid block stop defeat collapse "
    "fail drop call_off postpone delay stall"
)
TAKES_PLACE = _set(
    "happen occur begin start open take place go resume break erupt follow be end continue"
)
CARRIES = _set(
    "hold make carry launch conduct take give stage begin start open resume continue have mount sign "
    "reach cast do wage suffer commit impose see issue"
)
# What a verb, adjective or noun makes of a clause that it governs.
CLAUSE_GOVERNORS = _map(
    undone="evade dodge elude shun skip miss refuse decline fail avoid neglect forget omit resist refrain "
    "desist shy unable shrink "
    "impossible escape reluctant unwilling prevent bar forbid prohibit discourage dissuade "
    "ban restrain hinder hold try abstain dither rule pretend hold resist",
    done="manage begin start continue force dare see help cause lead make compel oblige come get "
    "remember regret proceed go succeed bother use tend rush volunteer quick able stand keep stop "
    "let persuade convince pull include involve entail",
    doubted="doubt doubtful unlikely improbable",
    probable="intention plan agree promise intend vow pledge schedule expect set likely due undertake decide "
    "swear resolve poise mean sure certain bound guarantee aim commit "
    "determine sure suppose slated believe think suspect presume assume vow pledge plan "
    "appear seem decision agreement commitment vote verge brink "
    "elect opt",
    possible="focus goal idea prospect suspicion "
    "threaten offer consider hope propose fear allege want_to mull weigh seek contemplate "
    "think_of "
    "prepare prepare aim may chance danger possibility risk threat offer proposal bid hope "
    "conceivable possible suggest envisage eager keen willing ready prepared rumour rumor fear effort "
    "attempt",
    unclear="pressure desire ask order urge call demand want wish allow permit tell invite request appeal "
    "beg press command instruct need require unclear unknown wonder advise enable encourage authorise "
    "authorize entitle recommend warn plead petition insist_on",
)
# What they make of a noun of a deed as their object.
GOVERNORS = _map(
    undone="avoid prevent avert foil thwart cancel shelve scrap abandon abort "
    "block refuse reject forgo escape postpone delay defer evade dodge "
    "elude skip miss shun oppose forbid rule resist spare veto",
    probable="preparation plan promise schedule expect agree prepare pledge intend plan promise suspect vow "
    "forecast predict anticipate await draft",
    possible="threaten offer consider propose fear allege mull rumour rumor threat fear risk possibility "
    "danger hint consider proposal contemplate weigh suggest hope seek offer",
    unclear="demand desire request ask urge call want order need seek appeal plead beg permit authorise "
    "authorize allow",
)
# What a vote for it brings about at once, and how people make themselves heard to what end.
BY_VOTE = _set(
    "accept adopt approve back ban bar censure condemn convict defeat dissolve endorse expel extend forbid "
    "impeach override pass prohibit ratify recognise recognize reject repeal strip suspend uphold"
)
SPEAKS_UP = _set(
    "assemble call demonstrate fly gather march parade phone protest rally rise sit speak stand strike "
    "telephone walk write"
)
OUT_LOUD = _set(
    "accuse appeal call condemn decry demand denounce honour honor implore mourn oppose plead protest "
    "support thank urge welcome"
)
KEEPS = _set("stop keep prevent bar ban hold restrain save rescue spare")
UNSURE = {"certain": "possible", "sure": "possible", "clear": "unclear", "know": "unclear"}
THOUGHT = _set(
    "believe think suspect presume assume appear seem expect likely suppose possible conceivable chance "
    "danger possibility risk rumour rumor fear allege unclear unknown wonder suggest bound certain sure"
)
# Prepositions of what came before.
EARLIER = _set("due because after following since despite amid over thanks")
WHEN = _set("before until till when once after while as")
GATHERINGS = _set("session funeral ceremony hearing trial rally inauguration wedding burial")
# Nouns that tell how long or how often, of a deed behind them.
SPELLS = _set("day week weekend month night hour round series wave campaign spate string")
# Of a deed, that it was; and that it is no deed known.
LATELY = _set("recent latest last earlier previous past")
OPEN_DETS = _set("any every another more further additional future new next possible")
# Verbs, beside those that judge, whose object has happened.
UNDOES = _set("reverse undo overturn rescind lift ease loosen relax extend prolong renew tighten")
AFTERWARDS = UNDOES | _set(
    "answer avenge discuss debate mark mourn remember explain describe commemorate applaud welcome praise "
    "hail condone justify defend document survive recall hear"
)
CHARGES = _set("allege charge suspect accuse complain fault insist")
BESIDE = _set("during at in on about amid by like near before until ahead under than")
COMPLEMENTS = _set("of for on with to from about")
BELIEVED = _set(
    "believe think suspect presume assume appear seem expect suppose allege likely say unlikely"
)
FORESEEN = _set("expect forecast predict anticipate await")
EXPECTED = _set("expect likely suppose unlikely")
TOLD = _set(
    "say tell report add claim state insist admit acknowledge declare announce argue find confirm note "
    "believe think write explain warn allege suggest maintain recall charge complain conclude hear know "
    "estimate reveal disclose swear testify stress assert predict contend reply answer show indicate hold "
    "fear suspect expect hope promise"
) - _set("promise")
VOWS = _set("promise pledge vow swear")
DENIES = _set("deny disclaim contradict dispute refute repudiate")
TAKEN_FOR_GRANTED = _set("why how when where")
ASKS = _set(
    "expect fear doubt ask order urge demand want wish accuse suspect blame call request beg implore plead "
    "tell appeal petition press exhort beseech"
)
# Verbs that tell of what stands in quotes beside them.
UTTERS = _set(
    "vow promise pledge beg plead urge demand order shout cry whisper joke quip thunder call scream yell "
    "signal appeal"
)
CLAIMS = _set("report claim allegation accusation charge story suggestion rumour rumor assertion")
TOLD_OF = CLAIMS | {"account", "tale"}
CHARGED = _set("charge accusation allegation")
IDEAS = _set("idea notion view theory")
TAKES_BACK = _set("withdraw retract recant")  # of a report
REJECTS = _set("reject dismiss deny refute dispute repudiate rubbish rebut")
SAID = _set("say report understand rumour rumor")  # of whom something is said, in the passive
WRONGLY = _set("wrongly falsely mistakenly erroneously")
SEEKS = _set("find ask wonder investigate determine establish learn discover identify decide")
OPEN = _set("ask wonder see check learn clear sure certain know say tell")  # `if` asks behind them
# Nouns of what is yet to be done, and what becomes of it.
PLANS = _set(
    "plot bid attempt effort plan scheme motion proposal move campaign threat drive push endeavour "
    "endeavor try"
)
MOTIONS = _set("resolution motion bill draft amendment decree law")
ASKED = _set(
    "pressure order request demand offer proposal plea appeal call bid application petition"
)
PLEAS = _set("call demand appeal request plea petition")
TURNS_DOWN = _set("reject refuse turn rebuff spurn dismiss deny decline")
SIGNS = _set(
    "sign indication hint speculation likelihood impression feeling belief theory suspicion"
)
THREATS = _set(
    "threat fear risk plan plot bid proposal offer danger possibility demand attempt warning"
)
EVIDENCE = _set("evidence proof sign indication")
# What becomes of a promise, and of a chance: that it is done, or that it is not.
PROMISES = _set("promise pledge vow commitment undertaking word agreement")
CHANCES = _set("chance opportunity")
KEPT = _set("keep honour honor fulfil fulfill redeem")
BROKEN = _set("break renege breach abandon drop forget")
TAKEN = _set("take seize grab use")
DASHED = _set("dash fade shatter end evaporate vanish")
LOST = _set("lose miss waste squander forgo decline")
UNDONE_NOUNS = _set("failure refusal inability reluctance unwillingness")
MISCARRY = _set("fail collapse founder fizzle flop falter miscarry backfire unravel stall")
DROPS = _set(
    "veto kill abandon drop give shelve scrap withdraw cancel foil thwart defeat block reject beat avert "
    "frustrate repel abort forgo renounce ditch shoot vote throw crush swat "
    "knock strike"
)
NOTHING = _set("nothing failure naught short success")
MONTHS = _set(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday"
)
FALSE = _set("false untrue hoax fabrication lie fake wrong unfounded baseless groundless invention")
LITTLE = _set("little no slim small scant")
# What brings a paper to whom it asks something of.
HANDS = _set("hand give send deliver submit present address write pass bring")
