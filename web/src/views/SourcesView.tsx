import type { ViewProps } from "../app/views";

/** To be written: the view of issue 6 under this name. */
export default function SourcesView({ id }: ViewProps) {
  return (
    <>
      <h1>Sources</h1>
      <p>{id}</p>
    </>
  );
}
