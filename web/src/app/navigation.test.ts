import { describe, expect, it } from "vitest";
import { href } from "../state/address";
import { filterParams, readFilters } from "../state/filters";
import { query } from "../api/client";
import { match } from "./navigation";

describe("addresses", () => {
  it("name a view and its id, whatever characters the id has", () => {
    for (const id of ["event_1", "actor:ru/forces", "unnamed:local sources", "مدينة", "50%"]) {
      const path = href("actor", { id });
      expect(match(new URL(path, "http://localhost").pathname)).toEqual({ view: "actor", id });
    }
  });

  it("that name nothing are told so and never throw", () => {
    for (const path of ["/nowhere", "/events/", "/events/%E0%A4%A", "//"]) {
      const found = match(path);
      expect(found === null || found.view === "overview").toBe(true);
    }
  });

  it("hold all filters, and give them back as they were", () => {
    const told = "?type=capture&type=clash&place=Kherson&since=2022-11-01&contested=true&origins=2";
    const read = readFilters(told);
    expect(readFilters(query(filterParams(read)))).toEqual(read);
    expect(read.type).toEqual(["capture", "clash"]);
  });

  it("with filters that cannot be understood have none", () => {
    expect(readFilters("?since=yesterday&origins=-3&contested=1&type=")).toEqual(readFilters(""));
  });
});
