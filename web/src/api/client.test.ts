import { afterEach, describe, expect, it, vi } from "vitest";
import { forget, getEvery } from "./client";

afterEach(() => {
  vi.unstubAllGlobals();
  forget();
});

describe("a list in portions", () => {
  it("is asked for to its end, and comes as one", async () => {
    const asked: string[] = [];
    const portions: Record<string, { items: number[]; next: string | null; total: number }> = {
      "/list?limit=2": { items: [1, 2], next: "a+b", total: 5 },
      "/list?limit=2&cursor=a%2Bb": { items: [3, 4], next: "c", total: 5 },
      "/list?limit=2&cursor=c": { items: [5], next: null, total: 5 },
    };
    vi.stubGlobal("fetch", async (url: string) => {
      asked.push(url);
      return new Response(JSON.stringify(portions[url]), { headers: { "Content-Type": "application/json" } });
    });
    expect(await getEvery<number>("/list", { limit: 2 })).toEqual({ items: [1, 2, 3, 4, 5], next: null, total: 5 });
    expect(asked).toEqual(Object.keys(portions));
  });
});
