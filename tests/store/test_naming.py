"""Names and places stand once each in case.db, and a row of a claim is the number of one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.events.make import claim, document, party, place, speaker
from tripoint.model import Claim, Page
from tripoint.names import strict_key
from tripoint.store import naming
from tripoint.store.database import beginning, continuing, ending, going_on
from tripoint.store.filling import DatabaseWriter
from tripoint.store.rows import document_row, page_row

ARMY = party("Raiders")
CLAIMS = (
    claim("c0", "d0", "attack", agents=("Raiders", "Raiders"), targets=("Rangers",), at=("Stonewell",)),
    claim("c1", "d1", "attack", agents=(replace(ARMY, text="the raiders"),), at=("Harrow Mill", "Stonewell")),
    claim("c2", "d1", "capture", agents=(replace(ARMY, actor_id=None),), speakers=(speaker("A guard", "unnamed"),)),
    claim("c3", "d2", "capture", recipients=("Rangers",), at=("Nowhere", place("Eastmark", "in_area"))),
    claim("c4", "d3", "attack", agents=("Guards",), at=("Harrow Bridge",), speakers=(speaker("Mayor"),)),
    claim("c5", "d3", "attack", agents=("Raiders",), at=("Nowhere",), comment_id="m0"),
)
"""Of pages 0 to 3: names in several roles, texts and with and without an id, places on the map and not."""


def fill(db: DatabaseWriter, pages: Sequence[int]) -> None:
    for at in pages:
        one = f"d{at}"
        page = Page(page_id=f"page-{one}", source=one, sha256="", size=0, media_type="", origin="file")
        db.add("pages", [page_row(page, None)])
        db.add("documents", [document_row(document(one))])
        db.add_claims(one_claim for one_claim in CLAIMS if one_claim.document_id == one)


def told(path: Path) -> dict[str, list[str]]:
    """Everything that names and places tell, without the numbers that they have."""
    queries = {
        "parties": "SELECT * FROM claim_parties",
        "party names": "SELECT n.name_key, n.actor_id, n.name, t.text, t.n FROM party_names n JOIN party_texts t"
        " USING (name_row)",
        "place names": "SELECT n.name_key, n.place_id, n.name FROM place_names n",
        "spots": "SELECT n.name, s.text, s.latitude, s.radius_km, s.precision, s.n FROM place_names n JOIN place_spots"
        " s USING (name_row)",
        "places": "SELECT p.claim_id, p.role, p.place_id, p.name, p.text, p.name_key, p.latitude, p.longitude,"
        " p.radius_km, p.country, p.admin1, p.precision FROM claim_places p",
        "points": "SELECT p.claim_id, r.west, r.south FROM claim_places p JOIN claim_places_rtree r USING (place_row)",
        "points alone": "SELECT west, south FROM claim_places_rtree",
        "listed": "SELECT * FROM actors",
        "listed places": "SELECT * FROM places",
        "order": "SELECT n.name, p.role, p.position, p.n FROM party_order p JOIN party_names n USING (name_row)",
        "place order": "SELECT n.name, p.position FROM place_order p JOIN place_names n USING (name_row)",
    }
    with closing(sqlite3.connect(path)) as db:
        return {name: sorted(map(repr, db.execute(sql))) for name, sql in queries.items()}


def fresh(path: Path, pages: Sequence[int]) -> dict[str, list[str]]:
    with beginning(path) as db:
        fill(db, pages)
    with ending(path):
        pass
    return told(path)


def of_records(claims: Sequence[Claim]) -> Iterator[tuple[object, ...]]:
    for one in claims:
        for role, parties in (("agent", one.agents), ("target", one.targets), ("recipient", one.recipients)):
            for side in parties:
                named = f"{strict_key(side.name)} | {strict_key(side.text)}"
                yield one.claim_id, role, side.actor_id, side.name, side.text, named
        for voice in one.speakers:
            yield one.claim_id, "speaker", voice.actor_id, voice.name, None, strict_key(voice.name)


def test_the_views_tell_what_the_records_of_the_claims_do(tmp_path: Path) -> None:
    found = fresh(tmp_path / "case.db", range(4))
    assert found["parties"] == sorted(map(repr, of_records(CLAIMS)))
    slots = [(one.claim_id, slot) for one in CLAIMS for slot in one.places]
    assert found["places"] == sorted(
        repr(
            (
                *(claim_id, slot.role, slot.place.place_id, slot.place.name, slot.text),
                f"{strict_key(slot.place.name)} | {strict_key(slot.text)}",
                *(slot.place.lat, slot.place.lon, slot.place.radius_km),
                *(slot.place.country, slot.place.admin1, slot.place.precision),
            )
        )
        for claim_id, slot in slots
    )
    assert len(found["points"]) == sum(slot.place.lat is not None for _, slot in slots)


def test_a_name_that_nobody_tells_any_more_is_not_listed(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    fresh(path, range(4))
    with continuing(path, ["page-d0", "page-d1", "page-d2"]) as db:
        pass
    with going_on(path) as db:
        db.correct([(CLAIMS[3], replace(CLAIMS[3], places=(place("Stonewell"),)))])
    with ending(path):
        pass
    found = told(path)
    assert not [one for name in ("party names", "listed") for one in found[name] if "Guards" in one or "Mayor" in one]
    assert not [one for name in ("place names", "spots", "listed places") for one in found[name] if "Eastmark" in one]
    assert len(found["points alone"]) == len({"Stonewell", "Harrow Mill"})


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.permutations(range(4)), kept=st.sets(st.integers(0, 3)), corrected=st.booleans())
def test_an_update_tells_what_a_fresh_one_does(
    tmp_path: Path, first: list[int], kept: set[int], corrected: bool
) -> None:
    path, other = tmp_path / "case.db", tmp_path / "other.db"
    fresh(path, first[:3])
    if corrected and 0 in first[:3]:
        with continuing(path, [f"page-d{at}" for at in first[:3]]):
            pass
        with going_on(path) as db:
            db.correct((one, replace(one, agents=(party("Wardens"),))) for one in CLAIMS if one.document_id == "d0")
        with ending(path):
            pass
    standing = [at for at in first[:3] if at in kept]
    with continuing(path, [f"page-d{at}" for at in standing]) as db:
        fill(db, [at for at in range(4) if at not in standing])
    with ending(path):
        pass
    assert told(path) == fresh(other, range(4))


def test_more_names_than_are_held_keep_their_numbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = fresh(tmp_path / "case.db", range(4))
    monkeypatch.setattr(naming, "_HELD", 1)
    assert fresh(tmp_path / "other.db", range(4)) == whole
