"""From claims to MUC-4 templates: one template for each event of a message that the 1992 task counts as an incident.

The tables below are the whole mapping; docs/reference/evaluations.md tells it in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tripoint import events
from tripoint.evals import muc4_keys as key
from tripoint.evals.muc4_keys import Template
from tripoint.evals.pipeline import Analysed
from tripoint.model import Claim, MentionKind, Modality, Party, Polarity
from tripoint.resources.countries import countries

INCIDENT_OF = {
    "attack": "ATTACK",
    "shelling": "ATTACK",
    "airstrike": "ATTACK",
    "kill": "ATTACK",
    "harm_civilians": "ATTACK",
    "destroy": "ATTACK",
    "bombing": "BOMBING",
    "abduct": "KIDNAPPING",
}
"""Claim type -> incident type. Clashes, captures and arrests are no incidents of the task."""
BURNING = ("burn", "torch", "set fire", "arson", "set ablaze")
"""Words of the evidence that make a destruction an ARSON."""
INSTRUMENTS = {"bombing": "BOMB", "airstrike": "AERIAL BOMB", "shelling": "MORTAR"}
ARMED = frozenset({"army", "militia", "armed_group", "police", "border_force", "coalition", "umbrella", "intelligence"})
"""Kinds that are no targets of an incident unless others are hit too."""
STATE = frozenset({"army", "police", "border_force", "government", "ministry", "intelligence", "country"})
PERSON_TYPES = {
    "army": "ACTIVE MILITARY",
    "police": "LAW ENFORCEMENT",
    "border_force": "LAW ENFORCEMENT",
    "government": "GOVERNMENT OFFICIAL",
    "ministry": "GOVERNMENT OFFICIAL",
    "party": "POLITICAL FIGURE",
}
EFFECTS = {"kill": "DEATH", "harm_civilians": "DEATH"}
AMOUNT_EFFECTS = {"killed": "DEATH", "wounded": "INJURY"}


def templates(one: Analysed, message: str) -> list[Template]:
    """Return the templates of a message, in reading order."""
    claims = [claim for claim in one.claims if claim.type in INCIDENT_OF and claim.polarity is Polarity.AFFIRMED]
    documents = {one.doc.document_id: one.doc}
    by_id = {claim.claim_id: claim for claim in claims}
    groups = [
        sorted((by_id[claim_id] for claim_id in event.claims), key=lambda claim: claim.trigger_start)
        for event in events.assemble(claims, events.link(claims, documents), documents)
    ]
    kinds = {(m.start, m.end): m.kind for m in one.mentions}
    found = [_template(group, message, kinds) for group in sorted(groups, key=lambda g: g[0].trigger_start)]
    return [template for template in found if template is not None]


def _template(group: Sequence[Claim], message: str, kinds: dict[tuple[int, int], MentionKind]) -> Template | None:
    targets = list(_parties(party for claim in group for party in claim.targets))
    agents = list(_parties(party for claim in group for party in claim.agents))
    if targets and all(party.kind in ARMED for party in targets):
        return None
    found = Template(message=message)
    found.fill(key.TYPE, _type(group))
    found.fill(
        key.STAGE, "THREATENED" if all(claim.modality is Modality.PLANNED for claim in group) else "ACCOMPLISHED"
    )
    for claim in group:
        if claim.time is not None and claim.time.end is not None and not found.slots.get(key.DATE):
            start = date.fromisoformat(claim.time.start) if claim.time.start is not None else None
            found.fill(key.DATE, key.as_fill(start, date.fromisoformat(claim.time.end)))
        for slot in claim.places:
            if not found.slots.get(key.LOCATION):
                country = countries().get(slot.place.country or "")
                names = [country.name if country is not None else None, slot.place.admin1, slot.place.name]
                found.fill(key.LOCATION, ": ".join(dict.fromkeys(name.upper() for name in names if name)))
        if claim.type in INSTRUMENTS:
            found.fill(key.INSTRUMENT_TYPE, INSTRUMENTS[claim.type])
    _perpetrators(found, group, agents)
    _humans(found, group, targets, kinds)
    return found


def _parties(parties: Iterator[Party]) -> Iterator[Party]:
    """Each party once, by name."""
    seen: set[str] = set()
    for party in parties:
        if party.name not in seen:
            seen.add(party.name)
            yield party


def _type(group: Sequence[Claim]) -> str:
    types = [INCIDENT_OF[claim.type] for claim in group]
    words = " ".join(e.text.lower() for claim in group if claim.type == "destroy" for e in claim.evidence)
    if any(word in words for word in BURNING):
        return "ARSON"
    return next((name for name in ("KIDNAPPING", "BOMBING") if name in types), "ATTACK")


def _perpetrators(found: Template, group: Sequence[Claim], agents: Sequence[Party]) -> None:
    bodies = [party for party in agents if party.actor_id is not None and party.kind != "person"]
    for party in agents:
        if party in bodies:
            found.fill(key.ORGANISATION, *_names(party))
            found.fill(key.CONFIDENCE, _confidence(group, party))
        else:
            found.fill(key.INDIVIDUAL, *_names(party))
    if agents:
        state = any(party.kind in STATE for party in agents)
        found.fill(key.CATEGORY, "STATE-SPONSORED VIOLENCE" if state else "TERRORIST ACT")


def _confidence(group: Sequence[Claim], party: Party) -> str:
    """How sure the blame is, as the task's rules tell it: by who says it, and how."""
    blaming = [claim for claim in group if any(agent.name == party.name for agent in claim.agents)]
    if any(speaker.name == party.name for claim in blaming for speaker in claim.speakers):
        return "CLAIMED OR ADMITTED"
    if all(claim.hedged or claim.modality in {Modality.POSSIBLE, Modality.UNCONFIRMED} for claim in blaming):
        return "POSSIBLE"
    if any(not claim.speakers for claim in blaming):
        return "REPORTED AS FACT"
    official = any(speaker.kind == "body" for claim in blaming for speaker in claim.speakers)
    return "SUSPECTED OR ACCUSED BY AUTHORITIES" if official else "SUSPECTED OR ACCUSED"


def _humans(
    found: Template, group: Sequence[Claim], targets: Sequence[Party], kinds: dict[tuple[int, int], MentionKind]
) -> None:
    for party in targets:
        named = kinds.get((party.start, party.end)) is MentionKind.PERSON
        found.fill(key.NAME if named else key.DESCRIPTION, *_names(party))
        found.fill(key.PERSON_TYPE, PERSON_TYPES.get(party.kind or "", "CIVILIAN"))
    for claim in group:
        if targets and claim.type in EFFECTS:
            found.fill(key.PERSON_EFFECT, EFFECTS[claim.type])
        for slot in claim.amounts:
            amount = slot.amount
            if amount.what in AMOUNT_EFFECTS:
                found.fill(key.PERSON_EFFECT, AMOUNT_EFFECTS[amount.what])
                if amount.low is not None and amount.low == amount.high:
                    found.fill(key.PERSON_NUMBER, f"{amount.low:g}")
                if not targets and amount.unit:
                    found.fill(key.DESCRIPTION, amount.unit.upper())


def _names(party: Party) -> tuple[str, ...]:
    return tuple(dict.fromkeys((party.text.upper(), party.name.upper())))
