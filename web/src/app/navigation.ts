/** Where the app is: one signal that follows the address bar, and the ways to change it. */

import { signal } from "@preact/signals";
import { PATHS, type ViewName } from "../state/address";

export interface Address {
  readonly path: string;
  /** The query, `?` included; "" without one. */
  readonly search: string;
}

export interface Route {
  readonly view: ViewName;
  readonly id: string;
}

export const address = signal<Address>(read());

/** Go to an address of the app. `replace` leaves no step for "back". */
export function go(url: string, options: { replace?: boolean } = {}): void {
  if (options.replace === true) history.replaceState(null, "", url);
  else history.pushState(null, "", url);
  const before = address.value.path;
  address.value = read();
  if (options.replace !== true && address.value.path !== before) scrollTo(0, 0);
}

/** Follow the address bar and the links of the page. A link that leaves the app, or opens elsewhere, is left alone. */
export function follow(): void {
  addEventListener("popstate", () => {
    address.value = read();
  });
  addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
    const told = link?.getAttribute("href");
    if (link === undefined || told === null || told === undefined || !told.startsWith("/") || told.startsWith("//")) return;
    if (link.target !== "" || link.hasAttribute("download") || told.startsWith("/api/")) return;
    event.preventDefault();
    go(told);
  });
}

/** Which view a path names; null for a path that names none. */
export function match(path: string): Route | null {
  const asked = path.replace(/\/+$/, "") || "/";
  for (const [view, pattern] of Object.entries(PATHS) as [ViewName, string][]) {
    if (pattern === asked) return { view, id: "" };
    const stem = pattern.endsWith("/:id") ? pattern.slice(0, -3) : null;
    if (stem === null || !asked.startsWith(stem)) continue;
    const id = decoded(asked.slice(stem.length));
    if (id !== null && id !== "") return { view, id };
  }
  return null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function read(): Address {
  return typeof location === "undefined" ? { path: "/", search: "" } : { path: location.pathname, search: location.search };
}
