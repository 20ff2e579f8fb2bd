import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { ViewProps } from "../app/views";
import { Section } from "../parts/Section";
import { TERMS, type TermName } from "../parts/terms";
import { href } from "../state/address";

const GROUPS: readonly { title: string; note: string; terms: readonly TermName[] }[] = [
  { title: "What is counted", note: "From a sentence to an event.", terms: ["claim", "event", "origins", "voice", "alone", "repeats", "comments"] },
  { title: "How sure it is", note: "Never a verdict on what is true.", terms: ["contested", "apparent", "credibility", "modality", "distance", "decided"] },
  { title: "When and where", note: "As exact as it is told, and no more.", terms: ["by", "within", "basis", "age"] },
];

/** How to read what is shown: the way through a case, and what its words mean. */
export default function HelpView({ summary }: ViewProps) {
  const asked = location.hash.slice(1);
  useEffect(() => document.getElementById(asked)?.scrollIntoView({ block: "center" }), []);
  return (
    <div class="view">
      <header class="masthead">
        <h1>How to read this</h1>
        <p class="dek">
          A machine has read the pages of the case “{summary.title}” and noted who says what happened, where and when, and who says
          otherwise. It does not tell what is true. Everything here leads back to words in a page.
        </p>
      </header>
      <Section title="The way through" note="Every address can be kept or passed on: it brings the same view again.">
        <ol class="way">
          <Way to={href("overview")} name="Overview">
            What happened where and when. Drag over the timeline, tick a kind, click a sign on the map: the list follows.
          </Way>
          <Way to={href("contradictions")} name="Contradictions">
            Where sources cannot all be right, with both quoted.
          </Way>
          <li>
            An <strong>event</strong>: what its sources agree on, what they dispute, and who stands behind it. “The words in the page”
            opens the page at the sentence.
          </li>
          <Way to={href("sources")} name="Sources">
            Who says what that nobody else says, and whom they repeat.
          </Way>
          <Way to={href("review")} name="Review">
            Accept, reject or correct what the machine made. Who and why are kept.
          </Way>
          <Way to={href("report")} name="Report">
            The events that you gathered, to print, with a footnote for every statement.
          </Way>
        </ol>
      </Section>
      {GROUPS.map(({ title, note, terms }) => (
        <Section key={title} title={title} note={note}>
          <dl class="terms">
            {terms.map((term) => (
              <div key={term} id={term} class={term === asked ? "asked" : undefined}>
                <dt>{TERMS[term].name}</dt>
                <dd>{TERMS[term].says}</dd>
              </div>
            ))}
          </dl>
        </Section>
      ))}
    </div>
  );
}

function Way({ to, name, children }: { to: string; name: string; children: ComponentChildren }) {
  return (
    <li>
      <a href={to}>{name}</a>: {children}
    </li>
  );
}
