import type { DocumentSheet, PageSheet } from "../../api/records";
import { publishedWords, rowPublished } from "../../parts/dates";
import { dayWords, intervalWords } from "../../parts/days";
import { shown } from "../../parts/text";
import { count } from "../../parts/wording";
import { Words } from "../../parts/Words";
import { href } from "../../state/address";
import { CopyText } from "../../parts/CopyText";

/** Who published it, when and how that is known, whose text it is, and where the bytes came from. */
export function DocumentHead({ doc, page }: { doc: DocumentSheet; page: PageSheet | null }) {
  const date = publishedWords(doc.published, "not dated");
  return (
    <header class="masthead document-head">
      <p class="kicker">
        <strong>
          {doc.outlet === null ? (
            "Outlet not told"
          ) : (
            <a href={href("sources", { query: { q: doc.outlet } })}>
              <Words text={doc.outlet} />
            </a>
          )}
        </strong>
        {" · "}
        {date}
        {doc.published?.precision === "bound" && doc.published.evidence[0] !== undefined && (
          <span class="muted">
            {" ("}
            <Words text={doc.published.evidence[0].replace(/^not (before|after): /, "")} />
            {")"}
          </span>
        )}
        {doc.agency !== null && (
          <>
            {" · credited to "}
            <Words text={doc.agency} />
          </>
        )}
      </p>
      <h1 dir="auto" class={(doc.headline ?? "").length > 70 ? "long" : ""}>
        {doc.headline === null ? "No headline" : shown(doc.headline)}
      </h1>
      {doc.copy_of !== null && (
        <p class="dek">
          Repeats the text of <a href={href("document", { id: doc.copy_of })}>another document</a>: both count as one origin.
        </p>
      )}
      <Others
        title="Repeated by"
        listed={doc.copies.map((one) => ({
          id: one.id,
          words: `${one.outlet ?? "outlet not told"}, ${publishedWords(rowPublished(one))}`,
        }))}
      />
      <Captured doc={doc} />
      <Others
        title="Other captures of this address"
        listed={doc.revisions
          .filter((one) => one.id !== doc.document_id)
          .map((one) => ({ id: one.id, words: one.captured_at?.slice(0, 10) ?? one.headline ?? "undated" }))}
      />
      <details class="how-known">
        <summary>How this is known, and where it came from</summary>
        <dl class="facts">
          <Fact name="Outlet">
            {doc.outlet === null ? "not told" : <Words text={doc.outlet} />}
            {doc.outlet_evidence ? (
              <span class="muted">
                {": "}
                <Words text={doc.outlet_evidence} />
              </span>
            ) : null}
          </Fact>
          <Fact name="Published">
            {date}
            <Known evidence={doc.published?.evidence} />
          </Fact>
          {doc.updated !== null && (
            <Fact name="Updated">
              {publishedWords(doc.updated)}
              <Known evidence={doc.updated.evidence} />
            </Fact>
          )}
          {(doc.dates_rejected ?? []).map(
            (rejected, i) =>
              rejected !== null && (
                <Fact key={i} name="Not taken for its date">
                  {intervalWords(rejected)}
                  <Known evidence={rejected.evidence} />
                </Fact>
              ),
          )}
          {(doc.bylines ?? []).length > 0 && (
            <Fact name="By">
              <Words text={(doc.bylines ?? []).join(", ")} />
            </Fact>
          )}
          {doc.original_url !== null && (
            <Fact name="Names as its original">
              <CopyText text={doc.original_url} />
            </Fact>
          )}
          <Fact name="Given to the case as">
            <CopyText text={doc.source} />
            {doc.part > 1 && <span class="muted"> article {doc.part} of its page</span>}
          </Fact>
          {page?.url ? (
            <Fact name="Address">
              <CopyText text={page.url} />
            </Fact>
          ) : null}
          {page?.captured_at ? <Fact name="Captured">{page.captured_at.slice(0, 19).replace("T", " ")}</Fact> : null}
          {page !== null && (
            <Fact name="SHA-256 of its bytes">
              <span class="id">{page.sha256}</span>
            </Fact>
          )}
          <Fact name="Language">{doc.language ?? "not known"}</Fact>
        </dl>
      </details>
    </header>
  );
}

function Fact({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Which capture it is, and what came and went since the one before: no more than that is known. */
function Captured({ doc }: { doc: DocumentSheet }) {
  const { revision } = doc;
  if (revision === null || revision.of < 2) return null;
  const { added, removed, previous } = revision;
  return (
    <p class="dek">
      Capture {revision.number} of {revision.of} of this address, on {dayWords(revision.captured_at)}.{" "}
      {previous !== null && (
        <>
          {count(added.length, "passage")} here {added.length === 1 ? "is" : "are"} absent in{" "}
          <a href={href("document", { id: previous })}>the capture before</a>
          {added.length > 0 && " (shaded below)"}; {count(removed.length, "passage")} of that one{" "}
          {removed.length === 1 ? "is" : "are"} absent here.{" "}
        </>
      )}
      {revision.gone !== null && <>The capture of {dayWords(revision.gone)} has no such article.</>}
    </p>
  );
}

function Known({ evidence }: { evidence: readonly string[] | undefined }) {
  if (evidence === undefined || evidence.length === 0) return null;
  return (
    <ul class="known">
      {evidence.map((one) => (
        <li key={one}>
          <Words text={one} />
        </li>
      ))}
    </ul>
  );
}

function Others({ title, listed }: { title: string; listed: readonly { readonly id: string; readonly words: string }[] }) {
  if (listed.length === 0) return null;
  return (
    <p class="dek">
      {title}:{" "}
      {listed.map((one, i) => (
        <span key={one.id}>
          {i > 0 && "; "}
          <a href={href("document", { id: one.id })}>
            <Words text={one.words} />
          </a>
        </span>
      ))}
    </p>
  );
}
