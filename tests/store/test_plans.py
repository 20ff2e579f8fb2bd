"""What lists ask the database for is found by index: nothing reads the records it does not show."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.api.conftest import built
from tripoint.store import ordered, points, subjects
from tripoint.store.question import Question
from tripoint.store.reading import CaseReader
from tripoint.store.selection import Selection

NARROW = {"c", "o", "n", "k", "event_order", "claim_order"}
"""Tables of narrow rows, or of names that each stand once: these may be read whole."""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseReader]:
    with CaseReader(built(tmp_path_factory.mktemp("plans"))) as opened:
        yield opened


def scanned(reader: CaseReader, sql: str, values: dict[str, object]) -> set[str]:
    """Return the tables that the database reads from end to end."""
    told = [str(row["detail"]) for row in reader.rows(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert told
    whole = [line for line in told if line.startswith("SCAN") and "VIRTUAL TABLE INDEX" not in line]
    return {line.split()[1] for line in whole}


@pytest.mark.parametrize("what", ["events", "claims"])
@pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        Selection(question=Question(place="Rutbah")),
        Selection(question=Question(actor="Iraqi Army", since="2016", until="2016-05")),
        Selection(question=Question(speaker="spokesman", modality="happened")),
        Selection(question=Question(types=("capture", "kill"))),
        Selection(contested=True, origins=2, box=(40.0, 30.0, 45.0, 35.0)),
        Selection(words='"army"', contested=False),
        Selection(decided=frozenset({"a"}), question=Question(place="Rutbah")),
    ],
    ids=str,
)
def test_a_selection_reads_narrow_rows_alone(reader: CaseReader, what: str, selection: Selection) -> None:
    sql, values = ordered.statement(what, selection)
    assert scanned(reader, sql, values) <= NARROW


def test_a_type_a_name_and_a_position_are_found_without_reading_all(reader: CaseReader) -> None:
    sql, values = ordered.statement("claims", Selection(question=Question(types=("capture",))))
    assert not scanned(reader, sql, values)
    for sql in (
        "SELECT p.position FROM party_order p WHERE p.name_row IN (SELECT value FROM json_each(:names))",
        "SELECT c.position FROM claims r CROSS JOIN claim_order c ON c.claim_row = r.rowid WHERE r.document_id = 'x'",
        "SELECT q.name_row FROM party_order q WHERE q.position = 1",
        "SELECT c.position FROM claims r CROSS JOIN claim_order c ON c.claim_row = r.rowid WHERE r.claim_id = 'x'",
        "SELECT p.role, p.name FROM claim_parties p WHERE p.claim_id = 'x'",
        "SELECT p.claim_id FROM claim_parties p WHERE p.actor_id = 'x'",
        "SELECT p.claim_id FROM claim_places p WHERE p.name_key = 'x'",
        "SELECT o.position FROM event_order o WHERE o.event_id = 'x'",
        "SELECT p.event_id FROM event_parts p WHERE p.part_id = 'x'",
        "SELECT d.document_id FROM documents d WHERE (d.source, d.part, d.document_id) > ('a', 1, 'b')"
        " ORDER BY d.source, d.part, d.document_id LIMIT 5",
    ):
        assert not scanned(reader, sql, {"names": "[1]"} if ":names" in sql else {}), sql


def test_portions_join_one_position_after_the_other(reader: CaseReader) -> None:
    positions = ordered.matching(reader, "claims", Selection())
    seen: list[int] = []
    behind, more = 0, True
    while more:
        some, more = ordered.portion(positions, behind, 2)
        seen += some
        behind = some[-1]
    assert seen == positions.tolist() == list(range(1, len(seen) + 1))
    assert ordered.portion(positions, behind, 2) == ([], False)


def test_points_number_their_rows_without_gaps(reader: CaseReader) -> None:
    found = points.points(reader)
    assert found.row == list(range(1, len(found.row) + 1))
    some = found.only(ordered.matching(reader, "events", Selection(question=Question(place="Rutbah"))))
    assert some.row and set(some.row) < set(found.row)


def test_places_and_actors_are_counted_alike_by_build_and_by_name(reader: CaseReader) -> None:
    for kind, listed in (("actor", subjects.ACTORS), ("place", subjects.PLACES)):
        for row in reader.rows(listed):
            name = subjects.subject_id(row["id"], row["name"])
            assert len(subjects.claim_positions(reader, kind, name)) == row["claims"], name
