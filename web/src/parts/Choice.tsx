import { useId } from "preact/hooks";

/** One of a few, as links: each is an address, so that what is chosen can be passed on and gone back from. */
export function Choice({
  label,
  search,
  name,
  options,
}: {
  label: string;
  search: string;
  /** The key in the query; null as its value takes it away. */
  name: string;
  options: readonly (readonly [string | null, string])[];
}) {
  const id = useId();
  const params = new URLSearchParams(search);
  const now = params.get(name);
  const address = (value: string | null): string => {
    const next = new URLSearchParams(search);
    next.delete("cursor");
    if (value === null) next.delete(name);
    else next.set(name, value);
    const query = next.toString();
    return (typeof location === "undefined" ? "" : location.pathname) + (query === "" ? "" : `?${query}`);
  };
  return (
    <nav class="choice" aria-labelledby={id}>
      <span id={id} class="choice-label">
        {label}
      </span>
      {options.map(([value, words]) => (
        <a key={value ?? ""} href={address(value)} aria-current={value === now ? "true" : undefined}>
          {words}
        </a>
      ))}
    </nav>
  );
}
