"""Who was thought to hold it on a day, as known on a day."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.assess.make import case as assessed
from tests.events.make import claim, day, document
from tripoint.errors import InputError
from tripoint.store import rows
from tripoint.store.case import Case
from tripoint.store.database import beginning, ending
from tripoint.store.known import control_as_known
from tripoint.store.question import Question
from tripoint.store.reading import CaseReader
from tripoint.store.views import view

DOCS = (
    document("d1", outlet="Morning", published="2015-03-05"),
    document("d2", outlet="Evening", published="2015-04-02"),
    document("d3", outlet="Noon", published="2015-07-20"),
    document("d4", outlet="Night"),
)
CLAIMS = [
    claim("clm_a", "d1", "control", agents=("Raiders",), at=("Stonewell",), time=day("2015-03-01")),
    claim("clm_b", "d2", "control", agents=("Raiders",), at=("Stonewell",), time=day("2015-04-01")),
    claim("clm_c", "d3", "capture", agents=("Rangers",), targets=("Raiders",), at=("Stonewell",),
          time=day("2015-04-10")),
    claim("clm_d", "d4", "control", agents=("Guards",), at=("Harrow Bridge",), time=day("2015-03-01")),
]  # fmt: skip


@pytest.fixture
def reader(tmp_path: Path) -> CaseReader:
    case = Case.create(tmp_path / "own.case")
    events, found = assessed(CLAIMS, *DOCS)
    behind = {one.event_id: one for one in found.assessments}
    with beginning(case.database) as db:
        db.add("documents", map(rows.document_row, DOCS))
        db.add_claims(CLAIMS)
    with ending(case.database) as db:
        for event in events:
            db.add_event(rows.event_row(event, behind[event.event_id]), event_id=event.event_id, claims=event.claims)
        db.add("control", map(rows.control_row, found.control))
    return CaseReader(case.path)


def held(reader: CaseReader, known: str, **asked: str) -> list[tuple[str | None, str | None, str | None]]:
    found = control_as_known(reader, Question(known=known, **asked))
    return [(span.holder, span.start, span.end) for span in found]


def test_nothing_is_known_before_it_was_told(reader: CaseReader) -> None:
    assert held(reader, "2015-03-04") == []
    assert held(reader, "2015-03-05") == [("Raiders", "2015-03-01", "2015-03-01")]


def test_a_later_telling_lengthens_a_span_from_its_own_day_on(reader: CaseReader) -> None:
    assert held(reader, "2015-04") == [("Raiders", "2015-03-01", "2015-04-01")]


def test_a_capture_that_was_told_late_ends_the_hold_only_for_those_who_ask_later(reader: CaseReader) -> None:
    asked = {"place": "stonewell", "since": "2015-04-10"}
    assert held(reader, "2015-07-01", **asked) == []
    assert held(reader, "2015-07-20", **asked) == [
        ("Raiders", "2015-03-01", "2015-04-10"),
        ("Rangers", "2015-04-10", "2015-04-10"),
    ]


def test_known_at_last_is_what_the_case_holds_but_for_what_was_told_on_no_day(reader: CaseReader) -> None:
    now = view(reader, "control", Question())
    then = view(reader, "control", Question(known="9999"))
    assert then == [one for one in now if one["place"] != "Harrow Bridge"]
    assert len(then) == len(now) - 1


def test_what_is_no_control_is_refused_in_a_sentence(reader: CaseReader) -> None:
    with pytest.raises(InputError, match="only control can be shown as known on a day, not events"):
        view(reader, "events", Question(known="2015"))
