"""Who is asking and what they may do: everyone on this machine, or those who gave a password."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from hmac import compare_digest
from threading import Lock

from starlette.requests import HTTPConnection

from tripoint.api.accounts import ROLES, Account, is_password_of
from tripoint.api.problems import Problem

COOKIE = "tripoint_session"
HOURS = 12
"""How long a login holds."""
MOST_SESSIONS = 1000
TRIES, WINDOW = 5, 300.0
"""Wrong passwords that one address, or one name, may give in so many seconds."""
MOST_TRIERS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Who is asking: `user` is None where no password is asked. `token` must come back with every change."""

    user: str | None
    role: str
    token: str

    def may(self, role: str) -> bool:
        """Tell whether this visitor may do what that role may."""
        return ROLES.index(self.role) >= ROLES.index(role)


class Access:
    """The sessions of one server. Without accounts whoever reaches it is its admin."""

    def __init__(self, accounts: Mapping[str, Account] | None = None) -> None:
        self._accounts = accounts
        self._token = secrets.token_urlsafe(32)
        self._sessions: OrderedDict[str, tuple[Visitor, float]] = OrderedDict()
        self._tries: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self._lock = Lock()

    @property
    def asks_password(self) -> bool:
        """Tell whether one must log in."""
        return self._accounts is not None

    @property
    def token(self) -> str:
        """The token of those who are not logged in."""
        return self._token

    def visitor(self, connection: HTTPConnection) -> Visitor | None:
        """Return who is asking, None for somebody who must log in first."""
        if self._accounts is None:
            return Visitor(user=None, role="admin", token=self._token)
        name = connection.cookies.get(COOKIE, "")
        with self._lock:
            held = self._sessions.get(name)
            if held is None:
                return None
            if held[1] < time.monotonic():
                del self._sessions[name]
                return None
        return held[0]

    def login(self, name: str, password: str, address: str) -> tuple[str, Visitor]:
        """Return the session of somebody who gave the right password; raises Problem for a wrong one."""
        tried = (f"from {address}", f"as {name}")
        self._check_tries(tried)
        known = (self._accounts or {}).get(name)
        if not is_password_of(password, known) or known is None:
            self._count(tried)
            raise Problem(401, "name or password is wrong", hint="try again", code="login_failed")
        with self._lock:
            for one in tried:
                self._tries.pop(one, None)
            session = secrets.token_urlsafe(32)
            visitor = Visitor(user=known.name, role=known.role, token=secrets.token_urlsafe(32))
            self._sessions[session] = (visitor, time.monotonic() + HOURS * 3600)
            while len(self._sessions) > MOST_SESSIONS:
                self._sessions.popitem(last=False)
        return session, visitor

    def logout(self, connection: HTTPConnection) -> None:
        """End the session of whoever is asking."""
        with self._lock:
            self._sessions.pop(connection.cookies.get(COOKIE, ""), None)

    def check_token(self, told: str | None, visitor: Visitor | None) -> None:
        """Raise Problem unless the token is that of the visitor."""
        wanted = self._token if visitor is None else visitor.token
        if told is None or not compare_digest(told.encode("utf-8", "replace"), wanted.encode("ascii")):
            raise Problem(403, "the token is missing or of another session", hint="reload the page")

    def _check_tries(self, tried: tuple[str, ...]) -> None:
        now = time.monotonic()
        with self._lock:
            waits = [self._tries[one][1] - now for one in tried if one in self._tries and self._tries[one][0] >= TRIES]
        wait = max(waits, default=0.0)
        if wait > 0:
            hint = f"try again in {int(wait // 60) + 1} minutes"
            raise Problem(429, "too many wrong passwords", hint=hint, headers={"Retry-After": str(int(wait) + 1)})

    def _count(self, tried: tuple[str, ...]) -> None:
        now = time.monotonic()
        with self._lock:
            for one in tried:
                number, until = self._tries.pop(one, (0, 0.0))
                self._tries[one] = (number + 1 if until > now else 1, now + WINDOW)
            while len(self._tries) > MOST_TRIERS:
                self._tries.popitem(last=False)
