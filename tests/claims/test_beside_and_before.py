"""Who acts where two sides stand beside each other, and what is told of others before."""

from __future__ import annotations

from tests.claims.reading import One, Read, agents, places, targets
from tripoint.model import Modality, Polarity


def test_the_side_behind_but_acts_and_not_the_one_before_it(one: One) -> None:
    text = "Georgian troops entered Tskhinvali, but Russian armour, rolling through the tunnel, drove them out."
    claim = one(text, "capture")
    assert (agents(claim), targets(claim)) == (["Russian armour"], ["Georgian army"])


def test_which_somebody_says_he_has_retaken_is_what_was_retaken(one: One) -> None:
    text = "Six ISIS members escaped from a prison in Hasakah, which the SDF says it has recaptured from the rioters."
    claim = one(text, "capture")
    assert (agents(claim), targets(claim)) == (["Syrian Democratic Forces"], ["rioters"])


def test_it_behind_a_convoy_is_the_convoy_and_no_place(one: One) -> None:
    claim = one("Had the convoy not turned back at Goz Beida, it would have been ambushed.", "attack")
    assert (targets(claim), places(claim)) == (["convoy"], [])


def test_a_plot_that_was_foiled_came_to_nothing(one: One) -> None:
    claim = one("Russia's FSB says it foiled a plot to kill a senior officer in Saint Petersburg.", "kill")
    assert (claim.modality, claim.polarity) == (Modality.PLANNED, Polarity.DENIED)
    told = one("The police uncovered a plot to kill a senior officer in Saint Petersburg.", "kill")
    assert (told.modality, told.polarity) == (Modality.PLANNED, Polarity.AFFIRMED)


def test_when_hostages_were_taken_is_not_when_they_are_searched_for(one: One) -> None:
    assert one("French forces searched Pendjari park for two hostages taken on 1 May.", "sweep").time is None


def test_a_given_name_is_nobody_elses_surname(one: One) -> None:
    text = "The group's deputy leader, Saleh al-Arouri, was killed in a drone strike in Beirut."
    assert targets(one(text, "airstrike")) == ["Saleh al-Arouri"]


def test_what_was_vowed_was_vowed_whatever_it_hangs_on(one: One) -> None:
    text = "The rebels have vowed to march on Kinshasa unless President Félix Tshisekedi agrees to talks."
    assert one(text, "threaten").modality is Modality.HAPPENED


def test_guests_held_hostage_are_guests(one: One) -> None:
    claim = one("Al-Shabaab fighters held dozens of guests hostage in Mogadishu.", "abduct")
    assert targets(claim) == ["guests"]


def test_the_land_that_owns_a_province_is_no_second_place(one: One) -> None:
    claim = one("Jets bombed what Islamabad called TTP hideouts in Afghanistan's Paktika province.", "airstrike")
    assert [name for name, _ in places(claim)] == ["Paktika"]


def test_a_bank_of_a_river_is_no_name(read: Read) -> None:
    assert all(not claim.places for claim in read("Militias hold the west bank of the river."))


def test_who_denies_it_and_blames_another_does_blame_him(read: Read) -> None:
    denied, blamed, _ = read(
        "Syrian rebels denied that they had fired mortars at the embassy, blaming Iran for the attack."
    )
    assert denied.polarity is Polarity.DENIED
    assert (blamed.type, blamed.polarity) == ("accuse", Polarity.AFFIRMED)


def test_who_turns_a_proposal_down_would_not_carry_it_out(one: One) -> None:
    assert agents(one("Yemen has rejected a Houthi proposal to reopen the Taiz-Aden road.", "open")) == []


def test_what_a_place_is_now_dates_nothing(one: One) -> None:
    text = "Jets struck the headquarters in Babanusa, now a paramilitary base, and nearby fuel depots."
    assert one(text, "airstrike").time is None


def test_who_triggers_a_blast_did_it(one: One) -> None:
    claim = one("Three troopers died in an IED blast triggered by Maoists in Chhattisgarh.", "bombing")
    assert agents(claim) == ["Communist Party of India (Maoist)"]


def test_who_leaves_a_town_for_another_goes_there(one: One) -> None:
    claim = one("The convoy left Bangui for Bria last week.", "withdraw")
    assert places(claim) == [("Bangui", "from"), ("Bria", "toward")]


def test_weapons_recovered_are_found(one: One) -> None:
    text = "Somali forces killed 19 militants overnight near Harardhere and recovered weapons, the ministry said."
    assert targets(one(text, "find")) == ["weapons"]


def test_weapons_surrendered_are_handed_over(read: Read) -> None:
    assert [claim.type for claim in read("The rebels surrendered their weapons.")] == ["transfer"]


def test_a_voice_bears_its_own_name(one: One) -> None:
    for text, name in (
        ("The army has left Gao, the Khortytsia group of forces said.", "Khortytsia group of forces"),
        ("The army has left Gao, according to a report by the think tank ISP-Myanmar.", "think tank ISP-Myanmar"),
        ("Hezbollah's Naim Qassem said that the army had left Gao.", "Naim Qassem"),
    ):
        assert [speaker.name for speaker in one(text, "withdraw").speakers] == [name], text
