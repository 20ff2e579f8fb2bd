import { useEffect, useState } from "preact/hooks";

/** A field that narrows a list by a name; the address follows a moment after the typing. */
export function NameFilter({ label, value, change }: { label: string; value: string; change: (value: string | null) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return;
    const wait = setTimeout(() => change(typed.trim() === "" ? null : typed.trim()), 200);
    return () => clearTimeout(wait);
  }, [typed]);
  return (
    <label class="labelled">
      {label}
      <input class="input" type="search" dir="auto" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
    </label>
  );
}
