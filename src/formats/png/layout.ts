import { GRAY, GRAY_ALPHA, PALETTE, type PngHeader, RGB, RGBA } from "./chunks.js";

const SAMPLES: Readonly<Record<number, number>> = { [GRAY]: 1, [RGB]: 3, [PALETTE]: 1, [GRAY_ALPHA]: 2, [RGBA]: 4 };
const NAMES: Readonly<Record<number, string>> = {
  [GRAY]: "gray",
  [RGB]: "RGB",
  [PALETTE]: "palette",
  [GRAY_ALPHA]: "gray with alpha",
  [RGBA]: "RGBA",
};

/** Adam7: first column, first row, column step, row step of the seven passes (PNG specification, section 8.2). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Samples a pixel in the file: 1 to 4. */
export function samplesPerPixel(header: PngHeader): number {
  return SAMPLES[header.colour] ?? 1;
}

/** Bytes of a row of `width` pixels, without its filter byte. */
export function rowBytes(header: PngHeader, width: number): number {
  return Math.ceil((width * samplesPerPixel(header) * header.bits) / 8);
}

/** Bytes that the zlib stream must hold: every row with its filter byte, for each pass when interlaced. */
export function imageBytes(header: PngHeader): number {
  const { width, height } = header;
  if (!header.interlaced) return (rowBytes(header, width) + 1) * height;
  let sum = 0;
  for (const [x, y, dx, dy] of PASSES) {
    const columns = Math.ceil((width - x) / dx);
    const rows = Math.ceil((height - y) / dy);
    if (columns > 0 && rows > 0) sum += (rowBytes(header, columns) + 1) * rows;
  }
  return sum;
}

/** The layout in words, e.g. "PNG, gray, 8 bit". */
export function layoutName(header: PngHeader): string {
  const name = `PNG, ${NAMES[header.colour]}, ${header.bits} bit`;
  return header.interlaced ? `${name}, interlaced` : name;
}
