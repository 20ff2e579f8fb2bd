import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { ViewProps } from "../app/views";
import { changed, type Keys } from "../state/address";

/** Browsers stop listening to a page that writes its address too often; nobody reads it while a slider moves. */
const REST_MS = 160;

/**
 * The query with what the hand is doing on it: `update` is seen at once and written to the address when the hand rests.
 */
export function useDraft(search: string, change: ViewProps["change"]): [string, (keys: Keys) => void] {
  const [draft, setDraft] = useState<Keys | null>(null);
  const pending = useRef<{ keys: Keys; timer: ReturnType<typeof setTimeout> } | null>(null);
  const update = useCallback(
    (keys: Keys) => {
      const before = pending.current;
      if (before !== null) clearTimeout(before.timer);
      const all = { ...before?.keys, ...keys };
      const timer = setTimeout(() => {
        pending.current = null;
        change(all);
        setDraft(null);
      }, REST_MS);
      pending.current = { keys: all, timer };
      setDraft(all);
    },
    [change],
  );
  // Leaving the view writes nothing: the address is another view's by then.
  useEffect(() => () => clearTimeout(pending.current?.timer), []);
  return [draft === null ? search : changed(search, draft), update];
}
