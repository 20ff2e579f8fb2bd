import type { ComponentChildren } from "preact";
import type { EventSheet } from "../../api/records";
import type { CaseSummary } from "../../api/shapes";
import { typeWords } from "../../parts/Events";
import { Section } from "../../parts/Section";
import { count, fieldWords } from "../../parts/wording";
import { Words } from "../../parts/Words";
import { href } from "../../state/address";
import { fieldRows, named, valueWords, type Agreement, type FieldRow } from "../../parts/fields";

const BANDS: readonly (readonly [Agreement, string])[] = [
  ["disputed", "Disputed"],
  ["differing", "Told in different ways"],
  ["agreed", "Agreed by independent origins"],
  ["alone", "Told by one origin only"],
];

/** Every field with its values and who holds each, from what is disputed to what only one origin tells. */
export function EventFields({ summary, event }: { summary: CaseSummary; event: EventSheet }) {
  const rows = fieldRows(event);
  const links = named(event.claims);
  const disputed = new Set(event.contradictions.filter((one) => one.explained === null).map((one) => one.field));
  const agreed = rows.some((row) => row.agreement === "agreed");
  const note = agreed
    ? "A value counts as agreed when at least two independent origins give it and none gives another."
    : "No field is told alike by two independent origins.";
  return (
    <Section title="What is told" note={note}>
      <table class="fields">
        <caption class="visually-hidden">Fields of the event with their values and who holds them</caption>
        {BANDS.map(([agreement, title]) => {
          const held = rows.filter((row) => row.agreement === agreement);
          if (held.length === 0) return null;
          return (
            <tbody key={agreement} class={agreement}>
              <tr class="band">
                <th colSpan={3} scope="rowgroup" class={agreement === "disputed" ? "disputed" : ""}>
                  {title}
                </th>
              </tr>
              {held.map((row) => (
                <Field key={row.field} row={row} links={links} summary={summary} contradicted={disputed.has(row.field)} />
              ))}
            </tbody>
          );
        })}
      </table>
    </Section>
  );
}

function Field({
  row,
  links,
  summary,
  contradicted,
}: {
  row: FieldRow;
  links: ReturnType<typeof named>;
  summary: CaseSummary;
  contradicted: boolean;
}) {
  const typeName = (type: string) => typeWords(summary, type);
  return (
    <>
      {row.values.map((value, i) => (
        <tr key={value.value}>
          {i === 0 && (
            <th scope="row" rowSpan={row.values.length}>
              {fieldWords(row.field)}
            </th>
          )}
          <td class={value.shown || contradicted || row.values.length === 1 ? "value shown" : "value"}>
            <Linked to={links.get(`${row.field}/${value.value}`)}>
              <Words text={valueWords(row.field, value.value, typeName)} />
            </Linked>
          </td>
          <td class="small">
            {count(value.origins, "origin")}:{" "}
            {value.outlets.map((outlet, n) => (
              <span key={outlet}>
                {n > 0 && ", "}
                <Words text={outlet} />
              </span>
            ))}
          </td>
        </tr>
      ))}
    </>
  );
}

function Linked({ to, children }: { to: { view: "actor" | "place"; id: string } | undefined; children: ComponentChildren }) {
  return to === undefined ? <>{children}</> : <a href={href(to.view, { id: to.id })}>{children}</a>;
}
