/** A list that the server gives a page at a time. */

import { useCallback, useEffect, useState } from "preact/hooks";
import { useAnswer, type Answer } from "../api/answer";
import { ApiError, get, query, type Params } from "../api/client";
import type { Page } from "../api/shapes";

export interface Listed<T> {
  /** The first page: its loading and its error are the list's. */
  readonly first: Answer<Page<T>>;
  readonly items: readonly T[];
  readonly total: number;
  /** Ask for the next page; null when everything is there. */
  readonly more: (() => void) | null;
  readonly failed: ApiError | null;
}

/** Ask for `path` page by page; other parameters begin anew. */
export function useList<T>(path: string, params: Params = {}): Listed<T> {
  const first = useAnswer<Page<T>>(path, params);
  const asked = path + query(params);
  const [rest, setRest] = useState<{ of: Page<T> | null; items: readonly T[]; next: string | null }>({
    of: null,
    items: [],
    next: null,
  });
  const [failed, setFailed] = useState<ApiError | null>(null);
  const mine = rest.of === first.body && first.body !== null;
  const next = mine ? rest.next : (first.body?.next ?? null);
  useEffect(() => setFailed(null), [asked]);
  const more = useCallback(() => {
    const head = first.body;
    if (head === null || next === null) return;
    get<Page<T>>(path, { ...params, cursor: next }).then(
      (page) => {
        setFailed(null);
        setRest((before) => ({
          of: head,
          items: [...(before.of === head ? before.items : []), ...page.items],
          next: page.next,
        }));
      },
      (error: unknown) => setFailed(error instanceof ApiError ? error : new ApiError(0, "failed", String(error), null)),
    );
  }, [asked, first.body, next]);
  return {
    first,
    items: first.body === null ? [] : mine ? [...first.body.items, ...rest.items] : first.body.items,
    total: first.body?.total ?? 0,
    more: next === null ? null : more,
    failed,
  };
}
