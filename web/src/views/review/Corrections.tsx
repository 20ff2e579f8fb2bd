import type { ClaimCard } from "../../api/records";
import { dayWords } from "../../parts/days";
import { Words } from "../../parts/Words";
import { fieldLabel } from "./corrections";

const STATE: Readonly<Record<string, string>> = {
  counts: "",
  "from the next build on": "counts from the next build on",
  "taken back": "taken back, until the next build",
};

/** What a person put right in a claim, what the machine had, who says so and why. */
export function Corrections({ claim }: { claim: Pick<ClaimCard, "corrections"> }) {
  return (
    <ul class="corrections">
      {claim.corrections.map((one) => (
        <li key={one.decision_id}>
          <strong>{fieldLabel(one.field)}</strong>: <Words text={one.value} />{" "}
          <span class="muted">
            (the machine: <Words text={one.machine} />)
          </span>
          . <Words text={one.who} />, {dayWords(one.at)}: <Words text={one.why} />
          {STATE[one.state] !== "" && <span class="tag">{STATE[one.state]}</span>}
        </li>
      ))}
    </ul>
  );
}
