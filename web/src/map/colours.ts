/** The colours of what is drawn, as the page is now themed. */

import type { Groups } from "../overview/groups";
import { holderToken, resolved } from "./palette";

export interface Colours {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly dispute: string;
  readonly groups: readonly string[];
  readonly holders: ReadonlyMap<string, string>;
}

/** The colours of groups of events and of holders, the most frequent holder first. */
export function coloursOf(groups: Groups, holders: readonly string[]): Colours {
  const tokens = groups.marks.map((mark) => mark.token);
  const found = resolved([...tokens, "--paper", "--ink", "--ink-2", "--dispute", ...holders.map((_, k) => holderToken(k))]);
  return {
    paper: found["--paper"] as string,
    ink: found["--ink"] as string,
    soft: found["--ink-2"] as string,
    dispute: found["--dispute"] as string,
    groups: tokens.map((token) => found[token] as string),
    holders: new Map(holders.map((name, k) => [name, found[holderToken(k)] as string])),
  };
}
