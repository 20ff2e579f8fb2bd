import type { ComponentType } from "preact";
import { Component, type ComponentChildren } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { CaseSummary } from "../api/shapes";
import { Failure, Loading } from "../parts/State";
import { address, go, type Route } from "./navigation";
import { changed } from "../state/address";
import { useTitle } from "./title";
import { VIEWS, type ViewProps } from "./views";

const loaded = new Map<string, ComponentType<ViewProps>>();

/** The view that the path names: loaded when first asked for, with a sentence instead where that fails. */
export function View({ name, summary, route }: { name: string; summary: CaseSummary; route: Route }) {
  const { view, id } = route;
  const [, drawAgain] = useState(0);
  const [failed, setFailed] = useState<string | null>(null);
  useTitle(VIEWS[view].title);
  useEffect(() => {
    if (loaded.has(view)) return;
    let wanted = true;
    VIEWS[view].load().then(
      (module) => {
        loaded.set(view, module.default);
        if (wanted) drawAgain((n) => n + 1);
      },
      () => wanted && setFailed(view),
    );
    return () => {
      wanted = false;
    };
  }, [view]);
  useFocusOnArrival(`${view}/${id}`);
  const change = useCallback<ViewProps["change"]>((keys, options = {}) => {
    go(location.pathname + changed(location.search, keys), { replace: options.push !== true });
  }, []);
  const Shown = loaded.get(view);
  if (failed === view) return <Failure message="This part of the app could not be loaded." hint="Is the server still running? Load the page again." />;
  if (Shown === undefined) return <Loading what={VIEWS[view].title.toLowerCase()} />;
  return (
    <Guard key={`${view}/${id}`}>
      <Shown name={name} summary={summary} id={id} search={address.value.search} change={change} />
    </Guard>
  );
}

/** A new view is where reading goes on: its main part takes the focus, except on the first page. */
function useFocusOnArrival(where: string): void {
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else document.getElementById("main")?.focus({ preventScroll: true });
  }, [where]);
}

/** A view that breaks says so, and leaves the rest of the page usable. */
class Guard extends Component<{ children: ComponentChildren }, { broken: string | null }> {
  override state = { broken: null as string | null };

  override componentDidCatch(error: unknown): void {
    this.setState({ broken: error instanceof Error ? error.message : String(error) });
  }

  override render() {
    if (this.state.broken === null) return this.props.children;
    return <Failure message={`This view broke: ${this.state.broken}`} hint="Load the page again; if it breaks again, please report it." />;
  }
}
