import type { ClaimCard } from "../../api/records";
import { wordsOf } from "../../parts/Claim";
import { publishedWords, rowPublished } from "../../parts/dates";
import { shown } from "../../parts/text";
import { voiceWords } from "../../parts/wording";
import { Words } from "../../parts/Words";

/** A footnote: the words, who says them, in which document of when, and where that came from. */
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
    </>
  );
}
