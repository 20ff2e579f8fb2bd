import { describe, expect, it } from "vitest";
import type { PageBlock } from "../../api/records";
import { commentCount, inPage, readSpan, regions } from "./anatomy";

let at = 0;
const block = (role: string, part = 1): PageBlock => ({ role, part, start: at, end: (at += 10) });

describe("a page", () => {
  it("opens its article and folds what surrounds it, in the order of the page", () => {
    const blocks = [
      block("navigation", 0),
      block("promo", 0),
      block("headline"),
      block("body"),
      block("comment_author"),
      block("comment"),
      block("editor_reply"),
    ];
    const found = regions(blocks, 1);
    expect(found.map((region) => region.kind)).toEqual(["furniture", "article", "comments"]);
    expect(found.flatMap((region) => region.blocks)).toEqual(blocks);
    expect(commentCount(found[2]!)).toEqual({ comments: 1, replies: 1 });
  });

  it("with two articles shows one and folds the other under its own name", () => {
    const found = regions(
      [block("headline", 1), block("body", 1), block("headline", 2), block("body", 2), block("headline", 3)],
      2,
    );
    expect(found.map((region) => [region.kind, region.part])).toEqual([
      ["other", 1],
      ["article", 0],
      ["other", 3],
    ]);
  });

  it("has no region for blank blocks", () => {
    expect(regions([block("blank", 0)], 1)).toEqual([]);
  });
});

describe("a span of a document", () => {
  const blocks = [
    { start: 0, end: 10, page_start: 100 },
    { start: 12, end: 20, page_start: 150 },
  ];

  it("is found again in its page", () => {
    expect(inPage(blocks, { start: 2, end: 5 })).toEqual([{ start: 102, end: 105 }]);
    expect(inPage(blocks, { start: 14, end: 99 })).toEqual([{ start: 152, end: 158 }]);
  });

  it("that runs over two blocks is two stretches, and what lies between is none", () => {
    expect(inPage(blocks, { start: 8, end: 14 })).toEqual([
      { start: 108, end: 110 },
      { start: 150, end: 152 },
    ]);
    expect(inPage(blocks, { start: 10, end: 12 })).toEqual([]);
  });

  it("in an address is read strictly", () => {
    expect(readSpan("12-40")).toEqual({ start: 12, end: 40 });
    for (const bad of [null, "", "12", "40-12", "12-12", "-1-4", "1e3-9", "12-40;drop", "99999999999-1"])
      expect(readSpan(bad)).toBeNull();
  });
});
