/** An answer of the server as state of a component. */

import { useCallback, useEffect, useState } from "preact/hooks";
import { ApiError, get, remembered, type Params, query } from "./client";
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
  const asked = path === null ? null : path + query(params);
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
    get<T>(asked, {}, call.signal).then(
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
    body: mine ? state.body : asked === null ? null : (remembered<T>(asked) ?? state.body),
    error: mine ? state.error : null,
    loading: asked !== null && !mine,
    again,
  };
}
