/** The four outcomes of a pixel, what they are called, and their colours: the same on the page and in written pictures. */

export type Rgb = readonly [red: number, green: number, blue: number];

export type Region = "tp" | "fp" | "fn" | "tn";

export const regions: readonly Region[] = ["tp", "fp", "fn", "tn"];

export const regionTitles: Readonly<Record<Region, string>> = {
  tp: "True positive",
  fp: "False positive",
  fn: "False negative",
  tn: "True negative",
};

/**
 * Green, orange, blue after Okabe and Ito 2008, brought to a luminance near 0.25 so that each keeps a contrast of 3 : 1
 * against dark and light backgrounds alike. Hatching tells the two kinds of error apart without colour.
 */
export const regionColours: Readonly<Record<Region, Rgb>> = {
  tp: [38, 158, 120],
  fp: [224, 102, 26],
  fn: [43, 138, 214],
  tn: [133, 133, 133],
};

export const ignoredColour: Rgb = [128, 128, 128];
