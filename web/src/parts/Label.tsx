import { bareLabel, labelParts } from "./wording";
import { Words } from "./Words";

/** What an event is called; that it is disputed or denied is told in its own colour, that it is only planned is told. */
export function Label({ label }: { label: string }) {
  const { standing, words } = labelParts(bareLabel(label));
  if (standing === null) return <Words text={words} />;
  return (
    <>
      <span class={standing === "Disputed" || standing === "Denied" ? "disputed" : "muted"}>{standing}: </span>
      <Words text={words} />
    </>
  );
}
