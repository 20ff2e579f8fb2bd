/** Dark or light: the system's choice until the reader makes one. public/theme.js reads it before the first paint. */

import { computed, signal } from "@preact/signals";

export type Theme = "dark" | "light";

const KEY = "tripoint.theme";
const asked = typeof matchMedia === "undefined" ? null : matchMedia("(prefers-color-scheme: dark)");
const system = signal<Theme>(asked?.matches === true ? "dark" : "light");
const chosen = signal<Theme | null>(stored());

asked?.addEventListener("change", () => {
  system.value = asked.matches ? "dark" : "light";
});

/** The theme that is shown. */
export const theme = computed<Theme>(() => chosen.value ?? system.value);

/** Show the other theme, and remember it. */
export function switchTheme(): void {
  chosen.value = theme.value === "dark" ? "light" : "dark";
  document.documentElement.dataset["theme"] = chosen.value;
  try {
    localStorage.setItem(KEY, chosen.value);
  } catch {
    // No storage: the choice lasts as long as the page.
  }
}

function stored(): Theme | null {
  const told = typeof document === "undefined" ? undefined : document.documentElement.dataset["theme"];
  return told === "dark" || told === "light" ? told : null;
}
