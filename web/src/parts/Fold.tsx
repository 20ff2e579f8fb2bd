import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { count } from "./wording";

/** The first of many, and the rest when asked for: a thousand claims are not drawn for a reader who wants ten. */
export function Fold<T>({
  items,
  first,
  what,
  children,
}: {
  items: readonly T[];
  /** How many are shown at once; one more is shown rather than hidden alone. */
  first: number;
  what: string;
  children: (item: T, index: number) => ComponentChildren;
}) {
  const [open, setOpen] = useState(false);
  const cut = open || items.length <= first + 1 ? items.length : first;
  return (
    <>
      {items.slice(0, cut).map(children)}
      {cut < items.length && (
        <p class="more">
          <button type="button" class="button" onClick={() => setOpen(true)}>
            Show {count(items.length - cut, `more ${what}`)}
          </button>
        </p>
      )}
    </>
  );
}
