"""Words of a deed in another sense, beside the same words in their own; attacks in words; years of things."""

from collections.abc import Mapping
from typing import Any

import pytest

from stemma.events import events, sight, tree_of
from stemma.reader.model import OnnxReader

# A sentence, a word of the predicate, and its type, `-` for none.
CASES = """
The dam poses a threat to the valley. | threat | -
The minister spoke of the threat of frost. | threat | -
Reed made threats against the mayor. | threats | THREATEN
The union repeated its threat to strike. | threat | THREATEN
Demand for coal has risen. | Demand | -
Holm's demand for an inquiry was rejected. | demand | REQUEST
The speech showed his broad appeal. | appeal | -
The mayor launched an appeal for help. | appeal | REQUEST
The senator fought an uphill battle. | fought | -
The rebels fought the army. | fought | ASSAULT
Her aides left the hall. | aides | -
They demanded that each side release its prisoners. | release | RETREAT
They demanded that the judge be dismissed and that the minister resign. | resign | RETREAT
The cook, who was arrested on Monday and who was let out of jail on Friday, thanked his wife. | let | RETREAT
Officers asked who had let the men out. | let | -
Monitors were let into the mine. | let | RETREAT
The mayor let the boats sail. | let | -
Police pushed them back. | pushed | COERCE
The editor refused to tell the detectives her name. | refused | REJECT
The editor refused to give her name. | refused | -
The firm offered the use of its cranes. | offered | AGREE
The firm offered no explanation. | offered | -
His envoy offered a grim assessment. | offered | -
The board dismissed it as a stunt. | dismissed | REJECT
The board dismissed her as head of the museum. | dismissed | SANCTION
The crews voted to walk off the job. | walk | PROTEST
A letter that accuses the mayor of theft was found. | accuses | ACCUSE
Aircraft from Oman dropped 3,000 blankets and a dozen tents over the valley. | dropped | AID
Envoys met a go-between of the rebels. | met | CONSULT
The court declared the strike illegal. | strike | PROTEST
The court forbade the army to fire. | forbade | COERCE
Members unrolled a banner from the roof. | unrolled | PROTEST
She ended to applause from the benches. | applause | SUPPORT
The chamber will hold a debate on Friday. | debate | CONSULT
The town lived on student loans. | loans | -
Armed men crossed into Oman on Monday. | crossed | -
Reporters heard foul talk in the hall. | talk | -
The ministers resumed their talks with the union. | talks | CONSULT
The update adds support for video. | support | -
The union announced its support for Reed. | support | SUPPORT
Thank goodness the train came. | Thank | -
The mayor thanked the firemen. | thanked | SUPPORT
Reed helped fund the club. | helped | -
The returns would help to settle it. | help | -
The navy helped villagers rebuild the bridge. | helped | AID
Reed seized on the remark. | seized | -
Troops seized the bridge. | seized | ASSAULT
The firm fired 40 clerks. | fired | -
A miner succumbed to his burns in hospital. | succumbed | -
The ministry succumbed to pressure from the unions. | succumbed | CONCEDE
The rebels fired rockets at the port. | fired | ASSAULT
Tax cuts would hurt farmers. | hurt | -
The gunman hurt two teachers. | hurt | ASSAULT
The president hopes to eliminate fraud. | eliminate | -
A jar labeled "salt" stood on the shelf. | labeled | -
The union labeled the minister a liar. | labeled | ACCUSE
The advert was directed at voters. | directed | -
The country met its target. | met | -
Holm met the farmers on Monday. | met | CONSULT
The mayor takes over on Friday. | takes | -
The firm demonstrated a new telephone. | demonstrated | -
Thousands demonstrated in the capital. | demonstrated | PROTEST
Reed offered no proof. | offered | -
The layout offers access to music. | offers | -
Reed hopes to win the presidency. | win | -
The government cut taxes. | cut | -
A law requires drivers to pay a fee. | requires | -
The court required the firm to pay a fine. | required | REQUEST
The survey contradicts the minister. | contradicts | -
The firm released a report on Monday. | released | -
The guards released two prisoners. | released | RETREAT
Holm launched a shop. | launched | -
The rebels launched missiles at the port. | launched | ASSAULT
The embassy is to reopen on Friday. | reopen | -
The bank charged customers a fee. | charged | -
Prosecutors charged two men. | charged | ACCUSE
Accusations were levelled at the mayor. | levelled | -
The doctors treated nine wounded men. | treated | AID
The paper asked how pupils are treated. | treated | -
The ruling slapped the minister in the face. | slapped | -
Holm called the mayor a liar. | called | ACCUSE
Holm called the mayor a friend. | called | -
Reed described Holm as a disgrace. | described | ACCUSE
Two papers filed a motion to open the records. | filed | REQUEST
Lawmakers rip the mayor. | rip | ACCUSE
The planes can fly to Oman. | fly | -
The minister flew to Oman on Monday. | flew | CONSULT
Mara Holm attacked Jon Reed in a speech on Monday. | attacked | ACCUSE
Senator Holm attacked the newspapers. | attacked | ACCUSE
Holm repeated his attacks on the judge. | attacks | ACCUSE
A man attacked the judge with an axe. | attacked | ASSAULT
The army attacked the town. | attacked | ASSAULT
Rebels attacked the mayor in his car. | attacked | ASSAULT
The charity hopes to help pupils. | help | AID
Clara Wend is likely to put her coat on. | put | -
The envoy worked for the firm while she lived in Oman. | worked | -
The union called on President Holm not to sign the law. | called | REQUEST
The minister asked for the arrangement to be ended. | asked | REQUEST
Officers beat some of them with batons. | beat | ASSAULT
Residents complained to the mayor that soldiers had taken the flour. | complained | ACCUSE
The smuggler was led off the ship in handcuffs. | led | COERCE
The builder testified against the mayor. | testified | ACCUSE
Parliament voiced confidence in the minister. | voiced | SUPPORT
The council voted against the plan. | voted | REJECT
The council voted on Monday. | voted | -
Holm held out against the merger for a week. | held | REJECT
A judge is looking into the theft. | looking | ACCUSE
The girl looked into the camera. | looked | -
The colonel told his men to leave the bridge. | told | REQUEST
The colonel told reporters that he was tired. | told | -
Four teachers were held for spying. | held | COERCE
The vote was held on Monday. | held | -
Soldiers have set up checkpoints on the road. | set | COERCE
The pupils set up a stall on the road. | set | -
Police cleared the square. | cleared | COERCE
The waiter cleared the table. | cleared | -
The families were flown out by the navy. | flown | AID
The crew trained its guns on the launch. | trained | THREATEN
The sergeant is to be tried in May. | tried | ACCUSE
The cook tried the soup. | tried | -
The convoy came under fire near Port Holm. | came | ASSAULT
Two smugglers received nine years for murder. | received | SANCTION
The minister laid the deaths at the door of the union. | laid | ACCUSE
The girl laid flowers at the door of the church. | laid | -
The senator took the mayor's side. | took | SUPPORT
The baker took the left side of the road. | took | -
Rebels took control of the airport. | took | COERCE
Marchers unfurled a banner outside the ministry. | unfurled | PROTEST
Police answered with tear gas. | answered | ASSAULT
The clerk answered with a smile. | answered | -
Women lay down in front of the trucks. | lay | PROTEST
Holm complained of insults. | complained | ACCUSE
Holm complained of a headache. | complained | -
The union insisted that the case be closed. | insisted | REQUEST
The union insisted that the case was closed. | insisted | -
Norvane accepted on Sunday. | accepted | AGREE
The mayor declined. | declined | REJECT
Wheat prices declined. | declined | -
The Reform Party left the coalition. | left | RETREAT
The court threw the lawsuit out. | threw | REJECT
The ministry put off the visit of the monitors. | put | CONCEDE
The president cancelled a visit to Port Holm. | cancelled | REJECT
The two captains were let out on Friday. | let | RETREAT
Parliament backed the dispatch of the frigates. | backed | SUPPORT
The minister dismissed the findings as nonsense. | dismissed | REJECT
The minister dismissed two generals. | dismissed | SANCTION
The kingdom announced a travel ban on five officers. | ban | SANCTION
Nobody told us what to do. | told | -
The general called the arrests an act of piracy. | called | ACCUSE
The Security Council will meet on Monday. | meet | CONSULT
A search of the harbour office followed. | search | COERCE
The search for survivors went on. | search | -
""".strip().splitlines()

