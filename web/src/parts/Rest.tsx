import type { Params } from "../api/client";
import { href } from "../state/address";

/** Where the rest of a long list is: the overview with the same filter. */
export function Rest({ shown, total, query }: { shown: number; total: number; query: Params }) {
  if (shown >= total) return null;
  return (
    <p class="small more">
      The first {shown.toLocaleString("en")} of {total.toLocaleString("en")}.{" "}
      <a href={href("overview", { query })}>All of them in the overview</a>
    </p>
  );
}
