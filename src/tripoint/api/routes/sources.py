"""Sources: outlets and voices, what each says alone, whom it copies, who contradicts it."""

from __future__ import annotations

import msgspec
from fastapi import APIRouter

from tripoint.api.answers import Answer
from tripoint.api.asked import Cursor, Limit, OfCase, OfQuestion
from tripoint.api.cards import cards
from tripoint.api.problems import missing
from tripoint.api.routes.contradictions import ledger
from tripoint.api.shapes.subjects import SourceRow, SourceSheet
from tripoint.api.shapes.told import answers
from tripoint.api.shapes.values import Portion
from tripoint.api.tables import portion_of, table
from tripoint.model import SourceProfile
from tripoint.store import listed, ordered, profiles
from tripoint.store.question import Question

router = APIRouter(tags=["sources"])

MOST_CLAIMS = 200
"""Claims and documents that stand in the answer on one source; their lists have all."""


@router.get("/cases/{case}/sources", responses=answers(Portion[SourceRow]))
def sources(asked: OfCase, question: OfQuestion, limit: Limit = 50, cursor: Cursor = None) -> Answer:
    """List sources, outlets before voices, those with the most claims first."""
    return asked.answer(portion_of(table(asked, "sources", question, list), cursor, limit))


@router.get("/cases/{case}/sources/{source_id}", responses=answers(SourceSheet))
def source(asked: OfCase, source_id: str) -> Answer:
    """Tell one source: its profile, its claims and the contradictions it stands in."""
    with asked.reading() as reader:
        sql = "SELECT record FROM sources WHERE source_id = ?"
        found = next(reader.records(SourceProfile, sql, (source_id,)), None)
        if found is None:
            raise missing("source", source_id)
        positions = profiles.claim_positions(reader, found)
        claims = ordered.claims_at_positions(reader, positions[:MOST_CLAIMS])
        mine = set(profiles.claim_ids(reader, positions))
        documents = profiles.document_ids(reader, found)
        contradictions = [
            row
            for row in ledger(reader, Question(), asked)
            if any(claim["id"] in mine for side in row["sides"] for claim in side["claims"])
        ]
        body = {
            **msgspec.to_builtins(found),
            "id": found.source_id,
            "claims_total": len(positions),
            "told": cards(asked, reader, claims),
            "contradictions": contradictions,
            "documents_list": listed.documents_of(reader, documents[:MOST_CLAIMS]),
        }
    return asked.answer(body)
