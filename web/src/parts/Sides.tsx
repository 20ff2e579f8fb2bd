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
}: {
  field: string;
  why: string;
  explained: string | null;
  sides: readonly Held[];
  heading?: ComponentChildren;
}) {
  return (
    <article class={explained === null ? "dispute open" : "dispute"}>
      <header>
        {heading}
        <h3>{fieldWords(field)}</h3>
        <p>
          <Words text={sentence(why)} />
        </p>
        {explained !== null && (
          <p>
            Perhaps only apparent: <Words text={sentence(explained, false)} />
          </p>
        )}
      </header>
      <div class="sides">
        {sides.map((side) => (
          <section key={side.value} class="side" aria-label={side.value}>
            <h4>
              <Words text={side.value} />
            </h4>
            {side.children}
          </section>
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
