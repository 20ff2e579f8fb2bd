/** Opens MapLibre, which is a megabyte and comes when the rest of the page already stands. */

import type { Map as MapLibre } from "maplibre-gl";
import type { Bounds, Camera } from "./camera";

/** Open a map in `element` that looks at a camera or at bounds. Rejects where the browser cannot draw one (no WebGL). */
export async function openMap(element: HTMLElement, look: { camera: Camera } | { bounds: Bounds | null }): Promise<MapLibre> {
  const [{ AttributionControl, Map: Opened, NavigationControl, ScaleControl, setWorkerUrl }, { default: worker }, { basemap, refine }] = await Promise.all([
    import("maplibre-gl"),
    import("maplibre-gl/dist/maplibre-gl-worker.mjs?url"),
    import("./style"),
    import("maplibre-gl/dist/maplibre-gl.css"),
  ]);
  setWorkerUrl(worker);
  const where =
    "camera" in look
      ? { center: [look.camera.lon, look.camera.lat] as [number, number], zoom: look.camera.zoom }
      : look.bounds === null
        ? { center: [20, 20] as [number, number], zoom: 1 }
        : { bounds: [...look.bounds] as [number, number, number, number], fitBoundsOptions: { padding: { top: 64, bottom: 80, left: 64, right: 64 }, maxZoom: 9 } };
  const map = new Opened({
    container: element,
    style: basemap(),
    ...where,
    minZoom: 0.6,
    maxZoom: 14,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    rollEnabled: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    cooperativeGestures: false,
    locale: { "Map.Title": "Map of the events. The list beside it holds the same events." },
  });
  refine(map);
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new AttributionControl({ compact: false, customAttribution: "Natural Earth; borders as held, dashed where disputed; thin: provinces" }), "bottom-right");
  map.addControl(new ScaleControl({ unit: "metric" }), "bottom-right");
  return map;
}
