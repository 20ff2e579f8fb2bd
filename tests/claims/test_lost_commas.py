"""Sentences whose commas and apostrophes were lost on the way, which a parser hangs together wrongly."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, Read


@pytest.mark.parametrize(
    ("text", "type_", "agents", "places"),
    [
        (
            "Elsewhere in Syria rebel fighters attacked a post near Sarmin.",
            "attack",
            ["rebel fighters"],
            ["Sarmin"],
        ),
        ("In Homs rebels shelled the refinery on Monday.", "shelling", ["rebels"], ["Homs"]),
        ("In northern Aleppo army troops took the village of Bashkoy.", "capture", ["army troops"], ["Bashkoy"]),
    ],
)
def test_who_acts_stands_between_the_name_of_a_place_and_the_verb(
    one: One, text: str, type_: str, agents: list[str], places: list[str]
) -> None:
    claim = one(text, type_)
    assert [party.text.removeprefix("Syria ") for party in claim.agents] == agents
    assert [slot.text for slot in claim.places if slot.place.precision != "country"] == places


def test_people_killed_in_airstrikes_flew_none(one: One) -> None:
    claim = one("At least 11 civilians were killed in regime airstrikes on a market in Sarmin.", "airstrike")
    assert [party.text for party in claim.agents] == ["regime"]
    assert [slot.amount.what for slot in claim.amounts] == ["killed"]


def test_people_killed_during_bombing_and_shelling_shelled_nobody(read: Read) -> None:
    text = "Six children were among 12 civilians killed in Douma during bombing and shelling on Friday."
    assert not any(claim.agents for claim in read(text))


def test_an_offensive_is_told_as_a_fact_where_its_day_is_counted(one: One) -> None:
    text = "The president vowed to fight both groups on the fifth day of an offensive that has left dozens dead."
    assert one(text, "attack").modality == "happened"


def test_munitions_deployed_over_a_town_are_used_there(one: One) -> None:
    assert [slot.text for slot in one("Cluster bombs were deployed over Sarmin on Monday.", "attack").places] == [
        "Sarmin"
    ]


def test_whose_shell_it_is_that_strikes_is_who_shells(one: One) -> None:
    text = "Five people died when a shell belonging to opposition forces struck a school in Sarmin."
    assert [party.text for party in one(text, "shelling").agents] == ["opposition forces"]
