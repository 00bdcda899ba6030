import type { Flip } from "../whatIf/rearrange.js";

/** The ways to lay an image out that are told from each other, and how a sentence says it. */
export const flips: ReadonlyArray<readonly [Flip, string]> = [
  ["horizontal", "Mirrored left to right"],
  ["vertical", "Mirrored top to bottom"],
  ["both", "Turned by half"],
  ["transpose", "With rows and columns exchanged"],
];

/** Those that an image allows: only a square one can be transposed in place. */
export const flipsOf = ({ width, height }: { readonly width: number; readonly height: number }) =>
  flips.filter(([as]) => as !== "transpose" || width === height);

export const flipTitle = (as: Flip): string => (as === "transpose" ? "Transposed" : "Flipped");

export const FLIP_ADVICE = "Truth and prediction were probably not augmented, or not read, alike.";
