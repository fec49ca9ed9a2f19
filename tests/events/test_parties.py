"""Whom a deed is done to and who does it, rule by rule: one sentence in which a rule decides, and one like it
in which it must not. Invented sentences."""

import pytest

from stemma.events import Seen, events, sight, tree_of
from stemma.reader.model import OnnxReader

# Sentence; words of the predicate; who; whom. Parties are parted by " + ", "-" is nobody.
CASES = """
A gas tank exploded at a laundry, killing four guests. | killing | - | four guests
A bomb exploded at a laundry, killing four guests. | killing | - | four guests
Law enforcement on Monday arrested the clerk. | arrested | Law enforcement | the clerk
A Lornish court on Monday sentenced Ann Holm to two years in jail. | sentenced | A Lornish court | Ann Holm
The patrol was blamed by Osta, which sells boats and used its veto twice. | used its veto | Osta | -
The man was found by the guards, who knew him, and fled. | fled | The man | -
The mayors signed a pact on Monday under which boats are to be sent back. | signed a pact | The mayors | -
Calls for Mayor Ann Holm to resign grew louder. | resign | Mayor Ann Holm | -
Hundreds gathered in front of the embassy with candles. | gathered | Hundreds | the embassy
The chief, whose dismissal the union had demanded, left. | demanded | the union | The chief
The boys, whose mother had praised the school, left. | praised | mother | the school
The mayor appointed a panel to investigate the fire. | investigate | a panel | -
The mayor met a panel to praise the fire brigade. | praise | The mayor | the fire brigade
Troops fired in Oman on Monday. | fired | Troops | Oman
Troops fired in Port Holm on Monday. | fired | Troops | -
The gas attack in Port Holm killed nine people. | attack | - | Port Holm
The shootings in Port Holm shocked the chief. | shootings | - | -
Osta condemned the poisoning of a journalist. | poisoning | - | a journalist
The union condemned police harassment of its drivers. | harassment | police | its drivers
A Springfield, Ohio, policeman shot a man. | shot | A Springfield, Ohio, policeman | a man
A man was shot by a Springfield, Ohio, policeman. | shot | a Springfield, Ohio, policeman | A man
On Friday dozens of miners, many brought in by bus, fled. | fled | dozens of miners | -
Dozens of miners, some armed with sticks, besieged the bank. | besieged | Dozens of miners | the bank
The boy whom one of the guards killed was unarmed. | killed | one of the guards | The boy
The editor refused to tell the men who had come and was questioned. | questioned | - | The editor
Lawyers plan to sue both the province and the firm. | sue | Lawyers | the province + the firm
Calls for the resignation of Ann Holm came from all sides. | Calls | - | Ann Holm
Guards shot dead a 17-year-old in May. | shot | Guards | a 17-year-old
Osta recalled its envoy, accusing the guards of firing on a boat. | firing | the guards | a boat
He told journalists on the quay, blaming the firm for the wreck. | blaming | He | the firm
Miners unfurled a banner calling her a traitor. | calling | Miners | her
The union, furious at the fine, threatened to strike. | threatened | The union | -
The minister instructed her diplomats to leave. | instructed | The minister | her diplomats
Parents marched on Monday in support of the teachers. | support | Parents | the teachers
The mayor dismissed a cook for misleading her. | misleading | a cook | her
The convoy of six vans, which had escorted the nurses, left. | escorted | The convoy of six vans | the nurses
Miners threw eggs at a van. | threw | Miners | a van
The dentist received no call from the guards. | call | the guards | The dentist
A cook handed the mayor a petition in May. | petition | A cook | the mayor
The colonel whom a panel found to have ordered the attack fled. | ordered the attack | The colonel | -
The judge is considering whether to charge the cook. | charge | The judge | the cook
His deckhands were freed in May. | freed | - | His deckhands
The gang was asked to leave. | leave | The gang | -
Soldiers were withdrawn from the valley on Sunday. | withdrawn | Soldiers | -
A curfew, imposed on Thursday, is in force. | imposed | - | -
She had no intention of resigning. | resigning | She | -
Maps show the danger of crossing the river. | crossing | - | the river
Ann Holm was arrested when police raided her flat. | arrested | police | Ann Holm
Ann Holm was arrested when neighbours visited her flat. | arrested | - | Ann Holm
Police fired tear gas to drive back the miners. | fired | Police | the miners
The army accused the rebels of theft, a charge that the rebels rejected. | rejected | the rebels | The army
The banker threatened to sue the paper. | threatened | The banker | the paper
The banker threatened to burn the paper. | threatened | The banker | -
The builder received a suspended sentence of two years. | received | - | The builder
The town received aid from Osta. | received | Osta | The town
The premier said that she would respect a court ruling. | respect | she | court
The chief thanked the drivers and promised that the road would be mended. | promised | The chief | the drivers
The chief told reporters and promised that the road would be mended. | promised | The chief | -
The army lent a lorry to the bakery. | lent | The army | the bakery
The offer of a boat was turned down. | offer | - | -
The offer of the rebels was turned down. | offer | the rebels | -
The firm promised that it would send engineers. | send | it | -
The rebels moved the engineers to a camp. | moved | The rebels | the engineers
The rebels seized power. | seized | The rebels | -
The rebels seized the port. | seized | The rebels | the port
Osta has advised it to leave. | advised | Osta | it
Gunmen took nine people hostage. | took | Gunmen | nine people
Commandos stormed the bank in an assault that cost two lives. | assault | Commandos | the bank
The mayor demanded help in probing the raid. | probing | - | the raid
The mayor had a part in probing the raid. | probing | The mayor | the raid
Police doubted the vote on Ann Holm's behalf. | vote | - | -
The courier, which supplies Berun with weapons, was fined. | supplies | The courier | Berun
A miner lost an eye. | lost | - | A miner
A miner lost a spoon. | lost | A miner | a spoon
Ann Holm landed with two doctors and a nurse. | landed | Ann Holm | -
Lena Orrin set up a committee of inquiry. | set up | Lena Orrin | -
The envoy was sent home a day after a raid at the port killed two dockers. | killed | - | two dockers
The envoy went home after the raid and sold two boats. | sold | The envoy | two boats
The fleet said two of its men had been shot and blamed the smugglers. | blamed | The fleet | the smugglers
The truce ended when shells hit a mill, killing two millers. | killing | - | two millers
In Osta, police fired tear gas at a crowd of miners. | fired | police | a crowd of miners
Gunmen attacked a bank in Osta. | attacked | Gunmen | a bank
The battle at Osta left two men dead. | battle | - | -
The rebels fired nine shells from the east bank. | fired | The rebels | -
Berun used its veto to kill a draft. | used its veto | Berun | a draft
Ann Holm threatened to declare a state of emergency. | threatened | Ann Holm | -
The rebels threatened the state. | threatened | The rebels | the state
Miners died of a poison made by agents. | died | Miners | -
The confession of the captain changed her mind. | confession | the captain | -
The loss of the captain changed her mind. | loss | - | the captain
The square filled a day after the council named the mayor a winner. | named | the council | the mayor
The square filled after the mayor, whom the council named, had won. | named | the council | the mayor
Osta accused the guard of firing on a boat that it was trying to stop. | stop | it | a boat
Osta accused the guard of saying that it was trying to stop. | stop | it | -
A judge ordered the release on bail of Ann Holm. | release | A judge | Ann Holm
The union's nurses treated 12 pupils, one of whom, a girl of six, died there. | died | a girl of six | -
Nurses rescued six men, one of whom died. | died | six men | -
Many were brought by bus from the villages. | brought | - | Many
Two injured men were flown by helicopter to Tolm. | flown | - | Two injured men
The mayor, who is ill, offered to resign, two aides said. | offered | The mayor | -
Masked boys hurled stones at guards. | hurled | Masked boys | guards
Two shots were aimed at the boat's engine. | aimed | - | the boat
Two shots were aimed at the mayor. | aimed | - | the mayor
The army shelled what it called a camp. | shelled | The army | a camp
The army shelled what it had seen. | shelled | The army | -
Nurses carried out the injured. | carried out | Nurses | the injured
The trader left the dock in tears, convicted of fraud. | convicted | - | The trader
The trader left the dock in tears, jailed the clerk and fled. | jailed | The trader | the clerk
The drivers have yet to be paid. | paid | - | The drivers
The premier had the rebels arrested. | arrested | The premier | the rebels
None of the guards had shot the miner. | shot | the guards | the miner
A handful tried to force the gate. | force | A handful | the gate
"The sentence is annulled," the court said. | annulled | the court | The sentence
The ministry said that the sentence was annulled. | annulled | - | the sentence
The premier promised that the rebels would be freed. | freed | The premier | the rebels
The premier feared that the rebels would be freed. | freed | - | the rebels
He asked the police for protection, which was granted in May. | granted | the police | -
He met the police under a treaty, which was granted in May. | granted | - | -
The soldiers were captured in the ambush of Orrin Pass. | ambush | - | The soldiers
The soldiers were captured in the raid of the rebels. | raid | the rebels | -
Two schools hit by the attack were closed. | attack | - | Two schools
The schools met during the attack. | attack | - | -
Holm will host Norland and Berun's foreign ministers. | host | Holm | Norland and Berun's foreign ministers
He met Oman and its ministers. | met | He | Oman + its ministers
A general strike that closed ports and schools was called off. | strike | - | -
The premiers agreed to put their pact on migrants into force. | put | The premiers | -
Workers joined the country's first strike in ten years. | strike | Workers | -
Holm, 61, accused the mayor of theft. | accused | Holm | the mayor
The mayor broke with the custom of greeting the pupils. | broke | The mayor | -
The council met on Friday at the request of Osta. | request | Osta | The council
The baker was freed at the request of Osta. | request | Osta | -
The mine kept the wage, despite two calls by the union for talks. | kept | The mine | -
Nurses handed the mayor a petition demanding that the ward be kept. | petition | Nurses | the mayor
Nurses handed the mayor a petition demanding that the ward be kept. | demanding | Nurses | the mayor
Ann Holm offered to resign, an offer that the premier declined. | offered | Ann Holm | the premier
Ann Holm offered to resign, an offer that the paper printed. | offered | Ann Holm | -
The premier resisted demands from the union that he go. | resisted | The premier | the union
The premier resisted demands from the union that he go. | demands | the union | The premier
The mayor summoned the envoy and demanded that both sailors be freed. | demanded | The mayor | the envoy
The minister instructed her diplomats to lodge a complaint. | instructed | The minister | her diplomats
The union demanded that she be freed and that the minister go. | demanded | The union | the minister
The soldiers were withdrawn from the valley. | withdrawn | The soldiers | -
The hostages were withdrawn from the valley. | withdrawn | - | The hostages
China abstained along with Oman. | abstained | China | -
Students burned an effigy of the premier. | burned | Students | the premier
The frigate fired three rounds over the bow of a Lornish trawler. | fired | The frigate | a Lornish trawler
Fans threw eggs at a van. | threw | Fans | a van
The court dropped all charges against the singer. | dropped | The court | the singer
The driver, if convicted, could be jailed. | convicted | - | The driver
Charged with fraud, Ann Holm was freed on bail. | Charged | - | Ann Holm
The mayor dismissed the police chief for misleading her. | misleading | the police chief | her
Parents lit candles in support of the teachers. | lit | Parents | the teachers
Families plan to sue both the province and the mine. | sue | Families | the province + the mine
The mayor, a widow held hostage by rebels, was freed. | held | rebels | a widow
The Bell, whose offices were raided and whose computers were seized, won. | raided | - | The Bell
The Bell, whose offices were raided and whose computers were seized, won. | seized | - | The Bell
Bell took over from Orrin, whom Holm had fired. | fired | Holm | Orrin
The union thanked the council for defending the strikers. | defending | the council | the strikers
Editors dedicated the prize to the guard. | dedicated | Editors | the guard
The banks signed a pact in the council. | signed a pact | The banks | -
The rebels made a threat to free the prisoners. | made a threat | The rebels | the prisoners
Orrin, who refused to appear before the panel, dismissed its work. | refused | Orrin | the panel
The rebels plundered two shops. | plundered | The rebels | two shops
The rebels shouted her down. | shouted | The rebels | her
Growers in Osta and Oman thanked the council for defending them. | defending | the council | them
After days of silence, Norland admitted on Monday that a foreign ship's cook had been shot by one \
of its own guards, and apologised to his widow. | apologised | Norland | his widow
The firm confirmed the letter's existence yet sided with the bank against the union. | sided | The \
firm | the bank
The panel found that the firm had known of the leak, had fired two nurses and had lied. | fired | \
the firm | two nurses
Ann Holm, a cook who lives in Oslo with two orphans she rescued that night, was honoured. | rescued \
| she | two orphans
After Monday's arrests a dozen wives besieged the bank. | besieged | a dozen wives | the bank
The king offered the president immunity. | offered | The king | the president
The barge was boarded before dawn some nine miles east of Port Holm by guards. | boarded | guards | \
The barge
Miners shouted beneath the windows of the court that had jailed the cook. | jailed | the court | the cook
The firm is under pressure for having beaten the miners. | beaten | The firm | the miners
The road will be reopened, the mayor promised, once the miners are back. | reopened | the mayor | The road
The five nurses sent home in May are back at work. | sent home | - | The five nurses
The nurses complained of having been beaten in the cellar. | beaten | - | The nurses
The dead man was identified by his sister as Al Holm. | identified | his sister | Al Holm
Miners stormed the mill, setting fire to a row of cars. | setting | Miners | cars
The firm, which the ministry had fined in May, is bankrupt. | fined | the ministry | The firm
The report attributes the death of nine miners to the rain. | attributes | The report | -
The meeting, the first between the two mayors since May, was brief. | meeting | the two mayors | -
The council voted on Monday for his expulsion. | expulsion | The council | his
The bishop appealed for calm and for an investigation of the fire. | investigation | The bishop | -
The judge rejected a request by the mayor for an injunction against the miners. | injunction | the mayor | -
Osta has dropped an earlier request for bread. | request | Osta | -
Five robbers are to stand trial in May. | trial | - | Five robbers
The dentist, whose confession surprised the court, was fined. | confession | The dentist | -
The guards are here for the dentist's protection. | protection | - | the dentist
The mayor left a council meeting by a side door. | meeting | council | -
The strike ended after a deal, struck by a retired judge in May. | deal | a retired judge | -
The cook faces up to nine years in jail. | faces | - | The cook
Police fired tear gas and live rounds to keep the miners away. | fired | Police | the miners
Osta is to send the observers. | send | Osta | -
The treaty signed in May is void. | signed | - | -
Norlandish howitzers shelled the port. | shelled | Norlandish howitzers | the port
About 90 of the more than 400 miners who were evacuated in May had returned by Friday, against the \
advice of the mayor, who blamed the firm. | blamed | the mayor | the firm
Osta stands to lose nine million francs in aid unless it lets envoys into the affair of the nurses \
chased across the river, the council has warned. | chased | - | the nurses
Osta and Norland were the first to send congratulations, followed by Lund, while the others said \
that they had taken note. | send | Osta + Norland | congratulations
About 300 others were unaccounted for by Friday evening, the army ministry said, and it cautioned \
that the figure would rise. | cautioned | the army ministry | -
His mother says the colonel whom a panel found to have ordered the attack was promoted on Friday. | \
ordered the attack | the colonel | -
Nine miners died of their wounds in May. | died | - | Nine miners
Nine miners died of old age in May. | died | Nine miners | -
The cook buried her brother on Friday. | buried | The cook | her brother
He is suspected of having ignored two warnings from his own nurses, the later of them nine hours \
before the fire. | warnings | his own nurses | He
Lee's coalition depends on the Guild of Osta, a nationalist party that wants the country to quit \
the league altogether and has threatened to sue the bank. | threatened | the Guild of Osta | the bank
She cited calls between a cook and a clerk in Tolm, which a lawyer had described. \
| described | a lawyer | which
""".strip().splitlines()

