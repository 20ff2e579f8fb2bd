from __future__ import annotations

import pytest

from tests.mentions.reading import read
from tripoint.model import MentionKind

ACTOR, PERSON, PLACE = MentionKind.ACTOR, MentionKind.PERSON, MentionKind.PLACE


@pytest.mark.parametrize("written", ["Free Syrian Army", "FSA"])
def test_a_name_and_its_abbreviation_mean_one_actor(written: str) -> None:
    assert read(f"Fighters of the {written} left the city.").meant(written).candidate_id == "actor:fsa"


def test_a_nationality_before_the_name_of_its_own_body_belongs_to_the_name() -> None:
    assert read("The Lebanese Hezbollah sent men.").meant("Lebanese Hezbollah").candidate_id == "actor:hezbollah"


def test_transliterations_meet_under_one_actor() -> None:
    assert read("Units of Kataeb Hizballah crossed.").meant("Kataeb Hizballah").candidate_id == "actor:kataib-hezbollah"


def test_an_acronym_counts_only_in_capitals() -> None:
    assert ACTOR not in {m.kind for m in read("He told us who it is.").found.mentions}


def test_fighters_of_a_group_mean_the_group() -> None:
    found = read("Boko Haram fighters attacked a village.")
    assert found.meant("Boko Haram fighters").candidate_id == "actor:boko-haram"
    assert found.one("Boko Haram fighters").head_start == found.doc.text.index("fighters")


def test_a_loaded_name_is_kept_as_framing() -> None:
    meant = read("Soldiers killed Daesh terrorists.").meant("Daesh terrorists")
    assert meant.candidate_id == "actor:islamic-state"
    assert set(meant.framing) == {"Daesh", "terrorists"}


def test_a_nationality_with_a_head_of_forces_is_composed_without_a_list() -> None:
    meant = read("Kenyan border guards stopped them.").meant("Kenyan border guards")
    assert (meant.candidate_id, meant.actor_country) == ("actor:ke/border-guards", "KE")


def test_warplanes_of_a_country_are_its_air_force() -> None:
    assert read("Ukrainian warplanes struck a depot.").meant("Ukrainian warplanes").candidate_id == "actor:ua-air-force"


def test_forces_of_a_country_are_its_army_where_the_document_names_it() -> None:
    found = read("The Sudanese Armed Forces spoke. Sudanese forces then left.")
    assert found.meant("Sudanese forces").candidate_id == "actor:sd-saf"
    assert len(found.readings(found.one("Sudanese forces"))) == 2


def test_coordinated_nationalities_share_their_head() -> None:
    found = read("The Kenyan and Ugandan armies met.")
    assert found.meant("Kenyan").candidate_id == "actor:ke/army"
    assert found.meant("Ugandan armies").candidate_id == "actor:ug-updf"


def test_a_group_backed_by_a_state_does_not_belong_to_it() -> None:
    meant = read("Turkish-backed rebels took the hill.").meant("Turkish-backed rebels")
    assert meant.actor_country is None


def test_a_media_wing_is_named_after_its_owner() -> None:
    assert read("The Hamas media wing said so.").meant("Hamas media wing").candidate_id == "actor:hamas/media"


def test_a_command_keeps_its_seat_and_the_place_nests_inside() -> None:
    found = read("The FARDC's Operations Command in Goma said so. Congo was calm.")
    assert found.meant("Operations Command in Goma", ACTOR).name == "FARDC Operations Command in Goma"
    assert found.one("Goma", PLACE)


def test_a_coalition_led_by_a_state_resolves_where_it_acts() -> None:
    found = read("In Yemen the Houthis fired a missile. Saudi-led forces answered in Yemen.")
    assert found.meant("Saudi-led forces").candidate_id == "actor:saudi-led-coalition"


def test_a_country_that_acts_is_an_actor_and_one_that_is_entered_is_a_place() -> None:
    found = read("Kenya accused Somalia. Troops marched into Somalia.")
    assert found.meant("Kenya", ACTOR).candidate_id == "actor:ke"
    assert found.one("Somalia", PLACE).start > found.one("Somalia", ACTOR).start


