import { useState } from "preact/hooks";
import { Words } from "./Words";

/** An address as text, which no click can follow; a button copies it. */
export function CopyText({ text }: { text: string }) {
  const [told, setTold] = useState("Copy");
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setTold("Copied"),
      () => setTold("Not allowed: select the text"),
    );
  };
  return (
    <span class="copy-text">
      <Words text={text} className="address" />{" "}
      <button type="button" class="plain-button small no-print" onClick={copy}>
        <span aria-live="polite">{told}</span>
      </button>
    </span>
  );
}
