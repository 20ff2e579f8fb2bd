import { useEffect, useRef } from "preact/hooks";
import type { ClaimCard, Span } from "../../api/records";
import type { CaseSummary } from "../../api/shapes";
import { ClaimSlots } from "../../parts/ClaimSlots";
import { typeWords } from "../../parts/Events";
import { Tags } from "../../parts/Tags";
import { count } from "../../parts/wording";
import { Words } from "../../parts/Words";
import { href } from "../../state/address";

/** The claims of the document in the order of its words; the chosen one is open with all its slots. */
export function DocumentClaims({
  documentId,
  claims,
  chosen,
  summary,
  textOf,
}: {
  documentId: string;
  claims: readonly ClaimCard[];
  chosen: string | null;
  summary: CaseSummary;
  textOf: (span: Span) => string | null;
}) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const open = list.current?.querySelector<HTMLElement>("li.chosen");
    // Only the list scrolls: the page stays where the words are.
    if (open !== null && open !== undefined && list.current !== null)
      list.current.parentElement?.scrollTo({ top: open.offsetTop - 12 });
  }, [chosen]);
  return (
    <aside class="document-claims" aria-label="Claims in this document">
      <h2>{count(claims.length, "claim")}</h2>
      {claims.length === 0 ? (
        <p class="muted small">Nothing in this document is told as an event or a state.</p>
      ) : (
        <Legend claims={claims} />
      )}
      <ol ref={list}>
        {claims.map((claim, i) => {
          const open = claim.claim_id === chosen;
          return (
            <li key={claim.claim_id} class={open ? "chosen" : ""}>
              <div class="claim-line">
                <span class="number">{i + 1}</span>
                <a
                  href={href("document", { id: documentId, query: { claim: open ? null : claim.claim_id } })}
                  aria-expanded={open}
                >
                  {typeWords(summary, claim.type)}
                </a>{" "}
                <span class="muted">
                  <Words text={subject(claim)} />
                </span>{" "}
                <Tags claim={claim} />
              </div>
              {open && (
                <div class="claim-open">
                  <ClaimSlots claim={claim} typeName={typeWords(summary, claim.type)} textOf={textOf} />
                  <p class="bar small">
                    {claim.event_id !== null && <a href={href("event", { id: claim.event_id })}>Its event</a>}
                    <a href={href("claim", { id: claim.claim_id })}>Claim sheet</a>
                    <a class="close" href={href("document", { id: documentId })}>
                      Close
                    </a>
                  </p>
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </aside>
  );
}

/** Who acts; where nobody is told, on whom; else where. */
function subject(claim: ClaimCard): string {
  const named = [claim.agents, claim.targets, claim.recipients, claim.places].find((some) => some.length > 0) ?? [];
  return [...new Set(named.map((one) => one.name))].join(", ");
}

const LINES = [
  ["happened", "told as happened"],
  ["planned", "planned"],
  ["possible", "possible, conditional"],
  ["unconfirmed", "told as unconfirmed"],
  ["denied", "denied"],
] as const;

/** What each kind of underline means; only those that this document has. */
function Legend({ claims }: { claims: readonly ClaimCard[] }) {
  const used = new Set(
    claims.map((claim) =>
      claim.polarity === "denied" ? "denied" : claim.modality === "conditional" ? "possible" : claim.modality,
    ),
  );
  return (
    <p class="slots-legend">
      {LINES.filter(([line]) => used.has(line)).map(([line, words]) => (
        <span key={line} class={`told ${line}`}>
          {words}
        </span>
      ))}
    </p>
  );
}
