import type { ComponentChildren } from "preact";
import type { ClaimCard } from "../api/records";
import { href } from "../state/address";
import { publishedWords, rowPublished } from "./dates";
import { Quote } from "./Quote";
import { Tags } from "./Tags";
import { voiceWords } from "./wording";
import { Words } from "./Words";

/** Whose voice it is: the people quoted, innermost first, then the outlet that carries them. */
export function Voice({ claim }: { claim: Pick<ClaimCard, "speakers" | "outlet"> }) {
  if (claim.speakers.length === 0)
    return claim.outlet === null ? (
      <span class="muted">outlet not told, in its own voice</span>
    ) : (
      <>
        <Words text={claim.outlet} className="voice" /> <span class="muted">in its own voice</span>
      </>
    );
  return (
    <>
      <span class="voice">
        {claim.speakers.map((voice, i) => (
          <span key={`${voice.start}-${i}`}>
            {i > 0 && " via "}
            <Words text={voiceWords(voice.name)} />
          </span>
        ))}
      </span>{" "}
      <span class="muted">{claim.outlet === null ? "outlet not told" : <InOutlet outlet={claim.outlet} />}</span>
    </>
  );
}

function InOutlet({ outlet }: { outlet: string }) {
  return (
    <>
      in <Words text={outlet} />
    </>
  );
}

/** The address of a claim's words in the page. */
export function wordsOf(claim: ClaimCard): string {
  return href("document", { id: claim.document_id, query: { claim: claim.claim_id } });
}

/** A claim in a list: who says it, the words, where they stand. `pick` is a control in front, `children` come after. */
export function Claim({ claim, pick, children }: { claim: ClaimCard; pick?: ComponentChildren; children?: ComponentChildren }) {
  const rejected = claim.decided?.startsWith("rejected") === true;
  return (
    <article class={rejected ? "claim rejected" : "claim"} id={claim.claim_id}>
      <header>
        {pick}
        <span>
          <Voice claim={claim} />
        </span>
        <span class="muted">{publishedWords(rowPublished(claim))}</span>
        <Tags claim={claim} />
      </header>
      <Quote claim={claim} />
      <footer>
        <a href={wordsOf(claim)}>The words in the page</a>
        <a href={href("claim", { id: claim.claim_id })}>Claim sheet</a>
        {children}
      </footer>
    </article>
  );
}
