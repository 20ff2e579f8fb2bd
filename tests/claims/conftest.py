"""Claims of a few sentences, for the tests of this folder."""

from __future__ import annotations

import pytest

from tests.claims.reading import One, Read, claims_of
from tripoint.model import Claim


@pytest.fixture(name="read")
def reader() -> Read:
    return claims_of


@pytest.fixture(name="one")
def only() -> One:
    """The only claim of a type in a text."""

    def find_one(text: str, type_: str, **options: object) -> Claim:
        claims = claims_of(text, **options)
        fit = [claim for claim in claims if claim.type == type_]
        assert len(fit) == 1, f"{[(c.type, c.evidence[0].text) for c in claims]}"
        return fit[0]

    return find_one
