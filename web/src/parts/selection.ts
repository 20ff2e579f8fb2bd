/** The events that a reader gathers for a report: kept by the browser, one list for each case. */

import { signal, type Signal } from "@preact/signals";

const lists = new Map<string, Signal<readonly string[]>>();
const key = (name: string): string => `tripoint.report.${name}`;

/** The ids gathered for a case, in the order in which they were. */
export function gathered(name: string): Signal<readonly string[]> {
  let list = lists.get(name);
  if (list === undefined) {
    list = signal(stored(name));
    lists.set(name, list);
  }
  return list;
}

/** Put an event into the report, or take it out. */
export function gather(name: string, id: string): void {
  const list = gathered(name);
  list.value = list.value.includes(id) ? list.value.filter((one) => one !== id) : [...list.value, id];
  try {
    localStorage.setItem(key(name), JSON.stringify(list.value));
  } catch {
    // No storage: the list lasts as long as the page.
  }
}

function stored(name: string): readonly string[] {
  try {
    const told: unknown = JSON.parse(localStorage.getItem(key(name)) ?? "[]");
    return Array.isArray(told) ? told.filter((one): one is string => typeof one === "string") : [];
  } catch {
    return [];
  }
}
