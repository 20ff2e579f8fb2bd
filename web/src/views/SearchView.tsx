import type { ViewProps } from "../app/views";

/** To be written: the view of issue 6 under this name. */
export default function SearchView({ id }: ViewProps) {
  return (
    <>
      <h1>Search</h1>
      <p>{id}</p>
    </>
  );
}
