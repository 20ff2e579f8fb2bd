import { describe, expect, it } from "vitest";
import { untimedLabel } from "./wording";

describe("an event's label beside its date", () => {
  it("does not say the date again", () => {
    expect(untimedLabel("Shelling at a place not named, since 19 February 2022 (1 origin)", "since 19 February 2022")).toBe("Shelling at a place not named");
    expect(untimedLabel("Russia shelled people, until 10 November 2022", "by 10 November 2022")).toBe("Russia shelled people");
    expect(untimedLabel("US forces present, 1 November 2017 - 30 June 2019", "1 November 2017 – 30 June 2019")).toBe("US forces present");
  });

  it("keeps words that only look like it", () => {
    expect(untimedLabel("Truce, March 2022", "not dated")).toBe("Truce, March 2022");
    expect(untimedLabel("March 2022", "March 2022")).toBe("March 2022");
  });
});
