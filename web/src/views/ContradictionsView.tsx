import { at } from "../api/client";
import type { ContradictionRow, Ledger } from "../api/records";
import type { ViewProps } from "../app/views";
import { Answered } from "../parts/Answered";
import { Choice } from "../parts/Choice";
import { LedgerRow } from "../parts/LedgerRow";
import { More } from "../parts/More";
import { useList } from "../parts/pages";
import { Empty } from "../parts/State";
import { fieldWords } from "../parts/wording";
import { filterParams, readFilters } from "../state/filters";

const FIELDS = [
  "occurred",
  "responsibility",
  "actor",
  "target",
  "holder",
  "status",
  "place",
  "time",
  "amount",
  "extent",
  "speaker",
];

/** The ledger: every contradiction of the case, both sides quoted beside each other. */
export default function ContradictionsView({ name, search }: ViewProps) {
  const told = new URLSearchParams(search);
  const field = told.get("field");
  const state = told.get("state");
  const params = {
    ...filterParams(readFilters(search)),
    limit: 100,
    field,
    explained: state === "apparent" ? "true" : state === "open" ? "false" : null,
  };
  const list = useList<ContradictionRow>(at(name, "contradictions"), params);
  const used = (list.first.body as Ledger | null)?.fields ?? {};
  const rows = list.items;
  return (
    <div class="view">
      <header class="masthead">
        <h1>Where the pages contradict each other</h1>
        <p class="dek">
          Each entry quotes both sides. Where the pages themselves may explain the difference, such as a change over time or a
          headline against its body, the entry says so and counts as only apparent.
        </p>
      </header>
      <div class="ledger-filters">
        <Choice
          label="Which"
          search={search}
          name="state"
          options={[
            [null, "All"],
            ["open", "Open"],
            ["apparent", "Perhaps only apparent"],
          ]}
        />
        <Choice
          label="About"
          search={search}
          name="field"
          options={[
            [null, "Anything"],
            ...FIELDS.filter((one) => one in used || one === field).map((one) => [one, fieldWords(one)] as const),
          ]}
        />
      </div>
      <Answered answer={list.first} what="the contradictions">
        {() =>
          rows.length === 0 ? (
            <Empty
              message={
                field === null && state === null ? "The pages do not contradict each other." : "No contradiction of this kind."
              }
              hint={
                field === null && state === null
                  ? "Or not in a way that could be found: another page may."
                  : "Choose another kind above."
              }
            />
          ) : (
            <>
              <div class="ledger">
                {rows.map((row) => (
                  <LedgerRow key={row.id} row={row} />
                ))}
              </div>
              <More list={list} what="contradictions" />
            </>
          )
        }
      </Answered>
    </div>
  );
}
