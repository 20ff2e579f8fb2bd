import { useEffect, useId, useState } from "preact/hooks";
import { useAnswer } from "../api/answer";
import { at } from "../api/client";
import type { Page } from "../api/shapes";

/** A field for a name, with the names of the case that fit what is typed; what is typed counts even if none fits. */
export function Suggested({
  label,
  name,
  list,
  value,
  onValue,
}: {
  label: string;
  name: string;
  /** Which list of the case the names come from. */
  list: "places" | "actors";
  value: string | null;
  onValue: (value: string | null) => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState(value ?? "");
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => setTyped(value ?? ""), [value]);
  useEffect(() => {
    if (asked === null) return;
    const timer = setTimeout(() => setAsked(typed.trim()), 150);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useAnswer<Page<{ id: string; name: string }>>(asked === null ? null : at(name, list), { q: asked, limit: 20 });
  const done = () => {
    const told = typed.trim();
    if (told !== (value ?? "")) onValue(told === "" ? null : told);
  };
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <label for={id}>{label}</label>
      <input
        id={id}
        type="search"
        list={`${id}-names`}
        dir="auto"
        autocomplete="off"
        value={typed}
        onFocus={() => setAsked(typed.trim())}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={done}
      />
      <datalist id={`${id}-names`}>
        {found.body?.items.map((one) => <option key={one.id} value={one.name} />)}
      </datalist>
    </form>
  );
}
