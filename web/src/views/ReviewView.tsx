import { useEffect, useRef, useState } from "preact/hooks";
import { building } from "../api/changes";
import { ApiError, at, post } from "../api/client";
import type { ReviewItem as Item } from "../api/records";
import { go } from "../app/navigation";
import type { ViewProps } from "../app/views";
import { Answered } from "../parts/Answered";
import { Choice } from "../parts/Choice";
import { Label } from "../parts/Label";
import { DecideForm } from "../parts/DecideForm";
import { made, type Act } from "../parts/deciding";
import { More } from "../parts/More";
import { useList } from "../parts/pages";
import { Empty } from "../parts/State";
import { actWords, count, reviewWords } from "../parts/wording";
import { href } from "../state/address";
import { CorrectForm } from "./review/CorrectForm";
import { keyOf, refusal, targetOf, type Target } from "./review/keys";
import { ReviewItem } from "./review/ReviewItem";

const KINDS = ["contradiction", "control", "margin", "actor", "place"];
const BUTTONS: readonly (readonly [string, string, Act])[] = [
  ["a", "Accept", "accept"],
  ["r", "Reject", "reject"],
  ["n", "Not sure", "unsure"],
  ["m", "Merge", "merge"],
  ["s", "Split", "split"],
  ["c", "Correct", "correct"],
];

