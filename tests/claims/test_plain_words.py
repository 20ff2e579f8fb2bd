"""Acts and states in the plain words that pages use for them: each sentence tells its type, its sides and place."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, Read
from tripoint.model import Modality

ACTS = """
capture A P|The town of Kassala fell into the hands of the rebels on Sunday.
capture A P|Kassala came under the control of the rebels.
capture A P|Troops moved in and occupied Kassala at dawn.
capture A P|Jihadists overran Kassala on Monday.
control A P|Kassala, a stronghold of the rebels, is quiet.
control A P|The rebels run Kassala.
presence A P|Militants are holed up in Kassala.
presence A P|There are still 200 militants in Kassala.
presence A P|French special forces are on the ground in Mokha.
attack A P|A checkpoint in Kassala was targeted by unknown gunmen.
clash A P|Fighting broke out between the army and the rebels in Kassala.
repel A P|The army halted the rebel advance on Kassala.
airstrike A P|The coalition conducted 12 strikes near Mosul.
shelling A P|Hezbollah fired a barrage of rockets toward Haifa.
shelling - P|Shelling in Kassala killed three people.
bombing - P|Four soldiers were killed by an improvised explosive device near Kassala.
bombing - P|A bomb went off in a market in Kassala.
bombing A P|Mines planted by the militia killed three soldiers near Kassala.
kill - P|At least 12 people lost their lives in Kassala.
kill A P|Gunmen shot dead a district commissioner in Afgoye.
harm_civilians - P|Villagers were slaughtered in Kassala.
withdraw A P|The army gave up Kassala without a fight.
advance A P|The army is closing in on Kassala.
advance A P|The army made gains around Kassala.
sweep A P|The army searched houses in Kassala.
besiege A P|Kassala has been under siege by the rebels since May.
status A P|Eritrea and Sudan enjoy an open road between Kassala and Teseney.
open A P|The rebels secured a land corridor between Afrin and Idlib.
besiege - P|The encircled city of Kassala is starving.
deploy A P|The army moved artillery to the hills near Kassala.
deploy A -|Misratan units joined the battle this morning.
arrest A P|The army took 40 soldiers prisoner in Kassala.
abduct A P|Gunmen took two aid workers hostage in Kassala.
displace - P|More than 500 families have sought refuge in Kassala.
find A P|The army seized weapons and ammunition in Kassala.
agree A -|The rebels accepted a ceasefire.
support A -|Turkey delivered a second batch of armoured vehicles to the army.
backs A -|Forces loyal to Haftar advanced.
part_of A -|Al-Shabaab, an affiliate of al-Qaeda, denied it.
part_of A -|The militia is part of the Popular Mobilization Forces.
join A -|Fighters of the brigade switched sides.
accuse A -|The ministry held Israel responsible for the attack.
threaten A -|The rebels declared war on the government.
status - P|The Rafah crossing remains shut.
destroy A P|Ukraine sank a Russian ship near Sevastopol.
protest A P|Protesters took to the streets of Khartoum.
""".strip().splitlines()


@pytest.mark.parametrize("row", ACTS)
def test_plain_words_tell_the_act(read: Read, row: str) -> None:
    wanted, text = row.split("|")
    type_, agent, place = wanted.split()
    fit = [claim for claim in read(text) if claim.type == type_]
    assert fit, [claim.type for claim in read(text)]
    assert (bool(fit[0].agents), bool(fit[0].places)) == (agent == "A", place == "P")


def test_the_dead_of_a_mine_are_its_amounts(one: One) -> None:
    claim = one("A roadside bomb killed four soldiers near Kassala.", "bombing")
    assert claim.targets == ()
    assert [slot.amount.low for slot in claim.amounts] == [4.0]


def test_a_weapon_sent_off_and_landed_is_one_act(read: Read) -> None:
    assert [claim.type for claim in read("Rockets fired by the militia landed in Kassala.")] == ["shelling"]


def test_nobody_shells_positions_of_their_own(one: One) -> None:
    claim = one("The snipers held up a column until helicopters of the United Arab Emirates pounded their positions.",
                "airstrike")  # fmt: skip
    assert [party.name for party in claim.agents] == ["United Arab Emirates"]
    assert [party.antecedent_start for party in claim.targets] == [4]


def test_aircraft_without_an_owner_are_no_side(one: One) -> None:
    assert one("Barrel bombs were dropped on Idlib by helicopters.", "airstrike").agents == ()


def test_who_lost_men_in_an_ambush_was_ambushed(one: One) -> None:
    claim = one("The Giants Brigades lost nine fighters in an ambush near Zabid.", "attack")
    assert [party.text for party in claim.targets] == ["Giants Brigades"]


def test_his_men_are_the_body_of_a_voice_without_a_name(one: One) -> None:
    text = "A captain of the Tihama Resistance said his men had taken Zabid."
    assert [party.name for party in one(text, "capture").agents] == ["Tihama Resistance"]


def test_a_semicolon_parts_two_sentences(one: One) -> None:
    text = "Bandits kidnapped two doctors; police in Mandera believe they were taken across the border to El Wak."
    claim = one(text, "abduct")
    assert (claim.modality, claim.speakers) == (Modality.HAPPENED, ())


def test_a_condition_may_be_told_by_the_order_of_words(one: One) -> None:
    text = "Should the city fall, the coalition would control the whole coast up to Midi, diplomats say."
    assert one(text, "control").modality is Modality.CONDITIONAL


def test_no_confirmation_leaves_it_open(one: One) -> None:
    text = "There has been no confirmation of reports that French special forces are on the ground in Mokha."
    assert one(text, "presence").modality is Modality.UNCONFIRMED


def test_what_is_demanded_has_not_happened(one: One) -> None:
    assert one("Washington demanded the release of the hostages.", "release").modality is Modality.PLANNED


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Ethiopia may withdraw its units from Bardale, a diplomat in Nairobi said.", "unnamed:diplomat"),
        ("The army has sent reinforcements from Benghazi, two of its officers said.", "unnamed:officers"),
    ],
)
def test_a_voice_behind_the_last_comma_is_heard(read: Read, text: str, voice: str) -> None:
    assert {speaker.name for claim in read(text) for speaker in claim.speakers} == {voice}


def test_whose_embassy_it_is_tells_no_place(one: One) -> None:
    claim = one("Protesters attacked the embassies of Rwanda, France and Belgium in Kinshasa on Tuesday.", "attack")
    assert [slot.text for slot in claim.places] == ["Kinshasa"]


def test_a_year_before_a_thing_dates_no_act(one: One) -> None:
    text = "Rwanda accused Kinshasa of aiding a militia led by perpetrators of the 1994 genocide."
    assert one(text, "accuse").time is None


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Three children died when a shell hit their school in Kassala.", "shelling"),
        ("Ten were killed and 20 wounded when a car bomb exploded in Kassala.", "bombing"),
        ("25 men were killed and 80 were injured due to attacks on Kassala.", "attack"),
        ("A suicide attacker detonated a car bomb and killed at least 22 people.", "bombing"),
        ("Days of air strikes on Kassala left 75 people dead.", "airstrike"),
    ],
)
def test_what_people_died_of_is_the_act(read: Read, text: str, type_: str) -> None:
    (claim,) = read(text)
    assert claim.type == type_
    assert {slot.amount.what for slot in claim.amounts} <= {"killed", "wounded"} and claim.amounts


def test_waves_of_attacks_that_were_repelled_are_no_attack_beside(read: Read) -> None:
    assert [claim.type for claim in read("The army repelled seven waves of attacks in Kassala.")] == ["repel"]


def test_help_by_nobody_in_particular_is_no_support(read: Read) -> None:
    assert read("Three men helped one of the wounded.") == ()


def test_a_loss_is_a_taking_only_of_a_place(read: Read) -> None:
    assert [claim.type for claim in read("The loss of the town of Kassala to the rebels hurt the army.")] == ["capture"]
    assert read("The loss of its leaders hurt the army.") == ()


def test_a_day_inside_a_phrase_does_not_hide_the_act(one: One) -> None:
    assert one("The group launched an offensive Friday on the headquarters of the army.", "attack").agents


def test_those_affiliated_with_somebody_did_what_the_main_verb_tells(one: One) -> None:
    text = (
        "Two citizens were injured on Sunday when terrorist organizations affiliated to Jabhat al-Nusra fired a shell."
    )
    assert [party.text for party in one(text, "shelling").agents] == ["terrorist organizations"]


def test_a_name_ends_the_phrase_of_a_title(one: One) -> None:
    text = "Member of the Syrian Coalition Hussein Albuseis condemned the crimes."
    assert [party.text for party in one(text, "accuse").agents] == ["Hussein Albuseis"]


def test_acts_without_names_are_acts_still(read: Read) -> None:
    assert [claim.type for claim in read("Warplanes bombed a popular market.")] == ["airstrike"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The militia has bases in Kassala.", "presence"),
        ("Kassala was back in government hands on Friday.", "capture"),
        ("A camp in Kassala was occupied by the rebels within hours.", "capture"),
        ("Kassala is occupied by the rebels.", "control"),
        ("Police took the journalist into custody.", "arrest"),
        ("The army told residents to leave.", "demand"),
        ("The group claimed a suicide bombing in Kassala.", "bombing"),
        ("Turkey supports the opposition.", "backs"),
        ("The president pledged to defeat the rebels.", "threaten"),
        ("The hospital in Kassala was reduced to rubble.", "destroy"),
        ("“We withdrew to spare the people,” he said.", "withdraw"),
    ],
)
def test_more_plain_words(read: Read, text: str, type_: str) -> None:
    assert type_ in {claim.type for claim in read(text)}


def test_bombs_that_exploded_are_one_act(read: Read) -> None:
    assert [claim.type for claim in read("Three car bombs exploded in Beledweyne, killing 20 people.")] == ["bombing"]


def test_what_somebody_calls_an_act_is_no_demand(read: Read) -> None:
    text = "The army began what it called limited raids on villages near Tyre."
    assert "demand" not in {claim.type for claim in read(text)}


def test_who_took_a_town_after_clashes_clashed(one: One) -> None:
    claim = one("The Syrian army captured Abdin after fierce clashes with Jabhat al-Nusra.", "clash")
    assert (len(claim.agents), len(claim.recipients)) == (1, 1)


def test_car_bombs_that_were_destroyed_did_not_explode(read: Read) -> None:
    text = "Coalition aircraft destroyed two car bombs south of Mosul."
    assert [claim.type for claim in read(text)] == ["destroy"]


def test_who_claims_a_bomb_that_went_off_is_its_agent(read: Read) -> None:
    text = "ISIS claimed responsibility for a car bomb that went off near a restaurant in Manbij."
    (claim,) = read(text)
    assert (claim.type, len(claim.agents), len(claim.places)) == ("bombing", 1, 1)


@pytest.mark.parametrize(
    ("text", "type_", "agents", "places"),
    [
        ("Israel has carried out hundreds of strikes on Palmyra.", "airstrike", ["Israel"], ["Palmyra"]),
        ("Iraqi F-16s hit a meeting of militants in Hajin.", "airstrike", ["Iraq"], ["Hajin"]),
        ("The Syrian army holds the towns of Nubl and Zahraa.", "control", ["Syrian Arab Army"], ["Nubl", "Zahraa"]),
        ("The rebels reoccupied the town of Morek.", "capture", ["rebels"], ["Morek"]),
        ("US special forces landed at an airfield near Palmyra.", "reach", ["US forces"], ["Palmyra"]),
        ("The Syrian army seized the heights overlooking Palmyra.", "capture", ["Syrian Arab Army"], ["Palmyra"]),
    ],
)
def test_more_ways_to_tell_an_act(one: One, text: str, type_: str, agents: list[str], places: list[str]) -> None:
    claim = one(text, type_)
    assert [p.name for p in claim.agents] == agents
    assert [slot.text for slot in claim.places] == places


def test_civilians_who_trickle_out_are_displaced_and_displace_nobody(one: One) -> None:
    claim = one("The last civilians trickled out of Palmyra in the evening.", "displace")
    assert ([p.name for p in claim.agents], [p.name for p in claim.targets]) == ([], ["civilians"])


def test_who_lost_men_in_a_battle_fought_in_it(one: One) -> None:
    claim = one("The Peshmerga lost 50 fighters in the battle for Palmyra.", "clash")
    assert ([p.name for p in claim.agents], claim.recipients) == (["Peshmerga"], ())


def test_an_attempt_that_failed_was_not_brought_about(one: One) -> None:
    claim = one("The rebels' attempt to cut the road to Palmyra failed.", "besiege")
    assert (claim.polarity.value, claim.modality.value) == ("denied", "happened")


def test_whom_a_defector_goes_over_to_is_the_recipient(one: One) -> None:
    assert [p.name for p in one("Several officers defected to the rebels in Palmyra.", "join").recipients] == ["rebels"]


@pytest.mark.parametrize("what", ["an earthquake", "a wave of protests", "a violent unrest", "new sanctions"])
def test_a_misfortune_attacks_nobody(read: Read, what: str) -> None:
    assert "attack" not in {claim.type for claim in read(f"The city of Homs was hit by {what} on Friday.")}


def test_releasing_pictures_frees_nobody(read: Read) -> None:
    assert not read("The rescue group released pictures of four workers.")


def test_a_thing_that_is_said_to_belong_to_somebody_makes_who_says_so_no_member(
    read: Read,
) -> None:
    assert not read("Moscow has said the poison gas in that incident belonged to rebels.")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Troops surged into the suburbs of Gao on Friday.", "advance"),
        ("Two soldiers succumbed to their wounds in Gao.", "kill"),
        ("Gunmen dragged six men from their homes in Gao.", "abduct"),
        ("The militia retains the bridge at Ansongo.", "control"),
        ("Paris recalled its ambassador from Bamako.", "sanction"),
        ("The army sealed the border with Niger.", "close"),
        ("Officials attributed the attack to the Islamic State.", "accuse"),
        ("The parliament approved the ceasefire on Sunday.", "agree"),
        ("The army knocked out six tanks near Gao.", "destroy"),
        ("The rebels ignored the ultimatum.", "reject"),
        ("Troops garrisoned the town of Gao.", "deploy"),
    ],
)
def test_rarer_verbs_tell_what_common_ones_do(read: Read, text: str, type_: str) -> None:
    assert type_ in {claim.type for claim in read(text)}
