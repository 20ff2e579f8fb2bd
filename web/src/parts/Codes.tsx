import { Words } from "./Words";

const BOOKS: Readonly<Record<string, string>> = { plover: "PLOVER", cameo: "CAMEO", acled: "ACLED", ucdp: "UCDP" };

/** The code in each codebook with its reason, or none with the reason why. */
export function Codes({ codes, why }: { codes: Readonly<Record<string, string | null>>; why: Readonly<Record<string, string>> }) {
  const books = Object.keys(codes);
  return (
    <dl class="facts">
      {books.map((book) => (
        <div key={book} class="fact">
          <dt>{BOOKS[book] ?? book}</dt>
          <dd>
            {codes[book] === null ? <span class="muted">no code</span> : <strong>{codes[book]}</strong>}{" "}
            {why[book] !== undefined && (
              <span class="muted small">
                <Words text={why[book]} />
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
