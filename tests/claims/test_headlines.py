"""Headlines leave out words; what they tell is read all the same."""

from __future__ import annotations

import pytest

from tests.claims.reading import claims_of, counted
from tripoint.model import BlockRole, Claim


def told(
    claims: tuple[Claim, ...],
) -> list[tuple[str, list[str], list[str], list[str], list[tuple[str, float | None]]]]:
    """Type, agents, targets, places and numbers of each claim."""
    return [
        (
            claim.type,
            [one.name for one in claim.agents],
            [one.name for one in claim.targets],
            [one.text for one in claim.places],
            counted(claim),
        )
        for claim in claims
    ]


@pytest.mark.parametrize(
    ("headline", "claims"),
    [
        ("Rebels shell Goma", [("shelling", ["rebels"], [], ["Goma"], [])]),
        (
            "Myanmar military bombs village in Kachin, killing dozens",
            [("airstrike", ["Tatmadaw"], [], ["Kachin"], [("killed", 24)])],
        ),
        (
            "Kurdish fighters repel IS assault near Hasakah",
            [("repel", ["Kurdish fighters"], ["Islamic State"], ["Hasakah"], [])],
        ),
        ("Militants Pushed Back by Troops Near Goma", [("repel", ["troops"], ["militants"], ["Goma"], [])]),
        ("Separatists release captured Ukrainian soldiers", "release"),
        (
            "Town Retaken by Army, 20 Rebels Killed",
            [("capture", ["army"], [], [], []), ("kill", [], ["rebels"], [], [("killed", 20)])],
        ),
        (
            "At Least 3 Killed, 30 Wounded in Rocket Attack on Port City",
            [("shelling", [], [], [], [("killed", 3), ("wounded", 30)])],
        ),
        (
            "Seven Dead in Car Bomb Attack on Police Station in Kandahar",
            [("bombing", [], ["Police Station"], ["Kandahar"], [("killed", 7)])],
        ),
        (
            "Dozens feared dead after strike on market in Tigray",
            [("airstrike", [], ["market"], ["Tigray"], [("killed", 24)])],
        ),
        ("Death toll in mosque bombing climbs to 47", [("kill", [], [], [], [("killed", 47)])]),
        (
            "Burkina Faso jihadists attack convoy, kill 35",
            [
                ("attack", ["Burkinabe jihadists"], ["convoy"], [], []),
                ("kill", ["Burkinabe jihadists"], [], [], [("killed", 35)]),
            ],
        ),
        (
            "Rebel-held Donetsk shelled overnight, one dead",
            [("control", ["Rebel"], [], ["Donetsk"], []), ("shelling", [], [], ["Donetsk"], [])],
        ),
        (
            "Syrian army, allies take control of Maarat al-Numan",
            [("capture", ["Syrian Arab Army", "allies"], [], ["Maarat al-Numan"], [])],
        ),
        (
            "Drone strike on fuel depot in Sudan's Kosti leaves 12 dead",
            [("airstrike", [], ["fuel depot"], ["Kosti"], [("killed", 12)])],
        ),
        ("Two killed as shells land near UN base in Goma", [("shelling", [], [], ["Goma"], [("killed", 2)])]),
    ],
)
def test_a_headline_tells_who_did_what_to_whom_and_where(headline: str, claims: object) -> None:
    found = told(claims_of(headline, role=BlockRole.HEADLINE))
    if isinstance(claims, str):
        assert claims in {one[0] for one in found}
    else:
        assert found == claims


def test_happenings_named_by_nouns_are_no_verbs() -> None:
    assert [claim.type for claim in claims_of("Syria air strikes: what we know", role=BlockRole.HEADLINE)] in (
        [],
        ["airstrike"],
    )
    assert not claims_of("UN peace talks in Geneva", role=BlockRole.HEADLINE)[1:]


def test_what_an_act_left_is_counted_by_fate(one: object) -> None:
    claim = one("The bombing left at least seven people dead and 12 others wounded.", "bombing")  # type: ignore[operator]
    assert counted(claim) == [("killed", 7), ("wounded", 12)]


def test_a_condemned_killing_is_told_as_one() -> None:
    found = told(claims_of("The UN condemned the killing of five peacekeepers in northern Mali."))
    assert ("kill", [], ["peacekeepers"], ["northern Mali"], [("killed", 5)]) in found


def test_what_a_strike_was_on_is_its_target_and_no_time_is() -> None:
    assert told(claims_of("An air strike on a market in Tigray killed 50 people."))[0][2] == ["market"]
    assert told(claims_of("A strike on the eve of the talks killed two."))[0][2] == []
