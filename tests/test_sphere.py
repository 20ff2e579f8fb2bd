from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tripoint.resources.borders import border, borders_of, meeting
from tripoint.sphere import BEARINGS, destination, kilometres, length, line, middle, sector

points = st.tuples(st.floats(-80, 80), st.floats(-179, 179))


def test_a_degree_of_latitude_is_a_hundred_and_eleven_kilometres() -> None:
    assert kilometres((0.0, 0.0), (1.0, 0.0)) == pytest.approx(111.2, abs=0.1)
    assert kilometres((10.0, 179.9), (10.0, -179.9)) < 30


@given(points, st.floats(0, 359), st.floats(1, 1000))
def test_what_lies_so_far_in_a_direction_is_so_far_away(start: tuple[float, float], bearing: float, km: float) -> None:
    assert kilometres(start, destination(start, bearing, km)) == pytest.approx(km, rel=1e-6)


def test_south_is_below_and_east_is_right() -> None:
    assert destination((36.0, 43.0), BEARINGS["south"], 50)[0] < 36.0
    assert destination((36.0, 43.0), BEARINGS["east"], 50)[1] > 43.0


@given(st.lists(points, min_size=2, max_size=6))
def test_the_middle_of_a_line_lies_near_it(found: list[tuple[float, float]]) -> None:
    lat, lon = middle(found)
    assert min(a[0] for a in found) - 1e-6 <= lat <= max(a[0] for a in found) + 1e-6
    assert min(a[1] for a in found) - 1e-6 <= lon <= max(a[1] for a in found) + 1e-6


def test_shapes_are_geojson_with_longitude_first_and_closed_rings() -> None:
    shape = json.loads(sector((36.0, 43.0), 180.0, width=90.0, near_km=15, far_km=25))
    ring = shape["coordinates"][0]
    assert shape["type"] == "Polygon" and ring[0] == ring[-1] and shape["uncertainty_km"] == 5.0
    assert all(42 < lon < 44 and 35 < lat < 36 for lon, lat in ring)
    drawn = json.loads(line(((36.0, 43.0), (35.0, 44.0)), uncertainty_km=3))
    assert drawn["coordinates"] == [[43.0, 36.0], [44.0, 35.0]]


def test_countries_that_touch_have_a_border_and_others_have_none() -> None:
    assert 550 < sum(map(length, border("SY", "IQ"))) < 700
    assert border("IQ", "SY") == border("SY", "IQ") and border("IQ", "SD") == ()
    assert len(borders_of("IQ")) >= 6


def test_three_borders_meet_where_they_do() -> None:
    met = meeting("SY", "IQ", "JO")
    assert met is not None and kilometres(met, (33.37, 38.79)) < 15
    assert meeting("SY", "IQ", "SD") is None
