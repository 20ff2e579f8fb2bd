import { describe, expect, it } from "vitest";
import { apart, segments } from "./segments";
import { Measured, shown } from "./text";

describe("offsets", () => {
  it("count code points, so that a flag or an emoji before the words moves nothing", () => {
    const text = "🇸🇾😀 Syrian army";
    expect(new Measured(text).slice(4, 10)).toBe("Syrian");
    expect(new Measured(text).length).toBe([...text].length);
  });

  it("outside the text give what there is, never an error", () => {
    expect(new Measured("abc").slice(-2, 99)).toBe("abc");
    expect(new Measured("abc").slice(5, 9)).toBe("");
    expect(new Measured("").slice(0, 1)).toBe("");
  });
});

describe("what a reader sees", () => {
  it("obeys no direction override and no control character, and stays as long as it was", () => {
    const text = "held by \u202Eyned\u202C A\u0007B";
    expect(shown(text)).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u0007]/);
    expect([...shown(text)].length).toBe([...text].length);
  });

  it("leaves Arabic and its joiners as they are", () => {
    const text = "البوكمال \u200Fو\u200Cالقائم";
    expect(shown(text)).toBe(text);
  });
});

describe("segments", () => {
  it("hold every character once, in order, whatever marks overlap", () => {
    const text = "SAA and PMU met at the border";
    const marks = [
      { start: 100, end: 111, kind: "agents" },
      { start: 108, end: 115, kind: "across" },
      { start: 90, end: 103, kind: "before" },
      { start: 120, end: 400, kind: "after" },
      { start: 105, end: 105, kind: "empty" },
    ];
    const found = segments(text, 100, marks);
    expect(found.map((one) => one.text).join("")).toBe(text);
    expect(found.find((one) => one.start === 108)?.kinds).toEqual(["agents", "across"]);
    expect(found.some((one) => one.kinds.includes("empty"))).toBe(false);
  });

  it("of an empty text are none, or empty", () => {
    expect(
      segments("", 0, [{ start: 0, end: 3, kind: 1 }])
        .map((one) => one.text)
        .join(""),
    ).toBe("");
  });

  it("that must not overlap keep the first and the shorter", () => {
    const marks = [
      { start: 0, end: 10, kind: "long" },
      { start: 0, end: 3, kind: "short" },
      { start: 2, end: 5, kind: "late" },
      { start: 5, end: 7, kind: "next" },
    ];
    expect(apart(marks).map((mark) => mark.kind)).toEqual(["short", "next"]);
  });
});
