/** A page cut into what the reader came for and what surrounds it, and spans of a document found again in its page. */

import type { PageBlock, PageSheet, Span } from "../../api/records";

export type RegionKind = "article" | "other" | "comments" | "furniture";

export interface Region {
  readonly kind: RegionKind;
  /** The part of the page that an article is; 0 for what is no article. */
  readonly part: number;
  readonly blocks: readonly PageBlock[];
}

const COMMENTS = new Set(["comment_author", "comment", "editor_reply"]);
const FURNITURE = new Set(["related", "promo", "navigation", "boilerplate", "blank"]);

function kindOf(block: PageBlock, part: number): RegionKind {
  if (COMMENTS.has(block.role)) return "comments";
  if (FURNITURE.has(block.role)) return "furniture";
  return block.part === part || block.part === 0 ? "article" : "other";
}

/** The regions of a page in its order, seen from the article `part`: neighbours of one kind stand together. */
export function regions(blocks: readonly PageBlock[], part: number): Region[] {
  const found: { kind: RegionKind; part: number; blocks: PageBlock[] }[] = [];
  for (const block of blocks) {
    if (block.role === "blank") continue;
    const kind = kindOf(block, part);
    const last = found.at(-1);
    const of = kind === "other" ? block.part : 0;
    if (last !== undefined && last.kind === kind && last.part === of) last.blocks.push(block);
    else found.push({ kind, part: of, blocks: [block] });
  }
  return found;
}

/** Where a span of the document's text stands in the page: several stretches when it runs over blocks. */
export function inPage(blocks: PageSheet["documents"][number]["blocks"], span: Span): Span[] {
  const found: Span[] = [];
  for (const block of blocks) {
    const start = Math.max(span.start, block.start);
    const end = Math.min(span.end, block.end);
    if (start < end) found.push({ start: start - block.start + block.page_start, end: end - block.start + block.page_start });
  }
  return found;
}

/** Read a span of an address: `12-40`; null for what is none. */
export function readSpan(text: string | null): Span | null {
  const found = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? "");
  if (found === null) return null;
  const start = Number(found[1]);
  const end = Number(found[2]);
  return start < end ? { start, end } : null;
}

/** How many commenters' words a region holds, and how many replies of the editor. */
export function commentCount(region: Region): { comments: number; replies: number } {
  return {
    comments: region.blocks.filter((block) => block.role === "comment").length,
    replies: region.blocks.filter((block) => block.role === "editor_reply").length,
  };
}
