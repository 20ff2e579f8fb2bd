/** What an event's claims agree on, tell in different ways, or dispute: field by field, with who holds each value. */

import type { ClaimCard, EventSheet } from "../api/records";

export interface HeldValue {
  readonly value: string;
  readonly shown: boolean;
  readonly claims: readonly string[];
  /** How many independent origins hold it. */
  readonly origins: number;
  /** Who tells it: the outlets, each once. */
  readonly outlets: readonly string[];
}

export type Agreement = "disputed" | "differing" | "agreed" | "alone";

export interface FieldRow {
  readonly field: string;
  readonly values: readonly HeldValue[];
  readonly agreement: Agreement;
}

/** The fields that a contradiction about another name is about. */
const ABOUT: Readonly<Record<string, readonly string[]>> = {
  actor: ["agent"],
  responsibility: ["agent"],
  holder: ["agent"],
  extent: ["amount:length", "amount:area", "amount:distance"],
};

/** The rows of an event: disputed first, then told in different ways, then agreed, then told by one origin only. */
export function fieldRows(event: EventSheet): FieldRow[] {
  const originOf = new Map<string, number>();
  event.origins.forEach((origin, number) => origin.claims.forEach((claim) => originOf.set(claim, number)));
  const cards = new Map(event.claims.map((claim) => [claim.claim_id, claim]));
  const disputed = new Set(
    event.contradictions.filter((one) => one.explained === null).flatMap((one) => [one.field, ...(ABOUT[one.field] ?? [])]),
  );
  const byField = new Map<string, HeldValue[]>();
  for (const told of event.fields) {
    const values = byField.get(told.field) ?? [];
    values.push({
      value: told.value,
      shown: told.shown,
      claims: told.claims,
      origins: new Set(told.claims.map((claim) => originOf.get(claim) ?? claim)).size,
      outlets: outletsOf(told.claims, cards),
    });
    byField.set(told.field, values);
  }
  const rows = [...byField].map(([field, values]) => ({
    field,
    values,
    agreement: agreementOf(field, values, disputed),
  }));
  const order: readonly Agreement[] = ["disputed", "differing", "agreed", "alone"];
  return rows.sort((a, b) => order.indexOf(a.agreement) - order.indexOf(b.agreement));
}

function agreementOf(field: string, values: readonly HeldValue[], disputed: ReadonlySet<string>): Agreement {
  const name = field.split(":")[0] ?? field;
  if (values.length > 1 && (disputed.has(field) || disputed.has(name))) return "disputed";
  // Several parties may each be one of those who acted: only values that are not shown stand against the others.
  if (values.some((value) => !value.shown) && values.some((value) => value.shown)) return "differing";
  return values.every((value) => value.origins > 1) ? "agreed" : "alone";
}

function outletsOf(ids: readonly string[], cards: ReadonlyMap<string, ClaimCard>): string[] {
  const names = ids.map((id) => {
    const card = cards.get(id);
    return card === undefined ? null : (card.outlet ?? "outlet not told");
  });
  return [...new Set(names.filter((name): name is string => name !== null))];
}

/** Where a value leads: the actors and places that the claims name, by field and name. */
export function named(
  claims: readonly ClaimCard[],
): ReadonlyMap<string, { readonly view: "actor" | "place"; readonly id: string }> {
  const found = new Map<string, { view: "actor" | "place"; id: string }>();
  for (const claim of claims) {
    for (const [field, parties] of [
      ["agent", claim.agents],
      ["target", claim.targets],
      ["recipient", claim.recipients],
    ] as const)
      for (const party of parties)
        if (party.actor_id !== null) found.set(`${field}/${party.name}`, { view: "actor", id: party.actor_id });
    for (const place of claim.places)
      if (place.place_id !== null) found.set(`place/${place.name}`, { view: "place", id: place.place_id });
  }
  return found;
}

const OCCURRED: Readonly<Record<string, string>> = {
  affirmed: "It is said to have happened",
  denied: "It is denied",
  planned: "It is planned",
  possible: "It is possible",
  conditional: "It depends on a condition",
  unconfirmed: "It is told as unconfirmed",
  "told as a fact": "It is told as a fact",
};

const HELD: Readonly<Record<string, string>> = { claimed: "It is claimed", denied: "It is denied" };

/** A value in words: *It is denied* for `denied`. */
export function valueWords(field: string, value: string, typeName: (type: string) => string): string {
  if (field === "occurred" || field === "responsibility") return OCCURRED[value] ?? value;
  if (field === "holder" || field === "status") return HELD[value] ?? value;
  if (field === "type") return typeName(value);
  return value;
}
