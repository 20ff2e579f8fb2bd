import type { ClaimCard } from "../api/records";
import { modalityWords } from "./wording";

/** How a claim is told, where it is not plainly told as something that happened. */
export function Tags({ claim }: { claim: Pick<ClaimCard, "modality" | "polarity" | "hedged" | "aspect" | "decided" | "corrections"> }) {
  return (
    <>
      {claim.polarity === "denied" && <span class="tag denied">denied</span>}
      {claim.modality !== "happened" && <span class="tag">{modalityWords(claim.modality)}</span>}
      {claim.hedged && <span class="tag">told at a distance</span>}
      {claim.corrections.some((one) => one.state === "counts") && <span class="tag">corrected</span>}
      {claim.decided !== null && <span class="tag">{claim.decided}</span>}
    </>
  );
}
