from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tripoint.errors import TripointError
from tripoint.resources.gazetteer_sources import Entry
from tripoint.resources.placefiles.placefile import PlaceFile, guessed

GEONAMES = "1234|Mazra|Mazra|Mezra'a,Mazraa|35.5|39.5|P|PPL|SY||07|0701|||640||215|Asia/Damascus|2020-01-01".replace(
    "|", "\t"
)
WOF_HEADS = "wof_id\tcountry\tplacetype\tname\tlat\tlon\tis_current\tsuperseded\tgn_id\talt_names"


def places(path: Path, **told: str) -> list[Entry]:
    return list(PlaceFile(path, **told))


def written(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_geonames_dump_gives_places_with_their_ids_and_other_names(tmp_path: Path) -> None:
    path = written(tmp_path, "SY.txt", GEONAMES + "\n")
    (place,) = places(path)
    assert (place.id, place.kind, place.country, place.region) == ("gn:1234", "town", "SY", "SY.07")
    assert place.names == {"Mazra", "Mezra'a", "Mazraa"} and place.population == 640


def test_the_same_dump_is_read_from_gz_and_zip(tmp_path: Path) -> None:
    packed = tmp_path / "SY.txt.gz"
    packed.write_bytes(gzip.compress(GEONAMES.encode()))
    boxed = tmp_path / "SY.zip"
    with zipfile.ZipFile(boxed, "w") as box:
        box.writestr("readme.txt", "short")
        box.writestr("SY.txt", GEONAMES + "\n")
    assert [p.id for p in places(packed)] == [p.id for p in places(boxed)] == ["gn:1234"]


def test_features_that_are_no_places_are_left_out_and_counted(tmp_path: Path) -> None:
    path = written(tmp_path, "SY.txt", GEONAMES.replace("PPL", "HTL"))
    file = PlaceFile(path)
    assert list(file) == [] and file.left_out == {"no place of ours: HTL": 1}


def test_a_whos_on_first_table_leaves_out_what_is_no_longer_current(tmp_path: Path) -> None:
    rows = (
        "1\tIQ\tlocality\tTal Marq\t36.1\t42.1\t-1\tFalse\t77\teng_x_preferred=Tell Mark|ara_x_preferred=تل",
        "2\tIQ\tlocality\tOld Marq\t36.1\t42.1\t0\tFalse\t\t",
        "3\tIQ\tlocality\tTal Marq\t36.1\t42.1\t-1\tFalse\t77\t",
        '4\tIQ\tregion\tMarqland\t36.1\t42.1\t1\tFalse\t\t"eng_x_preferred=Land\tof Marq"',
    )
    file = PlaceFile(written(tmp_path, "wof.tsv", "\n".join((WOF_HEADS, *rows))))
    found = {place.id: place for place in file}
    assert set(found) == {"gn:77", "wof:4"} and "Tell Mark" in found["gn:77"].names
    assert file.left_out == {"no longer current": 1, "the same place of GeoNames again": 1}


def test_geojson_points_and_csv_with_usual_heads_are_hand_made_places(tmp_path: Path) -> None:
    point = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [40.1, 33.2]},
        "properties": {"name": "P9"},
    }
    json_ = written(tmp_path, "pumps.geojson", json.dumps({"type": "FeatureCollection", "features": [point]}))
    csv_ = written(tmp_path, "pumps.csv", "Name;Latitude;Longitude;Type\nP9;33.2;40.1;site\n")
    (a,), (b,) = places(json_, country="IQ"), places(csv_, country="IQ")
    assert (
        (a.lat, a.lon, a.country, a.supplement) == (b.lat, b.lon, b.country, b.supplement) == (33.2, 40.1, "IQ", True)
    )


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", "name,lat,lon\nP,95,40\n", "line 2.*no point on Earth"),
        ("a.csv", "title,where\nP,here\n", "needs a name, a latitude"),
        ("a.csv", "id,name,lat,lon\nx,P,1,2\nx,Q,3,4\n", "id x of place 2"),
        ("a.txt", GEONAMES + "\n" + GEONAMES.replace("35.5", "north"), "line 2.*numbers"),
        ("a.txt", GEONAMES + "\n1\t2\n", "line 2: 2 columns"),
        ("a.txt", GEONAMES.replace("\tSY\t", "\tZZ\t"), "line 1.*ISO"),
        ("a.geojson", '{"features": 1}', "no `features`"),
        ("a.geojson", "{" * 100_000, "not JSON"),
        ("a.txt", "just words\n", "no file of places"),
        ("a.txt", "", "no file of places"),
    ],
)
def test_a_file_that_breaks_a_rule_is_refused_with_file_line_and_reason(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    with pytest.raises(TripointError, match=f"(?s){name}.*{said}|{said}"):
        places(written(tmp_path, name, text))


@given(st.binary(max_size=400))
def test_any_bytes_are_places_or_one_sentence(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(raw)
    try:
        assert all(-90 <= (place.lat or 0) <= 90 for place in PlaceFile(path, format_=guessed(path)))
    except TripointError as error:
        assert "any.csv" in str(error)
