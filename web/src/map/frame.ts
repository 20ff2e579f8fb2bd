/** Where the world lies on the sheet that is drawn on, and what on it is taken or can be pointed at. */

/**
 * Where the world lies on the canvas: `x * world + left` is a pixel. The canvas reaches `margin` pixels beyond the view on
 * each side, so that the map can be dragged that far before it has to be drawn anew.
 */
export interface Frame {
  readonly world: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

/** What is on the canvas and can be pointed at. */
export interface Target {
  readonly x: number;
  readonly y: number;
  readonly reach: number;
  readonly index: number;
}

/** A piece of the canvas that something is drawn on. */
export type Spot = Omit<Target, "index">;

/** Where a point of the world, in Web Mercator, is on the canvas. */
export function at(frame: Frame, point: { x: number; y: number }): { x: number; y: number } {
  return { x: point.x * frame.world + frame.left, y: point.y * frame.world + frame.top };
}

/** Whether nothing of what reaches `r` around a spot is on the canvas. */
export function isOff(frame: Frame, x: number, y: number, r: number): boolean {
  return x < -r || y < -r || x > frame.width + r || y > frame.height + r;
}

/** So far down from the top there are buttons over the map. */
const TOOLS = 54;

/** Whether a sign has room at a spot: well in view, and on nothing else. */
export function isFree({ width, height, margin }: Frame, { x, y }: { x: number; y: number }, taken: readonly Spot[]): boolean {
  const edge = margin + 14;
  if (x < edge || x > width - edge || y < margin + TOOLS || y > height - edge) return false;
  return !taken.some((one) => Math.hypot(one.x - x, one.y - y) < one.reach + 13);
}
