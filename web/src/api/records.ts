/** The records inside the server's answers: claims with their words, documents, pages, profiles. Spans count code points. */

import type { ControlSpan, EventRow, Reason } from "./shapes";

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Party extends Span {
  readonly name: string;
  readonly actor_id: string | null;
  readonly text: string;
  readonly kind?: string | null;
  readonly antecedent_start?: number | null;
  readonly antecedent_end?: number | null;
}

export interface Place {
  readonly name: string;
  readonly place_id: string | null;
  readonly text: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly role: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly radius_km: number | null;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly precision: string;
}

export interface Time {
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: string;
  readonly partial: string | null;
  readonly text: string;
  readonly start_char: number | null;
  readonly end_char: number | null;
  readonly rule: string;
  readonly inferred: boolean;
}

export interface Amount extends Span {
  readonly what: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly of: string | null;
  readonly wording: string;
}

export interface Voice extends Span {
  readonly name: string;
  readonly actor_id: string | null;
  readonly kind: string;
  readonly cue: string;
}

export interface Evidence extends Span {
  readonly text: string;
  readonly block: string;
}

export interface Dated {
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: string;
  readonly evidence: readonly string[];
  readonly span: Span | null;
}

export interface ClaimCard {
  readonly claim_id: string;
  readonly document_id: string;
  readonly source: string;
  readonly part: number;
  readonly kind: "event" | "state";
  readonly type: string;
  readonly aspect: string;
  readonly modality: string;
  readonly polarity: string;
  readonly hedged: boolean;
  readonly agents: readonly Party[];
  readonly targets: readonly Party[];
  readonly recipients: readonly Party[];
  readonly places: readonly Place[];
  readonly time: Time | null;
  readonly said: Time | null;
  readonly amounts: readonly Amount[];
  readonly status: string | null;
  readonly speakers: readonly Voice[];
  readonly evidence: readonly Evidence[];
  readonly trigger: Span;
  readonly score: number;
  readonly producer: string;
  readonly codes: Readonly<Record<string, string | null>>;
  readonly code_reasons: Readonly<Record<string, string>>;
  readonly reasons: readonly Reason[];
  readonly absent: readonly { readonly slot: string; readonly reason: string }[];
  readonly framing: readonly string[];
  readonly outlet: string | null;
  readonly headline: string | null;
  readonly published: Dated | string | null;
  readonly published_until?: string | null;
  /** The precision of the days; `bound` when they are only limits. */
  readonly known_by?: string | null;
  readonly event_id: string | null;
  readonly decided: string | null;
  readonly context: { readonly text: string } & Span;
}

export interface OriginGroup {
  readonly claims: readonly string[];
  readonly why: string;
  readonly outlets: readonly string[];
}

export interface Contradicting {
  readonly id: string;
  readonly field: string;
  readonly why: string;
  readonly explained: string | null;
  readonly sides: readonly { readonly value: string; readonly claims: readonly string[] }[];
}

export interface EventField {
  readonly field: string;
  readonly value: string;
  readonly claims: readonly string[];
  readonly shown: boolean;
}

export interface Link {
  readonly a: string;
  readonly b: string;
  readonly verdict: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly by: string;
}

export interface Decided {
  readonly id: string;
  readonly act: string;
  readonly subject: string;
  readonly other: string | null;
  readonly who: string;
  readonly why: string;
  readonly at: string;
  /** How it stands now, in words; absent of one that was just made. */
  readonly standing?: string;
  readonly holds?: boolean;
}

export interface EventSheet {
  readonly event_id: string;
  readonly type: string;
  readonly label: string;
  readonly time: Time | null;
  readonly place: Place | null;
  readonly agents: readonly Party[];
  readonly targets: readonly Party[];
  readonly amounts: readonly Amount[];
  readonly claims: readonly ClaimCard[];
  readonly documents: readonly string[];
  readonly origins: readonly OriginGroup[];
  readonly contradictions: readonly Contradicting[];
  readonly credibility: number | null;
  readonly codes: Readonly<Record<string, string | null>>;
  readonly code_reasons: Readonly<Record<string, string>>;
  readonly adverse_origins: number | null;
  readonly reasons: readonly Reason[];
  readonly fields: readonly EventField[];
  readonly parts: readonly EventRow[];
  /** The event that this one is a part of. */
  readonly part_of: string | null;
  readonly links: readonly Link[];
  readonly decisions: readonly Decided[];
  readonly near: readonly EventRow[];
}

export interface DocumentRow {
  readonly id: string;
  readonly outlet: string | null;
  readonly headline: string | null;
  readonly published: Dated | string | null;
  readonly published_until?: string | null;
  /** The precision of the days; `bound` when they are only limits. */
  readonly known_by?: string | null;
  readonly agency: string | null;
  readonly copy_of: string | null;
  readonly language: string | null;
  readonly claims: number;
  readonly source: string;
  readonly part: number;
}

export interface Comment {
  readonly author: string | null;
  readonly time: string | null;
  readonly text: string;
  readonly reply_to: string | null;
  readonly comment_id?: string;
  readonly editor?: boolean;
}

