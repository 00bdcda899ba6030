import fc from "fast-check";
import { type BitMask, truthBits } from "../../../../src/core/boundary/bitMask.js";
import type { Points } from "../../../../src/core/boundary/points.js";
import type { BinaryMask } from "../../../../src/core/raster.js";

/** A mask drawn as rows: # foreground, ? ignored, anything else background. */
export function drawn(...rows: readonly string[]): BinaryMask {
  return {
    width: rows[0].length,
    height: rows.length,
    pixels: Uint8Array.from(rows.join(""), (cell) => (cell === "#" ? 1 : cell === "?" ? 2 : 0)),
  };
}

/** Random masks, up to three words wide; dense, sparse and clustered ones. */
export const anyMask = (highest = 1): fc.Arbitrary<BinaryMask> =>
  fc
    .record({ width: fc.integer({ min: 1, max: 70 }), height: fc.integer({ min: 1, max: 12 }) })
    .chain((size) => pixelsOf(size, highest).map((pixels) => ({ ...size, pixels })));

/** Two masks of the same size. */
export const anyMasks: fc.Arbitrary<readonly [BinaryMask, BinaryMask]> = fc
  .record({ width: fc.integer({ min: 1, max: 70 }), height: fc.integer({ min: 1, max: 12 }) })
  .chain((size) =>
    fc.tuple(pixelsOf(size, 1), pixelsOf(size, 1)).map(
      ([a, b]) =>
        [
          { ...size, pixels: a },
          { ...size, pixels: b },
        ] as const,
    ),
  );

function pixelsOf({ width, height }: { width: number; height: number }, highest: number): fc.Arbitrary<Uint8Array> {
  const length = width * height;
  const noise = fc.uint8Array({ min: 0, max: highest, minLength: length, maxLength: length });
  const sparse = fc.array(fc.nat({ max: length - 1 }), { maxLength: 4 }).map((places) => {
    const pixels = new Uint8Array(length);
    for (const place of places) pixels[place] = 1;
    return pixels;
  });
  const box = fc
    .tuple(
      fc.nat({ max: width - 1 }),
      fc.nat({ max: width - 1 }),
      fc.nat({ max: height - 1 }),
      fc.nat({ max: height - 1 }),
    )
    .map(([x0, x1, y0, y1]) =>
      Uint8Array.from({ length }, (_, i) => {
        const [x, y] = [i % width, Math.floor(i / width)];
        const isInside =
          x >= Math.min(x0, x1) && x <= Math.max(x0, x1) && y >= Math.min(y0, y1) && y <= Math.max(y0, y1);
        return isInside ? 1 : 0;
      }),
    );
  return fc.oneof(noise, sparse, box);
}

export const bitsOf = (mask: BinaryMask): BitMask => truthBits(mask);

/** The pixels of a bit mask, 0 or 1 each. */
export function unpacked({ width, height, stride, words }: BitMask): number[] {
  return Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return (words[y * stride + (x >> 5)] >>> (x & 31)) & 1;
  });
}

/** Points as "x,y". */
export const placesOf = ({ xs, ys }: Points): string[] => Array.from(xs, (x, i) => `${x},${ys[i]}`);

/** Value of a pixel; outside the image 0. */
export function at({ width, height, pixels }: BinaryMask, x: number, y: number): number {
  return x < 0 || y < 0 || x >= width || y >= height ? 0 : pixels[y * width + x];
}
