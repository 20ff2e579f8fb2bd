import { describe, expect, it } from "vitest";
import { landWords } from "./lands";

describe("where a place lies", () => {
  it("is said in words, not in codes", () => {
    expect(landWords("Deir ez-Zor", "SY")).toBe("Deir ez-Zor, Syria");
    expect(landWords(null, "UA")).toBe("Ukraine");
  });

  it("is left out where it is not known, and a word that is no code stays", () => {
    expect(landWords(null, null)).toBe("");
    expect(landWords("", "Ruritania")).toBe("Ruritania");
  });
});
