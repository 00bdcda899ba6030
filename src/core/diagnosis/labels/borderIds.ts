import { classTitle } from "../../labels/classes.js";
import { classIndex } from "../../labels/confusion.js";
import { pixels } from "../figures.js";
import { mapFinding } from "../mapFinding.js";
import type { LabelCheck } from "./subject.js";

/** A class of so few pixels proves nothing. */
const FEWEST = 8;
/** Of its pixels, this part lies between a lower and a higher id. */
const NEARLY_ALL = 0.95;

/** Classes of the truth that only occur between a lower and a higher id: numbers that interpolation made up. */
export const borderIds: LabelCheck = ({ truth, classes }) => {
  const { width, height, samples } = truth;
  const indexOf = classIndex(classes.map(({ id }) => id));
  const between = new Float64Array(classes.length);
  const all = new Float64Array(classes.length);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const place = indexOf(samples[i]);
      if (place < 0) continue;
      all[place]++;
      let isAbove = false;
      let isBelow = false;
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          const other = samples[row * width + column];
          if (indexOf(other) < 0) continue;
          if (other < samples[i]) isAbove = true;
          else if (other > samples[i]) isBelow = true;
        }
      }
      if (isAbove && isBelow) between[place]++;
    }
  }
  const made = classes.flatMap((own, place) =>
    all[place] >= FEWEST && between[place] >= NEARLY_ALL * all[place] ? [{ name: classTitle(own), n: all[place] }] : [],
  );
  if (made.length === 0) return null;
  const n = made.reduce((sum, own) => sum + own.n, 0);
  return mapFinding({
    id: "resized_truth",
    title: "Truth was resized",
    severity: "warning",
    sentence: `${made.map(({ name }) => name).join(", ")} ${made.length === 1 ? "occurs" : "occur"} in the truth only where a lower id meets a higher one (${pixels(n)}): interpolation makes up such ids. Resize labels by nearest neighbour.`,
    evidence: { classes: made.length, pixels: n },
  });
};
