import type { ComponentChildren } from "preact";
import { href } from "../state/address";
import { TERMS, type TermName } from "./terms";

/** A word that means something particular here: what it means is said when it is pointed at, and leads to the help. */
export function Term({ of, children }: { of: TermName; children?: ComponentChildren }) {
  return (
    <a class="term" href={`${href("help")}#${of}`} title={TERMS[of].says}>
      {children ?? TERMS[of].name}
    </a>
  );
}
