"""What is meant behind other words: regrets, attempts by somebody, crews, quarters of a year, first times."""

from __future__ import annotations

from tests.claims.reading import One, Read, agents, places, targets
from tripoint.model import Modality, Polarity


def test_reports_dismissed_as_fake_are_denied_by_who_dismisses_them(read: Read) -> None:
    _, killed = read('The Kremlin dismissed as "fake" reports that North Korean soldiers had been killed near Kursk.')
    assert (killed.type, killed.polarity) == ("kill", Polarity.DENIED)
    assert [speaker.name for speaker in killed.speakers] == ["Kremlin"]


def test_the_evening_before_is_nothing_that_was_bombed(one: One) -> None:
    text = "Bodies were pulled from the rubble of a school in Gao that Israeli jets had bombed the previous evening."
    assert targets(one(text, "airstrike")) == ["school"]


def test_what_should_never_have_been_done_was_done(one: One) -> None:
    for text in (
        "Israel should not have been allowed to bomb Doha, the Qatari prime minister said.",
        "Israel should never have bombed Doha, the Qatari prime minister said.",
    ):
        claim = one(text, "airstrike")
        assert (claim.modality, claim.polarity) == (Modality.HAPPENED, Polarity.AFFIRMED), text
        assert agents(claim) == ["Israel"], text


def test_who_may_have_died_in_the_strike_leaves_the_strike_as_it_was(one: One) -> None:
    assert one("Up to 20 militants may have been killed in the strike.", "airstrike").modality is Modality.HAPPENED


def test_an_attempt_by_a_side_is_that_sides(one: One) -> None:
    claim = one("An attempt by the rebels to retake Minova failed.", "capture")
    assert (agents(claim), claim.polarity) == (["rebels"], Polarity.DENIED)


def test_fighting_that_reaches_a_town_is_there_and_the_first_time_since_dates_nothing(one: One) -> None:
    text = "Fighting between the Sudanese army and the RSF reached El Obeid for the first time since February."
    claim = one(text, "clash")
    assert agents(claim) == ["Sudanese Armed Forces", "Rapid Support Forces"]
    assert places(claim) == [("El Obeid", "at")]
    assert claim.time is None


def test_a_bomb_that_detonated_somewhere_is_one_bombing(one: One) -> None:
    claim = one("A car bomb that detonated outside a ministry in Jalalabad left five people dead.", "bombing")
    assert [role for _, role in places(claim)] == ["at"]


def test_the_crew_of_a_ship_is_held_and_the_ship_is_no_place(read: Read) -> None:
    released, held = read("Houthi forces have released the crew of the Galaxy Leader, held since November 2023.")
    assert targets(released) == targets(held) == ["crew"]
    assert places(released) == []


def test_nobody_who_claims_it_is_no_voice(one: One) -> None:
    assert one("No group has claimed the bombing of the Moscow metro station.", "bombing").speakers == ()


def test_a_battle_is_fought_by_those_who_fight_it(one: One) -> None:
    claim = one("Philippine marines and Abu Sayyaf gunmen fought a three-hour battle in Patikul.", "clash")
    assert agents(claim) == ["Philippine army", "Abu Sayyaf"]


def test_a_quarter_of_a_year_is_three_months(one: One) -> None:
    claim = one("At least 340 civilians died in jihadist attacks in Gao in the first quarter of 2024.", "attack")
    assert claim.time is not None
    assert (claim.time.start, claim.time.end) == ("2024-01-01", "2024-03-31")


def test_the_spokesman_of_an_army_speaks_for_the_army(one: One) -> None:
    assert targets(one("The army spokesman denied losing control of Kadugli.", "capture")) == ["army"]
