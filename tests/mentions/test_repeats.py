from __future__ import annotations

from tests.mentions.reading import read
from tripoint.model import MentionKind

ACTOR, PERSON = MentionKind.ACTOR, MentionKind.PERSON


def test_a_government_and_its_country_are_one_state() -> None:
    found = read("Kenya sent aid. The Kenyan government then sent more, and Nairobi said so.")
    assert found.meant("Kenyan government").candidate_id == found.meant("Nairobi").candidate_id == "actor:ke"


def test_groups_backed_by_one_power_are_one_group_in_a_document() -> None:
    found = read("Western-backed militants took a hill. US-backed forces then left it.")
    assert found.meant("US-backed forces").name == "Western-backed militants"
    assert found.meant("US-backed forces").antecedent_start == 0


def test_groups_backed_by_different_powers_stay_apart() -> None:
    found = read("Turkish-backed rebels took a hill. US-backed forces then left it.")
    assert found.meant("US-backed forces").name == "US-backed forces"


def test_a_loaded_word_told_again_means_who_bore_it_before() -> None:
    found = read("Soldiers killed Daesh terrorists. They stopped other terrorists at the river.")
    assert found.meant("terrorists").candidate_id == "actor:islamic-state"


def test_a_loaded_word_of_two_groups_stays_open() -> None:
    found = read("Soldiers killed Daesh terrorists and Boko Haram terrorists. They stopped terrorists at the river.")
    assert found.meant("terrorists").candidate_id is None


def test_the_inhabitants_of_the_town_are_its_residents() -> None:
    found = read("Local residents of Goma fled. The army shelled the town's inhabitants.")
    assert found.meant("inhabitants").name == "local residents"


def test_relatives_of_fighters_are_not_the_group() -> None:
    found = read("Villagers drove out relatives of Boko Haram fighters.")
    assert found.meant("relatives of Boko Haram fighters").candidate_id == "actor:boko-haram/relatives"


def test_relatives_of_two_kinds_of_people_are_one_group() -> None:
    found = read("Villagers drove out relatives of Boko Haram fighters and Boko Haram sympathizers.")
    both = "relatives of Boko Haram fighters and Boko Haram sympathizers"
    assert found.meant(both).candidate_id == "actor:boko-haram/relatives"


def test_a_command_is_one_whether_its_seat_stands_before_or_behind() -> None:
    found = read("The Hamas military command in Gaza spoke. The Gaza military command of Hamas spoke.")
    assert found.meant("Gaza military command of Hamas").candidate_id == "actor:hamas/command/gaza"


def test_our_forces_are_those_of_the_body_that_speaks() -> None:
    found = read('"Our forces met the enemy," the Sudanese Armed Forces said.')
    assert found.meant("forces").candidate_id == "actor:sd-saf"


def test_police_in_a_row_are_of_the_body_before_them() -> None:
    found = read("The Sudanese Armed Forces, border police and Kenyan troops met.")
    assert found.meant("border police").actor_country == "SD"


def test_an_office_behind_a_name_is_the_person() -> None:
    found = read("Last week Ann Cole, deputy commander of the unit, said so.")
    assert found.meant("deputy commander").name == "Ann Cole"


def test_the_group_is_the_one_named_last_before_it() -> None:
    found = read("Boko Haram burnt a village. Soldiers hunt the group.")
    assert found.meant("group").candidate_id == "actor:boko-haram"


def test_the_group_stays_unread_where_none_was_named() -> None:
    assert "group" not in read("Soldiers hunt the group.").texts(ACTOR)


def test_allies_told_with_a_party_are_its_own() -> None:
    found = read("Hamas and its allies agreed.")
    assert found.meant("allies").candidate_id == "actor:hamas/allies"


def test_a_nationality_shares_the_head_of_its_allies() -> None:
    found = read("They attacked Kenyan and allied forces.")
    assert found.meant("Kenyan").candidate_id == "actor:ke/forces"


def test_an_alliance_of_several_states_is_of_none_of_them() -> None:
    meant = read("The Kenyan-Ugandan-Rwandan alliance met.").meant("Kenyan-Ugandan-Rwandan alliance")
    assert meant.candidate_id is None and meant.actor_country is None


def test_a_capital_that_opens_a_sentence_is_no_part_of_a_name() -> None:
    assert read("Experts believe this.").meant("Experts").name == "experts"
