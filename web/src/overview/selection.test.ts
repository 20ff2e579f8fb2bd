import { describe, expect, it } from "vitest";
import type { EventPoints } from "../api/shapes";
import { clusterRadius, COARSE, layout, MOST_AREAS, WORLD, worldPart } from "../map/clusters";
import { binned, extent } from "../timeline/bins";
import { columnsOf, mercator } from "./columns";
import { heldOn } from "./control";
import { listed } from "./listed";
import { type Narrowing, select } from "./selection";

const ALL: Narrowing = { types: new Set(), since: null, until: null, origins: 1, contested: false, box: null };

type Event = { type?: string; at?: [number, number, number?]; since?: number | null; until?: number | null; origins?: number; contested?: boolean };

function points(events: readonly Event[]): EventPoints {
  const types = [...new Set(events.map(({ type = "clash" }) => type))].sort();
  return {
    types,
    row: events.map((_, k) => k + 1),
    type: events.map(({ type = "clash" }) => types.indexOf(type)),
    lat: events.map(({ at }) => at?.[1] ?? null),
    lon: events.map(({ at }) => at?.[0] ?? null),
    radius: events.map(({ at }) => at?.[2] ?? null),
    geometry: {},
    since: events.map(({ since = null }) => since),
    until: events.map(({ until = null }) => until),
    origins: events.map(({ origins = 1 }) => origins),
    contested: events.map(({ contested = false }) => (contested ? 1 : 0)),
    claims: events.map(() => 1),
  };
}

describe("a selection", () => {
  it("keeps an event whose interval may touch the time asked for, and counts those without a day", () => {
    const columns = columnsOf(points([{ since: 10, until: 12 }, { since: 13, until: 13 }, { since: null, until: 11 }, { since: 11, until: null }, {}]));
    const found = select(columns, { ...ALL, since: 12, until: 12 });
    expect(Array.from(found.passing)).toEqual([0, 3]);
    expect(found.undatedLeftOut).toBe(1);
    expect(found.anyTime.length).toBe(5);
  });

  it("counts for each filter what it would leave with the others as they are", () => {
    const columns = columnsOf(points([{ type: "clash" }, { type: "kill", contested: true }, { type: "kill", origins: 3 }]));
    const found = select(columns, { ...ALL, types: new Set(["clash"]) });
    expect(Object.fromEntries(columns.types.map((type, k) => [type, found.byType[k]]))).toEqual({ clash: 1, kill: 2 });
    expect(found.contested).toBe(0);
    expect(Array.from(select(columns, ALL).byOrigins)).toEqual([3, 3, 1, 1, 0, 0]);
  });

  it("loses no event: what passes is either on the map or counted as not on it", () => {
    const events = Array.from({ length: 500 }, (_, k) => (k % 7 === 0 ? {} : { at: [30 + (k % 50) / 10, 46 + (k % 31) / 10, k % 3] as [number, number, number] }));
    const columns = columnsOf(points(events));
    const found = select(columns, ALL);
    for (const zoom of [2, 5.3, 9, 13]) {
      const { drawn } = layout(columns, found.passing, new Uint8Array(1), 1, zoom);
      expect(drawn.reduce((sum, one) => sum + one.count, 0) + found.unlocated).toBe(500);
    }
  });
});

