import type { GuidanceTable } from "./guidance.js";

/** Ranking and calibration of probabilities. */
export const probabilitiesGuidance: GuidanceTable = {
  roc_auc: {
    words: "The probability that a random foreground pixel has a higher value than a random background pixel.",
    punishes: "Pixels in the wrong order; the values themselves and the threshold do not matter.",
    avoid: "Small objects: with much easy background it is near 1 for masks that are of no use; see average precision.",
  },
  average_precision: {
    words: "Precision averaged over the recall gained as the threshold falls.",
    punishes: "Background pixels that rank above foreground ones, most of all at the top.",
    avoid: "Comparing images: its chance level is the foreground's share, and hard masks give it a single step.",
  },
  brier: {
    words: "The mean squared distance of the probability from the truth.",
    punishes: "Confident mistakes, by at most 1 each, and timid right answers a little.",
    avoid: "Small objects: easy background pulls the mean towards 0.",
  },
  nll: {
    words: "The mean of minus the log of the probability given to the true class: log loss under its other name.",
    punishes: "Confident mistakes, without bound.",
    avoid: "Hard masks: their mistakes are infinitely confident, and the clipping epsilon alone sets the number.",
  },
  ece15: {
    words:
      "How far the mean probability lies from the share of foreground, averaged over the pixels of 15 bins of probability.",
    punishes: "Probabilities that are too sure or too timid, whatever the overlap.",
    avoid:
      "Single small images and hard masks: bins are then empty, and a useless constant can be perfectly calibrated.",
  },
};