def test_a_capital_that_speaks_stands_for_its_state() -> None:
    assert read("Nairobi accused the rebels.").meant("Nairobi", ACTOR).candidate_id == "actor:ke"


def test_a_group_without_a_name_is_generic() -> None:
    found = read("Local residents fled and gunmen took their houses.")
    assert found.one("Local residents").generic and found.one("gunmen").generic


def test_an_introduced_abbreviation_binds_to_the_name_before_it() -> None:
    found = read("The Northern Falcons Brigade (NFB) came. Later the NFB left.")
    later = found.meant("NFB", at=1)
    assert later.name == "Northern Falcons Brigade"
    assert later.antecedent_start == found.doc.text.index("Northern")


def test_the_army_is_the_army_named_before() -> None:
    found = read("The Lebanese Army entered the valley. On the road the army met no one.")
    meant = found.meant("army")
    assert meant.candidate_id == "actor:lb-army"
    assert meant.antecedent_start == found.doc.text.index("Lebanese Army")


def test_the_group_stays_open_when_two_groups_were_named() -> None:
    found = read("The Taliban and al-Shabaab issued statements. The group denied it.")
    assert found.one("group", ACTOR).generic if "group" in found.texts(ACTOR) else True


def test_the_terrorist_group_stands_for_the_only_group_named() -> None:
    found = read("Boko Haram attacked a village. The terrorist group burned it.")
    meant = found.meant("terrorist group")
    assert meant.candidate_id == "actor:boko-haram"
    assert meant.framing == ("terrorist group",)


def test_an_antecedent_farther_than_two_paragraphs_is_refused() -> None:
    found = read("Boko Haram attacked.\nIt rained.\nIt snowed.\nIt cleared.\nThe terrorist group burned it.")
    assert found.meant("terrorist group").candidate_id is None


def test_a_surname_means_the_person_named_in_full() -> None:
    found = read("General Karim Haddad spoke on Monday. Haddad denied the loss.")
    assert found.meant("Haddad").name == "Karim Haddad"


def test_a_person_of_the_register_is_known_by_a_title_and_a_surname() -> None:
    assert (
        read("President Putin met the envoy.").meant("President Putin", PERSON).candidate_id == "actor:vladimir-putin"
    )


def test_a_title_before_a_name_makes_no_group_of_its_own() -> None:
    found = read("Kenyan Prime Minister Joseph Otieno spoke.")
    assert "Kenyan Prime Minister" not in found.texts(ACTOR)


def test_a_lost_apostrophe_still_shows_the_owner() -> None:
    assert read("Lebanons army moved north.").meant("Lebanons army").candidate_id == "actor:lb-army"


def test_our_forces_in_a_quotation_are_left_to_the_claims() -> None:
    assert "forces" not in read("“Our forces won,” he said.").texts(ACTOR)


def test_the_terrorist_group_is_the_one_that_the_document_calls_so() -> None:
    found = read("Hamas warned the Taliban. Al-Shabaab terrorists burned a bus. The terrorist group then fled.")
    assert found.meant("terrorist group").candidate_id == "actor:al-shabaab"


def test_a_short_name_means_the_body_named_in_full() -> None:
    found = read("The Syrian Observatory for Human Rights counted ten. Later the Observatory counted more.")
    assert found.meant("Observatory").candidate_id == "actor:sohr"


def test_government_held_leans_on_the_place_it_is_told_of() -> None:
    found = read("Shells from Iraq fell on government-held Homs in Syria.")
    assert found.meant("government").candidate_id == "actor:sy"


def test_a_leaders_regime_is_the_government_of_his_country() -> None:
    meant = read("The Assad regime fell in Syria.").meant("Assad regime")
    assert meant.candidate_id == "actor:sy" and meant.framing == ("regime",)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Men of the 9th Marine Regiment left.", "9th Marine Regiment"),
        ("They ambushed Signals Battalion 31 at dawn.", "Signals Battalion 31"),
        ("The Falcon Column crossed the river.", "Falcon Column"),
        ("The General Security Service denied it.", "General Security Service"),
        ("The Education Ministry closed schools.", "Education Ministry"),
    ],
)
def test_units_and_bodies_need_no_list(sentence: str, name: str) -> None:
    assert read(sentence).meant(name, MentionKind.ACTOR).name == name


