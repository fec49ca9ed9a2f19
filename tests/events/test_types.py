"""Types, modes and codes of plain deeds: invented sentences."""

import pytest
from training.events import CONTEXTS as PLOVER

from stemma.events import events, tree_of, types_between
from stemma.events.contexts import CONTEXTS
from stemma.reader.model import OnnxReader
from stemma.text.cameo import codes, nearest

# Sentence; a word of the predicate; type; mode; code.
CASES = """
A bomb exploded in a laundry, killing four guests. | killing | ASSAULT | - | -
Rebels fired a tank shell at the bus, killing two. | killing | ASSAULT | - | -
The navy shelled the harbour of Norvane. | shelled | ASSAULT | heavy-weapons | 194
Kestria's veto of the resolution surprised the council. | veto | REJECT | yield | 129
The police arrested the editor. | arrested | COERCE | arrest | 173
The minister visited Ankara on Monday. | visited | CONSULT | visit | 042
Oman promised to send tents to the refugees. | promised | AGREE | - | -
The council condemned the regime. | condemned | ACCUSE | disapprove | 111
Thousands of workers marched against the government. | marched | PROTEST | demo | 141
Kestria expelled two diplomats of Norvane. | expelled | - | - | -
The general threatened to bomb the capital. | threatened | THREATEN | - | -
The envoy asked the king to free the prisoners. | asked | REQUEST | - | -
The rebels kidnapped two nuns. | kidnapped | ASSAULT | abduct | 181
The premier refused to meet the rebels. | refused | REJECT | meet | -
The jury convicted the banker. | convicted | SANCTION | convict | 116
Talks between Kestria and Norvane began on Monday. | Talks | CONSULT | - | -
The fighters left the three bridges. | left | RETREAT | - | -
Both states have reduced their alert. | reduced | RETREAT | - | -
The board dismissed the director. | dismissed | SANCTION | - | -
The doctors warned people not to drink from wells. | warned | REQUEST | - | -
A man demanded $3 million from the bank. | demanded | REQUEST | - | -
The council will meet on Monday. | meet | CONSULT | - | -
The party left the coalition on Monday. | left | RETREAT | - | -
Two marchers were clubbed by police. | clubbed | ASSAULT | - | -
The two ministers sat down together on Monday. | sat | CONSULT | - | -
A strike by bakers closed the shops. | strike | PROTEST | - | -
The president apologised to the families. | apologised | CONCEDE | - | 055
Gunmen took nine clerks hostage. | took | ASSAULT | - | -
Soldiers opened fire on the bus. | opened | ASSAULT | - | -
No shot was fired at the boat. | fired | ASSAULT | - | -
The governor declared a state of emergency in two districts. | declared | COERCE | - | -
The judge sent the clerk to prison. | sent | COERCE | - | -
The officers were condemned to death by a court. | condemned | SANCTION | - | -
The general gave the rebels two days to leave. | gave | REQUEST | - | -
The bishop appealed for calm. | appealed | REQUEST | - | -
Kestria opened its border to the refugees. | opened | RETREAT | - | -
Dockers downed tools at noon. | downed | PROTEST | - | -
A general strike emptied the town. | strike | PROTEST | - | -
The head of the agency stepped down on Friday. | stepped | RETREAT | - | -
Border guards turned back a boat with 60 migrants. | turned | COERCE | - | -
Kestria will send a dozen specialists to Norvane. | send | AGREE | - | -
Rescuers pulled a boy from the rubble. | pulled | AID | - | -
The builder received a suspended sentence of two years. | received | SANCTION | - | -
Kestria called its ambassador home from Norvane. | called | SANCTION | - | -
The court granted a request by the prosecutor. | granted | CONCEDE | - | -
Followers of the bishop paraded through the town. | paraded | PROTEST | - | -
The minister spent an hour on the telephone with the king. | spent | CONSULT | - | -
The ministry held the rebels responsible for the blast. | held | ACCUSE | - | -
The former mayor was found guilty of bribery. | found | SANCTION | - | -
The police kept the marchers away from the square. | kept | COERCE | - | -
The ministry ordered nine diplomats out of the country. | ordered | SANCTION | - | -
The premier turned a deaf ear to the strikers. | turned | REJECT | - | -
The president threw his weight behind the plan. | threw | SUPPORT | - | -
Twelve men were taken into custody after the raid. | taken | COERCE | - | -
Thousands took to the streets of the capital. | took | PROTEST | - | -
The officers used live ammunition against the crowd. | used | ASSAULT | - | -
The crowd hurled stones at the guards. | hurled | PROTEST | - | -
The mediator gave her word that they would be freed. | gave | AGREE | - | -
The fleet was put on alert. | put | MOBILIZE | - | -
The rebels took four soldiers prisoner. | took | ASSAULT | - | -
Border police drove away a crowd of migrants. | drove | COERCE | - | -
The general warned that the bridge would be bombed. | warned | THREATEN | - | -
The president warned of war. | warned | THREATEN | - | -
Police swooped on a warehouse. | swooped | COERCE | - | -
Agents foiled a plot by separatists. | foiled | COERCE | - | -
Police locked down the district. | locked | COERCE | - | -
The president lambasted the judges. | lambasted | ACCUSE | - | -
Kestria rolled back its sanctions on Norvane. | rolled | CONCEDE | - | -
Troops fanned out along the frontier. | fanned | MOBILIZE | - | -
The envoy interceded with the king on behalf of the hostages. | interceded | CONSULT | - | -
The rebels carjacked an aid truck. | carjacked | ASSAULT | - | -
Kestria backed out of the pact with Norvane. | backed | REJECT | - | -
""".strip().splitlines()

