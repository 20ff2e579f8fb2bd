/** What the map draws for a set of events at one zoom: single marks, clusters, and areas for places that are no point. */

import type { Columns } from "../overview/columns";

/** Pixels of a world that is `WORLD * 2 ** zoom` wide, MapLibre's way to count. */
export const WORLD = 512;
/** A place that may be this many pixels off, or covers them, is drawn as an area and never as a pin. */
export const COARSE = 20;
const CELL = 56;
/** More outlines than this say nothing to the eye; those that stand for the fewest events are gathered. */
export const MOST_AREAS = 150;
const EARTH_KM = 40_075;

export interface Drawn {
  /** `areas` are several places that are no points, drawn as one sign where there are too many to draw each outline. */
  readonly kind: "mark" | "cluster" | "area" | "shape" | "areas";
  /** Web Mercator, 0 to 1. */
  readonly x: number;
  readonly y: number;
  readonly count: number;
  /** How many of each group of types, in the order of the groups. */
  readonly groups: readonly number[];
  readonly contested: number;
  /** The place itself, for an area or a shape. */
  readonly site: number;
  /** How many places are in it. */
  readonly places: number;
}

export interface Layout {
  readonly drawn: readonly Drawn[];
  /** Per site, the index of what it is drawn in; -1 for a site without events that pass. */
  readonly drawnIn: Int32Array;
}

/** Kilometres as a part of the world's width, at a latitude. */
export function worldPart(km: number, lat: number): number {
  return km / (EARTH_KM * Math.max(0.05, Math.cos((lat * Math.PI) / 180)));
}

/** The radius in pixels that a cluster of `count` events is drawn with. */
export function clusterRadius(count: number): number {
  return count === 1 ? 7 : Math.min(30, 9 + 3.4 * Math.log2(count) ** 0.9);
}

/** Steps of zoom at which clusters are made anew: between them they stay as they are and only move apart. */
export function level(zoom: number): number {
  return Math.floor(zoom * 2) / 2;
}

interface Heap {
  x: number;
  y: number;
  count: number;
  groups: number[];
  contested: number;
  site: number;
  places: number;
  into: number;
}

/** Gather the events `passing` into what is drawn at `zoom`; `groupOf` gives each type's group. */
export function layout(columns: Columns, passing: Int32Array, groupOf: Uint8Array, groups: number, zoom: number): Layout {
  const { site, sites, type, contested } = columns;
  const tally = new Int32Array(sites.length * groups);
  const counts = new Int32Array(sites.length);
  const disputes = new Int32Array(sites.length);
  for (let k = 0; k < passing.length; k++) {
    const i = passing[k] as number;
    const at = site[i] as number;
    if (at < 0) continue;
    counts[at]!++;
    disputes[at]! += contested[i] as number;
    tally[at * groups + (groupOf[type[i] as number] as number)]!++;
  }
  const world = WORLD * 2 ** level(zoom);
  const across = Math.ceil(world / CELL);
  const heaps: Heap[] = [];
  const cells = new Map<number, number>();
  const drawn: Drawn[] = [];
  const inHeap = new Int32Array(sites.length).fill(-1);
  const drawnIn = new Int32Array(sites.length).fill(-1);
  const areas: number[] = [];
  const areaCells = new Map<number, number>();
  const heapUp = (at: number, into: Map<number, number>, size: number): void => {
    const place = sites[at] as (typeof sites)[number];
    const count = counts[at] as number;
    const cell = Math.floor((place.y * world) / size) * across + Math.floor((place.x * world) / size);
    let heap = into.get(cell);
    if (heap === undefined) {
      heap = heaps.length;
      into.set(cell, heap);
      heaps.push({ x: 0, y: 0, count: 0, groups: new Array<number>(groups).fill(0), contested: 0, site: at, places: 0, into: -1 });
    }
    inHeap[at] = heap;
    const found = heaps[heap] as Heap;
    found.x += place.x * count;
    found.y += place.y * count;
    found.count += count;
    found.contested += disputes[at] as number;
    found.places++;
    for (let g = 0; g < groups; g++) found.groups[g]! += tally[at * groups + g] as number;
  };
  for (let at = 0; at < sites.length; at++) {
    if (counts[at] === 0) continue;
    const place = sites[at] as (typeof sites)[number];
    const far = worldPart(place.radiusKm, place.lat) * world;
    if (place.geometry !== null || far > COARSE) areas.push(at);
    else heapUp(at, cells, CELL);
  }
  const pointHeaps = heaps.length;
  areas.sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  areas.forEach((at, k) => {
    if (k >= MOST_AREAS) return heapUp(at, areaCells, CELL * 2);
    const place = sites[at] as (typeof sites)[number];
    drawnIn[at] = drawn.length;
    const kind = place.geometry !== null ? "shape" : "area";
    drawn.push({ kind, x: place.x, y: place.y, count: counts[at] as number, groups: grouped(tally, at, groups), contested: disputes[at] as number, site: at, places: 1 });
  });
  for (const heap of heaps) {
    heap.x /= heap.count;
    heap.y /= heap.count;
  }
  merge(heaps, pointHeaps, cells, world, across);
  const drawnAs = new Int32Array(heaps.length).fill(-1);
  heaps.forEach((heap, k) => {
    if (heap.into >= 0) return;
    drawnAs[k] = drawn.length;
    const kind = k >= pointHeaps ? "areas" : heap.count === 1 ? "mark" : "cluster";
    drawn.push({ kind, x: heap.x, y: heap.y, count: heap.count, groups: heap.groups, contested: heap.contested, site: heap.site, places: heap.places });
  });
  for (let at = 0; at < sites.length; at++) {
    let heap = inHeap[at] as number;
    if (heap < 0) continue;
    while ((heaps[heap] as Heap).into >= 0) heap = (heaps[heap] as Heap).into;
    drawnIn[at] = drawnAs[heap] as number;
  }
  return { drawn, drawnIn };
}

/** Put heaps that would overlap into the larger one, the largest first. */
function merge(heaps: Heap[], first: number, cells: ReadonlyMap<number, number>, world: number, across: number): void {
  const order = Array.from({ length: first }, (_, k) => k).sort((a, b) => (heaps[b] as Heap).count - (heaps[a] as Heap).count || a - b);
  const cellOf = new Int32Array(heaps.length);
  for (const [cell, heap] of cells) cellOf[heap] = cell;
  for (const k of order) {
    const heap = heaps[k] as Heap;
    if (heap.into >= 0) continue;
    const cell = cellOf[k] as number;
    for (const near of [-across - 1, -across, -across + 1, -1, 1, across - 1, across, across + 1]) {
      const other = cells.get(cell + near);
      if (other === undefined) continue;
      const neighbour = heaps[other] as Heap;
      if (neighbour.into >= 0 || neighbour.count > heap.count || other === k) continue;
      const room = clusterRadius(heap.count) + clusterRadius(neighbour.count);
      if (Math.hypot(heap.x - neighbour.x, heap.y - neighbour.y) * world >= room) continue;
      const all = heap.count + neighbour.count;
      heap.x = (heap.x * heap.count + neighbour.x * neighbour.count) / all;
      heap.y = (heap.y * heap.count + neighbour.y * neighbour.count) / all;
      heap.count = all;
      heap.contested += neighbour.contested;
      heap.places += neighbour.places;
      for (let g = 0; g < heap.groups.length; g++) heap.groups[g]! += neighbour.groups[g] as number;
      neighbour.into = k;
    }
  }
}

function grouped(tally: Int32Array, at: number, groups: number): number[] {
  return Array.from(tally.subarray(at * groups, (at + 1) * groups));
}
