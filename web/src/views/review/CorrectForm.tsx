import { useEffect, useId, useRef, useState } from "preact/hooks";
import { useAnswer } from "../../api/answer";
import { at } from "../../api/client";
import type { ClaimCard } from "../../api/records";
import { Answered } from "../../parts/Answered";
import { SignedForm } from "../../parts/SignedForm";
import { decide } from "../../parts/deciding";
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
  const first = useRef<HTMLSelectElement>(null);
  const id = useId();
  useEffect(() => {
    first.current?.focus();
  }, []);
  const choose = (chosen: string) => {
    const next = FIELDS.find((one) => one.name === chosen) ?? (FIELDS[0] as Field);
    setField(next);
    setValue(next.now(claim));
  };
  return (
    <SignedForm
      label="Correct"
      about="a field of this claim; what the machine made of it is kept."
      subject={field.name}
      focused
      write={(told) => decide(name, "correct", [claim.claim_id], { ...told, correction: { field: field.name, value } })}
      done={done}
      cancel={cancel}
    >
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
    </SignedForm>
  );
}
