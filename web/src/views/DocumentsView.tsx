import type { DocumentRow } from "../api/records";
import type { ViewProps } from "../app/views";
import { DocumentsTable } from "../parts/Documents";
import { ListView } from "../parts/ListView";

/** The documents of the case. */
export default function DocumentsView(props: ViewProps) {
  return (
    <ListView<DocumentRow>
      {...props}
      title="Documents"
      dek="Every article that was found on the pages, with its date as far as it is known, in the order of their files and addresses. One page may hold several."
      path="documents"
      what="documents"
      empty="No article was found on the pages."
    >
      {(documents) => <DocumentsTable documents={documents} caption="Documents of the case" />}
    </ListView>
  );
}
