"""The ledger of contradictions: both sides, in their words."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Query

from tripoint.api.answers import Answer
from tripoint.api.asked import Asked, Cursor, Limit, OfCase, OfQuestion, Word
from tripoint.api.cards import cards
from tripoint.api.problems import missing
from tripoint.api.served import Opened
from tripoint.api.shapes.subjects import ContradictionSheet, Ledger
from tripoint.api.shapes.told import answers
from tripoint.api.tables import portion_of
from tripoint.model import Contradiction
from tripoint.store import listed
from tripoint.store.question import Question
from tripoint.store.reading import CaseReader, Table

router = APIRouter(tags=["contradictions"])


@router.get("/cases/{case}/contradictions", responses=answers(Ledger))
def contradictions(
    asked: OfCase,
    question: OfQuestion,
    field: Annotated[
        Word, Query(description="Only about this field: occurred, actor, place, time, amount, ...")
    ] = None,
    explained: Annotated[bool | None, Query(description="Only such that are perhaps apparent, or only others.")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Answer:
    """List contradictions by the time of their events, and tell how many are about each field."""
    rows = contradiction_rows(asked.opened, question)
    some = [
        row for row in rows if field in (None, "", row["field"]) and explained in (None, row["explained"] is not None)
    ]
    told = {**portion_of(some, cursor, limit), "fields": dict(Counter(row["field"] for row in rows))}
    with asked.reading() as reader:
        told["items"] = _sided(reader, told["items"])
    return asked.answer(told)


def contradiction_rows(opened: Opened, question: Question) -> Table:
    """Return the contradictions of the events that answer, as the case holds them."""
    return opened.find(
        ("contradictions", repr(question)),
        lambda reader: listed.contradiction_rows(reader, question),
        lambda found: 2000 * len(found) + 500,
    )


@router.get("/cases/{case}/contradictions/{contradiction_id}", responses=answers(ContradictionSheet))
def contradiction(asked: OfCase, contradiction_id: str) -> Answer:
    """Tell one contradiction, its sides with whole claim cards."""
    with asked.reading() as reader:
        rows = listed.contradiction_rows(reader, Question(), contradiction_id)
        if not rows:
            raise missing("contradiction", contradiction_id)
        found = msgspec.json.decode(rows[0]["record"], type=Contradiction, strict=True)
        body = _sided(reader, rows)[0]
        for side, told in zip(found.sides, body["sides"], strict=True):
            told["cards"] = cards(asked, reader, reader.claims_of(*side.claims))
    return asked.answer(body)


def ledger(reader: CaseReader, question: Question, asked: Asked) -> Table:
    """Return all contradictions of the events that answer, with their sides."""
    return _sided(reader, listed.contradiction_rows(reader, question))


def _sided(reader: CaseReader, rows: Table) -> Table:
    records = [msgspec.json.decode(row["record"], type=Contradiction, strict=True) for row in rows]
    voices = listed.voices_of(reader, (name for found in records for side in found.sides for name in side.claims))
    told: list[dict[str, Any]] = []
    for row, found in zip(rows, records, strict=True):
        sides = [
            {"value": side.value, "claims": [voices[name] for name in side.claims if name in voices]}
            for side in found.sides
        ]
        told.append({**{key: value for key, value in row.items() if key != "record"}, "sides": sides})
    return told
