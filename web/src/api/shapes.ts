import type { Geometry } from "geojson";

/** What the server answers, written from its agreement; every list that may be empty is there, every unknown is null. */

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly total: number;
}

export interface Session {
  readonly token: string;
  readonly user: string | null;
  readonly role: "reader" | "reviewer" | "admin" | null;
  /** Whether this server asks for a password. */
  readonly login: boolean;
  readonly cases: readonly string[];
}

export interface CaseRow {
  readonly case: string;
  readonly title: string;
  readonly built_at: string | null;
  readonly version: string;
  readonly counts: Readonly<Record<string, number>>;
}

export interface TypeLabel {
  readonly label: string;
  readonly group: string;
}

export interface CaseSummary extends CaseRow {
  readonly types: readonly { type: string; kind: "event" | "state"; events: number; claims: number }[];
  readonly time: { start: string | null; end: string | null };
  readonly bounds: readonly [number, number, number, number] | null;
  readonly vocabulary: Readonly<Record<string, TypeLabel>>;
  readonly modalities: readonly string[];
  readonly building: { stage: string; done: number; of: number | null } | null;
}

export interface EventRow {
  readonly id: string;
  readonly row: number;
  readonly label: string;
  readonly type: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly place: string | null;
  readonly place_id: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly radius_km: number | null;
  readonly agents: readonly string[];
  readonly targets: readonly string[];
  readonly amounts: readonly string[];
  readonly claims: number;
  readonly documents: number;
  readonly origins: number;
  readonly adverse_origins: number;
  readonly contradictions: number;
  readonly credibility: number | null;
  readonly decided: string | null;
}

/** All events that pass the filters, as columns: index i of each column is one event. */
export interface EventPoints {
  readonly types: readonly string[];
  readonly row: readonly number[];
  readonly type: readonly number[];
  readonly lat: readonly (number | null)[];
  readonly lon: readonly (number | null)[];
  readonly radius: readonly (number | null)[];
  /** By row number, as a string; only events whose place is no point. */
  readonly geometry: Readonly<Record<string, Geometry>>;
  /** Days since 1970-01-01. */
  readonly since: readonly (number | null)[];
  readonly until: readonly (number | null)[];
  readonly origins: readonly number[];
  readonly contested: readonly (0 | 1)[];
  readonly claims: readonly number[];
}

export interface ControlSpan {
  readonly id: string;
  readonly place: string;
  readonly place_id: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly radius_km?: number | null;
  readonly holder: string | null;
  readonly holder_id: string | null;
  readonly status: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly basis: string;
  readonly claims: readonly string[];
  readonly last_evidence: string | null;
  readonly known_since: string | null;
  readonly wide: boolean;
  readonly reasons: readonly Reason[];
}

export interface Reason {
  readonly name: string;
  readonly score: number;
  readonly sentence: string;
}