# Sentence; a word of the predicate; the pronoun; whom it means, "-" where nobody is guessed.
PRONOUNS = """
A tailor told reporters he had called the guards. | called | he | A tailor
The man's lawyer said that he had been beaten. | beaten | he | The man
His lawyer said that he had been beaten. | beaten | he | His
The union accused the aides of leaks and blamed them. | blamed | them | the aides
The rebels met the miners, and the army shelled them. | shelled | them | -
The patrol saw a boat and sank it. | sank | it | a boat
The miners met the minister and will strike if she does not resign. | resign | she | the minister
The mayor met the minister and will strike if she does not resign. | resign | she | -
Lena Orrin, the mediator, received her. | received | her | -
Guards saw the boys, but teachers denied that they had been beaten. | beaten | they | -
President Ann Holm promised that she would pardon the drivers. | pardon | she | President Ann Holm
Miners called on her to go; the envoy, Ann Lee, has praised her. | praised | her | -
A convoy is being loaded in Osta, and it will leave on Monday. | leave | it | -
Among those killed were two nurses. | killed | those | two nurses
A judge freed the sailors after the port fined each of them. | fined | each of them | the sailors
Two days after they were seized, the miners were freed. | seized | they | the miners
The mayor dismissed the police chief for misleading her. | misleading | her | The mayor
The union thanked the council for defending it. | defending | it | The union
Growers in Osta and Oman thanked the board for defending them. | defending | them | Growers in Osta and Oman
A spokeswoman for the court said that Al Holm's trial is near; he faces nine years. | faces | he | Al Holm
In Lund, the Court of Human Rights on Friday ordered Osta to readmit nine cooks before they were expelled. \
| expelled | they | nine cooks
Three judges in Brodno found that in 2019 he had accepted a flat. | accepted | he | -
""".strip().splitlines()


