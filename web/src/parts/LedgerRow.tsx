import type { ContradictionRow } from "../api/records";
import { href } from "../state/address";
import { valueWords } from "../views/fields";
import { intervalWords } from "./days";
import { Dispute } from "./Sides";
import { shown } from "./text";
import { bareLabel } from "./wording";
import { Words } from "./Words";

/** One entry of the ledger: which event, what is contradicted, and each side's words beside the other's. */
export function LedgerRow({ row }: { row: ContradictionRow }) {
  const when = row.since === null && row.until === null ? "" : intervalWords({ start: row.since, end: row.until });
  return (
    <Dispute
      field={row.field}
      why={row.why}
      explained={row.explained}
      heading={
        <p class="ledger-event">
          <a href={href("event", { id: row.event_id })}>
            <Words text={bareLabel(row.event)} />
          </a>
          {[when, row.place ?? ""].filter(Boolean).map((one) => (
            <span key={one} class="muted">
              {" · "}
              <Words text={one} />
            </span>
          ))}
        </p>
      }
      sides={row.sides.map((side) => ({
        value: valueWords(row.field, side.value, (type) => type),
        children: side.claims.map((claim) => (
          <figure key={claim.id} class="said">
            <blockquote class="quote" dir="auto">
              {shown(claim.text)}
            </blockquote>
            <figcaption class="small">
              {claim.speakers !== "" && (
                <>
                  <Words text={claim.speakers.replaceAll("unnamed:", "unnamed ")} />
                  {", in "}
                </>
              )}
              {claim.outlet === null ? <span class="muted">outlet not told</span> : <Words text={claim.outlet} />}
              {" · "}
              <a href={href("claim", { id: claim.id })}>Claim</a>
            </figcaption>
          </figure>
        )),
      }))}
    />
  );
}
