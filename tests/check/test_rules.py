"""What each rule finds, and what it lets pass."""

from tests.check.telling import asked, said, verdicts

from stemma.check import SAME, Dispute, Pointer, judged
from stemma.check.rules.dates import dates
from stemma.check.rules.deeds import deeds, names_it
from stemma.check.rules.disputed import disputed
from stemma.check.rules.figures import figures
from stemma.check.rules.names import names
from stemma.check.rules.parts import parts
from stemma.check.rules.roles import owners, roles
from stemma.check.rules.speakers import speakers
from stemma.check.rules.stances import stances
from stemma.check.rules.status import status
from stemma.check.rules.versions import versions
from stemma.check.rules.words import quotations

FALL = "A wall of the quarry fell on Tuesday and killed seven workers."


# -- figures --------------------------------------------------------------------------------------


def test_another_figure_is_shown_with_that_of_the_pile() -> None:
    found = said(figures, "The falling wall killed nine workers on Tuesday.", FALL)
    assert found == [("figure differs", "you write «nine», the pile has «seven»")]


def test_a_figure_that_one_passage_has_stands() -> None:
    assert (
        verdicts(figures, "The wall killed nine workers.", FALL, "The wall killed nine workers.")
        == []
    )


def test_a_figure_may_be_rounded_and_not_made_exact() -> None:
    exact, rounded = "The bridge carried 4,312 people.", "The bridge carried about 4,000 people."
    assert verdicts(figures, rounded, exact) == []
    assert verdicts(figures, exact, rounded) == ["figure differs"]


def test_bounds_that_point_apart_differ() -> None:
    assert verdicts(figures, "At most 80 people died.", "More than 80 people died.") == [
        "figure differs"
    ]


def test_a_figure_without_any_beside_it_is_not_found() -> None:
    assert verdicts(figures, "The wall killed 40 workers.", "The wall killed workers.") == [
        "partly supported"
    ]


# -- dates ----------------------------------------------------------------------------------------


def test_another_weekday_differs() -> None:
    found = said(dates, "A wall of the quarry fell on Friday.", FALL)
    assert found[0][0] == "date differs"
    assert "«Friday»" in found[0][1]
    assert "«Tuesday»" in found[0][1]


def test_a_weekday_and_its_date_agree() -> None:
    assert verdicts(dates, "The wall fell on May 7, 2024.", FALL) == []


def test_a_date_that_nothing_has_is_not_found() -> None:
    assert verdicts(dates, "The wall fell on Friday.", "The wall fell.") == ["partly supported"]


# -- speakers -------------------------------------------------------------------------------------


def test_another_speaker() -> None:
    found = said(
        speakers, "The wall was sound, Pavel Dorn said.", "The wall was sound, Lena Brask said."
    )
    assert found == [("other speaker", "you give it to «Pavel Dorn», the pile to «Lena Brask»")]


def test_a_surname_is_enough() -> None:
    assert (
        verdicts(
            speakers, "The wall was sound, Brask said.", "The wall was sound, Lena Brask said."
        )
        == []
    )


def test_two_people_of_one_house_are_two() -> None:
    mine, theirs = (
        f"The wall was sound, Orvik Stone director {name} said." for name in ("Ann Lee", "Bo Rask")
    )
    assert verdicts(speakers, mine, theirs) == ["other speaker"]


def test_what_is_dealt_with_is_not_said() -> None:
    assert verdicts(speakers, "Norway supported the plan.", "The plan is good, Ann Lee said.") == []


# -- quotations -----------------------------------------------------------------------------------


def test_other_words_in_marks() -> None:
    pile = '"We had to do something about it," she said.'
    found = said(quotations, '"We had to do nothing about it," she said.', pile)
    assert found == [("words differ", "you quote «nothing», the pile has «something»")]


def test_the_same_words_whatever_the_marks() -> None:
    assert (
        verdicts(quotations, "“We'll go on and on,” she said.", '"We will go on and on", she said.')
        == []
    )


