"""What looks alike and is not one, and what looks different and is: on invented articles."""

import pytest
from tests.actors.telling import cast, who, why

HARBOUR = """The Danish foreign minister, Lars Holmgren, met Mira Olsen in Paris on Monday.
Holmgren said the harbour would open in May."""


def test_a_surname_is_its_bearer_and_says_why() -> None:
    found = cast(HARBOUR)
    assert who(found, "Holmgren") == ["Lars Holmgren"]
    assert why(found, "Holmgren") == ["surname of Lars Holmgren, the only one in the story"]


def test_a_surname_in_another_article_of_the_story() -> None:
    found = cast(HARBOUR, "Olsen left Paris on Tuesday.")
    assert who(found, "Olsen") == ["Mira Olsen"]


def test_two_people_of_one_surname() -> None:
    found = cast(
        "Bill Marlow opened the bridge. / Helen Marlow stayed at home.\nMarlow was not asked."
    )
    assert who(found, "Marlow") == [None]
    assert "Bill Marlow or Helen Marlow" in why(found, "Marlow")[0]


def test_mr_and_mrs_tell_two_of_one_surname_apart() -> None:
    found = cast(
        "Mr Bill Marlow opened the bridge. / Mrs Helen Marlow stayed at home.\n"
        "Mrs Marlow was not asked.\nMr Marlow was."
    )
    assert who(found, "Mrs Marlow") == ["Helen Marlow"]
    assert who(found, "Mr Marlow") == ["Bill Marlow"]


def test_a_man_and_a_woman_of_one_surname_without_first_names() -> None:
    found = cast("Mr Marlow opened the bridge.\nMrs Marlow stayed at home.\nMarlow slept.")
    (he,), (she,) = who(found, "Mr Marlow"), who(found, "Mrs Marlow")
    assert he == she == "Marlow"
    assert len({m.actor_id for m in found.mentions if m.text.startswith("Mr")}) == 2
    assert who(found, "Marlow") == [None]


def test_father_and_son() -> None:
    found = cast("John Marlow Sr. spoke on Monday.\nJohn Marlow Jr. spoke on Tuesday.")
    people = [actor for actor in found.actors if actor.kind == "person"]
    assert len(people) == 2


def test_one_name_in_two_spellings() -> None:
    found = cast("Sergei Petrenko spoke.\nSergey Petrenko left.\nSergey Petrenko slept.")
    (actor,) = [actor for actor in found.actors if actor.kind == "person"]
    assert actor.name == "Sergey Petrenko"
    assert actor.aliases == ("Sergei Petrenko",)


def test_a_swap_of_the_pile_joins_two_forms_of_a_name() -> None:
    texts = ("Wiktor Galkin spoke in Vienna.", "Viktoras Galkin spoke in Vienna.")
    assert len([a for a in cast(*texts).actors if a.kind == "person"]) == 2
    swapped = {frozenset(("wiktor", "viktoras"))}
    assert len([a for a in cast(*texts, swapped=swapped).actors if a.kind == "person"]) == 1


# -- countries, capitals, houses --------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["Denmark", "The Kingdom of Denmark", "Danish", "Copenhagen", "The Danish government"],
)
def test_what_a_country_is_called(text: str) -> None:
    found = cast(
        "Denmark refused to sign the treaty.\nThe Kingdom of Denmark refused to sign the treaty.\n"
        "The Danish ships left.\nCopenhagen said on Monday that it would not sign.\n"
        "The Danish government said the treaty was unfair."
    )
    assert who(found, text) == ["Denmark"] * (2 if text == "Danish" else 1)
    (country,) = [actor for actor in found.actors if actor.kind == "country"]
    assert country.country == "DNK"
    assert country.sector is None


def test_a_capital_where_things_happen_is_a_place() -> None:
    found = cast("The ministers met in Oslo on Friday.\nOslo rejected the plan.")
    assert who(found, "Oslo") == ["Oslo", "Norway"]


