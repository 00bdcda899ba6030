import { defineCheck } from "./check.js";
import { percent, pixels } from "./figures.js";

/** The stored truth has values between its two: it was interpolated, or compressed with loss. */
export const resizedTruth = defineCheck({
  id: "resized_truth",
  severity: "warning",
  title: "Truth was resized",
  look: ({ grays, truth }) => (grays > 0 ? { grays, part: grays / truth.pixels.length } : null),
  sentence: ({ grays, part }) =>
    `${pixels(grays)} of the truth (${percent(part)}) ${grays === 1 ? "lies" : "lie"} between background and foreground: it was interpolated, or saved as JPEG. They are cut in the middle, which moves outlines by up to half a pixel. Resize labels by nearest neighbour, and save PNG.`,
});