def test_a_quotation_that_stands_nowhere() -> None:
    pile = "The mayor spoke for an hour."
    assert verdicts(quotations, 'The mayor said "we shall never sleep again".', pile) == [
        "partly supported"
    ]


# -- status ---------------------------------------------------------------------------------------


def test_what_is_denied_there() -> None:
    pile = "The wall was not inspected last year."
    assert verdicts(status, "The wall was inspected last year.", pile) == ["status differs"]


def test_what_is_planned_there() -> None:
    pile = "The company plans to close the quarry in May."
    assert verdicts(status, "The company closed the quarry in May.", pile) == ["status differs"]


def test_a_not_more() -> None:
    assert verdicts(status, FALL.replace("killed", "did not kill"), FALL) == ["status differs"]


def test_the_same_status_in_other_words() -> None:
    pile = "The owner denied that the wall had been inspected."
    assert verdicts(status, "The owner denies any inspection of the wall.", pile) == []


def test_what_is_over_and_what_goes_on() -> None:
    pile = "The police are investigating the fall of the wall."
    assert verdicts(status, "The police have finished their investigation.", pile) == [
        "status differs"
    ]


def test_what_some_deny_is_disputed() -> None:
    denial = "Pavel Dorn denied that inspectors measured the wall."
    found = judged(asked("Inspectors measured the wall.", "Inspectors measured the wall.", denial))
    assert [one.verdict for one in found] == ["disputed"]


# -- names, roles, deeds, parts -------------------------------------------------------------------


def test_somebody_else_is_named() -> None:
    found = said(names, "Lena Brask visited the quarry.", "Pavel Dorn visited the quarry.")
    assert found == [("other actor", "you name «Lena Brask», the pile «Pavel Dorn»")]


def test_a_country_under_another_name_is_the_same() -> None:
    assert verdicts(names, "The United Kingdom sent divers.", "The UK sent divers.") == []


def test_who_did_it_to_whom() -> None:
    found = verdicts(roles, "Dorn sued Brask on Monday.", "Brask sued Dorn on Monday.")
    assert found == ["other actor"]
    assert verdicts(roles, "Brask sued Dorn on Monday.", "Brask sued Dorn on Monday.") == []


def test_a_deed_of_which_nothing_near_tells() -> None:
    pile = "The mayor and the owner met at the quarry."
    assert verdicts(deeds, "The mayor arrested the owner at the quarry.", pile, same=0.4) == [
        "partly supported"
    ]
    assert verdicts(deeds, "The mayor arrested the owner at the quarry.", pile) == []


def test_a_part_that_nothing_tells() -> None:
    draft = "A wall fell, and divers from Chile raised a sunken steam engine."
    assert verdicts(parts, draft, FALL) == ["partly supported"]


# -- all of them ----------------------------------------------------------------------------------


def test_nothing_that_tells_the_same() -> None:
    assert [one.verdict for one in judged(asked(FALL))] == ["not in the pile"]


def test_what_comes_near_supports_in_part_at_the_most() -> None:
    found = judged(asked(FALL, FALL, same=SAME - 0.05))
    assert [one.verdict for one in found] == ["partly supported"]


def test_a_sentence_as_it_stands_is_found_without_a_flaw() -> None:
    assert judged(asked(FALL, FALL)) == []


# -- stands ---------------------------------------------------------------------------------------


def test_what_the_pile_has_somebody_deny_is_not_admitted() -> None:
    draft = "Harbour master Ewa Lind admitted that the pilots had come late."
    pile = "Harbour master Ewa Lind rejected complaints that the pilots had come late."
    assert verdicts(stances, draft, pile) == ["status differs"]
    assert verdicts(stances, pile, draft) == ["status differs"]
    assert verdicts(stances, pile, pile) == []