@pytest.mark.parametrize(
    "text", ["the U.S.", "the USA", "the United States", "The United States of America"]
)
def test_forms_of_one_country(text: str) -> None:
    found = cast(
        f"Canada spoke with {text} about fish." if text[0] == "t" else f"{text} spoke about fish."
    )
    assert who(found, text) == ["United States"]


def test_us_is_a_country_and_us_is_not() -> None:
    found = cast("The US offered help.\nThey told us that help would come.")
    assert who(found, "The US") == ["United States"]
    assert who(found, "us") == []


def test_official_and_spun_names_are_one() -> None:
    found = cast("Syrian Arab Republic signed it.\nSyria signed it.\nRepublic of Korea did not.")
    assert {a.name for a in found.actors if a.kind == "country"} == {"Syria", "South Korea"}


def test_two_countries_of_one_word_are_two() -> None:
    found = cast("North Korea tested a rocket.\nSouth Korea protested.\nThe Korean border closed.")
    assert {a.name for a in found.actors if a.kind == "country"} == {"North Korea", "South Korea"}
    assert who(found, "Korean") == []


def test_georgia_is_the_country_only_where_something_says_so() -> None:
    state = cast("The bus left for Georgia on Monday.")
    assert [(a.kind, a.country) for a in state.actors if a.name == "Georgia"] == [("place", None)]
    country = cast("The bus left for Georgia on Monday.\nThe Georgian police stopped it.")
    found = [(a.kind, a.country) for a in country.actors if a.name == "Georgia"]
    assert found == [("country", "GEO")]


def test_washington_the_man_the_city_and_the_government() -> None:
    found = cast(
        "Denise Washington opened the museum in Washington.\nMs Washington thanked the city.\n"
        "Washington accused Denmark of breaking the treaty."
    )
    assert who(found, "Ms Washington") == ["Denise Washington"]
    city, government = (m for m in found.mentions if m.text == "Washington")
    assert city.actor_id != government.actor_id
    assert who(found, "Washington")[0] == "Washington"


@pytest.mark.parametrize("house", ["the White House", "the Pentagon"])
def test_a_house_of_government(house: str) -> None:
    found = cast(f"On Monday {house} said the ships would sail.")
    (actor,) = [a for a in found.actors if a.name.lower() in house.lower()]
    assert (actor.kind, actor.country, actor.sector) == ("organisation", "USA", "GOV")
    assert [m.kind for m in found.mentions if m.text == house] == ["house"]


def test_the_people_of_a_country_are_a_group() -> None:
    found = cast("The Danes voted on Sunday.\nDanes like the sea.\nDanish ships left.")
    groups = [a for a in found.actors if a.kind == "group"]
    assert [(a.country, a.carriers) for a in groups] == [("DNK", 1)]


# -- bodies -------------------------------------------------------------------------------------------


def test_ministries_of_two_countries() -> None:
    found = cast(
        "The Danish Defence Ministry sent ships.\nThe Norwegian Defence Ministry sent planes."
    )
    ministries = [a for a in found.actors if "Ministry" in a.name]
    assert {a.country for a in ministries} == {"DNK", "NOR"}


def test_a_minister_is_no_ministry() -> None:
    found = cast(
        "The Norwegian Defence Ministry sent planes.\nNorwegian Defence Minister Kari Dahl flew."
    )
    sorts = {a.name: a.kind for a in found.actors}
    assert sorts["Kari Dahl"] == "person"
    assert len({m.actor_id for m in found.mentions if "Defence" in m.text}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The Organisation for the Protection of Rivers (OPR) sent experts.",
        "The Organisation for the Protection of Rivers sent experts.",
    ],
)
def test_initials_stand_for_a_body(text: str) -> None:
    found = cast(f"{text}\nThe OPR found no poison.")
    (actor,) = [a for a in found.actors if a.kind == "organisation"]
    assert actor.name == "Organisation for the Protection of Rivers"
    assert "OPR" in actor.aliases


