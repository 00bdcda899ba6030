import { PNG } from "pngjs";

/** Row filters: none (best for a truth), Paeth (for a picture), chosen row by row (for probabilities). */
const FILTERS = [0, 4, -1];
/** zlib's Z_FILTERED: better than its default here, whatever the row filter. */
const FILTERED = 1;

/** Encodes rows of gray (`channels` 1) or RGB (3) bytes as an 8-bit PNG: the smallest file that the row filters give. */
export function encodePng(width: number, height: number, channels: 1 | 3, bytes: Uint8Array): Buffer {
  const colorType = channels === 1 ? 0 : 2;
  const png = new PNG({ width, height });
  png.data = Buffer.from(bytes);
  const files = FILTERS.map((filterType) =>
    PNG.sync.write(png, {
      colorType,
      inputColorType: colorType,
      inputHasAlpha: false,
      bitDepth: 8,
      deflateLevel: 9,
      deflateStrategy: FILTERED,
      filterType,
    }),
  );
  return files.reduce((best, file) => (file.length < best.length ? file : best));
}
