import type { Listed } from "./pages";

/** How much of a list is shown, and a button for more of it. */
export function More<T>({ list, what }: { list: Listed<T>; what: string }) {
  const shown = list.items.length;
  return (
    <p class="bar more" role="status">
      <span class="muted small">
        {shown.toLocaleString("en")} of {list.total.toLocaleString("en")} {what}
      </span>
      {list.more !== null && (
        <button type="button" class="button" onClick={list.more}>
          Show more
        </button>
      )}
      {list.failed !== null && <span class="small">{list.failed.message}</span>}
    </p>
  );
}
