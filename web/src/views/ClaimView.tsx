import type { ViewProps } from "../app/views";

/** To be written: the view of issue 6 under this name. */
export default function ClaimView({ id }: ViewProps) {
  return (
    <>
      <h1>Claim</h1>
      <p>{id}</p>
    </>
  );
}