def test_two_units_of_one_army_are_two_actors() -> None:
    found = read("The Greek 5th Brigade and the Greek 6th Brigade trained.")
    one = found.meant("Greek 5th Brigade", MentionKind.ACTOR)
    other = found.meant("Greek 6th Brigade", MentionKind.ACTOR)
    assert one.candidate_id != other.candidate_id and one.actor_country == other.actor_country == "GR"


@pytest.mark.parametrize(
    ("sentence", "words", "iso2"),
    [
        ("Lisbon denied the report.", "Lisbon", "PT"),
        ("The envoy urged Addis Ababa to wait.", "Addis Ababa", "ET"),
        ("Nay Pyi Taw accused the rebels.", "Nay Pyi Taw", "MM"),
    ],
)
def test_a_capital_that_speaks_is_its_government(sentence: str, words: str, iso2: str) -> None:
    assert read(sentence).meant(words, MentionKind.ACTOR).actor_country == iso2


def test_peoples_stand_as_nouns() -> None:
    found = read("The Latvians and the Dutch blamed the Tuareg.")
    assert found.meant("Latvians", MentionKind.ACTOR).actor_country == "LV"
    assert found.meant("Dutch", MentionKind.ACTOR).actor_country == "NL"
    assert found.meant("Tuareg", MentionKind.ACTOR).actor_country is None


def test_troops_from_a_country_are_its_army() -> None:
    meant = read("Troops from Kenya took the port.").meant("Troops", MentionKind.ACTOR)
    assert meant.actor_country == "KE" and meant.actor_kind == "army"


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("The Turkish side refused to hand over the papers.", "Turkish side", "actor:tr"),
        ("The Russian and Turkish sides agreed.", "Turkish sides", "actor:tr"),
        ("The Iraqi side of the operation lasted a day.", "Iraqi side", "actor:iq"),
    ],
)
def test_the_side_of_a_nation_is_its_state(text: str, written: str, meant: str) -> None:
    assert read(text).meant(written, ACTOR).candidate_id == meant


@pytest.mark.parametrize(
    "text", ["On the Iraqi side, shots were heard.", "The Syrian side of the border is quiet.", "Both sides left."]
)
def test_a_side_of_the_ground_is_no_actor(text: str) -> None:
    assert not [written for written in read(text).texts(ACTOR) if "side" in written]


def test_bombers_of_a_nation_are_its_air_force_and_others_are_fighters() -> None:
    found = read("Russian bombers hit a camp. The suicide bombers and the bombers fled.")
    assert found.meant("Russian bombers", ACTOR).candidate_id == "actor:ru-aerospace-forces"
    assert found.meant("bombers", ACTOR).actor_kind == "armed_group"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Al-Shabaab attacked an army base.", "Al-Shabaab", "actor:al-shabaab"),
        ("Somalia said al-Shabab attacked a base near Kismayo.", "al-Shabab", "actor:al-shabaab"),
        ("In Mozambique, al-Shabaab killed six villagers.", "al-Shabaab", "actor:ansar-al-sunna-mz"),
    ],
)
def test_a_name_that_another_bears_too_is_its_first_bearers_unless_the_land_is_the_others(
    text: str, words: str, name: str
) -> None:
    assert read(text).meant(words).candidate_id == name


def test_a_body_whose_name_the_tagger_cuts_owns_the_forces_behind_it() -> None:
    assert read("SPLM-N forces seized Dilling.").meant("SPLM-N forces").candidate_id == "actor:splm-n"


def test_peoples_that_fight_each_other_are_no_places() -> None:
    found = read("Fighting between Hema herders and Lendu farmers killed 30 people near Djugu.")
    assert found.texts(MentionKind.PLACE) == ["Djugu"]
