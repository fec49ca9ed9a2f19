"""Who does what to whom, by the tree: invented sentences."""

import pytest

from stemma.events import EventMention, events
from stemma.reader.model import OnnxReader

# Sentence; words of the predicate; who; whom. Parties are parted by " + ", "-" is nobody.
CASES = """
The navy shelled the harbour. | shelled | The navy | the harbour
The harbour was shelled by the navy. | shelled | the navy | The harbour
The harbour was shelled on Monday. | shelled | - | The harbour
The navy fired 59 missiles at the base before dawn. | fired | The navy | the base
Kestria and Norvane attacked the island. | attacked | Kestria + Norvane | the island
The army stormed the village and burned the mill. | burned | The army | the mill
The police, who arrested the mayor, left at noon. | arrested | The police | the mayor
The mayor, arrested by the police, denied everything. | arrested | the police | The mayor
The general ordered his men to attack the convoy. | attack | his men | the convoy
The minister refused to meet the rebels. | refused | The minister | the rebels
The premier promised to free the prisoners. | promised | The premier | the prisoners
Norvane carried out an attack on the village. | carried out an attack | Norvane | the village
The rebels launched an offensive against the army. | launched an offensive | The rebels | the army
The rebels were behind the attack on the convoy. | attack | The rebels | the convoy
The Hansen-Novak meeting lasted an hour. | meeting | Hansen + Novak | -
The envoy asked Minister Ann Holm during talks in Oslo to leave. | talks | The envoy | Minister Ann Holm
The mayor asked reporters during talks in Oslo to leave. | talks | The mayor | -
The missile strike on the base angered the allies. | missile strike | - | the base
Kestria's veto of the resolution surprised the council. | veto | Kestria | the resolution
The killing of the bishop by soldiers shocked the town. | killing | soldiers | the bishop
The arrest of the editor was announced on Friday. | arrest | - | the editor
Talks between Kestria and Norvane began on Monday. | Talks | Kestria + Norvane | -
The Kestrian attack on the island lasted an hour. | attack | - | the island
The French attack on the island lasted an hour. | attack | French | the island
Norvane's invasion of Kestria began at dawn. | invasion | Norvane | Kestria
The minister visited Ankara and met the president. | met | The minister | the president
The workers marched against the government. | marched | The workers | the government
The envoy accused the rebels of shelling the town. | accused | The envoy | the rebels
Police opened fire on the protesters. | opened | Police | the protesters
The court sentenced the general to ten years. | sentenced | The court | the general
Oman offered to mediate between the two sides. | offered | Oman | the two sides
The premier thanked the doctors for their work. | thanked | The premier | the doctors
Kestria expelled two diplomats of Norvane. | expelled | Kestria | two diplomats of Norvane
Kestria withdrew its observers from Norvane. | withdrew | Kestria | Norvane
Kestria sent two divisions against the rebels. | sent | Kestria | the rebels
The bishops demanded that the army leave the town. | demanded | The bishops | the army
Protesters burned the flag. | burned | Protesters | the flag
The two soldiers kidnapped by the rebels were freed. | kidnapped | the rebels | The two soldiers
The council condemned the attack. | condemned | The council | the attack
The mayor was accused by the union. | accused | the union | The mayor
HALDEN (MPA) - Police arrested two men. | arrested | Police | two men
The raid ordered by President Ann Holm went on. | raid | President Ann Holm | -
The Holm-Berg meeting lasted two hours. | meeting | Holm + Berg | -
Ann Holm's arrest angered the town. | arrest | - | Ann Holm
The prince cut short a visit to Chile. | visit | The prince | Chile
The council condemned last week's US attack on the port. | condemned | The council | US
Kestria vetoed a resolution to condemn the raid. | condemn | a resolution | the raid
The army held a drill under a pretext for hitting the base. | hitting | - | the base
The man was seized and beaten by soldiers. | seized | - | The man
Norvane is using its veto. | using its veto | Norvane | -
Two bakers have joined the protest. | protest | Two bakers | -
The bakers are planning a protest on 3 May. | protest | The bakers | -
The deputy called for an inquiry. | inquiry | The deputy | -
The ministry said it would sue the firm. | sue | The ministry | the firm
The pilots said they would sue the firm. | sue | The pilots | the firm
The judge ordered that the gate be blocked. | blocked | The judge | the gate
The prosecutor seized four ledgers from the bank. | seized | The prosecutor | the bank
The shells crashed into a bakery queue. | crashed | - | a bakery queue
""".strip().splitlines()

REFERENT_UNKNOWN = """
The agreement was not enough.
That attack changed everything.
The talks were over.
These sanctions did nothing.
This deal was a mistake.
""".strip().splitlines()

KNOWN = """
The agreement between Kestria and Norvane was not enough.
Kestria and Norvane signed a treaty, but the agreement was not enough.
The gas agreement was not enough.
""".strip().splitlines()

# Sentence; a word that is looked at; a piece of the reason why it is not coded.
REASONS = """
The minister said nothing. | said | no deed of its own
The army denied that it had bombed the hospital. | denied | a denial
The army refused to talk. | talk | what 'refused' is about
The veto drew criticism from Norvane. | drew | its object tells of the deed
The agreement was not enough. | agreement | referent unknown
The clerk returned the spoon. | returned | nothing that such a deed is done to
The alarm attacked the guards. | attacked | nobody does it
Each navy lends a boat to the other. | lends | a state or habit
He was asked how the wall fell. | asked | a question
The mayor reiterated that the wall was old. | reiterated | words
The premier called the plan a mistake. | called | an opinion
The envoy spoke at noon. | spoke | nobody is met
Four people were killed by a landslide. | killed | an accident
""".strip().splitlines()


@pytest.fixture(scope="module")
def reader() -> OnnxReader:
    return OnnxReader()


def found(reader: OnnxReader, text: str) -> list[EventMention]:
    return events(text, reader.read([text]).row(0, named=True))


def shown(parties: tuple[object, ...]) -> str:
    return " + ".join(p.text for p in parties) or "-"  # type: ignore[attr-defined]


@pytest.mark.parametrize("case", CASES)
def test_who_and_whom(reader: OnnxReader, case: str) -> None:
    text, predicate, actor, recipient = case.split(" | ")
    seen = {one.text: (shown(one.actors), shown(one.recipients)) for one in found(reader, text)}
    assert seen.get(predicate) == (actor, recipient), seen


@pytest.mark.parametrize("text", REFERENT_UNKNOWN)
def test_what_points_elsewhere_is_left_open(reader: OnnxReader, text: str) -> None:
    one = found(reader, text)[0]
    assert (one.type, "referent unknown" in one.how) == (None, True)


@pytest.mark.parametrize("text", KNOWN)
def test_what_is_said_in_the_sentence_is_known(reader: OnnxReader, text: str) -> None:
    assert not [one for one in found(reader, text) if "referent unknown" in one.how]


@pytest.mark.parametrize("case", REASONS)
def test_what_is_not_coded_has_its_reason(reader: OnnxReader, case: str) -> None:
    text, word, reason = case.split(" | ")
    one = next(one for one in found(reader, text) if word in one.text.split())
    assert one.type is None
    assert reason in one.how


def test_spans_are_those_of_the_sentence(reader: OnnxReader) -> None:
    text = "On Monday the navy carried out an attack on the harbour of Norvane."
    for one in found(reader, text):
        assert text[one.start : one.end] == one.text
        for party in (*one.actors, *one.recipients):
            assert text[party.start : party.end] == party.text


def test_a_sentence_without_words(reader: OnnxReader) -> None:
    assert found(reader, "") == []
    assert found(reader, "…") == []
