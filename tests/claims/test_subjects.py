"""Who acts, where the sentence names them in a roundabout way."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, Read, recipients


@pytest.mark.parametrize(
    ("text", "type_", "agents"),
    [
        ("Baghdad closed the airports of Erbil and Kirkuk.", "close", ["Iraq"]),
        ("Officials accused the Peshmerga of looting and burning houses in Homs.", "destroy", ["Peshmerga"]),
        ("Observers accuse the rebels of firing on civilians in Homs.", "attack", ["rebels"]),
        ("What is left of the Islamic State has retreated to Hajin.", "withdraw", ["Islamic State"]),
        ("An air strike which Ankara attributes to the Syrian army killed three men in Homs.", "airstrike",
         ["Syrian Arab Army"]),
        ("The rebels denied the raid on Homs.", "attack", ["rebels"]),
        ("Rebels launched a counter-offensive in Homs.", "attack", ["rebels"]),
        ("Egypt has planned to use aircraft to further reinforce security in the region. The patrols come as Egypt, "
         "Jordan and Iraq have sought to step up mutual trade by building a railway line, along with a road.", "build",
         ["Egypt", "Jordan", "Iraq"]),
    ],
)  # fmt: skip
def test_who_acts_is_the_agent(one: One, text: str, type_: str, agents: list[str]) -> None:
    assert [p.name for p in one(text, type_).agents] == agents


def test_a_capital_that_suffers_is_a_place(one: One) -> None:
    claim = one("Baghdad witnessed two explosions on Monday.", "bombing")
    assert ([p.name for p in claim.agents], [s.text for s in claim.places]) == ([], ["Baghdad"])


def test_a_capital_behind_with_is_a_partner(one: One) -> None:
    claim = one("The Kurds coordinated the move with Damascus.", "coordinate")
    assert recipients(claim) == ["Syria"]
    assert claim.places == ()


def test_a_plural_that_claims_is_the_voice(one: One) -> None:
    claim = one("Residents of the town claim that the army shelled Hajin.", "shelling")
    assert [one.name for one in claim.speakers] == ["unnamed:residents"]


def test_a_name_behind_its_article_is_one_name(one: One) -> None:
    claim = one("The rebels had lost al-Sakhour.", "capture")
    assert [slot.text for slot in claim.places] == ["al-Sakhour"]


def test_where_places_those_who_hide(one: One) -> None:
    claim = one("The army shelled Hajin, where fighters are thought to be hiding.", "presence")
    assert [(p.name, s.place.name) for p in claim.agents for s in claim.places] == [("fighters", "Hajin")]


def test_who_is_kept_from_an_act_is_who_would_have_done_it(one: One) -> None:
    claim = one("Tribal fighters prevented ISIS from reaching the Haditha dam.", "reach")
    assert ([p.name for p in claim.agents], claim.polarity.value) == (["Islamic State"], "denied")


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("A US drone strike near Jilib killed Abdullahi Nadir.", ["Abdullahi Nadir"]),
        ("The commander was killed in an air strike on Palmyra.", ["commander"]),
        ("An air strike on Palmyra killed ten people.", []),
    ],
)
def test_one_person_who_dies_in_an_act_is_its_target(one: One, text: str, targets: list[str]) -> None:
    assert [p.name for p in one(text, "airstrike").targets] == targets


def test_under_an_agreement_nobody_is_struck(read: Read) -> None:
    assert read("Under the agreement, the rebels are to hand over their heavy weapons within a week.") == ()


def test_what_is_told_of_the_bombs_in_passing_is_no_second_strike(one: One) -> None:
    claim = one("Barrel bombs dropped by army helicopters on the town of Morek had killed a woman.", "airstrike")
    assert ([p.name for p in claim.agents], [s.text for s in claim.places]) == (["army"], ["Morek"])


def test_their_auxiliaries_act_beside_them(one: One) -> None:
    claim = one("Turkish soldiers and their Syrian auxiliaries drove into the centre of Afrin.", "advance")
    assert [p.name for p in claim.agents] == ["Turkish Armed Forces", "Syrian auxiliaries"]


def test_an_account_is_dismissed_by_who_dismissed_it(one: One) -> None:
    claim = one("The rebels took Morek, an account that Colonel Omar Hassan dismissed as lies.", "reject")
    assert [p.name for p in claim.agents] == ["Omar Hassan"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The rebels shelled Morek, and according to the police eight people died in Homs.", []),
        ("N. N. said no, said Karim Nouri, a spokesman, who denied that the army had shelled Morek.",
         ["Karim Nouri"]),
    ],
)  # fmt: skip
def test_the_voice_is_whose_clause_it_is(read: Read, text: str, speakers: list[str]) -> None:
    (claim,) = [claim for claim in read(text) if claim.type == "shelling"]
    assert [one.name for one in claim.speakers] == speakers


def test_a_crossing_kept_closed_is_closed(one: One) -> None:
    claim = one("The refugees are at the Nasib crossing, which Amman has kept closed since 2016.", "status")
    assert claim.status == "closed"


def test_what_nobody_rules_out_is_no_refusal(read: Read) -> None:
    assert "reject" not in {claim.type for claim in read("Sources do not rule out that the army will take Morek.")}
