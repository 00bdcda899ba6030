import { codeOf } from "../regions/kinds.js";
import { SPECK } from "../whatIf/dropSpecks.js";
import { defineCheck } from "./check.js";
import { count, figure, pixels } from "./figures.js";

/** Fewer false specks than this are an accident. */
const SEVERAL = 5;

/** Scattered false positives of one to three pixels. */
export const specks = defineCheck({
  id: "specks",
  severity: "warning",
  title: "Specks",
  look({ regions, counts: { tp, fp, fn } }) {
    const invented = codeOf("false");
    const sizes = Array.from(regions.pixels).filter((n, row) => regions.kinds[row] === invented && n <= SPECK);
    const area = sizes.reduce((sum, n) => sum + n, 0);
    if (sizes.length < SEVERAL || tp === 0) return null;
    return { specks: sizes.length, area, iou: tp / (tp + fp + fn), after: tp / (tp + fp + fn - area) };
  },
  sentence: ({ specks, area, iou, after }) =>
    `${count(specks)} specks of at most ${SPECK} pixels (${pixels(area)} in all) are predicted where the truth has nothing: without, the IoU would be ${figure(after)} instead of ${figure(iou)}. They count as false objects, and Hausdorff distances see nothing else.`,
  edits: () => [{ do: "dropSpecks" }],
  kinds: ["false"],
});

/** No error is larger than a speck. */
export const onlySpecks = defineCheck({
  id: "only_specks",
  severity: "info",
  title: "Only specks differ",
  look({ regions, counts: { fp, fn } }) {
    if (fp + fn === 0 || regions.pixels.some((n) => n > SPECK)) return null;
    return { regions: regions.pixels.length, area: fp + fn };
  },
  sentence: ({ regions, area }) =>
    `No region of error is larger than ${SPECK} pixels: ${count(regions)} of them, ${pixels(area)} in all.`,
});
