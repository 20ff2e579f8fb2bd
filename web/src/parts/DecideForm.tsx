import { useEffect, useId, useRef, useState } from "preact/hooks";
import { ApiError } from "../api/client";
import type { Decided } from "../api/records";
import { askWho, decide, person, type Act } from "./deciding";

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
  const [why, setWhy] = useState("");
  const [who, setWho] = useState(person.value);
  const [failed, setFailed] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    (person.value === "" ? second : first).current?.focus();
    askWho().then(
      () => setWho((told) => told || person.value),
      () => undefined,
    );
  }, []);
  const save = (event: Event) => {
    event.preventDefault();
    if (saving) return;
    setSaving(true);
    decide(name, act, ids, { who, why }).then(done, (error: unknown) => {
      setSaving(false);
      setFailed(error instanceof ApiError ? [error.message, error.hint].filter(Boolean).join(" ") : String(error));
    });
  };
  return (
    <form
      class="decide"
      aria-labelledby={`${id}-act`}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          cancel();
        }
      }}
    >
      <p id={`${id}-act`}>
        <strong>{PROMISE[act]}</strong> {about}
      </p>
      <label class="labelled why">
        Why
        <input ref={first} class="input" required maxLength={500} value={why} onInput={(e) => setWhy(e.currentTarget.value)} />
      </label>
      <label class="labelled">
        Who decides
        <input
          ref={second}
          class="input who"
          required
          maxLength={100}
          value={who}
          onInput={(e) => setWho(e.currentTarget.value)}
        />
      </label>
      <span class="bar">
        <button type="submit" class="button primary" disabled={saving}>
          {PROMISE[act]} <kbd>Enter</kbd>
        </button>
        <button type="button" class="button" onClick={cancel}>
          Cancel <kbd>Esc</kbd>
        </button>
      </span>
      {failed !== null && <p role="alert">{failed}</p>}
    </form>
  );
}
