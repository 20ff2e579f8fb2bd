import type { Decided } from "../api/records";
import { SignedForm } from "./SignedForm";
import { decide, type Act } from "./deciding";

const PROMISE: Readonly<Record<Act, string>> = {
  accept: "Accept",
  reject: "Reject",
  unsure: "Leave unsure",
  merge: "Merge into one event",
  split: "Split into two events",
  correct: "Correct",
  undo: "Take back",
};

/** Asks who decides and why, and writes the decision down. Enter saves, Escape leaves everything as it was. */
export function DecideForm({
  name,
  act,
  ids,
  about,
  done,
  cancel,
}: {
  name: string;
  act: Act;
  ids: readonly string[];
  about: string;
  done: (written: readonly Decided[]) => void;
  cancel: () => void;
}) {
  const write = (told: { who: string; why: string }) => decide(name, act, ids, told);
  return <SignedForm label={PROMISE[act]} about={about} write={write} done={done} cancel={cancel} />;
}
