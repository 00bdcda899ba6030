import type { Samples } from "../../core/raster.js";
import { FormatError, type StoredImage } from "../image.js";
import { type Census, takeCensus, type Values } from "./census.js";
import { isGrayRamp } from "./palette.js";
import { listed } from "./words.js";

/** With more distinct values than this, their number alone says nothing about what they are. */
const FEW = 32;

/**
 * Whether a gray image with two or more non-zero values holds class or object ids rather than greys.
 * - Few values: ids, unless the highest possible value occurs beside values over a sixth of it (an anti-aliased edge).
 *   Beside small values only it is the common void label 255.
 * - Many values: ids lie in flat regions and none outweighs the others; anti-aliased, resized and JPEG-born masks are
 *   mostly their maximum, soft masks change from pixel to pixel.
 * @param full the highest value that the sample type can hold.
 */
export function looksLikeIds(samples: Samples, width: number, census: Census, full: number): boolean {
  if (!census.complete || !census.values.every(Number.isInteger)) return false;
  if (census.values.length <= FEW) {
    if (census.max < full) return true;
    const second = census.values[census.values.length - 2] ?? 0;
    return second <= full / 6;
  }
  const zeros = census.values[0] === 0 ? (census.counts[0] ?? 0) : 0;
  const top = census.counts[census.counts.length - 1] ?? 0;
  return top <= (census.total - zeros) / 2 && isFlat(samples, width);
}

/** Whether most non-zero pixels equal the pixel to their left. */
function isFlat(samples: Samples, width: number): boolean {
  let [equal, pairs] = [0, 0];
  for (let i = 1; i < samples.length; i++) {
    if (samples[i] === 0 || i % width === 0) continue;
    pairs++;
    if (samples[i] === samples[i - 1]) equal++;
  }
  return equal > pairs / 2;
}

/** Whether values are ids rather than greys, as far as they tell. */
export function isIdLike(image: StoredImage): boolean {
  const { samples, bits, width } = image;
  const census = takeCensus(samples);
  if (image.channels > 1 || !census.complete || !census.values.every(Number.isInteger)) return false;
  const few = census.values.filter((value) => value !== 0).length < 2;
  const full = samples instanceof Uint8Array ? 2 ** bits - 1 : 65535;
  return few || isPalette(image) || looksLikeIds(samples, width, census, full);
}

export function isPalette({ palette, samples }: StoredImage): boolean {
  return palette !== undefined && !isGrayRamp(palette, takeCensus(samples));
}

/** The refusal of a label map beside a binary mask. */
export function labelMapError(side: string, { values }: Values): FormatError {
  const count = values.length;
  return new FormatError(
    `${side} looks like a label map with ${count} ids (${listed(values)}), the truth like a binary mask`,
    "Say --kind labels (setting maskInspector.kind) if both hold class ids, or --kind binary to read every non-zero id as foreground.",
  );
}
