/** The one door to the server: typed answers, one shape of error, nothing fetched twice that has not changed. */

import { signal } from "@preact/signals";
import type { Page } from "./shapes";

/** Whether the server asks who is there before it answers anything else. */
export const loginNeeded = signal(false);

export type Params = Readonly<Record<string, string | number | boolean | readonly (string | number)[] | null | undefined>>;

/** What the server refused or could not do, in a sentence for people and a hint what to do. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly hint: string | null,
  ) {
    super(message);
    this.name = "ApiError";
  }
}

interface Kept {
  readonly etag: string;
  readonly body: unknown;
}

/** How many answers are kept: enough for going back and forth, not for a session's worth of pages. */
const KEPT = 60;
const kept = new Map<string, Kept>();
let token: string | null = null;

/** Write parameters as a query; empty ones are left out, lists repeat their key. */
export function query(params: Params): string {
  const written = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    if (value === null || value === undefined || value === "" || value === false) continue;
    for (const one of Array.isArray(value) ? value : [value]) written.append(key, String(one));
  }
  const text = written.toString();
  return text === "" ? "" : `?${text}`;
}

/** The address of something of a case: `at("kherson", "events", id)`. */
export function at(name: string, ...path: readonly string[]): string {
  return ["/api/cases", encodeURIComponent(name), ...path.map(encodeURIComponent)].join("/");
}

/** The answer that was given before, if any: to show at once while it is asked again. */
export function remembered<T>(path: string, params: Params = {}): T | null {
  return (kept.get(path + query(params))?.body as T | undefined) ?? null;
}

/** Forget all answers: the case was rebuilt or somebody decided something. */
export function forget(): void {
  kept.clear();
}

/** Begin anew with the server: another person may be there, with another token. */
export function renew(): void {
  token = null;
  forget();
}

/** GET as JSON. Throws ApiError; an aborted call throws the AbortError of fetch. */
export async function get<T>(path: string, params: Params = {}, signal: AbortSignal | null = null): Promise<T> {
  const url = path + query(params);
  const before = kept.get(url);
  const headers: Record<string, string> = { Accept: "application/json" };
  if (before !== undefined) headers["If-None-Match"] = before.etag;
  const answer = await reach(url, { headers, signal, cache: "no-store" });
  if (answer.status === 304 && before !== undefined) {
    keep(url, before);
    return before.body as T;
  }
  const body = await read<T>(answer);
  const etag = answer.headers.get("ETag");
  if (etag !== null) keep(url, { etag, body });
  return body;
}

/** GET all portions of a list, one after the other, as one. */
export async function getEvery<T>(path: string, params: Params = {}, signal: AbortSignal | null = null): Promise<Page<T>> {
  const first = path + query(params);
  const whole = await get<Page<T>>(first, {}, signal);
  const items = [...whole.items];
  for (let next = whole.next; next !== null; ) {
    const cursor = query({ cursor: next });
    const more = await get<Page<T>>(first + (first.includes("?") ? cursor.replace("?", "&") : cursor), {}, signal);
    items.push(...more.items);
    next = more.next;
  }
  return { ...whole, items, next: null };
}

/** POST as JSON with the session's token; what was kept before is forgotten, since it may have changed. */
export async function post<T>(path: string, body: unknown, signal: AbortSignal | null = null): Promise<T> {
  if (token === null) token = (await get<{ token: string }>("/api/session")).token;
  const headers = { Accept: "application/json", "Content-Type": "application/json", "X-Tripoint-Token": token };
  const answer = await reach(path, { method: "POST", headers, body: JSON.stringify(body), signal });
  // A server that was started anew knows no old token: the next call asks for one.
  if (answer.status === 403) token = null;
  const told = await read<T>(answer);
  forget();
  return told;
}

function keep(url: string, answer: Kept): void {
  kept.delete(url);
  kept.set(url, answer);
  const oldest = kept.size > KEPT ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, credentials: "same-origin", redirect: "error" });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(0, "unreachable", "The server does not answer.", "Is `tripoint serve` still running? Try again when it is.");
  }
}

async function read<T>(answer: Response): Promise<T> {
  let body: unknown;
  try {
    body = await answer.json();
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(answer.status, "unreadable", `The server's answer cannot be read (${answer.status}).`, null);
  }
  if (answer.ok) return body as T;
  const told = (body as { error?: { code?: string; message?: string; hint?: string | null } }).error;
  if (told?.code === "login_needed") loginNeeded.value = true;
  throw new ApiError(
    answer.status,
    told?.code ?? "error",
    told?.message ?? `The server answered with an error (${answer.status}).`,
    told?.hint ?? null,
  );
}
