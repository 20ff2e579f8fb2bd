"""What cannot both be right, and what only seems so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.assess.make import case, fields
from tests.events.make import claim, day, document, killed, party, place, speaker
from tripoint.model import Aspect, BlockRole, Contradiction, PlaceSlot, Speaker, TimeValue

ON = day("2015-03-03")
DOCS = (document("d1", outlet="Morning"), document("d2", outlet="Evening"))


def test_affirmed_and_denied() -> None:
    claims = [
        claim("a", "d1", "airstrike", agents=("Air Corps",), at=("Stonewell",), time=ON),
        claim("b", "d2", "airstrike", agents=("Air Corps",), at=("Stonewell",), time=ON, polarity="denied"),
    ]
    found = case(claims, *DOCS)[1].contradictions
    assert fields(found) == [("occurred", ["affirmed", "denied"])]
    assert found[0].explained is None


def test_told_as_a_fact_and_unconfirmed() -> None:
    claims = [
        claim("a", "d1", "meet", agents=("Rangers", "River Guards"), at=("Stonewell",), time=ON),
        claim("b", "d2", "meet", agents=("Rangers", "River Guards"), at=("Stonewell",), modality="unconfirmed"),
    ]
    assert fields(case(claims, *DOCS)[1].contradictions) == [("occurred", ["told as a fact", "unconfirmed"])]


def test_a_headline_against_its_own_body_is_kept_and_explained() -> None:
    claims = [
        claim("a", "d1", "meet", "Rangers meet", agents=("Rangers",), at=("Stonewell",), block=BlockRole.HEADLINE),
        claim("b", "d1", "meet", agents=("Rangers",), at=("Stonewell",), modality="unconfirmed", start=99),
    ]
    found = case(claims, *DOCS)[1].contradictions
    assert [one.explained for one in found] == ["the headline of one page against its body"]


def test_two_sides_blamed_for_one_bombing() -> None:
    claims = [
        claim("a", "d1", "bombing", agents=("Raiders",), at=("Stonewell",), time=ON),
        claim("b", "d2", "bombing", agents=("Garrison",), at=("Stonewell",), time=ON),
    ]
    assert fields(case(claims, *DOCS, merged=True)[1].contradictions) == [("responsibility", ["Garrison", "Raiders"])]


def test_two_agents_in_one_text_are_no_rivals() -> None:
    claims = [
        claim("a", "d1", "capture", agents=("Raiders",), at=("Stonewell",), time=ON),
        claim("b", "d1", "capture", agents=("Rangers",), at=("Stonewell",), time=ON, start=50),
    ]
    assert case(claims, *DOCS, merged=True)[1].contradictions == ()


def test_an_army_and_its_government_are_one_side() -> None:
    army = party("Hill Army", kind="army", country="HL")
    state = party("Hill Government", kind="government", country="HL")
    claims = [
        claim("a", "d1", "capture", agents=(army,), at=("Stonewell",), time=ON),
        claim("b", "d2", "capture", agents=(state,), at=("Stonewell",), time=ON),
    ]
    assert case(claims, *DOCS, merged=True)[1].contradictions == ()


def test_death_tolls_that_do_not_meet() -> None:
    claims = [
        claim("a", "d1", "bombing", at=("Stonewell",), time=ON, amounts=(killed(12),)),
        claim("b", "d2", "bombing", at=("Stonewell",), time=ON, amounts=(killed(30),)),
    ]
    assert fields(case(claims, *DOCS)[1].contradictions) == [("amount:killed", ["12 people", "30 people"])]


def test_dozens_is_against_no_count() -> None:
    slot = killed(24)
    dozens = replace(slot, amount=replace(slot.amount, high=None, wording="dozens"))
    claims = [
        claim("a", "d1", "bombing", at=("Stonewell",), time=ON, amounts=(dozens,)),
        claim("b", "d2", "bombing", at=("Stonewell",), time=ON, amounts=(killed(17),)),
    ]
    assert case(claims, *DOCS)[1].contradictions == ()


def test_at_least_twelve_and_fifteen_are_no_contradiction() -> None:
    least = killed(12)
    from dataclasses import replace

    open_end = replace(least, amount=replace(least.amount, high=None))
    claims = [
        claim("a", "d1", "bombing", at=("Stonewell",), time=ON, amounts=(open_end,)),
        claim("b", "d2", "bombing", at=("Stonewell",), time=ON, amounts=(killed(15),)),
    ]
    assert case(claims, *DOCS)[1].contradictions == ()


def test_a_higher_toll_from_the_same_outlet_later_is_an_update() -> None:
    claims = [
        claim("a", "d1", "bombing", at=("Stonewell",), time=ON, amounts=(killed(12),)),
        claim("b", "d2", "bombing", at=("Stonewell",), time=ON, amounts=(killed(30),)),
    ]
    documents = (
        document("d1", outlet="Morning", published="2015-03-03"),
        document("d2", outlet="Morning", published="2015-03-04"),
    )
    assert [one.explained for one in case(claims, *documents)[1].contradictions] == [
        "one outlet told it anew later: an update"
    ]


def test_a_part_and_a_whole_in_one_text_are_no_contradiction() -> None:
    claims = [claim("a", "d1", "bombing", at=("Stonewell",), time=ON, amounts=(killed(12), killed(30)))]
    assert case(claims, *DOCS)[1].contradictions == ()


def test_days_that_do_not_meet() -> None:
    claims = [
        claim("a", "d1", "capture", agents=("Rangers",), at=("Stonewell",), time=day("2015-03-03")),
        claim("b", "d2", "capture", agents=("Rangers",), at=("Stonewell",), time=day("2015-03-04")),
    ]
    assert fields(case(claims, *DOCS)[1].contradictions) == [("time", ["3 March 2015", "4 March 2015"])]


def test_two_holders_of_one_town_at_one_time() -> None:
    claims = [
        claim("a", "d1", "control", agents=("Rangers",), at=("Stonewell",), time=ON),
        claim("b", "d2", "control", agents=("Raiders",), at=("Stonewell",), time=ON),
    ]
    found = case(claims, *DOCS)[1].contradictions
    assert fields(found) == [("holder", ["Raiders", "Rangers"])]
    assert found[0].why == "Raiders and Rangers each hold Stonewell at one time"


def test_two_holders_at_two_times_are_a_change() -> None:
    claims = [
        claim("a", "d1", "control", agents=("Rangers",), at=("Stonewell",), time=day("2015-03-03")),
        claim("b", "d2", "control", agents=("Raiders",), at=("Stonewell",), time=day("2015-06-03")),
    ]
    assert case(claims, *DOCS)[1].contradictions == ()


def test_a_hold_told_as_past_is_set_against_no_other_of_now() -> None:
    since = TimeValue(start="2015-03-01", end=None, text="since March", rule="since", partial=None, precision="month")
    held = claim("a", "d1", "control", agents=("Rangers",), at=("Stonewell",), time=since, aspect=Aspect.COMPLETED)
    now = claim("b", "d2", "control", agents=("Raiders",), at=("Stonewell",), time=ON)
    assert case([held, now], *DOCS)[1].contradictions == ()
    still = replace(held, aspect=Aspect.ONGOING)
    assert fields(case([still, now], *DOCS)[1].contradictions) == [("holder", ["Raiders", "Rangers"])]


def test_two_holders_in_one_province_hold_parts_of_it() -> None:
    claims = [
        claim("a", "d1", "control", agents=("Rangers",), at=("Eastmark",), time=ON),
        claim("b", "d2", "control", agents=("Raiders",), at=("Eastmark",), time=ON),
    ]
    assert case(claims, *DOCS)[1].contradictions == ()


def test_a_hold_north_of_a_town_says_nothing_of_the_town() -> None:
    claims = [
        claim("a", "d1", "control", agents=("Rangers",), at=("Stonewell",), time=ON),
        claim("b", "d2", "control", agents=("Raiders",), at=(place("Stonewell", "north_of"),), time=ON),
    ]
    assert case(claims, *DOCS)[1].contradictions == ()


def test_open_and_closed_at_one_time() -> None:
    claims = [
        claim("a", "d1", "status", at=("Stonewell",), status="closed", time=ON),
        claim("b", "d2", "status", at=("Stonewell",), status="open", time=ON),
    ]
    assert fields(case(claims, *DOCS)[1].contradictions) == [("status", ["closed", "open"])]


def test_the_denial_that_others_hold_a_town_does_not_contradict_its_holder() -> None:
    claims = [
        claim("a", "d1", "control", agents=("Rangers",), at=("Stonewell",)),
        claim("b", "d1", "control", agents=("Raiders",), at=("Stonewell",), polarity="denied", start=70),
    ]
    assert case(claims, *DOCS)[1].contradictions == ()


def test_the_same_words_given_to_two_voices() -> None:
    said = '"We crossed the river at dawn and nobody fired at us at all," the captain said.'
    claims = [
        claim("a", "d1", "reach", said, agents=("Rangers",), speakers=(speaker("Rangers Command"),)),
        claim("b", "d2", "reach", said, agents=("Rangers",), speakers=(speaker("Tom Hale", "person"),)),
    ]
    found = case(claims, document("d1", said), document("d2", said + " More to come on this story soon."))[1]
    assert fields(found.contradictions) == [("speaker", ["Rangers Command", "Tom Hale"])]
    assert found.contradictions[0].explained == "a person may speak for a body"


def test_a_comment_contradicts_nothing() -> None:
    claims = [
        claim("a", "d1", "control", agents=("Rangers",), at=("Stonewell",), time=ON),
        claim("b", "d1", "control", agents=("Raiders",), at=("Stonewell",), time=ON, comment_id="k1"),
        claim("c", "d1", "control", agents=("Rangers",), at=("Stonewell",), polarity="denied", comment_id="k2"),
    ]
    assert case(claims, *DOCS)[1].contradictions == ()


def test_nameless_groups_are_no_rival_holders() -> None:
    from dataclasses import replace

    rebels = replace(party("rebels"), actor_id=None)
    claims = [
        claim("a", "d1", "control", agents=(rebels,), at=("Stonewell",), time=ON),
        claim("b", "d2", "control", agents=("Rangers",), at=("Stonewell",), time=ON),
    ]
    assert case(claims, *DOCS)[1].contradictions == ()


def test_dead_children_are_not_set_against_all_the_dead() -> None:
    claims = [
        claim("a", "d1", "bombing", at=("Stonewell",), time=ON, amounts=(killed(4, unit="children"),)),
        claim("b", "d2", "bombing", at=("Stonewell",), time=ON, amounts=(killed(15),)),
    ]
    assert case(claims, *DOCS)[1].contradictions == ()


def test_a_text_that_tells_both_numbers_tells_parts_and_no_other_toll() -> None:
    both = [
        claim("a", "d1", "bombing", at=("Stonewell",), time=ON, amounts=(killed(22),)),
        claim("b", "d2", "bombing", at=("Stonewell",), time=ON, amounts=(killed(45), killed(22))),
    ]
    summed = [
        claim("a", "d1", "bombing", at=("Stonewell",), time=ON, amounts=(killed(180),)),
        claim("b", "d2", "bombing", at=("Stonewell",), time=ON, amounts=(killed(120), killed(60))),
    ]
    assert case(both, *DOCS, merged=True)[1].contradictions == ()
    assert case(summed, *DOCS, merged=True)[1].contradictions == ()


def test_a_body_that_is_only_described_is_no_other_voice() -> None:
    said = '"We crossed the river at dawn and nobody fired at us at all," the ministry said.'
    unnamed = replace(speaker("defence ministry"), actor_id=None)
    claims = [
        claim("a", "d1", "reach", said, agents=("Rangers",), speakers=(speaker("Hill Ministry of Defence"),)),
        claim("b", "d2", "reach", said, agents=("Rangers",), speakers=(unnamed,)),
    ]
    docs = (document("d1", said), document("d2", said + " More to come on this story soon."))
    assert case(claims, *docs)[1].contradictions == ()


def test_a_city_that_bears_the_name_of_its_province_is_in_no_other_place_than_its_towns() -> None:
    def at(name: str, lat: float) -> PlaceSlot:
        slot = place(name)
        return replace(slot, place=replace(slot.place, name=name, lat=lat, lon=41.0, country="HL", admin1="Eastmark",
                                           place_id=f"p:{name}", radius_km=3.0, precision="town"))  # fmt: skip

    def told(name: str) -> tuple[Contradiction, ...]:
        claims = [
            claim("a", "d1", "bombing", at=(at(name, 35.0),), time=ON),
            claim("b", "d2", "bombing", at=(at("Stonewell", 35.6),), time=ON),
        ]
        return case(claims, *DOCS, merged=True)[1].contradictions

    assert fields(told("Farmill")) == [("place", ["Farmill", "Stonewell"])]
    assert told("Eastmark") == ()


def test_holders_of_parts_of_a_city_are_explained() -> None:
    claims = [
        claim("a", "d1", "control", "Stonewell has largely been held by them", agents=("Rangers",), at=("Stonewell",),
              time=ON),
        claim("b", "d2", "control", "Raiders hold Stonewell", agents=("Raiders",), at=("Stonewell",), time=ON),
    ]  # fmt: skip
    found = case(claims, *DOCS)[1].contradictions
    assert [one.explained for one in found] == ["each may hold a part of it, as the words of one say"]


def test_a_battle_told_on_two_days_lasted() -> None:
    claims = [
        claim("a", "d1", "clash", agents=("Rangers", "Raiders"), at=("Stonewell",), time=day("2015-03-03")),
        claim("b", "d2", "clash", agents=("Rangers", "Raiders"), at=("Stonewell",), time=day("2015-03-04")),
    ]
    assert case(claims, *DOCS, merged=True)[1].contradictions == ()


def test_a_country_and_a_noun_for_people_is_no_rival_target() -> None:
    convoy = replace(party("Hill bus convoy"), actor_id="actor:hl/bus-convoy")
    people = replace(party("Hill evacuees"), actor_id="actor:hl/evacuees")
    claims = [
        claim("a", "d1", "bombing", targets=(convoy,), at=("Stonewell",), time=ON),
        claim("b", "d2", "bombing", targets=(people,), at=("Stonewell",), time=ON),
    ]
    assert case(claims, *DOCS, merged=True)[1].contradictions == ()
    known = [replace(claims[0], targets=(party("Rangers"),)), replace(claims[1], targets=(party("Raiders"),))]
    assert fields(case(known, *DOCS, merged=True)[1].contradictions) == [("target", ["Raiders", "Rangers"])]


def weekday(text: str, start: str | None = None) -> TimeValue:
    if start is None:
        return TimeValue(start=None, end=None, precision="unresolved", rule="weekday", text=text)
    return TimeValue(start=start, end=start, precision="day", rule="weekday", text=text)


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        ("on Saturday", "Sunday", 1),
        ("By Monday morning", "not before Tuesday at dawn", 1),
        ("before Tuesday", "after Thursday", 2),
        ("By Monday", "on Sunday", 0),
        ("since Monday", "on Wednesday", 0),
        ("between Friday and Sunday", "on Monday", 0),
        ("on Friday", "late on Friday", 0),
    ],
)
def test_weekdays_that_are_not_one_day(one: str, two: str, apart: int) -> None:
    claims = [
        claim("a", "d1", "capture", agents=("Rangers",), at=("Stonewell",), time=weekday(one)),
        claim("b", "d2", "capture", agents=("Rangers",), at=("Stonewell",), time=weekday(two)),
    ]
    found = case(claims, document("d1"), document("d2"), merged=True)[1].contradictions
    assert [(c.field, c.why.split()[4]) for c in found] == ([("time", str(apart))] if apart else [])


def test_a_weekday_is_held_against_a_date() -> None:
    claims = [
        claim("a", "d1", "capture", agents=("Rangers",), at=("Stonewell",), time=weekday("Saturday", "2016-11-26")),
        claim("b", "d2", "capture", agents=("Rangers",), at=("Stonewell",), time=weekday("Sunday")),
    ]
    found = case(claims, document("d1"), document("d2"), merged=True)[1].contradictions
    assert fields(found) == [("time", ["Saturday", "Sunday"])]


def person(name: str) -> Speaker:
    return speaker(name, kind="person")


def test_a_name_spelled_otherwise_is_no_other_voice() -> None:
    text = "he said that not one of the seven wells in the upper valley held any water that night"
    claims = [
        claim("a", "d1", "destroy", text, targets=("wells",), at=("Stonewell",), speakers=(person("Karim Abdelhadi"),)),
        claim("b", "d2", "destroy", text, targets=("wells",), at=("Stonewell",), speakers=(person("Abdul Hadi"),)),
    ]
    quoted = f"“{text}”"
    found = case(claims, document("d1", quoted), document("d2", quoted), merged=True)[1].contradictions
    assert [one.explained for one in found] == ["one name is the other, spelled otherwise or in part"]


def test_a_denial_that_names_nobody_is_of_whoever_is_said_to_have_done_it() -> None:
    claims = [
        claim("a", "d1", "capture", "Rangers took Stonewell", agents=("Rangers",), at=("Stonewell",)),
        claim("b", "d2", "capture", "that the town had fallen", at=("Stonewell",), polarity="denied"),
    ]
    found = case(claims, document("d1"), document("d2"), merged=True)[1].contradictions
    assert [(one.field, one.explained) for one in found] == [("occurred", None)]


def test_a_hold_told_as_over_is_no_hold_of_the_day_it_is_told() -> None:
    claims = [
        claim("a", "d1", "control", "Rangers hold Stonewell", agents=("Rangers",), at=("Stonewell",)),
        claim("b", "d1", "control", "which Raiders had held for weeks", agents=("Raiders",), at=("Stonewell",),
              aspect="completed", start=50),
    ]  # fmt: skip
    assert case(claims, document("d1", published="2015-03-03"))[1].contradictions == ()
