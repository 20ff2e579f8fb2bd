import type { ComponentChildren } from "preact";
import { Term } from "./Term";
import type { TermName } from "./terms";

export interface Figure {
  readonly label: string;
  /** The term that explains the label. */
  readonly term?: TermName;
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
          <dt>{figure.term === undefined ? figure.label : <Term of={figure.term}>{figure.label}</Term>}</dt>
          <dd class={`${figure.words === true ? "words" : ""} ${figure.disputed === true ? "disputed" : ""}`}>{figure.value}</dd>
        </div>
      ))}
    </dl>
  );
}
