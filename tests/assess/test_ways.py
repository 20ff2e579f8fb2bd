"""Roads and crossings told to be in use, cut, or yet to be opened."""

from __future__ import annotations

from dataclasses import replace

from tests.assess.make import case, fields
from tests.events.make import claim, day, document, party, place
from tripoint.model import Claim, Party, PlaceSlot, PlaceValue

DOCS = (document("d1"), document("d2"))
ON = day("2015-03-03")


def ends(*names: str) -> tuple[PlaceSlot, ...]:
    return tuple(place(name, "between") for name in names)


def used(**more: object) -> Claim:
    road = "the traders enjoy a road between Harrow Bridge and Stonewell"
    told = claim("a", "d1", "status", road, at=ends("Harrow Bridge", "Stonewell"), **more)  # type: ignore[arg-type]
    return replace(told, status="open")


def sides(*claims: Claim) -> list[tuple[str, list[str]]]:
    return fields(case(list(claims), *DOCS)[1].contradictions)


def test_a_road_in_use_that_another_text_says_is_cut() -> None:
    cut = claim("b", "d2", "besiege", "cut the road that links the two", at=ends("Stonewell", "Harrow Bridge"))
    assert sides(used(), cut) == [("status", ["cut", "in use"])]
    assert sides(used(), replace(cut, places=ends("Stonewell", "Harrow Mill"))) == []


def test_a_road_in_use_that_another_text_wants_to_open() -> None:
    plan = claim("b", "d2", "open", "will open the road", at=ends("Harrow Bridge", "Stonewell"), modality="planned",
                 aspect="none")  # fmt: skip
    assert sides(used(), plan) == [("status", ["in use", "yet to be opened"])]
    assert sides(used(), replace(plan, document_id="d1")) == []


def test_a_way_told_of_one_day_is_no_change() -> None:
    cut = claim("b", "d2", "besiege", "cut the road", at=ends("Harrow Bridge", "Stonewell"), time=ON)
    found = [case([used(time=time), cut], *DOCS)[1].contradictions for time in (ON, None)]
    assert [[one.explained is None for one in listed] for listed in found] == [[True], [False]]


def abroad(name: str, country: str, lat: float, lon: float, role: str = "between") -> PlaceSlot:
    value = PlaceValue(
        place_id=f"p:{name}", name=name, lat=lat, lon=lon, radius_km=3.0, country=country, admin1=None, precision="town"
    )
    return PlaceSlot(place=value, role=role, text=name, start=0, end=1)


NAIROBI, MOGADISHU = abroad("Nairobi", "KE", -1.29, 36.82), abroad("Mogadishu", "SO", 2.04, 45.34)


def test_a_way_between_two_countries_is_that_of_their_border() -> None:
    road = replace(claim("a", "d1", "status", "enjoy a route", at=(NAIROBI, MOGADISHU)), status="open")
    shut = claim("b", "d2", "close", "the crossing was shut", at=(abroad("Mandera crossing", "", 3.93, 41.87, "at"),))
    assert sides(road, shut) == [("status", ["cut", "in use"])]
    inland = claim("b", "d2", "close", "the crossing was shut", at=(abroad("Ford crossing", "KE", -0.5, 37.0, "at"),))
    assert sides(road, inland) == []


def test_a_railway_that_two_countries_want_to_build_is_yet_to_be_opened() -> None:
    road = replace(claim("a", "d1", "status", "enjoy a route", at=(NAIROBI, MOGADISHU)), status="open")
    plan = claim("b", "d2", "build", "plan to build a railway", modality="planned", aspect="none",
                 agents=(nation("Kenya", "KE"), nation("Somalia", "SO")))  # fmt: skip
    assert sides(road, plan) == [("status", ["in use", "yet to be opened"])]
    wall = replace(plan, evidence=(replace(plan.evidence[0], text="plan to build a wall"),))
    assert sides(road, wall) == []


def nation(name: str, country: str) -> Party:
    return party(name, kind="government", country=country)
