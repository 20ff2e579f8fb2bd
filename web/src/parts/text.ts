/** Text of pages: counted in code points, as every offset of a case is, and shown so that it cannot play tricks. */

const SURROGATE = /[\uD800-\uDFFF]/;
const OBEYED = /[\u202A-\u202E\u2066-\u2069\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/** What a reader sees: direction overrides and control characters become a visible mark, one for one. */
export function shown(text: string): string {
  return text.replace(OBEYED, "\uFFFD");
}

/** A text whose offsets are code points: `slice(start, end)` means what Python's `text[start:end]` means. */
export class Measured {
  readonly text: string;
  readonly length: number;
  private readonly units: Uint32Array | null;

  constructor(text: string) {
    this.text = text;
    if (!SURROGATE.test(text)) {
      this.units = null;
      this.length = text.length;
      return;
    }
    const starts: number[] = [];
    let unit = 0;
    for (const point of text) {
      starts.push(unit);
      unit += point.length;
    }
    starts.push(unit);
    this.units = Uint32Array.from(starts);
    this.length = starts.length - 1;
  }

  slice(start: number, end: number): string {
    const from = Math.max(0, Math.min(start, this.length));
    const to = Math.max(from, Math.min(end, this.length));
    return this.units === null ? this.text.slice(from, to) : this.text.slice(this.units[from], this.units[to]);
  }
}
