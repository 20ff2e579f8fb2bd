import type { ComponentChildren } from "preact";

export interface Figure {
  readonly label: string;
  readonly value: ComponentChildren;
  /** Set smaller, for words in place of a number. */
  readonly words?: boolean;
  readonly disputed?: boolean;
}

/** The figures that stand behind something, largest first to the eye. */
export function Standing({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl class="standing">
      {figures.map((figure) => (
        <div key={figure.label}>
          <dt>{figure.label}</dt>
          <dd class={`${figure.words === true ? "words" : ""} ${figure.disputed === true ? "disputed" : ""}`}>{figure.value}</dd>
        </div>
      ))}
    </dl>
  );
}
