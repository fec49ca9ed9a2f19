"""Polarity, certainty, time and voices: invented sentences, apart from those that measure the rules."""

import pytest

from stemma.events import status
from stemma.reader.model import OnnxReader

# Sentence with [the predicate]; polarity; certainty; time; voices, outer to inner, "-" for none.
CASES = """
The firm refuted having [received] the letter. | - | certain | past | !The firm
The firm disputed [taking] the money. | - | certain | past | !The firm
The firm denied the claim, [selling] the mill all the same. | + | certain | past | -
The navy [shelled] the port. | + | certain | past | -
Loyal troops [retook] the port after four hours. | + | certain | past | -
The two were killed not by rebels but by soldiers, who [shelled] the port. | + | certain | past | -
The two were [killed] not by rebels but by soldiers of the crown. | + | certain | past | -
The council voted to [reject] the accord. | + | certain | past | -
The miners marched through the town to [demand] a recount. | + | certain | past | -
The guards used a ram to [break] the gate. | + | certain | past | -
The miners insist that the case be [closed]. | + | unclear | future | The miners
The king will answer by [calling] up his reserves. | + | certain | future | -
The mayor could be sent to prison and [lose] his post. | + | possible | future | -
The king invited the envoys to a [summit] in the port. | + | unclear | future | -
Two men were held for [spying] on the fleet. | + | possible | past | -
That may take long, as the deputies [left] on Friday. | + | certain | past | -
The navy did not [shell] the port. | - | certain | past | -
Two states abstained, but neither [used] its veto. | - | certain | past | -
The unions have [called] a strike for 4 May. | + | probable | future | -
The unions have [called] a strike for higher pay. | + | certain | past | -
The union called for a day of [protest] on Friday. | + | unclear | future | The union
The court, whose judges are to [hear] the unions, is in the port. | + | certain | future | -
The [talks] collapsed after an hour. | + | certain | past | -
The [talks] collapsed before they had begun. | - | certain | past | -
The [deal] collapsed on Monday. | - | certain | past | -
The council will take up the [attack] on Wednesday. | + | certain | past | -
The mayor said the market would be [rebuilt] where it stood. | + | certain | future | The mayor
The court struck down a law [banning] the march. | - | certain | past | -
The court praised a law [banning] the march. | + | certain | past | -
The navy has not [shelled] the port. | - | certain | past | -
The steps could include [indicting] the mayor. | + | possible | future | -
The steps included [indicting] the mayor. | + | certain | past | -
The navy never [shelled] the port. | - | certain | past | -
The navy will [shell] the port. | + | certain | future | -
The navy will not [shell] the port. | - | certain | future | -
The navy is [shelling] the port. | + | certain | present | -
He claimed that the navy had [shelled] the port, a charge which she denied. | - | certain | past | !she
The admiral brushed aside reports that the navy had [shelled] the port. | - | certain | past | !The admiral
Sailors expect a second [storm] on Friday. | + | probable | future | Sailors
The mayor would have preferred a [recount]. | + | unclear | future | -
The [meeting] planned for 5 June is in doubt. | + | probable | future | -
The two will meet on 14 July to [sign] a treaty. | + | probable | future | -
The tunnel ought to [open] on Friday. | + | probable | future | -
The mast was among the first things to [fall]. | + | certain | past | -
Neither of them had [spoken] to the court. | - | certain | past | -
The firm is selling 30 boats, none of them new, and has [asked] for help. | + | certain | past | -
The navy may [shell] the port. | + | possible | future | -
The navy may have [shelled] the port. | + | possible | past | -
The navy might not [shell] the port. | - | possible | future | -
The navy must have [shelled] the port. | + | probable | past | -
The navy would have [shelled] the port. | - | certain | past | -
The navy refused to [shell] the port. | - | certain | past | -
The navy failed to [shell] the port. | - | certain | past | -
The navy managed to [shell] the port. | + | certain | past | -
The navy began [shelling] the port. | + | certain | past | -
The navy stopped short of [shelling] the port. | - | certain | past | -
The navy tried to [shell] the port. | - | certain | past | -
The navy avoided [shelling] the port. | - | certain | past | -
The storm prevented the navy from [shelling] the port. | - | certain | past | -
The navy was kept from [shelling] the port. | - | certain | past | -
The navy plans to [shell] the port. | + | probable | future | -
The navy promised not to [shell] the port. | - | probable | future | -
The navy threatened to [shell] the port. | + | possible | future | -
The navy is expected to [shell] the port. | + | probable | future | -
The navy is likely to [shell] the port. | + | probable | future | -
The navy is ready to [shell] the port. | + | possible | future | -
The navy is going to [shell] the port. | + | certain | future | -
The navy was to have [shelled] the port. | - | certain | past | -
The navy has yet to [shell] the port. | - | certain | past | -
The navy ought to have [shelled] the port. | - | certain | past | -
The navy could not [shell] the port. | - | certain | past | -
The navy was too weak to [shell] the port. | - | certain | past | -
The navy sailed home instead of [shelling] the port. | - | certain | past | -
The navy left without [shelling] the port. | - | certain | past | -
The navy almost [shelled] the port. | - | certain | past | -
The number of boats has nearly [doubled] to 90. | + | certain | past | -
The navy apparently [shelled] the port. | + | probable | past | -
The navy allegedly [shelled] the port. | + | possible | past | -
Nobody [shelled] the port. | - | certain | past | -
Neither fleet [shelled] the port. | - | certain | past | -
If the navy [shells] the port, the town will burn. | + | possible | future | -
Unless the town yields, the navy will [shell] the port. | + | possible | future | -
Did the navy [shell] the port? | + | unclear | past | -
It is unclear whether the navy [shelled] the port. | + | unclear | past | -
The minister said that the navy [shelled] the port. | + | certain | past | The minister
The navy [shelled] the port, the minister said. | + | certain | past | the minister
The minister denied that the navy had [shelled] the port. | - | certain | past | !The minister
The minister said the navy would [shell] the port. | + | certain | future | The minister
The minister said a nurse claimed that the navy [shelled] it. | + | certain | past | The minister > a nurse
According to the minister, the navy [shelled] the port. | + | certain | past | the minister
The plot to [shell] the port failed. | - | certain | past | -
The minister could not say if the navy had [shelled] the port. | + | unclear | past | -
Nobody knows whether the navy [shelled] the port. | + | unclear | past | -
The law would have taxed oil and [banned] the port. | - | certain | past | -
The navy will shell and [burn] the port. | + | certain | future | -
The motion would have condemned the [raid]. | + | certain | past | -
The envoy seeks to prevent more [raids]. | + | possible | future | -
The council will debate last week's [raid]. | + | certain | past | -
The minister denied that it was a raid in which people were [hurt]. | + | certain | past | -
The navy broke a promise to [leave] the port. | - | certain | past | -
The navy did not [leave] the port until May. | + | certain | past | -
The navy's bid to [shell] the port came to nothing. | - | certain | past | -
The navy abandoned its plan to [shell] the port. | - | certain | past | -
The navy's failure to [shell] the port cost it the war. | - | certain | past | -
The navy had planned to [shell] the port but did not. | - | certain | past | -
The navy had threatened to [shell] the port and did so. | + | certain | past | -
The navy decided against [shelling] the port. | - | certain | past | -
The navy came close to [shelling] the port. | - | certain | past | -
The navy is unlikely to [shell] the port. | - | probable | future | -
The navy is said to have [shelled] the port. | + | probable | past | -
The navy sailed out in order to [shell] the port. | + | possible | future | -
The ministry would not say whether the navy had [shelled] the port. | + | unclear | past | -
Nobody could say if the navy had [shelled] the port. | + | unclear | past | -
Reports that the navy had [shelled] the port proved false. | - | certain | past | -
The minister rejected claims that the navy had [shelled] the port. | - | certain | past | !The minister
The minister told the navy to [shell] the port. | + | unclear | future | The minister
"We will [shell] the port," the admiral vowed. | + | certain | future | the admiral
"[Shell] the port." | + | unclear | future | -
The admiral claims to have [shelled] the port. | + | certain | past | The admiral
In the event of a [shelling], the port will close. | + | possible | future | -
The [shelling] was called off. | - | certain | past | -
The port was spared a [shelling]. | - | certain | past | -
The minister urged the navy to [shell] the port. | + | unclear | future | The minister
There was no [attack] on the port. | - | certain | past | -
No [attack] took place. | - | certain | past | -
The [attack] did not take place. | - | certain | past | -
The [visit] was cancelled. | - | certain | past | -
The premier cancelled the [visit]. | - | certain | past | -
The planned [visit] will please the town. | + | probable | future | -
The alleged [attack] angered the town. | + | possible | past | -
The navy called for an [attack]. | + | unclear | future | The navy
The premier will hold [talks] with the rebels. | + | certain | future | -
The premier [welcomed] the verdict without joy. | + | certain | past | -
The premier left without a single [meeting]. | - | certain | past | -
The mayor [claimed] the seat with barely half of the votes counted. | + | certain | past | -
Hardly anyone [voted] in the hills. | - | certain | past | -
Had the dam not [burst], the town would have stayed dry. | + | certain | past | -
The guards should not have [opened] the gate. | + | certain | past | -
The guards should have [opened] the gate. | - | certain | past | -
The two are to [meet] on Friday, unless the road is shut. | + | certain | future | -
The two will [meet] on Friday if the road is open. | + | possible | future | -
The minister rejected [calls] for his resignation. | + | certain | past | -
The senate rejected a [ban] on fishing. | - | certain | past | -
The bishop was the first to [congratulate] her. | + | certain | past | -
The deputies want to know why the warning was [ignored]. | + | certain | past | The deputies
The general gave the rebels two days to [leave]. | + | unclear | future | -
The banker is to go on [trial] in May. | + | certain | future | -
Asked about the [raid], the mayor shrugged. | + | certain | past | -
The police declined to confirm that the men had [escaped]. | + | possible | past | -
The envoys will decide on [sanctions] on Monday. | + | possible | future | -
The yard hopes to [deliver] the ship by July. | + | probable | future | -
The yard hopes to [deliver] the ship. | + | possible | future | -
The expulsion will not be reversed, and the [expulsion] was harsh. | + | certain | past | -
The [expulsion] of the envoys will not be reversed. | + | certain | past | -
The firm is due to sail on Monday, and Oman [delivered] the boats. | + | certain | past | -
The ministry held the rebels guilty, [recalling] its envoys. | + | certain | past | -
The owner denied in a call to the paper that anyone had been [beaten]. | - | certain | past | !The owner
Officials denied a report that the banker had [applied] for asylum. | - | certain | past | !Officials
The minister withdrew the claim that the fleet had [shelled] the port. | - | certain | past | !The minister
The society pointed to accounts of [beatings]. | + | possible | past | -
The mayor said that she would [appoint] a judge to look into it. | + | certain | future | The mayor
An [exchange] of prisoners was discussed. | + | possible | future | -
The [attack] of last week was discussed. | + | certain | past | -
The premier will speak at the [funeral]. | + | certain | future | -
The premier spoke at the [funeral]. | + | certain | past | -
The premier will answer the [attack]. | + | certain | past | -
"Are we [leaving]? No," she said. | - | certain | present | she
Navy [shells] port | + | certain | past | -
Minister to [visit] port | + | certain | future | -
Russet fleet may [shell] port | + | possible | future | -
""".strip().splitlines()


@pytest.fixture(scope="module")
def reader() -> OnnxReader:
    return OnnxReader()


@pytest.mark.parametrize("case", CASES)
def test_status(reader: OnnxReader, case: str) -> None:
    marked, polarity, certainty, time, voices = case.split(" | ")
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = status(text, reader.read([text]).row(0, named=True), start, end)
    assert (found.polarity[0], found.certainty, found.time) == (
        {"+": "p", "-": "n"}[polarity],
        certainty,
        time,
    ), found.how
    assert (" > ".join(found.sources) or "-") == voices


def test_what_is_willed_is_told_from_what_is_doubted(reader: OnnxReader) -> None:
    text = "The navy plans to shell the port."
    assert status(text, reader.read([text]).row(0, named=True), 18, 23).intended
    text = "The navy may shell the port."
    assert not status(text, reader.read([text]).row(0, named=True), 13, 18).intended


def test_no_predicate_at_all(reader: OnnxReader) -> None:
    assert status("", reader.read([""]).row(0, named=True), 0, 0).polarity == "positive"
