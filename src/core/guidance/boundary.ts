import type { GuidanceTable } from "./guidance.js";

/** Boundaries and surfaces. */
export const boundaryGuidance: GuidanceTable = {
  boundary_iou: {
    words: "IoU of the two bands of pixels that lie inside each mask within 2 % of the image diagonal of its border.",
    punishes: "Border errors, alike for large and for small objects.",
    avoid:
      "Objects thinner than the band, for which it is nearly IoU, and comparisons of image sizes: the band grows along.",
  },
  hd: {
    words: "The greatest distance from any border point of one mask to the border of the other.",
    punishes: "The single worst point.",
    avoid: "Noisy masks: one stray pixel decides it; see HD95.",
  },
  hd95: {
    words: "The 95th percentile of the border distances of each direction; the greater of the two.",
    punishes: "Border parts that are far off, once they are more than 5 % of a border.",
    avoid:
      "Small structures whose loss is under 5 % of the border, and comparisons with libraries that pool both directions.",
  },
  hd95_pooled: {
    words: "The 95th percentile of the border distances of both directions in one list.",
    punishes: "Border parts that are far off, once they are more than 5 % of both borders together.",
    avoid: "Masks of very different border length, where the longer one outvotes the other direction.",
  },
  assd: {
    words: "The mean distance of all border points of both masks to the other border.",
    punishes: "Every border point by how far it is off.",
    avoid: "Asking for the worst place: long good borders dilute it.",
  },
  masd: {
    words: "The mean border distance of each direction; then the mean of the two.",
    punishes: "Every border point by how far it is off, with both directions counting the same.",
    avoid: "Comparing with pooled averages (ASSD): the two differ whenever the borders differ in length.",
  },
  nsd1: {
    words: "The share of the border pixels of both masks that lie within 1 unit of the other border.",
    punishes: "Border pixels that are off by more than the tolerance, near and far ones alike.",
    avoid: "Annotations less exact than the tolerance: it then measures the annotator.",
  },
  nsd2: {
    words: "The share of the border pixels of both masks that lie within 2 units of the other border.",
    punishes: "Border pixels that are off by more than the tolerance, near and far ones alike.",
    avoid: "Objects a few pixels wide, where a tolerance of 2 forgives nearly any mask.",
  },
  nsd1_contour: {
    words: "The share of the outline length of both masks that lies within 1 unit of the other outline.",
    punishes: "Outline that is off by more than the tolerance, by its length.",
    avoid: "Comparing with counts of edge pixels: diagonal outline weighs differently here.",
  },
  nsd2_contour: {
    words: "The share of the outline length of both masks that lies within 2 units of the other outline.",
    punishes: "Outline that is off by more than the tolerance, by its length.",
    avoid: "Objects a few pixels wide, and comparisons with counts of edge pixels.",
  },
};
