"""Who is asking; login and logout."""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from tripoint.api.access import COOKIE, HOURS, Access, Visitor
from tripoint.api.answers import Answer
from tripoint.api.shapes.cases import Session
from tripoint.api.shapes.told import answers

router = APIRouter(tags=["session"])


class Credentials(BaseModel):
    """A name and a password."""

    model_config = ConfigDict(extra="forbid")

    user: str = Field(max_length=80)
    password: str = Field(max_length=1000)


@router.get("/session", responses=answers(Session))
def session(request: Request) -> Answer:
    """Tell who is asking and give the token that goes back as the header `X-Tripoint-Token` with every POST."""
    return Answer(_told(request, request.state.visitor))


@router.post("/login", responses=answers(Session))
def login(request: Request, told: Credentials) -> Answer:
    """Begin a session with a name and a password, where they are asked for."""
    access: Access = request.app.state.access
    address = "" if request.client is None else request.client.host
    name, visitor = access.login(told.user, told.password, address)
    answer = Answer(_told(request, visitor))
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, name, max_age=HOURS * 3600, httponly=True, samesite="strict", secure=secure, path="/")
    return answer


@router.post("/logout", responses=answers(Session))
def logout(request: Request) -> Answer:
    """End the session."""
    access: Access = request.app.state.access
    access.logout(request)
    answer = Answer(_told(request, None if access.asks_password else request.state.visitor))
    answer.delete_cookie(COOKIE, path="/")
    return answer


def _told(request: Request, visitor: Visitor | None) -> dict[str, object]:
    access: Access = request.app.state.access
    names = [] if visitor is None else [case.name for case in request.app.state.cases]
    return {
        "token": access.token if visitor is None else visitor.token,
        "user": None if visitor is None else visitor.user,
        "role": None if visitor is None else visitor.role,
        "login": access.asks_password,
        "cases": names,
    }
