import type { Raster, Samples } from "../raster.js";

/** Gray erosion ("least") or dilation ("greatest") by 3 x 3: two passes, along rows and along columns. */
export function extremeOfWindow({ width, height, samples }: Raster, which: "least" | "greatest"): Samples {
  const of = which === "least" ? Math.min : Math.max;
  const alongRows = samples.slice();
  for (let row = 0; row < samples.length; row += width) {
    for (let x = 0, i = row; x < width; x++, i++) {
      let value = samples[i];
      if (x > 0) value = of(value, samples[i - 1]);
      if (x + 1 < width) value = of(value, samples[i + 1]);
      alongRows[i] = value;
    }
  }
  const result = alongRows.slice();
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      let value = alongRows[i];
      if (y > 0) value = of(value, alongRows[i - width]);
      if (y + 1 < height) value = of(value, alongRows[i + width]);
      result[i] = value;
    }
  }
  return result;
}
