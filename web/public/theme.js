// Before the first paint, so that a page that was made dark does not flash light. The switch itself: src/app/theme.ts.
try {
  const chosen = localStorage.getItem("tripoint.theme");
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
} catch {
  // No storage (a private window): the system's choice holds.
}
