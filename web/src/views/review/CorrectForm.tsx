import { useEffect, useId, useRef, useState } from "preact/hooks";
import { useAnswer } from "../../api/answer";
import { ApiError, at } from "../../api/client";
import type { ClaimCard } from "../../api/records";
import { Answered } from "../../parts/Answered";
import { askWho, decide, person } from "../../parts/deciding";
import { FIELDS, type Field } from "./corrections";

interface Told {
  readonly name: string;
  readonly id: string;
  readonly done: () => void;
  readonly cancel: () => void;
}

/** Puts one field of a claim right: asks which, its value, who says so and why. */
export function CorrectForm(told: Told) {
  const claim = useAnswer<ClaimCard>(at(told.name, "claims", told.id));
  return (
    <Answered answer={claim} what="the claim">
      {(card) => <Form {...told} claim={card} />}
    </Answered>
  );
}

function Form({ name, claim, done, cancel }: Told & { claim: ClaimCard }) {
  const [field, setField] = useState<Field>(FIELDS[0] as Field);
  const [value, setValue] = useState(field.now(claim));
  const [why, setWhy] = useState("");
  const [who, setWho] = useState(person.value);
  const [failed, setFailed] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const first = useRef<HTMLSelectElement>(null);
  const id = useId();
  useEffect(() => {
    first.current?.focus();
    askWho().then(
      () => setWho((typed) => typed || person.value),
      () => undefined,
    );
  }, []);
  const choose = (chosen: string) => {
    const next = FIELDS.find((one) => one.name === chosen) ?? (FIELDS[0] as Field);
    setField(next);
    setValue(next.now(claim));
    setFailed(null);
  };
  const save = (event: Event) => {
    event.preventDefault();
    if (saving) return;
    setSaving(true);
    decide(name, "correct", [claim.claim_id], { who, why, correction: { field: field.name, value } }).then(done, (error: unknown) => {
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
        <strong>Correct</strong> a field of this claim; what the machine made of it is kept.
      </p>
      <label class="labelled whole">
        Field
        <select ref={first} class="input" value={field.name} onChange={(event) => choose(event.currentTarget.value)}>
          {FIELDS.map((one) => (
            <option key={one.name} value={one.name}>
              {one.label}
            </option>
          ))}
        </select>
      </label>
      <label class="labelled whole">
        Is
        {field.choices === undefined ? (
          <input
            class="input"
            dir="auto"
            required
            maxLength={2000}
            value={value}
            aria-describedby={`${id}-help`}
            onInput={(event) => setValue(event.currentTarget.value)}
          />
        ) : (
          <select class="input" value={value} onChange={(event) => setValue(event.currentTarget.value)}>
            {field.choices.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        )}
      </label>
      {field.help !== "" && (
        <p id={`${id}-help`} class="small muted">
          {field.help}
        </p>
      )}
      <label class="labelled why">
        Why
        <input class="input" required maxLength={500} value={why} onInput={(event) => setWhy(event.currentTarget.value)} />
      </label>
      <label class="labelled">
        Who decides
        <input class="input who" required maxLength={100} value={who} onInput={(event) => setWho(event.currentTarget.value)} />
      </label>
      <span class="bar">
        <button type="submit" class="button primary" disabled={saving}>
          Correct <kbd>Enter</kbd>
        </button>
        <button type="button" class="button" onClick={cancel}>
          Cancel <kbd>Esc</kbd>
        </button>
      </span>
      {failed !== null && <p role="alert">{failed}</p>}
    </form>
  );
}
