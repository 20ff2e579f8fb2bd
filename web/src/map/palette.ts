/** How kinds of events and holders of places are drawn: a colour and a shape each, told apart without colours too. */

export type Shape = "disc" | "triangle" | "square" | "diamond" | "ring" | "cross" | "bar";

export interface Mark {
  readonly label: string;
  readonly shape: Shape;
  /** On light and on dark paper. Okabe and Ito's palette, darkened or lightened until it stands off the paper by 3 to 1. */
  readonly light: string;
  readonly dark: string;
}

const MARKS: Readonly<Record<string, Mark>> = {
  fight: { label: "Fighting", shape: "triangle", light: "#b8431a", dark: "#f08a5d" },
  strike: { label: "Strikes", shape: "cross", light: "#8a2f7c", dark: "#dd92cf" },
  hold: { label: "Gaining and holding", shape: "square", light: "#0a6a9e", dark: "#63b4e4" },
  move: { label: "Moving", shape: "diamond", light: "#1b7a5f", dark: "#4fc4a0" },
  people: { label: "Harm to people", shape: "disc", light: "#a11d33", dark: "#f4788c" },
  politics: { label: "Words and politics", shape: "ring", light: "#6b5a00", dark: "#d9c34a" },
  things: { label: "Things built and destroyed", shape: "bar", light: "#5d5b66", dark: "#b5b2bf" },
};

const OTHER: Mark = { label: "Other", shape: "ring", light: "#5c5b57", dark: "#a8a69f" };

/** The mark of a group of types; a group nobody thought of gets the plain one. */
export function markOf(group: string): Mark {
  return MARKS[group] ?? { ...OTHER, label: group === "" ? OTHER.label : group.charAt(0).toUpperCase() + group.slice(1) };
}

/** Colours for holders, the most frequent first; those beyond share the last. */
const HOLDERS: readonly { light: string; dark: string }[] = [
  { light: "#0a6a9e", dark: "#63b4e4" },
  { light: "#b8431a", dark: "#f08a5d" },
  { light: "#1b7a5f", dark: "#4fc4a0" },
  { light: "#8a2f7c", dark: "#dd92cf" },
  { light: "#8a6d00", dark: "#d9c34a" },
  { light: "#5d5b66", dark: "#b5b2bf" },
];

/** The colour of the holder that is the n-th most frequent. */
export function holderColour(rank: number, theme: "light" | "dark"): string {
  return (HOLDERS[Math.min(rank, HOLDERS.length - 1)] as { light: string; dark: string })[theme];
}

/** Put a shape's outline of radius `r` around (x, y) on a path. */
export function trace(path: Pick<CanvasRenderingContext2D, "moveTo" | "lineTo" | "closePath" | "arc" | "rect">, shape: Shape, x: number, y: number, r: number): void {
  switch (shape) {
    case "triangle":
      path.moveTo(x, y - r * 1.1);
      path.lineTo(x + r * 1.05, y + r * 0.8);
      path.lineTo(x - r * 1.05, y + r * 0.8);
      path.closePath();
      return;
    case "square":
      path.rect(x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7);
      return;
    case "diamond":
      path.moveTo(x, y - r * 1.15);
      path.lineTo(x + r * 1.15, y);
      path.lineTo(x, y + r * 1.15);
      path.lineTo(x - r * 1.15, y);
      path.closePath();
      return;
    case "cross": {
      const a = r * 0.38;
      const b = r * 1.05;
      const corners = [
        [-a, -b], [a, -b], [a, -a], [b, -a], [b, a], [a, a], [a, b], [-a, b], [-a, a], [-b, a], [-b, -a], [-a, -a],
      ] as const;
      corners.forEach(([dx, dy], i) => (i === 0 ? path.moveTo(x + dx, y + dy) : path.lineTo(x + dx, y + dy)));
      path.closePath();
      return;
    }
    case "bar":
      path.rect(x - r, y - r * 0.5, r * 2, r);
      return;
    case "ring":
    case "disc":
      path.moveTo(x + r, y);
      path.arc(x, y, r, 0, Math.PI * 2);
  }
}
