import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

/** A section: its name and a note in the margin, its matter beside it. */
export function Section({ title, note, children }: { title: string; note?: ComponentChildren; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {note === undefined || note === null ? null : <p>{note}</p>}
      </header>
      <div>{children}</div>
    </section>
  );
}
