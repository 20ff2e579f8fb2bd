import { describe, expect, it } from "vitest";
import { dayNumber } from "./days";
import { monthBars, undatedCount } from "./months";
import { strip, ticks, type Spanned } from "./strip";

interface Held extends Spanned {
  readonly holder: string;
}

const held = (id: string, holder: string, start: string | null, end: string | null, last: string | null = null): Held => ({
  id,
  holder,
  start,
  end,
  last_evidence: last,
});

describe("a strip of control", () => {
  const spans = [
    held("1", "Russia", "2022-03-01", "2022-11-10"),
    held("2", "Ukraine", "2022-11-11", null, "2022-11-13"),
    held("3", "Russia", null, "2022-11-07"),
    held("4", "nobody knows", null, null),
  ];
  const chart = strip(spans, (span) => span.holder);

  it("has a row for each holder, all on one scale", () => {
    expect(chart.rows.map((row) => [row.name, row.placed.length])).toEqual([
      ["Russia", 2],
      ["Ukraine", 1],
    ]);
    for (const row of chart.rows)
      for (const { from, to } of row.placed) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(1);
        expect(from).toBeLessThan(to);
      }
  });

  it("keeps open what is open", () => {
    const placed = chart.rows.flatMap((row) => row.placed);
    expect(placed.find(({ span }) => span.id === "2")).toMatchObject({ openStart: false, openEnd: true });
    expect(placed.find(({ span }) => span.id === "3")).toMatchObject({ openStart: true, openEnd: false });
  });

  it("drops nothing that has no day", () => {
    expect(chart.undated.map((span) => span.id)).toEqual(["4"]);
    expect(strip([spans[3]!], (span) => span.holder)).toMatchObject({ rows: [], undated: [spans[3]] });
    expect(strip([], () => "")).toEqual({ rows: [], undated: [], ticks: [] });
  });
});

it("an axis has at most a handful of round days, whatever its length", () => {
  for (const [from, to] of [
    ["2022-10-03", "2022-10-05"],
    ["2022-03-01", "2022-11-13"],
    ["2012-01-01", "2019-06-30"],
    ["1920-01-01", "2022-01-01"],
  ] as const) {
    const found = ticks(dayNumber(from), dayNumber(to));
    expect(found.length).toBeLessThanOrEqual(8);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((tick) => tick.label)).size).toBe(found.length);
  }
});

describe("activity by month", () => {
  const told = (month: string | null, agent: number) => ({ month, agent, target: 0, speaker: 0 });

  it("shows a silent month as one", () => {
    expect(monthBars([told("2022-12", 2), told("2022-10", 1), told("2022-12", 1)], "agent")).toEqual([
      { month: "2022-10", n: 1 },
      { month: "2022-11", n: 0 },
      { month: "2022-12", n: 3 },
    ]);
  });

  it("is told by years when the months are too many to draw", () => {
    const bars = monthBars([told("2003-01", 1), told("2022-10", 1)], "agent");
    expect(bars[0]).toEqual({ month: "2003", n: 1 });
    expect(bars).toHaveLength(20);
  });

  it("counts what has no month apart", () => {
    expect(monthBars([told(null, 4)], "agent")).toEqual([]);
    expect(undatedCount([told(null, 4), told("2022-01", 1)], "agent")).toBe(4);
  });
});
