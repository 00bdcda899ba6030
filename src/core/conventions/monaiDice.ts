import type { SoftSums } from "../sums.js";

/** smooth_nr and smooth_dr of MONAI's losses, unless given. */
export const SMOOTH = 1e-5;
export const smoothing = "smooth is 1e-5 (smooth_nr = smooth_dr)";

export const diceLoss = ({ truth, prediction, intersection }: SoftSums, smooth: number) =>
  1 - (2 * intersection + smooth) / (truth + prediction + smooth);

/** The hard mask, as an expression. */
export const hardMask = (threshold: number) => `(P > ${threshold}).float()`;
