/** Loading, failed, empty: what a view shows when it has nothing to show. */

export function Loading({ what }: { what: string }) {
  return (
    <p class="state" role="status">
      Loading {what}…
    </p>
  );
}

export function Failure({ message, hint, again }: { message: string; hint?: string | null; again?: () => void }) {
  return (
    <div class="state" role="alert">
      <p>{message}</p>
      {hint ? <p>{hint}</p> : null}
      {again === undefined ? null : (
        <button type="button" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}

export function Empty({ message, hint }: { message: string; hint?: string }) {
  return (
    <div class="state">
      <p>{message}</p>
      {hint === undefined ? null : <p>{hint}</p>}
    </div>
  );
}
