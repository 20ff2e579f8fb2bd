"""Sources: what each outlet and each named voice told in a case, alone or joined, against whom, in which words.

Counts, never a grade: whether a source is to be believed is for a person, and loaded words are no error.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tripoint.assess.shares import Source, outlet_of
from tripoint.assess.tallies import Tally
from tripoint.model import Contradiction, Copy, Framing, SourceProfile, Tallied, digest


@dataclass(slots=True)
class _Beside:
    """How one source stands to others: whom it contradicts and copies."""

    against: Counter[str] = field(default_factory=Counter)
    explained: int = 0
    copies: Counter[str] = field(default_factory=Counter)


def profiles(
    tallies: Mapping[Source, Tally],
    contradictions: Sequence[Contradiction],
    said_by: Mapping[str, Source],
    copies: Iterable[Copy],
    outlets: Mapping[str, str | None],
) -> tuple[SourceProfile, ...]:
    """Return the profile of every source, by kind and name, with whom they contradict and copy.

    `said_by` tells whose each of the claims is that contradict each other, `outlets` who published the copies and what
    they copy.
    """
    beside: dict[Source, _Beside] = defaultdict(_Beside)
    for found in contradictions:
        _oppose(found, tallies, beside, said_by)
    for copy in copies:
        copier, copied = (outlet_of(outlets.get(document_id)) for document_id in (copy.document_id, copy.copy_of))
        if copier is not None and copied is not None and copier != copied and copier[0] in tallies:
            beside[copier[0]].copies[copied[1]] += 1
    ordered = sorted(tallies, key=lambda key: (key[0], tallies[key].name, key[1]))
    return tuple(_profile(key, tallies[key], beside[key]) for key in ordered)


def _oppose(
    found: Contradiction, tallies: Mapping[Source, Tally], beside: Mapping[Source, _Beside], of: Mapping[str, Source]
) -> None:
    sides = [{of[claim_id] for claim_id in side.claims if claim_id in of} for side in found.sides]
    for place, side in enumerate(sides):
        others = set().union(*(other for n, other in enumerate(sides) if n != place)) - side
        for key in side:
            if found.explained is not None:
                beside[key].explained += 1
            else:
                beside[key].against.update(tallies[other].name for other in others)


def _profile(key: Source, one: Tally, beside: _Beside) -> SourceProfile:
    return SourceProfile(
        source_id=digest("source", *key),
        name=one.name,
        kind=key[0],
        documents=len(one.documents),
        claims=one.claims,
        events=one.alone + one.joined,
        alone=one.alone,
        joined=one.joined,
        contradicted=_tallied(beside.against),
        explained=beside.explained,
        framing=tuple(Framing(party=name, words=_tallied(one.framing[name])) for name in sorted(one.framing)),
        copies=_tallied(beside.copies),
    )


def _tallied(counted: Mapping[str, int]) -> tuple[Tallied, ...]:
    ordered: Sequence[str] = sorted(counted, key=lambda name: (-counted[name], name))
    return tuple(Tallied(name=name, count=counted[name]) for name in ordered)