@pytest.fixture(scope="module")
def reader() -> OnnxReader:
    return OnnxReader()


def seen(reader: OnnxReader, text: str, words: str) -> Seen:
    row = reader.read([text]).row(0, named=True)
    tree = tree_of(text, row)
    found = sight(tree, events(text, row, tree)).seen
    wanted = (one for one in found if words in (one.mention.text, *one.mention.text.split()))
    return next(wanted)


def shown(parties: tuple[object, ...]) -> str:
    return " + ".join(p.text for p in parties) or "-"  # type: ignore[attr-defined]


@pytest.mark.parametrize("case", CASES)
def test_who_and_whom(reader: OnnxReader, case: str) -> None:
    text, words, who, whom = case.split(" | ")
    one = seen(reader, text, words).mention
    assert (shown(one.actors), shown(one.recipients)) == (who, whom)


def test_people_in_front_of_a_verb_are_no_time(reader: OnnxReader) -> None:
    text = "On Friday tens of thousands of men, many brought in by bus, paraded through Tolm."
    assert shown(seen(reader, text, "paraded").mention.actors) == "tens of thousands of men"
    text = "Two days later, guards said, many brought in by bus paraded through Tolm."
    assert "days" not in shown(seen(reader, text, "paraded").mention.actors)


@pytest.mark.parametrize("case", PRONOUNS)
def test_whom_a_pronoun_means(reader: OnnxReader, case: str) -> None:
    text, word, pronoun, meant = case.split(" | ")
    one = seen(reader, text, word)
    both = zip(
        (*one.mention.actors, *one.mention.recipients),
        (*one.who_meant, *one.whom_meant),
        strict=True,
    )
    found = [other for party, other in both if party.text == pronoun]
    assert [text[slice(*other[:2])] if other else "-" for other in found] == [meant]


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("swatted", "swat"), ("disabled", "disable"), ("added", "add"), ("pressed", "press"),
     ("killed", "kill"), ("boycotted", "boycott")],
)  # fmt: skip
def test_a_form_is_led_back_to_its_verb(reader: OnnxReader, form: str, lemma: str) -> None:
    text = f"The miners {form} the plan."
    tree = tree_of(text, reader.read([text]).row(0, named=True))
    assert tree.lemmas[2] == lemma


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The mayor demanded help in probing the raid.", "probing", ("unclear", "future")),
        ("The council vetoed a resolution on a probe.", "probe", ("unclear", "future")),
        ("The council praised a report on a probe by Osta.", "probe", ("certain", "past")),
        ("The mayor signed a pact under which boats are to be turned back.", "turned", ("certain", "future")),
    ],
)  # fmt: skip
def test_what_is_asked_for_is_not_done(
    reader: OnnxReader, text: str, word: str, status: tuple[str, str]
) -> None:
    one = seen(reader, text, word).mention
    assert (one.certainty, one.time) == status


def test_what_is_photographed_or_wrecked_is_named(reader: OnnxReader) -> None:
    assert seen(reader, "The cook photographed a railway bridge.", "photographed").somebody == (
        True,
    )
    assert seen(reader, "The cook remembered a railway bridge.", "remembered").somebody != (True,)
