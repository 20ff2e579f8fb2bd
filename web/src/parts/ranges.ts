/** Numbers of an event on one scale: what each claim tells, with its lower and upper bound. */

import type { Amount, ClaimCard } from "../api/records";

export interface ToldNumber {
  readonly claim: ClaimCard;
  readonly amount: Amount;
  /** In [0, 1] of the scale; null where that side is open. */
  readonly from: number | null;
  readonly to: number | null;
  readonly best: boolean;
}

export interface NumberGroup {
  readonly what: string;
  readonly unit: string | null;
  readonly rows: readonly ToldNumber[];
  readonly max: number;
  /** Whether the rows tell different numbers. */
  readonly differ: boolean;
}

/** Units that measure; all other units are nouns counted, and compare whatever they are called. */
const MEASURES = new Set(["km", "km2", "m", "ha"]);

/** The numbers of an event by what they count; the best told is the one that the event shows. */
export function numberGroups(claims: readonly ClaimCard[], shown: readonly Amount[]): NumberGroup[] {
  const found = new Map<string, { claim: ClaimCard; amount: Amount }[]>();
  for (const claim of claims)
    for (const amount of claim.amounts) {
      const key = amount.what === "count" || MEASURES.has(amount.unit) ? `${amount.what}/${amount.unit}` : amount.what;
      found.set(key, [...(found.get(key) ?? []), { claim, amount }]);
    }
  return [...found.values()].map((told) => {
    const bounds = told.flatMap(({ amount }) => [amount.low, amount.high]).filter((n): n is number => n !== null);
    const max = roundUp(Math.max(1, ...bounds) * 1.05);
    const first = told[0]!.amount;
    const best = shown.find((one) => one.what === first.what && !/^(highest|lowest) told/.test(one.wording));
    const rows = told.map(({ claim, amount }) => ({
      claim,
      amount,
      from: amount.low === null ? null : amount.low / max,
      to: amount.high === null ? null : amount.high / max,
      best: best !== undefined && best.low === amount.low && best.high === amount.high && best.unit === amount.unit,
    }));
    return {
      what: first.what,
      unit: MEASURES.has(first.unit) || first.what === "count" ? first.unit : null,
      rows: rows.sort((a, b) => (a.from ?? 0) - (b.from ?? 0)),
      max,
      differ: new Set(told.map(({ amount }) => `${amount.low}/${amount.high}`)).size > 1,
    };
  });
}

/** The next number that reads well at the end of an axis. */
function roundUp(number: number): number {
  const unit = 10 ** Math.floor(Math.log10(number));
  return (Math.ceil((number / unit) * 2) / 2) * unit;
}

/** Words that go before a number as its bound. */
const BOUNDS = /\b(than|least|most|over|above|under|below|up to|as (many|much|few) as|nearly|almost|minimum|maximum)\b/i;

/** A number as its words tell it: *at least 5 people*, *30*, *5 to 7 km*. */
export function amountWords(amount: Amount): string {
  const { low, high } = amount;
  const say = (n: number) => n.toLocaleString("en", { maximumFractionDigits: 2 });
  const unit = amount.unit === "km2" ? "km²" : amount.unit;
  const wording = amount.wording.replace(/^(highest|lowest) told: ?/, "");
  if (low === null && high === null) return wording === "" ? `${unit}, number not told` : `${wording} ${unit}`;
  if (low !== null && high !== null)
    return [/\d/.test(wording) ? "" : wording, low === high ? say(low) : `${say(low)}–${say(high)}`, unit]
      .filter(Boolean)
      .join(" ");
  const bound = low !== null ? "at least" : "at most";
  const number = say((low ?? high)!);
  // *Several armies* names no number: what it stands for follows in brackets.
  if (wording !== "" && !BOUNDS.test(wording)) return `${wording} ${unit} (${bound} ${number})`;
  return [wording || bound, number, unit].filter(Boolean).join(" ");
}
