/** Loading, failed, empty: what a view shows when it has nothing to show. */

export function Loading({ what }: { what: string }) {
  return (
    <div class="waiting" role="status">
      <span class="visually-hidden">Loading {what}</span>
      <i />
      <i />
      <i />
    </div>
  );
}

export function Failure({ message, hint, again }: { message: string; hint?: string | null; again?: () => void }) {
  return (
    <div class="state" role="alert">
      <h2>{message}</h2>
      {hint ? <p>{hint}</p> : null}
      {again === undefined ? null : (
        <button type="button" class="button" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}

export function Empty({ message, hint }: { message: string; hint?: string }) {
  return (
    <div class="state">
      <h2>{message}</h2>
      {hint === undefined ? null : <p>{hint}</p>}
    </div>
  );
}
