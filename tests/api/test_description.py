"""What /api/openapi.json tells is what is answered, and no question gets a 500."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from pydantic import BaseModel
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import response_schema_conformance

from tests.api.test_reading import walk
from tripoint.api.application import application
from tripoint.api.shapes import cases, claims, documents, subjects, values
from tripoint.store.reading import CaseReader

C = "/api/cases/small.case"

LISTS: dict[str, tuple[type[BaseModel], type[BaseModel] | None]] = {
    "events": (claims.EventRow, claims.EventSheet),
    "claims": (claims.ClaimCard, claims.ClaimSheet),
    "documents": (documents.DocumentRow, documents.DocumentSheet),
    "places": (subjects.PlaceRow, subjects.PlaceSheet),
    "actors": (subjects.ActorRow, subjects.ActorSheet),
    "sources": (subjects.SourceRow, subjects.SourceSheet),
    "contradictions": (subjects.LedgerRow, subjects.ContradictionSheet),
    "control": (subjects.ControlRow, None),
    "review": (cases.QueueItem, None),
    "decisions": (values.Decision, None),
    "exports": (cases.Format, None),
}

KNOWN = {
    "event": "events",
    "claim": "claims",
    "document": "documents",
    "page": "pages",
    "place": "claim_places",
    "actor": "claim_parties",
    "source": "sources",
    "contradiction": "contradictions",
}


def held(shape: type[BaseModel], told: Any) -> None:
    """Hold an answer to its shape: nothing more, nothing less, nothing of another type."""
    shape.model_validate_json(json.dumps(told), strict=True)


@pytest.mark.parametrize("what", LISTS)
def test_lists_and_what_is_in_them_have_the_shape_that_is_told(client: TestClient, what: str) -> None:
    row, sheet = LISTS[what]
    for item in walk(client, f"{C}/{what}"):
        held(row, item)
        if sheet is not None:
            held(sheet, client.get(f"{C}/{what}/{item.get('claim_id') or item['id']}").json())


def test_all_else_has_the_shape_that_is_told(client: TestClient) -> None:
    held(cases.Session, client.get("/api/session").json())
    held(values.Portion[cases.CaseRow], client.get("/api/cases").json())
    held(cases.CaseSheet, client.get(C).json())
    held(claims.PointColumns, client.get(f"{C}/events/points").json())
    for kind in ("claims", "documents"):
        for mode in ("words", "meaning"):
            params = {"q": "captured", "kind": kind, "mode": mode}
            held(cases.Found, client.get(f"{C}/search", params=params).json())
    events = [row["id"] for row in walk(client, f"{C}/events")]
    held(cases.Report, client.get(f"{C}/report", params={"event": events}).json())
    for doc in walk(client, f"{C}/documents"):
        page = client.get(f"{C}/documents/{doc['id']}").json()["page_id"]
        held(documents.PageSheet, client.get(f"{C}/pages/{page}").json())
    held(values.ErrorAnswer, client.get("/api/nothing").json())


def test_the_description_beside_the_web_app_is_current() -> None:
    path = Path(__file__).parents[2] / "web" / "openapi.json"
    assert json.loads(path.read_text(encoding="utf-8")) == application([]).openapi(), "run docs/generate.py"


def test_no_question_gets_a_500_and_every_answer_has_its_shape(own_case: Path) -> None:
    app = application([own_case], names=("testserver", "localhost", "127.0.0.1"))
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app)
    headers = {"X-Tripoint-Token": app.state.access.token}
    with CaseReader(own_case) as reader:
        known = {
            f"{kind}_id": next(row[0] for row in reader.tuples(f"SELECT {kind}_id FROM {table} ORDER BY 1 DESC"))
            for kind, table in KNOWN.items()
        }
    asked: Counter[str] = Counter()

    def ask(operation: Any, mode: GenerationMode) -> None:
        @settings(
            max_examples=12,
            deadline=None,
            derandomize=True,
            database=None,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        )
        @given(call=operation.as_strategy(generation_mode=mode), real=st.booleans())
        def answered(call: Any, real: bool) -> None:
            if "case" in call.path_parameters:
                call.path_parameters["case"] = "small.case"
            if real:
                call.path_parameters.update((name, known[name]) for name in known if name in call.path_parameters)
            answer = call.call(headers=headers)
            asked[operation.label] += 1
            call.validate_response(answer, checks=[not_a_server_error, response_schema_conformance])

        answered()

    for found in schema.get_all_operations():
        operation = found.ok()
        if not operation.path.endswith(("/stream", "/rebuild")):  # these two last
            ask(operation, GenerationMode.POSITIVE)
            if list(operation.iter_parameters()) or operation.body:
                with suppress(Unsatisfiable):  # where whatever is asked is well formed
                    ask(operation, GenerationMode.NEGATIVE)
    assert len(asked) >= 25 and sum(asked.values()) > 300, asked
