import { describe, expect, it } from "vitest";
import { dayNumber, intervalCode, intervalWords, numberDay } from "./days";
import { bareLabel, count, credibilityWords, fieldWords, labelParts } from "./wording";

describe("intervals in words", () => {
  it.each([
    ["2022-10-20", "2022-10-20", "20 October 2022"],
    ["2022-03-01", "2022-03-31", "March 2022"],
    ["2024-02-01", "2024-02-29", "February 2024"],
    ["2016-01-01", "2016-12-31", "2016"],
    ["2022-10-03", "2022-10-05", "3–5 October 2022"],
    ["2022-09-28", "2022-10-05", "28 September – 5 October 2022"],
    ["2017-11-01", "2019-06-30", "1 November 2017 – 30 June 2019"],
    ["2012-01-01", null, "since 1 January 2012"],
    [null, "2022-10-04", "by 4 October 2022"],
    [null, null, "not dated"],
  ])("%s to %s", (start, end, words) => {
    expect(intervalWords({ start, end })).toBe(words);
  });

  it("keep what is not told open, and never take a year that nobody gave", () => {
    expect(intervalWords({ start: null, end: null, partial: "--05-02" })).toBe("2 May, year not told");
    expect(intervalWords({ start: null, end: null, partial: "--06" })).toBe("June, year not told");
    expect(intervalWords({ start: null, end: null, text: "yesterday" })).toBe("“yesterday”, not resolved");
    expect(intervalWords(null)).toBe("not dated");
  });

  it("are short and exact in columns", () => {
    expect(intervalCode({ start: null, end: "2022-10-04" })).toBe("≤ 2022-10-04");
    expect(intervalCode({ start: "2022-10-04", end: "2022-10-04" })).toBe("2022-10-04");
    expect(intervalCode(null)).toBe("");
  });
});

it("a day and its number are each other's inverse, before 1970 too", () => {
  for (const day of ["1948-05-14", "1970-01-01", "2000-02-29", "2022-11-11"]) expect(numberDay(dayNumber(day))).toBe(day);
});

it("no grade of credibility is ever called confirmed", () => {
  for (let grade = 0; grade <= 7; grade += 1) expect(credibilityWords(grade)).not.toMatch(/confirm/i);
});

it("fields, labels and counts are told in words", () => {
  expect(fieldWords("amount:killed")).toBe("How many: killed");
  expect(fieldWords("new_field")).toBe("new field");
  expect(bareLabel("Capture of Kherson (1 origin)")).toBe("Capture of Kherson");
  expect(labelParts("Disputed: Capture of Kherson")).toEqual({ standing: "Disputed", words: "Capture of Kherson" });
  expect(labelParts("Capture: of Kherson")).toEqual({ standing: null, words: "Capture: of Kherson" });
  expect(count(1, "claim")).toBe("1 claim");
  expect(count(1200, "claim")).toBe("1,200 claims");
});
