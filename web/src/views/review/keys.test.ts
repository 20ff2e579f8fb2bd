import { describe, expect, it } from "vitest";
import type { ReviewItem } from "../../api/records";
import { claimCard } from "../../parts/made";
import { footnotes } from "../footnotes";
import { keyOf, targetOf } from "./keys";

const item = (told: Partial<ReviewItem> = {}): ReviewItem => ({
  kind: "margin",
  id: "m1",
  title: "",
  why: "",
  value: 1,
  claims: ["clm_1", "clm_2"],
  event_id: "event_1",
  ...told,
});

const press = (key: string, target: EventTarget = document.body, more = {}) =>
  keyOf({ key, target, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe("a key of the review", () => {
  it("does what the screen says", () => {
    expect(press("j")).toEqual({ does: "move", by: 1 });
    expect(press("k")).toEqual({ does: "move", by: -1 });
    expect(press("a")).toEqual({ does: "act", act: "accept" });
    expect(press("r")).toEqual({ does: "act", act: "reject" });
    expect(press("m")).toEqual({ does: "act", act: "merge" });
    expect(press("s")).toEqual({ does: "act", act: "split" });
    expect(press("u")).toEqual({ does: "undo" });
    expect(press("3")).toEqual({ does: "pick", number: 3 });
    expect(press("c")).toEqual({ does: "act", act: "correct" });
    expect(press("x")).toBeNull();
  });

  it("typed into a field is a letter and nothing else", () => {
    const field = document.body.appendChild(document.createElement("input"));
    expect(press("r", field)).toBeNull();
    field.type = "checkbox";
    expect(press("r", field)).not.toBeNull();
  });

  it("with a modifier belongs to the browser", () => {
    expect(press("r", document.body, { ctrlKey: true })).toBeNull();
    expect(press("a", document.body, { metaKey: true })).toBeNull();
  });
});

describe("a decision applies", () => {
  it("to the picked claims before the event", () => {
    expect(targetOf("reject", item(), ["clm_2"])?.ids).toEqual(["clm_2"]);
    expect(targetOf("reject", item(), [])?.ids).toEqual(["event_1"]);
    expect(targetOf("accept", item({ event_id: null }), [])?.ids).toEqual(["clm_1", "clm_2"]);
  });

  it("to a pair when two are split, and to two or more when they are merged", () => {
    expect(targetOf("split", item(), [])?.ids).toEqual(["clm_1", "clm_2"]);
    expect(targetOf("split", item({ claims: ["a", "b", "c"] }), [])).toBeNull();
    expect(targetOf("merge", item({ claims: ["a", "b", "c"] }), [])?.ids).toHaveLength(3);
    expect(targetOf("merge", item(), ["clm_1"])).toBeNull();
  });

  it("to one claim when a field is put right", () => {
    expect(targetOf("correct", item(), ["clm_2"])?.ids).toEqual(["clm_2"]);
    expect(targetOf("correct", item(), [])).toBeNull();
    expect(targetOf("correct", item({ claims: ["a"] }), [])?.ids).toEqual(["a"]);
  });

  it("to nothing where there is nothing", () => {
    expect(targetOf("accept", item({ event_id: null, claims: [] }), [])).toBeNull();
  });
});

it("a claim that two events share has one footnote", () => {
  const [a, b] = [claimCard("a"), claimCard("b")];
  const notes = footnotes([a, b, a]);
  expect(notes.claims.map((claim) => claim.claim_id)).toEqual(["a", "b"]);
  expect(notes.numberOf.get("b")).toBe(2);
});
