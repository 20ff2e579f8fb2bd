import { describe, expect, it } from "vitest";
import { dayNumber } from "../parts/days";
import { ticks } from "./ticks";

describe("the axis of time", () => {
  it("is written on whatever its length and however narrow it is", () => {
    for (const [from, to] of [["2022-11-01", "2022-11-09"], ["2012-01-01", "2019-06-30"], ["1973-05-01", "2024-01-01"], ["1400-01-01", "2024-01-01"]] as const)
      for (const width of [280, 330, 700, 1400]) {
        const found = ticks(dayNumber(from), dayNumber(to), width);
        expect(found.length).toBeGreaterThan(0);
        expect(found.length).toBeLessThanOrEqual(Math.floor(width / 64) + 1);
      }
  });

  it("leaves out years that have no room, evenly", () => {
    const found = ticks(dayNumber("2012-01-01"), dayNumber("2019-06-30"), 328);
    expect(found.map((tick) => tick.label)).toEqual(["2012", "2014", "2016", "2018"]);
  });
});
