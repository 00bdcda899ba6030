import { bootstrap } from "../../core/bootstrap.js";

const percent = Math.round(100 * bootstrap.level);

/** How the numbers of a comparison came about: stated wherever they are shown. */
export const statisticsStated = {
  images:
    "Only images that every model has count; where a score is undefined for one model, the image counts for none.",
  /** A getter, since the first number that is formatted loads its rules: 9 ms that no activation should wait for (measured). */
  get interval() {
    return `${percent} % percentile bootstrap of the mean over images, ${bootstrap.resamples.toLocaleString("en-US")} resamples, seed ${bootstrap.seed}; of a difference, images are drawn with both of their values.`;
  },
  verdict: `The verdict is that of the interval: better or worse where the ${percent} % interval of the mean difference excludes 0, else not decided. p does not decide it and may say otherwise: it weighs how many images changed, not by how much.`,
  signTest:
    "p: exact two-sided sign test on better and worse images, ties left out; not corrected for several comparisons.",
} as const;
