import type { GuidanceTable } from "./guidance.js";

/** Metrics of hard masks. */
export const overlapGuidance: GuidanceTable = {
  iou: {
    words: "Pixels that are foreground in both masks over pixels that are foreground in either.",
    punishes: "False and missed pixels alike, relative to the size of the union.",
    avoid: "Tiny or thin objects, where an offset of one pixel costs half, and questions about the border's place.",
  },
  mean_iou: {
    words: "IoU averaged over the thresholds .50, .55 … .95.",
    punishes: "Probabilities that are right but timid: they fall out as the threshold rises.",
    avoid: "Hard masks, for which it is plain IoU, and the COCO sense of the name, which is about object matching.",
  },
  mean_iou_bgfg: {
    words: "IoU of background and foreground, averaged, then averaged over the thresholds .50 … .95.",
    punishes: "Lost overlap of either class; half of the score is the background's.",
    avoid: "Small objects: a nearly perfect background lifts an empty prediction to about one half.",
  },
  best_threshold: {
    words: "The threshold at which this image's IoU is highest, found with the truth in hand.",
    punishes: "Nothing: it is a diagnosis, of probabilities that sit too high or too low.",
    avoid: "Choosing a threshold for use: take it from a validation set, not image by image.",
  },
  best_iou: {
    words: "The highest IoU that any threshold gives on this image.",
    punishes: "Errors that no threshold mends; a badly chosen threshold costs nothing.",
    avoid: "Reporting results: the threshold is chosen with the truth in hand, so it is an upper bound.",
  },
  f1: {
    words: "The harmonic mean of precision and recall; the same number as hard Dice, 2·IoU / (1 + IoU).",
    punishes: "False and missed pixels, more gently than IoU does; single images rank the same.",
    avoid: "Tiny objects and border questions, as IoU; quoting it beside IoU as if it were further evidence.",
  },
  f2: {
    words: "The weighted harmonic mean of precision and recall in which recall counts four times as much.",
    punishes: "Missed pixels four times as much as false ones.",
    avoid: "Tasks in which false alarms cost as much as misses: it forgives masks that are too large.",
  },
  precision: {
    words: "The share of the predicted pixels that are foreground in the truth.",
    punishes: "False pixels only.",
    avoid: "Use without recall: one sure pixel scores 1.",
  },
  recall: {
    words: "The share of the true foreground that is predicted; also sensitivity.",
    punishes: "Missed pixels only.",
    avoid: "Use without precision: a mask that covers everything scores 1.",
  },
  specificity: {
    words: "The share of the true background that is predicted as background.",
    punishes: "False pixels, relative to the background.",
    avoid: "Small objects: with much background it is near 1 for any reasonable mask.",
  },
  accuracy: {
    words: "The share of the pixels whose class is right.",
    punishes: "False and missed pixels alike, relative to the whole image.",
    avoid: "Unequal classes: an empty mask scores 0.98 where the object fills 2 % of the image.",
  },
  balanced_accuracy: {
    words: "The mean of recall and specificity.",
    punishes: "Errors relative to the size of the class they belong to.",
    avoid: "Small objects: a false pixel is then far cheaper than a missed one, and bloated masks score well.",
  },
  kappa: {
    words: "Agreement beyond what two masks of these sizes would reach by chance, over the most that is possible.",
    punishes: "Agreement that class sizes alone explain.",
    avoid: "Comparing data sets whose classes differ in size: the chance level moves with them.",
  },
  mcc: {
    words: "The correlation between the two masks, pixel by pixel.",
    punishes: "False and missed pixels, with all four counts in play, so that no class size hides an error.",
    avoid: "Images where truth or prediction is empty or full: it does not exist there.",
  },
  npv: {
    words: "The share of the pixels predicted as background that are background.",
    punishes: "Missed pixels, relative to the predicted background.",
    avoid: "Small objects: with much background it is near 1 even when the object is missed.",
  },
  fpr: {
    words: "The share of the true background that is predicted as foreground: 1 − specificity.",
    punishes: "False pixels, relative to the background.",
    avoid: "Small objects: a mask of twice the object's size still has a rate near 0.",
  },
  fnr: {
    words: "The share of the true foreground that is missed: 1 − recall.",
    punishes: "Missed pixels only.",
    avoid: "Use without precision: a mask that covers everything has none.",
  },
  tp: {
    words: "How many pixels are foreground in both masks.",
    punishes: "Nothing by itself: it is what the other scores are made of.",
    avoid: "Comparing images: it grows with the object.",
  },
  fp: {
    words: "How many background pixels are predicted as foreground.",
    punishes: "False pixels, each as much as any other, wherever they lie.",
    avoid: "Comparing images of different size, or asking whether it is one blob or a thousand specks.",
  },
  fn: {
    words: "How many foreground pixels are missed.",
    punishes: "Missed pixels, each as much as any other, wherever they lie.",
    avoid: "Comparing objects of different size.",
  },
  tn: {
    words: "How many pixels are background in both masks.",
    punishes: "Nothing by itself: it mostly measures how large the image is.",
    avoid: "Judging a segmentation: more background around the object raises it.",
  },
};
