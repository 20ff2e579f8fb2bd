import { Words } from "./Words";

/** The ways in which the pages write a name, where they write it otherwise than the case does. */
export function Written({ name, written }: { name: string; written: readonly string[] }) {
  const others = written.filter((one) => one !== name);
  if (others.length === 0) return null;
  const listed = others.slice(0, 12);
  return (
    <p class="dek">
      In the pages:{" "}
      {listed.map((one, i) => (
        <span key={one}>
          {i > 0 && ", "}
          <Words text={`“${one}”`} />
        </span>
      ))}
      {others.length > listed.length && `, and ${others.length - listed.length} more`}
    </p>
  );
}
