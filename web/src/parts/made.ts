/** Records for tests: a claim and an event with nothing told, to be filled with what a test is about. */

import type { ClaimCard, EventSheet } from "../api/records";

/** A claim card in which no slot is filled. */
export function claimCard(id: string, told: Partial<ClaimCard> = {}): ClaimCard {
  return {
    claim_id: id,
    document_id: `doc_${id}`,
    source: `${id}.txt`,
    part: 1,
    kind: "event",
    type: "attack",
    aspect: "completed",
    modality: "happened",
    polarity: "affirmed",
    hedged: false,
    agents: [],
    targets: [],
    recipients: [],
    places: [],
    time: null,
    said: null,
    amounts: [],
    status: null,
    speakers: [],
    evidence: [],
    trigger: { start: 0, end: 0 },
    score: 0.5,
    producer: "",
    codes: {},
    code_reasons: {},
    reasons: [],
    absent: [],
    framing: [],
    outlet: null,
    headline: null,
    published: null,
    event_id: null,
    decided: null,
    context: { text: "", start: 0, end: 0 },
    ...told,
  };
}

/** An event of these claims, each an origin of its own. */
export function eventSheet(claims: readonly ClaimCard[], told: Partial<EventSheet> = {}): EventSheet {
  return {
    event_id: "event_1",
    type: "attack",
    label: "Attack",
    time: null,
    place: null,
    agents: [],
    targets: [],
    amounts: [],
    claims,
    documents: claims.map((claim) => claim.document_id),
    origins: claims.map((claim) => ({ claims: [claim.claim_id], why: "", outlets: [] })),
    contradictions: [],
    credibility: 3,
    codes: {},
    code_reasons: {},
    adverse_origins: 0,
    reasons: [],
    fields: [],
    parts: [],
    part_of: null,
    links: [],
    decisions: [],
    near: [],
    ...told,
  };
}
