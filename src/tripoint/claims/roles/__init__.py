"""Roles: who did it to whom, bound inside the clause."""

from __future__ import annotations

from tripoint.claims.roles.binding import bind
from tripoint.claims.roles.filled import Roles
from tripoint.claims.roles.parties import Cast

__all__ = ["Cast", "Roles", "bind"]
