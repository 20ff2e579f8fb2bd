"""The merged view of one cluster: what its claims come to, field by field, with the label and the codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from tripoint.comparison import parties, times
from tripoint.comparison.origins import origins
from tripoint.comparison.voices import Voices
from tripoint.events import fields
from tripoint.events.families import ACCORDS, HELP
from tripoint.events.labels import label
from tripoint.events.profile import PROSPECTIVE
from tripoint.model import Claim, ClaimKind, Code, Event, EventField, Modality, Origin, Party, Polarity, digest

PASSAGE = frozenset({"open", "close", "status"})
"""Types of which one's denial is another's affirmation."""


def event(claims: Sequence[Claim], voices: Voices, *, rejected: AbstractSet[str] = frozenset()) -> Event:
    """Return the merged view of claims on one happening or state, as those tell it that nobody rejected."""
    return merged(claims, voices, rejected=rejected)[0]


def merged(claims: Sequence[Claim], voices: Voices, *, rejected: AbstractSet[str]) -> tuple[Event, tuple[Origin, ...]]:
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
    targets, target_values = fields.sides(core, lambda claim: claim.targets, support)
    agents, agent_values = fields.sides(core, _doers, support)
    doing = [claim for claim in core if not _undone(claim, type_, parties.keys(targets))]
    if len(doing) < len(core):
        agents, _ = fields.sides(doing, _doers, support)
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


def _doers(claim: Claim) -> tuple[Party, ...]:
    return claim.agents


def _undone(claim: Claim, type_: str, struck: AbstractSet[str]) -> bool:
    """Return whether a claim of another type has those who are struck in the act shown as its doers.

    *Killed 130 of X in X's attack*: X attacked, and X did not kill them.
    """
    return claim.type != type_ and not parties.keys(claim.agents).isdisjoint(struck)


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
        if (doc := voices.imprints.get(claim.document_id)) is not None
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
