"""Where a happening lies when it lies not at the place that is named."""

from __future__ import annotations

import json

from tests.claims.reading import One
from tripoint.model import Claim, PlaceSlot
from tripoint.sphere import kilometres


def slot(claim: Claim, name: str) -> PlaceSlot:
    return next(slot for slot in claim.places if slot.text.endswith(name))


def drawn(claim: Claim, name: str) -> dict[str, object]:
    place = slot(claim, name).place
    assert place.geometry is not None, [(s.text, s.role) for s in claim.places]
    return json.loads(place.geometry)


def test_so_far_off_in_a_direction_is_a_ring_sector_and_the_named_point_stays(one: One) -> None:
    claim = one("On Monday militants attacked a convoy 20 km southeast of Mosul.", "attack")
    shape = drawn(claim, "Mosul")
    mosul = slot(claim, "Mosul").place
    assert shape["type"] == "Polygon" and slot(claim, "Mosul").role == "southeast_of"
    ring = [(lat, lon) for lon, lat in shape["coordinates"][0]]
    assert all(lat < mosul.lat + 0.02 and lon > mosul.lon - 0.02 for lat, lon in ring)
    assert max(kilometres((mosul.lat, mosul.lon), point) for point in ring) < 60


def test_a_direction_alone_reaches_as_far_as_a_neighbourhood(one: One) -> None:
    shape = drawn(one("Militants attacked a convoy north of Mosul.", "attack"), "Mosul")
    assert shape["type"] == "Polygon" and shape["uncertainty_km"] >= 15


def test_between_two_places_is_the_stretch_between_them(one: One) -> None:
    claim = one("Militants attacked a convoy between Tikrit and Baiji.", "attack")
    shape = drawn(claim, "Tikrit")
    assert shape["type"] == "LineString" and len(shape["coordinates"]) == 2
    assert drawn(claim, "Baiji") == shape


def test_the_place_itself_has_no_shape_of_its_own(one: One) -> None:
    assert slot(one("Militants attacked a convoy in Mosul.", "attack"), "Mosul").place.geometry is None


def test_a_border_is_a_line_with_the_middle_of_it_and_half_its_length(one: One) -> None:
    claim = one("Militants attacked a convoy on the Syrian-Iraqi border.", "attack")
    place = claim.places[0].place
    assert place.precision == "line" and place.lat is not None and (place.radius_km or 0) > 250
    assert json.loads(place.geometry or "")["type"] == "LineString"
