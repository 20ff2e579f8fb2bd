import { describe, expect, it } from "vitest";
import type { EventField } from "../api/records";
import { fieldRows, named, valueWords } from "./fields";
import { claimCard, eventSheet } from "./made";

const a = claimCard("a", { outlet: "Courier" });
const b = claimCard("b", { outlet: "Herald" });
const c = claimCard("c", { outlet: "Courier" });
const field = (name: string, value: string, claims: string[], shown = true): EventField => ({
  field: name,
  value,
  claims,
  shown,
});
const agreement = (event: ReturnType<typeof eventSheet>, name: string) =>
  fieldRows(event).find((row) => row.field === name)?.agreement;

describe("a field of an event", () => {
  it("is agreed only when two independent origins give it and none gives another", () => {
    const event = eventSheet([a, b], { fields: [field("place", "Kherson", ["a", "b"])] });
    expect(agreement(event, "place")).toBe("agreed");
  });

  it("told twice by one origin is told by one origin only", () => {
    const event = eventSheet([a, c], {
      origins: [{ claims: ["a", "c"], why: "told in one document", outlets: [] }],
      fields: [field("place", "Kherson", ["a", "c"])],
    });
    expect(agreement(event, "place")).toBe("alone");
    expect(fieldRows(event)[0]?.values[0]).toMatchObject({ origins: 1, outlets: ["Courier"] });
  });

  it("with a value that is not shown is told in different ways", () => {
    const event = eventSheet([a, b], { fields: [field("place", "Kherson", ["a"]), field("place", "Beryslav", ["b"], false)] });
    expect(agreement(event, "place")).toBe("differing");
  });

  it("of an open contradiction is disputed, and of an explained one it is not", () => {
    const sides = [
      { value: "affirmed", claims: ["a"] },
      { value: "denied", claims: ["b"] },
    ];
    const fields = [field("occurred", "affirmed", ["a"]), field("occurred", "denied", ["b"], false)];
    const told = (explained: string | null) =>
      eventSheet([a, b], { fields, contradictions: [{ id: "x", contradiction_id: "x", field: "occurred", why: "", explained, sides }] });
    expect(agreement(told(null), "occurred")).toBe("disputed");
    expect(agreement(told("an update"), "occurred")).toBe("differing");
  });

  it("of two parties who acted together is no disagreement", () => {
    const event = eventSheet([a, b], { fields: [field("agent", "SAA", ["a", "b"]), field("agent", "PMF", ["a", "b"])] });
    expect(agreement(event, "agent")).toBe("agreed");
  });

  it("with one value is never disputed, whatever contradicts elsewhere", () => {
    const contradictions = [{ id: "x", contradiction_id: "x", field: "responsibility", why: "", explained: null, sides: [] }];
    const event = eventSheet([a, b], { fields: [field("agent", "Ukraine", ["a"])], contradictions });
    expect(agreement(event, "agent")).toBe("alone");
  });

  it("stands in the order disputed, differing, agreed, alone", () => {
    const event = eventSheet([a, b], {
      contradictions: [{ id: "x", contradiction_id: "x", field: "time", why: "", explained: null, sides: [] }],
      fields: [
        field("agent", "SAA", ["a"]),
        field("type", "attack", ["a", "b"]),
        field("place", "X", ["a"]),
        field("place", "Y", ["b"], false),
        field("time", "Monday", ["a"]),
        field("time", "Sunday", ["b"], false),
      ],
    });
    expect(fieldRows(event).map((row) => row.agreement)).toEqual(["disputed", "differing", "agreed", "alone"]);
  });
});

it("values are told in words, and an unknown one as it is", () => {
  const type = (name: string) => name.toUpperCase();
  expect(valueWords("occurred", "denied", type)).toBe("It is denied");
  expect(valueWords("type", "attack", type)).toBe("ATTACK");
  expect(valueWords("place", "al-Qaim", type)).toBe("al-Qaim");
  expect(valueWords("occurred", "something new", type)).toBe("something new");
});

it("a value leads to the actor or place that its claims name, and an unregistered one nowhere", () => {
  const span = { start: 0, end: 1, text: "", kind: null, country: null, antecedent_start: null, antecedent_end: null };
  const claim = claimCard("a", {
    agents: [{ ...span, name: "Russia", actor_id: "actor:ru" }],
    targets: [{ ...span, name: "civilians", actor_id: null }],
  });
  const links = named([claim]);
  expect(links.get("agent/Russia")).toEqual({ view: "actor", id: "actor:ru" });
  expect(links.get("target/Russia")).toBeUndefined();
  expect(links.get("target/civilians")).toBeUndefined();
});
