"""Constructions of running news: who was helped, what it is called, whom it killed without a number, where it was."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, Read, agents, counted, places, recipients, targets
from tripoint.model import Modality, Polarity


@pytest.mark.parametrize(
    ("text", "helper", "helped", "act"),
    [
        ("The army helped the militia retake Goma.", "army", ["militia"], "capture"),
        ("French soldiers helped the Malian army drive rebels out of Gao.", "French", ["Malian"], "capture"),
        ("Advisers helped Somali troops recapture Barawe.", "Advisers", ["Somali"], "capture"),
    ],
)
def test_who_is_helped_to_do_a_thing_does_it(read: Read, text: str, helper: str, helped: list[str], act: str) -> None:
    claims = {claim.type: claim for claim in read(text)}
    support, done = claims["support"], claims[act]
    assert helper in support.agents[0].text or helper in support.agents[0].name
    assert [helped[0] in party.text for party in support.recipients] == [True]
    assert agents(done) == recipients(support)


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        ("Israel launched what it called a limited ground operation in southern Lebanon.", "operation", ["Israel"]),
        ("The army carried out what it described as a precision strike on Goma.", "airstrike", None),
    ],
)
def test_an_act_is_done_whatever_it_is_called(one: One, text: str, type_: str, who: list[str] | None) -> None:
    claim = one(text, type_)
    assert claim.modality.value == "happened"
    assert claim.agents
    assert who is None or agents(claim) == who


@pytest.mark.parametrize(
    ("text", "type_", "whom"),
    [
        ("Warplanes bombed Nyala, killing civilians and destroying homes.", "airstrike", ["civilians"]),
        ("An air strike on Gao killed mourners.", "airstrike", ["mourners"]),
        ("Shells hit Goma, wounding several people.", "shelling", []),
    ],
)
def test_the_dead_whom_no_number_counts_are_the_target(one: One, text: str, type_: str, whom: list[str]) -> None:
    assert targets(one(text, type_)) == whom


@pytest.mark.parametrize(
    ("text", "type_", "told"),
    [
        ("Shells hit Goma, killing a woman and wounding three children.", "shelling", [("killed", 1), ("wounded", 3)]),
        ("A watchman was killed when a car bomb exploded in Goma.", "bombing", [("killed", 1)]),
        ("Gunmen shot dead a journalist in Goma.", "kill", [("killed", 1)]),
    ],
)
def test_a_single_victim_counts_one(one: One, text: str, type_: str, told: list[tuple[str, float]]) -> None:
    assert counted(one(text, type_)) == told


def test_a_crowd_told_in_the_singular_is_not_one(one: One) -> None:
    assert counted(one("Soldiers killed a group of herders in Gao.", "kill")) == []


def test_what_aircraft_kill_is_an_air_strike(one: One) -> None:
    claim = one("A Turkish drone killed two fighters near Kobani.", "airstrike")
    assert (agents(claim), targets(claim), counted(claim)) == (["Turkey"], ["fighters"], [("killed", 2.0)])


@pytest.mark.parametrize(
    ("text", "who", "told"),
    [
        ("M23 rebels entered Sake, forcing thousands of residents to flee toward Goma.", ["March 23 Movement"], 2000),
        ("The fighting has forced 20,000 people to flee Sake.", [], 20_000),
    ],
)
def test_who_forces_people_to_flee_displaces_them(one: One, text: str, who: list[str], told: float) -> None:
    claim = one(text, "displace")
    assert (agents(claim), [slot.amount.low for slot in claim.amounts]) == (who, [told])


def test_numbers_told_for_two_places_stay_with_their_places(read: Read) -> None:
    claims = [claim for claim in read("The army killed four people in Goma and six in Bukavu.") if claim.type == "kill"]
    assert [(places(claim)[0][0], counted(claim)) for claim in claims] == [
        ("Goma", [("killed", 4.0)]),
        ("Bukavu", [("killed", 6.0)]),
    ]


def test_who_took_the_first_town_took_the_second_that_shares_its_verb(read: Read) -> None:
    claims = read("Sake was captured by the M23 on Monday and Masisi on Tuesday.", published="2024-03-15")
    assert [(agents(claim), claim.time.start if claim.time else None) for claim in claims] == [
        (["March 23 Movement"], "2024-03-11"),
        (["March 23 Movement"], "2024-03-12"),
    ]


def test_a_town_that_opens_a_sentence_is_no_adverb(one: One) -> None:
    assert places(one("Bakhmut was captured by Russia in May.", "capture")) == [("Bakhmut", "at")]


@pytest.mark.parametrize(
    ("text", "type_", "whom"),
    [
        ("The army shot dead the mayor of Goma.", "kill", ["mayor"]),
        ("Bandits shot dead the traditional ruler of Gobir.", "kill", ["traditional ruler"]),
        ("Bandits took his wife captive.", "abduct", ["wife"]),
    ],
)
def test_whom_it_befell_stands_behind_how_they_fared(one: One, text: str, type_: str, whom: list[str]) -> None:
    assert targets(one(text, type_)) == whom


def test_what_is_set_ablaze_is_burnt_where_the_sentence_ends(one: One) -> None:
    claim = one("A drone strike set an oil depot ablaze in Tuapse.", "destroy")
    assert (targets(claim), places(claim)) == (["oil depot"], [("Tuapse", "at")])


@pytest.mark.parametrize(
    "text",
    [
        "A strike on a school sheltering displaced people in Goma killed at least 33 pupils, the health ministry said.",
        "A strike hit a building sheltering families in Goma, killing 33.",
    ],
)
def test_those_who_sheltered_there_killed_nobody(read: Read, text: str) -> None:
    claims = read(text)
    assert [(claim.type, [slot.amount.low for slot in claim.amounts]) for claim in claims] == [("airstrike", [33.0])]


def test_a_committee_named_behind_a_town_says_it(read: Read) -> None:
    claims = read(
        "At least 14 people were killed and dozens wounded when a drone hit a crowded market in El Fasher, a local "
        "emergency committee said on Wednesday."
    )
    assert [one.name for one in claims[0].speakers] == ["local emergency committee"]


def test_who_said_that_people_had_fled_warns_as_well(read: Read) -> None:
    claims = read("A spokesman said residents had fled and warned that the rebels were advancing on Goma.")
    assert [[one.name for one in claim.speakers] for claim in claims] == [["unnamed:spokesman"]] * 2


def test_people_told_apart_by_mostly_are_those_who_died(one: One) -> None:
    assert targets(one("Kabul said 46 people, mostly women and children, died in Khost.", "kill")) == ["people"]


@pytest.mark.parametrize(
    ("text", "type_", "where"),
    [
        ("The Wagner group withdrew its fighters from Bakhmut.", "withdraw", [("Bakhmut", "from")]),
        ("The army took the mining hub of Pangwa from a militia.", "capture", [("Pangwa", "at")]),
        ("Fighters took the Red Sea port of Mokha from the Houthis.", "capture", [("Mocha", "at")]),
        ("Fighters killed ten people in the town of Pont-Sonde.", "kill", [("Pont-Sonde", "at")]),
        ("The fighting forced 20,000 people to flee their homes in Sake.", "displace", [("Sake", "at")]),
        ("The Taliban overran Kunduz, the sixth provincial capital to fall in a week.", "capture", [("Kunduz", "at")]),
    ],
)
def test_the_town_is_the_one_that_is_named(one: One, text: str, type_: str, where: list[tuple[str, str]]) -> None:
    assert places(one(text, type_)) == where


def test_a_road_between_two_towns_was_closed_and_not_one_of_them(read: Read) -> None:
    claims = read("The army reopened the road between Maiduguri and Damboa, which had been closed for a year.")
    assert [(claim.type, places(claim)) for claim in claims] == [
        ("open", [("Maiduguri", "between"), ("Damboa", "between")]),
        ("close", [("Maiduguri", "between"), ("Damboa", "between")]),
    ]


def test_those_hurt_by_a_missile_were_hurt_when_it_was_fired(read: Read) -> None:
    claims = read("Four soldiers were wounded by a missile that Hezbollah fired at the town of Metula.")
    assert [(claim.type, agents(claim), counted(claim)) for claim in claims] == [
        ("shelling", ["Hezbollah"], [("wounded", 4.0)])
    ]


def test_what_is_handed_over_is_not_who_gets_it(one: One) -> None:
    claim = one("The Wagner group handed over its positions to the Russian army.", "transfer")
    assert recipients(claim) == ["Russian Armed Forces"]


def test_a_country_that_owns_the_rebels_is_not_where_they_struck(read: Read) -> None:
    claims = read(
        "Colombia's ELN rebels kidnapped three soldiers in Arauca and later handed them over to the Red Cross."
    )
    assert [places(claim) for claim in claims] == [[("Arauca", "at")], []]


def test_those_given_in_exchange_are_not_those_who_were_freed(one: One) -> None:
    claim = one("The rebels freed two soldiers in exchange for five prisoners.", "release")
    assert [slot.amount.low for slot in claim.amounts] == [2.0]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Forces of general Khalifa Haftar entered Sebha.", ["Libyan National Army"]),
        ("Rebels held up Haftar's men near Gharyan and Haftar's troops attacked Tripoli.", ["Libyan National Army"]),
    ],
)
def test_the_men_of_a_commander_are_the_body_that_he_commands(read: Read, text: str, who: list[str]) -> None:
    assert agents(read(text)[-1]) == who


def test_the_leader_of_a_body_is_killed_and_not_the_body(one: One) -> None:
    text = "Iran fired missiles at Israel in retaliation for the killing of Hezbollah's leader."
    assert targets(one(text, "kill")) == ["Hezbollah leader"]


def test_who_would_withdraw_is_not_whom_the_other_would_free(one: One) -> None:
    text = "They discuss a deal under which Hamas would free hostages and Israel would withdraw from Rafah."
    assert agents(one(text, "withdraw")) == ["Israel"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The junta carried out three air strikes on Pauk township, the Irrawaddy reported.", "Irrawaddy"),
        ("Rebels entered Goma, residents said, and reached the airport.", "unnamed:residents"),
        ("Shells hit Ganja, Azerbaijan's prosecutor general said.", "unnamed:Azerbaijan's prosecutor general"),
    ],
)
def test_who_says_it_says_all_of_it(read: Read, text: str, speaker: str) -> None:
    assert {tuple(one.name for one in claim.speakers) for claim in read(text)} == {(speaker,)}


def test_a_warning_of_what_is_so_already_tells_it_as_done(one: One) -> None:
    claim = one("Officials warned that rebels were advancing on Goma.", "advance")
    assert claim.modality is Modality.HAPPENED
    planned = one("Officials warned that rebels would advance on Goma.", "advance")
    assert planned.modality is not Modality.HAPPENED


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Aircraft bombed a market in Goma, killing 20 people, among them two monks, a member of a local force "
            "said.",
            "unnamed:member",
        ),
        (
            "The service was behind a drone attack on an air base in Ryazan, a source in the service told Reuters.",
            "unnamed:source",
        ),
    ],
)
def test_who_stands_last_says_it(read: Read, text: str, speaker: str) -> None:
    assert {claim.speakers[0].name for claim in read(text)} == {speaker}


def test_so_many_soldiers_fight_and_not_the_report(one: One) -> None:
    text = "A UN report said between 3,000 and 4,000 Rwandan soldiers were fighting alongside the rebels in North Kivu."
    claim = one(text, "support")
    assert (agents(claim), claim.amounts[0].amount.low, claim.amounts[0].amount.high) == (
        ["Rwanda Defence Force"],
        3000.0,
        4000.0,
    )


@pytest.mark.parametrize("text", ["The junta seized power in 2020.", "Generals took power in Niamey in July."])
def test_who_seizes_power_takes_no_hostage(read: Read, text: str) -> None:
    assert read(text) == ()


def test_what_jets_did_while_chasing_bandits_killed_people(read: Read) -> None:
    claims = read("Nigerian jets bombed a village in Zamfara state while chasing bandits, killing at least 16 people.")
    assert [(claim.type, counted(claim)) for claim in claims] == [("airstrike", [("killed", 16.0)])]


def test_who_was_shot_after_clashes_did_not_die_in_them(read: Read) -> None:
    claims = {c.type: c for c in read("Troops shot dead 45 civilians in Merawi after clashes with Fano militia.")}
    assert (counted(claims["kill"]), counted(claims["clash"])) == ([("killed", 45.0)], [])


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Iraqi militias fired drones at a base in northeastern Jordan.", "airstrike"),
        ("Russia fired 67 missiles and 194 drones at Ukraine overnight.", "shelling"),
        ("Marines have held on to a sliver of land near Krynky since October.", "control"),
        ("Heavy artillery fire could be heard in Minova.", "shelling"),
        ("Gunmen riding motorcycles raided Solhan at night.", "attack"),
    ],
)
def test_what_was_done_is_told_as_done_and_where(one: One, text: str, type_: str) -> None:
    claim = one(text, type_)
    assert claim.modality is Modality.HAPPENED
    assert claim.places


def test_whom_a_truce_was_agreed_with_is_the_partner(one: One) -> None:
    claim = one("The Arakan Army agreed to a ceasefire with the Myanmar army on January 11.", "agree")
    assert recipients(claim) == ["Tatmadaw"]


def test_what_a_deadline_was_set_for_is_planned(one: One) -> None:
    text = "Israeli troops remain in Naqoura despite a deadline for their withdrawal on 18 February."
    assert one(text, "withdraw").modality is Modality.PLANNED


def test_regions_that_somebody_claims_are_not_dead(one: One) -> None:
    text = "Russia demanded that Kyiv withdraw from the four regions that it claims to have annexed."
    claim = one(text, "withdraw")
    assert (agents(claim), [slot.amount.what for slot in claim.amounts]) == (["Ukraine"], ["count"])


def test_both_camps_were_attacked(one: One) -> None:
    claim = one("At least 100 people were killed in attacks on the Zamzam and Abu Shouk camps in Darfur.", "attack")
    assert [name for name, _ in places(claim)] == ["Zamzam camp", "Abu Shouk camp"]


@pytest.mark.parametrize(
    ("text", "type_", "who", "whom"),
    [
        ("A column of RSF vehicles was seen heading towards Dongola.", "advance", ["Rapid Support Forces"], []),
        (
            "Militants killed one Israeli soldier and wounded two others in an ambush in Jenin.",
            "attack",
            ["militants"],
            ["Israel Defense Forces"],
        ),
        (
            "Tuareg rebels killed 84 Wagner fighters during three days of fighting near Kidal.",
            "clash",
            ["Tuareg rebels"],
            ["Wagner Group"],
        ),
        (
            "Nigeria's air force said it had killed more than 70 bandits in strikes on two camps in Zamfara.",
            "airstrike",
            ["Nigerian air force"],
            ["bandits"],
        ),
        ("Fighters took 12 soldiers prisoner near Myawaddy.", "arrest", ["fighters"], ["soldiers"]),
    ],
)
def test_who_did_it_to_whom_stands_where_the_sentence_has_it(
    one: One, text: str, type_: str, who: list[str], whom: list[str]
) -> None:
    claim = one(text, type_)
    assert (agents(claim), [*targets(claim), *recipients(claim)]) == (who, whom)


@pytest.mark.parametrize(
    ("text", "type_", "where"),
    [
        ("Fighters captured a hilltop outpost near Myawaddy.", "capture", [("Myawaddy", "near")]),
        ("The council's troops took over the presidential palace in Aden.", "capture", [("Aden", "at")]),
        ("Armenia said fighting for Shusha continued.", "clash", [("Shusha", "at")]),
        ("Troops freed a New Zealand pilot near Timika.", "release", [("Timika", "near")]),
        ("A ship was sunk near the Kerch Strait by drones.", "destroy", [("Kerch Strait", "near")]),
    ],
)
def test_where_it_was_is_neither_whose_nor_wherefrom(
    one: One, text: str, type_: str, where: list[tuple[str, str]]
) -> None:
    assert places(one(text, type_)) == where


@pytest.mark.parametrize(
    ("text", "type_", "who", "whom"),
    [
        ("A woman died after Ukrainian shelling of the town of Shebekino.", "shelling", ["Ukraine"], []),
        (
            "British jets took part in strikes against a Houthi drone factory.",
            "airstrike",
            ["British air force"],
            ["Houthi drone factory"],
        ),
        ("Police in Nairobi fired live rounds at protesters.", "attack", ["police"], ["protesters"]),
        ("Gunmen seized a school bus near Kuriga.", "abduct", ["gunmen"], ["school bus"]),
    ],
)
def test_who_strikes_is_told_beside_the_act(one: One, text: str, type_: str, who: list[str], whom: list[str]) -> None:
    claim = one(text, type_)
    assert (agents(claim), targets(claim)) == (who, whom)


@pytest.mark.parametrize(
    ("text", "type_", "told"),
    [
        ("A convoy carrying food for 20,000 people was attacked near Butembo.", "attack", []),
        ("The PMF said one of its fighters had died in a US raid on al-Qaim.", "attack", [1.0]),
        ("At least 15 people, all from one family, were killed when a shell landed on their home.", "shelling", [15.0]),
    ],
)
def test_those_are_counted_whom_it_befell(one: One, text: str, type_: str, told: list[float]) -> None:
    assert [slot.amount.low for slot in one(text, type_).amounts] == told


def test_what_was_left_without_was_not_done(one: One) -> None:
    claim = one("Ethiopian troops withdrew from Hudur without handing over the base to Somali forces.", "transfer")
    assert claim.polarity is Polarity.DENIED


def test_clashes_that_were_set_off_were_not_planned(one: One) -> None:
    claim = one("Marines arrested a leader in Matamoros, setting off clashes that killed three bystanders.", "clash")
    assert claim.modality is Modality.HAPPENED


def test_those_whom_a_bombing_killed_are_counted_in_it(read: Read) -> None:
    claims = read("Islamic State claimed the bombing of a mosque in Kunduz that killed 50 worshippers.")
    assert [(claim.type, counted(claim)) for claim in claims] == [("bombing", [("killed", 50.0)])]


def test_who_threatens_a_plant_does_not_say_who_guards_it(read: Read) -> None:
    claims = read("Rwandan soldiers guard the gas plant at Afungi, which the insurgents threatened to attack.")
    assert [claim.speakers for claim in claims if claim.type == "presence"] == [()]


def test_a_station_that_was_set_ablaze_was_burnt(one: One) -> None:
    assert targets(one("A gang set ablaze the police station in Cabaret.", "destroy")) == ["police station"]


def test_the_guns_of_a_junta_are_its_own(one: One) -> None:
    assert agents(one("Junta artillery shelled a wedding in Mindat township.", "shelling")) == ["Junta"]
