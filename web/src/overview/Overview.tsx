import type { ViewProps } from "../app/views";

/** Where a case is entered: map, time and table of its events. */
export default function Overview({ summary }: ViewProps) {
  return (
    <>
      <h1>{summary.title}</h1>
    </>
  );
}
