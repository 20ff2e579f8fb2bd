"""Sources: what each outlet and each named voice told in a case, alone or joined, against whom, in which words.

Counts, never a grade: whether a source is to be believed is for a person, and loaded words are no error.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tripoint.assess.shares import Share, Source, outlet_of
from tripoint.model import Contradiction, Copy, Framing, SourceProfile, Tallied, digest


@dataclass(slots=True)
class _Held:
    """What is gathered of one source."""

    name: str
    kind: str
    named_by: str
    documents: set[str] = field(default_factory=set)
    claims: int = 0
    alone: int = 0
    joined: int = 0
    against: Counter[str] = field(default_factory=Counter)
    explained: int = 0
    framing: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    copies: Counter[str] = field(default_factory=Counter)


class Profiles:
    """The profiles of all sources of a case, from what each tells of every event."""

    def __init__(self) -> None:
        self._held: dict[Source, _Held] = {}

    def take(self, shares: Iterable[Share], *, origins: int | None = None) -> None:
        """Take in what sources tell of an event with so many independent origins (None: of what is in no event)."""
        for share in shares:
            one = self._held.get(share.source)
            if one is None:
                one = self._held[share.source] = _Held(name=share.name, kind=share.source[0], named_by=share.named_by)
            if share.named_by < one.named_by:  # names of one source differ: that of the lowest id stands
                one.name, one.named_by = share.name, share.named_by
            one.claims += share.claims
            one.documents.update(share.documents)
            for party, words in share.framing.items():
                one.framing[party].update(words)
            if origins is not None:
                one.alone += origins <= 1
                one.joined += origins > 1

    def told(
        self,
        contradictions: Sequence[Contradiction],
        said_by: Mapping[str, Source],
        copies: Iterable[Copy],
        outlets: Mapping[str, str | None],
    ) -> tuple[SourceProfile, ...]:
        """Return the profile of every source, by kind and name, with whom they contradict and copy.

        `said_by` tells whose each of the claims is that contradict each other, `outlets` who published the copies and
        what they copy.
        """
        held = self._held
        for found in contradictions:
            _oppose(found, held, said_by)
        for copy in copies:
            copier, copied = (outlet_of(outlets.get(document_id)) for document_id in (copy.document_id, copy.copy_of))
            if copier is not None and copied is not None and copier != copied and copier[0] in held:
                held[copier[0]].copies[copied[1]] += 1
        return tuple(_profile(key, held[key]) for key in sorted(held, key=lambda k: (k[0], held[k].name, k[1])))


def _oppose(found: Contradiction, held: Mapping[Source, _Held], of: Mapping[str, Source]) -> None:
    sides = [{of[claim_id] for claim_id in side.claims if claim_id in of} for side in found.sides]
    for place, side in enumerate(sides):
        others = set().union(*(other for n, other in enumerate(sides) if n != place)) - side
        for key in side:
            if found.explained is not None:
                held[key].explained += 1
            else:
                held[key].against.update(held[other].name for other in others)


def _profile(key: Source, one: _Held) -> SourceProfile:
    return SourceProfile(
        source_id=digest("source", *key),
        name=one.name,
        kind=one.kind,
        documents=len(one.documents),
        claims=one.claims,
        events=one.alone + one.joined,
        alone=one.alone,
        joined=one.joined,
        contradicted=_tallied(one.against),
        explained=one.explained,
        framing=tuple(Framing(party=name, words=_tallied(one.framing[name])) for name in sorted(one.framing)),
        copies=_tallied(one.copies),
    )


def _tallied(counted: Mapping[str, int]) -> tuple[Tallied, ...]:
    ordered: Sequence[str] = sorted(counted, key=lambda name: (-counted[name], name))
    return tuple(Tallied(name=name, count=counted[name]) for name in ordered)
