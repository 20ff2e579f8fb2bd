"""Events: the merged view of each cluster of claims, recomputable from claims and links at any time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

from tripoint.comparison import times
from tripoint.comparison.crews import Crew, alone
from tripoint.comparison.origins import origins
from tripoint.comparison.shelves import Joined, Ordered, Shelf, copy
from tripoint.comparison.voices import Voices, heard
from tripoint.events import fields
from tripoint.events.bonds import Bonds
from tripoint.events.clusters import clusters_of_standing
from tripoint.events.components import Components
from tripoint.events.families import ACCORDS, HELP
from tripoint.events.labels import label
from tripoint.events.made import Keys, Made, MadeBefore, Named
from tripoint.events.parts import with_parts
from tripoint.events.profile import PROSPECTIVE
from tripoint.model import Claim, ClaimKind, Code, Document, Event, EventField, Link, Modality, Origin, Polarity, digest

PASSAGE = frozenset({"open", "close", "status"})
"""Types of which one's denial is another's affirmation."""
COMPONENTS = 60
"""Components that are worth a process of their own."""


def assemble(
    claims: Sequence[Claim],
    links: Sequence[Link],
    documents: Mapping[str, Document],
    *,
    rejected: AbstractSet[str] = frozenset(),
    voices: Voices | None = None,
) -> tuple[Event, ...]:
    """Return the events of `claims`: each claim in exactly one, sorted by id, whatever the order of the input.

    Claims that a person `rejected` stay where they belong, tell nothing and bring nothing together. `voices`: those of
    the case, when known.
    """
    known = {claim.claim_id: claim for claim in claims}
    if voices is None:
        voices = heard([claim for claim in known.values() if claim.claim_id not in rejected], documents)
    return tuple(assembled(known, Bonds.of(list(known), links), voices, rejected=rejected))


def assembled(
    claims: Mapping[str, Claim],
    bonds: Bonds,
    voices: Voices,
    *,
    rejected: AbstractSet[str] = frozenset(),
    crew: Crew = alone,
    keys: Keys | None = None,
    before: MadeBefore | None = None,
    keep: Callable[[Made], None] | None = None,
) -> Iterator[Event]:
    """Yield the events of `claims`, sorted by id. What bonds do not bring together is clustered apart, by the `crew`.

    The independent origins that are found for each event are kept with the `voices`. What an earlier build made of
    components and events of the same `keys` is not made again, and `keep` hears what this one makes of all.
    """
    made = Made(Joined(), Joined(), [], [])
    parts = Components(len(claims), bonds)
    work = partial(_events, parts, list(claims), claims, bonds, voices, rejected, keys, before)
    kinds = (Event, tuple[Origin, ...])
    for _, (names, components), (events, groups) in crew(work, len(parts), *kinds, least=COMPONENTS):
        voices.behind.add([name.event_id for name in names], groups)
        made.events.add(events)  # type: ignore[attr-defined]
        made.origins.add(groups)  # type: ignore[attr-defined]
        made.names.extend(names)
        made.components.extend(components)
    if keep is not None:
        keep(made)
    order = sorted(range(len(made.names)), key=lambda at: made.names[at].event_id)
    yield from with_parts(Ordered(made.events, order), claims, rejected=rejected)


def _events(
    parts: Components,
    ids: Sequence[str],
    claims: Mapping[str, Claim],
    bonds: Bonds,
    voices: Voices,
    rejected: AbstractSet[str],
    keys: Keys | None,
    before: MadeBefore | None,
    some: range,
    events: Shelf,
    groups: Shelf,
) -> tuple[list[Named], list[tuple[bytes, int]]]:
    """Put the events of some components on their shelf, and on the next what stands behind each.

    Return what the events are known by, and of each component its key and how many events it has.
    """
    names: list[Named] = []
    components: list[tuple[bytes, int]] = []

    def again(place: int) -> None:
        assert before is not None
        names.append(before.names[place])
        copy(events, before.events, place)
        copy(groups, before.origins, place)

    for at in some:
        members, between = parts.members(at), parts.between(at)
        key = keys.component(members, bonds, between) if keys is not None else b""
        met = before.component(key) if before is not None else None
        if met is not None:
            for place in met:
                again(place)
            components.append((key, len(met)))
            continue
        named = {ids[one]: one for one in members.tolist()}
        listed = [bonds.bond(place, ids) for place in between.tolist()]
        clustered = (
            clusters_of_standing(list(named), listed, claims, rejected, voices.documents) if listed else [list(named)]
        )
        for group in clustered:
            told = keys.event([named[one] for one in sorted(group)]) if keys is not None else b""
            known = before.event(told) if before is not None else None
            if known is not None:
                again(known)
                continue
            one, behind = _event([claims[name] for name in group], voices, rejected=rejected)
            names.append(Named(one.event_id, told))
            events.append(one)
            groups.append(behind)
        components.append((key, len(clustered)))
    return names, components


def event(claims: Sequence[Claim], voices: Voices, *, rejected: AbstractSet[str] = frozenset()) -> Event:
    """Return the merged view of claims on one happening or state, as those tell it that nobody rejected."""
    return _event(claims, voices, rejected=rejected)[0]


def _event(claims: Sequence[Claim], voices: Voices, *, rejected: AbstractSet[str]) -> tuple[Event, tuple[Origin, ...]]:
    """Return an event, and the independent origins of its claims."""
    members = sorted(claims, key=lambda claim: claim.claim_id)
    counted = [claim for claim in members if claim.claim_id not in rejected]
    listed = counted or members
    groups = origins(counted, voices)
    support = {claim_id: i for i, origin in enumerate(groups) for claim_id in origin.claims}
    # A comment's claim never adds to the merged view where an article tells the same.
    told = [claim for claim in listed if claim.comment_id is None] or listed
    vouched = [c for c in told if c.polarity is Polarity.AFFIRMED and c.modality is not Modality.UNCONFIRMED] or told
    type_ = _type(vouched, support)
    core = _core(vouched, type_)
    agents, agent_values = fields.sides(core, lambda claim: claim.agents, support)
    targets, target_values = fields.sides(core, lambda claim: claim.targets, support)
    recipients, recipient_values = fields.sides(core, lambda claim: claim.recipients, support)
    recipients = tuple(party for party in recipients if party not in agents)
    place, place_values = fields.place(core, type_, support)
    time = fields.time(core, _told_by(told, voices)) or fields.time(vouched, _told_by(told, voices))
    amounts, amount_fields = fields.amounts(vouched, support)
    status = next((claim.status for claim in vouched if claim.status), None)
    listed_fields: list[EventField] = [
        *fields.field("type", fields.values(told, lambda claim: (claim.type,)), (type_,), support),
        *fields.field("occurred", fields.values(told, lambda claim: (standing(claim),)), (standing(core[0]),), support),
        *fields.field("agent", agent_values, (party.name for party in agents), support),
        *fields.field("target", target_values, (party.name for party in targets), support),
        *fields.field("recipient", recipient_values, (party.name for party in recipients), support),
        *fields.field("place", place_values, (place.name,) if place is not None else (), support),
        *fields.field("time", fields.values(told, _times), (), support),
        *amount_fields,
        *fields.field(
            "status",
            fields.values(told, lambda claim: (claim.status,) if claim.status else ()),
            (status,) if status else (),
            support,
        ),
    ]
    made = Event(
        event_id=digest("event", [claim.claim_id for claim in members]),
        type=type_,
        label=label(
            type_,
            agents=agents,
            others=targets or recipients,
            place=place,
            role=fields.role(place, core),
            status=status,
            time=time,
            standing=_standing(_core(told, type_)) if counted else "rejected",
            origins=len(groups),
            amounts=amounts,
        ),
        time=time,
        place=place,
        agents=agents,
        targets=targets,
        amounts=amounts,
        claims=tuple(claim.claim_id for claim in members),
        documents=tuple(sorted({claim.document_id for claim in members})),
        fields=tuple(listed_fields),
        codes=_codes(claim for claim in vouched if claim.type == type_),
    )
    return made, groups


def _core(claims: Sequence[Claim], type_: str) -> Sequence[Claim]:
    """Return the claims that tell the act shown: not the help given in it, nor the agreement on it."""
    aside = (HELP | ACCORDS) - {type_}
    return [claim for claim in claims if claim.type not in aside] or claims


def standing(claim: Claim) -> str:
    """Return how a claim tells its happening: as `affirmed`, `denied`, `unconfirmed`, `planned`, ..."""
    if claim.polarity is Polarity.DENIED:
        return "denied"
    return "affirmed" if claim.modality is Modality.HAPPENED else claim.modality.value


def _standing(claims: Sequence[Claim]) -> str:
    """Return the word that opens the label: nothing for what is told as a fact, `disputed` when it is also denied."""
    told = {standing(claim) for claim in claims}
    if told == {"affirmed", "denied"} and {claim.type for claim in claims} <= PASSAGE:
        return ""  # closed, and not opened: two ways to say one thing
    if told == {"affirmed"}:
        return ""
    if "affirmed" in told:
        return "disputed" if "denied" in told else ""
    planned = Counter(claim.modality.value for claim in claims if claim.modality in PROSPECTIVE)
    if planned:
        return min(planned, key=lambda word: (-planned[word], word))
    return "denied" if told == {"denied"} else "unconfirmed"


def _type(claims: Sequence[Claim], support: Mapping[str, int]) -> str:
    """Return the type that most origins use, an event before a state, an act before the help given in it."""
    acts = [claim for claim in claims if claim.type not in HELP | ACCORDS]
    found = fields.values(acts or claims, lambda claim: (claim.type,))
    states = {claim.type for claim in claims if claim.kind is ClaimKind.STATE}
    return min(found, key=lambda t: (t in states, *(-n for n in fields.backing(found[t], support)), t))


def _told_by(claims: Sequence[Claim], voices: Voices) -> times.Days | None:
    """Return the bound that the earliest telling sets: what is told as done had happened by then."""
    known = [
        interval[1]
        for claim in claims
        if (doc := voices.documents.get(claim.document_id)) is not None
        and (interval := times.days(doc.published)) is not None
        and interval[1] is not None
    ]
    return (None, min(known)) if known else None


def _times(claim: Claim) -> tuple[str, ...]:
    if claim.time is None or times.days(claim.time) is None:
        return ()
    return (times.in_words(claim.time.start, claim.time.end),)


def _codes(claims: Iterable[Claim]) -> tuple[Code, ...]:
    """Return for each codebook the code that most claims carry."""
    counted: dict[str, Counter[Code]] = {}
    for claim in claims:
        for code in claim.codes:
            counted.setdefault(code.book, Counter())[code] += 1
    return tuple(
        min(counted[book], key=lambda code: (code.code is None, -counted[book][code], code.code or "", code.reason))
        for book in sorted(counted)
    )
