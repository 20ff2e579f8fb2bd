/** Names on the map: countries from the basemap's file, towns from the case's own places. */

import type { FeatureCollection, Point } from "geojson";
import { useEffect, useMemo, useState } from "preact/hooks";
import { useAnswer } from "../api/answer";
import { at } from "../api/client";
import type { Page } from "../api/shapes";
import { mercator } from "../overview/columns";
import type { Name } from "./labels";

interface NamedPlace {
  readonly name: string;
  readonly precision: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly radius_km: number | null;
  readonly claims: number;
}

/** An area of this radius has no spot to write its name on; its outline is named when it is pointed at. */
const NAMED_KM = 30;

let countries: Promise<readonly Name[]> | null = null;

/** All names, those to be tried first at the front. */
export function useNames(name: string): readonly Name[] {
  const places = useAnswer<Page<NamedPlace>>(at(name, "places"), { limit: 500 });
  const [known, setKnown] = useState<readonly Name[]>([]);
  useEffect(() => {
    countries ??= read();
    countries.then(setKnown, () => undefined);
  }, []);
  return useMemo(() => {
    const towns = (places.body?.items ?? []).flatMap<Name>(({ name: text, lat, lon, radius_km, claims }) =>
      lat === null || lon === null || (radius_km ?? 0) > NAMED_KM ? [] : [{ text, ...mercator(lon, lat), rank: claims, country: false }],
    );
    return [...towns.sort((a, b) => b.rank - a.rank), ...known];
  }, [places.body, known]);
}

async function read(): Promise<readonly Name[]> {
  const answer = await fetch("/basemap/world.json");
  const world = (await answer.json()) as FeatureCollection<Point, { kind: string; name: string; size: number }>;
  return world.features
    .filter(({ properties }) => properties.kind === "country")
    .sort((a, b) => b.properties.size - a.properties.size)
    .map(({ properties, geometry }) => ({
      text: properties.name,
      ...mercator(geometry.coordinates[0] as number, geometry.coordinates[1] as number),
      rank: properties.size,
      country: true,
    }));
}
