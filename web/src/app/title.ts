import { useEffect } from "preact/hooks";
import { shown } from "../parts/text";

/** Let the browser's tab and its history say what is shown. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === "" ? "tripoint" : `${shown(title)} · tripoint`;
  }, [title]);
}
