import type { ClaimCard } from "../../api/records";
import { wordsOf } from "../../parts/Claim";
import { publishedWords, rowPublished } from "../../parts/dates";
import { shown } from "../../parts/text";
import { voiceWords } from "../../parts/wording";
import { Words } from "../../parts/Words";
import { fieldLabel } from "../review/corrections";

/** A footnote: the words, who says them, in which document of when, where that came from, what people did to it. */
export function Note({ claim }: { claim: ClaimCard }) {
  const voices = claim.speakers.map((voice) => voiceWords(voice.name));
  return (
    <>
      <q dir="auto">{shown(claim.evidence.map((span) => span.text).join(" … "))}</q>{" "}
      {voices.length > 0 && (
        <>
          <Words text={voices.join(", via ")} />
          {claim.outlet === null ? ", " : ", in "}
        </>
      )}
      {claim.outlet === null ? "outlet not told" : <Words text={claim.outlet} />}
      {claim.headline !== null && (
        <>
          {", “"}
          <Words text={claim.headline} />
          {"”"}
        </>
      )}
      , {publishedWords(rowPublished(claim))}.{" "}
      <a class="no-print" href={wordsOf(claim)}>
        In the page
      </a>{" "}
      <span class="id">
        <Words text={claim.source} />
      </span>
      {claim.decided === "rejected" && " Rejected by a person."}
      {claim.corrections
        .filter((one) => one.state === "counts")
        .map((one) => (
          <span key={one.decision_id}>
            {" "}
            {fieldLabel(one.field)} corrected by <Words text={one.who} /> from <Words text={one.machine} /> to{" "}
            <Words text={one.value} />.
          </span>
        ))}
    </>
  );
}
