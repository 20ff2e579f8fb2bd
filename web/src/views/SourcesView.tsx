import type { SourceRow } from "../api/records";
import type { ViewProps } from "../app/views";
import { ListView } from "../parts/ListView";
import { voiceWords } from "../parts/wording";
import { Words } from "../parts/Words";
import { href } from "../state/address";

/** The sources of the case: outlets in their own voice, and voices wherever they are quoted. */
export default function SourcesView(props: ViewProps) {
  return (
    <ListView<SourceRow>
      {...props}
      title="Sources"
      dek="Outlets in their own voice, and voices wherever they are quoted. Counts of this case, never a grade."
      path="sources"
      what="sources"
      empty="No page names its outlet, and nobody is quoted."
    >
      {(sources) => (
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
                  Alone
                </th>
                <th scope="col" class="number">
                  Joined
                </th>
                <th scope="col">Contradicted by</th>
                <th scope="col">Repeats</th>
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
                  <td>{source.kind}</td>
                  <td class="number">{source.documents}</td>
                  <td class="number">{source.claims}</td>
                  <td class="number">{source.alone}</td>
                  <td class="number">{source.joined}</td>
                  <td>
                    <Words text={source.contradicted_by} />
                  </td>
                  <td>
                    <Words text={source.copies} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </ListView>
  );
}
