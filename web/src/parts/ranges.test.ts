import { describe, expect, it } from "vitest";
import type { Amount } from "../api/records";
import { claimCard } from "./made";
import { amountWords, numberGroups } from "./ranges";

const amount = (low: number | null, high: number | null, told: Partial<Amount> = {}): Amount => ({
  what: "killed",
  low,
  high,
  unit: "people",
  of: null,
  wording: "",
  start: 0,
  end: 1,
  ...told,
});

describe("numbers in words", () => {
  it.each([
    [amount(30, 30, { unit: "ISIS fighters" }), "30 ISIS fighters"],
    [amount(5, null, { wording: "at least" }), "at least 5 people"],
    [amount(null, 25000, { wording: "as many as", unit: "Russian soldiers" }), "as many as 25,000 Russian soldiers"],
    [amount(1.5, 1.5, { wording: "about", unit: "km" }), "about 1.5 km"],
    [amount(5, 7), "5–7 people"],
    [amount(7, null), "at least 7 people"],
    [amount(null, 7), "at most 7 people"],
    [amount(4, 4, { wording: "highest told: " }), "4 people"],
    [amount(3, null, { wording: "several", unit: "armies" }), "several armies (at least 3)"],
    [amount(null, null, { unit: "tanks" }), "tanks, number not told"],
    [amount(1381, 1381, { unit: "km2" }), "1,381 km²"],
  ])("%#", (told, words) => {
    expect(amountWords(told)).toBe(words);
  });
});

describe("numbers on a scale", () => {
  const one = claimCard("one", { amounts: [amount(5, null)] });
  const two = claimCard("two", { amounts: [amount(7, 7), amount(60, 60, { what: "length", unit: "km" })] });

  it("of different things stand apart, of one thing on one scale", () => {
    const groups = numberGroups([one, two], [amount(7, 7)]);
    expect(groups.map((group) => group.what)).toEqual(["killed", "length"]);
    const [killed] = groups;
    expect(killed?.differ).toBe(true);
    for (const row of killed?.rows ?? [])
      for (const at of [row.from, row.to]) if (at !== null) expect(at >= 0 && at <= 1).toBe(true);
  });

  it("leave an open side open, and mark the one that the event shows", () => {
    const rows = numberGroups([one, two], [amount(7, 7)])[0]!.rows;
    expect(rows.map((row) => [row.claim.claim_id, row.to === null, row.best])).toEqual([
      ["one", true, false],
      ["two", false, true],
    ]);
  });

  it("never take the highest told for the best told", () => {
    const rows = numberGroups([one, two], [amount(7, 7, { wording: "highest told: " })])[0]!.rows;
    expect(rows.some((row) => row.best)).toBe(false);
  });

  it("of no claim are none", () => {
    expect(numberGroups([claimCard("silent")], [])).toEqual([]);
  });
});
