import { shown } from "./text";

/**
 * Words that come from a page or were made of its words: text and nothing else, in their own direction, so that they
 * move nothing around them.
 */
export function Words({ text, className }: { text: string | null | undefined; className?: string }) {
  if (text === null || text === undefined || text === "") return null;
  return (
    <bdi dir="auto" class={className}>
      {shown(text)}
    </bdi>
  );
}
