import type { ComponentChildren } from "preact";
import type { Answer } from "../api/answer";
import { Failure, Loading } from "./State";

/** What a view shows of an answer: that it is on its way, why it did not come, or what it holds. */
export function Answered<T>({
  answer,
  what,
  title,
  children,
}: {
  answer: Answer<T>;
  what: string;
  /** The heading of a view that has none before its answer is there. */
  title?: string;
  children: (body: T) => ComponentChildren;
}) {
  if (answer.body !== null) return <div aria-busy={answer.loading}>{children(answer.body)}</div>;
  return (
    <>
      {title !== undefined && <h1 class="visually-hidden">{title}</h1>}
      {answer.error === null ? (
        <Loading what={what} />
      ) : (
        <Failure message={answer.error.message} hint={answer.error.hint} again={answer.again} />
      )}
    </>
  );
}