/** Which capture of its address a document is. Present at one, absent at another: no more is known. */
export interface Revision {
  readonly number: number;
  readonly of: number;
  readonly captured_at: string;
  /** The first later capture in which no article goes on from this one. */
  readonly gone: string | null;
  readonly previous: string | null;
  readonly added: readonly Span[];
  /** In the text of `previous`. */
  readonly removed: readonly Span[];
}

export interface DocumentSheet {
  readonly document_id: string;
  readonly page_id: string;
  readonly source: string;
  readonly part: number;
  readonly outlet: string | null;
  readonly outlet_evidence?: string | null;
  readonly headline: string | null;
  readonly language: string | null;
  readonly published: Dated | null;
  readonly updated: Dated | null;
  readonly agency: string | null;
  readonly original_url: string | null;
  readonly copy_of: string | null;
  readonly captured_at?: string | null;
  readonly text: string;
  readonly blocks: readonly ({ readonly role: string; readonly page_start?: number } & Span)[];
  readonly comments: readonly Comment[];
  readonly bylines?: readonly string[];
  readonly dates_rejected?: readonly (Dated | null)[];
  readonly claims: readonly ClaimCard[];
  readonly copies: readonly DocumentRow[];
  readonly revision: Revision | null;
  readonly revisions: readonly { readonly id: string; readonly captured_at: string | null; readonly headline: string | null }[];
}

export interface PageBlock extends Span {
  readonly role: string;
  readonly part: number;
}

export interface PageSheet {
  readonly source: string;
  readonly url: string | null;
  readonly sha256: string;
  readonly captured_at: string | null;
  readonly media_type: string;
  readonly encoding: string | null;
  readonly text: string;
  readonly blocks: readonly PageBlock[];
  readonly documents: readonly {
    readonly id: string;
    readonly part: number;
    readonly headline: string | null;
    readonly blocks: readonly ({ readonly page_start: number } & Span)[];
  }[];
}

export interface PlaceRow {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly precision: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly radius_km: number | null;
  readonly claims: number;
  readonly events: number;
  readonly since: string | null;
  readonly until: string | null;
}

export interface PlaceSheet extends Omit<PlaceRow, "events"> {
  /** As the pages write its name, most used first. */
  readonly written: readonly string[];
  readonly control: readonly ControlSpan[];
  readonly statuses: readonly ControlSpan[];
  readonly events: readonly EventRow[];
  readonly events_total: number;
}

export interface ActorRow {
  readonly id: string;
  readonly name: string;
  readonly claims: number;
  readonly as_agent: number;
  readonly as_target: number;
  readonly as_recipient: number;
  readonly as_speaker: number;
  readonly since: string | null;
  readonly until: string | null;
}

export interface MonthOfActor {
  readonly month: string | null;
  readonly agent: number;
  readonly target: number;
  readonly speaker: number;
}

export interface ActorSheet extends ActorRow {
  /** As the pages write its name, most used first. */
  readonly written: readonly string[];
  readonly activity: readonly MonthOfActor[];
  readonly types: readonly { readonly type: string; readonly n: number }[];
  readonly with: readonly { readonly id: string | null; readonly name: string; readonly n: number }[];
  readonly events: readonly EventRow[];
  readonly events_total: number;
}

export interface Tallied {
  readonly name: string;
  readonly count: number;
}

/** A source in the list; who contradicts it and whom it repeats are words already. */
export interface SourceRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly documents: number;
  readonly claims: number;
  readonly events: number;
  readonly alone: number;
  readonly joined: number;
  readonly contradicted_by: string;
  readonly only_apparent: number;
  readonly words_used: string;
  readonly copies: string;
}

export interface SourceSheet {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly documents: number;
  readonly claims: number;
  readonly events: number;
  readonly alone: number;
  readonly joined: number;
  readonly contradicted: readonly Tallied[];
  readonly explained: number;
  readonly framing: readonly { readonly party: string; readonly words: readonly Tallied[] }[];
  readonly copies: readonly Tallied[];
  /** Its claims, the first of them where there are many. */
  readonly told: readonly ClaimCard[];
  readonly contradictions: readonly ContradictionRow[];
  readonly documents_list: readonly DocumentRow[];
}

export interface ContradictionRow {
  readonly id: string;
  readonly field: string;
  readonly why: string;
  readonly explained: string | null;
  readonly event_id: string;
  readonly event: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly place: string | null;
  readonly sides: readonly {
    readonly value: string;
    readonly claims: readonly {
      readonly id: string;
      readonly outlet: string | null;
      /** Innermost first, as words. */
      readonly speakers: string;
      readonly text: string;
    }[];
  }[];
}

export interface Hit {
  readonly kind: "claim" | "document" | "claims" | "documents";
  readonly id: string;
  readonly score: number;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: Dated | string | null;
  readonly published_until?: string | null;
  /** The precision of the days; `bound` when they are only limits. */
  readonly known_by?: string | null;
  readonly marked: readonly (readonly [string, boolean])[];
}

export interface ReviewItem {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly value: number;
  readonly claims: readonly string[];
  readonly event_id: string | null;
}
