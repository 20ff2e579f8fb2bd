/** The canvas over the map: it is drawn when what is on it changes, and only moved while the map is dragged. */

import type { Map as MapLibre } from "maplibre-gl";
import { mercator } from "../overview/columns";
import { WORLD } from "./clusters";
import type { Frame } from "./frame";

/** How far the sheet reaches beyond the view; src/overview/overview.css says the same. */
export const MARGIN = 128;

export class Sheet {
  readonly #canvas: HTMLCanvasElement;
  readonly #map: MapLibre;
  readonly #draw: (ctx: CanvasRenderingContext2D, frame: Frame) => void;
  readonly #ctx: CanvasRenderingContext2D | null;
  #drawn: { x: number; y: number; zoom: number } | null = null;

  /** `draw` paints all that is to be seen; what was painted before is gone then. */
  constructor(canvas: HTMLCanvasElement, map: MapLibre, draw: (ctx: CanvasRenderingContext2D, frame: Frame) => void) {
    this.#canvas = canvas;
    this.#map = map;
    this.#draw = draw;
    // Where nothing but the processor draws, a canvas of its own memory is several times as fast as one that
    // pretends to be on a graphics card.
    this.#ctx = canvas.getContext("2d", { willReadFrequently: isDrawnInSoftware(map) });
  }

  /** Draw everything where the map now looks. */
  draw(): void {
    const ctx = this.#ctx;
    if (ctx === null) return;
    const frame = this.#fit();
    ctx.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    ctx.clearRect(0, 0, frame.width, frame.height);
    this.#draw(ctx, frame);
    this.#canvas.style.transform = "";
    this.#drawn = { ...this.#centre(), zoom: this.#map.getZoom() };
  }

  /** Go along with a map that moves: the sheet is pushed as far as its margin goes, and drawn anew beyond that. */
  follow(): void {
    const drawn = this.#drawn;
    const zoom = this.#map.getZoom();
    if (drawn === null || drawn.zoom !== zoom) return this.draw();
    const now = this.#centre();
    const world = WORLD * 2 ** zoom;
    const dx = whole((drawn.x - now.x) * world);
    const dy = whole((drawn.y - now.y) * world);
    if (Math.abs(dx) > MARGIN || Math.abs(dy) > MARGIN) return this.draw();
    this.#canvas.style.transform = `translate(${dx}px, ${dy}px)`;
  }

  #centre(): { x: number; y: number } {
    const { lng, lat } = this.#map.getCenter();
    return mercator(lng, lat);
  }

  #fit(): Frame {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const wide = Math.round(width * devicePixelRatio);
    const high = Math.round(height * devicePixelRatio);
    if (this.#canvas.width !== wide) this.#canvas.width = wide;
    if (this.#canvas.height !== high) this.#canvas.height = high;
    const world = WORLD * 2 ** this.#map.getZoom();
    const centre = this.#centre();
    return { world, left: width / 2 - centre.x * world, top: height / 2 - centre.y * world, width, height, margin: MARGIN };
  }
}

/** Pixels of the screen: between two of them text would be blurred. */
function whole(pixels: number): number {
  return Math.round(pixels * devicePixelRatio) / devicePixelRatio;
}

function isDrawnInSoftware(map: MapLibre): boolean {
  const gl = map.getCanvas().getContext("webgl2");
  const renderer = gl === null ? "" : String(gl.getParameter(gl.RENDERER));
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer);
}
