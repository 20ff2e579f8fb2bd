import type { ComponentChildren } from "preact";

export interface Share {
  readonly key: string;
  readonly label: ComponentChildren;
  readonly n: number;
}

/** Names with numbers, and a bar that helps the eye to compare them. */
export function Shares({ shares }: { shares: readonly Share[] }) {
  const most = Math.max(1, ...shares.map((one) => one.n));
  return (
    <ul class="shares">
      {shares.map((one) => (
        <li key={one.key} class="share">
          <span>{one.label}</span>
          <span class="number">{one.n.toLocaleString("en")}</span>
          <i aria-hidden="true" style={{ "--to": `${((one.n / most) * 100).toFixed(1)}%` }} />
        </li>
      ))}
    </ul>
  );
}
