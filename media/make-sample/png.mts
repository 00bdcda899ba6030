import { PNG } from "pngjs";

/** Row filters (none, up, Paeth, best by row) and zlib strategies (default, filtered, run lengths) that are tried. */
const FILTERS = [0, 2, 4, -1];
const STRATEGIES = [0, 1, 3];

/** Encodes rows of gray (`channels` 1) or RGB (3) bytes as an 8-bit PNG: the smallest file that the options give. */
export function encodePng(width: number, height: number, channels: 1 | 3, bytes: Uint8Array): Buffer {
  const colorType = channels === 1 ? 0 : 2;
  const png = new PNG({ width, height });
  png.data = Buffer.from(bytes);
  const files = FILTERS.flatMap((filterType) =>
    STRATEGIES.map((deflateStrategy) => {
      const options = { colorType, inputColorType: colorType, inputHasAlpha: false, bitDepth: 8 } as const;
      return PNG.sync.write(png, { ...options, deflateLevel: 9, deflateStrategy, filterType });
    }),
  );
  return files.reduce((best, file) => (file.length < best.length ? file : best));
}
