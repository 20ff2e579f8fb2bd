import type { ComponentChildren } from "preact";
import type { Answer } from "../api/answer";
import { Failure, Loading } from "./State";

/** What a view shows of an answer: that it is on its way, why it did not come, or what it holds. */
export function Answered<T>({
  answer,
  what,
  children,
}: {
  answer: Answer<T>;
  what: string;
  children: (body: T) => ComponentChildren;
}) {
  if (answer.body !== null) return <div aria-busy={answer.loading}>{children(answer.body)}</div>;
  if (answer.error !== null)
    return <Failure message={answer.error.message} hint={answer.error.hint} again={answer.again} />;
  return <Loading what={what} />;
}
