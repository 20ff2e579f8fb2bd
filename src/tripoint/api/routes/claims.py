"""Claims as cards, by portion and one at a time."""

from __future__ import annotations

from fastapi import APIRouter

from tripoint.api.answers import Answer, cursor_of, listed, place_of
from tripoint.api.asked import Cursor, Limit, OfCase, OfFilters
from tripoint.api.cards import cards
from tripoint.api.judged import decision_row
from tripoint.api.problems import missing
from tripoint.api.routes.events import matching
from tripoint.api.shapes.claims import ClaimCard, ClaimSheet
from tripoint.api.shapes.told import answers
from tripoint.api.shapes.values import Portion
from tripoint.store import judgements, ordered

router = APIRouter(tags=["claims"])


@router.get("/cases/{case}/claims", responses=answers(Portion[ClaimCard]))
def claims(asked: OfCase, filters: OfFilters, limit: Limit = 50, cursor: Cursor = None) -> Answer:
    """List claims of articles in reading order."""
    place = place_of(cursor)
    positions = matching(asked, "claims", filters.selection)
    with asked.reading() as reader:
        some, more = ordered.portion(positions, ordered.after(reader, "claims", place), limit)
        items = cards(asked, reader, ordered.claims_at_positions(reader, some))
    following = cursor_of(some[-1], items[-1]["claim_id"]) if more else None
    return asked.answer(listed(items, following=following, total=len(positions)))


@router.get("/cases/{case}/claims/{claim_id}", responses=answers(ClaimSheet))
def claim(asked: OfCase, claim_id: str) -> Answer:
    """Tell all of one claim: each slot with its words, the empty ones with their reason, the codes with theirs."""
    with asked.reading() as reader:
        found = reader.claims_of(claim_id)
        if not found:
            raise missing("claim", claim_id)
        card = cards(asked, reader, found)[0]
        attached = asked.case.decided(asked.opened)[0]
        bearing = judgements.bearing_on(reader, attached, claim_id) if claim_id.startswith("clm_") else []
    return asked.answer({**card, "decisions": [decision_row(one) for one in bearing]})
