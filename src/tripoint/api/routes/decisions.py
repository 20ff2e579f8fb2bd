"""Decisions: what people decided, and one more."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field

from tripoint.api.access import Visitor
from tripoint.api.answers import Answer, listed
from tripoint.api.asked import LONGEST, OfCase
from tripoint.api.judged import decision_row, made_row
from tripoint.api.problems import Problem
from tripoint.api.shapes.told import answers
from tripoint.api.shapes.values import Decision, MadeDecision, Portion
from tripoint.store.deciding import decide

router = APIRouter(tags=["decisions"])


class NewDecision(BaseModel):
    """What is decided on which claims or events, by whom and why; after a login, `who` is who logged in."""

    model_config = ConfigDict(extra="forbid")

    act: str = Field(max_length=LONGEST, description="accept, reject, unsure, merge, split, correct or undo.")
    ids: list[Annotated[str, Field(max_length=LONGEST)]] = Field(min_length=1, max_length=500)
    who: str = Field(default="", max_length=LONGEST)
    why: str = Field(min_length=1, max_length=4000)
    field: str | None = Field(default=None, max_length=LONGEST, description="With correct: a field of the claim.")
    value: str | None = Field(
        default=None, max_length=2000, description="With correct: its value in words; lists are parted by ;."
    )


def reviewer(request: Request) -> Visitor:
    """Return who is asking; raises Problem for somebody who may only look."""
    visitor: Visitor = request.state.visitor
    if not visitor.may("reviewer"):
        raise Problem(403, "a reader cannot decide", hint="ask for the role of a reviewer")
    return visitor


@router.get("/cases/{case}/decisions", responses=answers(Portion[Decision]))
def decisions(asked: OfCase) -> Answer:
    """List the decisions in the order they were made, and how each stands now."""
    rows = [decision_row(one) for one in asked.case.decided(asked.opened)[0]]
    return asked.answer(listed(rows, following=None, total=len(rows)))


@router.post("/cases/{case}/decisions", status_code=201, responses=answers(MadeDecision, 201))
def add_decision(asked: OfCase, new: NewDecision, visitor: Annotated[Visitor, Depends(reviewer)]) -> Answer:
    """Keep one decision; it counts from the next build on."""
    with asked.reading() as reader:
        made = decide(
            reader, new.act, new.ids, who=visitor.user or new.who, why=new.why, field=new.field, value=new.value
        )
    return Answer(made_row(made), status=201)
