import type { FoundObject } from "../../src/core/diagnosis/check.js";
import type { MapPair } from "../../src/core/maps/mapPair.js";
import type { Rectangle } from "../stage/viewport.js";

/** Where an object of an instance map lies; a label map, which has none, as a whole. */
export function boxOfObject(maps: MapPair, { side, id }: FoundObject): Rectangle {
  const whole = { x: 0, y: 0, width: maps.width, height: maps.height };
  if (maps.kind !== "objects") return whole;
  const { ids } = maps.objects[side];
  return boxesOf(maps[side], maps.width, ids.length)[ids.indexOf(id)] ?? whole;
}

/** Bounding boxes of the objects of an instance map, by number less one. */
export function boxesOf(places: Uint8Array | Uint16Array, width: number, count: number): readonly Rectangle[] {
  const left = new Int32Array(count).fill(width);
  const right = new Int32Array(count).fill(-1);
  const top = new Int32Array(count).fill(-1);
  const bottom = new Int32Array(count).fill(-1);
  for (let i = 0; i < places.length; i++) {
    const at = places[i] - 1;
    if (at < 0) continue;
    const x = i % width;
    const y = (i - x) / width;
    if (top[at] < 0) top[at] = y;
    bottom[at] = y;
    if (x < left[at]) left[at] = x;
    if (x > right[at]) right[at] = x;
  }
  return Array.from({ length: count }, (_, at) => ({
    x: left[at],
    y: top[at],
    width: right[at] - left[at] + 1,
    height: bottom[at] - top[at] + 1,
  }));
}
