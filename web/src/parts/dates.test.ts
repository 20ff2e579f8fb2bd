import { describe, expect, it } from "vitest";
import { publishedWords, rowPublished } from "./dates";

const dated = (start: string | null, end: string | null, precision: string) => ({
  start,
  end,
  precision,
  evidence: [],
  span: null,
});

describe("the day of publication", () => {
  it("that is only a limit is told as one, never as the day", () => {
    expect(publishedWords(dated("2012-01-01", null, "bound"))).toBe("not before 1 January 2012");
    expect(publishedWords(dated(null, "2019-06-30", "bound"))).toBe("not after 30 June 2019");
    expect(publishedWords(dated("2017-11-01", "2019-06-30", "bound"))).toBe("between 1 November 2017 and 30 June 2019");
    expect(publishedWords(rowPublished({ published: null, published_until: "2019-06-30", known_by: "bound" }))).toBe(
      "not after 30 June 2019",
    );
    expect(publishedWords(rowPublished({ published: "2012-01-01", known_by: "bound" }))).toBe("not before 1 January 2012");
  });

  it("that is known is told plainly, and one that is not is said to be missing", () => {
    expect(publishedWords("2022-11-11")).toBe("11 November 2022");
    expect(publishedWords(rowPublished({ published: "2022-11-11", published_until: "2022-11-11", known_by: "day" }))).toBe(
      "11 November 2022",
    );
    expect(publishedWords(rowPublished({ published: "2022-11-01", published_until: "2022-11-30", known_by: "month" }))).toBe(
      "November 2022",
    );
    expect(publishedWords(dated("2022-11-01", "2022-11-30", "month"))).toBe("November 2022");
    expect(publishedWords(null)).toBe("undated");
  });
});
