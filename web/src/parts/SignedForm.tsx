import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { ApiError } from "../api/client";
import { askWho, person } from "./deciding";

/**
 * A form that somebody signs: what it is about, fields of its own, then why and who. Enter saves, Escape leaves everything
 * as it was. What went wrong is told until another `subject` is chosen. `focused`: its own fields take the focus.
 */
export function SignedForm<T>({
  label,
  about,
  subject,
  focused = false,
  write,
  done,
  cancel,
  children,
}: {
  label: string;
  about: ComponentChildren;
  subject?: string;
  focused?: boolean;
  write: (told: { who: string; why: string }) => Promise<T>;
  done: (written: T) => void;
  cancel: () => void;
  children?: ComponentChildren;
}) {
  const [why, setWhy] = useState("");
  const [who, setWho] = useState(person.value);
  const [failed, setFailed] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    if (!focused) (person.value === "" ? second : first).current?.focus();
    askWho().then(
      () => setWho((told) => told || person.value),
      () => undefined,
    );
  }, []);
  useEffect(() => setFailed(null), [subject]);
  const save = (event: Event) => {
    event.preventDefault();
    if (saving) return;
    setSaving(true);
    write({ who, why }).then(done, (error: unknown) => {
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
        if (event.key !== "Escape") return;
        event.stopPropagation();
        cancel();
      }}
    >
      <p id={`${id}-act`}>
        <strong>{label}</strong> {about}
      </p>
      {children}
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
          {label} <kbd>Enter</kbd>
        </button>
        <button type="button" class="button" onClick={cancel}>
          Cancel <kbd>Esc</kbd>
        </button>
      </span>
      {failed !== null && <p role="alert">{failed}</p>}
    </form>
  );
}
