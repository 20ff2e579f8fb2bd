/** What happens to the case while it is looked at: it is rebuilt, somebody decides. */

import { signal } from "@preact/signals";
import { at, forget } from "./client";

/** Goes up with every change of the case; answers are asked for again. */
export const version = signal(0);

/** The build that is running, or null. */
export const building = signal<{ stage: string; done: number; of: number | null } | null>(null);

/** What went wrong with the case while it was looked at: a build that ended badly, a case that is gone. */
export const trouble = signal<string | null>(null);

/** Follow the case's stream of changes until the function that is returned is called. */
export function follow(name: string): () => void {
  if (typeof EventSource === "undefined") return () => undefined;
  const stream = new EventSource(`${at(name, "stream")}`);
  stream.addEventListener("building", (event) => {
    building.value = JSON.parse((event as MessageEvent<string>).data);
  });
  stream.addEventListener("rebuilt", () => {
    building.value = null;
    trouble.value = null;
    changed();
  });
  for (const kind of ["failed", "gone"])
    stream.addEventListener(kind, (event) => {
      building.value = null;
      trouble.value = (JSON.parse((event as MessageEvent<string>).data) as { message?: string }).message ?? "The case cannot be read.";
    });
  stream.addEventListener("decided", changed);
  return () => stream.close();
}

/** Say that the case has changed: what is shown is asked for again. */
export function changed(): void {
  forget();
  version.value += 1;
}
