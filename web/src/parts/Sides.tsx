import type { ComponentChildren } from "preact";
import { fieldWords } from "./wording";
import { Words } from "./Words";

export interface Held {
  readonly value: string;
  readonly children: ComponentChildren;
}

/** One contradiction: what is contradicted, why the sides cannot both be right, and each side beside the other. */
export function Dispute({
  field,
  why,
  explained,
  sides,
  heading,
  level = 3,
}: {
  field: string;
  why: string;
  explained: string | null;
  sides: readonly Held[];
  heading?: ComponentChildren;
  /** Of its heading among those of the view. */
  level?: 2 | 3;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  const SideHeading = level === 2 ? "h3" : "h4";
  return (
    <article class={explained === null ? "dispute open" : "dispute"}>
      <header>
        {heading}
        <Heading class="dispute-field">{fieldWords(field)}</Heading>
        <p>
          <Words text={sentence(why)} />
        </p>
        {explained !== null && (
          <p>
            Perhaps only apparent: <Words text={sentence(explained, false)} />
          </p>
        )}
      </header>
      <div class={sides.length === 4 ? "sides four" : "sides"}>
        {sides.map((side) => (
          <div key={side.value} class="side">
            <SideHeading class="side-value">
              <Words text={side.value} />
            </SideHeading>
            {side.children}
          </div>
        ))}
      </div>
    </article>
  );
}

function sentence(text: string, capital = true): string {
  const first = text.slice(0, 1);
  const told = (capital ? first.toUpperCase() : first) + text.slice(1);
  return /[.!?]$/.test(told) ? told : `${told}.`;
}
