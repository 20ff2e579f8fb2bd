import type { ContradictionRow } from "../api/records";
import { href } from "../state/address";
import { valueWords } from "./fields";
import { intervalWords } from "./days";
import { Fold } from "./Fold";
import { Label } from "./Label";
import { ownMarks } from "./Quote";
import { Dispute } from "./Sides";
import { shown } from "./text";
import { voiceWords } from "./wording";
import { Words } from "./Words";

/** One entry of the ledger: which event, what is contradicted, and each side's words beside the other's. */
export function LedgerRow({ row, level = 2 }: { row: ContradictionRow; level?: 2 | 3 }) {
  const when = row.since === null && row.until === null ? "" : intervalWords({ start: row.since, end: row.until });
  return (
    <Dispute
      level={level}
      field={row.field}
      why={row.why}
      explained={row.explained}
      heading={
        <p class="ledger-event">
          <a href={href("event", { id: row.event_id })}>
            <Label label={row.event ?? "its event"} when={when} />
          </a>
          {[when, row.place ?? ""].filter(Boolean).map((one) => (
            <span key={one} class="small muted">
              {" · "}
              <Words text={one} />
            </span>
          ))}
        </p>
      }
      sides={row.sides.map((side) => ({
        value: valueWords(row.field, side.value, (type) => type),
        children: (
          <Fold items={side.claims} first={3} what="claim">
            {(claim) => (
              <figure key={claim.id} class="said">
                <blockquote class={`quote ${ownMarks(claim.text)}`} dir="auto">
                  {shown(claim.text)}
                </blockquote>
                <figcaption class="small">
                  {claim.speakers !== "" && (
                    <>
                      <Words text={voiceWords(claim.speakers)} />
                      {claim.outlet === null ? ", " : ", in "}
                    </>
                  )}
                  {claim.outlet === null ? <span class="muted">outlet not told</span> : <Words text={claim.outlet} />}
                  {" · "}
                  <a href={href("claim", { id: claim.id })}>Claim</a>
                </figcaption>
              </figure>
            )}
          </Fold>
        ),
      }))}
    />
  );
}
