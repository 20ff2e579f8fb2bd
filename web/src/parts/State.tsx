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

export function Failure({ message, hint, again, to }: { message: string; hint?: string | null; again?: () => void; /** A way on. */ to?: { href: string; name: string } }) {
  return (
    <div class="state" role="alert">
      <h2>{message}</h2>
      {hint ? <p>{hint}</p> : null}
      {to === undefined ? null : (
        <p>
          <a href={to.href}>{to.name}</a>
        </p>
      )}
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
