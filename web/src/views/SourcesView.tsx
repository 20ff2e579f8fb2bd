import type { SourceRow } from "../api/records";
import type { ViewProps } from "../app/views";
import { ListView } from "../parts/ListView";
import { voiceWords } from "../parts/wording";
import { Term } from "../parts/Term";
import { Words } from "../parts/Words";
import { href } from "../state/address";

/** The sources of the case: outlets in their own voice, and voices wherever they are quoted. */
export default function SourcesView(props: ViewProps) {
  return (
    <ListView<SourceRow>
      {...props}
      title="Sources"
      dek="Outlets for what they say themselves, and people and bodies wherever they are quoted; most claims first. Counts of this case, never a grade."
      path="sources"
      what="sources"
      empty="No page names its outlet, and nobody is quoted."
    >
      {(sources) => <Sources sources={sources} />}
    </ListView>
  );
}

function Sources({ sources }: { sources: readonly SourceRow[] }) {
  // A column that nothing stands in says nothing.
  const some = { contradicted: sources.some((one) => one.contradicted_by), copies: sources.some((one) => one.copies) };
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Sources">
      <table class="listing">
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Kind</th>
            <th scope="col" class="number">
              Documents
            </th>
            <th scope="col" class="number">
              Claims
            </th>
            <th scope="col" class="number">
              <Term of="alone" />
            </th>
            <th scope="col" class="number">
              By others too
            </th>
            {some.contradicted && <th scope="col">Contradicted by</th>}
            {some.copies && (
              <th scope="col">
                <Term of="repeats" />
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr key={source.id}>
              <th scope="row">
                <a href={href("source", { id: source.id })}>
                  <Words text={voiceWords(source.name)} />
                </a>
              </th>
              <td class="nowrap">{source.kind === "voice" ? "quoted voice" : source.kind}</td>
              <Number of={source.documents} what={source.documents === 1 ? "document" : "documents"} />
              <Number of={source.claims} what={source.claims === 1 ? "claim" : "claims"} />
              <Number of={source.alone} what="told alone" />
              <Number of={source.joined} what="by others too" />
              {some.contradicted && (
                <td data-label="contradicted by">
                  <Words text={source.contradicted_by} />
                </td>
              )}
              {some.copies && (
                <td data-label="repeats">
                  <Words text={source.copies} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A number with what it counts; on a narrow screen nought is left out. */
function Number({ of, what }: { of: number; what: string }) {
  return (
    <td class={of === 0 ? "number none" : "number"} data-label={what}>
      {of}
    </td>
  );
}