def test_british_and_american_spelling_of_a_body() -> None:
    found = cast(
        "The Organisation for the Protection of Rivers sent experts.\n"
        "The Organization for the Protection of Rivers sent boats."
    )
    assert len([a for a in found.actors if a.kind == "organisation"]) == 1


def test_the_united_nations_is_of_no_country() -> None:
    found = cast("The United Nations sent food.\nThe U.N. sent water.\nThe UN sent tents.")
    (actor,) = found.actors
    assert (actor.name, actor.sector, actor.country) == ("United Nations", "IGO", None)


def test_a_tower_with_a_name_is_no_man() -> None:
    found = cast("Gregory Miller spoke on Monday.\nThe guests met at Miller Tower on Tuesday.")
    (tower,) = [a for a in found.actors if "Tower" in a.name]
    assert tower.kind in ("place", "organisation")
    assert who(found, "Gregory Miller") == ["Gregory Miller"]


def test_forces_of_a_man_are_not_the_man() -> None:
    found = cast("President Omar Hadad spoke on Monday.\nThe Hadad forces left the town.")
    (president,) = [a for a in found.actors if a.name == "Omar Hadad"]
    forces = [m for m in found.mentions if m.text.endswith("forces")]
    assert forces
    assert all(m.actor_id != president.id for m in forces)


def test_the_government_of_a_man_is_a_body() -> None:
    found = cast(
        "President Ann Bexley spoke on Monday.\nThe Bexley administration refused.\n"
        "Bexley's administration said no more."
    )
    (body,) = [a for a in found.actors if "administration" in a.name]
    assert (body.kind, body.sector) == ("organisation", "GOV")
    assert "Ann Bexley" in who(found, "Bexley")


def test_an_agency_is_a_medium() -> None:
    found = cast("The ship sank, the Northern Times reported.", media=frozenset({("opx",)}))
    assert [a.sector for a in found.actors if a.kind == "media"] == ["JRN"]


def test_a_channel_is_a_medium_whatever_its_name() -> None:
    found = cast("He spoke to the television channel Nordlys on Monday.\nNordlys television left.")
    assert {a.kind for a in found.actors} == {"media"}


def test_what_things_happen_in_is_a_place() -> None:
    found = cast(
        "Water rose in Karvel on Monday.\nIn the town of Karvel a dam broke.\nKarvel slept."
    )
    assert {(a.name, a.kind) for a in found.actors} == {("Karvel", "place")}


def test_a_country_of_which_the_reader_knows_nothing_is_no_person() -> None:
    found = cast(
        "Lars Holmgren called the foreign minister of Orvelia.\nThe prime minister of Orvelia left.\n"
        "Orvelia rejected the plan."
    )
    assert ("Orvelia", "place") in {(a.name, a.kind) for a in found.actors}


# -- titles ---------------------------------------------------------------------------------------------


def test_a_title_alone_is_its_only_bearer() -> None:
    found = cast(HARBOUR + "\nThe foreign minister left on Tuesday.")
    assert who(found, "The foreign minister") == ["Lars Holmgren"]
    assert "the only one with it in the story" in why(found, "The foreign minister")[0]


def test_a_title_that_two_have_is_nobodys_unless_the_country_tells() -> None:
    found = cast(
        "Danish President Lars Holmgren spoke.\nNorwegian President Kari Dahl spoke.\n"
        "The president left.\nThe Norwegian president stayed."
    )
    assert who(found, "The president") == [None]
    assert "may mean" in why(found, "The president")[0]
    assert who(found, "The Norwegian president") == ["Kari Dahl"]


def test_a_deputy_is_not_the_minister() -> None:
    found = cast(
        "Danish Deputy Foreign Minister Lars Holmgren spoke.\nThe Danish foreign minister slept."
    )
    assert who(found, "The Danish foreign minister") != ["Lars Holmgren"]


