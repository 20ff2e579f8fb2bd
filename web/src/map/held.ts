/** Draws who is told to hold which place. */

import { mercator } from "../overview/columns";
import type { HeldPlace } from "../overview/control";
import { worldPart } from "./clusters";
import type { Colours } from "./colours";
import { at, type Frame, isOff } from "./frame";

/** Draw who is told to hold what. A place whose telling is older than the day is drawn fainter, the older the fainter. */
export function paintControl(ctx: CanvasRenderingContext2D, frame: Frame, places: readonly HeldPlace[], colours: Colours): void {
  for (const place of places) {
    const { x, y } = at(frame, mercator(place.lon, place.lat));
    const r = Math.max(13, worldPart(place.radiusKm, place.lat) * frame.world);
    if (isOff(frame, x, y, r) || r > frame.width) continue;
    const share = (Math.PI * 2) / place.held.length;
    place.held.forEach((held, k) => {
      const colour = colours.holders.get(held.span.holder ?? "") ?? colours.soft;
      const faint = held.age === 0 ? 1 : Math.max(0.25, 0.7 - held.age / 200);
      ctx.beginPath();
      if (place.held.length > 1) ctx.moveTo(x, y);
      ctx.arc(x, y, r, share * k - Math.PI / 2, share * (k + 1) - Math.PI / 2);
      ctx.closePath();
      ctx.globalAlpha = 0.34 * faint;
      ctx.fillStyle = colour;
      ctx.fill();
      ctx.globalAlpha = 0.9 * faint;
      ctx.lineWidth = 1.6;
      ctx.strokeStyle = colour;
      ctx.setLineDash(held.age === 0 ? [] : [3, 3]);
      ctx.stroke();
    });
  }
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}