# What is told with the same words and is no such deed; a word of the predicate.
PLAIN = """
A gas tank exploded at a laundry, killing four guests. | killing
The blast at the mill of the firm sent a grey cloud over the river. | sent
Four guests were killed after a boiler exploded in a laundry. | killed
The gardener took nine roses home. | took
The clerk opened a box of letters. | opened
The clerk was found not guilty of theft. | found
The committee found the report useful. | found
A spark set the barn on fire. | set
Officials warned that the repair could take days. | warned
Forecasters warned of frost. | warned
The thieves drove off in a van. | drove
The council will take up the attack on Wednesday. | take
The mayor declared the fair open. | declared
The firm sent the clerk to a seminar. | sent
The teacher gave the pupils two apples. | gave
The tailor stepped down the stairs. | stepped
The storm turned the boat round. | turned
Engineers restored power to the suburbs. | restored
The clerk boarded a flight to Lorn. | boarded
The painter hung a picture in the hall. | hung
The driver of the van is still being sought. | sought
The weather gave the men a dry day. | gave
The boy pulled a cart from the barn. | pulled
The firm received a letter. | received
The baker toasted the bread. | toasted
The contractor bulldozed a path for the road. | bulldozed
The tailor collared the shirt. | collared
The team thumped its rivals. | thumped
The minister acknowledged the problem. | acknowledged
The roof warded off the rain. | warded
""".strip().splitlines()


@pytest.fixture(scope="module")
def reader() -> OnnxReader:
    return OnnxReader()


def _kinds(reader: OnnxReader, text: str, word: str) -> list[str | None]:
    return [
        one.type for one in events(text, reader.read([text]).row(0, named=True)) if one.text == word
    ]


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Under the pact Oman will pay 90 million dollars over two years.", "pay", "AGREE"),
        ("Constables had aimed at the students.", "aimed", "ASSAULT"),
        (
            "The clerk congratulated the nurse on the stairs while it rained.",
            "congratulated",
            "SUPPORT",
        ),
        ("A scheme to sue the painter for the rent was shelved.", "sue", "ACCUSE"),
        ("The navy has offered to anchor a clinic ship off the coast.", "anchor", None),
    ],
)
def test_how_likely_a_type_must_be(
    reader: OnnxReader, text: str, word: str, kind: str | None
) -> None:
    assert _kinds(reader, text, word) == [kind]


def test_a_plural_is_no_form_of_another_word(reader: OnnxReader) -> None:
    text = "Planes lay in the bay, and embargoes on forgeries were lifted."
    lemmas = tree_of(text, reader.read([text]).row(0, named=True)).lemmas
    assert {"plane", "embargo", "forgery"} <= set(lemmas)


@pytest.mark.parametrize("case", CASES)
def test_plain_deeds(reader: OnnxReader, case: str) -> None:
    text, word, kind, mode, code = case.split(" | ")
    found = events(text, reader.read([text]).row(0, named=True))
    one = next(one for one in found if word in one.text.split())
    assert kind in ("-", one.type)
    assert mode in ("-", one.mode)
    assert code in ("-", one.cameo)
    assert one.cameo in codes()


@pytest.mark.parametrize("case", PLAIN)
def test_the_same_words_for_what_is_no_such_deed(reader: OnnxReader, case: str) -> None:
    text, word = case.split(" | ")
    found = events(text, reader.read([text]).row(0, named=True))
    assert [one.type for one in found if word in one.text.split()] == [None]


def test_types_of_parties_that_are_given(reader: OnnxReader) -> None:
    text = "Kestria said on Monday that it had bombed Norvane."
    shares = types_between(text, reader.read([text]).row(0, named=True), (0, 7), (42, 49))
    assert abs(sum(shares.values()) - 1) < 0.1
    assert max(shares, key=lambda kind: shares[kind]) == "ASSAULT"


def test_types_need_no_vector(reader: OnnxReader) -> None:
    text = "The navy shelled the harbour."
    row = {**reader.read([text]).row(0, named=True), "vector": b""}
    assert [one.text for one in events(text, row)] == ["shelled"]


def test_the_table_of_codes() -> None:
    assert len(codes()) > 200
    assert codes()["129"].type == "REJECT"
    assert nearest("AGREE", None) == "03"
    assert nearest("NONE", None) is None


# Sentence; a word of the predicate; contexts among those found; place, "-" for none.
ABOUT = """
Gunmen killed ten soldiers in Lum on Monday. | killed | military | Lum
The premier met the envoy at a hotel near Kestria. | met | diplomatic | Kestria
The court in Accra convicted the banker of bribery. | convicted | legal corruption | -
Talks between Kestria and Norvane began in Geneva. | Talks | diplomatic | Geneva
Thousands marched through Lima against the president. | marched | - | Lima
Protesters in Rabat burned a flag outside the embassy of Denmark. | burned | diplomatic | -
Kestria banned imports of steel from Norvane. | banned | economic | -
""".strip().splitlines()


@pytest.mark.parametrize("case", ABOUT)
def test_contexts_and_places(reader: OnnxReader, case: str) -> None:
    text, word, contexts, place = case.split(" | ")
    found = events(text, reader.read([text]).row(0, named=True))
    one = next(one for one in found if word in one.text.split())
    assert set(contexts.split()) - {"-"} <= set(one.contexts)
    assert (one.place.text if one.place else "-") == place


def test_the_contexts_are_those_of_plover() -> None:
    assert set(CONTEXTS) == PLOVER
