import { PNG } from "pngjs";

/** Encodes rows of gray (`channels` 1) or RGB (3) bytes as an 8-bit PNG, with the row filter that gives the smaller file. */
export function encodePng(width: number, height: number, channels: 1 | 3, bytes: Uint8Array): Buffer {
  const colorType = channels === 1 ? 0 : 2;
  const png = new PNG({ width, height });
  png.data = Buffer.from(bytes);
  const files = [0, 2, 4, -1].map((filterType) =>
    PNG.sync.write(png, {
      colorType,
      inputColorType: colorType,
      inputHasAlpha: false,
      bitDepth: 8,
      deflateLevel: 9,
      filterType,
    }),
  );
  return files.reduce((best, file) => (file.length < best.length ? file : best));
}
