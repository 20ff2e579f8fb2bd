import type { ViewProps } from "../app/views";

/** To be written: the view of issue 6 under this name. */
export default function SourceView({ id }: ViewProps) {
  return (
    <>
      <h1>Source</h1>
      <p>{id}</p>
    </>
  );
}
