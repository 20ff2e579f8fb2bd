/** An answer of the server as state of a component. */

import { useCallback, useEffect, useState } from "preact/hooks";
import { ApiError, get, getEvery, remembered, type Params, query } from "./client";
import type { Page } from "./shapes";
import { version } from "./changes";

export interface Answer<T> {
  /** Null until it is there; the last one while a new one is asked for. */
  readonly body: T | null;
  readonly error: ApiError | null;
  readonly loading: boolean;
  readonly again: () => void;
}

/**
 * Ask for `path` and ask again when it, the parameters or the case change; a null path asks nothing. An answer that was
 * given before is shown at once. A call that is no longer wanted is aborted.
 */
export function useAnswer<T>(path: string | null, params: Params = {}): Answer<T> {
  return useAsked<T>(path === null ? null : path + query(params), get);
}

/** As `useAnswer`, for all portions of a list: only where what is drawn would be wrong without the rest. */
export function useEvery<T>(path: string | null, params: Params = {}): Answer<Page<T>> {
  return useAsked<Page<T>>(path === null ? null : path + query(params), getEvery as Ask<Page<T>>);
}

type Ask<T> = (path: string, params: Params, signal: AbortSignal) => Promise<T>;

function useAsked<T>(asked: string | null, ask: Ask<T>): Answer<T> {
  const [state, setState] = useState<{ asked: string | null; body: T | null; error: ApiError | null }>({
    asked: null,
    body: null,
    error: null,
  });
  const [times, setTimes] = useState(0);
  const built = version.value;
  useEffect(() => {
    if (asked === null) return;
    const call = new AbortController();
    ask(asked, {}, call.signal).then(
      (body) => setState({ asked, body, error: null }),
      (error: unknown) => {
        if (call.signal.aborted) return;
        const told = error instanceof ApiError ? error : new ApiError(0, "failed", String(error), null);
        setState({ asked, body: null, error: told });
      },
    );
    return () => call.abort();
  }, [asked, times, built]);
  const again = useCallback(() => setTimes((n) => n + 1), []);
  const mine = state.asked === asked;
  return {
    body: mine ? state.body : asked === null ? null : ((ask === get ? remembered<T>(asked) : null) ?? state.body),
    error: mine ? state.error : null,
    loading: asked !== null && !mine,
    again,
  };
}
