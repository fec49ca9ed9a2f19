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
The plan was praised by a bank, which wanted it, and condemned by a union. | condemned | a union | The plan
The thief was hit by a lorry and taken to a hospital. | taken | - | The thief
In Tolm, the old capital, bakers occupied the town hall. | occupied | bakers | the town hall
One of the judges, Ann Holm, resigned and was replaced by a colleague. | replaced | a colleague | Ann Holm
The pact was praised by us and welcomed by Sea Watch, a group of sailors. | welcomed | Sea Watch | The pact
Then came the miners, most of whom had been arrested by soldiers. | arrested | soldiers | the miners
Ann Holm edits The Bell, a weekly that accused the army of theft. | accused | The Bell | the army
The king said the army would leave the town and accused Norvane of lies. | accused | The king | Norvane
The general denied that his men had fired and blamed the rebels. | blamed | The general | the rebels
The council denied that the mayor had met the rebels and left the town. | left | the mayor | -
The minister blamed the fire on the rebels. | blamed | The minister | the rebels
The court rejected the appeal of the bishop. | rejected | The court | the bishop
The mayor turned down requests for a loan. | requests | - | The mayor
The police freed nine and fined 41. | fined | The police | 41
The envoy accused the king of theft. | accused | The envoy | the king
The envoy accused the king of Oman. | accused | The envoy | the king of Oman
The envoy accused the king of theft, a charge that he denied. | charge | The envoy | the king
The police said that nine men had been arrested. | arrested | The police | nine men
The doctors said that nine men had been arrested. | arrested | - | nine men
The agreement which the ministers reached angered the fishermen. | agreement | the ministers | -
The workers blocked the bridge in protest. | protest | The workers | -
The workers died in an attack. | attack | - | -
The court fined nine drivers for blocking the road. | blocking | nine drivers | the road
The baker was arrested on suspicion of selling guns. | selling | The baker | guns
The ministers were told of it by telephone. | told | - | The ministers
The mayor wanted the army called out. | called out | The mayor | the army
The attack was planned and carried out by sailors. | attack | sailors | -
The envoy was summoned to the foreign ministry. | summoned | the foreign ministry | The envoy
The navy recalled its envoy from Oman and suspended the pact. | suspended | The navy | Oman
The pilots are in talks with the airline. | talks | The pilots | the airline
An attack that killed nine people shocked the town. | attack | - | nine people
Hundreds gathered outside the embassy, some of them singing. | gathered | Hundreds | the embassy
Hundreds gathered outside the embassy, some of them singing. | singing | Hundreds | -
The rebels it had fought for years praised the army. | fought | it | The rebels
According to the army, the rebels fled. | fled | the rebels | -
The mayor left the country with two doctors. | left | The mayor | -
The army is to lift its siege of the town. | siege | The army | the town
Volunteers carried the injured to a school. | carried | Volunteers | the injured
The survivors of the storm who had blocked the road left. | blocked | The survivors of the storm | the road
The party called for the resignation of the mayor. | called | The party | the mayor
The firm has inked deals with the Royal Air Force. | inked | The firm | the Royal Air Force
On its website, the party released the letter. | released | the party | -
The guard held posts at two banks. | held | The guard | posts
Two of the firms had been sold by the end of May. | sold | - | Two of the firms
Youths broke windows of the embassy. | broke | Youths | the embassy
The army has been accused by aid groups of blocking convoys. | blocking | The army | convoys
The mayor, whose house was searched by police, denied it. | searched | police | The mayor
The ministers were pelted with eggs by students. | pelted | students | The ministers
A bomb planted by rebels killed four tourists. | killed | rebels | four tourists
The king was forced to step down by bishops angry about losses. | forced | bishops | The king
The head of the miners, who had been ill, was seized by us. | seized | us | The head of the miners
The firm broke its promise to free the men. | free | The firm | the men
The committee recommended that the minister be fined. | fined | The committee | the minister
Sea Watch, a group, said that it would sue the firm. | sue | Sea Watch | the firm
The troops behind the hill fired at the town. | fired | The troops | the town
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
