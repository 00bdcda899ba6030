import type { GuidanceTable } from "./guidance.js";

/** Label maps. */
export const labelsGuidance: GuidanceTable = {
  miou: {
    words: "IoU of each class, averaged over the classes that either map has.",
    punishes: "Lost overlap of rare classes as much as that of common ones.",
    avoid: "Quoting a mean of images beside a data set's: a class absent here is left out there, and the two differ.",
  },
  fw_iou: {
    words: "IoU of each class, averaged by how often the class occurs in the truth.",
    punishes: "Lost overlap of common classes.",
    avoid: "Rare classes that matter: they hardly count.",
  },
  pixel_accuracy: {
    words: "The share of the pixels whose class is right.",
    punishes: "Every wrong pixel alike.",
    avoid: "Unequal classes: the most common one decides it.",
  },
  mean_class_accuracy: {
    words: "The recall of each class, averaged over the classes that the truth has.",
    punishes: "Missed pixels, relative to their class.",
    avoid: "Judging false positives: they only show as another class's misses.",
  },
  macro_f1: {
    words: "F1 of each class, averaged over the classes that either map has.",
    punishes: "Lost overlap of rare classes as much as that of common ones, more gently than mean IoU.",
    avoid: "Images with stray pixels of absent classes: each such class counts 0 and pulls the mean down.",
  },
};
