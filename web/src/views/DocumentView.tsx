import { useEffect, useMemo, useRef } from "preact/hooks";
import { useAnswer } from "../api/answer";
import { at } from "../api/client";
import type { ClaimCard, DocumentSheet, PageSheet } from "../api/records";
import { useTitle } from "../app/title";
import type { ViewProps } from "../app/views";
import { Answered } from "../parts/Answered";
import { Measured } from "../parts/text";
import { readSpan } from "./document/anatomy";
import { DocumentClaims } from "./document/DocumentClaims";
import { DocumentHead } from "./document/DocumentHead";
import { pageMarks, PageText } from "./document/PageText";

/** A document in its page: the words, what each stretch of the page is, and the claims beside them. */
export default function DocumentView({ name, summary, id, search }: ViewProps) {
  const document_ = useAnswer<DocumentSheet>(at(name, "documents", id));
  const pageId = document_.body?.page_id ?? null;
  const page = useAnswer<PageSheet>(pageId === null ? null : at(name, "pages", pageId));
  const asked = new URLSearchParams(search);
  const chosen = asked.get("claim");
  const spanText = asked.get("span");
  useTitle(document_.body?.headline ?? "Document");
  return (
    <div class="view document-view">
      <Answered answer={document_} what="the document" title="Document">
        {(doc) => (
          <>
            <DocumentHead doc={doc} page={page.body} />
            <Answered answer={page} what="the page">
              {(sheet) => <Body doc={doc} page={sheet} chosen={chosen} spanText={spanText} summary={summary} />}
            </Answered>
          </>
        )}
      </Answered>
    </div>
  );
}

function Body({
  doc,
  page,
  chosen,
  spanText,
  summary,
}: {
  doc: DocumentSheet;
  page: PageSheet;
  chosen: string | null;
  spanText: string | null;
  summary: ViewProps["summary"];
}) {
  const text = useMemo(() => new Measured(page.text), [page.text]);
  const ownText = useMemo(() => new Measured(doc.text), [doc.text]);
  const claims = useMemo(() => inReadingOrder(doc.claims), [doc.claims]);
  const blocks = useMemo(() => blocksOf(doc, page), [doc, page]);
  const marks = useMemo(
    () => pageMarks(blocks, claims, chosen, readSpan(spanText), doc.revision?.added),
    [doc, blocks, claims, chosen, spanText],
  );
  const around = useRef<HTMLDivElement>(null);
  // What was asked for is brought to the middle of the screen: the span, else the chosen claim's words.
  useEffect(() => {
    const found = around.current?.querySelector("mark.asked") ?? around.current?.querySelector(".told.chosen");
    found?.scrollIntoView({ block: "center" });
  }, [chosen, spanText, page]);
  return (
    <div class="document-body">
      <div ref={around}>
        <PageText page={page} text={text} documentId={doc.document_id} part={doc.part} marks={marks} chosen={chosen} />
      </div>
      <DocumentClaims
        documentId={doc.document_id}
        claims={claims}
        chosen={chosen}
        summary={summary}
        textOf={(span) => ownText.slice(span.start, span.end)}
      />
    </div>
  );
}

function inReadingOrder(claims: readonly ClaimCard[]): ClaimCard[] {
  const first = (claim: ClaimCard) => claim.evidence[0] ?? { start: 0, end: 0 };
  return [...claims].sort(
    (a, b) => first(a).start - first(b).start || first(a).end - first(b).end || a.claim_id.localeCompare(b.claim_id),
  );
}

function blocksOf(doc: DocumentSheet, page: PageSheet): PageSheet["documents"][number]["blocks"] {
  const listed = page.documents.find((one) => one.id === doc.document_id)?.blocks;
  return listed ?? doc.blocks.map((block) => ({ ...block, page_start: block.page_start ?? block.start }));
}
