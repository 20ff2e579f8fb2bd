"""Events: which claims tell one happening, and what they say of it together."""

from __future__ import annotations

from tripoint.events.assembly import assemble
from tripoint.events.linking import link

__all__ = ["assemble", "link"]
