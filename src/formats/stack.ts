import type { Samples } from "../core/raster.js";
import { FormatError, type StoredImage } from "./image.js";
import { oneChannel } from "./read/channel.js";

/** One class's map, from a file of its own. */
export interface ClassImage {
  readonly id: number;
  readonly image: StoredImage;
}

/**
 * Puts the maps of several classes into one image of several planes.
 * @throws FormatError when they differ in size or type, or a file holds several maps.
 */
export function stackClassMaps(maps: readonly ClassImage[]): StoredImage {
  const [first] = maps;
  if (first === undefined) throw new RangeError("There is no map to stack.");
  const { width, height, bits, layout } = first.image;
  const size = width * height;
  const channels = maps.map(({ id, image }) => {
    if (image.width !== width || image.height !== height || image.planes !== undefined) {
      throw new FormatError(
        `the maps of class ${first.id} and ${id} differ in size: ${width} x ${height}, ${image.width} x ${image.height}${image.planes === undefined ? "" : ` x ${image.planes}`}`,
        "Save one map of the truth's size a class.",
      );
    }
    return oneChannel("prediction", image, false).samples;
  });
  const samples = room(channels[0] ?? new Uint8Array(0), maps.length * size);
  for (const [plane, channel] of channels.entries()) {
    if (channel.constructor !== samples.constructor || maps[plane]?.image.bits !== bits) {
      throw new FormatError(
        `the maps of class ${first.id} and ${maps[plane]?.id} differ in type: ${layout}, ${maps[plane]?.image.layout}`,
        "Save the maps of all classes in one type.",
      );
    }
    samples.set(channel, plane * size);
  }
  return {
    width,
    height,
    channels: 1,
    bits,
    samples,
    planes: maps.length,
    planeIds: maps.map(({ id }) => id),
    layout: `${layout}, one file a class`,
  };
}

function room(like: Samples, length: number): Samples {
  if (like instanceof Uint8Array) return new Uint8Array(length);
  if (like instanceof Uint16Array) return new Uint16Array(length);
  return like instanceof Float32Array ? new Float32Array(length) : new Float64Array(length);
}
