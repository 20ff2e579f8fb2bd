"""Control as known on a day: spans made anew from what had been told by then, and from nothing that was told later.

The two times of a span are those of bitemporal tables (Snodgrass 2000): when it held, and since when that was known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tripoint.assess.control import in_order, spans_of
from tripoint.assess.holding import places_told, sightings
from tripoint.assess.ledger import Bench
from tripoint.assess.sources import membership
from tripoint.comparison import times
from tripoint.comparison.imprints import imprints
from tripoint.comparison.voices import Voices
from tripoint.model import Claim, ControlSpan, Document


def spans_as_known(
    claims: Iterable[Claim], documents: Mapping[str, Document], support: Mapping[str, int], *, known: str
) -> tuple[ControlSpan, ...]:
    """Return the spans of control and status as they stood at the end of `known` (`2017`, `2017-07` or a day).

    `claims`: those on places, and those on what is part of what; one counts when it has a number in `support`, that of
    its origin, and when the day is known by which it had been told. Later claims change nothing.
    """
    bench = Bench(
        claims={},
        documents=documents,
        imprints=imprints(documents),
        voices=Voices(documents, {}),
        copied={},
        support=support,
        members={},
    )
    told = {
        claim.claim_id: claim
        for claim in claims
        if claim.claim_id in support
        and (day := times.iso(bench.known(claim))) is not None
        and day[: len(known)] <= known
    }
    members = membership(told.values())
    bench = replace(bench, claims=told, members=members)
    places: dict[str, list[Claim]] = defaultdict(list)
    for claim_id in sorted(told):
        for place in places_told(told[claim_id], bench):
            places[place].append(told[claim_id])
    return in_order(
        span
        for place in sorted(places)
        for span in spans_of(place, sightings(place, places[place], bench), bench, members)
    )