def test_a_minister_is_no_prime_minister() -> None:
    found = cast("Prime Minister Lars Holmgren spoke on Monday.\nThe minister left on Tuesday.")
    assert who(found, "The minister") != ["Lars Holmgren"]


def test_a_name_before_a_title_between_commas() -> None:
    found = cast("The questions were for Ulla Greve, the head of the accident board, who smiled.")
    (actor,) = [a for a in found.actors if a.kind == "person"]
    assert (actor.name, actor.titles) == ("Ulla Greve", ("head of the accident board",))


def test_a_list_is_no_apposition() -> None:
    found = cast("They met Ulla Greve, the mayor and Peter Moser on Monday.")
    assert who(found, "the mayor") != ["Ulla Greve"]


def test_the_leader_of_a_country_is_its_president() -> None:
    found = cast("Danish President Lars Holmgren spoke.\nThe Danish leader left on Tuesday.")
    assert who(found, "The Danish leader") == ["Lars Holmgren"]


def test_a_former_office_is_told_apart() -> None:
    found = cast("Former Danish Prime Minister Lars Holmgren spoke on Monday.")
    (actor,) = [a for a in found.actors if a.kind == "person"]
    assert (actor.country, actor.sector) == ("DNK", "ELI")


def test_titles_over_time_are_all_kept() -> None:
    found = cast(
        "Finance Minister Kari Dahl spoke in May.\nPrime Minister Kari Dahl spoke in June."
    )
    (actor,) = [a for a in found.actors if a.kind == "person"]
    assert set(actor.titles) == {"Finance Minister", "Prime Minister"}
    assert actor.sector == "GOV"


def test_an_apposition_tells_a_title() -> None:
    found = cast("Harry Kovac, director of the Institute of Tides, said the sea was rising.")
    (actor,) = [a for a in found.actors if a.kind == "person"]
    assert actor.titles == ("director of the Institute of Tides",)
    assert actor.sector is None


def test_an_envoy_is_not_of_the_country_that_he_is_sent_to() -> None:
    found = cast("UN Special Envoy for Syria Stefan Moser spoke on Monday.")
    (actor,) = [a for a in found.actors if a.kind == "person"]
    assert (actor.country, actor.sector) == (None, "IGO")


def test_an_unnamed_official_is_nobody() -> None:
    found = cast("A senior Danish official said so.\nA senior Danish official denied it.")
    assert who(found, "A senior Danish official") == [None, None]
    assert set(why(found, "A senior Danish official")) == {"unnamed"}


def test_officials_of_a_country_are_a_group() -> None:
    found = cast("Danish officials said so.\nLater Danish officials denied it.")
    (group,) = [a for a in found.actors if a.kind == "group"]
    assert (group.country, group.sector) == ("DNK", "GOV")


def test_a_firm_is_called_by_the_first_word_of_its_name() -> None:
    found = cast(
        "Ferrox Lines said on Monday it would buy ten ships.",
        "Shares of Ferrox fell. / Ferrox did not say why.",
    )
    assert set(who(found, "Ferrox")) == {"Ferrox Lines"}


def test_a_place_is_not_the_paper_or_the_firm_that_is_named_after_it() -> None:
    found = cast(
        "Tarnholm Bank said it would close. / The bridge in Tarnholm was shut. / Tarnholm slept."
    )
    assert "Tarnholm Bank" not in who(found, "Tarnholm")


def test_two_firms_that_begin_alike_have_no_short_name() -> None:
    found = cast("Ferrox Lines sued Ferrox Steel on Monday. / Shares of Ferrox fell on the news.")
    assert not {"Ferrox Lines", "Ferrox Steel"} & set(who(found, "Ferrox"))


def test_her_lawyer_is_not_whoever_is_a_lawyer() -> None:
    found = cast(
        "Bill Marlow's lawyer, Tor Brask, spoke first.\n"
        "Dr. Helen Olsen said through her lawyer that she had seen nothing."
    )
    assert who(found, "her lawyer") == [None]
    assert "whose lawyer" in why(found, "her lawyer")[0]
