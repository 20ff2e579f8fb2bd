"""What holds for all tests: a busy machine breaks no promise, so hypothesis sets no deadline."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("tripoint", deadline=None)
settings.load_profile("tripoint")