# A sentence, a word of the predicate, who does it and to whom; `-` for nobody.
SIDES = """
Palmer called on Reed to stop selling shares. | selling | Reed | -
Mara Palmer shot and killed Jon Holm on Friday. | shot | Mara Palmer | Jon Holm
Jon Holm was shot and killed by a guard. | shot | a guard | Jon Holm
She spent 15 years under house arrest. | arrest | - | -
""".strip().splitlines()


@pytest.fixture(scope="module")
def reader() -> OnnxReader:
    return OnnxReader()


def _row(reader: OnnxReader, text: str) -> Mapping[str, Any]:
    return reader.read([text]).row(0, named=True)


@pytest.mark.parametrize("case", CASES)
def test_senses(reader: OnnxReader, case: str) -> None:
    text, word, kind = case.split(" | ")
    found = [one.type for one in events(text, _row(reader, text)) if word in one.text.split()]
    assert found in ([None if kind == "-" else kind], [] if kind == "-" else [kind])


@pytest.mark.parametrize("case", SIDES)
def test_sides(reader: OnnxReader, case: str) -> None:
    text, word, who, whom = case.split(" | ")
    one = next(one for one in events(text, _row(reader, text)) if word in one.text.split())
    assert "; ".join(party.text for party in one.actors) in (who, "" if who == "-" else who)
    if whom != "-" or who == "-":
        assert "; ".join(party.text for party in one.recipients) == ("" if whom == "-" else whom)


YEARS = """
The paper published portions of the returns from 1995. | published | 1995 | no
The paper received the 1995 income tax filings. | received | 1995 | no
The firm published a report in 1995. | published | 1995 | yes
""".strip().splitlines()


@pytest.mark.parametrize("case", YEARS)
def test_the_year_of_a_thing_is_not_that_of_the_deed(reader: OnnxReader, case: str) -> None:
    text, word, year, own = case.split(" | ")
    at = text.index(year)
    row = _row(reader, text)
    seen = sight(tree_of(text, row), events(text, row)).seen
    spans = [span for one in seen if word in one.mention.text.split() for span in one.when]
    assert any(first <= at < last for first, last in spans) == (own == "yes")
