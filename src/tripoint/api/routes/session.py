"""Who is asking, and the token that every change must carry."""

from __future__ import annotations

from fastapi import APIRouter, Request

from tripoint.api.answers import Answer

router = APIRouter(tags=["session"])


@router.get("/session")
def session(request: Request) -> Answer:
    """Tell who is asking and give the token that goes back as the header `X-Tripoint-Token` with every POST."""
    state = request.app.state
    names = [case.name for case in state.cases]
    return Answer({"token": state.token, "user": None, "role": "admin", "login": False, "cases": names})
