from __future__ import annotations

import json

import pytest

from tests.mentions.reading import read
from tripoint.model import MentionKind

PLACE = MentionKind.PLACE


@pytest.mark.parametrize(
    "written", ["Damascus-Homs highway", "Damascus-Homs road", "Damascus-Homs international highway"]
)
def test_a_road_named_by_two_towns_is_the_line_between_them(written: str) -> None:
    meant = read(f"In Syria, shells hit the {written} at noon.").meant(written, PLACE)
    assert meant.place is not None and meant.place.lat is not None and meant.place.precision == "line"
    assert 33.6 < meant.place.lat < 34.7
    assert meant.place.geometry is not None
    assert json.loads(meant.place.geometry)["type"] == "LineString"


def test_two_towns_joined_without_a_road_stay_two_places() -> None:
    found = read("In Syria, the Damascus-Homs talks failed.")
    assert "Damascus-Homs talks" not in found.texts(PLACE)


def test_a_road_to_a_town_that_no_gazetteer_holds_is_unlocated() -> None:
    written = "Homs-Qasmarita road"
    place = read(f"In Syria, troops cut the {written} near the village of Qasmarita.").meant(written, PLACE).place
    assert place is not None and place.precision == "unlocated" and place.lat is None
