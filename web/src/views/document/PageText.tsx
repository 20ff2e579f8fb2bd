import type { ComponentChildren } from "preact";
import type { ClaimCard, PageBlock, PageSheet, Span } from "../../api/records";
import { apart, segments, type Mark, type Segment } from "../../parts/segments";
import { SLOT_WORDS, slotMarks, type SlotKind } from "../../parts/slots";
import { Measured, shown } from "../../parts/text";
import { blockWords, count, modalityWords } from "../../parts/wording";
import { href } from "../../state/address";
import { commentCount, inPage, regions, type Region } from "./anatomy";

type Kind =
  | { readonly of: "claim"; readonly claim: ClaimCard; readonly number: number; readonly length: number }
  | { readonly of: "slot"; readonly slot: SlotKind }
  | { readonly of: "span" }
  /** Words that the capture before lacks. */
  | { readonly of: "added" };

interface Shown {
  readonly page: PageSheet;
  readonly text: Measured;
  readonly documentId: string;
  readonly part: number;
  readonly marks: readonly Mark<Kind>[];
  readonly chosen: string | null;
}

/** Marks of claims, of the chosen claim's slots and of the span that was asked for, all in the page's own offsets. */
export function pageMarks(
  blocks: PageSheet["documents"][number]["blocks"],
  claims: readonly ClaimCard[],
  chosen: string | null,
  span: Span | null,
  added: readonly Span[] = [],
): Mark<Kind>[] {
  const found: Mark<Kind>[] = [];
  const put = (told: Span, kind: Kind) => {
    for (const stretch of inPage(blocks, told)) found.push({ ...stretch, kind });
  };
  claims.forEach((claim, i) => {
    for (const told of claim.evidence) put(told, { of: "claim", claim, number: i + 1, length: told.end - told.start });
    if (claim.claim_id !== chosen) return;
    for (const slot of apart(slotMarks(claim))) put(slot, { of: "slot", slot: slot.kind });
  });
  if (span !== null) put(span, { of: "span" });
  for (const told of added) put(told, { of: "added" });
  return found;
}

/** The whole page as text: the article open, everything else folded and named for what it is. */
export function PageText(shownPage: Shown) {
  const parts = regions(shownPage.page.blocks, shownPage.part);
  return (
    <div class="page-text">
      {parts.map((region) => (
        <RegionText key={region.blocks[0]!.start} region={region} {...shownPage} />
      ))}
    </div>
  );
}

function RegionText({ region, ...page }: { region: Region } & Shown) {
  if (region.kind === "article")
    return (
      <>
        {region.blocks.map((block, i) => (
          <BlockText key={block.start} block={block} labelled={i === 0 || region.blocks[i - 1]!.role !== block.role} {...page} />
        ))}
      </>
    );
  const asked = page.marks.some(
    (mark) => mark.kind.of === "span" && region.blocks.some((block) => mark.start < block.end && mark.end > block.start),
  );
  return (
    <details class={`folded ${region.kind}`} open={asked}>
      <summary>
        <Summary region={region} page={page.page} />
      </summary>
      {region.blocks.map((block, i) => (
        <BlockText
          key={block.start}
          block={block}
          labelled={i === 0 || region.blocks[i - 1]!.role !== block.role}
          {...page}
          marks={page.marks.filter((mark) => mark.kind.of === "span")}
        />
      ))}
    </details>
  );
}

function Summary({ region, page }: { region: Region; page: PageSheet }) {
  if (region.kind === "comments") {
    const { comments, replies } = commentCount(region);
    return (
      <>
        <strong>{count(comments, "comment")}</strong>
        {replies > 0 && ` and ${count(replies, "reply", "replies")} of the editor`} <span class="not-evidence">not evidence</span>
      </>
    );
  }
  if (region.kind === "other") {
    const other = page.documents.find((one) => one.part === region.part);
    return (
      <>
        <strong>Another article on this page</strong>
        {other !== undefined && (
          <>
            {": "}
            <a href={href("document", { id: other.id })}>{shown(other.headline ?? "without a headline")}</a>
          </>
        )}
      </>
    );
  }
  const roles = [...new Set(region.blocks.map((block) => blockWords(block.role)))];
  return <>{roles.join(", ")}</>;
}

