import { at, type Params } from "../api/client";
import type { ClaimCard } from "../api/records";
import { href } from "../state/address";
import { Answered } from "./Answered";
import { Claim } from "./Claim";
import { More } from "./More";
import { useList } from "./pages";
import { Empty } from "./State";

/** The claims that pass some filters, a page at a time, each with the way to its event. */
export function ClaimList({ name, filters, empty }: { name: string; filters: Params; empty: string }) {
  const list = useList<ClaimCard>(at(name, "claims"), { ...filters, limit: 20 });
  return (
    <Answered answer={list.first} what="claims">
      {() =>
        list.items.length === 0 ? (
          <Empty message={empty} />
        ) : (
          <>
            <div class="claim-grid">
              {list.items.map((claim) => (
                <Claim key={claim.claim_id} claim={claim}>
                  {claim.event_id !== null && <a href={href("event", { id: claim.event_id })}>Its event</a>}
                </Claim>
              ))}
            </div>
            <More list={list} what="claims" />
          </>
        )
      }
    </Answered>
  );
}
