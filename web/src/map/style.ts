/** The basemap: Natural Earth's land, water and borders from files of this server, in the page's colours. */

import type { Map as MapLibre, StyleSpecification } from "maplibre-gl";
import { resolved } from "./palette";

/** From this zoom on the finer coast and borders are drawn. */
export const NEAR = 4.2;

/** MapLibre's style in the colours of the theme. Names are not in it: they are drawn with the events. */
export function basemap(): StyleSpecification {
  const { sea, land, water, border } = colours();
  const near = `${location.origin}/basemap/near.json`;
  return {
    version: 8,
    sources: {
      world: { type: "geojson", data: `${location.origin}/basemap/world.json`, maxzoom: 6, tolerance: 0.5 },
      near: { type: "geojson", data: near, maxzoom: 10, tolerance: 0.4 },
      water: { type: "geojson", data: `${location.origin}/basemap/water.json`, maxzoom: 8, tolerance: 0.4 },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": sea } },
      { id: "land-world", type: "fill", source: "world", filter: ["==", ["get", "kind"], "land"], maxzoom: NEAR, paint: { "fill-color": land } },
      { id: "land-near", type: "fill", source: "near", filter: ["==", ["get", "kind"], "land"], minzoom: NEAR, paint: { "fill-color": land } },
      { id: "lakes", type: "fill", source: "water", filter: ["==", ["get", "kind"], "lake"], minzoom: 2, paint: { "fill-color": sea } },
      {
        id: "rivers",
        type: "line",
        source: "water",
        filter: ["==", ["get", "kind"], "river"],
        minzoom: 3,
        layout: { "line-join": "round", "line-cap": "round" },
        paint: { "line-color": water, "line-width": ["interpolate", ["linear"], ["zoom"], 3, 0.5, 8, 1.8] },
      },
      ...(["world", "near"] as const).flatMap((source) => {
        const range = source === "world" ? { maxzoom: NEAR } : { minzoom: NEAR };
        return [
          {
            id: `border-${source}`,
            type: "line" as const,
            source,
            ...range,
            filter: ["==", ["get", "kind"], "border"] as ["==", unknown, string] as never,
            paint: { "line-color": border, "line-width": ["interpolate", ["linear"], ["zoom"], 2, 0.6, 8, 1.4] as never },
          },
          {
            id: `disputed-${source}`,
            type: "line" as const,
            source,
            ...range,
            filter: ["==", ["get", "kind"], "disputed"] as never,
            paint: { "line-color": border, "line-width": ["interpolate", ["linear"], ["zoom"], 2, 0.7, 8, 1.5] as never, "line-dasharray": [2.5, 2.5] },
          },
        ];
      }),
    ],
  };
}

/** Give a map that stands the colours of a theme that has changed. */
export function recolour(map: MapLibre): void {
  const { sea, land, water, border } = colours();
  map.setPaintProperty("sea", "background-color", sea);
  for (const layer of ["land-world", "land-near"]) map.setPaintProperty(layer, "fill-color", land);
  map.setPaintProperty("lakes", "fill-color", sea);
  map.setPaintProperty("rivers", "line-color", water);
  for (const layer of ["border-world", "border-near", "disputed-world", "disputed-near"]) map.setPaintProperty(layer, "line-color", border);
}

function colours(): { sea: string; land: string; water: string; border: string } {
  const found = resolved(["--map-sea", "--map-land", "--map-water", "--map-border"]);
  return {
    sea: found["--map-sea"] as string,
    land: found["--map-land"] as string,
    water: found["--map-water"] as string,
    border: found["--map-border"] as string,
  };
}