function BlockText({ block, labelled, ...page }: { block: PageBlock; labelled: boolean } & Shown) {
  const text = new Measured(page.text.slice(block.start, block.end));
  const found = segments<Kind>(text, block.start, page.marks);
  return (
    <div class={`block ${block.role}`}>
      <span class="role">{labelled ? blockWords(block.role) : ""}</span>
      <p dir="auto">{runs(found, page)}</p>
    </div>
  );
}

/** The innermost claim over a segment: of several, the one with the shortest evidence, the chosen one before all. */
function claimOver(segment: Segment<Kind>, chosen: string | null) {
  const over = segment.kinds.filter((kind): kind is Extract<Kind, { of: "claim" }> => kind.of === "claim");
  return over.find((kind) => kind.claim.claim_id === chosen) ?? over.sort((a, b) => a.length - b.length)[0];
}

function runs(found: readonly Segment<Kind>[], page: Shown): ComponentChildren[] {
  const out: ComponentChildren[] = [];
  for (let i = 0; i < found.length;) {
    const over = claimOver(found[i]!, page.chosen);
    let next = i + 1;
    while (next < found.length && claimOver(found[next]!, page.chosen)?.claim === over?.claim) next += 1;
    const pieces = found.slice(i, next);
    const words = pieces.map((piece) => <Piece key={piece.start} piece={piece} />);
    if (over === undefined) out.push(...words);
    else {
      const { claim } = over;
      const here = claim.claim_id === page.chosen;
      out.push(
        <a
          key={`c${pieces[0]!.start}`}
          class={`told ${claim.polarity === "denied" ? "denied" : claim.modality}${here ? " chosen" : ""}`}
          href={href("document", { id: page.documentId, query: { claim: claim.claim_id } })}
          aria-current={here ? "true" : undefined}
          title={`${over.number}: ${claim.type.replaceAll("_", " ")}, ${claim.polarity === "denied" ? "denied" : modalityWords(claim.modality)}`}
        >
          {words}
        </a>,
      );
    }
    const end = pieces.at(-1)!.end;
    const ended = page.marks
      .filter((mark): mark is Mark<Extract<Kind, { of: "claim" }>> => mark.kind.of === "claim" && mark.end === end)
      .map((mark) => mark.kind);
    if (ended.length > 0 && next <= found.length) out.push(<Numbers key={`n${end}`} ended={ended} page={page} />);
    i = next;
  }
  return out;
}

function Numbers({ ended, page }: { ended: readonly Extract<Kind, { of: "claim" }>[]; page: Shown }) {
  return (
    <sup class="claim-numbers">
      {ended.map(({ claim, number }) => (
        <a
          key={claim.claim_id}
          href={href("document", { id: page.documentId, query: { claim: claim.claim_id } })}
          aria-label={`Claim ${number}`}
          aria-current={claim.claim_id === page.chosen ? "true" : undefined}
        >
          {number}
        </a>
      ))}
    </sup>
  );
}

function Piece({ piece }: { piece: Segment<Kind> }) {
  const slot = piece.kinds.find((kind): kind is Extract<Kind, { of: "slot" }> => kind.of === "slot");
  const asked = piece.kinds.some((kind) => kind.of === "span");
  const text = shown(piece.text);
  const words =
    slot === undefined ? (
      text
    ) : (
      <span class={`slot ${slot.slot}`} title={SLOT_WORDS[slot.slot]}>
        {text}
      </span>
    );
  if (asked) return <mark class="asked">{words}</mark>;
  return piece.kinds.some((kind) => kind.of === "added") ? <ins title="absent in the capture before">{words}</ins> : <>{words}</>;
}
