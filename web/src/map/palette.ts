/** How kinds of events and holders of places are drawn: a colour and a shape each, told apart without colours too. */

export type Shape = "disc" | "triangle" | "square" | "diamond" | "ring" | "cross" | "bar";

export interface Mark {
  readonly label: string;
  readonly shape: Shape;
  /** The custom property of its colour; what it is on light and dark paper stands in src/style/tokens.css. */
  readonly token: string;
}

const MARKS: Readonly<Record<string, Mark>> = {
  fight: { label: "Fighting", shape: "triangle", token: "--group-fight" },
  strike: { label: "Strikes", shape: "cross", token: "--group-strike" },
  hold: { label: "Gaining, holding", shape: "square", token: "--group-hold" },
  move: { label: "Moving", shape: "diamond", token: "--group-move" },
  people: { label: "Harm to people", shape: "disc", token: "--group-people" },
  politics: { label: "Words and politics", shape: "ring", token: "--group-politics" },
  ties: { label: "Ties between parties", shape: "ring", token: "--group-other" },
  things: { label: "Built and destroyed", shape: "bar", token: "--group-things" },
};

/** The mark of a group of types; a group nobody thought of gets the plain one. */
export function markOf(group: string): Mark {
  return MARKS[group] ?? { label: group === "" ? "Other" : group.charAt(0).toUpperCase() + group.slice(1), shape: "ring", token: "--group-other" };
}

/** The custom property of the holder that is the n-th most frequent; those beyond share the last. */
export function holderToken(rank: number): string {
  return `--series-${Math.min(rank, 4) + 1}`;
}

/** What the page is written in; names and numbers on the map are too. */
export const FONT = '"Source Sans 3 Variable", "Noto Sans Arabic Variable", "Helvetica Neue", Arial, sans-serif';

/** What custom properties come to on the page as it is now themed, as colours that a canvas understands. */
export function resolved(tokens: readonly string[]): Record<string, string> {
  const probe = document.createElement("i");
  probe.hidden = true;
  document.body.append(probe);
  const found = Object.fromEntries(
    tokens.map((token) => {
      probe.style.color = `var(${token})`;
      return [token, getComputedStyle(probe).color];
    }),
  );
  probe.remove();
  return found;
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
