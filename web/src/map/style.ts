/** The basemap: Natural Earth's land, water and borders from files of this server, in the page's colours. */

import type { FilterSpecification, LayerSpecification, Map as MapLibre, StyleSpecification } from "maplibre-gl";
import { resolved } from "./palette";

/** From this zoom on the finer coast and borders are drawn. */
const NEAR = 4.2;
/** From this zoom on the lines between provinces are drawn. */
const PROVINCES = 4.6;

/** What is drawn at once: the coarse world. Names are not in it: they are drawn with the events. */
export function basemap(): StyleSpecification {
  const { sea, land, border } = colours();
  return {
    version: 8,
    sources: { world: { type: "geojson", data: file("world"), maxzoom: 6, tolerance: 0.5 } },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": sea } },
      { id: "land-world", type: "fill", source: "world", filter: kind("land"), paint: { "fill-color": land } },
      ...lines("world", border),
    ],
  };
}

/**
 * Bring rivers, lakes and the finer coast when the coarse world stands and the map is close enough for them to be seen;
 * the coarse coast then makes room.
 */
export function refine(map: MapLibre): void {
  const bring = () => {
    if (map.getZoom() < NEAR - 1 || map.getSource("near") !== undefined || !map.isSourceLoaded("world")) return;
    map.off("idle", bring);
    map.off("moveend", bring);
    const { sea, land, water, border } = colours();
    map.addSource("near", { type: "geojson", data: file("near"), maxzoom: 10, tolerance: 0.4 });
    map.addSource("water", { type: "geojson", data: file("water"), maxzoom: 8, tolerance: 0.4 });
    const below: LayerSpecification[] = [
      { id: "land-near", type: "fill", source: "near", filter: kind("land"), minzoom: NEAR, paint: { "fill-color": land } },
      { id: "lakes", type: "fill", source: "water", filter: kind("lake"), paint: { "fill-color": sea } },
      {
        id: "rivers",
        type: "line",
        source: "water",
        filter: kind("river"),
        layout: { "line-join": "round", "line-cap": "round" },
        paint: { "line-color": water, "line-width": ["interpolate", ["linear"], ["zoom"], 3, 0.5, 8, 1.8] },
      },
      {
        id: "provinces",
        type: "line",
        source: "near",
        filter: kind("province"),
        minzoom: PROVINCES,
        paint: { "line-color": border, "line-opacity": 0.55, "line-width": ["interpolate", ["linear"], ["zoom"], 5, 0.5, 9, 1] },
      },
      ...lines("near", border).map((layer) => ({ ...layer, minzoom: NEAR })),
    ];
    for (const layer of below) map.addLayer(layer, "border-world");
  };
  // Says to whoever waits for a picture what stands.
  map.on("idle", () => {
    const near = map.getZoom() < NEAR - 1 || (map.getSource("near") !== undefined && map.isSourceLoaded("near") && map.isSourceLoaded("water"));
    map.getContainer().dataset["stands"] = near ? "all" : "world";
  });
  map.on("idle", bring);
  map.on("moveend", bring);
  map.on("sourcedata", function come({ sourceId, isSourceLoaded }) {
    if (sourceId !== "near" || isSourceLoaded !== true) return;
    map.off("sourcedata", come);
    for (const layer of ["land-world", "border-world", "disputed-world"]) map.setLayerZoomRange(layer, 0, NEAR);
  });
}

/** Give a map that stands the colours of a theme that has changed. */
export function recolour(map: MapLibre): void {
  const { sea, land, water, border } = colours();
  const put = (layer: string, name: "background-color" | "fill-color" | "line-color", value: string) => {
    if (map.getLayer(layer) !== undefined) map.setPaintProperty(layer, name, value);
  };
  put("sea", "background-color", sea);
  for (const layer of ["land-world", "land-near"]) put(layer, "fill-color", land);
  put("lakes", "fill-color", sea);
  put("rivers", "line-color", water);
  for (const layer of ["border-world", "border-near", "disputed-world", "disputed-near", "provinces"]) put(layer, "line-color", border);
}

function lines(source: "world" | "near", border: string): (LayerSpecification & { type: "line" })[] {
  const width = (thin: number, thick: number) => ["interpolate", ["linear"], ["zoom"], 2, thin, 8, thick] as ["interpolate", ["linear"], ["zoom"], number, number, number, number];
  return [
    { id: `border-${source}`, type: "line", source, filter: kind("border"), paint: { "line-color": border, "line-width": width(0.6, 1.4) } },
    {
      id: `disputed-${source}`,
      type: "line",
      source,
      filter: kind("disputed"),
      paint: { "line-color": border, "line-width": width(0.7, 1.5), "line-dasharray": [2.5, 2.5] },
    },
  ];
}

function kind(name: string): FilterSpecification {
  return ["==", ["get", "kind"], name];
}

function file(name: string): string {
  return `${location.origin}/basemap/${name}.json`;
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
