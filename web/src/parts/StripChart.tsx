import type { ControlSpan } from "../api/shapes";
import { href } from "../state/address";
import { strip } from "./strip";
import { dayWords, intervalWords } from "./days";
import { basisWords, count } from "./wording";
import { shown } from "./text";
import { Term } from "./Term";
import { Words } from "./Words";

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** Beyond this share of the scale a label stands before its mark, not behind it. */
const LATE = 0.75;

function told(span: ControlSpan, name: string): string {
  const last = span.last_evidence === null ? "the evidence is undated" : `last evidence ${dayWords(span.last_evidence)}`;
  return `${shown(name)}: ${intervalWords(span)}, ${basisWords(span.basis)}, ${count(span.claims.length, "claim")}, ${last}`;
}

/** Who held a place, or in what state it was, over time: a row each; solid is assessed, hatched only told, dashed denied. */
export function StripChart({ spans, nameOf }: { spans: readonly ControlSpan[]; nameOf: (span: ControlSpan) => string }) {
  const chart = strip(spans, nameOf);
  const claim = (span: ControlSpan) => href("claim", { id: span.claims[0] ?? "" });
  return (
    <>
      {chart.rows.length > 0 && (
        <div class="strip">
          {chart.rows.map((row, number) => (
            <div key={row.name} class="row" style={{ "--series": `var(--series-${(number % 5) + 1})` }}>
              <Words text={row.name} />
              <div class="track">
                {row.placed.map(({ span, from, to, openStart, openEnd }) => (
                  <a
                    key={span.id}
                    href={claim(span)}
                    class={`span ${span.basis}${openStart ? " open-start" : ""}${openEnd ? " open-end" : ""}`}
                    style={{ "--from": percent(from), "--to": percent(to) }}
                    title={told(span, row.name)}
                    aria-label={told(span, row.name)}
                  />
                ))}
              </div>
            </div>
          ))}
          <div class="row scale" aria-hidden="true">
            <span />
            <div class="ticks">
              {chart.ticks.map((tick) => (
                <span key={tick.label} class={tick.at > LATE ? "late" : undefined} style={{ "--from": percent(tick.at) }}>
                  {tick.label}
                </span>
              ))}
            </div>
          </div>
        </div>
      )}
      {chart.rows.length > 0 && (
        <p class="small muted">
          Solid: <Term of="basis">assessed</Term> from several sides. Hatched: told by one side. Dashed: denied. A bar that fades is open
          on that side.
        </p>
      )}
      <SpanTable spans={spans} nameOf={nameOf} />
    </>
  );
}

function SpanTable({ spans, nameOf }: { spans: readonly ControlSpan[]; nameOf: (span: ControlSpan) => string }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="The same as a table">
      <table class="small spans">
        <thead>
          <tr>
            <th scope="col">Who or what</th>
            <th scope="col">When</th>
            <th scope="col">
              <Term of="basis">Basis</Term>
            </th>
            <th scope="col">Last evidence</th>
            <th scope="col">First told</th>
            <th scope="col">Claims</th>
          </tr>
        </thead>
        <tbody>
          {spans.map((span) => (
            <tr key={span.id}>
              <th scope="row">
                {span.holder_id === null ? (
                  <Words text={nameOf(span)} />
                ) : (
                  <a href={href("actor", { id: span.holder_id })}>
                    <Words text={nameOf(span)} />
                  </a>
                )}
              </th>
              <td>{intervalWords(span)}</td>
              <td class={span.basis === "denied" ? "disputed" : ""}>{basisWords(span.basis)}</td>
              <td>{span.last_evidence === null ? <span class="muted">undated</span> : dayWords(span.last_evidence)}</td>
              <td>{span.known_since === null ? <span class="muted">undated</span> : dayWords(span.known_since)}</td>
              <td>
                {span.claims.map((id, i) => (
                  <a key={id} href={href("claim", { id })} aria-label={`Claim ${i + 1}`}>
                    {i > 0 && " "}
                    {i + 1}
                  </a>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
