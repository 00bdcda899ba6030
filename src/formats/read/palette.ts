import type { Samples } from "../../core/raster.js";
import type { StoredImage } from "../image.js";
import type { Values } from "./census.js";

type Palette = NonNullable<StoredImage["palette"]>;

/** Whether the used entries are greys that grow with the index: then the file is a gray image in disguise. */
export function isGrayRamp(palette: Palette, { values }: Values): boolean {
  let below = -1;
  return values.every((index) => {
    const [r, g, b] = palette[index] ?? [0, 1, 2];
    const grows = r === g && g === b && r > below;
    below = r;
    return grows;
  });
}

/** Replaces every index by the gray value of its entry. */
export function grayOf(samples: Samples, palette: Palette): Uint8Array {
  const table = Uint8Array.from({ length: 256 }, (_, index) => palette[index]?.[0] ?? 0);
  return Uint8Array.from(samples, (index) => table[index] ?? 0);
}

/** A warning when index 0 is painted brighter than `foreground`: some tools order palettes that way. */
export function invertedNote(palette: Palette, foreground: number): string | null {
  const [zero, other] = [palette[0], palette[foreground]];
  if (zero === undefined || other === undefined) return null;
  const brightness = ([r, g, b]: readonly [number, number, number]) => r + g + b;
  if (brightness(zero) <= brightness(other)) return null;
  return `palette index 0 is painted (${zero.join(", ")}), brighter than index ${foreground}; index 0 is background`;
}
