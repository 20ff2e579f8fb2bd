/** What a thing is called in exports and on the command line. */
export function Id({ id }: { id: string }) {
  return (
    <p class="small muted">
      In exports and commands: <span class="id">{id}</span>
    </p>
  );
}
