import type { DocumentRow } from "../api/records";
import { href } from "../state/address";
import { publishedWords, rowPublished } from "./dates";
import { Words } from "./Words";

/** Documents as rows: when, what, by whom, and whether their text is another's. */
export function DocumentsTable({ documents, caption }: { documents: readonly DocumentRow[]; caption: string }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table class="documents">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Published</th>
            <th scope="col">Headline</th>
            <th scope="col">Outlet</th>
            <th scope="col" class="number">
              Claims
            </th>
          </tr>
        </thead>
        <tbody>
          {documents.map((doc) => (
            <tr key={doc.id}>
              <td class="when">{publishedWords(rowPublished(doc))}</td>
              <th scope="row">
                <a href={href("document", { id: doc.id })}>{doc.headline ? <Words text={doc.headline} /> : "No headline"}</a>
                {doc.copy_of !== null && <span class="tag"> repeats another text</span>}
              </th>
              <td>
                {doc.outlet === null ? <span class="muted">not told</span> : <Words text={doc.outlet} />}
                {doc.agency !== null && (
                  <span class="muted small">
                    {" credits "}
                    <Words text={doc.agency} />
                  </span>
                )}
              </td>
              <td class="number">{doc.claims}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
