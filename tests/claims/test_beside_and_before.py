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
