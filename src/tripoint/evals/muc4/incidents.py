"""Which claims of a message tell one incident, and which tell none of the task's.

The events stage joins claims first; then events of a message are joined by the task's own rule: a separate instance is
one with another place, date, perpetrator or category (task documentation 5.0). What an act did (*three died*) joins
the bombing, kidnapping or arson that is told beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from tripoint import events
from tripoint.evals.muc4.acts import Told, acts, days
from tripoint.evals.pipeline import Analysed
from tripoint.model import Claim, PlaceSlot
from tripoint.syntax import Sentence
from tripoint.text import fold

NEAR = 2
"""Sentences between an act and what it did."""


@dataclass(slots=True)
class Incident:
    """Claims on one incident, in reading order."""

    told: list[Told] = field(default_factory=list)

    @property
    def type(self) -> str:
        """The most telling type of its claims."""
        types = {one.type for one in self.told}
        return next((t for t in ("HIJACKING", "KIDNAPPING", "BOMBING", "ARSON", "ROBBERY") if t in types), "ATTACK")

    @property
    def claims(self) -> list[Claim]:
        """Its claims, in reading order."""
        return [one.claim for one in self.told if one.claim is not None]

    @property
    def days(self) -> tuple[date, date] | None:
        """The narrowest told days."""
        spans = [span for claim in self.claims if (span := days(claim)) is not None]
        return min(spans, key=lambda span: span[1] - span[0], default=None)

    @property
    def places(self) -> list[PlaceSlot]:
        """Every place told, in reading order."""
        return [slot for claim in self.claims for slot in claim.places]


def incidents(one: Analysed) -> list[Incident]:
    """Return the incidents of a message, in reading order."""
    told = list(acts(one))
    by_claim = {t.claim.claim_id: t for t in told if t.claim is not None}
    claims = [t.claim for t in told if t.claim is not None]
    documents = {one.doc.document_id: one.doc}
    made = events.assemble(claims, events.link(claims, documents), documents)
    groups = [[by_claim[i] for i in event.claims if i in by_claim] for event in made]
    groups.extend([t] for t in told if t.claim is None)
    found: list[Incident] = []
    for group in sorted((sorted(g, key=_start) for g in groups if g), key=lambda g: _start(g[0])):
        fresh = Incident(told=list(group))
        home = next((held for held in _likely(found, fresh) if _same(held, fresh)), None)
        if home is None:
            found.append(fresh)
        else:
            home.told.extend(fresh.told)
    return found


def _start(told: Told) -> int:
    return told.tok.start


def _likely(found: Sequence[Incident], fresh: Incident) -> list[Incident]:
    """The nearest incidents first."""
    start = fresh.told[0].at
    return sorted(found, key=lambda held: min(abs(start - t.at) for t in held.told))


def _same(held: Incident, fresh: Incident) -> bool:
    near = min(abs(a.at - b.at) for a in held.told for b in fresh.told) <= NEAR
    hit, met = (frozenset().union(*(t.victims for t in one.told)) for one in (held, fresh))
    effect = (near or bool(hit & met)) and (all(t.effect for t in fresh.told) or all(t.effect for t in held.told))
    if hit and met and not hit & met and not near:
        return False
    blown_up = {held.type, fresh.type} == {"ATTACK", "BOMBING"} and near
    if held.type != fresh.type and not effect and not blown_up:
        return False
    return not (_days_differ(held, fresh) or _places_differ(held, fresh) or _sides_differ(held, fresh))


def _days_differ(one: Incident, two: Incident) -> bool:
    a, b = one.days, two.days
    return a is not None and b is not None and (a[1] < b[0] or b[1] < a[0])


def _places_differ(one: Incident, two: Incident) -> bool:
    """Both name a place below the country, and none of one is, or lies in, one of the other."""
    a, b = (
        {fold(name) for slot in held.places if slot.place.precision != "country" for name in _names(slot)}
        for held in (one, two)
    )
    return bool(a) and bool(b) and not a & b


def _names(slot: PlaceSlot) -> list[str]:
    return [name for name in (slot.place.name, slot.place.admin1) if name]


def _sides_differ(one: Incident, two: Incident) -> bool:
    """Both have a registered perpetrator, and not the same."""
    a, b = (
        {p.actor_id for claim in held.claims for p in claim.agents if p.actor_id is not None and p.kind != "person"}
        for held in (one, two)
    )
    return bool(a) and bool(b) and not a & b


def sentences_of(incident: Incident, one: Analysed) -> list[Sentence]:
    """The sentences that tell it, in reading order."""
    return [one.sentences[at] for at in sorted({t.at for t in incident.told})]
