import type { ComponentChildren } from "preact";
import { at } from "../api/client";
import type { ViewProps } from "../app/views";
import { filterParams, readFilters } from "../state/filters";
import { Answered } from "./Answered";
import { More } from "./More";
import { NameFilter } from "./NameFilter";
import { useList } from "./pages";
import { Empty } from "./State";

/** A list of one kind of thing: what it is, a field to narrow it, a table, and more of it. */
export function ListView<T>({
  name,
  search,
  change,
  title,
  dek,
  path,
  what,
  empty,
  children,
}: Pick<ViewProps, "name" | "search" | "change"> & {
  title: string;
  dek: string;
  path: string;
  what: string;
  empty: string;
  children: (items: readonly T[]) => ComponentChildren;
}) {
  const filters = readFilters(search);
  const list = useList<T>(at(name, path), { ...filterParams(filters), limit: 100 });
  return (
    <div class="view">
      <header class="masthead">
        <h1>{title}</h1>
        <p class="dek">{dek}</p>
      </header>
      <div class="bar list-bar">
        <NameFilter label="With the words" value={filters.q ?? ""} change={(q) => change({ q })} />
      </div>
      <Answered answer={list.first} what={what}>
        {() =>
          list.items.length === 0 ? (
            <Empty
              message={filters.q === null ? empty : `Nothing here is called “${filters.q}”.`}
              {...(filters.q === null ? {} : { hint: "Try fewer letters, or another spelling." })}
            />
          ) : (
            <>
              {children(list.items)}
              <More list={list} what={what} />
            </>
          )
        }
      </Answered>
    </div>
  );
}
