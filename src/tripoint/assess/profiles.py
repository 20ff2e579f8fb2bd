"""Sources: what each outlet and each named voice told in a case, alone or joined, against whom, in which words.

Counts, never a grade: whether a source is to be believed is for a person, and loaded words are no error.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tripoint.assess.sources import voice
from tripoint.comparison import parties
from tripoint.comparison.places import name_key
from tripoint.model import (
    Claim,
    Contradiction,
    Copy,
    Document,
    Event,
    Framing,
    SourceProfile,
    Tallied,
    digest,
)
from tripoint.resources import outlets
from tripoint.text import fold


@dataclass(slots=True)
class _Held:
    """What is gathered of one source."""

    name: str
    kind: str
    named_by: str
    documents: set[str] = field(default_factory=set)
    claims: int = 0
    alone: set[str] = field(default_factory=set)
    joined: set[str] = field(default_factory=set)
    against: Counter[str] = field(default_factory=Counter)
    explained: int = 0
    framing: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    copies: Counter[str] = field(default_factory=Counter)


def profiles(
    events: Iterable[Event],
    origins: Mapping[str, int],
    contradictions: Iterable[Contradiction],
    copies: Iterable[Copy],
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
) -> tuple[SourceProfile, ...]:
    """Return the profile of every source, by kind and name. Comments count for nobody.

    `origins`: by event, how many independent origins stand behind it.
    """
    held: dict[tuple[str, str], _Held] = {}
    of: dict[str, tuple[str, str]] = {}
    for claim_id, claim in claims.items():
        source = _source(claim, documents)
        if source is None:
            continue
        key, name = source
        of[claim_id] = key
        one = held.setdefault(key, _Held(name=name, kind=key[0], named_by=claim_id))
        if claim_id < one.named_by:  # names of one source differ: that of the lowest id stands, whatever comes first
            one.name, one.named_by = name, claim_id
        one.claims += 1
        one.documents.add(claim.document_id)
        _frame(one, claim)
    for event in events:
        for key in {of[claim_id] for claim_id in event.claims if claim_id in of}:
            told = held[key].joined if origins.get(event.event_id, 1) > 1 else held[key].alone
            told.add(event.event_id)
    for found in contradictions:
        _oppose(found, held, of)
    for copy in copies:
        copier, copied = (_outlet(documents.get(document_id)) for document_id in (copy.document_id, copy.copy_of))
        if copier is not None and copied is not None and copier != copied and copier[0] in held:
            held[copier[0]].copies[copied[1]] += 1
    return tuple(_profile(key, held[key]) for key in sorted(held, key=lambda k: (k[0], held[k].name, k[1])))


def _source(claim: Claim, documents: Mapping[str, Document]) -> tuple[tuple[str, str], str] | None:
    """Return the key and the name of who says it: the named voice, else the outlet speaking for itself."""
    if claim.comment_id is not None:
        return None
    named = voice(claim)
    if named is not None:
        return ("voice", parties.key(named)), named.name
    if claim.speakers:
        return None  # an unnamed voice: nobody's
    return _outlet(documents.get(claim.document_id))


def _outlet(doc: Document | None) -> tuple[tuple[str, str], str] | None:
    if doc is None or doc.outlet is None:
        return None
    entry = outlets.find(doc.outlet)
    name = entry.name if entry is not None else doc.outlet
    return ("outlet", name_key(name)), name


def _frame(one: _Held, claim: Claim) -> None:
    """Count each loaded word under the known party that it is used for; *terrorists* alone names nobody."""
    for word in claim.framing:
        for party in {p.name: p for p in (*claim.agents, *claim.targets, *claim.recipients)}.values():
            if party.actor_id is not None and fold(word) in fold(party.text):
                one.framing[party.name][word] += 1


def _oppose(found: Contradiction, held: Mapping[tuple[str, str], _Held], of: Mapping[str, tuple[str, str]]) -> None:
    sides = [{of[claim_id] for claim_id in side.claims if claim_id in of} for side in found.sides]
    for place, side in enumerate(sides):
        others = set().union(*(other for n, other in enumerate(sides) if n != place)) - side
        for key in side:
            if found.explained is not None:
                held[key].explained += 1
            else:
                held[key].against.update(held[other].name for other in others)


def _profile(key: tuple[str, str], one: _Held) -> SourceProfile:
    return SourceProfile(
        source_id=digest("source", *key),
        name=one.name,
        kind=one.kind,
        documents=len(one.documents),
        claims=one.claims,
        events=len(one.alone | one.joined),
        alone=len(one.alone),
        joined=len(one.joined),
        contradicted=_tallied(one.against),
        explained=one.explained,
        framing=tuple(Framing(party=name, words=_tallied(one.framing[name])) for name in sorted(one.framing)),
        copies=_tallied(one.copies),
    )


def _tallied(counted: Mapping[str, int]) -> tuple[Tallied, ...]:
    ordered: Sequence[str] = sorted(counted, key=lambda name: (-counted[name], name))
    return tuple(Tallied(name=name, count=counted[name]) for name in ordered)
