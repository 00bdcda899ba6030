import type { Raster, Samples } from "../raster.js";

/** Gray erosion ("least") or dilation ("greatest") by 3 x 3: two passes, along rows and along columns. */
export function extremeOfWindow({ width, height, samples }: Raster, which: "least" | "greatest"): Samples {
  const isLeast = which === "least";
  const alongRows = samples.slice();
  for (let row = 0; row < samples.length; row += width) {
    for (let x = 1, i = row + 1; x < width; x++, i++) {
      const [before, here] = [samples[i - 1], samples[i]];
      if (isLeast ? here < alongRows[i - 1] : here > alongRows[i - 1]) alongRows[i - 1] = here;
      if (isLeast ? before < here : before > here) alongRows[i] = before;
    }
  }
  const result = alongRows.slice();
  for (let i = width; i < width * height; i++) {
    const [above, here] = [alongRows[i - width], alongRows[i]];
    if (isLeast ? here < result[i - width] : here > result[i - width]) result[i - width] = here;
    if (isLeast ? above < here : above > here) result[i] = above;
  }
  return result;
}
