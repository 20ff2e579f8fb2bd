/** A person's decisions: made with a name and a reason, taken back by another decision, never overwritten. */

import { signal } from "@preact/signals";
import { changed } from "../api/changes";
import { at, get, post } from "../api/client";
import type { Decided } from "../api/records";
import type { Session } from "../api/shapes";

export type Act = "accept" | "reject" | "unsure" | "merge" | "split" | "correct" | "undo";

const WHO = "tripoint.who";

/** Who decides, as it was last told: kept by the browser, so that it is asked for once. */
export const person = signal(remembered());

/** The decisions of this visit that were not taken back, latest last: what *undo* takes back. */
export const made = signal<readonly Decided[]>([]);

/** Take the name from the session, where the server knows who it is. */
export async function askWho(): Promise<void> {
  if (person.value !== "") return;
  const session = await get<Session>("/api/session");
  if (person.value === "" && session.user !== null) person.value = session.user;
}

/** Acts on one thing at a time: of several ids each gets a decision of its own. */
const ALONE: ReadonlySet<Act> = new Set(["accept", "reject", "unsure", "undo"]);

/** Write a decision down, or one for each id where the act takes one thing. What is shown is asked for again. */
export async function decide(
  name: string,
  act: Act,
  ids: readonly string[],
  told: { who: string; why: string; correction?: Readonly<Record<string, unknown>> },
): Promise<readonly Decided[]> {
  const written: Decided[] = [];
  for (const some of ALONE.has(act) ? ids.map((id) => [id]) : [ids])
    written.push(
      await post<Decided>(at(name, "decisions"), {
        act,
        ids: some,
        who: told.who.trim(),
        why: told.why.trim(),
        ...told.correction,
      }),
    );
  person.value = told.who.trim();
  try {
    localStorage.setItem(WHO, person.value);
  } catch {
    // No storage: the name lasts as long as the page.
  }
  if (act === "undo") made.value = made.value.filter((one) => !ids.includes(one.id));
  else made.value = [...made.value, ...written];
  changed();
  return written;
}

function remembered(): string {
  try {
    return localStorage.getItem(WHO) ?? "";
  } catch {
    return "";
  }
}