describe("the map", () => {
  it("draws a place that is no point as an area as soon as that could be seen, never as a pin", () => {
    const columns = columnsOf(points([{ at: [32.6, 46.6, 80] }, { at: [32.6, 46.6, 1] }]));
    const passing = Int32Array.from([0, 1]);
    for (const zoom of [4, 6, 8, 11]) {
      const { drawn, drawnIn } = layout(columns, passing, new Uint8Array(1), 1, zoom);
      const wide = drawn[drawnIn[0] as number];
      const pixels = worldPart(80, 46.6) * WORLD * 2 ** zoom;
      if (pixels > COARSE) expect(wide?.kind).toBe("area");
    }
  });

  it("leaves no two neighbours of one grid on top of each other where the smaller could join", () => {
    const columns = columnsOf(points(Array.from({ length: 40 }, (_, k) => ({ at: [30 + k * 0.001, 46] as [number, number] }))));
    const { drawn } = layout(columns, Int32Array.from({ length: 40 }, (_, k) => k), new Uint8Array(1), 1, 6);
    expect(drawn.length).toBe(1);
    expect(drawn[0]?.count).toBe(40);
    expect(clusterRadius(40)).toBeGreaterThan(clusterRadius(2));
  });

  it("gathers areas where there are too many for outlines, and loses none of their events", () => {
    const columns = columnsOf(points(Array.from({ length: 5000 }, (_, k) => ({ at: [30 + (k % 100) / 10, 40 + Math.floor(k / 100) / 10, 40 + (k % 7)] as [number, number, number] }))));
    const { drawn, drawnIn } = layout(columns, Int32Array.from({ length: 5000 }, (_, k) => k), new Uint8Array(1), 1, 7);
    expect(drawn.filter(({ kind }) => kind === "area").length).toBe(MOST_AREAS);
    expect(drawn.reduce((sum, one) => sum + one.count, 0)).toBe(5000);
    expect(drawn.length).toBeLessThan(600);
    expect(drawnIn.every((index) => index >= 0)).toBe(true);
  });

  it("knows where on the world a point is", () => {
    expect(mercator(0, 0)).toEqual({ x: 0.5, y: 0.5 });
    expect(mercator(180, 85.0511).y).toBeCloseTo(0, 3);
  });
});

describe("the timeline", () => {
  it("counts an event where it is told to be and says when that is not one bin", () => {
    const columns = columnsOf(points([{ since: 5, until: 5 }, { since: 4, until: 8 }, { since: null, until: 6 }, { since: 7, until: null }]));
    const bins = binned(columns, Int32Array.from([0, 1, 2, 3]), new Uint8Array(1), 1, 4, 9);
    expect(bins.step).toBe("day");
    expect(Array.from(bins.dated[0] ?? [])).toEqual([0, 1, 0, 0, 0, 0]);
    expect(Array.from(bins.spread)).toEqual([1, 1, 1, 1, 1, 0]);
    expect(Array.from(bins.open)).toEqual([0, 0, 1, 1, 0, 0]);
  });

  it("is not pressed into one bar by a single date far off", () => {
    const near = Array.from({ length: 60 }, (_, k) => ({ since: 19_000 + (k % 20), until: 19_000 + (k % 20) }));
    const found = extent(columnsOf(points([...near, { since: 12_000, until: null }])));
    expect(found?.bulkFirst).toBeGreaterThan(18_900);
    expect(found?.first).toBe(12_000);
    expect(found?.outside).toBe(1);
  });
});

describe("control on a day", () => {
  const span = { id: "s", place: "Kherson", place_id: "gn:1", lat: 46.6, lon: 32.6, radius_km: 3, holder_id: null, status: null, basis: "reported", claims: [], wide: false, reasons: [], last_evidence: null };
  const spans = [
    { ...span, holder: "Russia", start: "2022-03-01", end: "2022-11-10", known_since: "2022-03-02" },
    { ...span, holder: "Ukraine", start: "2022-11-11", end: "2022-11-11", known_since: "2022-11-12" },
    { ...span, holder: "Nobody", start: null, end: null, known_since: null },
  ] as never;
  const day = (text: string) => Math.round(Date.parse(text) / 86_400_000);

  it("is what covers the day, else the last that was told before it, with its age", () => {
    expect(heldOn(spans, day("2022-10-01"))[0]?.held.map(({ span: { holder }, age }) => [holder, age])).toEqual([["Russia", 0]]);
    expect(heldOn(spans, day("2022-11-21"))[0]?.held.map(({ span: { holder }, age }) => [holder, age])).toEqual([["Ukraine", 10]]);
    expect(heldOn(spans, day("2022-02-01"))).toEqual([]);
  });
});

describe("the list", () => {
  it("can hold just those events that neither map nor timeline shows", () => {
    const columns = columnsOf(points([{ at: [1, 1], since: 3, until: 3 }, { since: 4, until: 4 }, { at: [2, 2] }]));
    const all = Int32Array.from([0, 1, 2]);
    expect(Array.from(listed(columns, all, { spot: null, part: "unlocated", order: "time" }))).toEqual([1]);
    expect(Array.from(listed(columns, all, { spot: null, part: "undated", order: "time" }))).toEqual([2]);
    expect(Array.from(listed(columns, all, { spot: { lon: 2, lat: 2, radiusKm: 0 }, part: null, order: "newest" }))).toEqual([2]);
  });
});
