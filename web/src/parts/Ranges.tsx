import type { JSX } from "preact";
import type { NumberGroup, ToldNumber } from "./ranges";
import { amountWords } from "./ranges";
import { Voice, wordsOf } from "./Claim";
import { fieldWords } from "./wording";
import { Words } from "./Words";

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

function bar(row: ToldNumber): JSX.Element {
  const from = row.from ?? 0;
  const to = row.to ?? 1;
  const open = `${row.from === null ? "open-low" : ""} ${row.to === null ? "open-high" : ""}`;
  return (
    <span class="range" aria-hidden="true">
      {from !== to && <i class={open} style={{ "--from": percent(from), "--to": percent(to) }} />}
      {row.from !== null && <b style={{ "--from": percent(row.from) }} />}
      {row.to !== null && row.to !== row.from && <b style={{ "--from": percent(row.to) }} />}
    </span>
  );
}

/** The numbers of an event on one scale from nought, a row for each claim; the best supported one is marked. */
export function Ranges({ group }: { group: NumberGroup }) {
  const title = fieldWords(`amount:${group.what}`);
  return (
    <table class="ranges">
      <caption>{title.replace("How many: ", "")}</caption>
      <thead>
        <tr>
          <th scope="col">Number</th>
          <th scope="col" class="axis">
            <span class="axis-ends">
              <span>0</span>
              <span>{group.max.toLocaleString("en", { maximumFractionDigits: group.max < 10 ? 1 : 0 })}</span>
            </span>
          </th>
          <th scope="col">Who says so</th>
        </tr>
      </thead>
      <tbody>
        {group.rows.map((row, i) => (
          <tr key={`${row.claim.claim_id}-${i}`} class={row.best ? "best" : ""}>
            <th scope="row">
              <a href={wordsOf(row.claim)}>
                <Words text={amountWords(row.amount)} />
              </a>
              {row.amount.of !== null && (
                <span class="muted small">
                  {" of "}
                  <Words text={row.amount.of} />
                </span>
              )}
            </th>
            <td class="axis">{bar(row)}</td>
            <td class="small">
              <Voice claim={row.claim} />
              {row.best && group.differ && <span class="tag"> shown</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