/** The queue: what most deserves a person's eye comes first; decided by keyboard, with who and why. */
export default function ReviewView({ name, search, change }: ViewProps) {
  const told = new URLSearchParams(search);
  const list = useList<Item>(at(name, "review"), { kind: told.get("kind") });
  const [asked, setAsked] = useState<({ act: Act } & Target) | null>(null);
  const [said, setSaid] = useState("");
  const [done, setDone] = useState<Readonly<Record<string, string>>>({});
  const lastIndex = useRef(0);
  const items = list.items;
  const found = items.findIndex((item) => item.id === told.get("item"));
  const index = found >= 0 ? found : Math.min(lastIndex.current, Math.max(0, items.length - 1));
  const item = items[index] ?? null;
  lastIndex.current = index;
  const picked = told.getAll("pick");

  const show = (next: number) => {
    const to = items[Math.max(0, Math.min(items.length - 1, next))];
    if (to === undefined) return;
    setAsked(null);
    change({ item: to.id, pick: null });
    document.getElementById(`queue-${to.id}`)?.scrollIntoView({ block: "nearest" });
  };
  const pick = (claim: string) =>
    change({ pick: picked.includes(claim) ? picked.filter((one) => one !== claim) : [...picked, claim] });
  const begin = (act: Act) => {
    if (item === null) return;
    const target = targetOf(act, item, picked);
    setSaid(target === null ? refusal(act) : "");
    setAsked(target === null ? null : { act, ...target });
  };
  const undo = () => {
    const last = made.value.at(-1);
    setSaid(last === undefined ? "Nothing was decided in this visit that could be taken back." : "");
    if (last !== undefined)
      setAsked({ act: "undo", ids: [last.id], about: `the last decision: ${actWords(last.act)}, “${last.why}”` });
  };

  const decided = (about: Item, act: Act) => {
    const words = act === "undo" ? "taken back" : actWords(act);
    setDone({ ...done, [about.id]: words });
    setSaid(`${words[0]?.toUpperCase()}${words.slice(1)}. It counts from the next build on.`);
    setAsked(null);
    if (act !== "undo") show(index + 1);
  };

  // The listener is made once; it reads what is shown now through this.
  const now = useRef({ show, pick, begin, undo, index, item });
  now.current = { show, pick, begin, undo, index, item };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = keyOf(event);
      if (key === null) return;
      const here = now.current;
      event.preventDefault();
      if (key.does === "move") here.show(here.index + key.by);
      else if (key.does === "act") here.begin(key.act);
      else if (key.does === "undo") here.undo();
      else if (key.does === "open" && here.item?.event_id) go(href("event", { id: here.item.event_id }));
      else if (key.does === "pick") {
        const claim = here.item?.claims[key.number - 1];
        if (claim !== undefined) here.pick(claim);
      }
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);

  return (
    <div class="view review-view">
      <header class="masthead">
        <h1>Review</h1>
        <p class="dek">
          What would change most if a person looked at it, first. A decision keeps who made it and why, outlives every rebuild and
          can be taken back.
        </p>
      </header>
      <div class="ledger-filters">
        <Choice
          label="Show"
          search={search}
          name="kind"
          options={[[null, "Everything"], ...KINDS.map((kind) => [kind, reviewWords(kind)] as const)]}
        />
      </div>
      <Waiting name={name} />
      <Answered answer={list.first} what="the queue">
        {() =>
          item === null ? (
            <Empty
              message="Nothing waits for a person."
              hint="The queue holds contradictions, places that change hands, narrow margins, and actors and places seen for the first time."
            />
          ) : (
            <div class="review">
              <nav class="queue" aria-label="Queue">
                <ol>
                  {items.map((one, i) => (
                    <li key={one.id}>
                      <a
                        id={`queue-${one.id}`}
                        href={href("review", { query: { kind: told.get("kind"), item: one.id } })}
                        aria-current={i === index ? "true" : undefined}
                      >
                        <span class="small muted">{reviewWords(one.kind)}</span>
                        <span>
                          <Label label={one.title} />
                        </span>
                        {done[one.id] !== undefined && <span class="tag">{done[one.id]}</span>}
                      </a>
                    </li>
                  ))}
                </ol>
                <More list={list} what="waiting" />
              </nav>
              <div class="review-main">
                <div class="bar review-keys">
                  {BUTTONS.map(([key, words, act]) => (
                    <button key={key} type="button" class="button" onClick={() => begin(act)}>
                      {words} <kbd>{key}</kbd>
                    </button>
                  ))}
                  <button type="button" class="button" onClick={undo}>
                    Undo <kbd>u</kbd>
                  </button>
                  <span class="small muted key-help">
                    <kbd>j</kbd> next <kbd>k</kbd> back <kbd>1</kbd>–<kbd>9</kbd> pick a claim <kbd>o</kbd> open the event
                  </span>
                </div>
                <p class="small" role="status">
                  {said}
                </p>
                {asked !== null &&
                  (asked.act === "correct" ? (
                    <CorrectForm
                      key={asked.ids[0]}
                      name={name}
                      id={asked.ids[0] as string}
                      done={() => decided(item, "correct")}
                      cancel={() => setAsked(null)}
                    />
                  ) : (
                    <DecideForm
                      key={`${asked.act} ${asked.ids.join(" ")}`}
                      name={name}
                      {...asked}
                      done={() => decided(item, asked.act)}
                      cancel={() => setAsked(null)}
                    />
                  ))}
                <ReviewItem key={item.id} name={name} item={item} picked={picked} pick={pick} />
              </div>
            </div>
          )
        }
      </Answered>
    </div>
  );
}

/** How many decisions of this visit wait for a build, and the button that starts one. */
function Waiting({ name }: { name: string }) {
  const [failed, setFailed] = useState<string | null>(null);
  const [built, setBuilt] = useState(0);
  const waiting = made.value.length - built;
  if (waiting <= 0) return null;
  const rebuild = () =>
    post(at(name, "rebuild"), {}).then(
      () => {
        setFailed(null);
        setBuilt(made.value.length);
      },
      (error: unknown) => setFailed(error instanceof ApiError ? error.message : String(error)),
    );
  return (
    <p class="bar waiting-build">
      <span>{count(waiting, "decision")} will count from the next build on.</span>
      <button type="button" class="button" disabled={building.value !== null} onClick={rebuild}>
        Build now
      </button>
      {failed !== null && <span role="alert">{failed}</span>}
    </p>
  );
}