def test_to_deny_that_it_is_not_so_is_to_admit_it() -> None:
    draft = "Ewa Lind admitted that the pilots had not been paid."
    pile = "Ewa Lind denied that the pilots had been paid."
    assert verdicts(stances, draft, pile) == []


def test_another_speaker_takes_his_own_stand() -> None:
    draft = "Ewa Lind admitted that the pilots had come late."
    assert verdicts(stances, draft, "Tor Brask denied that the pilots had come late.") == []


# -- versions -------------------------------------------------------------------------------------

TICKETS = "The ferry line sold 1,420 tickets for the June crossing at a counter on the quay."


def test_a_version_with_another_number_disputes_it() -> None:
    other = TICKETS.replace("1,420", "1,240")
    found = said(versions, "The ferry line sold 1,240 tickets in June.", TICKETS, other)
    assert found == [
        ("disputed", "another version of this sentence has «1,420» for «1,240»"),
    ]
    assert verdicts(versions, "The ferry line sold tickets in June.", TICKETS, other) == []


def test_versions_in_other_words_count_for_the_number_that_they_have() -> None:
    spun = TICKETS.replace("sold", "issued")
    other = TICKETS.replace("1,420", "1,240")
    draft = "The ferry line sold 1,420 tickets in June."
    assert verdicts(versions, draft, spun, other) == ["disputed"]
    assert verdicts(versions, draft, TICKETS, spun, other) == []


def test_a_version_on_fewer_pages_disputes_nothing() -> None:
    these = asked("The ferry line sold 1,420 tickets.", TICKETS, TICKETS.replace("1,420", "1,240"))
    held = [these.others[0]._replace(pages=3), these.others[1]]
    assert list(versions(these._replace(others=held, near=held))) == []


def test_quoted_words_that_a_version_has_otherwise_are_disputed() -> None:
    one = '"We sell the boats before the winter is over," said Ewa Lind, who leads the ferry line.'
    other = one.replace("winter", "year")
    draft = 'Lind promised: "We sell the boats before the year is over."'
    assert verdicts(versions, draft, one, other) == ["disputed"]


# -- what was found to pass -----------------------------------------------------------------------


def test_people_with_one_surname_are_told_apart_by_their_first_names() -> None:
    pile = "Her niece, Joan Brask, told the paper that the yard had never paid a bill."
    draft = "Ewa Brask told the paper that the yard had never paid a bill."
    assert verdicts(speakers, draft, pile) == ["other speaker"]
    assert verdicts(speakers, draft.replace("Ewa Brask", "Brask"), pile) == []


def test_a_description_may_be_whom_the_pile_names() -> None:
    pile = "Ferrox Lines said in a statement that it would repair every boat."
    draft = "The company said that it would repair every boat."
    assert verdicts(speakers, draft, pile) == ["partly supported"]


def test_a_figure_that_only_a_farther_passage_has_does_not_stand() -> None:
    near, far = "The storm killed 21 people.", "At least 40 people were feared dead, police said."
    these = asked("The storm killed 40 people.", near, far)
    weak = these.others[1].like._replace(same=0.6)
    held = [these.others[0], these.others[1]._replace(like=weak)]
    (found,) = figures(these._replace(others=held, near=held))
    assert found.said == "you write «40», the pile has «21»"


def test_words_that_the_pile_lacks_are_said_to_be_missing() -> None:
    pile = '"I regret that I sold the boats," Lind said.'
    (found,) = said(quotations, 'Lind said: "I regret that I ever sold the boats."', pile)
    assert found == ("words differ", "you quote «ever», which the pile does not have")


def test_what_happened_to_his_driver_did_not_happen_to_him() -> None:
    pile = "A driver of Harbor Minister Paul Brask was charged on Monday with theft."
    draft = "Paul Brask was charged with theft."
    assert verdicts(owners, draft, pile) == ["other actor"]
    assert verdicts(owners, draft, "Brask's driver was charged with theft.") == ["other actor"]
    assert verdicts(owners, draft, pile, "Paul Brask was charged with theft on Monday.") == []
    assert verdicts(owners, draft, "Secretary of State Paul Brask was charged with theft.") == []
    assert verdicts(owners, "Brask's driver was charged with theft.", pile) == []


