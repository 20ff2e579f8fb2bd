import { bareLabel, labelParts, untimedLabel } from "./wording";
import { Words } from "./Words";

/** What an event is called; that it is disputed or denied is told in its own colour, that it is only planned is told. */
export function Label({ label, when }: { label: string; /** The date in the words that stand beside it: it is not said again. */ when?: string }) {
  const { standing, words } = labelParts(when === undefined ? bareLabel(label) : untimedLabel(label, when));
  if (standing === null) return <Words text={words} />;
  return (
    <>
      <span class={standing === "Disputed" || standing === "Denied" ? "disputed" : "muted"}>{standing}: </span>
      <Words text={words} />
    </>
  );
}
