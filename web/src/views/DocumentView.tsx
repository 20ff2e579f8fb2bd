import type { ViewProps } from "../app/views";

/** To be written: the view of issue 6 under this name. */
export default function DocumentView({ id }: ViewProps) {
  return (
    <>
      <h1>Document</h1>
      <p>{id}</p>
    </>
  );
}