def test_who_is_told_of_by_what_is_his_may_have_a_name() -> None:
    pile = "Captain Ole Fisk of the Harrier was sent on leave."
    assert verdicts(owners, "The captain of the Harrier, Ole Fisk, was sent on leave.", pile) == []


def test_a_house_before_a_name_names_nobody() -> None:
    pile = "The pit was safe, Orvik Coal director Paul Brask told a news conference."
    draft = pile.replace("Paul Brask", "Ole Fisk")
    assert verdicts(speakers, draft, pile) == ["other speaker"]
    assert verdicts(speakers, pile, pile) == []


def test_who_calls_a_thing_what_it_is_speaks() -> None:
    pile = "Paul Brask of the water board called the flood, which killed nine, an act of God."
    assert verdicts(names, pile.replace("Paul Brask", "Ole Fisk"), pile) == ["other speaker"]


def test_what_went_from_one_number_to_another_is_no_range() -> None:
    pile = "The council stretched the lease of the quay from 12 years to 40."
    assert verdicts(figures, "The council stretched the lease from 12 to 40 years.", pile) == []
    assert verdicts(figures, "The council stretched the lease from 14 to 40 years.", pile) == [
        "figure differs"
    ]


def disputes(draft: str, pile: str, slot: str, value: str, other: str, at: str = "") -> list[str]:
    """What a draft is told of a value that another passage has otherwise."""
    held = asked(draft, pile)
    start = pile.index(at or value)
    where = Pointer(9, 0, 5, "Other")
    one = Dispute(slot, start, start + len(at or value), value, other, where)
    matches = [match._replace(disputes=(one,)) for match in held.others]
    return [found.said for found in disputed(held._replace(others=matches))]


def test_a_side_of_a_disagreement_is_disputed() -> None:
    pile = "Police arrested Ole Fisk in Orvik on Monday with 12 others."
    draft = "On Monday Ole Fisk was arrested by police in Orvik with 12 others."
    day = disputes(draft, pile, "date", "2024-05-06", "2024-05-07", at="Monday")
    assert day == ["another passage has «Tuesday, 7 May 2024» for «Monday»"]
    assert disputes(draft, pile, "figure", "12 others", "14 others", at="12") == [
        "another passage has «14 others» for «12»"
    ]
    assert len(disputes(draft, pile, "place", "in Orvik", "in Lund", at="arrested")) == 1
    assert len(disputes(draft, pile, "actor", "Police", "Soldiers", at="arrested")) == 1
    assert len(disputes(draft, pile, "status", "arrest", "free", at="arrested")) == 1


def test_a_draft_that_takes_no_side_is_not_disputed() -> None:
    pile = "Police said 12 people marched, the union said 40 did."
    assert disputes("Police said 12 people marched.", pile, "figure", "12", "40") == []
    assert disputes("Between 12 and 40 marched.", pile, "figure", "12", "40") == []
    other = "Ole Fisk was arrested in Orvik on Monday."
    assert (
        disputes("Ole Fisk was arrested.", other, "place", "in Orvik", "in Lund", "arrested") == []
    )


def test_what_somebody_calls_a_thing_must_be_in_the_pile() -> None:
    pile = "Lawmaker Paul Brask said the treaty was a surrender."
    assert verdicts(names_it, "Paul Brask called the treaty a triumph.", pile) == [
        "partly supported"
    ]
    assert verdicts(names_it, "Paul Brask called the treaty a surrender.", pile) == []


def test_whose_minister_somebody_is_names_him_not() -> None:
    pile = "The quay is safe, Lund's harbour minister said on Friday, and the town paid."
    assert verdicts(speakers, pile, pile.replace("Lund's", "Lund’s")) == []
