import type { MonthOfActor } from "../api/records";
import { monthBars, undatedCount } from "./months";
import { count } from "./wording";

const ROLES = [
  ["agent", "acts"],
  ["target", "is acted upon"],
  ["speaker", "speaks"],
] as const;

/** One small chart for each role, all on one scale. */
export function Months({ activity }: { activity: readonly MonthOfActor[] }) {
  const charts = ROLES.map(([role, words]) => ({
    role,
    words,
    bars: monthBars(activity, role),
    undated: undatedCount(activity, role),
  }));
  const most = Math.max(1, ...charts.flatMap(({ bars }) => bars.map((bar) => bar.n)));
  if (charts.every(({ bars }) => bars.every((bar) => bar.n === 0))) return <p class="muted">None of its claims tells a date.</p>;
  return (
    <div class="months">
      {charts.map(({ role, words, bars, undated }) => {
        const total = bars.reduce((sum, bar) => sum + bar.n, 0);
        return (
          <figure key={role}>
            <figcaption>
              <strong>{words}</strong>
              <span>{count(total, "dated claim")}</span>
            </figcaption>
            <div
              class="bars"
              role="img"
              aria-label={`${words}, by month: ${
                bars
                  .filter((bar) => bar.n > 0)
                  .map((bar) => `${bar.month} ${bar.n}`)
                  .join(", ") || "nothing dated"
              }`}
            >
              {bars.map((bar) => (
                <i key={bar.month} title={`${bar.month}: ${bar.n}`} style={{ "--height": `${(bar.n / most) * 100}%` }} />
              ))}
            </div>
            <p class="ends">
              <span>{bars[0]?.month ?? ""}</span>
              <span>{bars.length > 1 ? bars.at(-1)?.month : ""}</span>
            </p>
            {undated > 0 && <p class="small muted">and {count(undated, "claim")} not dated</p>}
          </figure>
        );
      })}
    </div>
  );
}
