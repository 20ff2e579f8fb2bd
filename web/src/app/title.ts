import { useEffect } from "preact/hooks";

/** Let the browser's tab and its history say what is shown. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === "" ? "tripoint" : `${title} · tripoint`;
  }, [title]);
}
